"""Accent colour and motion of Linux' desktop portal: ours against a portal that a test plays, over a real message bus."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the portal is Linux's", allow_module_level=True)

from jeepney import DBusAddress, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields

PATH, SETTINGS = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
LOOKS, GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
CHILD = Path(__file__).resolve().parents[1] / "support" / "portal_child.py"

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


class FakePortal:
    """A desktop that has some settings, and can change them."""

    def __init__(self, address, settings) -> None:
        self.settings = dict(settings)
        self.bus = open_dbus_connection(bus=address)
        self.bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def change(self, group, key, value):
        self.bus.send(new_signal(DBusAddress(PATH, interface=SETTINGS), "SettingChanged", "ssv", (group, key, value)))

    def end(self):
        self.bus.sock.shutdown(socket.SHUT_RDWR)
        self.thread.join(20)
        self.bus.close()

    def _serve(self):
        while True:
            try:
                call = self.bus.receive()
            except (OSError, EOFError):
                return
            if call.header.message_type is not MessageType.method_call:
                continue
            value = self.settings.get(call.body) if call.header.fields[HeaderFields.member] == "Read" else None
            if value is None:
                self.bus.send(new_error(call, "org.freedesktop.portal.Error.NotFound"))
            else:
                self.bus.send(new_method_return(call, "v", (("v", value),)))


@pytest.fixture
def listening():
    """Start a bus, a portal with some settings and the program's listener; give the portal and what the listener says."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    address = daemon.stdout.readline().strip()
    started = []

    def start(settings):
        portal = FakePortal(address, settings)
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "XDG_CONFIG_HOME": "/nonexistent"}
        child = subprocess.Popen(
            [sys.executable, str(CHILD)], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        started.append((portal, child))
        return portal, child.stdout

    yield start
    for portal, child in started:
        child.communicate(timeout=30)
        assert child.returncode == 0
        portal.end()
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


def test_accent_and_motion_are_taken_and_followed_live(listening):
    portal, said = listening(
        {(LOOKS, "accent-color"): ("(ddd)", (0.533, 0.224, 0.788)), (GNOME, "enable-animations"): ("b", False)}
    )
    assert {said.readline().strip() for _ in range(2)} == {"accent #8839c9 #8839c9", "motion less"}
    portal.change(GNOME, "enable-animations", ("b", True))
    assert said.readline().strip() == "motion full"
    portal.change(LOOKS, "accent-color", ("(ddd)", (1.0, 1.0, 0.0)))
    told, colour, shown = said.readline().split()
    assert (told, colour) == ("accent", "#ffff00")
    assert shown != "#ffff00", "yellow on white cannot be seen: it was made darker"
    portal.change(LOOKS, "accent-color", ("(ddd)", (-1.0, -1.0, -1.0)))
    assert said.readline().startswith("accent none")


def test_nonsense_is_no_accent_and_other_settings_are_nothing(listening):
    portal, said = listening({(LOOKS, "accent-color"): ("s", "red")})
    assert said.readline().startswith("accent none")
    portal.change("org.example", "accent-color", ("(ddd)", (0.1, 0.1, 0.1)))
    portal.change(LOOKS, "reduced-motion", ("u", 1))
    assert said.readline().strip() == "motion less"


def test_light_or_dark_and_contrast_are_followed_live(listening):
    portal, said = listening({(LOOKS, "color-scheme"): ("u", 1), (LOOKS, "contrast"): ("u", 0)})
    assert [said.readline().strip() for _ in range(2)] == ["windows dark usual"] * 2
    portal.change(LOOKS, "contrast", ("u", 1))
    assert said.readline().strip() == "windows dark high"
    for scheme, look in ((2, "light"), (1, "dark"), (0, "light")):  # 0: the person does not mind
        portal.change(LOOKS, "color-scheme", ("u", scheme))
        assert said.readline().strip() == f"windows {look} high"
    portal.change(LOOKS, "contrast", ("u", 7))
    assert said.readline().strip() == "windows light usual"
    portal.change(LOOKS, "color-scheme", ("s", "dark"))
    assert said.readline().strip() == "windows light usual"
