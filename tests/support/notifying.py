"""Doubles of what shows notifications: a daemon and the desktop's portal, each with a connection of its own to a real bus."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, message_bus, new_error, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields

HAVE_BUS = shutil.which("dbus-daemon") is not None


_CONFIGURATION = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


@contextlib.contextmanager
def session_bus() -> Iterator[str]:
    """Start a session bus of a test's own, and give its address. It starts no service of this computer by itself."""
    with tempfile.TemporaryDirectory() as folder:
        configuration = Path(folder, "bus.conf")
        configuration.write_text(_CONFIGURATION)
        command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address=1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
            assert daemon.stdout is not None
            try:
                yield daemon.stdout.readline().strip()
            finally:
                daemon.terminate()


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Wait until *is_so*; fail after a while."""
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.01)


class _Double:
    NAME = PATH = ""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []
        self.refuses: set[str] = set()
        """Methods that are answered with an error."""
        self.bus = open_dbus_connection(bus="SESSION")
        self.bus.send_and_get_reply(message_bus.RequestName(self.NAME))
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def named(self, member: str) -> list[Any]:
        """The bodies of the calls of a method."""
        return [body for name, body in self.calls if name == member]

    def emit(self, interface: str, member: str, signature: str, *body: Any) -> None:
        self.bus.send(new_signal(DBusAddress(self.PATH, interface=interface), member, signature, body))

    def close(self) -> None:
        if self.thread.is_alive():
            self.bus.sock.shutdown(socket.SHUT_RDWR)
        self.thread.join(20)
        self.bus.close()

    def answer(self, member: str, body: Any) -> tuple[str, tuple[Any, ...]]:
        return "", ()

    def _serve(self) -> None:
        with contextlib.suppress(OSError, EOFError, ValueError):  # the bus, or this double, is at its end
            while True:
                self._take(self.bus.receive())

    def _take(self, call: Any) -> None:
        if call.header.message_type is not MessageType.method_call:
            return
        member = call.header.fields[HeaderFields.member]
        if member in self.refuses:
            self.bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
        else:
            self.bus.send(new_method_return(call, *self.answer(member, call.body)))
        self.calls.append((member, call.body))


class FakeDaemon(_Double):
    """org.freedesktop.Notifications with what it can do."""

    NAME = "org.freedesktop.Notifications"
    PATH = "/org/freedesktop/Notifications"

    def __init__(self, *can: str, first: int = 1) -> None:
        self.can = list(can or ("actions", "body", "body-markup"))
        self.last = first - 1
        super().__init__()

    def answer(self, member: str, body: Any) -> tuple[str, tuple[Any, ...]]:
        if member == "GetCapabilities":
            return "as", (self.can,)
        if member == "Notify":
            if not body[1]:
                self.last += 1
            return "u", (body[1] or self.last,)
        return "", ()

    def click(self, number: int, action: str = "default", token: str = "") -> None:
        """Do what a daemon does when a person clicks: the token, the action, and the notification is gone."""
        if token:
            self.emit(self.NAME, "ActivationToken", "us", number, token)
        self.emit(self.NAME, "ActionInvoked", "us", number, action)
        self.emit(self.NAME, "NotificationClosed", "uu", number, 2)


class Stranger(_Double):
    """Another program that says what a daemon would."""

    NAME = "com.example.Stranger"
    PATH = FakeDaemon.PATH


class FakePortal(_Double):
    """The desktop's portal, with notifications only."""

    NAME = "org.freedesktop.portal.Desktop"
    PATH = "/org/freedesktop/portal/desktop"

    def click(self, key: str, action: str = "default", token: str = "") -> None:
        data = [("a{sv}", {"activation-token": ("s", token)})] if token else []
        self.emit("org.freedesktop.portal.Notification", "ActionInvoked", "ssav", key, action, data)
