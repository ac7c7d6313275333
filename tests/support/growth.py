"""Counts what a program with windows holds: of what stays when something is opened and closed, there is more each time."""

from __future__ import annotations

import functools
import gc
import types
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tenantdock.desktop.texts import Told

_OURS = "tenantdock.desktop"
_CALLED = (types.FunctionType, types.MethodType, functools.partial)
_ROUNDS = 3
_LOOKS = 4
_WAIT_MS = 300


def tidy() -> None:
    """Have everything go that nobody holds."""
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def census(window: QWidget) -> Counter[str]:
    """Count the windows of the program, what belongs to *window*, and in Python: Qt's objects, ours, and functions to be called."""
    tidy()
    found: Counter[str] = Counter(
        {
            "windows (Qt)": len(QApplication.topLevelWidgets()),
            "windows (system)": len(QGuiApplication.allWindows()),
            **Counter(f"part of the window: {type(each).__qualname__}" for each in window.findChildren(QObject)),
        }
    )
    for each in gc.get_objects():
        kind = type(each)
        if kind is Told:
            continue  # so many are known at a time, and no more (desktop/texts.py)
        if issubclass(kind, QObject) or kind.__module__.startswith(_OURS):
            found[f"{kind.__module__}.{kind.__qualname__}"] += 1
        elif isinstance(each, _CALLED) and (name := _called(each)).startswith(_OURS):
            found[name] += 1
    return found


def _called(each: Callable[..., object]) -> str:
    inner: object = each.func if isinstance(each, functools.partial) else each
    return f"{getattr(inner, '__module__', '')}.{getattr(inner, '__qualname__', '')} as {type(each).__name__}"


def growth(once: Callable[[], None], window: QWidget, times: int = 4) -> dict[str, int]:
    """Return what there is at least *times* more of after *once* was called as often, by what it is: something of each time stayed.

    What is made at the first time and kept (modules, fonts, the texts that are known) is there before it is counted. What seems to
    have grown has to do so again: the last window may be held by something that is done with it, for a while.
    """

    def grown(since: Counter[str]) -> tuple[Counter[str], dict[str, int]]:
        for _ in range(times):
            once()
        for left in reversed(range(_LOOKS)):
            now = census(window)
            more = {name: now[name] - since[name] for name in now if now[name] - since[name] >= times}
            if not more or not left:
                break
            QTest.qWait(_WAIT_MS)  # timers that are still to come, and workers that have not let go yet, are no leak
        return now, more

    for _ in range(2):
        once()
    census(window)  # counting makes Python's sides of what only Qt had
    once()
    after, first = grown(census(window))
    if not first:
        return {}
    _, second = grown(after)
    return {name: more for name, more in second.items() if name in first}
