"""The list in columns: its cells and its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from tenantdock.desktop.columns import EVERY, YIELDING, Layout
from tenantdock.desktop.delegate import RowDelegate, star, warning
from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT, badge_colours, blend, muted
from tenantdock.desktop.model import ATTENTION, ConnectionModel
from tenantdock.desktop.parts import headed
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
        return -(-(QFontMetrics(font).height() + UNIT) // (UNIT // 2)) * (UNIT // 2)

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """As tall as every row."""
        return QSize(0, self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        # Asked of the model itself: each way through Qt costs as much as the painting of a cell
        model = index.model()
        if not isinstance(model, ConnectionModel) or index.row() >= len(model.shown):
            return
        entry, text = model.shown[index.row()], model.cell(index.row(), index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        palette = QGuiApplication.palette()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            accent = palette.color(QPalette.ColorRole.Highlight)
            painter.fillRect(option.rect, accent if selected else blend(accent, palette.color(QPalette.ColorRole.Base), 0.1))
        strong = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        first = index.column() == 0
        inner = option.rect.adjusted(UNIT, 0, -UNIT, 0)
        start = self._beginning(painter, option, inner, index, entry, strong, selected=selected) if first else 0
        area = self._at(option, inner, start, max(0, inner.width() - start))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(option.font)
        painter.setPen(strong if selected or first else muted(palette))
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        if first and option.state & QStyle.StateFlag.State_HasFocus and not selected:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _beginning(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inner: QRect,
        index: _Index,
        entry: Entry,
        ink: QColor,
        *,
        selected: bool,
    ) -> int:
        """Paint colour, star and warning. Returns where the text begins."""
        side = option.fontMetrics.height() * 3 // 4
        box = self._at(option, inner, 0, side)
        box = QRect(box.left(), inner.center().y() - side // 2, side, side)
        fill, _ink = badge_colours(entry.row.colour)
        painter.setPen(QPen(ink, 1) if selected else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3, 3)
        start = side + UNIT
        for there, mark in ((bool(index.data(ATTENTION)), warning), (entry.row.favourite, star)):
            if there:
                place = self._at(option, inner, start, side)
                mark(painter, QRect(place.left(), box.top(), side, side), ink if selected else None)
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
    header.setMinimumSectionSize(header.fontMetrics().averageCharWidth() * 6)
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
