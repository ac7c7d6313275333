"""Signing out everywhere: against the practice cloud, and against a Graph that refuses."""

from __future__ import annotations

import base64
import contextlib
import json
import threading
from dataclasses import replace

import pytest

from support.cloud import ScriptedPerson
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
from tenantdock.domain.directory import Account, BrowserChoice
from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed, SignInRequired
from tenantdock.domain.services import AZURE, GRAPH
from tenantdock.domain.signin import Rung, SignInAsk, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity

USER = "pia@nordlicht.example"


@contextlib.contextmanager
def device(cloud):
    """One of the person's computers: a browser and a TenantDock."""
    browser = PersonsBrowser(ScriptedPerson(USER))
    identity = EntraIdentity(vault=FakeVault(), browsers=browser, clock=TestClock(), sign_in_timeout=30)
    yield identity, browser
    browser.finish()


def ask_of(cloud, domain="nordlicht.example", service=GRAPH):
    account = Account("a" * 32, "sandbox", USER, cloud.account(USER)["homeAccountId"])
    return TokenAsk(cloud.cloud, cloud.tenant_id(domain), account, service)


def by_browser(identity, ask):
    return identity.interactive(SignInAsk(ask, Rung.BROWSER, BrowserChoice()), Cancel(), no_progress)


def test_every_device_is_signed_out_and_this_one_forgets(cloud):
    with device(cloud) as (here, _), device(cloud) as (there, there_browser):
        token = by_browser(here, ask_of(cloud))
        by_browser(there, ask_of(cloud, "contoso.example"))
        by_browser(there, ask_of(cloud, service=AZURE))
        assert there_browser.person.seen.count("password") == 1  # the second sign-in there was by the browser's session
        assert here._vault.sealed
        here.sign_out_everywhere(ask_of(cloud), Cancel())
        assert here._vault.sealed == {}
        assert here.peek(ask_of(cloud)) is None
        # The refresh tokens of both clients on the other device are over
        for ask in (ask_of(cloud, "fabrikam.example"), ask_of(cloud, service=AZURE)):
            with pytest.raises(SignInRequired):
                there.silent(ask, Cancel(), force=True)
        # ... and so is its browser's session: the next sign-in asks for the password again
        assert there_browser.person.seen.count("password") == 1
        by_browser(there, ask_of(cloud))
        assert there_browser.person.seen.count("password") == 2
        # An access token that was handed out goes on, as the workflow says
        answer = cloud.trusting().get(f"{cloud.graph}v1.0/me", headers={"Authorization": f"Bearer {token.secret.reveal()}"})
        assert answer.status_code == 200


def test_it_needs_no_person_while_the_sign_in_is_good_and_says_so_when_not(cloud):
    with device(cloud) as (here, browser):
        with pytest.raises(SignInRequired):
            here.sign_out_everywhere(ask_of(cloud), Cancel())
        by_browser(here, ask_of(cloud, "contoso.example"))
        here.sign_out_everywhere(ask_of(cloud), Cancel())  # a token at home comes by the refresh token of a customer's sign-in
        assert len(browser.opened) == 1
        by_browser(here, ask_of(cloud))
        cloud.person(USER, revoke=True)
        sealed = dict(here._vault.sealed)
        here._caches["a" * 32]._tokens.clear()
        with pytest.raises(SignInRequired):
            here.sign_out_everywhere(ask_of(cloud), Cancel())
        assert here._vault.sealed == sealed


def test_a_token_of_a_customers_tenant_ends_nothing(cloud):
    with device(cloud) as (here, _):
        by_browser(here, ask_of(cloud, "contoso.example"))
        with pytest.raises(SignInFailed, match="no administrator has allowed"):
            here.sign_out_everywhere(ask_of(cloud, "contoso.example"), Cancel())
        assert here.silent(ask_of(cloud, "contoso.example"), Cancel(), force=True)


@pytest.mark.parametrize(("fault", "values"), [("server-error", {"status": 503}), ("throttle", {"retry_after": 7}), ("reset", {})])
def test_a_graph_that_is_down_leaves_everything_as_it_was(cloud, fault, values):
    with device(cloud) as (here, _):
        token = by_browser(here, ask_of(cloud))
        sealed = dict(here._vault.sealed)
        cloud.fault("nordlicht.example", fault, at="api", times=1, **values)
        with pytest.raises(NetworkTrouble) as told:
            here.sign_out_everywhere(ask_of(cloud), Cancel())
        assert told.value.next_step
        assert here._vault.sealed == sealed
        assert here.peek(ask_of(cloud)) is token
        here.sign_out_everywhere(ask_of(cloud), Cancel())  # try again really tries


# --- a Graph that refuses


@pytest.fixture
def provider(tmp_path):
    with lying_provider() as made:
        yield made


def refusing(provider: LyingProvider, reply: Reply):
    """Identity that is signed in, and its Graph, which is at *provider* and answers *reply*."""

    def answer(form):
        return reply if "grant_type" not in form else with_nonce(provider, provider.honest(form))

    provider.token = answer
    cloud = replace(provider.cloud, api_roots={"graph": f"{provider.cloud.authority}/graph/"})
    identity = EntraIdentity(vault=FakeVault(), browsers=provider.browser(), clock=TestClock(), sign_in_timeout=10)
    ask = ask_for(cloud)
    identity.interactive(sign_in(ask), Cancel(), no_progress)
    return identity, ask


CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1795000000"}}}'


def challenge(text: str) -> Reply:
    encoded = base64.b64encode(text.encode()).decode()
    header = f'Bearer realm="", error="insufficient_claims", claims="{encoded}"'
    return Reply({"error": {"code": "InvalidAuthenticationToken"}}, 401, {"WWW-Authenticate": header})


REFUSALS = {
    "no permission": (Reply({"error": {"code": "Authorization_RequestDenied"}}, 403), SignInFailed, "User.RevokeSessions.All"),
    "not done": (Reply({"value": False}), SignInFailed, "did not end the sign-ins"),
    "not there": (Reply({"error": {"code": "ResourceNotFound"}}, 404), SignInFailed, "did not end the sign-ins"),
    "no error object": (Reply({"error": "x"}, 400), SignInFailed, "did not end the sign-ins"),
    "no json": (Reply(b"<html>", 400), SignInFailed, "did not end the sign-ins"),
    "token refused": (Reply({}, 401), SignInRequired, "sign in again"),
    "challenge": (challenge(CLAIMS), SignInRequired, "sign in again"),
    "no challenge": (challenge("no json"), SignInRequired, "sign in again"),
    "no base64": (Reply({}, 401, {"WWW-Authenticate": 'Bearer claims="a"'}), SignInRequired, "sign in again"),
}


@pytest.mark.parametrize("why", REFUSALS)
def test_a_refusal_is_told_with_a_way_and_forgets_nothing(provider, why):
    reply, kind, said = REFUSALS[why]
    identity, ask = refusing(provider, reply)
    sealed, token = dict(identity._vault.sealed), identity.peek(ask)
    with pytest.raises(kind, match=said) as told:
        identity.sign_out_everywhere(ask, Cancel())
    assert "Nothing was changed" in told.value.next_step
    assert "correlation id" in told.value.details
    assert_tells_no_secret(told.value)
    assert identity._vault.sealed == sealed
    assert identity.peek(ask) is token is not None
    if kind is SignInFailed:
        assert "mysignins.microsoft.com" in told.value.next_step


def test_the_next_sign_in_answers_what_graph_asked_for(provider):
    identity, ask = refusing(provider, challenge(CLAIMS))
    with pytest.raises(SignInRequired) as told:
        identity.sign_out_everywhere(ask, Cancel())
    assert told.value.claims == CLAIMS
    identity.interactive(sign_in(ask), Cancel(), no_progress)
    asked, _, _ = identity._browsers.opened[-1]
    assert json.loads(asked["claims"]) == json.loads(CLAIMS)


def test_a_yes_without_content_counts(provider):
    identity, ask = refusing(provider, Reply(b"", 204))
    identity.sign_out_everywhere(ask, Cancel())
    assert identity.peek(ask) is None
    assert identity._vault.sealed == {}


def test_the_token_goes_to_graph_alone_in_a_header(provider):
    identity, ask = refusing(provider, Reply({"value": True}))
    identity.sign_out_everywhere(ask, Cancel())
    assert provider.forms[-1] == {}


@pytest.mark.parametrize("root", ["", "http://graph.example/"])
def test_a_cloud_without_a_graph_is_told(provider, root):
    identity, ask = refusing(provider, Reply({"value": True}))
    ask = replace(ask, cloud=replace(ask.cloud, api_roots={"graph": root}))
    with pytest.raises(SignInFailed, match="no address of Graph"):
        identity.sign_out_everywhere(ask, Cancel())
    assert identity.peek(ask)


def test_it_can_be_cancelled(provider):
    identity, ask = refusing(provider, Reply({"value": True}, delay=5))
    cancel = Cancel()
    threading.Timer(0.3, cancel.cancel).start()
    with pytest.raises(Cancelled):
        identity.sign_out_everywhere(ask, cancel)
    assert identity.peek(ask)
