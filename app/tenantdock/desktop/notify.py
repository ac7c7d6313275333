"""Native notifications: what needs this person, now, for which customer.

None that nobody can act on, the same one not again for a while, none while TenantDock itself is in front or locked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

from tenantdock.desktop.texts import console_name, counted, duration, outside, tr
from tenantdock.domain.sessions import SOON, SessionInfo, SessionState

AGAIN: Final = 1800.0
"""Seconds in which the same news is told once."""
_TOGETHER_MS: Final = 1500
"""What comes within this time is told together: one account that has to sign in can concern many consoles."""
_ONE_BY_ONE: Final = 2


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell. *key* is what makes it the same as another; *go* goes where the person can act."""

    key: tuple[str, str]
    title: str
    text: str
    go: Callable[[], object]


class Places(Protocol):
    """Where a click on a notification goes."""

    def sign_in(self, connection_id: str) -> None:
        """Select that customer and start its sign-in."""
        ...

    def session(self, session_id: str) -> None:
        """Show the window of open consoles, with one selected ("" for none)."""
        ...


class Notifier(QObject):
    """Looks at the sessions whenever they change, and tells what needs somebody.

    *send* shows a notification; *seen* says whether there is no need to, because the person looks at TenantDock, or must not,
    because it is locked: then *aloud* takes it, once, for who cannot look. *now* gives seconds.
    """

    def __init__(
        self,
        places: Places,
        send: Callable[[News], object],
        seen: Callable[[], bool],
        *,
        aloud: Callable[[News], object] = lambda _news: None,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._send = send
        self._seen = seen
        self._aloud = aloud
        self._now = now
        self._heard: set[tuple[str, str]] = set()
        self._told: dict[tuple[str, str], float] = {}
        self._found: dict[tuple[str, str], News] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOGETHER_MS)
        self._timer.timeout.connect(self._tell)

    def look(self, sessions: Iterable[SessionInfo]) -> None:
        """Take what is so now. What is over before it was told is not told."""
        self._found = {news.key: news for session in sessions if (news := self._news(session)) is not None}
        if any(self._due(key) for key in self._found) and not self._timer.isActive():
            self._timer.start()

    def _news(self, session: SessionInfo) -> News | None:
        trouble, end, now = session.trouble, session.soonest, self._now()
        if session.state is not SessionState.OPEN or trouble is None:
            return None
        name = console_name(session, 80)
        if trouble.person:
            left = tr("Its tokens end in {time}.", time=duration(end - now)) if end is not None and end > now else ""
            text = tr("Sign in again: the console's tokens cannot be renewed without you.")
            key = (session.connection_id, "sign-in")
            return News(key, name, f"{text} {left}".strip(), lambda: self._places.sign_in(session.connection_id))
        if end is None or not 0 < end - now <= SOON:
            return None  # renewing is tried again and again: nothing for a person to do yet
        text = tr("The console's tokens end in {time} and could not be renewed.", time=duration(end - now))
        return News((session.id, "ends"), name, f"{text} {outside(trouble.trouble, 200)}", lambda: self._places.session(session.id))

    def _due(self, key: tuple[str, str]) -> bool:
        told = self._told.get(key)
        return told is None or self._now() - told >= AGAIN

    def _tell(self) -> None:
        due = [news for key, news in self._found.items() if self._due(key)]
        self._heard &= self._found.keys()
        if due and self._seen():
            for news in due:
                if news.key not in self._heard:
                    self._heard.add(news.key)
                    self._aloud(news)
            return  # looked at again with the next change of a session
        if not due:
            return
        now = self._now()
        self._told = {key: at for key, at in self._told.items() if now - at < AGAIN}
        self._told.update({news.key: now for news in due})
        if len(due) <= _ONE_BY_ONE:
            for news in due:
                self._send(news)
            return
        text = counted(len(due), "{n} customer needs you.", "{n} customers need you.")
        first = ", ".join(news.title for news in due[:3])
        self._send(News(("", "many"), text, f"{first}\u2026", lambda: self._places.session("")))
