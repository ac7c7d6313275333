"""Which files are opened: none of another account by work on one, and no sealed one by a start. Counted by Python's audit hook."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.directory import a_connection
from support.fakes import FakeClock, MemoryKeyStore
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.vault import KeyringVault

ACCOUNTS = [f"{number:08x}" * 4 for number in range(1, 60)]
ONE = ACCOUNTS[17]

_watching: list[list[str]] = []


def _audit(event: str, args: tuple[object, ...]) -> None:
    if _watching and event == "open" and isinstance(args[0], (str, bytes, Path)):
        _watching[-1].append(str(args[0]))


sys.addaudithook(_audit)  # cannot be taken out again, so it does nothing while nobody watches


@contextmanager
def opened_files() -> Iterator[list[str]]:
    """The paths of the files that Python opens in the block."""
    _watching.append([])
    try:
        yield _watching[-1]
    finally:
        _watching.pop()


def sealed_in(paths: list[str]) -> set[str]:
    """The accounts whose files are among *paths*: sealed ones, ones being written, ones set aside."""
    return {account for account in ACCOUNTS for path in paths if account in path}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


@pytest.fixture
def keys(folder):
    store = MemoryKeyStore()
    vault = KeyringVault(folder, store, FakeClock())
    for account in ACCOUNTS:
        vault.seal(account, b"plain of " + account.encode())
    return store


WORK = {
    "seal": lambda vault: vault.seal(ONE, b"new"),
    "unseal": lambda vault: vault.unseal(ONE),
    "discard": lambda vault: vault.discard(ONE),
    "state": lambda vault: vault.state(),
}


@pytest.mark.parametrize("warm", [True, False])
@pytest.mark.parametrize("what", WORK)
def test_work_on_one_account_opens_no_file_of_another(folder, keys, what, warm):
    vault = KeyringVault(folder, keys, FakeClock())
    if warm:
        vault.unseal(ONE)
    with opened_files() as paths:
        WORK[what](vault)
    assert sealed_in(paths) <= {ONE}
    if what == "unseal":
        assert sealed_in(paths) == {ONE}  # the hook does see them


def test_the_hook_sees_what_a_rotation_opens(folder, keys):
    with opened_files() as paths:
        KeyringVault(folder, keys, FakeClock()).rotate(Cancel())
    assert sealed_in(paths) == set(ACCOUNTS)


def test_a_start_opens_no_sealed_file(folder, keys, tmp_path):
    """What a start does: build the rooms, ask whether the vault persists, list and search."""
    path = tmp_path / "directory.sqlite3"
    first = SqliteDirectory(path, FakeClock())
    first.add(a_connection("One"))
    first.close()
    calls = keys.calls
    with opened_files() as paths:
        vault = KeyringVault(folder, keys, FakeClock())
        directory = SqliteDirectory(path, FakeClock())
        assert vault.state().persistent
        assert len(directory.rows()) == len(directory.search("one")) == 1
        directory.close()
    assert not [each for each in paths if str(folder) in each]
    assert keys.calls == calls


def test_a_whole_start_opens_no_sealed_file(tmp_path, monkeypatch):
    """The house as it is composed, with sealed files lying there."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    from tenantdock import composition, folders  # noqa: PLC0415 - imports Qt

    sealed = tmp_path / "vault" / "sealed"
    folders.settle(tmp_path, sandbox=False)
    sealed.mkdir(parents=True)
    for account in ACCOUNTS:
        (sealed / f"{account}.sealed").write_bytes(b"x")
    with opened_files() as paths, composition.open_house(tmp_path, sandbox=False) as house:
        house.workflows.directory.rows()
        house.workflows.vault.state()
    assert any("directory.sqlite3" in path for path in paths)  # the hook does see what is opened
    assert not sealed_in(paths)


def test_memory_does_not_grow_with_the_accounts_that_were_used(folder, keys):
    vault = KeyringVault(folder, keys, FakeClock())
    for account in ACCOUNTS:  # what is imported and cached once
        vault.seal(account, b"y" * 6_000)
        vault.unseal(account)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for account in ACCOUNTS:
            vault.seal(account, b"x" * 6_000)
            vault.unseal(account)
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 6_000
