"""Real keyrings for tests, each in a D-Bus session and a home of its own: gnome-keyring by two back ends, and KWallet.

They are started as PAM does at a log-in, so that nobody is prompted: gnome-keyring by its --unlock, KWallet by a key on a pipe
(pam_kwallet5 and kwalletd5, both 5.27 and 5.103). The back ends of libsecret and KWallet need Debian's own Python packages.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parents[1]
DEBIAN = Path("/usr/lib/python3/dist-packages")

PRELUDE = """
import json, os, signal, subprocess, sys, time
from pathlib import Path
from support.fakes import FakeClock
from support.real_keyrings import inside
from support.vault import MARKER, ONE, TWO, damaged_files, everything_in, sealed_files
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyringVault, OsKeyStore
folder = Path(sys.argv[1])
daemon = inside(sys.argv[2])
def opened():
    return KeyringVault(folder, OsKeyStore(), FakeClock())
def told(work):
    start = time.monotonic()
    try:
        work()
    except TenantDockError as error:
        return [error.code, str(error), time.monotonic() - start]
    return ["worked", "", time.monotonic() - start]
def ids():
    return (folder / "vault.id").read_text().split()
def answer(**values):
    print("ANSWER" + json.dumps(values), flush=True)
"""


@dataclass(frozen=True)
class RealKeyring:
    """*backend* is the class of Python's keyring, *label* what the vault calls it, *start* a shell line that starts and unlocks it;
    *programs* are needed, and so are *modules* of Debian's Python; *install* has the packages.
    """

    key: str
    backend: str
    label: str
    start: str
    programs: tuple[str, ...]
    modules: tuple[str, ...]
    install: str

    def missing(self) -> str:
        """Why it cannot run here, or ""."""
        gone = [name for name in self.programs if shutil.which(name) is None]
        gone += [name for name in self.modules if not _imports(name)]
        return f"not here: {', '.join(gone)} (Debian: apt-get install {self.install})" if gone else ""


_GNOME = "printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
KEYRINGS = (
    RealKeyring(
        "gnome-keyring",
        "keyring.backends.SecretService.Keyring",
        "Secret Service",
        _GNOME,
        ("gnome-keyring-daemon", "dbus-run-session"),
        (),
        "gnome-keyring dbus",
    ),
    RealKeyring(
        "libsecret",
        "keyring.backends.libsecret.Keyring",
        "Secret Service",
        _GNOME,
        ("gnome-keyring-daemon", "dbus-run-session"),
        ("gi", "gi.repository.Secret"),
        "gnome-keyring dbus python3-gi gir1.2-secret-1",
    ),
    RealKeyring(
        "KWallet",
        "keyring.backends.kwallet.DBusKeyring",
        "KWallet",
        f"{sys.executable} -m support.real_keyrings",
        ("kwalletd5", "dbus-run-session"),
        ("dbus", "dbus.mainloop.glib"),
        "libkf5wallet-bin dbus python3-dbus",
    ),
)


def _imports(name: str) -> bool:
    """Whether this Python can import a module of Debian's: extension modules are for one version of Python."""
    text = f"import sys; sys.path.append({str(DEBIAN)!r}); import importlib; importlib.import_module({name!r})"
    if name == "gi.repository.Secret":
        text = text.replace("import importlib", "import gi; gi.require_version('Secret', '1'); import importlib")
    return subprocess.run([sys.executable, "-c", text], capture_output=True, check=False).returncode == 0


def home_in(folder: Path, keyring: RealKeyring) -> dict[str, str]:
    """The environment of a person who has nothing yet, below *folder*."""
    for name in ("home", "run", "debian"):
        (folder / name).mkdir(mode=0o700)
    for name in {module.partition(".")[0] for module in keyring.modules}:
        for path in (*DEBIAN.glob(name), *DEBIAN.glob(f"_{name}_*")):
            (folder / "debian" / path.name).symlink_to(path)  # only these: the rest of Debian's Python is not ours
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL", "VIRTUAL_ENV"}}
    return {
        **kept,
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_DATA_HOME": str(folder / "home" / "data"),
        "XDG_CONFIG_HOME": str(folder / "home" / "config"),
        "XDG_CACHE_HOME": str(folder / "home" / "cache"),
        "PYTHONPATH": f"{TESTS}{os.pathsep}{folder / 'debian'}",
        "PYTHON_KEYRING_BACKEND": keyring.backend,
        "QT_QPA_PLATFORM": "offscreen",
    }


def in_session(keyring: RealKeyring, environment: dict[str, str], vault: Path, text: str) -> dict[str, object]:
    """Run Python text (after :data:`PRELUDE`) in a new D-Bus session with the keyring; return what it answers."""
    script = f'{keyring.start}; exec "$0" "$@"'
    python = [sys.executable, "-c", PRELUDE + text, str(vault), keyring.key]
    # Into files: a daemon that D-Bus started would hold a pipe open
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", script, *python],
            env=environment,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        try:
            process.wait(80)
        finally:
            # The whole group: a daemon that stays behind would be the test's own litter
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        output.seek(0)
        errors.seek(0)
        told, trouble = output.read(), errors.read()
    answers = [line.removeprefix("ANSWER") for line in told.splitlines() if line.startswith("ANSWER")]
    assert answers, trouble
    found: dict[str, object] = json.loads(answers[-1])
    return found


# --- inside of the session


class SecretServiceDaemon:
    """gnome-keyring, as somebody else in the session sees it."""

    name = "org.freedesktop.secrets"

    def pid(self) -> int:
        from contextlib import closing  # noqa: PLC0415

        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        with closing(open_dbus_connection()) as connection:
            reply = connection.send_and_get_reply(new_method_call(bus, "GetConnectionUnixProcessID", "s", (self.name,)))
        return int(reply.body[0])

    def kill(self) -> None:
        pid = self.pid()
        os.kill(pid, signal.SIGKILL)
        while self._lives(pid):
            pass

    def lock(self) -> None:
        from contextlib import closing  # noqa: PLC0415

        import secretstorage  # noqa: PLC0415

        with closing(secretstorage.dbus_init()) as bus:
            secretstorage.get_default_collection(bus).lock()

    def unlock(self) -> None:
        """As PAM does at a log-in: operation 1 on the control socket (gnome-keyring, daemon/control/gkd-control-codes.h)."""
        import socket  # noqa: PLC0415
        import struct  # noqa: PLC0415

        with socket.socket(socket.AF_UNIX) as control:
            control.connect(os.environ["XDG_RUNTIME_DIR"] + "/keyring/control")
            control.sendall(b"\0" + struct.pack(">III", 16, 1, 4) + b"pass")
            assert struct.unpack(">II", control.recv(8)) == (8, 0)

    @staticmethod
    def _lives(pid: int) -> bool:
        try:
            with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123
                return stat.read().rpartition(")")[2].split()[0] != "Z"
        except OSError:
            return False


class KWalletDaemon(SecretServiceDaemon):
    """KWallet. A wallet that is closed is opened by a prompt, which nobody answers here, or by PAM's key."""

    name = "org.kde.kwalletd5"
    KEY = bytes(range(56))  # as long as pam_kwallet5's (PBKDF2_SHA512_KEYSIZE)

    def lock(self) -> None:
        self._wallet().closeAllWallets()

    def unlock(self) -> None:
        """As the next log-in does: with a new daemon, because the old one still has its prompt open."""
        self.kill()
        _start_kwallet()

    def _wallet(self):
        import dbus  # noqa: PLC0415

        # An own connection: that of the back end may belong to a daemon that was killed
        bus = dbus.SessionBus(private=True)
        return dbus.Interface(bus.get_object(self.name, "/modules/kwalletd5"), "org.kde.KWallet")


def inside(key: str) -> SecretServiceDaemon:
    return KWalletDaemon() if key == "KWallet" else SecretServiceDaemon()


def _start_kwallet() -> None:
    """What pam_kwallet5 does: start the daemon with a key on a pipe, and send it the session's environment by a socket."""
    import socket  # noqa: PLC0415
    import time  # noqa: PLC0415

    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415

    path = os.environ["XDG_RUNTIME_DIR"] + "/kwallet5.socket"
    reading, writing = os.pipe()
    Path(path).unlink(missing_ok=True)  # of an earlier session
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(1)
        subprocess.Popen(
            ["kwalletd5", "--pam-login", str(reading), str(listener.fileno())],
            pass_fds=(reading, listener.fileno()),
            env={**os.environ, "PAM_KWALLET5_LOGIN": path},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.write(writing, KWalletDaemon.KEY)
        with socket.socket(socket.AF_UNIX) as environment:
            environment.connect(path)
            environment.sendall("".join(f"{name}={value}\n" for name, value in os.environ.items()).encode())
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    connection = open_dbus_connection()
    wallet = DBusAddress("/modules/kwalletd5", KWalletDaemon.name, "org.kde.KWallet")
    for question in (
        new_method_call(bus, "NameHasOwner", "s", (KWalletDaemon.name,)),
        new_method_call(wallet, "isOpen", "s", ("kdewallet",)),
    ):
        while connection.send_and_get_reply(question).body[0] is not True:
            time.sleep(0.01)
    connection.close()


if __name__ == "__main__":
    _start_kwallet()
