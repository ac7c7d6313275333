"""The window that exports customers: to CSV, to JSON, or on to the one that seals everything for another machine."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tenantdock.desktop.fields import file_to_write, say
from tenantdock.desktop.parts import Label, named, spaced
from tenantdock.desktop.settings.radio import RadioButton
from tenantdock.desktop.texts import counted, joined, outside, tr
from tenantdock.desktop.ticks import indented
from tenantdock.desktop.writing import WritingDialog
from tenantdock.workflows.exporting import CSV_SUFFIX, JSON_SUFFIX, Exported, Exporting

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop


class To(enum.Enum):
    """Where to."""

    CSV = "csv"
    JSON = "json"
    SEALED = "sealed"


_SUFFIXES: Final = {To.CSV: CSV_SUFFIX, To.JSON: JSON_SUFFIX}


class CustomersExportDialog(WritingDialog):
    """Exports all customers. Answers what was written, or None."""

    sealed_wanted = Signal()
    """The person wants a sealed file for another machine, which another window writes."""

    def __init__(self, exporting: Exporting, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Export customers"), loop, name="customersExport", go=tr("Export"))
        self._exporting = exporting
        self.exported: Exported | None = None
        said = {
            To.CSV: (tr("C&SV"), tr("A table for spreadsheets. Names, accounts and tags; no sign-ins.")),
            To.JSON: (tr("&JSON"), tr("For other programs, and for TenantDock elsewhere. The same; no sign-ins.")),
            To.SEALED: (tr("For another &machine"), tr("Everything under a passphrase, with the sign-ins where you want that.")),
        }
        self._group = QButtonGroup(self)
        self.choices: dict[To, RadioButton] = {}
        for each, (name, meaning) in said.items():
            button = RadioButton(name)
            named(button, f"exportTo-{each.value}", joined(": ", name.replace("&", ""), meaning))
            self._group.addButton(button)
            self.choices[each] = button
            choice = spaced(QVBoxLayout(), gap=0)
            choice.addWidget(button)
            told = Label(meaning, "small", wrap=True)
            indented(told, button)
            choice.addWidget(told)
            self.rows.addLayout(choice)
        self.finish(file_to_write(CSV_SUFFIX))
        self.choices[To.CSV].setChecked(True)
        for button in self.choices.values():
            button.toggled.connect(lambda _on: self._other_kind())
        self.update_buttons()
        self.choices[To.CSV].setFocus()
        self.fit(84)

    @property
    def chosen(self) -> To:
        """Where to."""
        return next(each for each, button in self.choices.items() if button.isChecked())

    @property
    def suffix(self) -> str:
        """The ending of the file; "" where another window writes it."""
        return _SUFFIXES.get(self.chosen, "")

    def _other_kind(self) -> None:
        self.another_file()
        self.update_buttons()

    def update_buttons(self) -> None:
        """Bring everything into the state that what is chosen asks for, the file's ending too."""
        if not any(button.isChecked() for button in self.choices.values()):
            return  # one of them goes off before the other one goes on
        suffix, path = self.suffix, self.file_edit.text()
        if suffix and (old := Path(path).suffix) in _SUFFIXES.values() and old != suffix:
            self.file_edit.setText(path.removesuffix(old) + suffix)
        super().update_buttons()

    def go(self) -> None:
        """Write the file, or go on to the window that seals one."""
        if self.chosen is To.SEALED:
            self.sealed_wanted.emit()
            self.answer(None)
            return
        as_json = self.chosen is To.JSON
        # Where the comma is in numbers, spreadsheets expect a semicolon between cells
        delimiter = ";" if QLocale.system().decimalPoint() == "," else ","
        self.write(
            lambda path, cancel, over: (
                self._exporting.to_json(path, cancel, over=over)
                if as_json
                else self._exporting.to_csv(path, delimiter, cancel, over=over)
            ),
            self._written,
        )

    def _written(self, exported: Exported) -> None:
        self.exported = exported
        self.form.hide()
        self.go_button.hide()
        self.cancel_button.setText(tr("Close"))
        self.cancel_button.setAccessibleName(tr("Close"))
        self.cancel_button.setFocus()
        customers = counted(exported.customers, "{n} customer", "{n} customers")
        say(self.status, tr("{customers} are in {path}.", customers=customers, path=outside(str(exported.path), 300)))
        self.fit(84)

    def outcome(self) -> Exported | None:
        """Return what was written."""
        return self.exported
