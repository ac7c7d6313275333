"""Bad weather: throttling, passing faults, no network, a clock that is off. Requests are counted where they arrive."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from typing import Any

import pytest

from support.cloud import PracticeCloud, ScriptedPerson
from support.identity import (
    OTHER_TENANT,
    TENANT,
    UPN,
    Desk,
    FakeVault,
    LyingProvider,
    PersonsBrowser,
    PostingBrowser,
    Reply,
    TestClock,
    ask_for,
    assert_tells_no_secret,
    cloud_at,
    error,
    lying_provider,
    with_nonce,
)
from support.networking import Waits, hasty
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import Account, BrowserChoice
from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed, SignInRequired, TenantDockError
from tenantdock.domain.services import AZURE, COMPLIANCE, EXCHANGE, GRAPH
from tenantdock.domain.signin import NetworkState, Rung, SignInAsk, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity
from tenantdock.identity.wire import _repeatable


class Station(Desk):
    """A desk whose pauses take no time, and which remembers them and what was told of the network."""

    def __init__(self, provider: LyingProvider) -> None:
        super().__init__(provider)
        self.waits = Waits()
        self.states: list[NetworkState] = []
        network = hasty(self.clock, waits=self.waits, on_change=self.states.append)
        self.identity = EntraIdentity(
            vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=10, network=network
        )
        self.honest = provider.token

    def failing(self, *replies: Reply, grant: str = "refresh_token") -> None:
        """Answer the next forms of *grant* with *replies*, then honestly."""
        left = list(replies)

        def answer(form: dict[str, str]) -> Any:
            return left.pop(0) if left and form["grant_type"] == grant else self.honest(form)

        self.provider.token = answer

    def posted(self, grant: str = "refresh_token") -> int:
        return sum(form["grant_type"] == grant for form in self.provider.forms)


@pytest.fixture
def desk() -> Iterator[Station]:
    with lying_provider() as provider:
        provider.token = lambda form: with_nonce(provider, provider.honest(form))
        made = Station(provider)
        yield made
        made.browser.finish()


def busy(status: int = 503, **headers: str) -> Reply:
    return Reply({"error": "temporarily_unavailable"}, status, {name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_fault_passes_unseen(desk: Station, status: int) -> None:
    desk.by_browser()
    desk.failing(busy(status), busy(status))
    assert desk.silently().username == UPN
    assert desk.posted() == 3
    assert desk.waits.seconds[0] == 0.5


def test_a_fault_that_stays_is_told_after_four_tries(desk: Station) -> None:
    desk.by_browser()
    desk.failing(*[busy()] * 9)
    with pytest.raises(NetworkTrouble) as told:
        desk.silently()
    assert desk.posted() == 4
    assert desk.waits.seconds == [0.5, 1.0, 2.0]
    assert "HTTP 503" in told.value.message
    assert_tells_no_secret(told.value)
    # A person's "try again" really tries, at once
    before = desk.posted()
    with pytest.raises(NetworkTrouble):
        desk.silently()
    assert desk.posted() > before


def test_a_retry_after_is_kept_to(desk: Station) -> None:
    desk.by_browser()
    desk.failing(busy(429, Retry_After="3"))
    assert desk.silently().username == UPN
    assert desk.waits.seconds[0] == 3.5
    desk.waits.seconds.clear()
    desk.failing(busy(429, Retry_After="90"))
    with pytest.raises(NetworkTrouble) as told:
        desk.silently()
    assert told.value.retry_after == 90
    assert "90 seconds" in told.value.next_step
    assert max(desk.waits.seconds, default=0.0) <= 5.0


def test_a_code_is_never_sent_twice(desk: Station) -> None:
    desk.failing(busy(503), grant="authorization_code")
    with pytest.raises(NetworkTrouble):
        desk.by_browser()
    assert desk.posted("authorization_code") == 1
    assert desk.waits.seconds == []
    assert desk.by_browser().username == UPN


@pytest.mark.parametrize(
    ("method", "form", "may"),
    [
        ("GET", None, True),
        ("POST", {"grant_type": "refresh_token"}, True),
        ("POST", {"grant_type": "authorization_code"}, False),
        ("POST", {"grant_type": "urn:ietf:params:oauth:grant-type:device_code"}, False),
        ("POST", {"client_id": "x"}, False),
        ("POST", "grant_type=refresh_token", False),
        ("POST", None, False),
    ],
)
def test_what_may_be_sent_again(method: str, form: object, may: bool) -> None:
    assert _repeatable(method, form) is may


def test_a_pause_ends_with_cancel(desk: Station) -> None:
    desk.by_browser()
    desk.failing(*[busy()] * 9)
    cancel = Cancel()
    desk.waits.on_wait = lambda _: cancel.cancel()
    with pytest.raises(Cancelled):
        desk.identity.silent(desk.ask, cancel, force=True)
    assert desk.posted() == 1


def test_a_person_does_not_wait_for_a_cool_down(desk: Station) -> None:
    desk.by_browser()
    desk.failing(busy(429, Retry_After="60"))
    with pytest.raises(NetworkTrouble):
        desk.silently()
    # What runs by itself takes turns from now on, and is let through as well
    for _ in range(3):
        assert desk.silently().username == UPN
    assert desk.waits.seconds
    desk.waits.seconds.clear()
    assert desk.by_browser().username == UPN
    assert desk.waits.seconds == []


def test_eight_who_ask_make_one_request_and_different_tokens_run_side_by_side(desk: Station) -> None:
    desk.by_browser()
    gate = desk.provider.gate = threading.Event()
    services = [GRAPH, AZURE, EXCHANGE, COMPLIANCE]
    asks = [ask_for(desk.provider.cloud, service) for service in services if service.client_id == GRAPH.client_id]
    asks += [ask_for(desk.provider.cloud, tenant=tenant) for tenant in (OTHER_TENANT,)]
    with ThreadPoolExecutor(32) as pool:
        same = [pool.submit(desk.identity.silent, desk.ask, Cancel(), force=True) for _ in range(8)]
        others = [pool.submit(desk.identity.silent, ask, Cancel(), force=True) for ask in asks if ask != desk.ask]
        deadline = time.monotonic() + 20
        while desk.posted() < 1 + len(others) and time.monotonic() < deadline:
            time.sleep(0.01)
        at_once = desk.posted()
        gate.set()
        tokens = {future.result(10).secret.reveal() for future in same}
        for future in others:
            future.exception(10)
    assert at_once == 1 + len(others)
    assert len(tokens) == 1


def test_no_more_than_eight_requests_at_once(desk: Station) -> None:
    desk.by_browser()
    gate = desk.provider.gate = threading.Event()
    tenants = [f"{number:08d}-1111-4111-8111-111111111111" for number in range(20)]
    with ThreadPoolExecutor(20) as pool:
        waiting = [pool.submit(desk.identity.silent, ask_for(desk.provider.cloud, tenant=tenant), Cancel()) for tenant in tenants]
        deadline = time.monotonic() + 20
        while desk.posted() < 8 and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.3)  # time enough for a ninth
        at_once = desk.posted()
        gate.set()
        for future in waiting:
            future.exception(20)
    assert at_once == 8
    assert desk.posted() >= 20


def test_changes_of_the_network_are_told_once(desk: Station) -> None:
    desk.by_browser()
    desk.silently()
    assert desk.states == []
    port = desk.provider.port
    gone = ask_for(cloud_at("https://127.0.0.1:1", desk.provider.cloud.trust_anchor))
    for _ in range(2):
        with pytest.raises(NetworkTrouble):
            desk.identity.tenant_of(gone.cloud, "contoso.example", Cancel())
    assert [(state.online, bool(state.text)) for state in desk.states] == [(False, True)]
    assert desk.provider.port == port
    desk.silently()
    desk.silently()
    assert [state.online for state in desk.states] == [False, True]
    assert desk.identity.network.watch.state.online


def test_throttling_is_no_sign_of_being_offline(desk: Station) -> None:
    desk.by_browser()
    desk.failing(*[busy(429)] * 9)
    with pytest.raises(NetworkTrouble):
        desk.silently()
    assert desk.states == []


class NoNetwork:
    """Every way out is counted and refused."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tries = 0

        def refuse(*_: object) -> None:
            self.tries += 1
            raise OSError("Network is unreachable")

        monkeypatch.setattr("tenantdock.identity.tunnels.connect", refuse)
        monkeypatch.setattr("tenantdock.identity.sockets.resolve", refuse)


def test_without_a_network_nothing_is_asked_before_it_is_needed(desk: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    token = desk.by_browser()
    none = NoNetwork(monkeypatch)
    assert desk.identity.peek(desk.ask) is token
    assert desk.identity.silent(desk.ask, Cancel()) is token
    later = EntraIdentity(vault=desk.vault, browsers=desk.browser, clock=desk.clock, network=hasty(desk.clock))
    assert later.peek(desk.ask) is None
    stranger = TokenAsk(desk.provider.cloud, TENANT, Account("b" * 32, "sandbox", "new@contoso.example"), GRAPH)
    with pytest.raises(SignInRequired):
        later.silent(stranger, Cancel())
    assert none.tries == 0
    with pytest.raises(NetworkTrouble):
        later.silent(desk.ask, Cancel())
    assert none.tries == 1
    assert desk.vault.sealed


def test_a_clock_that_is_off_is_told_and_named_in_errors_that_it_can_cause(desk: Station) -> None:
    desk.by_browser()
    off = formatdate(time.time() - 900, usegmt=True)
    desk.failing(Reply(error("invalid_grant", 700024), 400, {"Date": off}))
    with pytest.raises(TenantDockError) as told:
        desk.silently()
    assert "This computer's clock is 15 minutes ahead of the sign-in service's." in told.value.message
    assert [(state.online, round(state.skew or 0, -1)) for state in desk.states] == [(True, 900)]
    assert "15 minutes ahead" in desk.states[0].text
    desk.failing(Reply(error("invalid_grant", 50057), 400, {"Date": off}))
    with pytest.raises(SignInFailed) as other:
        desk.silently()
    assert "clock" not in other.value.message


def test_the_practice_cloud_with_a_clock_of_its_own(cloud: PracticeCloud) -> None:
    browser, clock, states = PersonsBrowser(ScriptedPerson("admin@northwind.example")), TestClock(), list[NetworkState]()
    identity = EntraIdentity(
        vault=FakeVault(), browsers=browser, clock=clock, sign_in_timeout=30, network=hasty(clock, on_change=states.append)
    )
    account = Account("a" * 32, "sandbox", "admin@northwind.example")
    ask = TokenAsk(cloud.cloud, cloud.tenant_id("northwind.example"), account, GRAPH)
    cloud.fault("northwind.example", "clock-skew", seconds=1800)
    token = identity.interactive(SignInAsk(ask, Rung.BROWSER, BrowserChoice()), Cancel(), no_progress)
    browser.finish()
    assert "30 minutes behind" in states[0].text
    # Our own count starts when the token was asked for, by our own clock: it is handed out for its whole life
    assert 3500 < token.seconds_left(clock.now()) < 3700
    cloud.clear()
    identity.silent(ask, Cancel(), force=True)
    assert states[-1].text == ""


def test_the_practice_cloud_counts_what_it_was_asked_while_it_throttles(cloud: PracticeCloud) -> None:
    browser, clock, waits = PersonsBrowser(ScriptedPerson("admin@northwind.example")), TestClock(), Waits()
    identity = EntraIdentity(
        vault=FakeVault(), browsers=browser, clock=clock, sign_in_timeout=30, network=hasty(clock, waits=waits)
    )
    account = Account("a" * 32, "sandbox", "admin@northwind.example")
    ask = TokenAsk(cloud.cloud, cloud.tenant_id("northwind.example"), account, GRAPH)
    identity.interactive(SignInAsk(ask, Rung.BROWSER, BrowserChoice()), Cancel(), no_progress)
    browser.finish()
    cloud.fault("northwind.example", "throttle", retry_after=2, at="token", times=2)
    assert identity.silent(ask, Cancel(), force=True).username == "admin@northwind.example"
    assert len([entry for entry in cloud.requests(side="tls") if entry["path"].endswith("/token")]) == 4
    assert [round(wait, 1) for wait in waits.seconds if wait >= 2] == [2.5, 3.0]


def test_nothing_is_sent_through_the_environments_proxy_by_accident(desk: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    plain = EntraIdentity(vault=FakeVault(), browsers=PostingBrowser(), clock=TestClock())
    assert plain.tenant_of(desk.provider.cloud, "contoso.example", Cancel()) == TENANT
