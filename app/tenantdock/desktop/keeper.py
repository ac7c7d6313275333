"""Keeps an eye on what goes on while nobody looks: the lock, the tray's state, notifications.

Made once the first window is there; nothing of it is needed before.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tenantdock.desktop.announcing import announce
from tenantdock.desktop.locker import Locker
from tenantdock.desktop.native_notify import NativeNotifications
from tenantdock.desktop.notify import News, Notifier
from tenantdock.desktop.texts import counted, joined, tr
from tenantdock.desktop.tray_icons import TrayState
from tenantdock.domain.sessions import SessionState

if TYPE_CHECKING:
    from tenantdock.desktop.app import Desktop


class Keeper:
    """Build it on the GUI thread."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._agent = desktop.workflows.agent
        locking = desktop.workflows.locking
        self.locker: Locker | None = None
        if locking is not None:
            self.locker = Locker(locking, self._agent, desktop.window, desktop.loop, leave=desktop.leave)
            self.locker.changed.connect(self._locked_or_not)
        self.notifications = NativeNotifications(
            desktop.loop, lambda: desktop.tray, lambda _news: QApplication.alert(desktop.window)
        )
        self.notifier = Notifier(self, self.notifications, self._seen, aloud=self._say, parent=desktop.window)
        self.look()

    @property
    def locked(self) -> bool:
        """Whether TenantDock is locked."""
        return self.locker is not None and self.locker.locked

    def lock(self) -> None:
        """Lock now."""
        if self.locker is not None:
            self.locker.lock()

    def look(self) -> None:
        """Take what is so now: the sessions, the network, the lock."""
        sessions = [session for session in self._agent.sessions() if session.state is SessionState.OPEN]
        self.notifier.look(sessions)
        if self.locker is not None:
            self.locker.show_consoles()
        if self._desktop.tray is not None:
            self._desktop.tray.show_state(*self.state(len(sessions)))

    def state(self, consoles: int) -> tuple[TrayState, str]:
        """Return what the tray's icon is to tell, and the words for it, with *consoles* open ones."""
        offline, attention = self._desktop.network_news
        now = time.time()
        needing = {session.connection_id for session in self._agent.sessions() if session.needs_person(now)}
        if self.locked:
            return TrayState.LOCKED, tr("locked")
        if offline:
            return TrayState.OFFLINE, attention
        if needing:
            return TrayState.ATTENTION, counted(len(needing), "{n} customer needs you", "{n} customers need you")
        if attention:
            return TrayState.ATTENTION, attention
        if consoles:
            return TrayState.OPEN, counted(consoles, "{n} console open", "{n} consoles open")
        return TrayState.IDLE, ""

    def close(self) -> None:
        """The program ends."""
        self.notifications.close()
        if self.locker is not None:
            self.locker.close()

    # Where a click on a notification goes

    def sign_in(self, connection_id: str) -> None:
        """Select that customer and start its sign-in."""
        self._desktop.window.come_forward()
        if not self.locked:
            self._desktop.reveal(connection_id)
            self._desktop.sign_in(connection_id)

    def session(self, session_id: str) -> None:
        """Show the window of open consoles, with one selected."""
        self._desktop.open_sessions(session_id)

    def _seen(self) -> bool:
        return self.locked or QApplication.activeWindow() is not None

    def _say(self, news: News) -> None:
        window = QApplication.activeWindow()
        if window is not None and not self.locked:
            announce(window, joined(": ", news.title, news.text), urgent=True)

    def _locked_or_not(self, locked: bool) -> None:
        if locked:  # what names customers goes from the screen with the windows
            self.notifications.withdraw_all()
            self.notifier.hidden()
        self.look()
