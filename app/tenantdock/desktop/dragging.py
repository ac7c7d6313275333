"""Dragging customers into a group, a tag or the favourites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QPainter, QPalette, QPixmap

from tenantdock.desktop.look import UNIT
from tenantdock.desktop.model import DRAGGED
from tenantdock.desktop.texts import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tenantdock.desktop.entries import Entry

_LETTERS = 32


def drag(source: QWidget, entries: list[Entry]) -> None:
    """Drag *entries* from *source* until the person lets go. Nothing leaves the program: other ones are told no text."""
    if not entries:
        return
    data = QMimeData()
    data.setData(DRAGGED, "\n".join(entry.row.id for entry in entries).encode())
    dragging = QDrag(source)
    dragging.setMimeData(data)
    picture = label(source, entries)
    dragging.setPixmap(picture)
    dragging.setHotSpot(QPoint(-UNIT, -UNIT))
    dragging.exec(Qt.DropAction.MoveAction)


def dragged(data: QMimeData) -> list[str]:
    """Return the ids that a drag carries: none when it is not one of ours."""
    if not data.hasFormat(DRAGGED):
        return []
    return [each for each in bytes(data.data(DRAGGED).data()).decode("utf-8", "replace").split("\n") if each]


def label(source: QWidget, entries: list[Entry]) -> QPixmap:
    """Return what is drawn at the mouse: the one name, or how many."""
    metrics, palette = source.fontMetrics(), source.palette()
    text = entries[0].name if len(entries) == 1 else counted(len(entries), "{n} customer", "{n} customers")
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * _LETTERS)
    width, height = metrics.horizontalAdvance(shown) + 3 * UNIT, metrics.height() + UNIT
    ratio = source.devicePixelRatioF()
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(source.font())
    painter.setPen(palette.color(QPalette.ColorRole.Mid))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    area = QRect(0, 0, width, height)
    painter.drawRoundedRect(area.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), shown)
    painter.end()
    return picture
