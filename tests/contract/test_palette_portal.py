"""Wayland's portal for global shortcuts: ours against a portal that a test plays, over a real message bus."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tenantdock.desktop.hotkeys import DEFAULT, HotkeyTrouble, combination

if sys.platform != "linux":
    pytest.skip("the portal is Linux's", allow_module_level=True)

from jeepney import DBusAddress, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields

from tenantdock.desktop.hotkeys.portal import PortalShortcut

PATH, SHORTCUTS = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.GlobalShortcuts"
KEYS = combination(DEFAULT)

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
def bus(monkeypatch) -> Iterator[str]:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    yield os.environ["DBUS_SESSION_BUS_ADDRESS"]
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


class FakePortal:
    """A desktop that agrees to everything, or answers a method with another number (1: the person declined)."""

    def __init__(self, **answers: int) -> None:
        self.answers = answers
        self.wished: list[Any] = []
        self.session = ""
        self.bus = open_dbus_connection(bus="SESSION")
        self.bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def press(self, session: str = "", shortcut: str = "palette") -> None:
        body = (session or self.session, shortcut, 1, {})
        self.bus.send(new_signal(DBusAddress(PATH, interface=SHORTCUTS), "Activated", "osta{sv}", body))

    def _serve(self) -> None:
        while True:
            try:
                call = self.bus.receive()
            except (OSError, ConnectionError, EOFError):
                return
            fields = call.header.fields
            if call.header.message_type is not MessageType.method_call:
                continue
            member = fields[HeaderFields.member]
            if member == "Register":
                self.bus.send(new_method_return(call))
                continue
            options = call.body[-1]
            sender = fields[HeaderFields.sender].removeprefix(":").replace(".", "_")
            request = f"{PATH}/request/{sender}/{options['handle_token'][1]}"
            self.bus.send(new_method_return(call, "o", (request,)))
            results: dict[str, Any] = {}
            if member == "CreateSession":
                self.session = f"{PATH}/session/{sender}/{options['session_handle_token'][1]}"
                results = {"session_handle": ("s", self.session)}
            elif member == "BindShortcuts":
                self.wished = list(call.body)
                results = {"shortcuts": ("a(sa{sv})", [("palette", {"trigger_description": ("s", "Ctrl+Alt+Space")})])}
            answer = (self.answers.get(member, 0), results)
            address = DBusAddress(request, interface="org.freedesktop.portal.Request")
            self.bus.send(new_signal(address, "Response", "ua{sv}", answer))


@pytest.fixture
def play(bus) -> Iterator[Callable[..., FakePortal]]:
    """Make portals; they end with the test."""
    made: list[FakePortal] = []

    def make(**answers: int) -> FakePortal:
        made.append(FakePortal(**answers))
        return made[-1]

    yield make
    for portal in made:
        portal.bus.sock.shutdown(socket.SHUT_RDWR)
        portal.thread.join(20)
        portal.bus.close()


def test_the_desktop_is_asked_and_its_presses_are_heard(play):
    portal = play()
    shortcut = PortalShortcut(KEYS)
    shortcut.bind()
    session, shortcuts, _parent, _options = portal.wished
    assert session == portal.session
    assert [(name, wish["preferred_trigger"]) for name, wish in shortcuts] == [("palette", ("s", "CTRL+ALT+space"))]
    heard = threading.Semaphore(0)
    count: list[int] = []

    def pressed() -> None:
        count.append(1)
        heard.release()

    thread = threading.Thread(target=shortcut.wait, args=(pressed,), daemon=True)
    thread.start()
    portal.press(session="/org/somebody/else")
    portal.press(shortcut="other")
    portal.press()
    portal.press()
    assert heard.acquire(timeout=20)
    assert heard.acquire(timeout=20)
    assert len(count) == 2
    shortcut.close()
    thread.join(20)
    assert not thread.is_alive()


@pytest.mark.parametrize("method", ["CreateSession", "BindShortcuts"])
def test_a_person_who_declines_is_told_the_other_way(play, method):
    portal = play(**{method: 1})
    with pytest.raises(HotkeyTrouble, match="did not give") as declined:
        PortalShortcut(KEYS).bind()
    assert "tenantdock show --palette" in declined.value.next_step
    assert portal.thread.is_alive()


def test_without_a_portal_the_other_way_is_told(bus):
    with pytest.raises(HotkeyTrouble, match="no GlobalShortcuts portal") as missing:
        PortalShortcut(KEYS).bind()
    assert "tenantdock show --palette" in missing.value.next_step


def test_without_a_message_bus_the_other_way_is_told(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    with pytest.raises(HotkeyTrouble):
        PortalShortcut(KEYS).bind()


def test_one_that_is_closed_before_it_is_bound_stays_closed(play):
    play()
    shortcut = PortalShortcut(KEYS)
    shortcut.close()
    with pytest.raises(HotkeyTrouble):
        shortcut.bind()
