"""Starts browsers: the default one, a chosen one, a profile, a private window, a profile folder of TenantDock's own.

Never through a shell: each start passes a list of arguments, and the address is checked to be one.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from tenantdock.domain.computer import BrowserOffer, BrowserWindow
from tenantdock.domain.directory import OWN_PROFILE, BrowserChoice
from tenantdock.domain.errors import BrowserTrouble
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line
from tenantdock.folders import INSIDE
from tenantdock.portals.default import default_browser
from tenantdock.portals.known import BROWSERS, BY_KEY, Engine, Found, at, find, own_profiles
from tenantdock.portals.profiles import STARTABLE, firefox_profile, profiles_of
from tenantdock.portals.windows import StartedBrowser, Unwatched

_FOLDER: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_FIRST_LOOK: Final = 0.05  # seconds; catches a program that cannot run here without making a sign-in wait
# Its first pages would stand before the sign-in page, and a window that was closed for the person would open again
_FIREFOX_SETTINGS: Final = "".join(
    f'user_pref("{name}", false);\n'
    for name in ("browser.aboutwelcome.enabled", "browser.shell.checkDefaultBrowser", "browser.sessionstore.resume_from_crash")
)
_LINUX_OPENERS: Final = ("xdg-open", "x-www-browser", "sensible-browser")
_INSTALL: Final = "Install Microsoft Edge, Google Chrome, Chromium, Brave or Firefox, or choose a browser for this connection."


class SystemBrowsers:
    """The :class:`~tenantdock.domain.computer.Browsers` of this computer. Thread-safe.

    *profiles* is the folder below which profile folders of TenantDock's own are made; *system* is as in ``sys.platform``.
    ``BrowserChoice.browser`` may be a key of :data:`tenantdock.portals.known.BROWSERS` or the absolute path of a program.
    """

    def __init__(self, *, profiles: Path, system: str = sys.platform, environment: Mapping[str, str] | None = None) -> None:
        self._profiles = profiles
        self._system = system
        self._environment = environment
        self._lock = threading.Lock()
        self._started: list[StartedBrowser] = []

    def open(self, url: str, choice: BrowserChoice, *, private: bool = False) -> BrowserWindow:
        """Open *url* in the chosen browser and profile. Raises :class:`BrowserTrouble` with what to do next.

        Returns without waiting for the browser; the window's ``gone`` tells a failure that shows later.
        """
        _check(url)
        if not (choice.browser or choice.profile or private):
            return self._open_default(url)
        found = self._found(choice.browser)
        own = choice.profile.startswith(OWN_PROFILE)
        if found.browser.engine is Engine.SAFARI:
            return self._open_safari(url, found, plain=not (choice.profile or private))
        folder = self._folder(choice.profile, found) if own else None
        return self._start(self._command(found, url, choice.profile, folder, private), found, own)

    def choices(self) -> list[BrowserOffer]:
        """What a person can choose from here: the default browser first, then those that are installed, each with its profiles."""
        installed = self.installed()
        default = default_browser(self._system, self._env)
        offers = [
            BrowserOffer(
                found.browser.key,
                found.browser.label,
                found.path,
                profiles_of(found, self._system, self._env),
                private=bool(found.browser.private),
                default=found.browser is default,
            )
            for found in installed
        ]
        label = said("The default browser ({name})", name=default.label) if default is not None else said("The default browser")
        return [BrowserOffer("", label, private=any(offer.private for offer in offers), default=True), *offers]

    def installed(self) -> list[Found]:
        """The browsers that are installed here."""
        return [found for browser in BROWSERS if (found := find(browser, self._system, self._env)) is not None]

    @property
    def _env(self) -> Mapping[str, str]:
        return os.environ if self._environment is None else self._environment

    def _open_default(self, url: str) -> BrowserWindow:
        if self._system == "win32":
            return self._start_by_windows(url)
        if self._system == "darwin":
            return self._start_plain(["/usr/bin/open", url], said("The default browser"))
        command = self._own_setting(url)
        if command is None:
            path = self._env.get("PATH")
            opener = next((found for name in _LINUX_OPENERS if (found := shutil.which(name, path=path))), None)
            if opener is not None:
                command = [opener, url]
        if command is None:
            installed = self.installed()
            if not installed:
                raise BrowserTrouble("No browser was found on this computer.", next_step=_INSTALL)
            command = [installed[0].path, url]
        return self._start_plain(command, said("The default browser"))

    def _own_setting(self, url: str) -> list[str] | None:
        """Return the command of $BROWSER, whose parts are separated by colons and may have a %s for the address."""
        for part in self._env.get("BROWSER", "").split(os.pathsep):
            try:
                words = shlex.split(part)
            except ValueError:
                continue
            program = shutil.which(words[0], path=self._env.get("PATH")) if words else None
            if program:
                rest = [url if word == "%s" else word for word in words[1:]]
                return [program, *rest] if "%s" in words[1:] else [program, *rest, url]
        return None

    def _start_by_windows(self, url: str) -> BrowserWindow:
        try:
            os.startfile(url)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606  # ShellExecute; the address was checked
        except OSError as error:
            raise BrowserTrouble(
                "Windows could not open the default browser.",
                next_step="Set a default browser in Windows' settings, or choose one for this connection.",
                details=str(error),
            ) from None
        return Unwatched()

    def _found(self, name: str) -> Found:
        if not name:
            return self._default()
        if Path(name).is_absolute():
            found = at(name)
            if found is None:
                raise BrowserTrouble(
                    said("There is no program at {name}.", name=one_line(name, 120)),
                    next_step="Choose another browser for this connection.",
                )
            return found
        browser = BY_KEY.get(name)
        found = find(browser, self._system, self._env) if browser is not None else None
        if found is None:
            label = browser.label if browser is not None else one_line(name, 40)
            raise BrowserTrouble(
                said("{label} is not installed here.", label=label),
                next_step=said("Install {label}, or choose another browser for this connection.", label=label),
            )
        return found

    def _default(self) -> Found:
        """Return the default browser, or the first one found when the default one is not known to take switches."""
        browser = default_browser(self._system, self._env)
        found = find(browser, self._system, self._env) if browser is not None and browser.private else None
        if found is not None:
            return found
        installed = [found for found in self.installed() if found.browser.private]
        if not installed:
            raise BrowserTrouble(
                "No browser was found here that can open a private window or a separate profile.", next_step=_INSTALL
            )
        return installed[0]

    def _folder(self, profile: str, found: Found) -> Path:
        name = profile.removeprefix(OWN_PROFILE)
        if not _FOLDER.fullmatch(name):
            raise BrowserTrouble("The name of the profile folder is damaged.", next_step="Edit the connection and save it again.")
        root = own_profiles(found, self._profiles, self._system, self._env)
        folder = root / name
        try:
            root.mkdir(mode=INSIDE, parents=True, exist_ok=True)
            folder.mkdir(mode=INSIDE, exist_ok=True)
            if found.browser.engine is Engine.FIREFOX:
                (folder / "user.js").write_text(_FIREFOX_SETTINGS, "ascii")
        except OSError as error:
            raise BrowserTrouble(
                "The folder for TenantDock's own browser profile cannot be made.",
                next_step=said("Check the rights and the free space of {root}.", root=root),
                details=str(error),
            ) from None
        return folder

    def _command(self, found: Found, url: str, profile: str, folder: Path | None, private: bool) -> list[str]:
        words = [found.path]
        chromium = found.browser.engine is Engine.CHROMIUM
        if folder is not None:
            if chromium:
                words += [f"--user-data-dir={folder}", "--no-first-run", "--no-default-browser-check", "--new-window"]
            else:
                words += ["--new-instance", "--profile", str(folder)]
        elif profile:
            if not STARTABLE.fullmatch(profile):
                raise BrowserTrouble(
                    said("{profile!r} is not the name of a browser profile.", profile=one_line(profile, 60)),
                    next_step="Choose the profile again.",
                )
            words += self._known_profile(found, profile)
        if private:
            words.append(found.browser.private)
        return [*words, url]

    def _known_profile(self, found: Found, profile: str) -> list[str]:
        """Return the switches for one of the person's own profiles. One that is gone is told: the browser would make it anew."""
        listed = find(found.browser, self._system, self._env)
        # A program that was chosen by its path may keep its profiles anywhere
        usual = listed is not None and listed.path == found.path
        known = {each.id for each in profiles_of(found, self._system, self._env)} if usual else set()
        if known and profile not in known:
            raise BrowserTrouble(
                said("{label} has no profile {profile!r} (any more).", label=found.browser.label, profile=one_line(profile, 60)),
                next_step="Choose the profile of this connection again.",
            )
        if found.browser.engine is Engine.CHROMIUM:
            return [f"--profile-directory={profile}"]
        of_firefox = firefox_profile(found, profile, self._system, self._env)
        if of_firefox is not None and of_firefox.grouped:
            return ["--profile", str(of_firefox.folder)]  # as Firefox itself starts a member of a group
        return ["-P", profile]

    def _open_safari(self, url: str, found: Found, *, plain: bool) -> BrowserWindow:
        if not plain:
            others = [other.browser.label for other in self.installed() if other.browser.private]
            step = (
                said(
                    "Choose {browsers} for this connection, or sign in with Safari's own window.",
                    browsers=", ".join(others),
                )
                if others
                else "Install Microsoft Edge, Google Chrome, Brave or Firefox for this connection, "
                "or sign in with Safari's own window."
            )
            raise BrowserTrouble(
                "Safari cannot be started with a private window or a profile.",
                next_step=step,
            )
        return self._run(["/usr/bin/open", "-b", "com.apple.Safari", url], found.browser.label, own=False)

    def _start_plain(self, command: Sequence[str], label: str) -> BrowserWindow:
        return self._run(command, label, own=False)

    def _start(self, command: Sequence[str], found: Found, own: bool) -> BrowserWindow:
        return self._run(command, found.browser.label, own=own)

    def _run(self, command: Sequence[str], label: str, *, own: bool) -> BrowserWindow:
        with self._lock:
            self._started = [window for window in self._started if not window.reap()]
        try:
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=dict(self._env),
                start_new_session=True,  # a Ctrl+C in our terminal is not meant for the browser
            )
        except (OSError, ValueError) as error:
            raise BrowserTrouble(
                said("{label} could not be started.", label=one_line(label, 80)),
                next_step="Choose another browser for this connection.",
                details=one_line(str(error), 200),
            ) from None
        window = StartedBrowser(process, label, own=own)
        with self._lock:
            self._started.append(window)
        try:
            process.wait(_FIRST_LOOK)
        except subprocess.TimeoutExpired:
            return window
        window.gone()
        return window


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"[\x00-\x20\x7f]", url)
    except ValueError:
        good = False
    if not good:
        raise BrowserTrouble("The address to open is not a web address.", next_step="Try again; if it comes back, report it.")
