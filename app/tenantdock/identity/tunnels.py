"""Connections the way the proxy settings say: direct, or through a proxy's tunnel (CONNECT, RFC 9110 section 9.3.6).

The tunnel is made here and not by urllib3, so that a password is in no address, every stage can be cancelled, and what a proxy
answers is known: which one it is, why it refuses, and how it wants people to sign in.
"""

from __future__ import annotations

import base64
import contextlib
import re
import socket
import time
from dataclasses import dataclass
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import NetworkTrouble, ProxyAuthentication
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret
from tenantdock.domain.text import one_line
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.proxies_values import Proxy
from tenantdock.identity.sockets import SocketOptions, connect, resolve, severable

_HEAD_LIMIT: Final = 64 << 10
_ASKS: Final = 407
_CANNOT_REACH: Final = frozenset({500, 502, 503, 504})
_STATUS: Final = re.compile(rb"HTTP/1\.[01] (\d{3})(?: |$)")


class Connector:
    """Opens connections for one task. What it opens is cut when *cancel* is cancelled, as long as *stack* is open."""

    def __init__(self, proxies: Proxies | None, cancel: Cancel, stack: contextlib.ExitStack) -> None:
        self._proxies = proxies
        self._cancel = cancel
        self._stack = stack
        self.route = ""
        """The proxy that the last connection went through (``host:port``), or ""."""

    def open(self, host: str, port: int, timeout: float, options: SocketOptions = ()) -> socket.socket:
        """Return a socket to *host*. *timeout* is in seconds, for each way.

        Raises ``OSError`` and ``TimeoutError`` for the direct way, :class:`NetworkTrouble` and :class:`ProxyAuthentication` for one
        through a proxy, and :class:`Cancelled`.
        """
        netloc = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        routes = self._proxies.routes(f"https://{netloc}", self._cancel) if self._proxies is not None else (None,)
        failed: NetworkTrouble | None = None
        for route in routes:
            self.route = route.label if route is not None else ""
            if route is None:
                return self._direct(host, port, timeout, options)
            try:
                return self._through(route, netloc, timeout, options)
            except _Unreachable as unreachable:
                failed = failed or unreachable.trouble
        if failed is None:
            raise OSError("no way")
        raise failed

    def _direct(self, host: str, port: int, timeout: float, options: SocketOptions) -> socket.socket:
        connected = connect(resolve(host, port, self._cancel, timeout), self._cancel, timeout, options)
        self._stack.enter_context(severable(connected, self._cancel))
        return connected

    def _through(self, proxy: Proxy, netloc: str, timeout: float, options: SocketOptions) -> socket.socket:
        proxies = self._proxies
        assert proxies is not None  # noqa: S101  # a proxy comes from nowhere else
        if not proxy.usable:
            raise _Unreachable(
                NetworkTrouble(
                    said("The proxy {label} is of a kind that TenantDock cannot use ({kind}).", label=proxy.label, kind=proxy.kind),
                    next_step="Ask your network's administrator for an HTTP proxy, or choose another way in TenantDock's "
                    "proxy settings.",
                )
            )
        known = proxies.credentials(proxy, self._cancel) if proxies.wants_basic(proxy) else None
        tunnel = self._connect(proxy, netloc, timeout, options, known)
        if tunnel.status == _ASKS and known is None and "basic" in tunnel.schemes:
            known = proxies.credentials(proxy, self._cancel)
            if known is not None:
                tunnel = self._connect(proxy, netloc, timeout, options, known)
        if tunnel.socket is not None:
            if known is not None:
                proxies.accepted(proxy, self._cancel)
            return tunnel.socket
        raise _refusal(proxy, netloc, tunnel, sent=known is not None, other=proxies.other_password(proxy))

    def _connect(
        self, proxy: Proxy, netloc: str, timeout: float, options: SocketOptions, known: tuple[str, Secret] | None
    ) -> _Tunnel:
        trouble, kind = said("The proxy {label} cannot be reached.", label=proxy.label), ""
        try:
            connected = self._direct(proxy.host, proxy.port, timeout, options)
            with contextlib.ExitStack() as failing:
                failing.callback(connected.close)
                tunnel = _asked(connected, netloc, timeout, known)
                if tunnel.socket is not None:
                    failing.pop_all()
        except TimeoutError as error:
            trouble, kind = said("The proxy {label} did not answer in time.", label=proxy.label), type(error).__name__
        except socket.gaierror as error:
            trouble = said("The proxy {label} cannot be found: no address is known for its name.", label=proxy.label)
            kind = type(error).__name__
        except OSError as error:
            kind = type(error).__name__
        else:
            return tunnel
        self._cancel.check()
        raise _Unreachable(
            NetworkTrouble(
                trouble,
                next_step="Check that you are on the network that has this proxy (office, VPN), or choose another way in "
                "TenantDock's proxy settings.",
                details=f"{netloc} through {proxy.label}: {kind}",
            )
        )


class _Unreachable(Exception):
    """A proxy cannot be used now; the next one may."""

    def __init__(self, trouble: NetworkTrouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class _Tunnel:
    """What a proxy answered: a tunnel, or why not. *schemes* are the ways to sign in that it offers, in small letters."""

    status: int
    socket: socket.socket | None = None
    schemes: tuple[str, ...] = ()


def _asked(connected: socket.socket, netloc: str, timeout: float, known: tuple[str, Secret] | None) -> _Tunnel:
    lines = [f"CONNECT {netloc} HTTP/1.1", f"Host: {netloc}", "User-Agent: TenantDock"]
    if known is not None:
        # RFC 7617 section 2.1: UTF-8, where the proxy says nothing else
        both = f"{known[0]}:{known[1].reveal()}".encode()
        lines.append(f"Proxy-Authorization: Basic {base64.b64encode(both).decode('ascii')}")
    deadline = time.monotonic() + timeout
    connected.settimeout(timeout)
    connected.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("ascii"))
    head = bytearray()
    while b"\r\n\r\n" not in head:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        connected.settimeout(left)
        piece = connected.recv(4096)
        if not piece or len(head) > _HEAD_LIMIT:
            raise ConnectionError("no answer of a proxy")
        head += piece
    connected.settimeout(timeout)
    first, *rest = bytes(head).split(b"\r\n\r\n", 1)[0].split(b"\r\n")
    found = _STATUS.match(first)
    if found is None:
        raise ConnectionError("no answer of a proxy")
    status = int(found[1])
    if 200 <= status < 300:  # noqa: PLR2004  # RFC 9110 section 9.3.6
        return _Tunnel(status, connected)
    return _Tunnel(status, None, _schemes(rest))


def _schemes(headers: list[bytes]) -> tuple[str, ...]:
    found = []
    for header in headers:
        name, _, value = header.decode("latin-1").partition(":")
        if name.strip().casefold() == "proxy-authenticate":
            found += [word.casefold() for word in re.findall(r"(?:^|,)\s*([A-Za-z][A-Za-z0-9-]*)(?=\s|,|$)", value)]
    return tuple(dict.fromkeys(found))


def _refusal(proxy: Proxy, netloc: str, tunnel: _Tunnel, *, sent: bool, other: str) -> NetworkTrouble:
    host, status = one_line(netloc, 100), tunnel.status
    details = f"{host} through {proxy.label}: HTTP {status}"
    if status == _ASKS:
        details += f", ways to sign in: {one_line(', '.join(tunnel.schemes), 100) or 'none named'}"
        return _authentication(proxy, tunnel, details, sent=sent, other=other)
    if status in _CANNOT_REACH:
        return NetworkTrouble(
            said("The proxy {label} cannot reach {host} (HTTP {status}).", label=proxy.label, host=host, status=status),
            next_step="Try again in a moment. If it stays so, tell whoever runs the proxy.",
            details=details,
        )
    return NetworkTrouble(
        said(
            "The proxy {label} does not let TenantDock connect to {host} (HTTP {status}).",
            label=proxy.label,
            host=host,
            status=status,
        ),
        next_step=said(
            "Ask whoever runs the proxy to let {host} through, or choose another way in TenantDock's proxy settings.", host=host
        ),
        details=details,
    )


def _authentication(proxy: Proxy, tunnel: _Tunnel, details: str, *, sent: bool, other: str) -> ProxyAuthentication:
    if "basic" not in tunnel.schemes:
        named = ", ".join(
            {"ntlm": "NTLM", "negotiate": "Negotiate (Kerberos)"}.get(scheme, scheme) for scheme in tunnel.schemes[:3]
        )
        return ProxyAuthentication(
            said(
                "The proxy {label} asks for a sign-in that TenantDock cannot do ({named}).",
                label=proxy.label,
                named=one_line(named, 60) or said("it names none"),
            ),
            next_step="Ask your network's administrator to let this computer reach the sign-in service without it, or run a helper "
            "that signs in to the proxy for you (such as Px or cntlm) and set it as the proxy in TenantDock's settings.",
            details=details,
            proxy=proxy.label,
            typed=False,
        )
    if sent:
        text = said("The proxy {label} did not accept the user name and password.", label=proxy.label)
        step = said("Enter them again in TenantDock's proxy settings.")
    elif other:
        text = said("The proxy {label} asks for a password, and the saved one is for {other}.", label=proxy.label, other=other)
        step = said("If you trust this proxy, enter the password again in TenantDock's proxy settings.")
    else:
        text = said("The proxy {label} asks for a user name and password.", label=proxy.label)
        step = said("Enter them in TenantDock's proxy settings; the vault keeps the password.")
    return ProxyAuthentication(text, next_step=step, details=details, proxy=proxy.label)
