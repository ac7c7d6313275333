"""Opening portals, with fakes for every port."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from support.directory import CONTOSO, a_connection
from support.fakes import FakeClock, MemoryDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import BrowserChoice, ConnectionRow
from tenantdock.domain.errors import BadInput, BrowserTrouble, NotFound
from tenantdock.portals.links import portals
from tenantdock.workflows import Portals


class Browsers:
    """Notes what is opened."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, BrowserChoice]] = []
        self.fails: Exception | None = None

    def open(self, url: str, choice: BrowserChoice, *, private: bool = False) -> Any:
        if self.fails is not None:
            raise self.fails
        assert not private
        self.opened.append((url, choice))


class World:
    def __init__(self) -> None:
        self.directory, self.browsers, self.clock = MemoryDirectory(), Browsers(), FakeClock()
        self.portals = Portals(directory=self.directory, browsers=self.browsers, clock=self.clock, links=portals)
        # a member of the tenant, whose initial domain nobody told
        member = a_connection(home_account_id=f"11111111-1111-1111-1111-111111111111.{CONTOSO}")
        self.saved = self.directory.add(replace(member, browser=BrowserChoice("edge", "Profile 3")))


@pytest.fixture
def world() -> World:
    return World()


def row_of(world: World) -> ConnectionRow:
    return world.directory.rows()[0]


def test_a_portal_opens_in_the_browser_profile_of_its_connection_and_is_noted(world):
    opened = world.portals.open(world.saved.id, "entra")
    domain = world.saved.tenant.domain
    assert world.browsers.opened == [(f"https://entra.microsoft.com/{domain}", BrowserChoice("edge", "Profile 3"))]
    assert opened.label == "Entra"
    (entry,) = world.directory.history(world.saved.id)
    assert (entry.event, entry.text) == ("portal-opened", "Entra")


def test_a_portal_without_an_address_opens_nothing(world):
    missing = next(portal for portal in world.portals.of(row_of(world)) if not portal.url)
    with pytest.raises(BadInput) as failed:
        world.portals.open(world.saved.id, missing.key)
    assert missing.missing in failed.value.message
    assert failed.value.next_step
    assert world.browsers.opened == []
    assert world.directory.history(world.saved.id) == []


def test_an_unknown_portal_or_connection_is_an_error(world):
    with pytest.raises(BadInput):
        world.portals.open(world.saved.id, "nonsense")
    with pytest.raises(NotFound):
        world.portals.open("gone", "entra")


def test_a_browser_that_does_not_start_is_told_and_not_noted(world):
    world.browsers.fails = BrowserTrouble("No browser was found.", next_step="Install one.")
    with pytest.raises(BrowserTrouble):
        world.portals.open(world.saved.id, "entra")
    assert world.directory.history(world.saved.id) == []


def test_a_row_and_its_connection_give_the_same_portals(world):
    for portal in world.portals.of(row_of(world)):
        if portal.url:
            world.portals.open(world.saved.id, portal.key)
    urls = [portal.url for portal in world.portals.of(row_of(world)) if portal.url]
    assert [url for url, _choice in world.browsers.opened] == urls
    assert len(urls) >= 6


class Failing:
    """A program that ends with an error after the address was handed to it, as xdg-open does where there is no browser."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def close(self) -> None: ...

    def gone(self) -> bool:
        self.looks -= 1
        if self.looks < 0:
            raise BrowserTrouble("The default browser ended at once with an error (exit code 3).", next_step="Choose another one.")
        return False


@pytest.mark.parametrize("when", ["at once", "later"])
def test_a_page_that_does_not_open_is_told_with_its_address(world, monkeypatch, when):
    if when == "later":
        monkeypatch.setattr(world.browsers, "open", lambda _url, _choice: Failing(2))
    else:
        world.browsers.fails = BrowserTrouble("No browser was found on this computer.", next_step="Install one.")
    with pytest.raises(BrowserTrouble) as told:
        world.portals.open_page("https://login.example/device", Cancel())
    assert told.value.next_step.endswith(" by hand: https://login.example/device")
    assert told.value.message == told.value.__cause__.message


def test_a_page_opens_in_the_default_browser(world):
    world.portals.open_page("https://login.example/device", Cancel())
    assert world.browsers.opened == [("https://login.example/device", BrowserChoice())]
