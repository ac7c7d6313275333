"""The whole program on a real display with a real tray, keyring and message bus: locked by the screen, from the tray, by idleness;
unlocked again; a console brought to the front.
"""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.chromium import wait_for
from support.display import Display, display
from support.keyring_session import PROGRAMS as KEYRING
from support.keyring_session import keyring_session
from support.program import DOUBLE, Program, home, missing, run, running, saved, scripted_browser, with_path

__all__ = ["display"]

pytestmark = [
    pytest.mark.display,
    pytest.mark.secret_service,
    pytest.mark.timeout(240),
    pytest.mark.skipif(bool(missing("xterm", *KEYRING)), reason=missing("xterm", *KEYRING)),
]

CUSTOMER = "Northwind Traders"
MAIN = "^TenantDock.+practice cloud$"
LOCKED = "TenantDock is locked"


class Desk:
    """A person's desk with one customer saved."""

    def __init__(self, folder: Path, display: Display, environment: dict[str, str]) -> None:
        self.folder, self.display, self.environment = folder, display, environment
        self.data = folder / "data"
        saved(self.data)

    @contextlib.contextmanager
    def program(self) -> Iterator[Program]:
        """Start the desktop, with eyes."""
        arguments = ["--sandbox", "--data", str(self.data)]
        with running(self.folder / "logs", self.environment, arguments, watched=True) as program:
            try:
                wait_for("an answer", lambda: self.command("status").returncode == 0)
                program.sees("1 customer", "mainWindow")
                yield program
            except BaseException:
                self.display.screenshot(self.folder / "failed.png")
                raise

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run(self.environment, "--sandbox", "--data", str(self.data), *words)

    def told(self) -> dict[str, object]:
        return json.loads(self.command("status", "--json").stdout)

    def set_lock(self, **lock: object) -> None:
        (self.data / "settings.json").write_text(json.dumps({"format": 1, "lock": lock}), encoding="ascii")

    def lock_screen(self, on: str = "true") -> None:
        """Tell what a desktop tells when its screen saver begins."""
        signal = ["dbus-send", "--session", "--type=signal", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged"]
        subprocess.run([*signal, f"boolean:{on}"], env=self.environment, check=True)

    def icon(self) -> str:
        """The window of the tray icon, or ""."""
        tree = subprocess.run(["xwininfo", "-root", "-tree"], env=self.environment, capture_output=True, text=True, check=True)
        after = tree.stdout.partition('"tint2": ("tint2"')[2]
        return next((line.split()[0] for line in after.splitlines() if '("tenantdock" "' in line and "22x22" in line), "")


@pytest.fixture
def desk(display: Display, tmp_path: Path) -> Iterator[Desk]:
    environment = home(tmp_path, display.environment, BROWSER=str(scripted_browser(tmp_path / "browser")))
    environment = with_path(environment, tmp_path / "bin", {"pwsh": DOUBLE})
    with keyring_session(environment) as inside:
        yield Desk(tmp_path, display, inside)


def locked(desk: Desk, program: Program) -> None:
    """It is locked: on the screen, for the command line, and nothing of the customer is left to see."""
    program.sees(LOCKED, "mainWindow")
    assert CUSTOMER not in program.seen()
    assert desk.told() == {"version": desk.told()["version"], "practice": True, "locked": True, "sessions": []}
    refused = desk.command("connect", "northwind")
    assert refused.returncode == 1
    assert "TenantDock is locked." in refused.stderr
    assert CUSTOMER not in desk.command("list").stdout


def settled(program: Program) -> None:
    """The keeper listens a moment after the window is there."""
    time.sleep(2.0)
    assert program.running


def test_the_screens_lock_locks_and_a_click_unlocks_through_the_real_keyring(desk, display):
    with desk.program() as program:
        settled(program)
        desk.lock_screen("false")
        time.sleep(0.5)
        assert LOCKED not in program.seen()
        desk.lock_screen()
        locked(desk, program)
        display.screenshot(desk.folder / "locked.png")
        program.click("unlock")
        program.sees("1 customer", "mainWindow")
        assert desk.told()["locked"] is False
        assert CUSTOMER in desk.command("list").stdout
        assert "Traceback" not in program.err


def test_an_open_console_is_spared_by_default_and_locked_by_the_person(desk, display):
    with desk.program() as program:
        settled(program)
        assert desk.command("connect", "northwind").returncode == 0
        xterm = display.wait_for_window(f"{CUSTOMER} \u00b7 ")
        wait_for("the proof", lambda: [each["proven"] for each in desk.told()["sessions"]] == [True])
        desk.lock_screen()
        time.sleep(1.0)
        assert desk.told()["locked"] is False
        # The tray shows that a console is open; its menu locks by its letter
        icon = wait_for("the icon in the tray", desk.icon)
        display.screenshot(desk.folder / "open.png")
        display.xdotool("mousemove", "--window", icon, "11", "11", "click", "3")
        time.sleep(1.0)
        display.screenshot(desk.folder / "menu.png")
        display.xdotool("key", "l")
        locked(desk, program)
        assert "1 console is open" in program.seen("mainWindow")
        display.screenshot(desk.folder / "locked.png")
        before, after = (crop(desk.folder / name, display, icon) for name in ("open.png", "locked.png"))
        assert before != after
        for picture in (before, after):
            assert len({picture[at : at + 3] for at in range(0, len(picture), 3)}) > 10  # something is painted there
        # Its menu opens while locked too
        display.xdotool("mousemove", "--window", icon, "11", "11", "click", "3")
        wait_for("the tray's menu", lambda: "trayMenu" in json.loads((program._eyes / "seen.json").read_text()))
        display.screenshot(desk.folder / "locked-menu.png")
        display.xdotool("key", "Escape")
        # Enter on the lock's page unlocks
        window = display.wait_for_window(MAIN)
        display.xdotool("windowactivate", "--sync", window, "key", "Return")
        program.sees("1 customer", "mainWindow")
        # The window of consoles; its button brings the terminal to the front
        display.xdotool("windowactivate", "--sync", window, "key", "ctrl+o")
        program.sees("1 console open", "sessionWindow")
        sessions = display.wait_for_window("^Open consoles$")
        display.xdotool("windowactivate", "--sync", sessions)
        program.click("sessionFocus")
        wait_for("the terminal in front", lambda: CUSTOMER in display.xdotool("getactivewindow", "getwindowname"))
        assert int(display.xdotool("getactivewindow")) == int(xterm)
        display.screenshot(desk.folder / "focused.png")
        # New tokens at a wish; and ended: the console says so
        program.click("sessionRenew")
        program.sees("new tokens as", "sessionWindow")
        program.click("sessionEnd")
        wait_for("the end of the session", lambda: desk.told()["sessions"] == [])
        program.sees("No console is open", "sessionWindow")
        display.close_window(xterm)
        assert "Traceback" not in program.err


def crop(picture: Path, display: Display, window: str) -> bytes:
    """What is painted where a window is."""
    told = subprocess.run(["xwininfo", "-id", window], env=display.environment, capture_output=True, text=True, check=True).stdout
    x, y = re.findall(r"Absolute upper-left [XY]:\s+(\d+)", told)
    width, height = re.findall(r"(?:Width|Height): (\d+)", told)
    command = ["convert", str(picture), "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8", "rgb:-"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def test_it_locks_when_nobody_has_touched_the_computer(desk, display):
    desk.set_lock(idle_minutes=1)
    with desk.program() as program:
        display.xdotool("mousemove", "300", "300")
        display.xdotool("mousemove", "301", "301")
        time.sleep(20.0)
        display.xdotool("mousemove", "310", "310")  # somebody is there: the time begins anew
        time.sleep(45.0)
        assert LOCKED not in program.seen()
        program.sees(LOCKED, "mainWindow", 60)
        locked(desk, program)
