"""Replacing the vault's key: at whatever point it ends, everything opens, and nobody seals with a key that goes."""

from __future__ import annotations

import errno
import os
import random
import threading
from pathlib import Path

import pytest

from support.fakes import FakeClock, MemoryKeyStore
from support.vault import MARKER, ONE, TWO, damaged_files, everything_in, sealed_files
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled, StorageTrouble, VaultLocked
from tenantdock.vault import KeyringVault, KeyStoreState, KeyStoreTrouble, store
from tenantdock.vault.locks import held
from tenantdock.vault.sealing import HEADER_BYTES, vault_id_of

LOCKED = VaultLocked("Your keyring is locked.", next_step="Unlock it.")
ACCOUNTS = [digit * 32 for digit in "0123456789abcdef"]


class Killed(BaseException):
    """Ends a process in the middle, as SIGKILL does: nothing of ours catches it."""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


@pytest.fixture
def keys():
    return MemoryKeyStore()


def opened(folder, keys, **options):
    return KeyringVault(folder, keys, FakeClock(), **options)


def filled(folder, keys, accounts=ACCOUNTS):
    vault = opened(folder, keys)
    for account in accounts:
        vault.seal(account, MARKER + account.encode())
    return vault


def ids_of(folder):
    return (folder / "vault.id").read_text().split()


def keys_of_files(folder):
    return {vault_id_of(path.read_bytes()[:HEADER_BYTES]).hex() for path in (folder / "sealed").iterdir()}


def key_of_file(folder, account):
    return vault_id_of((folder / "sealed" / f"{account}.sealed").read_bytes()[:HEADER_BYTES]).hex()


def settled(folder, keys):
    """Open the vault as the next process does, let it go on, and check that all is well."""
    vault = opened(folder, keys)
    first = next(iter(sealed_files(folder)), None)
    if first is not None:
        vault.unseal(first.removesuffix(".sealed"))
    if vault._going_on is not None:
        vault._going_on.join(10)
    assert not vault.reports
    assert not damaged_files(folder)
    assert MARKER not in everything_in(folder)
    assert len(ids_of(folder)) == 1
    assert list(keys.kept) == [f"TenantDock/{ids_of(folder)[0]}"]
    assert keys_of_files(folder) <= set(ids_of(folder))
    return vault


def assert_all_there(vault, accounts=ACCOUNTS):
    assert [vault.unseal(account) for account in accounts] == [MARKER + account.encode() for account in accounts]


# --- what it does


def test_everything_is_sealed_with_a_new_key_and_the_old_one_is_gone(folder, keys):
    vault = filled(folder, keys)
    (old_service, old_key), (old_id,) = next(iter(keys.kept.items())), ids_of(folder)
    assert vault.rotate(Cancel()) == len(ACCOUNTS)
    (new_id,) = ids_of(folder)
    assert new_id != old_id
    assert list(keys.kept) == [f"TenantDock/{new_id}"] != [old_service]
    assert keys.kept[f"TenantDock/{new_id}"] != old_key
    assert keys_of_files(folder) == {new_id}
    assert_all_there(vault)
    vault.seal(ONE, b"after")
    assert opened(folder, keys).unseal(ONE) == b"after"
    assert vault.rotate(Cancel()) == len(ACCOUNTS)
    settled(folder, keys)


def test_a_vault_that_was_not_used_yet_gets_no_key(folder, keys):
    assert opened(folder, keys).rotate(Cancel()) == 0
    assert not keys.kept
    assert not folder.exists()


def test_an_empty_vault_gets_a_new_key(folder, keys):
    vault = filled(folder, keys, [ONE])
    vault.discard(ONE)
    before = ids_of(folder)
    assert vault.rotate(Cancel()) == 0
    assert ids_of(folder) != before
    settled(folder, keys)


def test_without_a_keyring_there_is_nothing_to_replace(folder, keys):
    filled(folder, keys, [ONE])
    before = everything_in(folder)
    unusable = MemoryKeyStore(KeyStoreState(False, "null", "None here.", "Get one."))
    assert opened(folder, unusable).rotate(Cancel()) == 0
    assert everything_in(folder) == before


def test_a_lost_vault_id_does_not_stop_it(folder, keys):
    filled(folder, keys)
    (folder / "vault.id").unlink()
    vault = opened(folder, keys)
    assert vault.rotate(Cancel()) == len(ACCOUNTS)
    assert_all_there(settled(folder, keys))


def test_a_key_that_is_gone_by_then_is_told_and_everything_goes_on(folder, keys, monkeypatch):
    """It goes after the rotation read it and before it is alone: found by the second look."""
    vault = filled(folder, keys, [ONE, TWO])
    real = store.held

    def held_late(path, **options):
        if path.name == "vault.lock":
            keys.kept.clear()
        return real(path, **options)

    monkeypatch.setattr(store, "held", held_late)
    assert vault.rotate(Cancel()) == 0
    assert len(damaged_files(folder)) == 2
    assert "2 saved sign-ins" in vault.reports[0].message
    vault.seal(ONE, b"new")
    assert opened(folder, keys).unseal(ONE) == b"new"


# --- it ends in the middle, at every point


def killed_at(monkeypatch, keys, point):
    """Have the process die at its *point*-th chance: there is one before and one after each effect on disk or keyring."""
    count = 0

    def dying(real):
        def call(*args, **kwargs):
            nonlocal count
            count += 1
            if count == point:
                raise Killed
            result = real(*args, **kwargs)
            count += 1
            if count == point:
                raise Killed
            return result

        return call

    monkeypatch.setattr(Path, "replace", dying(Path.replace))
    monkeypatch.setattr(keys, "set", dying(keys.set))
    monkeypatch.setattr(keys, "delete", dying(keys.delete))
    monkeypatch.setattr(os, "write", dying(os.write))


# Before and after each of 16: vault.id (write, replace), set, vault.id, four files (write, replace), delete, vault.id
@pytest.mark.parametrize("point", range(1, 34))
def test_a_kill_at_any_point_loses_nothing_and_the_next_start_goes_on(folder, keys, monkeypatch, point):
    accounts = ACCOUNTS[:4]
    vault = filled(folder, keys, accounts)
    with monkeypatch.context() as patched:
        killed_at(patched, keys, point)
        try:
            vault.rotate(Cancel())
        except Killed:
            pass
        else:
            assert point == 33
    # No unfinished rotation hides what is there, and none is needed to read it
    reading = opened(folder, keys)
    monkeypatch.setattr(reading, "_go_on", lambda: None)
    assert_all_there(reading, accounts)
    assert_all_there(settled(folder, keys), accounts)


@pytest.mark.parametrize("point", range(1, 34, 2))
def test_a_kill_after_a_kill_loses_nothing_either(folder, keys, monkeypatch, point):
    """The second process is killed while it goes on, then a third rotates anew."""
    accounts = ACCOUNTS[:4]
    filled(folder, keys, accounts)
    for turn in (13, point):
        vault = opened(folder, keys)
        monkeypatch.setattr(vault, "_go_on", lambda: None)
        with monkeypatch.context() as patched:
            killed_at(patched, keys, turn)
            with pytest.raises(Killed):
                vault.rotate(Cancel())
    third = opened(folder, keys)
    assert third.rotate(Cancel()) == 4
    assert_all_there(third, accounts)
    assert_all_there(settled(folder, keys), accounts)


class Counting(Cancel):
    """Cancelled at the *after*-th look; *then* is called at each."""

    def __init__(self, after=10**9, then=lambda: None) -> None:
        super().__init__()
        self.looks, self.after, self.then = 0, after, then

    def check(self):
        self.looks += 1
        self.then()
        if self.looks == self.after:
            self.cancel()
        super().check()


@pytest.mark.parametrize("after", [1, 2, 3, 10, 18])
def test_a_cancel_at_any_point_loses_nothing_and_the_next_call_goes_on(folder, keys, after):
    vault = filled(folder, keys)
    with pytest.raises(Cancelled):
        vault.rotate(Counting(after))
    assert_all_there(vault)
    assert_all_there(opened(folder, keys))
    opened(folder, keys).rotate(Cancel())
    assert_all_there(settled(folder, keys))


@pytest.mark.parametrize("left", [0, 1, 2, 5, 12])
def test_a_disk_that_is_full_midway_loses_nothing(folder, keys, monkeypatch, left):
    vault = filled(folder, keys)
    real, room = os.write, [left]

    def write(file, data):
        if not room[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        room[0] -= 1
        return real(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", write)
        with pytest.raises(StorageTrouble, match="no room") as told:
            vault.rotate(Cancel())
        assert "still there" in told.value.next_step
        assert_all_there(vault)
    assert_all_there(settled(folder, keys))


@pytest.mark.parametrize("call", ["set", "delete", "get"])
@pytest.mark.parametrize("error", [LOCKED, KeyStoreTrouble("It failed.", next_step="Mend it.")])
def test_a_keyring_that_fails_or_locks_midway_loses_nothing(folder, keys, monkeypatch, call, error):
    vault = filled(folder, keys)

    def fails(service, *args):
        if call != "get" or service.rpartition("/")[2] != ids_of(folder)[0]:
            raise error
        return type(keys).get(keys, service)

    with monkeypatch.context() as patched:
        patched.setattr(keys, call, fails)
        with pytest.raises(type(error)):
            vault.rotate(Cancel())
        assert_all_there(vault)
    assert vault.state().persistent
    assert vault.rotate(Cancel()) == len(ACCOUNTS)
    assert_all_there(settled(folder, keys))


def test_a_keyring_that_keeps_nothing_is_found_out_before_anything_is_sealed_with_it(folder, keys, monkeypatch):
    vault = filled(folder, keys)
    before = keys_of_files(folder)
    with monkeypatch.context() as patched:
        patched.setattr(keys, "set", lambda service, value: None)
        with pytest.raises(KeyStoreTrouble, match="did not keep"):
            vault.rotate(Cancel())
    assert keys_of_files(folder) == before
    assert len(ids_of(folder)) == 1
    assert_all_there(settled(folder, keys))


def test_a_new_key_that_is_lost_midway_leaves_what_is_still_under_the_old_one(folder, keys):
    """Half of the files are under the new key, which somebody then takes out of the keyring."""
    with pytest.raises(Cancelled):
        filled(folder, keys).rotate(Counting(10))
    new, _ = ids_of(folder)
    under_the_old = [account for account in ACCOUNTS if key_of_file(folder, account) != new]
    assert 0 < len(under_the_old) < len(ACCOUNTS)
    del keys.kept[f"TenantDock/{new}"]
    vault = opened(folder, keys)
    assert_all_there(vault, under_the_old)
    assert len(vault.reports) == 1
    assert f"{len(ACCOUNTS) - len(under_the_old)} saved sign-ins" in vault.reports[0].message
    assert len(damaged_files(folder)) == len(ACCOUNTS) - len(under_the_old)
    vault._going_on.join(10)
    assert len(ids_of(folder)) == len(keys.kept) == 1
    assert_all_there(opened(folder, keys), under_the_old)


def test_a_lost_vault_id_midway_finds_both_keys_in_the_files(folder, keys):
    with pytest.raises(Cancelled):
        filled(folder, keys).rotate(Counting(10))
    (folder / "vault.id").unlink()
    vault = opened(folder, keys)
    assert_all_there(vault)
    vault._going_on.join(10)
    assert_all_there(settled(folder, keys))


def test_going_on_with_what_another_finished_does_nothing(folder, keys):
    vault = filled(folder, keys)
    before = everything_in(folder)
    vault._go_on()
    assert everything_in(folder) == before
    assert not vault.reports


def test_a_key_that_changes_while_it_is_read_is_read_again(folder, keys, monkeypatch):
    """The rotation ends between reading vault.id and using what it said."""
    vault, other = filled(folder, keys), opened(folder, keys)
    real, rotated = keys.get, []

    def get(service):
        found = real(service)
        if not rotated:
            rotated.append(None)
            vault.rotate(Cancel())
        return found

    monkeypatch.setattr(keys, "get", get)
    other.seal(ONE, b"new")
    assert keys_of_files(folder) == set(ids_of(folder))
    assert other.unseal(ONE) == b"new"


# --- files that are not as they should be


def test_a_damaged_file_is_set_aside_and_told_and_hurts_no_other(folder, keys):
    told = []
    filled(folder, keys)
    path = folder / "sealed" / f"{ONE}.sealed"
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    vault = opened(folder, keys, on_report=told.append)
    assert vault.rotate(Cancel()) == len(ACCOUNTS) - 1
    assert vault.reports == told
    assert "damaged" in told[0].message
    assert len(damaged_files(folder)) == 1
    with pytest.raises(StorageTrouble, match="damaged"):
        vault.unseal(ONE)
    assert vault.unseal(ONE) is None
    assert_all_there(vault, [account for account in ACCOUNTS if account != ONE])


def test_a_file_that_cannot_be_read_keeps_the_old_key(folder, keys):
    vault = filled(folder, keys, [ONE])
    (folder / "sealed" / f"{TWO}.sealed").mkdir()
    with pytest.raises(StorageTrouble, match=r"(could|may) not replace the key"):
        vault.rotate(Cancel())
    assert len(keys.kept) == 2
    assert_all_there(vault, [ONE])
    again = opened(folder, keys)
    assert_all_there(again, [ONE])
    again._going_on.join(10)
    assert "could not finish replacing" in again.reports[0].message
    (folder / "sealed" / f"{TWO}.sealed").rmdir()
    assert_all_there(settled(folder, keys), [ONE])


def test_a_file_that_goes_meanwhile_is_no_error(folder, keys):
    vault = filled(folder, keys, [ONE, TWO])
    looks = []

    def meanwhile():
        looks.append(None)
        if len(looks) > 2:  # after the files were listed
            opened(folder, keys).discard([ONE, TWO][len(looks) % 2])

    assert vault.rotate(Counting(then=meanwhile)) <= 1
    assert not sealed_files(folder)


def test_a_file_system_without_locks_is_told_and_nothing_changes(folder, keys, monkeypatch):
    vault = filled(folder, keys, [ONE])
    before = everything_in(folder)
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(fcntl, "flock", lambda *args: (_ for _ in ()).throw(OSError(errno.ENOLCK, "No locks available")))
    with pytest.raises(StorageTrouble, match="cannot be locked"):
        vault.rotate(Cancel())
    assert everything_in(folder) == before
    assert_all_there(vault, [ONE])
    vault.seal(ONE, b"x")


# --- others at the same time


@pytest.mark.parametrize("same_process", [True, False])
def test_others_seal_and_read_between_any_two_files(folder, keys, same_process):
    """No lock is held there: an account that was sealed anew, one that was not, and one that is new, each at every point."""
    vault = filled(folder, keys)
    other = vault if same_process else filled(folder, keys)
    wanted = {account: MARKER + account.encode() for account in ACCOUNTS}
    turn = [0]

    def meanwhile():
        turn[0] += 1
        for account in (ACCOUNTS[turn[0] % 16], ACCOUNTS[-turn[0] % 16], f"{turn[0]:032x}"):
            wanted[account] = f"{account} {turn[0]}".encode()
            other.seal(account, wanted[account])
            assert other.unseal(account) == wanted[account]
        assert other.unseal(ACCOUNTS[turn[0] * 7 % 16]) == wanted[ACCOUNTS[turn[0] * 7 % 16]]

    vault.rotate(Counting(then=meanwhile))
    assert turn[0] > 16
    for each in (vault, other, settled(folder, keys)):
        assert {account: each.unseal(account) for account in wanted} == wanted


@pytest.mark.parametrize("same_process", [True, False])
def test_who_read_the_old_key_before_it_was_replaced_does_not_seal_with_it(folder, keys, monkeypatch, same_process):
    """The whole rotation happens between reading the key and taking the account's lock."""
    vault = filled(folder, keys)
    sealer = vault if same_process else filled(folder, keys)
    real = sealer._held
    rotated = []

    def late(account_id):
        if not rotated:
            rotated.append(None)
            sealer._stripe(account_id).release()
            vault.rotate(Cancel())
            sealer._stripe(account_id).acquire()
        return real(account_id)

    monkeypatch.setattr(sealer, "_held", late)
    sealer.seal(ONE, b"late")
    assert sealer.unseal(ONE) == b"late"
    assert settled(folder, keys).unseal(ONE) == b"late"


def test_who_read_a_file_before_it_was_sealed_anew_reads_it_again(folder, keys, monkeypatch):
    """The whole rotation happens between reading the file and looking for its key: it is not taken for damaged."""
    vault, reader = filled(folder, keys), opened(folder, keys)
    reader.unseal(TWO)
    real, rotated = Path.read_bytes, []

    def read_bytes(path):
        data = real(path)
        if not rotated:
            rotated.append(None)
            vault.rotate(Cancel())
            reader._keys.load()  # as another thread of this process does: the old key leaves its memory
        return data

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert reader.unseal(ONE) == MARKER + ONE.encode()
    assert rotated
    assert not damaged_files(folder)


def test_a_reader_that_knows_only_the_old_key_finds_the_new_one(folder, keys):
    vault, other = filled(folder, keys), filled(folder, keys)
    vault.rotate(Cancel())
    assert_all_there(other)
    assert other.state().persistent


def test_a_keyring_that_fails_when_another_replaced_the_key_does_not_forget_what_is_sealed(folder, keys):
    vault, other = filled(folder, keys), filled(folder, keys)
    vault.rotate(Cancel())
    keys.trouble = KeyStoreTrouble("It failed.", next_step="Mend it.")
    for call in (lambda: other.seal(ONE, b"x"), lambda: other.unseal(ONE)):
        with pytest.raises(KeyStoreTrouble):
            call()
    keys.trouble = None
    assert_all_there(other)


def test_two_that_replace_it_at_once_do_it_once(folder, keys):
    vaults, sealed = [filled(folder, keys) for _ in range(4)], []
    barrier = threading.Barrier(4)

    def work(vault):
        barrier.wait()
        sealed.append(vault.rotate(Cancel()))

    threads = [threading.Thread(target=work, args=(vault,)) for vault in vaults]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(sealed) == len(ACCOUNTS)
    for vault in (*vaults, settled(folder, keys)):
        assert_all_there(vault)


def test_waiting_for_another_can_be_cancelled(folder, keys):
    vault, cancel = filled(folder, keys), Cancel()
    with held(folder / "vault.lock"):
        threading.Timer(0.05, cancel.cancel).start()
        with pytest.raises(Cancelled):
            vault.rotate(cancel)
    assert_all_there(settled(folder, keys))


def test_what_another_still_does_is_left_to_it(folder, keys):
    vault = filled(folder, keys)
    with pytest.raises(Cancelled):
        vault.rotate(Counting(6))
    with held(folder / "vault.lock"):
        other = opened(folder, keys)
        assert_all_there(other)
        other._going_on.join(10)
        assert len(ids_of(folder)) == 2
        assert not other.reports
    settled(folder, keys)


def test_a_keyring_that_locks_while_it_goes_on_is_left_for_the_next_time(folder, keys, monkeypatch):
    vault = filled(folder, keys)
    with pytest.raises(Cancelled):
        vault.rotate(Counting(6))
    with monkeypatch.context() as patched:
        patched.setattr(keys, "delete", lambda service: (_ for _ in ()).throw(LOCKED))
        other = opened(folder, keys)
        assert_all_there(other)
        other._going_on.join(10)
    assert not other.reports
    assert len(keys.kept) == 2
    settled(folder, keys)


def test_a_keyring_that_fails_while_it_goes_on_is_told(folder, keys, monkeypatch):
    vault = filled(folder, keys)
    with pytest.raises(Cancelled):
        vault.rotate(Counting(6))
    with monkeypatch.context() as patched:
        trouble = KeyStoreTrouble("It failed.", next_step="Mend it.")
        patched.setattr(keys, "delete", lambda service: (_ for _ in ()).throw(trouble))
        other = opened(folder, keys)
        assert_all_there(other)
        other._going_on.join(10)
    assert other.reports == [trouble]
    settled(folder, keys)


def test_a_sign_in_that_another_does_not_let_go_of_is_told(folder, keys, monkeypatch):
    monkeypatch.setattr(store, "_LOCK_WAIT", 0.05)
    vault = filled(folder, keys)
    with held(folder / "locks" / "1"):
        for call in (lambda: vault.seal(ONE, b"x"), lambda: vault.discard(ONE)):
            with pytest.raises(StorageTrouble, match="does not let go"):
                call()
        vault.seal(TWO, b"two")  # another account
        assert vault.unseal(ONE) == MARKER + ONE.encode()  # reading needs no lock
    vault.seal(ONE, b"x")
    assert opened(folder, keys).unseal(ONE) == b"x"


def test_keys_go_while_others_seal_read_and_remove(folder, keys):
    """Three others, each with accounts of its own, against one that replaces the key again and again."""
    over, troubles, wanted = threading.Event(), [], [{}, {}, {}]

    def work(number):
        vault, chance = opened(folder, keys), random.Random(number)  # noqa: S311
        try:
            turn = 0
            while not over.is_set():
                turn += 1
                account = f"a{chance.randrange(6)}{number}".rjust(32, "0")
                if chance.random() < 0.2:
                    vault.discard(account)
                    wanted[number].pop(account, None)
                else:
                    wanted[number][account] = f"{account} {turn}".encode()
                    vault.seal(account, wanted[number][account])
                other = f"a{chance.randrange(6)}{number}".rjust(32, "0")
                assert vault.unseal(other) == wanted[number].get(other)
            assert not vault.reports
        except BaseException as error:  # noqa: BLE001  # the test asserts on it
            troubles.append(error)

    filled(folder, keys, ACCOUNTS[:4])
    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    rotator = opened(folder, keys)
    for _ in range(4):
        rotator.rotate(Cancel())
    over.set()
    for thread in threads:
        thread.join()
    assert not troubles
    vault = settled(folder, keys)
    for each in wanted:
        assert {account: vault.unseal(account) for account in each} == each
    assert sealed_files(folder) == sorted(
        f"{account}.sealed" for account in {*ACCOUNTS[:4], *(name for each in wanted for name in each)}
    )
