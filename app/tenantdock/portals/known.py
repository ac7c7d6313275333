"""The browsers TenantDock can start with a profile or a private window, and where each system keeps them."""

from __future__ import annotations

import enum
import os
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final


class Engine(enum.Enum):
    """Which family of switches a browser takes."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"
    SAFARI = "safari"
    """Takes none: no private window, no profile."""


class Packaging(enum.Enum):
    """How a browser was installed (Linux): one in a sandbox keeps its profiles elsewhere and cannot reach our folders."""

    PLAIN = "plain"
    SNAP = "snap"
    FLATPAK = "flatpak"


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser. *commands* are names on PATH (Linux), *windows* paths below the program folders, *application* the macOS bundle;
    *marks* are how the system's own setting names it (desktop file, ProgId, bundle id), in lower case, by prefix.

    Where it keeps its profiles: *config* below the configuration folder (Linux), *local* below the folder for application data
    (Windows), *support* below Application Support (macOS). *snap* and *flatpak* are its names there, "" where there is none.
    """

    key: str
    label: str
    engine: Engine
    private: str
    commands: tuple[str, ...]
    windows: str
    application: str
    marks: tuple[str, ...]
    config: str = ""
    local: str = ""
    support: str = ""
    snap: str = ""
    flatpak: str = ""


# Profile folders: https://chromium.googlesource.com/chromium/src/+/main/docs/user_data_dir.md,
# https://support.mozilla.org/kb/profiles-where-firefox-stores-user-data and the snaps' and flatpaks' own manifests.
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
        ("microsoft-edge", "msedge", "com.microsoft.edge"),
        "microsoft-edge",
        r"Microsoft\Edge\User Data",
        "Microsoft Edge",
        flatpak="com.microsoft.Edge",
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
        "google-chrome",
        r"Google\Chrome\User Data",
        "Google/Chrome",
        flatpak="com.google.Chrome",
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
        "chromium",
        r"Chromium\User Data",
        "Chromium",
        snap="chromium",
        flatpak="org.chromium.Chromium",
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
        "BraveSoftware/Brave-Browser",
        r"BraveSoftware\Brave-Browser\User Data",
        "BraveSoftware/Brave-Browser",
        snap="brave",
        flatpak="com.brave.Browser",
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
        "mozilla/firefox",
        r"Mozilla\Firefox",
        "Firefox",
        snap="firefox",
        flatpak="org.mozilla.firefox",
    ),
    Browser("safari", "Safari", Engine.SAFARI, "", (), "", "Safari", ("com.apple.safari",)),
)
BY_KEY: Final = {browser.key: browser for browser in BROWSERS}


@dataclass(frozen=True, slots=True)
class Found:
    """A browser on this computer. *path* is its executable."""

    browser: Browser
    path: str
    packaging: Packaging = Packaging.PLAIN


def find(browser: Browser, system: str, environment: Mapping[str, str]) -> Found | None:
    """Return where *browser* is installed on *system* (as ``sys.platform`` names it), or None."""
    if system == "win32":
        return _find_on_windows(browser, environment) if browser.windows else None
    if system == "darwin":
        roots = (Path("/Applications"), Path("/System/Applications"), home(environment) / "Applications")
        places = [root / f"{browser.application}.app" / "Contents" / "MacOS" / browser.application for root in roots]
        return next((Found(browser, str(place)) for place in places if is_file(place)), None)
    for command in browser.commands:
        path = shutil.which(command, path=environment.get("PATH"))
        if path:
            return Found(browser, path, Packaging.SNAP if browser.snap and _is_snap(path) else Packaging.PLAIN)
    # Flatpak's own commands are on PATH in few systems
    exports = (home(environment) / ".local/share/flatpak/exports/bin", Path("/var/lib/flatpak/exports/bin"))
    places = [folder / browser.flatpak for folder in exports] if browser.flatpak else []
    return next((Found(browser, str(place), Packaging.FLATPAK) for place in places if os.access(place, os.X_OK)), None)


def at(path: str) -> Found | None:
    """Return the browser at an absolute path that the person gave, or None when there is no program. Its name says which it is."""
    program = Path(path)
    if not program.is_absolute() or not is_file(program) or not os.access(program, os.X_OK):
        return None
    name = program.name.casefold()
    for browser in BROWSERS:
        own = browser.windows.rpartition("\\")[2].casefold()
        if any(command in name for command in browser.commands) or name in {own, browser.application.casefold()} - {""}:
            return Found(browser, path, Packaging.SNAP if browser.snap and _is_snap(path) else Packaging.PLAIN)
        if browser.flatpak and name == browser.flatpak.casefold():
            return Found(browser, path, Packaging.FLATPAK)
    return Found(BY_KEY["firefox" if "firefox" in name else "chromium"], path)


def home(environment: Mapping[str, str]) -> Path:
    """Return the person's own folder, as the environment says."""
    return Path(environment.get("HOME") or "/")


def data_folders(found: Found, system: str, environment: Mapping[str, str]) -> list[Path]:
    """Return the folders that may hold the profiles of a browser, the likelier first. They need not exist."""
    browser, own = found.browser, home(environment)
    firefox = browser.engine is Engine.FIREFOX
    if system == "win32":
        root = environment.get("APPDATA" if firefox else "LOCALAPPDATA")
        return [Path(root, *browser.local.split("\\"))] if root and browser.local else []
    if system == "darwin":
        return [own / "Library/Application Support" / browser.support] if browser.support else []
    if found.packaging is Packaging.SNAP:
        return _snap_folders(browser, own / "snap" / browser.snap, firefox=firefox)
    if found.packaging is Packaging.FLATPAK:
        sandbox = own / ".var/app" / browser.flatpak
        return [sandbox / "config" / browser.config, *([sandbox / ".mozilla/firefox"] if firefox else [])]
    config = Path(environment.get("XDG_CONFIG_HOME") or own / ".config")
    # Firefox 147 and later start new profiles below the configuration folder, and stay where old ones are
    return [config / browser.config, *([own / ".mozilla/firefox"] if firefox else [])]


def is_file(path: Path) -> bool:
    """Whether *path* is a file. Not Path's own, which raises for what lies in a folder that this user may not look into."""
    return os.path.isfile(path)  # noqa: PTH113


def own_profiles(found: Found, profiles: Path, system: str, environment: Mapping[str, str]) -> Path:
    """Return the folder in which *found* can use profile folders of TenantDock's own: *profiles*, unless a sandbox hides it."""
    if system in {"win32", "darwin"} or found.packaging is Packaging.PLAIN:
        return profiles
    mark = f"tenantdock-{zlib.crc32(str(profiles).encode()):08x}"  # each data folder has its own
    if found.packaging is Packaging.SNAP:
        return home(environment) / "snap" / found.browser.snap / "common" / mark
    return home(environment) / ".var/app" / found.browser.flatpak / "data" / mark


def all_own_profiles(profiles: Path, system: str, environment: Mapping[str, str]) -> list[Path]:
    """Return every folder that :func:`own_profiles` may have returned, *profiles* first, whatever is installed now."""
    every = [Found(browser, "", packaging) for browser in BROWSERS for packaging in Packaging]
    usable = [found for found in every if found.packaging is not Packaging.SNAP or found.browser.snap]
    usable = [found for found in usable if found.packaging is not Packaging.FLATPAK or found.browser.flatpak]
    return list(dict.fromkeys([profiles, *(own_profiles(found, profiles, system, environment) for found in usable)]))


def _find_on_windows(browser: Browser, environment: Mapping[str, str]) -> Found | None:
    places = [Path(root, browser.windows) for name in _PROGRAM_FOLDERS if (root := environment.get(name))]
    executable = browser.windows.rpartition("\\")[2]
    # Not shutil.which, which looks in the current folder first on Windows: what lies there is nobody's choice
    folders = [Path(folder.strip('"')) for folder in environment.get("PATH", "").split(os.pathsep)]
    places += [folder / executable for folder in folders if folder.is_absolute()]
    return next((Found(browser, str(place)) for place in places if is_file(place)), None)


def _snap_folders(browser: Browser, sandbox: Path, *, firefox: bool) -> list[Path]:
    common = sandbox / "common"
    if firefox:
        return [common / ".mozilla/firefox", common / ".config" / browser.config]
    return [common / browser.config, sandbox / "current/.config" / browser.config]


def _is_snap(path: str) -> bool:
    """Whether a command starts a snap: it lies in snap's folder, or is the small script that Ubuntu has in its place."""
    if path.startswith("/snap/"):
        return True
    try:
        with Path(path).open("rb") as file:
            start = file.read(4096)
    except OSError:
        return False
    return start.startswith(b"#!") and b"/snap/bin/" in start


_PROGRAM_FOLDERS: Final = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA", "ProgramW6432")
