"""Proxies as values: what an address, a PAC answer or a bypass list says."""

from __future__ import annotations

import fnmatch
import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit

from tenantdock.domain.secret import Secret

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_HTTP: Final = "http"
_DEFAULT_PORTS: Final = {"http": 80, "https": 443, "socks": 1080}
_SCHEMES: Final = {"http": "http", "https": "https", "socks": "socks", "socks4": "socks", "socks4a": "socks", "socks5": "socks"}
_SCHEMES_PAC: Final = {"PROXY": "http", "HTTP": "http", "HTTPS": "https", "SOCKS": "socks", "SOCKS4": "socks", "SOCKS5": "socks"}
_HOST: Final = re.compile(r"[A-Za-z0-9_.-]{1,253}|\[?[0-9A-Fa-f:.]{2,45}\]?")
_LAST_PORT: Final = 65535
_WITH_PORT: Final = re.compile(r"(\[[^\]]+\]|[^:\[\]]+):(\d{1,5})")
_SHORT_NETWORK: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,2})/(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy. *kind* is ``http``, ``https`` or ``socks``; only an ``http`` one can be used. *username* and *password* are those
    that came with its address, if any.
    """

    host: str
    port: int
    kind: str = _HTTP
    username: str = ""
    password: Secret = field(default_factory=lambda: Secret(""), compare=False)

    @property
    def label(self) -> str:
        """``host:port``, fit to be shown."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def usable(self) -> bool:
        """Whether TenantDock can go through it."""
        return self.kind == _HTTP


Routes = tuple[Proxy | None, ...]
"""Ways to a server, best first. None is the direct one."""


def proxy_from(text: str, *, kind: str = _HTTP) -> Proxy | None:
    """Return the proxy that an address names: ``http://user:password@host:port``, ``host:port`` or ``host``; None for none."""
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"{kind}://{text}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    found = _SCHEMES.get(parts.scheme.casefold())
    if found is None or not text.isprintable() or not _HOST.fullmatch(host):
        return None
    # Without a port curl means 1080, and a browser 80; an administrator who leaves it out has 80 in mind
    number = port if port is not None else _DEFAULT_PORTS[found]
    if not 0 < number <= _LAST_PORT:
        return None
    return Proxy(host.casefold(), number, found, unquote(parts.username or ""), Secret(unquote(parts.password or "")))


def routes_from_pac(answer: str) -> Routes:
    """Return the ways that a PAC script's answer names, such as ``PROXY a:8080; DIRECT``. What cannot be read is left out.

    Source: https://developer.mozilla.org/docs/Web/HTTP/Guides/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file
    """
    found: list[Proxy | None] = []
    for part in answer.split(";")[:16]:
        word, _, rest = part.strip().partition(" ")
        if word.upper() == "DIRECT":
            found.append(None)
        elif kind := _SCHEMES_PAC.get(word.upper()):
            proxy = proxy_from(rest, kind=kind)
            if proxy is not None:
                found.append(proxy)
    return tuple(dict.fromkeys(found))


def bypassed(host: str, port: int, patterns: Iterable[str]) -> bool:
    """Whether *host* needs no proxy by a bypass list.

    A pattern is a host (it counts for everything below it too, as with curl), ``.domain``, a name with ``*``, an address or network
    (``10.0.0.0/8``, also macOS' short ``169.254/16``), each with ``:port`` if it is for one port; ``<local>`` for names without a
    dot; ``*`` for everything.
    """
    host = host.casefold().rstrip(".").strip("[]")
    return any(_matches(host, port, pattern.strip().casefold()) for pattern in patterns)


def _matches(host: str, port: int, pattern: str) -> bool:
    pattern = pattern.partition("://")[2] or pattern
    with_port = _WITH_PORT.fullmatch(pattern)
    if with_port and int(with_port[2]) != port:
        return False
    name = with_port[1] if with_port else pattern
    network = _network(name)
    if network is not None:
        address = _address(host)
        return address is not None and address.version == network.version and address in network
    if name == "<local>":
        return "." not in host and ":" not in host
    below = name.removeprefix("*.").strip(".")
    if "*" in below:
        return fnmatch.fnmatchcase(host, below)
    return bool(below) and (host == below or host.endswith(f".{below}"))


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    short = _SHORT_NETWORK.fullmatch(text)
    if short:
        text = f"{short[1]}{'.0' * (3 - short[1].count('.'))}/{short[2]}"
    try:
        return ipaddress.ip_network(text.strip("[]"), strict=False)
    except ValueError:
        return None


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
