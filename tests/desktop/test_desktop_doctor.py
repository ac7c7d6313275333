"""The connectivity test's window, over scripted checks and the real workflow."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from support.desktop import HOSTILE_NAMES, FakeWorkflows, connection_of, rows
from support.doctor import FAILED, PASSED, SKIPPED, SUBJECT, WARNED, scripted_doctor
from tenantdock.desktop.doctor import DoctorDialog
from tenantdock.desktop.doctor_rows import StateSign, StepRow
from tenantdock.desktop.loop import Loop
from tenantdock.domain.checks import Finding, Outcome, Step
from tenantdock.workflows.doctor import Doctor

ALL = {"clock": PASSED, "dns": WARNED, "sts": FAILED, "metadata": SKIPPED}


@pytest.fixture
def opened(qapp):
    made = []

    def build(findings, subject=SUBJECT, *, start=True):
        failures = []
        loop = Loop(failures.append)
        doctor, examiner = scripted_doctor(findings)
        dialog = DoctorDialog(doctor, subject, loop)
        if start:
            dialog.show()
        made.append((dialog, loop, failures))
        return dialog, examiner

    yield build
    for dialog, loop, failures in made:
        if isValid(dialog):
            dialog.done(0)
            dialog.deleteLater()
        assert loop.close(2.0), "a worker was left behind"
        assert not failures


@pytest.fixture
def held(monkeypatch):
    """Holds what is written up, until it is set."""
    go_on, really = threading.Event(), Doctor.save

    def save(self, report, path, cancel, *, over=False):
        assert go_on.wait(20)
        return really(self, report, path, cancel, over=over)

    monkeypatch.setattr(Doctor, "save", save)
    yield go_on
    go_on.set()


def save_to(qtbot, dialog, path, *, press=True):
    """Open the window that saves the report, and have it written to *path* (an empty one leaves what is offered)."""
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    if path:
        dialog.saving.file_edit.setText(str(path))
    if press:
        qtbot.mouseClick(dialog.saving.go_button, Qt.MouseButton.LeftButton)
    return dialog.saving


def over(dialog):
    return lambda: dialog.report is not None


def test_the_steps_are_listed_before_anything_is_done(opened):
    dialog, examiner = opened(ALL, start=False)
    assert list(dialog.rows) == ["clock", "dns", "sts", "metadata"]
    assert {row.state.text() for row in dialog.rows.values()} == {"Waiting"}
    assert not examiner.cancels
    assert not dialog.isModal()


def test_each_step_shows_its_state_in_a_word_with_the_time(opened, qtbot, watchdog):
    watchdog.start()
    dialog, _examiner = opened(ALL)
    qtbot.waitUntil(over(dialog), timeout=20_000)
    states = {key: row.state.text() for key, row in dialog.rows.items()}
    assert {key: text.partition(",")[0] for key, text in states.items()} == {
        "clock": "Passed",
        "dns": "Warning",
        "sts": "Failed",
        "metadata": "Skipped",
    }
    assert dialog.rows["sts"].accessibleName() == "Failed: Sts"
    assert dialog.rows["sts"].text.text() == FAILED.text
    assert dialog.summary.text() == "1 step failed, 1 warning, 1 step passed, 1 skipped."


def test_what_is_wrong_is_open_and_the_rest_can_be_opened(opened, qtbot):
    dialog, _examiner = opened(ALL)
    qtbot.waitUntil(over(dialog), timeout=20_000)
    wrong, right = dialog.rows["sts"], dialog.rows["clock"]
    assert wrong.details.isVisible()
    assert wrong.advice.text() == f"What to do: {FAILED.advice}"
    assert wrong.evidence.text() == FAILED.evidence[0]
    assert not right.details.isVisible()
    right.toggle.setFocus()
    qtbot.keyClick(right.toggle, Qt.Key.Key_Space)
    assert right.details.isVisible()
    assert right.evidence.text() == PASSED.evidence[0]
    assert right.advice.isHidden()
    assert right.toggle.text() == "Less"
    qtbot.mouseClick(right.toggle, Qt.MouseButton.LeftButton)
    assert not right.details.isVisible()
    assert dialog.rows["metadata"].toggle.isHidden()


def test_signs_differ_by_shape_not_by_colour_alone(qapp, qtbot):
    pictures = []
    for outcome in Outcome:
        sign = StateSign()
        qtbot.addWidget(sign)
        sign.resize(32, 32)
        sign.show_step(Step("k", "K", finding=Finding(outcome, "")))
        image = sign.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        ground = image.pixelColor(QPoint(0, 0)).value()
        pictures.append([abs(image.pixelColor(x, y).value() - ground) > 40 for x in range(32) for y in range(32)])
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            assert sum(a != b for a, b in zip(one, other, strict=True)) > 20


def test_live_progress_then_cancel(opened, qtbot):
    dialog, examiner = opened({"clock": PASSED, "dns": None})
    qtbot.waitUntil(examiner.reached.is_set)
    qtbot.waitUntil(lambda: dialog.rows["clock"].step.finding is not None)
    qtbot.waitUntil(lambda: dialog.rows["dns"].state.text().startswith("Testing\u2026 0."))
    assert dialog.bar.isVisible()
    assert (dialog.bar.value(), dialog.bar.maximum()) == (1, 2)
    assert "1 of 2 steps are over" in dialog.summary.text()
    assert not dialog.copy_button.isEnabled()
    assert not dialog.again_button.isVisible()
    began = time.monotonic()
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert time.monotonic() - began < 1
    assert dialog.report.cancelled
    assert dialog.summary.text() == "Cancelled: 1 step passed, 1 skipped."
    assert dialog.rows["dns"].text.text() == "Cancelled before it was over."
    assert dialog.again_button.isVisible()
    assert not dialog.bar.isVisible()


def test_again_begins_anew(opened, qtbot):
    dialog, examiner = opened({"clock": FAILED})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    examiner.findings["clock"] = PASSED
    first = dialog.report
    qtbot.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    assert dialog.report is None
    assert dialog.rows["clock"].state.text() == "Waiting"
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert dialog.report is not first
    assert dialog.rows["clock"].state.text().startswith("Passed")
    assert not dialog.rows["clock"].details.isVisible()


def test_closing_cancels_and_leaves_no_thread(opened, qtbot):
    before = {thread for thread in threading.enumerate() if "doctor" in thread.name}
    dialog, examiner = opened({"dns": None})
    qtbot.waitUntil(examiner.reached.is_set)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert examiner.cancels[0].cancelled
    qtbot.waitUntil(lambda: {thread for thread in threading.enumerate() if "doctor" in thread.name} <= before)
    assert dialog.report is None


def test_the_report_is_copied_without_names(opened, qtbot):
    dialog, _examiner = opened({"sts": replace(FAILED, text="admin@contoso.example cannot sign in.")})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert "admin@contoso.example" in dialog.rows["sts"].text.text()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert "[FAIL] Sts" in text
    assert "***@contoso.example cannot sign in." in text
    assert "admin" not in text
    assert dialog.copy_button.text() == "Copied"


def test_the_report_is_saved_where_the_person_says(opened, qtbot, tmp_path):
    dialog, _examiner = opened(ALL | {"sts": replace(FAILED, text="admin@contoso.example cannot sign in.")})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    saving = save_to(qtbot, dialog, "", press=False)
    assert re.fullmatch(r"TenantDock contoso\.example \d{4}-\d\d-\d\d \d\d\.\d\d\.txt", Path(saving.file_edit.text()).name)
    saving._choose()
    saving.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "report"))
    qtbot.mouseClick(saving.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.summary.text() == f"Saved to {tmp_path / 'report.txt'}")
    assert dialog.saving is None
    text = (tmp_path / "report.txt").read_text("utf-8")
    assert "1 failed, 1 with a warning, 1 passed, 1 skipped." in text
    assert "***@contoso.example cannot sign in." in text
    assert "admin@" not in text


def test_a_report_that_cannot_be_saved_says_so(opened, qtbot, tmp_path):
    dialog, _examiner = opened({"clock": PASSED})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    saving = save_to(qtbot, dialog, tmp_path / "gone" / "report.txt")
    qtbot.waitUntil(lambda: "could not be written" in saving.error.text())
    assert "or choose another place." in saving.error.text()
    assert saving.form.isEnabled()
    qtbot.mouseClick(saving.cancel_button, Qt.MouseButton.LeftButton)
    assert dialog.saving is None
    assert dialog.summary.text() == "1 step passed."


def test_a_report_that_is_there_is_replaced_only_after_a_question(opened, qtbot, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("what somebody needs", "utf-8")
    dialog, _examiner = opened({"clock": PASSED})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    saving = save_to(qtbot, dialog, tmp_path / "report")
    qtbot.waitUntil(lambda: "is there already" in saving.status.text())
    assert path.read_text("utf-8") == "what somebody needs"
    assert saving.go_button.text() == "Replace the file"
    qtbot.keyClick(saving.file_edit, Qt.Key.Key_Return)  # who did not read loses nothing
    assert not saving.working
    qtbot.mouseClick(saving.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.saving is None)
    assert "connectivity test" in path.read_text("utf-8")


def test_a_report_that_is_being_written_can_be_cancelled(opened, qtbot, tmp_path, held):
    dialog, _examiner = opened({"clock": PASSED})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    saving = save_to(qtbot, dialog, tmp_path / "report.txt")
    qtbot.mouseClick(saving.cancel_button, Qt.MouseButton.LeftButton)
    held.set()
    qtbot.waitUntil(lambda: saving.status.text() == "Cancelled. Nothing was written.")
    assert list(tmp_path.iterdir()) == []


def test_the_test_can_be_closed_while_its_report_is_written(opened, qtbot, tmp_path, held):
    dialog, _examiner = opened({"clock": PASSED})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    saving = save_to(qtbot, dialog, tmp_path / "report.txt")
    dialog.done(0)
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert saving.isHidden()
    held.set()
    qtbot.waitUntil(lambda: not isValid(saving))
    assert list(tmp_path.iterdir()) == []


def test_one_window_saves_a_report(opened, qtbot):
    dialog, _examiner = opened({"clock": PASSED})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert save_to(qtbot, dialog, "x", press=False) is save_to(qtbot, dialog, "x", press=False)


def test_text_from_outside_is_plain_text(opened, qtbot):
    hostile = Finding(Outcome.FAIL, HOSTILE_NAMES[0], tuple(HOSTILE_NAMES), HOSTILE_NAMES[1])
    connection = replace(SUBJECT.connection, name=HOSTILE_NAMES[2])
    dialog, _examiner = opened({"sts": hostile}, replace(SUBJECT, connection=connection))
    qtbot.waitUntil(over(dialog), timeout=20_000)
    row = dialog.rows["sts"]
    assert row.text.textFormat() is Qt.TextFormat.PlainText
    assert row.text.text() == HOSTILE_NAMES[0]
    assert row.evidence.text().count("\n") == len(HOSTILE_NAMES) - 1
    for label in (row.text, row.evidence, row.advice):
        assert "\x1b" not in label.text()
        assert "\u202e" not in label.text()
    assert dialog._area.horizontalScrollBar().maximum() == 0 or not dialog._area.horizontalScrollBar().isVisible()


def test_another_domain_can_be_typed_and_is_tested_in_the_same_cloud(opened, qtbot):
    dialog, _examiner = opened(ALL)
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert dialog.subject_edit.text() == "admin@contoso.example"
    dialog.subject_edit.selectAll()
    qtbot.keyClicks(dialog.subject_edit, "Fabrikam.example")
    qtbot.keyClick(dialog.subject_edit, Qt.Key.Key_Return)
    assert dialog.report is None
    qtbot.waitUntil(over(dialog), timeout=20_000)
    subject = dialog.report.subject
    assert (subject.domain, subject.user, subject.connection, subject.cloud) == ("fabrikam.example", None, None, SUBJECT.cloud)
    assert dialog.about.text() == "fabrikam.example in Microsoft 365"
    assert len(dialog.rows) == len(ALL)
    assert dialog.rows["sts"].isVisible()
    dialog.subject_edit.setText("no domain")
    qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    assert "is not a domain" in dialog.subject_error.text()
    assert dialog.report is not None
    dialog.subject_edit.setText("fabrikam.example")
    qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert not dialog.subject_error.isVisible()


def test_return_in_the_field_presses_no_other_button(opened, qtbot):
    dialog, examiner = opened({"clock": PASSED})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    count = len(examiner.cancels)
    qtbot.keyClick(dialog.subject_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert len(examiner.cancels) == count + 1
    dialog.subject_edit.setText("no domain")
    qtbot.keyClick(dialog.subject_edit, Qt.Key.Key_Return)
    assert dialog.report is not None
    assert dialog.subject_error.isVisible()


def test_what_a_server_says_too_much_is_not_shown(opened, qtbot):
    said = "https://sts.contoso.example/?code=hunter2Zq9 password=hunter2Zq9"
    dialog, _examiner = opened({"sts": Finding(Outcome.FAIL, said, (said,), said)})
    qtbot.waitUntil(over(dialog), timeout=20_000)
    row = dialog.rows["sts"]
    for label in (row.text, row.evidence, row.advice):
        assert "sts.contoso.example" in label.text()
        assert "hunter2" not in label.text()


def test_every_button_and_row_has_a_name_for_screen_readers(opened, qtbot):
    dialog, _examiner = opened(ALL)
    qtbot.waitUntil(over(dialog), timeout=20_000)
    for button in (dialog.copy_button, dialog.save_button, dialog.close_button, dialog.again_button, dialog.cancel_button):
        assert button.accessibleName()
    for key, row in dialog.rows.items():
        assert row.accessibleName()
        assert row.toggle.accessibleName().removeprefix("Less: ") == f"Details of {key.title()}"


def test_it_is_opened_for_the_selected_connection(make_desktop, qtbot):
    doctor, examiner = scripted_doctor(ALL)

    class WithDoctor(FakeWorkflows):
        @property
        def workflows(self):
            return replace(super().workflows, doctor=doctor)

    fakes = WithDoctor(rows(3))
    fakes.directory.connection = lambda key: connection_of(next(each for each in fakes.directory.saved if each.id == key))
    desktop = make_desktop(fakes)
    desktop.window.test_requested.emit("c2")
    qtbot.waitUntil(lambda: any(isinstance(each, DoctorDialog) for each in desktop.windows.all()))
    (dialog,) = (each for each in desktop.windows.all() if isinstance(each, DoctorDialog))
    qtbot.waitUntil(over(dialog), timeout=20_000)
    assert dialog.report.subject.connection.id == "c2"
    assert dialog.report.subject.user.domain == dialog.report.subject.domain
    assert examiner.cancels
    dialog.reject()
    qtbot.waitUntil(lambda: not any(isinstance(each, DoctorDialog) for each in desktop.windows.all()))


def test_no_duration_is_told_where_it_rounds_to_nothing(qtbot):
    row = StepRow(Step("clock", "Clock", finding=Finding(Outcome.PASS, "Right."), seconds=0.04))
    qtbot.addWidget(row)
    assert row.state.text() == "Passed"
    row.show_step(replace(row.step, seconds=0.06))
    assert row.state.text() == "Passed, 0.1 s"
