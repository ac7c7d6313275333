"""A panel with a tray as KDE and GNOME (with its extension) have one: it knows icons by D-Bus, and asks each for its menu.

Sources: https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/ and the interface com.canonical.dbusmenu
(https://github.com/AyatanaIndicators/libdbusmenu/blob/master/libdbusmenu-glib/dbus-menu.xml).
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.io.threading import DBusRouter
from jeepney.io.threading import open_dbus_connection as open_threaded
from jeepney.low_level import Message
from jeepney.wrappers import new_error, new_method_return

from support.chromium import wait_for

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
_SECONDS = 10


@dataclass(frozen=True)
class Entry:
    """An entry of a menu, as a panel gets it. *label* is raw: one "_" marks the key that follows it, two are one that is shown."""

    key: int
    label: str
    separator: bool
    enabled: bool
    submenu: bool

    @property
    def shown(self) -> str:
        """The text that a panel shows."""
        return self.label.replace("__", "\0").replace("_", "").replace("\0", "_")


class Watcher:
    """Whom icons tell that they are there. *items* are their bus names."""

    def __init__(self, address: str) -> None:
        self.items: list[str] = []
        self._bus: DBusConnection = open_dbus_connection(bus=address)
        self._bus.send_and_get_reply(message_bus.RequestName(WATCHER))
        self._serving = threading.Thread(target=self._serve, daemon=True)
        self._serving.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError, EOFError, ValueError):
            while True:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._bus.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        member = message.header.fields[HeaderFields.member]
        if member == "RegisterStatusNotifierItem":
            name = message.body[0]
            sender = message.header.fields[HeaderFields.sender]
            self.items.append(name if name.startswith((":", "org.")) else sender)
            return new_method_return(message)
        if member == "Get":
            known = {"IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0)}
            value = known.get(message.body[1], ("as", self.items))
            return new_method_return(message, "v", (value,))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def close(self) -> None:
        """Go away, as a panel that ends."""
        self._bus.close()


class Icon:
    """A program's icon in such a tray, and its menu. *news* has the names of its signals, the oldest first."""

    def __init__(self, address: str, name: str) -> None:
        self.news: queue.Queue[str] = queue.Queue()
        self._connection = open_threaded(bus=address)
        self._router = DBusRouter(self._connection)
        self._item = DBusAddress("/StatusNotifierItem", name, ITEM)
        self._menu = DBusAddress(str(self.read("Menu")), name, MENU)
        self._heard: queue.Queue[Message] = queue.Queue()
        self._filters = []
        for interface in (ITEM, MENU):
            rule = MatchRule(type="signal", interface=interface)
            self._ask(message_bus.AddMatch(rule))
            self._filters.append(self._router.filter(rule, queue=self._heard))
            self._filters[-1].__enter__()

    def read(self, what: str) -> Any:
        """Return one of its properties."""
        return self._ask(Properties(self._item).get(what))[0][1]

    def signals(self) -> list[str]:
        """Return the names of the signals since the last call."""
        found = []
        with contextlib.suppress(queue.Empty):
            while True:
                found.append(self._heard.get_nowait().header.fields[HeaderFields.member])
        return found

    def opened(self, of: int = 0) -> list[Entry]:
        """Return the entries of its menu, or of a submenu, as a panel gets them that opens it."""
        self._ask(new_method_call(self._menu, "AboutToShow", "i", (of,)))
        self._ask(new_method_call(self._menu, "Event", "isvu", (of, "opened", ("s", ""), 0)))
        return self.entries(of)

    def entries(self, of: int = 0) -> list[Entry]:
        """Return the entries of its menu, or of a submenu, as they are without opening it."""
        _revision, (_key, _properties, children) = self._ask(new_method_call(self._menu, "GetLayout", "iias", (of, 1, [])))
        return [self._entry(*child) for _signature, child in children]

    @staticmethod
    def _entry(key: int, properties: dict[str, tuple[str, Any]], _children: object) -> Entry:
        told = {name: value for name, (_signature, value) in properties.items()}
        separator = told.get("type") == "separator"
        submenu = told.get("children-display") == "submenu"
        return Entry(key, told.get("label", ""), separator, told.get("enabled", True), submenu)

    def click(self, entry: Entry) -> None:
        """Choose an entry."""
        self._ask(new_method_call(self._menu, "Event", "isvu", (entry.key, "clicked", ("s", ""), 0)))

    def activate(self) -> None:
        """Click the icon."""
        self._ask(new_method_call(self._item, "Activate", "ii", (0, 0)))

    def _ask(self, message: Message) -> Any:
        reply = self._router.send_and_get_reply(message, timeout=_SECONDS)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body

    def close(self) -> None:
        """Listen no more."""
        self._router.close()
        self._connection.close()


class Panel:
    """The watcher, and the icon once one is there."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.watcher = Watcher(address)
        self._icon: Icon | None = None

    def icon(self) -> Icon:
        """Return the icon, which may come in a moment."""
        if self._icon is None:
            wait_for("the icon", lambda: bool(self.watcher.items))
            self._icon = Icon(self._address, self.watcher.items[-1])
        return self._icon

    def __enter__(self) -> Self:
        """Be there."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Go away."""
        if self._icon is not None:
            self._icon.close()
        self.watcher.close()


def every(icon: Icon, of: int = 0) -> Iterator[Entry]:
    """Yield all entries of a menu and of what is in it, opened one after the other."""
    for entry in icon.opened(of):
        yield entry
        if entry.submenu:
            yield from every(icon, entry.key)
