"""What tests ask the practice cloud: whose a token is, and a browser in which people are signed in."""

from __future__ import annotations

import hashlib

import msal
import pytest

from support.cloud import PracticeCloud, ScriptedPerson

ADMIN, ENGINEER = "admin@northwind.example", "pia@nordlicht.example"
GRAPH_CLIENT = "14d82eec-204b-4c2f-b7e8-296a70dab67e"


def ask(cloud: PracticeCloud, question: str, **values: object) -> dict[str, object]:
    answer = cloud.http.post(f"{cloud.page}{question}", json=values, timeout=20)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_session_signs_people_in_and_the_books_say_whose_the_tokens_are(cloud: PracticeCloud) -> None:
    person = ScriptedPerson(ADMIN, password="not needed")
    for name, value in ask(cloud, "session", users=[ENGINEER, ADMIN]).items():
        person.browser.cookies.set(name, str(value), domain="localhost.local", path="/")
    since = ask(cloud, "issued")["next"]
    with cloud.trusting() as http, person.browser:
        app = msal.PublicClientApplication(
            GRAPH_CLIENT,
            authority=f"{cloud.authority}/{cloud.tenant_id('northwind.example')}",
            instance_discovery=False,
            http_client=http,
        )
        flow = app.initiate_auth_code_flow(
            ["https://graph.practice.example/.default"],
            redirect_uri="http://localhost:5",
            login_hint=ADMIN,
            response_mode="form_post",
        )
        answer = app.acquire_token_by_auth_code_flow(flow, person.sign_in(flow["auth_uri"]))
    hashes = [hashlib.sha256(answer["access_token"].encode()).hexdigest(), "0" * 64]
    told = ask(cloud, "issued", hashes=hashes, tenants=[cloud.tenant_id("northwind.example")], since=since)
    owner = cloud.account(ADMIN)["homeAccountId"]
    assert [(entry["account"], entry["kind"]) for entry in told["issued"]] == [(owner, "access"), (owner, "refresh")]  # type: ignore[index,union-attr]
    assert told["known"] == {hashes[0]: told["issued"][0]}  # type: ignore[index]
    assert told["known"][hashes[0]]["client"] == GRAPH_CLIENT  # type: ignore[index]
    assert answer["access_token"] not in str(told)


@pytest.mark.parametrize("question", ["issued", "session"])
def test_nobody_else_can_ask(cloud: PracticeCloud, question: str) -> None:
    address = f"{cloud.page}{question}"
    assert cloud.http.post(address, data={"users": ADMIN}, timeout=20).status_code == 403
    elsewhere = {"Origin": "https://elsewhere.example"}
    assert cloud.http.post(address, json={"users": [ADMIN]}, headers=elsewhere, timeout=20).status_code == 403


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("session", b'{"users": ["nobody@x.example"]}'),
        ("session", b"{}"),
        ("issued", b"[1]"),
        ("issued", b"{"),
        ("issued", b"[" * 5000),
    ],
)
def test_what_cannot_be_understood_is_refused(cloud: PracticeCloud, question: str, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    assert cloud.http.post(f"{cloud.page}{question}", data=body, headers=headers, timeout=20).status_code == 400


def test_an_alias_signs_in_as_the_person_behind_it() -> None:
    crowd = PracticeCloud(customers=1)
    try:
        customer = crowd.people()["tenants"][-1]
        user = f"admin@{customer['domain']}"
        assert crowd.account(user)["aliases"] == [f"it@{customer['domain']}"]
        person = ScriptedPerson(f"it@{customer['domain']}")
        with crowd.trusting() as http, person.browser:
            app = msal.PublicClientApplication(
                GRAPH_CLIENT, authority=f"{crowd.authority}/{customer['id']}", instance_discovery=False, http_client=http
            )
            flow = app.initiate_auth_code_flow(
                ["https://graph.practice.example/.default"], redirect_uri="http://localhost:5", response_mode="form_post"
            )
            answer = app.acquire_token_by_auth_code_flow(flow, person.sign_in(flow["auth_uri"]))
        assert answer["id_token_claims"]["preferred_username"] == user
    finally:
        assert crowd.stop() == 0
