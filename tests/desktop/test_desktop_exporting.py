"""Exporting customers: the window, over the real workflow and doubles of what is below it."""

from __future__ import annotations

import json
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from support.import_windows import click, opening, two_customers
from tenantdock.desktop.exporting import CustomersExportDialog, To


@pytest.fixture
def house():
    return two_customers()


@pytest.fixture
def opened(qapp, qtbot):
    with opening(qtbot) as build:
        yield build


@pytest.mark.parametrize("to", [To.CSV, To.JSON])
def test_export_writes_the_file_and_says_where(opened, house, tmp_path, qtbot, to):
    dialog = opened(house, CustomersExportDialog)
    dialog.choices[to].setChecked(True)
    assert dialog.file_edit.text().endswith(to.value)
    path = tmp_path / f"out.{to.value}"
    dialog.file_edit.setText(str(path))
    answers = []
    dialog.answered.connect(answers.append)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.exported is not None)
    assert "2 customers are in" in dialog.status.text()
    text = path.read_text("utf-8-sig")
    assert "Contoso alt" in text
    if to is To.JSON:
        assert len(json.loads(text)["customers"]) == 2
    click(qtbot, dialog.cancel_button)
    assert answers == [dialog.exported]


def test_a_failed_export_says_why(opened, house, tmp_path, qtbot):
    dialog = opened(house, CustomersExportDialog)
    dialog.file_edit.setText(str(tmp_path / "missing" / "x.csv"))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert "could not be written" in dialog.error.text()
    assert dialog.form.isEnabled()


@pytest.mark.parametrize("to", [To.CSV, To.JSON])
def test_a_file_that_is_there_is_replaced_only_after_a_question(opened, house, tmp_path, qtbot, to):
    path = tmp_path / f"out.{to.value}"
    path.write_text("what somebody needs")
    dialog = opened(house, CustomersExportDialog)
    dialog.choices[to].setChecked(True)
    dialog.file_edit.setText(str(tmp_path / "out"))  # its ending is added
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: not dialog.working)
    assert path.read_text() == "what somebody needs"
    assert "is there already" in dialog.status.text()
    assert not dialog.error.text()
    assert dialog.go_button.text() == "Replace the file"
    qtbot.keyClick(dialog.file_edit, Qt.Key.Key_Return)  # who did not read loses nothing
    assert not dialog.working
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.exported is not None)
    assert "Contoso alt" in path.read_text("utf-8-sig")


def test_a_yes_to_replacing_counts_for_one_file(opened, house, tmp_path, qtbot):
    for name in ("a.csv", "b.json", "a.json"):
        (tmp_path / name).write_text("what somebody needs")
    dialog = opened(house, CustomersExportDialog)
    for change in (
        lambda: dialog.file_edit.setText(str(tmp_path / "a")),
        lambda: dialog.choices[To.JSON].setChecked(True),
        lambda: dialog.file_edit.setText(str(tmp_path / "b.json")),
    ):
        change()
        assert dialog.go_button.text() == "Export"
        assert not dialog.status.text()
        dialog.file_edit.setFocus()
        click(qtbot, dialog.go_button)
        qtbot.waitUntil(lambda: "is there already" in dialog.status.text())
    assert {each.read_text() for each in tmp_path.iterdir()} == {"what somebody needs"}
    dialog.choices[To.CSV].setChecked(True)
    dialog.file_edit.setText(str(tmp_path / "c.csv"))
    assert dialog.go_button.isDefault()
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.exported is not None)


def test_the_systems_window_asked_already(opened, house, tmp_path, qtbot):
    path = tmp_path / "a.csv"
    path.write_text("old")
    dialog = opened(house, CustomersExportDialog)
    dialog._choose()
    dialog.findChild(QFileDialog).fileSelected.emit(str(path))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.exported is not None)
    assert path.read_text("utf-8-sig") != "old"


@pytest.mark.parametrize("chosen", ["a.json", ".csv", "a"])
def test_the_systems_window_did_not_ask_about_the_name_that_the_file_gets(opened, house, tmp_path, qtbot, chosen):
    for name in ("a.csv", ".csv.csv"):
        (tmp_path / name).write_text("what somebody needs")
    dialog = opened(house, CustomersExportDialog)
    dialog._choose()
    dialog.findChild(QFileDialog).fileSelected.emit(str(tmp_path / chosen))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: "is there already" in dialog.status.text())
    assert {each.read_text() for each in tmp_path.iterdir()} == {"what somebody needs"}


def test_a_second_export_of_the_same_day_is_offered_another_name(opened, house, monkeypatch):
    offered = []
    for clock in ("10.15", "17.40"):
        told = {"%Y-%m-%d": "2026-11-27", "%Y-%m-%d %H.%M": f"2026-11-27 {clock}"}
        monkeypatch.setattr(time, "strftime", lambda form, told=told: told[form])
        offered.append(opened(house, CustomersExportDialog).file_edit.text())
    assert offered[0] != offered[1]
