"""Locked: nothing of a customer's is on the screen, and nothing happens until it is unlocked."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QVBoxLayout, QWidget

from support.desktop import FakeWorkflows, Gate, row, session
from tenantdock import winapi
from tenantdock.desktop.app import Desktop
from tenantdock.desktop.idle import idle_ticks
from tenantdock.desktop.pages import Page
from tenantdock.desktop.screen_lock import SessionFilter, WindowsWatch
from tenantdock.desktop.tray_icons import TrayState
from tenantdock.desktop.trouble import QuestionDialog
from tenantdock.domain.errors import StorageTrouble, VaultLocked
from tenantdock.domain.settings import LockSettings, Settings
from tenantdock.winapi import Message

SECRET = "Verysecret Customer"


@pytest.fixture
def desktop(make_desktop, qtbot) -> Desktop:
    fakes = FakeWorkflows([row(1, name=SECRET), row(2)])
    fakes.agent.open = [session(1, name=SECRET)]
    made = make_desktop(fakes)
    qtbot.waitUntil(lambda: "keeper" in made.__dict__, timeout=5000)
    qtbot.waitUntil(lambda: made.keeper.locker._settings is not None)
    return made


def on_screen() -> str:
    """All text of all visible widgets, and what a screen reader gets of them."""
    found = []
    for each in QApplication.allWidgets():
        if each.isVisible():
            texts = [each.accessibleName(), each.toolTip(), each.windowTitle()]
            texts += [getattr(each, name)() for name in ("text", "title") if callable(getattr(each, name, None))]
            model = getattr(each, "model", None)
            if callable(model) and model() is not None:
                texts += [str(model().index(at, 0).data()) for at in range(min(5, model().rowCount()))]
            if isinstance(each, QMenu):
                texts += [action.text() for action in each.actions()]
            found += [text for text in texts if text]
    return "\n".join(found)


def test_what_is_looked_for_would_be_found(desktop):
    assert SECRET in on_screen()


def test_nothing_of_a_customer_is_left_on_the_screen(desktop, qtbot):
    desktop.open_sessions()
    desktop.commands.details("c1")
    assert on_screen().count(SECRET) > 3
    desktop.window.lock_requested.emit()
    assert desktop.locked
    assert desktop.fakes.agent.locked
    assert SECRET not in on_screen()
    assert "TenantDock is locked" in on_screen()
    assert "1 console is open" in desktop.keeper.locker.page.consoles_label.text()
    assert desktop.tray.state is TrayState.LOCKED
    desktop.icon.menu.aboutToShow.emit()
    assert [action.text() for action in desktop.icon.menu.actions() if action.text()] == ["&Unlock TenantDock\u2026", "&Quit"]
    desktop.icon.menu.popup(desktop.window.pos())
    qtbot.wait(30)
    assert desktop.icon.menu.isVisible()  # the way to unlock where the window is hidden
    assert SECRET not in on_screen()


def test_unlocking_brings_everything_back(desktop, qtbot):
    desktop.open_sessions()
    before = desktop.sessions.window
    desktop.lock()
    assert not before.isVisible()
    qtbot.mouseClick(desktop.keeper.locker.page.unlock_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desktop.locked and desktop.keeper.locker.page is None)
    assert before.isVisible()
    assert desktop.window.list.isVisible()
    assert desktop.window.page is Page.LIST
    assert SECRET in on_screen()
    assert desktop.tray.state is TrayState.OPEN


def test_the_window_is_as_it_was(desktop, qtbot):
    def shown():
        every = desktop.window.findChildren(QWidget)
        return {id(each) for each in every if each.isVisible()}, [
            each.isEnabled() for each in desktop.window.findChildren(QShortcut)
        ]

    desktop.window.search_edit.setText("north")
    before = shown()
    desktop.lock()
    assert not any(each.isEnabled() for each in desktop.window.findChildren(QShortcut))
    desktop.keeper.locker.unlock()
    qtbot.waitUntil(lambda: desktop.keeper.locker.page is None)
    qtbot.wait(10)
    assert shown() == before
    assert desktop.window.search_edit.text() == "north"


def test_what_ended_or_came_while_it_was_locked_is_so_afterwards(desktop, qtbot):
    window = desktop.window
    window.show_status("Something can be undone.", 0.05, undo=True)
    assert window.sessions.isVisible()
    assert window.undo_button.isVisible()
    desktop.lock()
    desktop.fakes.agent.withdraw("s1")
    desktop.report(StorageTrouble("A file was damaged.", next_step="It was set aside."))
    qtbot.waitUntil(lambda: window.notices.get("report-0") is not None)
    qtbot.wait(80)
    assert not window.notices.isVisible()
    desktop.keeper.locker.unlock()
    qtbot.waitUntil(lambda: desktop.keeper.locker.page is None)
    qtbot.wait(10)
    assert not window.sessions.isVisible()
    assert not window.undo_button.isVisible()
    assert window.notices.isVisible()


def test_a_dialog_that_went_while_it_was_locked_takes_nothing_with_it(desktop, qtbot):
    desktop.open_sessions()
    assert desktop.sessions.window.parent() is desktop.window
    desktop.lock()
    desktop.sessions.window.reject()
    qtbot.wait(20)
    desktop.keeper.locker.unlock()
    qtbot.waitUntil(lambda: desktop.keeper.locker.page is None)
    assert desktop.window.list.isVisible()


def test_a_keyring_that_asks_is_waited_for_and_one_that_refuses_is_told(desktop, qtbot):
    desktop.lock()
    page, vault = desktop.keeper.locker.page, desktop.fakes.vault
    vault.gate, vault.prove_fails = Gate(), VaultLocked("Your keyring is locked.", next_step="Unlock it when your system asks.")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(vault.gate.reached.is_set)
    assert not page.unlock_button.isEnabled()
    assert "keyring" in page.unlock_button.text()
    vault.gate.open()
    qtbot.waitUntil(page.error_label.isVisible)
    assert "Your keyring is locked." in page.error_label.text()
    assert desktop.locked
    assert SECRET not in on_screen()
    vault.gate, vault.prove_fails = None, None
    qtbot.mouseClick(page.unlock_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desktop.locked)


def test_what_is_asked_for_meanwhile_shows_the_lock(desktop, qtbot):
    desktop.lock()
    desktop.window.hide()
    for ask in (
        lambda: desktop.connect("c1"),
        desktop.add_customer,
        desktop.open_settings,
        desktop.open_sessions,
        lambda: desktop.window.details_requested.emit("c1"),
        lambda: desktop.window.remove_requested.emit("c1"),
        desktop.icon.menu.fill,
    ):
        ask()
    qtbot.waitUntil(desktop.window.isVisible)
    qtbot.wait(50)
    assert desktop.fakes.connecting.calls == []
    assert len(desktop.fakes.directory.saved) == 2
    assert SECRET not in on_screen()
    assert desktop.windows.all() == []


def test_a_window_that_shows_itself_meanwhile_waits(desktop, qtbot):
    desktop.lock()
    late = QDialog(desktop.window)
    QVBoxLayout(late).addWidget(QLabel(SECRET))
    late.show()
    assert not late.windowHandle().isVisible()  # never on the screen
    qtbot.waitUntil(lambda: not late.isVisible())
    desktop.bulletins.reports([StorageTrouble(f"The file of {SECRET} was damaged.", next_step="Sign in again.")])
    qtbot.wait(20)
    assert SECRET not in on_screen()
    desktop.keeper.locker.unlock()
    qtbot.waitUntil(lambda: desktop.keeper.locker.page is None)
    assert late.isVisible()
    assert SECRET in desktop.window.notices.get("report-0").label.text()
    assert desktop.window.notices.isVisible()
    late.deleteLater()


def test_a_palette_that_is_asked_for_shows_the_lock_instead(desktop, qtbot):
    desktop.lock()
    desktop.window.hide()
    asked = QWidget(None, Qt.WindowType.Tool)
    asked.setObjectName("palette")
    qtbot.addWidget(asked)
    asked.show()
    qtbot.waitUntil(desktop.window.isVisible)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert desktop.keeper.locker.page.isVisible()


def test_a_menu_that_is_open_closes_for_good(desktop, qtbot):
    menu = desktop.window.context_menu("c1")
    menu.popup(desktop.window.mapToGlobal(desktop.window.rect().center()))
    assert menu.isVisible()
    desktop.lock()
    assert QApplication.activePopupWidget() is None
    assert SECRET not in on_screen()
    desktop.keeper.locker.unlock()
    qtbot.waitUntil(lambda: desktop.keeper.locker.page is None)
    assert QApplication.activePopupWidget() is None


def test_quitting_is_asked_and_answered_while_locked(desktop, qtbot):
    desktop.lock()
    qtbot.mouseClick(desktop.keeper.locker.page.quit_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(isinstance(each, QuestionDialog) and each.isVisible() for each in desktop.windows.all()))
    (question,) = desktop.windows.all()
    assert SECRET not in on_screen()
    qtbot.mouseClick(question.no_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert desktop.locked


def test_ctrl_l_locks_and_esc_closes_the_locked_window(desktop, qtbot):
    (shortcut,) = [each for each in desktop.window.findChildren(QShortcut) if each.key() == QKeySequence("Ctrl+L")]
    shortcut.activated.emit()
    assert desktop.locked
    qtbot.keyClick(desktop.keeper.locker.page, Qt.Key.Key_Escape)
    assert not desktop.window.isVisible()
    desktop.show()
    qtbot.waitUntil(desktop.window.isVisible)
    assert desktop.keeper.locker.page.isVisible()
    assert SECRET not in on_screen()


def test_typing_reaches_nothing_behind_the_lock(desktop, qtbot):
    desktop.lock()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        qtbot.keyClick(desktop.keeper.locker.page, key)
    assert desktop.window.search_edit.text() == ""
    assert desktop.fakes.connecting.calls == []


# By itself


def set_lock(desktop, qtbot, **settings):
    wanted = LockSettings(**settings)
    desktop.fakes.settings.save(Settings(lock=wanted))
    qtbot.waitUntil(lambda: desktop.keeper.locker._settings == wanted)


@pytest.mark.parametrize(
    ("settings", "locked"),
    [
        ({}, False),  # a console is open
        ({"spare_consoles": False}, True),
        ({"spare_consoles": False, "with_screen": False}, False),
    ],
)
def test_the_screens_lock(desktop, qtbot, settings, locked):
    set_lock(desktop, qtbot, **settings)
    desktop.keeper.locker.screen_locked()
    assert desktop.locked is locked


def test_without_consoles_the_screens_lock_locks_by_default(desktop, qtbot):
    desktop.fakes.agent.withdraw("s1")
    desktop.keeper.locker.screen_locked()
    assert desktop.locked
    assert SECRET not in on_screen()


def test_idle_is_looked_at_only_when_it_could_be_over(desktop, qtbot):
    locker = desktop.keeper.locker
    assert not locker._timer.isActive()  # off by default: nothing wakes up
    set_lock(desktop, qtbot, idle_minutes=10, spare_consoles=False)
    assert 570_000 < locker._timer.remainingTime() < 631_000
    locker._idle = lambda: 240.0
    locker._look()
    qtbot.waitUntil(lambda: 340_000 < locker._timer.remainingTime() < 379_000)
    assert not desktop.locked
    locker._idle = lambda: 600.0
    locker._look()
    qtbot.waitUntil(lambda: desktop.locked)
    assert not locker._timer.isActive()
    locker.unlock()
    qtbot.waitUntil(lambda: not desktop.locked and locker.page is None)
    assert 570_000 < locker._timer.remainingTime() < 631_000


def test_idle_spares_open_consoles_and_looks_again_in_a_minute(desktop, qtbot):
    set_lock(desktop, qtbot, idle_minutes=1)
    locker = desktop.keeper.locker
    locker._idle = lambda: 3600.0
    locker._look()
    qtbot.waitUntil(lambda: 56_000 < locker._timer.remainingTime() < 64_000)
    assert not desktop.locked
    desktop.fakes.agent.withdraw("s1")
    locker._look()
    qtbot.waitUntil(lambda: desktop.locked)


def test_where_nobody_tells_our_own_windows_count(desktop, qtbot):
    set_lock(desktop, qtbot, idle_minutes=1, spare_consoles=False)
    locker = desktop.keeper.locker
    locker._idle = lambda: None
    locker._look()
    qtbot.waitUntil(lambda: locker._alone)
    locker._acted -= 50
    qtbot.keyClick(desktop.window.search_edit, Qt.Key.Key_A)
    locker._look()
    qtbot.wait(100)
    assert not desktop.locked
    locker._acted -= 61
    locker._look()
    qtbot.waitUntil(lambda: desktop.locked)


@pytest.mark.parametrize(
    ("message", "wide", "locks"), [(0x02B1, 7, True), (0x02B1, 8, False), (0x0218, 4, True), (0x0100, 7, False)]
)
def test_windows_own_messages(message, wide, locks):
    heard = []
    told = Message(message=message, wParam=wide)
    import ctypes  # noqa: PLC0415

    assert SessionFilter(lambda: heard.append(1)).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert bool(heard) is locks


def test_a_screen_reader_is_told_of_the_lock_and_of_its_end(desktop, qtbot, said):
    desktop.lock()
    assert ("TenantDock is locked", False) in said
    said.clear()
    desktop.keeper.locker.unlock()
    qtbot.waitUntil(lambda: not desktop.locked)
    assert [text for text, _urgent in said][:2] == ["Asking your keyring\u2026", "TenantDock is unlocked"]
    assert not any(SECRET in text for text, _urgent in said)
    desktop.window.hide()
    said.clear()
    desktop.lock()
    assert said == []  # nobody looks


@pytest.mark.parametrize("told", [1, 0])
def test_windows_is_asked_to_tell_the_main_window(qtbot, monkeypatch, caplog, told):
    asked = []
    library = SimpleNamespace(WTSRegisterSessionNotification=lambda *given: asked.append(given) or told)
    monkeypatch.setattr(winapi, "library", {"wtsapi32": library}.__getitem__)
    monkeypatch.setattr(winapi.ctypes, "get_last_error", lambda: 1702, raising=False)
    window = QWidget()
    qtbot.addWidget(window)
    watch = WindowsWatch(window, lambda: None)
    assert asked == [], "it asks another process: not on the GUI thread"
    assert watch.begin() == told
    assert asked == [(int(window.winId()), 0)]
    assert [record.getMessage() for record in caplog.records] == (
        [] if told else ["Windows tells no lock of the screen (error 1702)"]
    )
    caplog.clear()


@pytest.mark.parametrize(("now", "last", "passed"), [(5000, 1000, 4000), (100, 0xFFFFFF9C, 200), (1000, 1500, 0)])
def test_windows_counts_wrap_and_may_be_of_a_time_to_come(now, last, passed):
    assert idle_ticks(now, last) == passed
