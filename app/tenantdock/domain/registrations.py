"""Client ids for people: whose they are, and what an app registration of one's own needs, to be shown next to the field.

Sources, read in November 2026: https://learn.microsoft.com/entra/identity-platform/scenario-desktop-app-registration (platform,
redirect addresses, public client flows, WAM), https://learn.microsoft.com/graph/deployments (where to register per cloud),
https://learn.microsoft.com/powershell/module/microsoftteams/connect-microsoftteams (Teams), and the project's facts (the modules'
own client ids; Exchange.Manage for Exchange and Compliance). No registration was tried against a live tenant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tenantdock.domain.clouds import Cloud
from tenantdock.domain.said import Said, listed, said
from tenantdock.domain.services import Service

REDIRECT: Final = "http://localhost"
"""The redirect address of a sign-in in the browser; Entra lets the port differ for it."""
BROKER_REDIRECT: Final = "ms-appx-web://Microsoft.AAD.BrokerPlugin/{client_id}"
"""The redirect address of a sign-in through Windows' broker."""

_EXCHANGE: Final = "Office 365 Exchange Online"
_OWNERS: Final = {
    "graph": "Microsoft Graph Command Line Tools",
    "azure": "Microsoft Azure PowerShell",
    "exchange": "Microsoft Exchange Online PowerShell",
    "compliance": "Microsoft Exchange Online PowerShell",
    "teams": "Microsoft Teams PowerShell",
}
_PORTALS: Final = {
    "public": "https://entra.microsoft.com",
    "usgov": "https://portal.azure.us",
    "usdod": "https://portal.azure.us",
    "china": "https://portal.azure.cn",
}


@dataclass(frozen=True, slots=True)
class Permission:
    """A delegated permission, as the portal names it. *why* is "" where the service cannot be used without it."""

    api: str
    name: str
    why: str = ""


_PERMISSIONS: Final = {
    "graph": (
        Permission("Microsoft Graph", "User.Read"),
        Permission("Microsoft Graph", "Organization.Read.All", said("so that the console can show which tenant answered")),
        Permission("Microsoft Graph", "…", said("every permission that your scripts use: the console gets these and no others")),
    ),
    "azure": (Permission("Azure Service Management", "user_impersonation"),),
    "exchange": (Permission(_EXCHANGE, "Exchange.Manage"),),
    "compliance": (Permission(_EXCHANGE, "Exchange.Manage"),),
    "teams": (
        Permission("Skype and Teams Tenant Admin API", "user_impersonation"),
        Permission("Microsoft Graph", "User.Read.All"),
        Permission("Microsoft Graph", "Group.ReadWrite.All"),
        Permission("Microsoft Graph", "AppCatalog.ReadWrite.All"),
        Permission("Microsoft Graph", "TeamSettings.ReadWrite.All"),
        Permission("Microsoft Graph", "Channel.Delete.All"),
        Permission("Microsoft Graph", "ChannelSettings.ReadWrite.All"),
        Permission("Microsoft Graph", "ChannelMember.ReadWrite.All"),
    ),
}


@dataclass(frozen=True, slots=True)
class Registration:
    """What to show next to the field for the client id of one service in one cloud.

    *default_id* counts while the field is empty, and belongs to the application *default_name*. *portal* is where to register, or
    "" for a cloud of the person's own; *permissions* are delegated ones; *steps* are what the registration needs, one sentence
    each, in plain text, the permissions included.
    """

    service: Service
    default_id: str
    default_name: str
    portal: str
    permissions: tuple[Permission, ...]
    steps: tuple[str, ...]


def registration(service: Service, cloud: Cloud) -> Registration:
    """Return what an app registration of one's own for *service* in *cloud* needs. *instant*."""
    portal = _PORTALS.get(cloud.id, "")
    where = said("at {portal}", portal=portal) if portal else said("in the portal of that cloud")
    permissions = _PERMISSIONS.get(service.key, ())
    named = listed(*(_named(each) for each in permissions), between="; ")
    redirect = BROKER_REDIRECT.format(client_id="<client id>")
    steps = (
        said(
            "Register an application {where}, in a tenant of {cloud}: one of another cloud is not known there.",
            where=where,
            cloud=cloud.name,
        ),
        said("Account types: any organizational directory (multitenant), so that it works for every customer."),
        said(
            'Authentication: add the platform "Mobile and desktop applications" with the redirect address {redirect}.',
            redirect=REDIRECT,
        ),
        said(
            'Authentication: set "Allow public client flows" to Yes. Only the device code needs it. Make no secret: none is used.'
        ),
        said("For accounts that sign in through Windows (WAM), add the redirect address {redirect} there, too.", redirect=redirect),
        said("API permissions, all delegated: {named}.", named=named)
        if named
        else said("API permissions: those of the service, delegated."),
        said("Each customer's administrator has to consent to it once."),
    )
    return Registration(service, service.client_id, _OWNERS.get(service.key, "Microsoft"), portal, permissions, steps)


def _named(permission: Permission) -> Said:
    if permission.why:
        return said("{api}: {name} ({why})", api=permission.api, name=permission.name, why=permission.why)
    return Said(f"{permission.api}: {permission.name}")
