"""The list itself: rich rows, or columns; many selected at once; rows that can be dragged into a group."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from tenantdock.desktop.delegate import RowDelegate
from tenantdock.desktop.dressing import slim, slim_below
from tenantdock.desktop.entries import Entry
from tenantdock.desktop.model import ENTRY, ConnectionModel
from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from tenantdock.desktop.columns import Layout
    from tenantdock.desktop.columns_view import CellDelegate

_Flag = QItemSelectionModel.SelectionFlag


class ConnectionList(QTableView):
    """The list, as a table. Tells when it has painted.

    A QListView lays every row out one by one and asks the model a dozen times for each: 15 ms for 10,000 rows at each key press. A
    table with one height for all rows computes instead.
    """

    painted = Signal()
    menu_wanted = Signal(QPoint)
    """A menu for what is selected; the place is the viewport's."""
    header_menu_wanted = Signal(QPoint)
    """A menu of columns; the place is the screen's."""
    layout_changed = Signal(object)
    """The person chose, moved, widened or sorted columns."""

    def __init__(self, model: ConnectionModel) -> None:
        super().__init__()
        self._rich = RowDelegate(self)
        self._cells: CellDelegate | None = None
        self._laying_out = False
        self.setModel(model)
        self.setItemDelegate(self._rich)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        # Hidden, and all the same found by what walks the widgets for a screen reader
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setAccessibleName(tr("Customers"))
        self._take_height()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        slim(self)
        slim_below(self)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    @property
    def rows(self) -> ConnectionModel:
        """The model."""
        model = self.model()
        assert isinstance(model, ConnectionModel)  # noqa: S101 - the only one it is ever given
        return model

    # What is selected

    @property
    def current_id(self) -> str:
        """The id of the connection that the keys are on, or ""."""
        entry = self.currentIndex().data(ENTRY)
        return entry.row.id if isinstance(entry, Entry) else ""

    @property
    def chosen(self) -> list[Entry]:
        """The selected rows, in the list's order; the current one where none is selected."""
        shown = self.rows.shown
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        places = sorted({at for part in parts for at in range(part.top(), part.bottom() + 1)})
        found = [shown[at] for at in places if at < len(shown)]
        current = self.currentIndex().data(ENTRY)
        return found or ([current] if isinstance(current, Entry) else [])

    def go_to(self, index: QModelIndex, *, scroll: bool = True) -> None:
        """Select one row and nothing else. Whatever keys are held: Qt's own looks at them."""
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        if scroll:
            self.scrollTo(index)

    def below(self) -> list[str]:
        """Return the ids of the current row and those after it, for :meth:`go_on`."""
        at = self.currentIndex().row()
        return [entry.row.id for entry in self.rows.shown[at:]] if at >= 0 else []

    def go_on(self, below: Sequence[str]) -> bool:
        """Select the first of *below* that is still here, or the last row where none is. Returns False where there is no row, or
        *below* is empty.
        """
        places = {entry.row.id: at for at, entry in enumerate(self.rows.shown)}
        if not below or not places:
            return False
        self.go_to(self.rows.index(next((places[each] for each in below if each in places), len(places) - 1)), scroll=False)
        return True

    def choose(self, ids: Collection[str]) -> None:
        """Select these rows besides the current one, as far as they are on show."""
        wanted = set(ids)
        places = [at for at, entry in enumerate(self.rows.shown) if entry.row.id in wanted]
        model, selection = self.rows, QItemSelection()
        for first, last in _runs(places):
            selection.select(model.index(first), model.index(last))
        self.selectionModel().select(selection, _Flag.ClearAndSelect | _Flag.Rows)

    # How it looks

    def show_layout(self, layout: Layout | None) -> None:
        """Show the columns of *layout*, or with None the rich rows. What is selected stays so."""
        kept, current, at = [entry.row.id for entry in self.chosen], self.current_id, self.verticalScrollBar().value()
        rich, before = layout is None, self.rows.layout_of_columns is None
        self._laying_out = True
        self.rows.set_layout(layout)
        if rich != before:
            self._take_look()
            at = 0
        if layout is not None:
            self._take_columns(layout)
        self._laying_out = False
        index = self.rows.index_of(current)
        if index.isValid():
            self.go_to(index, scroll=rich != before)
            if len(kept) > 1:
                self.choose(kept)
        if rich == before:
            self.verticalScrollBar().setValue(at)

    def _take_look(self) -> None:
        layout, header = self.rows.layout_of_columns, self.horizontalHeader()
        if layout is None:
            self.setItemDelegate(self._rich)
            header.hide()
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        else:
            from tenantdock.desktop.columns_view import CellDelegate, dress  # noqa: PLC0415 - not needed for the rich list

            if self._cells is None:
                self._cells = CellDelegate(self)
            self.setItemDelegate(self._cells)
            dress(header, self)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            header.show()
        self._take_height()

    def _take_columns(self, layout: Layout) -> None:
        from tenantdock.desktop.columns_view import arrange  # noqa: PLC0415 - not needed for the rich list

        arrange(self.horizontalHeader(), layout)

    def columns_changed(self) -> None:
        """The person moved, widened or sorted columns: have it kept. Called by the header's signals."""
        layout = self.rows.layout_of_columns
        if layout is None or self._laying_out:
            return
        from tenantdock.desktop.columns_view import found  # noqa: PLC0415 - not needed for the rich list

        changed = found(self.horizontalHeader(), layout)
        if changed != layout:
            self.layout_changed.emit(changed)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_height()
            self.scrollTo(self.currentIndex())

    def _take_height(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            self.verticalHeader().setDefaultSectionSize(delegate.row_height(self.font()))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room out anew among columns that nobody widened. The current row stays to be seen where it was."""
        current = self.currentIndex()
        seen = current.isValid() and 0 <= self.visualRect(current).top() < event.oldSize().height()
        super().resizeEvent(event)
        if seen and event.size().height() < event.oldSize().height():
            self.scrollTo(current)
        layout = self.rows.layout_of_columns
        if layout is not None and not self._laying_out and event.size().width() != event.oldSize().width():
            self._laying_out = True
            self._take_columns(layout)
            self._laying_out = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, then say so."""
        super().paintEvent(event)
        self.painted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for a menu: at the mouse, or with the menu key at the current row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = self.currentIndex()
            self.scrollTo(current)
            rect = self.visualRect(current)
            leading = rect.left() if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else rect.right()
            self.menu_wanted.emit(QPoint(leading, rect.bottom()))
        else:
            self.menu_wanted.emit(event.pos())

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Drag what is selected, as one small label: Qt's own would paint every selected row."""
        from tenantdock.desktop.dragging import drag  # noqa: PLC0415 - not needed for the first window

        drag(self, self.chosen)


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of neighbours in *places*, which are in order."""
    start = before = None
    for at in places:
        if before is None or at != before + 1:
            if start is not None and before is not None:
                yield start, before
            start = at
        before = at
    if start is not None and before is not None:
        yield start, before
