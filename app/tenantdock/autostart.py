r"""Starts TenantDock when the person logs in: XDG autostart, a LaunchAgent on macOS, the Run key on Windows.

Sources: https://specifications.freedesktop.org/autostart-spec and .../desktop-entry-spec (Exec, its quoting), as known in 2026;
launchd.plist(5); https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys (a command has at most 260
characters). That the Task Manager's switch is the first byte of ``Explorer\StartupApproved\Run`` (even: on) is told by many and
documented by nobody; it is read, and taken away when the person switches it on here.
"""

from __future__ import annotations

import contextlib
import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tenantdock.domain.computer import Autostart, AutostartState
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line
from tenantdock.shipped import resources

_LABEL: Final = "io.tenantdock.TenantDock"
_RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_VALUE: Final = "TenantDock"
_LONGEST_RUN: Final = 260
_FILE_LIMIT: Final = 65_536


def autostart(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Autostart:
    """Return this system's own. *command* is what to start, with its arguments."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - on Windows only

        return RunKey(command, winreg)
    if sys.platform == "darwin":
        return LaunchAgent(command, Path.home() / "Library" / "LaunchAgents")
    return DesktopEntry(command, os.environ if environment is None else environment)


class NoAutostart:
    """Where it makes no sense; *reason* says why."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    def state(self) -> AutostartState:
        """Off, with the reason."""
        return AutostartState(on=False, reason=self._reason)

    def set(self, *, on: bool) -> None:  # noqa: ARG002 - it is never on
        """Raise the reason."""
        raise StorageTrouble(self._reason, next_step="Start TenantDock yourself.")


class DesktopEntry:
    """A ``.desktop`` file in ``$XDG_CONFIG_HOME/autostart``. One of the same name that the system brings counts until the person
    has one of their own, so it is switched off by an own one that is hidden.
    """

    NAME: Final = "tenantdock.desktop"

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command = list(command)
        home = environment.get("HOME") or str(Path.home())
        self._file = _absolute(environment.get("XDG_CONFIG_HOME", ""), Path(home, ".config")) / "autostart" / self.NAME
        folders = environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        self._others = [Path(each) / "autostart" / self.NAME for each in folders.split(":") if each.startswith("/")]

    def state(self) -> AutostartState:
        """Whether the file that counts is there and not hidden."""
        for file in (self._file, *self._others):
            values = _entry(file)
            if values is not None:
                on = values.get("Hidden") != "true" and values.get("X-GNOME-Autostart-enabled") != "false"
                return AutostartState(on=on and "Exec" in values, where=str(file))
        return AutostartState(on=False, where=str(self._file))

    def set(self, *, on: bool) -> None:
        """Write the file, or take it away."""
        with _told(self._file):
            if on or any(each.exists() for each in self._others):
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _replace(self._file, self.text(hidden=not on).encode())
            else:
                self._file.unlink(missing_ok=True)

    def text(self, *, hidden: bool = False) -> str:
        """Return the file's text."""
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.4",
            "Name=TenantDock",
            "Comment=Signs in to Microsoft 365 tenants, each as the right account",
            f"Exec={desktop_exec(self._command)}",
            f"Icon={_escaped(str(resources() / 'icons' / 'tenantdock-256.png'))}",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
        ]
        return "\n".join([*lines, *(["Hidden=true"] if hidden else [])]) + "\n"


class LaunchAgent:
    """A property list in ``~/Library/LaunchAgents``, which launchd reads at log-in."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = list(command)
        self._file = folder / f"{_LABEL}.plist"

    def state(self) -> AutostartState:
        """Whether the file is there, and neither disabled nor damaged."""
        try:
            found: Any = plistlib.loads(self._file.read_bytes()[:_FILE_LIMIT])
            on = isinstance(found, dict) and bool(found.get("RunAtLoad")) and not found.get("Disabled")
        except Exception:  # noqa: BLE001 - whatever the file is, it is no agent then; plistlib raises many kinds
            on = False
        return AutostartState(on=on, where=str(self._file))

    def set(self, *, on: bool) -> None:
        """Write the file, or take it away."""
        with _told(self._file):
            if not on:
                self._file.unlink(missing_ok=True)
                return
            self._file.parent.mkdir(parents=True, exist_ok=True)
            agent = {
                "Label": _LABEL,
                "ProgramArguments": self._command,
                "RunAtLoad": True,
                "LimitLoadToSessionType": "Aqua",
                "ProcessType": "Interactive",
            }
            _replace(self._file, plistlib.dumps(agent))


class RunKey:
    """A value of the current user's Run key. *registry* is the module ``winreg``."""

    def __init__(self, command: Sequence[str], registry: Any) -> None:
        self._line = subprocess.list2cmdline(command)
        self._registry = registry

    def state(self) -> AutostartState:
        """Whether the value is there and the person has not switched it off in the Task Manager."""
        value, approved = self._read(_RUN), self._read(_APPROVED)
        off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
        reason = ""
        if len(self._line) > _LONGEST_RUN:
            reason = said("Windows starts no program whose command is longer than {n} characters.", n=_LONGEST_RUN)
        return AutostartState(on=bool(value) and not off, reason=reason, where=rf"HKEY_CURRENT_USER\{_RUN}")

    def set(self, *, on: bool) -> None:
        """Write the value, or take it away."""
        state = self.state()
        if on and state.reason:
            raise StorageTrouble(state.reason, next_step="Install TenantDock in a folder with a shorter name.")
        registry = self._registry
        with _told(state.where):
            if on:
                with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_SET_VALUE) as key:
                    registry.SetValueEx(key, _VALUE, 0, registry.REG_SZ, self._line)
                self._delete(_APPROVED)
            else:
                self._delete(_RUN)

    def _read(self, place: str) -> object:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, place) as key:
                return self._registry.QueryValueEx(key, _VALUE)[0]
        except OSError:
            return None

    def _delete(self, place: str) -> None:
        registry = self._registry
        with (
            contextlib.suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, place, 0, registry.KEY_SET_VALUE) as key,
        ):
            registry.DeleteValue(key, _VALUE)


def desktop_exec(command: Sequence[str]) -> str:
    """Return *command* as the value of ``Exec``: each argument in quotes, with what would mean something there escaped, and then
    escaped again as every value is. Raises ``ValueError`` for a control character, which a desktop entry cannot hold.
    """
    quoted = []
    for each in command:
        if any(ord(character) < ord(" ") for character in each):
            raise ValueError("a control character")
        inside = "".join(f"\\{character}" if character in '"`$\\' else character for character in each).replace("%", "%%")
        quoted.append(f'"{inside}"')
    return _escaped(" ".join(quoted))


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _absolute(text: str, otherwise: Path) -> Path:
    """The base directory specification: what is not absolute is to be ignored."""
    return Path(text) if text.startswith("/") else otherwise


def _entry(file: Path) -> dict[str, str] | None:
    """Return the values of the main group of a desktop entry, or None where there is no such file."""
    try:
        with file.open("rb") as opened:
            text = opened.read(_FILE_LIMIT).decode("utf-8", "replace")
    except OSError:
        return None
    values: dict[str, str] = {}
    group = ""
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            values.setdefault(key.strip(), value.strip())
    return values


def _replace(file: Path, data: bytes) -> None:
    new = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        new.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()
        raise


class _told(contextlib.AbstractContextManager[None]):  # noqa: N801 - it reads as a function
    """Tells what cannot be written as a person's trouble."""

    def __init__(self, where: Path | str) -> None:
        self._where = where

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if isinstance(failure, (OSError, ValueError)):
            reason = getattr(failure, "strerror", None) or str(failure)
            raise StorageTrouble(
                said("Starting at log-in could not be changed: {reason}.", reason=one_line(reason, 120)),
                next_step=said("Check that you may write {where}, and try again.", where=one_line(str(self._where), 200)),
            ) from failure
