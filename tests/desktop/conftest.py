"""Fixtures of the desktop's tests: offscreen, no unexpected log record, no blocked event loop."""

from __future__ import annotations

import logging
import os
import threading

if not os.environ.get("TENANTDOCK_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TENANTDOCK_LANGUAGE"] = "en"  # whatever this computer speaks

import time

import pytest
from PySide6.QtCore import QTimer

from support.desktop import FakeMemory, FakeTray, FakeWorkflows
from tenantdock.desktop import app as desktop_app
from tenantdock.desktop.app import Desktop

LONGEST_TURN = 0.25
"""Seconds. Generous, because two cores are shared; a wait on the GUI thread in these tests would last seconds."""


def pytest_configure(config):
    config.addinivalue_line("markers", "expects_log: the test looks at what is logged itself")


def pytest_collection_modifyitems(items):
    # What the offscreen platform says of itself whenever a second window is shown; every other Qt warning fails
    platform = pytest.mark.qt_log_ignore(r"^This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)$")
    for item in items:
        if item.path.parent.name == "desktop":
            item.add_marker(platform)


@pytest.fixture(scope="session")
def qapp():
    return desktop_app.application()


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog, request):
    """Fail on any warning or error that is logged, unless the test says ``expects_log``."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [each for when in ("setup", "call") for each in caplog.get_records(when) if each.levelno >= logging.WARNING]
    assert not records, [each.getMessage() for each in records]


class Machine:
    """Measures how late this machine runs a thread that only sleeps: that much is nobody's fault."""

    def __init__(self) -> None:
        self._beat = time.monotonic()
        self._worst = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sleep, name="test-machine", daemon=True)
        self._thread.start()

    def late(self) -> float:
        """Return the longest delay since the last call, in seconds."""
        worst, self._worst = max(self._worst, time.monotonic() - self._beat), 0.0
        return max(0.0, worst - 0.01)

    def stop(self):
        self._over.set()
        self._thread.join()

    def _sleep(self):
        while not self._over.wait(0.01):
            now = time.monotonic()
            self._worst = max(self._worst, now - self._beat)
            self._beat = now


class Watchdog:
    """Measures the longest turn of the event loop: a timer of 10 ms that comes late was kept waiting.

    What counts is the time that the GUI thread computed, or waited beyond what the machine made everybody wait.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._wall = self._cpu = 0.0
        self._machine: Machine | None = None
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._tick)

    def start(self):
        self._machine = Machine()
        self._wall, self._cpu = time.monotonic(), time.thread_time()
        self._timer.start()

    def _tick(self):
        now, cpu = time.monotonic(), time.thread_time()
        if self._machine is not None:
            self.longest = max(self.longest, cpu - self._cpu, now - self._wall - self._machine.late())
        self._wall, self._cpu = now, cpu

    def stop(self):
        self._timer.stop()
        if self._machine is not None:
            self._machine.stop()
            self._machine = None


@pytest.fixture
def watchdog(qapp):
    """Fail when the GUI thread was blocked for longer than :data:`LONGEST_TURN` between ``start()`` and the test's end."""
    dog = Watchdog()
    yield dog
    dog.stop()
    assert dog.longest < LONGEST_TURN, f"the GUI thread was blocked for {dog.longest:.3f} s"


@pytest.fixture
def make_desktop(qapp, qtbot):
    """Build and show a desktop on doubles; ended after the test, which fails if a worker is left behind."""
    made = []

    def make(fakes=None, *, tray=True, memory=None, wait=True, **options):
        fakes = fakes or FakeWorkflows()
        icon = FakeTray() if tray else None
        desktop = Desktop(fakes.workflows, memory=memory or FakeMemory(), tray=lambda _parent: icon, **options)
        made.append(desktop)
        desktop.fakes = fakes
        desktop.icon = icon
        if wait:
            with qtbot.waitSignal(desktop.window.painted, timeout=5000):
                desktop.start()
            qtbot.waitUntil(lambda: desktop.remembered.known)
        return desktop

    yield make
    for desktop in made:
        assert desktop.close(2.0), "a worker was left behind"
        desktop.window.deleteLater()
