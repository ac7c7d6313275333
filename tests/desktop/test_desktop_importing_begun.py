"""Importing customers from the main window: what begins it, and what takes it back once its window closed."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from support.desktop import FakeWorkflows, rows
from support.directory import CONTOSO
from support.import_windows import click, two_customers
from support.importing import tenant_of
from tenantdock.desktop.importing import CustomersImportDialog, Step


@pytest.fixture
def house():
    return two_customers()


def a_file(tmp_path, *lines, header="Name;Tenant ID;User name"):
    path = tmp_path / "customers.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([header.split(";"), *lines])
    path.write_bytes(text.getvalue().encode())
    return path


SOME = (["Contoso", CONTOSO, "anna@msp.example"], ["New one", tenant_of("new"), "anna@msp.example"], ["Wrong", "x", ""])


def test_a_dropped_file_starts_an_import(make_desktop, tmp_path, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    path = a_file(tmp_path, *SOME)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, no = QPointF(20, 20), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no)
    QGuiApplication.sendEvent(desktop.window, enter)
    assert enter.isAccepted()
    QGuiApplication.sendEvent(desktop.window, QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no))
    qtbot.waitUntil(
        lambda: any(isinstance(each, CustomersImportDialog) and each.step is Step.COLUMNS for each in desktop.windows.all())
    )


@pytest.mark.parametrize("urls", [[], ["https://evil.example/x.csv"], ["file:///tmp/x.exe"], ["file:///a.csv", "file:///b.csv"]])
def test_nothing_else_can_be_dropped(make_desktop, qtbot, urls):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    at, no = QPoint(20, 20), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no)
    QGuiApplication.sendEvent(desktop.window, enter)
    assert not enter.isAccepted()


@pytest.mark.parametrize("undone_there", [False, True])
def test_an_import_can_be_undone_after_its_window_closed(make_desktop, house, tmp_path, qtbot, undone_there):
    fakes = FakeWorkflows(rows(2))
    fakes.importing = house.importing
    desktop = make_desktop(fakes)
    before = house.everything()
    desktop.commands.import_(str(a_file(tmp_path, *SOME)))
    dialog = next(each for each in desktop.windows.all() if isinstance(each, CustomersImportDialog))
    qtbot.waitUntil(lambda: dialog.step is Step.COLUMNS)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    assert house.everything() != before
    if undone_there:
        click(qtbot, dialog.undo_button)
        qtbot.waitUntil(lambda: dialog.applied is None)
    dialog.close()
    qtbot.waitUntil(lambda: dialog not in desktop.windows.all())
    if undone_there:
        desktop.organise.undo()
        qtbot.waitUntil(lambda: desktop.window.status_label.text() == "There is nothing to undo.")
        return
    assert desktop.window.status_label.text() == "1 customer was added. 1 customer was changed."
    assert desktop.window.undo_button.isVisible()
    click(qtbot, desktop.window.undo_button)
    qtbot.waitUntil(lambda: house.everything() == before)
    qtbot.waitUntil(lambda: "everything is as it was before" in desktop.window.status_label.text())
    assert not desktop.window.undo_button.isVisible()


def test_the_first_customers_can_be_imported_from_the_empty_list(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows())
    qtbot.waitUntil(desktop.window.pages.empty_import_button.isVisible)
    click(qtbot, desktop.window.pages.empty_import_button)
    assert any(isinstance(each, CustomersImportDialog) for each in desktop.windows.all())
