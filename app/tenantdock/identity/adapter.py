"""requests on our own sockets and TLS settings. Heavy (requests, urllib3, ssl)."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from typing import Any, Final

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.timeout import Timeout

from tenantdock.identity.sockets import SocketOptions

CONNECT_TIMEOUT: Final = 10.0
"""Seconds to connect, for each way."""
Open = Callable[[str, int, float, SocketOptions], socket.socket]


class OwnAdapter(HTTPAdapter):
    """Connections with our TLS settings, made by *open_socket*. Knows of no proxy: that is *open_socket*'s business."""

    def __init__(self, context: ssl.SSLContext, open_socket: Open) -> None:
        self._context = context
        self._pools = _pools(open_socket)
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pools, ours."""
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:  # noqa: ARG002
        """Say which connections are alike."""
        # Always check; and no CA from elsewhere (REQUESTS_CA_BUNDLE) is added to the context
        return super().build_connection_pool_key_attributes(request, True, None)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ARG002
        """Leave the check to the context."""
        # The inherited method adds certifi's roots to the context, which would widen the practice cloud's trust
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = conn.ca_cert_dir = None


def _pools(open_socket: Open) -> dict[str, type[HTTPConnectionPool]]:
    def new_connection(connection: HTTPConnection, port: int) -> socket.socket:
        timeout = connection.timeout
        seconds = Timeout.resolve_default_timeout(timeout) if not isinstance(timeout, (int, float)) else timeout
        limit = CONNECT_TIMEOUT if seconds is None else float(seconds)
        host = connection._dns_host  # noqa: SLF001  # urllib3's own look-up name
        return open_socket(host, connection.port or port, limit, connection.socket_options or ())

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return new_connection(self, 80)

    class Tls(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return new_connection(self, 443)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = Tls

    return {"http": PlainPool, "https": TlsPool}
