"""Paints the rows of the list.

A dozen rows are painted at the start, for each key press and for each step of the wheel: what is the same each time is kept
(``lettering``).
"""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.lettering import Face, Faces, Inks, faces_for, faces_of, inks_of
from tenantdock.desktop.look import UNIT, badge_colours
from tenantdock.desktop.model import ConnectionModel
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
# Looked up and taken apart once: Python's flags take a microsecond each time
SELECTED: Final = QStyle.StateFlag.State_Selected.value
UNDER_MOUSE: Final = QStyle.StateFlag.State_MouseOver.value
FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value
RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft
IN_ITS_OWN: Final = Qt.LayoutDirection.LayoutDirectionAuto
"""A name is read in its own direction; where it stands is the window's."""
SMOOTH: Final = QPainter.RenderHint.Antialiasing
NO_PEN, NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_ONE_LINE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
# Absolute: these are mirrored already, and a Hebrew name must not mirror them again
AT_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | _ONE_LINE)
AT_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _ONE_LINE)
_CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
_INITIALS: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


class RowDelegate(QStyledItemDelegate):
    """A badge with initials; name, marks and tags over account; services over state. Mirrored for right-to-left languages."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """As tall as every row."""
        return QSize(0, self.row_height(option.font))

    def row_height(self, font: QFont) -> int:
        """Return the height of a row: two lines of text and room around them, on the grid."""
        fonts = faces_for(font)
        return -(-(fonts.name.height + fonts.small.height + UNIT * 5 // 2) // UNIT) * UNIT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        # Asked of the model itself: a way through Qt for each of its answers costs as much as to paint one
        model, at = index.model(), index.row()
        if not isinstance(model, ConnectionModel) or at >= len(model.shown):
            return
        entry = model.shown[at]
        painter.save()
        painter.setRenderHint(SMOOTH)
        painter.setLayoutDirection(IN_ITS_OWN)
        state = option.state.value
        selected = bool(state & SELECTED)
        inks, fonts = inks_of(selected=selected), faces_of(option)
        area = option.rect.adjusted(UNIT, 1, -UNIT, -1)
        # The view's own highlight is transparent, so that a table does not paint its square ground under our round one
        if selected or state & UNDER_MOUSE:
            painter.setPen(NO_PEN)
            painter.setBrush(inks.ground)
            painter.drawRoundedRect(area, 6, 6)
        if state & FOCUSED:
            _ring(painter, area, inks.ring)
        row = _Row(painter, fonts, inks, area.adjusted(UNIT, UNIT, -UNIT, -UNIT), mirrored=option.direction == RIGHT_TO_LEFT)
        row.badge(entry)
        row.texts(entry, model)
        painter.restore()


class _Row:
    """One row in *inner*, from its leading side on: badge, texts, and more at the far side where there is room."""

    def __init__(self, painter: QPainter, fonts: Faces, inks: Inks, inner: QRect, *, mirrored: bool) -> None:
        self._painter, self._fonts, self._inks, self._mirrored = painter, fonts, inks, mirrored
        self._left, self._top, self._width, self._height = inner.left(), inner.top(), inner.width(), inner.height()
        self._upper = self._top + (self._height - fonts.name.height - fonts.small.height) // 2

    def _at(self, start: int, width: int) -> int:
        """Return where a part begins that is *start* away from the leading side."""
        return self._left + (self._width - start - width if self._mirrored else start)

    def badge(self, entry: Entry) -> None:
        """The customer's colour with its initials, as high as the row."""
        side, inks = self._height, self._inks
        area = QRectF(self._at(0, side), self._top, side, side)
        badge(self._painter, area, entry, self._fonts.badge, line=inks.strong if inks.selected else None)

    def texts(self, entry: Entry, model: ConnectionModel) -> None:
        """Name, marks and tags over account; services over state at the far side."""
        name, small, inks = self._fonts.name, self._fonts.small, self._inks
        left = self._height + UNIT * 3 // 2
        width = self._width - left
        beside = width > _NARROW * self._fonts.average
        alarming = model.alarming(entry)
        side = AT_LEFT if self._mirrored else AT_RIGHT
        upper = self._top + (self._height - 2 * small.height) // 2
        above = below = width
        if beside:
            # Each line shares its own room out: many services leave the account below them whole, and the name goes first
            services, state = entry.services, model.state(entry)
            most, gap = width * 2 // 5, 2 * UNIT
            right = min(small.width(services) + 2, max(most // 3, min(most, width - name.width(entry.name) - gap - 2)))
            above = width - right - gap
            self._write(small, inks.soft, services, self._at(self._width - right, right), upper, right, side)
            right = min(small.width(state) + 2, most)
            below = width - right - gap
            ink = inks.alarm if alarming else inks.marked if model.live(entry) else inks.soft
            self._write(small, ink, state, self._at(self._width - right, right), upper + small.height, right, side)
        taken = self._marks(entry, left, above, alarming=alarming) if alarming or entry.row.tags or entry.row.favourite else 0
        side = AT_RIGHT if self._mirrored else AT_LEFT
        self._write(name, inks.strong, entry.name, self._at(left, above), self._upper, above, side, less=taken)
        self._write(small, inks.soft, entry.account, self._at(left, below), self._upper + name.height, below, side)

    def _write(self, face: Face, ink: QColor, text: str, left: int, top: int, width: int, side: int, *, less: int = 0) -> None:
        """Write one line of plain text, which gets *less* room than there is."""
        painter = self._painter
        painter.setFont(face.font)
        painter.setPen(ink)
        painter.drawText(QRect(left, top, width, face.height), side, face.cut(text, width - less))

    def _marks(self, entry: Entry, left: int, width: int, *, alarming: bool) -> int:
        """Paint warning, star and tags after the name, which begins at *left*; *width* is the room of all. Returns how much less of
        it the name has for them.
        """
        painter, inks, name_height = self._painter, self._inks, self._fonts.name.height
        side = name_height * 7 // 10
        drawn = [mark for there, mark in ((alarming, warning), (entry.row.favourite, star)) if there]
        gap = UNIT * 3 // 4
        name_width = self._fonts.name.width(entry.name)
        # The name comes first; what does not fit beside it is counted, and told in the tool tip
        room = min(int(width * _MARKS_PART), width - name_width) - len(drawn) * (side + gap)
        tags: list[str] = []
        chips: list[int] = []
        if entry.row.tags:
            face = self._fonts.tag
            tags = self._fitting([one_line(tag, 40) for tag in entry.row.tags], face, room)
            chips = [face.width(tag) + UNIT * 3 // 2 for tag in tags]
        taken = len(drawn) * (side + gap) + sum(chip + gap for chip in chips)
        at = left + min(name_width, width - taken) + gap
        middle = self._upper + name_height // 2
        for mark in drawn:
            mark(painter, QRect(self._at(at, side), middle - side // 2, side, side), inks)
            at += side + gap
        if tags:
            high = face.height + 2
            painter.setFont(face.font)
            painter.setBrush(NO_BRUSH)
            for tag, chip in zip(tags, chips, strict=True):
                place = QRectF(self._at(at, chip), middle - high // 2, chip, high)
                painter.setPen(inks.frame)
                painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
                painter.setPen(inks.soft)
                painter.drawText(place, _CENTRED, tag)
                at += chip + gap
        return taken

    @staticmethod
    def _fitting(tags: list[str], face: Face, room: int) -> list[str]:
        """Return the tags that fit, and how many do not as "+2"."""
        gap = UNIT * 9 // 4
        shown: list[str] = []
        for at, tag in enumerate(tags):
            rest = len(tags) - at - 1
            width = face.width(tag) + gap
            if width > room - (face.width(f"+{rest}") + gap if rest else 0):
                more = f"+{len(tags) - at}"
                return [*shown, more] if face.width(more) + gap <= room else shown
            shown.append(tag)
            room -= width
        return shown


def badge(painter: QPainter, area: QRectF, entry: Entry, font: QFont, *, line: QColor | None) -> None:
    """Paint a customer's colour with its initials; on a ground that may be of its colour with a *line* around it."""
    fill, ink = badge_colours(entry.row.colour)
    painter.setPen(line or NO_PEN)
    painter.setBrush(fill)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5) if line else area, UNIT, UNIT)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(area, _INITIALS, entry.initials)


def _ring(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Paint what shows that the keyboard works on this row."""
    painter.setPen(QPen(colour, 2))
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(area.toRectF().adjusted(3, 3, -3, -3), 4, 4)


def star(painter: QPainter, area: QRect, inks: Inks) -> None:
    """Paint the mark of a favourite."""
    _mark(painter, area, inks, _STAR)


def warning(painter: QPainter, area: QRect, inks: Inks) -> None:
    """Paint the mark of what needs attention: a triangle with an exclamation mark."""
    _mark(painter, area, inks, _TRIANGLE)
    pen = QPen(inks.under_mark, max(1.2, area.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = area.left() + area.width() / 2
    painter.drawLine(QPointF(middle, area.top() + area.height() * 0.38), QPointF(middle, area.top() + area.height() * 0.6))
    painter.drawPoint(QPointF(middle, area.top() + area.height() * 0.79))


def _mark(painter: QPainter, area: QRect, inks: Inks, corners: tuple[tuple[float, float], ...]) -> None:
    """Fill a shape, whose corners are parts of *area*."""
    painter.setPen(NO_PEN)
    painter.setBrush(inks.mark)
    shape = [QPointF(area.left() + x * area.width(), area.top() + y * area.height()) for x, y in corners]
    painter.drawPolygon(QPolygonF(shape))
