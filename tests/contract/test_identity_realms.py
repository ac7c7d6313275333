"""Realms, clouds and what a new sign-in becomes: against the practice cloud, beside what unmodified msal reads from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from msal.authority import Authority

from support.cloud import PracticeCloud, ScriptedPerson
from support.identity import TENANT, Desk, Reply, lying_provider
from support.practice_desk import PracticeDesk, practice_desk
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import UserName
from tenantdock.domain.errors import NetworkTrouble, OtherCloud, UnknownDomain
from tenantdock.domain.signin import Realm, RealmKind
from tenantdock.identity.prompt_login import PromptLogin


@pytest.fixture
def desk(cloud: PracticeCloud) -> Iterator[PracticeDesk]:
    with practice_desk(cloud, ScriptedPerson("admin@northwind.example")) as made:
        yield made


def realm(desk: PracticeDesk, user: str) -> Realm:
    return desk.identity.realm(desk.cloud.cloud, UserName.parse(user), Cancel())


def test_a_realm_says_all_that_the_sign_in_service_knows(desk: PracticeDesk) -> None:
    found = realm(desk, "admin@fabrikam.example")
    assert (found.kind, found.brand, found.protocol) == (RealmKind.FEDERATED, "Fabrikam", "WSTrust")
    assert found.tenant_id == desk.cloud.tenant_id("fabrikam.example")
    assert found.sts_url == f"{desk.cloud.page}sts/fabrikam.example/ls"  # without the user's name
    assert (found.sts, found.cloud_host) == ("localhost", "practice.example")
    managed = realm(desk, "admin@northwind.example")
    assert (managed.kind, managed.brand) == (RealmKind.MANAGED, "Northwind Traders")
    assert managed.tenant_id == desk.cloud.tenant_id("northwind.example")
    assert (managed.sts, managed.sts_url, managed.protocol) == ("", "", "")
    assert realm(desk, "a@nowhere.example").kind is RealmKind.UNKNOWN


@pytest.mark.parametrize("user", ["admin@fabrikam.example", "admin@northwind.example", "someone@treasury.example"])
def test_msal_reads_the_same_from_the_practice_cloud(desk: PracticeDesk, user: str) -> None:
    client = desk.cloud.trusting()
    authority = Authority(f"{desk.cloud.authority}/common", client, instance_discovery=False)
    authority.instance = desk.cloud.authority.removeprefix("https://")  # msal leaves the port out: Entra has none
    told = authority.user_realm_discovery(user)
    found = realm(desk, user)
    assert told["account_type"] == found.kind.value
    assert told["cloud_instance_name"] == found.cloud_host
    assert told.get("federation_protocol", "") == found.protocol


def test_what_is_known_is_not_asked_again_and_what_failed_is(desk: PracticeDesk) -> None:
    first = realm(desk, "admin@fabrikam.example")
    assert 3500 < first.known_until - desk.clock.now() <= 3600
    before = len(desk.cloud.requests(side="tls"))
    assert realm(desk, "Admin@Fabrikam.Example").known_until == first.known_until
    assert len(desk.cloud.requests(side="tls")) == before
    desk.clock.ahead = 3700
    assert realm(desk, "admin@fabrikam.example").known_until > first.known_until + 3600
    assert len(desk.cloud.requests(side="tls")) > before
    desk.cloud.fault("contoso.example", "server-error", status=503, at="realm")
    unknown = realm(desk, "admin@contoso.example")
    assert (unknown.kind, unknown.known_until) == (RealmKind.UNKNOWN, 0.0)
    desk.cloud.clear()
    assert realm(desk, "admin@contoso.example").kind is RealmKind.MANAGED


def test_a_realm_is_known_although_its_tenant_is_not_found(desk: PracticeDesk) -> None:
    desk.cloud.fault("contoso.example", "server-error", status=503, at="discovery")
    found = realm(desk, "admin@contoso.example")
    assert (found.kind, found.tenant_id) == (RealmKind.MANAGED, "")


@pytest.mark.parametrize(
    ("domain", "host", "sub_scope"),
    [
        ("treasury.example", "login.microsoftonline.us", "DODCON"),
        ("navy.example", "login.microsoftonline.us", "DOD"),
        ("changan.example", "login.partner.microsoftonline.cn", ""),
    ],
)
def test_a_domain_of_another_cloud_says_which(desk: PracticeDesk, domain: str, host: str, sub_scope: str) -> None:
    with pytest.raises(OtherCloud) as told:
        desk.identity.tenant_of(desk.cloud.cloud, domain, Cancel())
    assert (told.value.host, told.value.sub_scope) == (host, sub_scope)
    assert host in told.value.message
    found = realm(desk, f"anna@{domain}")
    assert f"login.{found.cloud_host}" == host
    assert found.tenant_id == ""


def test_a_domain_of_no_cloud_is_just_unknown(desk: PracticeDesk) -> None:
    with pytest.raises(UnknownDomain) as told:
        desk.identity.tenant_of(desk.cloud.cloud, "nowhere.example", Cancel())
    assert not isinstance(told.value, OtherCloud)
    desk.cloud.fault("contoso.example", "reset", at="discovery")
    with pytest.raises(NetworkTrouble):
        desk.identity.tenant_of(desk.cloud.cloud, "contoso.example", Cancel())


def prompt(desk: PracticeDesk, user: str) -> PromptLogin:
    realms = desk.identity._realms
    return realms.prompt_login(desk.ask(user), realm(desk, user), Cancel())


def test_what_a_new_sign_in_becomes_is_seen_without_going_there(desk: PracticeDesk) -> None:
    assert prompt(desk, "admin@fabrikam.example") is PromptLogin.PASSWORD
    assert prompt(desk, "admin@tailspin.example") is PromptLogin.WEAK
    assert prompt(desk, "admin@northwind.example") is PromptLogin.UNKNOWN
    entries = json.dumps(desk.cloud.requests())
    assert "/sts/" not in entries
    assert desk.cloud.prompts() == 0
    before = len(desk.cloud.requests(side="tls"))
    assert prompt(desk, "admin@tailspin.example") is PromptLogin.WEAK
    assert len(desk.cloud.requests(side="tls")) == before


@pytest.mark.parametrize(
    ("cloud_id", "sub_scope", "other"),
    [("usgov", "DOD", True), ("usdod", "DODCON", True), ("usgov", "DODCON", False), ("usdod", "", False), ("public", "DOD", False)],
)
def test_clouds_that_share_a_sign_in_service_are_told_apart(cloud_id: str, sub_scope: str, *, other: bool) -> None:
    with lying_provider() as provider:
        root = f"{provider.cloud.authority}/{TENANT}/oauth2/v2.0"
        provider.discovery = Reply({"token_endpoint": f"{root}/token", "tenant_region_sub_scope": sub_scope})
        there = replace(provider.cloud, id=cloud_id)
        identity = Desk(provider).identity
        for _ in range(2):  # asked, and from memory
            if other:
                with pytest.raises(OtherCloud) as told:
                    identity.tenant_of(there, "navy.example", Cancel())
                assert told.value.sub_scope == sub_scope
            else:
                assert identity.tenant_of(there, "navy.example", Cancel()) == TENANT
        assert len(provider.gets) == 1
