"""The main window on doubles: rows, search, keys, notices."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from support.desktop import FakeMemory, FakeWorkflows, row, rows, session
from tenantdock.desktop import commands
from tenantdock.desktop.pages import Page
from tenantdock.desktop.parts import Button
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.ports import VaultState
from tenantdock.domain.sessions import Held


def shown_names(desktop):
    model = desktop.window.model
    return [model.index(at).data() for at in range(model.rowCount())]


@pytest.mark.parametrize("count", [0, 3, 5000])
def test_start_with_rows_shows_them_and_says_ready_once(make_desktop, qtbot, count):
    calls = []
    desktop = make_desktop(FakeWorkflows(rows(count)), ready=lambda: calls.append(desktop_state()), wait=False)

    def desktop_state():
        return desktop.tray is not None, desktop.window.model.rowCount(), desktop.window.page

    desktop.start()
    qtbot.waitUntil(lambda: bool(calls))
    desktop.window.repaint()
    qtbot.wait(50)
    assert calls == [(True, min(count, FIRST), Page.LIST if count else Page.EMPTY)]
    qtbot.waitUntil(lambda: desktop.window.model.rowCount() == count)


FIRST = 64
"""Rows of the first picture of a long list."""


@pytest.fixture
def rest():
    """Three hundred customers; all but the first are there once the event is set."""
    fakes, there = FakeWorkflows(rows(300)), threading.Event()
    first = iter([True])
    fakes.directory.before_rows = lambda: next(first, False) or there.wait(10)
    yield fakes, there
    there.set()


def test_a_long_list_begins_with_its_first_rows_and_tells_no_count_before_it_is_whole(make_desktop, qtbot, rest):
    fakes, there = rest
    desktop = make_desktop(fakes, wait=False)
    with qtbot.waitSignal(desktop.window.painted, timeout=5000):
        desktop.start()
    assert shown_names(desktop) == [each.name for each in rows(300)[:FIRST]]
    assert not desktop.loaded
    assert desktop.window.count_label.text() == ""
    assert desktop.window.filter_button.isVisible()
    qtbot.keyClick(desktop.window.search_edit, Qt.Key.Key_Down)
    chosen = desktop.window.selected_id
    there.set()
    qtbot.waitUntil(lambda: desktop.loaded)
    assert len(shown_names(desktop)) == 300
    assert desktop.window.count_label.text() == "300 customers"
    assert desktop.window.selected_id == chosen


def test_a_list_that_is_read_before_the_windows_looks_begins_with_its_first_rows_too(make_desktop, qtbot, rest, monkeypatch):
    fakes, there = rest
    known = threading.Event()
    memory = FakeMemory()
    load = memory.load
    monkeypatch.setattr(memory, "load", lambda: (known.wait(10), load())[1])
    desktop = make_desktop(fakes, memory=memory, wait=False)
    qtbot.waitUntil(lambda: desktop.rows._early is not None)
    known.set()
    with qtbot.waitSignal(desktop.window.painted, timeout=5000):
        desktop.start()
    assert len(shown_names(desktop)) == FIRST
    there.set()
    qtbot.waitUntil(lambda: desktop.loaded)
    assert len(shown_names(desktop)) == 300


def test_what_was_typed_meanwhile_is_searched_in_the_whole_list(make_desktop, qtbot, rest):
    fakes, there = rest
    last = rows(300)[-1].name
    desktop = make_desktop(fakes, wait=False)
    with qtbot.waitSignal(desktop.window.painted, timeout=5000):
        desktop.start()
    desktop.window.search_edit.insert(last)
    assert desktop.window.page is Page.LIST  # it is not known yet that nothing matches
    there.set()
    qtbot.waitUntil(lambda: desktop.loaded)
    assert last in shown_names(desktop)


def test_when_the_rest_cannot_be_read_the_beginning_does_not_pass_for_all(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(300))
    first = iter([True])

    def before_rows():
        if not next(first, False):
            raise StorageTrouble("The list cannot be read.", next_step="Try again.")

    fakes.directory.before_rows = before_rows
    desktop = make_desktop(fakes, wait=False)
    told = []
    desktop.show_error = lambda error, *_rest: told.append(str(error))
    desktop.start()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].startswith("The list cannot be read.")
    assert len(shown_names(desktop)) == FIRST
    assert desktop.window.count_label.text() == ""
    fakes.directory.before_rows = lambda: None
    desktop.read_rows()
    qtbot.waitUntil(lambda: desktop.window.count_label.text() == "300 customers")


def test_a_connection_beyond_the_first_rows_opens_as_soon_as_it_is_there(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(300))
    last = rows(300)[-1].id
    desktop = make_desktop(fakes, wait=False)
    qtbot.waitUntil(lambda: desktop.window.model.total > 0)
    desktop.connect(last)
    desktop.start()
    qtbot.waitUntil(lambda: fakes.connecting.calls == [("connect", last, None)])


def test_a_start_in_the_tray_reads_the_whole_list_too(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(300)), wait=False)
    desktop.start(hidden=True)
    qtbot.waitUntil(lambda: desktop.window.model.total == 300)


@pytest.mark.parametrize(
    ("kept", "changes"),
    [({"panel": "shown"}, {}), ({"columns": "on;"}, {}), ({}, {"group": "North"}), ({}, {"favourite": True})],
)
def test_where_the_first_rows_are_not_the_picture_the_whole_list_is_read_at_once(make_desktop, qtbot, kept, changes):
    saved = rows(300)
    saved[-1] = replace(saved[-1], **changes)
    fakes = FakeWorkflows(saved)
    reads = []
    fakes.directory.before_rows = lambda: reads.append(1)
    desktop = make_desktop(fakes, memory=FakeMemory(kept), wait=False)
    qtbot.waitUntil(lambda: desktop.window.model.total > 0)
    assert desktop.window.model.total == 300


def test_search_types_anywhere_and_enter_connects(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(50)))
    window = desktop.window
    qtbot.keyClicks(window.search_edit, "zurich")
    assert shown_names(desktop)
    assert all("Zürich" in name for name in shown_names(desktop))
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Down)
    chosen = window.selected_id
    assert window.list.currentIndex().row() == 1
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.fakes.agent.sessions() != [])
    assert desktop.fakes.connecting.calls == [("connect", chosen, None)]


def test_rows_are_read_while_the_window_is_there(make_desktop, qtbot, watchdog):
    slow = FakeWorkflows(rows(3))
    hold = threading.Event()
    slow.directory.before_rows = lambda: hold.wait(10)
    desktop = make_desktop(slow, wait=False)
    watchdog.start()
    desktop.start()
    qtbot.waitUntil(desktop.window.isVisible)
    assert desktop.window.page is Page.BLANK
    qtbot.waitUntil(lambda: desktop.window.page is Page.LOADING)
    hold.set()
    qtbot.waitUntil(lambda: desktop.window.page is Page.LIST)


def test_what_was_read_first_and_comes_last_is_not_shown(make_desktop, qtbot):
    desktop, hold, begun, then = make_desktop(FakeWorkflows(rows(4))), threading.Event(), threading.Event(), []
    directory, slow = desktop.fakes.directory, [True]
    real = directory.rows

    def read():
        found = real()
        if slow and slow.pop():
            begun.set()
            assert hold.wait(10)
        return found

    directory.rows = read
    desktop.read_rows(lambda: then.append("first"))
    qtbot.waitUntil(begun.is_set)
    directory.take("c2")
    desktop.read_rows(lambda: then.append("second"))
    qtbot.waitUntil(lambda: then == ["second"])
    hold.set()
    qtbot.waitUntil(lambda: then == ["second", "first"])
    assert [entry.row.id for entry in desktop.window.model.entries if entry.row.id == "c2"] == []


def test_nothing_matches_and_escape_brings_all_back(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    qtbot.keyClicks(desktop.window.search_edit, "qqq")
    assert desktop.window.page is Page.NO_MATCH
    assert "qqq" in desktop.window.pages.no_match_label.text()
    qtbot.keyClick(desktop.window.search_edit, Qt.Key.Key_Escape)
    assert desktop.window.page is Page.LIST
    assert len(shown_names(desktop)) == 3


def test_memory_only_vault_says_why_and_what_to_do(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(1))
    fakes.vault.answer = VaultState(False, "null", "No keyring is running.", "Install gnome-keyring.")
    desktop = make_desktop(fakes)
    qtbot.waitUntil(lambda: desktop.window.notices.get("vault") is not None)
    text = desktop.window.notices.get("vault").label.text()
    assert "No keyring is running." in text
    assert "Install gnome-keyring." in text


def test_remove_can_be_undone(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    before = shown_names(desktop)
    desktop.window.select("c2")
    qtbot.keyClick(desktop.window.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(shown_names(desktop)) == 2)
    qtbot.mouseClick(desktop.window.notices.get("removed").action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown_names(desktop) == before)
    assert desktop.window.selected_id == "c2"


def test_after_a_removal_what_enter_would_connect_is_to_be_seen(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(200)))
    window = desktop.window
    window.list.go_to(window.model.index(0))
    for _ in range(60):  # the list scrolls along
        qtbot.keyClick(window.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(window.selected_ids) == 61
    qtbot.keyClick(window.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.model.rowCount() == 139)
    assert window.list.currentIndex().row() == 0
    assert window.list.viewport().rect().contains(window.list.visualRect(window.list.currentIndex()))


@pytest.mark.parametrize("trouble", [None, StorageTrouble("Another process uses the file.", next_step="Wait.")])
def test_what_was_removed_leaves_the_disk_once_nobody_can_undo_it(make_desktop, qtbot, monkeypatch, trouble):
    monkeypatch.setattr(commands, "_PURGE_AFTER_MS", 300)
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.directory.purge_fails = trouble
    desktop.window.remove_requested.emit("c2")
    qtbot.waitUntil(lambda: len(shown_names(desktop)) == 2)
    assert desktop.fakes.directory.purged == 0
    desktop.window.remove_requested.emit("c3")
    qtbot.waitUntil(lambda: desktop.fakes.directory.purged == 1)
    qtbot.wait(350)
    assert desktop.fakes.directory.purged == 1


def test_remove_with_an_open_console_asks_first(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.agent.open.append(session(2))
    desktop = make_desktop(fakes)
    desktop.window.remove_requested.emit("c2")
    qtbot.waitUntil(lambda: desktop.windows.all() != [])
    (question,) = desktop.windows.all()
    qtbot.mouseClick(question.no_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert len(fakes.directory.saved) == 3


def test_sessions_are_shown_and_ended(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    opened = session(2)
    desktop.fakes.agent.open.append(opened)
    threading.Thread(target=desktop.fakes.agent.tell, args=(opened,)).start()
    qtbot.waitUntil(desktop.window.sessions.isVisible)
    qtbot.mouseClick(desktop.window.sessions.end_buttons["s2"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desktop.window.sessions.isVisible())
    assert desktop.fakes.agent.sessions() == []


def test_new_tokens_take_the_keys_from_no_console_and_a_click_destroys_nothing_at_once(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    strip = desktop.window.sessions
    first, second = session(1), session(2)
    desktop.fakes.agent.open = [first, second]
    desktop.show_sessions()
    button = strip.end_buttons["s1"]
    button.setFocus()
    desktop.fakes.agent.open = [replace(first, held=(Held("graph", time.time() + 3600.0),)), second]
    desktop.show_sessions()
    assert strip.end_buttons["s1"] is button
    alive = []
    desktop.window.end_requested.connect(lambda _key: alive.append(shiboken6.isValid(button)))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert list(strip.end_buttons) == ["s2"]
    assert alive == [True]


@pytest.mark.parametrize("way", ["menu", "closing"])
def test_quitting_is_asked_once_however_often_one_asks_for_it(make_desktop, qtbot, way):
    desktop = make_desktop(FakeWorkflows(rows(2)), tray=way == "menu")
    desktop.fakes.agent.open = [session(1)]
    for _ in range(3):
        desktop.leave() if way == "menu" else desktop.window.close()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in desktop.windows.all()))
    qtbot.wait(20)
    (question,) = desktop.windows.all()
    question.reject()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    desktop.leave()
    qtbot.waitUntil(lambda: len(desktop.windows.all()) == 1)


def test_damaged_memory_is_told_and_defaults_are_used(make_desktop, qtbot):
    trouble = StorageTrouble("The window's place could not be read.", next_step="Defaults are used.")
    desktop = make_desktop(FakeWorkflows(rows(1)), memory=FakeMemory(trouble=trouble))
    texts = [each.label.text() for each in desktop.window.notices._shown.values()]
    assert any("could not be read" in text for text in texts)


def test_many_reports_make_one_notice(make_desktop, qtbot):
    reports = [StorageTrouble(f"File {n} was damaged.", next_step="It was set aside.") for n in range(20)]
    desktop = make_desktop(FakeWorkflows(rows(1)), reports=reports)
    assert len(desktop.window.notices._shown) == 1
    qtbot.mouseClick(desktop.window.notices.get("reports").action_button, Qt.MouseButton.LeftButton)
    (dialog,) = desktop.windows.all()
    assert "File 19 was damaged." in dialog.details.toPlainText()


def test_closing_hides_in_the_tray_and_says_so_once(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(rows(1)), memory=memory)
    desktop.window.close()
    assert not desktop.window.isVisible()
    assert len(desktop.icon.said) == 1
    desktop.window.come_forward()
    desktop.window.close()
    assert len(desktop.icon.said) == 1
    qtbot.waitUntil(lambda: memory.values.get("said-hides") == "yes")
    assert memory.values["place"]


def test_left_click_on_the_tray_opens_the_palette_and_leaves_the_window_hidden(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows([row(1)]))
    desktop.window.close()
    desktop.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    qtbot.waitUntil(lambda: desktop.finding.window is not None and desktop.finding.window.isVisible())
    assert not desktop.window.isVisible()


def test_the_caret_rests_while_nobody_types_and_blinks_again_for_the_next_key(make_desktop, qtbot, qapp):
    window = make_desktop(FakeWorkflows(rows(2))).window
    rate = qapp.cursorFlashTime()
    assert rate > 0
    window.caret.rest()
    assert qapp.cursorFlashTime() == 0
    qtbot.keyClick(window.search_edit, "a")
    assert qapp.cursorFlashTime() == rate
    window.caret.rest()
    window.list.setFocus()
    window.search_edit.setFocus()
    qtbot.keyClick(window.search_edit, "b")
    assert qapp.cursorFlashTime() == rate


def test_a_notice_takes_the_keys_from_nobody(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    shown = []
    QGuiApplication.instance().focusWindowChanged.connect(shown.append)
    desktop.window.notices.show_notice("x", "done", "Done.", action="Undo", run=lambda: None)
    qtbot.wait(20)
    assert shown == []


def test_a_click_on_the_menu_leaves_the_keys_where_they_are(make_desktop, qtbot, monkeypatch):
    window = make_desktop(FakeWorkflows(rows(9))).window
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)
    window.filter_button.show()
    window.list.setFocus()
    for button in (window.menu_button, window.filter_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.list.hasFocus(), button.objectName()


@pytest.mark.parametrize("over", [True, False])
def test_rows_stay_under_the_mouse_when_a_notice_comes_and_goes(make_desktop, qtbot, over):
    desktop = make_desktop(FakeWorkflows(rows(200)))
    window = desktop.window
    qtbot.waitUntil(lambda: desktop.beginning.over)
    qtbot.wait(50)
    viewport = window.list.viewport()
    viewport.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, over)

    def seen(at: QPoint) -> str:
        return str(window.list.indexAt(viewport.mapFromGlobal(at)).data())

    at = viewport.mapToGlobal(QPoint(50, 200))
    before = seen(at)
    window.notices.show_notice("offline", "warning", "Offline: nobody answers.")
    qtbot.waitUntil(lambda: window.notices.isVisible() and window.notices.height() > 20)
    qtbot.wait(20)
    assert (seen(at) == before) is over
    window.notices.remove("offline")
    qtbot.wait(20)
    assert seen(at) == before
    assert window.list.verticalScrollBar().value() == 0


def test_the_bottom_bar_connects_to_what_is_selected(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(6)))
    window, button = desktop.window, desktop.window.connect_button
    asked = []
    window.connect_requested.connect(asked.append)
    window.select("c3")
    assert button.isVisible()
    assert (button.text(), button.kind) == ("&Connect", "primary")
    assert button.x() > window.details_button.x() > window.count_label.x()  # the last one, as in every window
    assert "Enter" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["c3"]
    many = []
    window.filing_requested.connect(lambda what, ids, _value: many.append((what, sorted(ids))))
    window.list.choose(["c1", "c2"])
    assert (button.text(), button.accessibleName()) == ("&Connect 2", "Connect 2")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert many == [("connect", ["c1", "c2"])]
    window.search_edit.setText("qqqq")
    assert not button.isVisible()


def test_the_panel_has_the_only_primary_button_while_it_is_there(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(6)))
    window = desktop.window
    window.resize(1100, 700)
    window.select("c2")
    window.toggle_panel()
    qtbot.waitUntil(lambda: window.panes.panel.connection_id == "c2")
    shown = [each for each in window.findChildren(Button) if each.isVisible() and each.kind == "primary"]
    assert [each.objectName() for each in shown] == ["panelConnect"]
    assert not window.details_button.isVisible()  # the panel has it as Edit
    window.toggle_panel()
    assert window.connect_button.isVisible()


def test_in_a_narrow_window_connect_stays(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(6)))
    window = desktop.window
    window.resize(window.minimumSize())
    window.list.choose(["c1", "c2", "c3"])
    window.show_status("c1 was removed.", undo=True)
    QCoreApplication.processEvents()
    every = (window.undo_button, window.connect_button, window.details_button, window.count_label)
    shown = [each for each in every if each.isVisible()]
    assert window.connect_button in shown
    assert window.undo_button in shown
    for each in shown:
        assert each.width() >= each.sizeHint().width()
        assert each.geometry().right() <= window.width()
    window.resize(1200, 700)
    assert window.details_button.isVisible()
    assert window.count_label.isVisible()
