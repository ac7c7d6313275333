"""Admin centres of a customer, as addresses that open that customer.

The addresses are those that partners use with delegated access, as collected for this project in November 2026; they were not tried
against live tenants.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.directory import Tenant

_INITIAL: Final = ".onmicrosoft.com"


@dataclass(frozen=True, slots=True)
class AdminLink:
    """A link to one admin centre."""

    key: str
    label: str
    url: str


def admin_links(tenant: Tenant, initial_domain: str = "") -> tuple[AdminLink, ...]:
    """Return the admin centres of *tenant*. *initial_domain* is its ``name.onmicrosoft.com``; where it is not known, the links that
    need it are left out. Clouds other than the public one have portals of their own and get none.
    """
    if tenant.cloud != PUBLIC.id:
        return ()
    initial = initial_domain.casefold() or (tenant.domain.casefold() if tenant.domain.casefold().endswith(_INITIAL) else "")
    by_domain = quote(tenant.domain or tenant.id, safe="")
    by_id = quote(tenant.id, safe="")
    links = [
        AdminLink("entra", "Entra", f"https://entra.microsoft.com/{by_domain}"),
        AdminLink("azure", "Azure", f"https://portal.azure.com/{by_domain}"),
        AdminLink("intune", "Intune", f"https://intune.microsoft.com/{by_domain}"),
        AdminLink("defender", "Defender", f"https://security.microsoft.com/?tid={by_id}"),
        AdminLink("purview", "Purview", f"https://purview.microsoft.com/?tid={by_id}"),
        AdminLink("power-platform", "Power Platform", f"https://admin.powerplatform.microsoft.com/account/login/{by_id}"),
    ]
    if initial:
        org = quote(initial, safe="")
        links = [
            AdminLink("m365", "Microsoft 365", f"https://admin.cloud.microsoft/?delegatedOrg={org}"),
            AdminLink("exchange", "Exchange", f"https://admin.cloud.microsoft/exchange?delegatedOrg={org}"),
            AdminLink("teams", "Teams", f"https://admin.teams.microsoft.com/?delegatedOrg={org}"),
            *links,
        ]
        name = initial.removesuffix(_INITIAL)
        if initial.endswith(_INITIAL) and name.replace("-", "").isalnum() and name.isascii():
            links.append(AdminLink("sharepoint", "SharePoint", f"https://{name}-admin.sharepoint.com"))
    return tuple(links)
