"""A real X display for tests: Xvfb with a window manager and a tray host."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAMS = ("Xvfb", "openbox", "tint2", "xdotool", "import", "xprop")


@dataclass(frozen=True)
class Display:
    """A running X display. *environment* has what a program needs to open windows on it and nothing of Qt's offscreen platform."""

    name: str
    environment: dict[str, str]

    def windows(self, name: str) -> list[str]:
        """Return the ids of the visible windows whose title contains *name*."""
        command = ["xdotool", "search", "--onlyvisible", "--name", name]
        found = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return found.stdout.split()

    def wait_for_window(self, name: str, seconds: float = 20) -> str:
        """Return the id of the first visible window whose title contains *name*; fail after *seconds*."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := self.windows(name):
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no window called {name!r} within {seconds} s")

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this display and return what it prints."""
        return subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=True).stdout

    def close_window(self, window: str) -> None:
        """Close a window as a click on its cross does: the window manager asks its program to (EWMH ``_NET_CLOSE_WINDOW``)."""
        self.xdotool("windowactivate", "--sync", window)
        self.xdotool("key", "--clearmodifiers", "alt+F4")

    def screenshot(self, to: Path) -> None:
        """Save a picture of the whole screen."""
        subprocess.run(["import", "-window", "root", str(to)], env=self.environment, check=True)


@contextmanager
def running_display(size: str = "1280x900", *, tray: bool = True) -> Iterator[Display]:
    """Start a display, its window manager and, with *tray*, its tray host; end them afterwards."""
    read_end, write_end = os.pipe()
    with ExitStack() as stack:
        server = subprocess.Popen(
            # It stays as it is when its last client goes: else it would begin anew when one that only looks ends before the window
            # manager is there, and throw that out
            ["Xvfb", "-displayfd", str(write_end), "-noreset", "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            pass_fds=(write_end,),
            stderr=subprocess.DEVNULL,
        )
        stack.callback(_end, server)
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            name = f":{numbers.readline().strip()}"
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
        environment |= {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "x11"}
        display = Display(name, environment)
        for program, is_there in (("openbox", _is_managed), ("tint2", _has_tray))[: 1 + tray]:
            # One after the other: a tray host that is there before the window manager begins anew
            process = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            stack.callback(_end, process)
            _wait_until(is_there, display, program)
        yield display


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """A display of the test run's own; skips, naming what is missing, where there can be none."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    with running_display() as running:
        yield running


def _wait_until(is_there: Callable[[Display], bool], display: Display, program: str) -> None:
    end = time.monotonic() + 15
    while not is_there(display):
        if time.monotonic() > end:
            raise AssertionError(f"{program} did not start within 15 s")
        time.sleep(0.05)


def _is_managed(display: Display) -> bool:
    """Window managers announce themselves so (Extended Window Manager Hints 1.5)."""
    command = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
    answer = subprocess.run(command, env=display.environment, capture_output=True, text=True, check=False)
    return "window id" in answer.stdout


def _has_tray(display: Display) -> bool:
    """tint2 maps its panel when it takes icons."""
    return bool(display.windows("tint2"))


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
