"""The HTTP client that msal and our own look-ups use: one origin, bounded, cancellable, no replay of errors.

Heavy (requests, urllib3, ssl): imported only when a request has to be made.
"""

from __future__ import annotations

import contextlib
import json
import ssl
import threading
import time
from collections.abc import Mapping
from typing import Any, Final, Self, cast
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.errors import NetworkTrouble, SignInFailed
from tenantdock.domain.ports import Clock
from tenantdock.domain.said import said, said_count
from tenantdock.domain.text import one_line
from tenantdock.identity.adapter import CONNECT_TIMEOUT, OwnAdapter
from tenantdock.identity.kept import Kept
from tenantdock.identity.network import Network
from tenantdock.identity.proxies_values import LOOPBACK
from tenantdock.identity.tls_faults import causes, explain, look, system_context
from tenantdock.identity.tunnels import Connector
from tenantdock.identity.watch import moment_of, told_time

READ_TIMEOUT: Final = 30.0
TOTAL_TIMEOUT: Final = 60.0
"""Seconds: between two pieces of an answer, and for a whole answer."""
_ANSWER_LIMIT: Final = 1 << 20
DISCOVERY_LIFETIME: Final = 24 * 3600.0
"""Seconds that a discovery document is kept: as long as msal itself would (throttled_http_client.py, msal 1.39)."""
DISCOVERY_LIMIT: Final = 512
"""How many are kept."""
_TOO_MANY: Final = 429
_LONGEST_RETRY: Final = 3600.0
_CHECK_CONNECTION: Final = "Check your internet connection, VPN and proxy, then try again."


class Reply:
    """An answer, in the shape that msal asks of an HTTP client (msal/oauth2cli/http.py, 1.39)."""

    def __init__(self, status_code: int, text: str, headers: Mapping[str, str]) -> None:
        self.status_code = status_code
        self.text = text
        self.headers = headers

    @property
    def passing(self) -> bool:
        """Whether it tells of a fault that passes: 429 or 5xx (RFC 6585 section 4, RFC 9110 section 15.6)."""
        return self.status_code == _TOO_MANY or self.status_code >= 500  # noqa: PLR2004

    def raise_for_status(self) -> None:
        """Raise for an error status; :class:`Wire` raised for the passing ones already."""
        if self.status_code >= 400:  # noqa: PLR2004  # RFC 9110 section 15.5
            raise ValueError(f"HTTP {self.status_code}")

    def json(self) -> Mapping[str, object]:
        """Return the answer's JSON object, or an empty one when it is none."""
        try:
            found = json.loads(self.text)
        except (ValueError, RecursionError):
            return {}
        return cast("Mapping[str, object]", found) if isinstance(found, dict) else {}


class Contexts:
    """TLS settings per cloud: the system's trust store, or the one CA that the cloud names. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[str, ssl.SSLContext] = {}

    def of(self, cloud: Cloud) -> ssl.SSLContext:
        """Return the TLS context of a cloud."""
        if not cloud.trust_anchor:
            # One for each task: truststore (0.10) holds a lock of the context during the handshake, so that a server which never
            # answers would hold other tasks up where no cancel reaches them
            return _context("")
        with self._lock:
            context = self._made.get(cloud.trust_anchor)
            if context is None:
                context = self._made[cloud.trust_anchor] = _context(cloud.trust_anchor)
            return context


def _context(anchor: str) -> ssl.SSLContext:
    return ssl.create_default_context(cadata=anchor) if anchor else system_context()


class Wire:
    """HTTP to one cloud's sign-in service for the length of one task; close it with ``with``.

    Requests go to the cloud's own origin only, follow no redirect, and raise :class:`NetworkTrouble` for connection trouble, 429
    and 5xx, so that msal neither remembers nor replays a failure. After a 429 or 5xx, what may be repeated (a GET, the use of a
    refresh token) is, for some seconds; an authorization code is never sent twice. *urgent* requests, which a person waits for,
    take no turns while a host cools down; an answer may be *answer_limit* bytes long. *correlation_id* is that of the last request,
    for the details; *sent_at* is when it was sent (Unix time in seconds); *posts* counts the forms that were posted; *clock* is the
    one it goes by.
    """

    def __init__(
        self,
        cloud: Cloud,
        cancel: Cancel,
        contexts: Contexts,
        discoveries: Kept[str, Reply],
        clock: Clock,
        *,
        network: Network | None = None,
        urgent: bool = False,
        answer_limit: int = _ANSWER_LIMIT,
    ) -> None:
        self._cloud = cloud
        self._answer_limit = answer_limit
        self._host = urlsplit(cloud.authority).netloc.casefold()
        self._cancel = cancel
        self._discoveries = discoveries
        self.clock = clock
        self._network = network or Network(clock)
        self._urgent = urgent
        self._stack = contextlib.ExitStack()
        self._connector = Connector(self._network.proxies, cancel, self._stack)
        self._session = requests.Session()
        # Nothing from the environment: proxies are decided by Proxies, and .netrc is not for a sign-in service
        self._session.trust_env = False
        adapter = OwnAdapter(contexts.of(cloud), self._connector.open)
        for prefix in ("https://", "http://"):
            self._session.mount(prefix, adapter)
        self.correlation_id = ""
        self.sent_at = clock.now()
        self.posts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self.rest()

    def rest(self) -> None:
        """Close the connections that are open; the next request makes a new one. For before a long wait."""
        self._session.close()
        self._stack.close()

    def get(
        self, url: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str | None] | None = None, **_: object
    ) -> Reply:
        """Get *url*, from memory where :meth:`keep` put it there and it is fresh."""
        return self._discoveries.get(url) or self._send("GET", url, params=params, headers=headers)

    def check(self) -> None:
        """Raise :class:`Cancelled` when the task was cancelled."""
        self._cancel.check()

    def location(self, url: str, params: Mapping[str, str]) -> str:
        """Return where *url* sends a browser, without going there, or "" when it sends it nowhere."""
        reply = self._send("GET", url, redirects=True, params=params)
        where = next((value for name, value in reply.headers.items() if name.casefold() == "location"), "")
        return where if 300 <= reply.status_code < 400 else ""  # noqa: PLR2004  # RFC 9110 section 15.4

    def keep(self, url: str, reply: Reply) -> None:
        """Keep the discovery document of *url* for a day, because it is good."""
        self._discoveries.keep(url, reply)

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | str | None = None,
        headers: Mapping[str, str | None] | None = None,
        **_: object,
    ) -> Reply:
        """Post a form to *url*."""
        self.posts += 1
        return self._send("POST", url, params=params, headers=headers, data=data)

    def _send(self, method: str, url: str, *, redirects: bool = False, **parts: Any) -> Reply:
        self._cancel.check()
        if not same_origin(url, self._cloud):
            raise SignInFailed(
                said(
                    "{name} refers to another address ({netloc}) for this sign-in.",
                    name=self._cloud.name,
                    netloc=one_line(urlsplit(url).netloc, 80),
                ),
                next_step="The customer may belong to another Microsoft cloud. Check the connection's cloud and tenant.",
            )
        self.correlation_id = str((parts.get("headers") or {}).get("client-request-id") or self.correlation_id)
        pace, started, tries = self._network.pace, self.clock.monotonic(), 0
        while True:
            if not self._urgent:
                pace.turn(self._host, self._cancel)
            reply, tries = self._attempt(method, url, **parts), tries + 1
            if reply.status_code == _TOO_MANY:
                pace.throttled(self._host, retry_after(reply.headers))
            if not reply.passing or not _repeatable(method, parts.get("data")):
                break
            pause = pace.pause(tries, retry_after(reply.headers), self.clock.monotonic() - started)
            if pause is None:
                break
            pace.wait(self._cancel, pause)
        self._refuse(reply, redirects=redirects)
        return reply

    def clock_hint(self) -> str:
        """A sentence that says how far this computer's clock is off, or ""."""
        return self._network.watch.clock()

    def _attempt(self, method: str, url: str, **parts: Any) -> Reply:
        watch = self._network.watch
        error: Exception | None = None
        trouble: NetworkTrouble | None = None
        reply: Reply | None = None
        with self._network.places.taken(self._cancel):
            self.sent_at = self.clock.now()
            try:
                reply = self._exchange(method, url, **parts)
            except NetworkTrouble as told:
                trouble = told
            except (requests.RequestException, HTTPError, OSError, ValueError) as raised:
                error = raised
        self._cancel.check()
        if error is not None:
            # Raised outside of the block above: the library's exception holds the request, and so its secrets
            trouble = self._explain(error)
            error = None
        if trouble is not None:
            watch.failed(trouble.message)
            self._network.proxies.refresh()
            raise trouble
        assert reply is not None  # noqa: S101
        watch.answered(reply.headers, self.sent_at, self.clock.now())
        return reply

    def _exchange(self, method: str, url: str, **parts: Any) -> Reply:
        with self._session.request(
            method, url, timeout=(CONNECT_TIMEOUT, READ_TIMEOUT), allow_redirects=False, stream=True, **parts
        ) as response:
            body = bytearray()
            deadline = time.monotonic() + TOTAL_TIMEOUT
            for piece in response.iter_content(16384):
                body += piece
                if len(body) > self._answer_limit:
                    raise ValueError("the answer is too long")
                if time.monotonic() > deadline:
                    raise TimeoutError("the answer takes too long")
            return Reply(response.status_code, body.decode("utf-8", "replace"), dict(response.headers))

    def _refuse(self, reply: Reply, *, redirects: bool) -> None:
        status = reply.status_code
        details = f"HTTP {status}, correlation id {self.correlation_id or 'none'}"
        if reply.passing:
            wait = retry_after(reply.headers)
            what = said("asks to slow down") if status == _TOO_MANY else said("has a passing fault")
            when = said_count(round(wait), "in {n} second", "in {n} seconds") if wait else said("in a moment")
            raise NetworkTrouble(
                said("The sign-in service of {name} {what} (HTTP {status}).", name=self._cloud.name, what=what, status=status),
                next_step=said("Try again {when}. Tokens that are still valid go on working.", when=when),
                details=details,
                retry_after=wait,
            )
        if 300 <= status < 400 and not redirects:  # noqa: PLR2004  # RFC 9110 section 15.4
            raise NetworkTrouble(
                "Something on the way sends the sign-in service's address elsewhere.",
                next_step="A hotel or guest network does this: open a browser, sign in to the network, then try again.",
                details=details,
            )

    def _explain(self, error: Exception) -> NetworkTrouble:
        parts = urlsplit(self._cloud.authority)
        host = one_line(parts.netloc, 80)
        details = "\n".join(filter(None, (f"{host}: {_kind(error)}", self._connector.route and f"through {self._connector.route}")))
        if any(isinstance(one, ssl.SSLError) for one in causes(error)):
            seen = look(parts.hostname or "", parts.port or 443, self._connector.open)
            return explain(error, host, seen, self.clock.now(), self.clock_hint())
        if isinstance(error, (requests.exceptions.Timeout, TimeoutError)):
            return NetworkTrouble(said("{host} did not answer in time.", host=host), next_step=_CHECK_CONNECTION, details=details)
        if parts.hostname in LOOPBACK and ConnectionRefusedError.__name__ in details:
            return NetworkTrouble(
                said("{name} ({host}) has stopped.", name=self._cloud.name, host=host),
                next_step="Quit TenantDock and start it again; what you saved is kept.",
                details=details,
            )
        note = self._network.proxies.note
        return NetworkTrouble(
            said("{host} cannot be reached.", host=host),
            next_step=_CHECK_CONNECTION,
            details=f"{details}\n{note}" if note else details,
        )


def _repeatable(method: str, form: object) -> bool:
    """Whether a request may be sent again: a GET, or a refresh token's form. A code, of a browser or a device, counts once."""
    return method == "GET" or (isinstance(form, Mapping) and form.get("grant_type") == "refresh_token")


def same_origin(url: str, cloud: Cloud) -> bool:
    """Whether *url* is at the cloud's sign-in service."""
    parts, ours = urlsplit(url), urlsplit(cloud.authority)
    return (parts.scheme, (parts.hostname or "").casefold(), parts.port or 443) == (
        "https",
        (ours.hostname or "").casefold(),
        ours.port or 443,
    )


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a Retry-After header asks for, at most an hour (RFC 9110 section 10.2.3).

    Entra sends seconds. A date, as proxies send it, counts from the answer's own Date: this computer's clock may be off.
    """
    value = next((value.strip() for name, value in headers.items() if name.casefold() == "retry-after"), "")
    if value.isdecimal():
        return float(min(int(value[:6]), _LONGEST_RETRY))  # more digits are more than an hour anyway
    until, now = moment_of(value), told_time(headers)
    return None if until is None or now is None or until < now else min(until - now, _LONGEST_RETRY)


def _kind(error: BaseException) -> str:
    """Name an error and its cause by class alone: their texts can hold addresses with parameters."""
    names = [type(error).__name__]
    seen = error.__cause__ or error.__context__
    while seen is not None and len(names) < 5:  # noqa: PLR2004  # deep enough to see the system's own error
        names.append(type(seen).__name__)
        seen = seen.__cause__ or seen.__context__
    return " < ".join(names)
