"""What identity keeps of an answer that was proven: the entries of that account, and of no other."""

from __future__ import annotations

from support.identity import OTHER_USER, TENANT, UPN, USER, FakeVault, TestClock, ask_for
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.proof import Claims
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import Rung
from tenantdock.identity.entra import EntraIdentity
from tenantdock.identity.memory import REFRESH_TOKEN, Entry
from tenantdock.identity.provider import Answer


def entry(user: str) -> Entry:
    fields = {
        "home_account_id": f"{user}.{TENANT}",
        "environment": "login.microsoftonline.com",
        "client_id": GRAPH.client_id,
        "target": "",
    }
    return Entry(REFRESH_TOKEN, fields, Secret(f"refresh token of {user}"))


def test_what_comes_beside_a_proven_answer_for_another_account_is_dropped() -> None:
    clock, vault = TestClock(), FakeVault()
    identity = EntraIdentity(vault=vault, browsers=None, clock=clock)
    ask = ask_for(PUBLIC)
    claims = Claims(
        {"tid": TENANT, "oid": USER, "aud": GRAPH.client_id, "preferred_username": UPN}, {"uid": USER, "utid": TENANT}, {}
    )
    answer = Answer(Secret("access token"), 3600.0, clock.now(), claims, (entry(USER), entry(OTHER_USER)), "")
    identity._accept(identity._cache(ask.account), ask, answer, Rung.BROWSER, clock.now(), Cancel())
    (sealed,) = vault.sealed.values()
    assert f"refresh token of {USER}".encode() in sealed
    assert OTHER_USER.encode() not in sealed
    kept = identity._cache(ask.account).refresh_tokens(GRAPH.client_id, "")
    assert [each.fields["home_account_id"] for each in kept] == [f"{USER}.{TENANT}"]
