"""Check boxes and radio buttons: how they look and where their sign and text stand. Their frames can be seen on every ground."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QStyle

from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import focus_colour

_RING: Final = 3
"""What the ring around a box with the keyboard's focus takes on each side, its gap included, in pixels."""


def ticked_box(button: QAbstractButton) -> QRectF:
    """Return where a check box or radio button paints its sign: so far from the edge that a ring has room around it."""
    side = button.fontMetrics().height() - 1
    box = QRect(_RING, (button.height() - side) // 2, side, side)
    return QRectF(QStyle.visualRect(button.layoutDirection(), button.rect(), box))


def ticked_text(button: QAbstractButton, painter: QPainter) -> None:
    """Paint the text of a check box or radio button beside its sign."""
    area = QStyle.visualRect(button.layoutDirection(), button.rect(), button.rect().adjusted(ticked_indent(button), 0, 0, 0))
    palette, role = button.palette(), QPalette.ColorRole
    group = QPalette.ColorGroup.Active if button.isEnabled() else QPalette.ColorGroup.Disabled
    painter.setPen(palette.color(group, role.WindowText))
    side = QStyle.visualAlignment(button.layoutDirection(), Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic), button.text())


def ticked_indent(button: QAbstractButton) -> int:
    """Return where the text of a check box or radio button begins, in pixels from its edge."""
    return _RING + button.fontMetrics().height() - 1 + UNIT


def indented(label: QLabel, button: QAbstractButton) -> None:
    """Have the text of *label*, which stands below a check box or radio button, begin where the button's does."""
    fitted(button, lambda button: label.setIndent(ticked_indent(button)))


def ticked_size(button: QAbstractButton) -> QSize:
    """Return the room that a check box or radio button wants."""
    metrics = button.fontMetrics()
    if not button.text():  # what it means stands beside it
        return QSize(ticked_indent(button), metrics.height() + UNIT)
    width = ticked_indent(button) + metrics.size(Qt.TextFlag.TextShowMnemonic, button.text()).width() + UNIT // 2
    return QSize(width, metrics.height() + UNIT)


class CheckBox(QCheckBox):
    """A check box. The keyboard's focus is a ring around the box."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The box with room for its ring, and the text."""
        return ticked_size(self)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole widget can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint box, tick, text and focus."""
        painter, role, palette = QPainter(self), QPalette.ColorRole, self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = ticked_box(self)
        side, on = box.width(), self.isChecked()
        painter.setPen(QPen(palette.color(role.Highlight if on else role.Mid), 1.5))
        painter.setBrush(palette.color(role.Highlight if on else role.Base))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        if on:
            pen = QPen(palette.color(role.HighlightedText), side / 8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x, y, unit = box.center().x(), box.center().y(), side / 16
            points = [QPointF(x - 4 * unit, y), QPointF(x - unit, y + 3 * unit), QPointF(x + 4 * unit, y - 3 * unit)]
            painter.drawPolyline(points)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(focus_colour(palette), 2))
            painter.drawRoundedRect(box.adjusted(1 - _RING, 1 - _RING, _RING - 1, _RING - 1), 5, 5)
        ticked_text(self, painter)
