"""Every window in other languages: German, longer texts, right to left, a larger font. Nothing is cut, nothing is left English."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont

from desktop import pictures
from support.clipping import cut_texts
from tenantdock.desktop.languages import VARIABLE, speak


@pytest.fixture
def spoken(qapp, monkeypatch):
    """Have the windows speak a language; English again afterwards."""

    def choose(language):
        monkeypatch.setenv(VARIABLE, language)
        return speak()

    yield choose
    monkeypatch.setenv(VARIABLE, "en")
    speak()


class Stage(pictures.Studio):
    """Shows the windows of the pictures, without taking any."""

    def __init__(self, app):
        self.app = app
        self.to = Path()
        self.font = QFont(app.font())

    def settle(self, until=lambda: True, seconds=5.0):
        least, end = time.monotonic() + 0.02, time.monotonic() + seconds
        while time.monotonic() < least or (not until() and time.monotonic() < end):
            self.app.processEvents()
            time.sleep(0.002)


@pytest.fixture
def stage(qapp, spoken):
    stage = Stage(qapp)
    yield stage
    qapp.setFont(stage.font)


def every(stage, look):
    """Yield every window of the pictures in one look, shown and laid out."""
    font = QFont(stage.font)
    font.setPointSizeF(stage.font.pointSizeF() * look.get("size", 1.0))
    stage.app.setFont(font)
    for name, window, end in pictures.windows(stage):
        window.show()
        stage.settle(lambda window=window: not cut_texts(window), seconds=0.6)  # wrapped text knows its height a little later
        yield name, window
        window.hide()
        end()
        stage.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


LOOKS = {
    "german": ("de", 1.0),
    "german-large": ("de", 2.0),
    "longer": ("pseudo", 1.0),
    "right-to-left": ("pseudo-rtl", 1.0),
    "large": ("en", 2.0),
}


@pytest.mark.timeout(600)
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("look", list(LOOKS))
def test_no_text_is_cut(stage, spoken, look):
    language, size = LOOKS[look]
    spoken(language)
    cut = {told: name for name, window in every(stage, {"size": size}) for told in cut_texts(window)}
    assert [f"{name}: {told}" for told, name in cut.items()] == []
