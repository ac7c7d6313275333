"""The agent: tickets, sessions and the protocol, put on a socket.

What listens (Qt's network part, the protocol, JSON) is imported by :meth:`LocalAgent.start`, so that an agent can be built, and its
folder claimed, before the first window is painted, and be started after it.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tenantdock.agent.endpoint import endpoint_name, trusted_folder
from tenantdock.agent.lock import FolderLock
from tenantdock.agent.tickets import Sessions
from tenantdock.domain.errors import AgentTrouble
from tenantdock.domain.sessions import Endpoint, SessionState
from tenantdock.domain.text import one_line
from tenantdock.folders import INSIDE

if TYPE_CHECKING:
    from tenantdock.agent.control import ControlHandler
    from tenantdock.agent.protocol import Peer
    from tenantdock.agent.requests import Office
    from tenantdock.agent.transport import Link, Transport
    from tenantdock.agent.welcome import Welcome
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.directory import Connection
    from tenantdock.domain.ports import Clock, SessionListener, TokenDesk
    from tenantdock.domain.secret import Secret
    from tenantdock.domain.sessions import Grant, SessionInfo

_SWITCH_INTERVAL: Final = 0.0005  # seconds
_ENDED: Final = "The session was ended in TenantDock."

_log = logging.getLogger(__name__)


class LocalAgent:
    """An :class:`~tenantdock.domain.ports.Agent` on a local socket or pipe.

    *folder* is the data folder: one agent each. *desk* and *control* are called on the agent's thread and must not block; so is
    *welcome*, which gives what a console is told about its grant. Needs a ``QCoreApplication``.
    """

    def __init__(
        self,
        *,
        folder: Path,
        desk: TokenDesk,
        control: ControlHandler,
        welcome: Callable[[Grant], Welcome],
        clock: Clock,
    ) -> None:
        self._clock = clock
        self._endpoint = Endpoint(endpoint_name(folder))
        self._place = folder / "agent" if sys.platform == "win32" else Path(self._endpoint.name).parent
        # In the data folder wherever the socket is: one lock for a folder, however its path is spelled (a link, a long name)
        self._own = folder / "agent"
        self._lock = FolderLock(self._own / "lock")
        self._sessions = Sessions(clock, self._changed)
        self._desk = desk
        self._control = control
        self._welcome = welcome
        self._office: Office | None = None
        self._transport: Transport | None = None
        self._starting = threading.Lock()
        self._claimed = False
        self._listeners: list[SessionListener] = []
        self._reason = _ENDED

    @property
    def endpoint(self) -> Endpoint:
        """Where it listens."""
        return self._endpoint

    def claim(self) -> None:
        """Make sure that no other TenantDock uses the folder, and that none will. Cheap; :meth:`start` does it too. Raises
        :class:`AgentTrouble`.
        """
        with self._starting:
            self._claim()

    def start(self) -> None:
        """Listen. May be called on any thread: what it imports takes about 50 ms. Started already is no error.

        Raises :class:`AgentTrouble` when another TenantDock has the folder, or the endpoint cannot be opened.
        """
        with self._starting:
            if self._transport is None:
                self._claim()
                try:
                    self._listen()
                except BaseException:
                    self._give_up()
                    raise

    def stop(self) -> None:
        """End every session, close every connection, remove the socket, join the thread and give the folder back. Returns within a
        second. Not started is no error.
        """
        with self._starting:
            transport = self._transport
            if transport is not None:
                self._reason = "TenantDock was closed."
                self._sessions.withdraw_all()  # told on the agent's thread, before it ends
                if not transport.stop():
                    _log.error("the agent's thread did not end in time")
            self._give_up()

    def admit(self, connection: Connection) -> tuple[Grant, Secret]:
        """Mint a ticket for one session of *connection*. Raises :class:`AgentTrouble` when the agent does not listen."""
        if self._transport is None:
            raise AgentTrouble(
                "TenantDock's local endpoint is not open.",
                next_step="Try again in a moment. If it stays so, restart TenantDock.",
            )
        return self._sessions.admit(connection)

    def withdraw(self, session_id: str) -> None:
        """Make a ticket worthless, or end an open session: it gets no more tokens, is told so, and is closed."""
        self._sessions.withdraw(session_id)

    def renew(self, session_id: str) -> None:
        """Have an open session's console ask for all its tokens again. One that is over is no error."""
        self._post(partial(self._notify, "session.renew", session_id))

    @property
    def locked(self) -> bool:
        """Whether it hands out no tokens and opens no session."""
        return self._sessions.locked

    def lock(self) -> None:
        """Hand out nothing from now on, and tell the consoles. What the agent's thread sends at this very moment is still sent."""
        if self._sessions.lock(on=True):
            self._post(partial(self._notify, "session.locked"))

    def unlock(self) -> None:
        """Hand out tokens again, and tell the consoles."""
        if self._sessions.lock(on=False):
            self._post(partial(self._notify, "session.unlocked"))

    def sessions(self) -> list[SessionInfo]:
        """The sessions that are waiting or open."""
        return self._sessions.infos()

    def wait_open(self, session_id: str, timeout: float, cancel: Cancel) -> SessionInfo:
        """Wait up to *timeout* seconds until a session's console has redeemed its ticket. Raises :class:`LaunchFailed`,
        :class:`Cancelled`.
        """
        return self._sessions.wait_open(session_id, timeout, cancel)

    def listen(self, listener: SessionListener) -> None:
        """Have *listener* called, on the agent's thread, at every change of a session."""
        self._listeners.append(listener)

    # The transport's owner: everything below runs on the agent's thread, except _changed

    def accept(self, link: Link) -> Peer:
        """Return the protocol's side of a new connection."""
        from tenantdock.agent.protocol import Peer  # noqa: PLC0415 - imported by start() already
        from tenantdock.agent.requests import Conversation, Office  # noqa: PLC0415 - imported by start() already

        if self._office is None:
            self._office = Office(self._sessions, self._desk, self._control, self._welcome)
        conversation = Conversation(self._office, link)
        return Peer(conversation.opening, send=link.send, close=link.close, post=self._post, monotonic=self._clock.monotonic)

    def lost(self, link: Link) -> None:
        """A connection is gone; with its last one a session ends."""
        if link.session_id:
            self._sessions.release(link.session_id)

    def expire(self) -> None:
        """End the sessions whose ticket was not redeemed in time."""
        self._sessions.expire()

    def deadline(self) -> float | None:
        """When the next ticket ends."""
        return self._sessions.deadline()

    def _changed(self, info: SessionInfo) -> None:
        self._post(partial(self._tell, info))

    def _post(self, call: Callable[[], None]) -> None:
        transport = self._transport
        if transport is not None:
            transport.post(call)

    def _tell(self, info: SessionInfo) -> None:
        transport = self._transport
        if info.state is SessionState.ENDED and transport is not None:
            for link in transport.links:
                peer = link.peer  # sending can find out that the other side is gone, and then the link has none
                if link.session_id == info.id and peer is not None:
                    peer.notify("session.ended", {"reason": self._reason})
                    peer.shut()
        for listener in list(self._listeners):
            try:
                listener(info)
            except Exception as error:  # noqa: BLE001 - one listener's fault is not the others'
                _log.error("a session listener failed with %s", type(error).__name__)

    def _notify(self, method: str, session_id: str = "") -> None:
        """Tell one session's console something, or all of them."""
        transport = self._transport
        for link in transport.links if transport is not None else []:
            peer = link.peer
            if peer is not None and link.session_id and session_id in {"", link.session_id}:
                peer.notify(method, {})

    # Opening the endpoint

    def _claim(self) -> None:
        if self._claimed:
            return
        try:
            self._own.mkdir(mode=INSIDE, parents=True, exist_ok=True)
            self._prepare()
            self._claimed = self._lock.acquire()
        except OSError as error:
            raise self._trouble(error.strerror or "") from None
        if not self._claimed:
            raise AgentTrouble(
                "TenantDock is already running with this data folder.",
                title="Already running",
                next_step="Use the window that is open, or end that TenantDock first.",
            )

    def _listen(self) -> None:
        from tenantdock.agent import requests  # noqa: F401, PLC0415 - see the module's docstring
        from tenantdock.agent.transport import Transport  # noqa: PLC0415 - see the module's docstring

        if sys.platform != "linux":
            import psutil  # noqa: F401, PLC0415 - who connects is looked up with it, and the first one should not wait for this

        if sys.platform != "win32":
            try:
                self._remove_stale_socket()
            except OSError as error:
                raise self._trouble(error.strerror or "") from None
        # A thread that needs the interpreter waits this long for one that computes. At Python's 5 ms a token took 16 ms (p99) while
        # the GUI thread was busy in Python, at this 2 ms
        sys.setswitchinterval(min(sys.getswitchinterval(), _SWITCH_INTERVAL))
        self._reason = _ENDED
        self._transport = Transport(self._endpoint.name, self, self._clock.monotonic)  # before it listens: a peer may be waiting
        if trouble := self._transport.start():
            raise self._trouble(trouble)

    def _give_up(self) -> None:
        self._transport = None
        self._sessions.withdraw_all()  # what was admitted meanwhile
        if self._claimed:
            self._claimed = False
            self._lock.release()

    def _prepare(self) -> None:
        if sys.platform == "win32":
            self._place.mkdir(parents=True, exist_ok=True)
        else:
            parent = self._place.parent
            if parent.name.startswith("tenantdock-") and parent.parent == Path("/tmp"):  # noqa: S108 - see endpoint_name
                parent.mkdir(mode=0o700, exist_ok=True)
                if not trusted_folder(parent):
                    raise self._trouble("Another user can write there.")
            else:
                parent.mkdir(parents=True, exist_ok=True)
            self._place.mkdir(mode=0o700, exist_ok=True)
            found = self._place.lstat()
            if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid():
                self._place.chmod(0o700)
            if not trusted_folder(self._place):
                raise self._trouble("It is not a folder of this user's.")

    def _remove_stale_socket(self) -> None:
        # Only while the lock is held: then whoever listened there is dead
        path = Path(self._endpoint.name)
        try:
            if stat.S_ISSOCK(path.lstat().st_mode):
                path.unlink()
        except FileNotFoundError:
            return

    def _trouble(self, why: str) -> AgentTrouble:
        return AgentTrouble(
            f"The local endpoint in {one_line(str(self._place), 120)} cannot be opened. {one_line(why, 200)}".rstrip(),
            title="Consoles cannot connect to TenantDock",
            next_step="See that this folder belongs to you and that its disk has room, then restart TenantDock.",
        )
