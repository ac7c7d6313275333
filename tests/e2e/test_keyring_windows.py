"""The vault's key in Windows Credential Manager: real on Windows, wine's elsewhere. It has no lock and no prompt to test."""

from __future__ import annotations

import pytest

from support.keyring_conformance import SEALS, a_replaced_key_takes_the_old_one_out, what_was_sealed_is_there
from support.vault import MARKER, ONE, damaged_files, everything_in, sealed_files
from support.windows_keyring import WindowsKeyring, missing

pytestmark = [
    pytest.mark.windows_keyring,
    pytest.mark.timeout(300),  # the first program in a new wine prefix makes it
    pytest.mark.skipif(bool(missing()), reason=missing()),
]


@pytest.fixture(scope="module")
def windows(tmp_path_factory):
    made = WindowsKeyring(tmp_path_factory.mktemp("windows"))
    yield made
    made.close()


@pytest.fixture
def vault(windows, tmp_path):
    windows.vault = tmp_path / "vault"
    yield windows.vault
    if (windows.vault / "vault.id").exists():
        windows.run("for each in ids(): OsKeyStore().delete('TenantDock/' + each)\nanswer()")


def test_a_secret_is_kept_replaced_and_removed(windows, vault):
    found = windows.run("""
keys = OsKeyStore()
state = keys.state()
seen = []
def look():
    seen.append([None if (value := keys.get(each)) is None else value.reveal() for each in ("TenantDock/t1", "TenantDock/t2")])
look()
keys.set("TenantDock/t1", Secret("one")); look()
keys.set("TenantDock/t2", Secret("two" * 100)); look()
keys.set("TenantDock/t1", Secret("\\u00e9 \\u20ac")); look()
from win32ctypes.pywin32 import pywintypes, win32cred
persist = win32cred.CredRead(Type=win32cred.CRED_TYPE_GENERIC, TargetName="TenantDock/t1")["Persist"]
try:
    second = bool(win32cred.CredRead(Type=win32cred.CRED_TYPE_GENERIC, TargetName="key@TenantDock/t1"))
except pywintypes.error:
    second = False
keys.delete("TenantDock/t1"); look()
keys.delete("TenantDock/t1"); look()
keys.delete("TenantDock/t2"); look()
answer(state=[state.usable, state.name, state.reason], seen=seen, persist=persist, second=second)
""")
    two = "two" * 100
    assert found["state"] == [True, "Windows Credential Manager", ""]
    wanted = [[None, None], ["one", None], ["one", two], ["\u00e9 \u20ac", two], [None, two], [None, two], [None, None]]
    assert found["seen"] == wanted
    assert found["persist"] == 2  # CRED_PERSIST_LOCAL_MACHINE: it does not roam with the person's profile
    assert not found["second"]  # what a set replaced is not kept under a second name


def test_what_is_sealed_outlives_the_program_and_its_key_is_nowhere_else(windows, vault):
    first = windows.run(SEALS + "os._exit(0)  # as a kill would")
    assert first["mine"]
    assert sealed_files(vault) == [f"{ONE}.sealed"]
    everything = everything_in(vault)
    assert MARKER not in everything
    assert str(first["key"]).encode() not in everything
    windows.close()  # what was running for all programs ends too, as at a log-out
    what_was_sealed_is_there(windows.run)


def test_a_replaced_key_takes_the_old_one_out_of_the_keyring(windows, vault):
    a_replaced_key_takes_the_old_one_out(windows.run)


def test_a_program_that_ends_midway_through_a_rotation_loses_nothing(windows, vault):
    first = windows.run("""
vault = opened()
vault.seal(ONE, MARKER); vault.seal(TWO, MARKER)
class Ending(Cancel):
    looks = 0
    def check(self):
        self.looks += 1
        if self.looks == 4:
            answer(ids=len(ids()))
            os._exit(0)
vault.rotate(Ending())
""")
    assert first["ids"] == 2
    again = windows.run("""
vault = opened()
mine = [vault.unseal(each) == MARKER for each in (ONE, TWO)]
vault._going_on.join(30)
answer(mine=mine, ids=len(ids()), reports=len(vault.reports))
""")
    assert again == {"mine": [True, True], "ids": 1, "reports": 0}
    assert not damaged_files(vault)


def test_programs_that_start_together_make_one_key(windows, vault):
    found = windows.run("""
if len(sys.argv) > 1:
    sys.stdin.read()
    opened().seal(sys.argv[1], sys.argv[1].encode())
    os._exit(0)
accounts = [f"{number:032x}" for number in range(3)]
pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
children = [subprocess.Popen([sys.executable, sys.argv[0], each], **pipes) for each in accounts]
for each in children:
    each.stdin.close()
errors = [each.stderr.read().decode() for each in children]
codes = [each.wait() for each in children]
vault = opened()
answer(codes=codes, errors=errors, read=[vault.unseal(each) == each.encode() for each in accounts], ids=len(ids()))
""")
    assert found == {"codes": [0] * 3, "errors": [""] * 3, "read": [True] * 3, "ids": 1}
    assert not damaged_files(vault)
