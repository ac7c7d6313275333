from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tenantdock.domain.clouds import BUILT_IN
from tenantdock.domain.portals import Customer, Portal
from tenantdock.portals.links import initial_domain, portals

ID = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"
HOME = "11111111-1111-4111-8111-111111111111"
KEYS = ["m365", "exchange", "teams", "entra", "azure", "intune", "defender", "purview", "power-platform", "sharepoint"]


def customer(
    domain: str = "contoso.com", *, cloud: str = "public", username: str = "admin@contoso.com", home: str = ID
) -> Customer:
    return Customer(cloud, ID, domain, username, home)


def found(each: Customer) -> dict[str, Portal]:
    return {portal.key: portal for portal in portals(each)}


def test_portals_name_the_customer() -> None:
    urls = {key: portal.url for key, portal in found(customer("contoso.onmicrosoft.com", home=HOME)).items()}
    assert urls == {
        "m365": "https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com",
        "exchange": "https://admin.cloud.microsoft/exchange?delegatedOrg=contoso.onmicrosoft.com",
        "teams": "https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com",
        "entra": "https://entra.microsoft.com/contoso.onmicrosoft.com",
        "azure": "https://portal.azure.com/contoso.onmicrosoft.com",
        "intune": "https://intune.microsoft.com/contoso.onmicrosoft.com",
        "defender": f"https://security.microsoft.com/?tid={ID}",
        "purview": f"https://purview.microsoft.com/?tid={ID}",
        "power-platform": f"https://admin.powerplatform.microsoft.com/account/login/{ID}",
        "sharepoint": "https://contoso-admin.sharepoint.com",
    }


@pytest.mark.parametrize("cloud", [cloud.id for cloud in BUILT_IN])
def test_every_cloud_has_all_portals_on_hosts_of_its_own(cloud: str) -> None:
    ending = {"public": "onmicrosoft.com", "usgov": "onmicrosoft.us", "usdod": "onmicrosoft.us", "china": "partner.onmschina.cn"}
    hosts = {
        "public": (".microsoft.com", ".cloud.microsoft", ".azure.com", ".sharepoint.com"),
        "usgov": (".microsoft.us", ".office365.us", ".azure.us", ".sharepoint.us"),
        "usdod": (".microsoft.us", ".mil", ".azure.us", ".appsplatform.us"),
        "china": (".cn",),
    }
    member = customer(f"contoso.{ending[cloud]}", cloud=cloud)
    assert list(found(member)) == KEYS
    for portal in portals(member):
        parts = urlsplit(portal.url)
        assert parts.scheme == "https", portal
        assert f".{parts.hostname}".endswith(hosts[cloud]), portal
        assert not portal.missing


def test_a_guest_gets_no_address_that_would_open_its_own_organisation() -> None:
    for cloud in ("usgov", "usdod", "china"):
        guest = found(customer(cloud=cloud, home=HOME))
        assert guest["m365"].url == guest["exchange"].url == guest["teams"].url == ""
        assert guest["m365"].missing == "Its address opens only the organisation that the account lives in."
        assert guest["entra"].url.endswith("/contoso.com")
    partner = found(customer(home=HOME, username="me@contoso.onmicrosoft.com"))
    assert "contoso.onmicrosoft.com" not in "".join(portal.url for portal in partner.values())
    assert "contoso" not in partner["sharepoint"].url


def test_what_needs_the_initial_domain_says_so() -> None:
    partner = found(customer(home=HOME, cloud="usgov"))
    assert partner["sharepoint"].url == ""
    assert "name.onmicrosoft.us" in partner["sharepoint"].missing
    member = found(customer())
    assert member["m365"].url == "https://admin.cloud.microsoft/"
    assert member["sharepoint"].url == ""
    assert "name.onmicrosoft.com" in member["sharepoint"].missing


def test_partners_reach_a_customer_whose_initial_domain_is_not_known() -> None:
    session = f"https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={ID}&CSDEST="
    partner = found(customer(home=HOME))
    assert partner["m365"].url == f"{session}o365admincenter"
    assert partner["exchange"].url == "https://admin.cloud.microsoft/exchange?delegatedOrg=contoso.com"
    assert partner["teams"].url == "https://admin.teams.microsoft.com/?delegatedOrg=contoso.com"
    assert partner["sharepoint"].url == f"{session}SharePoint"
    assert partner["entra"].url == "https://entra.microsoft.com/contoso.com"
    nameless = found(customer("", home=HOME))
    assert nameless["m365"].url == f"{session}o365admincenter"
    assert nameless["exchange"].url == nameless["teams"].url == ""
    assert "name.onmicrosoft.com" in nameless["teams"].missing


def test_the_initial_domain_is_taken_from_where_it_is_known() -> None:
    assert initial_domain(customer("Contoso.onmicrosoft.com")) == "contoso.onmicrosoft.com"
    assert initial_domain(customer(username="admin@contoso.onmicrosoft.com")) == "contoso.onmicrosoft.com"
    assert initial_domain(customer(username="me@msp.onmicrosoft.com", home=HOME)) == ""
    assert initial_domain(customer(username="me@msp.onmicrosoft.com", home="")) == ""
    assert initial_domain(customer("a.b.onmicrosoft.com")) == ""
    assert initial_domain(customer("contoso.onmicrosoft.us")) == ""


def test_an_account_not_enrolled_yet_counts_as_a_member_by_its_domain_only() -> None:
    assert found(customer(home=""))["m365"].url == "https://admin.cloud.microsoft/"
    assert "BeginClientSession" in found(customer(home="", username="me@msp.example"))["m365"].url
    assert "BeginClientSession" in found(customer("", home=""))["m365"].url
    assert "BeginClientSession" in found(customer(home="", username="no user name"))["m365"].url
    assert found(customer("", home=""))["entra"].url == f"https://entra.microsoft.com/{ID}"


def test_other_clouds_have_none() -> None:
    assert portals(customer(cloud="sandbox")) == ()
    assert portals(customer(cloud="own-login.sovcloud.example")) == ()


@pytest.mark.parametrize("evil", ["a/../?x=y#z&delegatedOrg=b\u202e", "x.onmicrosoft.com@evil.example", "{id}.onmicrosoft.com"])
def test_what_comes_from_outside_is_quoted(evil: str) -> None:
    for portal in portals(customer(evil, username=evil)):
        parts = urlsplit(portal.url)
        if portal.url:
            assert parts.hostname is not None
            assert parts.hostname.endswith((".microsoft.com", "admin.cloud.microsoft", "portal.azure.com"))
            assert not parts.fragment
            assert not parts.username
            assert ".." not in parts.path.split("/")
