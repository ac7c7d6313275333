"""Colours, contrast and font size of every window change while it is open: it then looks as one that is opened in that look."""

from __future__ import annotations

import tempfile
import time
import zlib
from collections import Counter

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QAbstractItemView, QWidget

from support.desktop import FakeWorkflows, row
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
    "dark": (Look.DARK, None, 1.0),
    "larger": (Look.CONTRAST, None, 1.25),
    "accent": (Look.LIGHT, QColor("#c2185b"), 1.0),
}
"""What a person wants: a look, the accent colour, and how many times as large letters are.

The second one is contrast and size together, because each walk takes its time; after it letters are small again.
"""


@pytest.fixture
def stage(qapp, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: NOW)
    monkeypatch.setenv(VARIABLE, "less")
    # Windows show the folders that the pictures use
    monkeypatch.setattr(tempfile, "_get_candidate_names", lambda: (f"looks{n:04}" for n in range(10_000)))
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    theme().choose(Look.LIGHT)
    font = QFont(qapp.font())
    yield Stage(qapp)
    qapp.setFont(font)
    qapp.setCursorFlashTime(flash)
    theme().take_accent(None)
    theme().choose(Look.SYSTEM)


def wear(stage, name):
    look, accent, size = LOOKS[name]
    theme().choose(look)
    theme().take_accent(accent)
    font = QFont(stage.font)
    font.setPointSizeF(stage.font.pointSizeF() * size)
    stage.app.setFont(font)
    stage.settle()
    stage.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def picture(stage: Stage, window: QWidget) -> QImage:
    """Return what is on the screen of a window once it stands still: wrapped text knows its height a little later.

    Not ``grab()``, which would have everything painted anew and lays out what is hidden.
    """
    for view in window.findChildren(QAbstractItemView):
        # How far a list is scrolled is chance, when rows become taller
        view.scrollTo(view.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)
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
A_LITTLE = 60
"""Pixels that may differ where sizes changed: the end of a scroll bar's handle is rounded. One word of another size is more."""
BY_THE_WAY = ("main-panel-small", "main-hostile", "importing")
"""Where panes and scroll bars stand in these depends on the sizes that the window had before, too. Names begin so."""
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
            if look == "dark" or not name.startswith(BY_THE_WAY):
                live[name, look] = packed(picture(stage, window))
    for look in LOOKS:
        wear(stage, look)
        for name, window in some(stage, only):
            if (name, look) not in live:
                continue
            before, fresh = unpacked(*live[name, look]), picture(stage, window)
            if fresh.size() != before.size():  # it took more room meanwhile
                window.resize(before.size())
                fresh = picture(stage, window)
            if fresh != before and (told := differing(fresh, before, 0 if look == "dark" else A_LITTLE)):
                wrong[name, look] = told
    return len(live), wrong


@pytest.mark.parametrize("hidden", [False, True])
def test_letters_become_larger_in_a_window_that_is_hidden_too(stage, make_desktop, qtbot, hidden):
    def measured(window):
        parts = (window.search_edit, window.count_label, window.panes.sidebar, window.panes.panel.notes.edit)
        fonts = [part.font().pointSizeF() for part in parts]
        least = [part.minimumSize().toTuple() for part in (window, *parts)]
        return fonts, least, window.panes.sidebar.width(), window.list.rowHeight(0)

    def opened():
        desktop = make_desktop(FakeWorkflows([row(1, group="Europe"), row(2, tags=("gold",))]))
        desktop.window.toggle_panel()
        desktop.window.select("c1")
        qtbot.waitUntil(lambda: desktop.window.panes.panel.connection_id == "c1")
        return desktop.window

    window = opened()
    before = measured(window)
    window.setHidden(hidden)
    wear(stage, "larger")
    window.show()
    stage.settle()
    fresh = opened()
    qtbot.waitUntil(lambda: measured(window) == measured(fresh))
    assert all(now > then for now, then in zip(measured(window)[0], before[0], strict=True))
    wear(stage, "accent")
    qtbot.waitUntil(lambda: measured(window) == measured(fresh) == before)


def differing(one: QImage, other: QImage, allowed: int) -> str:
    if one.size() != other.size():
        return f"{one.size().toTuple()} is {other.size().toTuple()}"
    rows = [(y, *(bytes(image.constScanLine(y)) for image in (one, other))) for y in range(one.height())]
    rows = [(y, *(memoryview(row).cast("I") for row in both)) for y, *both in rows if both[0] != both[1]]
    places = [(x, y) for y, ours, theirs in rows for x in range(one.width()) if ours[x] != theirs[x]]
    if len(places) <= allowed:
        return ""
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    return f"{len(places)} pixels from {left}, {rows[0][0]} to {right}, {rows[-1][0]}"
