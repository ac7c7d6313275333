"""The tray icon: its state and its menu. The icon itself is injected, because the offscreen platform has none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from tenantdock.desktop.look import program_icon
from tenantdock.desktop.texts import again
from tenantdock.desktop.theme import theme
from tenantdock.desktop.tray_icons import TrayState, dark_panel, tray_icon
from tenantdock.desktop.tray_menu import Actions, TrayMenu

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.domain.sessions import SessionInfo


class TrayIcon(Protocol):
    """What the program needs of :class:`QSystemTrayIcon`."""

    activated: SignalInstance
    messageClicked: SignalInstance  # noqa: N815 - Qt's name

    def setIcon(self, icon: QIcon) -> None: ...  # noqa: D102, N802 - Qt's names
    def setToolTip(self, tip: str) -> None: ...  # noqa: D102, N802
    def setContextMenu(self, menu: QMenu) -> None: ...  # noqa: D102, N802
    def showMessage(self, title: str, msg: str, icon: QIcon, /) -> None: ...  # noqa: D102, N802
    def show(self) -> None: ...  # noqa: D102
    def hide(self) -> None: ...  # noqa: D102


def system_tray(parent: QObject) -> TrayIcon | None:
    """Return a tray icon, or None where the desktop has no tray."""
    return QSystemTrayIcon(parent) if QSystemTrayIcon.isSystemTrayAvailable() else None


class Tray(QObject):
    """The icon, and the menu that is filled when it opens: so it costs nothing before and is never out of date."""

    def __init__(
        self,
        icon: TrayIcon,
        title: str,
        actions: Actions,
        entries: Callable[[], Sequence[Entry]],
        sessions: Callable[[], Sequence[SessionInfo]],
        locked: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self.icon = icon
        self.menu = TrayMenu(actions, entries, sessions, locked)
        self.state: TrayState | None = None
        """None until it is known: the program's own icon costs the start less than the sheet with all states."""
        self._title = title
        self._actions = actions
        self._text = ""
        self._clicked: Callable[[], object] = actions.show
        icon.setIcon(QGuiApplication.windowIcon())  # the same, and drawn already
        icon.setToolTip(title)
        icon.setContextMenu(self.menu)
        self.menu.retold.connect(self._tell_again)
        icon.activated.connect(self._activated)
        icon.messageClicked.connect(self._message_clicked)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._draw)
        theme().changed.connect(self._draw)  # the portal may say it, too
        icon.show()

    def show_state(self, state: TrayState, text: str = "") -> None:
        """Show a state, and say it in the icon's tool tip in a few words (""  where there is nothing to say)."""
        if text != self._text:
            self._text = text
            self._tip()
        if state is not self.state:
            if TrayState.LOCKED in {state, self.state}:
                self.menu.fill()  # a panel that has fetched it must not go on showing names
            self.state = state
            self._draw()

    def say(self, text: str, clicked: Callable[[], object] | None = None, title: str = "") -> None:
        """Show a message by the icon. *clicked* is called when the person clicks it; by default the window shows."""
        self._clicked = clicked or self._actions.show
        self.icon.showMessage(title or self._title, text, program_icon())

    def unsay(self) -> None:
        """Take the message back, where the system lets us: Windows does so for an empty one, on macOS Qt has no way.

        Source: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw (szInfo).
        """
        self._clicked = self._actions.show
        if sys.platform == "win32":
            self.icon.showMessage("", "", QIcon())

    def close(self) -> None:
        """Take the icon away."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._draw)
        theme().changed.disconnect(self._draw)
        self.icon.hide()
        self.menu.deleteLater()

    def _tell_again(self) -> None:
        self._title, self._text = again(self._title), again(self._text)
        self._tip()

    def _tip(self) -> None:
        self.icon.setToolTip(f"{self._title} \u2013 {self._text}" if self._text else self._title)

    def _message_clicked(self) -> None:
        self._clicked()

    def _draw(self) -> None:
        if self.state is not None:
            self.icon.setIcon(tray_icon(self.state, dark=dark_panel()))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS a click opens the menu, and a window as well would be in the way
        if reason == QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self._actions.palette()
