"""A radio button whose frame can be seen on every ground."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle

from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import focus_colour


class RadioButton(QRadioButton):
    """One choice of several."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The circle, the text and room for the ring."""
        metrics = self.fontMetrics()
        width = metrics.height() + UNIT + metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() + UNIT
        return QSize(width, metrics.height() + UNIT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Long texts are cut at the window's edge rather than making it wider than the screen."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole widget can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint circle, dot, text and focus."""
        painter, role, palette = QPainter(self), QPalette.ColorRole, self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.fontMetrics().height() - 1
        circle = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(2, (self.height() - side) // 2, side, side)))
        on = self.isChecked()
        painter.setPen(QPen(palette.color(role.Highlight if on else role.Mid), 1.5))
        painter.setBrush(palette.color(role.Base))
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role.Highlight))
            inset = side * 0.27
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(focus_colour(palette), 2))
            ring = QRect(0, 0, min(self.width(), self.sizeHint().width()), self.height())
            shown = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), ring))
            painter.drawRoundedRect(shown.adjusted(1, 1, -1, -1), 5, 5)
        area = QStyle.visualRect(self.layoutDirection(), self.rect(), self.rect().adjusted(side + UNIT, 0, 0, 0))
        painter.setPen(palette.color(role.WindowText))
        side_flag = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, int(side_flag | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic), self.text())
