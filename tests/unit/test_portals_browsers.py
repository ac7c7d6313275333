"""Starting browsers, with small real programs in place of browsers: each writes down how it was called."""

from __future__ import annotations

import json
import os
import plistlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tenantdock.domain.computer import Browsers, WatchedWindow
from tenantdock.domain.directory import OWN_PROFILE, BrowserChoice
from tenantdock.domain.errors import BrowserTrouble
from tenantdock.portals import SystemBrowsers
from tenantdock.portals import windows as windows_module
from tenantdock.portals.default import default_browser, known_by
from tenantdock.portals.known import BROWSERS, BY_KEY, find
from tenantdock.portals.windows import StartedBrowser

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="its browsers are scripts with POSIX modes")

URL = "https://localhost:1/authorize?a=1&b=$(touch${IFS}x)`;'\"%20"
Make = Callable[..., Path]


class Desk:
    """A PATH of our own with fake programs on it."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.profiles = folder / "data" / "profiles"
        self.notes = folder / "notes"
        self.notes.mkdir()
        self.environment = {"PATH": str(self.bin), "HOME": str(folder)}

    def program(self, name: str, *, code: int = 0, stays: float = 0.0, says: str = "") -> Path:
        path = self.bin / name
        path.write_text(
            f"#!{sys.executable}\nimport json, os, sys, time\n"
            f"open({str(self.notes / name)!r}, 'w').write(json.dumps([sys.argv[1:], os.getpid(), os.getsid(0)]))\n"
            f"print({says!r})\ntime.sleep({stays})\nsys.exit({code})\n"
        )
        path.chmod(0o755)
        return path

    def called(self, name: str) -> list[str]:
        """Wait until a program was started and return its arguments."""
        note = self.notes / name
        for _ in range(500):
            if note.exists() and note.read_text():
                arguments: list[str] = json.loads(note.read_text())[0]
                return arguments
            time.sleep(0.01)
        raise AssertionError(f"{name} was not started")

    def browsers(self, **more: str) -> SystemBrowsers:
        return SystemBrowsers(profiles=self.profiles, system="linux", environment={**self.environment, **more})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def finish(window: object) -> None:
    assert isinstance(window, StartedBrowser)
    window.process.wait(10)


@not_windows
def test_it_is_the_port(desk: Desk) -> None:
    browsers: Browsers = desk.browsers()
    desk.program("xdg-open")
    window = browsers.open(URL, BrowserChoice())
    assert isinstance(window, WatchedWindow)
    finish(window)


@not_windows
@pytest.mark.parametrize("opener", ["xdg-open", "x-www-browser", "sensible-browser", "chromium"])
def test_the_default_browser_is_opened_by_what_is_there(desk: Desk, opener: str) -> None:
    desk.program(opener)
    finish(desk.browsers().open(URL, BrowserChoice()))
    assert desk.called(opener) == [URL]


@not_windows
@pytest.mark.parametrize(
    ("setting", "arguments"), [("own", [URL]), ("own --new %s --x", ["--new", URL, "--x"]), ("missing:own", [URL])]
)
def test_the_persons_own_setting_comes_first(desk: Desk, setting: str, arguments: list[str]) -> None:
    desk.program("xdg-open")
    desk.program("own")
    finish(desk.browsers(BROWSER=setting).open(URL, BrowserChoice()))
    assert desk.called("own") == arguments


@not_windows
def test_a_setting_that_cannot_be_read_is_passed_over(desk: Desk) -> None:
    desk.program("xdg-open")
    finish(desk.browsers(BROWSER="'open").open(URL, BrowserChoice()))
    assert desk.called("xdg-open") == [URL]


@not_windows
@pytest.mark.parametrize("key", [browser.key for browser in BROWSERS if browser.commands])
def test_each_browser_takes_its_own_switches(desk: Desk, key: str) -> None:
    browser = BY_KEY[key]
    command = browser.commands[0]
    desk.program(command)
    finish(desk.browsers().open(URL, BrowserChoice(key)))
    assert desk.called(command) == [URL]
    (desk.notes / command).unlink()
    finish(desk.browsers().open(URL, BrowserChoice(key), private=True))
    assert desk.called(command) == [{"edge": "--inprivate", "firefox": "--private-window"}.get(key, "--incognito"), URL]
    (desk.notes / command).unlink()
    finish(desk.browsers().open(URL, BrowserChoice(key, "Profile 2")))
    assert desk.called(command) == (["-P", "Profile 2", URL] if key == "firefox" else ["--profile-directory=Profile 2", URL])


@not_windows
def test_an_own_profile_is_a_folder_for_us_alone(desk: Desk) -> None:
    desk.program("chromium")
    finish(desk.browsers().open(URL, BrowserChoice("chromium", f"{OWN_PROFILE}abc123")))
    folder = desk.profiles / "abc123"
    assert desk.called("chromium")[0] == f"--user-data-dir={folder}"
    assert desk.called("chromium")[-1] == URL
    assert folder.stat().st_mode & 0o777 == 0o700
    desk.program("firefox")
    finish(desk.browsers().open(URL, BrowserChoice("firefox", f"{OWN_PROFILE}abc123")))
    assert desk.called("firefox") == ["--new-instance", "--profile", str(folder), URL]
    assert 'user_pref("browser.sessionstore.resume_from_crash", false);' in (folder / "user.js").read_text()


@pytest.mark.parametrize("name", ["../escape", "a/b", "", "a b", "x" * 65])
def test_a_profile_folder_stays_below_its_place(desk: Desk, name: str) -> None:
    desk.program("chromium")
    with pytest.raises(BrowserTrouble):
        desk.browsers().open(URL, BrowserChoice("chromium", OWN_PROFILE + name))
    assert not (desk.notes / "chromium").exists()


@not_windows
def test_a_profile_folder_that_cannot_be_made_is_told(desk: Desk) -> None:
    desk.program("chromium")
    desk.profiles.parent.write_text("a file")
    with pytest.raises(BrowserTrouble, match="cannot be made"):
        desk.browsers().open(URL, BrowserChoice("chromium", f"{OWN_PROFILE}abc"))


@pytest.mark.parametrize("profile", ["--load-extension=x", "a/b", "a\nb", "..\\x"])
def test_a_profile_name_cannot_be_a_switch_or_a_path(desk: Desk, profile: str) -> None:
    desk.program("firefox")
    with pytest.raises(BrowserTrouble):
        desk.browsers().open(URL, BrowserChoice("firefox", profile))


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "--version", "", "https://", "http://a b", "https://a\n", "https://[", "ms-x:y"],
)
def test_only_web_addresses_are_opened(desk: Desk, url: str) -> None:
    desk.program("xdg-open")
    with pytest.raises(BrowserTrouble, match="not a web address"):
        desk.browsers().open(url, BrowserChoice())


@not_windows
def test_a_private_window_in_the_default_browser_uses_that_browser(desk: Desk) -> None:
    desk.program("xdg-settings", says="firefox-esr.desktop")
    desk.program("chromium")
    desk.program("firefox-esr")
    finish(desk.browsers().open(URL, BrowserChoice(), private=True))
    assert desk.called("firefox-esr") == ["--private-window", URL]


@not_windows
@pytest.mark.parametrize("says", ["epiphany.desktop", "", "google-chrome.desktop"])
def test_an_unknown_default_browser_gives_way_to_one_that_is_known(desk: Desk, says: str) -> None:
    desk.program("xdg-settings", says=says)
    desk.program("brave-browser")
    finish(desk.browsers().open(URL, BrowserChoice(), private=True))
    assert desk.called("brave-browser") == ["--incognito", URL]


def test_without_any_browser_the_person_is_told_what_to_install(desk: Desk) -> None:
    for private in (False, True):
        with pytest.raises(BrowserTrouble) as told:
            desk.browsers().open(URL, BrowserChoice(), private=private)
        assert "Firefox" in told.value.next_step


@pytest.mark.parametrize("choice", ["edge", "netscape", "/no/such/program", "relative/path"])
def test_a_browser_that_is_not_here_is_named(desk: Desk, choice: str) -> None:
    with pytest.raises(BrowserTrouble) as told:
        desk.browsers().open(URL, BrowserChoice(choice))
    assert "another browser" in told.value.next_step


@not_windows
@pytest.mark.parametrize(
    ("name", "switch"),
    [("chromium-wrapper", "--incognito"), ("my-firefox", "--private-window"), ("msedge.exe", "--inprivate"), ("x", "--incognito")],
)
def test_a_browser_can_be_named_by_its_path(desk: Desk, name: str, switch: str) -> None:
    path = desk.program(name)
    finish(desk.browsers().open(URL, BrowserChoice(str(path)), private=True))
    assert desk.called(name) == [switch, URL]


def test_a_file_that_is_no_program_is_told(desk: Desk) -> None:
    broken = desk.bin / "broken"
    broken.write_bytes(b"\x00 no program")
    broken.chmod(0o755)
    with pytest.raises(BrowserTrouble, match="could not be started"):
        desk.browsers().open(URL, BrowserChoice(str(broken)))


@not_windows
def test_a_browser_that_fails_at_once_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BrowserTrouble, match="ended at once"):
        desk.browsers().open(URL, BrowserChoice("/bin/false"))
    path = desk.program("chromium", code=3, stays=0.3)
    window = desk.browsers().open(URL, BrowserChoice(str(path)))
    assert isinstance(window, StartedBrowser)
    assert not window.gone()
    finish(window)
    with pytest.raises(BrowserTrouble, match="exit code 3"):
        window.gone()
    monkeypatch.setattr(windows_module, "AT_ONCE", 0.0)
    assert not window.gone()  # ended later: the person closed it


@not_windows
def test_handing_over_to_a_running_browser_is_not_its_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.program("chromium")
    own = BrowserChoice(str(path), f"{OWN_PROFILE}abc")
    window = desk.browsers().open(URL, own)
    finish(window)
    assert isinstance(window, StartedBrowser)
    assert not window.gone()
    monkeypatch.setattr(windows_module, "_HAND_OVER", 0.0)
    assert window.gone()
    other = desk.browsers().open(URL, BrowserChoice(str(path)))
    finish(other)
    assert isinstance(other, StartedBrowser)
    assert not other.gone()  # not ours alone


@not_windows
def test_closing_ends_what_is_ours_and_only_that(desk: Desk) -> None:
    path = desk.program("chromium", stays=30)
    own = desk.browsers().open(URL, BrowserChoice(str(path), f"{OWN_PROFILE}abc"))
    theirs = desk.browsers().open(URL, BrowserChoice(str(path)))
    assert isinstance(own, StartedBrowser)
    assert isinstance(theirs, StartedBrowser)
    started = time.monotonic()
    own.close()
    theirs.close()
    assert time.monotonic() - started < 1
    assert own.process.wait(5) != 0
    assert not own.gone()
    assert theirs.process.poll() is None
    theirs.process.kill()
    theirs.process.wait(5)


@not_windows
def test_one_that_does_not_end_is_killed_at_the_next_start(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn = desk.bin / "chromium"
    ready = desk.notes / "ready"
    stubborn.write_text(
        f"#!{sys.executable}\nimport signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"open({str(ready)!r}, 'w').close()\ntime.sleep(30)\n"
    )
    stubborn.chmod(0o755)
    browsers = desk.browsers()
    own = browsers.open(URL, BrowserChoice("chromium", f"{OWN_PROFILE}abc"))
    assert isinstance(own, StartedBrowser)
    for _ in range(500):
        if ready.exists():
            break
        time.sleep(0.01)
    own.close()
    time.sleep(0.1)
    assert own.process.poll() is None
    monkeypatch.setattr(windows_module, "_STUBBORN", 0.0)
    desk.program("xdg-open")
    finish(browsers.open(URL, BrowserChoice()))
    assert own.process.wait(5) == -9


@not_windows
def test_a_browser_leads_a_session_of_its_own(desk: Desk) -> None:
    desk.program("xdg-open")
    finish(desk.browsers().open(URL, BrowserChoice()))
    _, pid, session = json.loads((desk.notes / "xdg-open").read_text())
    assert session == pid != os.getsid(0)


@pytest.mark.parametrize(
    ("mark", "key"),
    [
        ("firefox_firefox.desktop\n", "firefox"),
        ("microsoft-edge.desktop", "edge"),
        ("MSEdgeHTM", "edge"),
        ("ChromeHTML.ABC", "chrome"),
        ("FirefoxURL-308046B0AF4A39CB", "firefox"),
        ("com.brave.Browser", "brave"),
        ("org.chromium.Chromium", "chromium"),
        ("com.apple.Safari", "safari"),
        ("com.microsoft.Edge.desktop", "edge"),
        ("com.google.Chrome.desktop", "chrome"),
        ("chromium_chromium.desktop", "chromium"),
        ("org.gnome.Epiphany.desktop", None),
        ("", None),
    ],
)
def test_the_systems_names_of_browsers_are_known(mark: str, key: str | None) -> None:
    found = known_by(mark)
    assert (found.key if found else None) == key


def test_a_tool_that_hangs_or_is_missing_names_no_default(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_browser("linux", desk.environment) is None
    desk.program("xdg-settings", stays=5)
    monkeypatch.setattr("tenantdock.portals.default._ASK_TIMEOUT", 0.2)
    assert default_browser("linux", desk.environment) is None


def test_macos_names_its_default_in_a_property_list(tmp_path: Path) -> None:
    assert default_browser("darwin", {"HOME": str(tmp_path)}) is None
    settings = tmp_path / "Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist"
    settings.parent.mkdir(parents=True)
    handlers = [{"LSHandlerURLScheme": "mailto"}, {"LSHandlerURLScheme": "https", "LSHandlerRoleAll": "com.google.chrome"}]
    settings.write_bytes(plistlib.dumps({"LSHandlers": handlers}))
    assert default_browser("darwin", {"HOME": str(tmp_path)}) == BY_KEY["chrome"]
    for damaged in (
        b"damaged",
        b"<?xml version='1.0'?><plist><dict>",
        b"bplist00" + b"\xff" * 40,
        plistlib.dumps({"LSHandlers": 5}),
    ):
        settings.write_bytes(damaged)
        assert default_browser("darwin", {"HOME": str(tmp_path)}) is None


@not_windows
def test_windows_browsers_are_looked_for_in_the_program_folders(tmp_path: Path) -> None:
    environment = {"ProgramFiles": str(tmp_path), "PATH": ""}
    assert find(BY_KEY["edge"], "win32", environment) is None
    place = tmp_path / BY_KEY["edge"].windows
    place.write_text("")  # on this system the whole path is one name, which is enough to see the look-up
    found = find(BY_KEY["edge"], "win32", environment)
    assert found is not None
    assert found.path == str(place)


def test_on_windows_no_browser_of_the_current_folder_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for place in (tmp_path / "msedge.exe", tmp_path / "tools/msedge.exe"):
        place.parent.mkdir(exist_ok=True)
        place.write_text("")
        place.chmod(0o755)
    assert find(BY_KEY["edge"], "win32", {"PATH": os.pathsep.join(["", ".", "tools"])}) is None
    found = find(BY_KEY["edge"], "win32", {"PATH": os.pathsep.join([".", str(tmp_path / "tools")])})
    assert found is not None
    assert found.path == str(tmp_path / "tools/msedge.exe")


def test_macos_browsers_are_looked_for_in_the_application_folders(tmp_path: Path) -> None:
    place = tmp_path / "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
    place.parent.mkdir(parents=True)
    place.write_text("")
    found = find(BY_KEY["edge"], "darwin", {"HOME": str(tmp_path)})
    assert found is not None
    assert found.path == str(place)
