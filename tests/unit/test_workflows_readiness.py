"""What this computer has of what consoles need, over the real checks of the consoles' room and over made-up ones."""

from __future__ import annotations

import sys

import pytest

from support.fakes import FakeClock
from support.readiness import BAD, GOOD, scripted_readiness
from tenantdock.consoles.examine import ConsoleExaminer
from tenantdock.consoles.machine import Machine
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Finding, Outcome
from tenantdock.domain.ports import VaultState
from tenantdock.vault.examine import KeyringExaminer
from tenantdock.workflows.doctor import Doctor
from tenantdock.workflows.readiness import KEYRING, MODULES, POWERSHELL, TERMINAL, Module, Readiness, command, modules, ready

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="its folders are those of Linux")


def test_it_looks_at_this_computer_alone_and_in_order():
    told = []
    readiness = scripted_readiness(GOOD)
    steps = readiness.look(Cancel(), told.append)
    assert [step.key for step in readiness.steps()] == [POWERSHELL, TERMINAL, MODULES, KEYRING]
    assert all(ready(step) for step in steps.values())
    assert {step.key for step in told if step.running} == set(steps)


def real(tmp_path, *, windows=False):
    machine = Machine(platform="linux", env={"PATH": str(tmp_path / "bin")}, root=tmp_path, home=tmp_path / "home")
    state = VaultState(False, "", "No keyring is running.", "Install gnome-keyring.")
    return Readiness(Doctor([ConsoleExaminer(machine), KeyringExaminer(lambda _cancel: state)], FakeClock()))


def program(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    path.chmod(0o755)


def module(home, name, version):
    (home / ".local/share/powershell/Modules" / name / version).mkdir(parents=True)


def test_without_a_powershell_the_command_that_installs_it_can_be_copied(tmp_path):
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/os-release").write_text("ID=ubuntu\n")
    steps = real(tmp_path).look(Cancel())
    finding = steps[POWERSHELL].finding
    assert finding.outcome is Outcome.FAIL
    assert command(finding) == "sudo apt-get install -y powershell"
    assert command(finding) in finding.advice
    assert steps[MODULES].finding.outcome is Outcome.SKIPPED
    assert modules(steps[MODULES]) == ()
    assert steps[KEYRING].finding.advice == "Install gnome-keyring."
    assert not ready(steps[KEYRING])


@not_windows
def test_modules_are_told_with_their_versions_and_what_installs_the_others(tmp_path):
    program(tmp_path / "bin" / "pwsh")
    home = tmp_path / "home"
    module(home, "Microsoft.Graph.Authentication", "2.31.0")
    module(home, "Microsoft.Graph.Authentication", "1.9.0")
    module(home, "ExchangeOnlineManagement", "3.4.0")
    steps = real(tmp_path).look(Cancel())
    found = {each.service: each for each in modules(steps[MODULES])}
    graph = found["Graph"]
    assert (graph.version, graph.state, graph.command) == ("2.31.0", "found", "")
    assert [each.state for each in found.values()].count("missing") == 2
    old = next(each for each in found.values() if each.state == "old")
    assert old == Module(old.service, "ExchangeOnlineManagement", "3.4.0", "old")
    assert old.command == "Update-Module ExchangeOnlineManagement"
    missing = next(each for each in found.values() if each.name == "Az.Accounts")
    assert missing.command == "Install-Module Az.Accounts -Scope CurrentUser"


def test_a_cancel_ends_the_look(tmp_path):
    cancel = Cancel()
    cancel.cancel()
    steps = scripted_readiness(BAD).look(cancel)
    assert not any(ready(step) for step in steps.values())


def test_odd_facts_are_no_modules():
    steps = scripted_readiness({**GOOD, MODULES: Finding(Outcome.PASS, "x", facts={"graph": "only a name", "other": "a\nb\nc"})})
    assert modules(steps.look(Cancel())[MODULES]) == ()
    assert command(Finding(Outcome.WARN, "x", advice="Plain text.")) == ""
    assert command(None) == ""
