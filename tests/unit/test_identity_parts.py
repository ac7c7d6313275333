"""Small parts of identity: light imports, single flight, the catalogue of errors, what is kept of an account."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from support.identity import FakeVault, TestClock
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed, SignInRequired
from tenantdock.domain.proof import Proof
from tenantdock.domain.secret import Secret
from tenantdock.domain.signin import AccessToken
from tenantdock.identity import aadsts, telling
from tenantdock.identity.flights import Flights
from tenantdock.identity.memory import ACCOUNT, APP_METADATA, REFRESH_TOKEN, AccountCache, Entry, entry_of
from tenantdock.identity.waiting import detached, wait_for
from tenantdock.identity.wire import retry_after

HOME = "u.t"


def test_a_look_into_memory_imports_nothing_heavy() -> None:
    program = """
import sys
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.directory import Account
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import TokenAsk
from tenantdock.identity.entra import EntraIdentity
from tenantdock.portals import SystemBrowsers
identity = EntraIdentity(vault=None, browsers=None, clock=None)
ask = TokenAsk(PUBLIC, "11111111-1111-4111-8111-111111111111", Account("a" * 32, "public", "anna@contoso.com"), GRAPH)
assert identity.peek(ask) is None
heavy = {"msal", "requests", "urllib3", "ssl", "truststore", "cryptography", "selectors", "plistlib"} & set(sys.modules)
print(sorted(heavy - {"selectors"}))  # subprocess, which portals needs, brings selectors
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "[]"


def test_every_code_of_the_catalogue_says_what_and_what_next() -> None:
    needed = {50020, 50034, 50055, 50057, 50076, 50079, 50105, 50126, 53003, 65001, 65002, 70043, 70044, 700016, 700082}
    assert needed | {90002, 90072, 50058, 16000} <= set(aadsts._CODES)
    assert len(aadsts._CODES) >= 180
    assert len(aadsts._CODES) == len(aadsts.ACCOUNTS) + len(aadsts.ACCESS)
    for number, meaning in aadsts._CODES.items():
        assert meaning.text.endswith((".", "?")), number
        assert meaning.next_step.endswith("."), number
        answer = {"error": "invalid_grant", "error_description": f"AADSTS{number}: provider's words"}
        silent, asked = aadsts.trouble(answer, silent=True), aadsts.trouble(answer, silent=False)
        if meaning.fix is aadsts.Fix.WAIT:
            assert type(silent) is type(asked) is NetworkTrouble
        else:
            assert isinstance(silent, SignInRequired if meaning.by_signing_in else SignInFailed)
            assert isinstance(asked, SignInFailed)
            assert silent.aadsts == asked.aadsts == str(number)  # type: ignore[attr-defined]
        for error in (silent, asked):
            assert f"AADSTS{number}" in error.message
            assert ".." not in error.message
            assert error.next_step == meaning.next_step
            assert f"who can help: {meaning.fix.value}" in error.details
            assert f"https://login.microsoftonline.com/error?code={number}" in error.details


def test_an_unknown_code_shows_the_providers_text_without_its_trace() -> None:
    answer = {"error": "invalid_grant", "error_description": "AADSTS123456: It rains\x1b]0;x\x07. Trace ID: 1\r\nTimestamp: 2"}
    error = aadsts.trouble(answer, silent=True)
    assert "AADSTS123456: It rains" in error.message
    assert "Trace" not in error.message
    assert "\x1b" not in error.message + error.details


def test_a_number_can_come_in_the_list_of_codes() -> None:
    assert aadsts.number_of({"error_codes": [50076]}) == "50076"
    assert aadsts.number_of({"error_codes": []}) == ""
    assert aadsts.number_of({"error_codes": ["x"]}) == ""
    for none in (True, -50076, 0, 10**30):
        assert aadsts.number_of({"error_codes": [none]}) == ""
        assert isinstance(aadsts.trouble({"error": "invalid_grant", "error_codes": [none]}, silent=True), SignInRequired)
    assert aadsts.number_of({}) == ""


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("17", 17.0), ("99999", 3600.0), ("-1", None), ("soon", None), ("", None), ("Fri, 20 Nov 2026 10:00:00 GMT", None)],
)
def test_retry_after_is_read_in_seconds(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-AFTER": value}) == seconds


@pytest.mark.parametrize(
    ("until", "seconds"),
    [
        ("Fri, 20 Nov 2026 10:01:30 GMT", 90.0),
        ("Fri, 20 Nov 2026 18:00:00 GMT", 3600.0),
        ("Fri, 20 Nov 2026 09:59:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 3600.0),
        ("Fri, 20 Nov 2026 10:01:30", None),
    ],
)
def test_retry_after_as_a_date_counts_from_the_services_own_time(until: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": until, "Date": "Fri, 20 Nov 2026 10:00:00 GMT"}) == seconds


def test_one_flight_for_eight_who_ask() -> None:
    flights: Flights[int] = Flights()
    release, started, runs = threading.Event(), threading.Event(), []

    def work() -> int:
        runs.append(1)
        started.set()
        release.wait(10)
        return 7

    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(flights.run, "key", work, Cancel())
        started.wait(5)
        rest = [pool.submit(flights.run, "key", work, Cancel()) for _ in range(7)]
        other = flights.run("other", lambda: 8, Cancel())
        release.set()
        assert [future.result(10) for future in [first, *rest]] == [7] * 8
    assert other == 8
    assert sum(runs) == 1
    assert flights._flying == {}


def test_a_failure_is_shared_and_the_next_one_tries_again() -> None:
    flights: Flights[int] = Flights()

    def broken() -> int:
        raise ValueError("x")

    with pytest.raises(ValueError, match="x"):
        flights.run("key", broken, Cancel())
    assert flights.run("key", lambda: 1, Cancel()) == 1


def test_waiting_ends_with_the_cancel_of_the_one_who_waits() -> None:
    flights: Flights[int] = Flights()
    release = threading.Event()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(flights.run, "key", lambda: release.wait(10) and 1, Cancel())
        cancel = Cancel()
        second = pool.submit(flights.run, "key", lambda: 2, cancel)
        cancel.cancel()
        with pytest.raises(Cancelled):
            second.result(5)
        release.set()
        assert first.result(5) == 1


def test_a_wait_has_an_end() -> None:
    with pytest.raises(TimeoutError):
        wait_for(Future(), Cancel(), 0.01)
    with pytest.raises(ZeroDivisionError):
        detached(lambda: 1 / 0, Cancel(), "test")


def token(clock: TestClock, text: str = "at", lifetime: float = 3600.0) -> AccessToken:
    return AccessToken(Secret(text), "graph", "t", "u", clock.now() + lifetime, Proof("t", HOME, "o", "u", guest=False))


def refresh(secret: str, *, client: str = "c", target: str = "s", changed: int = 1) -> Entry:
    fields = {"home_account_id": HOME, "environment": "e", "client_id": client, "target": target}
    return Entry(REFRESH_TOKEN, {**fields, "last_modification_time": str(changed)}, Secret(secret))


def test_what_is_kept_comes_back_from_the_vault() -> None:
    vault, clock = FakeVault(), TestClock()
    cache = AccountCache("a", vault, clock)
    cache.load()
    cache.keep(("k",), token(clock), [refresh("one"), Entry(APP_METADATA, {"client_id": "c", "environment": "e"})], 3600)
    later = AccountCache("a", vault, clock)
    later.load()
    assert later.refresh_tokens("C", HOME) == [refresh("one")]
    assert later.refresh_tokens("C", "") == [refresh("one")]
    assert later.refresh_tokens("C", "x.y") == []
    assert later.refresh_tokens("d", HOME) == []
    assert later.peek(("k",)) is None


def test_an_unchanged_refresh_token_is_not_sealed_again() -> None:
    vault, clock = FakeVault(), TestClock()
    cache = AccountCache("a", vault, clock)
    for _ in range(3):
        cache.keep(("k",), token(clock), [refresh("one")], 3600)
    assert vault.seals == 1


def test_one_refresh_token_is_kept_per_client_the_newest() -> None:
    vault, clock = FakeVault(), TestClock()
    cache = AccountCache("a", vault, clock)
    # In one second, or after the clock was set back: what came last counts
    for number, changed in enumerate((5, 6, 6, 1)):
        cache.keep(("k",), token(clock), [refresh(f"s{number}", target=f"t{number}", changed=changed)], 3600)
        assert [entry.secret.reveal() for entry in cache.refresh_tokens("C", HOME)] == [f"s{number}"]
    cache.keep(("k",), token(clock), [refresh("other", client="d")], 3600)
    assert [entry.secret.reveal() for entry in cache.refresh_tokens("c", HOME)] == ["s3"]
    assert [entry.secret.reveal() for entry in cache.refresh_tokens("d", HOME)] == ["other"]
    again = AccountCache("a", vault, clock)
    again.load()
    assert len(again.refresh_tokens("c", HOME)) == len(again.refresh_tokens("d", HOME)) == 1


def test_expired_tokens_leave_memory() -> None:
    vault, clock = FakeVault(), TestClock()
    cache = AccountCache("a", vault, clock)
    cache.keep(("old",), token(clock, lifetime=10), [], 10)
    clock.ahead = 11
    assert cache.last_resort(("old",)) is None
    cache.keep(("new",), token(clock), [], 3600)
    assert list(cache._tokens) == [("new",)]


@pytest.mark.parametrize(("lifetime", "usable"), [(3600, 3300), (600, 300), (400, 200), (10, 5)])
def test_a_token_is_handed_out_until_shortly_before_its_end(lifetime: float, usable: float) -> None:
    clock = TestClock()
    cache = AccountCache("a", FakeVault(), clock)
    cache.keep(("k",), token(clock, lifetime=lifetime), [], lifetime)
    clock.ahead = usable - 1
    assert cache.peek(("k",)) is not None
    clock.ahead = usable + 1
    assert cache.peek(("k",)) is None
    assert cache.last_resort(("k",)) is not None


def test_a_clock_that_is_set_back_gives_no_token_a_longer_life() -> None:
    clock = TwoClocks()
    cache = AccountCache("a" * 32, FakeVault(), clock)
    secret, proof = Secret("token"), Proof("t", "u.t", "u", "anna@contoso.example", guest=False)
    cache.keep(("key",), AccessToken(secret, "graph", "t", "anna@contoso.example", clock.wall + 3600, proof), [], 3600)
    clock.wall -= 86_400
    clock.steady += 3299
    assert cache.peek(("key",)) is not None
    clock.steady += 2
    assert cache.peek(("key",)) is None
    assert cache.last_resort(("key",)) is not None
    clock.steady += 300
    assert cache.last_resort(("key",)) is None


class TwoClocks:
    """A wall clock that can be set, and a steady one that cannot."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_800_000_000.0, 1000.0

    def now(self) -> float:
        return self.wall

    def monotonic(self) -> float:
        return self.steady


def test_what_was_forgotten_takes_nothing_more() -> None:
    vault, clock = FakeVault(), TestClock()
    cache = AccountCache("a", vault, clock)
    cache.keep(("k",), token(clock), [refresh("one")], 3600)
    cache.forget()
    with pytest.raises(Cancelled, match="signed out"):
        cache.keep(("k",), token(clock), [refresh("two")], 3600)
    assert vault.sealed == {}
    assert cache.peek(("k",)) is None


def test_only_what_may_be_persisted_becomes_an_entry() -> None:
    assert entry_of("AccessToken", {"secret": "x"}) is None
    assert entry_of("IdToken", {"secret": "x"}) is None
    assert entry_of(REFRESH_TOKEN, {"secret": ""}) is None
    assert entry_of(REFRESH_TOKEN, {}) is None
    account = entry_of(ACCOUNT, {"home_account_id": HOME, "realm": "r", "number": 5})
    assert account is not None
    assert account.as_msal() == {"home_account_id": HOME, "realm": "r"}
    assert "hidden" not in repr(refresh("hidden"))


@pytest.mark.parametrize("at", [None, -1.0, 1e12])
def test_a_time_that_windows_cannot_show_is_told_without_it(at):
    assert telling._moment(at) == "some time ago"
