"""What the network checks share: which way to a host, and whether another way would do."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import PUBLIC, Cloud
from tenantdock.domain.text import one_line

if TYPE_CHECKING:  # ssl and http.client are heavy
    import ssl

    from tenantdock.identity.examine_probing import Answer, Unreached, Way


class Ways(Protocol):
    """Says how a host is reached."""

    def way(self, url: str, cancel: Cancel) -> Way:
        """The way that *url* is asked for. May block."""
        ...

    def known(self, cancel: Cancel) -> Way | None:
        """The proxy that hosts in general are reached through, or None. May block."""
        ...

    def source(self, url: str, cancel: Cancel) -> str:
        """Where that decision comes from, as one sentence."""
        ...


class Prober:
    """Asks hosts for the checks, each time on the way that a sign-in would go. Thread-safe.

    *timeout* is in seconds, for each stage of a request and for the whole.
    """

    def __init__(self, ways: Ways, timeout: float) -> None:
        self.ways = ways
        self.timeout = timeout
        self._lock = threading.Lock()
        self._contexts: dict[str, ssl.SSLContext] = {}

    def ask(
        self,
        url: str,
        cancel: Cancel,
        *,
        cloud: Cloud = PUBLIC,
        way: Way | None = None,
        form: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Ask for *url*. What is trusted is the system's store, or the one CA of *cloud*.

        Raises :class:`Unreached`, :class:`Cancelled`.
        """
        from tenantdock.identity.examine_probing import Request, ask  # noqa: PLC0415  # see above

        asked = Request(url, way or self.ways.way(url, cancel), form, headers or {})
        return ask(asked, self.context(cloud), cancel, self.timeout)

    def context(self, cloud: Cloud) -> ssl.SSLContext:
        """The TLS settings for the hosts of *cloud*: the system's trust store, or the one CA that the cloud names."""
        with self._lock:
            found = self._contexts.get(cloud.trust_anchor)
            if found is None:
                found = self._contexts[cloud.trust_anchor] = _context(cloud.trust_anchor)
            return found

    def other_way(self, url: str, cancel: Cancel, *, cloud: Cloud = PUBLIC) -> tuple[Way, Unreached | None] | None:
        """Try the way that a sign-in would not go: past the proxy, or through it. Returns that way with what went wrong on it.

        None where there is only one way.
        """
        from tenantdock.identity.examine_probing import STRAIGHT, Unreached  # noqa: PLC0415  # see above

        used = self.ways.way(url, cancel)
        other = STRAIGHT if used.proxy else self.ways.known(cancel)
        if other is None:
            return None
        try:
            answer = self.ask(url, cancel, cloud=cloud, way=other)
        except Unreached as trouble:
            return other, trouble
        # A proxy says so itself when it cannot get there
        if other.proxy and answer.status in {403, 407, 451, 502, 503, 504} and url.startswith("http:"):
            from tenantdock.identity.examine_probing import refusal  # noqa: PLC0415  # see above

            return other, Unreached("proxy", refusal(answer.status))
        return other, None


def host_of(url: str) -> str:
    """The host of an address with its port where it is not the usual one, fit to be shown."""
    return one_line(urlsplit(url).netloc.rpartition("@")[2], 120)


def name_of(url: str) -> str:
    """The host of an address alone."""
    return one_line(urlsplit(url).hostname or "", 120)


def sentence(text: str) -> str:
    """*text* with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def bypass_advice(host: str, other: Way) -> str:
    """What to do when *host* is reached on the other way only."""
    if other.proxy:
        return (
            f"Send {host} through the proxy {other.proxy}:{other.port}: take it out of the list of addresses that bypass the proxy."
        )
    return (
        f"Let {host} bypass the proxy: add it to the exceptions of this computer's proxy settings (and of the proxy in "
        "TenantDock's settings, or NO_PROXY, if one is set there)."
    )


def _context(anchor: str) -> ssl.SSLContext:
    import ssl  # noqa: PLC0415  # heavy

    if anchor:
        return ssl.create_default_context(cadata=anchor)
    import truststore  # noqa: PLC0415  # heavy

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class EnvironmentWays:
    """The ways that the environment and the system's settings name, as Python's standard library reads them."""

    def way(self, url: str, cancel: Cancel) -> Way:
        """The way that *url* is asked for."""
        from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415  # with http.client behind it

        from tenantdock.identity.examine_probing import STRAIGHT  # noqa: PLC0415  # see above

        cancel.check()
        parts = urlsplit(url)
        if (parts.hostname or "") in {"localhost", "127.0.0.1", "::1"} or proxy_bypass(parts.netloc):
            return STRAIGHT
        proxies = getproxies()
        return _way(proxies.get(parts.scheme, "") or proxies.get("all", "")) or STRAIGHT

    def known(self, cancel: Cancel) -> Way | None:
        """The proxy for hosts in general."""
        from urllib.request import getproxies  # noqa: PLC0415  # see above

        cancel.check()
        proxies = getproxies()
        return next((way for name in ("https", "http", "all") if (way := _way(proxies.get(name, ""))) is not None), None)

    def source(self, url: str, cancel: Cancel) -> str:
        """Where that comes from."""
        known = self.known(cancel)
        if known is None:
            return "No proxy is set in the environment or in the system's settings."
        used = self.way(url, cancel)
        return f"The environment or the system's settings name the proxy {known.proxy}:{known.port}; this host goes {used}."


def _way(proxy: str) -> Way | None:
    from tenantdock.identity.examine_probing import Way  # noqa: PLC0415  # see above

    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    return Way(parts.hostname, parts.port or 80) if proxy and parts.hostname else None
