"""Many customers at once, and undo, on doubles."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from support.desktop import FakeWorkflows, Gate, row, rows, session
from support.filing import GOLD, NORTH, asked, choose, filed, filed_desktop, ids, saved, trigger
from tenantdock.desktop.asking import NameDialog
from tenantdock.desktop.batch import NOTICE
from tenantdock.desktop.organise import MANY
from tenantdock.desktop.sidebar import FAVOURITES
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.trouble import ErrorDialog, QuestionDialog
from tenantdock.domain.errors import NetworkTrouble, StorageTrouble
from tenantdock.domain.signin import Progress, Rung


@pytest.fixture
def desktop(make_desktop, qtbot):
    return filed_desktop(make_desktop, qtbot)


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


# --- undo


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
