"""The browsers TenantDock can start with a profile or a private window, and where each system keeps them."""

from __future__ import annotations

import enum
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final


class Engine(enum.Enum):
    """Which family of switches a browser takes."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser. *commands* are names on PATH (Linux), *windows* paths below the program folders, *application* the macOS bundle;
    *marks* are how the system's own setting names it (desktop file, ProgId, bundle id), in lower case, by prefix.
    """

    key: str
    label: str
    engine: Engine
    private: str
    commands: tuple[str, ...]
    windows: str
    application: str
    marks: tuple[str, ...]


# Switches: https://support.google.com/chrome/a/answer/6271282, https://learn.microsoft.com/deployedge/edge-learnmore-cmdline-options,
# https://wiki.mozilla.org/Firefox/CommandLineOptions, read in November 2026
BROWSERS: Final = (
    Browser(
        "edge",
        "Microsoft Edge",
        Engine.CHROMIUM,
        "--inprivate",
        ("microsoft-edge-stable", "microsoft-edge"),
        r"Microsoft\Edge\Application\msedge.exe",
        "Microsoft Edge",
        ("microsoft-edge", "msedge", "com.microsoft.edgemac"),
    ),
    Browser(
        "chrome",
        "Google Chrome",
        Engine.CHROMIUM,
        "--incognito",
        ("google-chrome-stable", "google-chrome"),
        r"Google\Chrome\Application\chrome.exe",
        "Google Chrome",
        ("google-chrome", "com.google.chrome", "chromehtml"),
    ),
    Browser(
        "chromium",
        "Chromium",
        Engine.CHROMIUM,
        "--incognito",
        ("chromium", "chromium-browser"),
        r"Chromium\Application\chrome.exe",
        "Chromium",
        ("chromium", "org.chromium"),
    ),
    Browser(
        "brave",
        "Brave",
        Engine.CHROMIUM,
        "--incognito",
        ("brave-browser", "brave"),
        r"BraveSoftware\Brave-Browser\Application\brave.exe",
        "Brave Browser",
        ("brave", "com.brave"),
    ),
    Browser(
        "firefox",
        "Firefox",
        Engine.FIREFOX,
        "--private-window",
        ("firefox", "firefox-esr"),
        r"Mozilla Firefox\firefox.exe",
        "Firefox",
        ("firefox", "org.mozilla.firefox"),
    ),
)
BY_KEY: Final = {browser.key: browser for browser in BROWSERS}


@dataclass(frozen=True, slots=True)
class Found:
    """A browser on this computer. *path* is its executable."""

    browser: Browser
    path: str


def find(browser: Browser, system: str, environment: Mapping[str, str]) -> Found | None:
    """Return where *browser* is installed on *system* (as ``sys.platform`` names it), or None."""
    if system == "win32":
        places = [Path(root, browser.windows) for name in _PROGRAM_FOLDERS if (root := environment.get(name))]
        executable = browser.windows.rpartition("\\")[2]
    elif system == "darwin":
        roots = (Path("/Applications"), Path(environment.get("HOME", "/"), "Applications"))
        places = [root / f"{browser.application}.app" / "Contents" / "MacOS" / browser.application for root in roots]
        executable = ""
    else:
        for command in browser.commands:
            path = shutil.which(command, path=environment.get("PATH"))
            if path:
                return Found(browser, path)
        return None
    for place in places:
        if place.is_file():
            return Found(browser, str(place))
    if executable:
        # Not shutil.which, which looks in the current folder first on Windows: what lies there is nobody's choice
        folders = [Path(folder.strip('"')) for folder in environment.get("PATH", "").split(os.pathsep)]
        for place in (folder / executable for folder in folders if folder.is_absolute()):
            if place.is_file():
                return Found(browser, str(place))
    return None


def at(path: str) -> Found | None:
    """Return the browser at an absolute path that the person gave, or None when there is no program. Its name says which it is."""
    program = Path(path)
    if not program.is_absolute() or not program.is_file() or not os.access(program, os.X_OK):
        return None
    name = program.name.casefold()
    for browser in BROWSERS:
        own = browser.windows.rpartition("\\")[2].casefold()
        if any(command in name for command in browser.commands) or name == own:
            return Found(browser, path)
    return Found(BY_KEY["firefox" if "firefox" in name else "chromium"], path)


_PROGRAM_FOLDERS: Final = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA", "ProgramW6432")
