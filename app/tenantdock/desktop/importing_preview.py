"""The page that shows what an import would do, and lets the person pick."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from tenantdock.desktop.cells import PaddedDelegate
from tenantdock.desktop.dressing import fitted, headed, ringed, roomy, slim
from tenantdock.desktop.fields import Choice
from tenantdock.desktop.importing_delegate import PickDelegate
from tenantdock.desktop.importing_rows import PICKABLE, Kind, PreviewModel, Shown, kind_name
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Label, named, spaced
from tenantdock.desktop.texts import counted, number_text, tr
from tenantdock.desktop.ticks import CheckBox

_DETAILS, _DOMAIN, _ACCOUNT = 2, 3, 4
_WIDTHS = (28, 14, 26, 22, 24)
_LEAST = (20, 14, 16, 14, 14)
"""Of the columns, in average characters: how they share the room, and what they need."""


def _fit_table(table: QTableView) -> None:
    letters = table.fontMetrics().height()
    table.verticalHeader().setDefaultSectionSize(letters + UNIT * 3 // 2)
    table.setMinimumHeight(letters * 8)


class PreviewPage(QWidget):
    """What is new, changed, the same, gone and wrong. *picks_changed* is emitted when another number is picked."""

    picks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = spaced(QVBoxLayout(self), gap=1)
        self.summary = Label("", wrap=True)
        named(self.summary, "importSummary", tr("What the import would do"))
        column.addWidget(self.summary)
        self.boxes: dict[Kind, CheckBox] = {}
        for kind in PICKABLE:
            box = CheckBox("")
            named(box, f"importAll-{kind.value}", kind_name(kind))
            box.clicked.connect(lambda _on, kind=kind: self._pick_all(kind))
            self.boxes[kind] = box
            column.addWidget(box)
        row = spaced(QHBoxLayout(), gap=1)
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(tr("Search"))
        self.search_edit.setMaxLength(500)
        roomy(self.search_edit)
        named(self.search_edit, "importSearch", tr("Search"))
        row.addWidget(self.search_edit, 1)
        self.kind_box = Choice()
        named(self.kind_box, "importKind", tr("Show"))
        self.kind_box.setAccessibleDescription(tr("Show"))  # there is no label, and Linux knows no other name of such a box
        row.addWidget(self.kind_box)
        column.addLayout(row)
        self.model = PreviewModel()
        self.table = QTableView()
        self._delegate = PickDelegate(self.table)
        self._own_widths = self._fitting = False
        self.table.setModel(self.model)
        self._set_up_table()
        column.addWidget(self.table, 1)
        self.told = Label("", "small", wrap=True)
        named(self.told, "importRow", tr("The selected row"))
        # Room for two lines, so that the list keeps its height while one goes through it
        fitted(self.told, lambda label: label.setMinimumHeight(2 * label.fontMetrics().height()))
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.told)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now.row()))
        self.search_edit.textChanged.connect(lambda _text: self._narrow())
        self.kind_box.currentIndexChanged.connect(lambda _at: self._narrow())
        self.model.picks_changed.connect(self._show_picks)

    def _set_up_table(self) -> None:
        table = self.table
        ringed(table)
        named(table, "importTable", tr("Customers"))
        slim(table)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        # The same height for all: Qt asks no row of thousands how tall it is
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setAccessibleName(tr("Columns"))
        table.verticalHeader().setAccessibleName(tr("Rows"))
        headed(header)
        header.setStretchLastSection(True)
        header.sectionResized.connect(lambda _at, _old, _new: self._resized())
        table.setItemDelegate(PaddedDelegate(table))
        table.setItemDelegateForColumn(0, self._delegate)
        fitted(table, _fit_table)
        table.installEventFilter(self)

    def load(self, rows: list[Shown], picked: set[int], summary: str) -> None:
        """Show *rows*, with these positions of the preview picked."""
        self.summary.setText(summary)
        self.search_edit.clear()
        self.model.load(rows, picked)
        # Where nothing is changed or wrong there is more room for the names; where all is wrong, for what is
        for at, told in ((_DETAILS, "detail"), (_DOMAIN, "domain"), (_ACCOUNT, "username")):
            self.table.setColumnHidden(at, not any(getattr(each, told) for each in rows))
        self._fit()
        self.kind_box.blockSignals(True)
        self.kind_box.clear()
        self.kind_box.addItem(tr("All"), "")
        for kind in Kind:
            if count := self.model.count(kind):
                self.kind_box.addItem(tr("{kind} ({n})", kind=kind_name(kind), n=number_text(count)), kind.value)
        self.kind_box.blockSignals(False)
        self._first()
        self._show_picks()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Space picks all selected rows, or none of them when all were."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            rows = {index.row() for index in self.table.selectionModel().selectedRows()}
            if event.key() == Qt.Key.Key_Space and rows:
                self.model.pick_rows(rows, not all(self.model.is_picked(row) for row in rows))
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room out among the columns, until the person does it."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        if self._own_widths:
            return
        self._fitting = True
        letter, room = self.table.fontMetrics().averageCharWidth(), self.table.viewport().width()
        shares = {at: share for at, share in enumerate(_WIDTHS) if not self.table.isColumnHidden(at)}
        for at in list(shares)[:-1]:
            self.table.setColumnWidth(at, max(letter * _LEAST[at], room * shares[at] // sum(shares.values())))
        self._fitting = False

    def _resized(self) -> None:
        self._own_widths = self._own_widths or (not self._fitting and self.isVisible() and self.table.underMouse())

    def _first(self) -> None:
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._tell(0)

    def _tell(self, row: int) -> None:
        self.told.setText(self.model.told(row) if 0 <= row < self.model.rowCount() else "")

    def _narrow(self) -> None:
        chosen = self.kind_box.currentData()
        self.model.narrow(Kind(chosen) if chosen else None, self.search_edit.text())
        self._first()
        self._show_picks()

    def _pick_all(self, kind: Kind) -> None:
        shown, picked = self.model.picked_of(kind)
        self.model.pick_all(kind, picked < shown)

    def _show_picks(self) -> None:
        for kind, box in self.boxes.items():
            shown, picked = self.model.picked_of(kind)
            text = {
                Kind.NEW: counted(shown, "Add {n} new customer", "Add {n} new customers"),
                Kind.CHANGED: counted(shown, "Change {n} customer", "Change {n} customers"),
                Kind.GONE: counted(
                    shown, "Remove {n} customer that is not there any more", "Remove {n} customers that are not there any more"
                ),
            }[kind]
            if 0 < picked < shown:
                text = tr("{what} ({n} picked)", what=text, n=number_text(picked))
            box.setText(text)
            box.setAccessibleName(text)
            box.setChecked(bool(shown) and picked == shown)
            box.setVisible(bool(self.model.count(kind)))
            box.setEnabled(bool(shown))
        self.picks_changed.emit()
