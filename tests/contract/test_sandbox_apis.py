"""Graph-lite and ARM-lite: what they tell, and which tokens they refuse."""
# fixtures are imported, and then asked for by name

from __future__ import annotations

import base64
import json
import re
import time

import msal

from support.cloud import ScriptedPerson
from support.signing_in import AZURE_SCOPE, GRAPH_SCOPE, app, sign_in
from tenantdock.domain.services import AZURE

RELATIONSHIPS = "v1.0/tenantRelationships/delegatedAdminRelationships"


def token_of(cloud, user, tenant, **more):
    return sign_in(app(cloud, tenant, **more), ScriptedPerson(user))["access_token"]


def ask(cloud, url, token="", **query):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return cloud.trusting().get(url, params=query, headers=headers)


def azure_token(cloud, user, tenant):
    return sign_in(app(cloud, tenant, AZURE.client_id), ScriptedPerson(user), [AZURE_SCOPE])["access_token"]


def test_graph_says_who_and_where(cloud):
    token = token_of(cloud, "admin@northwind.example", "northwind.example")
    me = ask(cloud, f"{cloud.graph}v1.0/me", token).json()
    assert me["userPrincipalName"] == "admin@northwind.example"
    assert me["id"] == cloud.account("admin@northwind.example")["homeAccountId"].split(".")[0]
    (organization,) = ask(cloud, f"{cloud.graph}v1.0/organization", token).json()["value"]
    assert organization["displayName"] == "Northwind Traders"
    assert organization["id"] == cloud.tenant_id("northwind.example")
    assert [domain["name"] for domain in organization["verifiedDomains"] if domain["isDefault"]] == ["northwind.example"]


def test_graph_tells_the_target_tenant_for_a_guest(cloud):
    token = token_of(cloud, "pia@nordlicht.example", "adatum.example")
    assert "#EXT#" in ask(cloud, f"{cloud.graph}v1.0/me", token).json()["userPrincipalName"]
    assert ask(cloud, f"{cloud.graph}v1.0/organization", token).json()["value"][0]["displayName"] == "Adatum Corporation"


def test_graph_selects_properties(cloud):
    token = token_of(cloud, "admin@northwind.example", "northwind.example")
    me = ask(cloud, f"{cloud.graph}v1.0/me", token, **{"$select": "id,displayName"}).json()
    assert me.keys() == {"@odata.context", "id", "displayName"}
    assert ask(cloud, f"{cloud.graph}v1.0/me", token, **{"$select": "nonsense"}).status_code == 400
    assert ask(cloud, f"{cloud.graph}v1.0/nothing", token).status_code == 404


def test_relationships_come_in_pages_and_can_be_filtered(cloud):
    token = token_of(cloud, "pia@nordlicht.example", "nordlicht.example")
    found, url, pages = [], f"{cloud.graph}{RELATIONSHIPS}?$top=4&$filter=status eq 'active'", 0
    while url:
        answer = ask(cloud, url, token).json()
        assert len(answer["value"]) <= 4
        found, url, pages = found + answer["value"], answer.get("@odata.nextLink"), pages + 1
    assert pages == 4
    assert len({entry["customer"]["tenantId"] for entry in found}) == len(found) == 15
    assert {entry["status"] for entry in found} == {"active"}
    everything = ask(cloud, f"{cloud.graph}{RELATIONSHIPS}", token, **{"$top": "300"}).json()
    assert len(everything["value"]) == 17
    assert "@odata.nextLink" not in everything
    assert "@odata.nextLink" in ask(cloud, f"{cloud.graph}{RELATIONSHIPS}", token).json()
    for bad in ({"$top": "0"}, {"$top": "x"}, {"$filter": "displayName eq 'x'"}, {"$skiptoken": "-1"}):
        assert ask(cloud, f"{cloud.graph}{RELATIONSHIPS}", token, **bad).status_code == 400


def test_a_customer_has_no_customers(cloud):
    token = token_of(cloud, "pia@nordlicht.example", "contoso.example")
    assert ask(cloud, f"{cloud.graph}{RELATIONSHIPS}", token).json()["value"] == []


def test_arm_lists_the_persons_tenants_in_pages(cloud):
    token = azure_token(cloud, "pia@nordlicht.example", "nordlicht.example")
    first = ask(cloud, f"{cloud.azure}tenants", token, **{"api-version": "2022-12-01"}).json()
    second = ask(cloud, first["nextLink"], token).json()
    tenants = {entry["tenantId"]: entry["tenantCategory"] for entry in first["value"] + second["value"]}
    assert tenants == {
        place["tenantId"]: "ManagedBy" if place["kind"] == "partner" else "Home"
        for place in cloud.account("pia@nordlicht.example")["places"]
    }
    assert ask(cloud, f"{cloud.azure}tenants", token).json()["error"]["code"] == "MissingApiVersionParameter"


def refused_by_graph(cloud, token):
    answer = ask(cloud, f"{cloud.graph}v1.0/me", token)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="", authorization_uri="')
    assert answer.json()["error"]["code"] == "InvalidAuthenticationToken"
    return answer.json()["error"]["message"]


def test_graph_without_a_token(cloud):
    assert "empty" in refused_by_graph(cloud, "")


def test_a_token_for_another_audience(cloud):
    assert "audience" in refused_by_graph(cloud, azure_token(cloud, "admin@northwind.example", "northwind.example"))
    graph = token_of(cloud, "admin@northwind.example", "northwind.example")
    answer = ask(cloud, f"{cloud.azure}tenants", graph, **{"api-version": "2022-12-01"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "InvalidAuthenticationTokenAudience")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_an_expired_token(cloud):
    cloud.fault("northwind.example", "token-lifetime", seconds=10)
    token = token_of(cloud, "admin@northwind.example", "northwind.example")
    assert ask(cloud, f"{cloud.graph}v1.0/me", token).status_code == 200
    # The cloud's clock goes on instead of the test's waiting
    cloud.fault("northwind.example", "clock-skew", seconds=11)
    assert "expired" in refused_by_graph(cloud, token)
    azure = azure_token(cloud, "admin@northwind.example", "northwind.example")
    cloud.fault("northwind.example", "clock-skew", seconds=30)
    answer = ask(cloud, f"{cloud.azure}tenants", azure, **{"api-version": "2022-12-01"})
    assert answer.json()["error"]["code"] == "ExpiredAuthenticationToken"


def test_a_token_that_is_not_valid_yet(cloud):
    cloud.fault("northwind.example", "clock-skew", seconds=300)
    token = token_of(cloud, "admin@northwind.example", "northwind.example")
    cloud.clear()
    assert "not valid yet" in refused_by_graph(cloud, token)


def _changed(token, **claims):
    header, body, signature = token.split(".")
    told = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))) | claims
    body = base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()
    return f"{header}.{body}.{signature}"


def test_a_token_that_was_changed_or_made_up(cloud):
    token = token_of(cloud, "admin@northwind.example", "northwind.example")
    header, body, signature = token.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode()
    flipped = ("A" if signature[10] != "A" else "B").join((signature[:10], signature[11:]))
    for bad in (
        _changed(token, tid=cloud.tenant_id("contoso.example")),
        _changed(token, exp=int(time.time()) + 99_999),
        f"{header}.{body}.{flipped}",
        f"{header}.{body}.",
        f"{none}.{body}.",
        "not a token",
    ):
        assert "signature" in refused_by_graph(cloud, bad)


def test_a_token_of_another_practice_cloud_is_refused(cloud):
    from support.cloud import PracticeCloud  # noqa: PLC0415

    other = PracticeCloud()
    try:
        token = token_of(other, "admin@northwind.example", "northwind.example")
    finally:
        other.stop()
    assert "signature" in refused_by_graph(cloud, token)


def test_a_claims_challenge_that_a_new_token_answers(cloud):
    tenant = cloud.tenant_id("northwind.example")
    client = app(cloud, tenant, client_capabilities=["CP1"])
    token = sign_in(client, ScriptedPerson("admin@northwind.example"))["access_token"]
    cloud.fault(tenant, "claims-challenge")
    answer = ask(cloud, f"{cloud.graph}v1.0/me", token)
    challenge = answer.headers["WWW-Authenticate"]
    assert 'error="insufficient_claims"' in challenge
    claims = base64.b64decode(re.search(r'claims="([^"]+)"', challenge)[1]).decode()
    assert "nbf" in json.loads(claims)["access_token"]
    time.sleep(1.1)  # tokens carry whole seconds
    renewed = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0], claims_challenge=claims)
    assert ask(cloud, f"{cloud.graph}v1.0/me", renewed["access_token"]).status_code == 200


def test_a_claims_challenge_that_a_person_has_to_answer(cloud):
    tenant = cloud.tenant_id("northwind.example")
    person, cache = ScriptedPerson("admin@northwind.example"), msal.SerializableTokenCache()
    client = app(cloud, tenant, client_capabilities=["CP1"], token_cache=cache)
    token = sign_in(client, person)["access_token"]
    cloud.fault(tenant, "claims-challenge", interactive=1)
    challenge = ask(cloud, f"{cloud.graph}v1.0/me", token).headers["WWW-Authenticate"]
    claims = base64.b64decode(re.search(r'claims="([^"]+)"', challenge)[1]).decode()
    refused = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0], claims_challenge=claims)
    assert (refused["error"], refused["error_codes"]) == ("interaction_required", [50076])
    time.sleep(1.1)
    token = sign_in(client, person, claims_challenge=claims, prompt="login", login_hint=person.user)["access_token"]
    assert ask(cloud, f"{cloud.graph}v1.0/me", token).status_code == 200
