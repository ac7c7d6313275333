"""Clouds: the sets of endpoints that a tenant can live in.

Sources, read in November 2026: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud (authorities),
https://learn.microsoft.com/graph/deployments (Graph), https://learn.microsoft.com/powershell/exchange/connect-to-scc-powershell
(Compliance), ``Get-AzEnvironment`` of Az.Accounts 5.5 (Azure). That DoD's Compliance tokens are for the host without ``l5.`` is
what Maester and other public tools ask for; Microsoft does not document it. None was tried against a live national cloud.
GCC (moderate) tenants live in the public cloud.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tenantdock.domain.declaring import PageKey, declared
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line

SANDBOX_ID: Final = "sandbox"
OWN_CLOUD: Final = "own-"
"""How the id of a cloud of the person's own starts; no built-in one ever will."""
CLOUD_NAME_LIMIT: Final = 80


@dataclass(frozen=True, slots=True)
class Cloud:
    """A set of endpoints.

    *authority* is the https origin of the sign-in service without a trailing slash; *resources* maps a service key (see
    :mod:`tenantdock.domain.services`) to the resource identifier that its tokens are for; *api_roots* maps a service key to the
    https root of its REST API, with a trailing slash. *trust_anchor* is PEM text of the one CA to trust for this cloud, or empty
    for the system's trust store; only the practice cloud has one. *client_ids* maps a service key to the client id that the person
    set for it; other services use their own.
    """

    id: str
    name: str
    authority: str
    resources: Mapping[str, str]
    api_roots: Mapping[str, str] = field(default_factory=dict)
    trust_anchor: str = ""
    client_ids: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if _plain(self.authority):
            return
        from urllib.parse import urlsplit  # noqa: PLC0415 - not needed for the built-in clouds, and a millisecond of the start

        parts = urlsplit(self.authority)
        if parts.scheme != "https" or not parts.hostname or parts.path or parts.query or parts.username:
            raise BadInput(
                said("The sign-in address of the cloud {id!r} is not a plain https origin.", id=one_line(self.id, 120)),
                next_step="Give it as https://host, without a path.",
                field="authority",
            )

    def tenant_authority(self, tenant_id: str) -> str:
        """Return the authority of one tenant, by GUID or domain, as msal wants it."""
        return f"{self.authority}/{tenant_id}"

    @property
    def sign_in_host(self) -> str:
        """The host name of the sign-in service."""
        from urllib.parse import urlsplit  # noqa: PLC0415 - as above

        return urlsplit(self.authority).hostname or ""


def _plain(address: str) -> bool:
    """Whether an address is surely an https origin: letters, digits, hyphens and dots after ``https://``."""
    scheme, _, host = address.partition("://")
    return scheme == "https" and host.isascii() and host.replace(".", "").replace("-", "").isalnum()


_TEAMS: Final = "48ac35b8-9aa8-4d74-927d-1f4a14a0b239"
"""The Skype and Teams Tenant Admin API, by the same id in every cloud."""

PUBLIC: Final = Cloud(
    "public",
    "Microsoft 365",
    "https://login.microsoftonline.com",
    {
        "graph": "https://graph.microsoft.com",
        "azure": "https://management.azure.com",
        "exchange": "https://outlook.office365.com",
        "compliance": "https://ps.compliance.protection.outlook.com",
        "teams": _TEAMS,
    },
    {"graph": "https://graph.microsoft.com/", "azure": "https://management.azure.com/"},
)
US_GOV: Final = Cloud(
    "usgov",
    "Microsoft 365 US Government (GCC High)",
    "https://login.microsoftonline.us",
    {
        "graph": "https://graph.microsoft.us",
        "azure": "https://management.usgovcloudapi.net",
        "exchange": "https://outlook.office365.us",
        "compliance": "https://ps.compliance.protection.office365.us",
        "teams": _TEAMS,
    },
    {"graph": "https://graph.microsoft.us/", "azure": "https://management.usgovcloudapi.net/"},
)
US_DOD: Final = Cloud(
    "usdod",
    "Microsoft 365 US Government (DoD)",
    "https://login.microsoftonline.us",
    {
        "graph": "https://dod-graph.microsoft.us",
        "azure": "https://management.usgovcloudapi.net",
        "exchange": "https://outlook-dod.office365.us",
        "compliance": "https://ps.compliance.protection.office365.us",
        "teams": _TEAMS,
    },
    {"graph": "https://dod-graph.microsoft.us/", "azure": "https://management.usgovcloudapi.net/"},
)
CHINA: Final = Cloud(
    "china",
    "Microsoft 365 operated by 21Vianet",
    "https://login.partner.microsoftonline.cn",
    {
        "graph": "https://microsoftgraph.chinacloudapi.cn",
        "azure": "https://management.chinacloudapi.cn",
        "exchange": "https://partner.outlook.cn",
        "compliance": "https://ps.compliance.protection.partner.outlook.cn",
    },
    {"graph": "https://microsoftgraph.chinacloudapi.cn/", "azure": "https://management.chinacloudapi.cn/"},
)
BUILT_IN: Final = (PUBLIC, US_GOV, US_DOD, CHINA)
BY_SUB_SCOPE: Final[Mapping[str, str]] = {"DODCON": US_GOV.id, "DOD": US_DOD.id}
"""Which of the clouds that share a sign-in service a tenant is in, by the ``tenant_region_sub_scope`` of its discovery document."""


@dataclass(frozen=True, slots=True)
class CloudSettings:
    """What the person set about clouds: *own* ones, and client ids by (cloud id, service key).

    Raises :class:`BadInput` for what cannot be used. A client id may be for a cloud or a service that is not known (any more): it
    counts for nothing then.
    """

    own: tuple[Cloud, ...] = declared(
        (),
        page=PageKey.CLOUDS,
        label=said("Clouds of your own"),
        about=said("Clouds beside those that come with TenantDock, such as a sovereign one."),
        words=said("sovereign national cloud authority endpoint address resource"),
    )
    client_ids: Mapping[tuple[str, str], str] = declared(
        default_factory=dict,
        page=PageKey.CLIENTS,
        label=said("Client ids"),
        about=said("Which application TenantDock signs in as, for each service."),
        words=said("application app registration client id consent"),
    )

    def __post_init__(self) -> None:
        if self.own or self.client_ids:
            from tenantdock.domain.own_clouds import check_own_clouds, client_id  # noqa: PLC0415 - most people set none

            check_own_clouds(self.own)
            object.__setattr__(self, "client_ids", {place: client_id(text) for place, text in self.client_ids.items()})


class Clouds:
    """The clouds this process knows. The practice cloud is among them only in a process started for it.

    A saved connection names its cloud by id alone, so no connection can point the program at other endpoints. *chosen* gives what
    the person set: clouds of their own, and client ids; it is asked at every look-up, so that a change counts at once.
    """

    def __init__(self, clouds: Iterable[Cloud] = BUILT_IN, chosen: Callable[[], CloudSettings] = CloudSettings) -> None:
        self._clouds = {cloud.id: cloud for cloud in clouds}
        self._chosen = chosen

    def __iter__(self) -> Iterator[Cloud]:
        chosen = self._chosen()
        known = {**{cloud.id: cloud for cloud in chosen.own}, **self._clouds}
        order = (*self._clouds, *(cloud.id for cloud in chosen.own if cloud.id not in self._clouds))
        return iter([_with_clients(known[cloud_id], chosen) for cloud_id in order])

    def get(self, cloud_id: str) -> Cloud:
        """Return the cloud of that id. Raises :class:`BadInput` when this process does not know it."""
        chosen = self._chosen()
        found = self._clouds.get(cloud_id) or next((cloud for cloud in chosen.own if cloud.id == cloud_id), None)
        if found is not None:
            return _with_clients(found, chosen)
        if cloud_id == SANDBOX_ID:
            message, step = "This customer belongs to the practice cloud.", "Start TenantDock with --sandbox to use it."
        elif cloud_id.startswith(OWN_CLOUD):
            message = said(
                "The cloud at {cloud_id} is not in the settings (any more).",
                cloud_id=one_line(cloud_id.removeprefix(OWN_CLOUD), 120),
            )
            step = "Enter it in the settings again, with the same sign-in address."
        else:
            message, step = (
                said("The cloud {cloud_id!r} is not known here.", cloud_id=cloud_id),
                "Edit the connection and choose its cloud again.",
            )
        raise BadInput(message, next_step=step)

    def at(self, host: str) -> tuple[Cloud, ...]:
        """Return the clouds whose sign-in service is at *host* (US Gov and DoD share one)."""
        return tuple(cloud for cloud in self if cloud.sign_in_host == host.casefold())


def _with_clients(cloud: Cloud, chosen: CloudSettings) -> Cloud:
    found = {service: client for (cloud_id, service), client in chosen.client_ids.items() if cloud_id == cloud.id}
    return replace(cloud, client_ids={**cloud.client_ids, **found}) if found else cloud
