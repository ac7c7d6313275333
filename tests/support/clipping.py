"""Finds texts that are cut: a widget that shows less than the text it was given, and says so nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tenantdock.desktop.parts import ElidedLabel

SLACK = 1
"""Device-independent pixels: sizes are rounded."""
NAME = 60
"""Characters. What is longer is a name from outside, which may end in an ellipsis where it is told in full elsewhere."""


def cut_texts(window: QWidget) -> list[str]:
    """Return what is cut in a window that is shown and laid out, each with the widget it is in."""
    return [f"{window.objectName() or type(window).__name__}: {told}" for told in _cut(window)]


def _cut(window: QWidget) -> Iterator[str]:
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible() and widget.width() > 0 and widget.window() is window:
            why = _why(widget)
            if why:
                yield f"{type(widget).__name__} {widget.objectName()}: {why}"


def _why(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return ""  # it shows an ellipsis, and everything in its tool tip
    looks = (
        (QLabel, _label),
        (QAbstractButton, _button),
        (QTabBar, _whole),
        (QGroupBox, _whole),
        (QLineEdit, _field),
        (QListWidget, _items),
        (QScrollArea, _area),
    )
    return next((look(widget) for kind, look in looks if isinstance(widget, kind)), "")


def _area(area: QScrollArea) -> str:
    """What a scroll area shows, and cannot scroll to the side."""
    inside = area.widget()
    if inside is None or area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return ""
    needed, room = inside.minimumSizeHint().width(), area.viewport().width()
    return f"what it shows needs {needed} in width, has {room}" if needed > room + SLACK else ""


def _whole(widget: QWidget) -> str:
    return "" if widget.sizeHint().width() <= widget.width() + SLACK else f"{widget.sizeHint()} in {widget.size()}"


def _button(button: QAbstractButton) -> str:
    """What a button needs is its text, and the box of those that have one; some are lower than usual, on purpose."""
    if not button.text() or (len(button.text()) > NAME and button.toolTip()):
        return ""
    if button.hasHeightForWidth():
        needed = button.heightForWidth(button.width())
        return f"{button.text()[:60]!r} needs {needed} in height, has {button.height()}" if needed > button.height() + SLACK else ""
    size = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    box = size.height() if isinstance(button, QCheckBox | QRadioButton) else 0
    if size.width() + box > button.width() + SLACK or size.height() > button.height() + SLACK:
        return f"{button.text()[:60]!r} needs {size.width() + box} x {size.height()}, has {button.width()} x {button.height()}"
    return ""


def _field(edit: QLineEdit) -> str:
    """Qt puts an ellipsis into a placeholder that is too long; that will do for an example, and for words that a tool tip repeats.
    What cannot be typed over is there to be read.
    """
    shown = edit.placeholderText() if not edit.text() else edit.text() if edit.isReadOnly() else ""
    wide = edit.fontMetrics().horizontalAdvance(shown) > edit.width() - 4
    told = edit.toolTip() or (not edit.text() and " " not in shown)
    return f"{shown!r} in {edit.width()}" if wide and not told else ""


def _items(widget: QListWidget) -> str:
    """A list that neither wraps nor scrolls to the side. Names from outside may end in an ellipsis there."""
    if widget.wordWrap() or widget.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return ""
    texts = [widget.item(row).text() for row in range(widget.count())]
    wide = [text for text in texts if len(text) < NAME and widget.fontMetrics().horizontalAdvance(text) > widget.viewport().width()]
    return f"{wide} in {widget.viewport().width()}" if wide else ""


def _label(label: QLabel) -> str:
    text = label.text()
    if not text:
        return ""
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + SLACK:
            return f"{text[:60]!r} needs {needed} in height, has {label.height()}"
        flags = int(Qt.TextFlag.TextWordWrap)
        widest = label.fontMetrics().boundingRect(0, 0, max(room.width(), 1), 10_000, flags, QLabel.text(label)).width()
        return f"{text[:60]!r} needs {widest} in width, has {room.width()}" if widest > room.width() + SLACK else ""
    needed = label.sizeHint()
    if needed.width() > label.width() + SLACK or needed.height() > label.height() + SLACK:
        return f"{text[:60]!r} needs {needed.width()} x {needed.height()}, has {label.width()} x {label.height()}"
    return ""
