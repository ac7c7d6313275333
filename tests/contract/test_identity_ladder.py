"""Why it was the wrong account, and the way out: real msal, real pages, real sign-in servers of the practice cloud."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import requests

from support.cloud import PracticeCloud, ScriptedPerson
from support.identity import OTHER_USER, TENANT, UPN, Desk, LyingProvider, answer, ask_for, jwt, lying_provider, with_nonce
from support.practice_desk import Obstinate, PracticeDesk, practice_desk
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.services import AZURE, GRAPH
from tenantdock.domain.signin import Rung

NANCY, MIRA, PIA, JAN = "admin@northwind.example", "mfa@northwind.example", "pia@nordlicht.example", "jan@nordlicht.example"
FRANK, TARA = "admin@fabrikam.example", "admin@tailspin.example"


class Asleep(ScriptedPerson):
    """Closes the computer's lid at the sign-in page, for an hour."""

    def __init__(self, user: str, desk: PracticeDesk) -> None:
        super().__init__(user)
        self.desk = desk

    def complete(self, url: str) -> requests.Response:
        time.sleep(0.5)  # until TenantDock waits
        self.desk.clock.ahead = 3600.0
        raise TimeoutError("nobody is there any more")


@pytest.fixture
def desk(cloud: PracticeCloud) -> Iterator[PracticeDesk]:
    with practice_desk(cloud, ScriptedPerson(NANCY)) as made:
        yield made


def hints(desk: PracticeDesk) -> tuple[str | None, str | None, str | None]:
    asked = desk.browser.opened[-1][0]
    return asked.get("login_hint"), asked.get("domain_hint"), asked.get("prompt")


# --- hints


def test_the_domain_is_hinted_at_for_members_of_a_federated_domain_only(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(FRANK))
    desk.sign_in(desk.ask(FRANK), Rung.FRESH)
    assert hints(desk) == (FRANK, "fabrikam.example", "login")
    desk.sign_in(desk.ask(FRANK, service=AZURE, pinned=True))
    assert hints(desk) == (FRANK, "fabrikam.example", None)
    desk.sit(ScriptedPerson(NANCY))
    desk.sign_in(desk.ask(NANCY))
    assert hints(desk) == (NANCY, None, None)


def test_a_partner_or_guest_at_a_customer_is_never_sent_to_the_customers_own_service(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(PIA))
    for customer in ("fabrikam.example", "adatum.example"):
        desk.sign_in(desk.ask(PIA, customer))
        assert hints(desk) == (PIA, None, None)


def test_an_account_that_is_known_to_be_at_home_elsewhere_needs_no_look_up(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(PIA))
    desk.sign_in(desk.ask(PIA, "fabrikam.example", pinned=True))
    assert [entry for entry in desk.cloud.requests(side="tls") if "userrealm" in entry["path"]] == []


def test_a_realm_that_does_not_answer_holds_no_sign_in_up(desk: PracticeDesk) -> None:
    desk.cloud.fault("fabrikam.example", "slow", seconds=30, at="realm")
    desk.sit(ScriptedPerson(FRANK))
    started = time.monotonic()
    desk.sign_in(desk.ask(FRANK), Rung.FRESH)
    assert hints(desk) == (FRANK, None, "login")
    assert time.monotonic() - started < 15
    desk.cloud.clear()


def test_no_prompt_ever_undoes_the_name(desk: PracticeDesk) -> None:
    for rung in (Rung.BROWSER, Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE):
        desk.sign_in(desk.ask(NANCY), rung)
        assert hints(desk)[0] == NANCY
        assert hints(desk)[2] in {None, "login"}


# --- causes


def test_their_own_service_took_the_computers_user_and_a_password_is_the_way_out(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(FRANK))
    refusal = desk.refused(desk.ask(FRANK))
    assert "fabrikam.example is a federated domain: localhost signs its users in" in refusal.because
    assert "it answered for kiosk@fabrikam.example although admin@fabrikam.example was named" in refusal.because
    best = refusal.offers[0]
    assert best.rung is Rung.FRESH
    assert "told to ask for a password" in best.why
    assert "asks for a password" in refusal.details
    assert refusal.candidate is None  # the seed of this program: never to be confirmed
    assert desk.sign_in(desk.ask(FRANK), best.rung).username == FRANK


def test_where_a_new_sign_in_asks_for_no_password_it_is_not_offered(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(TARA, joined=True))
    refusal = desk.refused(desk.ask(TARA))
    assert refusal.next_rungs == ("private", "other-profile", "device-code")
    assert "most browsers do not tell localhost" in refusal.offers[0].why
    assert refusal.candidate is None
    assert desk.sign_in(desk.ask(TARA), refusal.offers[0].rung).username == TARA


def test_a_service_that_knows_the_computer_leaves_only_another_device(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(TARA, joined=True))
    everywhere = desk.browser.person
    everywhere.private_window = lambda: everywhere  # a private window that hands the computer's user on, as policies can have it
    refusal = desk.refused(desk.ask(TARA), Rung.PRIVATE)
    assert "in a window where nobody was signed in" in refusal.because
    assert refusal.next_rungs == ("device-code",)
    assert "on another device you can sign in as admin@tailspin.example" in refusal.offers[0].why


def test_an_account_that_was_signed_in_before_is_told_with_its_time(desk: PracticeDesk) -> None:
    desk.sit(Obstinate(MIRA, keep=True))
    desk.sign_in(desk.ask(MIRA))  # now the browser knows Mira
    desk.clock.ahead = 7200  # two hours later, here and there
    desk.cloud.fault("northwind.example", "clock-skew", seconds=7200)
    refusal = desk.refused(desk.ask(NANCY))
    assert f"this browser was already signed in as {MIRA} (since " in refusal.because
    assert refusal.offers[0].rung is Rung.FRESH
    assert refusal.candidate is None
    assert "add the connection with that user name" in refusal.next_step
    desk.sit(ScriptedPerson(NANCY))
    assert desk.sign_in(desk.ask(NANCY), Rung.FRESH).username == NANCY


def test_an_account_that_was_chosen_by_hand_is_told_and_has_to_be_typed_to_be_confirmed(desk: PracticeDesk) -> None:
    desk.sit(Obstinate(MIRA))
    refusal = desk.refused(desk.ask(NANCY))
    assert f"{MIRA} signed in on the sign-in page just now, although {NANCY} was named there" in refusal.because
    assert refusal.candidate is not None
    assert not refusal.candidate.certain
    assert (refusal.candidate.typed, refusal.candidate.username) == (NANCY, MIRA)
    enrolled = desk.refused(desk.ask(NANCY, pinned=True))
    assert enrolled.candidate is None
    assert enrolled.next_rungs[0] == "fresh"


@pytest.mark.parametrize("ahead", [-3600.0, 3600.0])
def test_a_clock_that_is_off_makes_no_new_sign_in_an_old_one(desk: PracticeDesk, ahead: float) -> None:
    desk.clock.ahead = ahead
    desk.sit(Obstinate(MIRA))
    refusal = desk.refused(desk.ask(NANCY))
    assert "signed in on the sign-in page just now" in refusal.because
    assert refusal.candidate is not None


def test_a_user_of_another_tenant_is_no_candidate(desk: PracticeDesk) -> None:
    desk.sit(Obstinate(PIA))
    refusal = desk.refused(desk.ask(NANCY))
    assert PIA in refusal.got
    assert refusal.candidate is None
    details = dict(line.split(": ", 1) for line in refusal.details.splitlines())
    assert details["got kind"].startswith("from another tenant")
    assert details["identity provider"]


def test_a_member_of_the_customer_is_not_the_partner_that_was_meant(desk: PracticeDesk) -> None:
    desk.sit(Obstinate("admin@contoso.example"))
    refusal = desk.refused(desk.ask(PIA, "contoso.example", pinned=True))
    assert "got kind: a member of the tenant" in refusal.details
    home = desk.cloud.tenant_id("nordlicht.example")
    assert refusal.because.endswith(f"; that account is a member of the tenant, the saved one from another tenant ({home})")
    desk.sit(Obstinate(JAN))
    assert JAN in desk.refused(desk.ask(PIA, "contoso.example", pinned=True)).got


def test_ways_that_failed_are_not_offered_again_until_one_works(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(TARA, joined=True))
    assert Rung.PRIVATE.value in desk.refused(desk.ask(TARA)).next_rungs
    assert desk.refused(desk.ask(TARA), Rung.FRESH).next_rungs == ("private", "other-profile", "device-code")
    desk.sign_in(desk.ask(TARA), Rung.PRIVATE)
    assert desk.refused(desk.ask(TARA)).next_rungs == ("private", "other-profile", "device-code")
    desk.clock.ahead = 601
    assert desk.refused(desk.ask(TARA), Rung.FRESH).next_rungs == ("private", "other-profile", "device-code")


def test_look_ups_that_hang_delay_no_explanation(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(FRANK))
    desk.cloud.fault("fabrikam.example", "slow", seconds=60, at="realm")
    started = time.monotonic()
    refusal = desk.refused(desk.ask(FRANK))
    assert time.monotonic() - started < 15
    assert "kiosk@fabrikam.example" in refusal.got
    assert refusal.offers
    assert refusal.candidate is None
    desk.cloud.clear()


# --- aliases and renamed users


def test_an_alias_can_be_confirmed_and_is_then_the_account(desk: PracticeDesk) -> None:
    alias, real = "patti@proseware.example", "admin@proseware.example"
    desk.sit(ScriptedPerson(alias))
    connection = desk.add(alias)
    with pytest.raises(WrongAccount) as refused:
        desk.click(connection)
    found = refused.value.candidate
    assert found is not None
    assert (found.typed, found.username) == (alias, real)
    assert "confirm it" in refused.value.next_step
    assert desk.vault.sealed == {}
    desk.connecting.confirm(connection.id, found, real)
    assert desk.click(connection).username == real
    assert hints(desk)[0] == real
    assert desk.cloud.account(real)["homeAccountId"] == desk.directory.connection(connection.id).account.home_account_id
    desk.sit(Obstinate(PIA))
    desk.identity.forget(connection.account)
    with pytest.raises(WrongAccount):
        desk.click(connection)


@pytest.fixture
def liar() -> Iterator[LyingProvider]:
    with lying_provider() as provider:
        yield provider


def told(provider: LyingProvider, **claims: object):
    """A provider that answers for Ben with these claims."""

    def made(form: dict[str, str]) -> dict[str, object]:
        right = with_nonce(provider, answer(form, "", oid=OTHER_USER, upn="ben@contoso.example"))
        identity = {"tid": TENANT, "oid": OTHER_USER, "preferred_username": "ben@contoso.example", "auth_time": int(time.time())}
        nonce = {"nonce": provider.nonces["hashed"]} if form["grant_type"] == "authorization_code" else {}
        return {**right, "id_token": jwt({**identity, "aud": form["client_id"], **nonce, **claims})}

    return made


@pytest.mark.parametrize("claims", [{"email": UPN}, {"verified_primary_email": [UPN.upper()]}, {"verified_secondary_email": [UPN]}])
@pytest.mark.parametrize("federated", [False, True])
def test_an_address_that_the_provider_lists_makes_it_certain_unless_the_domain_is_federated(
    liar: LyingProvider, claims: dict[str, object], *, federated: bool
) -> None:
    if federated:
        liar.realm = {"NameSpaceType": "Federated", "AuthURL": "https://sts.contoso.example/adfs/ls/?x=1"}
    desk = Desk(liar)
    desk.ask = ask_for(liar.cloud, pinned=False)
    liar.token = told(liar, **claims)
    with pytest.raises(WrongAccount) as refused:
        desk.by_browser()
    found = refused.value.candidate
    assert found is not None
    assert found.certain is not federated
    assert found.home_account_id == f"{OTHER_USER}.{TENANT}"
    assert desk.vault.sealed == {}


def test_what_a_silent_refresh_brings_is_never_confirmed(liar: LyingProvider) -> None:
    desk = Desk(liar)
    liar.token = lambda form: with_nonce(liar, answer(form, ""))
    desk.by_browser()
    desk.ask = ask_for(liar.cloud, pinned=False)
    liar.token = told(liar, email=UPN)
    with pytest.raises(WrongAccount) as refused:
        desk.silently()
    assert refused.value.candidate is None
    assert "the saved sign-in answered" in refused.value.because


def test_a_user_that_was_created_anew_is_offered_no_way_to_sign_in(liar: LyingProvider) -> None:
    desk = Desk(liar)
    liar.token = told(liar, preferred_username=UPN)
    with pytest.raises(WrongAccount) as refused:
        desk.by_browser()
    assert refused.value.offers == ()
    assert refused.value.candidate is None
    assert "remove this user's connections" in refused.value.next_step


# --- kinds of account, and how often anybody is asked


def test_one_second_factor_serves_all_customers_of_a_partner_in_clicks(desk: PracticeDesk) -> None:
    desk.sit(ScriptedPerson(PIA))
    first = desk.click(desk.add(PIA, "northwind.example"))
    assert first.prompted
    for customer in ("contoso.example", "litware.example", "adatum.example", "nordlicht.example", "fabrikam.example"):
        signed_in = desk.click(desk.add(PIA, customer))
        assert not signed_in.prompted
        assert signed_in.connection.tenant.id == desk.cloud.tenant_id(customer)
    assert desk.cloud.prompts() == 1


def test_several_accounts_of_one_tenant_stay_apart(desk: PracticeDesk) -> None:
    seen = {}
    for user in (PIA, JAN, "admin@contoso.example"):
        desk.sit(ScriptedPerson(user))
        result = desk.click(desk.add(user, "contoso.example", name=user))
        seen[user] = result.connection.account.home_account_id
        assert result.username == user
    assert len(set(seen.values())) == 3
    assert desk.cloud.prompts() == 3
    for row in desk.directory.rows():
        result = desk.connecting.renew(row.id, Cancel())
        assert result.username == row.username


@pytest.mark.parametrize(
    ("user", "rung", "prompts", "passwords"),
    [(NANCY, None, 3, 1), (NANCY, Rung.FRESH, 3, 1), (FRANK, Rung.FRESH, 3, 0)],
)
def test_four_services_of_a_new_customer_ask_for_one_password(
    desk: PracticeDesk, user: str, rung: Rung | None, prompts: int, passwords: int
) -> None:
    desk.sit(ScriptedPerson(user))
    result = desk.click(desk.add(user, services=("graph", "azure", "exchange", "compliance")), rung)
    assert result.prompted
    assert desk.cloud.prompts() == prompts  # Exchange and Compliance are one client
    assert desk.pages("password") == passwords
    assert desk.pages("sts") == (1 if user == FRANK else 0)


def test_a_suspended_computer_says_that_the_time_is_over_and_keeps_nothing(desk: PracticeDesk) -> None:
    desk.sit(Asleep(NANCY, desk))
    started = time.monotonic()
    with pytest.raises(Exception, match="did not come back in time"):
        desk.sign_in(desk.ask(NANCY))
    assert time.monotonic() - started < 20
    assert desk.vault.sealed == {}
    desk.browser.finish()
    assert len(desk.browser.stopped) == 1
    desk.browser.stopped.clear()


def test_another_service_keeps_the_account_of_the_first(desk: PracticeDesk) -> None:
    connection = desk.add(NANCY, services=("graph", "azure"))
    sign_in = desk.identity.interactive
    asked = []

    def second_is_somebody_else(ask, cancel, progress):
        asked.append(ask)
        if ask.token.service.key == AZURE.key:
            desk.sit(Obstinate(MIRA))
        return sign_in(ask, cancel, progress)

    desk.identity.interactive = second_is_somebody_else  # type: ignore[method-assign]
    with pytest.raises(WrongAccount) as refused:
        desk.click(connection)
    assert MIRA in refused.value.got
    assert [ask.token.service for ask in asked] == [GRAPH, AZURE]
    assert desk.cloud.account(MIRA)["homeAccountId"].encode() not in b"".join(desk.vault.sealed.values())
