"""What is hinted at before a sign-in, what is looked up after a refusal, and what is remembered of it."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace

import pytest

from support.identity import OTHER_TENANT, OTHER_USER, TENANT, UPN, TestClock, ask_for, cloud_at
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled, NetworkTrouble
from tenantdock.domain.proof import Claims, Mismatch, WrongAccount
from tenantdock.domain.signin import Realm, RealmKind, Rung
from tenantdock.identity.investigating import Investigator
from tenantdock.identity.prompt_login import PromptLogin

BEN = "ben@contoso.example"
CLOUD = cloud_at("https://login.example", "")
ASK, NEW = ask_for(CLOUD), ask_for(CLOUD, pinned=False)
FEDERATED = Realm("contoso.example", RealmKind.FEDERATED, "Contoso", "sts.contoso.example", tenant_id=TENANT)
MANAGED = Realm("contoso.example", RealmKind.MANAGED, "Contoso", tenant_id=TENANT)


@dataclass
class FakeRealms:
    """Openly a fake: look-ups that answer with *found*, or fail with *trouble*, or hang until they are cancelled."""

    found: Realm = MANAGED
    others: dict[str, Realm] = field(default_factory=dict)
    trouble: Exception | None = None
    hangs: bool = False
    asked: list[str] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def realm(self, cloud, user, cancel):
        self.asked.append(str(user))
        if self.hangs:
            try:
                cancel.wait(30)
            finally:
                self.ended.set()
        if self.trouble is not None:
            raise self.trouble
        return self.others.get(str(user), self.found)

    def prompt_login(self, ask, realm, cancel):
        if self.trouble is not None:
            raise self.trouble
        return PromptLogin.UNKNOWN


def investigator(realms, clock=None):
    return Investigator(realms, clock or TestClock())


def explain(made, ask=NEW, rung=Rung.BROWSER, *, since=None, name=BEN, cancel=None, mismatch=Mismatch.ACCOUNT, skew=0.0):
    id_token = {"tid": TENANT, "oid": OTHER_USER, "aud": ask.client_id, "preferred_username": name, "auth_time": since}
    claims = Claims(id_token, {"uid": OTHER_USER, "utid": TENANT}, {})
    refusal = WrongAccount(mismatch, expected=UPN, got=name)
    return made.explain(refusal, ask, claims, rung, time.time(), "c-1", cancel or Cancel(), skew)


@pytest.mark.parametrize(
    ("realm", "ask", "hint"),
    [
        (FEDERATED, ASK, "contoso.example"),
        (FEDERATED, NEW, "contoso.example"),
        (FEDERATED, replace(NEW, tenant_id=TENANT.upper()), "contoso.example"),
        (FEDERATED, replace(NEW, tenant_id=OTHER_TENANT), ""),
        (FEDERATED, replace(ASK, tenant_id=OTHER_TENANT), ""),
        (replace(FEDERATED, tenant_id=""), NEW, ""),
        (MANAGED, ASK, ""),
        (Realm("contoso.example", RealmKind.UNKNOWN), ASK, ""),
    ],
)
def test_only_a_member_of_a_federated_domain_gets_a_hint_and_it_is_the_own_domain(realm, ask, hint):
    assert investigator(FakeRealms(realm)).domain_hint(ask, Cancel()) == hint


def test_an_account_that_is_at_home_elsewhere_is_not_looked_up():
    realms = FakeRealms(FEDERATED)
    investigator(realms).domain_hint(replace(ASK, tenant_id=OTHER_TENANT), Cancel())
    assert realms.asked == []


def test_a_saved_name_that_is_none_gets_no_hint_and_an_explanation_all_the_same():
    realms = FakeRealms(FEDERATED)
    broken = ask_for(CLOUD, pinned=False, username="anna")
    assert investigator(realms).domain_hint(broken, Cancel()) == ""
    assert explain(investigator(realms), broken, name="ben").offers
    assert realms.asked == []


@pytest.mark.parametrize("trouble", [NetworkTrouble("no", next_step="x"), Cancelled()])
def test_look_ups_that_fail_count_as_unknown(trouble):
    refusal = explain(investigator(FakeRealms(trouble=trouble)), since=time.time())
    assert "realm: Unknown" in refusal.details
    assert refusal.candidate is None


def test_a_cancel_ends_an_explanation():
    cancel = Cancel()
    realms = FakeRealms(hangs=True)
    threading.Timer(0.05, cancel.cancel).start()
    with pytest.raises(Cancelled):
        explain(investigator(realms), cancel=cancel)
    assert realms.ended.wait(5)


def test_look_ups_that_hang_are_given_up_and_their_work_ends(monkeypatch):
    monkeypatch.setattr("tenantdock.identity.investigating._LOOK_WITHIN", 0.1)
    realms = FakeRealms(hangs=True)
    assert explain(investigator(realms)).offers
    assert realms.ended.wait(5)
    assert realms.asked == [UPN]  # no time was left for the others


def test_what_failed_is_forgotten_when_one_works_or_after_a_while():
    clock = TestClock()
    made = investigator(FakeRealms(), clock)
    assert explain(made).next_rungs == ("fresh", "private", "other-profile", "device-code")
    assert explain(made, rung=Rung.PRIVATE).next_rungs == ("other-profile", "device-code", "fresh")
    assert explain(made).next_rungs == ("fresh", "other-profile", "device-code")
    made.succeeded(NEW)
    assert explain(made).next_rungs == ("fresh", "private", "other-profile", "device-code")
    explain(made, rung=Rung.PRIVATE)
    clock.ahead = 601
    assert "private" in explain(made).next_rungs
    explain(made, rung=Rung.PRIVATE)
    assert "private" in explain(made, replace(NEW, tenant_id=OTHER_TENANT), mismatch=Mismatch.TENANT).next_rungs


def test_who_may_be_confirmed_depends_on_what_was_seen():
    now = time.time()
    assert explain(investigator(FakeRealms()), since=now).candidate is not None
    assert explain(investigator(FakeRealms()), since=now - 30).candidate is None
    assert explain(investigator(FakeRealms()), since=now - 30, skew=30.0).candidate is not None
    assert explain(investigator(FakeRealms()), since=now, skew=-30.0).candidate is None
    assert explain(investigator(FakeRealms()), since=None).candidate is None
    assert explain(investigator(FakeRealms()), rung=Rung.FRESH, since=None).candidate is not None  # a password was asked for
    assert explain(investigator(FakeRealms()), rung=Rung.FRESH, since=now - 30).candidate is None
    assert explain(investigator(FakeRealms()), rung=Rung.PRIVATE, since=None).candidate is None
    assert explain(investigator(FakeRealms(FEDERATED)), rung=Rung.FRESH, since=None).candidate is None
    assert explain(investigator(FakeRealms(others={BEN: FEDERATED})), rung=Rung.FRESH, since=None).candidate is None
    assert explain(investigator(FakeRealms(FEDERATED)), since=now).candidate is None
    assert explain(investigator(FakeRealms(others={BEN: FEDERATED})), since=now).candidate is None
    assert explain(investigator(FakeRealms(replace(MANAGED, tenant_id=OTHER_TENANT))), since=now).candidate is None
    assert explain(investigator(FakeRealms()), ASK, since=now).candidate is None
    assert explain(investigator(FakeRealms()), rung=Rung.SILENT, since=now).candidate is None
    assert explain(investigator(FakeRealms()), since=now, mismatch=Mismatch.TENANT).candidate is None
