"""The listener that the browser comes back to (RFC 8252 section 7.3).

On 127.0.0.1 and ::1, because browsers try either for "localhost"; on the same port, held exclusively. It serves one sign-in: it
answers strangers without ending the wait, and ends on the provider's answer, on a time-out, or as soon as it is cancelled. It runs
on the caller's thread, so nothing stays behind when it is closed.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import hmac
import selectors
import socket
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self
from urllib.parse import parse_qsl, urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import SignInFailed
from tenantdock.domain.said import said
from tenantdock.identity import page
from tenantdock.identity.aadsts import trouble

TIMEOUT: Final = 300.0
"""Seconds that a person has to sign in."""
_HEAD_LIMIT: Final = 16 * 1024
_BODY_LIMIT: Final = 64 * 1024
_CALL_TIMEOUT: Final = 10.0  # seconds that one caller may take to send its request
_CALLERS: Final = 32
_FIELDS: Final = 32
_PORT_TRIES: Final = 20
_WAKES: Final = 5.0  # seconds: how soon after a suspended computer wakes its clock is looked at
_WATCH: Final = 0.5  # seconds between looks at a browser of our own
_TAKEN: Final = frozenset({errno.EADDRINUSE, errno.EACCES})  # Windows says the latter of a port that is held exclusively
_LINGER: Final = 2.0  # seconds in which a caller may read its answer while what else it sends is thrown away
_ONCE: Final = frozenset({"host", "content-length", "content-type"})  # a second one could mean another thing to the browser
_WANT_FORM: Final = "The sign-in page has to send its answer as a form."
_REASONS: Final = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    411: "Length Required",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    421: "Misdirected Request",
    431: "Request Header Fields Too Large",
}


@dataclass(slots=True)
class _Caller:
    connection: socket.socket
    deadline: float
    received: bytearray = field(default_factory=bytearray)
    answered: bool = False


class _Refused(Exception):
    """A request that is not the answer; *status* and *text* go back to whoever sent it."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


class Loopback:
    """Listens for the answer of one sign-in; close it with ``with``. Raises :class:`SignInFailed` when no port can be had.

    *now* is the clock of the time-out: one that goes on while the computer sleeps tells the person soon after waking that the
    time is over.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._listeners, self.port = _listen()

    @property
    def redirect_uri(self) -> str:
        """The address to register with the provider. Without a path, as msal sends it: Entra compares paths."""
        return f"http://localhost:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the port back."""
        for listener in self._listeners:
            listener.close()

    def wait(
        self, state: str, cancel: Cancel, *, timeout: float = TIMEOUT, gone: Callable[[], bool] | None = None
    ) -> Mapping[str, str]:
        """Return the fields that the provider's page posted: a code, or an error.

        *state* is what the provider has to give back; *timeout* is in seconds; *gone* tells whether a browser of our own has ended.
        Raises :class:`SignInFailed` on a time-out, or when that browser ended, and :class:`Cancelled`.
        """
        with contextlib.ExitStack() as stack:
            selector = stack.enter_context(selectors.DefaultSelector())
            reader, writer = (stack.enter_context(end) for end in socket.socketpair())
            writer.setblocking(False)
            selector.register(reader, selectors.EVENT_READ)
            for listener in self._listeners:
                selector.register(listener, selectors.EVENT_READ)
            callers: dict[int, _Caller] = {}
            stack.callback(_close_all, callers)
            stack.enter_context(cancel.calling(functools.partial(_wake, writer)))
            return self._serve(selector, callers, state, cancel, self._now() + timeout, gone)

    def _serve(
        self,
        selector: selectors.BaseSelector,
        callers: dict[int, _Caller],
        state: str,
        cancel: Cancel,
        deadline: float,
        gone: Callable[[], bool] | None,
    ) -> Mapping[str, str]:
        ended_at: float | None = None
        while True:
            cancel.check()
            now, left = time.monotonic(), deadline - self._now()
            if left <= 0:
                raise _too_late()
            if gone is not None and ended_at is None and gone():
                ended_at = now
            if ended_at is not None and now > ended_at + _WATCH:
                raise SignInFailed("The browser window was closed before the sign-in was finished.", next_step="Connect again.")
            for caller in [caller for caller in callers.values() if now >= caller.deadline]:
                _hang_up(selector, callers, caller)
            next_look = min([left, *(caller.deadline - now for caller in callers.values())])
            for key, _ in selector.select(min(next_look, _WAKES if gone is None else _WATCH)):
                ready = key.fileobj
                if ready in self._listeners:
                    _accept(selector, callers, ready)
                elif key.fd in callers:
                    found = _hear(selector, callers, callers[key.fd], self.port, state)
                    if found is not None:
                        return found


def _listen() -> tuple[list[socket.socket], int]:
    for _ in range(_PORT_TRIES):
        try:
            first = _bound(socket.AF_INET, "127.0.0.1", 0)
        except OSError:
            continue
        port = first.getsockname()[1]
        try:
            return [first, _bound(socket.AF_INET6, "::1", port)], port
        except OSError as error:
            if error.errno not in _TAKEN:
                return [first], port  # no IPv6 here, or not for us: nobody else can answer there in our place
            first.close()
    raise SignInFailed(
        "No free port was found on this computer for the browser to come back to.",
        next_step="Another program holds many ports, or security software blocks listening on 127.0.0.1. Close it and try again.",
    )


def _bound(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # elsewhere the default is exclusive
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        if family is socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((address, port))
        listener.listen(_CALLERS)
        listener.setblocking(False)
    except BaseException:
        listener.close()
        raise
    return listener


def _accept(selector: selectors.BaseSelector, callers: dict[int, _Caller], listener: object) -> None:
    if not isinstance(listener, socket.socket):
        return
    try:
        connection, _ = listener.accept()
    except OSError:
        return  # the caller hung up first
    connection.setblocking(False)
    caller = _Caller(connection, time.monotonic() + _CALL_TIMEOUT)
    if len(callers) >= _CALLERS:
        # The one that has waited longest makes room: browsers open connections ahead and leave them
        oldest = min(callers.values(), key=lambda other: other.deadline)
        _hang_up(selector, callers, oldest)
    callers[connection.fileno()] = caller
    selector.register(connection, selectors.EVENT_READ)


def _hear(
    selector: selectors.BaseSelector, callers: dict[int, _Caller], caller: _Caller, port: int, state: str
) -> Mapping[str, str] | None:
    try:
        piece = caller.connection.recv(65536)
    except BlockingIOError:
        return None
    except OSError:
        piece = b""
    if not piece:
        _hang_up(selector, callers, caller)
        return None
    if caller.answered:
        return None
    caller.received += piece
    fields: Mapping[str, str] | None = None
    try:
        fields = _parse(caller.received, port, state)
        if fields is None:
            return None  # more is to come
        content = page.finished() if "code" in fields else page.failed(trouble(fields, silent=False).message)
        _reply(caller.connection, 200, content)
    except _Refused as refused:
        _reply(caller.connection, refused.status, page.refused(refused.text), bare=caller.received.startswith(b"HEAD "))
    # Closed at once, what it still sends would be answered with a reset, and the page could be lost
    caller.answered, caller.deadline = True, min(caller.deadline, time.monotonic() + _LINGER)
    return fields


def _parse(received: bytearray, port: int, state: str) -> Mapping[str, str] | None:
    """Return the answer's fields, None while the request is incomplete. Raises _Refused for everything else."""
    head, complete, body = bytes(received).partition(b"\r\n\r\n")
    if len(head) > _HEAD_LIMIT:
        raise _Refused(431, "The request is too long.")
    if not complete:
        return None
    method, target, headers = _head(head)
    if headers.get("host", "").casefold() != f"localhost:{port}":
        raise _Refused(421, "This address is for the sign-in page only.")
    encoded = _encoded(method, target, headers, body)
    if encoded is None:
        return None
    fields = _fields(encoded)
    if method == "GET" and ("code" in fields or "error" not in fields):
        raise _Refused(405, _WANT_FORM)
    if not hmac.compare_digest(fields.get("state", "").encode(), state.encode()):
        raise _Refused(400, said("This answer belongs to another sign-in. If you signed in twice, use the newest window."))
    if not (fields.get("code") or fields.get("error")):
        raise _Refused(400, "The answer is incomplete.")
    return fields


def _encoded(method: str, target: str, headers: Mapping[str, str], body: bytes) -> str | None:
    try:
        parts = urlsplit(target)
    except ValueError:
        raise _Refused(400, "This is no request of a browser.") from None
    if parts.scheme or parts.netloc or parts.path not in {"", "/"}:
        raise _Refused(404, "There is nothing here.")
    if method == "GET":
        return parts.query  # an error may come so; a code may not
    if method == "POST":
        return _body(headers, body)
    raise _Refused(405, _WANT_FORM)


def _head(head: bytes) -> tuple[str, str, Mapping[str, str]]:
    lines = head.decode("latin-1").split("\r\n")
    request = lines[0].split(" ")
    if len(request) != 3 or not request[2].startswith("HTTP/1."):  # noqa: PLR2004  # RFC 9112 section 3
        raise _Refused(400, "This is no request of a browser.")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        name = name.casefold()
        if not colon or name != name.strip() or (name in headers and name in _ONCE):
            raise _Refused(400, "This is no request of a browser.")
        headers[name] = value.strip()
    return request[0], request[1], headers


def _body(headers: Mapping[str, str], body: bytes) -> str | None:
    if headers.get("content-type", "").partition(";")[0].strip().casefold() != "application/x-www-form-urlencoded":
        raise _Refused(415, _WANT_FORM)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal()) or "transfer-encoding" in headers:
        raise _Refused(411, "The length of the answer is missing.")
    if len(length) > 6 or int(length) > _BODY_LIMIT or len(body) > _BODY_LIMIT:  # noqa: PLR2004  # a length with seven digits is beyond it
        raise _Refused(413, "The answer is too long.")
    return body[: int(length)].decode("latin-1") if len(body) >= int(length) else None


def _fields(encoded: str) -> Mapping[str, str]:
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise _Refused(400, "The answer has too many fields.") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise _Refused(400, "The answer has a field twice.")
    return fields


def _reply(connection: socket.socket, status: int, content: bytes, *, bare: bool = False) -> None:
    head = [f"HTTP/1.1 {status} {_REASONS[status]}", *(f"{name}: {value}" for name, value in page.HEADERS.items())]
    head += [f"Content-Length: {len(content)}", "Connection: close", "", ""]
    with contextlib.suppress(OSError):  # whoever hung up does not see the page
        connection.send("\r\n".join(head).encode("ascii") + (b"" if bare else content))  # a few KiB: fits the system's send buffer
        connection.shutdown(socket.SHUT_WR)


def _hang_up(selector: selectors.BaseSelector, callers: dict[int, _Caller], caller: _Caller) -> None:
    selector.unregister(caller.connection)
    callers.pop(caller.connection.fileno(), None)
    caller.connection.close()


def _close_all(callers: Mapping[int, _Caller]) -> None:
    for caller in callers.values():
        caller.connection.close()


def _too_late() -> SignInFailed:
    return SignInFailed(
        "The browser did not come back in time.",
        next_step="If the sign-in page is still open, close it. Then connect again; if the page stays blank, try another browser.",
    )


def _wake(writer: socket.socket) -> None:
    with contextlib.suppress(OSError):
        writer.send(b"\0")
