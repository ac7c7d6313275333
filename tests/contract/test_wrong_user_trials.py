"""Random trials of the right account: 2,000 of them leak nothing and miss nothing; and each of five weak proofs is found out.

The same trials, more of them: ``python3 dev.py bench wrong_user --trials 100000``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from support import trials, trials_cloud, trials_liar
from support.drafts import Draft, cast
from support.lies import PARTS, SHAPES, WHOLE, name_of
from support.trials import Trial, Verdict
from tenantdock.domain.proof import Claims, Proof, Wanted, prove
from tenantdock.domain.signin import Rung
from tenantdock.identity import entra, loopback, provider

SEED = 20261120
TRIALS = 2000
ENOUGH = 600
"""In so many trials a weak proof has to be found out; each is in 60."""


@pytest.mark.timeout(300)
def test_two_thousand_trials_leak_nothing_and_miss_nothing() -> None:
    totals = trials.run(TRIALS, SEED, jobs=2)
    assert not totals.problems, "\n".join(totals.problems)
    assert (totals.trials, totals.leaked, totals.missed) == (TRIALS, 0, 0)
    # No trial is worth anything unless each kind of case came up, and had to be taken or refused
    assert totals.sorts["accept"] >= 400
    assert totals.sorts["refuse"] >= 600
    assert totals.accepted >= 500
    for sort in ("2 lies", "guest", "first", "pinned", "guest or partner", "federated 6", "federated 9", "workflow", "cancelled"):
        assert totals.sorts[sort] >= 10, sort
    for lie in (*map(name_of, dict.fromkeys([*WHOLE, *PARTS, *SHAPES])), *trials_liar.PAGES):
        assert totals.sorts[f"lie {lie}"] >= 10, lie
    assert totals.sorts["confirmed"] >= 1
    for rung in (Rung.SILENT, Rung.BROWSER, Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE):
        assert totals.sorts[rung.value] >= 20, rung


def home_of(claims: Claims) -> str:
    return f"{claims.client_info.get('uid')}.{claims.client_info.get('utid')}".lower()


def no_tenant(wanted: Wanted, claims: Claims) -> Proof:
    return prove(replace(wanted, tenant_id=str(claims.id_token.get("tid"))), claims)


def no_account(wanted: Wanted, claims: Claims) -> Proof:
    return prove(replace(wanted, home_account_id=home_of(claims)), claims)


def only_the_name(wanted: Wanted, claims: Claims) -> Proof:
    return prove(replace(wanted, home_account_id=""), claims)


def no_client(wanted: Wanted, claims: Claims) -> Proof:
    return prove(replace(wanted, client_id=str(claims.id_token.get("aud"))), claims)


def nothing(wanted: Wanted, claims: Claims) -> Proof:
    loose = replace(wanted, tenant_id=str(claims.id_token.get("tid")), home_account_id=home_of(claims))
    return prove(replace(loose, client_id=str(claims.id_token.get("aud"))), replace(claims, access_token={}))


def nothing_at_a_silent_refresh(wanted: Wanted, claims: Claims) -> Proof:
    # Only an answer to a browser carries a nonce; a device code's is let through like a refresh
    return (prove if claims.id_token.get("nonce") else nothing)(wanted, claims)


WEAK: dict[str, Callable[[Wanted, Claims], Proof]] = {
    each.__name__: each for each in (no_tenant, no_account, only_the_name, no_client, nothing_at_a_silent_refresh)
}


@pytest.mark.parametrize("name", WEAK)
def test_a_weak_proof_leaks(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert entra.prove is prove
    monkeypatch.setattr(entra, "prove", WEAK[name])
    with trials_liar.world() as runner:
        for index in range(ENOUGH):
            trial = runner(SEED, index)
            if trial.leaks:
                return
    pytest.fail(f"{ENOUGH} trials did not find it out")


def test_a_weak_proof_leaks_at_the_practice_cloud_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entra, "prove", no_account)
    with trials_cloud.worlds(1) as (world,), world() as runner:
        assert any(runner(SEED, trials.PER_LIAR * index).leaks for index in range(60))


def test_a_listener_that_takes_any_state_keeps_the_right_answer_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """msal looks at the state once more, so that such a listener loses sign-ins, and leaks none."""
    monkeypatch.setattr(loopback.hmac, "compare_digest", lambda *_: True)
    with trials_liar.world() as runner:
        assert any(runner(SEED, index).missed for index in range(ENOUGH))


def test_a_state_that_nobody_looks_at_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def finish(self: provider.Provider, flow: provider.Flow, response: Mapping[str, str]) -> provider.Answer:
        return honest(self, flow, {**response, "state": flow.state})

    honest = provider.Provider.finish
    monkeypatch.setattr(loopback.hmac, "compare_digest", lambda *_: True)
    monkeypatch.setattr(provider.Provider, "finish", finish)
    with trials_liar.world() as runner:
        assert any("another state" in leak for index in range(ENOUGH) for leak in runner(SEED, index).leaks)


def test_a_trial_can_be_run_again_by_its_seed_and_number() -> None:
    first, again = trials.one(SEED, 1), trials.one(SEED, 1)
    assert (first.what, first.verdict) == (again.what, again.verdict)
    assert first.what.startswith("liar")


def test_refusing_everything_is_missed() -> None:
    trial = Trial(1, "")
    trial.judge(Verdict.ACCEPT, ValueError("refused"))
    assert trial.missed
    assert not trial.leaks
    totals = trials.Totals()
    totals.add(trial, 5)
    assert (totals.refused, totals.missed, totals.leaked) == (1, 1, 0)
    assert totals.problems[0].startswith("--seed 5 --trial 1: an answer was refused that had to be taken")


@pytest.mark.parametrize("kind", ["member", "guest"])
@pytest.mark.parametrize("pinned", [True, False])
def test_an_honest_answer_has_to_be_taken_and_no_shape_of_it_crashes_the_oracle(kind: str, pinned: bool) -> None:
    people = cast(random.Random(1), "14d82eec-204b-4c2f-b7e8-296a70dab67e", kind=kind, pinned=pinned)  # noqa: S311
    assert Draft(people, "nonce", 1, "scope", interactive=True).verdict() is Verdict.ACCEPT
    for lie in SHAPES:
        draft = Draft(people, "nonce", 2, "scope", interactive=True)
        lie(draft)
        assert draft.verdict() in Verdict
        assert draft.answer().status in {200, 400}
