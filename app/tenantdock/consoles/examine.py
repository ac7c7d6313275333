"""The consoles' part of the connectivity test: PowerShell, its modules, and a terminal. Nothing is run."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tenantdock.consoles.machine import Machine
from tenantdock.consoles.modules import WANTED, Installed, Wanted, find_module, folders
from tenantdock.consoles.shells import WINGET, choose_shell, find_shells
from tenantdock.consoles.terminals import choose_terminal, find_terminals
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Facts, Finding, Outcome, Subject
from tenantdock.domain.computer import Shell
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.said import listed, said, sentences
from tenantdock.domain.services import services
from tenantdock.domain.text import one_line

_TOO_OLD = "5.1"
FOUND, OLD, MISSING = "found", "old", "missing"
"""How the module of a service stands, in the facts of the check ``modules``: by the service's key, name, version and this, a line
each.
"""


class ConsoleExaminer:
    """The :class:`~tenantdock.domain.ports.Examiner` of the consoles. *extra* are paths of PowerShells besides the usual ones."""

    def __init__(self, machine: Machine | None = None, extra: Sequence[str] = ()) -> None:
        self._given = machine
        self._extra = tuple(extra)

    def checks(self, subject: Subject) -> Sequence[Check]:
        """PowerShell, modules, terminal. *instant*."""
        wishes = subject.connection.console if subject.connection is not None else ConsoleSettings()
        return [
            Check("powershell", "PowerShell", lambda _cancel, _facts: self._powershell(wishes)),
            Check("modules", "PowerShell modules", lambda cancel, facts: self._modules(subject, facts, cancel), ("powershell",)),
            Check("terminal", "Terminal", lambda _cancel, _facts: self._terminal(wishes)),
        ]

    @property
    def _machine(self) -> Machine:
        return self._given or Machine()

    def _powershell(self, wishes: ConsoleSettings) -> Finding:
        machine = self._machine
        shells = find_shells(machine, self._extra)
        chosen = choose_shell(wishes.shell, shells, machine)
        evidence = tuple(f"{shell.label}{f' {shell.version}' if shell.version else ''}: {one_line(shell.path)}" for shell in shells)
        facts = {"key": chosen.key, "path": chosen.path}
        if chosen.version == _TOO_OLD:
            return Finding(
                Outcome.WARN,
                "Consoles use Windows PowerShell 5.1.",
                evidence,
                said("It works. Newer modules want PowerShell 7: {command}", command=WINGET),
                facts,
            )
        return Finding(
            Outcome.PASS,
            said("Consoles use {label} at {path}.", label=chosen.label, path=one_line(chosen.path)),
            evidence,
            facts=facts,
        )

    def _modules(self, subject: Subject, facts: Facts, cancel: Cancel) -> Finding:
        shell = Shell(facts["powershell"].facts["key"], "", facts["powershell"].facts["path"])
        places = folders(self._machine, shell)
        evidence, missing, old, states = [], {}, [], {}
        for service in services(subject.services):
            cancel.check()
            wanted = WANTED[service.key]
            least = ".".join(map(str, wanted.least))
            found = find_module(wanted.name, places)
            states[service.key] = f"{wanted.name}\n{found[0].version if found else ''}\n{_state(found, wanted)}"
            evidence += [
                f"{service.label}: {wanted.name} {module.version or 'of unknown version'} in {one_line(module.folder)}"
                for module in found[:3]
            ]
            if not found:
                missing[service.label] = wanted.name
                evidence.append(f"{service.label}: {wanted.name} was not found.")
            elif _state(found, wanted) == OLD:
                old.append(
                    said(
                        "{name} {version} ({least} {why})", name=wanted.name, version=found[0].version, least=least, why=wanted.why
                    )
                )
        there = [one_line(str(place)) for place in places if os.path.isdir(place)]  # noqa: PTH112 - Path's own can raise
        evidence.append(f"Looked in {', '.join(there) or 'no folder: none exists'}.")
        if not missing and not old:
            return Finding(Outcome.PASS, "The modules of all services are installed.", tuple(evidence), facts=states)
        told, steps = [], []
        if missing:
            told.append(said("No module is installed for {services}.", services=", ".join(missing)))
            steps += [f"Install-Module {name} -Scope CurrentUser" for name in dict.fromkeys(missing.values())]
        if old:
            told.append(said("Too old: {modules}.", modules=listed(*old)))
            steps += [f"Update-Module {each.partition(' ')[0]}" for each in old]
        advice = said(
            "In PowerShell: {commands}. Signing in and TenantDock's own commands work without them.", commands="; ".join(steps)
        )
        return Finding(Outcome.WARN, sentences(*told), tuple(evidence), advice, states)

    def _terminal(self, wishes: ConsoleSettings) -> Finding:
        machine = self._machine
        terminals = find_terminals(machine)
        chosen = choose_terminal(wishes.terminal, terminals, machine)
        evidence = tuple(f"{terminal.label}: {one_line(terminal.path)}" for terminal in terminals)
        return Finding(Outcome.PASS, said("Consoles open in {label}.", label=chosen.label), evidence)


def _state(found: Sequence[Installed], wanted: Wanted) -> str:
    if not found:
        return MISSING
    return OLD if found[0].version and found[0].numbers < wanted.least else FOUND
