"""JSON-RPC 2.0 over lines, as a state machine without sockets, threads or Qt.

Source: https://www.jsonrpc.org/specification. Narrower than that where a wider reading helps nobody: no batches, parameters by name
only, ids are strings or whole numbers, names in an object are unique. Whatever comes in, nothing here raises; it is answered with
an error or the connection is closed.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, NoReturn

from tenantdock.domain.errors import BadInput, Cancelled, Denied, Locked, NetworkTrouble, SignInRequired, TenantDockError
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret
from tenantdock.domain.text import one_line

PROTOCOL_VERSION: Final = 1
LINE_LIMIT: Final = 64 * 1024
"""Bytes of a line towards the agent, its end not counted."""
DEPTH_LIMIT: Final = 16
"""Levels of nesting in a message. Ours have two. The C parser recurses, and a thread's stack can be small (512 KiB on macOS)."""
OUTSTANDING_LIMIT: Final = 16
"""Requests of one connection that may wait for an answer at the same time."""
OPEN_LIMIT: Final = 5.0
"""Seconds until a connection has to have said what it is."""
ANSWER_LIMIT: Final = 25.0
"""Seconds until a request is answered with a time-out: before the 30 s at which the other side gives up by itself."""
ID_LIMIT: Final = 2**53
"""Whole numbers below it survive every JSON reader (RFC 8259, section 6)."""
TEXT_LIMIT: Final = 200
"""Characters of an id or a method."""
CLAIMS_LIMIT: Final = 4096
"""Characters of a claims challenge. Real ones have some hundred."""

PARSE_ERROR: Final = -32700
INVALID_REQUEST: Final = -32600
METHOD_NOT_FOUND: Final = -32601
INVALID_PARAMS: Final = -32602
FAILURE: Final = -32000
DENIED: Final = -32001
SIGN_IN_REQUIRED: Final = -32003
NETWORK: Final = -32004
TIMED_OUT: Final = -32005
WRONG_VERSION: Final = -32006
LINE_TOO_LONG: Final = -32007
LOCKED: Final = -32008

_log = logging.getLogger(__name__)
_BRACKET: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""A string or a bracket. A string without an end matches too, else each of its quotes would be tried as the start of another."""

RequestId = str | int | None


_FOLLOW: Final = "Open a new console from TenantDock. If you wrote this client, see the agent's protocol in ARCHITECTURE.md."


class RpcError(Exception):
    """An error as it goes over the wire. *kind*, *title* and *next_step* become its ``data``; none of the texts holds a secret."""

    def __init__(
        self, code: int, message: str, *, kind: str = "protocol", title: str = "Request refused", next_step: str = _FOLLOW
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.kind = kind
        self.title = title
        self.next_step = next_step
        self.id: RequestId = None


class LineTooLong(Exception):
    """A line grew over :data:`LINE_LIMIT`."""


class Lines:
    """Cuts a stream into lines. Each byte is looked at once and copied a bounded number of times, however the stream is cut."""

    def __init__(self, limit: int = LINE_LIMIT) -> None:
        self._limit = limit
        self._pending = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the lines that *data* completes, without their ``\\n``. Raises :class:`LineTooLong` in the place of such a line."""
        start = 0
        while (end := data.find(b"\n", start)) >= 0:
            self._keep(data, start, end)
            line = bytes(self._pending)
            self._pending.clear()
            start = end + 1
            yield line
        self._keep(data, start, len(data))

    def _keep(self, data: bytes, start: int, end: int) -> None:
        if len(self._pending) + end - start > self._limit:
            self._pending.clear()
            raise LineTooLong
        self._pending += memoryview(data)[start:end]


class Params:
    """The parameters of a request, read with their type. Every method raises :class:`RpcError` when a value is not as it should be.

    Values are never quoted in errors: one of them may be a ticket.
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def text(self, name: str, limit: int = TEXT_LIMIT, *, default: str | None = None) -> str:
        """A string of at most *limit* characters; *default*, if there is one, when it is not there."""
        value = self._values.get(name, default)
        if not isinstance(value, str):
            self._wrong(name, "a string")
        if len(value) > limit:
            self._wrong(name, f"at most {limit} characters long")
        return value

    def secret(self, name: str) -> Secret:
        """A string that must not be shown."""
        return Secret(self.text(name))

    def claims(self, name: str) -> str:
        """A claims challenge: the text of a JSON object, or "" when it is not there (OpenID Connect Core, section 5.5)."""
        text = self.text(name, CLAIMS_LIMIT) if name in self._values else ""
        if text and not _is_object(text):
            self._wrong(name, "the text of a JSON object")
        return text

    def whole(self, name: str) -> int:
        """A whole number that is not negative."""
        value = self._values.get(name)
        if type(value) is not int or not 0 <= value < ID_LIMIT:
            self._wrong(name, "a whole number")
        return value

    def yes_or_no(self, name: str, *, default: bool | None = None) -> bool:
        """True or false. Without a *default* it has to be there."""
        value = self._values.get(name, default)
        if not isinstance(value, bool):
            self._wrong(name, "true or false")
        return value

    def _wrong(self, name: str, expected: str) -> NoReturn:
        raise RpcError(INVALID_PARAMS, f"The parameter {name!r} has to be {expected}.")


@dataclass(frozen=True, slots=True)
class Request:
    """A request, or a notification when *answered* is False."""

    id: RequestId
    method: str
    params: Params = field(repr=False)
    answered: bool = True


def parse(line: bytes) -> Request:
    """Return the request in *line*. Raises :class:`RpcError`, and nothing else, for anything that is none."""
    message = _decode(line)
    if isinstance(message, list):
        raise RpcError(INVALID_REQUEST, "Batches are not supported: send one request a line.")
    if not isinstance(message, dict):
        raise RpcError(INVALID_REQUEST, "A request is a JSON object.")
    answered = "id" in message
    request_id = message.get("id")
    if answered and not _is_id(request_id):
        raise RpcError(INVALID_REQUEST, "An id is a string of at most 200 characters or a whole number.")
    try:
        return Request(request_id, *_body(message), answered)
    except RpcError as error:
        error.id = request_id
        raise


def _body(message: Mapping[str, object]) -> tuple[str, Params]:
    if message.get("jsonrpc") != "2.0":
        raise RpcError(INVALID_REQUEST, 'A request says "jsonrpc": "2.0".')
    method = message.get("method")
    if not isinstance(method, str) or len(method) > TEXT_LIMIT:
        raise RpcError(INVALID_REQUEST, "A request names its method.")
    params = message.get("params", {})
    if not isinstance(params, dict):
        raise RpcError(INVALID_PARAMS, "Parameters are given by name, in an object.")
    return method, Params(params)


def _is_id(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= TEXT_LIMIT
    return type(value) is int and -ID_LIMIT < value < ID_LIMIT


def _decode(line: bytes) -> object:
    if line.startswith(b"\xef\xbb\xbf"):
        raise RpcError(PARSE_ERROR, "The line starts with a byte order mark: send UTF-8 without one.")
    if _too_deep(line):
        raise RpcError(PARSE_ERROR, f"The message is nested more than {DEPTH_LIMIT} levels deep.")
    try:
        return json.loads(line.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise RpcError(PARSE_ERROR, "The line is not valid UTF-8.") from None
    except ValueError:
        # Also a number with more digits than int() takes; the parser's own text would quote the line
        raise RpcError(PARSE_ERROR, "The line is not valid JSON.") from None


def _is_object(text: str) -> bool:
    try:
        return not _too_deep(text.encode()) and isinstance(json.loads(text, parse_constant=_no_constant), dict)
    except ValueError:  # no JSON, or no Unicode
        return False


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        # Two readers may pick different ones of two equal names (RFC 8259, section 4)
        raise RpcError(INVALID_REQUEST, "A name occurs twice in one object.")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _too_deep(line: bytes) -> bool:
    if line.count(b"[") + line.count(b"{") <= DEPTH_LIMIT:
        return False
    depth = 0
    for match in _BRACKET.finditer(line):
        token = match.group()
        if token in b"[{":
            depth += 1
            if depth > DEPTH_LIMIT:
                return True
        elif token in b"]}":
            depth -= 1
    return False


def result_line(request_id: RequestId, result: Mapping[str, object]) -> bytes:
    """Return the answer to a request. A :class:`Secret` among the values is revealed here and nowhere before."""
    return _line({"jsonrpc": "2.0", "id": request_id, "result": result})


def error_line(request_id: RequestId, error: RpcError) -> bytes:
    """Return the answer to a request that failed."""
    data = {"code": error.kind, "title": one_line(error.title), "nextStep": one_line(error.next_step, 500)}
    body = {"code": error.code, "message": one_line(error.message, 500), "data": data}
    return _line({"jsonrpc": "2.0", "id": request_id, "error": body})


def notification_line(method: str, params: Mapping[str, object]) -> bytes:
    """Return a message that wants no answer."""
    return _line({"jsonrpc": "2.0", "method": method, "params": params})


def _line(message: Mapping[str, object]) -> bytes:
    # ASCII: lone surrogates in an id survive, and no character can be taken for the end of a line
    return json.dumps(message, separators=(",", ":"), default=_reveal).encode("ascii") + b"\n"


def _reveal(value: object) -> str:
    if isinstance(value, Secret):
        return value.reveal()
    raise TypeError(f"{type(value).__name__} does not go over the wire")


def rpc_error(error: BaseException) -> RpcError:
    """Return *error* as it goes over the wire. What is no error for people is told as a failure without its text, which could
    hold anything.
    """
    if isinstance(error, RpcError):
        return error
    if isinstance(error, CancelledError):
        error = Cancelled("The request was cancelled.", next_step="Try again.")
    if not isinstance(error, TenantDockError):
        _log.error("a request failed with %s", type(error).__name__)
        return RpcError(
            FAILURE,
            "TenantDock met an error of its own.",
            kind="failure",
            title=TenantDockError.default_title,
            next_step="Try again. If it happens again, restart TenantDock.",
        )
    code = FAILURE
    for kind, number in (
        (Denied, DENIED),
        (SignInRequired, SIGN_IN_REQUIRED),
        (NetworkTrouble, NETWORK),
        (BadInput, INVALID_PARAMS),
        (Locked, LOCKED),
    ):
        if isinstance(error, kind):
            code = number
    return RpcError(code, error.message, kind=error.code, title=error.title, next_step=error.next_step)


@dataclass(frozen=True, slots=True)
class Deferred:
    """An answer that comes later, on whatever thread: *shape* makes the result of what *future* brings, on the peer's thread."""

    future: Future[Any]
    shape: Callable[[Any], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Opened:
    """The answer to a first request: from now on the connection has these methods."""

    result: Mapping[str, object]
    methods: Mapping[str, Method]


Answer = Mapping[str, object] | Deferred | Opened
Method = Callable[[Params], Answer]


@dataclass(slots=True)
class _Outstanding:
    id: RequestId
    future: Future[Any]
    shape: Callable[[Any], Mapping[str, object]]
    deadline: float


class Peer:
    """One connection's side of the protocol. Not thread-safe: everything happens on one thread.

    *opening* are the methods of which the first request has to be one. *send* takes bytes for the other side and *close* ends the
    connection once they are out; *post* runs a call on the peer's thread, from any thread; *monotonic* gives seconds.
    """

    def __init__(
        self,
        opening: Mapping[str, Method],
        *,
        send: Callable[[bytes], None],
        close: Callable[[], None],
        post: Callable[[Callable[[], None]], None],
        monotonic: Callable[[], float],
    ) -> None:
        self._methods = opening
        self._send = send
        self._close = close
        self._post = post
        self._monotonic = monotonic
        self._lines = Lines()
        self._opened = False
        self._closed = False
        self._open_by = monotonic() + OPEN_LIMIT
        self._outstanding: dict[int, _Outstanding] = {}
        self._next = 0

    @property
    def closed(self) -> bool:
        """Whether the connection is over."""
        return self._closed

    @property
    def deadline(self) -> float | None:
        """When :meth:`expire` has something to do (monotonic seconds), or None."""
        if self._closed:
            return None
        if not self._opened:
            return self._open_by
        # All have the same patience, so the oldest one is the first
        oldest = next(iter(self._outstanding.values()), None)
        return None if oldest is None else oldest.deadline

    def receive(self, data: bytes) -> None:
        """Take bytes as they came, cut anywhere, and answer what they complete."""
        if self._closed:
            return
        try:
            for line in self._lines.feed(data):
                if not self._take(line):
                    return
        except LineTooLong:
            self._refuse(None, RpcError(LINE_TOO_LONG, f"The line is longer than {LINE_LIMIT // 1024} KiB."))
            self.shut()

    def notify(self, method: str, params: Mapping[str, object]) -> None:
        """Send a notification."""
        if not self._closed:
            self._send(notification_line(method, params))

    def expire(self) -> None:
        """Answer requests that waited too long, and close a connection that did not say what it is in time."""
        if self._closed:
            return
        now = self._monotonic()
        if not self._opened:
            if now >= self._open_by:
                self._refuse(None, _too_late("The connection did not say in time what it is."))
                self.shut()
            return
        for serial, waiting in list(self._outstanding.items()):
            if now < waiting.deadline:
                break
            del self._outstanding[serial]
            waiting.future.cancel()
            self._refuse(waiting.id, _too_late("The request took too long and was given up."))

    def shut(self) -> None:
        """Close the connection, and drop what is still to come for it."""
        if not self._closed:
            self.gone()
            self._close()

    def gone(self) -> None:
        """The other side is gone: drop what is still to come for it."""
        self._closed = True
        outstanding, self._outstanding = self._outstanding, {}
        for waiting in outstanding.values():
            waiting.future.cancel()

    def _take(self, line: bytes) -> bool:
        """Answer a line. Returns whether the connection goes on."""
        request_id: RequestId = None
        try:
            request = parse(line)
            request_id = request.id
            if not self._opened and not (request.answered and request.method in self._methods):
                raise _not_opened(self._methods)  # noqa: TRY301 - refused as any other failure
            if request.answered:
                self._answer(request)
        except Exception as error:  # noqa: BLE001 - whatever fails is answered: the next request may be fine
            refusal = rpc_error(error)
            self._refuse(refusal.id if request_id is None else request_id, refusal)
            if not self._opened:
                self.shut()
        return not self._closed

    def _answer(self, request: Request) -> None:
        method = self._methods.get(request.method)
        if method is None:
            raise RpcError(METHOD_NOT_FOUND, f"There is no method {one_line(request.method, 40)!r} on this connection.")
        if len(self._outstanding) >= OUTSTANDING_LIMIT:
            raise RpcError(FAILURE, "Too many requests are waiting on this connection.", next_step="Wait for their answers first.")
        answer = method(request.params)
        if isinstance(answer, Deferred):
            self._wait(request.id, answer)
            return
        if isinstance(answer, Opened):
            self._opened = True
            self._methods = answer.methods
            answer = answer.result
        self._send(result_line(request.id, answer))

    def _wait(self, request_id: RequestId, answer: Deferred) -> None:
        serial = self._next
        self._next += 1
        self._outstanding[serial] = _Outstanding(request_id, answer.future, answer.shape, self._monotonic() + ANSWER_LIMIT)
        answer.future.add_done_callback(lambda _: self._post(partial(self._finish, serial)))

    def _finish(self, serial: int) -> None:
        waiting = self._outstanding.pop(serial, None)
        if waiting is None:  # timed out, or the connection is gone: nobody waits for it any more
            return
        try:
            line = result_line(waiting.id, waiting.shape(waiting.future.result()))
        except Exception as error:  # noqa: BLE001 - whatever failed is answered
            self._refuse(waiting.id, rpc_error(error))
        else:
            self._send(line)

    def _refuse(self, request_id: RequestId, error: RpcError) -> None:
        self._send(error_line(request_id, error))


def _too_late(message: str) -> RpcError:
    return RpcError(TIMED_OUT, message, kind="time-out", title="No answer in time", next_step="Try again.")


def _not_opened(methods: Mapping[str, Method]) -> Denied:
    return Denied(
        "The first request on a connection has to say what it is.",
        next_step=said("Start with one of: {names}.", names=", ".join(methods)),
    )
