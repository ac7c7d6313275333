"""The details panel, on doubles: what it shows, and what can be done from it."""

from __future__ import annotations

import operator
import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QMenu

from support.desktop import FakeMemory, FakeWorkflows, rows, session
from support.panel import reads, saved, with_panel
from tenantdock.desktop import fields
from tenantdock.desktop import panel as panel_module
from tenantdock.desktop.about import show_tokens
from tenantdock.desktop.fields import Facts
from tenantdock.desktop.notes import Notes
from tenantdock.desktop.panel_many import SHOWN, PanelMany
from tenantdock.domain.errors import NetworkTrouble, NotFound
from tenantdock.workflows.editing import TokenLeft


@pytest.fixture
def desktop(make_desktop, qtbot):
    return with_panel(make_desktop, qtbot)


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
