"""Signs for how something stands: each has a shape of its own, and its colour only helps."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from tenantdock.desktop.look import UNIT, is_dark, muted
from tenantdock.desktop.parts import Label, error_colour

Sign = Literal["good", "warning", "bad", "skipped", "news"]


def sign_colour(sign: Sign, palette: QPalette) -> QColor:
    """Return the colour of a sign, readable on a window's ground."""
    if sign == "bad":
        return error_colour(palette)
    if sign == "skipped":
        return muted(palette)
    light, dark = {"good": ("#2c7031", "#86d08f"), "warning": ("#8a5a00", "#f0c060"), "news": ("#0f62a8", "#7cbcf2")}[sign]
    return QColor(dark if is_dark(palette) else light)


def draw_sign(painter: QPainter, area: QRectF, sign: Sign, palette: QPalette) -> None:
    """Draw a sign into a square: a tick or a dash or an i in a circle, an exclamation mark in a triangle, a cross in a box."""
    x, y, unit = area.center().x(), area.center().y(), area.width() / 16
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sign_colour(sign, palette))
    if sign == "warning":
        corners = [(0, -8), (8.5, 7), (-8.5, 7)]
        painter.drawPolygon(QPolygonF([QPointF(x + right * unit, y + down * unit) for right, down in corners]))
    elif sign == "bad":
        painter.drawRoundedRect(area, 3 * unit, 3 * unit)
    else:
        painter.drawEllipse(area)
    ink = palette.color(QPalette.ColorRole.Base)
    painter.setPen(QPen(ink, 2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    if sign == "good":
        painter.drawPolyline([QPointF(x - 4 * unit, y), QPointF(x - unit, y + 3 * unit), QPointF(x + 4 * unit, y - 3.5 * unit)])
    elif sign == "warning":
        painter.drawLine(QPointF(x, y - 3 * unit), QPointF(x, y + 1.5 * unit))
        painter.drawPoint(QPointF(x, y + 4.5 * unit))
    elif sign == "bad":
        painter.drawLine(QPointF(x - 3 * unit, y - 3 * unit), QPointF(x + 3 * unit, y + 3 * unit))
        painter.drawLine(QPointF(x - 3 * unit, y + 3 * unit), QPointF(x + 3 * unit, y - 3 * unit))
    elif sign == "news":
        painter.drawPoint(QPointF(x, y - 4 * unit))
        painter.drawLine(QPointF(x, y - 0.5 * unit), QPointF(x, y + 4 * unit))
    else:
        painter.drawLine(QPointF(x - 4 * unit, y), QPointF(x + 4 * unit, y))


class LineHigh(QWidget):
    """A square as tall as a line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as a line."""
        side = self.fontMetrics().height() + 4
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same."""
        return self.sizeHint()


class SignMark(LineHigh):
    """A sign as tall as a line of text. What it says is in the text beside it too."""

    def __init__(self, sign: Sign) -> None:
        super().__init__()
        self._sign: Sign = sign

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        side = min(self.width(), self.height()) - 3.0
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_sign(QPainter(self), area, self._sign, self.palette())


class ErrorLabel(Label):
    """What is wrong, in the colour of errors, after a sign. One that stands in the middle has no sign."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "error", wrap=True)
        self._room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the sign before the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange, QEvent.Type.ParentChange}:
            self._room()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Stand at a side, or in the middle."""
        super().setAlignment(alignment)
        self._room()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sign beside the first line."""
        super().paintEvent(event)
        if self._signed() and self.text():
            side = self.fontMetrics().height() * 7 / 8
            top = (self.fontMetrics().height() - side) / 2
            left = 0.0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - side
            draw_sign(QPainter(self), QRectF(left, top, side, side), "bad", QGuiApplication.palette())

    def _signed(self) -> bool:
        return not self.alignment() & Qt.AlignmentFlag.AlignHCenter

    def _room(self) -> None:
        wide = self.fontMetrics().height() + UNIT // 2 if self._signed() else 0
        begins = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setContentsMargins(wide if begins else 0, 0, 0 if begins else wide, 0)
