"""Each fault, seen through unmodified msal."""
# fixtures are imported, and then asked for by name

from __future__ import annotations

import email.utils
import json
import os
import socket
import ssl
import time
from urllib.parse import urlsplit

import jwt
import msal
import pytest
import requests

from support.cloud import ScriptedPerson
from support.person import read
from support.signing_in import GRAPH_SCOPE, app, sign_in

NORTHWIND, USER = "northwind.example", "admin@northwind.example"


@pytest.fixture
def client(cloud):
    made = app(cloud, NORTHWIND)
    sign_in(made, ScriptedPerson(USER))
    return made


def silent(client):
    return client.acquire_token_silent_with_error([GRAPH_SCOPE], client.get_accounts()[0], force_refresh=True)


def graph(cloud):
    token = sign_in(app(cloud, NORTHWIND), ScriptedPerson(USER))["access_token"]
    return cloud.trusting().get(f"{cloud.graph}v1.0/me", headers={"Authorization": f"Bearer {token}"})


def test_throttling(cloud, client):
    cloud.fault(NORTHWIND, "throttle", retry_after=7, at="token")
    answer = cloud.trusting().post(f"{cloud.authority}/{NORTHWIND}/oauth2/v2.0/token", data={})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert silent(client)["error"] == "temporarily_unavailable"
    before = len(cloud.requests(side="tls"))
    # msal itself keeps away for as long as it was told
    assert silent(client)["error"] == "temporarily_unavailable"
    assert len(cloud.requests(side="tls")) == before
    cloud.clear()
    assert "access_token" in sign_in(app(cloud, NORTHWIND), ScriptedPerson(USER))


def test_throttling_of_the_api_has_its_words(cloud):
    cloud.fault(NORTHWIND, "throttle", at="api")
    answer = graph(cloud)
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "TooManyRequests")


@pytest.mark.parametrize("status", [500, 503, 504])
def test_server_errors(cloud, client, status):
    cloud.fault(NORTHWIND, "server-error", status=status, at="token")
    with pytest.raises(msal.exceptions.MsalServiceError, match=str(status)):
        silent(client)
    cloud.fault(NORTHWIND, "server-error", status=status, at="discovery")
    with pytest.raises(msal.exceptions.MsalServiceError, match=str(status)):
        app(cloud, NORTHWIND)


def test_a_slow_answer(cloud, client):
    cloud.fault(NORTHWIND, "slow", seconds=1, at="token")
    start = time.monotonic()
    assert "access_token" in silent(client)
    assert time.monotonic() - start >= 1


def test_a_slow_answer_runs_into_the_clients_time_out_and_stops_nobody_else(cloud):
    cloud.fault(NORTHWIND, "slow", seconds=30)
    with pytest.raises(requests.Timeout):
        cloud.trusting(timeout=0.5).get(f"{cloud.authority}/{NORTHWIND}/v2.0/.well-known/openid-configuration")
    assert cloud.trusting(timeout=5).get(f"{cloud.authority}/contoso.example/v2.0/.well-known/openid-configuration").ok


def test_a_connection_that_is_reset(cloud, client):
    cloud.fault(NORTHWIND, "reset", at="token")
    where = ("127.0.0.1", urlsplit(cloud.authority).port)
    context = ssl.create_default_context(cafile=cloud.ca)
    with socket.create_connection(where, 5) as plain, context.wrap_socket(plain, server_hostname="localhost") as secure:
        secure.sendall(f"POST /{NORTHWIND}/oauth2/v2.0/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".encode())
        # Below TLS, because OpenSSL tells a reset as an end
        secure.settimeout(None)
        with pytest.raises(ConnectionResetError):
            _read_to_the_end(secure.fileno())
    with pytest.raises(requests.ConnectionError):
        silent(client)
    cloud.clear()
    assert "access_token" in silent(client)


def _read_to_the_end(handle):
    while os.read(handle, 4096):
        pass


def test_interaction_required_until_a_person_signs_in(cloud, client):
    cloud.fault(NORTHWIND, "interaction-required")
    refused = silent(client)
    assert (refused["error"], refused["error_codes"]) == ("interaction_required", [50076])
    assert refused["suberror"] == "basic_action"
    assert "access_token" in json.loads(refused["claims"])
    fresh = app(cloud, NORTHWIND, token_cache=client.token_cache)
    person = ScriptedPerson(USER)
    sign_in(fresh, person)
    assert "access_token" in silent(fresh)


def test_interaction_required_is_not_answered_by_an_old_session(cloud):
    person = ScriptedPerson(USER)
    sign_in(app(cloud, NORTHWIND), person)
    cloud.fault(NORTHWIND, "interaction-required")
    sign_in(app(cloud, NORTHWIND), person)
    assert person.seen.count("password") == 2


@pytest.mark.parametrize("seconds", [10, 600, 3600])
def test_token_lifetime(cloud, client, seconds):
    cloud.fault(NORTHWIND, "token-lifetime", seconds=seconds)
    result = silent(client)
    claims = jwt.decode(result["access_token"], options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == result["expires_in"] == seconds


@pytest.mark.parametrize("seconds", [-7200, 7200])
def test_clock_skew_is_in_the_tokens_and_in_the_date_header(cloud, client, seconds):
    cloud.fault(NORTHWIND, "clock-skew", seconds=seconds)
    claims = jwt.decode(silent(client)["access_token"], options={"verify_signature": False})
    assert abs(claims["iat"] - time.time() - seconds) < 60
    answer = cloud.trusting().get(f"{cloud.authority}/{NORTHWIND}/v2.0/.well-known/openid-configuration")
    date = email.utils.parsedate_to_datetime(answer.headers["Date"]).timestamp()
    assert abs(date - time.time() - seconds) < 60
    assert answer.headers["Date"].count("GMT") == 1
    assert graph(cloud).status_code == 200


def test_faults_strike_their_tenant_only_as_often_as_told(cloud):
    cloud.fault(NORTHWIND, "server-error", times=2)
    url = "{}/{}/v2.0/.well-known/openid-configuration"
    http = cloud.trusting()
    answers = [http.get(url.format(cloud.authority, NORTHWIND)).status_code for _ in range(4)]
    assert answers == [503, 503, 200, 200]
    assert http.get(url.format(cloud.authority, "contoso.example")).ok


def test_faults_of_realm_and_pages(cloud):
    cloud.fault(NORTHWIND, "server-error", at="realm")
    assert cloud.trusting().get(f"{cloud.authority}/common/userrealm/{USER}?api-version=2.1").status_code == 503
    cloud.fault(NORTHWIND, "server-error", at="pages", status=502)
    assert requests.get(f"{cloud.page}{NORTHWIND}/oauth2/v2.0/authorize", timeout=10).status_code == 502


@pytest.mark.parametrize(
    "bad",
    [
        {"tenant": "nowhere.example", "fault": "reset"},
        {"tenant": NORTHWIND, "fault": "nonsense"},
        {"tenant": NORTHWIND, "fault": "slow", "seconds": "long"},
        {"tenant": NORTHWIND, "fault": "slow", "seconds": 1e9},
        {"tenant": NORTHWIND, "fault": "token-lifetime", "seconds": 5},
        {"tenant": NORTHWIND, "fault": "slow", "at": "moon"},
        {"tenant": NORTHWIND, "fault": "slow", "colour": 1},
        {"fault": "slow"},
    ],
)
def test_faults_that_do_not_exist_are_refused(cloud, bad):
    answer = cloud.http.post(f"{cloud.page}faults", json=bad, timeout=10)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert cloud.http.get(f"{cloud.page}faults", timeout=10).json() == {}


def test_a_page_elsewhere_cannot_switch_faults(cloud):
    fault = {"tenant": NORTHWIND, "fault": "reset"}
    for headers in ({"Origin": "http://evil.example"}, {"Origin": "http://localhost:1"}, {"Sec-Fetch-Site": "same-site"}):
        assert cloud.http.post(f"{cloud.page}faults", json=fault, headers=headers, timeout=10).status_code == 403
    # A form can be posted from anywhere without asking: it has to carry the value made for the browser
    assert cloud.http.post(f"{cloud.page}faults", data=fault, timeout=10).status_code == 403
    assert cloud.http.post(f"{cloud.page}faults", data=fault | {"csrf": "0" * 64}, timeout=10).status_code == 403
    plain = {"Content-Type": "text/plain"}
    assert cloud.http.post(f"{cloud.page}faults", data=json.dumps(fault), headers=plain, timeout=10).status_code == 403
    assert cloud.http.get(f"{cloud.page}faults", timeout=10).json() == {}


def test_the_page_switches_faults_machine_and_people(cloud):
    browser = requests.Session()
    browser.trust_env = False
    csrf = read(cloud.page, browser.get(cloud.page, timeout=10).text).forms[0].fields["csrf"]

    def press(command, **fields):
        answer = browser.post(f"{cloud.page}{command}", data={"csrf": csrf, **fields}, timeout=10)
        assert answer.status_code == 200
        return read(cloud.page, answer.text).text

    tenant = cloud.tenant_id(NORTHWIND)
    assert "Northwind Traders: Slow answer" in press(
        "faults", tenant=tenant, fault="slow", at="token", **{"slow:seconds": "0", "reset:x": "1"}
    )
    assert cloud.http.get(f"{cloud.page}faults", timeout=10).json()[tenant][0]["values"] == {"seconds": 0}
    assert "has to be between" in press("faults", tenant=tenant, fault="token-lifetime", **{"token-lifetime:seconds": "1"})
    press("faults", clear="1")
    assert cloud.http.get(f"{cloud.page}faults", timeout=10).json() == {}
    assert "signed in as admin@fabrikam.example" in press("machine", user="admin@fabrikam.example")
    press("people", user=USER, disabled="true")
    assert cloud.account(USER)["disabled"]
    press("reset")
    assert not cloud.account(USER)["disabled"]


def test_the_page_tells_requests_without_secrets(cloud):
    client, person = app(cloud, NORTHWIND), ScriptedPerson(USER)
    flow = client.initiate_auth_code_flow([GRAPH_SCOPE], redirect_uri="http://localhost:5", response_mode="form_post")
    answer = person.sign_in(flow["auth_uri"])
    result = client.acquire_token_by_auth_code_flow(flow, answer)
    shown = requests.get(cloud.page, timeout=10).text + json.dumps(cloud.requests())
    assert USER in shown
    assert "authorization_code" in shown
    secrets = [answer["code"], result["access_token"], result["refresh_token"], flow["code_verifier"], flow["state"]]
    secrets += [cookie.value for cookie in person.browser.cookies]
    assert not [secret for secret in secrets if secret in shown]
