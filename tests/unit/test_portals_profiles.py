"""Profiles of browsers, read from files as the browsers of each system write them, and from files that are damaged."""

from __future__ import annotations

import json
import os
import plistlib
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenantdock.domain.computer import BrowserProfile
from tenantdock.domain.directory import OWN_PROFILE, BrowserChoice
from tenantdock.domain.errors import BrowserTrouble
from tenantdock.portals import SystemBrowsers
from tenantdock.portals.known import BROWSERS, BY_KEY, Found, Packaging, at, data_folders, find
from tenantdock.portals.own_profiles import OwnProfileFolders
from tenantdock.portals.profiles import profiles_of

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="its browsers are scripts with POSIX modes")

URL = "http://localhost:1/"


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    put(path, text).chmod(0o755)
    return path


def local_state(data: Path, cache: Any, **more: Any) -> None:
    put(data / "Local State", json.dumps({"profile": {"info_cache": cache, **more}, "browser": {}}))
    for folder in cache if isinstance(cache, dict) else ():
        if "/" not in folder and "\0" not in folder and len(folder) < 200:
            (data / folder).mkdir(exist_ok=True)


def linux(tmp_path: Path, key: str = "chrome", packaging: Packaging = Packaging.PLAIN) -> tuple[Found, dict[str, str]]:
    return Found(BY_KEY[key], "/usr/bin/x", packaging), {"HOME": str(tmp_path)}


@pytest.mark.parametrize(
    ("system", "place", "variable"),
    [
        ("linux", ".config/google-chrome", "HOME"),
        ("darwin", "Library/Application Support/Google/Chrome", "HOME"),
        ("win32", "Google/Chrome/User Data", "LOCALAPPDATA"),
    ],
)
def test_chromes_profiles_have_the_names_people_gave_them(tmp_path, system, place, variable):
    local_state(
        tmp_path / place,
        {
            "Profile 2": {"name": "Contoso \u2013 admin", "user_name": "admin@contoso.com"},
            "Default": {
                "name": "Your Chrome",
                "gaia_name": "Anna Berg",
                "is_using_default_name": True,
                "user_name": "anna@msp.example",
            },
            "Profile 3": {"name": "", "gaia_name": "", "user_name": ""},
            "Guest Profile": {"name": "Guest", "is_ephemeral": True},
            "System Profile": {"name": "System", "is_omitted_from_profile_list": True},
        },
        profiles_order=["Default", "Profile 2"],
    )
    assert profiles_of(Found(BY_KEY["chrome"], "x"), system, {variable: str(tmp_path)}) == (
        BrowserProfile("Default", "Anna Berg", "anna@msp.example"),
        BrowserProfile("Profile 2", "Contoso \u2013 admin", "admin@contoso.com"),
        BrowserProfile("Profile 3", "Profile 3", ""),
    )


@pytest.mark.parametrize(
    ("key", "system", "variable", "places"),
    [
        ("edge", "linux", "HOME", [".config/microsoft-edge"]),
        ("edge", "darwin", "HOME", ["Library/Application Support/Microsoft Edge"]),
        ("edge", "win32", "LOCALAPPDATA", ["Microsoft/Edge/User Data"]),
        ("chromium", "linux", "HOME", [".config/chromium"]),
        ("chromium", "darwin", "HOME", ["Library/Application Support/Chromium"]),
        ("chromium", "win32", "LOCALAPPDATA", ["Chromium/User Data"]),
        ("brave", "linux", "HOME", [".config/BraveSoftware/Brave-Browser"]),
        ("brave", "darwin", "HOME", ["Library/Application Support/BraveSoftware/Brave-Browser"]),
        ("brave", "win32", "LOCALAPPDATA", ["BraveSoftware/Brave-Browser/User Data"]),
        ("firefox", "linux", "HOME", [".config/mozilla/firefox", ".mozilla/firefox"]),
        ("firefox", "darwin", "HOME", ["Library/Application Support/Firefox"]),
        ("firefox", "win32", "APPDATA", ["Mozilla/Firefox"]),
        ("safari", "darwin", "HOME", []),
    ],
)
def test_each_browser_has_its_place_on_each_system(key, system, variable, places):
    assert data_folders(Found(BY_KEY[key], "x"), system, {variable: "/root-of-it"}) == [
        Path("/root-of-it") / place for place in places
    ]


def test_without_the_variables_there_are_no_places():
    assert [data_folders(Found(browser, "x"), "win32", {}) for browser in BROWSERS] == [[]] * len(BROWSERS)
    assert data_folders(Found(BY_KEY["chrome"], "x"), "linux", {"XDG_CONFIG_HOME": "/c", "HOME": "/h"}) == [
        Path("/c/google-chrome")
    ]


@pytest.mark.parametrize(
    ("key", "packaging", "place"),
    [
        ("chromium", Packaging.SNAP, "snap/chromium/common/chromium"),
        ("brave", Packaging.SNAP, "snap/brave/current/.config/BraveSoftware/Brave-Browser"),
        ("chrome", Packaging.FLATPAK, ".var/app/com.google.Chrome/config/google-chrome"),
        ("edge", Packaging.FLATPAK, ".var/app/com.microsoft.Edge/config/microsoft-edge"),
    ],
)
def test_browsers_in_a_sandbox_keep_their_profiles_there(tmp_path, key, packaging, place):
    local_state(tmp_path / place, {"Default": {"name": "Work"}})
    found, environment = linux(tmp_path, key, packaging)
    assert [p.name for p in profiles_of(found, "linux", environment)] == ["Work"]


def test_a_profile_whose_folder_is_gone_is_left_out(tmp_path):
    found, environment = linux(tmp_path)
    local_state(tmp_path / ".config/google-chrome", {"Default": {"name": "A"}, "Profile 1": {"name": "B"}})
    (tmp_path / ".config/google-chrome/Profile 1").rmdir()
    assert [p.id for p in profiles_of(found, "linux", environment)] == ["Default"]


@not_windows
def test_names_are_data(tmp_path):
    found, environment = linux(tmp_path)
    local_state(
        tmp_path / ".config/google-chrome",
        {
            "Default": {"name": "a\x1b]0;x\x07\u202eb\nc", "user_name": "<b>x</b>\r"},
            "--no-sandbox": {"name": "a switch"},
            "a\\b": {"name": "a path"},
            "Profile 1": {"name": "x" * 500},
        },
    )
    (tmp_path / ".config/google-chrome/--no-sandbox").mkdir(exist_ok=True)
    first, second = profiles_of(found, "linux", environment)
    assert first == BrowserProfile("Default", "a\ufffd]0;x\ufffd\ufffdb c", "<b>x</b>")
    assert second.id == "Profile 1"
    assert len(second.name) == 80


def test_profiles_of_one_name_can_be_told_apart(tmp_path):
    found, environment = linux(tmp_path)
    local_state(
        tmp_path / ".config/google-chrome",
        {
            "Default": {"name": "Work"},
            "Profile 1": {"name": "Work"},
            "Profile 2": {"name": "Work", "user_name": "a@x.example"},
            "Profile 3": {"name": "Work", "user_name": "a@x.example"},
        },
    )
    found_ones = profiles_of(found, "linux", environment)
    assert len({(p.name, p.hint) for p in found_ones}) == 4
    assert [p.hint for p in found_ones] == ["Default", "Profile 1", "a@x.example, Profile 2", "a@x.example, Profile 3"]


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[" * 100_000,
        b"[]",
        b'{"profile": 1}',
        b'{"profile": {"info_cache": []}}',
        b'{"profile": {"info_cache": {"Default": 7}}}',
        b'{"profile": {"info_cache": {"Default": {"name": 7}}, "profiles_order": 7}}',
    ],
    ids=lambda state: state[:50].decode("latin-1"),
)
def test_a_damaged_file_means_fewer_profiles(tmp_path, state):
    found, environment = linux(tmp_path)
    put(tmp_path / ".config/google-chrome/Local State", state)
    assert profiles_of(found, "linux", environment) in ((), (BrowserProfile("Default", "Default"),))


def test_a_huge_file_is_not_read(tmp_path, monkeypatch):
    found, environment = linux(tmp_path)
    local_state(tmp_path / ".config/google-chrome", {"Default": {"name": "A"}})
    monkeypatch.setattr("tenantdock.portals.profiles._SIZE_LIMIT", 20)
    assert profiles_of(found, "linux", environment) == ()


def test_a_file_that_cannot_be_opened_means_no_profiles(tmp_path, monkeypatch):
    found, environment = linux(tmp_path)
    local_state(tmp_path / ".config/google-chrome", {"Default": {"name": "A"}})

    def locked(*_, **__):
        raise PermissionError(13, "in use by another process")

    monkeypatch.setattr(Path, "open", locked)
    assert profiles_of(found, "linux", environment) == ()


names = st.text(max_size=12)
entries = st.fixed_dictionaries(
    {},
    optional={key: names | st.none() | st.booleans() | st.integers() for key in ("name", "gaia_name", "user_name", "is_ephemeral")},
)


@given(
    st.dictionaries(st.sampled_from(["Default", "Profile 1", "..", "-x", "a/b", "\0"]) | names, entries | st.none(), max_size=5)
    | st.lists(st.integers(), max_size=2),
    st.lists(names | st.integers(), max_size=3) | st.none(),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_says_what_comes_out_can_be_shown_and_started(tmp_path, cache, order):
    found, environment = linux(tmp_path)
    put(tmp_path / ".config/google-chrome/Local State", json.dumps({"profile": {"info_cache": cache, "profiles_order": order}}))
    (tmp_path / ".config/google-chrome/Default").mkdir(exist_ok=True)
    for profile in profiles_of(found, "linux", environment):
        assert profile.name
        assert (profile.name + profile.hint).isprintable()
        assert not profile.id.startswith("-")
        assert "/" not in profile.id


# --- Firefox

INI = """[Install4F96D1932A9F858E]
Default=k1s2t3u4.default-release
Locked=1

[Profile1]
Name=default
IsRelative=1
Path=a1b2c3d4.default
Default=1

[Profile0]
Name=default-release
IsRelative=1
Path=k1s2t3u4.default-release

[Profile2]
Name=Contoso = Admin
IsRelative=0
Path={absolute}

[Profile3]
Name=Gone
IsRelative=1
Path=gone.gone

[General]
StartWithLastProfile=1
Version=2

[BackgroundTasksProfiles]
MozillaBackgroundTask=x
"""


def firefox_data(tmp_path: Path, place: str, ini: str = INI) -> Path:
    data = tmp_path / place
    for folder in ("a1b2c3d4.default", "k1s2t3u4.default-release"):
        (data / folder).mkdir(parents=True)
    absolute = tmp_path / "elsewhere"
    absolute.mkdir()
    put(data / "profiles.ini", ini.format(absolute=absolute))
    return data


@pytest.mark.parametrize(
    ("system", "place", "variable", "packaging"),
    [
        ("linux", ".mozilla/firefox", "HOME", Packaging.PLAIN),
        ("linux", ".config/mozilla/firefox", "HOME", Packaging.PLAIN),
        ("linux", "snap/firefox/common/.mozilla/firefox", "HOME", Packaging.SNAP),
        ("linux", ".var/app/org.mozilla.firefox/.mozilla/firefox", "HOME", Packaging.FLATPAK),
        ("darwin", "Library/Application Support/Firefox", "HOME", Packaging.PLAIN),
        ("win32", "Mozilla/Firefox", "APPDATA", Packaging.PLAIN),
    ],
)
def test_firefoxs_profiles_come_with_the_one_of_this_installation_first(tmp_path, system, place, variable, packaging):
    firefox_data(tmp_path, place)
    assert profiles_of(Found(BY_KEY["firefox"], "x", packaging), system, {variable: str(tmp_path)}) == (
        BrowserProfile("default-release", "default-release"),
        BrowserProfile("default", "default"),
        BrowserProfile("Contoso = Admin", "Contoso = Admin"),
    )


def test_a_profiles_ini_of_before_installations_has_a_flag(tmp_path):
    found, environment = linux(tmp_path, "firefox")
    firefox_data(tmp_path, ".mozilla/firefox", INI.partition("\n\n")[2])
    assert next(p.id for p in profiles_of(found, "linux", environment)) == "default"


def test_windows_separators_and_a_byte_order_mark_are_understood(tmp_path):
    data = tmp_path / "Mozilla/Firefox"
    (data / "Profiles/x.y").mkdir(parents=True)
    put(data / "profiles.ini", "\ufeff[Profile0]\r\nName=W\u00fcrth\r\nIsRelative=1\r\nPath=Profiles\\x.y\r\n")
    found = profiles_of(Found(BY_KEY["firefox"], "x"), "win32", {"APPDATA": str(tmp_path)})
    assert found == (BrowserProfile("W\u00fcrth", "W\u00fcrth"),)


@pytest.mark.parametrize(
    "ini",
    ["", "\0\0", "no section", "[Profile0", "[Profile0]\nName\n", "[Profile0]\nName=x\nPath=\n", "[Profile0]\nName=\nPath=x\n"],
)
def test_a_damaged_profiles_ini_means_fewer_profiles(tmp_path, ini):
    found, environment = linux(tmp_path, "firefox")
    put(tmp_path / ".mozilla/firefox/profiles.ini", ini)
    assert profiles_of(found, "linux", environment) == ()


def group(data: Path, store: str, rows: list[tuple[object, object]]) -> Path:
    file = data / "Profile Groups" / f"{store}.sqlite"
    file.parent.mkdir(exist_ok=True)
    db = sqlite3.connect(file)
    db.execute(
        'CREATE TABLE "Profiles" (id INTEGER NOT NULL, path TEXT NOT NULL UNIQUE, name TEXT NOT NULL, avatar TEXT, PRIMARY KEY(id))'
    )
    db.executemany("INSERT INTO Profiles (path, name) VALUES (?, ?)", rows)
    db.commit()
    db.close()
    return file


GROUPED = (
    "[Profile0]\nName=Original profile\nIsRelative=1\nPath=two.two\nStoreID=0f1e2d3c\nShowSelector=1\n\n"
    "[InstallX]\nDefault=two.two\n"
)


def test_a_profile_group_gives_its_members(tmp_path):
    found, environment = linux(tmp_path, "firefox")
    data = tmp_path / ".mozilla/firefox"
    for folder in ("one.one", "two.two"):
        (data / folder).mkdir(parents=True)
    put(data / "profiles.ini", GROUPED)
    group(data, "0f1e2d3c", [("one.one", "Private"), ("two.two", "Contoso"), ("gone", "Gone"), ("-x", "Switch")])
    assert profiles_of(found, "linux", environment) == (
        BrowserProfile("two.two", "Contoso"),
        BrowserProfile("one.one", "Private"),
    )


def test_a_group_that_a_firefox_writes_right_now_is_read(tmp_path):
    found, environment = linux(tmp_path, "firefox")
    data = tmp_path / ".mozilla/firefox"
    (data / "two.two").mkdir(parents=True)
    put(data / "profiles.ini", GROUPED)
    file = group(data, "0f1e2d3c", [("two.two", "Before")])
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("UPDATE Profiles SET name = 'After'")
    db.execute("BEGIN IMMEDIATE")
    db.execute("UPDATE Profiles SET name = 'Not yet'")
    assert profiles_of(found, "linux", environment) == (BrowserProfile("two.two", "After"),)
    db.execute("ROLLBACK")
    db.close()


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_a_damaged_group_falls_back_to_the_profile_that_has_it(tmp_path, content):
    found, environment = linux(tmp_path, "firefox")
    data = tmp_path / ".mozilla/firefox"
    (data / "two.two").mkdir(parents=True)
    put(data / "profiles.ini", GROUPED)
    if content is not None:
        put(data / "Profile Groups/0f1e2d3c.sqlite", content)
    assert profiles_of(found, "linux", environment) == (BrowserProfile("Original profile", "Original profile"),)


# --- what is offered, and what starts


@pytest.fixture
def home(tmp_path) -> Path:
    (tmp_path / "bin").mkdir()
    return tmp_path


def browsers(home: Path, system: str = "linux", **more: str) -> SystemBrowsers:
    return SystemBrowsers(
        profiles=home / "data/profiles", system=system, environment={"PATH": str(home / "bin"), "HOME": str(home), **more}
    )


@not_windows
def test_the_choices_begin_with_the_default_browser(home):
    program(home / "bin/chromium")
    program(home / "bin/firefox")
    program(home / "bin/xdg-settings", "#!/bin/sh\necho firefox_firefox.desktop\n")
    local_state(home / ".config/chromium", {"Default": {"name": "Work"}})
    default, chromium, firefox = browsers(home).choices()
    assert (default.key, default.label, default.default, default.private, default.profiles) == (
        "",
        "The default browser (Firefox)",
        True,
        True,
        (),
    )
    assert (chromium.key, chromium.path, chromium.default) == ("chromium", str(home / "bin/chromium"), False)
    assert chromium.profiles == (BrowserProfile("Default", "Work"),)
    assert (firefox.key, firefox.default, firefox.profiles) == ("firefox", True, ())


def test_without_any_browser_there_is_still_the_default_one(home):
    (only,) = browsers(home).choices()
    assert (only.key, only.label, only.private) == ("", "The default browser", False)


def test_safari_never_offers_a_private_window_or_a_profile(home):
    program(home / "Applications/Safari.app/Contents/MacOS/Safari")
    default, safari = browsers(home, "darwin").choices()
    assert (safari.key, safari.private, safari.profiles) == ("safari", False, ())
    assert not default.private
    for choice, private in (
        (BrowserChoice("safari"), True),
        (BrowserChoice("safari", "x"), False),
        (BrowserChoice("safari", f"{OWN_PROFILE}x"), False),
    ):
        with pytest.raises(BrowserTrouble, match="Safari cannot") as caught:
            browsers(home, "darwin").open(URL, choice, private=private)
        assert "Install" in caught.value.next_step
    program(home / "Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    with pytest.raises(BrowserTrouble) as caught:
        browsers(home, "darwin").open(URL, BrowserChoice("safari"), private=True)
    assert "Choose Google Chrome" in caught.value.next_step
    assert browsers(home, "darwin").choices()[0].private


@not_windows
def test_a_private_window_is_opened_elsewhere_when_the_default_browser_has_none(home):
    handlers = home / "Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist"
    put(handlers, plistlib.dumps({"LSHandlers": [{"LSHandlerURLScheme": "https", "LSHandlerRoleAll": "com.apple.safari"}]}))
    program(home / "Applications/Safari.app/Contents/MacOS/Safari")
    with pytest.raises(BrowserTrouble, match="private window"):
        browsers(home, "darwin").open(URL, BrowserChoice(), private=True)
    program(home / "Applications/Google Chrome.app/Contents/MacOS/Google Chrome", f'#!/bin/sh\necho "$@" > {home}/called\n')
    window = browsers(home, "darwin").open(URL, BrowserChoice(), private=True)
    window.process.wait(10)  # type: ignore[attr-defined]
    assert (home / "called").read_text() == f"--incognito {URL}\n"


def called(home: Path, name: str, choice: BrowserChoice) -> list[str]:
    program(home / "bin" / name, f'#!/bin/sh\nprintf "%s\\n" "$@" > {home}/called.new\nmv {home}/called.new {home}/called\n')
    window = browsers(home, PATH=f"{home}/bin:/bin:/usr/bin").open(URL, choice)
    window.process.wait(10)  # type: ignore[attr-defined]
    return (home / "called").read_text().splitlines()


@not_windows
def test_a_member_of_a_group_is_started_by_its_folder(home):
    data = home / ".mozilla/firefox"
    (data / "two.two").mkdir(parents=True)
    put(data / "profiles.ini", GROUPED)
    group(data, "0f1e2d3c", [("two.two", "Contoso")])
    assert called(home, "firefox", BrowserChoice("firefox", "two.two")) == ["--profile", str(data / "two.two"), URL]


@not_windows
def test_a_profile_that_is_gone_is_told(home):
    program(home / "bin/chromium")
    program(home / "bin/firefox")
    local_state(home / ".config/chromium", {"Default": {"name": "Work"}})
    firefox_data(home, ".mozilla/firefox")
    for key in ("chromium", "firefox"):
        with pytest.raises(BrowserTrouble, match="has no profile 'Profile 9'"):
            browsers(home).open(URL, BrowserChoice(key, "Profile 9"))
    assert called(home, "chromium", BrowserChoice("chromium", "Default")) == ["--profile-directory=Default", URL]
    assert called(home, "firefox", BrowserChoice("firefox", "default")) == ["-P", "default", URL]


@not_windows
def test_own_profiles_of_a_browser_in_a_sandbox_lie_where_it_can_write(home, tmp_path):
    script = program(home / "bin/chromium", '#!/bin/sh\nexec /snap/bin/chromium "$@"\n')
    found = find(BY_KEY["chromium"], "linux", {"PATH": str(home / "bin"), "HOME": str(home)})
    assert found == Found(BY_KEY["chromium"], str(script), Packaging.SNAP)
    made = browsers(home)
    folder = made._folder(f"{OWN_PROFILE}abc", found)
    assert folder.is_relative_to(home / "snap/chromium/common")
    other = SystemBrowsers(
        profiles=home / "other/profiles", system="linux", environment={"PATH": str(home / "bin"), "HOME": str(home)}
    )
    assert other._folder(f"{OWN_PROFILE}abc", found) != folder, "each data folder has its own"
    (folder / "Cookies").write_text("x")
    folder.rename(folder.with_name("a" * 32))
    OwnProfileFolders(home / "data/profiles", system="linux", environment={"HOME": str(home)}).forget_profile("a" * 32)
    assert not folder.parent.exists()


def test_a_flatpak_is_found_without_path(home):
    exported = program(home / ".local/share/flatpak/exports/bin/com.google.Chrome")
    assert find(BY_KEY["chrome"], "linux", {"PATH": "", "HOME": str(home)}) == Found(
        BY_KEY["chrome"], str(exported), Packaging.FLATPAK
    )
    assert at(str(exported)) == Found(BY_KEY["chrome"], str(exported), Packaging.FLATPAK)
    assert browsers(home)._folder(f"{OWN_PROFILE}a", at(str(exported))).is_relative_to(home / ".var/app/com.google.Chrome/data")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_program_that_cannot_be_read_is_no_snap(home, monkeypatch):
    program(home / "bin/chromium").chmod(0o755)
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(OSError(13, "no")))
    found = find(BY_KEY["chromium"], "linux", {"PATH": str(home / "bin"), "HOME": str(home)})
    assert found is not None
    assert found.packaging is Packaging.PLAIN
