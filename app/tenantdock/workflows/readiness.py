"""What this computer has of what consoles and saved sign-ins need. Looks through the checks that the connectivity test has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Finding, Outcome, Step, Subject
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.said import Said
from tenantdock.domain.services import ALL
from tenantdock.workflows.doctor import Doctor, StepListener

POWERSHELL: Final = "powershell"
MODULES: Final = "modules"
TERMINAL: Final = "terminal"
KEYRING: Final = "keyring"


@dataclass(frozen=True, slots=True)
class Module:
    """The module of a service. *version* is "" when none is installed, or when it is not known; *state* is one of ``found``,
    ``old`` and ``missing``.
    """

    service: str
    name: str
    version: str
    state: str

    @property
    def command(self) -> str:
        """What installs or updates it in PowerShell, "" where nothing is to be done."""
        if self.state == "found":
            return ""
        return f"Update-Module {self.name}" if self.state == "old" else f"Install-Module {self.name} -Scope CurrentUser"


def modules(step: Step) -> tuple[Module, ...]:
    """Return the modules that the step :data:`MODULES` found, a line for each service."""
    facts = step.finding.facts if step.finding is not None else {}
    found = []
    for service in ALL:
        parts = facts.get(service.key, "").split("\n")
        if len(parts) == 3:  # noqa: PLR2004 - name, version, state
            found.append(Module(service.label, *parts))
    return tuple(found)


def command(finding: Finding | None) -> str:
    """Return the command that a finding's advice tells, to be copied, or ""."""
    advice = finding.advice if finding is not None else ""
    found = advice.values.get("command", "") if isinstance(advice, Said) else ""
    return str(found)


class Readiness:
    """Looks whether there is a PowerShell, its modules, a terminal and a keyring. Blocks: for a worker."""

    def __init__(self, doctor: Doctor) -> None:
        self._doctor = doctor
        self._subject = Subject(PUBLIC, "", services=tuple(service.key for service in ALL))

    def steps(self) -> tuple[Step, ...]:
        """What :meth:`look` looks at, in the order to show it. *instant*."""
        return self._doctor.steps(self._subject)

    def look(self, cancel: Cancel, on_step: StepListener = lambda _step: None) -> dict[str, Step]:
        """Look, and return each step by its key. *on_step* gets each when it begins and when it is over."""
        return {step.key: step for step in self._doctor.run(self._subject, cancel, on_step).steps}


def ready(step: Step | None) -> bool:
    """Whether a step found what it looked for."""
    return step is not None and step.finding is not None and step.finding.outcome is Outcome.PASS
