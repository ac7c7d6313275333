"""The main window: search, the list, notices, open consoles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.caret import Caret
from tenantdock.desktop.delegate import RowDelegate
from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.model import ENTRY, ConnectionModel
from tenantdock.desktop.notices import Notices
from tenantdock.desktop.parts import Button, ElidedLabel, Label, PrimaryButton, icon_button, named, roomy, slim, spaced
from tenantdock.desktop.sessions import SessionsStrip
from tenantdock.desktop.texts import counted, number_text, plain_tip, tr
from tenantdock.domain.sessions import SessionState

if TYPE_CHECKING:
    from tenantdock.domain.sessions import SessionInfo

_LOADING_AFTER_MS = 400
_STATUS_SECONDS = 12
_PAGE_ROWS = 10


class Page(IntEnum):
    """What stands where the list is."""

    BLANK = 0
    LOADING = 1
    LIST = 2
    EMPTY = 3
    NO_MATCH = 4


class ConnectionList(QTableView):
    """The list itself, as a table of one column. Tells when it has painted.

    A QListView lays every row out one by one and asks the model a dozen times for each: 15 ms for 10,000 rows at each key press. A
    table with one height for all rows computes instead.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
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
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        slim(self)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_height()

    def _take_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, then say so."""
        super().paintEvent(event)
        self.painted.emit()


class MainWindow(QWidget):
    """What the person sees. It asks for things by signals (each carries a connection or session id) and shows what it is told."""

    connect_requested = Signal(str)
    sign_in_requested = Signal(str)
    sign_out_requested = Signal(str)
    everywhere_requested = Signal(str)
    details_requested = Signal(str)
    test_requested = Signal(str)
    remove_requested = Signal(str)
    copy_requested = Signal(str)
    end_requested = Signal(str)
    add_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    settings_requested = Signal()
    guide_requested = Signal()
    quit_requested = Signal()
    closing = Signal()
    painted = Signal()
    """The list, or what stands in its place, was painted for the first time with what is saved."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.model = ConnectionModel(self)
        self.available: Callable[[], frozenset[str]] = frozenset
        """Which parts there are that not every TenantDock has; asked when a menu opens."""
        self._loaded = False
        self._told_painted = False
        self._may_close = False
        self._build()
        self._keys()
        QTimer.singleShot(_LOADING_AFTER_MS, self, self._still_loading)

    # What the desktop tells the window

    def show_rows(self, entries: list[Entry], now: float) -> None:
        """Show these rows. Keeps selection and scroll position where the rows are still there."""
        kept, at = self.selected_id, self.list.verticalScrollBar().value()
        self._loaded = True
        self.model.set_entries(entries, now)
        self._show_page()
        if not (kept and self.select(kept, scroll=False)):
            self._select_first()
        self.list.verticalScrollBar().setValue(at)

    def show_sessions(self, sessions: Iterable[SessionInfo]) -> None:
        """Show the consoles that are open, in the list and in the strip."""
        found = [session for session in sessions if session.state is SessionState.OPEN]
        counts: dict[str, int] = {}
        for session in found:
            counts[session.connection_id] = counts.get(session.connection_id, 0) + 1
        self.model.set_consoles(counts)
        self.sessions.show_sessions(found)

    def show_status(self, text: str, seconds: float = _STATUS_SECONDS) -> None:
        """Say something in the line at the bottom, for a while."""
        self.status_label.setText(text)
        self._status_timer.start(round(seconds * 1000))

    def select(self, connection_id: str, *, scroll: bool = True) -> bool:
        """Select a row. Returns whether it is on show."""
        index = self.model.index_of(connection_id)
        if not index.isValid():
            return False
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if scroll:
            self.list.scrollTo(index)
        return True

    @property
    def selected_id(self) -> str:
        """The id of the selected connection, or ""."""
        entry = self.list.currentIndex().data(ENTRY)
        return entry.row.id if isinstance(entry, Entry) else ""

    @property
    def page(self) -> Page:
        """What stands where the list is."""
        return Page(self.pages.currentIndex())

    def restore_place(self, text: str) -> None:
        """Take the place that :meth:`place` gave at an earlier time; anything else is ignored."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore"))))

    def place(self) -> str:
        """Return position and size as text."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def come_forward(self) -> None:
        """Show the window, in front, with the search field ready."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def close_for_good(self) -> None:
        """Close without asking :attr:`closing`'s receiver."""
        self._may_close = True
        self.close()

    # Building

    def _build(self) -> None:
        column = spaced(QVBoxLayout(self), margin=2, gap=1)
        column.addLayout(self._top())
        self.notices = Notices()
        column.addWidget(self.notices)
        column.addWidget(self._middle(), 1)
        self.sessions = SessionsStrip()
        self.sessions.end_requested.connect(self.end_requested)
        column.addWidget(self.sessions)
        column.addLayout(self._bottom())
        letter = self.fontMetrics().averageCharWidth()
        self.setMinimumSize(QSize(letter * 44, letter * 40))
        self.resize(fit_on_screen(self, QSize(max(90 * UNIT, letter * 96), max(72 * UNIT, letter * 72))))
        self.search_edit.setFocus()

    def _top(self) -> QBoxLayout:
        top = spaced(QHBoxLayout(), gap=1)
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(tr("Search customer, domain, account or service"))
        self.search_edit.setToolTip(plain_tip(self.search_edit.placeholderText()))
        roomy(self.search_edit)
        named(self.search_edit, "search", tr("Search"))
        self.search_edit.textChanged.connect(self._search)
        self.search_edit.installEventFilter(self)
        self.caret = Caret(self.search_edit)
        top.addWidget(self.search_edit, 1)
        self.add_button = Button(tr("&Add customer"), icon="add")
        self.add_button.setToolTip(tr("Add a customer (Ctrl+N)"))
        named(self.add_button, "add")
        self.add_button.clicked.connect(self.add_requested)
        top.addWidget(self.add_button)
        self.menu_button = icon_button("menu", tr("More"))
        self.menu_button.setObjectName("more")
        self.menu_button.clicked.connect(self._open_menu)
        top.addWidget(self.menu_button)
        return top

    def _middle(self) -> QWidget:
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setAutoFillBackground(True)
        frame.setBackgroundRole(QPalette.ColorRole.Base)
        self.pages = QStackedWidget()
        # With many notices and consoles in a small window the list gives way first
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.pages.setMinimumHeight(12 * UNIT)
        inside = spaced(QVBoxLayout(frame))
        inside.setContentsMargins(0, UNIT // 2, 0, UNIT // 2)
        inside.addWidget(self.pages)
        self.list = ConnectionList()
        self.list.setModel(self.model)
        named(self.list, "list", tr("Customers"))
        self.list.doubleClicked.connect(self._activate)
        self.list.customContextMenuRequested.connect(self._context_menu)
        self.list.installEventFilter(self)
        self.list.painted.connect(self._was_painted)
        self.pages.addWidget(QWidget())
        self.pages.addWidget(_message_page(Label(tr("Loading the customers"), "heading")))
        self.pages.addWidget(self.list)
        self.empty_add_button = PrimaryButton(tr("Add your first customer"))
        named(self.empty_add_button, "emptyAdd")
        self.empty_add_button.clicked.connect(self.add_requested)
        self.pages.addWidget(
            _message_page(
                Label(tr("No customers yet"), "heading"),
                Label(tr("Add one with the user name that you sign in with. TenantDock finds the tenant by itself."), wrap=True),
                self.empty_add_button,
            )
        )
        self.no_match_label = Label("", "heading", wrap=True)
        self.clear_button = Button(tr("Clear the search"))
        named(self.clear_button, "clearSearch")
        self.clear_button.clicked.connect(self.search_edit.clear)
        self.pages.addWidget(_message_page(self.no_match_label, self.clear_button))
        return frame

    def _bottom(self) -> QBoxLayout:
        bottom = spaced(QHBoxLayout(), gap=2)
        self.status_label = ElidedLabel("", "small")
        named(self.status_label, "status", tr("Status"))
        bottom.addWidget(self.status_label, 1)
        self.details_button = Button(tr("&Details"), "flat")
        self.details_button.setToolTip(tr("Details of the selected customer (F2)"))
        named(self.details_button, "details", tr("Details of the selected customer"))
        self.details_button.clicked.connect(self._details)
        bottom.addWidget(self.details_button)
        self.count_label = Label("", "small")
        named(self.count_label, "count", tr("Number of customers"))
        bottom.addWidget(self.count_label)
        self._status_timer = QTimer(self)
        self._status_timer.setSingleShot(True)
        self._status_timer.timeout.connect(self.status_label.clear)
        return bottom

    def _keys(self) -> None:
        bindings: list[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], None]]] = [
            (QKeySequence.StandardKey.New, self.add_requested.emit),
            (QKeySequence.StandardKey.Find, self._to_search),
            ("Ctrl+Q", self.quit_requested.emit),
            ("Ctrl+W", self._close),
            ("F2", self._details),
            ("Alt+Return", self._details),
            ("Alt+Enter", self._details),
        ]
        for keys, run in bindings:
            QShortcut(QKeySequence(keys), self, run)

    # What the person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keys: in the search field the arrows and Enter work on the list; in the list letters go to the search field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search_edit:
                return self._search_key(event)
            if watched is self.list:
                return self._list_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc clears the search, then hides the window."""
        if event.key() == Qt.Key.Key_Escape:
            if self.search_edit.text():
                self.search_edit.clear()
                self._to_search()
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room out anew."""
        super().resizeEvent(event)
        self.sessions.limit(self.height())

    def closeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the decision to the desktop: it hides the window, or quits."""
        if not self._may_close:
            self.closing.emit()
        # The desktop may have decided to end meanwhile; Qt ignores a close within a close
        event.setAccepted(self._may_close)

    def _search_key(self, event: QKeyEvent) -> bool:
        moves = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE_ROWS,
            Qt.Key.Key_PageUp: -_PAGE_ROWS,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._move(moves[key])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.list.currentIndex())
            return True
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.list.currentIndex())
            return True
        if key == Qt.Key.Key_Delete and self.selected_id:
            self.remove_requested.emit(self.selected_id)
            return True
        typed = event.text()
        if typed and typed.isprintable() and not typed.isspace() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.search_edit.setFocus()
            self.search_edit.insert(typed)
            return True
        return False

    def _move(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            at = self.list.currentIndex().row()
            index = self.model.index(min(max(at + by, 0), count - 1))
            self.list.setCurrentIndex(index)

    def _activate(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.connect_requested.emit(entry.row.id)

    def _search(self, text: str) -> None:
        # Not before there is something to clear: for its icon Qt reads all icon themes, which takes 20 ms
        self.search_edit.setClearButtonEnabled(True)
        kept = self.selected_id if not text else ""
        self.model.search(text)
        self._show_page()
        if not (kept and self.select(kept)):
            self._select_first()

    def _select_first(self) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()

    def _to_search(self) -> None:
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def _close(self) -> None:
        self.close()

    def context_menu(self, connection_id: str) -> QMenu:
        """Return the menu of a connection."""
        from tenantdock.desktop.menus import context_menu  # noqa: PLC0415 - not needed for the first window

        entry = self.model.entry(connection_id)
        return context_menu(self, entry.row if entry is not None else None)

    def main_menu(self) -> QMenu:
        """Return the menu of the whole program."""
        from tenantdock.desktop.menus import main_menu  # noqa: PLC0415 - not needed for the first window

        return main_menu(self)

    def _context_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        index = index if index.isValid() else self.list.currentIndex()
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.context_menu(entry.row.id).popup(self.list.viewport().mapToGlobal(at))

    def _open_menu(self) -> None:
        self.main_menu().popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def _details(self) -> None:
        if self.selected_id:
            self.details_requested.emit(self.selected_id)

    # What is on show

    def _show_page(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        if not self._loaded:
            return
        if not total:
            page = Page.EMPTY
        elif not shown:
            page = Page.NO_MATCH
            self.no_match_label.setText(tr("Nothing matches \u201c{text}\u201d", text=self.search_edit.text()[:80]))
        else:
            page = Page.LIST
        self.pages.setCurrentIndex(page)
        self.details_button.setVisible(page is Page.LIST)
        every = counted(total, "{n} customer", "{n} customers")
        some = tr("{shown} of {every}", shown=number_text(shown), every=every)
        self.count_label.setText("" if not total else every if shown == total else some)
        if page is not Page.LIST:
            QTimer.singleShot(0, self, self._was_painted)

    def _still_loading(self) -> None:
        if not self._loaded:
            self.pages.setCurrentIndex(Page.LOADING)

    def _was_painted(self) -> None:
        if self._loaded and not self._told_painted:
            self._told_painted = True
            QTimer.singleShot(0, self, self.painted.emit)


def _message_page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = spaced(QVBoxLayout(page), margin=4, gap=2)
    column.addStretch(2)
    for widget in widgets:
        if isinstance(widget, Label):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        else:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    column.addStretch(3)
    return page
