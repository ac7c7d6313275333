"""Which proxy a connection goes through: the one decision for sign-in, the connectivity test and later the consoles."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import NetworkTrouble, StorageTrouble, TenantDockError
from tenantdock.domain.ports import Clock, SettingsStore, Vault
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword, ProxySettings, Settings
from tenantdock.domain.text import one_line
from tenantdock.identity.addresses import parts_of
from tenantdock.identity.flights import Flights
from tenantdock.identity.kept import Kept
from tenantdock.identity.proxies_pac import PacTrouble, find_proxy
from tenantdock.identity.proxies_system import SystemProxy, system_proxy
from tenantdock.identity.proxies_values import LOOPBACK, Proxy, Routes, bypassed, routes_from_pac
from tenantdock.identity.waiting import detached

_DIRECT: Final[Routes] = (None,)
_SYSTEM_LIFETIME: Final = 30.0
_SCRIPT_LIFETIME: Final = 900.0
_DECISION_LIFETIME: Final = 300.0
_FAILURE_LIFETIME: Final = 30.0
"""Seconds that the system's settings, a PAC script, an answer of it, and a failure to fetch it are kept."""
_SYSTEM_TIMEOUT: Final = 15.0
_LIMIT: Final = 256

Fetch = Callable[[str, Cancel], str]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ProxyReport:
    """The proxy settings in effect, for people. *decisions* are (address, way in words). No part holds a password."""

    mode: str
    source: str
    pac_url: str
    note: str
    decisions: tuple[tuple[str, str], ...]


class Proxies:
    """Decides by the person's settings (*settings*; None: the system's) and knows the proxy's password (*vault*). Thread-safe.

    *system* and *fetch* read the system's settings and a PAC script. Servers on this computer are never reached through a proxy,
    unless *loopback* says so: for tests, whose servers are all here.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        settings: SettingsStore | None = None,
        vault: Vault | None = None,
        system: Callable[[], SystemProxy] = system_proxy,
        fetch: Fetch | None = None,
        loopback: bool = False,
    ) -> None:
        self._settings = settings
        self._vault = vault
        self._read_system = system
        self._fetch = fetch or _fetched
        self._loopback = loopback
        self._lock = threading.Lock()
        self._systems: Kept[str, SystemProxy] = Kept(clock, lifetime=_SYSTEM_LIFETIME, limit=1)
        self._scripts: Kept[str, str] = Kept(clock, lifetime=_SCRIPT_LIFETIME, limit=4)
        self._failures: Kept[str, str] = Kept(clock, lifetime=_FAILURE_LIFETIME, limit=4)
        self._decisions: Kept[tuple[str, str], Routes] = Kept(clock, lifetime=_DECISION_LIFETIME, limit=_LIMIT)
        self._flights: Flights[SystemProxy] = Flights()
        self._fetches: Flights[str] = Flights()
        self._password: ProxyPassword | None = None
        self._wants_basic: set[str] = set()
        self._last_script = ""
        self.note = ""
        """What is wrong with the automatic configuration, in words, or ""."""
        if settings is not None:
            settings.listen(self._changed)

    def routes(self, url: str, cancel: Cancel) -> Routes:
        """Return the ways to the server of *url*, best first; None is the direct one. Raises :class:`Cancelled`.

        May ask the system or fetch a PAC script: not on the GUI thread. When that fails, the way is the direct one, as in browsers,
        and :attr:`note` says why.
        """
        parts = urlsplit(url)
        host, port = (parts.hostname or "").casefold(), parts.port or (80 if parts.scheme == "http" else 443)
        chosen = self._chosen()
        if (host in LOOPBACK and not self._loopback) or chosen.mode is ProxyMode.NONE:
            return _DIRECT
        if chosen.mode is ProxyMode.MANUAL:
            proxy = Proxy(chosen.host.strip("[]").casefold(), chosen.port)
            return _DIRECT if bypassed(host, port, chosen.bypass) else (proxy,)
        system = self._system(cancel)
        if bypassed(host, port, system.bypass):
            return _DIRECT
        if system.pac_url:
            return self._automatic(system, f"{parts.scheme or 'https'}://{parts.netloc.rpartition('@')[2]}/", host, cancel)
        return (system.proxy,)

    def credentials(self, proxy: Proxy, cancel: Cancel) -> tuple[str, Secret] | None:
        """Return user name and password for *proxy*, or None. Reads the vault, which may ask the person, on another thread. Raises
        :class:`VaultLocked`, :class:`Cancelled`.
        """
        if proxy.username:
            return proxy.username, proxy.password
        username = self._chosen().username
        if not username or self._vault is None:
            return None
        saved = self._saved(self._vault, cancel)
        return (username, saved.secret) if saved is not None and saved.proxy.casefold() in {"", proxy.label} else None

    def other_password(self, proxy: Proxy) -> str:
        """Return the name of the other proxy that the saved password is for, or ""."""
        with self._lock:
            saved = self._password
        return saved.proxy if saved is not None and saved.proxy.casefold() != proxy.label else ""

    def wants_basic(self, proxy: Proxy) -> bool:
        """Whether *proxy* is known to ask for a password."""
        return proxy.label in self._wants_basic

    def accepted(self, proxy: Proxy, cancel: Cancel) -> None:
        """Note that *proxy* accepted the password: from now on it is sent at once, and to no other proxy."""
        self._wants_basic.add(proxy.label)
        with self._lock:
            saved = self._password
            if proxy.username or saved is None or saved.proxy or self._vault is None:
                return
            bound = self._password = ProxyPassword(saved.secret, proxy.label)
        vault = self._vault
        try:
            detached(lambda: vault.seal(PROXY_PASSWORD_ID, bound.sealed()), cancel, "vault")
        except TenantDockError as trouble:
            _log.warning("the proxy's password is bound to its proxy in memory only: %s", trouble.message)

    def refresh(self) -> None:
        """Forget what was found, because it did not work: the next connection asks anew, so that "try again" really tries."""
        for kept in (self._systems, self._decisions, self._failures):
            kept.clear()

    def describe(self, urls: Iterable[str], cancel: Cancel) -> ProxyReport:
        """Return what is in effect and the way to each of *urls*."""
        decisions = tuple((url, " or ".join(_shown(way) for way in self.routes(url, cancel))) for url in urls)
        chosen = self._chosen()
        if chosen.mode is not ProxyMode.SYSTEM:
            source = "TenantDock's settings"
            return ProxyReport(chosen.mode.value, source, "", "", decisions)
        system = self._system(cancel)
        return ProxyReport(chosen.mode.value, system.source or "nothing is set", shown_url(system.pac_url), self.note, decisions)

    def _chosen(self) -> ProxySettings:
        return self._settings.current().proxy if self._settings is not None else ProxySettings()

    def _changed(self, _: Settings) -> None:
        self.refresh()
        self._scripts.clear()
        with self._lock:
            self._password = None
            self._wants_basic.clear()

    def _system(self, cancel: Cancel) -> SystemProxy:
        known = self._systems.get("")
        return known if known is not None else self._flights.run("", lambda: self._ask_system(cancel), cancel)

    def _ask_system(self, cancel: Cancel) -> SystemProxy:
        try:
            found = detached(self._read_system, cancel, "proxy", _SYSTEM_TIMEOUT)
        except TenantDockError:
            raise
        except Exception as error:  # noqa: BLE001  # a system that answers oddly must not stop a sign-in without a proxy
            _log.warning("the system's proxy settings cannot be read: %s", type(error).__name__)
            found = SystemProxy()
        self._systems.keep("", found)
        return found

    def _automatic(self, system: SystemProxy, url: str, host: str, cancel: Cancel) -> Routes:
        known = self._decisions.get((system.pac_url, url))
        if known is not None:
            return known
        try:
            if system.ask is not None:
                routes = _asked(system.ask, url, cancel)
            else:
                routes = routes_from_pac(find_proxy(self._script(system.pac_url, cancel), url, host, cancel))
            self.note = ""
        except PacTrouble as trouble:
            self.note = said(
                "The proxy's automatic configuration ({address}) cannot be used: {why}.",
                address=shown_url(system.pac_url),
                why=trouble,
            )
            _log.warning("%s", self.note)
            routes = ()
        routes = routes or _DIRECT
        self._decisions.keep((system.pac_url, url), routes)
        return routes

    def _script(self, url: str, cancel: Cancel) -> str:
        script = self._scripts.get(url)
        if script is not None:
            return script
        failed = self._failures.get(url)
        if failed is None:
            try:
                script = self._fetches.run(url, lambda: self._fetch(url, cancel), cancel)
            except NetworkTrouble as trouble:
                failed = trouble.message
                self._failures.keep(url, failed)
            else:
                self._scripts.keep(url, script)
                self._last_script = script
                return script
        if self._last_script:
            return self._last_script  # an old script is a better guess than none
        raise PacTrouble(failed.rstrip("."))

    def _saved(self, vault: Vault, cancel: Cancel) -> ProxyPassword | None:
        with self._lock:
            if self._password is not None:
                return self._password
        try:
            plain = detached(lambda: vault.unseal(PROXY_PASSWORD_ID), cancel, "vault")
        except StorageTrouble as trouble:
            _log.warning("the proxy's password cannot be read: %s", trouble.message)
            return None
        saved = ProxyPassword.parse(plain) if plain is not None else None
        with self._lock:
            self._password = saved
        return saved


def _asked(ask: Callable[[str, Cancel], Routes], url: str, cancel: Cancel) -> Routes:
    try:
        return ask(url, cancel)
    except TenantDockError:
        raise
    except Exception as error:  # noqa: BLE001  # as for the system's settings
        raise PacTrouble(f"the system cannot evaluate it ({type(error).__name__})") from None


def shown_url(url: str) -> str:
    """Return an address without what could be a secret in it: no user, password or query."""
    if "://" not in url:
        return one_line(url, 200)
    parts = parts_of(url)
    return one_line(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}", 200)


def _shown(way: Proxy | None) -> str:
    if way is None:
        return "direct"
    return way.label if way.usable else f"{way.label} ({way.kind}, cannot be used)"


def _fetched(url: str, cancel: Cancel) -> str:
    from tenantdock.identity.fetching import fetch_text  # noqa: PLC0415  # requests is heavy

    return fetch_text(url, cancel)
