"""The details panel and the columns, on doubles."""

from __future__ import annotations

import operator
import threading
from dataclasses import replace
from datetime import datetime
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from support.desktop import GERMAN, HOSTILE_NAMES, FakeMemory, FakeWorkflows, row, rows, session
from tenantdock.desktop import fields
from tenantdock.desktop import panel as panel_module
from tenantdock.desktop.about import show_tokens
from tenantdock.desktop.columns import USUAL, Layout
from tenantdock.desktop.fields import Facts
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.notes import Notes
from tenantdock.desktop.panel_many import SHOWN, PanelMany
from tenantdock.desktop.texts import used
from tenantdock.desktop.trouble import ErrorDialog
from tenantdock.domain.errors import NetworkTrouble, NotFound, StorageTrouble
from tenantdock.workflows.editing import TokenLeft


@pytest.fixture
def desktop(make_desktop, qtbot):
    made = make_desktop(FakeWorkflows(rows(6)))
    made.window.resize(1100, 700)
    made.window.select("c2")
    made.window.toggle_panel()
    qtbot.waitUntil(lambda: made.window.panes.panel.connection_id == "c2")
    return made


def saved(desktop, key):
    return next(each for each in desktop.fakes.directory.saved if each.id == key)


def reads(desktop, monkeypatch):
    """Note what the panel reads."""
    seen, real = [], desktop.fakes.editing.details
    monkeypatch.setattr(desktop.fakes.editing, "details", lambda key: seen.append(key) or real(key))
    return seen


def test_the_panel_is_made_when_it_is_wanted_and_remembered(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(rows(3)), memory=memory)
    assert desktop.window.panes.panel is None
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desktop.window.panes.panel.connection_id == desktop.window.selected_id)
    qtbot.waitUntil(lambda: memory.values.get("panel") == "shown")
    again = make_desktop(FakeWorkflows(rows(3)), memory=memory)
    qtbot.waitUntil(lambda: again.window.panes.panel is not None and again.window.panes.panel.connection_id != "")
    qtbot.keyClick(again.window.list, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert not again.window.panes.panel.isVisible()


def test_it_shows_what_there_is_to_know(desktop, qtbot):
    panel = desktop.window.panes.panel
    assert panel.name_label.text() == "Northwind Traders"
    assert panel.account_facts.value("accountName") == saved(desktop, "c2").username
    assert panel.tenant_facts.value("tenantId") == saved(desktop, "c2").tenant_id
    assert panel.token_facts.value("token-Graph").startswith(("Valid for 48 minutes", "Valid for 47 minutes"))
    assert "Signed in" in panel.history_label.text()
    qtbot.waitUntil(lambda: "Contoso" in panel.realm_label.text())


def test_arrows_held_down_read_nothing_and_what_is_on_show_belongs_together(desktop, qtbot, monkeypatch):
    panel, view = desktop.window.panes.panel, desktop.window.list
    seen = reads(desktop, monkeypatch)
    view.setFocus()
    view.go_to(desktop.window.model.index(0))
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert panel.name_label.text() == "Northwind Traders"
        assert panel.tenant_facts.value("tenantId") == saved(desktop, "c2").tenant_id
    last = desktop.window.selected_id
    qtbot.waitUntil(lambda: panel.connection_id == last)
    assert seen == [last]
    assert panel.tenant_facts.value("tenantId") == saved(desktop, last).tenant_id


def test_a_slow_read_does_not_leave_the_former_customer_there_and_a_late_one_is_dropped(desktop, qtbot, monkeypatch, watchdog):
    monkeypatch.setattr(panel_module, "_BLANK_AFTER_MS", 50)
    panel, hold, real = desktop.window.panes.panel, threading.Event(), desktop.fakes.editing.details
    panel._blank_timer.setInterval(50)
    monkeypatch.setattr(desktop.fakes.editing, "details", lambda key: (hold.wait(10) if key == "c3" else None, real(key))[1])
    watchdog.start()
    desktop.window.select("c3")
    qtbot.waitUntil(lambda: "Reading" in panel.nothing_label.text() and panel.nothing_label.isVisible())
    assert panel.connection_id == ""
    desktop.window.select("c4")
    qtbot.waitUntil(lambda: panel.connection_id == "c4")
    hold.set()
    qtbot.wait(100)
    assert panel.connection_id == "c4"


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


def test_group_tags_favourite_and_colour_are_changed_in_place_and_undone(desktop, qtbot):
    panel, window = desktop.window.panes.panel, desktop.window
    before = saved(desktop, "c2")
    for change, done in (
        (
            lambda: (panel.filing.group_edit.setText("Europe"), panel.filing.group_edit.editingFinished.emit()),
            lambda c: c.group == "Europe",
        ),
        (
            lambda: (panel.filing.tags_edit.setText("gold, new ,"), panel.filing.tags_edit.editingFinished.emit()),
            lambda c: c.tags == ("gold", "new"),
        ),
        (panel.filing.favourite_box.click, lambda c: c.favourite),
        (panel.filing.colours.swatches["#b3261e"].click, lambda c: c.colour == "#b3261e"),
    ):
        change()
        qtbot.waitUntil(lambda done=done: done(saved(desktop, "c2")))
        qtbot.waitUntil(lambda done=done: done(window.model.entry("c2").row))
    for _ in range(4):
        window.undo_requested.emit()
        qtbot.wait(30)
    qtbot.waitUntil(lambda: saved(desktop, "c2") == before)
    qtbot.waitUntil(lambda: panel.filing.group_edit.text() == "")


def test_tags_that_cannot_be_are_said_beside_the_field(desktop, qtbot):
    panel = desktop.window.panes.panel
    panel.filing.tags_edit.setText("x" * 50)
    panel.filing.tags_edit.editingFinished.emit()
    assert "up to 40 characters" in panel.filing.tags_error.text()
    panel.filing.tags_edit.setText(", ".join(f"t{n}" for n in range(30)))
    panel.filing.tags_edit.editingFinished.emit()
    assert "20 tags" in panel.filing.tags_error.text()
    panel.filing.tags_edit.setText("fine")
    panel.filing.tags_edit.editingFinished.emit()
    qtbot.waitUntil(lambda: saved(desktop, "c2").tags == ("fine",))
    assert not panel.filing.tags_error.isVisible()


def test_consoles_of_this_customer_are_there_to_be_ended(desktop, qtbot):
    panel = desktop.window.panes.panel
    for each in (session(2), session(3)):
        desktop.fakes.agent.open.append(each)
        desktop.fakes.agent.tell(each)
    qtbot.waitUntil(lambda: list(panel.consoles.end_buttons) == ["s2"])
    qtbot.mouseClick(panel.consoles.end_buttons["s2"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.consoles.end_buttons == {})
    assert [each.id for each in desktop.fakes.agent.sessions()] == ["s3"]


def test_a_console_of_this_customer_comes_to_the_front_from_panel_and_strip(desktop, qtbot, monkeypatch):
    panel, seen = desktop.window.panes.panel, []
    monkeypatch.setattr(type(desktop.sessions), "focus", lambda _desk, key: seen.append(key))
    desktop.fakes.agent.open.append(session(2))
    desktop.fakes.agent.tell(session(2))
    qtbot.waitUntil(lambda: list(panel.consoles.show_buttons) == ["s2"])
    qtbot.mouseClick(panel.consoles.show_buttons["s2"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(desktop.window.sessions.show_buttons["s2"], Qt.MouseButton.LeftButton)
    assert seen == ["s2", "s2"]


def test_portals_of_the_customer_on_show_open_from_it(desktop, qtbot, monkeypatch):
    panel = desktop.window.panes.panel
    qtbot.mouseClick(panel.portals_button, Qt.MouseButton.LeftButton)
    menu = panel.portals_button.findChild(QMenu, "portalsMenu")
    assert menu.isVisible()
    next(action for action in menu.actions() if action.text() == "Entra").trigger()
    menu.hide()
    qtbot.waitUntil(lambda: desktop.fakes.portals.opened == [("c2", "entra")])
    monkeypatch.setattr(desktop.fakes.portals, "of", lambda _row: ())
    desktop.window.select("c3")
    qtbot.waitUntil(lambda: panel.connection_id == "c3")
    assert not panel.portals_button.isVisible()


def test_other_accounts_at_the_same_tenant_are_told(make_desktop, qtbot, monkeypatch):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    real = desktop.fakes.editing.details
    monkeypatch.setattr(desktop.fakes.editing, "details", lambda key: replace(real(key), beside=("helpdesk@contoso.example",)))
    desktop.window.resize(1100, 700)
    desktop.window.toggle_panel()
    panel = desktop.window.panes.panel
    qtbot.waitUntil(lambda: panel.connection_id != "")
    assert panel.account_facts.value("accountBeside") == "helpdesk@contoso.example"


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


@pytest.mark.parametrize("field", ["notes.edit", "filing.group_edit", "filing.tags_edit"])
def test_ctrl_z_in_a_field_that_has_nothing_to_undo_is_the_windows(desktop, qtbot, field):
    panel, seen = desktop.window.panes.panel, []
    edit = operator.attrgetter(field)(panel)
    desktop.window.undo_requested.connect(lambda: seen.append(1))
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seen == [1]
    qtbot.keyClicks(edit, "x")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seen == [1]


def test_groups_and_tags_that_there_are_complete_what_is_typed(make_desktop, qtbot):
    groups, tags = ("Europe/Nord\u00e9st", "Americas", "", ""), (("gold", "e5"), ("Gold+",), (), ())
    saved_rows = [replace(each, group=group, tags=tag) for each, group, tag in zip(rows(4), groups, tags, strict=True)]
    key = saved_rows[2].id
    desktop = make_desktop(FakeWorkflows(saved_rows))
    desktop.window.resize(1100, 700)
    desktop.window.select(key)
    desktop.window.toggle_panel()
    panel = desktop.window.panes.panel
    qtbot.waitUntil(lambda: panel.connection_id == key)
    panel.filing.group_edit.setFocus()
    qtbot.keyClicks(panel.filing.group_edit, "nordes")
    popup = panel.filing.group_edit.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert panel.filing.group_edit.text() == "Europe/Nord\u00e9st"
    panel.filing.group_edit.editingFinished.emit()
    qtbot.waitUntil(lambda: saved(desktop, key).group == "Europe/Nord\u00e9st")
    completion = panel.filing.tags_edit.completer()
    # The list is read anew after each change, and the panel with it
    qtbot.waitUntil(lambda: desktop.window.model.entry(key).row.group == "Europe/Nord\u00e9st")
    qtbot.wait(300)
    assert completion.offered("gol") == ["gold", "Gold+"]
    assert completion.offered("gold, gol") == ["Gold+"]
    assert completion.offered("gold, ") == []
    assert completion.offered("e5") == []
    desktop.window.activateWindow()
    panel.filing.tags_edit.setFocus()
    qtbot.waitUntil(panel.filing.tags_edit.hasFocus)
    qtbot.keyClicks(panel.filing.tags_edit, "new, GO")
    popup = completion.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert panel.filing.tags_edit.text() == "new, gold"


def test_tokens_count_down_and_only_while_there_are_some(desktop, qtbot, monkeypatch):
    panel = desktop.window.panes.panel
    assert panel._tick.isActive()
    later = panel_module.time.time() + 2000
    monkeypatch.setattr(panel_module.time, "time", lambda: later)
    panel._tick.timeout.emit()
    told = panel.token_facts.value("token-Graph")
    assert told.startswith(("Valid for 15 minutes", "Valid for 14 minutes"))  # a busy machine took its time before
    monkeypatch.undo()
    panel._details = replace(panel._details, tokens=(TokenLeft("Azure", None),))
    panel._show_tokens()
    assert not panel._tick.isActive()
    assert panel.token_facts.value("token-Graph") == ""
    assert panel.token_facts.value("token-Azure").startswith("None")


@pytest.mark.parametrize("number", [0, 3])
def test_none_or_many_selected_is_said(desktop, qtbot, number):
    window = desktop.window
    if number:
        window.list.choose([entry.row.id for entry in window.model.shown[:number]])
    else:
        window.search_edit.setText("qqq")
    text = "3 customers are selected" if number else "No customer is selected"
    qtbot.waitUntil(lambda: window.panes.panel.nothing_label.text() == text)
    assert window.panes.panel.connection_id == ""


def test_for_several_customers_the_panel_offers_what_their_menu_does(desktop, qtbot):
    window = desktop.window
    panel = window.panes.panel
    assert panel.many.isHidden()
    window.list.choose(["c1", "c2", "c3"])
    qtbot.waitUntil(panel.many.isVisible)
    assert panel.nothing_label.text() == "3 customers are selected"
    assert panel.many.names_label.text().split("\n") == [entry.name for entry in window.list.chosen]
    asked = []
    window.filing_requested.disconnect()
    window.filing_requested.connect(lambda what, ids, _value: asked.append((what, sorted(ids))))
    for button in panel.many.buttons.values():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    ids = ["c1", "c2", "c3"]
    assert asked == [(what, ids) for what in ("connect", "sign_in", "ask_tag", "ask_move", "remove")]
    window.select("c1")
    qtbot.waitUntil(lambda: panel.connection_id == "c1")
    assert not panel.many.isVisible()


def test_of_very_many_customers_the_panel_names_some_and_counts_the_rest(qtbot):
    many = PanelMany()
    qtbot.addWidget(many)
    many.show_names([f"Customer {n}" for n in range(SHOWN)], 400)
    assert many.names_label.text().split("\n")[-2:] == [f"Customer {SHOWN - 1}", f"and {400 - SHOWN} more"]


def test_a_field_for_notes_is_as_tall_as_what_is_written(qtbot):
    edit = Notes()
    qtbot.addWidget(edit)
    edit.resize(400, 300)
    edit.show()
    empty = edit.minimumHeight()
    heights = []
    for lines in (2, 6, 50):
        edit.setPlainText("\n".join(["line"] * lines))
        qtbot.wait(1)
        heights.append(edit.minimumHeight())
    assert heights[0] == empty < heights[1] < heights[2]
    assert heights[2] < edit.fontMetrics().lineSpacing() * 10


def test_where_no_service_has_a_token_that_is_said_once(qtbot):
    facts, now = Facts(), 1_795_000_000.0
    qtbot.addWidget(facts)
    details = SimpleNamespace(tokens=[TokenLeft("Graph", None), TokenLeft("Azure", now - 5)])
    show_tokens(facts, details, now)
    assert facts.value("token-").startswith("None")
    assert (facts.value("token-Graph"), facts.value("token-Azure")) == ("", "")
    details.tokens[0] = TokenLeft("Graph", now + 600)
    show_tokens(facts, details, now)
    assert facts.value("token-") == ""
    assert facts.value("token-Graph").startswith("Valid")
    assert facts.value("token-Azure").startswith("None")


def test_several_customers_removed_from_the_panel_come_back(desktop, qtbot):
    window, before = desktop.window, len(desktop.window.model.entries)
    window.list.choose(["c1", "c2", "c3"])
    qtbot.waitUntil(window.panes.panel.many.isVisible)
    qtbot.mouseClick(window.panes.panel.many.buttons["remove"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.model.entries) == before - 3)
    window.undo_requested.emit()
    qtbot.waitUntil(lambda: len(window.model.entries) == before)


def test_a_customer_that_is_gone_ends_in_no_error(desktop, qtbot, monkeypatch):
    def gone(_key):
        raise NotFound("It is gone.", next_step="Choose another one.")

    monkeypatch.setattr(desktop.fakes.editing, "details", gone)
    desktop.window.select("c3")
    qtbot.waitUntil(lambda: desktop.window.panes.panel.nothing_label.text() == saved(desktop, "c3").name)


def test_a_realm_that_nobody_answers_for_is_left_out(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.editing.realm_answer = NetworkTrouble("Nobody answers.", next_step="Wait.")
    desktop = make_desktop(fakes)
    desktop.window.toggle_panel()
    qtbot.waitUntil(lambda: desktop.window.panes.panel.connection_id != "")
    desktop.window.panes.panel._ask_realm()
    qtbot.wait(50)
    assert desktop.window.panes.panel.realm_label.text() == ""
    assert desktop.windows.all() == []


def test_the_panel_stands_below_in_a_narrow_window(desktop):
    panes = desktop.window.panes
    assert panes.panel.x() > 0
    desktop.window.resize(desktop.window.minimumWidth(), 700)
    assert panes.panel.isVisible()
    assert panes._inner.orientation() is Qt.Orientation.Vertical
    desktop.window.resize(1200, 700)
    assert panes._inner.orientation() is Qt.Orientation.Horizontal


def test_escape_goes_back_to_the_list_and_hides_nothing(desktop, qtbot):
    desktop.window.panes.panel.notes.edit.setFocus()
    qtbot.keyClick(desktop.window.panes.panel.notes.edit, Qt.Key.Key_Escape)
    assert desktop.window.list.hasFocus()
    assert desktop.window.isVisible()


# --- columns


def texts(desktop, at):
    model = desktop.window.model
    return [model.index(row_, at).data() for row_ in range(model.rowCount())]


def test_columns_sort_and_come_back_as_they_were(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(rows(8)), memory=memory)
    window = desktop.window
    window.resize(window.fontMetrics().averageCharWidth() * 240, 600)  # room for all
    kept = window.selected_id
    qtbot.keyClick(window.list, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    header = window.list.horizontalHeader()
    assert [window.model.headerData(at, Qt.Orientation.Horizontal) for at in range(header.count())] == [
        "Customer",
        "Domain",
        "Account",
        "Services",
        "Last used",
        "Tags",
    ]
    assert window.selected_id == kept
    place = header.sectionViewportPosition(1) + header.sectionSize(1) // 2
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().center() * 0 + _at(place))
    assert texts(desktop, 1) == sorted(texts(desktop, 1))
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=_at(place))
    assert texts(desktop, 1) == sorted(texts(desktop, 1), reverse=True)
    header.resizeSection(1, 222)
    header.moveSection(2, 1)
    qtbot.waitUntil(lambda: "domain:222" in memory.values.get("columns", ""))
    again = make_desktop(FakeWorkflows(rows(8)), memory=memory)
    again.window.resize(window.size())
    layout = again.window.model.layout_of_columns
    assert layout.keys == ("customer", "account", "domain", "services", "used", "tags")
    assert (layout.sort, layout.descending) == ("domain", True)
    assert again.window.list.horizontalHeader().sectionSize(2) == 222
    qtbot.keyClick(again.window.list, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert again.window.model.columnCount() == 1


def _at(x):
    from PySide6.QtCore import QPoint  # noqa: PLC0415 - one helper

    return QPoint(x, 5)


def test_columns_are_chosen_by_the_keyboard_reachable_menu(make_desktop):
    window = make_desktop(FakeWorkflows(rows(4))).window

    def trigger(*path):
        menu = window.main_menu()
        for part in path:
            action = next(each for each in menu.actions() if each.text().replace("&", "") == part)
            menu = action.menu() or menu
        action.trigger()

    trigger("View", "Columns")
    trigger("View", "Choose columns", "Tenant id")
    trigger("View", "Choose columns", "Domain")
    assert window.model.layout_of_columns.keys == ("customer", "account", "services", "used", "tags", "tenant")
    trigger("View", "Sort by", "Last used")
    trigger("View", "Sort by", "The other way round")
    assert window.model.layout_of_columns.descending
    used = [entry.row.last_used or 0.0 for entry in window.model.shown]
    assert used == sorted(used)
    trigger("View", "Rows")
    assert window.model.columnCount() == 1


def test_the_header_has_a_menu_of_columns(make_desktop, qtbot):
    window = make_desktop(FakeWorkflows(rows(4))).window
    window.viewing.show_columns(on=True)
    window.list.horizontalHeader().customContextMenuRequested.emit(_at(5))
    menu = window.findChild(QMenu, "headerMenu")
    assert menu.isVisible()
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_a_search_ranks_unless_the_person_sorts(make_desktop, qtbot):
    window = make_desktop(
        FakeWorkflows([row(1, name="Litho"), row(2, name="A Litho"), row(3, name="Zoo", domain="litho.example")])
    ).window
    window.viewing.show_columns(on=True)
    window.search_edit.setText("litho")
    assert [entry.name for entry in window.model.shown] == ["Litho", "A Litho", "Zoo"]
    window.viewing.take_columns(replace(window.viewing.columns, descending=True))
    assert [entry.name for entry in window.model.shown] == ["Zoo", "Litho", "A Litho"]


@pytest.mark.parametrize(
    "text",
    ["", "on", "on;;", "on;domain:5;used:down", "on;customer:x,evil:3;evil:up", "on;customer:99999999999999999999", "\x00;:,:;;"],
)
def test_damaged_columns_end_in_usable_ones(make_desktop, text):
    window = make_desktop(FakeWorkflows(rows(3)), memory=FakeMemory({"columns": text, "sizes": "sidebar:x,side:999999999"})).window
    assert "customer" in window.viewing.columns.keys
    assert all(0 <= width <= 4000 for _, width in window.viewing.columns.columns)


def test_layouts_survive_being_kept():
    layout = Layout((("customer", 120), ("tags", 0)), "tags", descending=True)
    assert Layout.parse(str(layout)) == layout
    assert Layout.parse(str(Layout())).keys == USUAL
    assert Layout().toggled("customer") == Layout()
    assert Layout().toggled("group").keys == (*USUAL, "group")
    assert Layout().toggled("tags").toggled("tags").keys == USUAL


def test_columns_without_room_give_way_and_come_back(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows([replace(each, tags=("gold",)) for each in rows(30)]))
    window, header = desktop.window, desktop.window.list.horizontalHeader()
    letter = window.fontMetrics().averageCharWidth()
    window.viewing.show_columns(on=True)

    def shown():
        return [key for at, key in enumerate(window.viewing.columns.keys) if not header.isSectionHidden(at)]

    window.resize(letter * 240, 600)
    qtbot.waitUntil(lambda: tuple(shown()) == USUAL)
    window.resize(letter * 145, 600)
    qtbot.waitUntil(lambda: "tags" not in shown())
    assert shown() == ["customer", "domain", "account"]
    assert header.length() <= window.list.viewport().width()
    cells = {key: header.sectionSize(at) for at, key in enumerate(window.viewing.columns.keys)}
    metrics = window.fontMetrics()
    assert all(metrics.horizontalAdvance(entry.row.username) < cells["account"] - 2 * UNIT for entry in window.model.entries)
    assert window.viewing.columns.keys == USUAL  # what there is no room for now is not forgotten
    window.viewing.take_columns(window.viewing.columns.toggled("tenant"))
    assert "tenant" in shown()  # who asks for a column gets it
    window.viewing.take_columns(Layout())
    window.resize(letter * 240, 600)
    qtbot.waitUntil(lambda: tuple(shown()) == USUAL)


def test_hostile_text_in_panel_and_columns(make_desktop, qtbot):
    names = [GERMAN, *HOSTILE_NAMES]
    fakes = FakeWorkflows([row(n, name=name, tags=(name[:30].replace(",", " "),)) for n, name in enumerate(names, 1)])
    fakes.directory.notes = {"c1": "<b>bold</b>\x1b[31m\n" + "y" * 5000}
    desktop = make_desktop(fakes)
    window = desktop.window
    window.resize(1100, 700)
    window.viewing.show_columns(on=True)
    window.toggle_panel()
    for key in ("c1", "c2", "c3", "c4"):
        window.select(key)
        qtbot.waitUntil(lambda key=key: window.panes.panel.connection_id == key)
        assert not any(character in window.panes.panel.name_label.text() for character in "\n\r\x1b\u202e")
    assert not window.grab().isNull()
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (None, "\u2013"),
        (20, "just now"),
        (90, "1 minute ago"),
        (7300, "2 hours ago"),
        (90_000, "yesterday"),
        (300_000, "3 days ago"),
    ],
)
def test_the_column_tells_in_few_letters_when_a_customer_was_used(ago, told):
    now = 1_795_000_000.0
    assert used(None if ago is None else now - ago, now) == told


@pytest.mark.parametrize(("language", "told"), [("en_US", "Oct 6, 2026"), ("en_GB", "6 Oct 2026"), ("de_DE", "6. Okt. 2026")])
def test_a_date_names_its_month(request, language, told):
    request.addfinalizer(partial(QLocale.setDefault, QLocale()))
    QLocale.setDefault(QLocale(language))
    at = datetime(2026, 10, 6, 12).timestamp()  # noqa: DTZ001 - local time is what is shown
    assert used(at, at + 40 * 86400) == told


def test_a_value_that_is_cut_ends_in_an_ellipsis_until_somebody_moves_in_it(qtbot, monkeypatch):
    facts, seen = Facts(), []
    qtbot.addWidget(facts)
    text = "Nobody yet: the first sign-in decides who it is"
    facts.show_fact("long", "Person", text)
    facts.resize(160, 80)
    facts.show()
    value = facts.findChild(QLineEdit, "long")
    monkeypatch.setattr(fields, "QPainter", lambda widget: Painting(widget, seen))
    value.grab()
    assert seen[-1].endswith("\u2026")
    qtbot.waitUntil(lambda: value.width() == facts.width())  # nothing beside it: it takes the whole line
    seen.clear()
    value.setFocus()
    value.grab()
    assert seen == []


class Painting(QPainter):
    """A painter that notes the texts."""

    def __init__(self, widget, seen) -> None:
        super().__init__(widget)
        self._seen = seen

    def drawText(self, room, flags, text):  # noqa: N802 - Qt's name
        self._seen.append(text)
        return super().drawText(room, flags, text)


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
