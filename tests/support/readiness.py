"""What a computer has of what consoles need, made up: a doctor whose checks find what a test says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from support.fakes import FakeClock
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Facts, Finding, Outcome, Subject
from tenantdock.domain.said import said
from tenantdock.workflows.doctor import Doctor
from tenantdock.workflows.readiness import KEYRING, MODULES, POWERSHELL, TERMINAL, Readiness

GRAPH = "Microsoft.Graph.Authentication"
EXCHANGE = "ExchangeOnlineManagement"
GOOD: Mapping[str, Finding] = {
    POWERSHELL: Finding(Outcome.PASS, "Consoles use PowerShell 7 at /usr/bin/pwsh.", ("PowerShell 7: /usr/bin/pwsh",)),
    TERMINAL: Finding(Outcome.PASS, "Consoles open in GNOME Terminal."),
    MODULES: Finding(
        Outcome.PASS,
        "The modules of all services are installed.",
        facts={
            "graph": f"{GRAPH}\n2.31.0\nfound",
            "azure": "Az.Accounts\n5.3.0\nfound",
            "exchange": f"{EXCHANGE}\n3.9.0\nfound",
            "compliance": f"{EXCHANGE}\n3.9.0\nfound",
            "teams": "MicrosoftTeams\n7.4.0\nfound",
        },
    ),
    KEYRING: Finding(Outcome.PASS, "Sign-ins are kept, with a key in GNOME Keyring.", ("Back end: GNOME Keyring.",)),
}
BAD: Mapping[str, Finding] = {
    POWERSHELL: Finding(
        Outcome.FAIL,
        "No PowerShell was found on this machine.",
        advice=said("Install it with: {command}", command="sudo snap install powershell --classic"),
    ),
    TERMINAL: Finding(Outcome.FAIL, "No terminal program was found on this machine.", advice="Install one, such as xterm."),
    MODULES: Finding(
        Outcome.WARN,
        "No module is installed for Graph.",
        facts={
            "graph": f"{GRAPH}\n\nmissing",
            "azure": "Az.Accounts\n3.1.0\nold",
            "exchange": f"{EXCHANGE}\n\nfound",
            "compliance": f"{EXCHANGE}\n3.9.0\nfound",
            "teams": "MicrosoftTeams\n\nmissing",
        },
    ),
    KEYRING: Finding(
        Outcome.WARN,
        "This system has no keyring, so sign-ins are kept in memory only and are gone when TenantDock ends.",
        advice="Install gnome-keyring, log out and in again.",
    ),
}


class ScriptedExaminer:
    """Finds what *finds* says. *before* is called by each check, on its thread."""

    def __init__(self, finds: Mapping[str, Finding], before: Callable[[Cancel], object]) -> None:
        self.finds = finds
        self.before = before

    def checks(self, subject: Subject) -> Sequence[Check]:
        titles = {
            POWERSHELL: "PowerShell",
            TERMINAL: "Terminal",
            MODULES: "PowerShell modules",
            KEYRING: "Keyring of this computer",
        }
        return [Check(key, title, lambda cancel, facts, key=key: self._find(key, cancel, facts)) for key, title in titles.items()]

    def _find(self, key: str, cancel: Cancel, _facts: Facts) -> Finding:
        self.before(cancel)
        return self.finds[key]


def scripted_readiness(finds: Mapping[str, Finding] = GOOD, before: Callable[[Cancel], object] = lambda _cancel: None) -> Readiness:
    """Return what finds that."""
    return Readiness(Doctor([ScriptedExaminer(finds, before)], FakeClock()))
