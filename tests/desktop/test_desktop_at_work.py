"""Windows whose work ends after somebody cancelled it, or closed them."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from support.directory import HOME, a_connection
from support.importing import ImportHouse
from tenantdock.desktop.exporting import CustomersExportDialog
from tenantdock.desktop.loop import Loop
from tenantdock.domain.cancel import Cancel


@pytest.fixture
def late(tmp_path, qtbot, monkeypatch):
    """The window that exports, while it writes a file that no cancel stops any more, and what lets that go on."""
    house, go_on, failures = ImportHouse(), threading.Event(), []
    house.directory.add_all([a_connection("Contoso", home_account_id=HOME)])
    really = house.exporting.to_csv

    def to_csv(path, delimiter, _cancel, *, over=False):
        assert go_on.wait(20)
        return really(path, delimiter, Cancel(), over=over)

    monkeypatch.setattr(house.exporting, "to_csv", to_csv)
    loop = Loop(failures.append)
    dialog = CustomersExportDialog(house.exporting, loop)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.file_edit.setText(str(tmp_path / "out.csv"))
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    assert dialog.working
    yield dialog, go_on
    go_on.set()
    assert loop.close(2.0), "a worker was left behind"
    assert not failures


def test_what_was_written_in_spite_of_cancel_is_told_and_its_window_closes(late, qtbot):
    dialog, go_on = late
    answers = []
    dialog.answered.connect(answers.append)
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    go_on.set()
    qtbot.waitUntil(lambda: dialog.exported is not None)
    assert str(dialog.exported.path) in dialog.status.text()
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert answers == [dialog.exported]


def test_a_window_that_is_closed_meanwhile_answers_when_its_work_is_over(late, qtbot):
    dialog, go_on = late
    answers = []
    dialog.answered.connect(answers.append)
    dialog.reject()
    assert dialog.isHidden()
    assert not answers
    go_on.set()
    qtbot.waitUntil(lambda: answers == [None])
