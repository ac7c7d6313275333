"""The line at the top of a real PowerShell's window: what Graph answered, what the tokens say, and when that is not enough."""

from __future__ import annotations

import pytest

from support.pwsh import TICKET, needs_pwsh, scripted, seat
from support.scripted_agent import OTHER_TENANT, PERSON, TENANT
from support.scripted_graph import ScriptedGraph

__all__ = ["scripted", "seat"]

pytestmark = needs_pwsh
WHO = r"Northwind Traders \(northwind\.example\) as admin@northwind\.example --"


def organization(tenant=TENANT, name="Northwind Traders"):
    domains = [{"name": "northwind.onpractice.example", "isDefault": False}, {"name": "northwind.example", "isDefault": True}]
    return 200, {"value": [{"id": tenant, "displayName": name, "verifiedDomains": domains}]}


def me(person=PERSON, name="admin@northwind.example"):
    return 200, {"id": person, "userPrincipalName": name}


@pytest.fixture
def graph(tmp_path):
    made = ScriptedGraph(tmp_path / "graph", {"/v1.0/organization": organization(), "/v1.0/me": me()})
    yield made
    made.close()


@pytest.fixture
def agent(scripted, graph):
    return scripted(keys=("graph",), roots={"graph": graph.root}, anchor=graph.anchor)


def test_graph_is_asked(agent, graph, seat):
    window = seat.open(agent.endpoint, TICKET)
    window.wait(rf"{WHO} Graph answered\n")
    assert agent.told("session.report")["proven"] is True
    assert set(graph.asked) == {"/v1.0/organization", "/v1.0/me"}


@pytest.mark.parametrize("status", [403, 404])
def test_a_partners_user_is_proven_by_tenant_and_token(agent, graph, seat, status):
    agent.home = OTHER_TENANT
    graph.answers["/v1.0/me"] = (status, {"error": {"code": "Request_ResourceNotFound", "message": "Resource does not exist."}})
    window = seat.open(agent.endpoint, TICKET)
    window.wait(rf"{WHO} Graph answered for the tenant; the account, of another tenant, is as the token says")
    report = agent.told("session.report")
    assert report["proven"] is True
    assert report["text"].endswith("is as the token says")


def test_a_user_whom_the_home_tenant_does_not_know_is_not_proven(agent, graph, seat):
    del graph.answers["/v1.0/me"]
    window = seat.open(agent.endpoint, TICKET)
    window.wait(rf"{WHO} as the tokens say\. Graph answered 404 Not Found, Request_ResourceNotFound")
    assert agent.told("session.report")["proven"] is False


def test_a_partners_user_is_not_proven_when_the_tenant_does_not_answer(agent, graph, seat):
    agent.home = OTHER_TENANT
    graph.answers.clear()
    window = seat.open(agent.endpoint, TICKET)
    window.wait(rf"{WHO} as the tokens say\. Graph answered 404")
    assert agent.told("session.report")["proven"] is False


@pytest.mark.parametrize(
    ("path", "answer", "says"),
    [
        ("/v1.0/organization", organization(OTHER_TENANT, "Adatum"), rf"got Adatum \({OTHER_TENANT}\) as admin@northwind"),
        ("/v1.0/me", me(OTHER_TENANT, "kiosk@northwind.example"), r"got the account kiosk@northwind\.example"),
    ],
    ids=["tenant", "account"],
)
def test_another_answer_of_graphs_refuses_the_window(agent, graph, seat, path, answer, says):
    graph.answers[path] = answer
    window = seat.open(agent.endpoint, TICKET)
    window.wait(rf"NOT CONNECTED: expected .*, {says}")
    assert agent.told("session.report")["proven"] is False
    assert "dropped" in window.failure("Get-TenantDockToken Graph")


def test_a_slow_graph_leaves_the_window_unproven_but_open(agent, graph, seat):
    graph.seconds = 12.0
    window = seat.open(agent.endpoint, TICKET)
    window.wait(rf"{WHO} as the tokens say\. Graph cannot be reached: no answer within 10 seconds", 60)
    window.ready()
    assert window.ask("(Get-TenantDockToken).GetType().Name") == "SecureString"


def test_an_answer_with_control_characters_is_only_text(agent, graph, seat):
    graph.answers["/v1.0/organization"] = organization(name="Nor\x1b]0;pwned\x07th")
    window = seat.open(agent.endpoint, TICKET)
    window.wait(r"Nor\ufffd\]0;pwned\ufffdth \(northwind\.example\)")
    window.ready()
    assert "\x1b]0;pwned" not in window.raw


def test_what_a_refusal_asks_for_is_told(agent, graph, seat):
    window = seat.open(agent.endpoint, TICKET)
    window.wait("Graph answered")
    window.ready()
    error = {"error": {"code": "TooManyRequests", "message": "Too many."}}
    graph.headers = {"Retry-After": "17"}
    graph.answers["/v1.0/me"] = (429, error)
    assert "Try again after 17 s." in window.failure("Invoke-TenantDockRequest v1.0/me")
    graph.headers = {"WWW-Authenticate": 'Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ=="'}
    graph.answers["/v1.0/me"] = (401, error)
    assert "sign in to this customer again" in window.failure("Invoke-TenantDockRequest v1.0/me")
