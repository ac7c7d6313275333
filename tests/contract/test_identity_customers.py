"""Lists of customers: read from the practice cloud, and from a Graph that lies or refuses."""

from __future__ import annotations

import base64
import threading
from dataclasses import replace

import pytest

from support.cloud import PracticeCloud, ScriptedPerson
from support.identity import (
    FakeVault,
    LyingProvider,
    PersonsBrowser,
    Reply,
    TestClock,
    ask_for,
    assert_tells_no_secret,
    lying_provider,
    sign_in,
    with_nonce,
)
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.customers import CustomerList, ListedCustomer
from tenantdock.domain.directory import Account, BrowserChoice
from tenantdock.domain.errors import BadInput, Cancelled, ListTrouble, NetworkTrouble, SignInRequired
from tenantdock.domain.services import AZURE, GRAPH
from tenantdock.domain.signin import Rung, SignInAsk, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity

USER = "pia@nordlicht.example"
GDAP, CONTRACTS, TENANTS = CustomerList.GDAP, CustomerList.CONTRACTS, CustomerList.TENANTS


def nobody_counts(count):
    pass


def account_of(cloud):
    return Account("a" * 32, "sandbox", USER, cloud.account(USER)["homeAccountId"])


def signed_in(cloud, *services):
    identity = EntraIdentity(
        vault=FakeVault(), browsers=PersonsBrowser(ScriptedPerson(USER)), clock=TestClock(), sign_in_timeout=30
    )
    for service in services:
        ask = TokenAsk(cloud.cloud, cloud.tenant_id("nordlicht.example"), account_of(cloud), service)
        identity.interactive(SignInAsk(ask, Rung.BROWSER, BrowserChoice()), Cancel(), no_progress)
    identity._browsers.finish()
    return identity


def test_a_partners_relationships_in_force_are_read_page_by_page_with_their_domains(cloud):
    identity, counts = signed_in(cloud, GRAPH), []
    found = identity.customers(GDAP, cloud.cloud, account_of(cloud), Cancel(), counts.append)
    assert len(found) == 15
    assert ListedCustomer(cloud.tenant_id("contoso.example"), "Contoso", "contoso.example") in found
    assert counts == list(range(1, 16))
    assert len(identity.customers(CONTRACTS, cloud.cloud, account_of(cloud), Cancel(), nobody_counts)) >= 15


def test_azures_tenants_are_those_of_the_person(cloud):
    identity = signed_in(cloud, AZURE)
    found = identity.customers(TENANTS, cloud.cloud, account_of(cloud), Cancel(), nobody_counts)
    assert {each.tenant_id for each in found} == {place["tenantId"] for place in cloud.account(USER)["places"]}
    assert len(found) > 10  # more than a page
    assert all(each.name and each.domain for each in found)


def test_a_thousand_customers_are_read(tmp_path):
    many = PracticeCloud(tmp_path / "many", customers=1000)
    try:
        identity = signed_in(many, GRAPH)
        for kind, ended in ((GDAP, 0), (CONTRACTS, 1)):  # a contract outlives the relationship
            found = identity.customers(kind, many.cloud, account_of(many), Cancel(), nobody_counts)
            assert len(found) == 1015 + ended
            assert len({each.tenant_id for each in found}) == len(found)
            assert all(each.name and each.domain for each in found)
    finally:
        many.stop()


def test_without_a_sign_in_a_person_is_asked_for(cloud):
    identity = signed_in(cloud)
    with pytest.raises(SignInRequired):
        identity.customers(GDAP, cloud.cloud, account_of(cloud), Cancel(), nobody_counts)
    with pytest.raises(SignInRequired, match="Nobody has signed in as pia"):
        identity.customers(GDAP, cloud.cloud, replace(account_of(cloud), home_account_id=""), Cancel(), nobody_counts)


def test_a_passing_fault_is_waited_for_and_a_lasting_one_is_told(cloud):
    identity = signed_in(cloud, GRAPH)
    cloud.fault("nordlicht.example", "throttle", retry_after=0, at="api", times=1)
    assert len(identity.customers(GDAP, cloud.cloud, account_of(cloud), Cancel(), nobody_counts)) == 15
    cloud.fault("nordlicht.example", "throttle", retry_after=3600, at="api")
    with pytest.raises(NetworkTrouble) as told:
        identity.customers(GDAP, cloud.cloud, account_of(cloud), Cancel(), nobody_counts)
    assert told.value.next_step


def test_a_token_that_graph_does_not_take_any_more_is_renewed_once(cloud):
    identity = signed_in(cloud, GRAPH)
    cloud.fault("nordlicht.example", "token-lifetime", seconds=600)
    ask = TokenAsk(cloud.cloud, cloud.tenant_id("nordlicht.example"), account_of(cloud), GRAPH)
    identity.silent(ask, Cancel(), force=True)
    cloud.fault("nordlicht.example", "clock-skew", seconds=700)  # to Graph the token is over, to this computer it is not
    assert len(identity.customers(GDAP, cloud.cloud, account_of(cloud), Cancel(), nobody_counts)) == 15


# --- a Graph that lies


@pytest.fixture
def provider():
    with lying_provider() as made:
        yield made


def reading(provider: LyingProvider, *pages: Reply, kind=GDAP):
    """Identity that is signed in, its Graph at *provider*, which answers *pages* in their order, the last one for ever."""
    waiting, others = list(pages), provider._get

    def answer(path):
        if not path.startswith("/graph/"):
            return others(path)
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    provider._get = answer
    provider.token = lambda form: with_nonce(provider, provider.honest(form))
    root = f"{provider.cloud.authority}/graph/"
    cloud = replace(provider.cloud, api_roots={"graph": root, "azure": root})
    identity = EntraIdentity(vault=FakeVault(), browsers=provider.browser(), clock=TestClock(), sign_in_timeout=10)
    ask = ask_for(cloud)
    identity.interactive(sign_in(ask), Cancel(), no_progress)
    return identity, lambda cancel=None: identity.customers(kind, cloud, ask.account, cancel or Cancel(), nobody_counts)


def a_page(number=1, link="", **more):
    customer = {"tenantId": f"{number:08}-0000-4000-8000-000000000000", "displayName": "X"}
    entry = {"status": "active", "customer": customer, **more}
    return Reply({"value": [entry], **({"@odata.nextLink": link} if link else {})})


@pytest.mark.parametrize(
    "link",
    [
        "https://graph.evil.example/graph/v1.0/x",
        "http://localhost:1/graph/x",
        "https://localhost/graph/x",
        "{origin}@evil.example/graph/x",
        "{origin}/elsewhere",
        "//evil.example/graph",
        "javascript:alert(1)",
        "graph/v1.0/x",
    ],
)
def test_no_other_address_gets_the_token(provider, link):
    _, read = reading(provider, a_page(link=link.format(origin=provider.cloud.authority)), a_page(2))
    with pytest.raises(ListTrouble, match="another address") as told:
        read()
    assert len([path for path in provider.gets if path.startswith("/graph/")]) == 1
    assert told.value.next_step
    assert_tells_no_secret(told.value)


def test_a_list_that_never_ends_is_none(provider):
    round_and_round = f"{provider.cloud.authority}/graph/v1.0/again"
    _, read = reading(provider, a_page(1, round_and_round), a_page(2, round_and_round), a_page(3, round_and_round))
    with pytest.raises(ListTrouble, match="no end"):
        read()


CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1795000000"}}}'
CHALLENGE = f'Bearer realm="", error="insufficient_claims", claims="{base64.b64encode(CLAIMS.encode()).decode()}"'
REFUSALS = {
    "no permission": (Reply({"error": {"code": "Authorization_RequestDenied"}}, 403), ListTrouble, "did not let"),
    "not there": (Reply({"error": {"code": "ResourceNotFound"}}, 404), ListTrouble, "did not give"),
    "no json": (Reply(b"<html>", 400), ListTrouble, "did not give"),
    "no list": (Reply({"value": "x"}), ListTrouble, "holds no list"),
    "no object": (Reply([]), ListTrouble, "holds no list"),
    "token refused": (Reply({}, 401), SignInRequired, "sign in again"),
    "challenge": (Reply({}, 401, {"WWW-Authenticate": CHALLENGE}), SignInRequired, "sign in again"),
}


@pytest.mark.parametrize("why", REFUSALS)
def test_a_refusal_is_told_with_a_way(provider, why):
    reply, kind, said = REFUSALS[why]
    identity, read = reading(provider, reply)
    with pytest.raises(kind, match=said) as told:
        read()
    assert told.value.next_step
    assert_tells_no_secret(told.value)
    if why == "no permission":
        assert "DelegatedAdminRelationship.Read.All" in told.value.next_step
    if why == "challenge":
        assert told.value.claims == CLAIMS
        assert CLAIMS in next(iter(identity._caches.values())).challenges.values()


def test_what_is_odd_in_a_list_is_left_to_who_checks_it(provider):
    odd = [
        None,
        7,
        {"status": "active", "customer": None},
        {"status": ["active"], "customer": {"tenantId": "x"}},
        {"status": "active", "customer": {"tenantId": 5, "displayName": {"a": 1}}},
        {"status": "active", "customer": {"tenantId": "not a guid", "displayName": "y" * 5000}},
        {"status": "terminated", "customer": {"tenantId": "z"}},
    ]
    _, read = reading(provider, Reply({"value": odd}))
    assert read() == [ListedCustomer("", ""), ListedCustomer("not a guid", "y" * 1000)]


def test_a_customer_with_two_relationships_is_one(provider):
    _, read = reading(provider, a_page(1, f"{provider.cloud.authority}/graph/2"), a_page(1), Reply({}, 403))
    assert [each.name for each in read()] == ["X"]


@pytest.mark.parametrize("root", ["", "http://graph.example/"])
def test_a_cloud_without_such_an_api_is_told(provider, root):
    identity, _ = reading(provider, a_page())
    cloud = replace(provider.cloud, api_roots={"graph": root})
    with pytest.raises(BadInput, match="no address of Graph"):
        identity.customers(GDAP, cloud, ask_for(cloud).account, Cancel(), nobody_counts)


def test_reading_can_be_cancelled(provider):
    _, read = reading(provider, Reply({"value": []}, delay=5))
    cancel = Cancel()
    threading.Timer(0.3, cancel.cancel).start()
    with pytest.raises(Cancelled):
        read(cancel)
