"""A client of the agent without Qt: for the command line, and for a second start that shows the first.

It imports next to nothing, because its time is the time of a command.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Protocol, Self

from tenantdock.agent.endpoint import endpoint_name, trusted_folder
from tenantdock.domain.errors import AgentTrouble
from tenantdock.domain.text import one_line

__all__ = ["AgentClient", "NotRunning", "Refusal", "endpoint_name", "show_running"]

PROTOCOL_VERSION: Final = 1  # as in protocol.py, whose import would cost more than the rest of this module
ANSWER_LIMIT: Final = 16 * 1024 * 1024
"""Bytes of an answer: far more than 10,000 connections take."""


class NotRunning(AgentTrouble):
    """Nobody listens at the endpoint of this data folder."""

    code = "not-running"
    default_title = "TenantDock is not running"

    def __init__(self) -> None:
        super().__init__("TenantDock is not running.", next_step="Start it, then try again.")


class Refusal(AgentTrouble):
    """The agent answered with an error. *number* is its JSON-RPC code, *kind* the ``code`` in its data."""

    code = "refused"

    def __init__(self, message: str, *, next_step: str, title: str, number: int, kind: str) -> None:
        super().__init__(message, next_step=next_step, title=title)
        self.number = number
        self.kind = kind


class _Stream(Protocol):
    def send(self, data: bytes) -> None: ...
    def receive(self, seconds: float) -> bytes: ...
    def close(self) -> None: ...


class AgentClient:
    """A connection to the agent. Not thread-safe; use it in a ``with`` block or call :meth:`close`."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream
        self._pending = bytearray()
        self._next = 1

    @classmethod
    def connect(cls, name: str, timeout: float = 2.0) -> Self:
        """Connect to the endpoint *name* (see :func:`endpoint_name`) within *timeout* seconds. Raises :class:`NotRunning`, and
        :class:`AgentTrouble` when somebody else listens there.
        """
        return cls(_open(name, timeout))

    @classmethod
    def control(cls, folder: Path, timeout: float = 2.0) -> Self:
        """Connect to the desktop of the data folder *folder* as a command line. Raises as :meth:`connect` and :meth:`request`."""
        client = cls.connect(endpoint_name(folder), timeout)
        try:
            client.hello = client.request("control.open", {"protocol": PROTOCOL_VERSION, "pid": os.getpid()}, timeout)
        except BaseException:
            client.close()
            raise
        return client

    hello: Mapping[str, Any] = {}
    """What the agent answered to ``control.open``."""

    def request(self, method: str, params: Mapping[str, object] | None = None, timeout: float = 30.0) -> dict[str, Any]:
        """Send a request and return its result. Notifications that come in between are passed over.

        Raises :class:`Refusal` when the agent answers with an error, :class:`AgentTrouble` when it does not answer within
        *timeout* seconds, closes the connection, or answers what is no answer.
        """
        import json  # noqa: PLC0415 - not needed to find that nobody listens

        number = self._next
        self._next += 1
        message = {"jsonrpc": "2.0", "id": number, "method": method, "params": params or {}}
        deadline = time.monotonic() + timeout
        with suppress(OSError):  # an answer may be there already, and say why the connection was closed
            self._stream.send(json.dumps(message).encode("ascii") + b"\n")
        while True:
            answer = self._answer(deadline)
            if "error" in answer and answer.get("id") in {number, None}:
                raise _refusal(answer["error"])
            result = answer.get("result")
            if answer.get("id") == number and isinstance(result, dict):
                return result

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _answer(self, deadline: float) -> dict[str, Any]:
        searched = 0
        while (end := self._pending.find(b"\n", searched)) < 0:
            searched = len(self._pending)
            left = deadline - time.monotonic()
            try:
                data = self._stream.receive(left) if left > 0 else None
            except TimeoutError:
                data = None
            except OSError:
                data = b""
            if data is None:
                raise AgentTrouble("TenantDock did not answer in time.", next_step="See whether its window reacts, then try again.")
            if not data:
                raise AgentTrouble(
                    "TenantDock closed the connection.", next_step="See whether it is still running, then try again."
                )
            self._pending += data
            if len(self._pending) > ANSWER_LIMIT:
                raise _nonsense()
        import json  # noqa: PLC0415 - as in request

        line = bytes(self._pending[:end])
        del self._pending[: end + 1]
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError):
            raise _nonsense() from None
        if not isinstance(answer, dict):
            raise _nonsense()
        return answer


def show_running(folder: Path, timeout: float = 2.0) -> bool:
    """Have the desktop that runs on *folder* show its window. Returns False when none runs. Raises :class:`AgentTrouble` when one
    runs but does not answer within *timeout* seconds.
    """
    try:
        with AgentClient.control(folder, timeout) as client:
            client.request("app.show", timeout=timeout)
    except NotRunning:
        return False
    return True


def is_running(folder: Path, timeout: float = 2.0) -> bool:
    """Whether a desktop runs on *folder*. It is asked for nothing. Raises :class:`AgentTrouble` as :func:`show_running` does."""
    try:
        with AgentClient.control(folder, timeout):
            return True
    except NotRunning:
        return False


def _refusal(error: object) -> Refusal:
    told = error if isinstance(error, dict) else {}
    data = told.get("data")
    extra = data if isinstance(data, dict) else {}
    number = told.get("code")
    return Refusal(
        one_line(str(told.get("message", "")), 500) or "TenantDock refused the request.",
        next_step=one_line(str(extra.get("nextStep", "")), 500),
        title=one_line(str(extra.get("title", ""))) or "Refused",
        number=number if isinstance(number, int) else 0,
        kind=one_line(str(extra.get("code", ""))),
    )


def _nonsense() -> AgentTrouble:
    return AgentTrouble(
        "What listens at TenantDock's local endpoint does not speak its protocol.",
        next_step="Close every TenantDock, of whatever version, then start it again.",
    )


if sys.platform == "win32":
    import queue
    import threading

    class _PipeStream:
        """A named pipe as a file. Reading cannot be given a time limit, so it happens on a thread that dies with the program."""

        def __init__(self, path: str) -> None:
            self._file = open(path, "r+b", buffering=0)  # noqa: PTH123, SIM115 - a pipe, closed by close()
            self._asked: queue.SimpleQueue[bool] = queue.SimpleQueue()
            self._read: queue.SimpleQueue[bytes] = queue.SimpleQueue()
            self._waiting = False
            threading.Thread(target=self._run, name="agent-client", daemon=True).start()

        def send(self, data: bytes) -> None:
            """Send."""
            self._file.write(data)

        def receive(self, seconds: float) -> bytes:
            """Return what comes next, b"" at the end. Raises TimeoutError."""
            if not self._waiting:
                self._asked.put(True)
                self._waiting = True
            try:
                data = self._read.get(timeout=seconds)
            except queue.Empty:
                raise TimeoutError from None
            self._waiting = False
            return data

        def close(self) -> None:
            """Close, unless a read is under way: closing would wait for it."""
            self._asked.put(False)
            if not self._waiting:
                self._file.close()

        def _run(self) -> None:
            while self._asked.get():
                try:
                    data = self._file.read(65536) or b""
                except (OSError, ValueError):
                    data = b""
                self._read.put(data)

    def _open(name: str, timeout: float) -> _Stream:
        deadline = time.monotonic() + timeout
        while True:
            try:
                return _PipeStream(rf"\\.\pipe\{name}")
            except FileNotFoundError:
                raise NotRunning from None
            except OSError:
                # All instances of the pipe are taken for a moment (ERROR_PIPE_BUSY)
                if time.monotonic() > deadline:
                    raise NotRunning from None
                time.sleep(0.02)

else:
    if TYPE_CHECKING:
        import socket

    class _UnixStream:
        """A Unix socket that this user listens on."""

        def __init__(self, path: str, timeout: float) -> None:
            if not os.path.lexists(path) or not trusted_folder(Path(path).parent):
                raise NotRunning
            import socket  # noqa: PLC0415 - not needed to find that nobody listens

            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                self._connect(path, timeout)
                ours = _ours(self._socket)
            except OSError:
                self._socket.close()
                raise NotRunning from None
            if not ours:
                self._socket.close()
                raise _nonsense()

        def _connect(self, path: str, timeout: float) -> None:
            deadline = time.monotonic() + timeout
            self._socket.settimeout(timeout)
            while True:
                try:
                    return self._socket.connect(path)
                except BlockingIOError:  # too many are connecting at this moment (connect(2): EAGAIN on Unix sockets)
                    if time.monotonic() > deadline:
                        raise
                    time.sleep(0.005)

        def send(self, data: bytes) -> None:
            """Send."""
            self._socket.sendall(data)

        def receive(self, seconds: float) -> bytes:
            """Return what comes next, b"" at the end. Raises TimeoutError."""
            self._socket.settimeout(seconds)
            return self._socket.recv(65536)

        def close(self) -> None:
            """Close."""
            self._socket.close()

    def _ours(sock: socket.socket) -> bool:
        """Whether this user listens there. Where the system does not tell, the folder's owner has to do."""
        import socket  # noqa: PLC0415 - as in _UnixStream
        import struct  # noqa: PLC0415 - as in _UnixStream

        if not hasattr(socket, "SO_PEERCRED"):
            return True
        _, uid, _ = struct.unpack("iII", sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        return bool(uid == os.getuid())

    def _open(name: str, timeout: float) -> _Stream:
        return _UnixStream(name, timeout)
