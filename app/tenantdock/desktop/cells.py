"""How tables look: as much room around their cells as around their header's texts, and no frame around a single cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tenantdock.desktop.look import UNIT

_OWN: Final = 3
"""The room that the style leaves at a text's sides by itself, in pixels."""


class PaddedDelegate(QStyledItemDelegate):
    """Paints cells of a table whose rows are chosen as a whole, aligned with a header that ``parts.headed`` dressed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint ground and contents."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.state &= ~QStyle.StateFlag.State_HasFocus
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, own, painter, widget)
        own.rect = own.rect.adjusted(UNIT - _OWN, 0, _OWN - UNIT, 0)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """The text and the room at its sides."""
        return super().sizeHint(option, index) + QSize(2 * (UNIT - _OWN), 0)
