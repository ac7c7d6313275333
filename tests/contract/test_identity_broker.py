"""Signing in with Windows: msal's own broker code on a double of WAM's library, and what TenantDock lets through."""

from __future__ import annotations

import importlib
import importlib.machinery
import json
import logging
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import msal
import pytest

from support.broker import Runtime, Signed, Trouble
from support.identity import (
    OTHER_TENANT,
    OTHER_USER,
    TENANT,
    UPN,
    USER,
    Desk,
    answer,
    assert_tells_no_secret,
    lying_provider,
    sign_in,
    with_nonce,
)
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import BrokerUnavailable, Cancelled, NetworkTrouble, SignInFailed, SignInRequired
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import Progress, Rung, SignInAsk, no_progress
from tenantdock.identity import broker as broker_module
from tenantdock.identity import wam as wam_module
from tenantdock.identity.entra import EntraIdentity


@pytest.fixture
def wam(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runtime]:
    """WAM's double, where msal finds it. Off Windows, msal's switch for Linux stands in for the one for Windows."""
    runtime = Runtime()
    runtime.__spec__ = importlib.machinery.ModuleSpec("pymsalruntime", None)
    monkeypatch.setitem(sys.modules, "pymsalruntime", runtime)
    monkeypatch.delitem(sys.modules, "msal.broker", raising=False)
    monkeypatch.setattr(wam_module, "_SYSTEM", sys.platform)
    if sys.platform != "win32":
        monkeypatch.setattr(broker_module, "_SWITCH", "enable_broker_on_linux")
    yield runtime
    sys.modules.pop("msal.broker", None)


@pytest.fixture
def desk(wam: Runtime) -> Iterator[Desk]:
    with lying_provider() as provider:
        made = Desk(provider)
        made.ask = replace(made.ask, account=replace(made.ask.account, broker=True))
        yield made
        made.browser.finish()


def by_broker(desk: Desk, window: int = 77):
    ask = SignInAsk(desk.ask, Rung.BROKER, sign_in(desk.ask).browser, window)
    return desk.identity.interactive(ask, Cancel(), no_progress)


def sealed(desk: Desk) -> list[tuple[str, dict[str, str]]]:
    document = json.loads(next(iter(desk.vault.sealed.values()), b'{"entries": []}'))
    return [(item["kind"], item["entry"]) for item in document["entries"]]


def test_windows_signs_in_with_the_name_and_our_window(desk: Desk, wam: Runtime) -> None:
    token = by_broker(desk)
    assert (token.username, token.tenant_id) == (UPN, TENANT)
    assert 3500 < token.seconds_left(time.time()) <= 3600
    assert wam.windows == [(77, UPN)]
    assert desk.browser.opened == []
    assert desk.provider.forms == [], "no token request of ours"
    kinds = dict(sealed(desk))
    assert "RefreshToken" not in kinds
    assert kinds["Account"]["local_account_id"] == f"wam-id-of-{USER}"
    for _, parameters in wam.asked:
        assert parameters.authority == f"https://localhost/{TENANT}"  # msal leaves the port out; no real cloud has one
        assert parameters.client_id == GRAPH.client_id
        assert "prompt" not in parameters.more


def test_without_a_window_the_consoles_is_used(desk: Desk, wam: Runtime) -> None:
    by_broker(desk, window=0)
    assert wam.windows == [(11, UPN)]


def test_after_it_windows_is_asked_silently_also_after_a_restart(desk: Desk, wam: Runtime) -> None:
    by_broker(desk)
    desk.silently()
    later = EntraIdentity(vault=desk.vault, browsers=desk.browser, clock=desk.clock)
    assert later.silent(desk.ask, Cancel()).username == UPN
    assert [kind for kind, _ in wam.asked].count("again") == 2
    assert desk.provider.forms == []


LIES = [
    {"oid": OTHER_USER},
    {"tid": OTHER_TENANT},
    {"utid": OTHER_TENANT},
    {"oid": OTHER_USER, "upn": UPN},
    {"oid": OTHER_USER, "upn": "somebody@else.example"},
]


@pytest.mark.parametrize("lie", LIES, ids=str)
@pytest.mark.parametrize("at", ["person", "default"])
def test_another_account_is_refused_and_nothing_is_kept(desk: Desk, wam: Runtime, lie: dict[str, str], at: str) -> None:
    setattr(wam, at, lambda parameters: Signed(parameters, **lie))
    if at == "default":
        wam.person = lambda parameters: Signed(parameters, **lie)
    with pytest.raises(WrongAccount) as caught:
        by_broker(desk)
    assert desk.vault.sealed == {}
    assert desk.identity.peek(desk.ask) is None
    if lie.get("upn", UPN) != UPN:  # an account that was made anew under its old name: no way of signing in helps
        assert caught.value.offers[0].rung is Rung.BROWSER
    assert_tells_no_secret(caught.value)


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_a_silent_answer_for_another_account_is_refused_too(desk: Desk, wam: Runtime, lie: dict[str, str]) -> None:
    by_broker(desk)
    before = dict(desk.vault.sealed)
    wam.again = lambda parameters: Signed(parameters, **lie)
    with pytest.raises(WrongAccount):
        desk.silently()
    assert desk.vault.sealed == before


def test_windows_takes_over_from_a_refresh_token_and_it_goes(desk: Desk, wam: Runtime) -> None:
    desk.provider.token = lambda form: _honest(desk, form)
    desk.by_browser()
    assert "RefreshToken" in dict(sealed(desk))
    by_broker(desk)
    assert "RefreshToken" not in dict(sealed(desk))
    desk.silently()
    assert wam.asked[-1][0] == "again"


def _honest(desk: Desk, form: dict[str, str]):
    return with_nonce(desk.provider, answer(form, "", number=len(desk.provider.forms)))


def test_when_windows_would_not_the_browsers_sign_in_serves(desk: Desk, wam: Runtime) -> None:
    by_broker(desk)
    wam.again = lambda _: Signed(error=Trouble("InteractionRequired"))
    with pytest.raises(SignInRequired, match="cannot sign in"):
        desk.silently()
    desk.provider.token = lambda form: _honest(desk, form)
    desk.by_browser()
    assert desk.silently().username == UPN
    assert desk.provider.forms[-1]["grant_type"] == "refresh_token"


def test_an_account_that_does_not_want_it_is_not_asked_of_windows(desk: Desk, wam: Runtime) -> None:
    by_broker(desk)
    desk.ask = replace(desk.ask, account=replace(desk.ask.account, broker=False))
    asked = len(wam.asked)
    with pytest.raises(SignInRequired):
        desk.silently()
    assert len(wam.asked) == asked


def test_an_account_that_windows_forgot_needs_a_person(desk: Desk, wam: Runtime) -> None:
    by_broker(desk)
    wam.known.clear()
    with pytest.raises(SignInRequired):
        desk.silently()


@pytest.mark.parametrize(
    ("status", "context", "kind", "says"),
    [
        ("UserCanceled", "", SignInFailed, "closed"),
        ("NoNetwork", "", NetworkTrouble, "could not reach"),
        ("ServerTemporarilyUnavailable", "", NetworkTrouble, "could not reach"),
        ("Unexpected", "(pii) something", SignInFailed, "did not sign in"),
        ("ApiContractViolation", "AADSTS50011: redirect", BrokerUnavailable, "not registered"),
        ("Unexpected", "AADSTS53000: device not compliant", SignInFailed, "53000"),
    ],
)
def test_what_windows_says_is_told_in_words(desk: Desk, wam: Runtime, status: str, context: str, kind: type, says: str) -> None:
    wam.person = lambda _: Signed(error=Trouble(status, context))
    with pytest.raises(kind, match=says) as caught:
        by_broker(desk)
    assert caught.value.next_step
    assert desk.vault.sealed == {}


def test_an_answer_without_a_token_for_identity_is_refused(desk: Desk, wam: Runtime) -> None:
    def without(parameters):
        made = Signed(parameters)
        made.raw = ""
        return made

    wam.person = without
    with pytest.raises(WrongAccount):
        by_broker(desk)
    assert desk.vault.sealed == {}


def test_an_answer_that_makes_no_sense_is_told(desk: Desk, wam: Runtime) -> None:
    def broken(parameters):
        made = Signed(parameters)
        made.id_token = "{"
        return made

    wam.person = broken
    with pytest.raises(BrokerUnavailable, match="cannot be understood") as caught:
        by_broker(desk)
    assert_tells_no_secret(caught.value)


def test_cancel_does_not_wait_for_windows_and_its_late_answer_is_dropped(desk: Desk, wam: Runtime) -> None:
    wam.gate, cancel, ended = threading.Event(), Cancel(), list[float]()

    def progress(step: Progress) -> None:
        if step.step == Rung.BROKER.value:
            threading.Timer(0.2, lambda: (ended.append(time.monotonic()), cancel.cancel())).start()

    with pytest.raises(Cancelled):
        desk.identity.interactive(replace(sign_in(desk.ask, Rung.BROKER), window=7), cancel, progress)
    assert time.monotonic() - ended[0] < 0.5
    wam.gate.set()
    for _ in range(200):
        if not [thread for thread in threading.enumerate() if thread.name == "tenantdock-broker"]:
            break
        time.sleep(0.01)
    assert desk.vault.sealed == {}
    assert desk.identity.peek(desk.ask) is None


def test_a_claims_challenge_goes_to_windows(desk: Desk, wam: Runtime) -> None:
    by_broker(desk)
    challenge = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
    desk.identity.silent(desk.ask, Cancel(), claims=challenge)
    assert json.loads(wam.asked[-1][1].claims) == json.loads(challenge)


def test_nothing_of_it_is_logged(desk: Desk, wam: Runtime, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    wam.person = lambda _: Signed(error=Trouble("Unexpected", "secret-context"))
    with pytest.raises(SignInFailed):
        by_broker(desk)
    assert "secret-context" not in caplog.text


# --- where there is no WAM


def test_elsewhere_windows_is_not_offered_and_nothing_of_it_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        monkeypatch.setattr(wam_module, "_SYSTEM", "elsewhere")
    assert "Windows" in wam_module.why_not()
    with lying_provider() as provider:
        desk = Desk(provider)
        desk.ask = replace(desk.ask, account=replace(desk.ask.account, broker=True))
        with pytest.raises(BrokerUnavailable, match="needs Windows") as caught:
            by_broker(desk)
        assert "browser" in caught.value.next_step
        assert "msal.broker" not in sys.modules
        with pytest.raises(SignInRequired):
            desk.silently()


def test_windows_without_the_library_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wam_module, "_SYSTEM", sys.platform)
    assert "not installed" in wam_module.why_not()


@pytest.mark.parametrize("failing", [RuntimeError("old"), OSError("no DLL")])
def test_a_library_that_does_not_start_is_told(desk: Desk, wam: Runtime, failing: Exception) -> None:
    def refuses(callback: object) -> None:
        raise failing

    wam.register_logging_callback = refuses  # type: ignore[method-assign]
    with pytest.raises(BrokerUnavailable, match="did not start"):
        by_broker(desk)
    assert desk.browser.opened == []


def test_msals_own_browser_never_opens_in_place_of_windows(desk: Desk, wam: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    def silently_without(self: object, *_: object) -> None:
        self._enable_broker = False  # type: ignore[attr-defined]

    monkeypatch.setattr(msal.application.ClientApplication, "_decide_broker", silently_without)
    monkeypatch.setattr(msal.PublicClientApplication, "acquire_token_interactive", lambda *_, **__: pytest.fail("msal went on"))
    with pytest.raises(BrokerUnavailable, match="did not start"):
        by_broker(desk)
