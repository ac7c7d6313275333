"""What is typed in the details panel is saved by itself: in order, once, whatever comes next, and on a slow disk."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from support.panel import reads, saved, with_panel
from tenantdock.desktop.trouble import ErrorDialog
from tenantdock.domain.errors import StorageTrouble


@pytest.fixture
def desktop(make_desktop, qtbot):
    return with_panel(make_desktop, qtbot)


def test_notes_are_saved_without_a_button(desktop, qtbot, monkeypatch):
    panel = desktop.window.panes.panel
    panel.notes.timer.setInterval(30)
    panel.notes.edit.setFocus()
    qtbot.keyClicks(panel.notes.edit, "Ask Petra first")
    qtbot.waitUntil(lambda: desktop.fakes.directory.notes.get("c2") == "Ask Petra first")
    assert panel.notes.edit.hasFocus()
    assert panel.notes.edit.toPlainText() == "Ask Petra first"


@pytest.mark.parametrize("way", ["other customer", "focus", "hidden", "end"])
def test_notes_are_saved_whatever_comes_next(desktop, qtbot, way):
    panel, window = desktop.window.panes.panel, desktop.window
    panel.notes.timer.setInterval(60_000)
    panel.notes.edit.setFocus()
    qtbot.keyClicks(panel.notes.edit, "x")
    if way == "other customer":
        window.select("c3")
    elif way == "focus":
        window.search_edit.setFocus()
    elif way == "hidden":
        window.toggle_panel()
    else:
        window.close_for_good()
    qtbot.waitUntil(lambda: desktop.fakes.directory.notes.get("c2") == "x")
    assert "c3" not in desktop.fakes.directory.notes


def test_notes_that_cannot_be_saved_stay_and_say_why(desktop, qtbot):
    panel = desktop.window.panes.panel
    desktop.fakes.directory.file_fails = StorageTrouble("The disk is full.", next_step="Free some room.")
    qtbot.keyClicks(panel.notes.edit, "x")
    panel.notes.save()
    qtbot.waitUntil(panel.notes.error.isVisible)
    assert "Free some room." in panel.notes.error.text()
    assert panel.notes.edit.toPlainText() == "x"
    desktop.fakes.directory.file_fails = None
    panel.notes.save()
    qtbot.waitUntil(lambda: desktop.fakes.directory.notes.get("c2") == "x")
    qtbot.waitUntil(lambda: not panel.notes.error.isVisible())


def test_typing_goes_on_while_the_list_is_read_anew(desktop, qtbot):
    panel = desktop.window.panes.panel
    panel.notes.edit.setFocus()
    qtbot.keyClicks(panel.notes.edit, "unsaved")
    panel.notes.timer.stop()
    desktop.window.filing_requested.emit("favour", ["c2"], True)
    qtbot.waitUntil(panel.filing.favourite_box.isChecked)
    assert panel.notes.edit.toPlainText() == "unsaved"


def test_only_text_is_pasted_into_notes(desktop, qtbot):
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("plain <b>text</b>" + "x" * 20_000)
    panel = desktop.window.panes.panel
    panel.notes.edit.insertFromMimeData(data)
    assert panel.notes.edit.toPlainText().startswith("plain <b>text</b>")
    assert len(panel.notes.edit.toPlainText()) == 10_000


def test_notes_typed_in_one_visit_are_undone_in_one_step(desktop, qtbot):
    panel, window = desktop.window.panes.panel, desktop.window
    panel.notes.timer.setInterval(20)
    notes = desktop.fakes.directory.notes
    for parts in (("Ask ", "Petra "), ("or ", "Paul")):
        panel.notes.edit.setFocus()
        panel.notes.edit.moveCursor(QTextCursor.MoveOperation.End)
        for part in parts:
            before = panel.notes.edit.toPlainText()
            qtbot.keyClicks(panel.notes.edit, part)
            qtbot.waitUntil(lambda typed=before + part: notes.get("c2") == typed)
            qtbot.waitUntil(window.undo_button.isVisible)
        window.search_edit.setFocus()
    assert "The notes of Northwind Traders were saved." in window.status_label.text()
    qtbot.wait(50)
    window.undo_requested.emit()
    qtbot.waitUntil(lambda: notes.get("c2") == "Ask Petra ")
    qtbot.waitUntil(lambda: panel.notes.edit.toPlainText() == "Ask Petra ")
    window.undo_requested.emit()
    qtbot.waitUntil(lambda: not notes.get("c2"))
    qtbot.waitUntil(lambda: panel.notes.edit.toPlainText() == "")


# --- a slow disk, and typing that goes on


def held_writes(desktop, monkeypatch):
    """Have the first write of notes wait for what is returned."""
    hold, begun, real, slow = threading.Event(), threading.Event(), desktop.workflows.organising.write, [True]

    def write(key, notes):
        if slow and slow.pop():
            begun.set()
            assert hold.wait(10)
        return real(key, notes)

    monkeypatch.setattr(desktop.workflows.organising, "write", write)
    return hold, begun


def typed(panel, qtbot, text):
    panel.notes.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.notes.edit, text)
    panel.notes.save()


def test_notes_that_were_typed_last_are_saved_last_on_a_slow_disk(desktop, qtbot, monkeypatch):
    panel = desktop.window.panes.panel
    hold, begun = held_writes(desktop, monkeypatch)
    typed(panel, qtbot, "one")
    qtbot.waitUntil(begun.is_set)
    typed(panel, qtbot, " two")
    qtbot.wait(50)
    hold.set()
    qtbot.waitUntil(lambda: desktop.fakes.directory.notes.get("c2") == "one two")
    qtbot.wait(50)
    assert desktop.fakes.directory.notes["c2"] == panel.notes.edit.toPlainText() == "one two"


def test_what_was_read_before_notes_were_saved_does_not_take_them_away(desktop, qtbot, monkeypatch):
    panel = desktop.window.panes.panel
    hold, begun, real = threading.Event(), threading.Event(), desktop.fakes.editing.details

    def details(key):
        found = real(key)
        begun.set()
        assert hold.wait(10)
        return found

    monkeypatch.setattr(desktop.fakes.editing, "details", details)
    panel.read_again()
    qtbot.waitUntil(begun.is_set)
    typed(panel, qtbot, "mine")
    qtbot.waitUntil(lambda: desktop.fakes.directory.notes.get("c2") == "mine")
    shown = panel._details
    hold.set()
    qtbot.waitUntil(lambda: panel._details is not shown)
    assert panel.notes.edit.toPlainText() == "mine"
    desktop.fakes.directory.notes["c2"] = "somebody else's"
    panel.read_again()
    qtbot.waitUntil(lambda: panel.notes.edit.toPlainText() == "somebody else's")


def test_notes_on_their_way_are_there_when_one_comes_back(desktop, qtbot, monkeypatch):
    panel, window = desktop.window.panes.panel, desktop.window
    hold, begun = held_writes(desktop, monkeypatch)
    typed(panel, qtbot, "mine")
    qtbot.waitUntil(begun.is_set)
    for key in ("c3", "c2"):
        window.select(key)
        qtbot.waitUntil(lambda key=key: panel.connection_id == key)
    assert panel.notes.edit.toPlainText() == "mine"
    hold.set()
    qtbot.waitUntil(lambda: desktop.fakes.directory.notes.get("c2") == "mine")
    assert panel.notes.edit.toPlainText() == "mine"
    assert "c3" not in desktop.fakes.directory.notes


def test_notes_that_could_not_be_saved_wait_for_one_to_come_back(desktop, qtbot):
    panel, window = desktop.window.panes.panel, desktop.window
    panel.notes.timer.setInterval(60_000)
    desktop.fakes.directory.file_fails = StorageTrouble("The disk is full.", next_step="Free some room.")
    qtbot.keyClicks(panel.notes.edit, "mine")
    window.select("c3")
    qtbot.waitUntil(lambda: panel.connection_id == "c3")
    qtbot.waitUntil(lambda: any(isinstance(each, ErrorDialog) for each in desktop.windows.all()))
    assert panel.notes.edit.toPlainText() == ""
    desktop.fakes.directory.file_fails = None
    window.select("c2")
    qtbot.waitUntil(lambda: panel.connection_id == "c2")
    assert panel.notes.edit.toPlainText() == "mine"
    assert "Free some room." in panel.notes.error.text()
    panel.notes.save()
    qtbot.waitUntil(lambda: desktop.fakes.directory.notes.get("c2") == "mine")


@pytest.mark.parametrize("way", ["other customer", "end"])
def test_a_group_and_tags_that_are_being_typed_are_saved_whatever_comes_next(desktop, qtbot, way):
    filing, window = desktop.window.panes.panel.filing, desktop.window
    filing.group_edit.setText("Europe")
    filing.tags_edit.setText("gold")
    if way == "end":
        window.close_for_good()
    else:
        desktop.reveal("c3")  # as the palette and a notification do, without a word to the field
        qtbot.waitUntil(lambda: window.panes.panel.connection_id == "c3")
    qtbot.waitUntil(lambda: (saved(desktop, "c2").group, saved(desktop, "c2").tags) == ("Europe", ("gold",)))
    assert saved(desktop, "c3").group == ""


def test_a_group_that_was_undone_does_not_come_back_from_its_field(desktop, qtbot):
    panel, window = desktop.window.panes.panel, desktop.window
    filing = panel.filing
    filing.group_edit.setFocus()
    qtbot.keyClicks(filing.group_edit, "Europe")
    qtbot.keyClick(filing.group_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: saved(desktop, "c2").group == "Europe")
    qtbot.waitUntil(lambda: panel._details.connection.filing.group == "Europe")
    window.undo_requested.emit()
    qtbot.waitUntil(lambda: panel._details.connection.filing.group == "")
    assert filing.group_edit.hasFocus()
    assert filing.group_edit.text() == ""
    window.search_edit.setFocus()
    qtbot.wait(50)
    assert saved(desktop, "c2").group == ""


def test_the_realm_is_asked_for_again_when_the_panel_went_away_before_it_came(desktop, qtbot):
    panel, window = desktop.window.panes.panel, desktop.window
    window.select("c3")
    qtbot.waitUntil(lambda: panel.connection_id == "c3")
    window.toggle_panel()
    window.toggle_panel()
    qtbot.waitUntil(lambda: panel.realm_label.text() != "")


def test_the_colour_of_the_customer_before_is_not_the_next_ones(desktop, qtbot):
    panel = desktop.window.panes.panel
    assert panel.filing.colours.colour == saved(desktop, "c2").colour != ""
    assert saved(desktop, "c6").colour == ""
    for key in ("c6", "c1"):
        desktop.window.select(key)
        qtbot.waitUntil(lambda key=key: panel.connection_id == key)
        ticked = [each.colour for each in panel.filing.colours.swatches.values() if each.isChecked()]
        assert ticked == [colour for colour in [saved(desktop, key).colour] if colour]
        assert panel.filing.colours.colour == saved(desktop, key).colour


@pytest.mark.parametrize("meanwhile", ["read", "left"])
def test_a_colour_chosen_by_an_arrow_is_not_lost(desktop, qtbot, monkeypatch, meanwhile):
    panel, before = desktop.window.panes.panel, saved(desktop, "c2").colour
    seen = reads(desktop, monkeypatch)
    colours = panel.filing.colours
    colours.swatches[before].setFocus()
    qtbot.keyClick(colours.swatches[before], Qt.Key.Key_Right)
    wanted = colours.colour
    assert wanted != before
    if meanwhile == "read":
        panel.read_again()
        qtbot.waitUntil(lambda: seen != [])
        qtbot.wait(20)
    else:
        desktop.window.select("c3")
    qtbot.waitUntil(lambda: saved(desktop, "c2").colour == wanted)
