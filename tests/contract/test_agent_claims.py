"""A console passes on the claims challenge with which a service refused its token."""

from __future__ import annotations

import json

import pytest

from support.agent import TOKEN_TEXT, connection
from tenantdock.agent.protocol import CLAIMS_LIMIT, INVALID_PARAMS

pytest_plugins = ("support.agent_fixtures",)
pytestmark = pytest.mark.usefixtures("qapp")

CHALLENGE = json.dumps({"access_token": {"nbf": {"essential": True, "value": "1700000000"}}})


@pytest.fixture
def console(agent, desk, wire):
    grant, ticket = agent.admit(connection())
    desk.memory["graph"] = desk.token(grant, "graph")
    made = wire()
    made.open(ticket)
    return made


def test_a_challenge_is_passed_on_and_memory_does_not_answer_it(console, desk):
    assert console.ask("token.get", service="graph", claims=CHALLENGE)["result"]["token"] == f"{TOKEN_TEXT}graph-2"
    assert (desk.asked, desk.claims) == ([("graph", False)], [CHALLENGE])


def test_no_challenge_is_as_none_was_given(console, desk):
    assert console.ask("token.get", service="graph", claims="")["result"]["token"] == f"{TOKEN_TEXT}graph-1"
    assert desk.asked == []


@pytest.mark.parametrize(
    "claims",
    [
        "nbf",
        "[]",
        "5",
        "{",
        '{"a": NaN}',
        '{"a":' * 17 + "1" + "}" * 17,
        "[" * CLAIMS_LIMIT,
        '{"a": "' + "x" * CLAIMS_LIMIT + '"}',
        '{"a": "\ud800"}',
        {"access_token": {}},
        5,
        None,
        True,
    ],
)
def test_what_is_no_challenge_is_refused_and_asks_nobody(console, desk, claims):
    error = console.ask("token.get", service="graph", claims=claims)["error"]
    assert error["code"] == INVALID_PARAMS
    assert "'claims'" in error["message"]
    assert error["data"]["nextStep"]
    assert desk.asked == []
    assert console.ask("token.get", service="graph")["result"]["token"] == f"{TOKEN_TEXT}graph-1"
