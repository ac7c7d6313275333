"""Moving to another machine: what the file holds, what it may do here, and that nobody gets another's tokens."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import replace

import pytest

from support.directory import CONTOSO, FABRIKAM, HOME, OTHER_HOME, a_connection
from support.fakes import FakeClock, FakeIdentity, MemoryDirectory, MemoryKeyStore, MemoryVault
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import BrowserChoice, ConsoleSettings, Filing, HistoryEntry
from tenantdock.domain.errors import AlreadyThere, BadInput, Cancelled, StorageTrouble, VaultLocked
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyringVault, packing
from tenantdock.workflows import carried
from tenantdock.workflows.moving import Choice, Moving, What

PHRASE = Secret("correct horse battery staple")
CARL_HOME = HOME.replace(HOME[:8], "ca71ca71")
TOKENS = b"REFRESH-TOKEN-OF-ANNA"


class Machine:
    """One computer: a real directory, and doubles that are openly toys for the vault and the provider."""

    def __init__(self, path) -> None:
        self.directory = SqliteDirectory(path, FakeClock())
        self.vault = MemoryVault()
        self.identity = FakeIdentity(FakeClock())
        self.identity.forget = lambda account: self.vault.discard(account.id)
        self.moving = Moving(directory=self.directory, vault=self.vault, identity=self.identity, clouds=Clouds(), clock=FakeClock())
        self.cancel = Cancel()

    def add(self, *args, tokens=b"", **options):
        saved = self.directory.add(a_connection(*args, **options))
        if tokens:
            self.vault.seal(saved.account.id, tokens)
        return saved

    def state(self):
        return self.directory.every(), self.directory.accounts(), dict(self.vault.kept)

    def take(self, path, **choice):
        return self.moving.apply(self.moving.read(path, PHRASE, self.cancel), Choice(**choice), self.cancel)


@pytest.fixture
def machines(tmp_path):
    made = [Machine(tmp_path / f"{name}.sqlite3") for name in ("old", "new")]
    yield made
    for machine in made:
        machine.directory.close()


@pytest.fixture
def old(machines):
    return machines[0]


@pytest.fixture
def new(machines):
    return machines[1]


@pytest.fixture
def file(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "all.tenantdock"


def export(machine, file, *, sign_ins=True, over=False):
    return machine.moving.export_to(file, PHRASE, sign_ins=sign_ins, cancel=machine.cancel, over=over)


def what(preview):
    return {line.name: line.what for line in preview.lines}


def test_everything_arrives_on_the_other_machine(old, new, file):
    one = old.add("One", home_account_id=HOME, tokens=TOKENS, services=("graph", "exchange"), rung="private")
    two = old.add("Two", tenant=FABRIKAM, username="ben@msp.example")
    old.directory.set_broker(two.account.id, True)
    summary = export(old, file)
    assert (summary.connections, summary.accounts, summary.sign_ins, summary.without) == (2, 2, 1, ())
    preview = new.moving.read(file, PHRASE, new.cancel)
    assert what(preview) == {"One": What.NEW, "Two": What.NEW}
    assert (preview.sign_ins, preview.commands) == (1, 2)
    assert new.state() == ([], [], {})
    applied = new.moving.apply(preview, Choice(commands=True), new.cancel)
    profile = BrowserChoice("chromium")  # a profile's name means another profile there
    assert new.directory.every() == [
        replace(one, browser=profile),
        replace(two, browser=profile, account=replace(two.account, broker=True)),
    ]
    assert new.vault.kept == {one.account.id: TOKENS}
    assert set(applied.added) == {one.id, two.id}


def test_what_would_run_here_is_taken_only_when_asked_for(old, new, file):
    old.add("One")
    export(old, file)
    new.take(file)
    assert new.directory.every()[0].console == ConsoleSettings(colour="#1a7f5a")


@pytest.mark.parametrize("program", ["/opt/evil", r"C:\Users\Public\evil.exe", r"\\\\host\share\evil.exe", "edge/../x"])
def test_no_file_names_a_program_that_runs_here(old, new, file, program):
    found = document(old, file)
    found["connections"][0]["browser"] = program
    file.write_bytes(new.vault.pack(json.dumps(found).encode(), PHRASE))
    new.take(file, commands=True, changed=True)
    assert {each.name: each.browser for each in new.directory.every()} == {"One": BrowserChoice(), "Two": BrowserChoice("chromium")}


def test_a_program_s_path_stays_on_its_machine(old, new, file):
    one = old.add("One")
    old.directory.update(replace(one, browser=BrowserChoice("/opt/browser/start")))
    export(old, file)
    assert b"/opt/browser" not in old.vault.unpack(file.read_bytes(), PHRASE)
    new.take(file)
    assert new.directory.every()[0].browser == BrowserChoice()


def test_identity_looks_again_when_a_sign_in_came(old, new, file):
    """It may have looked before, and remember that nothing was saved: the sign-in of the file would count only after a restart."""
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    export(old, file)
    asked, forget = [], new.identity.forget
    new.identity.forget = lambda account: (asked.append((account.id, dict(new.vault.kept))), forget(account))
    new.take(file)
    account = new.directory.every()[0].account
    assert asked == [(account.id, {})]  # before the file's is sealed: it would go too
    assert new.vault.kept == {account.id: TOKENS}


def test_without_sign_ins_the_file_holds_none(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    assert export(old, file, sign_ins=False).sign_ins == 0
    raw = file.read_bytes()
    assert TOKENS not in raw
    assert base64.b64encode(TOKENS) not in raw
    new.take(file)
    assert new.vault.kept == {}
    assert new.directory.accounts()[0].home_account_id == HOME


def test_a_person_can_leave_the_sign_ins_of_a_file_out(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    export(old, file)
    new.take(file, sign_ins=False)
    assert new.vault.kept == {}


def test_importing_twice_changes_nothing(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    old.add("Two", tenant=FABRIKAM)
    export(old, file)
    new.take(file)
    before = new.state()
    preview = new.moving.read(file, PHRASE, new.cancel)
    assert set(what(preview).values()) == {What.SAME}
    for choice in (Choice(), Choice(changed=True, commands=True)):
        assert new.moving.apply(preview, choice, new.cancel).nothing
        assert new.state() == before
    old_before = old.state()
    assert old.take(file, changed=True).nothing
    assert old.state() == old_before


def test_undo_takes_everything_back(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    old.add("Two", tenant=FABRIKAM, services=("azure",))
    new.add("Two", tenant=FABRIKAM)
    before = new.state()
    export(old, file)
    applied = new.take(file, changed=True)
    assert (len(applied.added), len(applied.before), len(applied.pinned), len(applied.signed_in)) == (1, 1, 1, 1)
    assert new.state() != before
    new.moving.undo(applied)
    assert new.state() == before
    new.moving.undo(applied)
    assert new.state() == before


# --- whose account is it


def test_undo_keeps_what_was_used_or_changed_since_with_its_sign_in(old, new, file):
    used = old.add("Used", home_account_id=HOME, tokens=TOKENS)
    old.add("Same account", tenant=FABRIKAM, home_account_id=HOME)
    tagged = old.add("Tagged", username="ben@msp.example", home_account_id=OTHER_HOME, tokens=b"BEN")
    gone = old.add("Gone", username="carl@msp.example", home_account_id=CARL_HOME, tokens=b"CARL")
    export(old, file)
    applied = new.take(file)
    new.directory.note(HistoryEntry(1000.0, used.id, "signed-in", "anna"))
    new.directory.update(replace(new.directory.connection(tagged.id), filing=Filing(tags=("vip",))))
    assert new.moving.undo(applied) == 2
    assert sorted(each.name for each in new.directory.every()) == ["Tagged", "Used"]
    assert new.vault.kept == {used.account.id: TOKENS, tagged.account.id: b"BEN"}
    assert all(each.account.enrolled for each in new.directory.every())
    assert gone.account.id not in new.vault.kept


def test_undo_of_changes_keeps_what_was_changed_since(old, new, file):
    one = old.add("One", services=("graph", "exchange"))
    export(old, file)
    here = new.directory.add(replace(one, name="ONE", services=("graph",), filing=Filing("Mine")))
    applied = new.take(file, changed=True)
    now = new.directory.connection(here.id)
    assert now.services == ("graph", "exchange")
    new.directory.update(replace(now, filing=Filing("Mine", ("vip",), notes="since"), rung="private"))
    assert new.moving.undo(applied) == 0
    assert new.directory.connection(here.id) == replace(here, filing=Filing("Mine", ("vip",), notes="since"), rung="private")


def test_a_sign_in_that_a_file_brought_stays_where_it_was_used_since(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    export(old, file)
    here = new.add("Mine", tenant=FABRIKAM)
    applied = new.take(file)
    new.directory.note(HistoryEntry(1000.0, here.id, "signed-in", "anna"))
    assert new.moving.undo(applied) == 0
    assert [each.name for each in new.directory.every()] == ["Mine"]
    assert new.vault.kept == {here.account.id: TOKENS}
    assert new.directory.connection(here.id).account.home_account_id == HOME


def test_who_signed_in_after_an_import_and_goes_with_its_undo_leaves_no_sign_in(old, new, file):
    one = old.add("One")
    export(old, file)
    applied = new.take(file)
    new.vault.seal(one.account.id, b"signed in, and cancelled before it was noted")
    assert new.moving.undo(applied) == 0
    assert new.state() == ([], [], {})
    assert new.directory.loose() == []


def test_the_same_person_under_another_name_is_the_same_account(old, new, file):
    old.add("One", home_account_id=HOME, username="anna.old@msp.example", tokens=TOKENS)
    here = new.add("Two", tenant=FABRIKAM, home_account_id=HOME, username="anna@msp.example")
    export(old, file)
    new.take(file)
    assert new.directory.accounts() == [here.account]
    assert new.vault.kept == {here.account.id: TOKENS}


def test_a_user_name_that_is_another_person_here_gets_nothing(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    old.add("Three", tenant=FABRIKAM, username="ben@msp.example")
    new.add("Two", home_account_id=OTHER_HOME)
    export(old, file)
    preview = new.moving.read(file, PHRASE, new.cancel)
    assert what(preview) == {"One": What.CLASH, "Three": What.NEW}
    assert "another person" in preview.lines[0].why
    assert new.moving.apply(preview, Choice(), new.cancel).left_out == 1
    assert new.vault.kept == {}
    assert {each.name for each in new.directory.every()} == {"Two", "Three"}


def test_an_account_id_that_belongs_to_another_person_here_becomes_a_new_one(old, new, file):
    theirs = old.add("One", home_account_id=HOME, tokens=TOKENS)
    ours = a_connection("Two", home_account_id=OTHER_HOME, username="ben@msp.example")
    ours = new.directory.add(replace(ours, account=replace(ours.account, id=theirs.account.id)))
    new.vault.seal(ours.account.id, b"OF BEN")
    export(old, file)
    new.take(file)
    anna = next(each for each in new.directory.accounts() if each.home_account_id == HOME)
    assert anna.id != ours.account.id
    assert new.vault.kept == {ours.account.id: b"OF BEN", anna.id: TOKENS}
    assert new.directory.connection(ours.id) == ours


def test_a_connection_id_that_is_another_connection_here_becomes_a_new_one(old, new, file):
    theirs = old.add("One")
    ours = new.directory.add(replace(a_connection("Two", tenant=FABRIKAM), id=theirs.id))
    export(old, file)
    new.take(file)
    assert {each.name: each.id == theirs.id for each in new.directory.every()} == {"One": False, "Two": True}
    assert new.directory.connection(ours.id).name == "Two"


def test_a_sign_in_that_is_here_stays(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    here = new.add("One", home_account_id=HOME, tokens=b"OWN")
    export(old, file)
    assert new.take(file).nothing
    assert new.vault.kept == {here.account.id: b"OWN"}


def test_an_account_that_was_never_signed_in_here_takes_pin_and_sign_in(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    here = new.add("One")
    export(old, file)
    assert new.take(file).pinned == (here.account.id,)
    assert new.directory.accounts()[0].home_account_id == HOME
    assert new.vault.kept == {here.account.id: TOKENS}


def test_a_pin_that_came_meanwhile_keeps_the_sign_in_out(old, new, file):
    """Between the last look and the sealing somebody else signs in under that account."""
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    here = new.add("Other", tenant=FABRIKAM)
    export(old, file)
    preview = new.moving.read(file, PHRASE, new.cancel)
    real = new.directory.add_all

    def meanwhile(connections):
        new.directory.pin(here.account.id, OTHER_HOME, "")
        return real(connections)

    new.directory.add_all = meanwhile
    new.moving.apply(preview, Choice(), new.cancel)
    assert new.vault.kept == {}
    assert new.directory.accounts()[0].home_account_id == OTHER_HOME


def test_a_cloud_that_is_not_known_here_is_left_out(old, new, file):
    other = a_connection("One")
    other = replace(other, tenant=replace(other.tenant, cloud="sandbox"), account=replace(other.account, cloud="sandbox"))
    old.directory.add(other)
    export(old, file)
    preview = new.moving.read(file, PHRASE, new.cancel)
    assert what(preview) == {"One": What.CLASH}
    assert preview.lines[0].why
    new.moving.apply(preview, Choice(), new.cancel)
    assert new.state() == ([], [], {})


def test_what_changed_is_taken_only_when_asked_for(old, new, file):
    old.add("Contoso", services=("graph", "azure"))
    here = new.add("CONTOSO")
    export(old, file)
    preview = new.moving.read(file, PHRASE, new.cancel)
    assert what(preview) == {"Contoso": What.CHANGED}
    assert new.moving.apply(preview, Choice(), new.cancel).nothing
    new.moving.apply(preview, Choice(changed=True), new.cancel)
    assert new.directory.connection(here.id) == replace(here, name="Contoso", services=("graph", "azure"))


# --- trouble


def test_an_import_that_fails_half_way_changes_nothing(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    old.add("Two", home_account_id=OTHER_HOME, username="ben@msp.example", tokens=b"OF BEN")
    export(old, file)
    before = new.state()
    preview = new.moving.read(file, PHRASE, new.cancel)
    real, sealed = new.vault.seal, []

    def full(account_id, plain):
        if sealed:
            raise StorageTrouble("No room.", next_step="Free some.")
        sealed.append(account_id)
        real(account_id, plain)

    new.vault.seal = full
    with pytest.raises(StorageTrouble):
        new.moving.apply(preview, Choice(), new.cancel)
    assert sealed
    assert new.state() == before


def test_cancel_leaves_everything_as_it_was(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    export(old, file)
    kept = file.read_bytes()
    preview = new.moving.read(file, PHRASE, new.cancel)
    real, before = new.directory.add_all, new.state()

    def then_cancel(connections):
        new.cancel.cancel()
        return real(connections)

    new.directory.add_all = then_cancel
    with pytest.raises(Cancelled):
        new.moving.apply(preview, Choice(), new.cancel)
    assert new.state() == before
    with pytest.raises(Cancelled):
        new.moving.read(file, PHRASE, new.cancel)
    old.cancel.cancel()
    with pytest.raises(Cancelled):
        export(old, file, over=True)
    assert file.read_bytes() == kept
    assert list(file.parent.iterdir()) == [file]


def test_a_damaged_sign_in_keeps_nothing_else_from_going(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    old.vault.trouble = StorageTrouble("Damaged.", next_step="Sign in again.")
    assert export(old, file).without == ("anna@msp.example",)
    old.vault.trouble = VaultLocked("Locked.", next_step="Unlock it.")
    with pytest.raises(VaultLocked):
        export(old, file, over=True)
    assert new.take(file).added


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_the_file_is_for_this_user_only_whole_or_not_there(old, file, monkeypatch):
    old.add("One")
    export(old, file)
    assert file.stat().st_mode & 0o777 == 0o600
    kept = file.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _file: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(StorageTrouble, match="No space left") as error:
        export(old, file, over=True)
    assert "free space" in error.value.next_step
    assert file.read_bytes() == kept
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(old, file, monkeypatch):
    old.add("One")
    file.write_bytes(b"what somebody needs")
    pack, packed = old.moving._vault.pack, []
    monkeypatch.setattr(old.moving._vault, "pack", lambda *args: packed.append(1) or pack(*args))
    with pytest.raises(AlreadyThere):
        export(old, file.with_suffix(""))
    assert not packed  # nobody waits for scrypt to hear that
    assert file.read_bytes() == b"what somebody needs"
    late = file.with_name("late.tenantdock")
    monkeypatch.setattr(old.moving._vault, "pack", lambda *args: (late.write_bytes(b"meanwhile"), pack(*args))[1])
    with pytest.raises(AlreadyThere):
        export(old, late)
    assert late.read_bytes() == b"meanwhile"
    export(old, file, over=True)
    assert file.read_bytes() != b"what somebody needs"
    assert {each.name for each in file.parent.iterdir()} == {file.name, late.name}


def test_the_ending_is_added(old, file):
    old.add("One")
    assert export(old, file.with_name("my customers")).path.name == "my customers.tenantdock"


def test_a_weak_passphrase_and_an_empty_list_are_refused(old, file):
    with pytest.raises(BadInput, match="nothing to move"):
        export(old, file)
    old.add("One")
    with pytest.raises(BadInput):
        old.moving.export_to(file, Secret("short"), sign_ins=False, cancel=old.cancel)
    assert not file.exists()


@pytest.mark.parametrize("there", [b"", b"no file of ours", b"FAKE-PACKED00:{}"])
def test_another_file_or_passphrase_is_refused(new, file, there):
    file.write_bytes(there)
    with pytest.raises(BadInput) as error:
        new.moving.read(file, PHRASE, new.cancel)
    assert error.value.next_step


def test_what_is_no_file_is_refused_at_once(new, file, tmp_path):
    with pytest.raises(StorageTrouble):
        new.moving.read(file, PHRASE, new.cancel)
    with pytest.raises((StorageTrouble, BadInput)):
        new.moving.read(tmp_path, PHRASE, new.cancel)
    if hasattr(os, "mkfifo"):
        os.mkfifo(file)
        with pytest.raises(BadInput, match="is no file"):
            new.moving.read(file, PHRASE, new.cancel)


def test_a_file_that_is_too_large_is_not_read(new, file, monkeypatch):
    monkeypatch.setattr(carried, "MOST_BYTES", 1000)
    file.write_bytes(b"x" * 6000)
    with pytest.raises(BadInput, match="too large"):
        new.moving.read(file, PHRASE, new.cancel)


def test_a_file_has_room_for_the_sign_ins_of_twenty_thousand_accounts():
    """By the size of one: writing and reading all of them takes 20 s."""
    one = a_connection("A customer with a name of usual length", home_account_id=HOME, domain="customer.onmicrosoft.com")
    written = carried.written(carried.Carried(1.0, (one,), {one.account.id: b"x" * 6_000}))
    assert 20_000 * len(written) < carried.MOST_BYTES == packing.MOST_BYTES


# --- hostile contents


def document(old, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    old.add("Two", tenant=FABRIKAM, username="ben@msp.example")
    export(old, file)
    return json.loads(old.vault.unpack(file.read_bytes(), PHRASE))


def put(found, path, value):
    *way, last = path
    for step in way:
        found = found[step]
    found[last] = value


HOSTILE = [
    (("format",), 2),
    (("format",), 0),
    (("format",), True),
    (("format",), "1"),
    (("made",), "now"),
    (("made",), float("nan")),
    (("made",), -1),
    (("tenants",), None),
    (("tenants", 0), []),
    (("tenants", 0, "id"), "not-a-guid"),
    (("tenants", 1, "id"), CONTOSO),
    (("tenants", 0, "cloud"), "a b"),
    (("tenants", 0, "cloud"), "usgov"),
    (("tenants", 0, "name"), "x" * 301),
    (("tenants", 0, "name"), "\ud800"),
    (("tenants", 0, "name"), "a\0b"),
    (("tenants", 0, "domain"), "../../etc"),
    (("accounts", 0, "id"), "../../../../etc/passwd0000000000000"[:32]),
    (("accounts", 0, "id"), "A" * 32),
    (("accounts", 0, "username"), "no user name"),
    (("accounts", 0, "username"), "ben@msp.example"),
    (("accounts", 0, "homeAccountId"), "x"),
    (("accounts", 0, "homeAccountId"), ""),
    (("accounts", 0, "broker"), 1),
    (("accounts", 0, "signIn"), "not base64!"),
    (("accounts", 0, "signIn"), 5),
    (("connections",), {}),
    (("connections", 0, "id"), "0" * 31),
    (("connections", 0, "name"), " "),
    (("connections", 0, "name"), "x" * 301),
    (("connections", 0, "tenant"), 9),
    (("connections", 0, "tenant"), -1),
    (("connections", 0, "tenant"), True),
    (("connections", 0, "account"), 10**30),
    (("connections", 0, "services"), []),
    (("connections", 0, "services"), ["graph", "unknown"]),
    (("connections", 0, "services"), ["graph"] * 21),
    (("connections", 0, "services"), [["graph"]]),
    (("connections", 0, "console"), "x"),
    (("connections", 0, "console", "colour"), "red; rm -rf"),
    (("connections", 0, "console", "startup"), "x" * 5000),
    (("connections", 0, "console", "startup"), None),
    (("connections", 0, "browser"), ["edge"]),
    (("connections", 0, "rung"), "x" * 41),
]


@pytest.mark.parametrize(("path", "value"), HOSTILE)
def test_one_wrong_value_refuses_the_whole_file(old, new, file, path, value):
    found = document(old, file)
    put(found, path, value)
    file.write_bytes(new.vault.pack(json.dumps(found).encode(), PHRASE))
    with pytest.raises(BadInput) as error:
        new.moving.read(file, PHRASE, new.cancel)
    assert error.value.next_step
    assert TOKENS.decode() not in str(error.value)
    assert new.state() == ([], [], {})


def test_two_accounts_with_one_id_are_refused_so_that_neither_gets_the_other_s_sign_in(old, new, file):
    found = document(old, file)
    found["accounts"][1]["id"] = found["accounts"][0]["id"]
    found["accounts"][1]["homeAccountId"] = OTHER_HOME
    found["accounts"][0]["signIn"] = ""
    found["accounts"][1]["signIn"] = base64.b64encode(b"OF BEN").decode()
    file.write_bytes(new.vault.pack(json.dumps(found).encode(), PHRASE))
    with pytest.raises(BadInput, match="account id twice"):
        new.moving.read(file, PHRASE, new.cancel)


@pytest.mark.parametrize("plain", [b"", b"[]", b"null", b"{", b"[" * 100_000, b"\xff\xfe", b'{"format": ' + b"9" * 5000 + b"}"])
def test_what_is_no_document_is_refused(new, file, plain):
    file.write_bytes(new.vault.pack(plain, PHRASE))
    with pytest.raises(BadInput):
        new.moving.read(file, PHRASE, new.cancel)


def test_too_many_entries_are_refused(old, new, file, monkeypatch):
    found = document(old, file)
    monkeypatch.setattr(carried, "MOST", 1)
    file.write_bytes(new.vault.pack(json.dumps(found).encode(), PHRASE))
    with pytest.raises(BadInput, match="more than 1"):
        new.moving.read(file, PHRASE, new.cancel)


def test_an_unknown_rung_and_a_connection_twice_are_harmless(old, new, file):
    found = document(old, file)
    found["connections"][0]["rung"] = "teleport"
    found["connections"].append({**found["connections"][0], "id": "f" * 32, "name": "ONE"})
    file.write_bytes(new.vault.pack(json.dumps(found).encode(), PHRASE))
    new.take(file)
    assert [each.rung for each in new.directory.every()] == ["", ""]


def test_nothing_of_a_file_is_in_a_preview_s_text(old, new, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    export(old, file)
    assert TOKENS.decode() not in repr(new.moving.read(file, PHRASE, new.cancel))


def test_with_real_vaults_the_file_hides_all_and_one_flipped_bit_refuses_it(old, new, file, tmp_path):
    for machine, name in ((old, "old"), (new, "new")):
        machine.vault = KeyringVault(tmp_path / f"vault-{name}", MemoryKeyStore(), FakeClock())
        machine.moving._vault = machine.vault
    saved = old.add("A customer", home_account_id=HOME, tokens=TOKENS)
    export(old, file)
    raw = file.read_bytes()
    for hidden in (TOKENS, base64.b64encode(TOKENS), b"A customer", b"anna@"):
        assert hidden not in raw
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and TOKENS in each.read_bytes()]
    new.take(file)
    assert new.vault.unseal(saved.account.id) == TOKENS
    file.write_bytes(raw[:-40] + bytes([raw[-40] ^ 1]) + raw[-39:])
    with pytest.raises(BadInput):
        new.moving.read(file, PHRASE, new.cancel)


def test_it_works_on_the_double_directory_too(old, file):
    old.add("One", home_account_id=HOME, tokens=TOKENS)
    export(old, file)
    directory, vault = MemoryDirectory(), MemoryVault()
    moving = Moving(directory=directory, vault=vault, identity=FakeIdentity(FakeClock()), clouds=Clouds(), clock=FakeClock())
    applied = moving.apply(moving.read(file, PHRASE, Cancel()), Choice(), Cancel())
    assert len(directory.rows()) == 1
    moving.undo(applied)
    assert directory.rows() == []
