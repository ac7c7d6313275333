"""Unmodified msal against the running practice cloud."""
# fixtures are imported, and then asked for by name

from __future__ import annotations

import threading
import time

import jwt
import msal
import pytest

from support.cloud import ScriptedPerson, Stopped
from support.signing_in import CODE, GRAPH_SCOPE, REDIRECT, app, sign_in
from tenantdock.domain.services import ALL, AZURE, EXCHANGE, GRAPH

# msal asks for form_post with a warning; the other modes are ours to show all the same
pytestmark = pytest.mark.filterwarnings("ignore:response_mode='form_post':UserWarning")


def read(token):
    return jwt.decode(token, options={"verify_signature": False})


@pytest.mark.parametrize("mode", ["query", "fragment", "form_post"])
def test_code_flow_signs_in_a_managed_user(cloud, mode):
    tenant = cloud.tenant_id("northwind.example")
    result = sign_in(app(cloud, tenant), ScriptedPerson("admin@northwind.example"), response_mode=mode)
    assert "error" not in result, result
    claims = read(result["access_token"])
    assert claims["tid"] == tenant
    assert claims["upn"] == "admin@northwind.example"
    assert claims["aud"] == "https://graph.practice.example"
    assert claims["appid"] == GRAPH.client_id
    assert claims["scp"].split()
    assert "idp" not in claims
    assert claims["exp"] - claims["iat"] == result["expires_in"] == 3600
    assert result["id_token_claims"]["preferred_username"] == "admin@northwind.example"
    assert result["id_token_claims"]["aud"] == GRAPH.client_id
    assert result["id_token_claims"]["iss"] == f"{cloud.authority}/{tenant}/v2.0"


def test_the_tokens_signature_is_that_of_the_published_key(cloud):
    result = sign_in(app(cloud, "northwind.example"), ScriptedPerson("admin@northwind.example"))
    published = cloud.trusting().get(f"{cloud.authority}/common/discovery/v2.0/keys").json()
    key = next(key for key in published["keys"] if key["kid"] == jwt.get_unverified_header(result["access_token"])["kid"])
    assert "d" not in key
    for token, audience in ((result["access_token"], "https://graph.practice.example"), (result["id_token"], GRAPH.client_id)):
        claims = jwt.decode(token, jwt.PyJWK(key).key, algorithms=["RS256"], audience=audience)
        assert claims["tid"] == cloud.tenant_id("northwind.example")


def test_msal_by_domain_knows_the_tenants_guid(cloud):
    assert app(cloud, "northwind.example").authority.tenant == cloud.tenant_id("northwind.example")
    assert app(cloud, "northwind.onpractice.example").authority.tenant == cloud.tenant_id("northwind.example")


@pytest.mark.parametrize("anywhere", ["common", "organizations"])
def test_anywhere_means_the_persons_home(cloud, anywhere):
    result = sign_in(app(cloud, anywhere), ScriptedPerson("admin@contoso.example"))
    assert read(result["access_token"])["tid"] == cloud.tenant_id("contoso.example")


def test_an_unknown_tenant_has_no_configuration(cloud):
    with pytest.raises(ValueError, match="Unable to get authority configuration"):
        app(cloud, "nowhere.example")
    answer = cloud.trusting().get(f"{cloud.authority}/nowhere.example/v2.0/.well-known/openid-configuration")
    assert (answer.status_code, answer.json()["error"], answer.json()["error_codes"]) == (400, "invalid_tenant", [90002])


def test_one_person_is_member_guest_and_partner_with_an_object_id_for_each(cloud):
    pia, own = ScriptedPerson("pia@nordlicht.example"), cloud.account("pia@nordlicht.example")
    cache, seen = msal.TokenCache(), {}
    for domain in ("nordlicht.example", "adatum.example", "contoso.example"):
        client = app(cloud, cloud.tenant_id(domain), token_cache=cache)
        result = sign_in(client, pia, login_hint=pia.user)
        assert "error" not in result, result
        seen[domain] = read(result["access_token"])
        assert result["id_token_claims"]["preferred_username"] == pia.user
        (account,) = client.get_accounts()
        assert account["home_account_id"] == own["homeAccountId"]
    assert len({claims["oid"] for claims in seen.values()}) == 3
    assert seen["nordlicht.example"]["oid"] == own["homeAccountId"].split(".")[0]
    home = f"{cloud.authority}/{cloud.tenant_id('nordlicht.example')}/"
    assert "idp" not in seen["nordlicht.example"]
    assert seen["adatum.example"]["idp"] == seen["contoso.example"]["idp"] == home
    assert seen["adatum.example"]["upn"] == "pia_nordlicht.example#EXT#@adatum.onpractice.example"
    assert cloud.prompts() == 3
    assert pia.seen.count("password") == 1


def test_one_refresh_token_serves_every_tenant_of_its_person(cloud):
    cache = msal.TokenCache()
    sign_in(app(cloud, cloud.tenant_id("nordlicht.example"), token_cache=cache), ScriptedPerson("pia@nordlicht.example"))
    domains = [place["tenant"] for place in cloud.account("pia@nordlicht.example")["places"]]
    assert len(domains) >= 15
    for domain in domains:
        client = app(cloud, cloud.tenant_id(domain), token_cache=cache)
        result = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0])
        assert "error" not in result, result
        assert read(result["access_token"])["tid"] == cloud.tenant_id(domain)
    assert cloud.prompts() == 1


def test_a_tenant_in_which_the_person_is_not_refuses_the_refresh_token(cloud):
    cache = msal.TokenCache()
    sign_in(app(cloud, cloud.tenant_id("nordlicht.example"), token_cache=cache), ScriptedPerson("pia@nordlicht.example"))
    client = app(cloud, cloud.tenant_id("wingtip.example"), token_cache=cache)
    result = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0])
    assert result["error"] == "invalid_grant"
    assert result["error_codes"] == [50020]


def test_refresh_tokens_rotate(cloud):
    client = app(cloud, "northwind.example")
    first = sign_in(client, ScriptedPerson("admin@northwind.example"))["refresh_token"]
    second = client.acquire_token_by_refresh_token(first, [GRAPH_SCOPE])
    third = client.acquire_token_by_refresh_token(second["refresh_token"], [GRAPH_SCOPE])
    assert len({first, second["refresh_token"], third["refresh_token"]}) == 3
    assert read(third["access_token"])["upn"] == "admin@northwind.example"


def test_a_refresh_token_is_for_its_client(cloud):
    token = sign_in(app(cloud, "northwind.example"), ScriptedPerson("admin@northwind.example"))["refresh_token"]
    result = app(cloud, "northwind.example", AZURE.client_id).acquire_token_by_refresh_token(
        token, ["https://azure.practice.example/.default"]
    )
    assert (result["error"], result["error_codes"]) == ("invalid_grant", [700005])


@pytest.mark.parametrize(("change", "number"), [({"disabled": True}, 50057), ({"revoke": True}, 50173), ({"expire": True}, 700082)])
def test_a_refresh_token_ends_with_what_it_stands_for(cloud, change, number):
    client = app(cloud, "northwind.example")
    token = sign_in(client, ScriptedPerson("admin@northwind.example"))["refresh_token"]
    cloud.person("admin@northwind.example", **change)
    result = client.acquire_token_by_refresh_token(token, [GRAPH_SCOPE])
    assert (result["error"], result["error_codes"]) == ("invalid_grant", [number])


def test_revoked_sign_ins_are_over_in_the_browser_too_and_can_be_done_again(cloud):
    person, client = ScriptedPerson("admin@northwind.example"), app(cloud, "northwind.example")
    sign_in(client, person)
    cloud.person(person.user, revoke=True)
    token = sign_in(client, person)["refresh_token"]
    assert person.seen.count("password") == 2
    assert "error" not in client.acquire_token_by_refresh_token(token, [GRAPH_SCOPE])


def test_an_invented_refresh_token_is_refused(cloud):
    result = app(cloud, "northwind.example").acquire_token_by_refresh_token("1.invented", [GRAPH_SCOPE])
    assert result["error"] == "invalid_grant"


def test_each_service_of_the_product_has_its_client_and_its_resource(cloud):
    person = ScriptedPerson("admin@contoso.example")
    for service in ALL:
        scopes = list(service.scopes(cloud.cloud))
        result = sign_in(app(cloud, "contoso.example", service.client_id), person, scopes)
        assert "error" not in result, (service, result)
        assert read(result["access_token"])["aud"] == cloud.cloud.resources[service.key]
        assert read(result["access_token"])["appid"] == service.client_id
    assert person.seen.count("password") == 1


def test_a_client_gets_no_token_for_a_resource_it_is_not_authorised_for(cloud):
    result = sign_in(app(cloud, "contoso.example"), ScriptedPerson("admin@contoso.example"), list(EXCHANGE.scopes(cloud.cloud)))
    assert "AADSTS65002" in result["error_description"]


def test_a_code_is_good_for_one_use_with_its_verifier_at_its_address(cloud):
    client, person = app(cloud, "northwind.example"), ScriptedPerson("admin@northwind.example")
    flow = client.initiate_auth_code_flow([GRAPH_SCOPE], redirect_uri=REDIRECT)
    answer = person.sign_in(flow["auth_uri"])
    assert "access_token" in client.acquire_token_by_auth_code_flow(flow, answer)
    fresh = app(cloud, "northwind.example")
    assert fresh.acquire_token_by_auth_code_flow(flow, answer)["error_codes"] == [54005]
    for change, number in (({"code_verifier": "x" * 43}, 501481), ({"redirect_uri": "http://localhost:1"}, 500112)):
        flow = client.initiate_auth_code_flow([GRAPH_SCOPE], redirect_uri=REDIRECT)
        answer = person.sign_in(flow["auth_uri"])
        refused = app(cloud, "northwind.example").acquire_token_by_auth_code_flow({**flow, **change}, answer)
        assert (refused["error"], refused["error_codes"]) == ("invalid_grant", [number])


def test_refusals_have_the_shape_of_entras(cloud):
    answer = cloud.trusting().post(
        f"{cloud.authority}/northwind.example/oauth2/v2.0/token",
        data={"grant_type": "refresh_token", "client_id": GRAPH.client_id, "refresh_token": "1.x", "scope": GRAPH_SCOPE},
        headers={"client-request-id": "0f3f7a52-0000-4000-8000-000000000001"},
    )
    told = answer.json()
    assert answer.status_code == 400
    assert CODE.match(told["error_description"])
    assert "Trace ID: " in told["error_description"]
    assert "Timestamp: " in told["error_description"]
    assert told["correlation_id"] == "0f3f7a52-0000-4000-8000-000000000001"
    assert {"error", "error_codes", "timestamp", "trace_id", "suberror"} <= told.keys()
    assert answer.headers["cache-control"].startswith("no-store")


@pytest.mark.parametrize(
    ("change", "number", "error"),
    [
        ({"client_id": "00000000-0000-4000-8000-000000000000"}, 700016, "unauthorized_client"),
        ({"client_id": ""}, 900144, "invalid_request"),
        ({"grant_type": "password"}, 70003, "unsupported_grant_type"),
        ({"grant_type": ""}, 900144, "invalid_request"),
        ({"refresh_token": ""}, 900144, "invalid_request"),
        ({"scope": "https://graph.practice.example/.default https://azure.practice.example/.default"}, 28000, "invalid_request"),
        ({"scope": "https://nothing.practice.example/.default"}, 500011, "invalid_resource"),
        ({"scope": "https://graph.practice.example/Nonsense"}, 70011, "invalid_scope"),
        ({"claims": "{not json"}, 90023, "invalid_request"),
        ({"claims": '{"access_token":[]' + "[" * 5000}, 90023, "invalid_request"),
    ],
)
def test_bad_token_requests(cloud, change, number, error):
    token = sign_in(app(cloud, "northwind.example"), ScriptedPerson("admin@northwind.example"))["refresh_token"]
    good = {"grant_type": "refresh_token", "client_id": GRAPH.client_id, "refresh_token": token, "scope": GRAPH_SCOPE}
    answer = cloud.trusting().post(f"{cloud.authority}/northwind.example/oauth2/v2.0/token", data=good | change)
    assert (answer.json()["error"], answer.json()["error_codes"]) == (error, [number])


def test_device_code_end_to_end(cloud):
    client, person = app(cloud, "northwind.example"), ScriptedPerson("admin@northwind.example")
    flow = client.initiate_device_flow([GRAPH_SCOPE])
    assert flow["user_code"] in flow["message"]
    results = []
    waiting = threading.Thread(target=lambda: results.append(client.acquire_token_by_device_flow(flow)))
    waiting.start()
    page = person.type_code(flow["verification_uri"], flow["user_code"].lower())
    waiting.join(20)
    assert page.name == "done"
    assert read(results[0]["access_token"])["upn"] == person.user
    assert cloud.requests(grant="device_code")


def test_device_code_that_is_declined_or_wrong(cloud):
    client = app(cloud, "northwind.example")
    flow = client.initiate_device_flow([GRAPH_SCOPE])
    assert client.acquire_token_by_device_flow(flow, exit_condition=lambda flow: True)["error"] == "authorization_pending"
    page = ScriptedPerson("admin@northwind.example", agrees=False).type_code(flow["verification_uri"], flow["user_code"])
    assert page.name == "done"
    refused = client.acquire_token_by_device_flow(flow, exit_condition=lambda flow: True)
    assert refused["error"] == "authorization_declined"
    wrong = ScriptedPerson("admin@northwind.example").type_code(flow["verification_uri"], "BBBBBBBBB")
    assert wrong.name == "device"
    assert "not right" in wrong.text


def test_a_device_code_asks_before_it_takes_whoever_is_signed_in(cloud):
    person, client = ScriptedPerson("admin@northwind.example"), app(cloud, "northwind.example")
    sign_in(client, person)
    person.seen.clear()
    flow = client.initiate_device_flow([GRAPH_SCOPE])
    assert person.type_code(flow["verification_uri"], flow["user_code"]).name == "done"
    assert person.seen[:2] == ["picker", "device"]


def test_consent_is_asked_once_per_tenant(cloud):
    own = next(client["id"] for client in cloud.people()["clients"] if client["consent"])
    pia = ScriptedPerson("pia@nordlicht.example")
    for _ in range(2):
        for domain in ("contoso.example", "litware.example"):
            assert "access_token" in sign_in(app(cloud, domain, own), pia, login_hint=pia.user)
    assert pia.seen.count("consent") == 2
    cache = msal.TokenCache()
    sign_in(app(cloud, "contoso.example", own, token_cache=cache), pia, login_hint=pia.user)
    client = app(cloud, "proseware.example", own, token_cache=cache)
    refused = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0])
    assert refused["error_codes"] == [65001]
    assert refused["classification"] == "consent_required"


def test_consent_declined(cloud):
    own = next(client["id"] for client in cloud.people()["clients"] if client["consent"])
    refused = sign_in(app(cloud, "contoso.example", own), ScriptedPerson("admin@contoso.example", agrees=False))
    assert refused["error"] == "access_denied"
    assert "AADSTS65004" in refused["error_description"]


def test_a_second_factor_is_asked_once_and_needed_for_silence(cloud):
    person, client = ScriptedPerson("mfa@northwind.example"), app(cloud, "northwind.example")
    result = sign_in(client, person)
    assert read(result["access_token"])["amr"] == ["pwd", "mfa"]
    sign_in(client, person)
    assert person.seen.count("factor") == 1
    with pytest.raises(Stopped, match="500121"):
        sign_in(client, ScriptedPerson("mfa@northwind.example", factor="000000"))


def test_an_authentication_context_steps_up(cloud):
    asked = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    person, client = ScriptedPerson("admin@northwind.example"), app(cloud, cloud.tenant_id("northwind.example"))
    sign_in(client, person)
    refused = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0], claims_challenge=asked)
    assert (refused["error"], refused["error_codes"]) == ("interaction_required", [50076])
    stronger = sign_in(client, person, claims_challenge=asked)
    assert read(stronger["access_token"])["acrs"] == ["c1"]
    assert person.seen.count("factor") == 1
    again = client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0], claims_challenge=asked)
    assert read(again["access_token"])["acrs"] == ["c1"]


def test_client_capabilities_reach_the_token(cloud):
    client = app(cloud, "northwind.example", client_capabilities=["CP1"])
    result = sign_in(client, ScriptedPerson("admin@northwind.example"))
    assert read(result["access_token"])["xms_cc"] == ["CP1"]


def test_max_age_and_auth_time(cloud):
    person, client = ScriptedPerson("admin@northwind.example"), app(cloud, "northwind.example")
    sign_in(client, person)
    sign_in(client, person, max_age=3600)
    assert person.seen.count("password") == 1
    time.sleep(1.1)
    result = sign_in(client, person, max_age=1)
    assert person.seen.count("password") == 2
    assert time.time() - result["id_token_claims"]["auth_time"] < 30


def test_user_realm_of_msal_and_of_both_versions(cloud):
    http = cloud.trusting()

    def realm(user, version):
        return http.get(f"{cloud.authority}/common/userrealm/{user}?api-version={version}").json()

    assert realm("admin@northwind.example", "1.0")["account_type"] == "Managed"
    federated = realm("admin@fabrikam.example", "1.0")
    assert (federated["account_type"], federated["federation_protocol"]) == ("Federated", "WSTrust")
    assert realm("a@nowhere.example", "1.0")["account_type"] == "Unknown"
    assert realm("admin@northwind.example", "2.1")["FederationBrandName"] == "Northwind Traders"
    newer = realm("Admin@Fabrikam.Example", "2.1")
    assert newer["NameSpaceType"] == "Federated"
    assert newer["AuthURL"].startswith(f"{cloud.page}sts/fabrikam.example/")
    assert realm("a@nowhere.example", "2.1")["NameSpaceType"] == "Unknown"


def test_sign_out_ends_the_browsers_sessions(cloud):
    person, client = ScriptedPerson("admin@northwind.example"), app(cloud, "northwind.example")
    sign_in(client, person)
    configuration = cloud.trusting().get(f"{cloud.authority}/common/v2.0/.well-known/openid-configuration")
    out = person.browser.get(configuration.json()["end_session_endpoint"], timeout=10)
    assert "signed out" in out.text
    sign_in(client, person)
    assert person.seen.count("password") == 2
