"""The sockets: a QLocalServer in a thread of its own with an event loop of its own. The agent's only file that knows Qt.

Requests are answered here while the GUI thread is busy, and nothing here waits. With nothing to do the thread sleeps: its one timer
runs only while something has a deadline.
"""

from __future__ import annotations

import logging
import math
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from tenantdock.agent.process import Process, Stranger, peer_process
from tenantdock.agent.protocol import DENIED, FAILURE, LINE_LIMIT, Peer, RpcError, error_line

LINK_LIMIT: Final = 64
"""Connections at the same time."""
UNSENT_LIMIT: Final = 1024 * 1024
"""Bytes that may wait for a peer that does not read; then it is cut off."""
_LINGER: Final = 1000  # milliseconds that a closing connection has for what is still to be sent
_START_LIMIT: Final = 5.0  # seconds
_STOP_LIMIT: Final = 900  # milliseconds

_OTHERS: Final = RpcError(
    DENIED, "This endpoint is for another user.", kind="denied", title="Refused", next_step="Start a TenantDock of your own."
)

_log = logging.getLogger(__name__)


class Owner(Protocol):
    """Whose connections these are. Everything is called on the transport's thread."""

    def accept(self, link: Link) -> Peer:
        """Return the protocol's side of a new connection."""
        ...

    def lost(self, link: Link) -> None:
        """A connection is gone."""
        ...

    def expire(self) -> None:
        """Do what was due."""
        ...

    def deadline(self) -> float | None:
        """When something is due (monotonic seconds), or None."""
        ...


class Link(QObject):
    """One connection. *process* is who is at the other end; *session_id* is for the owner."""

    def __init__(self, worker: _Worker, socket: QLocalSocket, process: Process) -> None:
        super().__init__(worker)
        self.process = process
        self.session_id = ""
        self._worker = worker
        self._socket = socket
        self.peer: Peer | None = None

    def start(self, peer: Peer) -> None:
        """Begin to read."""
        self.peer = peer
        socket = self._socket
        socket.setParent(self)
        socket.setReadBufferSize(2 * LINE_LIMIT)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._gone)
        if socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            self._gone()
        elif socket.bytesAvailable():
            self._read()

    def send(self, data: bytes) -> None:
        """Send, or cut the peer off when it leaves too much unread."""
        socket = self._socket
        if socket.bytesToWrite() > UNSENT_LIMIT:
            self.abort()
            return
        socket.write(data)
        socket.flush()

    def close(self) -> None:
        """Close once everything is sent, or after a second."""
        self._socket.flush()
        self._socket.disconnectFromServer()
        QTimer.singleShot(_LINGER, self.abort)

    @Slot()
    def abort(self) -> None:
        """Close at once."""
        self._socket.abort()

    @Slot()
    def _read(self) -> None:
        peer = self.peer
        if peer is not None and not peer.closed:
            peer.receive(bytes(self._socket.readAll().data()))
            self._worker.wake(peer.deadline)

    @Slot()
    def _gone(self) -> None:
        if self.peer is not None:
            peer, self.peer = self.peer, None
            peer.gone()
            self._worker.drop(self)


class _Worker(QObject):
    """Lives on the agent's thread; only :meth:`post` may be called from others."""

    _posted = Signal()

    def __init__(self, name: str, owner: Owner, monotonic: Callable[[], float]) -> None:
        super().__init__()
        self.outcome: SimpleQueue[str] = SimpleQueue()
        self._name = name
        self._owner = owner
        self._monotonic = monotonic
        self._calls: deque[Callable[[], None]] = deque()
        self._server: QLocalServer | None = None
        self._timer: QTimer | None = None
        self._due: float | None = None
        self.links: list[Link] = []
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run *call* on the agent's thread. Thread-safe. After the end it is dropped."""
        self._calls.append(call)
        self._posted.emit()

    @Slot()
    def _run(self) -> None:
        while self._calls:
            call = self._calls.popleft()
            try:
                call()
            except Exception as error:  # noqa: BLE001 - the thread has to go on
                # Only the type: the text could hold anything
                _log.error("a call on the agent's thread failed with %s", type(error).__name__)
        self._look_ahead()

    @Slot()
    def listen(self) -> None:
        """Open the endpoint; :attr:`outcome` gets "" or what went wrong."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        server = QLocalServer(self)
        if sys.platform == "win32":
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # On Unix no option: with one, Qt renames its socket over that of whoever listens there. The folder is closed to others,
        # and the lock that the caller holds says that nobody listens.
        server.setMaxPendingConnections(LINK_LIMIT)
        server.setListenBacklogSize(2 * LINK_LIMIT)
        server.newConnection.connect(self._accept)
        if not server.listen(self._name):
            self.outcome.put(server.errorString() or "The endpoint could not be opened.")
            return
        if sys.platform != "win32":
            Path(self._name).chmod(0o600)
        self._server = server
        self.outcome.put("")

    @Slot()
    def _accept(self) -> None:
        server = self._server
        while server is not None and server.hasPendingConnections():
            socket = server.nextPendingConnection()
            if len(self.links) >= LINK_LIMIT:
                _turn_away(
                    socket,
                    RpcError(
                        FAILURE,
                        f"{LINK_LIMIT} connections are open already.",
                        kind="too-many",
                        title="Too many consoles",
                        next_step="Close a console, then try again.",
                    ),
                )
                continue
            try:
                process = peer_process(int(socket.socketDescriptor()))
            except Stranger:
                _log.warning("refused a connection of another user")
                _turn_away(socket, _OTHERS)
                continue
            link = Link(self, socket, process)
            self.links.append(link)
            peer = self._owner.accept(link)
            link.start(peer)
            self.wake(peer.deadline)

    def drop(self, link: Link) -> None:
        """Forget a connection that is gone."""
        self.links.remove(link)
        self._owner.lost(link)
        link.deleteLater()

    def wake(self, deadline: float | None) -> None:
        """See to it that something happens at *deadline* (monotonic seconds)."""
        if deadline is None or self._timer is None or (self._due is not None and self._due <= deadline):
            return
        self._due = deadline
        self._timer.start(max(1, math.ceil((deadline - self._monotonic()) * 1000)))

    @Slot()
    def _expire(self) -> None:
        self._due = None
        self._owner.expire()
        for link in list(self.links):
            if link.peer is not None:
                link.peer.expire()
        self._look_ahead()

    def _look_ahead(self) -> None:
        self.wake(self._owner.deadline())
        for link in self.links:
            if link.peer is not None:
                self.wake(link.peer.deadline)

    def shut_down(self) -> None:
        """Close everything and end the thread."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._server is not None:
            self._server.close()  # also removes the socket's file
            self._server = None
        for link in list(self.links):
            link.abort()
        self.thread().quit()


def _turn_away(socket: QLocalSocket, error: RpcError) -> None:
    socket.disconnected.connect(socket.deleteLater)
    socket.write(error_line(None, error))
    socket.flush()
    socket.disconnectFromServer()


class Transport:
    """The thread and its endpoint. *name* is a path on Unix, a pipe's name on Windows."""

    def __init__(self, name: str, owner: Owner, monotonic: Callable[[], float]) -> None:
        self._worker = _Worker(name, owner, monotonic)
        self._thread = QThread()
        self._thread.setObjectName("agent")
        self._thread.setStackSize(4 * 1024 * 1024)  # macOS gives 512 KiB, little for an interpreter
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.listen)
        self._lock = threading.Lock()
        self._over = False

    def start(self) -> str:
        """Start to listen. Returns "" once it does, else what went wrong."""
        self._thread.start()
        try:
            trouble = self._worker.outcome.get(timeout=_START_LIMIT)
        except Empty:
            trouble = "The endpoint's thread did not start in time."
        if trouble:
            self.stop()
        return trouble

    def stop(self) -> bool:
        """Close every connection and join the thread. Returns whether it ended within a second."""
        with self._lock:
            if not self._over:
                self._worker.post(self._worker.shut_down)
            self._over = True
        return self._thread.wait(_STOP_LIMIT)

    def post(self, call: Callable[[], None]) -> None:
        """Run *call* on the agent's thread. Thread-safe. After :meth:`stop` it is dropped."""
        with self._lock:
            if not self._over:
                self._worker.post(call)

    @property
    def links(self) -> list[Link]:
        """The connections. On the agent's thread only."""
        return list(self._worker.links)
