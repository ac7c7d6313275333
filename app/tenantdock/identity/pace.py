"""How often and how fast the service is asked: repeats after a passing fault, a cool-down, and a bound on requests at once."""

from __future__ import annotations

import contextlib
import random
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.ports import Clock

AT_ONCE: Final = 8
"""Requests that may run at once. 200 connections that renew together must not look like an attack."""
_TRIES: Final = 4
_BASE: Final = 0.5
_CAP: Final = 4.0
_BUDGET: Final = 10.0
"""A request is made at most four times, within ten seconds; the pauses are drawn from 0 to 0.5, 1 and 2 s ("full jitter", see
https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), and are never shorter than a Retry-After.
"""
_COOL: Final = 5.0
_COOL_LIMIT: Final = 60.0
_STEP: Final = 0.5
_LONGEST_WAIT: Final = 5.0
"""After a 429 the requests to that host are half a second apart, for as long as it asks (5 s if it does not say; at most a minute).
Everybody is let through after five seconds at most: a cool-down slows down, it never refuses.
"""


class Pace:
    """One for the process. Thread-safe. *draw* gives a number from 0 to 1; *wait* sleeps some seconds or raises
    :class:`Cancelled`.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        draw: Callable[[], float] = random.random,
        wait: Callable[[Cancel, float], None] = Cancel.wait,
    ) -> None:
        self._clock = clock
        self._draw = draw
        self.wait = wait
        self._lock = threading.Lock()
        self._cool_until: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def pause(self, tries: int, retry_after: float | None, spent: float) -> float | None:
        """Return the seconds to wait before a request is repeated, or None to give up. *tries* were made, in *spent* seconds."""
        if tries >= _TRIES:
            return None
        longest: float = min(_CAP, _BASE * 2 ** (tries - 1))
        pause = (retry_after or 0.0) + longest * self._draw()
        return pause if spent + pause <= _BUDGET else None

    def throttled(self, host: str, retry_after: float | None) -> None:
        """*host* asked to slow down."""
        until = self._clock.monotonic() + min(retry_after or _COOL, _COOL_LIMIT)
        with self._lock:
            self._cool_until[host] = max(until, self._cool_until.get(host, until))

    def turn(self, host: str, cancel: Cancel) -> None:
        """Wait for a turn while *host* cools down; else return at once. Raises :class:`Cancelled`."""
        now = self._clock.monotonic()
        with self._lock:
            if self._cool_until.get(host, now) <= now:  # a monotonic clock may begin anywhere, below 0 too
                self._cool_until.pop(host, None)
                self._next.pop(host, None)
                return
            at = min(max(now, self._next.get(host, now)), now + _LONGEST_WAIT)
            self._next[host] = at + _STEP
        if at > now:
            self.wait(cancel, at - now)


class Places:
    """At most *limit* at once, in the order in which they came. Thread-safe."""

    def __init__(self, limit: int = AT_ONCE) -> None:
        self._lock = threading.Lock()
        self._free = limit
        self._waiting: deque[threading.Event] = deque()

    @contextlib.contextmanager
    def taken(self, cancel: Cancel) -> Iterator[None]:
        """Hold a place while the block runs. Waits for one; raises :class:`Cancelled`."""
        mine = threading.Event()
        with self._lock:
            if self._free:
                self._free -= 1
                mine.set()
            else:
                self._waiting.append(mine)
        with cancel.calling(mine.set):
            mine.wait()
        with self._lock:
            got = mine not in self._waiting  # a place was given, and not only the wake-up of the cancel
            if not got:
                self._waiting.remove(mine)
        try:
            cancel.check()
            yield
        finally:
            if got:
                self._give_back()

    def _give_back(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1
