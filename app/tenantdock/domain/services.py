"""Services: what a console can be connected to.

Client ids and resources are Microsoft's own public clients as the modules use them; see the table "Client ids" in the project's
facts and each module's documentation (ExchangeOnlineManagement 3.10, Az.Accounts 5.5, MicrosoftTeams 7.8, Microsoft.Graph 2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said

if TYPE_CHECKING:
    from tenantdock.domain.clouds import Cloud


@dataclass(frozen=True, slots=True)
class Service:
    """A resource, the client that asks for it, and the name people know it by. *label* is shown and spoken to PowerShell."""

    key: str
    label: str
    client_id: str

    def scopes(self, cloud: Cloud) -> tuple[str, ...]:
        """Return the scopes to ask for in *cloud*. Raises :class:`BadInput` where the cloud does not have the service."""
        resource = cloud.resources.get(self.key)
        if resource is None:
            raise BadInput(
                said("{label} is not offered in {name}.", label=self.label, name=cloud.name),
                next_step=said("Remove {label} from this connection's services.", label=self.label),
            )
        return (f"{resource}/.default",)


GRAPH: Final = Service("graph", "Graph", "14d82eec-204b-4c2f-b7e8-296a70dab67e")
AZURE: Final = Service("azure", "Azure", "1950a258-227b-4e31-a9cf-717495945fc2")
EXCHANGE: Final = Service("exchange", "Exchange", "fb78d390-0c51-40cd-8e17-fdbfab77341b")
COMPLIANCE: Final = Service("compliance", "Compliance", "fb78d390-0c51-40cd-8e17-fdbfab77341b")
TEAMS: Final = Service("teams", "Teams", "12128f48-ec9e-42f0-b203-ea49fb6af367")
ALL: Final = (GRAPH, AZURE, EXCHANGE, COMPLIANCE, TEAMS)
_BY_KEY: Final = {service.key: service for service in ALL}


def service(key: str) -> Service:
    """Return the service of that key or label, whatever its case. Raises :class:`BadInput` for an unknown one."""
    found = _BY_KEY.get(key.casefold())
    if found is None:
        names = ", ".join(s.label for s in ALL)
        raise BadInput(
            said("There is no service called {key!r}.", key=key[:40]), next_step=said("Use one of: {names}.", names=names)
        )
    return found


def services(keys: Iterable[str]) -> tuple[Service, ...]:
    """Return the services of *keys*, each once, in the order of :data:`ALL`."""
    wanted = {service(key).key for key in keys}
    return tuple(s for s in ALL if s.key in wanted)


def clients(cloud: Cloud) -> frozenset[str]:
    """Return the client ids that count in *cloud* now: the person's own where one is set, else each service's."""
    return frozenset(cloud.client_ids.get(s.key, s.client_id) for s in ALL)
