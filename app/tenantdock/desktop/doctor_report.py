"""The window that saves what a connectivity test found, without names of people and computers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenantdock.desktop.fields import file_to_write
from tenantdock.desktop.parts import Label
from tenantdock.desktop.texts import tr
from tenantdock.desktop.writing import WritingDialog
from tenantdock.workflows.doctor import REPORT_SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.doctor import Doctor
    from tenantdock.workflows.report import Report


class SaveReportDialog(WritingDialog):
    """Saves *report*. Answers where it is, or None."""

    def __init__(self, doctor: Doctor, report: Report, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Save report"), loop, name="doctorReport", go=tr("Save"))
        self._doctor, self._report = doctor, report
        self._saved: Path | None = None
        self.rows.addWidget(Label(tr("Without names of people and computers"), "small", wrap=True))
        self.finish(file_to_write(self.suffix, report.subject.domain or "computer"))
        self.update_buttons()
        self.go_button.setFocus()
        self.fit(96)

    @property
    def suffix(self) -> str:
        """The ending of the file."""
        return REPORT_SUFFIX

    def go(self) -> None:
        """Write the file, and close."""
        self.write(lambda path, cancel, over: self._doctor.save(self._report, path, cancel, over=over), self._written)

    def _written(self, path: Path) -> None:
        self._saved = path
        self.answer(path)

    def outcome(self) -> Path | None:
        """Return where the report was saved."""
        return self._saved
