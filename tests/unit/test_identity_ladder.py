"""What the evidence shows, which ways are offered then and why, and what is told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from support.identity import OTHER_TENANT, OTHER_USER, TENANT, UPN, USER, ask_for, cloud_at
from tenantdock.domain.proof import Candidate, Claims, Mismatch, WrongAccount
from tenantdock.domain.signin import Realm, RealmKind, Rung
from tenantdock.identity.ladder import Cause, Evidence, cause_of, offers
from tenantdock.identity.prompt_login import PromptLogin, prompt_login
from tenantdock.identity.telling import explained

CLOUD = cloud_at("https://login.example", "")
ASK = ask_for(CLOUD)
NEW = ask_for(CLOUD, pinned=False)
MANAGED = Realm("contoso.example", RealmKind.MANAGED, "Contoso", tenant_id=TENANT)
FEDERATED = Realm("contoso.example", RealmKind.FEDERATED, "Contoso", "sts.contoso.example", "WSTrust", tenant_id=TENANT)
STARTED = 1_800_000_000.0
BEN = "ben@contoso.example"


def seen(rung=Rung.BROWSER, *, realm=MANAGED, came=None, since=None, name=BEN, oid=OTHER_USER, tid=TENANT, utid=TENANT, **more):
    id_token = {"tid": tid, "oid": oid, "preferred_username": name, **({} if since is None else {"auth_time": since})}
    claims = Claims({**id_token, **more.pop("claims", {})}, {"uid": oid, "utid": utid}, {})
    return Evidence(claims, rung, realm, came or realm, STARTED, STARTED + 9, **more)


def refusal(mismatch=Mismatch.ACCOUNT):
    return WrongAccount(mismatch, expected=UPN, got=BEN)


def rungs(evidence, ask=NEW, mismatch=Mismatch.ACCOUNT):
    return [offer.rung for offer in offers(cause_of(refusal(mismatch), ask, evidence), ask, evidence)]


AGO, NOW = STARTED - 7200, STARTED + 5
CAUSES = {
    "old session": (seen(since=AGO), NEW, Cause.SESSION),
    "old session in a federated domain": (seen(since=AGO, realm=FEDERATED), NEW, Cause.SESSION),
    "just now": (seen(since=NOW), NEW, Cause.CHOSEN),
    "clocks that differ a little": (seen(since=STARTED - 30), NEW, Cause.CHOSEN),
    "not told": (seen(), NEW, Cause.UNSEEN),
    "not told, but a password was asked for": (seen(Rung.FRESH), NEW, Cause.CHOSEN),
    "not told, and nothing was asked for": (seen(Rung.PRIVATE), NEW, Cause.UNSEEN),
    "no time at all": (seen(since=True), NEW, Cause.UNSEEN),
    "their own service": (seen(since=NOW, realm=FEDERATED), NEW, Cause.STS),
    "their own service, when is not told": (seen(realm=FEDERATED), NEW, Cause.STS),
    "their own service, asked anew": (seen(Rung.FRESH, realm=FEDERATED), NEW, Cause.STS),
    "their own service, in a private window": (seen(Rung.PRIVATE, realm=FEDERATED), NEW, Cause.STS_ALWAYS),
    "their own service, in a profile of ours": (seen(Rung.OTHER_PROFILE, realm=FEDERATED), ASK, Cause.STS_ALWAYS),
    "somebody of another service": (
        seen(since=NOW, realm=FEDERATED, came=replace(FEDERATED, sts="sts.other.example")),
        NEW,
        Cause.CHOSEN,
    ),
    "somebody of a managed domain": (seen(since=NOW, realm=FEDERATED, came=MANAGED), NEW, Cause.CHOSEN),
    "created anew": (seen(name=UPN.upper()), ASK, Cause.REPLACED),
    "created anew, in the browser of a federated domain": (seen(name=UPN, realm=FEDERATED), ASK, Cause.REPLACED),
    "a guest of that name": (seen(name=UPN, utid=OTHER_TENANT), ASK, Cause.OTHER_HOME),
    "two names": (seen(name=UPN, claims={"upn": BEN}), NEW, Cause.TWO_NAMES),
    "the saved sign-in": (seen(Rung.SILENT, name=UPN), ASK, Cause.SAVED),
    "the code": (seen(Rung.DEVICE_CODE, since=NOW, realm=FEDERATED), NEW, Cause.CODE),
    "Windows": (seen(Rung.BROKER), NEW, Cause.BROKER),
}


@pytest.mark.parametrize("name", CAUSES)
def test_the_cause_is_what_was_seen(name):
    evidence, ask, cause = CAUSES[name]
    assert cause_of(refusal(), ask, evidence) is cause


@pytest.mark.parametrize("name", CAUSES)
def test_every_cause_is_told_in_one_sentence_with_a_reason_for_every_offer(name):
    evidence, ask, cause = CAUSES[name]
    told = explained(refusal(), ask, evidence)
    assert told.because
    assert told.because in told.message
    assert told.next_step.startswith("Nothing was stored.")
    assert "None" not in f"{told.message} {told.next_step} {told.details} {told.offers}"
    assert all(offer.why.endswith(".") and ". " not in offer.why for offer in told.offers)
    assert evidence.rung not in [offer.rung for offer in told.offers] or cause is Cause.CODE
    assert (told.offers == ()) is (cause is Cause.REPLACED)


def test_tenants_and_answers_that_do_not_fit():
    assert cause_of(refusal(Mismatch.TENANT), NEW, seen()) is Cause.HOME_TENANT
    assert cause_of(refusal(Mismatch.TENANT), NEW, seen(utid=OTHER_TENANT)) is Cause.OTHER_TENANT
    for mismatch in (Mismatch.MISSING, Mismatch.INCONSISTENT, Mismatch.AUDIENCE):
        assert cause_of(refusal(mismatch), NEW, seen()) is Cause.TAMPERED
        assert "does not fit together" in explained(refusal(mismatch), NEW, seen()).because
    for utid in (TENANT, OTHER_TENANT):
        assert "tenant" in explained(refusal(Mismatch.TENANT), NEW, seen(utid=utid)).because


PASSWORD, NATIVE, WEAK, UNKNOWN = PromptLogin.PASSWORD, PromptLogin.NATIVE, PromptLogin.WEAK, PromptLogin.UNKNOWN
FRESH, PRIVATE, OTHER, DEVICE = Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE


@pytest.mark.parametrize(
    ("tried", "behaviour", "best"),
    [
        (Rung.BROWSER, PASSWORD, [FRESH, PRIVATE, OTHER, DEVICE]),
        (Rung.BROWSER, NATIVE, [FRESH, PRIVATE, OTHER, DEVICE]),
        (Rung.BROWSER, UNKNOWN, [FRESH, PRIVATE, OTHER, DEVICE]),
        (Rung.BROWSER, WEAK, [PRIVATE, OTHER, DEVICE]),
        (FRESH, PASSWORD, [PRIVATE, OTHER, DEVICE]),
        (FRESH, WEAK, [PRIVATE, OTHER, DEVICE]),
        (PRIVATE, PASSWORD, [FRESH, DEVICE]),
        (PRIVATE, WEAK, [DEVICE]),
        (PRIVATE, UNKNOWN, [DEVICE, FRESH]),
        (OTHER, NATIVE, [FRESH, DEVICE, PRIVATE]),
        (OTHER, UNKNOWN, [DEVICE, PRIVATE, FRESH]),
    ],
)
def test_a_federated_domain_is_offered_what_can_help_there(tried, behaviour, best):
    assert rungs(seen(tried, realm=FEDERATED, prompt_login=behaviour)) == best


def test_a_managed_domain_is_offered_the_ladder_as_it_is():
    assert rungs(seen(since=AGO)) == [FRESH, PRIVATE, OTHER, DEVICE]
    assert rungs(seen(DEVICE, since=NOW)) == [Rung.BROWSER, FRESH, PRIVATE, OTHER]
    assert rungs(seen(Rung.BROKER))[0] is Rung.BROWSER


def test_what_brought_the_wrong_account_of_late_is_left_out_but_a_way_is_left():
    assert rungs(seen(since=AGO, refused=frozenset({Rung.BROWSER, FRESH}))) == [PRIVATE, OTHER, DEVICE]
    assert rungs(seen(PRIVATE, since=AGO, refused=frozenset(Rung))) == [DEVICE]


@pytest.mark.parametrize(
    ("evidence", "rung", "said"),
    [
        (seen(realm=FEDERATED, prompt_login=PASSWORD), FRESH, "told to ask for a password"),
        (seen(realm=FEDERATED, prompt_login=NATIVE), FRESH, "which it has to make"),
        (seen(realm=FEDERATED), FRESH, "whether it asks for a password shows then"),
        (seen(realm=FEDERATED), PRIVATE, "most browsers do not tell sts.contoso.example"),
        (seen(PRIVATE, realm=FEDERATED), DEVICE, "takes ben@contoso.example on this computer in every window"),
        (seen(since=AGO), FRESH, "asks for the password, whoever is signed in"),
        (seen(since=AGO), PRIVATE, "does not know ben@contoso.example"),
        (seen(since=AGO), OTHER, "remembers anna@contoso.example"),
        (seen(since=AGO), DEVICE, "where ben@contoso.example is not signed in"),
    ],
)
def test_each_offer_says_why_it_is_made_here(evidence, rung, said):
    made = offers(cause_of(refusal(), NEW, evidence), NEW, evidence)
    assert said in next(offer.why for offer in made if offer.rung is rung)


@pytest.mark.parametrize(
    ("evidence", "ask", "said"),
    [
        (seen(since=AGO), NEW, "already signed in as ben@contoso.example (since "),
        (seen(since=NOW), NEW, "signed in on the sign-in page just now, although anna@contoso.example was named"),
        (seen(), NEW, "does not say when"),
        (seen(realm=FEDERATED), NEW, "sts.contoso.example signs its users in, and it answered for ben@contoso.example although"),
        (seen(FRESH, realm=FEDERATED, prompt_login=WEAK), NEW, "was asked for, which leaves out the password there"),
        (seen(FRESH, realm=FEDERATED), NEW, "although a new sign-in of anna@contoso.example was asked for"),
        (seen(PRIVATE, realm=FEDERATED), NEW, "in a window where nobody was signed in"),
        (seen(realm=replace(FEDERATED, sts="")), NEW, "a service of its own"),
        (seen(name=UPN), ASK, "deleted and created anew"),
        (seen(name=UPN, utid=OTHER_TENANT), ASK, f"from another tenant ({OTHER_TENANT}), and the saved one is at home in {TENANT}"),
        (seen(name=UPN, tid=OTHER_TENANT, utid=OTHER_TENANT), replace(ASK, tenant_id=OTHER_TENANT), "a member of the tenant"),
        (seen(name=UPN, claims={"upn": BEN}), NEW, "two user names, anna@contoso.example and ben@contoso.example"),
        (seen(since=1e300), NEW, "does not say when"),  # no time any more
        (seen(name=None, oid=OTHER_USER), NEW, "another account"),
        (
            seen(since=AGO, utid=OTHER_TENANT),
            ASK,
            f"; that account is from another tenant ({OTHER_TENANT}), the saved one a member",
        ),
    ],
)
def test_the_reason_names_what_was_seen(evidence, ask, said):
    assert said in explained(refusal(), ask, evidence).because


def test_the_kinds_of_the_accounts_are_told_only_where_they_differ():
    for evidence, ask in (
        (seen(since=AGO), ASK),
        (seen(since=AGO, utid=OTHER_TENANT), NEW),
        (seen(name=UPN, utid=OTHER_TENANT), ASK),
    ):
        assert "; that account is" not in explained(refusal(), ask, evidence).because


def test_the_next_step_is_the_one_that_helps():
    assert "add the connection with that user name" in explained(refusal(), NEW, seen(since=AGO)).next_step
    found = Candidate(f"{OTHER_USER}.{TENANT}", BEN, TENANT)
    told = explained(refusal(), NEW, seen(since=NOW), found)
    assert "confirm it" in told.next_step
    assert told.candidate is found
    assert "remove this user's connections" in explained(refusal(), ASK, seen(name=UPN)).next_step
    assert "add the connection" not in explained(refusal(), ASK, seen(since=AGO)).next_step


def test_the_details_are_for_a_colleague_and_hold_no_secret():
    evidence = seen(since=NOW, realm=replace(FEDERATED, sts_url="https://sts.contoso.example/adfs/ls"), correlation_id="c-1")
    details = dict(line.split(": ", 1) for line in explained(refusal(), ASK, evidence).details.splitlines())
    assert details["got account"] == f"{OTHER_USER}.{TENANT}"
    assert details["expected account"] == f"{USER}.{TENANT}"
    assert details["account signed in"] == "2027-01-15 08:00:05Z"
    assert details["sign-in started"] == "2027-01-15 08:00:00Z"
    assert details["federation"] == "WSTrust https://sts.contoso.example/adfs/ls"
    assert details["a new sign-in"] == "unknown"
    assert details["reason"] == "account (sts)"
    assert (details["correlation id"], details["way"]) == ("c-1", "browser")
    assert "got kind" in details
    told = explained(refusal(), ASK, seen(claims={"nonce": "n-once", "rh": "r-h", "at_hash": "a-hash"})).details
    assert not any(kept in told for kept in ("n-once", "r-h", "a-hash"))
    empty = Evidence(Claims({}, {}, {}), Rung.BROWSER, MANAGED, MANAGED, STARTED, STARTED)
    bare = explained(refusal(Mismatch.MISSING), NEW, empty).details
    assert "got user: none" in bare
    assert "federation" not in bare
    assert "got kind" not in bare


# --- what prompt=login becomes


@dataclass
class FakeWire:
    """Openly a fake: an authorization endpoint that sends everybody to *where*."""

    where: str
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def location(self, url, params):
        self.asked.append((url, dict(params)))
        return self.where


METHOD = "schemas.microsoft.com%2Fws%2F2008%2F06%2Fidentity%2Fauthenticationmethod%2Fpassword"
STS = "https://sts.contoso.example/adfs/ls/?wa=wsignin1.0"


@pytest.mark.parametrize(
    ("where", "behaviour"),
    [
        (f"{STS}&wfresh=0&wauth=http%3A%2F%2F{METHOD}", PASSWORD),
        (f"{STS}&wfresh=0&wauth=https%3A%2F%2F{METHOD}", PASSWORD),
        (f"{STS}&prompt=login", NATIVE),
        (f"{STS}&wfresh=0", WEAK),
        (STS, UNKNOWN),
        ("https://sts.contoso.example/saml?SAMLRequest=x", UNKNOWN),
        ("https://elsewhere.example/?wfresh=0", UNKNOWN),
        ("https://login.example/confirm?prompt=login", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_what_a_new_sign_in_becomes_shows_in_where_it_is_sent(where, behaviour):
    wire = FakeWire(where)
    assert prompt_login(wire, ASK, FEDERATED) is behaviour
    ((url, params),) = wire.asked
    assert url == f"https://login.example/{TENANT}/oauth2/v2.0/authorize"
    assert (params["prompt"], params["login_hint"], params["domain_hint"]) == ("login", UPN, "contoso.example")


def test_a_managed_domain_is_not_asked_what_it_makes_of_a_new_sign_in():
    wire = FakeWire(STS)
    assert prompt_login(wire, ASK, MANAGED) is UNKNOWN
    assert prompt_login(wire, ASK, replace(FEDERATED, sts="")) is UNKNOWN
    assert wire.asked == []
    prompt_login(wire, ASK, replace(FEDERATED, tenant_id=""))
    assert wire.asked[0][0].startswith("https://login.example/organizations/")
