"""What all requests of the process share."""

from __future__ import annotations

from tenantdock.domain.ports import Clock, SettingsStore, Vault
from tenantdock.domain.signin import NetworkListener
from tenantdock.identity.pace import Pace, Places
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.watch import Watch


class Network:
    """The proxy decision, the pace, the places for requests at once, and the watch. Thread-safe. *settings* None means the
    system's proxy.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        settings: SettingsStore | None = None,
        vault: Vault | None = None,
        on_change: NetworkListener | None = None,
        proxies: Proxies | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.proxies = proxies or Proxies(clock, settings=settings, vault=vault)
        self.pace = pace or Pace(clock)
        self.places = Places()
        self.watch = Watch(on_change)
