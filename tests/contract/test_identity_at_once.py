"""Many asks at once: the same is one request, different ones go side by side up to a bound, one that fails holds up no other."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from support.identity import Desk, LyingProvider, answer, lying_provider, with_nonce
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.signin import TokenAsk
from tenantdock.identity import pace


@pytest.fixture
def desk() -> Iterator[Desk]:
    with lying_provider() as provider:
        provider.token = lambda form: with_nonce(provider, provider.honest(form))
        made = Desk(provider)
        made.by_browser()
        provider.forms.clear()
        provider.gate = threading.Event()
        yield made
        provider.gate.set()
        made.browser.finish()


def until(what: Callable[[], object]) -> None:
    ends = time.monotonic() + 20
    while not what():
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.01)


def opened(provider: LyingProvider) -> None:
    assert provider.gate is not None
    provider.gate.set()


def test_eight_asks_for_one_token_are_one_request(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(desk.identity.silent, desk.ask, Cancel(), force=True) for _ in range(8)]
        until(lambda: desk.provider.forms)
        time.sleep(0.2)  # whoever wanted to send another one has done it by now
        opened(desk.provider)
        tokens = {id(each.result()) for each in asked}
    assert len(tokens) == 1
    assert len(desk.provider.forms) == 1


def test_who_waits_goes_on_when_the_one_who_asks_is_cancelled(desk: Desk) -> None:
    first = Cancel()
    with ThreadPoolExecutor(3) as pool:
        cancelled = pool.submit(desk.identity.silent, desk.ask, first, force=True)
        until(lambda: desk.provider.forms)
        others = [pool.submit(desk.identity.silent, desk.ask, Cancel(), force=True) for _ in range(2)]
        time.sleep(0.1)
        first.cancel()
        with pytest.raises(Cancelled):
            cancelled.result(5)
        opened(desk.provider)
        assert len({id(each.result(10)) for each in others}) == 1
    assert len(desk.provider.forms) == 2


def elsewhere(ask: TokenAsk) -> TokenAsk:
    return replace(ask, tenant_id=str(uuid.uuid4()))


def test_different_tokens_are_asked_for_side_by_side_up_to_a_bound(desk: Desk) -> None:
    asks = [elsewhere(desk.ask) for _ in range(pace.AT_ONCE + 3)]
    with ThreadPoolExecutor(len(asks)) as pool:
        asked = [pool.submit(desk.identity.silent, ask, Cancel(), force=True) for ask in asks]
        until(lambda: len(desk.provider.forms) == pace.AT_ONCE)
        time.sleep(0.3)
        assert len(desk.provider.forms) == pace.AT_ONCE
        opened(desk.provider)
        # The provider answers for the home tenant only, so each is refused by itself
        assert all(isinstance(each.exception(20), WrongAccount) for each in asked)
    assert len(desk.provider.forms) == len(asks)


def test_one_that_is_refused_takes_no_other_with_it(desk: Desk) -> None:
    lied: list[str] = []

    def token(form: dict[str, str]) -> object:
        if not lied:
            lied.append("once")
            return answer(form, "", oid="cccccccc-cccc-4ccc-8ccc-cccccccccccc")
        return desk.provider.honest(form)

    desk.provider.token = token  # type: ignore[assignment]
    opened(desk.provider)
    with pytest.raises(WrongAccount):
        desk.silently()
    assert desk.silently().proof.home_account_id == desk.ask.account.home_account_id
