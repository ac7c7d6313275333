"""Watches that the GUI thread is never blocked while a test lets the event loop turn, and says by what."""

from __future__ import annotations

import contextlib
import faulthandler
import itertools
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QTimer

TICK = 0.01
"""Seconds between two beats of the event loop, and between two looks at the GUI thread."""
SHOWN_FRAMES = 14
_TASKS = Path("/proc/self/task")
_LEAST_LOOKS = 2
_LONG = 0.04
"""Seconds from which a turn is worth to be measured exactly."""
_COLD = 0.25
"""Who waited for a processor finds its caches cold, and computes for longer: by so much of the time that it waited."""
_ROUNDS = 100_000
_USUAL = 0.0025
"""Seconds that a processor of a server of 2023 takes for :data:`_ROUNDS`."""


@lru_cache(maxsize=1)
def slowness() -> float:
    """Return how much longer than a usual one this processor takes to compute, at least 1: measured once, by a piece of Python."""
    return max(1.0, min(_computing() for _ in range(5)) / _USUAL)


def slowness_now() -> float:
    """Return the same, measured now: a processor that others keep busy too (its caches, its other half) computes more slowly."""
    return max(slowness(), statistics.median(_computing() for _ in range(5)) / _USUAL)


def _computing() -> float:
    begun, total = time.thread_time(), 0
    for number in range(_ROUNDS):
        total += number
    return time.thread_time() - begun


class Machine:
    """Measures how late this machine runs a thread that only sleeps: that much is nobody's fault."""

    def __init__(self) -> None:
        self._beat = time.monotonic()
        self._worst = 0.0

    def slept(self) -> None:
        """Tell that the sleep is over. To be called by that thread."""
        now = time.monotonic()
        self._worst = max(self._worst, now - self._beat)
        self._beat = now

    def late(self) -> float:
        """Return the longest delay since the last call, in seconds."""
        worst, self._worst = max(self._worst, time.monotonic() - self._beat), 0.0
        return max(0.0, worst - TICK)


def queued(thread: int) -> float:
    """Return how long a thread was ready to run and no processor was free, in seconds since it began; 0.0 where nobody tells.

    Source: proc(5) and Documentation/scheduler/sched-stats.rst of Linux: the second number of schedstat, in nanoseconds.
    """
    try:
        return int((_TASKS / str(thread) / "schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def others_queued(thread: int) -> dict[int, float]:
    """Return :func:`queued` for every other thread of this process, by its number; nothing where nobody tells."""
    with contextlib.suppress(OSError):
        return {each: queued(each) for each in (int(task.name) for task in _TASKS.iterdir()) if each != thread}
    return {}


class Watchdog:
    """Measures the longest turn of the event loop: a timer of 10 ms that comes late was kept waiting.

    What counts is the time that the GUI thread computed, or waited beyond what the machine made others wait: itself, the thread
    that watches, or one that may have held Python's lock meanwhile. A second thread looks at what the GUI thread does, so that
    :attr:`stack` tells the worst turn. Only turns within :meth:`turning` and after :meth:`start` are watched: what a test does
    itself blocks nobody.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self.stack = ""
        self._wall = self._cpu = self._queued = 0.0
        self._turning = 0
        self._seen, self._looks = "", 0
        self._others: dict[int, float] | None = None
        self._thread_id, self._native_id = threading.get_ident(), threading.get_native_id()
        self._timer = QTimer()
        self._timer.setInterval(round(TICK * 1000))
        self._timer.timeout.connect(self._tick)
        self._over = threading.Event()
        self._machine = Machine()
        self._looker = threading.Thread(target=self._look, name="test-watchdog", daemon=True)

    def start(self) -> None:
        """Watch from now on."""
        slowness()  # now, and not in a turn that is measured
        if not self._looker.is_alive():
            self._looker.start()
        self._begin()
        self._timer.start()

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Say that the event loop turns meanwhile."""
        self._turning += 1
        if self._turning == 1:
            self._begin()
        try:
            yield
        finally:
            if self._turning == 1:
                self._tick()
            self._turning -= 1

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._turning = 0
        self._over.set()
        if self._looker.is_alive():
            self._looker.join()

    def told(self) -> str:
        """Return what the worst turn was, for a person who has to mend it."""
        seen = self.stack or "(never in Python)"
        return f"the GUI thread was blocked for {self.longest * 1000:.0f} ms; meanwhile it was seen here:\n{seen}"

    def _begin(self) -> None:
        self._machine.late()
        self._seen, self._looks, self._others = "", 0, None
        self._wall, self._cpu, self._queued = time.monotonic(), time.thread_time(), queued(self._native_id)

    def _tick(self) -> None:
        now, cpu, waited = time.monotonic(), time.thread_time(), queued(self._native_id)
        seen, looks = self._seen, self._looks
        if self._turning and self._timer.isActive():
            late = waited - self._queued
            wall = now - self._wall - TICK - late - max(self._machine.late(), self._others_late())
            computed = cpu - self._cpu if cpu - self._cpu > TICK else 0.0
            # While it is seen nowhere in Python it waits in the event loop itself, for a machine that has no time for it
            waits = max(0.0, wall - computed) if looks >= _LEAST_LOOKS else 0.0
            blocked = waits + computed / slowness() - late * _COLD
            if computed and blocked > max(self.longest, _LONG):
                blocked = waits + computed / slowness_now() - late * _COLD
            if blocked > self.longest:
                self.longest, self.stack = blocked, seen
        self._begin()  # without what measuring took

    def _others_late(self) -> float:
        """Return how long another thread was ready to run and no processor was free, since this turn was seen to be a long one."""
        before = self._others
        if before is None:
            return 0.0
        return max((now - before[each] for each, now in others_queued(self._native_id).items() if each in before), default=0.0)

    def _look(self) -> None:
        """On a thread of its own: keep what the GUI thread does, while one turn of it lasts."""
        while not self._over.wait(TICK):
            self._machine.slept()
            began = self._wall
            if not self._turning or time.monotonic() - began < 2.5 * TICK:
                continue
            if self._others is None:
                self._others = others_queued(self._native_id)
            told = self._stack_now()
            if told and self._wall == began:
                self._seen, self._looks = told, self._looks + 1

    def _stack_now(self) -> str:
        """Return where the GUI thread is in Python, innermost first, or "" while it is in the event loop itself.

        Not by its frames: who holds one, as another thread, destroys the painters and windows of its variables when it lets go.
        """
        with tempfile.TemporaryFile() as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            text = file.read().decode("utf-8", "replace")
        _, _, ours = text.partition(f"0x{self._thread_id:016x} (most recent call first):\n")
        lines = ours.partition("\n\n")[0].splitlines()
        inner = list(itertools.takewhile(lambda line: "qt_compat" not in line, lines))
        return "\n".join(inner[:SHOWN_FRAMES])
