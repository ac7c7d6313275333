"""Device codes: what the provider may say while the person types, and how the wait ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from support.identity import Desk, Reply, lying_provider, sign_in
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed
from tenantdock.domain.signin import DeviceCode, Progress, Rung
from tenantdock.identity import provider as provider_module

PENDING = {"error": "authorization_pending"}


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(provider_module, "_LONGEST_INTERVAL", 1.0)
    with lying_provider() as provider:
        made = Desk(provider)
        yield made
        made.browser.finish()


def answering(desk: Desk, *answers: Any) -> None:
    left = list(answers)
    desk.provider.token = lambda form: left.pop(0) if left else desk.provider.honest(form)


class Hasty(Cancel):
    """Waits for nothing, and notes how long it should have."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.check()


def by_code(desk: Desk) -> tuple[Any, list[DeviceCode]]:
    seen: list[Progress] = []
    token = desk.identity.interactive(sign_in(desk.ask, Rung.DEVICE_CODE), Hasty(), seen.append)
    return token, [progress.device_code for progress in seen if progress.device_code is not None]


def test_the_code_is_shown_and_the_wait_ends_with_the_token(desk: Desk) -> None:
    answering(desk, PENDING)
    token, (code,) = by_code(desk)
    assert token.username == "anna@contoso.example"
    assert (code.user_code, code.complete) == ("ABCD-EFGH", "")
    assert 50 < code.expires_on - time.time() <= 60


def test_a_service_that_is_asked_too_often_is_asked_less_often(desk: Desk) -> None:
    class Impatient(Hasty):
        def wait(self, seconds: float) -> None:
            super().wait(seconds)
            if seconds > 5:
                raise Cancelled

    cancel = Impatient()
    answering(desk, {"error": "slow_down"})
    with pytest.raises(Cancelled):
        desk.identity.interactive(sign_in(desk.ask, Rung.DEVICE_CODE), cancel, lambda _: None)
    assert cancel.waits == [1.0, 6.0]  # RFC 8628 section 3.5: five seconds more


def test_a_network_that_fails_for_a_moment_does_not_end_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(desk, PENDING, *[Reply(b"busy", 503)] * 2, PENDING)
    token, _ = by_code(desk)
    assert token.username == "anna@contoso.example"


def test_a_network_that_stays_away_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provider_module, "_MOST_FAILURES", 1)
    desk.provider.token = lambda form: Reply(b"busy", 503)
    with pytest.raises(NetworkTrouble):
        by_code(desk)


def test_a_code_that_is_over_is_not_asked_about_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provider_module, "_LATE", 0.0)
    made = desk.provider._device
    desk.provider._device = lambda: {**made(), "expires_in": 1}  # type: ignore[method-assign]
    desk.provider.token = lambda form: PENDING
    with pytest.raises(SignInFailed, match="not used in time"):
        by_code(desk)


@pytest.mark.parametrize(
    "change",
    [
        {"interval": "soon"},
        {"interval": None},
        {"expires_in": "later"},
        {"user_code": 7},
        {"verification_uri": None},
        {"device_code": ["x"]},
    ],
)
def test_a_malformed_answer_is_refused_in_words(desk: Desk, change: dict[str, Any]) -> None:
    made = desk.provider._device
    desk.provider._device = lambda: {**made(), **change}  # type: ignore[method-assign]
    with pytest.raises(SignInFailed) as caught:
        by_code(desk)
    assert caught.value.next_step


@pytest.mark.parametrize("life", [10**300, 1e300, 10**12])
def test_a_code_that_lives_for_ever_is_shown_for_a_day(desk: Desk, life: float) -> None:
    made = desk.provider._device
    desk.provider._device = lambda: {**made(), "expires_in": life}  # type: ignore[method-assign]
    _, (code,) = by_code(desk)
    assert 0 < code.expires_on - time.time() <= 24 * 3600


@pytest.mark.parametrize("interval", [-5, 0, 10**9])
def test_an_interval_out_of_bounds_is_brought_back(desk: Desk, interval: int) -> None:
    desk.provider.interval = interval
    cancel = Hasty()
    desk.identity.interactive(sign_in(desk.ask, Rung.DEVICE_CODE), cancel, lambda _: None)
    assert cancel.waits == [1.0]  # the bounds of this test


@pytest.mark.parametrize("where", ["waiting", "asking"])
def test_cancel_ends_it_at_once(desk: Desk, where: str) -> None:
    cancel, ended = Cancel(), list[float]()
    threads = set(threading.enumerate())

    def cancel_now() -> None:
        ended.append(time.monotonic())
        cancel.cancel()

    desk.provider.token = lambda form: Reply(PENDING, 400, delay=1.5)
    timer = threading.Timer(0.3 if where == "waiting" else 1.6, cancel_now)
    timer.start()
    with pytest.raises(Cancelled):
        desk.identity.interactive(sign_in(desk.ask, Rung.DEVICE_CODE), cancel, lambda _: None)
    assert time.monotonic() - ended[0] < 0.5  # 0.1 is the promise; this machine is busy
    timer.join(5)
    assert not [thread for thread in set(threading.enumerate()) - threads if thread.name.startswith("tenantdock")]
