"""Native notifications: what needs this person, now, for which customer.

None that nobody can act on, the same one not again for a while, none while TenantDock itself is in front or locked. What is
settled is taken away again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

from tenantdock.desktop.texts import console_name, counted, duration, outside, tr
from tenantdock.domain.sessions import SOON, SessionInfo, SessionState

AGAIN: Final = 1800.0
"""Seconds in which the same news is told once."""
_TOGETHER_MS: Final = 1500
"""What comes within this time is told together: one account that has to sign in can concern many consoles."""
_ONE_BY_ONE: Final = 2
_SIGN_IN: Final = "sign-in"


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell. *key* is what makes it the same as another; *customer* is the connection's id, or "" for several: newer
    news of it take the place of older ones. *go* goes where the person can act, and *action* says what that is.
    """

    key: tuple[str, str]
    customer: str
    title: str
    text: str
    action: str
    go: Callable[[], object]


class Screen(Protocol):
    """Where news are shown."""

    def show(self, news: News) -> None:
        """Show *news*, in the place of older ones of the same customer."""
        ...

    def withdraw(self, customer: str) -> None:
        """Take a customer's news away, where they are still there."""
        ...


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

    *seen* says whether there is no need to, because the person looks at TenantDock, or must not, because it is locked: then *aloud*
    takes it, once, for who cannot look. *now* gives seconds.
    """

    def __init__(
        self,
        places: Places,
        screen: Screen,
        seen: Callable[[], bool],
        *,
        aloud: Callable[[News], object] = lambda _news: None,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._screen = screen
        self._seen = seen
        self._aloud = aloud
        self._now = now
        self._heard: set[tuple[str, str]] = set()
        self._told: dict[tuple[str, str], float] = {}
        self._found: dict[tuple[str, str], News] = {}
        self._shown: dict[str, set[tuple[str, str]]] = {}
        """What each notification that may be on the screen tells, by its customer."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOGETHER_MS)
        self._timer.timeout.connect(self._tell)

    def look(self, sessions: Iterable[SessionInfo]) -> None:
        """Take what is so now. What is over before it was told is not told."""
        found = {news.key: news for session in sessions if (news := self._news(session)) is not None}
        # Of one customer the sign-in counts: it settles the rest too
        self._found = {key: news for key, news in found.items() if key[1] == _SIGN_IN or (news.customer, _SIGN_IN) not in found}
        if (self._settled() or any(self._due(key) for key in self._found)) and not self._timer.isActive():
            self._timer.start()

    def hidden(self) -> None:
        """Everything was taken off the screen."""
        self._shown.clear()

    def _settled(self) -> list[str]:
        return [customer for customer, keys in self._shown.items() if not keys & self._found.keys()]

    def _news(self, session: SessionInfo) -> News | None:
        trouble, end, now = session.trouble, session.soonest, self._now()
        if session.state is not SessionState.OPEN or trouble is None:
            return None
        name = console_name(session, 80)
        if trouble.person:
            left = tr("Its tokens end in {time}.", time=duration(end - now)) if end is not None and end > now else ""
            text = tr("Sign in again: the console's tokens cannot be renewed without you.")
            go = partial(self._places.sign_in, session.connection_id)
            return News((session.connection_id, _SIGN_IN), session.connection_id, name, f"{text} {left}".strip(), tr("Sign in"), go)
        if end is None or not 0 < end - now <= SOON:
            return None  # renewing is tried again and again: nothing for a person to do yet
        text = tr("The console's tokens end in {time} and could not be renewed.", time=duration(end - now))
        text = f"{text} {outside(trouble.trouble, 200)}"
        return News((session.id, "ends"), session.connection_id, name, text, tr("Show"), partial(self._places.session, session.id))

    def _due(self, key: tuple[str, str]) -> bool:
        told = self._told.get(key)
        return told is None or self._now() - told >= AGAIN

    def _tell(self) -> None:
        found = [news for key, news in self._found.items() if self._due(key)]
        due = [] if self._seen() else found
        self._heard &= self._found.keys()
        if not due:
            for news in found:
                if news.key not in self._heard:
                    self._heard.add(news.key)
                    self._aloud(news)
        told: dict[str, News] = {}
        for news in due:
            told.setdefault(news.customer, news)
        if len(told) > _ONE_BY_ONE:
            text = counted(len(told), "{n} customer needs you.", "{n} customers need you.")
            first = ", ".join(news.title for news in list(told.values())[:3])
            many = News(("", "many"), "", text, f"{first}\u2026", tr("Show"), partial(self._places.session, ""))
            for customer in told.keys() & self._shown.keys():
                self._withdraw(customer)
            told = {"": many}
        for customer in self._settled():
            if customer not in told:
                self._withdraw(customer)
        now = self._now()
        self._told = {key: at for key, at in self._told.items() if now - at < AGAIN}
        self._told.update({news.key: now for news in due})
        for customer, news in told.items():
            self._shown[customer] = {each.key for each in due if customer in {"", each.customer}}
            self._screen.show(news)

    def _withdraw(self, customer: str) -> None:
        del self._shown[customer]
        self._screen.withdraw(customer)
