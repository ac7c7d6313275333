"""Removing the last customer leaves nothing behind: every file of the data folder and the whole keyring are searched for bytes."""

from __future__ import annotations

import secrets
from dataclasses import replace
from uuid import uuid4

import pytest

from support.fakes import FakeAgent, FakeClock
from support.killing_child import FileKeyStore
from support.vault import everything_in
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Account, BrowserChoice, Connection, ConsoleSettings, HistoryEntry, Tenant
from tenantdock.domain.errors import StorageTrouble
from tenantdock.identity.entra import EntraIdentity
from tenantdock.portals.browsers import SystemBrowsers
from tenantdock.portals.own_profiles import OwnProfileFolders
from tenantdock.vault import KeyringVault
from tenantdock.workflows import Removing


class Program:
    """One run of TenantDock without its windows, on *folder*; the keyring outlives it."""

    def __init__(self, folder) -> None:
        self.data = folder / "data"
        self.clock = FakeClock()
        self.directory = SqliteDirectory(self.data / "directory.sqlite3", self.clock)
        self.vault = KeyringVault(self.data / "vault", FileKeyStore(folder / "keyring"), self.clock)
        self.browsers = SystemBrowsers(profiles=self.data / "profiles")
        identity = EntraIdentity(vault=self.vault, browsers=self.browsers, clock=self.clock)
        self.removing = Removing(
            clouds=Clouds(),
            directory=self.directory,
            identity=identity,
            agent=FakeAgent(self.clock),
            profiles=OwnProfileFolders(self.data / "profiles"),
            clock=self.clock,
        )

    def end(self) -> None:
        self.directory.close()


def planted(number: int) -> tuple[Connection, list[bytes]]:
    """A customer whose every text is found nowhere else, and those texts."""
    texts = {
        name: secrets.token_hex(12) for name in ("name", "tenant", "domain", "user", "folder", "startup", "browser", "profile")
    }
    tenant, person = str(uuid4()), str(uuid4())
    account = Account(secrets.token_hex(16), "public", f"{texts['user']}@{texts['domain']}.example", f"{person}.{tenant}")
    connection = Connection(
        secrets.token_hex(16),
        texts["name"],
        Tenant(tenant, "public", texts["tenant"], f"{texts['domain']}.example"),
        account,
        ("graph", "exchange"),
        ConsoleSettings("", "", f"#{number:06x}", f"/{texts['folder']}", texts["startup"]),
        BrowserChoice(texts["browser"], texts["profile"]),
    )
    found = [*texts.values(), tenant, person, account.id, connection.id]
    return connection, [text.encode() for text in found]


def fill(program: Program, number: int) -> tuple[Connection, list[bytes]]:
    connection, texts = planted(number)
    program.directory.add(connection)
    note, cookie = (secrets.token_hex(12).encode() for _ in range(2))
    for turn in range(40):
        program.directory.note(HistoryEntry(float(turn), connection.id, "signed-in", f"{turn} {note.decode()}"))
    program.directory.update(replace(connection, rung="private"))
    program.vault.seal(connection.account.id, b"x" * 500)
    profile = program.data / "profiles" / connection.account.id / "Default"
    profile.mkdir(parents=True)
    (profile / "Cookies").write_bytes(cookie)
    return connection, [*texts, note, cookie]


def damage(program: Program, connection: Connection) -> None:
    """Have a damaged copy of the account's file set aside, and seal it anew."""
    path = program.data / "vault" / "sealed" / f"{connection.account.id}.sealed"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with pytest.raises(StorageTrouble):
        program.vault.unseal(connection.account.id)
    program.vault.seal(connection.account.id, b"y" * 500)


def left(data, texts: list[bytes]) -> list[bytes]:
    everything = everything_in(data)
    return [text for text in texts if text in everything]


@pytest.mark.parametrize("others", [0, 30])
def test_removing_and_ending_leaves_no_byte(tmp_path, others):
    program = Program(tmp_path)
    stay = [fill(program, number) for number in range(others)]
    gone, texts = fill(program, 4711)
    damage(program, gone)
    stay += [fill(program, number) for number in range(others, 2 * others)]
    assert sorted(left(program.data, texts)) == sorted(texts)  # the search does find them, while they are there
    keys = FileKeyStore(tmp_path / "keyring").services()
    program.end()
    program = Program(tmp_path)
    program.removing.remove_all([gone.id])
    program.end()
    assert left(program.data, texts) == []
    assert not [path for path in program.data.rglob("*") if gone.account.id in path.name]
    assert FileKeyStore(tmp_path / "keyring").services() == keys  # the vault's one key, which is nobody's own
    again = Program(tmp_path)
    assert len(again.directory.rows()) == 2 * others
    for connection, others_texts in stay:
        assert again.vault.unseal(connection.account.id) == b"x" * 500
        assert len(left(again.data, others_texts)) == len(others_texts)
    again.end()


def test_what_a_rotation_and_many_changes_left_goes_too(tmp_path):
    program = Program(tmp_path)
    gone, texts = fill(program, 1)
    for turn in range(20):
        old = secrets.token_hex(12)
        texts.append(old.encode())
        program.directory.update(replace(gone, name=old))
        program.vault.seal(gone.account.id, b"z" * 100 * turn)
    program.vault.rotate(Cancel())
    program.removing.remove_all([gone.id])
    program.end()
    assert left(program.data, texts) == []
    assert len(FileKeyStore(tmp_path / "keyring").services()) == 1


def test_a_connection_that_shares_its_account_keeps_all_of_it(tmp_path):
    program = Program(tmp_path)
    one, texts = fill(program, 1)
    other = replace(
        one, id=secrets.token_hex(16), name="Another customer", tenant=Tenant(str(uuid4()), "public", "Other", "o.example")
    )
    program.directory.add(other)
    program.removing.remove_all([one.id])
    program.end()
    again = Program(tmp_path)
    assert again.vault.unseal(one.account.id) == b"x" * 500
    assert (program.data / "profiles" / one.account.id / "Default" / "Cookies").exists()
    assert one.id.encode() not in everything_in(program.data)
    again.removing.remove_all([other.id])
    again.end()
    assert left(program.data, texts) == []
