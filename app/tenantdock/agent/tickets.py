"""Tickets and sessions: who may ask for what, and for how long. Memory only; thread-safe; no sockets."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final

from tenantdock.domain.errors import AgentTrouble, Denied, LaunchFailed, Locked
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Grant, Held, SessionInfo, SessionState
from tenantdock.domain.text import one_line

if TYPE_CHECKING:
    from tenantdock.agent.process import Process
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.directory import Connection
    from tenantdock.domain.ports import Clock

TICKET_LIFE: Final = 30.0
"""Seconds from minting to the last moment a ticket can be redeemed."""
WAITING_LIMIT: Final = 64
"""Tickets that may be live at the same time."""
PROOF_LIMIT: Final = 500
"""Characters kept of what a console reports."""
_ENTROPY: Final = 32  # bytes: 256 bits


def _digest(secret: Secret) -> bytes:
    import hashlib  # noqa: PLC0415 - with it comes OpenSSL's library: 3 MB that nobody needs before the first console

    return hashlib.sha256(secret.reveal().encode("utf-8", "surrogatepass")).digest()


@dataclass(slots=True, eq=False)
class _Session:
    """A session, and what it was minted with."""

    grant: Grant
    opened_at: float
    ticket: bytes
    expires_on: float
    state: SessionState = SessionState.WAITING
    attach_key: bytes = b""
    process: Process | None = None
    links: int = 0
    proof: str = ""
    proven: bool | None = None
    held: dict[str, Held] = field(default_factory=dict)
    waiters: list[threading.Event] = field(default_factory=list)

    def info(self) -> SessionInfo:
        connection = self.grant.connection
        pid = None if self.process is None else self.process.pid
        return SessionInfo(
            self.grant.session_id,
            connection.id,
            connection.name,
            self.state,
            self.opened_at,
            pid,
            self.proof,
            self.proven,
            connection.account.username,
            tuple(self.held.get(key, Held(key)) for key in connection.services),
            self.grant.number,
        )


class Sessions:
    """The sessions that are waiting or open.

    Of a ticket and an attach key only the SHA-256 is kept. *changed* is called at every change of a session, in the order of the
    changes and on the thread that made them, while a lock is held: it must only pass the news on.
    """

    def __init__(self, clock: Clock, changed: Callable[[SessionInfo], None]) -> None:
        self._clock = clock
        self._changed = changed
        self._lock = threading.Lock()
        self._locked = False
        self._sessions: dict[str, _Session] = {}
        self._ended: list[_Session] = []  # the latest few, for who begins to wait when the console is gone already

    def admit(self, connection: Connection) -> tuple[Grant, Secret]:
        """Mint a ticket. Raises :class:`Locked`, and :class:`AgentTrouble` while too many wait to be redeemed."""
        import secrets  # noqa: PLC0415 - as in _digest

        with self._lock:
            self._unlocked()
            self._expire()
            if sum(session.state is SessionState.WAITING for session in self._sessions.values()) >= WAITING_LIMIT:
                raise AgentTrouble(
                    said("{waiting_limit} consoles are starting already.", waiting_limit=WAITING_LIMIT),
                    next_step="Wait until they are up, then try again.",
                )
            ticket = Secret(secrets.token_urlsafe(_ENTROPY))
            grant = Grant(secrets.token_hex(16), connection, self._number(connection))
            expires_on = self._clock.monotonic() + TICKET_LIFE
            session = _Session(grant, self._clock.now(), _digest(ticket), expires_on)
            self._sessions[grant.session_id] = session
            self._changed(session.info())
            return grant, ticket

    def redeem(self, ticket: Secret, process: Process) -> tuple[Grant, Secret]:
        """Open the session of *ticket* for *process*. Returns its grant and attach key. Raises :class:`Denied` for a ticket that
        is unknown, used, withdrawn or too old; which of these it is, is not told; and :class:`Locked`: then the ticket
        stays good.
        """
        import secrets  # noqa: PLC0415 - as in _digest

        presented = _digest(ticket)
        with self._lock:
            self._unlocked()
            self._expire()
            found = None
            for session in self._sessions.values():
                # Every live ticket is compared, whichever matches: the time taken tells nothing
                if secrets.compare_digest(session.ticket, presented):
                    found = session
            if found is None or found.state is not SessionState.WAITING:
                raise Denied(
                    "This console's ticket is not valid: a ticket works once, and for 30 seconds.",
                    next_step="Open the console again from TenantDock.",
                )
            key = Secret(secrets.token_urlsafe(_ENTROPY))
            found.ticket = b""
            found.attach_key = _digest(key)
            found.process = process
            found.links = 1
            self._become(found, SessionState.OPEN)
            return found.grant, key

    def attach(self, session_id: str, key: Secret, process: Process) -> Grant:
        """Add a connection to an open session. Raises :class:`Denied` unless the key is right and *process* is the one that
        opened the session.
        """
        import secrets  # noqa: PLC0415 - as in _digest

        presented = _digest(key)
        with self._lock:
            session = self._sessions.get(session_id)
            expected = b"" if session is None else session.attach_key
            if (
                not secrets.compare_digest(expected, presented)
                or session is None
                or session.state is not SessionState.OPEN
                or session.process != process
            ):
                raise Denied(
                    "This is not the console that the session belongs to.",
                    next_step="Open a console of your own from TenantDock.",
                )
            session.links += 1
            return session.grant

    def release(self, session_id: str) -> None:
        """One connection of a session is gone; with the last one the session ends."""
        with self._lock:
            session = self._sessions.get(session_id)
            if session is not None:
                session.links -= 1
                if session.links <= 0:
                    self._end(session)

    def withdraw(self, session_id: str) -> None:
        """End a session, or make its ticket worthless. An unknown one is no error."""
        with self._lock:
            session = self._sessions.get(session_id)
            if session is not None:
                self._end(session)

    def withdraw_all(self) -> None:
        """End every session, and whoever waits for one."""
        with self._lock:
            for session in list(self._sessions.values()):
                self._end(session)

    def report(self, session_id: str, text: str, *, proven: bool) -> None:
        """Keep what the services answered in the console. Raises :class:`Denied` when the session is over."""
        with self._lock:
            session = self._open(session_id)
            session.proof = one_line(text, PROOF_LIMIT)
            session.proven = proven
            self._changed(session.info())

    def grant(self, session_id: str) -> Grant:
        """What an open session may ask for. Raises :class:`Denied` when it is over."""
        with self._lock:
            return self._open(session_id).grant

    def hand_out(self, session_id: str, service: str, expires_on: float) -> None:
        """Note that a session gets a token of *service*, now. Raises :class:`Locked`, and :class:`Denied` when it is over."""
        with self._lock:
            self._unlocked()
            self._note(self._open(session_id), Held(service, expires_on))

    def refused(self, session_id: str, service: str, trouble: str, *, person: bool) -> None:
        """Note that a session asked for a token of *service* in vain. One that is over is no error."""
        with self._lock:
            session = self._sessions.get(session_id)
            if session is not None:
                before = session.held.get(service, Held(service))
                self._note(session, Held(service, before.expires_on, one_line(trouble, PROOF_LIMIT), person))

    def check_unlocked(self) -> None:
        """Raise :class:`Locked` while nothing is handed out."""
        with self._lock:
            self._unlocked()

    @property
    def locked(self) -> bool:
        """Whether nothing is handed out."""
        return self._locked

    def lock(self, *, on: bool) -> bool:
        """Hand nothing out from now on, or go on with it. Returns whether that is a change."""
        with self._lock:
            changed, self._locked = self._locked != on, on
            return changed

    def expire(self) -> None:
        """End the sessions whose ticket was not redeemed in time."""
        with self._lock:
            self._expire()

    def deadline(self) -> float | None:
        """When :meth:`expire` has something to do next (monotonic seconds), or None."""
        with self._lock:
            waiting = [s.expires_on for s in self._sessions.values() if s.state is SessionState.WAITING]
        return min(waiting, default=None)

    def infos(self) -> list[SessionInfo]:
        """The sessions that are waiting or open, oldest first."""
        with self._lock:
            self._expire()
            return [session.info() for session in self._sessions.values()]

    def wait_open(self, session_id: str, timeout: float, cancel: Cancel) -> SessionInfo:
        """Wait until a session is open. Raises :class:`LaunchFailed` when it ends or *timeout* (seconds) passes before, and
        :class:`Cancelled`.
        """
        woken = threading.Event()
        with self._lock:
            session = self._sessions.get(session_id) or next((s for s in self._ended if s.grant.session_id == session_id), None)
            if session is not None:
                session.waiters.append(woken)
                if session.state is not SessionState.WAITING:
                    woken.set()
        if session is not None:
            with cancel.calling(woken.set):
                woken.wait(timeout)
            cancel.check()
            with self._lock:
                session.waiters.remove(woken)
                if session.state is SessionState.OPEN:
                    return session.info()
                if session.process is not None:
                    raise LaunchFailed(
                        "The console was closed as soon as it was connected.",
                        next_step="Connect again. If it closes again, look at the startup command in the connection's settings.",
                    )
        raise LaunchFailed(
            "The console was started, but it did not connect to TenantDock in time.",
            next_step="If its window shows a message, do what that says. If there is no window, choose another terminal in the"
            " connection's settings.",
        )

    def _number(self, connection: Connection) -> int:
        """The first number that no console of this customer, or of one of the same name, has. A console keeps it while it lives."""
        name = one_line(connection.name).casefold()
        there = (session.grant for session in self._sessions.values())
        taken = {
            grant.number
            for grant in there
            if grant.connection.id == connection.id or one_line(grant.connection.name).casefold() == name
        }
        return next(number for number in count(1) if number not in taken)

    def _open(self, session_id: str) -> _Session:
        session = self._sessions.get(session_id)
        if session is None or session.state is not SessionState.OPEN:
            raise Denied("This session was ended.", next_step="Open the console again from TenantDock.")
        return session

    def _unlocked(self) -> None:
        if self._locked:
            raise Locked

    def _note(self, session: _Session, held: Held) -> None:
        if session.held.get(held.service) != held:
            session.held[held.service] = held
            self._changed(session.info())

    def _expire(self) -> None:
        now = self._clock.monotonic()
        for session in list(self._sessions.values()):
            if session.state is SessionState.WAITING and session.expires_on <= now:
                self._end(session)

    def _end(self, session: _Session) -> None:
        del self._sessions[session.grant.session_id]
        session.ticket = session.attach_key = b""
        self._ended = [*self._ended[-31:], session]
        self._become(session, SessionState.ENDED)

    def _become(self, session: _Session, state: SessionState) -> None:
        session.state = state
        for waiter in session.waiters:
            waiter.set()
        self._changed(session.info())
