"""Admin centres of a customer, as addresses that open that customer.

Sources, read in November 2026. Public cloud: the addresses that partners use with delegated access, as CIPP keeps them
(github.com/KelvinTegelaar/CIPP, src/data/portals.json). Portal hosts of the other clouds: github.com/adamfowlerit/msportals.io
(_data/portals/us-govt.json and china.json), learn.microsoft.com/power-platform/admin/powerapps-us-government (Power Platform),
learn.microsoft.com/microsoftteams/platform/concepts/app-fundamentals-gov (Teams) and
learn.microsoft.com/microsoft-365/enterprise/microsoft-365-u-s-government-dod-endpoints (Purview and Defender in DoD). The path that
names a tenant works alike at portal.azure.com, .us and .cn and for the Entra and Intune centres, which are the same site. None was
tried against a live tenant.

Where an address cannot name the customer (most of Microsoft 365 outside the public cloud), it opens the organisation that the
browser's account lives in. It is given only where that is the customer's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from tenantdock.domain.clouds import CHINA, PUBLIC, US_DOD, US_GOV
from tenantdock.domain.directory import UserName
from tenantdock.domain.errors import BadInput
from tenantdock.domain.portals import Customer, Portal
from tenantdock.domain.said import said


@dataclass(frozen=True, slots=True)
class _Site:
    """How an admin centre is reached in one cloud: *named* names the customer, *own* opens the account's own organisation.

    ``{domain}`` is any domain of the tenant or its id, ``{id}`` its id, ``{initial}`` the domain it was born with, ``{name}`` that
    domain's first label. *otherwise* names the customer without the initial domain, as partners' tools have done for years with
    any domain of the tenant (``{known}``; CIPP's NinjaOne and Hudu links) or its id (Partner Center's "managed services" links).
    """

    named: str = ""
    own: str = ""
    otherwise: str = ""


_LABELS: Final = {
    "m365": "Microsoft 365",
    "exchange": "Exchange",
    "teams": "Teams",
    "entra": "Entra",
    "azure": "Azure",
    "intune": "Intune",
    "defender": "Defender",
    "purview": "Purview",
    "power-platform": "Power Platform",
    "sharepoint": "SharePoint",
}
_SITES: Final[dict[str, dict[str, _Site]]] = {
    PUBLIC.id: {
        "m365": _Site(
            "https://admin.cloud.microsoft/?delegatedOrg={initial}",
            "https://admin.cloud.microsoft/",
            "https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={id}&CSDEST=o365admincenter",
        ),
        "exchange": _Site(
            "https://admin.cloud.microsoft/exchange?delegatedOrg={initial}",
            "https://admin.cloud.microsoft/exchange",
            "https://admin.cloud.microsoft/exchange?delegatedOrg={known}",
        ),
        "teams": _Site(
            "https://admin.teams.microsoft.com/?delegatedOrg={initial}",
            "https://admin.teams.microsoft.com/",
            "https://admin.teams.microsoft.com/?delegatedOrg={known}",
        ),
        "entra": _Site("https://entra.microsoft.com/{domain}"),
        "azure": _Site("https://portal.azure.com/{domain}"),
        "intune": _Site("https://intune.microsoft.com/{domain}"),
        "defender": _Site("https://security.microsoft.com/?tid={id}"),
        "purview": _Site("https://purview.microsoft.com/?tid={id}"),
        "power-platform": _Site("https://admin.powerplatform.microsoft.com/account/login/{id}"),
        "sharepoint": _Site(
            "https://{name}-admin.sharepoint.com",
            otherwise="https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={id}&CSDEST=SharePoint",
        ),
    },
    US_GOV.id: {
        "m365": _Site(own="https://portal.office365.us/adminportal/home"),
        "exchange": _Site(own="https://admin.exchange.office365.us/"),
        "teams": _Site(own="https://admin.gov.teams.microsoft.us/"),
        "entra": _Site("https://entra.microsoft.us/{domain}"),
        "azure": _Site("https://portal.azure.us/{domain}"),
        "intune": _Site("https://intune.microsoft.us/{domain}"),
        "defender": _Site("https://security.microsoft.us/?tid={id}"),
        "purview": _Site("https://purview.microsoft.us/?tid={id}"),
        "power-platform": _Site(own="https://high.admin.powerplatform.microsoft.us/"),
        "sharepoint": _Site("https://{name}-admin.sharepoint.us"),
    },
    US_DOD.id: {
        "m365": _Site(own="https://portal.apps.mil/adminportal/home"),
        "exchange": _Site(own="https://admin.exchange.apps.mil/"),
        "teams": _Site(own="https://admin.dod.teams.microsoft.us/"),
        "entra": _Site("https://entra.microsoft.us/{domain}"),
        "azure": _Site("https://portal.azure.us/{domain}"),
        "intune": _Site("https://intune.microsoft.us/{domain}"),
        "defender": _Site(own="https://security.apps.mil/"),
        "purview": _Site(own="https://purview.apps.mil/"),
        "power-platform": _Site(own="https://admin.appsplatform.us/"),
        "sharepoint": _Site("https://{name}-admin.dps.mil"),
    },
    CHINA.id: {
        "m365": _Site(own="https://portal.partner.microsoftonline.cn/AdminPortal"),
        "exchange": _Site(own="https://partner.outlook.cn/ecp/"),
        "teams": _Site(own="https://admin.teams.microsoftonline.cn/"),
        "entra": _Site("https://entra.microsoftonline.cn/{domain}"),
        "azure": _Site("https://portal.azure.cn/{domain}"),
        "intune": _Site("https://intune.microsoftonline.cn/{domain}"),
        "defender": _Site(own="https://security.microsoftonline.cn/"),
        "purview": _Site(own="https://purview.microsoftonline.cn/"),
        "power-platform": _Site(own="https://admin.powerplatform.partner.microsoftonline.cn/"),
        "sharepoint": _Site("https://{name}-admin.sharepoint.cn"),
    },
}
_INITIAL: Final = {
    PUBLIC.id: ".onmicrosoft.com",
    US_GOV.id: ".onmicrosoft.us",
    US_DOD.id: ".onmicrosoft.us",
    CHINA.id: ".partner.onmschina.cn",
}
"""What the domains end with that tenants are born with, by cloud."""


def initial_domain(customer: Customer) -> str:
    """Return the domain that a tenant was born with (``contoso.onmicrosoft.com``), where it is known, else "".

    Its domain may be it; so may that of the account's user name, when the account lives in that tenant.
    """
    ending = _INITIAL.get(customer.cloud, "")
    found = [customer.domain]
    if customer.home_tenant == customer.tenant_id:
        found.append(customer.username.rpartition("@")[2])
    return next((name for domain in found if ending and _first_label(name := domain.casefold(), ending)), "")


def portals(customer: Customer) -> tuple[Portal, ...]:
    """Return the admin centres of a customer, those too that cannot be opened, with the reason.

    The practice cloud and clouds of a person's own have none.
    """
    return tuple(_portal(key, site, customer) for key, site in _SITES.get(customer.cloud, {}).items())


def _portal(key: str, site: _Site, customer: Customer) -> Portal:
    initial, ending = initial_domain(customer), _INITIAL[customer.cloud]
    values = {
        "domain": _quoted(customer.domain or customer.tenant_id),
        "known": _quoted(customer.domain),
        "id": _quoted(customer.tenant_id),
        "initial": _quoted(initial),
        "name": initial.removesuffix(ending),
    }
    if site.named and (initial or not ("{initial}" in site.named or "{name}" in site.named)):
        return Portal(key, _LABELS[key], site.named.format(**values))
    if _lives_there(customer):
        if site.own:
            return Portal(key, _LABELS[key], site.own)
    elif site.otherwise and (customer.domain or "{known}" not in site.otherwise):
        return Portal(key, _LABELS[key], site.otherwise.format(**values))
    if site.named:
        missing = said("The customer's initial domain (name{ending}) is not known.", ending=ending)
    else:
        missing = said("Its address opens only the organisation that the account lives in.")
    return Portal(key, _LABELS[key], "", missing)


def _lives_there(customer: Customer) -> bool:
    """Whether the account is known to be one of the customer's own: by its home tenant, before enrolment by its domain."""
    if customer.home_tenant:
        return customer.home_tenant == customer.tenant_id
    try:
        return UserName.parse(customer.username).domain == customer.domain.casefold() != ""
    except BadInput:
        return False


def _first_label(domain: str, ending: str) -> str:
    """Return *name* of a domain ``name`` + *ending*, "" when it is none: it becomes a part of a host name."""
    name = domain.removesuffix(ending)
    plain = name.replace("-", "")
    return name if domain.endswith(ending) and plain.isalnum() and plain.isascii() else ""


def _quoted(text: str) -> str:
    return quote(text, safe="")
