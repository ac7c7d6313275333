"""Finding and choosing a PowerShell."""

from __future__ import annotations

import os
import sys

import pytest

from support.consoles import machine, script
from tenantdock.consoles.shells import choose_shell, describe, find_shells, install_step
from tenantdock.consoles.terminals import find_terminals
from tenantdock.domain.errors import NoPowerShell

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="its programs are files with POSIX modes and links")


def program(path):
    return script(path, "")


def test_nothing_installed_finds_nothing(tmp_path):
    assert find_shells(machine(tmp_path)) == []


@not_windows
def test_the_places_of_linux_are_searched_best_first_and_each_once(tmp_path):
    here = machine(tmp_path)
    seven = program(tmp_path / "root/opt/microsoft/powershell/7/pwsh")
    preview = program(tmp_path / "root/opt/microsoft/powershell/7-preview/pwsh")
    snap = program(tmp_path / "root/snap/bin/pwsh")
    tool = program(tmp_path / "home/.dotnet/tools/pwsh")
    (tmp_path / "bin/pwsh").symlink_to(seven)
    found = find_shells(here)
    assert [shell.path for shell in found] == [str(path) for path in (tmp_path / "bin/pwsh", preview, snap, tool)]
    assert [shell.key for shell in found] == ["pwsh", "pwsh-preview", "pwsh", "pwsh"]


def test_an_extra_path_comes_first(tmp_path):
    here = machine(tmp_path)
    program(tmp_path / "bin/pwsh")
    own = program(tmp_path / "own/pwsh")
    assert next(shell.path for shell in find_shells(here, [str(own), str(tmp_path / "gone")])) == str(own)


@not_windows
def test_a_file_that_cannot_be_run_is_no_shell(tmp_path):
    here = machine(tmp_path)
    program(tmp_path / "root/opt/microsoft/powershell/7/pwsh").chmod(0o644)
    (tmp_path / "root/snap/bin/pwsh").mkdir(parents=True)
    assert find_shells(here) == []


@not_windows
def test_the_places_of_windows_are_searched(tmp_path):
    env = {
        "PATH": "",
        "ProgramFiles": str(tmp_path / "pf"),
        "ProgramW6432": str(tmp_path / "pf"),
        "LOCALAPPDATA": str(tmp_path / "local"),
        "SystemRoot": str(tmp_path / "win"),
    }
    here = machine(tmp_path, platform="win32", env=env)
    seven = program(tmp_path / "pf/PowerShell/7/pwsh.exe")
    preview = program(tmp_path / "pf/PowerShell/7-preview/pwsh.exe")
    alias = tmp_path / "local/Microsoft/WindowsApps/pwsh.exe"
    alias.parent.mkdir(parents=True)
    alias.symlink_to(tmp_path / "not-readable")  # a Store alias cannot be opened as a file either
    tool = program(tmp_path / "home/.dotnet/tools/pwsh.exe")
    old = program(tmp_path / "win/System32/WindowsPowerShell/v1.0/powershell.exe")
    found = find_shells(here)
    assert [shell.path for shell in found] == [str(path) for path in (seven, preview, alias, tool, old)]
    assert found[-1] == describe(str(old))
    assert (found[-1].key, found[-1].version) == ("powershell", "5.1")


def test_names_of_variables_have_no_case_on_windows(tmp_path):
    # dict(os.environ) has them in upper case there
    env = {"PATH": "", "PROGRAMFILES": str(tmp_path / "pf"), "SYSTEMROOT": str(tmp_path / "win")}
    program(tmp_path / "pf/PowerShell/7/pwsh.exe")
    program(tmp_path / "win/System32/WindowsPowerShell/v1.0/powershell.exe")
    assert [shell.key for shell in find_shells(machine(tmp_path, platform="win32", env=env))] == ["pwsh", "powershell"]


def test_on_windows_no_program_of_the_current_folder_or_a_relative_one_is_taken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for place in ("pwsh.exe", "powershell.exe", "tools/pwsh.exe", "wt.exe"):
        program(tmp_path / place)
    listed = program(tmp_path / "a b/pwsh.exe")
    env = {"Path": os.pathsep.join(["", ".", "tools", f'"{tmp_path / "a b"}"', "*?"])}
    here = machine(tmp_path, platform="win32", env=env)
    here.env.pop("PATH")
    assert [shell.path for shell in find_shells(here)] == [str(listed)]
    assert [terminal.key for terminal in find_terminals(here)] == ["conhost"]


@not_windows
def test_the_best_shell_is_taken_when_none_was_chosen(tmp_path):
    here = machine(tmp_path)
    program(tmp_path / "bin/pwsh")
    shells = find_shells(here)
    assert choose_shell("", shells, here) == shells[0]


@not_windows
def test_a_shell_is_chosen_by_key_or_path_even_outside_the_usual_places(tmp_path):
    here = machine(tmp_path)
    program(tmp_path / "bin/pwsh")
    own = program(tmp_path / "own/pwsh-preview")
    shells = find_shells(here)
    assert choose_shell("pwsh", shells, here) == shells[0]
    assert choose_shell(shells[0].path, shells, here) == shells[0]
    assert choose_shell(str(own), shells, here) == describe(str(own))


@not_windows
@pytest.mark.parametrize("chosen", ["/gone/pwsh", "powershell", "relative/pwsh", "\x1b]0;x\x07"])
def test_a_chosen_shell_that_is_gone_is_named_with_another_one(tmp_path, chosen):
    here = machine(tmp_path)
    program(tmp_path / "bin/pwsh")
    with pytest.raises(NoPowerShell) as caught:
        choose_shell(chosen, find_shells(here), here)
    assert "not there any more" in caught.value.message
    assert "PowerShell 7" in caught.value.next_step
    assert "\x1b" not in str(caught.value)
    assert caught.value.title == "The chosen PowerShell is gone"


def test_a_chosen_shell_that_is_gone_with_no_other_tells_how_to_install(tmp_path):
    here = machine(tmp_path, platform="darwin")
    with pytest.raises(NoPowerShell) as caught:
        choose_shell("/gone/pwsh", [], here)
    assert "brew install powershell" in caught.value.next_step


@not_windows
@pytest.mark.parametrize(
    ("platform", "release", "snap", "says"),
    [
        ("win32", "", False, "winget install --id Microsoft.PowerShell"),
        ("darwin", "", False, "brew install powershell"),
        ("linux", "ID=debian\n", False, "install-debian"),
        ("linux", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', False, "install-ubuntu"),
        ("linux", "ID=ubuntu\nID_LIKE=debian\n", True, "sudo snap install powershell --classic"),
        ("linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', False, "sudo dnf install powershell"),
        ("linux", "ID=arch\n", False, "install-linux"),
        ("linux", "", False, "install-linux"),
    ],
)
def test_no_powershell_tells_the_command_for_this_system(tmp_path, platform, release, snap, says):
    here = machine(tmp_path, platform=platform)
    if release:
        (tmp_path / "root/etc").mkdir()
        (tmp_path / "root/etc/os-release").write_text(release)
    if snap:
        program(tmp_path / "bin/snap")
    assert says in install_step(here)
    with pytest.raises(NoPowerShell, match="No PowerShell was found"):
        choose_shell("", [], here)
