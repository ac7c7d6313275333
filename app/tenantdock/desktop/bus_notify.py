"""Notifications over Linux' session bus: through the desktop's portal, else through its notification daemon.

A tray icon's own messages are told to a daemon there without an action, so that a click on one says nothing. Spoken over jeepney,
because PySide's QtDBus can send neither the uint32 that ``Notify`` takes nor the nested values of the portal's buttons. One thread,
from the first notification on, which waits in ``select``: it wakes when something is to be shown or was clicked, and costs nothing
in between. Uses nothing of Qt's.

Sources, read in November 2026: Desktop Notifications Specification 1.3 (specifications.freedesktop.org/notification-spec);
org.freedesktop.portal.Notification.xml of xdg-desktop-portal, version 2.
"""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from tenantdock.shipped import resources

_ANSWER: Final = 10.0  # seconds; a portal or daemon that the bus has to start takes one or two
_APP: Final = "tenantdock"
"""The name of our .desktop file."""
_DEFAULT: Final = "default"
"""The action of a click on the notification itself, in both protocols."""
_BUTTON: Final = "go"
_NORMAL: Final = 1  # of 0 (low) to 2 (critical)
_ICON: Final = "tenantdock-64.png"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Note:
    """A notification: plain text, and what its button says. One with the *tag* of an older one takes its place."""

    tag: str
    title: str
    text: str
    action: str


Clicked = Callable[[str, str], object]
"""Takes a tag, and what lets a window come to the front on Wayland ("" for nothing)."""


class BusNotifications:
    """Shows notifications, says what was clicked, and takes them away again. No method waits.

    *clicked* and *undelivered*, which takes the tag of what nobody showed, are called on the thread.
    """

    def __init__(self, clicked: Clicked, undelivered: Callable[[str], object]) -> None:
        self._clicked: Clicked | None = clicked
        self._undelivered: Callable[[str], object] | None = undelivered
        self._lock = threading.Lock()
        self._jobs: deque[Callable[[], object] | None] = deque()
        self._thread: threading.Thread | None = None
        self._awake: socket.socket | None = None
        self._bus: _Bus | None = None
        self._ways: tuple[_Way, ...] = (_Portal(), _Daemon())

    def show(self, note: Note) -> None:
        """Show a notification."""
        self._ask(lambda: self._show(note))

    def withdraw(self, tag: str) -> None:
        """Take a notification away, where it is still there."""
        if self._thread is not None:
            self._ask(lambda: self._withdraw(tag))

    def close(self, timeout: float) -> bool:
        """Take all notifications away and end the thread; wait up to *timeout* seconds for that. Returns whether it ended."""
        thread = self._thread
        if thread is None:
            return True
        self._ask(None)
        thread.join(timeout)
        self._clicked = self._undelivered = None  # what they belong to is not the thread's to drop
        return not thread.is_alive()

    def _ask(self, job: Callable[[], object] | None) -> None:
        with self._lock:
            self._jobs.append(job)
            if self._thread is None:
                self._awake, heard = socket.socketpair()
                self._thread = threading.Thread(target=self._run, args=(heard,), name="tenantdock-notify", daemon=True)
                self._thread.start()
            if self._awake is not None:
                self._awake.send(b"\0")

    # On the thread

    def _run(self, wake: socket.socket) -> None:
        with wake:
            while True:
                self._hear()
                with selectors.DefaultSelector() as selector:
                    selector.register(wake, selectors.EVENT_READ)
                    if self._bus is not None:
                        selector.register(self._bus.socket, selectors.EVENT_READ)
                    found = {key.fileobj for key, _events in selector.select()}
                if wake in found:
                    wake.recv(4096)
                    if not self._work():
                        break
        with self._lock:
            awake, self._awake = self._awake, None
        if awake is not None:
            awake.close()

    def _work(self) -> bool:
        """Do what was asked for. Returns whether to go on."""
        while self._jobs:
            job = self._jobs.popleft()
            if job is None:
                self._end()
                return False
            self._hear()  # first what was closed, or who went away
            job()
        return True

    def _show(self, note: Note) -> None:
        bus = self._connected()
        shown = next((way for way in self._ways if bus is not None and self._shows(way, bus, note)), None)
        for way in self._ways:
            if bus is not None and shown is not None and way is not shown:
                way.withdraw(bus, note.tag)
        if shown is None and (undelivered := self._undelivered) is not None:
            undelivered(note.tag)

    def _shows(self, way: _Way, bus: _Bus, note: Note) -> bool:
        try:
            way.show(bus, note)
        except (_Refused, TimeoutError):
            return False
        except Exception as failure:  # noqa: BLE001 - whatever comes over the bus, the next way is taken
            self._lost(failure)
            return False
        return True

    def _withdraw(self, tag: str) -> None:
        if self._bus is not None:
            try:
                for way in self._ways:
                    way.withdraw(self._bus, tag)
            except OSError as failure:
                self._lost(failure)

    def _end(self) -> None:
        if self._bus is not None:
            with contextlib.suppress(OSError):
                for way in self._ways:
                    for tag in way.tags():
                        way.withdraw(self._bus, tag)
            self._bus.close()
            self._bus = None

    def _connected(self) -> _Bus | None:
        if self._bus is None:
            try:
                self._bus = _Bus()
                for way in self._ways:
                    way.listen(self._bus)
            except Exception as failure:  # noqa: BLE001 - no bus, no jeepney, a bus that answers nonsense: there is the tray
                self._lost(failure)
        return self._bus

    def _hear(self) -> None:
        """Take what came over the bus. Waits for nothing."""
        if self._bus is None:
            return
        try:
            heard = self._bus.heard()
        except Exception as failure:  # noqa: BLE001 - as above
            self._lost(failure)
            return
        for message in heard:
            for way in self._ways:
                found = way.take(message)
                if found is not None and (clicked := self._clicked) is not None:
                    clicked(*found)

    def _lost(self, failure: Exception) -> None:
        """The bus is gone, or never was there; the next notification looks for one again."""
        _log.info("no session bus for notifications: %s", type(failure).__name__)
        if self._bus is not None:
            self._bus.close()
            self._bus = None
        for way in self._ways:
            way.forget()


class _Refused(Exception):
    """The other end answered with an error, or is not there."""


class _Bus:
    """A connection to the session bus."""

    def __init__(self) -> None:
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - only on Linux, at the first notification

        self._connection: Any = open_dbus_connection(bus="SESSION")
        self._heard: deque[Any] = deque()

    @property
    def socket(self) -> socket.socket:
        found: socket.socket = self._connection.sock
        return found

    def call(self, to: tuple[str, str, str], method: str, signature: str, body: tuple[Any, ...]) -> Any:
        """Call, and return the answer. Raises :class:`_Refused`, :class:`TimeoutError`, :class:`OSError`."""
        from jeepney import MessageType  # noqa: PLC0415 - as above

        reply = self._connection.send_and_get_reply(_message(to, method, signature, body), timeout=_ANSWER)
        if reply.header.message_type is MessageType.error:
            raise _Refused
        return reply

    def tell(self, to: tuple[str, str, str], method: str, signature: str, body: tuple[Any, ...]) -> None:
        """Call without waiting for the answer, nor starting who is not there. Raises :class:`OSError`."""
        from jeepney import MessageFlag  # noqa: PLC0415 - as above

        message = _message(to, method, signature, body)
        message.header.flags = MessageFlag.no_reply_expected | MessageFlag.no_auto_start
        self._connection.send(message)

    def listen(self, member: str, path: str, interface: str, *, sender: str = "", first: str = "") -> None:
        """Hear a signal from now on, of *sender* only, and with *first* as its first argument, where these are given."""
        from jeepney import MatchRule, message_bus  # noqa: PLC0415 - as above

        rule = MatchRule(type="signal", interface=interface, member=member, path=path, sender=sender or None)
        if first:
            rule.add_arg_condition(0, first)
        self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER)
        self._connection.filter(rule, queue=self._heard)

    def heard(self) -> list[Any]:
        """The signals that came. Raises :class:`OSError` when the bus is gone."""
        with contextlib.suppress(TimeoutError):
            while True:
                self._connection.recv_messages(timeout=0)
        found = list(self._heard)
        self._heard.clear()
        return found

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._connection.close()


def _message(to: tuple[str, str, str], method: str, signature: str, body: tuple[Any, ...]) -> Any:
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - as above

    name, path, interface = to
    return new_method_call(DBusAddress(path, name, interface), method, signature, body)


def _field(message: Any, name: str) -> Any:
    from jeepney import HeaderFields  # noqa: PLC0415 - as above

    return message.header.fields.get(HeaderFields[name])


class _Way(Protocol):
    """A protocol for notifications."""

    def listen(self, bus: _Bus) -> None:
        """Have clicks and the like heard."""
        ...

    def show(self, bus: _Bus, note: Note) -> None:
        """Show one, in the place of an older one with its tag. Raises as :meth:`_Bus.call` does."""
        ...

    def withdraw(self, bus: _Bus, tag: str) -> None:
        """Take one away. One that is not there is no error. Raises :class:`OSError`."""
        ...

    def take(self, message: Any) -> tuple[str, str] | None:
        """Take a signal. Returns the tag of what was clicked, with the token for Wayland."""
        ...

    def tags(self) -> list[str]:
        """What may still be shown."""
        ...

    def forget(self) -> None:
        """Who showed them is gone."""
        ...


class _Portal:
    """org.freedesktop.portal.Notification. Its texts are plain, and the desktop chooses the icon."""

    _NAME: Final = "org.freedesktop.portal.Desktop"
    _PATH: Final = "/org/freedesktop/portal/desktop"
    _INTERFACE: Final = "org.freedesktop.portal.Notification"
    _TO: Final = (_NAME, _PATH, _INTERFACE)

    def __init__(self) -> None:
        # Programs outside of a sandbox share one space of ids
        self._ours = f"{_APP}-{os.urandom(6).hex()}"
        self._count = 0
        self._ids: dict[str, str] = {}
        self._owner = ""

    def listen(self, bus: _Bus) -> None:
        bus.listen("ActionInvoked", self._PATH, self._INTERFACE)
        # Who we are, for portals that want to know of programs outside a sandbox; an older one, or none, does not have this
        with contextlib.suppress(_Refused, TimeoutError):
            bus.call((self._NAME, self._PATH, "org.freedesktop.host.portal.Registry"), "Register", "sa{sv}", (_APP, {}))

    def show(self, bus: _Bus, note: Note) -> None:
        key = self._ids.get(note.tag)
        if key is None:
            self._count += 1
            key = f"{self._ours}-{self._count}"
        told = {
            "title": ("s", note.title),
            "body": ("s", note.text),
            "priority": ("s", "normal"),
            "default-action": ("s", _DEFAULT),
            "buttons": ("aa{sv}", [{"label": ("s", note.action), "action": ("s", _BUTTON)}]),
        }
        reply = bus.call(self._TO, "AddNotification", "sa{sv}", (key, told))
        self._ids[note.tag] = key
        self._owner = _field(reply, "sender")

    def withdraw(self, bus: _Bus, tag: str) -> None:
        key = self._ids.pop(tag, None)
        if key is not None:
            bus.tell(self._TO, "RemoveNotification", "s", (key,))

    def take(self, message: Any) -> tuple[str, str] | None:
        ours = (_field(message, "interface"), _field(message, "sender")) == (self._INTERFACE, self._owner)
        if not ours or _field(message, "signature") != "ssav":
            return None
        key, action, parameters = message.body
        tag = next((tag for tag, kept in self._ids.items() if kept == key), None)
        if tag is None or action not in {_DEFAULT, _BUTTON}:
            return None
        data: dict[str, Any] = next((value for signature, value in parameters if signature == "a{sv}"), {})
        return tag, str(data.get("activation-token", ("s", ""))[1])

    def tags(self) -> list[str]:
        return list(self._ids)

    def forget(self) -> None:
        self._ids.clear()


class _Daemon:
    """org.freedesktop.Notifications. What it can do is asked anew when another one takes its place."""

    _NAME: Final = "org.freedesktop.Notifications"
    _PATH: Final = "/org/freedesktop/Notifications"
    _TO: Final = (_NAME, _PATH, _NAME)
    _BUS: Final = "org.freedesktop.DBus"

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._tokens: dict[int, str] = {}
        self._can: frozenset[str] | None = None
        self._owner = ""

    def listen(self, bus: _Bus) -> None:
        for member in ("ActionInvoked", "NotificationClosed", "ActivationToken"):
            bus.listen(member, self._PATH, self._NAME)
        bus.listen("NameOwnerChanged", "/org/freedesktop/DBus", self._BUS, sender=self._BUS, first=self._NAME)

    def show(self, bus: _Bus, note: Note) -> None:
        if self._can is None:
            self._can = frozenset(bus.call(self._TO, "GetCapabilities", "", ()).body[0])
        title, text = note.title, note.text
        if "body" not in self._can:
            title, text = f"{title}: {text}", ""
        elif "body-markup" in self._can:
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        # A click anywhere last, and without words: Xfce's daemon makes a second button of it otherwise, and reads no further
        actions = [_BUTTON, note.action, _DEFAULT, ""] if "actions" in self._can else []
        hints = {"desktop-entry": ("s", _APP), "urgency": ("y", _NORMAL)}
        icon = (resources() / "icons" / _ICON).as_uri()
        told = ("TenantDock", self._ids.get(note.tag, 0), icon, title, text, actions, hints, -1)
        reply = bus.call(self._TO, "Notify", "susssasa{sv}i", told)
        self._ids[note.tag] = reply.body[0]
        self._owner = _field(reply, "sender")

    def withdraw(self, bus: _Bus, tag: str) -> None:
        number = self._ids.pop(tag, None)
        if number is not None:
            self._tokens.pop(number, None)
            bus.tell(self._TO, "CloseNotification", "u", (number,))

    def take(self, message: Any) -> tuple[str, str] | None:
        sender, kind = _field(message, "sender"), (_field(message, "member"), _field(message, "signature"))
        if kind == ("NameOwnerChanged", "sss") and sender == self._BUS and message.body[2] != self._owner:
            self.forget()  # not for the one that has answered already: the bus starts a daemon for our first call
        if sender != self._owner or kind not in _SIGNALS:
            return None
        number = message.body[0]
        tag = next((tag for tag, kept in self._ids.items() if kept == number), None)
        if tag is None:
            return None
        if kind[0] == "ActivationToken":
            self._tokens[number] = message.body[1]
        elif kind[0] == "NotificationClosed":
            del self._ids[tag]
            self._tokens.pop(number, None)
        elif message.body[1] in {_DEFAULT, _BUTTON}:
            return tag, self._tokens.pop(number, "")
        return None

    def tags(self) -> list[str]:
        return list(self._ids)

    def forget(self) -> None:
        self._ids.clear()
        self._tokens.clear()
        self._can = None


_SIGNALS: Final = frozenset({("ActionInvoked", "us"), ("NotificationClosed", "uu"), ("ActivationToken", "us")})
