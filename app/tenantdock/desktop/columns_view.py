"""The list in columns: its cells and its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem

from tenantdock.desktop.columns import EVERY, YIELDING, Layout
from tenantdock.desktop.delegate import (
    AT_LEFT,
    AT_RIGHT,
    FOCUSED,
    IN_ITS_OWN,
    NO_BRUSH,
    NO_PEN,
    RIGHT_TO_LEFT,
    SELECTED,
    SMOOTH,
    UNDER_MOUSE,
    RowDelegate,
    star,
    warning,
)
from tenantdock.desktop.dressing import fitted, headed
from tenantdock.desktop.entries import Entry
from tenantdock.desktop.lettering import Inks, faces_for, faces_of, inks_of
from tenantdock.desktop.look import UNIT, badge_colours
from tenantdock.desktop.model import ConnectionModel
from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from tenantdock.desktop.listing import ConnectionList

_Index = QModelIndex | QPersistentModelIndex
_SETTLE_MS = 300
_LEAST_PART = 0.85
_MOST_PART = 1.3
_FEWEST = 2
_LEAST_LETTERS = 20


class CellDelegate(RowDelegate):
    """One line for each customer; the first cell has the customer's colour, and marks for favourites and attention."""

    def row_height(self, font: QFont) -> int:
        """One line of text with room around it."""
        return -(-(faces_for(font).plain.height + UNIT) // (UNIT // 2)) * (UNIT // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        # Asked of the model itself: each way through Qt costs as much as the painting of a cell
        model, at, column = index.model(), index.row(), index.column()
        if not isinstance(model, ConnectionModel) or at >= len(model.shown):
            return
        painter.save()
        painter.setRenderHint(SMOOTH)
        painter.setLayoutDirection(IN_ITS_OWN)
        state, rect = option.state.value, option.rect
        selected = bool(state & SELECTED)
        inks, face, mirrored = inks_of(selected=selected), faces_of(option).plain, option.direction == RIGHT_TO_LEFT
        if selected or state & UNDER_MOUSE:
            painter.fillRect(rect, inks.ground)
        left, top, width = rect.left() + UNIT, rect.top(), rect.width() - 2 * UNIT
        if column == 0:
            entry, inner = model.shown[at], QRect(left, top, width, rect.height())
            start = _beginning(painter, inner, face.height * 3 // 4, entry, inks, mirrored=mirrored, alarming=model.alarming(entry))
            room = max(0, width - start)
            left, width = left + (width - start - room if mirrored else start), room
        painter.setFont(face.font)
        painter.setPen(inks.soft if column else inks.strong)
        text = face.cut(model.cell(at, column), width)
        painter.drawText(QRect(left, top, max(0, width), rect.height()), AT_RIGHT if mirrored else AT_LEFT, text)
        if column == 0 and state & FOCUSED and not selected:
            painter.setPen(QPen(inks.accent, 2))
            painter.setBrush(NO_BRUSH)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _beginning(painter: QPainter, inner: QRect, side: int, entry: Entry, inks: Inks, *, mirrored: bool, alarming: bool) -> int:
    """Paint colour, warning and star, *side* high and wide. Returns where the text begins."""
    left, top, width = inner.left(), inner.center().y() - side // 2, inner.width()

    def box(start: int) -> QRect:
        return QRect(left + (width - start - side if mirrored else start), top, side, side)

    fill, _ink = badge_colours(entry.row.colour)
    painter.setPen(inks.strong if inks.selected else NO_PEN)
    painter.setBrush(fill)
    painter.drawRoundedRect(box(0), 3, 3)
    start = side + UNIT
    for there, mark in ((alarming, warning), (entry.row.favourite, star)):
        if there:
            mark(painter, box(start), inks)
            start += side + UNIT // 2
    return start


def dress(header: QHeaderView, view: ConnectionList) -> None:
    """Make the header what a person sorts, moves and widens columns with. What they do is told once they let go."""
    if header.property("dressed"):
        return
    header.setProperty("dressed", True)
    # One of its own, with nothing selected: else the header asks for every row whether whole columns are, each time it is painted
    header.setSelectionModel(QItemSelectionModel(view.rows, header))
    header.setSectionsClickable(True)
    header.setSectionsMovable(True)
    header.setFirstSectionMovable(False)
    header.setSortIndicatorShown(True)
    fitted(view, lambda view: view.horizontalHeader().setMinimumSectionSize(view.fontMetrics().averageCharWidth() * 6))
    header.setAccessibleName(tr("Columns"))
    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    header.customContextMenuRequested.connect(lambda at: view.header_menu_wanted.emit(header.viewport().mapToGlobal(at)))
    headed(header)
    settle = QTimer(header)
    settle.setSingleShot(True)
    settle.setInterval(_SETTLE_MS)
    settle.timeout.connect(view.columns_changed)
    header.sectionResized.connect(lambda *_: settle.start())
    header.sectionMoved.connect(lambda *_: settle.start())
    header.sortIndicatorChanged.connect(lambda *_: view.columns_changed())


def arrange(header: QHeaderView, layout: Layout) -> None:
    """Show the columns of *layout* as wide as it says, and what they are sorted by. Those without room are hidden."""
    given = widths(header, layout)
    header.setProperty("given", given)
    for at in range(len(layout.columns)):  # the model has them in their order, whatever was moved before
        header.moveSection(header.visualIndex(at), at)
    for at, width in enumerate(given):
        header.setSectionHidden(at, not width)
        if width:  # the last one takes what is left
            header.resizeSection(at, width)
    way = Qt.SortOrder.DescendingOrder if layout.descending else Qt.SortOrder.AscendingOrder
    header.setSortIndicator(layout.keys.index(layout.sort) if layout.sort in layout.keys else -1, way)


def widths(header: QHeaderView, layout: Layout) -> list[int]:
    """Return how wide each column is to be, 0 for those that have to give way. Those that nobody widened share the room."""
    letter, room = header.fontMetrics().averageCharWidth(), header.width()
    usual = {key: EVERY[key].letters * letter for key, width in layout.columns if not width}
    taken = sum(width for _key, width in layout.columns)
    kept = [key for key in usual if key not in YIELDING]
    left = room - taken - sum(usual[key] for key in kept)
    if room <= letter * _LEAST_LETTERS:  # not laid out yet
        return [width or usual[key] for key, width in layout.columns]
    for key in (each for each in YIELDING if each in usual):
        # The first of them shows in any case: a name alone tells too little
        if left >= usual[key] * _LEAST_PART or len(kept) + len(layout.columns) - len(usual) < _FEWEST:
            kept.append(key)
            left -= usual[key]
    # Who it is stays to be read; the others get the room that is left, or miss
    sharing = sum(usual[key] for key in kept if key != "customer")
    part = min(_MOST_PART, max(_LEAST_PART, 1 + left / sharing)) if sharing else 1.0
    shown = {key: usual[key] if key == "customer" else round(usual[key] * part) for key in kept}
    return [width or shown.get(key, 0) for key, width in layout.columns]


def found(header: QHeaderView, layout: Layout) -> Layout:
    """Return *layout* as the person left the header."""
    order = sorted(range(len(layout.columns)), key=header.visualIndex)
    last = next((at for at in reversed(order) if not header.isSectionHidden(at)), -1)
    given = header.property("given") or []

    def width(at: int) -> int:
        _key, before = layout.columns[at]
        now = header.sectionSize(at)
        return before if at == last or header.isSectionHidden(at) or (at < len(given) and now == given[at]) else now

    columns = tuple((layout.columns[at][0], width(at)) for at in order)
    section = header.sortIndicatorSection()
    sort = layout.keys[section] if 0 <= section < len(layout.columns) else layout.sort
    return Layout(columns, sort, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)
