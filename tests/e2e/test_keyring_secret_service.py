"""The vault's key in a real gnome-keyring, each test in a D-Bus session of its own; and the back ends that protect nothing.

Not tested here, because nobody answers a prompt without a screen: unlocking through gnome-keyring's own window. What is tested
is that its prompter failing, as it does here, gives VaultLocked at once, and that an unlock as at a login is noticed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.vault import MARKER, ONE, damaged_files, everything_in, sealed_files

TESTS = Path(__file__).parents[1]
MISSING = [name for name in ("gnome-keyring-daemon", "dbus-run-session") if shutil.which(name) is None]
needs_secret_service = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

PRELUDE = """
import json, os, subprocess, sys, time
from contextlib import closing
from pathlib import Path
from support.fakes import FakeClock
from support.vault import MARKER, ONE, TWO
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import TenantDockError
from tenantdock.vault import KeyringVault, OsKeyStore
folder = Path(sys.argv[1])
def opened():
    return KeyringVault(folder, OsKeyStore(), FakeClock())
def told(work):
    start = time.monotonic()
    try:
        work()
    except TenantDockError as error:
        return [error.code, str(error), time.monotonic() - start]
    return ["worked", "", time.monotonic() - start]
def collection_do(method):
    import secretstorage
    with closing(secretstorage.dbus_init()) as bus:
        return getattr(secretstorage.get_default_collection(bus), method)()
def lock():
    collection_do("lock")
def unlock():
    # What PAM does at a login: operation 1 on the daemon's control socket (gnome-keyring, daemon/control/gkd-control-codes.h)
    import socket, struct
    with socket.socket(socket.AF_UNIX) as control:
        control.connect(os.environ["XDG_RUNTIME_DIR"] + "/keyring/control")
        control.sendall(b"\\0" + struct.pack(">III", 16, 1, 4) + b"pass")
        assert struct.unpack(">II", control.recv(8)) == (8, 0)
def state(vault):
    found = vault.state()
    return [found.persistent, found.backend, found.reason, found.next_step]
def answer(**values):
    print("ANSWER" + json.dumps(values), flush=True)
"""


@pytest.fixture
def home(tmp_path):
    for name in ("home", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL", "VIRTUAL_ENV"}}
    return {
        **kept,
        "HOME": str(tmp_path / "home"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "XDG_DATA_HOME": str(tmp_path / "home" / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "home" / "config"),
        "PYTHONPATH": str(TESTS),
    }


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


def run(command, environment):
    """Run to the end, or end the whole group: a daemon that stays behind would be the test's own litter."""
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            output, errors = process.communicate(timeout=60)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    answers = [line.removeprefix("ANSWER") for line in output.splitlines() if line.startswith("ANSWER")]
    assert answers, errors
    return json.loads(answers[-1])


@pytest.fixture
def in_session(home, folder):
    """Run Python text in a new D-Bus session with a gnome-keyring; *password* None leaves it without a keyring of any kind."""

    def run_(text, *, password: str | None = "pass"):
        start = f"printf {password} | gnome-keyring-daemon --unlock --components=secrets >/dev/null" if password else ":"
        script = f'{start}; exec "$0" "$@"'
        python = [sys.executable, "-c", PRELUDE + text, str(folder)]
        return run(["dbus-run-session", "--", "sh", "-c", script, *python], home)

    return run_


pytestmark = pytest.mark.timeout(90)


@needs_secret_service
@pytest.mark.secret_service
def test_the_key_lives_in_gnome_keyring_and_survives_a_restart(in_session, folder, home):
    first = in_session("""
vault = opened()
vault.seal(ONE, MARKER)
import keyring
service = "TenantDock/" + (folder / "vault.id").read_text().strip()
answer(state=state(vault), found=keyring.get_password(service, "key") is not None, mine=vault.unseal(ONE) == MARKER)
""")
    assert first == {"state": [True, "Secret Service", "", ""], "found": True, "mine": True}
    assert sealed_files(folder) == [f"{ONE}.sealed"]
    assert MARKER not in everything_in(folder)
    # a new session with a new daemon: the key comes from its file on disk
    again = in_session("vault = opened(); answer(mine=vault.unseal(ONE) == MARKER, reports=len(vault.reports))")
    assert again == {"mine": True, "reports": 0}
    assert list(Path(home["XDG_DATA_HOME"]).rglob("*.keyring"))


@needs_secret_service
@pytest.mark.secret_service
def test_a_locked_keyring_is_told_at_once_and_an_unlock_is_noticed(in_session):
    found = in_session("""
opened().seal(ONE, MARKER)
warm, cold = opened(), opened()
warm.unseal(ONE)
lock()
locked = [told(lambda: cold.unseal(ONE)), told(lambda: cold.seal(TWO, b"x"))]
locked_state = state(cold)
still = warm.unseal(ONE) == MARKER
warm.seal(ONE, MARKER + b"2")
unlock()
answer(locked=locked, state=locked_state, warm=still, after=cold.unseal(ONE) == MARKER + b"2", then=state(cold))
""")
    for code, text, seconds in found["locked"]:
        assert code == "vault-locked"
        assert "Unlock your keyring" in text
        assert seconds < 20
    assert found["state"][0] is True
    assert "locked" in found["state"][2]
    assert found["warm"]  # the key is in memory: a lock in the middle does not stop a running TenantDock
    assert found["after"]
    assert found["then"] == [True, "Secret Service", "", ""]


@needs_secret_service
@pytest.mark.secret_service
def test_a_locked_keyring_at_first_start_makes_no_key_and_writes_nothing(in_session, folder):
    found = in_session("""
import keyring
keyring.set_password("other", "other", "makes the collection")
lock()
answer(seal=told(lambda: opened().seal(ONE, MARKER)))
""")
    assert found["seal"][0] == "vault-locked"
    assert not folder.exists()


@needs_secret_service
@pytest.mark.secret_service
def test_a_keyring_that_was_emptied_sets_the_files_aside(in_session, folder):
    found = in_session("""
opened().seal(ONE, MARKER)
import keyring
service = "TenantDock/" + (folder / "vault.id").read_text().strip()
keyring.delete_password(service, "key")
vault = opened()
first = told(lambda: vault.unseal(ONE))
vault.seal(TWO, b"new")
answer(first=first, then=vault.unseal(ONE) is None, new=opened().unseal(TWO) == b"new")
""")
    assert found["first"][0] == "storage"
    assert found["then"]
    assert found["new"]
    assert len(damaged_files(folder)) == 1


@needs_secret_service
@pytest.mark.secret_service
def test_two_processes_that_start_together_make_one_key(in_session, folder):
    found = in_session("""
child = '''
import sys
from pathlib import Path
from support.fakes import FakeClock
from tenantdock.vault import KeyringVault, OsKeyStore
vault = KeyringVault(Path(sys.argv[1]), OsKeyStore(), FakeClock())
sys.stdin.read()
vault.seal(sys.argv[2], sys.argv[2].encode())
'''
ids = [f"{number:032x}" for number in range(4)]
children = [subprocess.Popen([sys.executable, "-c", child, str(folder), each], stdin=subprocess.PIPE) for each in ids]
time.sleep(1)
for each in children:
    each.stdin.close()
codes = [each.wait() for each in children]
vault = opened()
answer(codes=codes, read=[vault.unseal(each) == each.encode() for each in ids])
""")
    assert found == {"codes": [0] * 4, "read": [True] * 4}
    assert not damaged_files(folder)


@needs_secret_service
@pytest.mark.secret_service
def test_a_session_without_any_keyring_runs_in_memory_and_says_how_to_get_one(home, folder):
    """A D-Bus session whose bus can start nothing: no Secret Service, no KWallet."""
    config = Path(home["HOME"]) / "bus.conf"
    config.write_text(
        '<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">'
        '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>'
    )
    text = "vault = opened(); vault.seal(ONE, MARKER); answer(state=state(vault), mine=vault.unseal(ONE) == MARKER)"
    command = ["dbus-run-session", f"--config-file={config}", "--", sys.executable, "-c", PRELUDE + text, str(folder)]
    found = run(command, home)
    persistent, _, reason, next_step = found["state"]
    assert not persistent
    assert "memory only" in reason
    assert "gnome-keyring" in next_step
    assert found["mine"]
    assert not folder.exists()


WEAK = {
    "null": "keyring.backends.null.Keyring",
    "fail": "keyring.backends.fail.Keyring",
    "plaintext": "support.vault.PlaintextKeyring",
    "chain with a bad member": "keyring.backends.chainer.ChainerBackend",
}


@pytest.mark.parametrize("weak", WEAK)
@pytest.mark.parametrize("how", ["environment", "file"])
def test_a_keyring_that_protects_nothing_is_refused_and_nothing_is_written(home, folder, weak, how):
    """As a person would set it, in a process of its own. The chain finds the plaintext double among the installed back ends."""
    if how == "environment":
        home["PYTHON_KEYRING_BACKEND"] = WEAK[weak]
    else:
        config = Path(home["XDG_CONFIG_HOME"]) / "python_keyring" / "keyringrc.cfg"
        config.parent.mkdir(parents=True)
        config.write_text(f"[backend]\ndefault-keyring={WEAK[weak]}\n")
    text = """
from support.vault import PlaintextKeyring
PlaintextKeyring.priority = 5
vault = opened()
vault.seal(ONE, MARKER)
rotated = vault.rotate(Cancel())
answer(state=state(vault), mine=vault.unseal(ONE) == MARKER, leaked=len(PlaintextKeyring.kept) + rotated)
"""
    found = run([sys.executable, "-c", PRELUDE + text, str(folder)], home)
    persistent, _, reason, next_step = found["state"]
    assert not persistent
    assert "memory only" in reason
    assert next_step
    assert (found["mine"], found["leaked"]) == (True, 0)
    assert not folder.exists()
    assert MARKER not in everything_in(Path(home["HOME"]))
