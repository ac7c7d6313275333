"""Paints the rows of the palette. Text is painted as plain text.

Seven rows are painted for each key press, so what is the same each time is worked out once (``lettering``).
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tenantdock.desktop.delegate import (
    IN_ITS_OWN,
    NO_BRUSH,
    NO_PEN,
    RIGHT_TO_LEFT,
    SELECTED,
    SMOOTH,
    UNDER_MOUSE,
    badge,
)
from tenantdock.desktop.lettering import Face, Faces, Inks, faces_for, faces_of, inks_of
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.marking import Marks
from tenantdock.desktop.palette_rows import HIT, Hit, Texts, visiting

_Index = QModelIndex | QPersistentModelIndex
_SIDE_BY_SIDE: Final = re.compile("[ -~\u00a0-\u024f\u2013\u2014\u2018-\u201e\u2026\u2192\u2605]*")
_CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine)
_ARROW: Final = " \u2192 "
_STAR: Final = "\u2605"
_NARROW: Final = 52
"""Width in average characters under which services and group are left out."""
_STUMP: Final = "m" * 8
"""What is narrower says nothing at the far side."""


class PaletteDelegate(QStyledItemDelegate):
    """A badge with initials; name and mark over account and tenant; services over group and tags. Mirrored for right-to-left."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """As tall as every row."""
        return QSize(0, self.row_height(option.font))

    def row_height(self, font: QFont) -> int:
        """Return the height of a row: two lines of text and room around them, on the grid."""
        fonts = faces_for(font)
        return -(-(fonts.name.height + fonts.small.height + UNIT * 9 // 4) // UNIT) * UNIT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        found = index.data(HIT)
        if not isinstance(found, Hit):
            return
        painter.save()
        painter.setRenderHint(SMOOTH)
        painter.setLayoutDirection(IN_ITS_OWN)
        state = option.state.value
        selected = bool(state & SELECTED)
        inks = inks_of(selected=selected)
        area = option.rect.adjusted(UNIT, 1, -UNIT, -1)
        if selected or state & UNDER_MOUSE:
            painter.setPen(NO_PEN)
            painter.setBrush(inks.ground)
            painter.drawRoundedRect(area, 6, 6)
        fonts = faces_of(option)
        mirrored = option.direction == RIGHT_TO_LEFT
        left, top, width, height = area.left() + UNIT, area.top() + UNIT, area.width() - 2 * UNIT, area.height() - 2 * UNIT
        square = QRectF(left + width - height if mirrored else left, top, height, height)
        badge(painter, square, found.entry, fonts.badge, line=inks.strong if selected else None)
        away = height + UNIT * 3 // 2  # the text, from the badge's far side
        width -= away
        beside = width > _NARROW * fonts.average
        row = _Row(painter, fonts, inks, left if mirrored else left + away, width, mirrored=mirrored)
        row.first(found, top, beside=beside)
        row.second(found, top + height - fonts.small.height, beside=beside)
        painter.restore()


class _Row:
    """The texts of one row, between *left* and as far as *width* reaches."""

    def __init__(self, painter: QPainter, fonts: Faces, inks: Inks, left: int, width: int, *, mirrored: bool) -> None:
        self._painter, self._fonts, self._inks = painter, fonts, inks
        self._left, self._width, self._mirrored = left, width, mirrored

    def first(self, found: Hit, top: int, *, beside: bool) -> None:
        """Name, a favourite's star and the mark of a guest after it, and at the far side the services."""
        texts, script, small = found.texts, self._fonts.name, self._fonts.small
        star_width = small.width(_STAR) + 2 + UNIT if found.entry.row.favourite else 0
        mark = visiting(found.entry)
        mark_width = min(small.width(mark) + 2 + 2 * UNIT, self._width // 2) if mark else 0
        taken = star_width + (mark_width + UNIT if mark else 0)
        name_width = script.width(texts.name)
        far = self._far(texts.services if beside else "", found.services_marks, top, name_width + 2 + taken)
        name_room = self._width - far - taken
        self._write(texts.name, found.name_marks, name_width, top, 0, name_room, script, self._inks.strong)
        used = min(name_width + 2, name_room) + UNIT
        if star_width:
            self._write(_STAR, (), small.width(_STAR), top, used, star_width, small, self._inks.mark)
            used += star_width
        if mark:
            self._pill(mark, self._at(used, mark_width), top, mark_width, script.height)

    def second(self, found: Hit, top: int, *, beside: bool) -> None:
        """The account, the tenant where the account does not tell it, and at the far side group and tags."""
        texts, script = found.texts, self._fonts.small
        width = script.width(texts.account)
        if not texts.own:
            width += script.width(_ARROW) + script.width(texts.place)
        far = self._far(texts.filed if beside else "", found.filed_marks, top, width)
        room = self._width - far
        text, marked = _who(texts, found, room, script)
        if width + 2 > room or self._mirrored:  # where it ends to the pixel matters at the right only
            width = script.width(text)
        self._write(text, marked, width, top, 0, room, script, self._inks.soft)

    def _far(self, text: str, marked: Marks, top: int, needed: int) -> int:
        """Write what stands at the far side, and return how much less room the other side has.

        What matters more goes first, and a stump says nothing.
        """
        if not text:
            return 0
        script = self._fonts.small
        room = self._width - needed - 2 * UNIT
        wanted = script.width(text) + 2
        if room < min(wanted, self._fonts.small.width(_STUMP)):
            return 0
        width = min(wanted, room)
        self._write(text, marked, wanted - 2, top, self._width - width, width, script, self._inks.soft, near=False)
        return width + 2 * UNIT

    def _pill(self, text: str, left: int, top: int, width: int, height: int) -> None:
        painter, script, area = self._painter, self._fonts.small, QRect(left, top, width, height)
        painter.setBrush(NO_BRUSH)
        painter.setPen(self._inks.line)
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), height // 2, height // 2)
        painter.setFont(script.font)
        painter.setPen(self._inks.soft)
        painter.drawText(area, _CENTRED, script.cut(text, max(width - UNIT, 0)))

    def _at(self, start: int, width: int) -> int:
        """Return where a part begins that is *start* away from the leading side."""
        return self._left + (self._width - start - width if self._mirrored else start)

    def _write(
        self,
        text: str,
        marked: Marks,
        width: int,
        top: int,
        start: int,
        room: int,
        script: Face,
        ink: QColor,
        *,
        near: bool = True,
    ) -> None:
        """Write one line of plain text, *width* wide, as far as there is room, its marked letters in the mark's colour and
        underlined.
        """
        left = self._at(start, room)
        kept = len(text)
        if width > room:
            text = script.cut(text, room)
            width, kept = script.width(text), len(text) - 1
        if marked:
            marked = tuple((at, min(length, kept - at)) for at, length in marked if at < kept)
        right = near == self._mirrored
        if text.isascii() or _SIDE_BY_SIDE.fullmatch(text):
            self._write_plainly(text, marked, left + room - width if right else left, top + script.ascent, script, ink)
        else:
            self._lay_out(text, marked, QRect(left, top, room, script.height), script, ink, right=right)

    def _write_plainly(self, text: str, marked: Marks, x: int, y: int, script: Face, ink: QColor) -> None:
        """Write letters that stand side by side from left to right, as Latin ones do: piece by piece, which is much quicker."""
        painter = self._painter
        painter.setFont(script.font)
        painter.setPen(ink)
        if not marked:
            painter.drawText(x, y, text)
            return
        done = 0
        for at, length in marked:
            if at > done:
                painter.drawText(x, y, piece := text[done:at])
                x += script.width(piece)
            done = at + length
            painter.setPen(self._inks.marked)
            painter.drawText(x, y, piece := text[at:done])
            painter.fillRect(x, y + script.line_at, width := script.width(piece), script.line_height, self._inks.marked)
            painter.setPen(ink)
            x += width
        if done < len(text):
            painter.drawText(x, y, text[done:])

    def _lay_out(self, text: str, marked: Marks, area: QRect, script: Face, ink: QColor, *, right: bool) -> None:
        painter = self._painter
        painter.setPen(ink)
        align = (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
        if not marked:
            painter.setFont(script.font)
            painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
            return
        layout = QTextLayout(text, script.font)
        how = QTextOption(align)
        how.setTextDirection(IN_ITS_OWN)
        how.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(how)
        layout.setFormats([_format(at, length, self._inks.marked) for at, length in _qt_units(text, marked)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        layout.endLayout()
        layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2))


def _who(texts: Texts, found: Hit, room: int, script: Face) -> tuple[str, Marks]:
    """Return account and tenant in one line, and its marks. Where there is no room for both, both are cut: none may be missing."""
    if texts.own:
        return texts.account, found.account_marks
    account, place = texts.account, texts.place
    room -= script.width(_ARROW) + 2
    place_width = script.width(place)
    if script.width(account) + place_width > room:
        account = script.cut(account, max(room - place_width, room // 2))
        place = script.cut(place, room - script.width(account))
    shift = len(account) + len(_ARROW)
    kept = len(account) if account == texts.account else len(account) - 1
    marked = tuple((at, min(length, kept - at)) for at, length in found.account_marks if at < kept)
    kept = len(place) if place == texts.place else len(place) - 1
    marked += tuple((at + shift, min(length, kept - at)) for at, length in found.place_marks if at < kept)
    return f"{account}{_ARROW}{place}", marked


def _format(at: int, length: int, colour: QColor) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setForeground(QBrush(colour))
    shape.setFontUnderline(True)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = at, length, shape
    return made


def _qt_units(text: str, marked: Marks) -> Marks:
    """Return *marked* in UTF-16 units, in which Qt counts letters."""
    if text.isascii():
        return marked

    def units(end: int) -> int:
        return end + sum(letter > "\uffff" for letter in text[:end])

    return tuple((units(at), units(at + length) - units(at)) for at, length in marked)
