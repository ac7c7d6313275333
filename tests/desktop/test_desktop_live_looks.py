"""Colours, contrast and font size of every window change while it is open: it then looks as one that is opened in that look."""

from __future__ import annotations

import tempfile
import time
import zlib
from collections import Counter

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from support.stage import Stage
from tenantdock.desktop.motion import VARIABLE
from tenantdock.desktop.theme import Look, theme

pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.may_block("all windows change their colours at once"),
]
NOW = 1_795_000_000.0
_STILL = 2
_TRIES = 100
LOOKS = {
    "dark": (Look.DARK, None),
    "contrast": (Look.CONTRAST, None),
    "accent": (Look.LIGHT, QColor("#c2185b")),
}


@pytest.fixture
def stage(qapp, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: NOW)
    monkeypatch.setenv(VARIABLE, "less")
    # Windows show the folders that the pictures use
    monkeypatch.setattr(tempfile, "_get_candidate_names", lambda: (f"looks{n:04}" for n in range(10_000)))
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    theme().choose(Look.LIGHT)
    yield Stage(qapp)
    qapp.setCursorFlashTime(flash)
    theme().take_accent(None)
    theme().choose(Look.SYSTEM)


def wear(stage, name):
    look, accent = LOOKS[name]
    theme().choose(look)
    theme().take_accent(accent)
    stage.settle()
    stage.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def picture(stage: Stage, window: QWidget) -> QImage:
    """Return what is on the screen of a window once it stands still: wrapped text knows its height a little later.

    Not ``grab()``, which would have everything painted anew and lays out what is hidden.
    """
    image, same = QImage(), 0
    for _ in range(_TRIES):
        before, image = image, window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
        same = same + 1 if image == before else 0
        if same == _STILL:
            break
        stage.settle()
    return image


def packed(image: QImage) -> tuple[int, int, bytes]:
    """Return an image as little as hundreds of them take: most of it is ground."""
    return image.width(), image.height(), zlib.compress(bytes(image.constBits()), 1)


def unpacked(wide: int, high: int, packed_bits: bytes) -> QImage:
    return QImage(zlib.decompress(packed_bits), wide, high, wide * 4, QImage.Format.Format_RGB32).copy()


PASSING = ("doctor-", "guide-looking", "export", "palette-5000", "menu-", "tray-menu")
"""How the names of windows begin that show what is not the same twice: how long it took, a new folder, a list's rest.

A menu is dressed when it opens, and none is open when a person changes the colours.
"""
ALIKE = 3
"""So many windows of a kind are enough: they are made of the same parts."""


def some(stage, only=None):
    """Yield the windows that are compared: the first of each kind, or *only* those."""
    seen = Counter()

    def wanted(name):
        return name in only if only else not name.startswith(PASSING) and seen[kind(name)] < ALIKE

    for name, window in stage.every(wanted):
        seen[kind(name)] += 1
        yield name, window


def kind(name):
    return name if name.startswith("main-") else name.partition("-")[0]


def test_open_windows_look_as_new_ones(stage):
    compared, wrong = compare(stage)
    assert compared > 90
    for _ in range(2):  # what a worker brings may come between two pictures: what is really wrong is so each time
        wrong = compare(stage, {name for name, _ in wrong})[1] if wrong else {}
    assert not wrong


def compare(stage, only=None):
    live, wrong = {}, {}
    for name, window in some(stage, only):
        for look in LOOKS:
            wear(stage, look)
            live[name, look] = packed(picture(stage, window))
    for look in LOOKS:
        wear(stage, look)
        for name, window in some(stage, only):
            before, fresh = unpacked(*live[name, look]), picture(stage, window)
            if fresh.size() != before.size():  # it took more room meanwhile
                window.resize(before.size())
                fresh = picture(stage, window)
            if fresh != before:
                wrong[name, look] = differing(fresh, before)
    return len(live), wrong


def differing(one: QImage, other: QImage) -> str:
    if one.size() != other.size():
        return f"{one.size().toTuple()} is {other.size().toTuple()}"
    places = [(x, y) for y in range(one.height()) for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)]
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    return f"{len(places)} pixels from {left, top} to {right, bottom}"
