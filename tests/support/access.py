"""What a screen reader and a person without a mouse get of a window."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QPalette, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

from tenantdock.desktop.reading import in_reading_order
from tenantdock.desktop.shades import AA_SHAPE, contrast

_Role = QAccessible.Role
_TRIES = 3
INTERACTIVE = {
    _Role.Button,
    _Role.ButtonMenu,
    _Role.ButtonDropDown,
    _Role.CheckBox,
    _Role.RadioButton,
    _Role.EditableText,
    _Role.ComboBox,
    _Role.SpinBox,
    _Role.Slider,
    _Role.Link,
    _Role.List,
    _Role.ListItem,
    _Role.Table,
    _Role.Cell,
    _Role.Tree,
    _Role.TreeItem,
    _Role.PageTab,
    _Role.PageTabList,
    _Role.MenuItem,
    _Role.PopupMenu,
    _Role.ProgressBar,
    _Role.Switch,
}
"""Roles that tell what can be done with a thing."""
_MOST_STOPS = 200
_MOST_CHILDREN = 40
"""Rows of a list that are looked at: they are alike."""


def interfaces(of: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader can reach in a window, the window first."""
    if of is None or not of.isValid():
        return
    yield of
    for at in range(min(of.childCount(), _MOST_CHILDREN)):
        child = of.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from interfaces(child)


def nameless(window: QWidget) -> list[str]:
    """Return what can be used in a window that is shown but has no accessible name, or no role that says how."""
    found = []
    for each in interfaces(QAccessible.queryAccessibleInterface(window)):
        widget = each.object()
        if _is_qts(widget):
            continue
        role, name = each.role(), each.text(QAccessible.Text.Name).strip()
        told = f"{role.name} {type(widget).__name__} {widget.objectName() if widget is not None else ''}"
        cell = each.tableCellInterface() if role is _Role.Cell else None
        empty = cell is not None and cell.columnIndex() > 0  # a cell may be empty; the first of a row tells all of it
        if role in INTERACTIVE and not name and not empty:
            found.append(f"{told}: no name")
        shown = widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""
        if not _words(shown) <= _words(name.replace("&", "")):  # WCAG 2.2, 2.5.3: who speaks to the computer says what is shown
            found.append(f"{told}: shows {shown!r} and is called {name!r}")
        if role is _Role.ComboBox and not each.relations() and not each.text(QAccessible.Text.Description):
            found.append(f"{told}: Qt takes its name from a label on Linux, and there is none")
        scrolls = isinstance(widget, QScrollArea) and name  # it has no role of its own; its name has to do
        if each.state().focusable and not scrolls and role not in INTERACTIVE | {_Role.StaticText, _Role.Window, _Role.Dialog}:
            found.append(f"{told}: {name!r} can be focused, and its role does not say what it is")
    return found


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _is_qts(widget: object) -> bool:
    """Whether a widget is a part of one of Qt's: a scroll bar, a field's own button."""
    return isinstance(widget, QScrollBar) or (isinstance(widget, QWidget) and widget.objectName().startswith("qt_"))


def stops(window: QWidget) -> list[QWidget]:
    """Return the widgets of a window that Tab goes to, in its order, the first of the window first."""
    first = next(in_reading_order(window), None)
    return [first, *(other for _one, other in _steps(window, first))] if first is not None else []


def backwards(window: QWidget) -> list[str]:
    """Return the steps of Tab that go against the reading order: up within a column, or back within a row, which is to the left
    where one reads from the left.
    """
    found = []
    leftwards = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for one, other in _steps(window, next(in_reading_order(window), None)):
        # Both as they are now: Tab may have scrolled
        before, after = _place(one, window), _place(other, window)
        beside = before.left() < after.right() and after.left() < before.right()
        overlap = min(before.bottom(), after.bottom()) - max(before.top(), after.top())
        level = overlap > min(before.height(), after.height()) // 2
        back = after.left() >= before.right() if leftwards else after.right() <= before.left()
        if (beside and not level and after.top() < before.top()) or (level and not beside and back):
            found.append(f"from {_told(one)} at {before.getRect()} to {_told(other)} at {after.getRect()}")
    return found


def _steps(window: QWidget, first: QWidget | None) -> Iterator[tuple[QWidget, QWidget]]:
    """Press Tab until it comes round; yield where it was and where it is then."""
    if first is None:
        return
    first.setFocus(Qt.FocusReason.TabFocusReason)
    been = [first]
    while len(been) < _MOST_STOPS:
        QTest.keyClick(been[-1], Qt.Key.Key_Tab)
        at = window.focusWidget()
        if at is None or any(at is widget for widget in been):
            return
        yield been[-1], at
        been.append(at)


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"


def unseen_focus(widget: QWidget) -> str:
    """Return why one cannot see that a widget has the focus, or "": too little of it changes by a contrast of 3 : 1 (WCAG 2.2,
    2.4.11 and 2.4.13, which ask for as much as a line of two pixels around it; a line along one side will do here). "" also for one
    that its window does away with meanwhile.
    """
    told = ""
    for _ in range(_TRIES):
        told = _unseen_focus(widget)
        if not told:
            break
        # A window that was shown a moment ago may not have been painted as the active one yet
        QTest.qWait(100)
        if not isValid(widget):
            return ""
    return told


def _unseen_focus(widget: QWidget) -> str:
    widget.window().activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    # What the style sheet says of :focus counts once the events of the change are done
    QApplication.processEvents()
    if not isValid(widget) or not widget.hasFocus():
        return ""  # it hands the focus on to a part of it, which is looked at by itself
    on = _picture(widget)
    widget.clearFocus()
    QApplication.processEvents()
    if not isValid(widget):
        return ""
    off = _picture(widget)
    if len(on) != len(off):
        return f"{_told(widget)}: its size changed meanwhile"
    changes = Counter(zip(on, off, strict=True))
    seen = sum(many for (one, other), many in changes.items() if one != other and contrast(QColor(one), QColor(other)) >= AA_SHAPE)
    needed = min(widget.width(), widget.height())
    return "" if seen >= needed else f"{_told(widget)}: {seen} pixels change, {needed} would be a line along one side"


def _picture(widget: QWidget) -> list[int]:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    # Some are transparent, and stand on the window's ground
    image.fill(widget.window().palette().color(QPalette.ColorRole.Window))
    widget.render(image, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
    return list(memoryview(image.constBits()).cast("I"))
