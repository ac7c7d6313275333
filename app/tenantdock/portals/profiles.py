"""The profiles that a browser has on disk, by the names the person gave them.

The files are the browsers' own and can be anything: damaged, huge, locked, or of a version to come. What cannot be read is
left out.
"""

from __future__ import annotations

import configparser
import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any, Final

from tenantdock.domain.computer import BrowserProfile
from tenantdock.domain.text import one_line
from tenantdock.portals.known import Engine, Found, data_folders, is_file

_SIZE_LIMIT: Final = 32 << 20  # bytes; a Local State of many years has a few MiB
_MOST: Final = 200
_NAME_LIMIT: Final = 80
_BUSY: Final = 0.2  # seconds to wait for a database that a browser is writing
STARTABLE: Final = re.compile(r"[^-\x00-\x1f\x7f/\\][^\x00-\x1f\x7f/\\]{0,127}")
"""What a browser's own name of a profile may look like: neither a switch nor a path."""


@dataclass(frozen=True, slots=True)
class FirefoxProfile:
    """A profile of Firefox. *id* is its name in profiles.ini, or the name of its *folder* when it belongs to a group: Firefox knows
    the members of a group by their folders alone.
    """

    id: str
    name: str
    folder: Path
    grouped: bool
    default: bool = False


def profiles_of(found: Found, system: str, environment: Mapping[str, str]) -> tuple[BrowserProfile, ...]:
    """Return the profiles of a browser, its default one first. Empty when there are none, or when they cannot be read."""
    folders = data_folders(found, system, environment)
    if found.browser.engine is Engine.CHROMIUM:
        return next((profiles for folder in folders if (profiles := _of_chromium(folder))), ())
    if found.browser.engine is Engine.FIREFOX:
        every = [profile for folder in folders for profile in firefox_profiles(folder)]
        every.sort(key=lambda profile: not profile.default)
        known = {profile.id: profile for profile in reversed(every)}
        return _distinct([BrowserProfile(p.id, p.name) for p in every if known[p.id] is p and STARTABLE.fullmatch(p.id)])
    return ()


def firefox_profile(found: Found, profile_id: str, system: str, environment: Mapping[str, str]) -> FirefoxProfile | None:
    """Return the profile of Firefox that *profile_id* names, or None when there is none on disk."""
    folders = data_folders(found, system, environment)
    return next((p for folder in folders for p in firefox_profiles(folder) if p.id == profile_id), None)


def _of_chromium(data: Path) -> tuple[BrowserProfile, ...]:
    # Source: chromium, chrome/browser/profiles/profile_attributes_storage.cc and profile_attributes_entry.cc
    state = _json(data / "Local State").get("profile")
    if not isinstance(state, dict) or not isinstance(state.get("info_cache"), dict):
        return ()
    order = state.get("profiles_order")
    places = {name: at for at, name in enumerate(order) if isinstance(name, str)} if isinstance(order, list) else {}
    found: list[BrowserProfile] = []
    cache = [(name, info) for name, info in state["info_cache"].items() if isinstance(info, dict)]
    cache.sort(key=lambda entry: (places.get(entry[0], len(places)), entry[0] != "Default"))
    for folder, info in cache[: _MOST * 2]:
        if not STARTABLE.fullmatch(folder) or info.get("is_ephemeral") is True or info.get("is_omitted_from_profile_list") is True:
            continue
        with contextlib.suppress(OSError):
            if not (data / folder).is_dir():
                continue
        given, gaia = _text(info, "name"), _text(info, "gaia_name")
        shown = (gaia if info.get("is_using_default_name") is True else "") or given or gaia or folder
        found.append(
            BrowserProfile(folder, one_line(shown, _NAME_LIMIT) or folder, one_line(_text(info, "user_name"), _NAME_LIMIT))
        )
    return _distinct(found)


def firefox_profiles(data: Path) -> list[FirefoxProfile]:
    """Return the profiles below a folder of Firefox's: those of profiles.ini and those of its profile groups."""
    # Sources: Mozilla, toolkit/profile/nsToolkitProfileService.cpp (profiles.ini and its Install sections) and
    # browser/components/profiles/SelectableProfileService.sys.mjs (groups: one SQLite file each)
    ini = configparser.RawConfigParser(strict=False, interpolation=None, delimiters=("=",), comment_prefixes=(";", "#"))
    try:
        ini.read_string(_bytes(data / "profiles.ini").decode("utf-8", "replace").removeprefix("\ufeff"))
    except configparser.Error:
        return []
    sections = {name: dict(ini[name]) for name in ini.sections()}
    # The profile that an installation starts with; a file of before Firefox 67 has only the flag
    chosen = {section["default"] for name, section in sections.items() if name.startswith("Install") and "default" in section}
    found: list[FirefoxProfile] = []
    for name, section in sections.items():
        path, given = section.get("path", ""), section.get("name", "")
        if not re.fullmatch(r"Profile\d+", name) or not path or len(found) >= _MOST:
            continue
        default = path in chosen or (not chosen and section.get("default") == "1")
        members = list(_group(data, section.get("storeid", "")))
        if members:
            found += [
                FirefoxProfile(member.name, shown, member, grouped=True, default=default and member == _below(data, path))
                for member, shown in members
            ]
        elif given:
            relative = section.get("isrelative", "1") != "0"
            folder = _below(data, path) if relative else Path(path)
            if _is_folder(folder):
                shown = one_line(given, _NAME_LIMIT)
                found.append(FirefoxProfile(given, shown or folder.name, folder, grouped=False, default=default))
    return found[:_MOST]


def _group(data: Path, store: str) -> Iterator[tuple[Path, str]]:
    if not re.fullmatch(r"[A-Za-z0-9-]{1,64}", store):
        return
    file = data / "Profile Groups" / f"{store}.sqlite"
    if not is_file(file):
        return
    # Its own lock is respected, nothing is written; a log that a crash left cannot be replayed without writing: then without it
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        try:
            with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?{mode}", uri=True, timeout=_BUSY)) as db:
                rows = db.execute("SELECT path, name FROM Profiles ORDER BY id LIMIT ?", (_MOST,)).fetchall()
        except (sqlite3.Error, OSError, ValueError):
            continue
        for path, name in rows:
            if isinstance(path, str) and isinstance(name, str) and path:
                folder = _below(data, path)
                if _is_folder(folder):
                    yield folder, one_line(name, _NAME_LIMIT) or folder.name
        return


def _below(data: Path, path: str) -> Path:
    return data.joinpath(*PureWindowsPath(path).parts)  # both kinds of slashes


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE_LIMIT + 1)
    except (OSError, ValueError):
        return b""
    return data if len(data) <= _SIZE_LIMIT else b""


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(_bytes(path).decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _text(info: Mapping[str, object], key: str) -> str:
    value = info.get(key)
    return value if isinstance(value, str) else ""


def _distinct(profiles: list[BrowserProfile]) -> tuple[BrowserProfile, ...]:
    """Return *profiles*, with the browser's own name of each as a hint where nothing else tells it from another one."""
    shown = [(profile.name, profile.hint) for profile in profiles]
    return tuple(
        BrowserProfile(p.id, p.name, f"{p.hint}, {p.id}" if p.hint else one_line(p.id, _NAME_LIMIT))
        if shown.count((p.name, p.hint)) > 1
        else p
        for p in profiles[:_MOST]
    )
