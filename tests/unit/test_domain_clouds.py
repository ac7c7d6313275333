"""Clouds of one's own and client ids: what is accepted, how what is not is told, and what each service's registration needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenantdock.domain import services
from tenantdock.domain.clouds import BUILT_IN, CHINA, PUBLIC, US_DOD, US_GOV, Cloud, Clouds, CloudSettings
from tenantdock.domain.directory import Account
from tenantdock.domain.errors import BadInput
from tenantdock.domain.own_clouds import client_id, own_cloud
from tenantdock.domain.registrations import registration
from tenantdock.domain.settings import ProxyMode, ProxySettings
from tenantdock.domain.signin import TokenAsk

MINE = "0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e"
GRAPH = {"graph": "https://graph.example"}


def an_own(**changes: object) -> Cloud:
    return replace(own_cloud("Bleu", "https://login.bleu.example", GRAPH), **changes)


def test_a_cloud_is_tidied():
    cloud = own_cloud(
        "  Bleu \n",
        " https://Login.Bleu.example/ ",
        {"graph": " https://graph.bleu.example/ ", "azure": " ", "teams": "48ac35b8-9aa8-4d74-927d-1f4a14a0b239"},
        {"graph": "https://graph.bleu.example", "azure": ""},
    )
    assert cloud == Cloud(
        "own-login.bleu.example",
        "Bleu",
        "https://login.bleu.example",
        {"graph": "https://graph.bleu.example", "teams": "48ac35b8-9aa8-4d74-927d-1f4a14a0b239"},
        {"graph": "https://graph.bleu.example/"},
    )
    assert services.GRAPH.scopes(cloud) == ("https://graph.bleu.example/.default",)


def test_a_cloud_gets_the_same_id_everywhere_and_two_at_one_address_do_not_clash():
    first = own_cloud("A", "https://login.x.example:8443", GRAPH)
    assert first.id == own_cloud("Other name", "https://LOGIN.x.example:8443/", GRAPH).id == "own-login.x.example-8443"
    second = own_cloud("B", "https://login.x.example:8443", GRAPH, taken=[first.id])
    assert second.id == "own-login.x.example-8443-2"
    assert CloudSettings((first, second)).own == (first, second)


@pytest.mark.parametrize(
    "authority",
    [
        "",
        "login.example",
        "http://login.example",
        "https://login.example/common",
        "https://login.example?x=1",
        "https://login.example#x",
        "https://u:p@login.example",
        "https://login.example:99999",
        "https://lo gin.example",
        "https://login.example\\@evil.example",
        "https://[::1",
        "https://-",
        "https://a..b",
        "https://m\u00fcller.example",
    ],
)
def test_only_a_plain_https_origin_is_a_sign_in_address(authority):
    with pytest.raises(BadInput) as caught:
        own_cloud("X", authority, GRAPH)
    assert caught.value.field == "authority"
    assert caught.value.next_step


@pytest.mark.parametrize(
    "resource",
    [
        "graph.example",
        "http://graph.example",
        "https://graph.example/v1.0",
        "https://graph.example offline_access",
        "openid",
        "48ac35b8",
        "api://",
        "https://graph.example/.default",
    ],
)
def test_a_resource_is_an_origin_or_an_application(resource):
    with pytest.raises(BadInput) as caught:
        own_cloud("X", "https://login.example", {"graph": resource})
    assert caught.value.field == "resources.graph"


@pytest.mark.parametrize(
    "root",
    [
        "graph.example/",
        "http://graph.example/",
        "https://u@graph.example/",
        "https://graph.example/?x",
        "https://graph.example/a b/",
    ],
)
def test_an_api_root_is_an_https_address(root):
    with pytest.raises(BadInput) as caught:
        own_cloud("X", "https://login.example", GRAPH, {"graph": root})
    assert caught.value.field == "api_roots.graph"


def test_a_cloud_has_a_name_and_a_service():
    for name in ("", "  ", "x" * 81):
        with pytest.raises(BadInput) as caught:
            own_cloud(name, "https://login.example", GRAPH)
        assert caught.value.field == "name"
    with pytest.raises(BadInput) as caught:
        own_cloud("X", "https://login.example", {"graph": " "})
    assert caught.value.field == "resources.graph"


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "public"},
        {"id": "sandbox"},
        {"id": "own-"},
        {"id": "own-../x"},
        {"trust_anchor": "a CA"},
        {"authority": "https://LOGIN.bleu.example"},
        {"authority": "https://login.bleu.example#x"},
        {"client_ids": {"graph": MINE}},
        {"name": "x\ny"},
        {"name": PUBLIC.name.upper()},
        {"resources": {}},
        {"resources": {"Graph!": "https://graph.example"}},
        {"api_roots": {"graph": "https://graph.example"}},
    ],
)
def test_settings_take_no_cloud_that_could_pass_for_another_or_brings_its_own_ca(changes):
    cloud = an_own(**changes)
    with pytest.raises(BadInput):
        CloudSettings((cloud,))


def test_two_clouds_cannot_have_one_id_or_name():
    one = an_own()
    with pytest.raises(BadInput, match="same id"):
        CloudSettings((one, replace(one, name="Other")))
    with pytest.raises(BadInput, match="more than one cloud called"):
        CloudSettings((one, replace(one, id="own-x", name="BLEU")))


def test_own_clouds_come_after_the_built_in_ones_and_count_at_once():
    chosen = [CloudSettings()]
    clouds = Clouds(chosen=lambda: chosen[0])
    own = an_own()
    with pytest.raises(BadInput, match="not in the settings"):
        clouds.get(own.id)
    chosen[0] = CloudSettings((own,))
    assert list(clouds) == [*BUILT_IN, own]
    assert clouds.get(own.id) == own
    assert clouds.at("LOGIN.bleu.example") == (own,)
    assert clouds.at("login.microsoftonline.us") == (US_GOV, US_DOD)


def test_a_client_id_counts_for_its_service_and_cloud_alone():
    own = an_own()
    clouds = Clouds(chosen=lambda: CloudSettings((own,), {("public", "graph"): f" {{{MINE.upper()}}} ", (own.id, "teams"): MINE}))
    account = Account("0" * 32, "public", "anna@contoso.com")

    def asked_by(cloud_id: str, service: services.Service) -> str:
        return TokenAsk(clouds.get(cloud_id), "t", account, service).client_id

    assert asked_by("public", services.GRAPH) == MINE
    assert asked_by("public", services.AZURE) == services.AZURE.client_id
    assert asked_by("usgov", services.GRAPH) == services.GRAPH.client_id
    assert asked_by(own.id, services.TEAMS) == MINE


@pytest.mark.parametrize("text", ["", "graph", MINE[:-1], MINE + "0", "0" * 32, f"{MINE} x", MINE.replace("0", "\u0660")])
def test_only_a_guid_is_a_client_id(text):
    with pytest.raises(BadInput) as caught:
        client_id(text)
    assert caught.value.field == "client_id"
    with pytest.raises(BadInput):
        CloudSettings((), {("public", "graph"): text})


def test_every_cloud_says_what_it_has():
    has = {cloud.id: set(cloud.resources) for cloud in BUILT_IN}
    every = {service.key for service in services.ALL}
    assert has == {"public": every, "usgov": every, "usdod": every, "china": every - {"teams"}}
    for cloud in BUILT_IN:
        assert all(value.startswith("https://") or key == "teams" for key, value in cloud.resources.items())
        assert {"graph", "azure"} == set(cloud.api_roots)
    # A token for one national cloud must never be asked for at another's service
    hosts = [cloud.resources["graph"] for cloud in BUILT_IN]
    assert len(set(hosts)) == len(hosts)
    assert all(".us" in value or "usgov" in value for c in (US_GOV, US_DOD) for k, value in c.resources.items() if k != "teams")
    assert all(value.endswith(".cn") for value in CHINA.resources.values())


def test_without_a_setting_the_clients_are_those_of_microsofts_own_modules():
    """The project's facts, "Client ids", which give the modules that they were read in."""
    assert {service.key: service.client_id for service in services.ALL} == {
        "graph": "14d82eec-204b-4c2f-b7e8-296a70dab67e",
        "azure": "1950a258-227b-4e31-a9cf-717495945fc2",
        "exchange": "fb78d390-0c51-40cd-8e17-fdbfab77341b",
        "compliance": "fb78d390-0c51-40cd-8e17-fdbfab77341b",
        "teams": "12128f48-ec9e-42f0-b203-ea49fb6af367",
    }


@pytest.mark.parametrize("cloud", [*BUILT_IN, an_own()], ids=lambda cloud: cloud.id)
@pytest.mark.parametrize("service", services.ALL, ids=lambda service: service.key)
def test_each_field_says_what_a_registration_needs(cloud, service):
    found = registration(service, cloud)
    assert found.default_id == service.client_id
    assert found.default_name.startswith("Microsoft")
    text = " ".join(found.steps)
    for needed in (
        cloud.name,
        "http://localhost",
        "public client flows",
        "ms-appx-web://Microsoft.AAD.BrokerPlugin/",
        "multitenant",
    ):
        assert needed in text
    assert found.permissions
    assert all(p.api in text and p.name in text for p in found.permissions)
    assert found.portal.startswith("https://") or cloud.id.startswith("own-")
    assert found.portal in text


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("host", {"host": "http://proxy"}),
        ("host", {"host": ""}),
        ("port", {"port": 0}),
        ("port", {"port": 65536}),
        ("bypass", {"bypass": ("a b",)}),
        ("bypass", {"bypass": ("",)}),
        ("bypass", {"bypass": ("x\n",)}),
    ],
)
def test_proxy_settings_name_the_field_that_is_wrong(field, change):
    with pytest.raises(BadInput) as caught:
        ProxySettings(**{"mode": ProxyMode.MANUAL, "host": "proxy.example", **change})
    assert caught.value.field == field


def test_the_clients_of_a_cloud_are_those_that_count_now():
    cloud = Clouds(chosen=lambda: CloudSettings((), {("public", "graph"): MINE})).get("public")
    expected = {service.client_id for service in services.ALL if service is not services.GRAPH} | {MINE}
    assert services.clients(cloud) == expected
    assert services.GRAPH.client_id in services.clients(PUBLIC)
