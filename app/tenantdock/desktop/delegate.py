"""Paints the rows of the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT, badge_colours, blend, muted, scaled
from tenantdock.desktop.model import ENTRY, LIVE, STATE

_Index = QModelIndex | QPersistentModelIndex
_NARROW = 34
"""Width in average characters under which the right-hand column is left out."""


class RowDelegate(QStyledItemDelegate):
    """A badge with initials; name over account; services over state. Mirrored for right-to-left languages."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """As tall as every row."""
        return QSize(0, self.row_height(option.font))

    def row_height(self, font: QFont) -> int:
        """Return the height of a row: two lines of text and room around them, on the grid."""
        height = QFontMetrics(self._name_font(font)).height() + QFontMetrics(self._small_font(font)).height()
        return -(-(height + UNIT * 5 // 2) // UNIT) * UNIT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A name is read in its own direction; where it stands is the window's
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        # The view's own highlight is transparent, so that a table does not paint its square ground under our round one
        palette = QGuiApplication.palette()
        area = option.rect.adjusted(UNIT, 1, -UNIT, -1)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            accent = palette.color(QPalette.ColorRole.Highlight)
            ground = accent if selected else blend(accent, palette.color(QPalette.ColorRole.Base), 0.1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _ring(painter, area, palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Accent))
        strong = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        soft = strong if selected else muted(palette)
        inner = area.adjusted(UNIT, UNIT, -UNIT, -UNIT)
        side = inner.height()
        self._badge(painter, self._at(option, inner, 0, side), entry, option.font)

        left = side + UNIT * 3 // 2
        width = inner.width() - left
        average = option.fontMetrics.averageCharWidth()
        right = self._right_width(option, index, entry) if width > _NARROW * average else 0
        right = min(right, width * 2 // 5)
        text = self._at(option, inner, left, width - right - (2 * UNIT if right else 0))
        name_font, small = self._name_font(option.font), self._small_font(option.font)
        self._lines(painter, option, text, (entry.name, name_font, strong), (entry.account, small, soft), near=True)
        if right:
            live = bool(index.data(LIVE))
            state_colour = strong if selected or not live else palette.color(QPalette.ColorRole.Link)
            column = self._at(option, inner, inner.width() - right, right)
            self._lines(
                painter,
                option,
                column,
                (entry.services, small, soft),
                (str(index.data(STATE)), small, state_colour if live else soft),
                near=False,
            )
        painter.restore()

    @staticmethod
    def _name_font(font: QFont) -> QFont:
        return scaled(font, 1.1, QFont.Weight.DemiBold)

    @staticmethod
    def _small_font(font: QFont) -> QFont:
        return scaled(font, 0.95)

    @staticmethod
    def _at(option: QStyleOptionViewItem, outer: QRect, start: int, width: int) -> QRect:
        """Return a part of *outer*, *start* away from its leading side."""
        part = QRect(outer.topLeft() + QPoint(start, 0), QSize(width, outer.height()))
        return QStyle.visualRect(option.direction, outer, part)

    def _right_width(self, option: QStyleOptionViewItem, index: _Index, entry: Entry) -> int:
        metrics = QFontMetrics(self._small_font(option.font))
        return max(metrics.horizontalAdvance(entry.services), metrics.horizontalAdvance(str(index.data(STATE)))) + 2

    @staticmethod
    def _badge(painter: QPainter, area: QRect, entry: Entry, font: QFont) -> None:
        fill, ink = badge_colours(entry.row.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(area, UNIT, UNIT)
        painter.setPen(ink)
        painter.setFont(scaled(font, 1.05, QFont.Weight.DemiBold))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, entry.initials)

    @staticmethod
    def _lines(
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        first: tuple[str, QFont, QColor],
        second: tuple[str, QFont, QColor],
        *,
        near: bool,
    ) -> None:
        side = Qt.AlignmentFlag.AlignLeading if near else Qt.AlignmentFlag.AlignTrailing
        align = QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter
        heights = [QFontMetrics(font).height() for _, font, _ in (first, second)]
        top = area.top() + (area.height() - sum(heights)) // 2
        for (text, font, colour), height in zip((first, second), heights, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            # AlignAbsolute: the alignment above is mirrored already, and a Hebrew name must not mirror it again
            flags = align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
            painter.drawText(QRect(area.left(), top, area.width(), height), int(flags), shown)
            top += height


def _ring(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Paint what shows that the keyboard works on this row."""
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.toRectF().adjusted(3, 3, -3, -3), 4, 4)
