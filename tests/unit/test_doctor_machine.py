"""The connectivity test's checks of this computer: browser, keyring, PowerShell, modules, terminal, on real files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tenantdock.consoles.environment import start_folder
from tenantdock.consoles.examine import ConsoleExaminer
from tenantdock.consoles.machine import Machine
from tenantdock.consoles.modules import find_module, folders
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Outcome, Subject
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.computer import BrowserOffer, BrowserProfile, Shell
from tenantdock.domain.directory import OWN_PROFILE, Account, BrowserChoice, Connection, ConsoleSettings, Tenant
from tenantdock.domain.errors import Cancelled
from tenantdock.domain.ports import VaultState
from tenantdock.portals.examine import BrowserExaminer
from tenantdock.portals.known import BY_KEY, at, find
from tenantdock.vault.examine import KeyringExaminer
from tenantdock.workflows.doctor import Doctor

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="its programs and folders are those of Linux")

CONNECTION = Connection(
    "c",
    "Contoso",
    Tenant("8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11", "public", "Contoso"),
    Account("a" * 32, "public", "ann@contoso.com"),
)
PLAIN = Subject(PUBLIC, "contoso.com")


class Clock:
    def now(self):
        return 0.0

    def monotonic(self):
        return 0.0


def found(examiner, subject=PLAIN):
    return {step.key: step.finding for step in Doctor([examiner], Clock()).run(subject, Cancel()).steps}


def with_browser(browser="", profile=""):
    return Subject(PUBLIC, "contoso.com", connection=replace(CONNECTION, browser=BrowserChoice(browser, profile)))


# Browser


class Offering:
    """Browsers, openly a fake, that offer what a test says."""

    def __init__(self, *offers) -> None:
        self._offers = [BrowserOffer("", "The default browser", default=True), *offers]

    def choices(self):
        return self._offers


EDGE = BrowserOffer("edge", "Microsoft Edge", "/usr/bin/edge", (BrowserProfile("Profile 1", "Work"),), default=True)
FIREFOX = BrowserOffer("firefox", "Firefox", "/usr/bin/firefox")


@not_windows
@pytest.mark.parametrize(
    ("offers", "browser", "profile", "outcome", "told"),
    [
        ([EDGE, FIREFOX], "", "", Outcome.PASS, "the default browser, Microsoft Edge"),
        ([FIREFOX], "", "", Outcome.WARN, "opened in Firefox"),
        ([], "", "", Outcome.WARN, "No browser was found"),
        ([EDGE, FIREFOX], "firefox", "", Outcome.PASS, "open in Firefox."),
        ([FIREFOX], "edge", "", Outcome.FAIL, "(edge) is not installed"),
        ([EDGE], "edge", "Profile 1", Outcome.PASS, "the profile Work"),
        ([EDGE], "", "Profile 1", Outcome.PASS, "the profile Work"),
        ([EDGE], "edge", "Profile 9", Outcome.FAIL, "Profile 9 of Microsoft Edge is not there"),
        ([FIREFOX], "", "gone", Outcome.FAIL, "gone of Firefox is not there"),
        ([EDGE], "edge", f"{OWN_PROFILE}abc", Outcome.PASS, "TenantDock's own"),
        ([EDGE], "/opt/none/browser", "", Outcome.FAIL, "which is not there"),
        ([EDGE], "/bin/sh", "", Outcome.PASS, "the program /bin/sh"),
    ],
)
def test_browser_and_profile(offers, browser, profile, outcome, told):
    finding = found(BrowserExaminer(Offering(*offers)), with_browser(browser, profile))["browser"]
    assert finding.outcome is outcome
    assert told in finding.text
    assert bool(finding.advice) == (outcome is not Outcome.PASS)
    assert all(any(offer.path in line for line in finding.evidence) for offer in offers)


# Keyring


def test_keyring():
    assert found(KeyringExaminer(lambda _cancel: VaultState(True, "Secret Service")))["keyring"].outcome is Outcome.PASS
    none = VaultState(False, "keyring.backends.fail.Keyring", "This system has no keyring.", "Install one.")
    finding = found(KeyringExaminer(lambda _cancel: none))["keyring"]
    assert (finding.outcome, finding.text, finding.advice) == (Outcome.WARN, "This system has no keyring.", "Install one.")
    assert finding.evidence == ("Back end: keyring.backends.fail.Keyring.",)


def test_a_keyring_that_answers_after_the_cancel_is_not_told():
    cancel = Cancel()

    def state(given):
        given.cancel()
        return VaultState(True, "late")

    (check,) = KeyringExaminer(state).checks(PLAIN)
    with pytest.raises(Cancelled):
        check.run(cancel, {})


# PowerShell, modules, terminal


def machine(root: Path, **more) -> Machine:
    (root / "home").mkdir(parents=True, exist_ok=True)
    (root / "bin").mkdir(exist_ok=True)
    return Machine(platform="linux", env={"PATH": str(root / "bin"), **more}, root=root, home=root / "home")


def program(root: Path, name: str) -> Path:
    path = root / "bin" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def module(place: Path, name: str, version: str = "", manifest: bytes | str = "") -> None:
    folder = place / name / version
    folder.mkdir(parents=True)
    data = manifest if isinstance(manifest, bytes) else (manifest or f"@{{ ModuleVersion = '{version}' }}").encode()
    (folder / f"{name}.psd1").write_bytes(data)


def test_no_powershell_and_no_terminal_say_how_to_get_one(tmp_path):
    findings = found(ConsoleExaminer(machine(tmp_path)))
    assert {key: finding.outcome for key, finding in findings.items()} == {
        "powershell": Outcome.FAIL,
        "modules": Outcome.SKIPPED,
        "terminal": Outcome.FAIL,
    }
    assert "learn.microsoft.com/powershell" in findings["powershell"].advice
    assert "xterm" in findings["terminal"].advice
    assert "PowerShell" in findings["modules"].text


@not_windows
def test_powershell_and_terminal_are_found(tmp_path):
    shell, terminal = program(tmp_path, "pwsh"), program(tmp_path, "xterm")
    findings = found(ConsoleExaminer(machine(tmp_path)))
    assert findings["powershell"].outcome is Outcome.PASS
    assert findings["powershell"].facts == {"key": "pwsh", "path": str(shell)}
    assert findings["terminal"].outcome is Outcome.PASS
    assert findings["terminal"].evidence == (f"xterm: {terminal}",)


def test_what_a_connection_chose_is_what_is_looked_for(tmp_path):
    program(tmp_path, "pwsh")
    program(tmp_path, "xterm")
    wishes = replace(CONNECTION, console=ConsoleSettings("/gone/pwsh", "kitty"))
    findings = found(ConsoleExaminer(machine(tmp_path)), Subject(PUBLIC, "contoso.com", connection=wishes))
    assert findings["powershell"].outcome is Outcome.FAIL
    assert "/gone/pwsh" in findings["powershell"].text
    assert findings["terminal"].outcome is Outcome.FAIL
    assert "kitty" in findings["terminal"].text


def test_windows_powershell_alone_is_a_warning(tmp_path):
    shell = program(tmp_path, "powershell.exe")
    finding = found(ConsoleExaminer(machine(tmp_path), [str(shell)]))["powershell"]
    assert finding.outcome is Outcome.WARN
    assert "winget" in finding.advice


@not_windows
def test_modules_are_found_by_their_folders(tmp_path):
    program(tmp_path, "pwsh")
    place, more = tmp_path / "home/.local/share/powershell/Modules", tmp_path / "more"
    module(place, "Microsoft.Graph.Authentication", "2.31.0")
    module(more, "ExchangeOnlineManagement", "3.9.0")
    module(more, "az.accounts", "5.5.2")
    subject = Subject(PUBLIC, "contoso.com", services=("graph", "azure", "exchange", "compliance"))
    finding = found(ConsoleExaminer(machine(tmp_path, PSModulePath=str(more))), subject)["modules"]
    assert finding.outcome is Outcome.PASS
    assert f"Graph: Microsoft.Graph.Authentication 2.31.0 in {place}" in finding.evidence
    assert f"Azure: Az.Accounts 5.5.2 in {more}" in finding.evidence


@not_windows
def test_missing_and_old_modules_come_with_the_command(tmp_path):
    program(tmp_path, "pwsh")
    module(tmp_path / "home/.local/share/powershell/Modules", "ExchangeOnlineManagement", "3.5.0")
    subject = Subject(PUBLIC, "contoso.com", services=("exchange", "compliance", "teams"))
    finding = found(ConsoleExaminer(machine(tmp_path)), subject)["modules"]
    assert finding.outcome is Outcome.WARN
    assert "No module is installed for Teams." in finding.text
    assert "ExchangeOnlineManagement 3.5.0 (3.8" in finding.text
    assert "Install-Module MicrosoftTeams -Scope CurrentUser; Update-Module ExchangeOnlineManagement" in finding.advice


def test_versions_of_all_folders_newest_first(tmp_path):
    for version in ("2.9.0", "2.31.0", "2.10.1"):
        module(tmp_path / "a", "Some.Module", version)
    module(tmp_path / "b", "Some.Module", "", b"\xff\xfe" + "@{\r\n  ModuleVersion = '3.0'\r\n}".encode("utf-16-le"))
    module(tmp_path / "c", "Some.Module", "", "# nothing")
    found_ones = find_module("Some.Module", [tmp_path / "a", tmp_path / "b", tmp_path / "c", tmp_path / "gone"])
    assert [one.version for one in found_ones] == ["3.0", "2.31.0", "2.10.1", "2.9.0", ""]
    (tmp_path / "a" / "Some.Module" / "not-a-version").mkdir()
    assert len(find_module("Some.Module", [tmp_path / "a"])) == 3


def test_where_windows_keeps_modules():
    env = {"ProgramFiles": r"C:\Program Files", "PSModulePath": r"D:\Modules;", "OneDrive": r"C:\Users\p\OneDrive"}
    windows = Machine(platform="win32", env=env, home=Path("C:/Users/p"))
    shown = [str(place).replace("\\", "/") for place in folders(windows, Shell("powershell", "", "C:/W/powershell.exe"))]
    assert "C:/Users/p/Documents/WindowsPowerShell/Modules" in shown
    assert "C:/Users/p/OneDrive/Documents/WindowsPowerShell/Modules" in shown
    assert "C:/Program Files/WindowsPowerShell/Modules" in shown
    assert "D:/Modules" in shown
    seven = [str(place).replace("\\", "/") for place in folders(windows, Shell("pwsh", "", "C:/P/7/pwsh.exe"))]
    assert "C:/Users/p/Documents/PowerShell/Modules" in seven
    assert "C:/P/7/Modules" in seven


@not_windows
def test_folders_that_may_not_be_looked_into_hold_nothing(tmp_path, monkeypatch):
    # As for a PATH of another user's, or a share; before Python 3.14 pathlib raises there
    shell, terminal = program(tmp_path, "pwsh"), program(tmp_path, "xterm")
    closed = tmp_path / "closed"
    real = os.stat

    def refuse(path, *args, **more):
        if isinstance(path, (str, os.PathLike)) and os.fspath(path).startswith(f"{closed}{os.sep}"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return real(path, *args, **more)

    monkeypatch.setattr(os, "stat", refuse)
    with pytest.raises(PermissionError):
        (closed / "x").stat()
    here = Machine(
        platform="linux",
        env={"PATH": f"{closed / 'bin'}:{tmp_path / 'bin'}", "PSModulePath": str(closed / "Modules")},
        root=tmp_path,
        home=closed / "home",
    )
    findings = found(ConsoleExaminer(here, [str(closed / "pwsh")]))
    assert findings["powershell"].facts["path"] == str(shell)
    assert findings["modules"].outcome is Outcome.WARN
    assert findings["terminal"].evidence == (f"xterm: {terminal}",)
    assert start_folder(here, str(closed / "work")) == Path.cwd().anchor
    assert at(str(closed / "firefox")) is None
    windows = {"ProgramFiles": str(closed / "Programs"), "PATH": str(closed / "bin")}
    assert find(BY_KEY["edge"], "win32", windows) is None
    chosen = found(BrowserExaminer(Offering()), with_browser(str(closed / "firefox")))["browser"]
    assert (chosen.outcome, "which is not there" in chosen.text) == (Outcome.FAIL, True)
