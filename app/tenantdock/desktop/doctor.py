"""The connectivity test in a window: steps with their state as they come, what was seen, what to do, and a report to give away."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.doctor_report import SaveReportDialog
from tenantdock.desktop.doctor_rows import StepRow
from tenantdock.desktop.dressing import roomy, scrolling
from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.motion import BusyBar
from tenantdock.desktop.parts import Button, Card, Label, PrimaryButton, named, spaced
from tenantdock.desktop.placing import Placed
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import counted, outside, retold, tr
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Outcome, Step, Subject
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import BadInput
from tenantdock.workflows.doctor import Doctor, subject_for
from tenantdock.workflows.report import Report

if TYPE_CHECKING:
    from pathlib import Path

_TICK_MS: Final = 200
_LETTERS: Final = 92


class DoctorDialog(Placed, ReadingOrder, QDialog):
    """Tests *subject* from the moment it is shown. Not modal; closing it cancels what still runs."""

    def __init__(self, doctor: Doctor, subject: Subject, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doctorDialog")
        self.setWindowTitle(tr("Connectivity test"))
        self.setAccessibleName(self.windowTitle())
        self._doctor, self._subject, self._loop = doctor, subject, loop
        self._cancel = Cancel()
        self._run = 0
        self._began: dict[str, float] = {}
        self._closed = False
        self.report: Report | None = None
        """What was found, once the test is over."""
        self.saving: SaveReportDialog | None = None
        """The window that saves it, while that is open."""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._build()
        self._update()

    # Building

    def _build(self) -> None:
        column = spaced(QVBoxLayout(self), gap=0)
        head = QVBoxLayout()
        head.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        head.setSpacing(UNIT)
        head.addWidget(Label(tr("Connectivity test"), "title"))
        self.about = Label("", "small", wrap=True)
        named(self.about, "doctorAbout", tr("What is tested"))
        head.addWidget(self.about)
        head.addLayout(self._other())
        self.subject_error = ErrorLabel()
        self.subject_error.speaks()
        named(self.subject_error, "doctorSubjectError", tr("Domain or user name"))
        self.subject_error.hide()
        head.addWidget(self.subject_error)
        self.summary = Label("", "strong", wrap=True)
        named(self.summary, "doctorSummary", tr("Result"))
        self.summary.speaks(at_last=True)
        head.addWidget(self.summary)
        self.bar = BusyBar()
        self.bar.setFixedHeight(UNIT // 2 + 2)
        named(self.bar, "doctorBar", tr("Progress of the test"))
        head.addWidget(self.bar)
        column.addLayout(head)
        self._area = scrolling(reached=True)
        frame = "QScrollArea { border: 2px solid transparent; }"
        self._area.setStyleSheet(f"{frame} QScrollArea:focus {{ border-color: palette(accent); }}")
        named(self._area, "doctorArea", tr("Steps"))
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(3 * UNIT, 0, 3 * UNIT, UNIT)
        self._inside = inside
        self._card: Card | None = None
        self._list_steps()
        inside.addStretch()
        self._area.setWidget(content)
        column.addWidget(self._area, 1)
        column.addLayout(self._buttons())
        width = self.fontMetrics().averageCharWidth() * _LETTERS
        self.resize(fit_on_screen(self.parentWidget() or self, QSize(width, width * 21 // 20)))

    def _other(self) -> QHBoxLayout:
        """A field for another domain: the way to a customer that is not saved yet."""
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        label = Label(tr("&Domain or user name"))
        self.subject_edit = QLineEdit()
        self.subject_edit.setMaxLength(320)
        roomy(self.subject_edit)
        named(self.subject_edit, "doctorSubject", tr("Domain or user name to test"))
        label.setBuddy(self.subject_edit)
        self.test_button = Button(tr("Test"))
        named(self.test_button, "doctorTest")
        self.test_button.clicked.connect(self.test_typed)
        self.subject_edit.returnPressed.connect(self.test_typed)
        row.addWidget(label)
        row.addWidget(self.subject_edit, 1)
        row.addWidget(self.test_button)
        return row

    def _list_steps(self) -> None:
        if self._card is not None:
            self._inside.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = Card()
        self._card.body.setSpacing(2 * UNIT)
        self.rows = {step.key: StepRow(step) for step in self._doctor.steps(self._subject)}
        for row in self.rows.values():
            self._card.body.addWidget(row)
        self._inside.insertWidget(0, self._card)
        self.about.setText(self._about())
        self.subject_edit.setText(str(self._subject.user or self._subject.domain))

    def _about(self) -> str:
        subject = self._subject
        what = outside(subject.domain, 253) or tr("This computer and the sign-in service")
        if subject.connection is not None:
            who = str(subject.user or subject.connection.account.username)
            return tr(
                "{name}: {who} in {cloud}",
                name=outside(subject.connection.name, 200),
                who=outside(who, 320),
                cloud=outside(subject.cloud.name, 80),
            )
        if subject.user is not None:
            what = outside(str(subject.user), 320)
        return tr("{what} in {cloud}", what=what, cloud=outside(subject.cloud.name, 80))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 3 * UNIT)
        row.setSpacing(UNIT)
        self.copy_button = Button(tr("Copy report"))
        named(self.copy_button, "doctorCopy")
        self.copy_button.setToolTip(tr("Without names of people and computers"))
        self.copy_button.clicked.connect(self._copy)
        self.save_button = Button(tr("Save report\u2026"))
        named(self.save_button, "doctorSave")
        self.save_button.setToolTip(tr("Without names of people and computers"))
        self.save_button.clicked.connect(self._save)
        self.close_button = Button(tr("Close"))
        named(self.close_button, "doctorClose")
        self.close_button.clicked.connect(self.reject)
        self.again_button = PrimaryButton(tr("Run again"))
        self.again_button.setDefault(False)  # Enter belongs to the field
        named(self.again_button, "doctorAgain")
        self.again_button.clicked.connect(self.start)
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, "doctorCancel")
        self.cancel_button.clicked.connect(self._stop)
        for button in (self.copy_button, self.save_button):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.close_button, self.cancel_button, self.again_button):
            row.addWidget(button)
        return row

    # Testing

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin when the window is shown for the first time."""
        super().showEvent(event)
        if self._run == 0:
            self.start()

    def test_typed(self) -> None:
        """Test what is in the field, in the same cloud: a domain, or a user name. What is tested already begins anew."""
        text = self.subject_edit.text().strip()
        self.subject_error.hide()
        if text.casefold() not in {str(self._subject.user or "").casefold(), self._subject.domain}:
            try:
                self._subject = subject_for(text, Clouds([self._subject.cloud]))
            except BadInput as wrong:
                self.subject_error.setText(outside(wrong.told, 400))
                self.subject_error.show()
                return
            self._list_steps()
        self.start()

    def start(self) -> None:
        """Test, from the beginning."""
        self._cancel.cancel()
        self._cancel = cancel = self._loop.new_cancel()
        self._run += 1
        run, subject = self._run, self._subject
        self.report = None
        self._began.clear()
        for step in self._doctor.steps(self._subject):
            self.rows[step.key].show_step(step)
        self._timer.start()
        self.copy_button.setText(tr("Copy report"))
        self._update()
        self._loop.submit(
            lambda: self._doctor.run(subject, cancel, lambda step: self._loop.post(self._show, run, step)),
            lambda report: self._over(run, report),
            lambda failure: self._broken(run, failure),
        )

    @property
    def running(self) -> bool:
        """Whether a test runs."""
        return self._run > 0 and self.report is None and not self._closed

    def _stop(self) -> None:
        self._cancel.cancel()

    def _show(self, run: int, step: Step) -> None:
        if run != self._run or self._closed:
            return
        if step.running:
            self._began[step.key] = time.monotonic()
        self.rows[step.key].show_step(step)
        self._update()

    def _over(self, run: int, report: Report) -> None:
        if run != self._run or self._closed:
            return
        self.report = report
        self._timer.stop()
        for step in report.steps:
            self.rows[step.key].show_step(step)
        self._update()
        first = next((step.key for step in report.steps if step.finding and step.finding.outcome is Outcome.FAIL), None)
        if first is not None:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.rows[first], 0, 2 * UNIT))

    def _broken(self, run: int, failure: BaseException) -> None:
        if run == self._run and not self._closed:
            self._timer.stop()
            self.reject()
        raise failure

    def _tick(self) -> None:
        now = time.monotonic()
        for key, began in self._began.items():
            self.rows[key].tick(now - began)

    # The report

    def _copy(self) -> None:
        if self.report is not None:
            QGuiApplication.clipboard().setText(self.report.text(redact=True))
            self.copy_button.setText(tr("Copied"))

    def _save(self) -> None:
        """Ask where to, in a window of its own; one that is there already comes to the front."""
        if self.report is None:
            return
        if self.saving is None:
            self.saving = SaveReportDialog(self._doctor, self.report, self._loop, self)
            self.saving.answered.connect(self.saving.deleteLater)
            self.saving.answered.connect(self._saved)
        self.saving.show()
        self.saving.raise_()
        self.saving.activateWindow()

    def _saved(self, path: Path | None) -> None:
        self.saving = None
        if path is not None and not self._closed:
            self.summary.setText(tr("Saved to {path}", path=outside(str(path), 300)))

    # What is on show

    def done(self, result: int) -> None:
        """Cancel what still runs when the window closes."""
        self._closed = True
        self._timer.stop()
        self._cancel.cancel()
        if self.saving is not None:
            self.saving.reject()
        if self.saving is not None:
            self.saving.setParent(None)  # it waits, hidden, for the end of what it writes, and must not go with this one
        super().done(result)

    def _update(self) -> None:
        steps = [row.step for row in self.rows.values()]
        over = sum(step.finding is not None for step in steps)
        self.bar.setRange(0, max(1, len(steps)))
        self.bar.setValue(over)
        self.bar.setVisible(self.running)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(self.report is not None)
        self.test_button.setEnabled(not self.running)
        self.cancel_button.setVisible(self.running)
        self.again_button.setVisible(not self.running)
        if self.report is None:
            self.summary.setText(tr("Testing: {over} of {all} steps are over.", over=over, all=len(steps)))
        else:
            self.summary.setText(retold(_summary, self.report))


def _summary(report: Report) -> str:
    failed, warned = report.count(Outcome.FAIL), report.count(Outcome.WARN)
    told = []
    if failed:
        told.append(counted(failed, "{n} step failed", "{n} steps failed"))
    if warned:
        told.append(counted(warned, "{n} warning", "{n} warnings"))
    passed = report.count(Outcome.PASS)
    told.append(counted(passed, "{n} step passed", "{n} steps passed"))
    skipped = report.count(Outcome.SKIPPED)
    if skipped:
        told.append(counted(skipped, "{n} skipped", "{n} skipped"))
    text = ", ".join(told)
    return tr("Cancelled: {text}.", text=text) if report.cancelled else f"{text}."
