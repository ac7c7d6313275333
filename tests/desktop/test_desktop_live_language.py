"""The language of every window changes while it is open: it then says what a window says that is opened in that language."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from PySide6.QtCore import QEvent

from support.shown_texts import shown_texts
from support.stage import Stage
from tenantdock.desktop.languages import VARIABLE, speak

pytestmark = [pytest.mark.timeout(900), pytest.mark.qt_log_ignore("This plugin does not support")]
NOW = 1_795_000_000.0
LANGUAGES = ("de", "pseudo-rtl")


@pytest.fixture
def spoken(qapp, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: NOW)  # or a minute goes by between two windows

    def choose(language):
        monkeypatch.setenv(VARIABLE, language)
        speak()

    yield choose
    monkeypatch.setenv(VARIABLE, "en")
    speak()


NOT_COMPARED = re.compile(
    r"(QProgress|Busy)Bar .* text"  # how far it is, which the clock decides
    r"|Label doctorState-\S+ text"
    r"|Value .* toolTip"  # only where the text is cut, which is another width's business
    r"|QToolButton Scroll(Left|Right)Button .*"  # Qt's own, never on show here
    r"|Label setting-languageNote text"  # names the environment variable of this test
)
TEMPORARY = re.compile(r"tmp[\w\u200b]{8,}")


def texts(window):
    """Return the texts of a window with where they are, each as often as it is there."""
    found = (told for told in shown_texts(window) if not NOT_COMPARED.fullmatch(told[0]))
    return Counter((where, TEMPORARY.sub("tmp", text)) for where, text in found)


def changed(stage, spoken, window, language):
    """Return the texts of an open window after a change of the language."""
    spoken(language)
    stage.app.sendPostedEvents(None, QEvent.Type.LanguageChange)
    stage.settle()
    stage.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return texts(window)


@pytest.mark.may_block("all windows are told again at once, three times each")
def test_open_windows_say_what_new_ones_say(qapp, spoken):
    stage = Stage(qapp)
    compared, wrong = compare(stage, spoken)
    assert compared > 160
    for _ in range(2):  # what a worker brings may come between two looks: what is really wrong is so each time
        wrong = compare(stage, spoken, {name for name, _ in wrong})[1] if wrong else {}
    assert not wrong


def compare(stage, spoken, only=None):
    live, wrong = {}, {}

    def walk():
        # On a busy machine the rest of a list of 5,000 may not be there yet
        return stage.every(lambda name: name in only if only else not name.endswith("-5000"))

    spoken("en")
    for name, window in walk():
        first = texts(window)
        for language in LANGUAGES:
            live[name, language] = changed(stage, spoken, window, language)
        if late := changed(stage, spoken, window, "en") - first:
            wrong[name, "en"] = late
    for language in LANGUAGES:
        spoken(language)
        for name, window in walk():
            if late := live[name, language] - texts(window):
                wrong[name, language] = late
    return len(live), wrong
