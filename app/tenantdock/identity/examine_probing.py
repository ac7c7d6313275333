"""One HTTP request for the connectivity test: to any host, bounded, cancellable, without credentials, following no redirect.

Its own small client, because it has to tell what the sign-in's client hides: which way was gone, the certificate that was shown,
and where it broke. TLS is always checked before anything is sent. Heavy (ssl, http.client): imported only by a check that runs.
"""

from __future__ import annotations

import base64
import contextlib
import errno
import http.client
import re
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.said import as_said, said
from tenantdock.domain.secret import Secret
from tenantdock.domain.text import one_line
from tenantdock.identity.examine_chains import Seen, chain_of
from tenantdock.identity.sockets import connect, resolve, severable

BODY_LIMIT: Final = 1 << 18
"""Bytes of an answer that are read: a sign-in page has tens of thousands."""
_REFUSED: Final = frozenset({errno.ECONNREFUSED, getattr(errno, "WSAECONNREFUSED", errno.ECONNREFUSED)})
_PORTS: Final = {"http": 80, "https": 443}
# AD FS offers integrated sign-in to the browsers whose name it knows, so this one is named as the most common of them is
# (https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-browser-wia, read in November 2026)
BROWSER: Final = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Edg/140.0.0.0"


@dataclass(frozen=True, slots=True)
class Way:
    """How a host is reached: through *proxy* at *port*, or straight ("" and 0)."""

    proxy: str = ""
    port: int = 0
    username: str = ""
    password: Secret = field(default_factory=lambda: Secret(""), compare=False)
    """For the proxy alone, where the person set them."""

    def authorization(self) -> dict[str, str]:
        """The header that tells the proxy who asks (RFC 7617 section 2), or nothing."""
        if not self.username:
            return {}
        pair = f"{self.username}:{self.password.reveal()}".encode()
        return {"Proxy-Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}

    def __str__(self) -> str:
        return f"through the proxy {self.proxy}:{self.port}" if self.proxy else "without a proxy"


STRAIGHT: Final = Way()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. *headers* have lower-case names; *seconds* is until all of it was read; *peer* the address connected to."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float
    peer: str = ""
    certificates: tuple[Seen, ...] = ()
    whole: bool = True

    @property
    def text(self) -> str:
        """The body as text."""
        found = re.search(r"charset=\"?([\w-]{1,40})", self.headers.get("content-type", ""))
        try:
            return self.body.decode(found[1] if found else "utf-8", "replace")
        except (LookupError, ValueError):  # unknown, or one that replaces nothing ("idna")
            return self.body.decode("utf-8", "replace")


class Unreached(Exception):
    """No answer. *stage* is "dns", "connect", "proxy", "tls" or "answer"; *text* says what happened, as the end of a sentence.
    *untrusted*: the other end showed a certificate, and it was refused.
    """

    def __init__(self, stage: str, text: str, *, untrusted: bool = False) -> None:
        super().__init__(text)
        self.stage = stage
        self.text = text
        self.untrusted = untrusted


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask. *form* is the body of a POST, None for a GET."""

    url: str
    way: Way = STRAIGHT
    form: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def ask(request: Request, context: ssl.SSLContext, cancel: Cancel, timeout: float) -> Answer:
    """Send *request* and return the answer, whatever its status. *timeout*, in seconds, is for each stage and for the whole.

    Raises :class:`Unreached`, :class:`Cancelled`.
    """
    began = time.monotonic()
    parts = urlsplit(request.url)
    with _connected(request, context, cancel, timeout) as (link, certificates, peer):
        try:
            return _exchange(request, parts.scheme, link, (certificates, peer), began, timeout)
        except _TROUBLES as error:
            raise _told("answer", error, cancel, timeout) from None


def greet(url: str, way: Way, context: ssl.SSLContext, cancel: Cancel, timeout: float) -> tuple[tuple[Seen, ...], str]:
    """Make a connection, TLS included, and close it. Returns the certificates and the address that was connected to.

    Raises :class:`Unreached`, :class:`Cancelled`.
    """
    with _connected(Request(url, way), context, cancel, timeout) as (_, certificates, peer):
        return certificates, peer


def look(url: str, way: Way, cancel: Cancel, timeout: float) -> tuple[Seen, ...]:
    """Return the certificates that a server shows, good or bad. Nothing is sent after the handshake.

    Raises :class:`Unreached`, :class:`Cancelled`. Only to tell whose certificate was refused: who inspects signs with his own.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return greet(url, way, context, cancel, timeout)[0]


_TROUBLES: Final = (OSError, http.client.HTTPException, ValueError)


@contextlib.contextmanager
def _stage(name: str, cancel: Cancel, timeout: float) -> Iterator[None]:
    try:
        yield
    except _TROUBLES as error:
        raise _told(name, error, cancel, timeout) from None


def _told(stage: str, error: Exception, cancel: Cancel, timeout: float) -> Unreached:
    """Return trouble in words; raises :class:`Cancelled` where that is the cause."""
    cancel.check()
    return Unreached(stage, _words(error, timeout), untrusted=isinstance(error, ssl.SSLCertVerificationError))


def _words(error: Exception, timeout: float) -> str:
    if isinstance(error, OSError) and error.errno in _REFUSED:
        error = ConnectionRefusedError()
    system = one_line(str(getattr(error, "strerror", "") or "").lower() or type(error).__name__, 120)
    if isinstance(error, ssl.SSLCertVerificationError):
        why = one_line(str(getattr(error, "verify_message", "")), 120) or said("it cannot be checked")
        return said("the certificate was refused: {why}", why=why)
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | TimeoutError):
        reason = one_line(str(getattr(error, "reason", "") or type(error).__name__).replace("_", " ").lower(), 80)
        return said("no TLS connection could be made ({reason})", reason=reason)
    if isinstance(error, socket.gaierror):
        return said("the name is not known ({system})", system=system)
    if isinstance(error, TimeoutError):
        return said("no answer within {seconds} s", seconds=f"{timeout:g}")
    words = next((words for kind, words in _WORDS if isinstance(error, kind)), None)
    if words is not None:
        return as_said(words)
    return system if isinstance(error, OSError) else said("the answer is not HTTP ({kind})", kind=type(error).__name__)


_WORDS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (ConnectionRefusedError, said("the connection was refused (nobody listens there, or a firewall stopped it)")),
    (http.client.RemoteDisconnected, said("the connection was closed without an answer")),
    (ssl.SSLEOFError, said("the connection was closed without an answer")),
    (ConnectionResetError, said("the connection was reset on the way")),
)


@contextlib.contextmanager
def _connected(
    request: Request, context: ssl.SSLContext, cancel: Cancel, timeout: float
) -> Iterator[tuple[socket.socket, tuple[Seen, ...], str]]:
    parts = urlsplit(request.url)
    host, way = parts.hostname or "", request.way
    port = parts.port or _PORTS[parts.scheme]
    with _stage("proxy" if way.proxy else "dns", cancel, timeout):
        addresses = resolve(way.proxy or host, way.port or port, cancel, timeout)
    with contextlib.ExitStack() as stack:
        with _stage("proxy" if way.proxy else "connect", cancel, timeout):
            link = stack.enter_context(connect(addresses, cancel, timeout))
            peer = str(link.getpeername()[0])
        stack.enter_context(severable(link, cancel))
        if parts.scheme == "http":
            yield link, (), peer
            return
        if way.proxy:
            with _stage("proxy", cancel, timeout):
                _tunnel(link, host, port, way, timeout)
        with _stage("tls", cancel, timeout):
            # In two steps: what was cut off in between is closed all the same
            safe = stack.enter_context(context.wrap_socket(link, server_hostname=host, do_handshake_on_connect=False))
            safe.do_handshake()
        yield safe, chain_of(safe), peer


def _tunnel(link: socket.socket, host: str, port: int, way: Way, timeout: float) -> None:
    """Have the proxy connect us (RFC 9110 section 9.3.6). Raises :class:`Unreached` when it does not."""
    name = f"[{host}]" if ":" in host else host
    lines = [f"CONNECT {name}:{port} HTTP/1.1", f"Host: {name}:{port}", *(": ".join(pair) for pair in way.authorization().items())]
    link.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii"))
    head, end = bytearray(), time.monotonic() + timeout
    while not head.endswith(b"\r\n\r\n"):
        # A byte at a time: what follows belongs to the TLS that comes next
        piece = link.recv(1)
        if not piece or len(head) > BODY_LIMIT >> 4 or time.monotonic() > end:
            raise Unreached("proxy", said("the proxy closed the connection without an answer"))
        head += piece
    line = bytes(head).partition(b"\r\n")[0].decode("latin-1")
    status = line.split(" ")[1:2]
    if not status or not status[0].startswith("2"):
        raise Unreached("proxy", refusal(int(status[0]) if status and status[0].isdecimal() else 0))


def refusal(status: int) -> str:
    """Return what a proxy's own answer of that status means."""
    if status == 407:  # noqa: PLR2004  # RFC 9110 section 15.5.8
        return said("the proxy asks for a user name and password (HTTP 407)")
    if status in {403, 451}:
        return said("the proxy does not allow this address (HTTP {status})", status=status)
    if not status:
        return said("the proxy's answer is not HTTP")
    return said("the proxy could not connect to it (HTTP {status})", status=status)


def _exchange(
    request: Request, scheme: str, link: socket.socket, seen: tuple[tuple[Seen, ...], str], began: float, timeout: float
) -> Answer:
    parts = urlsplit(request.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or _PORTS[scheme], timeout=timeout)
    connection.sock = link
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"User-Agent": BROWSER, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Connection": "close"}
    if scheme == "http" and request.way.proxy:
        target = f"{scheme}://{parts.netloc.rpartition('@')[2]}{target}"
        headers |= request.way.authorization()
    if request.form is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    headers["Host"] = parts.netloc.rpartition("@")[2]
    connection.request("GET" if request.form is None else "POST", target, request.form, {**headers, **request.headers})
    response = connection.getresponse()
    body, end = bytearray(), time.monotonic() + timeout
    while len(body) <= BODY_LIMIT and (piece := response.read1(16384)):
        body += piece
        if time.monotonic() > end:
            raise TimeoutError
    named = {name.casefold(): value for name, value in response.getheaders()}
    whole = len(body) <= BODY_LIMIT
    return Answer(response.status, named, bytes(body[:BODY_LIMIT]), time.monotonic() - began, seen[1], seen[0], whole)
