"""The main window by keys alone, on doubles."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from support.desktop import session
from support.filing import NORTH, asked, choose, filed_desktop, ids
from tenantdock.desktop.keyboard import KeyboardDialog
from tenantdock.domain.filing import Wanted


@pytest.fixture
def desktop(make_desktop, qtbot):
    return filed_desktop(make_desktop, qtbot)


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


@pytest.mark.parametrize("leftwards", [False, True])
def test_the_arrow_to_what_is_inside_opens_a_group_as_one_reads(desktop, qtbot, leftwards):
    sidebar = desktop.window.panes.sidebar
    desktop.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    sidebar.setFocus()
    sidebar.look_at(("group", "Europe"))
    europe = sidebar.item_of(("group", "Europe"))
    inwards, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if leftwards else (Qt.Key.Key_Right, Qt.Key.Key_Left)
    qtbot.keyClick(sidebar, back)
    assert not europe.isExpanded()
    qtbot.keyClick(sidebar, inwards)
    assert europe.isExpanded()
