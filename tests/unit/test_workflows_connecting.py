"""A click, from end to end, with fakes for every port."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.directory import CONTOSO, HOME, a_connection
from support.fakes import FakeAgent, FakeClock, FakeConsoles, FakeIdentity, MemoryDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import HistoryEntry
from tenantdock.domain.errors import BadInput, Cancelled, LaunchFailed, NoPowerShell, NotFound, SignInFailed, StorageTrouble
from tenantdock.domain.proof import Mismatch, WrongAccount
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import service
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.signin import Offer, Progress, Rung, TokenAsk
from tenantdock.workflows import Connecting
from tenantdock.workflows.turns import Turns


class World:
    """Every port's fake, and the workflow on them."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.directory = MemoryDirectory()
        self.identity = FakeIdentity(self.clock)
        self.agent = FakeAgent(self.clock)
        self.consoles = FakeConsoles()
        self.cancel = Cancel()
        self.progress: list[Progress] = []
        self.clouds = Clouds()
        self.connecting = Connecting(
            clouds=self.clouds,
            directory=self.directory,
            identity=self.identity,
            agent=self.agent,
            consoles=self.consoles,
            clock=self.clock,
            turns=Turns(),
        )

    def add(self, **options):
        return self.directory.add(a_connection(**options))

    def token(self, connection, key="graph", lifetime=3600.0):
        ask = TokenAsk(self.clouds.get("public"), connection.tenant.id, connection.account, service(key))
        return self.identity.token(ask, lifetime)

    def connect(self, connection, rung=None):
        return self.connecting.connect(connection.id, self.cancel, self.progress.append, rung)

    def sign_in(self, connection, rung=None):
        return self.connecting.sign_in(connection.id, self.cancel, self.progress.append, rung)

    def events(self, connection):
        return [entry.event for entry in reversed(self.directory.history(connection.id))]


@pytest.fixture
def world():
    return World()


def wrong():
    return WrongAccount(
        Mismatch.ACCOUNT,
        expected="anna@msp.example",
        got="ben@msp.example",
        offers=(Offer(Rung.PRIVATE, "Nobody is signed in there."),),
    )


# --- signing in


def test_silently_when_there_is_a_token_for_every_service(world):
    connection = world.add(services=("azure", "graph"), home_account_id=HOME)
    world.identity.silent_answers = {"graph": world.token(connection, "graph", 900), "azure": world.token(connection, "azure", 600)}
    result = world.sign_in(connection)
    assert (result.prompted, result.username) == (False, "anna@msp.example")
    assert result.expires_on == world.clock.now() + 600
    assert not world.identity.interactive_asks
    assert [ask.service.key for ask, force in world.identity.silent_asks if not force] == ["graph", "azure"]
    (entry,) = world.directory.history(connection.id)
    assert (entry.event, entry.text, entry.at) == ("signed-in", "anna@msp.example, silently", world.clock.now())


def test_with_a_person_where_there_is_none_and_only_for_that_service(world):
    connection = world.add(services=("graph", "azure"), home_account_id=HOME)
    world.identity.silent_answers["graph"] = world.token(connection)
    result = world.sign_in(connection)
    assert result.prompted
    (ask,) = world.identity.interactive_asks
    assert ask.token.service.key == "azure"
    assert ask.token.tenant_id == CONTOSO
    assert ask.browser == connection.browser
    assert "by a person" in world.directory.history(connection.id)[0].text
    assert [step.step for step in world.progress] == ["silent", "silent", "person", "browser"]


def test_the_first_proven_sign_in_pins_the_account_for_the_next_service(world):
    connection = world.add(services=("graph", "azure"))
    result = world.sign_in(connection)
    assert result.connection.account.home_account_id == FakeIdentity.HOME
    assert world.directory.connection(connection.id).account.home_account_id == FakeIdentity.HOME
    asked = [ask.token.account.home_account_id for ask in world.identity.interactive_asks]
    assert asked == ["", FakeIdentity.HOME]


def test_an_account_that_is_pinned_is_not_pinned_again(world):
    connection = world.add(home_account_id=HOME)
    world.identity.person["graph"] = replace(world.token(connection), username="new@msp.example")
    assert world.sign_in(connection).username == "new@msp.example"
    assert world.directory.connection(connection.id).account == connection.account


# --- rungs


def test_without_a_word_the_browser_is_the_rung_and_nothing_is_remembered(world):
    connection = world.add()
    world.sign_in(connection)
    assert [ask.rung for ask in world.identity.interactive_asks] == [Rung.BROWSER]
    assert world.directory.connection(connection.id).rung == ""


def test_the_rung_that_was_chosen_and_worked_is_used_again(world):
    connection = world.add(services=("graph", "azure"))
    assert world.sign_in(connection, Rung.PRIVATE).connection.rung == "private"
    world.identity.silent_answers.clear()
    world.sign_in(connection)
    assert [ask.rung for ask in world.identity.interactive_asks] == [Rung.PRIVATE] * 4


def test_a_rung_that_failed_is_not_remembered(world):
    connection = world.add(rung="fresh")
    world.identity.person["graph"] = wrong()
    with pytest.raises(WrongAccount):
        world.sign_in(connection, Rung.PRIVATE)
    assert world.directory.connection(connection.id).rung == "fresh"


def test_a_rung_that_was_not_needed_is_not_remembered(world):
    connection = world.add()
    world.identity.silent_answers["graph"] = world.token(connection)
    world.sign_in(connection, Rung.PRIVATE)
    assert world.directory.connection(connection.id).rung == ""


@pytest.mark.parametrize("rung", ["of the future", "silent"])
def test_a_saved_rung_that_is_none_means_the_browser(world, rung):
    connection = world.add(rung=rung)
    world.sign_in(connection)
    assert world.identity.interactive_asks[0].rung is Rung.BROWSER


def test_what_was_edited_while_the_browser_was_open_is_kept(world):
    connection = world.add(home_account_id=HOME)

    def edited(progress):
        if progress.step == "browser":
            world.directory.update(replace(world.directory.connection(connection.id), name="Renamed meanwhile"))

    world.connecting.sign_in(connection.id, world.cancel, edited, Rung.FRESH)
    saved = world.directory.connection(connection.id)
    assert (saved.name, saved.rung) == ("Renamed meanwhile", "fresh")


# --- refusals and trouble


def test_the_wrong_account_reaches_the_person_and_the_history_and_opens_nothing(world):
    connection = world.add()
    world.identity.person["graph"] = wrong()
    with pytest.raises(WrongAccount) as refusal:
        world.connect(connection)
    assert refusal.value.next_rungs == ("private",)
    assert world.events(connection) == ["refused"]
    assert "got ben@msp.example" in world.directory.history(connection.id)[0].text
    assert not world.directory.connection(connection.id).account.enrolled
    assert not world.consoles.launched
    assert not world.agent.sessions()


def test_the_wrong_account_for_the_second_service_opens_nothing(world):
    connection = world.add(services=("graph", "azure"))
    world.identity.person["azure"] = wrong()
    with pytest.raises(WrongAccount):
        world.connect(connection)
    assert not world.consoles.launched
    assert world.events(connection) == ["refused"]


def test_a_wrong_account_on_a_silent_refresh_is_refused_too(world):
    connection = world.add(home_account_id=HOME)
    world.identity.silent_answers["graph"] = wrong()
    with pytest.raises(WrongAccount):
        world.sign_in(connection)
    assert not world.identity.interactive_asks
    assert world.events(connection) == ["refused"]


def test_other_trouble_passes_through(world):
    connection = world.add()
    world.identity.person["graph"] = SignInFailed("No.", next_step="Ask.")
    with pytest.raises(SignInFailed):
        world.connect(connection)
    assert world.events(connection) == []


def test_a_history_that_cannot_be_written_hides_no_refusal_and_stops_no_sign_in(world, monkeypatch):
    connection = world.add()

    def full(entry: HistoryEntry):
        raise StorageTrouble("No room.", next_step="Free some.")

    monkeypatch.setattr(world.directory, "note", full)
    world.identity.person["graph"] = wrong()
    with pytest.raises(WrongAccount):
        world.sign_in(connection)
    world.identity.person.clear()
    result = world.connect(connection)
    assert result.session is not None
    assert result.trouble is None


def test_a_connection_that_is_gone_is_told(world):
    with pytest.raises(NotFound):
        world.connect(a_connection())


def test_one_that_was_removed_while_the_browser_was_open_leaves_no_tokens(world):
    connection = world.add()

    def removed(progress):
        if progress.step == "browser":
            world.directory.remove_all([connection.id])

    with pytest.raises(NotFound):
        world.connecting.sign_in(connection.id, world.cancel, removed)
    assert world.identity.forgotten == [connection.account]


@pytest.mark.parametrize(
    ("cloud", "services_", "said"), [("sandbox", ("graph",), "practice cloud"), ("public", ("mail",), "no service")]
)
def test_a_cloud_or_service_that_is_not_known_here_is_told(world, cloud, services_, said):
    connection = a_connection(services=services_)
    account, tenant = replace(connection.account, cloud=cloud), replace(connection.tenant, cloud=cloud)
    world.directory.add(replace(connection, account=account, tenant=tenant))
    with pytest.raises(BadInput, match=said):
        world.connect(connection)


# --- the console


def test_a_console_opens_with_a_ticket_and_a_title_that_say_who(world):
    connection = world.add(name="Contoso\x1b]0;evil\x07 \u202e")
    result = world.connect(connection)
    assert result.trouble is None
    assert (result.session.state, result.session.pid) == (SessionState.OPEN, 4711)
    (launch,) = world.consoles.launched
    assert launch.ticket == Secret(f"ticket of {launch.session_id}")
    assert launch.endpoint == world.agent.endpoint
    assert launch.settings == connection.console
    assert launch.title.endswith("\u00b7 anna@msp.example")
    assert not set(launch.title) & set("\x1b\x07\u202e")
    assert world.events(connection) == ["signed-in", "console-opened"]


def test_the_window_of_a_second_console_says_that_it_is_one(world):
    connection = world.add(name="Contoso")
    world.connect(connection)
    assert world.connect(connection).session.number == 2
    assert [launch.title for launch in world.consoles.launched] == [
        "Contoso \u00b7 anna@msp.example",
        "Contoso (2) \u00b7 anna@msp.example",
    ]


def test_a_console_may_have_services_of_its_own_and_nothing_saved_changes(world):
    connection = world.add(services=("graph",), home_account_id=HOME)
    world.identity.silent_answers = {"exchange": world.token(connection, "exchange"), "azure": world.token(connection, "azure")}
    connected = world.connecting.connect(connection.id, world.cancel, chosen=("exchange", "Azure"))
    assert connected.trouble is None
    assert connected.signed_in.connection.services == ("azure", "exchange")
    assert world.agent.admitted == [connected.signed_in.connection]
    assert world.directory.connection(connection.id).services == ("graph",)


def test_the_services_of_one_console_last_through_a_sign_in_by_a_person(world):
    connection = world.add(services=("graph",))
    signed_in = world.connecting.sign_in(connection.id, world.cancel, rung=Rung.PRIVATE, chosen=("azure",))
    assert signed_in.connection.services == ("azure",)
    saved = world.directory.connection(connection.id)
    assert (saved.services, saved.rung) == (("graph",), Rung.PRIVATE.value)


@pytest.mark.parametrize(
    ("where", "trouble"),
    [
        ("missing", NoPowerShell("PowerShell is not installed.", next_step="Install it.")),
        ("broken", LaunchFailed("It did not start.", next_step="Try again.")),
        ("agent", LaunchFailed("It did not come up.", next_step="Look.")),
    ],
)
def test_trouble_with_the_console_keeps_the_sign_in(world, where, trouble):
    connection = world.add()
    setattr(world.agent if where == "agent" else world.consoles, "trouble" if where == "agent" else where, trouble)
    result = world.connect(connection)
    assert (result.session, result.trouble) == (None, trouble)
    assert result.signed_in.connection.account.enrolled
    assert world.events(connection) == ["signed-in", "console-failed"]
    assert world.agent.sessions() == []
    assert len(world.agent.withdrawn) == (0 if where == "missing" else 1)


def test_one_that_is_removed_before_its_console_opens_gets_none(world):
    connection = world.add(home_account_id=HOME)
    world.identity.silent_answers["graph"] = world.token(connection)
    admit = world.agent.admit

    def removed_meanwhile(admitted):
        world.directory.remove_all([connection.id])
        return admit(admitted)

    world.agent.admit = removed_meanwhile
    connected = world.connect(connection)
    assert connected.session is None
    assert isinstance(connected.trouble, NotFound)
    assert not world.consoles.launched
    assert not world.agent.sessions()


def test_a_cancel_while_the_console_starts_withdraws_its_ticket(world):
    connection = world.add()
    world.agent.on_wait = Cancel.cancel
    with pytest.raises(Cancelled):
        world.connect(connection)
    assert world.agent.withdrawn == [world.consoles.launched[0].session_id]
    assert world.agent.sessions() == []
    assert world.events(connection) == ["signed-in"]


def test_anything_unforeseen_while_the_console_starts_withdraws_its_ticket(world, monkeypatch):
    connection = world.add()

    def breaks(launch):
        raise KeyboardInterrupt

    monkeypatch.setattr(world.consoles, "launch", breaks)
    with pytest.raises(KeyboardInterrupt):
        world.connect(connection)
    assert len(world.agent.withdrawn) == 1


def test_a_cancel_before_anything_asks_nothing(world):
    connection = world.add()
    world.cancel.cancel()
    with pytest.raises(Cancelled):
        world.connect(connection)
    assert not world.identity.interactive_asks
    assert not world.consoles.launched


# --- renewing


def test_renewing_skips_memory_for_every_service(world):
    connection = world.add(services=("graph", "azure"), home_account_id=HOME)
    world.identity.silent_answers = {"graph": world.token(connection, "graph", 900), "azure": world.token(connection, "azure", 600)}
    result = world.connecting.renew(connection.id, world.cancel)
    assert [(ask.service.key, force) for ask, force in world.identity.silent_asks] == [("graph", True), ("azure", True)]
    assert (result.expires_on, result.prompted) == (world.clock.now() + 600, False)
    assert world.events(connection) == ["renewed"]


def test_renewing_never_asks_a_person(world):
    connection = world.add()
    with pytest.raises(Exception, match="No sign-in is saved"):
        world.connecting.renew(connection.id, world.cancel)
    assert not world.identity.interactive_asks
