"""Unmodified msal behind EntraIdentity, against the practice cloud: a real process, real TLS, real pages."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import pytest

from support.cloud import PracticeCloud, ScriptedPerson
from support.identity import FakeVault, PersonsBrowser, TestClock
from support.networking import hasty
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import OWN_PROFILE, Account, BrowserChoice, UserName
from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed, SignInRequired, UnknownDomain
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.services import AZURE, COMPLIANCE, EXCHANGE, GRAPH, Service
from tenantdock.domain.signin import AccessToken, DeviceCode, Progress, RealmKind, Rung, SignInAsk, TokenAsk
from tenantdock.identity.entra import EntraIdentity


@dataclass
class Bench:
    """Identity on its own vault, with a scripted person at the browser."""

    cloud: PracticeCloud
    vault: FakeVault
    clock: TestClock
    browser: PersonsBrowser
    identity: EntraIdentity
    cancel: Cancel

    def ask(self, user: str, domain: str = "", service: Service = GRAPH, *, pinned: bool = False) -> TokenAsk:
        home = self.cloud.account(user)["homeAccountId"] if pinned else ""
        account = Account(user.encode().hex().ljust(32, "0")[:32], "sandbox", user, home)
        return TokenAsk(self.cloud.cloud, self.cloud.tenant_id(domain or user.partition("@")[2]), account, service)

    def sign_in(self, ask: TokenAsk, rung: Rung = Rung.BROWSER, progress=lambda _: None) -> AccessToken:
        return self.identity.interactive(SignInAsk(ask, rung, BrowserChoice()), self.cancel, progress)

    def restarted(self) -> EntraIdentity:
        """Another TenantDock, later, with what was sealed."""
        return EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, network=hasty(self.clock))

    def asked(self) -> int:
        """How many requests came over TLS: what identity itself asked for."""
        return len(self.cloud.requests(side="tls"))

    def posts(self, grant: str = "refresh_token") -> int:
        return sum(entry["grant"] == grant for entry in self.cloud.requests())


@pytest.fixture
def bench(cloud: PracticeCloud) -> Iterator[Bench]:
    made = make_bench(cloud, ScriptedPerson("admin@northwind.example"))
    yield made
    made.browser.finish()
    assert not made.browser.stopped, made.browser.stopped


def make_bench(cloud: PracticeCloud, person: ScriptedPerson) -> Bench:
    vault, clock, cancel = FakeVault(), TestClock(), Cancel()
    browser = PersonsBrowser(person)
    identity = EntraIdentity(vault=vault, browsers=browser, clock=clock, sign_in_timeout=30, network=hasty(clock))
    return Bench(cloud, vault, clock, browser, identity, cancel)


def as_person(bench: Bench, person: ScriptedPerson) -> None:
    bench.browser.person.browser.close()
    bench.browser.person = person


def test_first_sign_in_pins_and_is_silent_afterwards(bench: Bench) -> None:
    ask = bench.ask("admin@northwind.example")
    with pytest.raises(SignInRequired):
        bench.identity.silent(ask, Cancel())
    seen: list[Progress] = []
    token = bench.sign_in(ask, progress=seen.append)
    assert token.proof.home_account_id == bench.cloud.account("admin@northwind.example")["homeAccountId"]
    assert token.tenant_id == ask.tenant_id
    assert token.username == "admin@northwind.example"
    assert token.expires_on > bench.clock.now() + 3000
    assert seen[0].step == "browser"
    assert "press Cancel" in seen[0].text
    pinned = bench.ask("admin@northwind.example", pinned=True)
    before = bench.asked()
    assert bench.identity.silent(pinned, Cancel()) is token
    assert bench.identity.peek(pinned) is token
    assert bench.asked() == before
    asked, choice, private = bench.browser.opened[0]
    assert (asked["login_hint"], asked.get("prompt"), asked["response_mode"]) == ("admin@northwind.example", None, "form_post")
    assert (choice, private) == (BrowserChoice(), False)
    bench.browser.finish()
    assert "close this window" in bench.browser.pages[0]


def test_a_restart_signs_in_silently_from_the_vault(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    later = bench.restarted()
    assert later.peek(pinned) is None
    assert later.silent(pinned, Cancel()).username == "admin@northwind.example"
    assert bench.cloud.prompts() == 1


def test_one_prompt_serves_all_customers_of_a_partner(bench: Bench) -> None:
    as_person(bench, ScriptedPerson("pia@nordlicht.example"))
    bench.sign_in(bench.ask("pia@nordlicht.example"))
    tenants = [place["tenant"] for place in bench.cloud.account("pia@nordlicht.example")["places"]]
    domains = [t["domain"] for t in bench.cloud.people()["tenants"] if t["id"] in tenants or t["domain"] in tenants]
    assert len(domains) >= 15
    seen = set()
    for domain in domains:
        ask = bench.ask("pia@nordlicht.example", domain, pinned=True)
        token = bench.identity.silent(ask, Cancel())
        assert token.tenant_id == ask.tenant_id
        assert token.proof.home_account_id == ask.account.home_account_id
        seen.add(token.tenant_id)
    assert len(seen) == len(domains)
    assert bench.cloud.prompts() == 1


def test_a_guest_is_proven_in_the_other_tenant(bench: Bench) -> None:
    as_person(bench, ScriptedPerson("pia@nordlicht.example"))
    token = bench.sign_in(bench.ask("pia@nordlicht.example", "adatum.example"))
    assert token.proof.guest
    assert token.tenant_id == bench.cloud.tenant_id("adatum.example")


def test_the_machines_user_is_refused_and_nothing_is_stored(bench: Bench) -> None:
    as_person(bench, ScriptedPerson("admin@fabrikam.example"))
    ask = bench.ask("admin@fabrikam.example")
    with pytest.raises(WrongAccount) as refused:
        bench.sign_in(ask)
    error = refused.value
    assert error.expected.startswith("admin@fabrikam.example")
    assert "kiosk@fabrikam.example" in error.got
    assert "federated" in error.because
    assert "localhost" in error.because
    assert error.next_rungs == ("fresh", "private", "other-profile", "device-code")
    assert bench.cloud.account("kiosk@fabrikam.example")["homeAccountId"] in error.details
    assert "correlation id: " in error.details
    assert bench.vault.sealed == {}
    assert bench.vault.seals == 0
    assert bench.identity.peek(ask) is None
    with pytest.raises(SignInRequired):
        bench.identity.silent(ask, Cancel())
    token = bench.sign_in(ask, Rung.FRESH)
    assert token.username == "admin@fabrikam.example"
    assert bench.browser.opened[1][0]["prompt"] == "login"
    assert b"kiosk" not in bench.vault.sealed[ask.account.id]


@pytest.mark.parametrize("way_out", [Rung.PRIVATE, Rung.OTHER_PROFILE])
def test_where_a_fresh_password_does_not_help_another_window_does(bench: Bench, way_out: Rung) -> None:
    as_person(bench, ScriptedPerson("admin@tailspin.example", joined=True))
    ask = bench.ask("admin@tailspin.example")
    for rung in (Rung.BROWSER, Rung.FRESH):
        with pytest.raises(WrongAccount):
            bench.sign_in(ask, rung)
    assert bench.vault.sealed == {}
    assert bench.sign_in(ask, way_out).username == "admin@tailspin.example"
    _, choice, private = bench.browser.opened[-1]
    assert private == (way_out is Rung.PRIVATE)
    assert choice.profile == ("" if private else OWN_PROFILE + ask.account.id)


def test_a_second_wrong_sign_in_leaves_the_good_one_as_it_was(bench: Bench) -> None:
    token = bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    sealed = dict(bench.vault.sealed)
    with typing_the_code("mfa@northwind.example") as show, pytest.raises(WrongAccount) as refused:
        bench.sign_in(pinned, Rung.DEVICE_CODE, show)
    assert "mfa@northwind.example" in refused.value.got
    assert "code was used" in refused.value.because
    assert bench.vault.sealed == sealed
    assert bench.identity.peek(pinned) is token


def test_signing_in_to_a_tenant_without_the_account_can_be_cancelled(bench: Bench) -> None:
    as_person(bench, ScriptedPerson("admin@northwind.example"))
    bench.browser.on_stopped = bench.cancel.cancel
    with pytest.raises(Cancelled):
        bench.sign_in(bench.ask("admin@northwind.example", "wingtip.example"))
    bench.browser.finish()
    assert len(bench.browser.stopped) == 1
    assert bench.vault.sealed == {}
    bench.browser.stopped.clear()


def test_a_disabled_account_is_told_apart(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    bench.cloud.person("admin@northwind.example", disabled=True)
    pinned = bench.ask("admin@northwind.example", pinned=True)
    with pytest.raises(SignInFailed) as failed:
        bench.restarted().silent(pinned, Cancel())
    assert failed.value.aadsts == "50057"
    assert "disabled" in failed.value.message
    assert "administrator" in failed.value.next_step
    bench.cloud.person("admin@northwind.example", disabled=False)
    assert bench.restarted().silent(pinned, Cancel()).username == "admin@northwind.example"


def test_a_second_factor_is_asked_for_on_the_page(bench: Bench) -> None:
    as_person(bench, ScriptedPerson("mfa@northwind.example"))
    token = bench.sign_in(bench.ask("mfa@northwind.example"))
    assert token.username == "mfa@northwind.example"


def test_revoked_sign_ins_need_a_person(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    bench.cloud.person("admin@northwind.example", revoke=True)
    with pytest.raises(SignInRequired) as required:
        bench.restarted().silent(bench.ask("admin@northwind.example", pinned=True), Cancel())
    assert required.value.aadsts
    assert required.value.next_step


def test_an_answer_that_interaction_is_needed_is_told_in_words(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    bench.cloud.fault("northwind.example", "interaction-required")
    with pytest.raises(SignInRequired) as required:
        bench.restarted().silent(bench.ask("admin@northwind.example", pinned=True), Cancel())
    assert required.value.aadsts
    assert f"AADSTS{required.value.aadsts}" in required.value.message


def test_a_claims_challenge_goes_to_the_person_and_back(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    bench.cloud.fault("northwind.example", "interaction-required")
    with pytest.raises(SignInRequired) as required:
        bench.identity.silent(pinned, Cancel(), force=True)
    assert json.loads(required.value.claims)
    bench.sign_in(pinned)
    assert json.loads(bench.browser.opened[-1][0]["claims"]) == json.loads(required.value.claims)


def test_try_again_really_tries_after_throttling(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    later = bench.restarted()
    bench.cloud.fault("northwind.example", "throttle", retry_after=17, at="token", times=1)
    with pytest.raises(NetworkTrouble) as trouble:
        later.silent(pinned, Cancel())
    assert trouble.value.retry_after == 17
    assert "17 seconds" in trouble.value.next_step
    assert later.silent(pinned, Cancel()).username == "admin@northwind.example"


@pytest.mark.parametrize("at", ["discovery", "token"])
@pytest.mark.parametrize(("fault", "values"), [("server-error", {"status": 503}), ("reset", {})])
def test_passing_faults_are_network_trouble_and_pass(bench: Bench, fault: str, values: dict[str, int], at: str) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    later = bench.restarted()
    times = 4 if fault == "server-error" else 1  # a 5xx is tried again some times before a person hears of it
    bench.cloud.fault("northwind.example", fault, at=at, times=times, **values)
    with pytest.raises(NetworkTrouble) as trouble:
        later.silent(pinned, Cancel())
    assert trouble.value.next_step
    assert later.silent(pinned, Cancel()).username == "admin@northwind.example"


def test_what_is_still_valid_works_while_the_service_is_down(bench: Bench) -> None:
    token = bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    bench.cloud.fault("northwind.example", "server-error", status=503, at="all")
    before = bench.asked()
    assert bench.identity.silent(pinned, Cancel()) is token
    assert bench.asked() == before
    bench.clock.ahead = 3600 - 200
    assert bench.identity.peek(pinned) is None
    assert bench.identity.silent(pinned, Cancel()) is token  # it asks, and falls back to what is valid still
    with pytest.raises(NetworkTrouble):
        bench.identity.silent(pinned, Cancel(), force=True)
    bench.clock.ahead = 3700
    with pytest.raises(NetworkTrouble):
        bench.identity.silent(pinned, Cancel())


def test_a_short_token_serves_half_its_life_then_is_renewed(bench: Bench) -> None:
    bench.cloud.fault("northwind.example", "token-lifetime", seconds=10)
    first = bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    assert bench.identity.peek(pinned) is first
    bench.clock.ahead = 6
    assert bench.identity.peek(pinned) is None
    second = bench.identity.silent(pinned, Cancel())
    assert second.secret != first.secret


def test_rotated_refresh_tokens_are_sealed(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    first = bench.vault.sealed[pinned.account.id]
    bench.identity.silent(pinned, Cancel(), force=True)
    assert bench.vault.sealed[pinned.account.id] != first
    assert bench.restarted().silent(pinned, Cancel()).username == "admin@northwind.example"


def test_two_clients_have_a_refresh_token_each(bench: Bench) -> None:
    graph = bench.ask("admin@northwind.example")
    bench.sign_in(graph)
    azure = bench.ask("admin@northwind.example", service=AZURE, pinned=True)
    with pytest.raises(SignInRequired):
        bench.identity.silent(azure, Cancel())
    bench.sign_in(azure)
    later = bench.restarted()
    for service in (GRAPH, AZURE):
        assert later.silent(bench.ask("admin@northwind.example", service=service, pinned=True), Cancel()).service == service.key


def test_two_services_of_one_client_share_the_refresh_token(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example", service=EXCHANGE))
    token = bench.identity.silent(bench.ask("admin@northwind.example", service=COMPLIANCE, pinned=True), Cancel())
    assert token.service == "compliance"
    assert bench.cloud.prompts() == 1


@contextlib.contextmanager
def typing_the_code(user: str) -> Iterator[Callable[[Progress], None]]:
    """A person who types the device code as soon as it is shown."""
    typing: list[threading.Thread] = []

    def show(progress: Progress) -> None:
        if progress.device_code is not None:
            assert progress.device_code.user_code in progress.text
            assert progress.device_code.expires_on > time.time()
            typing.append(threading.Thread(target=go, args=(progress.device_code,)))
            typing[0].start()

    def go(code: DeviceCode) -> None:
        person = ScriptedPerson(user)
        with person.browser:
            person.type_code(code.address, code.user_code)

    yield show
    typing[0].join(20)


def test_a_device_code_signs_in(bench: Bench) -> None:
    with typing_the_code("admin@northwind.example") as show:
        token = bench.sign_in(bench.ask("admin@northwind.example"), Rung.DEVICE_CODE, show)
    assert token.username == "admin@northwind.example"
    assert bench.browser.opened == []


def test_a_device_code_can_be_cancelled(bench: Bench) -> None:
    ended: list[float] = []

    def show(progress: Progress) -> None:
        if progress.device_code is not None:
            threading.Timer(0.2, lambda: (ended.append(time.monotonic()), bench.cancel.cancel())).start()

    with pytest.raises(Cancelled):
        bench.sign_in(bench.ask("admin@northwind.example"), Rung.DEVICE_CODE, show)
    assert time.monotonic() - ended[0] < 1


def test_eight_at_once_make_one_request(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    later = bench.restarted()
    bench.cloud.fault("northwind.example", "slow", seconds=1, at="token")
    with ThreadPoolExecutor(8) as pool:
        tokens = list(pool.map(lambda _: later.silent(pinned, Cancel()), range(8)))
    assert all(token is tokens[0] for token in tokens)
    assert bench.posts() == 1


def test_many_tenants_at_once_do_not_disturb_each_other(bench: Bench) -> None:
    as_person(bench, ScriptedPerson("pia@nordlicht.example"))
    bench.sign_in(bench.ask("pia@nordlicht.example"))
    domains = [
        "northwind.example",
        "contoso.example",
        "litware.example",
        "proseware.example",
        "woodgrove.example",
        "alpine.example",
    ]
    asks = [bench.ask("pia@nordlicht.example", domain, pinned=True) for domain in domains]
    later = bench.restarted()
    with ThreadPoolExecutor(6) as pool:
        tokens = list(pool.map(lambda ask: later.silent(ask, Cancel()), asks))
    assert [token.tenant_id for token in tokens] == [ask.tenant_id for ask in asks]
    assert bench.restarted().silent(asks[0], Cancel()).tenant_id == asks[0].tenant_id


def test_forgetting_removes_everything_and_stays_so(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    bench.identity.forget(pinned.account)
    assert bench.vault.sealed == {}
    assert bench.identity.peek(pinned) is None
    with pytest.raises(SignInRequired):
        bench.identity.silent(pinned, Cancel())


def test_a_refresh_under_way_cannot_bring_a_forgotten_account_back(bench: Bench) -> None:
    bench.sign_in(bench.ask("admin@northwind.example"))
    pinned = bench.ask("admin@northwind.example", pinned=True)
    bench.cloud.fault("northwind.example", "slow", seconds=1, at="token")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(bench.identity.silent, pinned, Cancel(), force=True)
        time.sleep(0.4)
        bench.identity.forget(pinned.account)
        with pytest.raises(Cancelled):
            running.result()
    assert bench.vault.sealed == {}
    assert bench.identity.peek(pinned) is None


def test_realms_and_tenants_are_found(bench: Bench) -> None:
    identity, practice = bench.identity, bench.cloud.cloud
    managed = identity.realm(practice, UserName.parse("admin@northwind.example"), Cancel())
    federated = identity.realm(practice, UserName.parse("admin@fabrikam.example"), Cancel())
    assert (managed.kind, managed.brand) == (RealmKind.MANAGED, "Northwind Traders")
    assert federated.kind is RealmKind.FEDERATED
    assert federated.sts
    before = bench.asked()
    identity.realm(practice, UserName.parse("ADMIN@fabrikam.example"), Cancel())
    assert bench.asked() == before
    tenant = bench.cloud.tenant_id("northwind.example")
    assert identity.tenant_of(practice, "northwind.example", Cancel()) == tenant
    assert identity.tenant_of(practice, tenant, Cancel()) == tenant
    with pytest.raises(UnknownDomain) as unknown:
        identity.tenant_of(practice, "nowhere.example", Cancel())
    assert "nowhere.example" in unknown.value.message
    bench.cloud.fault("contoso.example", "server-error", status=503, at="all")
    with pytest.raises(NetworkTrouble):
        identity.tenant_of(practice, "contoso.example", Cancel())
    assert identity.realm(practice, UserName.parse("admin@contoso.example"), Cancel()).kind is RealmKind.UNKNOWN


def test_a_cloud_that_is_down_is_named(bench: Bench) -> None:
    gone = replace(bench.cloud.cloud, authority="https://localhost:1")
    ask = replace(bench.ask("admin@northwind.example"), cloud=gone)
    with pytest.raises(NetworkTrouble) as trouble:
        bench.sign_in(ask)
    assert trouble.value.message == "Practice cloud (localhost:1) has stopped."
    assert "start it again" in trouble.value.next_step
    with pytest.raises(NetworkTrouble):
        bench.identity.tenant_of(gone, "northwind.example", Cancel())
