"""Paints the rows of the list."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT, badge_colours, blend, frame_colour, is_dark, muted, scaled
from tenantdock.desktop.model import ATTENTION, ENTRY, LIVE, STATE
from tenantdock.domain.text import one_line

_Index = QModelIndex | QPersistentModelIndex
_NARROW = 34
"""Width in average characters under which the right-hand column is left out."""
_MARKS_PART = 0.45
"""How much of a row's width marks and tags may take."""
_STAR = tuple(
    (0.5 + long * math.sin(math.pi * at / 5), 0.53 - long * math.cos(math.pi * at / 5)) for at, long in enumerate((0.53, 0.22) * 5)
)
_TRIANGLE = ((0.5, 0.04), (1.0, 0.94), (0.0, 0.94))


class RowDelegate(QStyledItemDelegate):
    """A badge with initials; name, marks and tags over account; services over state. Mirrored for right-to-left languages."""

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
        self._badge(painter, self._at(option, inner, 0, side), entry, option.font, line=strong if selected else None)

        left = side + UNIT * 3 // 2
        width = inner.width() - left
        average = option.fontMetrics.averageCharWidth()
        right = self._right_width(option, index, entry) if width > _NARROW * average else 0
        right = min(right, width * 2 // 5)
        text = self._at(option, inner, left, width - right - (2 * UNIT if right else 0))
        name_font, small = self._name_font(option.font), self._small_font(option.font)
        row = entry.row
        marked = row.tags or row.favourite or index.data(ATTENTION)
        taken = self._marks(painter, option, text, index, entry, selected=selected) if marked else 0
        self._lines(painter, option, text, (entry.name, name_font, strong), (entry.account, small, soft), near=True, less=taken)
        if right:
            live = bool(index.data(LIVE)) or bool(index.data(ATTENTION))
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

    def _marks(
        self, painter: QPainter, option: QStyleOptionViewItem, text: QRect, index: _Index, entry: Entry, *, selected: bool
    ) -> int:
        """Paint star, warning and tags after the name. Returns how much less room the name has for them."""
        palette = QGuiApplication.palette()
        ink = palette.color(QPalette.ColorRole.HighlightedText) if selected else muted(palette)
        tag_font, name_font = scaled(option.font, 0.85), self._name_font(option.font)
        metrics, name_height = QFontMetrics(tag_font), QFontMetrics(name_font).height()
        side, high = name_height * 7 // 10, metrics.height() + 2
        row = entry.row
        drawn = [mark for there, mark in ((bool(index.data(ATTENTION)), warning), (row.favourite, star)) if there]
        gap = UNIT * 3 // 4
        name_width = QFontMetrics(name_font).horizontalAdvance(entry.name)
        # The name comes first; what does not fit beside it is counted, and told in the tool tip
        room = min(int(text.width() * _MARKS_PART), text.width() - name_width) - len(drawn) * (side + gap)
        tags = self._fitting([one_line(tag, 40) for tag in row.tags], metrics, room)
        chips = [metrics.horizontalAdvance(tag) + UNIT * 3 // 2 for tag in tags]
        taken = len(drawn) * (side + gap) + sum(width + gap for width in chips)
        name = min(name_width, text.width() - taken)
        at = name + gap
        top = text.top() + (text.height() - name_height - QFontMetrics(self._small_font(option.font)).height()) // 2
        middle = top + name_height // 2
        for mark in drawn:
            place = self._at(option, text, at, side)
            mark(painter, QRect(place.left(), middle - side // 2, side, side), ink if selected else None)
            at += side + gap
        painter.setFont(tag_font)
        for tag, width in zip(tags, chips, strict=True):
            place = self._at(option, text, at, width)
            chip = QRect(place.left(), middle - high // 2, width, high)
            painter.setPen(QPen(ink if selected else frame_colour(palette, 0.3), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
            painter.setPen(ink)
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), tag)
            at += width + gap
        return taken

    @staticmethod
    def _fitting(tags: list[str], metrics: QFontMetrics, room: int) -> list[str]:
        """Return the tags that fit, and how many do not as "+2"."""
        gap = UNIT * 9 // 4
        shown: list[str] = []
        for at, tag in enumerate(tags):
            rest = len(tags) - at - 1
            width = metrics.horizontalAdvance(tag) + gap
            if width > room - (metrics.horizontalAdvance(f"+{rest}") + gap if rest else 0):
                more = f"+{len(tags) - at}"
                return [*shown, more] if metrics.horizontalAdvance(more) + gap <= room else shown
            shown.append(tag)
            room -= width
        return shown

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
    def _badge(painter: QPainter, area: QRect, entry: Entry, font: QFont, *, line: QColor | None) -> None:
        """Paint it; on a ground that may be of its colour with a *line* around it."""
        fill, ink = badge_colours(entry.row.colour)
        painter.setPen(line or Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(area.toRectF().adjusted(0.5, 0.5, -0.5, -0.5) if line else area.toRectF(), UNIT, UNIT)
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
        less: int = 0,
    ) -> None:
        side = Qt.AlignmentFlag.AlignLeading if near else Qt.AlignmentFlag.AlignTrailing
        align = QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter
        heights = [QFontMetrics(font).height() for _, font, _ in (first, second)]
        top = area.top() + (area.height() - sum(heights)) // 2
        for (text, font, colour), height in zip((first, second), heights, strict=True):
            painter.setFont(font)
            painter.setPen(colour)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width() - less)
            # AlignAbsolute: the alignment above is mirrored already, and a Hebrew name must not mirror it again
            flags = align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
            painter.drawText(QRect(area.left(), top, area.width(), height), int(flags), shown)
            top += height
            less = 0  # only the first line shares its room


def _ring(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Paint what shows that the keyboard works on this row."""
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.toRectF().adjusted(3, 3, -3, -3), 4, 4)


def star(painter: QPainter, area: QRect, ink: QColor | None = None) -> None:
    """Paint the mark of a favourite."""
    _mark(painter, area, ink, _STAR)


def warning(painter: QPainter, area: QRect, ink: QColor | None = None) -> None:
    """Paint the mark of what needs attention: a triangle with an exclamation mark."""
    _mark(painter, area, ink, _TRIANGLE)
    palette = QGuiApplication.palette()
    ground = palette.color(QPalette.ColorRole.Highlight if ink is not None else QPalette.ColorRole.Base)
    pen = QPen(ground, max(1.2, area.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = area.left() + area.width() / 2
    painter.drawLine(QPointF(middle, area.top() + area.height() * 0.38), QPointF(middle, area.top() + area.height() * 0.6))
    painter.drawPoint(QPointF(middle, area.top() + area.height() * 0.79))


def _mark(painter: QPainter, area: QRect, ink: QColor | None, corners: tuple[tuple[float, float], ...]) -> None:
    """Fill a shape, whose corners are parts of *area*; in amber that can be seen on our grounds, or in *ink*."""
    amber = QColor("#e0a32e" if is_dark(QGuiApplication.palette()) else "#a86f00")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink or amber)
    shape = [QPointF(area.left() + x * area.width(), area.top() + y * area.height()) for x, y in corners]
    painter.drawPolygon(QPolygonF(shape))
