"""Opening a customer's admin centres, in the browser profile of that connection."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tenantdock.domain.computer import Browsers
from tenantdock.domain.directory import ConnectionRow, HistoryEntry
from tenantdock.domain.errors import BadInput
from tenantdock.domain.portals import Customer, Portal
from tenantdock.domain.ports import Clock, Directory
from tenantdock.domain.said import said
from tenantdock.workflows.noting import note


class Portals:
    """Knows a customer's admin centres and opens them. *links* gives them."""

    def __init__(
        self, *, directory: Directory, browsers: Browsers, clock: Clock, links: Callable[[Customer], Sequence[Portal]]
    ) -> None:
        self._directory = directory
        self._browsers = browsers
        self._clock = clock
        self._links = links

    def of(self, row: ConnectionRow) -> tuple[Portal, ...]:
        """Return a connection's portals, those too that cannot be opened; none for the practice cloud. Reads nothing: for any
        thread.
        """
        return tuple(self._links(Customer(row.cloud, row.tenant_id, row.domain, row.username, row.home_tenant)))

    def open(self, connection_id: str, key: str) -> Portal:
        """Open a portal in the connection's browser and profile; return it. Nobody is signed in by that: the browser knows who is.

        Raises :class:`NotFound`, :class:`BadInput` where something is missing for its address, and :class:`BrowserTrouble`.
        """
        connection = self._directory.connection(connection_id)
        tenant, account = connection.tenant, connection.account
        customer = Customer(tenant.cloud, tenant.id, tenant.domain, account.username, account.home_tenant)
        portal = next((each for each in self._links(customer) if each.key == key), None)
        if portal is None:
            raise BadInput(
                "There is no such portal in this customer's cloud.", next_step="Open it in a browser by hand, if it has one."
            )
        if not portal.url:
            raise BadInput(
                said("{label} cannot be opened for this customer. {missing}", label=portal.label, missing=portal.missing),
                next_step="Open another portal, or use a connection whose account lives in this tenant.",
            )
        self._browsers.open(portal.url, connection.browser)
        note(self._directory, HistoryEntry(self._clock.now(), connection_id, "portal-opened", portal.label))
        return portal
