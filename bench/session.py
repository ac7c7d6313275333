"""A desktop session of the bench's own: display, window manager, tray host, D-Bus, keyring, home."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from figures import CannotRun
from support.display import PROGRAMS, running_display

_START_SECONDS = 30


@dataclass(frozen=True)
class Session:
    """Where programs under measurement run. *home* is thrown away afterwards."""

    environment: dict[str, str]
    home: Path


@contextmanager
def session() -> Iterator[Session]:
    """Start a session, and end all of it afterwards. Raises :class:`CannotRun` where there can be none."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        raise CannotRun(f"not installed: {', '.join(missing)}")
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tenantdock-bench-")))
        display = stack.enter_context(running_display())
        environment = {name: value for name, value in display.environment.items() if not name.startswith(("XDG_", "DBUS_"))}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            environment[name] = str(folder)
        # Byte code is written once and used by every later start, as on a person's machine
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment |= {"HOME": str(home), "XDG_SESSION_TYPE": "x11"}
        _start_bus(environment, stack)
        yield Session(environment, home)


def _start_bus(environment: dict[str, str], stack: ExitStack) -> None:
    """A bus and a keyring, as on a person's desktop, where they are installed; both programs under measurement get the same."""
    if shutil.which("dbus-daemon") is None or shutil.which("gnome-keyring-daemon") is None:
        environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
        return
    quiet = {"stderr": subprocess.DEVNULL, "env": environment}
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True, **quiet)
    stack.callback(end, bus)
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    keyring = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        **quiet,
    )
    stack.callback(end, keyring)
    keyring.stdin.write(b"bench")
    keyring.stdin.close()
    time.sleep(0.5)  # it says nothing when it is ready


def end(process: subprocess.Popen) -> None:
    """End a process that was started here, with what it started."""
    children: list[psutil.Process] = []
    with suppress(psutil.Error):
        children = psutil.Process(process.pid).children(recursive=True)
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for child in children:
        with suppress(psutil.Error):
            child.kill()


def wait_for_file(path: Path, process: subprocess.Popen) -> str:
    """Return the first line of *path* once it is there. Raises :class:`CannotRun` when the process ends or takes too long."""
    give_up = time.monotonic() + _START_SECONDS
    while time.monotonic() < give_up:
        with suppress(FileNotFoundError):
            text = path.read_text(encoding="ascii")
            if text.endswith("\n"):
                return text.splitlines()[0]
        if process.poll() is not None:
            raise CannotRun(f"{Path(process.args[0]).name} ended with {process.returncode} before it was ready")
        time.sleep(0.002)
    raise CannotRun(f"nothing was ready after {_START_SECONDS} s")


class NewWindows:
    """Tells when the window manager takes a new window, without polling (EWMH ``_NET_CLIENT_LIST``, followed by ``xprop -spy``)."""

    def __init__(self, environment: dict[str, str]) -> None:
        command = ["xprop", "-root", "-spy", "_NET_CLIENT_LIST"]
        self._spy = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._known = self._ids()

    def wait(self) -> int:
        """Return the monotonic time, in ns, at which the next new window was taken."""
        while True:
            ids = self._ids()
            if ids - self._known:
                return time.monotonic_ns()
            self._known = ids

    def _ids(self) -> set[str]:
        line = self._spy.stdout.readline().decode("ascii", "replace")
        if not line:
            raise CannotRun("the display went away")
        return set(line.partition("#")[2].replace(",", " ").split())

    def close(self) -> None:
        """Stop following."""
        end(self._spy)


def quiet_process(command: list[str], environment: dict[str, str]) -> subprocess.Popen:
    """Start a program under measurement, its output to nowhere."""
    return subprocess.Popen(
        command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
