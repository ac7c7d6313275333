"""Draws the first column of an import's list: a check box that grows with the text and can be seen on every ground."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tenantdock.desktop.look import UNIT

_Index = QModelIndex | QPersistentModelIndex


class PickDelegate(QStyledItemDelegate):
    """Paints a row's check box and name, and takes clicks on the box."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, box, tick and name."""
        self.initStyleOption(option, index)
        palette, role = option.palette, QPalette.ColorRole
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        text = option.text
        option.widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        ink = palette.color(role.HighlightedText if selected else role.Text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            self._box(painter, option, on=Qt.CheckState(state) == Qt.CheckState.Checked, selected=selected)
        room = QStyle.visualRect(option.direction, option.rect, option.rect.adjusted(_side(option) + 2 * UNIT, 0, -UNIT // 2, 0))
        painter.setPen(ink)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Pick, or not, by a click on the box."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if not _box(option).adjusted(-UNIT, -UNIT, UNIT, UNIT).contains(event.position().toPoint()):
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            on = Qt.CheckState(state) == Qt.CheckState.Checked
            model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        return True

    def _box(self, painter: QPainter, option: QStyleOptionViewItem, *, on: bool, selected: bool) -> None:
        palette, role = option.palette, QPalette.ColorRole
        box = QRectF(_box(option)).adjusted(0.75, 0.75, -0.75, -0.75)
        accent, white = palette.color(role.Highlight), palette.color(role.HighlightedText)
        fill, line, tick = (white, white, accent) if selected else (accent, accent, white)
        if not on:
            fill, line = palette.color(role.Highlight if selected else role.Base), white if selected else palette.color(role.Mid)
        painter.setPen(QPen(line, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3, 3)
        if on:
            unit = box.width() / 16
            pen = QPen(tick, 2 * unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x, y = box.center().x(), box.center().y()
            painter.drawPolyline([QPointF(x - 4 * unit, y), QPointF(x - unit, y + 3 * unit), QPointF(x + 4 * unit, y - 3 * unit)])


def _side(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.height() - 2


def _box(option: QStyleOptionViewItem) -> QRect:
    side, area = _side(option), option.rect
    box = QRect(area.x() + UNIT, area.y() + (area.height() - side) // 2, side, side)
    return QStyle.visualRect(option.direction, area, box)
