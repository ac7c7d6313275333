"""Notifications through the desktop portal, where a click comes back (Linux).

A tray icon's own messages are told to the desktop there without an action, so that a click on one says nothing. Source:
org.freedesktop.portal.Notification.xml of xdg-desktop-portal, version 2, read in November 2026. Texts are plain there, not markup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QObject, Slot

from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

    from tenantdock.desktop.notify import News

SERVICE: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
INTERFACE: Final = "org.freedesktop.portal.Notification"
_INVOKED: Final[Any] = SLOT("invoked(QDBusMessage)")  # as in screen_lock
_KEPT: Final = 20
"""Notifications whose click is still waited for."""


class PortalNotifications(QObject):
    """Sends notifications to the portal. :meth:`begin` may wait for the bus and belongs on a worker; the rest does not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._go: dict[str, Callable[[], object]] = {}
        self._serial = 0
        self.usable = False
        """Whether there is a bus to ask on."""

    def begin(self) -> bool:
        """Listen to clicks. Returns whether there is a session bus."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux only, and not needed for the first window

        bus = QDBusConnection.sessionBus()
        self.usable = bus.isConnected() and bus.connect("", PATH, INTERFACE, "ActionInvoked", self, _INVOKED)
        return self.usable

    def send(self, news: News, failed: Callable[[News], object]) -> None:
        """Show a notification; *failed* is called with it when the portal does not."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - as above

        self._serial += 1
        key = f"tenantdock-{self._serial}"
        self._go[key] = news.go
        for old in list(self._go)[:-_KEPT]:
            del self._go[old]
        call = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "AddNotification")
        call.setArguments(
            [
                key,
                {
                    "title": news.title,
                    "body": news.text,
                    "priority": "normal",
                    "default-action": "open",
                    "default-action-target": tr("Show"),
                },
            ]
        )
        watcher = QDBusPendingCallWatcher(QDBusConnection.sessionBus().asyncCall(call), self)

        def answered(done: QDBusPendingCallWatcher) -> None:
            if done.isError():
                self.usable = False
                self._go.pop(key, None)
                failed(news)
            done.deleteLater()

        watcher.finished.connect(answered)

    @Slot("QDBusMessage")
    def invoked(self, message: QDBusMessage) -> None:
        """Take a click on a notification, ours or another program's."""
        told = message.arguments()
        go = self._go.pop(str(told[0]), None) if told else None
        if go is not None:
            go()
