"""The rows of the palette: what was found, who that is and where, with the typed letters marked. Text is painted as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT, badge_colours, blend, muted, scaled
from tenantdock.desktop.marking import Marks, marks
from tenantdock.desktop.texts import tr
from tenantdock.domain.text import one_line

HIT: Final = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_SIDE_BY_SIDE: Final = re.compile("[ -~\u00a0-\u024f\u2013\u2014\u2018-\u201e\u2026\u2192\u2605]*")
_CENTRED: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine)
_NO_INDEX: Final = QModelIndex()
_ARROW: Final = " \u2192 "
_NARROW: Final = 52
"""Width in average characters under which services and group are left out."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One row as it is shown: texts and the letters in them that were typed."""

    entry: Entry
    name: str
    initials: str
    account: str
    place: str
    services: str
    filed: str
    name_marks: Marks = ()
    account_marks: Marks = ()
    place_marks: Marks = ()
    services_marks: Marks = ()
    filed_marks: Marks = ()

    @property
    def told(self) -> str:
        """All of it, for a screen reader."""
        who = tr("{account} at {place}", account=self.account, place=self.place)
        favourite = tr("favourite") if self.entry.row.favourite else ""
        parts = [self.name, who, visiting(self.entry), favourite, self.services, self.filed]
        return ", ".join(part for part in parts if part)


def visiting(entry: Entry) -> str:
    """Return the mark of an account that lives in another tenant, or ""."""
    return tr("Guest or partner") if entry.row.visiting else ""


def where(entry: Entry) -> str:
    """Return how the customer's tenant is known: its domain, else its name, else its id."""
    row = entry.row
    return one_line(row.domain or row.tenant_name or row.tenant_id, 120)


def hit(entry: Entry, text: str) -> Hit:
    """Return the row of *entry* with the letters of *text* marked."""
    row = entry.row
    account, place = one_line(row.username, 120), where(entry)
    filed = " \u00b7 ".join(one_line(part, 80) for part in (row.group.replace("/", " / "), *row.tags) if part)
    found = marks(text, [entry.name, place, account, filed, entry.services]) if text else [()] * 5
    return Hit(
        entry, entry.name, entry.initials, account, place, entry.services, filed, found[0], found[2], found[1], found[4], found[3]
    )


class PaletteModel(QAbstractListModel):
    """What was found, the best first. A row is made ready when it is first painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Entry] = ()
        self._text = ""
        self._hits: dict[int, Hit] = {}

    def show_found(self, found: Sequence[Entry], text: str) -> None:
        """Show other rows, found by *text*."""
        self.beginResetModel()
        self._found, self._text, self._hits = found, text, {}
        self.endResetModel()

    def hit(self, at: int) -> Hit | None:
        """Return a row, or None where there is none."""
        if not 0 <= at < len(self._found):
            return None
        if at not in self._hits:
            self._hits[at] = hit(self._found[at], self._text)
        return self._hits[at]

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """How many were found."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks for."""
        if role not in {HIT, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        found = self.hit(index.row())
        if found is None or role == HIT:
            return found
        return found.name if role == Qt.ItemDataRole.DisplayRole else found.told


class PaletteDelegate(QStyledItemDelegate):
    """A badge with initials; name and mark over account and tenant; services over group and tags. Mirrored for right-to-left."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """As tall as every row."""
        return QSize(0, self.row_height(option.font))

    def row_height(self, font: QFont) -> int:
        """Return the height of a row: two lines of text and room around them, on the grid."""
        fonts = _Fonts.of(font)
        height = fonts.name_metrics.height() + fonts.small_metrics.height()
        return -(-(height + UNIT * 9 // 4) // UNIT) * UNIT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        found = index.data(HIT)
        if not isinstance(found, Hit):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        inks = _Inks.of(selected=selected)
        area = option.rect.adjusted(UNIT, 1, -UNIT, -1)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.ground)
            painter.drawRoundedRect(area, 6, 6)
        inner = area.adjusted(UNIT, UNIT, -UNIT, -UNIT)
        side = inner.height()
        fonts = _Fonts.of(option.font)
        _badge(painter, _part(option, inner, 0, side), found, fonts.badge, line=inks.strong if selected else None)
        text = _part(option, inner, side + UNIT * 3 // 2, inner.width() - side - UNIT * 3 // 2)
        beside = text.width() > _NARROW * option.fontMetrics.averageCharWidth()
        above, below = fonts.name_metrics.height(), fonts.small_metrics.height()
        first = QRect(text.left(), text.top(), text.width(), above)
        second = QRect(text.left(), text.bottom() - below + 1, text.width(), below)
        self._first(painter, option, first, found, fonts, inks, beside=beside)
        self._second(painter, option, second, found, fonts, inks, beside=beside)
        painter.restore()

    def _first(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        found: Hit,
        fonts: _Fonts,
        inks: _Inks,
        *,
        beside: bool,
    ) -> None:
        """Name, the mark of a guest after it, and at the far side the services and a favourite's star."""
        star = "\u2605" if found.entry.row.favourite else ""
        star_width = _width(star, fonts.small_metrics) + UNIT if star else 0
        mark = visiting(found.entry)
        mark_width = min(_width(mark, fonts.small_metrics) + 2 * UNIT, area.width() // 2) if mark else 0
        needed = _width(found.name, fonts.name_metrics) + star_width + (mark_width + UNIT if mark else 0)
        far, width = _beside(found.services if beside else "", area.width() - needed, fonts)
        if far:
            _write(painter, option, _part(option, area, area.width() - width, width), far, found.services_marks, fonts, inks)
        room = area.width() - ((width + 2 * UNIT) if far else 0)
        name_room = room - (mark_width + UNIT if mark else 0) - star_width
        used = min(_width(found.name, fonts.name_metrics), name_room)
        strong = inks.strongly()
        _write(
            painter, option, _part(option, area, 0, name_room), found.name, found.name_marks, fonts, strong, near=True, name=True
        )
        if star:
            _write(painter, option, _part(option, area, used + UNIT, star_width), star, (), fonts, inks, near=True)
            used += star_width
        if mark:
            pill = _part(option, area, used + UNIT, mark_width)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(inks.line)
            painter.drawRoundedRect(pill.adjusted(0, 0, -1, -1), pill.height() // 2, pill.height() // 2)
            if _width(mark, fonts.small_metrics) > mark_width - UNIT:
                mark = fonts.small_metrics.elidedText(mark, Qt.TextElideMode.ElideRight, mark_width - UNIT)
            painter.setFont(fonts.small)
            painter.setPen(inks.soft)
            painter.drawText(pill, _CENTRED, mark)

    def _second(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        found: Hit,
        fonts: _Fonts,
        inks: _Inks,
        *,
        beside: bool,
    ) -> None:
        """Account and tenant, and at the far side group and tags."""
        measure = fonts.small_metrics.horizontalAdvance
        needed = measure(found.account) + measure(_ARROW) + measure(found.place)
        far, width = _beside(found.filed if beside else "", area.width() - needed, fonts)
        if far:
            _write(painter, option, _part(option, area, area.width() - width, width), far, found.filed_marks, fonts, inks)
        room = area.width() - ((width + 2 * UNIT) if far else 0)
        who = _Who.of(found, room, fonts.small_metrics)
        _write(painter, option, _part(option, area, 0, room), who.text, who.marks, fonts, inks, near=True)


@dataclass(frozen=True, slots=True)
class _Who:
    """Account and tenant in one line. Where there is no room for both, both are cut: neither may be missing."""

    text: str
    marks: Marks

    @classmethod
    def of(cls, found: Hit, room: int, metrics: QFontMetrics) -> _Who:
        room -= metrics.horizontalAdvance(_ARROW) + 2
        place_width = metrics.horizontalAdvance(found.place)
        account, place = found.account, found.place
        if metrics.horizontalAdvance(account) + place_width > room:
            account = metrics.elidedText(account, Qt.TextElideMode.ElideRight, max(room - place_width, room // 2))
            place = metrics.elidedText(place, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(account))
        shift = len(account) + len(_ARROW)
        kept = len(account) if account == found.account else len(account) - 1
        marked = tuple((at, min(length, kept - at)) for at, length in found.account_marks if at < kept)
        kept = len(place) if place == found.place else len(place) - 1
        marked += tuple((at + shift, min(length, kept - at)) for at, length in found.place_marks if at < kept)
        return cls(f"{account}{_ARROW}{place}", marked)


@dataclass(frozen=True, slots=True)
class _Fonts:
    """The fonts of a row with their measures, which cost more to make than to use."""

    name: QFont
    small: QFont
    badge: QFont
    name_metrics: QFontMetrics
    small_metrics: QFontMetrics
    stump: int
    """The width under which a text at the far side says nothing."""

    @classmethod
    def of(cls, font: QFont) -> _Fonts:
        return _fonts(font.toString())


@lru_cache(maxsize=4)
def _fonts(described: str) -> _Fonts:
    font = QFont()
    font.fromString(described)
    name, small = scaled(font, 1.1, QFont.Weight.DemiBold), scaled(font, 0.95)
    small_metrics = QFontMetrics(small)
    return _Fonts(
        name,
        small,
        scaled(font, 1.05, QFont.Weight.DemiBold),
        QFontMetrics(name),
        small_metrics,
        small_metrics.horizontalAdvance("m" * 8),
    )


@dataclass(frozen=True, slots=True)
class _Inks:
    """Colours of one row: its ground, its texts, what is marked, a thin line."""

    ground: QColor
    strong: QColor
    soft: QColor
    marked: QColor
    line: QColor

    @classmethod
    def of(cls, *, selected: bool) -> _Inks:
        palette = QGuiApplication.palette()
        return _inks(palette.cacheKey(), selected)

    def strongly(self) -> _Inks:
        return _Inks(self.ground, self.strong, self.strong, self.marked, self.line)


@lru_cache(maxsize=8)
def _inks(_key: int, selected: bool) -> _Inks:
    palette = QGuiApplication.palette()
    role = QPalette.ColorRole
    accent, base = palette.color(role.Highlight), palette.color(role.Base)
    if selected:
        ink = palette.color(role.HighlightedText)
        return _Inks(accent, ink, ink, ink, blend(ink, accent, 0.6))
    text, soft = palette.color(role.Text), muted(palette)
    return _Inks(blend(accent, base, 0.1), text, soft, palette.color(role.Link), blend(text, base, 0.35))


def _part(option: QStyleOptionViewItem, outer: QRect, start: int, width: int) -> QRect:
    """Return a part of *outer*, *start* away from its leading side."""
    if option.direction == Qt.LayoutDirection.RightToLeft:
        start = outer.width() - start - width
    return QRect(outer.left() + start, outer.top(), width, outer.height())


def _width(text: str, metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance(text) + 2 if text else 0


def _beside(text: str, room: int, fonts: _Fonts) -> tuple[str, int]:
    """Return what stands at the far side and its width: what matters more goes first, and a stump says nothing."""
    room -= 2 * UNIT
    wanted = _width(text, fonts.small_metrics)
    return (text, min(wanted, room)) if room >= min(wanted, fonts.stump) > 0 else ("", 0)


def _badge(painter: QPainter, area: QRect, found: Hit, font: QFont, *, line: QColor | None) -> None:
    """Paint it; on a ground that may be of its colour with a *line* around it."""
    fill, ink = badge_colours(found.entry.row.colour)
    painter.setPen(line or Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(area, UNIT, UNIT)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(area, _CENTRED, found.initials)


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRect,
    text: str,
    marked: Marks,
    fonts: _Fonts,
    inks: _Inks,
    *,
    near: bool = False,
    name: bool = False,
) -> None:
    """Write one line of plain text as far as it fits, its marked letters underlined in the mark's colour."""
    font, metrics = (fonts.name, fonts.name_metrics) if name else (fonts.small, fonts.small_metrics)
    right = near == (option.direction == Qt.LayoutDirection.RightToLeft)
    width = metrics.horizontalAdvance(text)
    shown, kept = text, len(text)
    if width > area.width():
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        width, kept = metrics.horizontalAdvance(shown), len(shown) - 1
    clipped = tuple((at, min(length, kept - at)) for at, length in marked if at < kept)
    if _SIDE_BY_SIDE.fullmatch(shown):
        start = QPoint(area.right() + 1 - width if right else area.left(), area.top() + metrics.ascent())
        _write_plainly(painter, start, shown, clipped, font, metrics, inks)
        return
    painter.setPen(inks.soft)
    align = (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
    if not clipped:
        painter.setFont(font)
        painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        return
    layout = QTextLayout(shown, font)
    how = QTextOption(align)
    how.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    how.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(how)
    layout.setFormats([_format(at, length, inks.marked) for at, length in _qt_units(shown, clipped)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2))


def _write_plainly(
    painter: QPainter, start: QPoint, text: str, marked: Marks, font: QFont, metrics: QFontMetrics, inks: _Inks
) -> None:
    """Write letters that stand side by side from left to right, as Latin ones do: piece by piece, which is much quicker."""
    x, y = start.x(), start.y()
    if not marked:
        painter.setFont(font)
        painter.setPen(inks.soft)
        painter.drawText(x, y, text)
        return
    lined = QFont(font)
    lined.setUnderline(True)
    done = 0
    for at, length in (*marked, (len(text), 0)):
        for piece, shape, ink in ((text[done:at], font, inks.soft), (text[at : at + length], lined, inks.marked)):
            if piece:
                painter.setFont(shape)
                painter.setPen(ink)
                painter.drawText(x, y, piece)
                x += metrics.horizontalAdvance(piece)
        done = at + length


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
