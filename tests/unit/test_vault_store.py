"""The vault in its folder: what is on disk, damage, a lost key, a locked keyring, a full disk, two processes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from support.fakes import FakeClock, MemoryKeyStore
from support.vault import MARKER, ONE, TWO, damaged_files, everything_in, sealed_files
from tenantdock.domain.errors import StorageTrouble, VaultLocked
from tenantdock.domain.ports import VaultState
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyringVault, KeyStoreState, KeyStoreTrouble, store
from tenantdock.vault.locks import held
from tenantdock.vault.sealing import HEADER_BYTES, MAGIC, VERSION, Damaged, seal, unseal, vault_id_of

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")

LOCKED = VaultLocked("Your keyring is locked.", next_step="Unlock it.")
BROKEN = KeyStoreTrouble("Your keyring failed.", next_step="Mend it.")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


@pytest.fixture
def keys():
    return MemoryKeyStore()


def opened(folder, keys, **options):
    return KeyringVault(folder, keys, FakeClock(), **options)


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


# --- what is on disk


def test_starting_reads_no_keyring_and_no_file(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    calls = keys.calls
    vault = opened(folder, keys)
    assert vault.unseal(TWO) is None  # never sealed: known without the key
    vault.discard(TWO)
    assert keys.calls == calls


def test_the_key_is_read_once(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    vault = opened(folder, keys)
    vault.unseal(ONE)
    calls = keys.calls
    vault.unseal(ONE)
    vault.seal(TWO, b"y")
    vault.state()
    assert keys.calls == calls


@not_windows
def test_nothing_on_disk_is_readable_and_all_of_it_is_private(folder, keys):
    opened(folder, keys).seal(ONE, MARKER * 50)
    data = everything_in(folder)
    assert MARKER not in data
    (kept,) = keys.kept.values()
    assert kept.reveal().encode() not in data
    modes = {each.relative_to(folder).as_posix(): each.stat().st_mode & 0o777 for each in folder.rglob("*")}
    assert folder.stat().st_mode & 0o777 == 0o700
    files = {"vault.id": 0o600, "vault.lock": 0o600, "locks/1": 0o600, f"sealed/{ONE}.sealed": 0o600}
    assert modes == {"sealed": 0o700, "tmp": 0o700, "locks": 0o700, **files}


def test_the_file_is_as_documented(folder, keys):
    opened(folder, keys).seal(ONE, b"plain")
    data = (folder / "sealed" / f"{ONE}.sealed").read_bytes()
    vault_id = (folder / "vault.id").read_text().strip()
    assert data[:8] == b"TDSEALED"
    assert data[8] == 1
    assert data[9:25].hex() == vault_id
    assert len(data) == 25 + 12 + len(b"plain") + 16
    assert list(keys.kept) == [f"TenantDock/{vault_id}"]


def test_each_seal_has_a_nonce_of_its_own(folder, keys):
    vault, path = opened(folder, keys), folder / "sealed" / f"{ONE}.sealed"
    nonces = set()
    for _ in range(50):
        vault.seal(ONE, b"same")
        nonces.add(path.read_bytes()[25:37])
    assert len(nonces) == 50


def test_a_restart_finds_it_again(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    vault = opened(folder, keys)
    assert vault.unseal(ONE) == b"x"
    assert vault.state() == VaultState(True, "fake keyring")
    assert not vault.reports


def test_leftovers_of_a_kill_are_gone_after_opening(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    (folder / "tmp" / "left.tmp").write_bytes(b"half")
    opened(folder, keys).unseal(ONE)
    assert not list((folder / "tmp").iterdir())


def test_a_folder_that_goes_away_meanwhile_is_made_again(folder, keys):
    vault = opened(folder, keys)
    vault.seal(ONE, b"x")
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
    vault.seal(TWO, b"y")
    assert opened(folder, keys).unseal(TWO) == b"y"  # vault.id is gone; the file itself says whose it is


def test_what_one_machine_packs_another_unpacks(folder, keys):
    passphrase = Secret("correct horse battery staple")
    packed = opened(folder, keys).pack(MARKER, passphrase)
    assert MARKER not in packed
    assert opened(folder / "elsewhere", MemoryKeyStore(UNUSABLE)).unpack(packed, passphrase) == MARKER
    assert keys.calls == 0
    assert not folder.exists()


# --- memory only


UNUSABLE = KeyStoreState(False, "keyring.backends.null.Keyring", "No keyring protects secrets here.", "Install one.")


def test_without_a_keyring_nothing_is_written_and_it_says_so(folder):
    keys = MemoryKeyStore(UNUSABLE)
    vault = opened(folder, keys)
    vault.seal(ONE, MARKER)
    assert vault.unseal(ONE) == MARKER
    assert vault.state() == VaultState(False, "keyring.backends.null.Keyring", "No keyring protects secrets here.", "Install one.")
    assert vault.unseal(TWO) is None
    vault.discard(ONE)
    assert vault.unseal(ONE) is None
    assert not folder.exists()
    assert keys.calls == 0


def test_without_a_keyring_files_of_earlier_stay_but_can_be_removed(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    opened(folder, keys).seal(TWO, b"y")
    vault = opened(folder, MemoryKeyStore(UNUSABLE))
    assert vault.unseal(ONE) is None
    vault.discard(ONE)
    assert sealed_files(folder) == [f"{TWO}.sealed"]
    assert opened(folder, keys).unseal(TWO) == b"y"


def test_a_keyring_that_fails_at_once_leaves_nothing_on_disk(folder, keys):
    keys.trouble = BROKEN
    vault = opened(folder, keys)
    vault.seal(ONE, MARKER)
    assert vault.state() == VaultState(False, "fake keyring", "Your keyring failed.", "Mend it.")
    keys.trouble = None
    assert vault.unseal(ONE) == MARKER  # it stays so for this process
    assert [report.message for report in vault.reports] == ["Your keyring failed."]
    assert not folder.exists()


def test_a_keyring_that_keeps_nothing_is_found_out(folder):
    class Forgetful(MemoryKeyStore):
        def set(self, service, value):
            pass

    vault = opened(folder, Forgetful())
    vault.seal(ONE, MARKER)
    assert not vault.state().persistent
    assert "did not keep" in vault.state().reason
    assert MARKER not in everything_in(folder)
    assert not sealed_files(folder)


# --- a locked keyring


def test_a_locked_keyring_is_told_and_works_once_it_is_unlocked(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    vault = opened(folder, keys)
    keys.trouble = LOCKED
    for call in (lambda: vault.unseal(ONE), lambda: vault.seal(ONE, b"new")):
        with pytest.raises(VaultLocked):
            call()
    assert vault.state() == VaultState(True, "fake keyring", "Your keyring is locked.", "Unlock it.")
    keys.trouble = None
    assert vault.unseal(ONE) == b"x"
    assert vault.state() == VaultState(True, "fake keyring")


def test_asking_for_the_state_needs_no_key_and_prompts_nobody(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    keys.calls = 0
    keys.trouble = LOCKED
    assert opened(folder, keys).state() == VaultState(True, "fake keyring")
    assert opened(folder / "new", keys).state() == VaultState(True, "fake keyring")
    assert keys.calls == 0
    assert not (folder / "new").exists()


def test_calls_that_waited_behind_a_dismissed_prompt_do_not_prompt_again(folder, keys):
    opened(folder, keys).seal(ONE, b"x")
    prompt, prompts = threading.Event(), []

    class Prompting(MemoryKeyStore):
        def get(self, service):
            prompts.append(service)
            prompt.wait(10)
            raise LOCKED

    vault = opened(folder, Prompting())
    outcomes = []

    def work():
        try:
            vault.unseal(ONE)
        except VaultLocked as error:
            outcomes.append(error)

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    while not prompts:
        time.sleep(0.001)
    time.sleep(0.2)  # the others are now waiting behind the prompt
    prompt.set()
    for thread in threads:
        thread.join()
    assert len(prompts) == 1
    assert len(outcomes) == 5
    with pytest.raises(VaultLocked):
        vault.unseal(ONE)
    assert len(prompts) == 2  # a call of its own does ask again


# --- damage


TAMPERINGS = {
    "magic": lambda path: flip(path, 0),
    "version": lambda path: flip(path, len(MAGIC)),
    "vault id": lambda path: flip(path, HEADER_BYTES - 1),
    "nonce": lambda path: flip(path, HEADER_BYTES),
    "body": lambda path: flip(path, HEADER_BYTES + 12),
    "tag": lambda path: flip(path, -1),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "shorter": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:20]),
    "empty": lambda path: path.write_bytes(b""),
    "swapped": lambda path: path.write_bytes(path.with_name(f"{TWO}.sealed").read_bytes()),
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_a_damaged_file_is_set_aside_told_once_and_hurts_no_other(folder, keys, how):
    first = opened(folder, keys)
    first.seal(ONE, b"one")
    first.seal(TWO, b"two")
    path = folder / "sealed" / f"{ONE}.sealed"
    TAMPERINGS[how](path)
    bad = path.read_bytes()
    vault = opened(folder, keys)
    with pytest.raises(StorageTrouble, match="damaged") as error:
        vault.unseal(ONE)
    assert "Sign in" in error.value.next_step
    (kept,) = damaged_files(folder)
    assert kept.startswith(f"{ONE}.sealed.damaged-20261118T110640Z")
    assert (folder / "damaged" / kept).read_bytes() == bad
    assert kept in error.value.details
    assert vault.unseal(ONE) is None
    assert vault.unseal(TWO) == b"two"
    vault.seal(ONE, b"again")
    assert vault.unseal(ONE) == b"again"


def test_discard_takes_what_was_set_aside_too(folder, keys):
    vault = opened(folder, keys)
    vault.seal(ONE, b"one")
    flip(folder / "sealed" / f"{ONE}.sealed", -1)
    with pytest.raises(StorageTrouble):
        vault.unseal(ONE)
    vault.discard(ONE)
    assert not damaged_files(folder)
    assert not sealed_files(folder)


def test_damage_that_cannot_be_set_aside_is_told(folder, keys, monkeypatch):
    vault = opened(folder, keys)
    vault.seal(ONE, b"one")
    flip(folder / "sealed" / f"{ONE}.sealed", -1)
    monkeypatch.setattr(Path, "replace", lambda self, target: (_ for _ in ()).throw(OSError(errno.EROFS, "read-only")))
    with pytest.raises(StorageTrouble, match="may not read"):
        vault.unseal(ONE)


def test_a_file_that_goes_while_it_is_read_is_none(folder, keys, monkeypatch):
    vault = opened(folder, keys)
    vault.seal(ONE, b"one")
    monkeypatch.setattr(Path, "read_bytes", lambda self: (_ for _ in ()).throw(FileNotFoundError(errno.ENOENT, "gone")))
    assert vault.unseal(ONE) is None


def test_a_newer_format_is_named():
    cipher = AESGCM(bytes(32))
    data = seal(cipher, bytes(16), ONE, b"x")
    with pytest.raises(Damaged, match=f"format {VERSION + 1}"):
        unseal({bytes(16): cipher}.get, ONE, data[:8] + bytes([VERSION + 1]) + data[9:])
    with pytest.raises(Damaged, match="another vault"):
        unseal({b"\1" * 16: cipher}.get, ONE, data)
    assert unseal({bytes(16): cipher}.get, ONE, data) == b"x"
    assert vault_id_of(data) == bytes(16)
    assert vault_id_of(data[:20]) is None
    assert vault_id_of(b"x" * 40) is None


# --- the key is gone


@pytest.mark.parametrize("value", [None, "not base64!", "c2hvcnQ="])
def test_a_lost_key_sets_files_aside_says_so_and_makes_a_new_one(folder, keys, value):
    first = opened(folder, keys)
    first.seal(ONE, b"one")
    first.seal(TWO, b"two")
    (service,) = keys.kept
    old = keys.kept.pop(service)
    if value is not None:
        keys.kept[service] = Secret(value)
    told = []
    vault = opened(folder, keys, on_report=told.append)
    vault.seal(ONE, b"new")
    assert len(damaged_files(folder)) == 2
    assert vault.reports == told
    assert len(told) == 1
    assert "2 saved sign-ins" in told[0].message
    assert keys.kept[service] != old
    assert vault.unseal(ONE) == b"new"
    with pytest.raises(StorageTrouble, match="key is not in your keyring"):
        vault.unseal(TWO)
    assert vault.unseal(TWO) is None
    again = opened(folder, keys)
    assert again.unseal(ONE) == b"new"
    assert not again.reports


def test_unsealing_with_a_lost_key_is_told_once(folder, keys):
    opened(folder, keys).seal(ONE, b"one")
    keys.kept.clear()
    vault = opened(folder, keys)
    with pytest.raises(StorageTrouble):
        vault.unseal(ONE)
    assert vault.unseal(ONE) is None
    assert len(vault.reports) == 1


def test_a_wrong_key_sets_aside_only_what_is_asked_for(folder, keys):
    opened(folder, keys).seal(ONE, b"one")
    opened(folder, keys).seal(TWO, b"two")
    (service,) = keys.kept
    right, keys.kept[service] = keys.kept[service], Secret("A" * 43 + "=")
    with pytest.raises(StorageTrouble):
        opened(folder, keys).unseal(ONE)
    keys.kept[service] = right
    assert opened(folder, keys).unseal(TWO) == b"two"


@pytest.mark.parametrize("junk", [None, b"", b"\xff\xfe", b"abcd", b"0" * 33])
def test_a_lost_vault_id_is_read_from_the_files(folder, keys, junk):
    opened(folder, keys).seal(ONE, b"one")
    path = folder / "vault.id"
    saved = path.read_bytes()
    path.unlink() if junk is None else path.write_bytes(junk)
    (folder / "sealed" / "0.sealed").write_bytes(b"no sealed file")
    vault = opened(folder, keys)
    assert vault.unseal(ONE) == b"one"
    assert path.read_bytes() == saved


def test_without_a_vault_id_anywhere_everything_is_set_aside(folder, keys):
    opened(folder, keys).seal(ONE, b"one")
    (folder / "vault.id").unlink()
    for name in (f"{ONE}.sealed", f"{TWO}.sealed"):
        (folder / "sealed" / name).write_bytes(b"no sealed file")
    vault = opened(folder, keys)
    vault.seal("3" * 32, b"three")
    assert len(damaged_files(folder)) == 2
    assert len(keys.kept) == 2  # the old key stays: its files may come back from a backup
    assert opened(folder, keys).unseal("3" * 32) == b"three"


# --- trouble with the disk


def test_a_full_disk_leaves_what_was_there(folder, keys, monkeypatch):
    vault = opened(folder, keys)
    vault.seal(ONE, b"old")

    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(StorageTrouble, match="no room"):
        vault.seal(ONE, b"new")
    monkeypatch.undo()
    assert vault.unseal(ONE) == b"old"


def test_a_disk_that_is_full_from_the_start_is_told_and_can_be_tried_again(folder, keys, monkeypatch):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    vault = opened(folder, keys)
    with pytest.raises(StorageTrouble, match="no room"):
        vault.seal(ONE, b"new")
    assert not vault.state().persistent
    assert "no room" in vault.state().reason
    monkeypatch.undo()
    vault.seal(ONE, b"new")
    assert vault.state().persistent
    assert opened(folder, keys).unseal(ONE) == b"new"


def test_a_full_disk_does_not_stop_a_removal(folder, keys, monkeypatch):
    vault = opened(folder, keys)
    vault.seal(ONE, b"x")
    (folder / "locks" / "1").unlink()
    real = os.open

    def full(path, flags, *args, **options):
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, flags, *args, **options)

    monkeypatch.setattr(os, "open", full)
    vault.discard(ONE)
    assert not sealed_files(folder)


def test_a_discard_that_fails_is_told(folder, keys, monkeypatch):
    vault = opened(folder, keys)
    vault.seal(ONE, b"x")
    monkeypatch.setattr(Path, "unlink", lambda self, missing_ok=False: (_ for _ in ()).throw(PermissionError(13, "no")))
    with pytest.raises(StorageTrouble, match="may not remove"):
        vault.discard(ONE)


def test_a_file_that_cannot_be_read_is_told_and_stays(folder, keys):
    vault = opened(folder, keys)
    vault.seal(ONE, b"x")
    path = folder / "sealed" / f"{ONE}.sealed"
    path.unlink()
    path.mkdir()
    with pytest.raises(StorageTrouble, match=r"(could|may) not read"):
        vault.unseal(ONE)
    assert path.is_dir()


# --- two processes


def test_two_that_start_together_make_one_key(folder, keys):
    vaults = [opened(folder, keys) for _ in range(8)]
    barrier = threading.Barrier(8)

    def start(number):
        barrier.wait()
        vaults[number].seal(f"{number:032x}", bytes([number]))

    threads = [threading.Thread(target=start, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys.kept) == 1
    last = opened(folder, keys)
    assert [last.unseal(f"{number:032x}") for number in range(8)] == [bytes([number]) for number in range(8)]
    assert not any(vault.reports for vault in vaults)


def test_one_that_waits_too_long_for_the_other_is_told(folder, keys, monkeypatch):
    monkeypatch.setattr(store, "_LOCK_WAIT", 0.05)
    folder.mkdir()
    with held(folder / "vault.lock"):
        vault = opened(folder, keys)
        with pytest.raises(StorageTrouble, match="Another TenantDock"):
            vault.seal(ONE, b"x")
    vault.seal(ONE, b"x")
    assert opened(folder, keys).unseal(ONE) == b"x"


# --- kill

CHILD = """
import random, sys
from pathlib import Path
from support.fakes import FakeClock, MemoryKeyStore
from support.vault import MARKER
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyringVault
keys = MemoryKeyStore()
keys.kept["TenantDock/" + sys.argv[2]] = Secret(sys.argv[3])
vault = KeyringVault(Path(sys.argv[1]), keys, FakeClock())
chance = random.Random()
for number in range(1_000_000):
    account = f"{chance.randrange(5):032x}"
    size = chance.randrange(200_000)
    print("start", account, number, size, flush=True)
    vault.seal(account, MARKER + f" {number} ".encode() + b"x" * size)
    print("done", account, number, size, flush=True)
"""


def test_a_kill_at_any_moment_loses_nothing_and_leaves_nothing_half_written(folder, keys):
    opened(folder, keys).seal("f" * 32, b"x")
    ((service, key),) = keys.kept.items()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", CHILD, str(folder), service.rpartition("/")[2], key.reveal()]
    acknowledged: dict[str, tuple[int, int]] = {}
    sealed = 0
    for turn in range(10):
        started: dict[str, tuple[int, int]] = {}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
            first = child.stdout.readline()
            threading.Timer(0.02 + 0.007 * turn, child.kill).start()
            lines = [first, *child.stdout]
        for line in lines:
            if line.endswith("\n"):
                word, account, number, size = line.split()
                (started if word == "start" else acknowledged)[account] = int(number), int(size)
                sealed += word == "done"
        vault = opened(folder, keys)
        vault.unseal("f" * 32)  # opens it, also when nothing else was sealed yet
        for account in {*started, *acknowledged} - {"f" * 32}:
            plain = vault.unseal(account)
            allowed = [acknowledged.get(account), started.get(account)]
            if plain is None:
                assert account not in acknowledged
                continue
            _, number, padding = plain.split(b" ")
            assert (int(number), len(padding)) in allowed
            acknowledged[account] = int(number), len(padding)
        assert not vault.reports
        assert not damaged_files(folder)
        assert not list((folder / "tmp").iterdir())
        assert MARKER not in everything_in(folder)
    assert sealed > 10


def test_proving_asks_the_keyring_whatever_is_in_memory(tmp_path):
    keys = MemoryKeyStore()
    vault = opened(tmp_path / "vault", keys)
    vault.prove()  # no key yet: nothing to prove, and nothing is made
    assert not (tmp_path / "vault").exists()
    vault.seal(ONE, MARKER)
    before = keys.calls
    vault.prove()
    assert keys.calls > before
    keys.trouble = VaultLocked("Your keyring is locked.", next_step="Unlock it.")
    with pytest.raises(VaultLocked):
        vault.prove()
    keys.trouble = None
    keys.kept.clear()
    with pytest.raises(StorageTrouble) as told:
        vault.prove()
    assert "not in your keyring" in told.value.message


def test_without_a_keyring_there_is_nothing_to_prove(tmp_path):
    opened(tmp_path / "vault", MemoryKeyStore(KeyStoreState(False, "none", "There is none.", "Get one."))).prove()
