"""Every window in other languages: German, longer texts, right to left, a larger font. Nothing is cut, nothing is left English."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialogButtonBox, QMenu

from desktop import pictures
from support.access import backwards
from support.clipping import cut_texts
from support.desktop import FakeWorkflows, row
from support.translations import tool
from tenantdock.desktop import languages
from tenantdock.desktop.languages import VARIABLE, language_of, speak
from tenantdock.desktop.parts import Label
from tenantdock.desktop.pseudo import pseudo
from tenantdock.desktop.texts import clock_time, counted, number_text, outside, tr, translated
from tenantdock.domain.directory import UserName
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said, said_count, sentences, without_stop
from tenantdock.identity import page


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

    def __init__(self, app) -> None:
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
def test_no_text_is_cut_and_tab_goes_as_one_reads(stage, spoken, look):
    language, size = LOOKS[look]
    spoken(language)
    cut, wrong = {}, []
    for name, window in every(stage, {"size": size}):
        cut |= dict.fromkeys(cut_texts(window), name)
        if language.endswith("-rtl"):  # with this walk, because each takes its time
            wrong += [f"{name}: {told}" for told in backwards(window)]
    assert [f"{name}: {told}" for told, name in cut.items()] == []
    assert wrong == []  # Tab goes as one reads, which is to the left


def test_german_is_spoken_by_qt_too(spoken):
    assert spoken("de") == "de"
    assert tr("Quit") == "Beenden"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert QLocale().language() is QLocale.Language.German
    assert clock_time(0.0).count(":") == 1
    assert number_text(1234567) == "1.234.567"
    assert number_text(0.5, 1) == "0,5"
    assert spoken("en") == "en"
    assert tr("Quit") == "Quit"
    assert number_text(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("wanted", "system", "language"),
    [
        ("", ["de-AT", "en-US"], "de"),
        ("", ["fr-FR", "de-CH", "en"], "de"),
        ("", ["ja-JP"], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["en-GB"], "de"),
        ("xx", ["de-DE"], "de"),
        ("", [], "en"),
    ],
)
def test_the_language_is_the_persons_else_the_systems_else_english(monkeypatch, wanted, system, language):
    class System:
        def uiLanguages(self):  # noqa: N802 - Qt's name
            return system

    monkeypatch.setattr(languages.QLocale, "system", staticmethod(System))
    assert language_of(wanted) == language


def test_english_loads_nothing(spoken, monkeypatch):
    monkeypatch.setattr(languages, "QTranslator", None)
    assert spoken("en") == "en"


def test_errors_of_other_rooms_are_told_in_german(spoken):
    with pytest.raises(BadInput) as caught:
        UserName.parse("nobody")
    spoken("de")
    assert (
        outside(caught.value.told) == "\u201enobody\u201c ist kein Benutzername. Ein Benutzername sieht aus wie admin@contoso.com."
    )
    assert str(caught.value) == "'nobody' is not a user name. A user name looks like admin@contoso.com."
    assert outside(caught.value.title) == "Bitte pr\u00fcfen Sie Ihre Eingabe"


def test_what_is_put_into_a_text_is_told_in_german_when_it_is_our_own(spoken):
    spoken("de")
    told = said("{username} is another person here.", username=said("another account"))
    assert translated(told) == "ein anderes Konto ist hier eine andere Person."
    assert translated(said("{username} is another person here.", username="another account")).startswith("another account")
    assert translated(without_stop("Sign in again.")) == "Melden Sie sich erneut an"
    assert translated(sentences("Sign in again.", "", "Connect again.")) == "Melden Sie sich erneut an. Verbinden Sie erneut."
    assert translated(said_count(1, "in {n} second", "in {n} seconds")) == "in 1 Sekunde"
    assert translated(said_count(2000, "in {n} second", "in {n} seconds")) == "in 2.000 Sekunden"


def test_names_from_outside_are_never_translated(spoken):
    spoken("de")
    assert outside("Cancelled") == "Cancelled"
    assert tr("{name} was removed.", name="Cancelled") == "Cancelled wurde entfernt."
    assert (
        translated(said("{username} is another person here.", username="{brace} {0}")) == "{brace} {0} ist hier eine andere Person."
    )


# Forms of Unicode's CLDR, in Qt's order for the language (Qt Linguist's "Plural forms")
POLISH = ["{n} klient", "{n} klienci", "{n} klient\u00f3w"]
ARABIC = ["no {n}", "one {n}", "two {n}", "few {n}", "many {n}", "other {n}"]


@pytest.mark.parametrize(
    ("language", "forms", "expected"),
    [
        ("pl", POLISH, {1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 22: 1, 25: 2, 0: 2}),
        ("ar", ARABIC, {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3}),
        ("de", ["{n} Kunde", "{n} Kunden"], {0: 1, 1: 0, 2: 1}),
    ],
)
def test_every_number_has_the_form_of_its_language(qapp, tmp_path, language, forms, expected):
    translations = tool()
    found = translations.Found()
    found.add("{n} customers", "tenantdock/desktop/x.py:1", one="{n} customer")
    translations.write(tmp_path / "x.ts", language, found, {("{n} customers", True): forms})
    translations.release(tmp_path / "x.ts", tmp_path / "x.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "x.qm"))
    qapp.installTranslator(translator)
    try:
        got = {number: counted(number, "{n} customer", "{n} customers") for number in expected}
        rooms = {number: translated(said_count(number, "{n} customer", "{n} customers")) for number in expected}
    finally:
        qapp.removeTranslator(translator)
    assert got == rooms == {number: forms[form].format(n=number) for number, form in expected.items()}


def test_a_wrong_brace_in_a_translation_takes_no_text_away(qapp, tmp_path):
    translations = tool()
    found = translations.Found()
    found.add("Remove {name}?", "tenantdock/desktop/x.py:1")
    translations.write(tmp_path / "x.ts", "de", found, {("Remove {name}?", False): ["{nam} entfernen?"]})
    translations.release(tmp_path / "x.ts", tmp_path / "x.qm")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "x.qm"))
    qapp.installTranslator(translator)
    try:
        assert tr("Remove {name}?", name="Contoso") == "Remove Contoso?"
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("text", ["Quit", "&Settings\u2026", "{name} was removed.", "Copy {what!r} to %1", "What came of it"])
def test_pseudo_texts_are_longer_and_keep_their_values(text):
    shown = pseudo(text)
    assert shown.startswith("[")
    assert shown.endswith("]")
    assert len(shown) >= len(text) * 1.4 - 1
    assert [part for part in ("{name}", "{what!r}", "%1", "&S") if part in text] == [
        part for part in ("{name}", "{what!r}", "%1", "&S") if part in shown
    ]


def test_pseudo_leaves_what_has_no_words():
    assert pseudo("{a} \u2013 {b}") == "{a} \u2013 {b}"


@pytest.mark.may_block("everything is laid out the other way round")
def test_right_to_left_mirrors_every_window(spoken, make_desktop):
    spoken("pseudo-rtl")
    desktop = make_desktop()
    assert desktop.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert desktop.window.search_edit.mapTo(desktop.window, desktop.window.search_edit.rect().topLeft()).x() > 40
    spoken("de")
    assert desktop.window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_open_windows_change_their_language(spoken, make_desktop, qtbot):
    spoken("en")
    desktop = make_desktop(FakeWorkflows([row(1, name="Contoso"), row(2, name="Quit")]))
    window = desktop.window
    edit = window.search_edit
    edit.setText("Quit")
    spoken("de")
    assert (
        edit.placeholderText() == tr("Search customer, domain, account or service") != "Search customer, domain, account or service"
    )
    assert edit.accessibleName() == "Suchen"
    assert edit.text() == "Quit"
    assert {window.model.index(at).data() for at in range(window.model.rowCount())} == {"Quit"}
    texts = {action.text() for menu in window.findChildren(QMenu) for action in menu.actions()}
    assert not {"&Settings\u2026", "&Quit TenantDock"} & texts
    spoken("en")
    assert edit.accessibleName() == "Search"


def test_names_stand_at_the_side_where_the_window_begins(spoken, qtbot):
    label = Label("Contoso", wrap=True)
    qtbot.addWidget(label)
    label.resize(300, 40)

    def ink_is_left():
        image = label.grab().toImage()
        ground = image.pixelColor(150, 39)
        inked = [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(0, 40, 2))]
        return inked[0] < 20

    assert ink_is_left()
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not ink_is_left()
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert ink_is_left()


def test_the_page_that_the_browser_shows_last_is_in_the_same_language(spoken):
    spoken("de")
    told = page.finished().decode()
    assert '<html lang="de"' in told
    assert "Zur\u00fcck zu TenantDock" in told
    assert "Sie k\u00f6nnen dieses Fenster schlie\u00dfen" in told
    spoken("en")
    assert "Back to TenantDock" in page.finished().decode()
