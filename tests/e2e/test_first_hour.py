"""A new user's first hour with the whole program: real windows, tray, browser and terminal, by keyboard and mouse only.

What stands in for PowerShell is tests/doubles/pwsh, which is none and says so.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from support.chromium import Chromium, wait_for
from support.display import Display
from support.keyring_session import PROGRAMS as KEYRING
from support.keyring_session import keyring_session
from support.program import DOUBLE, Program, gone, home, missing, run, running, with_path
from support.vault import sealed_files

pytestmark = [
    pytest.mark.display,
    pytest.mark.chromium,
    pytest.mark.secret_service,
    pytest.mark.timeout(240),
    pytest.mark.skipif(bool(missing("xterm", *KEYRING)), reason=missing("xterm", *KEYRING)),
]

ADMIN = "admin@northwind.example"
CUSTOMER = "Northwind Traders"
MAIN = "^TenantDock.+practice cloud$"
"""The main window's title, as xdotool looks for it. The page that the browser ends on has the program's name too."""
PRINT = "ctrl+F12"


@dataclass
class Hour:
    """The person's desk: a display, an environment, a data folder, and what was on the screen when."""

    folder: Path
    display: Display
    chromium: Chromium
    environment: dict[str, str]
    data: Path = field(init=False)

    def __post_init__(self) -> None:
        self.data = self.folder / "data"

    @contextlib.contextmanager
    def program(self) -> Iterator[Program]:
        """Start the desktop; when something goes wrong, keep a picture of it."""
        with running(self.folder / "logs", self.environment, ["--sandbox", "--data", str(self.data)]) as program:
            try:
                # The endpoint opens a moment after the window
                wait_for("an answer", lambda: self.command("status").returncode == 0)
                yield program
            except BaseException:
                self.picture("failed")
                raise

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Give a command in another terminal, as a person would."""
        return run(self.environment, "--sandbox", "--data", str(self.data), *words)

    def sessions(self) -> list[dict[str, object]]:
        """The sessions that the program tells about."""
        return json.loads(self.command("status", "--json").stdout)["sessions"]

    def keys(self, window: str, *keys: str) -> None:
        """Press keys in a window."""
        self.display.xdotool("windowactivate", "--sync", window)
        self.display.xdotool("key", "--clearmodifiers", *keys)

    def type(self, window: str, text: str) -> None:
        """Type into a window."""
        self.display.xdotool("windowactivate", "--sync", window)
        self.display.xdotool("type", "--delay", "5", text)

    def click(self, window: str, button: int) -> None:
        """Click into the middle of a small window."""
        self.display.xdotool("mousemove", "--window", window, "11", "11")
        self.display.xdotool("click", str(button))

    def picture(self, name: str) -> None:
        """Keep what is on the screen."""
        self.display.screenshot(self.folder / f"{name}.png")

    def printed(self, window: str) -> str:
        """What a terminal shows: it is told by a key to print its screen to a file."""
        paper = self.folder / "printed"
        paper.unlink(missing_ok=True)
        self.keys(window, PRINT)
        wait_for("the print of the terminal", lambda: paper.exists() and paper.stat().st_size > 0, 10)
        time.sleep(0.1)
        return paper.read_text(encoding="utf-8", errors="replace")

    def says(self, window: str, what: str, seconds: float = 20) -> str:
        """Wait until a terminal shows *what*, and return all that it shows."""
        end = time.monotonic() + seconds
        while what not in (text := self.printed(window)):
            assert time.monotonic() < end, f"the terminal does not say {what!r}: {text.strip()}"
        return text


@pytest.fixture(scope="module")
def hour(display: Display, chromium: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hour]:
    folder = tmp_path_factory.mktemp("hour")
    resources = folder / "xterm-resources"
    resources.write_text(
        f"XTerm*printerCommand: cat > {folder}/printed\nXTerm*printAttributes: 0\nXTerm*printerAutoClose: true\n"
        "XTerm*VT100.translations: #override Ctrl<Key>F12: print-everything()\n",
        encoding="ascii",
    )
    environment = home(folder, display.environment, BROWSER=str(chromium.executable), XENVIRONMENT=str(resources))
    environment = with_path(environment, folder / "bin", {"pwsh": DOUBLE})
    with keyring_session(environment) as inside:
        yield Hour(folder, display, chromium, inside)


def tray_icon(display: Display) -> str:
    """The id of the program's window inside the tray host's panel, or ""."""
    tree = subprocess.run(
        ["xwininfo", "-root", "-tree"], env=display.environment, capture_output=True, text=True, check=True
    ).stdout
    lines = tree.splitlines()
    panel = next((at for at, line in enumerate(lines) if '"tint2": ("tint2"' in line), len(lines))
    depth = _indent(lines[panel]) if panel < len(lines) else 0
    for line in lines[panel + 1 :]:
        if _indent(line) <= depth:
            break
        if "tenantdock" in line:
            return line.split()[0]
    return ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def colours(picture: Path, area: str) -> int:
    """How many colours a part of a picture has: 1 means that nothing was painted there."""
    command = ["convert", str(picture), "-crop", area, "-format", "%k", "info:"]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def add_by_typing(hour: Hour, window: str, username: str) -> None:
    """Ctrl+N, the user name, Enter once the tenant was found."""
    hour.keys(window, "ctrl+n")
    dialog = hour.display.wait_for_window("Add a customer")
    hour.type(dialog, username)
    before = len(rows(hour))
    # Enter does nothing until the tenant is found; a person presses it again
    wait_for("the new customer", lambda: len(rows(hour)) > before or _press(hour, dialog))
    wait_for("the end of the window", lambda: not hour.display.windows("Add a customer"))


def _press(hour: Hour, window: str) -> None:
    if hour.display.windows("Add a customer"):
        hour.keys(window, "Return")
        time.sleep(0.3)


def rows(hour: Hour) -> list[dict[str, object]]:
    return json.loads(hour.command("list", "--json").stdout)["connections"]


SECRETS = """
import json, re, sys
from pathlib import Path
import keyring
from tenantdock.clock import SystemClock
from tenantdock.vault import KeyringVault, OsKeyStore
folder = Path(sys.argv[1])
service = "TenantDock/" + (folder / "vault.id").read_text().strip()
vault = KeyringVault(folder, OsKeyStore(), SystemClock())
plain = [vault.unseal(path.stem).decode() for path in (folder / "sealed").iterdir()]
print(json.dumps({"key": keyring.get_password(service, "key"), "plain": plain}))
"""
JWT = re.compile(rb"eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}")
OPAQUE = re.compile(rb"(?<![A-Za-z0-9_.-])1\.[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])")
"""The shape of the practice cloud's refresh tokens and codes."""


def real_secrets(hour: Hour, xterm: str) -> list[bytes]:
    """The vault's key, the refresh token and an access token, as they really are: what to hunt for."""
    command = [sys.executable, "-c", SECRETS, str(hour.data / "vault")]
    found = json.loads(subprocess.run(command, env=hour.environment, capture_output=True, text=True, check=True).stdout)
    key = found["key"].encode()
    refresh = OPAQUE.findall(found["plain"][0].encode())
    assert refresh, "the sealed file holds no refresh token, or it has another shape now"
    hour.type(xterm, "token graph -AsPlainText\n")
    shown = wait_for("the token", lambda: JWT.search(_joined(hour.printed(xterm))))
    (hour.folder / "printed").unlink()
    hour.type(xterm, "\n" * 40)  # what was asked for goes off the screen
    raw = base64.urlsafe_b64decode(key + b"=" * (-len(key) % 4))
    return [key, raw, *refresh, shown.group()[:200]]


def _joined(text: str) -> bytes:
    return text.replace("\n", "").encode()


def hunt(hour: Hour, program: Program, secrets: list[bytes]) -> list[str]:
    """Every place where a secret was found: command lines, environments, files, output."""
    places: dict[str, bytes] = {}
    for process in program.tree():
        for name in ("cmdline", "environ"):
            with contextlib.suppress(OSError):
                places[f"{name} of {process.pid}"] = Path(f"/proc/{process.pid}/{name}").read_bytes()
    assert len(places) >= 8, places.keys()  # the program, the practice cloud, the terminal and the shell
    files = [path for path in hour.folder.rglob("*") if path.is_file() and not path.is_symlink()]
    # The cloud's own state is the provider's side
    places |= {str(path): path.read_bytes() for path in files if "practice-cloud" not in path.parts}
    assert any(path.suffix == ".sealed" for path in files)
    return [
        place
        for place, content in places.items()
        if JWT.search(content) or OPAQUE.search(content) or any(secret in content for secret in secrets)
    ]


def assert_nothing_leaks(hour: Hour, program: Program, secrets: list[bytes]) -> None:
    assert hunt(hour, program, secrets) == []
    for secret in secrets:
        planted = hour.data / "planted"
        planted.write_bytes(b"x" + secret + b"x")
        assert hunt(hour, program, secrets) == [str(planted)]  # the hunt can find
        planted.unlink()


def spent_ticket(program: Program) -> tuple[str, str]:
    """The endpoint and the ticket in the terminal's command line."""
    line = next(line for process in program.tree() if "-EncodedCommand" in (line := process.cmdline()))
    text = base64.b64decode(line[-1]).decode("utf-16-le")
    name, ticket = re.findall(r"'([^']*)'", text)[:2]
    return name, ticket


def redeem(name: str, ticket: str) -> dict[str, object]:
    """Try to open a session with a ticket, and return the agent's answer."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(10)
        connection.connect(name)
        params = {"protocol": 1, "ticket": ticket, "pid": os.getpid()}
        connection.sendall(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "session.open", "params": params}).encode() + b"\n")
        return json.loads(connection.makefile("rb").readline())


def nothing_is_left(hour: Hour, program: Program, processes: list[psutil.Process]) -> None:
    """After the end: no process, no socket, no complaint."""
    assert not [each.cmdline() for each in gone(processes)]
    assert not list(hour.data.rglob("socket"))
    assert not hour.display.windows(MAIN)
    assert not tray_icon(hour.display)
    assert "Traceback" not in program.err
    assert "Warning" not in program.err, program.err


def test_the_first_hour(hour, display, chromium):
    with hour.program() as program:
        # It starts: a window and an icon that is really in the tray
        window = display.wait_for_window(MAIN)
        icon = wait_for("the icon in the tray", lambda: tray_icon(display))
        time.sleep(0.3)
        hour.picture("1-start")
        place = re.findall(r"Absolute upper-left [XY]:\s+(\d+)|(?:Width|Height): (\d+)", _xwininfo(hour, icon))
        x, y, width, height = (left or right for left, right in place)
        assert colours(hour.folder / "1-start.png", f"{width}x{height}+{x}+{y}") > 10

        # A customer is added by typing the user name
        add_by_typing(hour, window, ADMIN)
        (row,) = rows(hour)
        assert (row["name"], row["domain"], row["username"]) == (CUSTOMER, "northwind.example", ADMIN)
        hour.picture("2-added")

        # Enter connects; the browser opens and a person signs in
        hour.keys(window, "Return")
        person = chromium.person()
        hour.picture("3-browser")
        person.password()
        assert person.back() == "Back to TenantDock"

        # A terminal comes up that says customer and account, and proves it by Graph's own answer
        xterm = display.wait_for_window(f"{CUSTOMER} \u00b7 {ADMIN}")
        proof = f"Graph: {ADMIN} in {CUSTOMER} ({row['tenantId']})"
        hour.says(xterm, "DOUBLE>")
        assert f"Proven.{proof}" in _flat(hour.printed(xterm)).replace("Proven. ", "Proven.")
        (session,) = hour.sessions()
        assert (session["state"], session["proven"], session["proof"]) == ("open", True, proof)
        hour.picture("4-console")

        # What one does there
        hour.type(xterm, "me\n")
        hour.says(xterm, f"\n{ADMIN}")
        hour.type(xterm, "token graph\n")
        assert not JWT.search(_joined(hour.says(xterm, "SecureString")))
        hour.type(xterm, "token exchange\n")
        hour.says(xterm, "not connected to Exchange")

        # No secret is anywhere it could be read; the ticket is, and is spent
        assert len(sealed_files(hour.data / "vault")) == 1
        assert_nothing_leaks(hour, program, real_secrets(hour, xterm))
        name, ticket = spent_ticket(program)
        answer = redeem(name, ticket)
        assert answer["error"]["code"] == -32001, answer

        # A second start shows the first; the command line talks to it
        assert hour.command().returncode == 0
        assert "is running on the practice cloud" in hour.command("status").stdout
        assert proof in hour.command("status").stdout
        assert CUSTOMER in hour.command("list").stdout

        # Closing the terminal ends the session
        display.close_window(xterm)
        wait_for("the end of the session", lambda: hour.sessions() == [])
        hour.picture("5-closed")

        # Quitting leaves nothing behind
        processes = program.tree()
        hour.keys(window, "ctrl+q")
        assert program.wait() == 0
        nothing_is_left(hour, program, processes)
    assert hour.command("status").returncode == 3


def _xwininfo(hour: Hour, window: str) -> str:
    command = ["xwininfo", "-id", window]
    return subprocess.run(command, env=hour.environment, capture_output=True, text=True, check=True).stdout


def _flat(text: str) -> str:
    return text.replace("\n", "")


def test_the_next_morning_is_silent(hour, display, chromium):
    """After a restart the sealed sign-in works without a browser; ``connect`` and ``quit`` come from the command line."""
    starts = len(chromium.starts())
    with hour.program() as program:
        display.wait_for_window(MAIN)
        told = hour.command("connect", "northwind")
        assert (told.returncode, told.stdout.strip()) == (0, f"Connecting to {CUSTOMER} as {ADMIN}.")
        xterm = display.wait_for_window(f"{CUSTOMER} \u00b7 {ADMIN}")
        hour.says(xterm, "Proven.")
        time.sleep(1)  # the terminal is watched for an early end for 0.7 s; until then the connecting is not over
        assert len(chromium.starts()) == starts
        processes = program.tree()
        assert hour.command("quit").returncode == 0
        assert program.wait() == 0
        # The window is the person's and stays, told and without tokens
        hour.says(xterm, "TenantDock was closed.")
        hour.type(xterm, "me\n")
        display.close_window(xterm)
        nothing_is_left(hour, program, processes)


def test_the_tray_is_where_it_lives(hour, display):
    with hour.program() as program:
        window = display.wait_for_window(MAIN)
        icon = wait_for("the icon in the tray", lambda: tray_icon(display))
        display.close_window(window)
        wait_for("the window to hide", lambda: not display.windows(MAIN))
        assert program.running
        hour.click(icon, 1)
        display.wait_for_window(MAIN)
        display.close_window(display.wait_for_window(MAIN))
        wait_for("the window to hide", lambda: not display.windows(MAIN))
        # A second start brings it back, and so does the command
        for words in ((), ("show",)):
            assert hour.command(*words).returncode == 0
            display.close_window(display.wait_for_window(MAIN))
            wait_for("the window to hide", lambda: not display.windows(MAIN))
        processes = program.tree()
        end = time.monotonic() + 30
        while program.running:
            # The menu says to nobody outside when it is there: on a busy machine the keys may come before it
            hour.click(icon, 3)
            time.sleep(0.7)
            hour.picture("6-menu")
            display.xdotool("key", "Up")  # from below, the last entry: Quit
            display.xdotool("key", "Return")
            with contextlib.suppress(AssertionError):
                wait_for("the end", lambda: not program.running, 5)
            assert time.monotonic() < end, "Quit in the tray's menu does not quit"
        assert program.wait() == 0
        nothing_is_left(hour, program, processes)
