"""What the practice cloud remembers: refresh tokens, sessions, consents, changed people."""

from __future__ import annotations

import sqlite3
import time

import pytest

from tenantdock.sandbox.folder import Folder, FolderTrouble
from tenantdock.sandbox.store import SignedIn, Store

ANNA, BEN = "anna", "ben"


@pytest.fixture
def store(tmp_path):
    made = Store(Folder(tmp_path))
    yield made
    made.close()


def signed_in(person=ANNA):
    return SignedIn(person, time.time(), ("pwd", "mfa"))


def test_a_refresh_token_stands_for_what_it_was_issued_for(store):
    account = signed_in()
    kept = store.redeem(store.issue(account, "client"))
    assert (kept.client, kept.signed_in) == ("client", account)
    assert store.redeem("1.invented") is None


def test_older_tokens_of_a_family_stay_valid_up_to_a_number(store):
    account = signed_in()
    tokens = [store.issue(account, "client", "family") for _ in range(30)]
    other = store.issue(account, "client")
    valid = [token for token in tokens if store.redeem(token)]
    assert valid == tokens[10:]
    assert store.redeem(other)


def test_expiry_is_told_apart_from_absence(store):
    token, others = store.issue(signed_in(), "client"), store.issue(signed_in(BEN), "client")
    store.expire(ANNA)
    assert store.redeem(token).expires <= time.time()
    assert store.redeem(others).expires > time.time()


def test_sessions_get_a_new_id_and_the_old_one_is_worthless(store):
    first = store.renew_session("", [signed_in()], 60)
    second = store.renew_session(first, [*store.accounts(first), signed_in(BEN)], 60)
    assert store.accounts(first) == []
    assert {account.person for account in store.accounts(second)} == {ANNA, BEN}
    store.end_session(second, ANNA)
    assert [account.person for account in store.accounts(second)] == [BEN]
    store.end_session(second)
    assert store.accounts(second) == []


def test_a_session_ends_with_its_time_and_with_a_revocation(store):
    assert store.accounts(store.renew_session("", [signed_in()], -1)) == []
    cookie = store.renew_session("", [signed_in(), signed_in(BEN)], 60)
    store.revoke(ANNA)
    assert [account.person for account in store.accounts(cookie)] == [BEN]


def test_people_are_changed_and_changed_back(store):
    assert store.disabled(ANNA) is None
    store.disable(ANNA, True)
    assert store.disabled(ANNA) is True
    store.revoke(ANNA)
    store.disable(ANNA, False)
    assert store.disabled(ANNA) is False
    assert store.revoked_before(ANNA) > 0


def test_consents_are_per_person_tenant_and_client(store):
    store.consent(ANNA, "tenant", "client")
    store.consent(ANNA, "tenant", "client")
    assert store.consented(ANNA, "tenant", "client")
    assert not store.consented(BEN, "tenant", "client")
    assert not store.consented(ANNA, "other", "client")
    assert not store.consented(ANNA, "tenant", "other")


def test_reset_forgets_all_but_its_own_secrets(store):
    secret = store.secret("forms")
    cookie, token = store.renew_session("", [signed_in()], 60), store.issue(signed_in(), "client")
    store.consent(ANNA, "tenant", "client")
    store.disable(ANNA, True)
    store.reset()
    assert store.accounts(cookie) == []
    assert store.redeem(token) is None
    assert not store.consented(ANNA, "tenant", "client")
    assert store.disabled(ANNA) is None
    assert store.secret("forms") == secret


def test_another_program_that_holds_the_file_is_said(tmp_path):
    Store(Folder(tmp_path)).close()
    holder = sqlite3.connect(tmp_path / "state.sqlite3", isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(FolderTrouble) as caught:
            Store(Folder(tmp_path))
        assert "state.sqlite3" in caught.value.message
        assert caught.value.next_step
    finally:
        holder.close()
