"""The keys that open the palette from every program: what may be chosen, and each system's way with a double for the system."""

from __future__ import annotations

import ctypes
import logging
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from support.desktop import FakeWorkflows, rows
from tenantdock.desktop.hotkeys import DEFAULT, Hotkey, HotkeyTrouble, combination, macos, registering, windows, x11
from tenantdock.desktop.loop import Loop

KEYS = combination(DEFAULT)


@pytest.mark.parametrize(
    ("text", "keysym", "x", "virtual", "win", "mac", "trigger"),
    [
        ("Ctrl+Alt+Space", 0x20, 12, 0x20, 3, 49, "CTRL+ALT+space"),
        ("Ctrl+Alt+Shift+K", ord("k"), 13, ord("K"), 7, 40, "CTRL+ALT+SHIFT+k"),
        ("Meta+T", ord("t"), 64, ord("T"), 8, 17, "LOGO+t"),
        ("F12", 0xFFC9, 0, 0x7B, 0, 111, "F12"),
        ("Alt+Space", 0x20, 8, 0x20, 1, 49, "ALT+space"),
        ("Ctrl+Alt+0", ord("0"), 12, ord("0"), 3, 29, "CTRL+ALT+0"),
        ("Ctrl+Alt+PgDown", 0xFF56, 12, 0x22, 3, 121, "CTRL+ALT+Next"),
    ],
)
def test_each_system_gets_its_own_codes(text, keysym, x, virtual, win, mac, trigger):
    keys = combination(text)
    assert (keys.keysym, keys.x_modifiers, keys.virtual_key, keys.win_modifiers, keys.mac_key, keys.trigger) == (
        keysym,
        x,
        virtual,
        win,
        mac,
        trigger,
    )


@pytest.mark.parametrize(
    "text", ["", "A", "Shift+A", "Ctrl+C", "Alt+F", "Ctrl+Shift+V", "Ctrl+K, Ctrl+C", "Ctrl+ä", "nonsense", "Ctrl", "\u202e", "F99"]
)
def test_what_people_need_for_writing_is_refused(text):
    with pytest.raises(HotkeyTrouble) as refused:
        combination(text)
    assert refused.value.next_step


class Way:
    """A system that registers what it is told to, or fails."""

    def __init__(self) -> None:
        self.fails: BaseException | None = None
        self.asked: list[str] = []
        self.closed: list[str] = []
        self.press: Any = None
        self.held: list[Any] = []
        self.at_once = True

    def register(self, keys, _loop, pressed, done, failed):
        self.asked.append(keys.shown)
        self.press = pressed
        registered = SimpleNamespace(close=lambda: self.closed.append(keys.shown))
        answer = (lambda: failed(self.fails)) if self.fails is not None else (lambda: done(registered))
        if self.at_once:
            answer()
        else:
            self.held.append(answer)


@pytest.fixture
def way(monkeypatch):
    made = Way()
    monkeypatch.setattr(registering, "import_module", lambda _name: made)
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    return made


@pytest.fixture
def loop(qapp):
    made = Loop(lambda failure: None)
    yield made
    made.close()


@pytest.fixture
def hotkey(loop):
    pressed, told = [], []
    made = Hotkey(loop, lambda: pressed.append(1), told.append)
    made.presses, made.tales = pressed, told
    return made


def test_a_combination_is_registered_and_given_back(hotkey, way):
    hotkey.set("Ctrl+Alt+K")
    assert hotkey.active
    way.press()
    assert hotkey.presses == [1]
    hotkey.set("Ctrl+Alt+L")
    assert way.closed == ["Ctrl+Alt+K"]
    hotkey.set("")
    assert way.closed == ["Ctrl+Alt+K", "Ctrl+Alt+L"]
    assert not hotkey.active
    way.press()
    assert hotkey.presses == [1]
    assert hotkey.tales == []


def test_why_there_is_none_is_kept_and_told(hotkey, way):
    way.fails = registering.taken(KEYS)
    hotkey.set(DEFAULT)
    assert hotkey.trouble is way.fails
    assert hotkey.tales == [way.fails]
    assert not hotkey.active
    way.fails = None
    hotkey.set(DEFAULT)
    assert hotkey.trouble is None
    assert hotkey.active


def test_an_answer_that_comes_after_another_wish_counts_no_more(hotkey, way):
    way.at_once = False
    hotkey.set("Ctrl+Alt+K")
    hotkey.set("")
    way.held.pop()()
    assert way.closed == ["Ctrl+Alt+K"]
    assert not hotkey.active
    way.fails = registering.taken(KEYS)
    hotkey.set("Ctrl+Alt+K")
    hotkey.set("")
    way.held.pop()()
    assert hotkey.tales == []


@pytest.mark.expects_log
def test_a_failure_of_another_kind_is_told_too(hotkey, way, caplog):
    way.fails = OSError("broken")
    with caplog.at_level(logging.ERROR):
        hotkey.set(DEFAULT)
    assert isinstance(hotkey.trouble, HotkeyTrouble)
    assert "tenantdock show --palette" in hotkey.trouble.next_step
    assert "the hotkey failed" in caplog.text


def test_what_cannot_be_a_combination_asks_no_system(hotkey, way):
    hotkey.set("Ctrl+C")
    assert way.asked == []
    assert isinstance(hotkey.trouble, HotkeyTrouble)


def test_where_there_is_no_way_the_command_is_offered(hotkey, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "offscreen"))
    hotkey.set(DEFAULT)
    assert "tenantdock show --palette" in hotkey.tales[0].next_step


def test_the_desktop_asks_for_the_wish_after_the_first_window_and_opens_the_palette(make_desktop, qtbot, way):
    desktop = make_desktop(FakeWorkflows(rows(3)), hotkey=lambda: DEFAULT)
    qtbot.waitUntil(lambda: "hotkey" in vars(desktop) and desktop.hotkey.active)
    way.press()
    qtbot.waitUntil(lambda: desktop.finding.window is not None and desktop.finding.window.isActiveWindow())
    way.press()
    assert not desktop.finding.window.isVisible()
    desktop.set_hotkey("Ctrl+Alt+L")
    qtbot.waitUntil(lambda: desktop.hotkey.wanted == "Ctrl+Alt+L")
    desktop.close()
    assert way.closed == ["Ctrl+Alt+Space", "Ctrl+Alt+L"]


def test_keys_that_cannot_be_given_back_do_not_keep_the_program(make_desktop, qtbot, way, monkeypatch, caplog):
    """Else it would be a window that cannot be used, closed or quit."""
    desktop = make_desktop(FakeWorkflows(rows(3)), hotkey=lambda: DEFAULT)
    qtbot.waitUntil(lambda: "hotkey" in vars(desktop) and desktop.hotkey.active)
    monkeypatch.setattr(desktop.hotkey, "close", lambda: 1 / 0)
    quits = []
    monkeypatch.setattr(QApplication, "quit", staticmethod(lambda: quits.append(desktop.window.isVisible())))
    desktop.quit()
    qtbot.waitUntil(lambda: quits == [False])
    assert "unexpected at the end: ZeroDivisionError" in caplog.text
    caplog.clear()


def test_a_combination_that_is_taken_is_said_once(make_desktop, qtbot, way):
    way.fails = registering.taken(KEYS)
    desktop = make_desktop(FakeWorkflows(rows(3)), hotkey=lambda: DEFAULT)
    qtbot.waitUntil(lambda: "belongs to another program" in desktop.window.status_label.text())
    desktop.window.show_status("")
    desktop.set_hotkey("Ctrl+Alt+L")
    qtbot.waitUntil(lambda: len(way.asked) == 2)
    assert desktop.window.status_label.text() == ""


# Windows


class User32:
    """Windows' registry of combinations, with room for one."""

    def __init__(self, *, free: bool = True) -> None:
        self.free = free
        self.calls: list[tuple[Any, ...]] = []

    def RegisterHotKey(self, *arguments):  # noqa: N802 - Windows' name
        self.calls.append(("register", *arguments))
        return self.free

    def UnregisterHotKey(self, *arguments):  # noqa: N802 - Windows' name
        self.calls.append(("unregister", *arguments))


def message(number: int, what: int) -> int:
    made = windows.Message(None, number, what, 0)
    message.kept = made
    return ctypes.addressof(made)


def test_windows_registers_and_hears_its_own_message_only(qapp):
    pressed, user32 = [], User32()
    registered = windows.WindowsHotkey(KEYS, lambda: pressed.append(1), user32)
    number = user32.calls[0][2]
    assert user32.calls == [("register", None, number, 0x4003, 0x20)]
    kind = b"windows_dispatcher_MSG"
    assert registered.nativeEventFilter(kind, message(0x0312, number)) == (True, 0)
    assert registered.nativeEventFilter(kind, message(0x0312, number + 1)) == (False, 0)
    assert registered.nativeEventFilter(kind, message(0x0100, number)) == (False, 0)
    assert registered.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert pressed == [1]
    registered.close()
    assert user32.calls[-1] == ("unregister", None, number)


def test_windows_says_when_another_program_has_it(qapp):
    with pytest.raises(HotkeyTrouble, match="belongs to another program"):
        windows.WindowsHotkey(KEYS, lambda: None, User32(free=False))


# macOS


class Carbon:
    """Apple's Carbon, as far as it is called."""

    def __init__(self, *, installs: int = 0, registers: int = 0) -> None:
        self.answers = {"InstallEventHandler": installs, "RegisterEventHotKey": registers}
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        def call(*arguments):
            self.calls.append((name, *arguments))
            return self.answers.get(name, 0)

        return call


def test_macos_registers_and_hears(qapp):
    pressed, carbon = [], Carbon()
    registered = macos.CarbonHotkey(KEYS, lambda: pressed.append(1), carbon)
    assert [call[0] for call in carbon.calls] == ["GetApplicationEventTarget", "InstallEventHandler", "RegisterEventHotKey"]
    assert carbon.calls[2][1:3] == (49, 0x900)
    assert carbon.calls[1][2](None, None, None) == 0
    assert pressed == [1]
    registered.close()
    assert [call[0] for call in carbon.calls[3:]] == ["UnregisterEventHotKey", "RemoveEventHandler"]


def test_macos_says_why_not(qapp):
    with pytest.raises(HotkeyTrouble, match="belongs to another program"):
        macos.CarbonHotkey(KEYS, lambda: None, Carbon(registers=-9878))
    with pytest.raises(HotkeyTrouble):
        macos.CarbonHotkey(KEYS, lambda: None, Carbon(installs=-1))
    with pytest.raises(HotkeyTrouble, match="no "):
        macos.CarbonHotkey(combination("Ctrl+Alt+Pause"), lambda: None, Carbon())


# X11 without a server (with one: tests/e2e/test_palette_keys.py)


@pytest.mark.skipif(sys.platform != "linux", reason="X11")
def test_x11_without_a_server_says_so(qapp, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":77777")
    with pytest.raises(HotkeyTrouble, match="does not answer"):
        x11.Grab(KEYS)
