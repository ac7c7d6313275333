"""Groups, tags, favourites and filters, on doubles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from support.desktop import GERMAN, HOSTILE_NAMES, FakeMemory, FakeWorkflows, row, rows
from support.filing import GOLD, NORTH, filed, filed_desktop, ids, saved, trigger
from tenantdock.desktop.model import DRAGGED
from tenantdock.desktop.pages import Page
from tenantdock.desktop.sidebar import ALL, FAVOURITES
from tenantdock.domain.filing import Wanted
from tenantdock.domain.text import one_line


@pytest.fixture
def desktop(make_desktop, qtbot):
    return filed_desktop(make_desktop, qtbot)


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
    # What the sidebar marks needs no chip, which would push it down under the mouse
    assert not desktop.window.panes.filters.isVisible()
    desktop.window.panes.toggle_sidebar()
    assert desktop.window.panes.filters.isVisible()
    desktop.window.panes.toggle_sidebar()
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
