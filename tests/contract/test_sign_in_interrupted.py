"""Two TenantDocks at once, a laptop that sleeps, a process that is stopped: a sign-in in the middle comes to no harm."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from support.cloud import PracticeCloud, ScriptedPerson
from support.fakes import MemoryKeyStore
from support.identity import (
    FakeVault,
    LyingProvider,
    PersonsBrowser,
    PostingBrowser,
    Reply,
    TestClock,
    ask_for,
    lying_provider,
    sign_in,
    with_nonce,
)
from support.signing_process import SigningProcess
from support.trials import Hasty
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import Account
from tenantdock.domain.errors import SignInFailed
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import Progress, Rung, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity
from tenantdock.vault.store import KeyringVault

ENGINEER = "pia@nordlicht.example"
NIGHT = 9 * 3600.0
stopping = pytest.mark.skipif(sys.platform == "win32", reason="only Unix stops a process by a signal")


# --- two of them


def test_two_identities_on_one_vault_sign_the_same_account_in_at_once(cloud: PracticeCloud, tmp_path: Path) -> None:
    keys, clock = MemoryKeyStore(), TestClock()
    home = cloud.account(ENGINEER)["homeAccountId"]
    browsers = [PersonsBrowser(ScriptedPerson(ENGINEER)) for _ in range(2)]

    def made(browser: PersonsBrowser) -> EntraIdentity:
        vault = KeyringVault(tmp_path, keys, clock)
        return EntraIdentity(vault=vault, browsers=browser, clock=clock, sign_in_timeout=20)

    def ask(domain: str, pin: str = home) -> TokenAsk:
        account = Account("a" * 32, "sandbox", ENGINEER, pin)
        return TokenAsk(cloud.cloud, cloud.tenant_id(domain), account, GRAPH)

    identities = [made(browser) for browser in browsers]
    domains = ["nordlicht.example", "contoso.example", "litware.example", "proseware.example"]
    asks = [ask(domain) for domain in domains]
    with ThreadPoolExecutor(2) as pool:
        first = list(pool.map(lambda each: each.interactive(sign_in(ask(domains[0], "")), Cancel(), no_progress), identities))

        def refresh(identity: EntraIdentity) -> list[Any]:
            return [identity.silent(each, Cancel(), force=True) for _ in range(3) for each in asks]

        refreshed = [token for tokens in pool.map(refresh, identities) for token in tokens]
    assert {token.proof.home_account_id for token in [*first, *refreshed]} == {home}
    for token, wanted in zip(refreshed, asks * 6, strict=True):
        assert token.tenant_id == wanted.tenant_id
    later = made(browsers[0])
    assert later.silent(asks[1], Cancel()).proof.home_account_id == home
    assert cloud.prompts() == 2
    for browser in browsers:
        browser.finish()
        assert not browser.stopped


@pytest.fixture
def processes(cloud: PracticeCloud, tmp_path: Path) -> Iterator[Callable[[], SigningProcess]]:
    """Makes processes for the partner's engineer, all on one folder."""
    made: list[SigningProcess] = []

    def start() -> SigningProcess:
        made.append(SigningProcess(tmp_path, cloud.cloud, ENGINEER, cloud.account(ENGINEER)["homeAccountId"]))
        return made[-1]

    yield start
    for each in made:
        each.close()


def complete(url: str) -> None:
    person = ScriptedPerson(ENGINEER)
    with person.browser, person.complete(url) as page:
        assert page.status_code == 200


def test_two_processes_sign_the_same_account_in_at_once(cloud: PracticeCloud, processes: Callable[[], SigningProcess]) -> None:
    home, tenant = cloud.account(ENGINEER)["homeAccountId"], cloud.tenant_id("nordlicht.example")
    customer = cloud.tenant_id("contoso.example")
    both = processes(), processes()
    for each in both:
        each.tell(do="browser", tenant=tenant)
    urls = [each.hear()["opened"] for each in both]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(complete, urls))
    assert [(told["home"], told["tenant"]) for told in (each.hear() for each in both)] == [(home, tenant)] * 2
    for _ in range(4):
        for each in both:
            each.tell(do="silent", tenant=customer)
        assert [each.hear().get("tenant") for each in both] == [customer] * 2
    third = processes()
    third.tell(do="silent", tenant=customer)
    told = third.hear()
    assert (told.get("home"), told.get("tenant")) == (home, customer), told


# --- a process that is stopped


@stopping
def test_a_process_stopped_while_the_browser_is_open_goes_on(cloud: PracticeCloud, processes: Callable[[], SigningProcess]) -> None:
    one, tenant = processes(), cloud.tenant_id("nordlicht.example")
    one.tell(do="browser", tenant=tenant)
    url = one.hear()["opened"]
    os.kill(one.process.pid, signal.SIGSTOP)
    person = threading.Thread(target=complete, args=(url,))
    person.start()
    until(lambda: any(entry["path"] == "/signin/*" and entry["method"] == "POST" for entry in cloud.requests()))
    time.sleep(0.5)  # the answer waits at a listener that does not run
    assert not cloud.requests(grant="authorization_code")
    os.kill(one.process.pid, signal.SIGCONT)
    told = one.hear()
    person.join(10)
    assert (told.get("username"), told.get("tenant")) == (ENGINEER, tenant), told
    one.tell(do="silent", tenant=cloud.tenant_id("contoso.example"))
    assert one.hear()["tenant"] == cloud.tenant_id("contoso.example")


@stopping
def test_a_process_stopped_while_a_code_is_polled_goes_on(cloud: PracticeCloud, processes: Callable[[], SigningProcess]) -> None:
    one, tenant = processes(), cloud.tenant_id("nordlicht.example")
    one.tell(do="device-code", tenant=tenant)
    code = one.hear()
    until(lambda: cloud.requests(grant="device_code"))
    os.kill(one.process.pid, signal.SIGSTOP)
    person = ScriptedPerson(ENGINEER)
    with person.browser:
        person.type_code(code["address"], code["code"])
    os.kill(one.process.pid, signal.SIGCONT)
    told = one.hear()
    assert (told.get("username"), told.get("tenant")) == (ENGINEER, tenant), told


@stopping
def test_a_process_stopped_during_a_silent_refresh_goes_on(cloud: PracticeCloud, processes: Callable[[], SigningProcess]) -> None:
    one, customer = processes(), cloud.tenant_id("contoso.example")
    one.tell(do="browser", tenant=cloud.tenant_id("nordlicht.example"))
    complete(one.hear()["opened"])
    assert "home" in one.hear()
    cloud.fault("contoso.example", "slow", seconds=0.6, at="token", times=1)
    one.tell(do="silent", tenant=customer)
    until(lambda: any(entry["path"].endswith("/token") and customer in entry["path"] for entry in cloud.requests()))
    os.kill(one.process.pid, signal.SIGSTOP)
    time.sleep(1)  # the answer comes meanwhile
    os.kill(one.process.pid, signal.SIGCONT)
    told = one.hear()
    assert told.get("tenant") == customer, told
    other = processes()
    other.tell(do="silent", tenant=customer)
    assert other.hear().get("tenant") == customer


@stopping
def test_a_process_killed_in_the_middle_of_a_sign_in_leaves_what_was_there(
    cloud: PracticeCloud, processes: Callable[[], SigningProcess]
) -> None:
    one, customer = processes(), cloud.tenant_id("contoso.example")
    one.tell(do="browser", tenant=cloud.tenant_id("nordlicht.example"))
    complete(one.hear()["opened"])
    assert "home" in one.hear()
    one.tell(do="fresh", tenant=customer)
    assert "opened" in one.hear()
    one.process.kill()
    one.process.wait(10)
    other = processes()
    other.tell(do="silent", tenant=customer)
    assert other.hear().get("tenant") == customer


def until(what: Callable[[], object], within: float = 20.0) -> None:
    ends = time.monotonic() + within
    while not what():
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.02)


# --- a laptop that sleeps: both clocks are far ahead when it wakes


class Asleep:
    """An identity whose clocks jump at a moment of its provider's."""

    def __init__(self, provider: LyingProvider) -> None:
        self.provider, self.vault, self.clock = provider, FakeVault(), TestClock()
        provider.token = lambda form: with_nonce(provider, provider.honest(form))
        provider.interval = 0.02
        self.browser: PostingBrowser = provider.browser()
        self.identity = EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=20)
        self.ask = ask_for(provider.cloud)

    def sleep(self) -> None:
        self.clock.ahead += NIGHT

    def sleeping_once(self, answer: Callable[[dict[str, str]], Any]) -> Callable[[dict[str, str]], Any]:
        slept: list[bool] = []

        def answered(form: dict[str, str]) -> Any:
            made = answer(form)
            if not slept:
                slept.append(True)
                self.sleep()
            return made

        return answered

    def works(self) -> None:
        """What came is good for the hour that it says, from memory and from the vault."""
        token = self.identity.peek(self.ask)
        assert token is not None
        assert 3000 < token.seconds_left(self.clock.now()) <= 3600
        later = EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock)
        assert later.silent(self.ask, Cancel()).proof == token.proof


@pytest.fixture
def asleep() -> Iterator[Asleep]:
    with lying_provider() as provider:
        made = Asleep(provider)
        yield made
        made.browser.finish()


def back_after(asleep: Asleep, seconds: float) -> None:
    """The person goes on when the computer has slept for *seconds*, while it waits for the browser."""
    at_the_page = asleep.browser.answer

    def later(asked: Mapping[str, str]) -> None:
        fields = at_the_page(asked)
        assert fields is not None

        def wake() -> None:
            asleep.clock.ahead += seconds
            with contextlib.suppress(OSError):  # the listener may have given up
                asleep.browser._post(asked["redirect_uri"], fields)

        asleep.browser.threads.append(threading.Timer(0.3, wake))
        asleep.browser.threads[-1].start()

    asleep.browser.answer = later


def test_asleep_for_a_moment_while_the_browser_is_open(asleep: Asleep) -> None:
    back_after(asleep, 12)
    asleep.identity.interactive(sign_in(asleep.ask), Cancel(), no_progress)
    asleep.works()


def test_asleep_for_a_night_while_the_browser_is_open_it_is_too_late_and_can_be_tried_again(asleep: Asleep) -> None:
    honest = asleep.browser.answer
    back_after(asleep, NIGHT)
    with pytest.raises(SignInFailed):
        asleep.identity.interactive(sign_in(asleep.ask), Cancel(), no_progress)
    assert asleep.vault.sealed == {}
    assert asleep.identity.peek(asleep.ask) is None
    asleep.browser.answer = honest
    asleep.identity.interactive(sign_in(asleep.ask), Cancel(), no_progress)
    asleep.works()


def test_asleep_while_a_code_is_polled(asleep: Asleep) -> None:
    honest = asleep.provider.token
    pending = Reply({"error": "authorization_pending", "error_description": "AADSTS70016: pending"}, 400)
    answers: list[Any] = [pending, pending]

    def polled(form: dict[str, str]) -> Any:
        if answers:
            asleep.sleep()
            return answers.pop()
        return honest(form)

    asleep.provider.token = polled
    asleep.identity.interactive(sign_in(asleep.ask, Rung.DEVICE_CODE), Hasty(), no_progress)
    asleep.works()


def test_a_code_that_ran_out_in_the_sleep_says_so(asleep: Asleep) -> None:
    codes: list[Progress] = []
    asleep.provider.token = asleep.sleeping_once(
        lambda form: Reply({"error": "expired_token", "error_description": "AADSTS70020: expired"}, 400)
    )
    with pytest.raises(SignInFailed, match="not used in time"):
        asleep.identity.interactive(sign_in(asleep.ask, Rung.DEVICE_CODE), Hasty(), codes.append)
    assert asleep.vault.sealed == {}


def test_asleep_during_a_silent_refresh_the_token_that_is_over_is_not_handed_out(asleep: Asleep) -> None:
    asleep.identity.interactive(sign_in(asleep.ask), Cancel(), no_progress)
    asleep.provider.token = asleep.sleeping_once(asleep.provider.token)
    before = len(asleep.provider.forms)
    token = asleep.identity.silent(asleep.ask, Cancel(), force=True)
    assert token.seconds_left(asleep.clock.now()) > 3000
    assert len(asleep.provider.forms) == before + 2
    asleep.works()


def test_asleep_while_the_code_is_redeemed_the_token_that_is_over_is_not_handed_out(asleep: Asleep) -> None:
    asleep.provider.token = asleep.sleeping_once(asleep.provider.token)
    token = asleep.identity.interactive(sign_in(asleep.ask), Cancel(), no_progress)
    assert token.seconds_left(asleep.clock.now()) > 3000
    asleep.works()


def test_after_a_night_a_token_from_memory_is_renewed_and_nobody_is_asked(asleep: Asleep) -> None:
    asleep.identity.interactive(sign_in(asleep.ask), Cancel(), no_progress)
    asleep.sleep()
    assert asleep.identity.peek(asleep.ask) is None
    asleep.identity.silent(asleep.ask, Cancel())
    asleep.works()
    assert len(asleep.browser.opened) == 1
