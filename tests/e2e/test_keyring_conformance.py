"""What every allowed keyring has to do, on real ones: gnome-keyring through two back ends, and KWallet.

Windows Credential Manager is in ``test_keyring_windows``, the macOS Keychain nowhere; null, fail, plaintext and mixed chains are
refused in ``test_keyring_secret_service``. Prompts: gnome-keyring's prompter fails without a screen, which counts as dismissed;
KWallet's stays open, unanswered, until D-Bus gives up after 25 s.
"""

from __future__ import annotations

import pytest

from support.keyring_conformance import SEALS, a_replaced_key_takes_the_old_one_out, what_was_sealed_is_there
from support.real_keyrings import KEYRINGS, home_in, in_session
from support.vault import MARKER, ONE, damaged_files, everything_in, sealed_files

pytestmark = [pytest.mark.timeout(120), pytest.mark.secret_service]


@pytest.fixture(params=KEYRINGS, ids=lambda keyring: keyring.key, scope="module")
def keyring(request):
    if why := request.param.missing():
        pytest.skip(why)
    return request.param


@pytest.fixture
def locks(keyring, request):
    """For a second test that locks: KWallet's prompt takes 25 s each time."""
    if keyring.key == "KWallet":
        pytest.skip("one test with KWallet's prompt is enough: nobody answers it, and D-Bus waits 25 s")


@pytest.fixture
def run(keyring, tmp_path):
    environment, folder = home_in(tmp_path, keyring), tmp_path / "vault"
    return lambda text: in_session(keyring, environment, folder, text)


def test_a_secret_is_kept_replaced_and_removed(run, keyring):
    found = run("""
keys = OsKeyStore()
state = keys.state()
seen = []
def look():
    seen.append([None if (value := keys.get(each)) is None else value.reveal() for each in ("TenantDock/1", "TenantDock/2")])
look()
keys.set("TenantDock/1", Secret("one")); look()
keys.set("TenantDock/2", Secret("two" * 100)); look()
keys.set("TenantDock/1", Secret("é \\u20ac")); look()
keys.delete("TenantDock/1"); look()
keys.delete("TenantDock/1"); look()
answer(state=[state.usable, state.name, state.reason], seen=seen)
""")
    two = "two" * 100
    assert found["state"] == [True, keyring.label, ""]
    assert found["seen"] == [[None, None], ["one", None], ["one", two], ["é \u20ac", two], [None, two], [None, two]]


def test_what_is_sealed_outlives_the_session_and_its_key_is_nowhere_else(run, tmp_path):
    first = run(SEALS)
    assert first["mine"]
    assert sealed_files(tmp_path / "vault") == [f"{ONE}.sealed"]
    everything = everything_in(tmp_path)
    assert MARKER not in everything
    assert first["key"].encode() not in everything  # neither in the vault nor in the keyring's own file
    what_was_sealed_is_there(run)


def test_a_replaced_key_takes_the_old_one_out_of_the_keyring(run):
    a_replaced_key_takes_the_old_one_out(run)


def test_a_locked_keyring_is_told_nothing_is_lost_and_an_unlock_is_noticed(run, tmp_path):
    found = run("""
vault = opened()
vault.seal(ONE, MARKER)
daemon.lock()
cold = opened()
locked = told(lambda: cold.unseal(ONE))
persistent = cold.state().persistent
warm = vault.unseal(ONE) == MARKER
vault.seal(ONE, MARKER + b"2")
daemon.unlock()
after = told(lambda: cold.unseal(ONE))
answer(locked=locked, persistent=persistent, warm=warm, after=after, mine=cold.unseal(ONE) == MARKER + b"2")
""")
    code, text, seconds = found["locked"]
    assert code == "vault-locked"
    assert "Unlock your keyring" in text
    assert seconds < 40
    assert found["persistent"]
    assert found["warm"]  # the key is in memory: a lock in the middle does not stop a running TenantDock
    assert found["after"][0] == "worked"
    assert found["mine"]
    assert not damaged_files(tmp_path / "vault")
    assert MARKER not in everything_in(tmp_path)


def test_a_keyring_that_locks_midway_through_a_rotation_loses_nothing(locks, run, tmp_path):
    """Locked after everything was sealed anew: the old key cannot be taken out yet."""
    found = run("""
vault = opened()
vault.seal(ONE, MARKER); vault.seal(TWO, MARKER)
class Locking(Cancel):
    looks = 0
    def check(self):
        self.looks += 1
        if self.looks == 4:
            daemon.lock()
locked = told(lambda: vault.rotate(Locking()))
midway = len(ids())
warm = [vault.unseal(each) == MARKER for each in (ONE, TWO)]
daemon.unlock()
cold = opened()
mine = [cold.unseal(each) == MARKER for each in (ONE, TWO)]
cold._going_on.join(10)
answer(locked=locked, midway=midway, warm=warm, mine=mine, ids=len(ids()), reports=len(cold.reports))
""")
    assert found["locked"][0] == "vault-locked"
    assert found["midway"] == 2
    assert (found["warm"], found["mine"]) == ([True, True], [True, True])
    assert (found["ids"], found["reports"]) == (1, 0)
    assert not damaged_files(tmp_path / "vault")


def test_a_keyring_that_is_killed_midway_loses_nothing(locks, run, tmp_path):
    found = run("""
vault = opened()
vault.seal(ONE, MARKER)
daemon.kill()
warm = [vault.unseal(ONE) == MARKER, told(lambda: vault.seal(TWO, MARKER))[0]]
cold = opened()
first = told(lambda: cold.unseal(ONE))
answer(warm=warm, first=first)
""")
    assert found["warm"] == [True, "worked"]
    # D-Bus starts it again, locked: what comes of it depends on the keyring, but it is told or it works
    assert found["first"][0] in {"vault-locked", "keyring", "worked"}
    again = run("vault = opened(); answer(mine=[vault.unseal(each) == MARKER for each in (ONE, TWO)], reports=len(vault.reports))")
    assert again == {"mine": [True, True], "reports": 0}
    assert not damaged_files(tmp_path / "vault")


def test_a_locked_keyring_at_the_first_start_makes_no_key_and_seals_nothing(locks, run, tmp_path):
    found = run("""
OsKeyStore().set("TenantDock/other", Secret("makes the collection"))
daemon.lock()
answer(seal=told(lambda: opened().seal(ONE, MARKER)), rotate=told(lambda: opened().rotate(Cancel())))
""")
    assert found["seal"][0] == "vault-locked"
    assert found["rotate"][0] in {"vault-locked", "worked"}  # there is nothing to replace
    # Where a locked keyring says that there is no key (libsecret), a new one gets a name before it cannot be kept
    assert {path.name for path in (tmp_path / "vault").rglob("*") if path.is_file()} <= {"vault.id", "vault.lock"}
    assert MARKER not in everything_in(tmp_path)
