"""Cost does not grow with what is not asked for: the same work at 20 accounts or customers and at 2,000, counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.directory import a_connection
from support.fakes import FakeClock, MemoryKeyStore
from support.identity import TENANT, UPN, USER, FakeVault, TestClock, ask_for
from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.directory import HistoryEntry
from tenantdock.domain.proof import Proof
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import AccessToken
from tenantdock.identity.entra import EntraIdentity, _key
from tenantdock.vault import KeyringVault

FEW, MANY = 20, 2_000


def steps(work: Callable[[], object]) -> int:
    """How many of Python's instructions *work* takes, and calls into C beside them."""
    count = 0

    def traced(frame, event, _arg):
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return traced

    def profiled(_frame, event, _arg):
        nonlocal count
        count += event == "c_call"

    before, before_profile = sys.gettrace(), sys.getprofile()
    sys.settrace(traced)
    sys.setprofile(profiled)
    try:
        work()
    finally:
        sys.setprofile(before_profile)
        sys.settrace(before)
    return count


def account_id(number: int) -> str:
    return f"{number:032x}"


def identity_with(accounts: int) -> EntraIdentity:
    clock = TestClock()
    identity = EntraIdentity(vault=FakeVault(), browsers=None, clock=clock)
    for number in range(accounts):
        ask = ask_for(PUBLIC, account_id=account_id(number))
        proof = Proof(TENANT, f"{USER}.{TENANT}", USER, UPN, guest=False)
        token = AccessToken(Secret("token"), "graph", TENANT, UPN, clock.now() + 3600, proof)
        identity._cache(ask.account).keep(_key(ask), token, [], 3600.0)
    return identity


@pytest.mark.parametrize("how", ["peek", "silent"])
def test_one_token_from_memory(how: str) -> None:
    taken = []
    for accounts in (FEW, MANY):
        identity = identity_with(accounts)
        # The last one, which a search from the beginning would find late
        ask = ask_for(PUBLIC, GRAPH, account_id=account_id(accounts - 1))
        taken.append(steps(lambda: identity.peek(ask) if how == "peek" else identity.silent(ask, Cancel())))  # noqa: B023 - run at once
    assert taken[0] == taken[1] > 10


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> list[KeyringVault]:
    made = []
    for accounts in (FEW, MANY):
        folder = tmp_path_factory.mktemp("vault")
        vault = KeyringVault(folder, MemoryKeyStore(), FakeClock())
        vault.seal(account_id(0), b"plain")
        sealed = (folder / "sealed" / f"{account_id(0)}.sealed").read_bytes()
        for number in range(1, accounts):  # whole sealed files, for another account; sealing each would take a second of fsync
            (folder / "sealed" / f"{account_id(number)}.sealed").write_bytes(sealed)
        made.append(vault)
    return made


@pytest.mark.parametrize("what", ["seal", "unseal", "discard"])
def test_one_account_of_the_vault(vaults: list[KeyringVault], what: str) -> None:
    taken = []
    for vault in vaults:
        vault.seal(account_id(0), b"plain")
        work = {
            "seal": lambda v=vault: v.seal(account_id(0), b"other"),
            "unseal": lambda v=vault: v.unseal(account_id(0)),
            "discard": lambda v=vault: v.discard(account_id(0)),
        }[what]
        work()  # the first time imports and compiles
        vault.seal(account_id(0), b"plain")
        taken.append(steps(work))
    # A name in a temporary folder may be a character longer; 2,000 files would be thousands of steps
    assert abs(taken[0] - taken[1]) < 50
    assert taken[0] > 10


class Customers:
    """A directory with so many customers, each with an account and a tenant of its own, and its database's own step counter."""

    def __init__(self, folder: Path, size: int) -> None:
        self.directory = SqliteDirectory(folder / f"{size}.sqlite3", SystemClock())
        self.connections = []

        def add_all(db):
            from tenantdock.directory import writing  # noqa: PLC0415 - private: one transaction for all, not one fsync for each

            for number in range(size):
                tenant = f"{number:08x}-0000-4000-8000-000000000000"
                one = writing.add(db, a_connection(f"Customer {number}", tenant=tenant, username=f"admin@c{number}.example"))
                self.connections.append(one)
                writing.note(db, HistoryEntry(1.0, one.id, "signed-in", "x"))

        self.directory._database.write(add_all)

    def steps(self, work: Callable[[], object]) -> int:
        count = 0

        def step() -> int:
            nonlocal count
            count += 1
            return 0

        db = self.directory._database._db
        db.set_progress_handler(step, 1)
        try:
            work()
        finally:
            db.set_progress_handler(None, 0)
        return count


@pytest.fixture(scope="module")
def customers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Customers]]:
    folder = tmp_path_factory.mktemp("customers")
    made = [Customers(folder, size) for size in (FEW, MANY)]
    yield made
    for each in made:
        each.directory.close()


WORK: dict[str, Callable[[SqliteDirectory, object], object]] = {
    "connection": lambda directory, one: directory.connection(one.id),
    "account_in_use": lambda directory, one: directory.account_in_use(one.account.id),
    "note": lambda directory, one: directory.note(HistoryEntry(1.0, one.id, "signed-in", "x")),
    "history": lambda directory, one: directory.history(one.id),
    "pin": lambda directory, one: directory.pin(one.account.id, f"{USER}.{TENANT}", one.account.username),
    "update": lambda directory, one: directory.update(one),
    "remove": lambda directory, one: directory.remove_all([one.id]),
}


@pytest.mark.parametrize("what", list(WORK))
def test_one_customer_of_the_directory(customers: list[Customers], what: str) -> None:
    """SQLite counts the instructions of its own machine; a scan of 2,000 rows is more than 2,000 of them."""
    taken = [each.steps(lambda: WORK[what](each.directory, each.connections[-1])) for each in customers]  # noqa: B023 - run at once
    assert 5 < taken[1] < taken[0] + 200
