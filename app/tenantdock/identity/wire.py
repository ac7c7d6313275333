"""The HTTP client that msal and our own look-ups use: one origin, bounded, cancellable, no replay of errors.

Heavy (requests, urllib3, ssl): imported only when a request has to be made.
"""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from typing import Any, Final, Self, cast
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util.timeout import Timeout

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.errors import NetworkTrouble, SignInFailed, TenantDockError
from tenantdock.domain.ports import Clock
from tenantdock.domain.text import one_line
from tenantdock.identity.kept import Kept
from tenantdock.identity.sockets import connect, resolve, severable

CONNECT_TIMEOUT: Final = 10.0
READ_TIMEOUT: Final = 30.0
TOTAL_TIMEOUT: Final = 60.0
"""Seconds: to connect, between two pieces of an answer, and for a whole answer."""
_ANSWER_LIMIT: Final = 1 << 20
DISCOVERY_LIFETIME: Final = 24 * 3600.0
"""Seconds that a discovery document is kept: as long as msal itself would (throttled_http_client.py, msal 1.39)."""
DISCOVERY_LIMIT: Final = 512
"""How many are kept."""
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_TOO_MANY: Final = 429
_PROXY_AUTHENTICATION: Final = 407
_CHECK_CONNECTION: Final = "Check your internet connection, VPN and proxy, then try again."


class Reply:
    """An answer, in the shape that msal asks of an HTTP client (msal/oauth2cli/http.py, 1.39)."""

    def __init__(self, status_code: int, text: str, headers: Mapping[str, str]) -> None:
        self.status_code = status_code
        self.text = text
        self.headers = headers

    def raise_for_status(self) -> None:
        """Raise for an error status; :class:`Wire` raised for the passing ones already."""
        if self.status_code >= 400:  # noqa: PLR2004  # RFC 9110 section 15.5
            raise ValueError(f"HTTP {self.status_code}")

    def json(self) -> Mapping[str, object]:
        """Return the answer's JSON object, or an empty one when it is none."""
        try:
            found = json.loads(self.text)
        except ValueError:
            return {}
        return cast("Mapping[str, object]", found) if isinstance(found, dict) else {}


class Contexts:
    """TLS settings per cloud: the system's trust store, or the one CA that the cloud names. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[str, ssl.SSLContext] = {}

    def of(self, cloud: Cloud) -> ssl.SSLContext:
        """Return the TLS context of a cloud."""
        with self._lock:
            context = self._made.get(cloud.trust_anchor)
            if context is None:
                context = self._made[cloud.trust_anchor] = _context(cloud.trust_anchor)
            return context


def _context(anchor: str) -> ssl.SSLContext:
    if anchor:
        return ssl.create_default_context(cadata=anchor)
    import truststore  # noqa: PLC0415  # heavy; not needed for the practice cloud

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Wire:
    """HTTP to one cloud's sign-in service for the length of one task; close it with ``with``.

    Requests go to the cloud's own origin only, follow no redirect, and raise :class:`NetworkTrouble` for connection trouble, 429
    and 5xx, so that msal neither remembers nor replays a failure. *correlation_id* is that of the last request, for the details;
    *sent_at* is when it was sent (Unix time in seconds); *posts* counts the forms that were posted.
    """

    def __init__(self, cloud: Cloud, cancel: Cancel, contexts: Contexts, discoveries: Kept[str, Reply], clock: Clock) -> None:
        self._cloud = cloud
        self._cancel = cancel
        self._discoveries = discoveries
        self._stack = contextlib.ExitStack()
        self._session = requests.Session()
        adapter = _Adapter(contexts.of(cloud), cancel, self._stack)
        for prefix in ("https://", "http://"):
            self._session.mount(prefix, adapter)
        # No look into .netrc: its credentials are not for a sign-in service
        self._session.auth = lambda request: request
        if urlsplit(cloud.authority).hostname in _LOOPBACK:
            self._session.trust_env = False
        self._clock = clock
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
                f"{self._cloud.name} refers to another address ({one_line(urlsplit(url).netloc, 80)}) for this sign-in.",
                next_step="The customer may belong to another Microsoft cloud. Check the connection's cloud and tenant.",
            )
        self.correlation_id = str((parts.get("headers") or {}).get("client-request-id") or self.correlation_id)
        self.sent_at = self._clock.now()
        trouble: TenantDockError | None = None
        try:
            reply = self._exchange(method, url, **parts)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            # Raised outside of this block: the library's exception holds the request, and so its secrets
            trouble = self._explain(error)
        self._cancel.check()
        if trouble is not None:
            raise trouble
        self._refuse(reply, redirects=redirects)
        return reply

    def _exchange(self, method: str, url: str, **parts: Any) -> Reply:
        with self._session.request(
            method, url, timeout=(CONNECT_TIMEOUT, READ_TIMEOUT), allow_redirects=False, stream=True, **parts
        ) as response:
            body = bytearray()
            deadline = time.monotonic() + TOTAL_TIMEOUT
            for piece in response.iter_content(16384):
                body += piece
                if len(body) > _ANSWER_LIMIT:
                    raise ValueError("the answer is too long")
                if time.monotonic() > deadline:
                    raise TimeoutError("the answer takes too long")
            return Reply(response.status_code, body.decode("utf-8", "replace"), dict(response.headers))

    def _refuse(self, reply: Reply, *, redirects: bool) -> None:
        status = reply.status_code
        details = f"HTTP {status}, correlation id {self.correlation_id or 'none'}"
        if status == _TOO_MANY or status >= 500:  # noqa: PLR2004  # RFC 9110 section 15.6
            wait = retry_after(reply.headers)
            what = "asks to slow down" if status == _TOO_MANY else "has a passing fault"
            when = f"in {wait:.0f} seconds" if wait else "in a moment"
            raise NetworkTrouble(
                f"The sign-in service of {self._cloud.name} {what} (HTTP {status}).",
                next_step=f"Try again {when}. Tokens that are still valid go on working.",
                details=details,
                retry_after=wait,
            )
        if status == _PROXY_AUTHENTICATION:
            raise NetworkTrouble(
                "The proxy asks for a user name and password.",
                next_step="Sign in to the proxy (a browser usually does it), or set HTTPS_PROXY with credentials, then try again.",
                details=details,
            )
        if 300 <= status < 400 and not redirects:  # noqa: PLR2004  # RFC 9110 section 15.4
            raise NetworkTrouble(
                "Something on the way sends the sign-in service's address elsewhere.",
                next_step="A hotel or guest network does this: open a browser, sign in to the network, then try again.",
                details=details,
            )

    def _explain(self, error: Exception) -> NetworkTrouble:
        host = one_line(urlsplit(self._cloud.authority).netloc, 80)
        details = f"{host}: {_kind(error)}"
        if isinstance(error, requests.exceptions.ProxyError):
            return NetworkTrouble(
                f"The proxy did not let the connection to {host} through.", next_step="Check the proxy settings.", details=details
            )
        if isinstance(error, (requests.exceptions.SSLError, ssl.SSLError)):
            return NetworkTrouble(
                f"The certificate of {host} could not be checked.",
                next_step="Check this computer's date and time. If your company inspects encrypted traffic, its root "
                "certificate has to be in this computer's trust store.",
                details=details,
            )
        if isinstance(error, (requests.exceptions.Timeout, TimeoutError)):
            return NetworkTrouble(f"{host} did not answer in time.", next_step=_CHECK_CONNECTION, details=details)
        if urlsplit(self._cloud.authority).hostname in _LOOPBACK and ConnectionRefusedError.__name__ in details:
            return NetworkTrouble(
                f"{self._cloud.name} ({host}) has stopped.",
                next_step="Quit TenantDock and start it again; what you saved is kept.",
                details=details,
            )
        return NetworkTrouble(f"{host} cannot be reached.", next_step=_CHECK_CONNECTION, details=details)


def same_origin(url: str, cloud: Cloud) -> bool:
    """Whether *url* is at the cloud's sign-in service."""
    parts, ours = urlsplit(url), urlsplit(cloud.authority)
    return (parts.scheme, (parts.hostname or "").casefold(), parts.port or 443) == (
        "https",
        (ours.hostname or "").casefold(),
        ours.port or 443,
    )


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a Retry-After header asks for, at most an hour (RFC 9110 section 10.2.3; Entra sends seconds)."""
    for name, value in headers.items():
        if name.casefold() == "retry-after" and value.strip().isdecimal():
            return float(min(int(value), 3600))
    return None


def _kind(error: BaseException) -> str:
    """Name an error and its cause by class alone: their texts can hold addresses with parameters."""
    names = [type(error).__name__]
    seen = error.__cause__ or error.__context__
    while seen is not None and len(names) < 5:  # noqa: PLR2004  # deep enough to see the system's own error
        names.append(type(seen).__name__)
        seen = seen.__cause__ or seen.__context__
    return " < ".join(names)


class _Adapter(HTTPAdapter):
    """Connections with our TLS settings and our sockets."""

    def __init__(self, context: ssl.SSLContext, cancel: Cancel, stack: contextlib.ExitStack) -> None:
        self._context = context
        self._pools = _pools(cancel, stack)
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:  # noqa: ARG002
        # Always check; and no CA from elsewhere (REQUESTS_CA_BUNDLE) is added to the context
        return super().build_connection_pool_key_attributes(request, True, None)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ARG002
        # The inherited method adds certifi's roots to the context, which would widen the practice cloud's trust
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = conn.ca_cert_dir = None


def _pools(cancel: Cancel, stack: contextlib.ExitStack) -> dict[str, type[HTTPConnectionPool]]:
    def new_connection(connection: HTTPConnection) -> socket.socket:
        timeout = connection.timeout
        seconds = Timeout.resolve_default_timeout(timeout) if not isinstance(timeout, (int, float)) else timeout
        limit = CONNECT_TIMEOUT if seconds is None else float(seconds)
        addresses = resolve(connection._dns_host, connection.port or 443, cancel, limit)  # noqa: SLF001  # urllib3's own look-up name
        connected = connect(addresses, cancel, limit, connection.socket_options or ())
        stack.enter_context(severable(connected, cancel))
        return connected

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return new_connection(self)

    class Tls(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return new_connection(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = Tls

    return {"http": PlainPool, "https": TlsPool}
