"""Wayland: no program hears keys that go to another one, so the desktop's portal is asked (org.freedesktop.portal.GlobalShortcuts).

The desktop may ask the person, and decides about the keys; what is asked for is only a wish. KDE has the portal since Plasma 5.27,
Hyprland too, GNOME since 48. Source: flatpak.github.io/xdg-desktop-portal (GlobalShortcuts, Request, Registry). Spoken over
jeepney, which keyring brings along on Linux: PySide's QtDBus cannot write the nested values that it takes.
"""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from tenantdock.desktop.hotkeys.keys import Combination
from tenantdock.desktop.hotkeys.registering import not_here
from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from tenantdock.desktop.hotkeys.registering import Registered
    from tenantdock.desktop.loop import Loop

_NAME: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SHORTCUTS: Final = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST: Final = "org.freedesktop.portal.Request"
_REGISTRY: Final = "org.freedesktop.host.portal.Registry"
_APP: Final = "tenantdock"
"""The name of our .desktop file."""
_ID: Final = "palette"
_ANSWER: Final = 10.0  # seconds; the bus and the portal answer at once
_PERSON: Final = 300.0  # seconds; the desktop may ask


def register(
    keys: Combination,
    loop: Loop,
    pressed: Callable[[], None],
    done: Callable[[Registered], None],
    failed: Callable[[BaseException], None],
) -> None:
    """Ask the portal on a thread of its own, which then waits for presses. *done* is called when the desktop agreed."""
    shortcut = PortalShortcut(keys)

    def wait() -> None:
        try:
            shortcut.bind()
        except Exception as failure:  # noqa: BLE001 - whoever asked tells it
            loop.post(failed, failure)
            return
        loop.post(done, shortcut)
        shortcut.wait(lambda: loop.post(pressed))

    threading.Thread(target=wait, name="tenantdock-hotkey", daemon=True).start()


class PortalShortcut:
    """A shortcut that the desktop keeps for us, until :meth:`close` or the end of the process."""

    def __init__(self, keys: Combination) -> None:
        self._keys = keys
        self._bus: Any = None
        self._session = ""
        self._lock = threading.Lock()
        self._closed = self._waiting = False

    def bind(self) -> None:
        """Connect and ask. Blocks. Raises :class:`HotkeyTrouble` when there is no portal or it declined."""
        try:
            from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - only on Wayland
        except ImportError:
            raise _no_portal() from None
        try:
            bus = open_dbus_connection(bus="SESSION")
        except (OSError, KeyError, ValueError):
            raise _no_portal() from None
        with self._lock:
            if self._closed:
                bus.close()
                raise _no_portal()
            self._bus = bus
        try:
            self._ask()
        except (OSError, TimeoutError, ConnectionError):
            self.close()
            raise _no_portal() from None
        except BaseException:
            self.close()
            raise

    def wait(self, pressed: Callable[[], None]) -> None:
        """Call *pressed* at each press, until :meth:`close`. Blocks."""
        from jeepney import HeaderFields, MatchRule  # noqa: PLC0415 - only on Wayland

        with self._lock:
            if self._closed:
                return
            self._waiting, bus = True, self._bus
        rule = MatchRule(type="signal", interface=_SHORTCUTS, member="Activated", path=_PATH)
        try:
            with contextlib.suppress(OSError, EOFError), bus.filter(rule) as found:
                while not self._closed:
                    message = bus.recv_until_filtered(found)
                    if message.header.fields.get(HeaderFields.signature) and message.body[:2] == (self._session, _ID):
                        pressed()
        finally:
            bus.close()

    def close(self) -> None:
        """Give it back: the session ends with the connection. A thread that waits ends, and closes the connection itself: it would
        never wake from one that was closed beside it.
        """
        with self._lock:
            self._closed = True
            bus, waiting = self._bus, self._waiting
        if bus is not None:
            with contextlib.suppress(OSError):
                bus.sock.shutdown(socket.SHUT_RDWR)
            if not waiting:
                bus.close()

    def _ask(self) -> None:
        from jeepney import DBusAddress, message_bus, new_method_call  # noqa: PLC0415 - only on Wayland
        from jeepney.bus_messages import MatchRule  # noqa: PLC0415 - only on Wayland

        activated = MatchRule(type="signal", interface=_SHORTCUTS, member="Activated", path=_PATH)
        self._call(message_bus.AddMatch(activated))
        # Who we are, for portals that want to know of programs outside a sandbox; an older one does not have this
        registry = DBusAddress(_PATH, _NAME, _REGISTRY)
        with contextlib.suppress(_Refused):
            self._call(new_method_call(registry, "Register", "sa{sv}", (_APP, {})))
        portal = DBusAddress(_PATH, _NAME, _SHORTCUTS)
        token = f"tenantdock{secrets.token_hex(4)}"
        results = self._request(
            portal, "CreateSession", "a{sv}", lambda options: (options,), {"session_handle_token": ("s", token)}
        )
        self._session = str(results.get("session_handle", ("s", ""))[1])
        wish = {"description": ("s", tr("Find a customer")), "preferred_trigger": ("s", self._keys.trigger)}
        shortcuts = [(_ID, wish)]
        bound = self._request(
            portal, "BindShortcuts", "oa(sa{sv})sa{sv}", lambda options: (self._session, shortcuts, "", options), {}
        )
        if not any(shortcut[0] == _ID for shortcut in bound.get("shortcuts", ("", []))[1]):
            raise _declined()

    def _request(
        self, portal: Any, method: str, signature: str, body: Callable[[dict[str, Any]], tuple[Any, ...]], options: dict[str, Any]
    ) -> dict[str, Any]:
        """Call a method that answers with a Request, and return what that brings."""
        from jeepney import MatchRule, message_bus, new_method_call  # noqa: PLC0415 - only on Wayland

        token = f"tenantdock{secrets.token_hex(4)}"
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        path = f"{_PATH}/request/{sender}/{token}"
        rule = MatchRule(type="signal", interface=_REQUEST, member="Response", path=path)
        self._call(message_bus.AddMatch(rule))
        with self._bus.filter(rule) as found:
            try:
                self._call(new_method_call(portal, method, signature, body({**options, "handle_token": ("s", token)})))
            except _Refused:
                raise _no_portal() from None
            answer, results = self._bus.recv_until_filtered(found, timeout=_PERSON).body
        self._call(message_bus.RemoveMatch(rule))
        if answer:
            raise _declined()
        return dict(results)

    def _call(self, message: Any) -> tuple[Any, ...]:
        from jeepney import MessageType  # noqa: PLC0415 - only on Wayland

        reply = self._bus.send_and_get_reply(message, timeout=_ANSWER)
        if reply.header.message_type is MessageType.error:
            raise _Refused
        return tuple(reply.body)


class _Refused(Exception):
    """The other end answered with an error."""


def _no_portal() -> Exception:
    return not_here(tr("This desktop offers no key combinations to programs (no GlobalShortcuts portal answers)."))


def _declined() -> Exception:
    return not_here(tr("The desktop did not give TenantDock the key combination."))
