"""What holds in every window and state of the pictures for people who use a keyboard or a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from support.access import backwards, interfaces, nameless, stops, unseen_focus
from support.stage import Stage
from tenantdock.desktop.palettes import palette
from tenantdock.desktop.parts import Button, PrimaryButton
from tenantdock.desktop.reading import ReadingOrder

pytestmark = [pytest.mark.timeout(600), pytest.mark.qt_log_ignore("This plugin does not support")]


NO_WINDOWS = {"tray-icons"}
"""Pictures of what is shown by others."""
BY_ITSELF = {"paletteSearch"}
"""The one field of a window that is there to be typed into: its caret tells enough, and all else there shows its own focus."""


@pytest.fixture
def stage(qapp):
    stage = Stage(qapp)
    before = qapp.palette()
    yield stage
    qapp.setPalette(before)


def test_every_window_can_be_read_and_used_without_a_mouse(stage):
    """One walk for all, because showing every window takes its time."""
    wrong: dict[str, set[str]] = {"names and roles": set(), "order of Tab": set(), "reached by Tab": set()}
    walked = 0
    for name, window in stage.every():
        walked += 1
        wrong["names and roles"] |= {f"{name}: {told}" for told in nameless(window)}
        wrong["order of Tab"] |= {f"{name}: {told}" for told in backwards(window)}
        if not stops(window) and not isinstance(window, QMenu) and name not in NO_WINDOWS:  # a menu has the arrow keys
            wrong["reached by Tab"].add(name)
    assert walked > 40
    told = [f"{what}: {each}" for what, found in wrong.items() for each in sorted(found)]
    assert not told, "\n".join(told)


LOOKS = ({"dark": False}, {"dark": True}, {"dark": False, "high": True}, {"dark": True, "high": True})


def test_one_sees_what_has_the_focus_in_every_look(stage, qapp):
    unseen: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for _name, window in stage.every():
        for widget in one_of_each(window, seen):
            for look in LOOKS:
                wear(qapp, window, palette(**look))
                unseen |= {f"{look}: {told}" for told in [unseen_focus(widget)] if told}
        qapp.setPalette(palette(**LOOKS[0]))
    assert len(seen) > 20
    assert not unseen, "\n".join(sorted(unseen))


def one_of_each(window: QWidget, seen: set[tuple[str, str]]) -> Iterator[QWidget]:
    """Yield one widget of each kind that is not in *seen*. A window may make its parts anew while one of them is looked at: what is
    there then is looked at, too.
    """
    again = True
    while again:
        again = False
        for widget in stops(window):
            if not isValid(widget):
                again = True
                break
            kind = (type(widget).__name__, widget.objectName().rstrip("0123456789-"))
            if kind not in seen and widget.objectName() not in BY_ITSELF:
                yield widget
                if not isValid(widget):
                    again = True
                    break
                seen.add(kind)


def wear(qapp: QApplication, window: QWidget, colours: QPalette) -> None:
    """Dress a window in other colours, as the theme does it: style sheets look theirs up when they are set."""
    if colours == qapp.palette():
        return
    qapp.setPalette(colours)
    for each in [window, *window.findChildren(QWidget)]:
        if sheet := each.styleSheet():
            each.setStyleSheet(sheet)


def a_window(qtbot, kind, names):
    """Return a window with blank widgets in a column, made from below."""
    window = kind()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for name in names:
        widget = QWidget()
        widget.setObjectName(name)
        widget.setFixedSize(40, 40)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.insertWidget(0, widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.findChild(QWidget, names[0]).isVisible())
    return window


class Ordered(ReadingOrder, QWidget):
    pass


def test_the_walk_finds_what_is_wrong(qtbot):
    window = a_window(qtbot, QWidget, "cba")
    assert len(nameless(window)) == 3
    assert [told[:18] for told in backwards(window)] == ["from QWidget c at "]
    assert unseen_focus(window.findChild(QWidget, "a"))


@pytest.mark.parametrize("leftwards", [False, True])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_walk_finds_steps_back_in_a_row(qtbot, leftwards, way):
    window = QWidget()
    window.setLayoutDirection(way)
    qtbot.addWidget(window)
    for at in (2, 1, 0) if leftwards else (0, 1, 2):  # in no layout, which would mirror them
        widget = QWidget(window)
        widget.setGeometry(at * 50, 0, 40, 40)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert len(backwards(window)) == (0 if leftwards is (way is Qt.LayoutDirection.RightToLeft) else 2)


def test_tab_reads_what_came_later_in_its_place(qtbot):
    window = a_window(qtbot, Ordered, "cba")
    assert backwards(window) == []
    assert [each.objectName() for each in stops(window)] == ["a", "b", "c"]
    button = QPushButton("Go")
    window.layout().insertWidget(1, button)
    qtbot.waitUntil(button.isVisible)
    assert [each.objectName() for each in stops(window)] == ["a", "", "b", "c"]
    button.hide()
    assert [each.objectName() for each in stops(window)] == ["a", "b", "c"]


def test_rows_tell_a_screen_reader_what_they_show(stage):
    for name, window in stage.every():
        if name == "main-3":
            rows = [
                each.text(QAccessible.Text.Name)
                for each in interfaces(QAccessible.queryAccessibleInterface(window))
                if each.role() == QAccessible.Role.Cell
            ]
            assert len(rows) == 3
            assert all("@" in row and "Graph" in row for row in rows)
            return
    pytest.fail("there is no list")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus_and_not_the_default_one(qtbot, key):
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    go, cancel = PrimaryButton("Go"), Button("Cancel")
    pressed: list[str] = []
    for button in (go, cancel):
        column.addWidget(button)
    go.clicked.connect(lambda: pressed.append("Go"))
    cancel.clicked.connect(lambda: pressed.append("Cancel"))
    qtbot.addWidget(dialog)
    dialog.show()
    cancel.setFocus()
    QTest.keyClick(cancel, key)
    assert pressed == ["Cancel"]
    go.hide()  # as on an import's last page
    QTest.keyClick(cancel, key)
    assert pressed == ["Cancel", "Cancel"]
