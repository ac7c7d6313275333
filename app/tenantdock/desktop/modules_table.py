"""PowerShell modules, a line each: what it is for, what is installed, and the command that installs or updates it, to be copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tenantdock.desktop.command_box import CommandBox
from tenantdock.desktop.fields import emptied
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Label, named
from tenantdock.desktop.texts import outside, tr

if TYPE_CHECKING:
    from tenantdock.workflows.readiness import Module


class ModulesTable(QWidget):
    """Build it with a name that no other table in the window has."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        named(self, f"{name}Modules", tr("PowerShell modules"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        self._grid.setColumnStretch(1, 1)

    def show_modules(self, modules: Sequence[Module]) -> None:
        """Show these in place of what is shown."""
        emptied(self._grid)
        row = 0
        for each in modules:
            key = f"{self._name}Module-{each.service}"
            service = Label(outside(each.service, 60), "strong")
            state = Label(_state(each), wrap=True)
            named(state, key, tr("{service}: {state}", service=outside(each.service, 60), state=_state(each)))
            self._grid.addWidget(service, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(state, row, 1)
            if each.command:
                self._grid.addWidget(CommandBox(f"{key}Command", f"{key}Copy", each.command), row + 1, 0, 1, 2)
                self._grid.setRowMinimumHeight(row + 2, UNIT // 2)
            row += 3


def _state(each: Module) -> str:
    """What is installed, in words."""
    name, version = outside(each.name, 80), outside(each.version, 30)
    if each.state == "missing":
        return tr("{name}: not found", name=name)
    shown = tr("{name} {version}", name=name, version=version) if version else name
    return tr("{name}: too old", name=shown) if each.state == "old" else shown
