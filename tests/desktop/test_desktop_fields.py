"""The colours to choose from, and commands to copy."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.command_box import CommandBox
from tenantdock.desktop.fields import ColourRow
from tenantdock.desktop.look import colours

COLOURS = [colour for colour, _name in colours()]


class Form(QWidget):
    """A field, the colours, and a field."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.before, self.row, self.after = QLineEdit(), ColourRow(), QLineEdit()
        for each in (self.before, self.row, self.after):
            column.addWidget(each)
        self.told = []
        self.row.changed.connect(lambda: self.told.append(self.row.colour))


@pytest.fixture
def form(qtbot):
    form = Form()
    qtbot.addWidget(form)
    form.resize(600, 200)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    form.before.setFocus()
    qtbot.waitUntil(form.before.hasFocus)
    return form


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_tab_comes_to_the_chosen_colour_and_goes_on_from_there(form, qtbot):
    form.row.choose(COLOURS[3])
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.row.swatches[COLOURS[3]]
    press(qtbot, Qt.Key.Key_Tab)
    assert form.after.hasFocus()
    assert form.told == []


def test_without_a_chosen_colour_tab_comes_to_the_first_and_space_chooses_it(form, qtbot):
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.row.swatches[COLOURS[0]]
    assert form.row.colour == ""
    press(qtbot, Qt.Key.Key_Space)
    assert form.told == [COLOURS[0]]


def test_arrows_choose_and_what_they_come_past_is_not_told(form, qtbot):
    form.row.choose(COLOURS[0])
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is form.row.swatches[COLOURS[2]]
    assert form.row.colour == COLOURS[2]
    assert form.told == []
    qtbot.waitUntil(lambda: form.told == [COLOURS[2]])
    press(qtbot, Qt.Key.Key_Tab)
    assert form.after.hasFocus()
    assert form.told == [COLOURS[2]]


def test_whoever_goes_on_at_once_has_chosen(form, qtbot):
    form.row.choose(COLOURS[0])
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Tab)
    assert form.told == [COLOURS[-1]]


def test_from_right_to_left_arrows_go_where_they_point(form, qtbot):
    form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    form.row.choose(COLOURS[1])
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    assert form.row.colour == COLOURS[2]


def test_a_colour_of_elsewhere_is_kept_and_shown_as_none_of_ours(form):
    form.row.choose(COLOURS[1])
    form.row.choose("#123456")
    assert form.row.colour == "#123456"
    assert not any(swatch.isChecked() for swatch in form.row.swatches.values())


def test_a_screen_reader_hears_a_choice_of_one_among_several(form):
    form.row.choose(COLOURS[1])
    for colour, swatch in form.row.swatches.items():
        interface = QAccessible.queryAccessibleInterface(swatch)
        assert interface.role() == QAccessible.Role.RadioButton
        assert interface.text(QAccessible.Text.Name)
        assert bool(interface.state().checked) == (colour == COLOURS[1])
    assert form.row.accessibleName()


@pytest.mark.parametrize("width", [200, 700])
def test_a_command_is_there_whole_and_copied_as_it_is(qtbot, width):
    command = "Install-Module Microsoft.Graph.Authentication -Scope CurrentUser"
    box = CommandBox("told", "copy", command)
    qtbot.addWidget(box)
    box.resize(width, box.heightForWidth(width))
    box.show()
    qtbot.waitExposed(box)
    label, button = box.findChild(QWidget, "told"), box.findChild(QWidget, "copy")
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert label.width() >= label.minimumSizeHint().width()
    assert box.rect().contains(button.geometry())
    button.click()
    assert QGuiApplication.clipboard().text() == command
    assert command in button.accessibleName()
