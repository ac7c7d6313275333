"""Real message buses: the screen's lock as desktops and logind tell it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.chromium import wait_for
from support.fake_bus import SESSION

pytestmark = [pytest.mark.secret_service, pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")]
TESTS = str(Path(__file__).parents[1])

WATCHER = """
import sys, time
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from tenantdock.desktop.screen_lock import BusWatch
application = QCoreApplication([])
parent = QObject()
watch = BusWatch(parent, lambda: print("locked", flush=True))
print("hears", watch.begin(), flush=True)
application.exec()
"""


@contextlib.contextmanager
def bus():
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextlib.contextmanager
def double(kind, address, folder):
    folder.mkdir()
    environment = {**os.environ, "FAKE_BUS_ADDRESS": address, "PYTHONPATH": TESTS}
    with subprocess.Popen([sys.executable, "-m", "support.fake_bus", kind, str(folder)], env=environment) as process:
        try:
            wait_for("the double", (folder / "ready").exists)
            yield folder
        finally:
            process.kill()


class Child:
    """A program whose lines are awaited."""

    def __init__(self, text: str, **environment: str) -> None:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(("DBUS_", "XDG_SESSION"))}
        self.process = subprocess.Popen(
            [sys.executable, "-c", text], env={**inherited, **environment}, stdout=subprocess.PIPE, text=True
        )

    def line(self) -> str:
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


def emit(folder, path, interface, member, *arguments):
    (folder / "new").write_text(json.dumps([path, interface, member, arguments]))
    (folder / "new").replace(folder / "emit")
    wait_for("the signal", lambda: not (folder / "emit").exists())


def test_every_desktops_and_loginds_lock_is_heard(tmp_path):
    with bus() as session, bus() as system, double("logind", system, tmp_path / "logind") as logind:
        child = Child(WATCHER, DBUS_SESSION_BUS_ADDRESS=session, DBUS_SYSTEM_BUS_ADDRESS=system)
        try:
            assert child.line() == "hears 7"
            assert json.loads((logind / "calls").read_text()) == ["GetSession", "s", ["auto"]]
            for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"):
                name = f"org.{desktop}.ScreenSaver"
                for on in ("false", "true"):  # only the second one locks
                    command = ["dbus-send", f"--bus={session}", "--type=signal", "/ScreenSaver", f"{name}.ActiveChanged"]
                    subprocess.run([*command, f"boolean:{on}"], check=True)
                assert child.line() == "locked"
            emit(logind, "/org/freedesktop/login1/session/_1", "org.freedesktop.login1.Session", "Lock")  # somebody else's
            emit(logind, SESSION, "org.freedesktop.login1.Session", "Lock")
            assert child.line() == "locked"
            emit(logind, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", False)
            emit(logind, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True)
            assert child.line() == "locked"
            time.sleep(0.3)
            child.process.kill()
            assert child.process.stdout.read() == ""  # nothing was heard twice, and nothing of others
        finally:
            child.close()


def test_without_buses_nothing_is_heard_and_nothing_breaks(tmp_path):
    nowhere = f"unix:path={tmp_path}/none"
    child = Child(WATCHER, DBUS_SESSION_BUS_ADDRESS=nowhere, DBUS_SYSTEM_BUS_ADDRESS=nowhere)
    try:
        assert child.line() == "hears 0"
    finally:
        child.close()
