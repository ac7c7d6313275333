"""Claims challenges: a service refuses a token and says what the next one has to have."""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Iterator

import pytest

from support.cloud import PracticeCloud, ScriptedPerson
from support.identity import Desk, FakeVault, PersonsBrowser, TestClock, assert_tells_no_secret, error, lying_provider, with_nonce
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import Account, BrowserChoice
from tenantdock.domain.errors import BadInput, NetworkTrouble, SignInRequired
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import AccessToken, Rung, SignInAsk, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity

USER, DOMAIN = "admin@northwind.example", "northwind.example"
CHALLENGE = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'


@pytest.fixture
def desk() -> Iterator[Desk]:
    with lying_provider() as provider:
        provider.token = lambda form: with_nonce(provider, provider.honest(form))
        made = Desk(provider)
        yield made
        made.browser.finish()


def test_a_challenge_goes_to_the_provider_and_memory_does_not_answer_it(desk: Desk) -> None:
    first = desk.by_browser()
    answered = desk.identity.silent(desk.ask, Cancel(), claims=CHALLENGE)
    assert answered.secret.reveal() != first.secret.reveal()
    assert json.loads(desk.provider.forms[-1]["claims"]) == json.loads(CHALLENGE)
    assert desk.identity.silent(desk.ask, Cancel()) is answered
    assert len(desk.provider.forms) == 2


def test_no_capability_is_declared_that_a_console_could_not_keep(desk: Desk) -> None:
    # With CP1 Entra issues tokens of 28 h, whose holder has to answer challenges; modules in token mode cannot
    desk.by_browser()
    desk.silently()
    assert all("claims" not in form for form in desk.provider.forms)
    assert "claims" not in desk.browser.opened[0][0]


def test_a_challenge_that_needs_a_person_is_answered_at_the_next_sign_in(desk: Desk) -> None:
    token = desk.by_browser()
    honest = desk.provider.token
    desk.provider.token = lambda form: error("interaction_required", 50076)
    with pytest.raises(SignInRequired):
        desk.identity.silent(desk.ask, Cancel(), claims=CHALLENGE)
    # What the service refused for one thing may still do for another
    assert desk.identity.peek(desk.ask) is token
    desk.provider.token = honest
    desk.by_browser()
    assert json.loads(desk.browser.opened[-1][0]["claims"]) == json.loads(CHALLENGE)
    desk.by_browser()
    assert "claims" not in desk.browser.opened[-1][0]


def test_a_challenge_of_the_provider_counts_more_than_the_one_it_was_asked(desk: Desk) -> None:
    desk.by_browser()
    honest, own = desk.provider.token, '{"id_token":{"amr":{"value":"mfa"}}}'
    desk.provider.token = lambda form: error("interaction_required", 50076, claims=own)
    with pytest.raises(SignInRequired) as required:
        desk.identity.silent(desk.ask, Cancel(), claims=CHALLENGE)
    assert required.value.claims == own
    desk.provider.token = honest
    desk.by_browser()
    assert json.loads(desk.browser.opened[-1][0]["claims"]) == json.loads(own)


def test_a_challenge_of_the_provider_that_is_none_locks_nobody_out(desk: Desk) -> None:
    desk.by_browser()
    honest = desk.provider.token
    desk.provider.token = lambda form: error("interaction_required", 50076, claims="{nonsense")
    with pytest.raises(SignInRequired):
        desk.silently()
    desk.provider.token = honest
    desk.by_browser()
    assert "claims" not in desk.browser.opened[-1][0]


@pytest.mark.parametrize("claims", ["x", "[]", "5", '{"a":', "[" * 9000, '{"a":"' + "x" * 9000 + '"}'])
def test_a_challenge_that_is_none_is_refused_before_anything_is_asked(desk: Desk, claims: str) -> None:
    token = desk.by_browser()
    with pytest.raises(BadInput) as refused:
        desk.identity.silent(desk.ask, Cancel(), claims=claims)
    assert refused.value.next_step
    assert len(desk.provider.forms) == 1
    assert desk.identity.peek(desk.ask) is token


def test_a_token_that_was_refused_is_no_last_resort(desk: Desk) -> None:
    desk.by_browser()
    desk.provider.token = lambda form: {"error": "temporarily_unavailable"}
    with pytest.raises(NetworkTrouble) as failed:
        desk.identity.silent(desk.ask, Cancel(), claims=CHALLENGE)
    assert_tells_no_secret(failed.value)


class Practice:
    def __init__(self, cloud: PracticeCloud) -> None:
        self.cloud, self.browser = cloud, PersonsBrowser(ScriptedPerson(USER))
        self.identity = EntraIdentity(vault=FakeVault(), browsers=self.browser, clock=TestClock(), sign_in_timeout=30)
        self.ask = TokenAsk(cloud.cloud, cloud.tenant_id(DOMAIN), Account("a" * 32, "sandbox", USER), GRAPH)

    def sign_in(self) -> AccessToken:
        return self.identity.interactive(SignInAsk(self.ask, Rung.FRESH, BrowserChoice()), Cancel(), no_progress)

    def graph(self, token: AccessToken):
        headers = {"Authorization": f"Bearer {token.secret.reveal()}"}
        return self.cloud.trusting().get(f"{self.cloud.graph}v1.0/me", headers=headers)

    def challenge(self, token: AccessToken) -> str:
        header = self.graph(token).headers["WWW-Authenticate"]
        return base64.b64decode(re.search(r'claims="([^"]+)"', header)[1]).decode()


@pytest.fixture
def practice(cloud: PracticeCloud) -> Iterator[Practice]:
    made = Practice(cloud)
    yield made
    made.browser.finish()


def test_the_practice_cloud_accepts_the_token_that_answers_its_challenge(practice: Practice) -> None:
    token = practice.sign_in()
    practice.cloud.fault(DOMAIN, "claims-challenge")
    claims = practice.challenge(token)
    time.sleep(1.1)  # its tokens carry whole seconds
    renewed = practice.identity.silent(practice.ask, Cancel(), claims=claims)
    assert practice.graph(renewed).status_code == 200
    assert practice.cloud.prompts() == 1


def test_the_practice_cloud_asks_a_person_and_the_sign_in_answers_it(practice: Practice) -> None:
    token = practice.sign_in()
    practice.cloud.fault(DOMAIN, "claims-challenge", interactive=1)
    claims = practice.challenge(token)
    with pytest.raises(SignInRequired) as required:
        practice.identity.silent(practice.ask, Cancel(), claims=claims)
    assert required.value.aadsts == "50076"
    time.sleep(1.1)
    assert practice.graph(practice.sign_in()).status_code == 200
