"""Groups, tags, favourites, filters and many selected at once, on doubles."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from support.desktop import GERMAN, HOSTILE_NAMES, FakeMemory, FakeWorkflows, Gate, row, rows, session
from tenantdock.desktop.asking import NameDialog
from tenantdock.desktop.batch import NOTICE
from tenantdock.desktop.keyboard import KeyboardDialog
from tenantdock.desktop.model import DRAGGED
from tenantdock.desktop.organise import MANY
from tenantdock.desktop.pages import Page
from tenantdock.desktop.sidebar import ALL, FAVOURITES
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.trouble import ErrorDialog, QuestionDialog
from tenantdock.domain.errors import NetworkTrouble, StorageTrouble
from tenantdock.domain.filing import Wanted
from tenantdock.domain.signin import Progress, Rung
from tenantdock.domain.text import one_line

NORTH = ("group", "Europe/North")
GOLD = ("tag", "gold")


def filed():
    """Six customers: two in Europe/North, one in Asia, one tagged gold, one favourite, one guest's."""
    made = {each.id: replace(each, last_used=1_795_000_000.0) for each in rows(6)}
    made["c1"] = replace(made["c1"], group="Europe/North")
    made["c2"] = replace(made["c2"], group="Europe/North", tags=("gold",))
    made["c3"] = replace(made["c3"], group="Asia", favourite=True)
    made["c4"] = replace(made["c4"], home_tenant="elsewhere")
    return list(made.values())


@pytest.fixture
def desktop(make_desktop, qtbot):
    made = make_desktop(FakeWorkflows(filed()))
    made.window.resize(900, 600)
    qtbot.waitUntil(lambda: made.window.panes.sidebar is not None and made.window.panes.sidebar.isVisible())
    return made


def ids(desktop):
    return sorted(entry.row.id for entry in desktop.window.model.shown)


def saved(desktop, key):
    return next(each for each in desktop.fakes.directory.saved if each.id == key)


def choose(desktop, *keys):
    desktop.window.select(keys[0])
    desktop.window.list.choose(keys)


def asked(desktop, kind):
    return [each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()]


def trigger(menu, *path):
    for part in path:
        action = next(each for each in menu.actions() if each.text().replace("&", "") == part)
        menu = action.menu()
    action.trigger()


# --- the sidebar


def test_a_newcomers_window_has_no_sidebar_and_imports_none(make_desktop):
    window = make_desktop(FakeWorkflows(rows(6))).window
    assert window.panes.sidebar is None
    assert window.panes.panel is None
    assert window.panes.filters is None
    assert not window.filter_button.isVisible()


def test_the_sidebar_counts_and_narrows(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    assert sidebar.places == [ALL, FAVOURITES, ("group", "Asia"), ("group", "Europe"), NORTH, ("unfiled", ""), GOLD]
    assert [sidebar.count(place) for place in sidebar.places] == [6, 1, 1, 2, 2, 3, 1]
    sidebar.look_at(("group", "Europe"))
    assert ids(desktop) == ["c1", "c2"]
    assert list(desktop.window.panes.filters.chips) == ["group"]
    assert desktop.window.count_label.text() == "2 of 6 customers"
    sidebar.look_at(ALL)
    assert len(ids(desktop)) == 6
    assert not desktop.window.panes.filters.isVisible()


def test_the_first_group_brings_the_sidebar(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.window.select("c2")
    desktop.window.filing_requested.emit("move", ["c2"], "Europe")
    qtbot.waitUntil(lambda: desktop.window.panes.sidebar is not None and desktop.window.panes.sidebar.isVisible())
    assert saved(desktop, "c2").group == "Europe"
    assert desktop.window.status_label.text() == "Northwind Traders is in Europe now."


def test_the_sidebar_can_be_sent_away_for_good(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(filed()), memory=memory)
    desktop.window.resize(900, 600)
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert not desktop.window.panes.sidebar.isVisible()
    qtbot.waitUntil(lambda: memory.values.get("sidebar") == "hidden")
    again = make_desktop(FakeWorkflows(filed()), memory=memory)
    again.window.resize(900, 600)
    assert again.window.panes.sidebar is None
    qtbot.keyClick(again.window.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert again.window.panes.sidebar.isVisible()


def test_a_small_window_is_left_to_the_list(desktop):
    desktop.window.resize(desktop.window.minimumSizeHint().width(), 500)
    assert not desktop.window.panes.sidebar.isVisible()
    desktop.window.resize(900, 500)
    assert desktop.window.panes.sidebar.isVisible()


def test_attention_comes_into_the_sidebar_and_the_rows(make_desktop, qtbot):
    fakes = FakeWorkflows(filed())
    fakes.directory.refusals = {"c4": "Expected a, got b."}
    desktop = make_desktop(fakes)
    desktop.window.resize(900, 600)
    qtbot.waitUntil(lambda: ("attention", "") in desktop.window.panes.sidebar.places)
    desktop.window.panes.sidebar.look_at(("attention", ""))
    assert ids(desktop) == ["c4"]
    texts = [desktop.window.model.index(0).data(role) for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)]
    assert all("Needs attention" in text for text in texts)


# --- filters


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(favourite=True), ["c3"]),
        (Wanted(visiting=True), ["c4"]),
        (Wanted(group=""), ["c4", "c5", "c6"]),
        (Wanted(tags=("GOLD",)), ["c2"]),
        (Wanted(group="Europe", tags=("gold",)), ["c2"]),
    ],
)
def test_filters_combine_with_each_other_and_with_the_search(desktop, qtbot, wanted, found):
    desktop.window.viewing.filter(wanted)
    assert ids(desktop) == found
    name = desktop.window.model.shown[0].name
    desktop.window.search_edit.setText(name)
    assert desktop.window.model.shown[0].name == name
    assert set(ids(desktop)) <= set(found)
    desktop.window.search_edit.setText("qqq")
    assert desktop.window.page is Page.NO_MATCH
    qtbot.mouseClick(desktop.window.pages.clear_button, Qt.MouseButton.LeftButton)
    assert len(ids(desktop)) == 6


def test_chips_take_their_part_away(desktop, qtbot):
    window = desktop.window
    window.viewing.filter(Wanted(group="Europe", tags=("gold",), visiting=True))
    bar = window.panes.filters
    assert list(bar.chips) == ["visiting", "group", "tag-gold"]
    assert ids(desktop) == []
    qtbot.mouseClick(bar.chips["visiting"], Qt.MouseButton.LeftButton)
    assert ids(desktop) == ["c2"]
    bar.chips["tag-gold"].setFocus()
    qtbot.keyClick(bar.chips["tag-gold"], Qt.Key.Key_Delete)
    assert ids(desktop) == ["c1", "c2"]
    assert list(bar.chips) == ["group"]
    assert bar.chips["group"].hasFocus()
    assert window.panes.sidebar.place == ("group", "Europe")


def test_the_filter_menu_sets_and_takes_back(desktop):
    trigger(desktop.window.main_menu(), "Filter", "Tag", "gold")
    assert ids(desktop) == ["c2"]
    trigger(desktop.window.main_menu(), "Filter", "Group", "Asia")
    assert ids(desktop) == []
    trigger(desktop.window.main_menu(), "Filter", "Clear filters")
    assert len(ids(desktop)) == 6


def test_tokens_that_end_soon_are_read_when_somebody_asks(desktop, qtbot):
    desktop.fakes.tokens.soon = {saved(desktop, "c2").tenant_id}
    desktop.window.viewing.filter(Wanted(expiring=True))
    qtbot.waitUntil(lambda: ids(desktop) == ["c2"])
    desktop.window.viewing.filter(Wanted())
    assert not desktop.organise._expiring.isActive()


def test_a_filter_by_what_is_gone_ends_by_itself(desktop, qtbot):
    desktop.window.viewing.filter(Wanted(tags=("gold",)))
    desktop.window.filing_requested.emit("untag", ["c2"], ["gold"])
    qtbot.waitUntil(lambda: len(ids(desktop)) == 6)


def test_what_is_filed_is_found_by_the_search(desktop, qtbot):
    qtbot.keyClicks(desktop.window.search_edit, "north gold")
    assert ids(desktop) == ["c2"]


# --- many at once


def test_many_are_removed_and_brought_back_by_one_key(desktop, qtbot):
    window = desktop.window
    choose(desktop, "c2", "c3", "c4")
    assert window.count_label.text() == "3 selected, 6 customers"
    qtbot.keyClick(window.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(ids(desktop)) == 3)
    assert window.notices.get("removed").label.text() == "3 customers were removed."
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(ids(desktop)) == 6)
    assert window.notices.get("removed") is None
    assert set(window.selected_ids) == {"c2", "c3", "c4"}
    assert saved(desktop, "c2").tags == ("gold",)
    qtbot.keyClick(window.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.status_label.text() == "There is nothing to undo.")


@pytest.mark.parametrize(("gone", "next_one"), [(("c2", "c3"), "c4"), (("c1",), "c2"), (("c5", "c6"), "c4")])
def test_after_a_removal_the_keys_are_where_they_were(make_desktop, qtbot, gone, next_one):
    desktop = make_desktop(FakeWorkflows([replace(row(n), id=f"c{n}", name=f"Customer {n}") for n in range(1, 7)]))
    choose(desktop, *gone)
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(ids(desktop)) == 6 - len(gone))
    assert desktop.window.selected_ids == [next_one]


def test_removing_many_asks_when_a_console_is_open(desktop, qtbot):
    desktop.fakes.agent.open.append(session(3))
    choose(desktop, "c2", "c3")
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: asked(desktop, QuestionDialog) != [])
    (question,) = asked(desktop, QuestionDialog)
    assert question.windowTitle() == "Remove 2 customers?"
    qtbot.mouseClick(question.yes_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(ids(desktop)) == 4)
    assert desktop.fakes.agent.sessions() == []


@pytest.mark.parametrize("number", [2, MANY + 1])
def test_connecting_many_asks_only_for_a_screen_full(make_desktop, qtbot, number):
    desktop = make_desktop(FakeWorkflows(rows(MANY + 1)))
    choose(desktop, *(f"c{n}" for n in range(1, number + 1)))
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Return)
    if number > MANY:
        qtbot.waitUntil(lambda: asked(desktop, QuestionDialog) != [])
        assert desktop.fakes.connecting.calls == []
        qtbot.mouseClick(asked(desktop, QuestionDialog)[0].yes_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == number)
    assert {each.connection_id for each in desktop.fakes.agent.sessions()} == {f"c{n}" for n in range(1, number + 1)}


def test_many_are_connected_one_after_the_other_with_progress_and_cancel(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(6)))
    gates = [Gate(), Gate(), Gate()]
    desktop.fakes.connecting.scripts = [
        [gates[0]],
        [NetworkTrouble("Nobody answers.", next_step="Check the network.")],
        [gates[1]],
        [gates[2]],
    ]
    choose(desktop, "c1", "c2", "c3", "c4", "c5")
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Return)

    def begun():
        return len(desktop.fakes.connecting.calls)

    def told():
        notice = desktop.window.notices.get(NOTICE)
        return notice.label.text() if notice is not None else ""

    qtbot.waitUntil(lambda: told().startswith("Connecting, 1 of 5: "))
    qtbot.wait(50)
    assert begun() == 1
    gates[0].open()
    qtbot.waitUntil(lambda: asked(desktop, ErrorDialog) != [])
    qtbot.wait(50)
    assert begun() == 2, "what has to be answered is not buried under the next"
    qtbot.mouseClick(asked(desktop, ErrorDialog)[0].close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: begun() == 3 and told().startswith("Connecting, 3 of 5: "))
    desktop.window.filing_requested.emit("connect", ["c6", "c5"], None)
    qtbot.waitUntil(lambda: told().startswith("Connecting, 3 of 6: "))
    qtbot.mouseClick(desktop.window.notices.get(NOTICE).action_button, Qt.MouseButton.LeftButton)
    assert told() == ""
    assert desktop.window.status_label.text() == "3 customers were left out."
    desktop.window.filing_requested.emit("connect", ["c6"], None)
    qtbot.waitUntil(lambda: told().startswith("Connecting, 3 of 4: "))
    qtbot.mouseClick(desktop.window.notices.get(NOTICE).action_button, Qt.MouseButton.LeftButton)
    gates[1].open()
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 2)
    qtbot.wait(50)
    assert begun() == 3
    desktop.window.filing_requested.emit("sign_in", ["c6"], None)
    qtbot.waitUntil(lambda: begun() == 4)
    gates[2].open()
    qtbot.waitUntil(lambda: not desktop.signing.runs("c6"))
    assert told() == ""


def test_another_way_to_sign_in_keeps_its_turn(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    gate, other = Gate(), Gate()
    desktop.fakes.connecting.scripts = [[Progress("browser", "Waiting for you in the browser"), gate], [other]]
    choose(desktop, "c1", "c2")
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked(desktop, SignInDialog) != [])
    asked(desktop, SignInDialog)[0].switched.emit(Rung.PRIVATE)
    qtbot.waitUntil(lambda: len(desktop.fakes.connecting.calls) == 2)
    gate.open()
    qtbot.wait(80)
    assert len(desktop.fakes.connecting.calls) == 2
    other.open()
    qtbot.waitUntil(lambda: len(desktop.fakes.connecting.calls) == 3)


def test_the_menu_of_many_files_them(desktop, qtbot):
    window = desktop.window
    choose(desktop, "c2", "c4")
    trigger(window.selection.menu(), "Move to group", "Asia")
    qtbot.waitUntil(lambda: window.panes.sidebar.count(("group", "Asia")) == 3)
    assert window.status_label.text() == "2 customers are in Asia now."
    assert set(window.selected_ids) == {"c2", "c4"}
    trigger(window.selection.menu(), "Tags", "gold")
    qtbot.waitUntil(lambda: window.panes.sidebar.count(GOLD) == 2)
    trigger(window.selection.menu(), "Favourite")
    qtbot.waitUntil(lambda: window.panes.sidebar.count(FAVOURITES) == 3)
    trigger(window.selection.menu(), "Colour", "Red")
    qtbot.waitUntil(lambda: saved(desktop, "c4").colour == "#b3261e")
    qtbot.waitUntil(lambda: "another colour" in window.status_label.text())
    for done in ("another colour", "favourite", "gold", "2 customers are in Asia now."):
        assert window.undo_button.isVisible() or window.status_label.text().startswith("Undone: ")
        qtbot.keyClick(window.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda done=done: window.status_label.text().startswith("Undone: ") and done in window.status_label.text())
    qtbot.waitUntil(lambda: sorted(map(repr, desktop.fakes.directory.saved)) == sorted(map(repr, filed())))


def test_the_menu_offers_to_undo_only_where_there_is_something(desktop, qtbot):
    def offered():
        (undo,) = [action for action in desktop.window.main_menu().actions() if action.text().replace("&", "").startswith("Undo")]
        return undo.isEnabled()

    assert not offered()
    choose(desktop, "c2", "c4")
    trigger(desktop.window.selection.menu(), "Colour", "Red")
    qtbot.waitUntil(offered)
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not offered())


def test_copying_many_gives_a_line_each(desktop, qtbot):
    choose(desktop, "c2", "c4")
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    expected = [entry.row.tenant_id for entry in desktop.window.list.chosen]
    assert QApplication.clipboard().text().split("\n") == expected
    trigger(desktop.window.selection.menu(), "Copy domains")
    assert len(QApplication.clipboard().text().split("\n")) == 2


def test_a_click_beside_the_rows_leaves_the_current_one_selected(desktop, qtbot):
    desktop.window.select("c4")
    below = QPoint(50, desktop.window.list.viewport().height() - 3)
    assert not desktop.window.list.indexAt(below).isValid()
    qtbot.mouseClick(desktop.window.list.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert desktop.window.list.selectionModel().hasSelection()
    assert desktop.window.selected_ids == ["c4"]


def test_selecting_with_the_keyboard(desktop, qtbot):
    view = desktop.window.list
    view.setFocus()
    view.go_to(desktop.window.model.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(desktop.window.selected_ids) == 2
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(desktop.window.selected_ids) == 6
    assert desktop.window.count_label.text().startswith("6 selected")
    desktop.window.search_edit.setText("c")
    assert len(desktop.window.selected_ids) == 1


def test_a_failure_changes_nothing_and_is_told(desktop, qtbot):
    desktop.fakes.directory.file_fails = StorageTrouble("The disk is full.", next_step="Free some room.")
    desktop.window.filing_requested.emit("tag", ["c2", "c4"], ["new"])
    qtbot.waitUntil(lambda: asked(desktop, ErrorDialog) != [])
    assert saved(desktop, "c4").tags == ()
    assert not desktop.window.undo_button.isVisible()


def test_asking_for_a_group_and_for_tags(desktop, qtbot):
    window = desktop.window
    choose(desktop, "c4", "c5")
    qtbot.keyClick(window.list, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: asked(desktop, NameDialog) != [])
    (dialog,) = asked(desktop, NameDialog)
    qtbot.keyClicks(dialog.name_edit, "nor")
    assert dialog.list.count() == 1
    qtbot.mouseClick(
        dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualItemRect(dialog.list.item(0)).center()
    )
    assert dialog.name_edit.text() == "Europe/North"
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.panes.sidebar.count(NORTH) == 4)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.list, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: asked(desktop, NameDialog) != [])
    (dialog,) = asked(desktop, NameDialog)
    assert not dialog.go_button.isEnabled()
    qtbot.keyClicks(dialog.name_edit, "gold, needs MFA")
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: saved(desktop, "c5").tags == ("gold", "needs MFA"))


def test_asking_can_be_cancelled(desktop, qtbot):
    choose(desktop, "c4")
    desktop.window.selection.ask("ask_move")
    qtbot.waitUntil(lambda: asked(desktop, NameDialog) != [])
    qtbot.keyClick(asked(desktop, NameDialog)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert desktop.fakes.directory.filed == 0


# --- groups and tags themselves


def type_name(desktop, qtbot, place, text):
    sidebar = desktop.window.panes.sidebar
    sidebar.setFocus()
    sidebar.look_at(place)
    qtbot.keyClick(sidebar, Qt.Key.Key_F2)
    editor = sidebar.findChild(QLineEdit, "sidebarName")
    assert editor.text() == place[1].rpartition("/")[2]
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_group_is_renamed_in_place_and_back(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    type_name(desktop, qtbot, NORTH, "Nordics")
    renamed = ("group", "Europe/Nordics")
    qtbot.waitUntil(lambda: renamed in sidebar.places)
    assert saved(desktop, "c1").group == "Europe/Nordics"
    qtbot.waitUntil(lambda: sidebar.place == renamed)
    assert ids(desktop) == ["c1", "c2"]
    qtbot.mouseClick(desktop.window.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: NORTH in sidebar.places)
    assert len(ids(desktop)) == 6


def test_what_came_while_a_name_was_typed_is_shown_after_it(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    sidebar.rename(NORTH)
    editor = sidebar.findChild(QLineEdit, "sidebarName")
    desktop.organise.do("move", ["c4"], "Europe/North")
    qtbot.waitUntil(lambda: desktop.window.model.entry("c4").row.group == "Europe/North")
    assert sidebar.count(NORTH) == 2
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: sidebar.count(NORTH) == 3)


def test_a_tag_is_renamed_in_place(desktop, qtbot):
    type_name(desktop, qtbot, GOLD, "vip & co")
    qtbot.waitUntil(lambda: ("tag", "vip & co") in desktop.window.panes.sidebar.places)
    assert saved(desktop, "c2").tags == ("vip & co",)


@pytest.mark.parametrize("text", ["", "North"])
def test_a_name_left_as_it_is_changes_nothing(desktop, qtbot, text):
    type_name(desktop, qtbot, NORTH, text)
    qtbot.wait(50)
    assert desktop.fakes.directory.filed == 0
    assert desktop.window.panes.sidebar.item_of(NORTH).text(0) == "North"


def test_a_group_is_removed_by_key_its_customers_stay_and_it_comes_back(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    sidebar.setFocus()
    sidebar.look_at(NORTH)
    qtbot.keyClick(sidebar, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: NORTH not in sidebar.places)
    assert saved(desktop, "c1").group == "Europe"
    assert len(desktop.fakes.directory.saved) == 6
    assert desktop.window.status_label.text() == "The group Europe/North was removed."
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: NORTH in sidebar.places)


def test_delete_in_the_sidebar_removes_no_customer(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    sidebar.setFocus()
    sidebar.look_at(FAVOURITES)
    qtbot.keyClick(sidebar, Qt.Key.Key_Delete)
    qtbot.wait(50)
    assert len(desktop.fakes.directory.saved) == 6


def test_a_places_menu(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    menus = []
    sidebar.menu_wanted.connect(lambda place, _at: menus.append(place))
    at = sidebar.visualItemRect(sidebar.item_of(NORTH)).center()
    QApplication.sendEvent(sidebar.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint()))
    sidebar.look_at(GOLD)
    QApplication.sendEvent(sidebar.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    assert menus == [NORTH, GOLD]
    menu = desktop.window.findChild(type(desktop.window.main_menu()), "placeMenu")
    assert [each.text().replace("&", "") for each in menu.actions() if each.text()] == [
        "Rename",
        "Remove the group",
        "Select all here",
        "Hide the sidebar",
    ]
    trigger(menu, "Select all here")
    assert set(desktop.window.selected_ids) == {"c1", "c2"}


# --- dragging


def drop(desktop, place, data):
    """Send the events that Qt sends while something is dragged over a place and let go there."""
    sidebar = desktop.window.panes.sidebar
    at = sidebar.visualItemRect(sidebar.item_of(place)).center()
    buttons, none, move = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    enter = QDragEnterEvent(at, move, data, buttons, none)
    over = QDragMoveEvent(at, move, data, buttons, none)
    let_go = QDropEvent(QPointF(at), move, data, buttons, none)
    accepted = []
    for event in (enter, over, let_go):
        QApplication.sendEvent(sidebar.viewport(), event)
        accepted.append(event.isAccepted())
        if event is over:
            assert sidebar.drop_place == (place if event.isAccepted() else None)
    assert sidebar.drop_place is None
    return accepted


def carried(desktop, *keys):
    model = desktop.window.model
    return model.mimeData([model.index_of(key) for key in keys])


def test_rows_are_dropped_on_a_group_a_tag_and_the_favourites(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    assert drop(desktop, NORTH, carried(desktop, "c4", "c5")) == [True, True, True]
    qtbot.waitUntil(lambda: sidebar.count(NORTH) == 4)
    drop(desktop, GOLD, carried(desktop, "c4"))
    qtbot.waitUntil(lambda: sidebar.count(GOLD) == 2)
    drop(desktop, FAVOURITES, carried(desktop, "c4"))
    qtbot.waitUntil(lambda: sidebar.count(FAVOURITES) == 2)
    drop(desktop, ("unfiled", ""), carried(desktop, "c1"))
    qtbot.waitUntil(lambda: sidebar.count(NORTH) == 3)
    assert saved(desktop, "c4") == replace(filed()[3], group="Europe/North", tags=("gold",), favourite=True)


def test_nothing_is_dropped_where_it_makes_no_sense_or_from_elsewhere(desktop, qtbot):
    assert drop(desktop, ALL, carried(desktop, "c4"))[1:] == [False, False]
    text = QMimeData()
    text.setText("c4")
    assert drop(desktop, NORTH, text)[0] is False
    empty = QMimeData()
    empty.setData(DRAGGED, b"")
    assert not any(drop(desktop, NORTH, empty))
    gone = QMimeData()
    gone.setData(DRAGGED, b"no such id\n\xff\xfe")
    drop(desktop, NORTH, gone)
    qtbot.wait(50)
    assert desktop.fakes.directory.filed == 0
    assert not carried(desktop, "c4").hasText()


# --- keyboard


def test_f6_goes_through_the_panes_and_back(desktop, qtbot):
    window = desktop.window
    window.activateWindow()
    window.viewing.filter(Wanted(group="Europe"))
    window.toggle_panel()
    qtbot.waitUntil(lambda: window.panes.panel.connection_id != "")
    desktop.fakes.agent.open.append(session(2))
    desktop.fakes.agent.tell(session(2))
    qtbot.waitUntil(window.sessions.isVisible)
    window.search_edit.setFocus()

    def where():
        now = window.focusWidget()
        panes = window.steering.panes()
        return next(at for at, pane in enumerate(panes) if pane is now or pane.isAncestorOf(now))

    seen = []
    for _ in range(6):
        seen.append(where())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
    assert seen == [0, 1, 2, 3, 4, 5]
    assert where() == 0
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert where() == 5


def test_f6_goes_to_the_beginning_of_the_panel_and_shows_it(desktop, qtbot):
    window = desktop.window
    window.resize(900, 420)
    window.select("c2")
    window.toggle_panel()
    panel = window.panes.panel
    qtbot.waitUntil(lambda: panel.connection_id == "c2")
    bar = panel._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum())
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_F6)
    assert panel.connect_button.hasFocus()
    assert panel._area.viewport().rect().contains(panel.connect_button.mapTo(panel._area.viewport(), QPoint(1, 1)))


def test_tab_goes_through_the_window_as_it_is_read(desktop, qtbot):
    window = desktop.window
    window.resize(1200, 700)
    window.toggle_panel()
    qtbot.waitUntil(lambda: window.panes.panel.connection_id != "")
    window.viewing.filter(Wanted(group="Europe", tags=("gold",)))
    window.search_edit.setFocus()
    seen = []
    for _ in range(9):
        seen.append(window.focusWidget().objectName())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [
        "search",
        "add",
        "filter",
        "more",
        "chip-group",
        "chip-tag-gold",
        "clearFilters",
        "sidebar",
        "list",
    ]
    assert window.panes.panel.isAncestorOf(window.focusWidget())


def test_the_menu_key_opens_the_menu_of_the_current_row(desktop, qtbot):
    view = desktop.window.list
    places = []
    view.menu_wanted.connect(places.append)
    desktop.window.select("c4")
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint()))
    assert view.visualRect(view.currentIndex()).contains(places[0])
    menu = desktop.window.findChild(type(desktop.window.main_menu()), "contextMenu")
    assert menu.isVisible()
    menu.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself does so")
@pytest.mark.parametrize("part", ["list", "sidebar", "search_edit"])
def test_shift_f10_opens_the_menu_of_what_has_the_focus(desktop, qtbot, part):
    window = desktop.window
    widget = window.panes.sidebar if part == "sidebar" else getattr(window, part)
    widget.setFocus()
    if part == "sidebar":
        widget.look_at(NORTH)
    qtbot.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()


def test_enter_in_the_sidebar_goes_to_the_list_and_letters_jump(desktop, qtbot):
    sidebar = desktop.window.panes.sidebar
    sidebar.setFocus()
    qtbot.keyClicks(sidebar, "as")
    assert sidebar.place == ("group", "Asia")
    assert ids(desktop) == ["c3"]
    qtbot.keyClick(sidebar, Qt.Key.Key_Return)
    assert desktop.window.list.hasFocus()


def test_f1_tells_the_keys_once(desktop, qtbot):
    for _ in range(2):
        qtbot.keyClick(desktop.window.search_edit, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: len(asked(desktop, KeyboardDialog)) == 1)
    qtbot.keyClick(asked(desktop, KeyboardDialog)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_ctrl_d_makes_all_favourites_then_none(desktop, qtbot):
    choose(desktop, "c2", "c3")
    for wanted in (True, False):
        qtbot.keyClick(desktop.window.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(
            lambda wanted=wanted: {entry.row.favourite for entry in desktop.window.list.chosen} == {wanted}, timeout=2000
        )


# --- hostile, and many


def test_hostile_groups_and_tags_are_text(make_desktop, qtbot):
    names = [*HOSTILE_NAMES, GERMAN, "<b>x</b>"]
    made = [
        row(n, name=name, group=f"{name[:60]}/{GERMAN}", tags=(name[:30].replace(",", " "),)) for n, name in enumerate(names, 1)
    ]
    desktop = make_desktop(FakeWorkflows(made))
    window = desktop.window
    window.resize(900, 600)
    sidebar = window.panes.sidebar
    texts = [sidebar.item_of(place).text(0) for place in sidebar.places]
    assert not any(character in "".join(texts) for character in "\n\r\x1b\u202e")
    tips = [sidebar.item_of(place).toolTip(0) for place in sidebar.places]
    assert not any("<b>" in tip or "<img" in tip for tip in tips)
    window.viewing.filter(Wanted(tags=made[0].tags))
    assert one_line(made[0].tags[0]) in window.panes.filters.chips[f"tag-{made[0].tags[0]}"].text()
    window.viewing.show_columns(on=True)
    assert not window.grab().isNull()
    shown = [window.model.index(0, at).data() for at in range(window.model.columnCount())]
    assert not any(character in "".join(shown) for character in "\n\r\x1b\u202e")


def test_ten_thousand_are_filtered_selected_and_shown_without_a_pause(make_desktop, qtbot, watchdog):
    groups = [f"Group {n % 40}/Part {n % 7}" for n in range(10_000)]
    made = [replace(each, group=groups[at], tags=(f"tag{at % 30}",)) for at, each in enumerate(rows(10_000))]
    desktop = make_desktop(FakeWorkflows(made))
    window = desktop.window
    window.resize(900, 600)
    watchdog.start()
    window.viewing.filter(Wanted(group="Group 3"))
    qtbot.wait(20)
    window.viewing.filter(Wanted())
    qtbot.wait(20)
    window.list.selectAll()
    qtbot.wait(20)
    assert len(window.selected_ids) == 10_000
    window.viewing.show_columns(on=True)
    qtbot.wait(20)
    window.list.selectionModel().select(window.model.index(5), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.wait(20)


def test_undos_run_one_after_the_other(desktop, qtbot, monkeypatch):
    """Keys come faster than the disk, and two workers at once could do the second one first."""
    work = desktop.workflows.organising
    for group in ("Asia", "Africa", "Oceania"):
        desktop.organise.do("move", ("c2", "c4"), group)
        qtbot.waitUntil(lambda group=group: saved(desktop, "c4").group == group and len(desktop.organise._undo) > 0)
    real, running, slow = work.undo, [], [0.2, 0.1, 0.0]

    def undo(done):
        assert not running
        running.append(done)
        time.sleep(slow.pop(0))
        running.pop()
        return real(done)

    monkeypatch.setattr(work, "undo", undo)
    qtbot.waitUntil(lambda: len(desktop.organise._undo) == 3)
    for _ in range(3):
        desktop.organise.undo()
    qtbot.waitUntil(lambda: not slow and sorted(map(repr, desktop.fakes.directory.saved)) == sorted(map(repr, filed())))


def test_an_undo_that_comes_before_its_change_is_saved_takes_that_one_back(desktop, qtbot, monkeypatch):
    window, work, hold = desktop.window, desktop.workflows.organising, threading.Event()
    choose(desktop, "c4")
    desktop.organise.do("move", ["c4"], "Asia")
    qtbot.waitUntil(lambda: len(desktop.organise._undo) == 1)
    real = work.favour
    monkeypatch.setattr(work, "favour", lambda *args: (hold.wait(10), real(*args))[1])
    qtbot.keyClick(window.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(30)
    hold.set()
    qtbot.waitUntil(lambda: window.status_label.text().startswith("Undone: "))
    assert not saved(desktop, "c4").favourite
    assert saved(desktop, "c4").group == "Asia"


def test_an_undo_that_comes_before_its_removal_is_saved_brings_the_customer_back(desktop, qtbot, monkeypatch):
    window, removing, hold = desktop.window, desktop.fakes.removing, threading.Event()
    choose(desktop, "c4")
    desktop.organise.do("move", ["c4"], "Asia")
    qtbot.waitUntil(lambda: len(desktop.organise._undo) == 1)
    real = removing.remove_all
    begun, restored, back = threading.Event(), [], removing.restore_all
    monkeypatch.setattr(removing, "restore_all", lambda gone: (restored.extend(each.id for each in gone), back(gone))[1])
    monkeypatch.setattr(removing, "remove_all", lambda ids: (begun.set(), hold.wait(10), real(ids))[2])
    qtbot.keyClick(window.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(begun.is_set)
    qtbot.keyClick(window.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(30)
    hold.set()
    qtbot.waitUntil(lambda: restored == ["c4"])
    qtbot.waitUntil(lambda: "c4" in ids(desktop))
    assert saved(desktop, "c4").group == "Asia"
    assert window.notices.get("removed") is None


def test_a_removal_is_undone_although_a_sign_in_could_not_be_forgotten(desktop, qtbot):
    desktop.fakes.removing.troubles = (StorageTrouble("The disk is full.", next_step="Free some room."),)
    choose(desktop, "c4")
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: any(isinstance(each, ErrorDialog) for each in desktop.windows.all()))
    assert "c4" not in {each.id for each in desktop.fakes.directory.saved}
    desktop.window.undo_requested.emit()
    qtbot.waitUntil(lambda: "c4" in ids(desktop))
