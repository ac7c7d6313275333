"""Which PowerShell modules are installed, without running PowerShell: by the folders of PSModulePath.

A module is ``<folder>/<name>/<version>/<name>.psd1``, or without the version between. Source:
https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_psmodulepath, read in November 2026.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tenantdock.consoles.machine import Machine
from tenantdock.domain.computer import Shell
from tenantdock.domain.said import said

_VERSION: Final = re.compile(r"\d+(?:\.\d+){1,3}")
_IN_MANIFEST: Final = re.compile(r"^\s*ModuleVersion\s*=\s*['\"](\d+(?:\.\d+){1,3})['\"]", re.IGNORECASE | re.MULTILINE)
_MANIFEST_LIMIT: Final = 65_536
_LOOKS: Final = 200
"""Folders that are looked into: a person's list is a dozen, and no list makes a test endless."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A module that a service's cmdlets are in. *least* is the version that it takes to be given a token, and *why*; without
    numbers any version will do.
    """

    name: str
    least: tuple[int, ...]
    why: str


# Which version took a token first: each module's release notes, as gathered in the project's facts
WANTED: Final = {
    "graph": Wanted("Microsoft.Graph.Authentication", (2, 0), said("takes a token as a SecureString")),
    "azure": Wanted("Az.Accounts", (4, 0), said("is the oldest that was tried")),
    "exchange": Wanted("ExchangeOnlineManagement", (3, 1), said("has Connect-ExchangeOnline -AccessToken")),
    "compliance": Wanted("ExchangeOnlineManagement", (3, 8), said("has Connect-IPPSSession -AccessToken")),
    "teams": Wanted("MicrosoftTeams", (), ""),
}


@dataclass(frozen=True, slots=True)
class Installed:
    """A module that was found. *version* is "" when neither folder nor manifest tells it."""

    name: str
    version: str
    folder: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The version to compare by."""
        return numbers(self.version)


def numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers; an unknown one is the lowest."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def folders(machine: Machine, shell: Shell) -> list[Path]:
    """Return the folders that *shell* looks for modules in, as it would set PSModulePath at its start."""
    given = [Path(part) for part in machine.variable("PSModulePath").split(";" if machine.windows else ":") if part]
    return list(dict.fromkeys([*_usual(machine, shell), *given]))[:_LOOKS]


def _usual(machine: Machine, shell: Shell) -> Iterator[Path]:
    own = Path(shell.path)
    if not machine.windows:
        yield machine.home / ".local/share/powershell/Modules"
        yield machine.root / "usr/local/share/powershell/Modules"
        real = own.resolve() if os.path.lexists(own) else own
        yield real.parent / "Modules"
        return
    name = "WindowsPowerShell" if shell.key == "powershell" else "PowerShell"
    documents = [machine.home / "Documents"]
    if machine.variable("OneDrive"):
        documents.append(Path(machine.variable("OneDrive")) / "Documents")  # where Windows moves the folder to
    yield from (folder / name / "Modules" for folder in documents)
    for variable in ("ProgramFiles", "ProgramW6432"):
        if machine.variable(variable):
            yield Path(machine.variable(variable)) / name / "Modules"
    yield own.parent / "Modules"


def find_module(name: str, places: Sequence[Path]) -> list[Installed]:
    """Return the versions of a module that are installed in *places*, newest first."""
    found = []
    for place in places:
        for folder in _spelled(place, name):
            found += list(_versions(folder, name, str(place)))
    return sorted(found, key=lambda module: module.numbers, reverse=True)


def _spelled(place: Path, name: str) -> list[Path]:
    """The module's folder, whatever its case: on Linux it keeps that of the package."""
    try:
        if (place / name).is_dir():
            return [place / name]
        return [
            each for each in itertools.islice(place.iterdir(), 5000) if each.name.casefold() == name.casefold() and each.is_dir()
        ]
    except OSError:
        return []


def _versions(folder: Path, name: str, place: str) -> Iterator[Installed]:
    try:
        below = [each.name for each in itertools.islice(folder.iterdir(), 1000) if _VERSION.fullmatch(each.name) and each.is_dir()]
    except OSError:
        return
    yield from (Installed(name, version, place) for version in below)
    manifest = next((each for each in folder.glob("*.psd1") if each.stem.casefold() == name.casefold()), None)
    if manifest is not None and not below:
        yield Installed(name, _told(manifest), place)


def _told(manifest: Path) -> str:
    try:
        with manifest.open("rb") as file:
            head = file.read(_MANIFEST_LIMIT)
    except OSError:
        return ""
    # Windows PowerShell's own tools write UTF-16
    text = head.decode("utf-16", "replace") if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else head.decode("utf-8-sig", "replace")
    found = _IN_MANIFEST.search(text)
    return found[1] if found else ""
