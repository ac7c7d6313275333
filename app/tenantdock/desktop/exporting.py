"""The window that exports customers: to CSV, to JSON, or on to the one that seals everything for another machine."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.at_work import WorkingDialog
from tenantdock.desktop.dressing import roomy
from tenantdock.desktop.fields import captioned, file_to_write, say
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.replacing import Replacing
from tenantdock.desktop.settings.radio import RadioButton
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import counted, joined, outside, tr
from tenantdock.desktop.ticks import indented
from tenantdock.domain.errors import AlreadyThere, Cancelled, TenantDockError
from tenantdock.workflows.exporting import CSV_SUFFIX, JSON_SUFFIX, Exported, Exporting

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop


class To(enum.Enum):
    """Where to."""

    CSV = "csv"
    JSON = "json"
    SEALED = "sealed"


_SUFFIXES: Final = {To.CSV: CSV_SUFFIX, To.JSON: JSON_SUFFIX}


class CustomersExportDialog(WorkingDialog):
    """Exports all customers. Answers what was written, or None."""

    sealed_wanted = Signal()
    """The person wants a sealed file for another machine, which another window writes."""

    def __init__(self, exporting: Exporting, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Export customers"), loop)
        self.setObjectName("customersExportDialog")
        self._exporting = exporting
        self.exported: Exported | None = None
        self.column.addWidget(Label(tr("Export customers"), "title", wrap=True))
        self.form = QWidget()
        rows = spaced(QVBoxLayout(self.form), gap=1)
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
            rows.addLayout(choice)
        self.file_part = QWidget()
        line = spaced(QHBoxLayout(self.file_part), gap=1)
        self.file_edit = QLineEdit()
        self.file_edit.setMaxLength(4096)
        roomy(self.file_edit)
        named(self.file_edit, "exportFileName", tr("File"))
        choose = Button(tr("Choose\u2026"))
        named(choose, "exportChooseFile", tr("Choose a file"))
        choose.clicked.connect(self._choose)
        line.addWidget(self.file_edit, 1)
        line.addWidget(choose)
        captioned(rows, tr("&File"), self.file_part, buddy=self.file_edit)
        self.column.addWidget(self.form)
        self._finish()

    def _finish(self) -> None:
        self.status, self.error = Label("", wrap=True), ErrorLabel()
        named(self.status, "customersExportStatus", tr("State"))
        named(self.error, "customersExportError", tr("What is wrong"))
        for label in (self.status, self.error):
            label.hide()
            self.column.addWidget(label)
        self.column.addStretch()
        self.buttons.addStretch()
        self.cancel_button, self.go_button = Button(tr("Cancel")), PrimaryButton(tr("Export"))
        named(self.cancel_button, "customersExportCancel")
        named(self.go_button, "customersExportGo")
        self.cancel_button.clicked.connect(self._cancel_or_close)
        self.go_button.clicked.connect(self._go)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.go_button)
        self.file_edit.setText(file_to_write(CSV_SUFFIX))
        self._replacing = Replacing(self.file_edit, self.status, self.go_button, self._update)
        self.choices[To.CSV].setChecked(True)
        for button in self.choices.values():
            button.toggled.connect(lambda _on: self._other_kind())
        self.file_edit.textChanged.connect(lambda _text: self._update())
        self._update()
        self.choices[To.CSV].setFocus()
        self.fit(84)

    @property
    def chosen(self) -> To:
        """Where to."""
        return next(each for each, button in self.choices.items() if button.isChecked())

    def _other_kind(self) -> None:
        self._replacing.forget()  # what has no ending gets another one
        self._update()

    def _update(self) -> None:
        if not any(button.isChecked() for button in self.choices.values()):
            return
        suffix, path = _SUFFIXES.get(self.chosen), self.file_edit.text()
        if suffix and (old := Path(path).suffix) in _SUFFIXES.values() and old != suffix:
            self.file_edit.setText(path.removesuffix(old) + suffix)
        self.file_part.setEnabled(suffix is not None)
        self.form.setEnabled(not self.working)
        self.go_button.setText(self._replacing.named(tr("Export")) if suffix else tr("Next"))
        self.go_button.setAccessibleName(self.go_button.text())
        self.go_button.setEnabled(not self.working and (not suffix or bool(self.file_edit.text().strip())))

    def _choose(self) -> None:
        suffix = _SUFFIXES.get(self.chosen, CSV_SUFFIX)
        dialog = QFileDialog(self, tr("Export to"), self.file_edit.text(), f"{suffix[1:].upper()} (*{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.fileSelected.connect(lambda path: self._replacing.choose(path, suffix))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go(self) -> None:
        if self.chosen is To.SEALED:
            self.sealed_wanted.emit()
            self.answer(None)
            return
        path = Path(self.file_edit.text().strip()).expanduser()
        as_json, over = self.chosen is To.JSON, self._replacing.agreed
        # Where the comma is in numbers, spreadsheets expect a semicolon between cells
        delimiter = ";" if QLocale.system().decimalPoint() == "," else ","
        self.do(
            lambda cancel: (
                self._exporting.to_json(path, cancel, over=over)
                if as_json
                else self._exporting.to_csv(path, delimiter, cancel, over=over)
            ),
            self._written,
            self._failed,
        )
        say(self.error, "")
        say(self.status, tr("Writing the file\u2026"))
        self._update()

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

    def _failed(self, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            say(self.status, tr("Cancelled. Nothing was written."))
        elif isinstance(failure, AlreadyThere):
            self._replacing.ask(failure)
        elif isinstance(failure, TenantDockError):
            say(self.error, failure.told)
        else:
            say(self.error, tr("Something went wrong: {text}", text=outside(str(failure), 200)))
        self.make_room()

    def ended(self) -> None:
        """Show that nothing is under way any more."""
        say(self.status, "")
        self.cancel_button.setEnabled(True)
        self._update()

    def _cancel_or_close(self) -> None:
        if self._cancel is not None:
            self._cancel.cancel()
            self.cancel_button.setEnabled(False)
        else:
            self.answer(self.exported)
