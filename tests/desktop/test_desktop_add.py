"""Adding a customer, on doubles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from support.desktop import FakeWorkflows, Gate, rows
from tenantdock.desktop.add import AddDialog
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import NetworkTrouble, StorageTrouble, UnknownDomain


@pytest.fixture
def form(make_desktop, qtbot):
    def build(fakes=None):
        desktop = make_desktop(fakes or FakeWorkflows(rows(3)))
        qtbot.mouseClick(desktop.window.add_button, Qt.MouseButton.LeftButton)
        (dialog,) = (each for each in desktop.windows.all() if isinstance(each, AddDialog))
        return desktop, dialog

    return build


def test_nothing_but_the_dialog_is_shown_as_a_window(make_desktop, qtbot):
    class Shown(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                windows.append(type(watched))
            return False

    desktop = make_desktop(FakeWorkflows(rows(3)))
    windows, shown = [], Shown()
    QApplication.instance().installEventFilter(shown)
    qtbot.mouseClick(desktop.window.add_button, Qt.MouseButton.LeftButton)
    QApplication.instance().removeEventFilter(shown)
    assert windows == [AddDialog]


def test_by_keyboard_alone_from_the_window_to_the_new_row(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    qtbot.keyClick(desktop.window.search_edit, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = (each for each in desktop.windows.all() if isinstance(each, AddDialog))
    qtbot.keyClicks(dialog.username_edit, "admin@fabrikam.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert "sts.fabrikam.example" in dialog.result_text.text()
    assert dialog.name_edit.text() == "Fabrikam"
    dialog.name_edit.selectAll()
    qtbot.keyClicks(dialog.name_edit, "Fabrikam Nord")
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.window.model.rowCount() == 4)
    saved = next(each for each in desktop.fakes.directory.saved if each.name == "Fabrikam Nord")
    assert desktop.window.selected_id == saved.id
    assert saved.services == ("graph",)
    assert saved.colour
    qtbot.mouseClick(desktop.window.notices.get("added").action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [each.connection_id for each in desktop.fakes.agent.sessions()] == [saved.id])


def test_typing_on_cancels_the_look_up_before(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.gate = gate = Gate()
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(gate.reached.is_set)
    assert not dialog.bar.isHidden()
    fakes.adding.gate = None
    qtbot.keyClicks(dialog.username_edit, "x")
    assert fakes.adding.cancels[0].cancelled
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.found.user.domain == "contoso.examplex"
    assert [each[0] for each in fakes.adding.looked_up] == ["admin@contoso.example", "admin@contoso.examplex"]


def test_half_a_name_is_no_mistake_until_the_field_is_left(form, qtbot):
    _desktop, dialog = form()
    qtbot.keyClicks(dialog.username_edit, "admin")
    qtbot.wait(600)
    assert dialog.username_error.isHidden()
    qtbot.keyClick(dialog.username_edit, Qt.Key.Key_Tab)
    assert "admin@contoso.com" in dialog.username_error.text()
    assert not dialog.add_button.isEnabled()


def test_an_unknown_domain_is_told_beside_the_field(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.fails = UnknownDomain("No tenant answers for nowhere.example.", next_step="Check the spelling.")
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@nowhere.example")
    qtbot.waitUntil(lambda: not dialog.username_error.isHidden())
    assert "Check the spelling." in dialog.username_error.text()


def test_without_a_network_there_is_another_try(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.fails = NetworkTrouble("No answer.", next_step="Check the network.")
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(lambda: not dialog.retry_button.isHidden())
    assert "No answer." in dialog.result_title.text()
    fakes.adding.fails = None
    qtbot.mouseClick(dialog.retry_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.add_button.isEnabled)


def test_a_name_that_is_taken_is_told_beside_the_name(form, qtbot):
    _desktop, dialog = form()
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(dialog.add_button.isEnabled)
    dialog.name_edit.setText("Fabrikam")
    dialog.save()
    qtbot.waitUntil(lambda: not dialog.name_error.isHidden())
    assert "Give it another name." in dialog.name_error.text()
    assert dialog.add_button.isEnabled()


def test_a_full_disk_is_told_and_the_form_keeps_what_was_typed(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.add_fails = StorageTrouble("The disk is full.", next_step="Free some room.")
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(dialog.add_button.isEnabled)
    dialog.save()
    qtbot.waitUntil(lambda: not dialog.save_error.isHidden())
    assert "Free some room." in dialog.save_error.text()
    assert dialog.username_edit.text() == "admin@contoso.example"


def test_no_service_means_no_adding(form, qtbot):
    _desktop, dialog = form()
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(dialog.add_button.isEnabled)
    dialog.service_boxes["graph"].setChecked(False)
    assert not dialog.add_button.isEnabled()
    assert not dialog.service_error.isHidden()


def test_the_cloud_is_asked_only_where_there_are_several_and_decides_the_services(form):
    _desktop, dialog = form()
    assert not dialog.cloud_box.isVisible()
    assert [key for key, box in dialog.service_boxes.items() if box.isVisible()] == ["graph", "azure", "exchange"]
    _desktop, dialog = form(FakeWorkflows(clouds=Clouds()))
    assert dialog.cloud_box.isVisible()
    assert dialog.service_boxes["teams"].isVisible()
    dialog.cloud_box.setCurrentIndex(dialog.cloud_box.findData("china"))
    assert not dialog.service_boxes["teams"].isVisible()


def test_closing_the_form_cancels_the_look_up(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.gate = gate = Gate()
    desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(gate.reached.is_set)
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert fakes.adding.cancels[0].cancelled
    assert dialog not in desktop.windows.all()
