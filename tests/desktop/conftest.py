"""Fixtures of the desktop's tests: offscreen, no unexpected log record, no blocked event loop."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections import Counter

if not os.environ.get("TENANTDOCK_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TENANTDOCK_LANGUAGE"] = "en"  # whatever this computer speaks

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api

from support.desktop import FakeMemory, FakeTray, FakeWorkflows
from support.watchdog import Watchdog
from tenantdock.desktop import announcing
from tenantdock.desktop import app as desktop_app
from tenantdock.desktop.app import Desktop

LONGEST_TURN = 0.05
"""Seconds for which the GUI thread may be busy or waiting at a time: longer, and a person sees that the window hangs."""


def pytest_configure(config):
    config.addinivalue_line("markers", "expects_log: the test looks at what is logged itself")
    config.addinivalue_line("markers", "may_block(reason): the GUI thread may be blocked in this test")


def pytest_collection_modifyitems(items):
    # What the offscreen platform says of itself whenever a second window is shown; every other Qt warning fails
    platform = pytest.mark.qt_log_ignore(r"^This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)$")
    for item in items:
        if item.path.parent.name == "desktop":
            item.add_marker(platform)


_BEFORE = pytest.StashKey[tuple[int, Counter[str]]]()
"""How many tests had failed before this one, and the windows that there were. Not there for a test that was skipped."""


def pytest_runtest_setup(item):
    if item.path.parent.name != "desktop":
        return
    # As in the program (desktop/garbage.py): on another thread, such as the watchdog's, the collector would destroy windows
    gc.disable()
    gc.freeze()  # what is there already is no garbage of this test: to go through all modules each time takes a minute in the end
    item.stash[_BEFORE] = (item.session.testsfailed, windows())


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    """Fail a test that leaves windows behind: each later change of font, palette or language would go through them."""
    result = yield
    if item.path.parent.name == "desktop" and QApplication.instance() is not None:
        failed, before = item.stash.get(_BEFORE, (-1, Counter()))
        item.funcargs.clear()  # pytest lets go of them only later
        for _ in range(2):  # windows hold others
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()
        # One that failed is held by its traceback
        if failed == item.session.testsfailed and (left := windows() - before):
            pytest.fail(f"windows are left behind: {dict(left)}", pytrace=False)
    return result


def windows() -> Counter[str]:
    """Count the windows that there are, by their kind."""
    return Counter(type(each).__name__ for each in QApplication.topLevelWidgets()) if QApplication.instance() else Counter()


@pytest.fixture(scope="session")
def qapp():
    # As the agent has it in the program (agent/local.py): at Python's 5 ms windows wait that long at each turn for a worker that
    # computes, and a picture takes many turns
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    yield desktop_app.application()
    sys.setswitchinterval(before)


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog, request):
    """Fail on any warning or error that is logged, unless the test says ``expects_log``."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [each for when in ("setup", "call") for each in caplog.get_records(when) if each.levelno >= logging.WARNING]
    assert not records, [each.getMessage() for each in records]


@pytest.fixture(autouse=True)
def watchdog(qapp, request, monkeypatch):
    """Fail when the GUI thread was blocked for longer than :data:`LONGEST_TURN` in any turn of the event loop.

    ``may_block(reason)`` lets a test off that blocks it on purpose, or measures what no person waits for.
    """
    dog = Watchdog()
    turn = qt_api.exec

    def watched(*args, **kwargs):
        with dog.turning():
            return turn(*args, **kwargs)

    monkeypatch.setattr(qt_api, "exec", watched)
    dog.start()
    yield dog
    dog.stop()
    if dog.longest >= LONGEST_TURN and not request.node.get_closest_marker("may_block"):
        pytest.fail(dog.told(), pytrace=False)


@pytest.fixture
def said(monkeypatch):
    """What a screen reader would say, each with whether it is urgent."""
    heard: list[tuple[str, bool]] = []

    class Reader:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def isActive():  # noqa: ANN205, N802 - Qt's name
            return True

        @staticmethod
        def updateAccessibility(event):  # noqa: ANN205, N802 - Qt's name
            heard.append((event.message(), event.politeness() == QAccessible.AnnouncementPoliteness.Assertive))

    monkeypatch.setattr(announcing, "QAccessible", Reader)
    return heard


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
            qtbot.waitUntil(lambda: desktop.remembered.known and desktop.loaded)
        return desktop

    yield make
    for desktop in made:
        assert desktop.close(2.0), "a worker was left behind"
        desktop.window.deleteLater()
