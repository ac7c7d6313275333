from __future__ import annotations

from urllib.parse import urlsplit

from tenantdock.domain.directory import Tenant
from tenantdock.portals.links import admin_links

ID = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"


def urls(tenant: Tenant, initial: str = "") -> dict[str, str]:
    return {link.key: link.url for link in admin_links(tenant, initial)}


def test_links_open_the_customer() -> None:
    found = urls(Tenant(ID, "public", "Contoso", "contoso.com"), "contoso.onmicrosoft.com")
    assert found["m365"] == "https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com"
    assert found["exchange"] == "https://admin.cloud.microsoft/exchange?delegatedOrg=contoso.onmicrosoft.com"
    assert found["teams"] == "https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com"
    assert found["entra"] == "https://entra.microsoft.com/contoso.com"
    assert found["azure"] == "https://portal.azure.com/contoso.com"
    assert found["defender"] == f"https://security.microsoft.com/?tid={ID}"
    assert found["sharepoint"] == "https://contoso-admin.sharepoint.com"


def test_links_that_need_the_initial_domain_are_left_out_without_it() -> None:
    found = urls(Tenant(ID, "public", "Contoso", "contoso.com"))
    assert "m365" not in found
    assert "sharepoint" not in found
    assert urls(Tenant(ID, "public", "Contoso"))["entra"] == f"https://entra.microsoft.com/{ID}"
    assert "m365" in urls(Tenant(ID, "public", "Contoso", "contoso.onmicrosoft.com"))


def test_other_clouds_get_no_links() -> None:
    assert admin_links(Tenant(ID, "sandbox", "Contoso", "contoso.example")) == ()


def test_what_comes_from_outside_is_quoted() -> None:
    evil = "a/../?x=y#z&delegatedOrg=b\u202e"
    for link in admin_links(Tenant(ID, "public", "Evil", evil), evil):
        parts = urlsplit(link.url)
        assert parts.hostname is not None
        assert parts.hostname.endswith(("microsoft.com", "admin.cloud.microsoft", "portal.azure.com"))
        assert not parts.fragment
        assert ".." not in parts.path.split("/")
        assert link.key != "sharepoint"
