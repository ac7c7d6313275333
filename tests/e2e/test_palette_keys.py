"""The palette on a real X server: the whole program, another program in front, and keys that nobody but the server handles."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator

import pytest

from support.chromium import wait_for
from support.directory import a_connection
from support.program import home, run, running
from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]

TITLE = "find a customer"
_BLOCKER = """
import sys
from PySide6.QtWidgets import QApplication
from tenantdock.desktop.hotkeys import DEFAULT, combination
from tenantdock.desktop.hotkeys.x11 import Grab
application = QApplication(sys.argv)
grab = Grab(combination(DEFAULT))
print("grabbed", flush=True)
sys.stdin.read()
grab.close()
"""


@pytest.fixture
def desk(display, tmp_path):
    """A data folder with two customers, and the program's environment on the display."""
    directory = SqliteDirectory(tmp_path / "data" / "directory.sqlite3", SystemClock())
    for name in ("Northwind Traders", "Contoso"):
        directory.add(a_connection(name, username=f"admin@{name.split()[0].lower()}.example"))
    directory.close()
    return tmp_path, {**home(tmp_path), **display.environment, "HOME": str(tmp_path)}


@contextlib.contextmanager
def started(desk) -> Iterator[object]:
    folder, environment = desk
    with running(folder / "logs", environment, ["--data", str(folder / "data")]) as program:
        yield program


def press_until(display, keys: str) -> None:
    """Press *keys* until the palette is in front: they are grabbed a moment after the first window."""
    for _ in range(10):
        display.xdotool("key", keys)
        with contextlib.suppress(AssertionError):
            palette = display.wait_for_window(TITLE, 5)
            wait_for("the palette in front", lambda palette=palette: display.xdotool("getactivewindow").strip() == palette)
            # Each time anew: window managers forget it when a window goes
            told = subprocess.run(
                ["xprop", "-id", palette, "_NET_WM_STATE"], env=display.environment, capture_output=True, check=True
            )
            assert b"_NET_WM_STATE_SKIP_TASKBAR" in told.stdout, "the palette is an entry of the taskbar"
            return
    raise AssertionError(f"{keys} opened no palette")


def test_the_keys_work_from_another_program_and_letters_go_to_the_palette(display, desk):
    with started(desk):
        display.wait_for_window("TenantDock", 40)
        other = subprocess.Popen(["xmessage", "-title", "another program", "hello"], env=display.environment)
        try:
            front = display.wait_for_window("another program")
            display.xdotool("windowactivate", "--sync", front)
            press_until(display, "ctrl+alt+space")
            display.xdotool("key", "Escape")
            wait_for("the palette to go", lambda: not display.windows(TITLE))
            # Num Lock is a modifier to the server
            display.xdotool("key", "Num_Lock")
            press_until(display, "ctrl+alt+space")
            display.xdotool("key", "ctrl+alt+space")
            wait_for("the palette to go", lambda: not display.windows(TITLE))
        finally:
            display.xdotool("key", "Num_Lock")
            other.terminate()
            other.wait(10)


def test_the_command_line_opens_it(display, desk):
    folder, environment = desk
    with started(desk):
        display.wait_for_window("TenantDock", 40)
        # Until it is heard, and not again: asked a second time while it comes, the palette would go
        ask = ("--data", str(folder / "data"), "show", "--palette")
        wait_for("the program's ear", lambda: run(environment, *ask).returncode == 0, 40)
        display.wait_for_window(TITLE, 40)


def test_keys_that_another_program_has_are_told_and_stop_nothing(display, desk):
    _folder, environment = desk
    other = subprocess.Popen(
        [sys.executable, "-c", _BLOCKER], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdin is not None
    try:
        assert other.stdout.readline() == "grabbed\n"
        second = subprocess.run(
            [sys.executable, "-c", _BLOCKER], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert "belongs to another program already" in second.stderr
        with started(desk):
            window = display.wait_for_window("TenantDock", 40)
            display.xdotool("windowactivate", "--sync", window)
            press_until(display, "ctrl+k")
    finally:
        other.stdin.close()
        other.wait(10)
        other.stdout.close()
