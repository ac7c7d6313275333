"""Looking at a connection closely, and changing it, with fakes for every port."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.directory import CONTOSO, FABRIKAM, HOME, a_connection
from support.fakes import FakeClock, FakeIdentity, MemoryDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.computer import BrowserOffer
from tenantdock.domain.directory import BrowserChoice, HistoryEntry
from tenantdock.domain.errors import BadInput, BrokerUnavailable, NotFound, StorageTrouble
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import TokenAsk
from tenantdock.workflows import Editing
from tenantdock.workflows.editing import HISTORY_SHOWN, Change


class TwoBrowsers:
    """Offers two, and opens none."""

    def choices(self):
        return [BrowserOffer("", "The default browser"), BrowserOffer("edge", "Edge")]

    def open(self, url, choice, *, private=False):
        raise AssertionError


class World:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.directory = MemoryDirectory()
        self.identity = FakeIdentity(self.clock)
        self.editing = Editing(
            directory=self.directory, identity=self.identity, clouds=Clouds(), browsers=TwoBrowsers(), clock=self.clock
        )
        self.saved = self.directory.add(a_connection(services=("graph", "exchange"), home_account_id=HOME, rung="browser"))

    def events(self):
        return [(entry.event, entry.text) for entry in self.directory.history(self.saved.id)]


@pytest.fixture
def world():
    return World()


def change_of(connection, **changes):
    same = Change(connection.name, connection.services, connection.console.colour, connection.browser)
    return replace(same, **changes)


def test_details_tell_what_is_there_and_ask_no_server(world):
    ask = TokenAsk(Clouds().get("public"), CONTOSO, world.saved.account, GRAPH)
    world.identity.memory["graph"] = world.identity.token(ask, 1800.0)
    other = a_connection("Fabrikam", tenant=FABRIKAM, domain="fabrikam.com")
    world.directory.add(replace(other, account=world.saved.account))
    for number in range(30):
        event = "signed-in" if number in {2, 9} else "renewed"
        world.directory.note(HistoryEntry(1000.0 + number, world.saved.id, event, "x"))
    found = world.editing.details(world.saved.id)
    assert found.connection == world.saved
    assert found.cloud.id == "public"
    assert [(token.label, token.expires_on) for token in found.tokens] == [
        ("Graph", world.clock.now() + 1800.0),
        ("Exchange", None),
    ]
    assert len(found.history) == HISTORY_SHOWN
    assert found.history[0].at == 1029.0
    assert found.first_sign_in == 1002.0
    assert found.shared_with == 1
    assert world.identity.silent_asks == []
    assert "token of" not in repr(found), "not the token itself"


def test_details_name_the_other_accounts_at_the_same_tenant(world):
    for name, username, tenant in (
        ("Contoso as guest", "guest@msp.example", CONTOSO),
        ("Contoso again", "guest@msp.example", CONTOSO),
        ("Elsewhere", "other@msp.example", FABRIKAM),
    ):
        world.directory.add(a_connection(name, tenant=tenant, username=username))
    assert world.editing.details(world.saved.id).beside == ("guest@msp.example",)


def test_a_connection_of_a_cloud_that_is_not_known_here_can_be_looked_at_and_renamed(world):
    strange = a_connection("Practice")
    strange = replace(
        strange,
        tenant=replace(strange.tenant, cloud="sandbox"),
        account=replace(strange.account, cloud="sandbox", username="x@y.zz"),
    )
    world.directory.add(strange)
    found = world.editing.details(strange.id)
    assert found.cloud is None
    assert [token.expires_on for token in found.tokens] == [None]
    assert world.editing.save(strange.id, change_of(strange, name="Renamed")).name == "Renamed"
    with pytest.raises(BadInput):
        world.editing.realm(strange.id, Cancel())


def test_the_realm_is_that_of_the_account(world):
    assert world.editing.realm(world.saved.id, Cancel()) is world.identity.realm_answer


def test_browsers_come_from_the_port(world):
    assert [offer.key for offer in world.editing.browsers()] == ["", "edge"]


def test_a_change_is_saved_and_noted_and_nothing_else_is_touched(world):
    browser = BrowserChoice("edge", "Work")
    saved = world.editing.save(
        world.saved.id, Change("  Contoso Nord ", ("azure", "graph", "azure"), "#0b6e74", browser, "private")
    )
    assert world.directory.connection(world.saved.id) == saved
    assert (saved.name, saved.services, saved.browser, saved.rung) == ("Contoso Nord", ("graph", "azure"), browser, "private")
    assert saved.console == replace(world.saved.console, colour="#0b6e74")
    assert (saved.tenant, saved.account) == (world.saved.tenant, world.saved.account)
    assert world.events() == [("edited", "Contoso Nord")]


def test_the_way_that_a_sign_in_remembered_meanwhile_stays(world):
    world.directory.update(replace(world.saved, rung="device-code"))
    saved = world.editing.save(world.saved.id, change_of(world.saved, name="Other"))
    assert saved.rung == "device-code"


def test_no_change_is_no_event(world):
    assert world.editing.save(world.saved.id, change_of(world.saved)) == world.saved
    assert world.events() == []


@pytest.mark.parametrize(
    "bad",
    [
        {"name": "   "},
        {"name": "x" * 301},
        {"services": ()},
        {"services": ("nonsense",)},
        {"colour": "red"},
    ],
)
def test_bad_input_is_told_and_changes_nothing(world, bad):
    with pytest.raises(BadInput) as told:
        world.editing.save(world.saved.id, change_of(world.saved, **bad))
    assert told.value.next_step
    assert world.directory.connection(world.saved.id) == world.saved


def test_a_service_that_the_cloud_does_not_have_is_refused(world):
    china = a_connection("China", tenant=FABRIKAM)
    china = replace(china, tenant=replace(china.tenant, cloud="china"), account=replace(china.account, cloud="china"))
    world.directory.add(china)
    with pytest.raises(BadInput, match="Teams is not offered"):
        world.editing.save(china.id, change_of(china, services=("teams",)))


def test_a_name_that_is_taken_is_refused(world):
    second = world.directory.add(replace(a_connection("Second"), tenant=world.saved.tenant, account=world.saved.account))
    with pytest.raises(BadInput):
        world.editing.save(second.id, change_of(second, name="contoso"))
    assert world.directory.connection(second.id).name == "Second"


def test_what_was_removed_meanwhile_is_told(world):
    world.directory.remove_all([world.saved.id])
    for act in (
        lambda: world.editing.details(world.saved.id),
        lambda: world.editing.save(world.saved.id, change_of(world.saved)),
        lambda: world.editing.set_broker(world.saved.id, True),
        lambda: world.editing.enrol_anew(world.saved.id),
        lambda: world.editing.realm(world.saved.id, Cancel()),
    ):
        with pytest.raises(NotFound):
            act()


def test_where_windows_cannot_the_broker_is_not_switched_on(world):
    world.identity.no_broker = "Signing in with Windows needs Windows."
    with pytest.raises(BrokerUnavailable, match="needs Windows"):
        world.editing.set_broker(world.saved.id, True)
    assert not world.directory.connection(world.saved.id).account.broker
    world.directory.set_broker(world.saved.account.id, True)  # saved on another machine
    world.editing.set_broker(world.saved.id, False)
    assert not world.directory.connection(world.saved.id).account.broker


def test_the_broker_is_the_accounts(world):
    world.editing.set_broker(world.saved.id, True)
    assert world.directory.connection(world.saved.id).account.broker
    world.editing.set_broker(world.saved.id, True)
    assert world.events() == [("edited", "signs in with Windows")]
    world.editing.set_broker(world.saved.id, False)
    assert not world.directory.connection(world.saved.id).account.broker


def test_enrolling_anew_forgets_tokens_and_pin(world):
    world.editing.enrol_anew(world.saved.id)
    assert [account.id for account in world.identity.forgotten] == [world.saved.account.id]
    assert not world.directory.connection(world.saved.id).account.enrolled
    assert world.events() == [("unpinned", "anna@msp.example")]


def test_an_account_stays_pinned_when_its_tokens_cannot_be_forgotten(world, monkeypatch):
    def full(_account):
        raise StorageTrouble("The disk is full.", next_step="Free some room.")

    monkeypatch.setattr(world.identity, "forget", full)
    with pytest.raises(StorageTrouble):
        world.editing.enrol_anew(world.saved.id)
    assert world.directory.connection(world.saved.id).account.enrolled
