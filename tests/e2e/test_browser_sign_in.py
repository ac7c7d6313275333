"""A person signs in with a real chromium: the product starts it, Selenium clicks and types, the practice cloud answers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil
import pytest

from support.chromium import Chromium, wait_for
from support.cloud import PracticeCloud
from support.fakes import FakeAgent, FakeClock, FakeConsoles, MemoryKeyStore
from support.vault import sealed_files
from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import SANDBOX_ID, Clouds
from tenantdock.domain.directory import BrowserChoice, Connection
from tenantdock.domain.errors import BrowserTrouble, Cancelled, SignInFailed
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import AccessToken, Progress, Rung, TokenAsk
from tenantdock.identity.entra import EntraIdentity
from tenantdock.portals.browsers import SystemBrowsers
from tenantdock.tour.graph import witness
from tenantdock.vault import KeyringVault
from tenantdock.workflows import Adding, Connecting
from tenantdock.workflows.adding import Draft
from tenantdock.workflows.connecting import SignedIn
from tenantdock.workflows.turns import Turns

pytestmark = [pytest.mark.display, pytest.mark.chromium, pytest.mark.timeout(120)]

ADMIN = "admin@northwind.example"
SECOND_FACTOR = "mfa@northwind.example"
FEDERATED = "admin@fabrikam.example"
KIOSK = "kiosk@fabrikam.example"
JOINED = "admin@tailspin.example"
JOINED_KIOSK = "kiosk@tailspin.example"


@dataclass
class Room:
    """What a sign-in needs, all of it real but the key store (see support.fakes)."""

    folder: Path
    cloud: PracticeCloud
    chromium: Chromium
    identity: EntraIdentity
    directory: SqliteDirectory
    adding: Adding
    connecting: Connecting
    workers: ThreadPoolExecutor
    steps: list[Progress] = field(default_factory=list)
    cancels: list[Cancel] = field(default_factory=list)

    def add(self, username: str, browser: str | None = None) -> Connection:
        """Add a customer as the window does: by the user name alone."""
        found = self.adding.look_up(username, "", SANDBOX_ID, Cancel())
        choice = BrowserChoice(str(self.chromium.executable) if browser is None else browser)
        return self.adding.add(Draft(found, SANDBOX_ID, found.suggested_name, browser=choice))

    def start(self, connection: Connection, rung: Rung | None = None) -> Future[SignedIn]:
        """Begin a sign-in on another thread, as the desktop does. The last of *cancels* ends it."""
        self.cancels.append(Cancel())
        self.steps.clear()
        return self.workers.submit(self.connecting.sign_in, connection.id, self.cancels[-1], self.steps.append, rung)

    def token(self, connection: Connection) -> AccessToken | None:
        """What memory has for the connection as it is saved now."""
        saved = self.directory.connection(connection.id)
        return self.identity.peek(TokenAsk(self.cloud.cloud, saved.tenant.id, saved.account, GRAPH))

    def nothing_is_kept(self, connection: Connection) -> bool:
        """Whether no trace of a sign-in is in memory, in the directory and on disk."""
        account = self.directory.connection(connection.id).account
        return self.token(connection) is None and not account.enrolled and not sealed_files(self.folder / "vault")


@pytest.fixture
def room(tmp_path: Path, cloud: PracticeCloud, chromium: Chromium) -> Iterator[Room]:
    clock = SystemClock()
    directory = SqliteDirectory(tmp_path / "directory.sqlite3", clock)
    vault = KeyringVault(tmp_path / "vault", MemoryKeyStore(), clock)
    browsers = SystemBrowsers(profiles=tmp_path / "profiles")
    identity = EntraIdentity(vault=vault, browsers=browsers, clock=clock)
    clouds = Clouds([cloud.cloud])
    agent, consoles = FakeAgent(FakeClock()), FakeConsoles()  # a sign-in alone uses neither
    adding = Adding(clouds=clouds, directory=directory, identity=identity)
    connecting = Connecting(
        clouds=clouds, directory=directory, identity=identity, agent=agent, consoles=consoles, clock=clock, turns=Turns()
    )
    with ThreadPoolExecutor(2, "sign-in") as workers:
        made = Room(tmp_path, cloud, chromium, identity, directory, adding, connecting, workers)
        yield made
        for cancel in made.cancels:
            cancel.cancel()
    directory.close()
    chromium.fresh()
    for window in browsers._started:
        chromium.end(window.process)


def who(room: Room, connection: Connection) -> tuple[str, str, str]:
    """What the practice Graph itself says about the token in memory."""
    token = room.token(connection)
    assert token is not None
    return witness(room.cloud.cloud, token)


def test_a_person_signs_in_with_a_password_and_the_next_time_is_silent(room, chromium, cloud):
    connection = room.add(ADMIN)
    coming = room.start(connection)
    person = chromium.person()
    person.password()
    person.consent()
    assert person.back() == "Back to TenantDock"
    signed_in = coming.result(30)
    assert (signed_in.username, signed_in.prompted) == (ADMIN, True)
    assert who(room, connection)[0] == ADMIN
    saved = room.directory.connection(connection.id)
    assert saved.account.home_account_id == cloud.account(ADMIN)["homeAccountId"]
    assert sealed_files(room.folder / "vault") == [f"{saved.account.id}.sealed"]
    assert any("browser" in step.text for step in room.steps)

    starts, prompts = len(chromium.starts()), cloud.prompts()
    again = room.start(connection).result(30)
    assert not again.prompted
    assert (len(chromium.starts()), cloud.prompts()) == (starts, prompts)


def test_nothing_secret_stays_in_the_browsers_address_bar_or_history(room, chromium):
    connection = room.add(ADMIN)
    coming = room.start(connection)
    person = chromium.person()
    person.password()
    person.consent()
    person.back()
    coming.result(30)
    # The code came by a form, so it is in no address (form_post)
    assert urlsplit(person.driver.current_url).query == ""
    history = person.driver.execute_cdp_cmd("Page.getNavigationHistory", {})["entries"]
    assert not [entry["url"] for entry in history if "code=" in entry["url"].replace("code_challenge=", "")]


def test_a_person_with_a_second_factor_signs_in(room, chromium):
    connection = room.add(SECOND_FACTOR)
    coming = room.start(connection)
    person = chromium.person()
    person.password()
    person.second_factor()
    person.consent()
    person.back()
    assert coming.result(30).username == SECOND_FACTOR
    assert who(room, connection)[0] == SECOND_FACTOR


def test_a_mistyped_password_can_be_typed_again(room, chromium):
    connection = room.add(ADMIN)
    coming = room.start(connection)
    person = chromium.person()
    person.password("wrong")
    assert "AADSTS50126" in person.find("[data-aadsts]").text
    assert not coming.done()
    person.password()
    person.consent()
    person.back()
    assert coming.result(30).username == ADMIN


def test_the_federated_domain_sends_the_wrong_user_and_is_refused_then_a_fresh_password_works(room, chromium):
    connection = room.add(FEDERATED)
    coming = room.start(connection)
    person = chromium.person()
    person.consent()
    person.back()  # nobody typed anything: the machine's user was taken
    with pytest.raises(WrongAccount) as refused:
        coming.result(30)
    assert FEDERATED in refused.value.expected
    assert KIOSK in refused.value.got
    assert "federated" in refused.value.because
    assert refused.value.next_rungs[0] == Rung.FRESH.value
    assert room.nothing_is_kept(connection)

    coming = room.start(connection, Rung.FRESH)
    person = chromium.person("/sts/")
    person.password()
    person.consent()
    person.back()
    assert coming.result(30).username == FEDERATED
    assert who(room, connection)[0] == FEDERATED
    assert room.directory.connection(connection.id).rung == Rung.FRESH.value


def test_on_a_joined_machine_only_a_private_window_brings_the_right_user(room, chromium, cloud):
    connection = room.add(JOINED)
    driver_is_joined(chromium, cloud)
    for rung in (None, Rung.FRESH):
        coming = room.start(connection, rung)
        person = chromium.person()
        person.back()
        with pytest.raises(WrongAccount) as refused:
            coming.result(30)
        assert JOINED_KIOSK in refused.value.got
        assert room.nothing_is_kept(connection)
    assert refused.value.next_rungs[0] == Rung.PRIVATE.value

    coming = room.start(connection, Rung.PRIVATE)
    person = chromium.person("/sts/")
    assert "--incognito" in chromium.starts()[-1]
    person.password()
    person.consent()
    person.back()
    assert coming.result(30).username == JOINED
    assert who(room, connection)[0] == JOINED
    assert room.directory.connection(connection.id).rung == Rung.PRIVATE.value


def driver_is_joined(chromium: Chromium, cloud: PracticeCloud) -> None:
    """Join the person's browser to the machine, as the practice cloud's page offers it."""
    driver = chromium.driver()
    driver.get(f"{cloud.page}machine/join")
    assert "Joined to the machine" in driver.page_source
    driver.get("about:blank")


def test_a_profile_of_tenantdocks_own_knows_nobody(room, chromium, cloud):
    connection = room.add(JOINED)
    driver_is_joined(chromium, cloud)
    coming = room.start(connection, Rung.OTHER_PROFILE)
    profile = room.folder / "profiles" / connection.account.id
    person = chromium.person("/sts/", profile)
    person.password()
    assert person.back() == "Back to TenantDock"
    assert coming.result(30).username == JOINED
    assert who(room, connection)[0] == JOINED
    assert chromium.processes(profile)  # it shows the last page, and is the person's to close
    assert room.directory.connection(connection.id).rung == Rung.OTHER_PROFILE.value


def test_the_wrong_account_picked_by_hand_is_refused(room, chromium):
    """The person chooses "use another account" and signs in as somebody else: a real account, and not the one that was meant."""
    connection = room.add(ADMIN)
    coming = room.start(connection)
    person = chromium.person()
    person.see("password")
    person.click("#another")
    person.see("username")
    person.type("#login", SECOND_FACTOR)
    person.click("#next")
    person.password()
    person.second_factor()
    person.consent()
    assert person.back() == "Back to TenantDock"  # it does not say "signed in"
    with pytest.raises(WrongAccount) as refused:
        coming.result(30)
    assert SECOND_FACTOR in refused.value.got
    assert ADMIN in refused.value.expected
    assert room.nothing_is_kept(connection)


def test_a_browser_that_is_signed_in_as_somebody_else_is_refused_when_that_account_is_picked(room, chromium, cloud):
    """The everyday accident: single sign-on knows a colleague, and the person clicks the first entry of the picker."""
    other = room.add(SECOND_FACTOR)
    coming = room.start(other)
    person = chromium.person()
    person.password(stay=True)
    person.second_factor()
    person.consent()
    person.back()
    coming.result(30)

    connection = room.add(ADMIN)
    coming = room.start(connection)
    person = chromium.person()
    person.see("password")  # the hint names the right one; single sign-on has not decided
    person.click("#another")
    person.see("picker")
    person.click(f"[data-username='{SECOND_FACTOR}']")
    person.consent()
    person.back()
    with pytest.raises(WrongAccount) as refused:
        coming.result(30)
    assert SECOND_FACTOR in refused.value.got
    assert room.token(connection) is None
    assert not room.directory.connection(connection.id).account.enrolled


def listeners() -> list[int]:
    """The ports that this process listens on."""
    connections = psutil.Process().net_connections("inet")
    return [each.laddr.port for each in connections if each.status == psutil.CONN_LISTEN]


def test_a_browser_that_is_closed_half_way_leaves_cancel_which_works_at_once(room, chromium):
    connection = room.add(ADMIN)
    before = listeners()
    coming = room.start(connection)
    person = chromium.person()
    person.see("password")
    port = urlsplit(parse_qs(urlsplit(chromium.starts()[-1][-1]).query)["redirect_uri"][0]).port
    assert port in listeners()
    person.type("#passwd", "prac")
    person.driver.close()
    time.sleep(0.3)
    assert not coming.done()  # a tab's end cannot be seen; the person is told so
    assert any("press Cancel" in step.text for step in room.steps)
    began = time.monotonic()
    room.cancels[-1].cancel()
    with pytest.raises(Cancelled):
        coming.result(5)
    # 100 ms is the promise; the rest is for a machine that does other work
    assert time.monotonic() - began < 1.0
    assert listeners() == before
    assert not [thread.name for thread in threading.enumerate() if "loopback" in thread.name.lower()]
    with pytest.raises(OSError, match=r"refused|111"), socket.create_connection(("127.0.0.1", port), 1):
        pass
    assert room.nothing_is_kept(connection)


def test_a_window_of_tenantdocks_own_that_is_closed_ends_the_sign_in_by_itself(room, chromium, display):
    connection = room.add(ADMIN)
    coming = room.start(connection, Rung.OTHER_PROFILE)
    profile = room.folder / "profiles" / connection.account.id
    person = chromium.person("localhost", profile)
    person.see("password")
    time.sleep(3.1)  # a browser that ends sooner is taken for one that passed the address on to another
    display.close_window(display.wait_for_window("Sign in - Practice cloud"))
    with pytest.raises(SignInFailed, match="closed"):
        coming.result(30)
    assert room.nothing_is_kept(connection)


def test_a_person_who_cancels_on_the_page_ends_the_sign_in(room, chromium):
    connection = room.add(ADMIN)
    coming = room.start(connection)
    person = chromium.person()
    person.see("password")
    person.click("button[value=cancel]")
    assert person.back() == "The sign-in did not work"
    with pytest.raises(Cancelled, match="on the sign-in page"):
        coming.result(30)
    assert room.nothing_is_kept(connection)


def test_a_disabled_person_reads_the_reason_on_the_page_and_cancels_there(room, chromium):
    connection = room.add("disabled@northwind.example")
    coming = room.start(connection)
    person = chromium.person()
    person.password()
    assert "AADSTS50057" in wait_for("the reason", lambda: _aadsts(person))
    person.click("button[value=cancel]")
    person.back()
    with pytest.raises(Cancelled):
        coming.result(30)
    assert room.nothing_is_kept(connection)


def _aadsts(person) -> str:
    text = person.driver.page_source
    return text if "AADSTS50057" in text else ""


@pytest.mark.parametrize("how", ["missing", "fails"])
def test_a_browser_that_cannot_be_started_is_told_with_what_to_do(room, how):
    program = room.folder / "broken-browser"
    if how == "fails":
        program.write_text("#!/bin/sh\nexit 3\n", encoding="ascii")
        program.chmod(0o755)
    connection = room.add(ADMIN, str(program))
    before = listeners()
    with pytest.raises(BrowserTrouble) as told:
        room.start(connection).result(20)
    assert "another browser" in told.value.next_step
    assert listeners() == before
    # The person chooses another one, and it works without starting anew
    room.directory.update(replace(connection, browser=BrowserChoice(str(room.chromium.executable))))
    coming = room.start(connection)
    person = room.chromium.person()
    person.password()
    person.consent()
    person.back()
    assert coming.result(30).username == ADMIN
