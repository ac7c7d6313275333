"""Client ids are settings: each has a refresh token of its own, and a changed one leaves nothing of the old one behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from support.identity import Desk, LyingProvider, answer, lying_provider, with_nonce
from tenantdock.domain.clouds import Clouds, CloudSettings
from tenantdock.domain.errors import SignInRequired
from tenantdock.domain.services import AZURE, GRAPH

MINE = "0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e"


class Settable(Desk):
    """A desk whose cloud is looked up by its id, as the program does it."""

    def __init__(self, provider: LyingProvider) -> None:
        super().__init__(provider)
        self.chosen = CloudSettings()
        self.clouds = Clouds([provider.cloud], chosen=lambda: self.chosen)
        provider.token = lambda form: with_nonce(
            provider, answer(form, provider.nonces.get("hashed", ""), number=len(provider.forms))
        )

    def set_client(self, client_id: str) -> None:
        self.chosen = CloudSettings((), {("sandbox", "graph"): client_id} if client_id else {})
        self.ask = replace(self.ask, cloud=self.clouds.get("sandbox"))

    def sealed_clients(self) -> set[str]:
        document = json.loads(next(iter(self.vault.sealed.values())))
        return {item["entry"]["client_id"] for item in document["entries"] if item["kind"] == "RefreshToken"}


@pytest.fixture
def desk() -> Iterator[Settable]:
    with lying_provider() as provider:
        made = Settable(provider)
        yield made
        made.browser.finish()


def test_a_changed_client_id_asks_anew_and_the_old_refresh_token_goes(desk: Settable) -> None:
    desk.by_browser()
    desk.silently()
    assert desk.sealed_clients() == {GRAPH.client_id}
    desk.set_client(MINE)
    before = len(desk.provider.forms)
    assert desk.identity.peek(desk.ask) is None, "a token of the old client does not answer for the new one"
    with pytest.raises(SignInRequired):
        desk.silently()
    assert len(desk.provider.forms) == before, "the old client's refresh token was not sent"
    desk.by_browser()
    assert desk.provider.forms[-1]["client_id"] == MINE
    assert desk.sealed_clients() == {MINE}
    desk.silently()
    assert desk.provider.forms[-1]["client_id"] == MINE
    desk.set_client("")
    with pytest.raises(SignInRequired):
        desk.silently()


def test_the_refresh_tokens_of_other_services_stay(desk: Settable) -> None:
    desk.by_browser()
    graph, desk.ask = desk.ask, replace(desk.ask, service=AZURE)
    desk.by_browser()
    assert desk.sealed_clients() == {GRAPH.client_id, AZURE.client_id}
    desk.ask = graph
    desk.set_client(MINE)
    desk.by_browser()
    assert desk.sealed_clients() == {MINE, AZURE.client_id}
    desk.set_client(AZURE.client_id)
    assert desk.silently(), "two services of one client share its refresh token"


def test_a_silent_answer_of_another_service_cleans_up_too(desk: Settable) -> None:
    desk.by_browser()
    graph, desk.ask = desk.ask, replace(desk.ask, service=AZURE)
    desk.by_browser()
    desk.ask = graph
    desk.set_client(MINE)
    desk.ask = replace(desk.ask, service=AZURE)
    desk.silently()
    assert desk.sealed_clients() == {AZURE.client_id}


def test_two_services_of_one_client_leave_one_refresh_token_whichever_signed_in_last(desk: Settable) -> None:
    desk.chosen = CloudSettings((), {("sandbox", "graph"): MINE, ("sandbox", "azure"): MINE})
    desk.ask = graph = replace(desk.ask, cloud=desk.clouds.get("sandbox"))
    azure = replace(graph, service=AZURE)
    for desk.ask in (graph, azure, graph):
        desk.by_browser()
        document = json.loads(next(iter(desk.vault.sealed.values())))
        kept = [item["entry"] for item in document["entries"] if item["kind"] == "RefreshToken"]
        assert [entry["client_id"] for entry in kept] == [MINE]
        assert kept[0]["secret"].startswith(f"refresh-secret-{len(desk.provider.forms)}-")
    for desk.ask in (azure, graph):
        desk.silently()
