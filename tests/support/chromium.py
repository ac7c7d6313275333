"""A real chromium that TenantDock starts, and a person at it: Selenium's clicks and keys through Debian's chromedriver.

The program never knows that it is watched: it starts a small executable, as it would start any browser, and that one adds the
switches that a test machine needs (no sandbox as root, a profile of its own, a port for chromedriver) to those it was given.
"""

from __future__ import annotations

import contextlib
import shlex
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import psutil
import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from support.display import Display

_T = TypeVar("_T")

PROGRAMS = ("chromium", "chromedriver")
PASSWORD = "practice"
SECOND_FACTOR = "123456"
# Quiet and offline: nothing is updated, synchronised or asked for
_SWITCHES = (
    "--no-sandbox",
    "--test-type",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-breakpad",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
    "--password-store=basic",
    "--no-proxy-server",
    "--noerrdialogs",
    "--window-size=900,800",
)


def wait_for(what: str, seen: Callable[[], _T | None], seconds: float = 30.0) -> _T:
    """Return what *seen* returns once that is true; fail, saying *what* did not happen, after *seconds*."""
    end = time.monotonic() + seconds
    while not (found := seen()):
        assert time.monotonic() < end, f"{what} did not happen within {seconds:.0f} s"
        time.sleep(0.03)
    return found


class Chromium:
    """One chromium profile. *executable* is what the product is to start; the first start opens the browser, later ones a tab."""

    def __init__(self, folder: Path, environment: dict[str, str], *, name: str = "chromium") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.profile = folder / "profile"
        self.record = folder / "started"
        self.executable = folder / name
        switches = " ".join(map(shlex.quote, _SWITCHES))
        display = environment.get("DISPLAY", "")
        self.executable.write_text(
            "#!/bin/sh\n"
            # What the program passed, one start a line, for tests that look at it
            f'printf "%s\\t" "$@" >> {shlex.quote(str(self.record))}; echo >> {shlex.quote(str(self.record))}\n'
            f"export DISPLAY={shlex.quote(display)}; unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS\n"
            f"own={shlex.quote(f'--user-data-dir={self.profile}')}\n"
            'for each in "$@"; do case "$each" in --user-data-dir=*) own="$each";; esac; done\n'
            f'exec {shutil.which("chromium")} {switches} --remote-debugging-port=0 "$own" "$@"\n',
            encoding="utf-8",
        )
        self.executable.chmod(0o755)
        self._drivers: dict[Path, webdriver.Chrome] = {}
        self._known_tabs: set[str] = set()

    def running(self) -> None:
        """Have the browser open already, as on most days, with one empty tab."""
        process = subprocess.Popen([self.executable, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        threading.Thread(target=process.wait, name="chromium-reaper", daemon=True).start()
        self._known_tabs.update(self.driver().window_handles)
        self.record.unlink()

    def starts(self) -> list[list[str]]:
        """The arguments of every start so far."""
        if not self.record.exists():
            return []
        return [line.split("\t")[:-1] for line in self.record.read_text(encoding="utf-8").splitlines()]

    def driver(self, profile: Path | None = None, seconds: float = 30.0) -> webdriver.Chrome:
        """Selenium's hold on the running browser of *profile* (by default the person's own)."""
        profile = profile or self.profile
        known = self._drivers.get(profile)
        if known is not None:
            return known
        port_file = profile / "DevToolsActivePort"
        lines = wait_for("the start of chromium", lambda: _lines(port_file), seconds)
        options = webdriver.ChromeOptions()
        options.debugger_address = f"127.0.0.1:{lines[0]}"
        service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
        driver = webdriver.Chrome(options=options, service=service)
        driver.set_page_load_timeout(30)
        self._drivers[profile] = driver
        return driver

    def person(self, page: str = "localhost", profile: Path | None = None) -> Person:
        """A person at the tab that was opened since the last call, once its address contains *page*."""
        driver = self.driver(profile)
        wait_for(f"a new tab at {page}", lambda: self._new_tab(driver, page))
        return Person(driver)

    def _new_tab(self, driver: webdriver.Chrome, page: str) -> bool:
        for handle in driver.window_handles:
            if handle not in self._known_tabs:
                with contextlib.suppress(WebDriverException):
                    driver.switch_to.window(handle)
                    if page in driver.current_url:
                        self._known_tabs.add(handle)
                        return True
        return False

    def fresh(self) -> None:
        """Close every tab but one, and forget all cookies: as a browser where nobody was."""
        for profile, driver in list(self._drivers.items()):
            if profile != self.profile:
                self.forget(profile)
                continue
            first, *others = driver.window_handles
            for other in others:
                driver.switch_to.window(other)
                driver.close()
            driver.switch_to.window(first)
            driver.get("about:blank")
            driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
            self._known_tabs = {first}

    def forget(self, profile: Path) -> None:
        """Let go of a browser, however it ended."""
        driver = self._drivers.pop(profile)
        with contextlib.suppress(WebDriverException, OSError):
            driver.quit()

    def processes(self, profile: Path | None = None) -> list[psutil.Process]:
        """The browser's processes, by the profile in their command line."""
        own = f"--user-data-dir={profile or self.profile}"
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                if own in process.cmdline():
                    found.append(process)
        return found

    @staticmethod
    def end(process: subprocess.Popen[bytes]) -> None:
        """Close a browser that was started, where it still runs, and collect it."""
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def close(self) -> None:
        """End chromedriver and every browser that was driven here."""
        profiles = [self.profile, *self._drivers]
        for profile in list(self._drivers):
            self.forget(profile)
        ending = [process for profile in profiles for process in self.processes(profile)]
        for process in ending:
            with contextlib.suppress(psutil.Error):
                process.terminate()
        _, stubborn = psutil.wait_procs(ending, timeout=5)
        for process in stubborn:
            with contextlib.suppress(psutil.Error):
                process.kill()


class Person:
    """Someone in front of one tab."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    @property
    def page(self) -> str:
        """Which of the practice cloud's pages is on show, or ""."""
        try:
            found = self.driver.find_elements(By.CSS_SELECTOR, "main[data-page]")
            return str(found[0].get_attribute("data-page")) if found else ""
        except WebDriverException:
            return ""

    def see(self, page: str) -> None:
        """Wait for one of the practice cloud's pages."""
        wait_for(f"the page {page!r} (now: {self.page!r}, {self.driver.current_url})", lambda: self.page == page)

    def find(self, selector: str) -> WebElement:
        """The element, once it is there."""
        return wait_for(selector, lambda: next(iter(self.driver.find_elements(By.CSS_SELECTOR, selector)), None))

    def type(self, selector: str, text: str) -> None:
        """Type into an empty field."""
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    def click(self, selector: str) -> None:
        """Click."""
        self.find(selector).click()

    def password(self, password: str = PASSWORD, *, stay: bool = False) -> None:
        """Give the password on Microsoft's page, or on the organisation's own."""
        wait_for("a page that asks for a password", lambda: self.page in {"password", "sts"})
        self.type("#passwd", password)
        if stay:
            self.click("#kmsi")
        self.click("#next")

    def second_factor(self) -> None:
        """Give the code."""
        self.see("factor")
        self.type("#otc", SECOND_FACTOR)
        self.click("#next")

    def consent(self) -> None:
        """Accept, if asked."""
        wait_for("the page after the password", lambda: self.page == "consent" or self._away())
        if self.page == "consent":
            self.click("#next")

    def back(self) -> str:
        """Wait until the browser is back at TenantDock, and return what its page says."""
        wait_for(f"the way back (now: {self.page!r})", self._away)
        return str(self.find("h1").text)

    def _away(self) -> bool:
        try:
            return "TenantDock" in self.driver.title
        except WebDriverException:
            return False


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="ascii").split()
    except OSError:
        return []


@pytest.fixture(scope="module")
def chromium(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One chromium for a test module, on the display; skips, naming what is missing, where there can be none."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    made = Chromium(tmp_path_factory.mktemp("chromium"), display.environment)
    try:
        made.running()
        yield made
    finally:
        made.close()
