"""Finds PowerShell 7 and Windows PowerShell.

Where PowerShell is installed: https://learn.microsoft.com/powershell/scripting/install (Windows: MSI, Store, .NET tool; Linux:
packages, snap, .NET tool, tar archive; macOS: Homebrew, package), read in November 2026.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tenantdock.consoles.machine import Machine
from tenantdock.domain.computer import Shell
from tenantdock.domain.errors import NoPowerShell
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line

WINGET = "winget install --id Microsoft.PowerShell --source winget"
_INSTALL_PAGE = "https://learn.microsoft.com/powershell/scripting/install"


def find_shells(machine: Machine, extra: Sequence[str] = ()) -> list[Shell]:
    """Return the installed PowerShells, best first, each once: *extra* paths, PowerShell 7, previews, Windows PowerShell."""
    shells: list[Shell] = []
    seen: set[str] = set()
    for path in (*extra, *_candidates(machine)):
        real = os.path.realpath(path)
        if not path or real in seen or not machine.is_program(path):
            continue
        seen.add(real)
        shells.append(describe(path))
    return shells


def describe(path: str) -> Shell:
    """Return what a PowerShell at *path* is, judged by its name alone: nothing is run."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1].lower().removesuffix(".exe")
    if name == "powershell":
        return Shell("powershell", "Windows PowerShell", path, "5.1")
    if "preview" in path.lower():
        return Shell("pwsh-preview", "PowerShell 7 (preview)", path)
    return Shell("pwsh", "PowerShell 7", path)


def choose_shell(chosen: str, shells: Sequence[Shell], machine: Machine) -> Shell:
    """Return the PowerShell for a connection's setting: a key, an absolute path, or "" for the best one.

    Raises :class:`NoPowerShell` when none is installed or the chosen one is gone.
    """
    if not chosen:
        if not shells:
            raise NoPowerShell("No PowerShell was found on this machine.", next_step=install_step(machine))
        return shells[0]
    for shell in shells:
        if chosen in {shell.key, shell.path}:
            return shell
    if _is_absolute(chosen, machine) and machine.is_program(chosen):
        return describe(chosen)
    where = one_line(chosen, 120)
    if not shells:
        raise NoPowerShell(
            said("The PowerShell chosen for this connection ({where}) is not there.", where=where), next_step=install_step(machine)
        )
    raise NoPowerShell(
        said("The PowerShell chosen for this connection ({where}) is not there any more.", where=where),
        next_step=said(
            "Edit the connection and choose another one, such as {label} ({path}).",
            label=shells[0].label,
            path=one_line(shells[0].path, 120),
        ),
        title="The chosen PowerShell is gone",
    )


def install_step(machine: Machine) -> str:
    """Return what to do to get PowerShell on this system, with the command."""
    if machine.windows:
        return said("Install it with: {command}", command=WINGET)
    if machine.mac:
        return said(
            "Install it with: {command} (or the package from {page}).",
            command="brew install powershell",
            page=f"{_INSTALL_PAGE}-macos",
        )
    ids = machine.linux_ids()
    if machine.which("snap"):
        return said("Install it with: {command}", command="sudo snap install powershell --classic")
    if "ubuntu" in ids or "debian" in ids:
        page = "ubuntu" if "ubuntu" in ids else "debian"
        return said(
            "Add Microsoft's package source as {page} shows, then: {command}",
            page=f"{_INSTALL_PAGE}-{page}",
            command="sudo apt-get install -y powershell",
        )
    if {"rhel", "fedora", "centos"} & set(ids):
        return said(
            "Add Microsoft's package source as {page} shows, then: {command}",
            page=f"{_INSTALL_PAGE}-rhel",
            command="sudo dnf install powershell",
        )
    return said("Install PowerShell 7 as {page} shows, then try again.", page=f"{_INSTALL_PAGE}-linux")


def _candidates(machine: Machine) -> Iterator[str]:
    if machine.windows:
        yield from _windows_candidates(machine)
        return
    yield machine.which("pwsh") or ""
    for pattern in (
        "/opt/microsoft/powershell/*/pwsh",
        "/usr/local/microsoft/powershell/*/pwsh",
        "/opt/homebrew/bin/pwsh",
        "/usr/local/bin/pwsh",
        "/usr/bin/pwsh",
        "/snap/bin/pwsh",
    ):
        yield from machine.matching(pattern)
    yield str(machine.home / ".dotnet" / "tools" / "pwsh")
    yield machine.which("pwsh-preview") or ""
    yield from machine.matching("/snap/bin/pwsh-preview")


def _windows_candidates(machine: Machine) -> Iterator[str]:
    yield machine.which("pwsh.exe") or ""
    folders = dict.fromkeys(machine.variable(name) for name in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"))
    for folder in filter(None, folders):
        found = sorted(Path(folder, "PowerShell").glob("*/pwsh.exe"), key=lambda path: ("preview" not in str(path), str(path)))
        yield from (str(path) for path in reversed(found))
    local = machine.variable("LOCALAPPDATA")
    if local:
        yield str(Path(local, "Microsoft", "WindowsApps", "pwsh.exe"))
    yield str(machine.home / ".dotnet" / "tools" / "pwsh.exe")
    yield machine.which("powershell.exe") or ""
    system = machine.variable("SystemRoot")
    if system:
        yield str(Path(system, "System32", "WindowsPowerShell", "v1.0", "powershell.exe"))


def _is_absolute(path: str, machine: Machine) -> bool:
    return path.startswith("/") or (machine.windows and path[1:3] in {":\\", ":/"})
