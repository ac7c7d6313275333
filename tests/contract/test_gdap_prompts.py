"""How often a person is asked: one account, many customers; the real workflow, real msal, the practice cloud's real pages."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from support.cloud import PracticeCloud
from support.fakes import FakeAgent, FakeConsoles, MemoryDirectory
from support.identity import FakeVault, PersonsBrowser, TestClock
from support.person import ScriptedPerson
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud, Clouds
from tenantdock.domain.directory import Account, Connection, Tenant
from tenantdock.domain.errors import SignInFailed, SignInRequired
from tenantdock.identity.entra import EntraIdentity
from tenantdock.workflows.connecting import Connecting, SignedIn
from tenantdock.workflows.turns import Turns

CUSTOMERS = 200
ENGINEER = "pia@nordlicht.example"


@pytest.fixture(scope="module")
def crowded() -> Iterator[PracticeCloud]:
    started = PracticeCloud(customers=CUSTOMERS)
    yield started
    assert started.stop() == 0
    assert b"Traceback" not in b"".join(started.errors), b"".join(started.errors).decode()


@dataclass
class Desk:
    """One TenantDock with a person at its browser. *pages* are those that the person saw."""

    practice: PracticeCloud
    user: str
    client_ids: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.practice.reset()
        self.vault, self.clock, self.directory = FakeVault(), TestClock(), MemoryDirectory()
        self.person = ScriptedPerson(self.user)
        self.browser = PersonsBrowser(self.person)
        self.cloud: Cloud = replace(self.practice.cloud, client_ids=self.client_ids)
        self.customers: list[dict[str, Any]] = self.practice.people()["tenants"][-CUSTOMERS:]
        self.start()

    def start(self) -> None:
        """Start TenantDock (anew): only what was saved is left."""
        self.identity = EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=30)
        self.connecting = Connecting(
            clouds=Clouds([self.cloud]),
            directory=self.directory,
            identity=self.identity,
            agent=FakeAgent(self.clock),  # type: ignore[arg-type]  # it only asks for the time
            consoles=FakeConsoles(),
            clock=self.clock,
            turns=Turns(),
        )

    def add(self, customer: Mapping[str, Any], *services: str) -> str:
        """Save a connection of the account to a customer."""
        account = Account(uuid.uuid4().hex, self.cloud.id, self.user)
        tenant = Tenant(customer["id"], self.cloud.id, customer["name"], customer["domain"])
        connection = Connection(uuid.uuid4().hex, customer["name"], tenant, account, services or ("graph",))
        return self.directory.add(connection).id

    def connect(self, connection_id: str) -> SignedIn:
        signed_in = self.connecting.sign_in(connection_id, Cancel())
        connection = self.directory.connection(connection_id)
        assert connection.account.home_account_id == self.practice.account(self.user)["homeAccountId"]
        return signed_in

    @property
    def prompts(self) -> int:
        """How often the browser opened, as this side and as the cloud counts it."""
        assert len(self.browser.opened) == self.practice.prompts()
        return len(self.browser.opened)

    def close(self) -> None:
        self.browser.finish()
        assert not self.browser.stopped, self.browser.stopped


@pytest.fixture
def desk(crowded: PracticeCloud) -> Iterator[Desk]:
    made = Desk(crowded, ENGINEER)
    yield made
    made.close()


def test_two_hundred_customers_of_one_partner_account_are_one_prompt(desk: Desk) -> None:
    ids = [desk.add(customer) for customer in desk.customers]
    assert len(ids) == CUSTOMERS
    first = desk.connect(ids[0])
    assert first.prompted
    # A morning: the others one after the other and several at once, the second half after a restart
    half = CUSTOMERS // 2
    with ThreadPoolExecutor(4) as pool:
        signed_in = list(pool.map(lambda each: desk.connecting.sign_in(each, Cancel()), ids[1:half]))
        desk.start()
        signed_in += list(pool.map(lambda each: desk.connecting.sign_in(each, Cancel()), ids[half:]))
    assert not any(each.prompted for each in signed_in)
    assert [each.connection.tenant.id for each in signed_in] == [customer["id"] for customer in desk.customers[1:]]
    assert {each.username for each in signed_in} == {ENGINEER}
    assert desk.prompts == 1
    assert desk.person.seen.count("password") == 1
    # One account, one sealed file
    assert len(desk.vault.sealed) == 1


def test_each_client_id_is_a_prompt_of_its_own_however_many_customers(desk: Desk) -> None:
    services = ("graph", "azure", "exchange", "compliance", "teams")
    ids = [desk.add(customer, *services) for customer in desk.customers[:8]]
    assert desk.connect(ids[0]).prompted
    # Exchange and Compliance share a client id. A password is typed once; then the browser knows who it is
    assert desk.prompts == 4
    assert desk.person.seen.count("password") == 1
    desk.start()
    assert not any(desk.connect(each).prompted for each in ids)
    assert desk.prompts == 4


def test_one_client_id_of_ones_own_for_several_services_is_one_prompt(crowded: PracticeCloud) -> None:
    azure_powershell = "1950a258-227b-4e31-a9cf-717495945fc2"
    desk = Desk(crowded, ENGINEER, {"graph": azure_powershell, "azure": azure_powershell})
    ids = [desk.add(customer, "graph", "azure") for customer in desk.customers[:8]]
    assert [desk.connect(each).prompted for each in ids] == [True] + [False] * 7
    assert desk.prompts == 1
    desk.close()


def test_only_the_customer_that_demands_a_new_sign_in_gets_one(desk: Desk) -> None:
    ids = [desk.add(customer) for customer in desk.customers[:10]]
    assert desk.connect(ids[0]).prompted
    desk.practice.fault(desk.customers[4]["domain"], "interaction-required")
    assert [desk.connect(each).prompted for each in ids] == [number == 4 for number in range(10)]
    assert desk.prompts == 2
    # Now that the person has signed in anew, it is silent there too, also after a restart
    desk.start()
    assert not any(desk.connect(each).prompted for each in ids)
    assert desk.prompts == 2


@pytest.mark.parametrize(("digit", "elsewhere"), [(0, (1,)), (2, (3, 4, 5))], ids=["guest", "partner"])
def test_an_account_of_a_customer_that_is_a_guest_or_partner_elsewhere_is_asked_once(
    crowded: PracticeCloud, digit: int, elsewhere: tuple[int, ...]
) -> None:
    tenants = crowded.people()["tenants"][-CUSTOMERS:]
    desk = Desk(crowded, f"admin@{tenants[digit]['domain']}")
    # Enrolled where it is a stranger, to make it harder; then at home and in the others
    order = (elsewhere[0], digit, *elsewhere[1:])
    prompted = [desk.connect(desk.add(tenants[each])).prompted for each in order]
    assert prompted == [True] + [False] * len(elsewhere)
    assert desk.prompts == 1
    desk.close()


def test_a_customer_that_does_not_know_the_account_says_so_and_asks_nobody(desk: Desk) -> None:
    wingtip = next(tenant for tenant in desk.practice.people()["tenants"] if tenant["domain"] == "wingtip.example")
    desk.connect(desk.add(desk.customers[0]))
    with pytest.raises((SignInFailed, SignInRequired), match="AADSTS50020"):
        desk.connect(desk.add(wingtip))
    assert desk.prompts == 1
