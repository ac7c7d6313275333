"""Adding, signing out, removing, and the token desk, with fakes for every port."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, get_type_hints

import pytest

from support.directory import CONTOSO, FABRIKAM, HOME, a_connection
from support.fakes import (
    FakeAgent,
    FakeClock,
    FakeConsoles,
    FakeIdentity,
    FakeProfiles,
    InlineExecutor,
    MemoryDirectory,
    MemoryKeyStore,
    MemoryVault,
)
from support.networking import FakeSettings
from tenantdock.domain import computer, ports
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import BrowserChoice
from tenantdock.domain.errors import (
    BadInput,
    Cancelled,
    Denied,
    NetworkTrouble,
    NotFound,
    SignInFailed,
    SignInRequired,
    StorageTrouble,
    UnknownDomain,
)
from tenantdock.domain.services import AZURE, EXCHANGE, GRAPH
from tenantdock.domain.sessions import Grant
from tenantdock.domain.settings import BrowserPreferences, Settings
from tenantdock.domain.signin import Realm, RealmKind, TokenAsk
from tenantdock.vault import KeyStore
from tenantdock.workflows import Removing
from tenantdock.workflows.adding import Adding, Draft
from tenantdock.workflows.desk import Desk
from tenantdock.workflows.removing import Removed


class World:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.directory = MemoryDirectory()
        self.identity = FakeIdentity(self.clock)
        self.agent = FakeAgent(self.clock)
        self.cancel = Cancel()
        self.clouds = Clouds()
        self.adding = Adding(clouds=self.clouds, directory=self.directory, identity=self.identity)
        self.profiles = FakeProfiles()
        self.removing = Removing(
            clouds=self.clouds,
            directory=self.directory,
            identity=self.identity,
            agent=self.agent,
            profiles=self.profiles,
            clock=self.clock,
        )

    def open_console(self, connection):
        grant, _ = self.agent.admit(connection)
        return self.agent.wait_open(grant.session_id, 1, self.cancel).id


@pytest.fixture
def world():
    return World()


# --- the fakes are what they stand for


def test_the_fakes_are_ports(world):
    def takes(
        directory: ports.Directory,
        identity: ports.Identity,
        agent: ports.Agent,
        consoles: computer.Consoles,
        vault: ports.Vault,
        clock: ports.Clock,
        keys: KeyStore,
        desk: ports.TokenDesk,
    ) -> None: ...

    desk = Desk(clouds=world.clouds, identity=world.identity, executor=InlineExecutor(), cancel=world.cancel)
    real: dict[str, Any] = {
        "directory": world.directory,
        "identity": world.identity,
        "agent": world.agent,
        "consoles": FakeConsoles(),
        "vault": MemoryVault(),
        "clock": world.clock,
        "keys": MemoryKeyStore(),
        "desk": desk,
    }
    hints = get_type_hints(takes, globals(), locals())
    for name, value in real.items():
        wanted = {each for each in vars(hints[name]) if not each.startswith("_")}
        assert wanted <= set(dir(value)), (name, wanted - set(dir(value)))


# --- adding


def test_a_user_name_leads_to_its_own_tenant(world):
    world.identity.tenants["contoso.com"] = CONTOSO
    found = world.adding.look_up("  Anna@Contoso.com ", "", "public", world.cancel)
    assert str(found.user) == "Anna@contoso.com"
    assert (found.tenant_id, found.domain, found.suggested_name) == (CONTOSO, "contoso.com", "Contoso Ltd")
    assert found.realm is world.identity.realm_answer


def test_without_a_brand_the_domain_is_suggested(world):
    world.identity.tenants["contoso.com"] = CONTOSO
    world.identity.realm_answer = Realm("contoso.com", RealmKind.UNKNOWN)
    assert world.adding.look_up("anna@contoso.com", "", "public", world.cancel).suggested_name == "contoso.com"


def test_a_customer_of_another_domain_is_looked_up_by_it(world):
    world.identity.tenants["fabrikam.com"] = FABRIKAM
    found = world.adding.look_up("anna@contoso.com", " Fabrikam.COM. ", "public", world.cancel)
    assert (found.tenant_id, found.domain, found.suggested_name) == (FABRIKAM, "fabrikam.com", "fabrikam.com")


def test_a_customer_given_by_its_id_has_no_domain(world):
    world.identity.tenants[FABRIKAM] = FABRIKAM
    found = world.adding.look_up("anna@contoso.com", f"{{{FABRIKAM.upper()}}}", "public", world.cancel)
    assert (found.tenant_id, found.domain, found.suggested_name) == (FABRIKAM, "", FABRIKAM)


@pytest.mark.parametrize(
    ("username", "customer", "cloud"),
    [("anna", "", "public"), ("anna@contoso.com", "not a domain", "public"), ("anna@contoso.com", "", "sandbox"), ("", "", "mars")],
)
def test_what_cannot_be_looked_up_asks_no_server(world, username, customer, cloud):
    with pytest.raises(BadInput) as error:
        world.adding.look_up(username, customer, cloud, world.cancel)
    assert error.value.next_step
    assert not world.identity.looked_up


def test_a_domain_that_nobody_owns_is_told(world):
    world.identity.tenants["contoso.com"] = UnknownDomain("No tenant.", next_step="Check the spelling.")
    with pytest.raises(UnknownDomain):
        world.adding.look_up("anna@contoso.com", "", "public", world.cancel)


@pytest.fixture
def found(world):
    world.identity.tenants["contoso.com"] = CONTOSO
    return world.adding.look_up("anna@contoso.com", "", "public", world.cancel)


def test_a_draft_is_saved(world, found):
    saved = world.adding.add(Draft(found, "public", "  Contoso  ", ("azure", "GRAPH", "graph")))
    assert world.directory.connection(saved.id) == saved
    assert (saved.name, saved.services) == ("Contoso", ("graph", "azure"))
    assert (saved.tenant.id, saved.tenant.domain, saved.tenant.name) == (CONTOSO, "contoso.com", "contoso.com")
    assert (saved.account.username, saved.account.enrolled) == ("anna@contoso.com", False)
    assert world.adding.clouds is world.clouds


@pytest.mark.parametrize(("browser", "own_profile"), [("", False), ("edge", False), ("", True), ("edge", True)])
def test_a_new_customer_signs_in_with_the_browser_that_is_set(world, found, browser, own_profile):
    store = FakeSettings()
    store.save(Settings(browsers=BrowserPreferences(browser, own_profile=own_profile)))
    adding = Adding(clouds=world.clouds, directory=world.directory, identity=world.identity, settings=store)
    saved = adding.add(Draft(found, "public", "Contoso"))
    assert saved.browser == BrowserChoice(browser, f"tenantdock:{saved.account.id}" if own_profile else "")
    shared = adding.add(
        Draft(replace(found, tenant_id="22222222-2222-4222-8222-222222222222"), "public", "Another of that account")
    )
    assert shared.account.id == saved.account.id
    assert shared.browser.profile == saved.browser.profile, "one account, one profile"
    chosen = adding.add(Draft(found, "public", "Chosen", browser=BrowserChoice("firefox", "work")))
    assert chosen.browser == BrowserChoice("firefox", "work")


def test_a_tenant_without_a_domain_is_named_by_its_id(world, found):
    saved = world.adding.add(Draft(replace(found, domain=""), "public", "Contoso"))
    assert (saved.tenant.name, saved.tenant.domain) == (CONTOSO, "")


@pytest.mark.parametrize(
    "change",
    [
        {"name": "  "},
        {"name": "x" * 301},
        {"services": ()},
        {"services": ("mail",)},
        {"cloud": "china", "services": ("teams",)},
        {"cloud": "sandbox"},
    ],
)
def test_a_draft_that_is_incomplete_is_not_saved(world, found, change):
    with pytest.raises(BadInput) as error:
        world.adding.add(replace(Draft(found, "public", "Contoso"), **change))
    assert error.value.next_step
    assert world.directory.rows() == []


def test_a_draft_that_is_there_already_is_refused(world, found):
    world.adding.add(Draft(found, "public", "Contoso"))
    with pytest.raises(BadInput):
        world.adding.add(Draft(found, "public", "contoso"))


# --- signing out


def test_signing_out_forgets_the_tokens_and_ends_that_accounts_consoles_only(world):
    one = world.directory.add(a_connection("One", home_account_id=HOME))
    two = world.directory.add(a_connection("Two", tenant=FABRIKAM))
    other = world.directory.add(a_connection("Other", username="ben@msp.example"))
    consoles = [world.open_console(each) for each in (one, two, other)]
    signed_out = world.removing.sign_out(one.id)
    assert world.agent.withdrawn == consoles[:2]
    assert [session.id for session in world.agent.sessions()] == consoles[2:]
    assert world.identity.forgotten == [one.account]
    assert signed_out.account.home_account_id == HOME  # the next one has to be the same person
    assert world.directory.connection(one.id).account.enrolled
    assert world.directory.history(one.id)[0].event == "signed-out"


def test_a_console_whose_connection_is_gone_does_not_keep_others_signed_in(world):
    one = world.directory.add(a_connection("One"))
    gone = world.directory.add(a_connection("Gone", username="ben@msp.example"))
    console = world.open_console(gone)
    world.directory.remove_all([gone.id])
    world.removing.sign_out(one.id)
    assert world.identity.forgotten == [one.account]
    assert world.agent.withdrawn == [console]


def test_a_history_that_cannot_be_written_stops_no_sign_out(world, monkeypatch):
    one = world.directory.add(a_connection("One"))

    def full(entry):
        raise StorageTrouble("No room.", next_step="Free some.")

    monkeypatch.setattr(world.directory, "note", full)
    world.removing.sign_out(one.id)
    assert world.identity.forgotten == [one.account]


def test_signing_out_of_what_is_gone_is_told(world):
    with pytest.raises(NotFound):
        world.removing.sign_out("none")


# --- signing out everywhere


def test_signing_out_everywhere_is_asked_at_home_and_ends_that_accounts_consoles(world):
    one = world.directory.add(a_connection("One", tenant=FABRIKAM, home_account_id=HOME))
    other = world.directory.add(a_connection("Other", username="ben@msp.example"))
    consoles = [world.open_console(each) for each in (one, other)]
    assert world.removing.sign_out_everywhere(one.id, world.cancel) == one
    (ask,) = world.identity.signed_out_everywhere
    assert (ask.tenant_id, ask.account, ask.service) == (HOME.partition(".")[2], one.account, GRAPH)
    assert ask.tenant_id != one.tenant.id
    assert world.identity.forgotten == [one.account]
    assert world.agent.withdrawn == consoles[:1]
    assert world.directory.history(one.id)[0].event == "signed-out-everywhere"
    assert world.directory.connection(one.id).account.enrolled


@pytest.mark.parametrize(
    "refusal",
    [
        SignInFailed("Graph did not allow it.", next_step="Ask an administrator."),
        SignInRequired("The sign-in is over.", next_step="Sign in.", claims="{}", aadsts="AADSTS50173"),
        NetworkTrouble("It cannot be reached.", next_step="Try again."),
    ],
)
def test_a_provider_that_refuses_to_sign_out_everywhere_changes_nothing(world, refusal):
    one = world.directory.add(a_connection("One", home_account_id=HOME))
    console = world.open_console(one)
    world.identity.revocation = refusal
    with pytest.raises(type(refusal)) as told:
        world.removing.sign_out_everywhere(one.id, world.cancel)
    assert told.value.message == refusal.message
    assert told.value.next_step
    assert not world.identity.forgotten
    assert not world.agent.withdrawn
    assert [session.id for session in world.agent.sessions()] == [console]
    assert not world.directory.history(one.id)
    if isinstance(refusal, SignInRequired):
        assert "Connect this customer once" in told.value.next_step
        assert (told.value.claims, told.value.aadsts) == ("{}", "AADSTS50173")


def test_an_account_that_never_signed_in_cannot_sign_out_everywhere(world):
    one = world.directory.add(a_connection("One"))
    with pytest.raises(SignInRequired, match="Nobody has signed in"):
        world.removing.sign_out_everywhere(one.id, world.cancel)
    assert not world.identity.signed_out_everywhere


def test_signing_out_everywhere_can_be_cancelled_and_of_what_is_gone_is_told(world):
    one = world.directory.add(a_connection("One", home_account_id=HOME))
    with pytest.raises(NotFound):
        world.removing.sign_out_everywhere("none", world.cancel)
    world.cancel.cancel()
    with pytest.raises(Cancelled):
        world.removing.sign_out_everywhere(one.id, world.cancel)
    assert not world.identity.forgotten


# --- removing


def test_removing_ends_its_consoles_and_drops_tokens_with_the_last_connection(world):
    one = world.directory.add(a_connection("One", home_account_id=HOME))
    two = world.directory.add(a_connection("Two", tenant=FABRIKAM))
    consoles = [world.open_console(each) for each in (one, one, two)]
    assert world.removing.remove_all([one.id]) == Removed((one,))
    assert world.agent.withdrawn == consoles[:2]
    assert not world.identity.forgotten
    assert not world.profiles.gone
    world.removing.remove_all([two.id])
    assert world.identity.forgotten == [two.account]
    assert world.profiles.gone == [two.account.id]
    assert world.directory.rows() == []


def test_what_cannot_be_removed_keeps_its_consoles(world, monkeypatch):
    one = world.directory.add(a_connection("One", home_account_id=HOME))
    console = world.open_console(one)

    def full(_connection_ids):
        raise StorageTrouble("There is no room on the disk.", next_step="Free some space.")

    monkeypatch.setattr(world.directory, "remove_all", full)
    with pytest.raises(StorageTrouble):
        world.removing.remove_all([one.id])
    assert console in [session.id for session in world.agent.sessions()]
    assert not world.identity.forgotten


def test_removing_can_be_undone_and_the_account_stays_pinned(world):
    one = world.directory.add(a_connection("One", home_account_id=HOME))
    assert world.removing.restore_all(world.removing.remove_all([one.id]).connections) == [one]
    assert world.directory.connection(one.id).account.home_account_id == HOME


def test_what_is_gone_is_left_out_of_a_removal(world):
    assert world.removing.remove_all(["none"]) == Removed(())


# --- the desk


@pytest.fixture
def desk(world):
    with ThreadPoolExecutor(1) as executor:
        yield Desk(clouds=world.clouds, identity=world.identity, executor=executor, cancel=world.cancel)


@pytest.fixture
def grant(world):
    return Grant("s1", world.directory.add(a_connection(services=("graph", "azure"), home_account_id=HOME)))


def token(world, grant, service):
    connection = grant.connection
    return world.identity.token(TokenAsk(world.clouds.get("public"), connection.tenant.id, connection.account, service))


def test_what_is_in_memory_is_at_hand(world, desk, grant):
    assert desk.at_hand(grant, GRAPH) is None
    world.identity.memory["graph"] = token(world, grant, GRAPH)
    assert desk.at_hand(grant, GRAPH) is world.identity.memory["graph"]
    assert not world.identity.silent_asks


@pytest.mark.parametrize("renew", [True, False])
def test_what_is_not_is_fetched_silently_on_another_thread(world, desk, grant, renew):
    world.identity.silent_answers["azure"] = token(world, grant, AZURE)
    assert desk.fetch(grant, AZURE, renew=renew).result(5) is world.identity.silent_answers["azure"]
    ((ask, force),) = world.identity.silent_asks
    assert force is renew
    assert (ask.tenant_id, ask.account, ask.service) == (CONTOSO, grant.connection.account, AZURE)


def test_who_asks_for_a_fetch_does_not_wait_for_it(world, grant, monkeypatch):
    asked_on: list[int] = []

    def slow(*_args, **_options):
        asked_on.append(threading.get_ident())
        raise SignInRequired("No sign-in is saved.", next_step="Sign in.")

    monkeypatch.setattr(world.identity, "silent", slow)
    with ThreadPoolExecutor(1) as executor:
        future = Desk(clouds=world.clouds, identity=world.identity, executor=executor, cancel=world.cancel).fetch(grant, GRAPH)
        with pytest.raises(SignInRequired):
            future.result(5)
    assert asked_on
    assert asked_on != [threading.get_ident()]


def test_a_fetch_never_asks_a_person(world, desk, grant):
    with pytest.raises(SignInRequired):
        desk.fetch(grant, GRAPH).result(5)
    assert not world.identity.interactive_asks


def test_a_service_of_another_connection_is_refused_whatever_memory_holds(world, desk, grant):
    world.identity.memory["exchange"] = token(world, grant, EXCHANGE)
    world.identity.silent_answers["exchange"] = token(world, grant, EXCHANGE)
    for call in (desk.at_hand, desk.fetch):
        with pytest.raises(Denied) as refusal:
            call(grant, EXCHANGE)
        assert "Exchange" in refusal.value.next_step
    assert not world.identity.silent_asks
