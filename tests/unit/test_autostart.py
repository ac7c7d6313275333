"""Starting at log-in: the files and registry values themselves, read back as the systems' specifications say."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenantdock import autostart, ourselves
from tenantdock.autostart import DesktopEntry, LaunchAgent, NoAutostart, RunKey, desktop_exec
from tenantdock.domain.computer import Autostart
from tenantdock.domain.errors import StorageTrouble

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="the XDG files have POSIX paths in them")

COMMAND = ["/opt/Tenant Dock/tenantdock", "--data", '/home/anna/50 % "daten" `x` $HOME \\ü', "--hidden"]
words = st.text(st.characters(codec="utf-8", min_codepoint=32, exclude_characters="\x7f"), min_size=1, max_size=30)


def as_the_specification_reads(value):
    """Undo the escapes of a string, then the quoting of Exec, then the field codes (Desktop Entry Specification 1.5)."""
    text = ""
    at = 0
    while at < len(value):
        if value[at] == "\\":
            text += {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[value[at + 1]]
            at += 2
        else:
            text += value[at]
            at += 1
    arguments, at = [], 0
    while at < len(text):
        assert text[at] == '"'
        at += 1
        argument = ""
        while text[at] != '"':
            if text[at] == "\\":
                at += 1
                assert text[at] in '"`$\\'
            argument += text[at]
            at += 1
        arguments.append(argument.replace("%%", "\0").replace("\0", "%"))
        assert "%" not in argument.replace("%%", "")
        at += 2
    return arguments


def entry(tmp_path, **environment):
    given = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": str(tmp_path / "xdg"),
        **environment,
    }
    return DesktopEntry(COMMAND, given)


def exec_of(file: Path):
    return next(line.partition("=")[2] for line in file.read_text("utf-8").splitlines() if line.startswith("Exec="))


# --- XDG


@not_windows
def test_it_is_switched_on_and_off(tmp_path):
    start: Autostart = entry(tmp_path)
    file = tmp_path / "config" / "autostart" / "tenantdock.desktop"
    assert not start.state().on
    start.set(on=True)
    assert start.state().on
    assert start.state().where == str(file)
    assert as_the_specification_reads(exec_of(file)) == COMMAND
    start.set(on=True)
    assert [each.name for each in file.parent.iterdir()] == ["tenantdock.desktop"]
    start.set(on=False)
    assert not start.state().on
    assert not file.exists()
    start.set(on=False)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-validate")
@pytest.mark.parametrize("hidden", [False, True])
def test_the_freedesktop_validator_finds_nothing(tmp_path, hidden):
    file = tmp_path / "tenantdock.desktop"
    file.write_text(entry(tmp_path).text(hidden=hidden), "utf-8")
    said = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")


@given(st.lists(words, min_size=1, max_size=5))
def test_any_command_comes_back_from_exec(command):
    assert as_the_specification_reads(desktop_exec(command)) == command


@pytest.mark.parametrize("name", ["two\nlines", "\x1b[31m", "a\0b"])
def test_a_control_character_is_refused_and_nothing_is_written(tmp_path, name):
    start = DesktopEntry([name], {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)})
    with pytest.raises(StorageTrouble, match="control character"):
        start.set(on=True)
    assert not start.state().on
    assert not (tmp_path / "autostart" / "tenantdock.desktop").exists()


@not_windows
def test_what_a_desktops_own_settings_switched_off_is_off(tmp_path):
    start = entry(tmp_path)
    start.set(on=True)
    file = tmp_path / "config" / "autostart" / "tenantdock.desktop"
    plain = file.read_text("utf-8")
    file.write_text(plain.replace("X-GNOME-Autostart-enabled=true", "X-GNOME-Autostart-enabled=false"), "utf-8")
    assert not start.state().on
    file.write_text(plain + "Hidden=true\n", "utf-8")
    assert not start.state().on
    file.write_text(plain + "[Desktop Action x]\nHidden=true\n", "utf-8")
    assert start.state().on, "another group means something else"


@not_windows
def test_one_that_the_system_brings_counts_until_the_person_hides_it(tmp_path):
    theirs = tmp_path / "xdg" / "autostart" / "tenantdock.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text(entry(tmp_path).text(), "utf-8")
    start = entry(tmp_path)
    assert start.state().on
    assert start.state().where == str(theirs)
    start.set(on=False)
    assert not start.state().on
    assert theirs.exists()
    start.set(on=True)
    assert start.state().on
    assert "Hidden" not in (tmp_path / "config" / "autostart" / "tenantdock.desktop").read_text("utf-8")


def test_a_folder_name_that_is_not_absolute_is_ignored(tmp_path):
    start = entry(tmp_path, XDG_CONFIG_HOME="relative")
    start.set(on=True)
    assert (tmp_path / ".config" / "autostart" / "tenantdock.desktop").is_file()


@not_windows
def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "config").write_text("in the way")
    with pytest.raises(StorageTrouble, match="could not be changed") as told:
        entry(tmp_path).set(on=True)
    assert "autostart" in told.value.next_step
    assert not entry(tmp_path).state().on


@given(st.binary(max_size=300))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_holds_its_state_is_told(tmp_path, data):
    start = entry(tmp_path)
    start._file.parent.mkdir(parents=True, exist_ok=True)
    start._file.write_bytes(data)
    assert start.state().on in {True, False}
    agent = LaunchAgent(COMMAND, tmp_path)
    agent._file.write_bytes(data)
    assert not agent.state().on


# --- macOS


def test_a_launch_agent_starts_the_command_at_log_in(tmp_path):
    start: Autostart = LaunchAgent(COMMAND, tmp_path / "Library" / "LaunchAgents")
    assert not start.state().on
    start.set(on=True)
    assert start.state().on
    (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    found = plistlib.loads(file.read_bytes())
    assert found["Label"] == file.stem
    assert found["ProgramArguments"] == COMMAND
    assert found["RunAtLoad"] is True
    assert "KeepAlive" not in found, "quitting is for good"
    file.write_bytes(plistlib.dumps({**found, "Disabled": True}))
    assert not start.state().on
    start.set(on=False)
    assert not file.exists()


# --- Windows


class Registry:
    """What is used of winreg, over a dictionary."""

    HKEY_CURRENT_USER = "HKCU"
    KEY_SET_VALUE = 2
    REG_SZ = 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, object]] = {autostart._RUN: {}}
        self.denied = False

    @contextmanager
    def OpenKey(self, root, place, reserved=0, access=0):  # noqa: N802
        assert root == "HKCU"
        if place not in self.keys:
            raise FileNotFoundError(2, "no such key")
        yield self.keys[place]

    @contextmanager
    def CreateKeyEx(self, root, place, reserved, access):  # noqa: N802
        if self.denied:
            raise PermissionError(13, "Access is denied")
        yield self.keys.setdefault(place, {})

    def QueryValueEx(self, key, name):  # noqa: N802
        if name not in key:
            raise FileNotFoundError(2, "no such value")
        return key[name], 1

    def SetValueEx(self, key, name, reserved, kind, value):  # noqa: N802
        assert kind == self.REG_SZ
        key[name] = value

    def DeleteValue(self, key, name):  # noqa: N802
        if name not in key:
            raise FileNotFoundError(2, "no such value")
        del key[name]


def test_the_run_key_holds_the_command_line():
    registry = Registry()
    start: Autostart = RunKey([r"C:\Program Files\TenantDock\TenantDock.exe", "--hidden"], registry)
    assert not start.state().on
    start.set(on=True)
    assert registry.keys[autostart._RUN] == {"TenantDock": r'"C:\Program Files\TenantDock\TenantDock.exe" --hidden'}
    assert start.state().on
    start.set(on=False)
    start.set(on=False)
    assert registry.keys[autostart._RUN] == {}


def test_what_the_task_manager_switched_off_is_off_until_it_is_switched_on_here():
    registry = Registry()
    start = RunKey(["TenantDock.exe"], registry)
    start.set(on=True)
    registry.keys[autostart._APPROVED] = {"TenantDock": b"\x03\0\0\0abcdefgh"}
    assert not start.state().on
    start.set(on=True)
    assert start.state().on
    registry.keys[autostart._APPROVED] = {"TenantDock": b"\x02\0\0\0\0\0\0\0\0\0\0\0"}
    assert start.state().on


def test_a_command_that_windows_would_not_start_is_refused():
    registry = Registry()
    start = RunKey(["C:\\" + "x" * 260], registry)
    assert "260" in start.state().reason
    with pytest.raises(StorageTrouble, match="260"):
        start.set(on=True)
    assert registry.keys[autostart._RUN] == {}


def test_a_registry_that_refuses_is_told():
    registry = Registry()
    registry.denied = True
    with pytest.raises(StorageTrouble, match="Access is denied"):
        RunKey(["TenantDock.exe"], registry).set(on=True)


# --- elsewhere


def test_where_it_makes_no_sense_the_reason_is_told():
    start: Autostart = NoAutostart("The practice cloud is not started at log-in.")
    assert start.state().reason.startswith("The practice cloud")
    with pytest.raises(StorageTrouble, match="practice"):
        start.set(on=True)


def test_this_system_has_one(tmp_path):
    made = autostart.autostart(COMMAND, {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)})
    assert made.state().reason == ""


def test_an_appimage_is_started_by_its_file_and_not_by_where_it_is_mounted(monkeypatch):
    assert ourselves.command()[1:] == ["-P", "-m", "tenantdock"]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert ourselves.command({"APPIMAGE": "/home/anna/TenantDock.AppImage"}) == ["/home/anna/TenantDock.AppImage"]
    assert len(ourselves.command({})) == 1
