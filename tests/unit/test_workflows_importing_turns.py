"""Signing in for a list of customers while somebody signs in for a click, and the other way round: one question at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from support.clicks import World, wait_until
from support.directory import HOME, OTHER_HOME
from support.fakes import FakeProfiles
from support.importing import FakeSource
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.errors import Cancelled, NotFound
from tenantdock.domain.services import GRAPH
from tenantdock.workflows.importing import Importing


class Beside(threading.Thread):
    """What runs on another thread, and what came of it."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self.came: object = None
        self.start()

    def run(self) -> None:
        try:
            self.came = self._work()
        except BaseException as error:  # noqa: BLE001  # for the test to look at
            self.came = error

    def end(self) -> object:
        self.join(10)
        assert not self.is_alive()
        return self.came


class Both(World):
    """Clicks and imports of one program. Whoever asks the person waits for *browser*."""

    def __init__(self) -> None:
        super().__init__()
        self.identity.browser = threading.Event()
        self.identity.tenants = {"msp.example": HOME.partition(".")[2]}
        self.importing = Importing(
            directory=self.directory,
            identity=self.identity,
            source=FakeSource(),
            agent=self.connecting._agent,
            profiles=FakeProfiles(),
            clouds=Clouds(),
            turns=self.turns,
        )

    def click(self, connection):
        return Beside(lambda: self.sign_in(connection))

    def list_sign_in(self, account_id, cancel=None):
        return Beside(lambda: self.importing.sign_in(CustomerList.GDAP, account_id, cancel or self.cancel, self.progress.append))

    def enrol(self, username, cancel=None):
        return Beside(
            lambda: self.importing.enrol(CustomerList.GDAP, username, "public", cancel or self.cancel, self.progress.append)
        )

    @property
    def waits(self):
        return [step.text for step in self.progress if step.step == "waiting"]


@pytest.fixture
def both():
    made = Both()
    yield made
    made.cancel.cancel()  # whoever still waits after a test that failed must not hold the others up


def test_a_sign_in_for_a_list_waits_for_a_clicks_and_then_needs_nobody(both):
    saved = both.add(home_account_id=HOME)
    click = both.click(saved)
    wait_until(lambda: len(both.prompts) == 1)
    listing = both.list_sign_in(saved.account.id)
    wait_until(lambda: both.waits)
    assert both.waits[0].startswith("A sign-in of anna@msp.example is under way")
    both.identity.browser.set()
    assert click.end().prompted
    assert listing.end() is None
    assert len(both.prompts) == 1


def test_a_click_waits_for_a_sign_in_for_a_list(both):
    saved = both.add(home_account_id=HOME)
    listing = both.list_sign_in(saved.account.id)
    wait_until(lambda: len(both.prompts) == 1)
    click = both.click(saved)
    wait_until(lambda: both.waits)
    both.identity.browser.set()
    assert listing.end() is None
    assert not click.end().prompted
    assert len(both.prompts) == 1


def test_after_a_wait_a_list_asks_where_the_one_before_brought_nothing(both):
    saved = both.add(home_account_id=HOME)
    first = both.list_sign_in(saved.account.id, stopped := Cancel())
    wait_until(lambda: len(both.prompts) == 1)
    second = both.list_sign_in(saved.account.id)
    wait_until(lambda: both.waits)
    stopped.cancel()
    assert isinstance(first.end(), Cancelled)
    wait_until(lambda: len(both.prompts) == 2)
    both.identity.browser.set()
    assert second.end() is None


def test_who_waits_for_a_turn_can_cancel(both):
    saved = both.add()
    click = both.click(saved)
    wait_until(lambda: len(both.prompts) == 1)
    enrolling = both.enrol("anna@msp.example", stopped := Cancel())
    wait_until(lambda: both.waits)
    stopped.cancel()
    assert isinstance(enrolling.end(), Cancelled)
    both.identity.browser.set()
    assert click.end().prompted


def test_who_is_enrolled_by_a_click_meanwhile_is_not_asked_again_for_the_list(both):
    saved = both.add()
    click = both.click(saved)
    wait_until(lambda: len(both.prompts) == 1)
    enrolling = both.enrol("ANNA@msp.example")
    wait_until(lambda: both.waits)
    both.identity.browser.set()
    assert click.end().prompted
    enrolled = enrolling.end()
    assert (enrolled.id, enrolled.home_account_id) == (saved.account.id, HOME)
    assert len(both.prompts) == 1
    assert [ask.account.home_account_id for ask, _ in both.identity.silent_asks][-1] == HOME


def test_a_click_waits_for_who_is_enrolled_for_a_list(both):
    saved = both.add()
    enrolling = both.enrol("anna@msp.example")
    wait_until(lambda: len(both.prompts) == 1)
    click = both.click(saved)
    wait_until(lambda: both.waits)
    both.identity.browser.set()
    assert enrolling.end().home_account_id == HOME
    assert not click.end().prompted
    assert len(both.prompts) == 1


def test_a_sign_in_for_a_list_is_forgotten_when_its_account_was_removed_meanwhile(both):
    saved = both.add(home_account_id=HOME)
    listing = both.list_sign_in(saved.account.id)
    wait_until(lambda: len(both.prompts) == 1)
    both.directory.remove_all([saved.id])
    waiting = both.list_sign_in(saved.account.id)
    both.identity.browser.set()
    assert listing.end() is None
    assert [each.id for each in both.identity.forgotten] == [saved.account.id]
    assert isinstance(waiting.end(), NotFound)


def test_accounts_do_not_wait_for_each_other(both):
    saved = both.add(home_account_id=HOME)
    other = both.add(name="Other", username="ben@msp.example", home_account_id=OTHER_HOME)
    click, listing = both.click(saved), both.list_sign_in(other.account.id)
    wait_until(lambda: len(both.prompts) == 2)
    both.identity.browser.set()
    click.end()
    listing.end()
    assert not both.waits
    assert {ask.token.service for ask in both.identity.interactive_asks} == {GRAPH}
