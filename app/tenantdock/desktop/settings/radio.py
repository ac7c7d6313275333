"""A radio button whose frame can be seen on every ground."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from tenantdock.desktop.parts import focus_colour
from tenantdock.desktop.ticks import ticked_box, ticked_size, ticked_text


class RadioButton(QRadioButton):
    """One choice of several."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The circle with room for its ring, and the text."""
        return ticked_size(self)

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
        circle = ticked_box(self)
        on = self.isChecked()
        painter.setPen(QPen(palette.color(role.Highlight if on else role.Mid), 1.5))
        painter.setBrush(palette.color(role.Base))
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(role.Highlight))
            inset = circle.width() * 0.27
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(focus_colour(palette), 2))
            painter.drawEllipse(circle.adjusted(-2, -2, 2, 2))
        ticked_text(self, painter)
