"""The tray icon and its menu. The icon itself is injected, because the offscreen platform has none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from tenantdock.desktop.look import program_icon
from tenantdock.desktop.texts import number_text, tr
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.text import one_line

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.domain.sessions import SessionInfo

RECENT = 8
"""Connections that the menu shows at once, those used last."""
GROUP = 25
"""Connections in one submenu. With up to GROUP * GROUP of them the menu shows all; beyond, it refers to the window's search."""
_SESSIONS = 12
_NAME = 48


class TrayIcon(Protocol):
    """What the program needs of :class:`QSystemTrayIcon`."""

    activated: SignalInstance

    def setIcon(self, icon: QIcon) -> None: ...  # noqa: D102, N802 - Qt's names
    def setToolTip(self, tip: str) -> None: ...  # noqa: D102, N802
    def setContextMenu(self, menu: QMenu) -> None: ...  # noqa: D102, N802
    def showMessage(self, title: str, msg: str, icon: QIcon, /) -> None: ...  # noqa: D102, N802
    def show(self) -> None: ...  # noqa: D102
    def hide(self) -> None: ...  # noqa: D102


def system_tray(parent: QObject) -> TrayIcon | None:
    """Return a tray icon, or None where the desktop has no tray."""
    return QSystemTrayIcon(parent) if QSystemTrayIcon.isSystemTrayAvailable() else None


class Actions(Protocol):
    """What the menu can ask for."""

    def show(self) -> None:
        """Show the window."""
        ...

    def add(self) -> None:
        """Add a customer."""
        ...

    def connect(self, connection_id: str) -> None:
        """Connect."""
        ...

    def leave(self) -> None:
        """Quit, when the person agrees."""
        ...


class Tray:
    """Fills the menu when it opens, so that it costs nothing before and is never out of date."""

    def __init__(
        self,
        icon: TrayIcon,
        title: str,
        actions: Actions,
        entries: Callable[[], Sequence[Entry]],
        sessions: Callable[[], Sequence[SessionInfo]],
    ) -> None:
        self.icon = icon
        self.menu = QMenu()
        self.menu.setObjectName("trayMenu")
        self._title = title
        self._actions = actions
        self._entries = entries
        self._sessions = sessions
        self.menu.aboutToShow.connect(self.fill)
        # Some panels fetch the menu before it opens; it must not be empty then
        self._fixed()
        icon.setIcon(program_icon())
        icon.setToolTip(title)
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._activated)
        icon.show()

    def attention(self, text: str) -> None:
        """Say in the icon's tool tip what deserves attention ("" when nothing does any more)."""
        self.icon.setToolTip(f"{self._title} \u2013 {text}" if text else self._title)

    def say(self, text: str) -> None:
        """Show a message by the icon."""
        self.icon.showMessage(self._title, text, program_icon())

    def close(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.menu.deleteLater()

    def fill(self) -> None:
        """Fill the menu with what is so now."""
        self.menu.clear()
        entries = list(self._entries())
        few = len(entries) <= GROUP
        used = sorted((e for e in entries if e.row.last_used is not None), key=lambda entry: -(entry.row.last_used or 0.0))
        recent = [] if few else used[:RECENT]
        if few:
            self._add_all(self.menu, entries)
        elif recent:
            self.menu.addSection(tr("Used last"))
            self._add_all(self.menu, recent)
        if not few:
            self._add_groups(entries)
        self._add_sessions()
        self.menu.addSeparator()
        self._fixed()

    def _add_all(self, menu: QMenu, entries: Sequence[Entry]) -> None:
        for entry in entries:
            action = menu.addAction(_shown(entry.name))
            action.triggered.connect(lambda _=False, key=entry.row.id: self._actions.connect(key))

    def _add_groups(self, entries: list[Entry]) -> None:
        if len(entries) > GROUP * GROUP:
            self.menu.addAction(tr("Search all {n} customers\u2026", n=number_text(len(entries)))).triggered.connect(
                self._actions.show
            )
            return
        every = self.menu.addMenu(tr("All customers"))
        for start in range(0, len(entries), GROUP):
            group = entries[start : start + GROUP]
            first, last = _shown(group[0].name, 16), _shown(group[-1].name, 16)
            self._add_all(every.addMenu(f"{first} \u2013 {last}"), group)

    def _add_sessions(self) -> None:
        found = [session for session in self._sessions() if session.state is SessionState.OPEN]
        if not found:
            return
        self.menu.addSection(tr("Open consoles"))
        for session in found[:_SESSIONS]:
            self.menu.addAction(_shown(session.name)).triggered.connect(self._actions.show)
        if len(found) > _SESSIONS:
            self.menu.addAction(tr("and {n} more\u2026", n=len(found) - _SESSIONS)).triggered.connect(self._actions.show)

    def _fixed(self) -> None:
        self.menu.addAction(tr("Add a customer\u2026")).triggered.connect(self._actions.add)
        self.menu.addAction(tr("Show TenantDock")).triggered.connect(self._actions.show)
        self.menu.addSeparator()
        self.menu.addAction(tr("Quit")).triggered.connect(self._actions.leave)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS a click opens the menu, and showing the window as well would be in the way
        clicked = {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}
        if reason in clicked and sys.platform != "darwin":
            self._actions.show()


def _shown(name: str, limit: int = _NAME) -> str:
    """Return a name for a menu, where a single & would mark a key."""
    return one_line(name, limit).replace("&", "&&")
