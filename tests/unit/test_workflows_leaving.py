"""What a TenantDock that was killed left of accounts without a customer goes at the next start, and nothing else ever does."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from support.directory import a_connection
from support.fakes import FakeClock
from support.importing import AnyTenant, ImportHouse
from support.killing_child import FileKeyStore
from tenantdock.directory import SqliteDirectory
from tenantdock.directory.schema import LATEST
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.errors import Cancelled, StorageTrouble, VaultLocked
from tenantdock.domain.services import GRAPH
from tenantdock.domain.settings import PROXY_PASSWORD_ID
from tenantdock.vault import KeyringVault
from tenantdock.workflows import Removing
from tenantdock.workflows.leaving import forget_loose
from tenantdock.workflows.wanted import Defaults

PIA = "pia@partner.example"


class SealingIdentity(AnyTenant):
    """Seals what a sign-in brings, as the real one does."""

    def __init__(self, clock, vault) -> None:
        super().__init__(clock)
        self.vault = vault
        self.killed = False

    def interactive(self, ask, cancel, progress):
        token = super().interactive(ask, cancel, progress)
        self.vault.seal(ask.token.account.id, b"a sign-in")
        if self.killed:
            raise KeyboardInterrupt  # nothing of the process runs any more
        return token

    def forget(self, account):
        super().forget(account)
        self.vault.discard(account.id)


class Run(ImportHouse):
    """One life of TenantDock on a folder. It is killed unless it is ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(SqliteDirectory(folder / "data" / "directory.sqlite3", FakeClock()))
        self.vault = KeyringVault(folder / "data" / "vault", FileKeyStore(folder / "keyring"), self.clock)
        self.identity = SealingIdentity(self.clock, self.vault)
        self.importing._identity = self.identity
        self.removing = Removing(
            clouds=Clouds(),
            directory=self.directory,
            identity=self.identity,
            agent=self.agent,
            profiles=self.profiles,
            clock=self.clock,
        )

    def start(self) -> int:
        return forget_loose(self.directory, self.vault, self.profiles)

    def sealed(self) -> set[str]:
        return {path.stem for path in (self.folder / "data" / "vault" / "sealed").glob("*.sealed")}

    def enrol(self):
        return self.importing.enrol(CustomerList.GDAP, PIA, "public", Cancel(), lambda _: None)

    def connected(self, name, username="anna@msp.example"):
        """A customer whose account is signed in."""
        saved = self.directory.add(a_connection(name, username=username))
        self.vault.seal(saved.account.id, b"a sign-in")
        return saved

    def take(self, account):
        """Import a customer of an account."""
        path = self.folder / "customers.csv"
        path.write_text(f"Name,Domain,User name\nContoso,contoso.example,{account.username}\n", encoding="utf-8")
        opened = self.importing.open(path, Cancel())
        preview = self.importing.preview_file(opened, opened.columns, Defaults(), Cancel())
        return self.importing.apply(preview, preview.usual(), Cancel())


@pytest.fixture
def lives(tmp_path):
    """Lives of TenantDock, one after the other on the same folder. What is left open is as after a kill."""
    made = []

    def live(folder=tmp_path):
        made.append(Run(folder))
        return made[-1]

    yield live
    for run in made:
        run.directory.close()


def test_a_kill_after_a_sign_in_for_a_list_leaves_nothing_after_the_next_start(lives):
    first = lives()
    kept = first.connected("Kept")
    first.vault.seal(PROXY_PASSWORD_ID, b"a password")
    orphan = first.enrol()
    assert first.sealed() == {kept.account.id, orphan.id, PROXY_PASSWORD_ID}
    assert first.start() == 0  # its import is still open
    second = lives()
    assert second.start() == 1
    assert second.sealed() == {kept.account.id, PROXY_PASSWORD_ID}
    assert second.profiles.gone == [orphan.id]
    assert (second.start(), lives().start()) == (0, 0)


def test_a_kill_in_the_middle_of_the_sign_in_leaves_nothing_either(lives):
    first = lives()
    first.identity.killed = True
    with pytest.raises(KeyboardInterrupt):
        first.enrol()
    assert len(first.sealed()) == 1
    second = lives()
    assert second.start() == 1
    assert second.sealed() == set()


def test_a_sign_in_that_was_cancelled_as_it_was_sealed_goes_with_the_window(lives):
    first = lives()
    signed_in = first.identity.interactive

    def cancelled(*args):
        signed_in(*args)
        raise Cancelled

    first.identity.interactive = cancelled
    with pytest.raises(Cancelled):
        first.enrol()
    assert len(first.sealed()) == 1
    first.importing.forget_new()
    assert first.sealed() == set()
    assert lives().start() == 0


def test_an_account_that_got_a_customer_keeps_its_sign_in(lives):
    first = lives()
    account = first.enrol()
    first.take(account)
    second = lives()
    assert second.start() == 0
    assert second.sealed() == {account.id}
    assert second.directory.account_in_use(account.id)


def test_an_import_that_was_undone_takes_its_sign_in_along_and_one_whose_undo_was_killed_at_the_next_start(lives):
    first = lives()
    account = first.enrol()
    applied = first.take(account)
    first.directory.apply(applied.undo)  # and then it is killed
    assert lives().start() == 1
    third = lives()
    assert third.sealed() == set()
    applied = third.take(third.enrol())
    third.importing.undo(applied)
    assert third.sealed() == set()
    assert lives().start() == 0


def test_a_removal_that_was_killed_between_list_and_vault_is_finished_at_the_next_start(lives):
    first = lives()
    gone, kept = first.connected("Gone"), first.connected("Kept", "ben@msp.example")
    first.directory.remove_all([gone.id])
    second = lives()
    assert second.start() == 1
    assert second.sealed() == {kept.account.id}


def test_a_removal_that_is_undone_in_time_leaves_the_account_alone(lives):
    first = lives()
    saved = first.connected("Back soon")
    first.profiles.trouble = StorageTrouble("In use.", next_step="Close it.")
    removed = first.removing.remove_all([saved.id])
    assert removed.troubles
    assert first.directory.loose() == [saved.account.id]
    first.removing.restore_all(removed.connections)
    first.vault.seal(saved.account.id, b"signed in again")
    assert (first.start(), lives().start()) == (0, 0)
    assert first.sealed() == {saved.account.id}
    assert first.profiles.gone == []


def test_what_could_not_be_removed_is_tried_again_at_each_start(lives):
    first = lives()
    gone, other = first.connected("Gone"), first.connected("Other", "ben@msp.example")
    first.profiles.trouble = StorageTrouble("In use.", next_step="Close it.")
    first.removing.remove_all([gone.id, other.id])
    second = lives()
    second.profiles.trouble = first.profiles.trouble
    assert second.start() == 0
    third = lives()
    assert third.start() == 2
    assert sorted(third.profiles.gone) == sorted([gone.account.id, other.account.id])


def test_a_directory_that_was_damaged_costs_no_sign_in(lives, tmp_path):
    first = lives()
    kept = first.connected("Kept")
    orphan = first.enrol()
    first.directory.close()
    path = tmp_path / "data" / "directory.sqlite3"
    path.write_bytes(b"no database at all" * 500)
    second = lives()
    assert second.directory.rows() == []  # set aside, and an empty one in its place
    assert second.start() == 0
    assert second.sealed() == {kept.account.id, orphan.id}
    (aside,) = path.parent.glob("directory.sqlite3.damaged-*")
    assert aside.exists()


def test_a_directory_that_is_not_there_or_is_an_older_copy_costs_no_sign_in(lives, tmp_path):
    first = lives()
    kept = first.connected("Kept")
    first.directory.close()
    path = tmp_path / "data" / "directory.sqlite3"
    copy = path.read_bytes()
    later = lives()
    other = later.connected("Later", "ben@msp.example")
    later.directory.close()
    path.write_bytes(copy)
    older = lives()
    assert older.start() == 0
    assert older.sealed() == {kept.account.id, other.account.id}
    older.directory.close()
    path.unlink()
    empty = lives()
    assert empty.start() == 0
    assert empty.sealed() == {kept.account.id, other.account.id}


def test_a_directory_that_cannot_be_read_costs_no_sign_in(lives, tmp_path):
    first = lives()
    kept = first.connected("Kept")
    first.enrol()
    before = first.sealed()
    first.directory.close()
    path = tmp_path / "data" / "directory.sqlite3"
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {LATEST + 1}")
    db.close()
    newer = lives()
    with pytest.raises(StorageTrouble, match="newer TenantDock"):
        newer.start()
    path.unlink()
    path.mkdir()
    with pytest.raises(StorageTrouble):
        lives().start()
    assert newer.sealed() == before
    assert kept.account.id in before


def test_neither_a_locked_keyring_nor_one_that_is_gone_is_in_the_way(lives, tmp_path):
    first = lives()
    kept = first.connected("Kept")
    first.enrol()
    second = lives()

    def locked(_service):
        raise VaultLocked("Locked.", next_step="Unlock it.")

    second.vault._store.get = locked
    assert second.start() == 1
    assert second.sealed() == {kept.account.id}
    third = lives()
    third.enrol()
    fourth = lives()
    fourth.vault._store.state = lambda: replace(FileKeyStore(tmp_path / "keyring").state(), usable=False)
    assert fourth.start() == 1
    assert fourth.sealed() == {kept.account.id}


def test_another_folder_is_another_world(lives, tmp_path):
    here, there = lives(tmp_path / "here"), lives(tmp_path / "there")
    orphan = here.enrol()
    there.connected("Kept")
    assert lives(tmp_path / "there").start() == 0
    assert here.sealed() == {orphan.id}


def test_an_id_that_is_no_accounts_stops_nothing(lives):
    first = lives()
    orphan = first.enrol()
    first.directory.expect("../../etc")
    assert lives().start() == 1
    assert orphan.id not in lives().sealed()
    assert first.importing.accounts() == [orphan]
    assert GRAPH.key == first.identity.interactive_asks[0].token.service.key
