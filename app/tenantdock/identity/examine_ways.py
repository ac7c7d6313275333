"""What the network checks share: which way to a host, and whether another way would do."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import PUBLIC, Cloud
from tenantdock.domain.errors import NetworkTrouble, VaultLocked
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line
from tenantdock.identity.addresses import parts_of

if TYPE_CHECKING:  # ssl and http.client are heavy
    import ssl

    from tenantdock.identity.examine_probing import Answer, Unreached, Way
    from tenantdock.identity.proxies import Proxies
    from tenantdock.identity.proxies_values import Proxy


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

    def note(self) -> str:
        """What is wrong with how the proxy is found, or "". *instant*."""
        ...


class Prober:
    """Asks hosts for the checks, each time on the way that a sign-in would go. Thread-safe.

    *timeout* is in seconds, for each stage of a request and for the whole.
    """

    def __init__(self, ways: Ways, timeout: float) -> None:
        self.ways = ways
        self.timeout = timeout

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
        """New TLS settings for a host of *cloud*: the system's trust store, or the one CA that the cloud names."""
        import ssl  # noqa: PLC0415  # heavy

        if cloud.trust_anchor:
            return ssl.create_default_context(cadata=cloud.trust_anchor)
        import truststore  # noqa: PLC0415  # heavy

        # One for each connection: truststore (0.10) holds a lock of the context during the handshake, so that a server which never
        # answers would hold all others up, where no cancel reaches them
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

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
    return one_line(parts_of(url).netloc.rpartition("@")[2], 120)


def name_of(url: str) -> str:
    """The host of an address alone."""
    return one_line(parts_of(url).hostname or "", 120)


def is_web(url: str) -> bool:
    """Whether *url* is one that can be asked for: http or https, with a host that DNS can hold."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and url.isascii() and url.isprintable() and " " not in url and port != 0


def sentence(text: str) -> str:
    """*text* with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def bypass_advice(host: str, other: Way) -> str:
    """What to do when *host* is reached on the other way only."""
    if other.proxy:
        return said(
            "Send {host} through the proxy {proxy}: take it out of the list of addresses that bypass the proxy.",
            host=host,
            proxy=f"{other.proxy}:{other.port}",
        )
    return said(
        "Let {host} bypass the proxy: add it to the exceptions of this computer's proxy settings (and of the proxy in "
        "TenantDock's settings, or NO_PROXY, if one is set there).",
        host=host,
    )


class ProxyWays:
    """The ways that sign-ins go, by the program's one decision about proxies."""

    def __init__(self, proxies: Proxies) -> None:
        self._proxies = proxies

    def way(self, url: str, cancel: Cancel) -> Way:
        """The way that *url* is asked for. Raises :class:`NetworkTrouble` when only a proxy of an unknown kind leads there."""
        from tenantdock.identity.examine_probing import STRAIGHT  # noqa: PLC0415  # see above

        routes = self._proxies.routes(url, cancel)
        for proxy in routes:
            if proxy is None:
                return STRAIGHT
            if proxy.usable:
                return self._through(proxy, cancel)
        raise NetworkTrouble(
            said(
                "{proxy} is a proxy of a kind that TenantDock cannot use.",
                proxy=routes[0].label if routes[0] else said("The proxy"),
            ),
            next_step="Name an HTTP proxy in TenantDock's settings.",
        )

    def known(self, cancel: Cancel) -> Way | None:
        """The proxy for hosts in general."""
        routes = self._proxies.routes(PUBLIC.authority, cancel)
        return next((self._through(proxy, cancel) for proxy in routes if proxy is not None and proxy.usable), None)

    def source(self, url: str, cancel: Cancel) -> str:
        """Where that comes from."""
        report = self._proxies.describe([url], cancel)
        automatic = f", automatic configuration {report.pac_url}" if report.pac_url else ""
        return f"Set by {report.source}{automatic} (mode {report.mode}): {', '.join(way for _, way in report.decisions)}."

    def note(self) -> str:
        """What is wrong with the automatic configuration, or ""."""
        return self._proxies.note

    def _through(self, proxy: Proxy, cancel: Cancel) -> Way:
        from tenantdock.identity.examine_probing import Way  # noqa: PLC0415  # see above

        known = None
        with contextlib.suppress(VaultLocked):  # a test prompts nobody; the proxy then says what it wants
            known = self._proxies.credentials(proxy, cancel)
        return Way(proxy.host, proxy.port, *known) if known is not None else Way(proxy.host, proxy.port)
