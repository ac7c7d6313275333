"""The main window: search, the list and what stands beside it, notices, open consoles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from tenantdock.desktop.announcing import Announcer
from tenantdock.desktop.bottom import BottomBar
from tenantdock.desktop.caret import Caret
from tenantdock.desktop.dressing import clearable, fitted, roomy
from tenantdock.desktop.entries import Entry
from tenantdock.desktop.listing import ConnectionList
from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.model import ConnectionModel
from tenantdock.desktop.notices import Notices
from tenantdock.desktop.pages import Page, Pages
from tenantdock.desktop.panes import Panes
from tenantdock.desktop.parts import Button, Sheet, icon_button, named, spaced
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.selection import Selection
from tenantdock.desktop.sessions import SessionsStrip
from tenantdock.desktop.steering import Steering
from tenantdock.desktop.texts import plain_tip, tr
from tenantdock.desktop.viewing import Viewing
from tenantdock.domain.filing import Shelves, Wanted, shelves
from tenantdock.domain.sessions import SessionState

if TYPE_CHECKING:
    from tenantdock.desktop.panel import DetailsPanel
    from tenantdock.desktop.sidebar import Sidebar
    from tenantdock.domain.directory import ConnectionRow
    from tenantdock.domain.portals import Portal
    from tenantdock.domain.sessions import SessionInfo

_LOADING_AFTER_MS = 400
_STATUS_SECONDS = 12
_FEW = 8
"""So many customers need no filter yet: the button for it comes with more, or with the first group, tag or favourite."""


class MainWindow(ReadingOrder, QWidget):
    """What the person sees. It asks for things by signals (each carries a connection or session id) and shows what it is told."""

    connect_requested = Signal(str)
    sign_in_requested = Signal(str)
    sign_out_requested = Signal(str)
    everywhere_requested = Signal(str)
    details_requested = Signal(str)
    test_requested = Signal(str)
    remove_requested = Signal(str)
    copy_requested = Signal(str)
    palette_requested = Signal()
    similar_requested = Signal(str)
    portal_requested = Signal(str, str)
    end_requested = Signal(str)
    focus_requested = Signal(str)
    add_requested = Signal()
    export_requested = Signal()
    import_requested = Signal()
    settings_requested = Signal()
    guide_requested = Signal()
    quit_requested = Signal()
    lock_requested = Signal()
    sessions_requested = Signal()
    filing_requested = Signal(str, list, object)
    """Do something to many: what, their ids, and a value (see :class:`~tenantdock.desktop.organise.Organise`)."""
    undo_requested = Signal()
    keyboard_requested = Signal()
    filtered = Signal()
    """Another filter is set."""
    kept = Signal(str, str)
    """Something about the window's looks is to be kept: under which key, and what."""
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
        self.portals: Callable[[ConnectionRow], Sequence[Portal]] = lambda _row: ()
        """A customer's portals; asked when a menu opens."""
        self.undoable: Callable[[], bool] = lambda: True
        """Whether there is something to undo; asked when a menu opens."""
        self.shelves = Shelves()
        self._loaded = self._whole = False
        self._arranged = False
        self._told_painted = False
        self._may_close = False
        self._open_consoles: list[SessionInfo] = []
        self._build()
        self.steering = Steering(self)
        QTimer.singleShot(_LOADING_AFTER_MS, self, self._still_loading)

    # What the desktop tells the window

    def show_rows(self, entries: list[Entry], now: float) -> None:
        """Show these rows. Keeps what is selected and the scroll position where the rows are still there."""
        kept, current, at = [entry.row.id for entry in self.list.chosen], self.selected_id, self.list.verticalScrollBar().value()
        below = self.list.below()
        self._loaded = self._whole = True
        self.model.set_entries(entries, now)
        self.shelves = shelves(entry.row for entry in entries)
        self.viewing.forget_what_went()
        self.show_page()
        there = bool(current) and self.select(current, scroll=False)
        if not there and not self.list.go_on(below):
            self.select_first()
        elif len(kept) > 1 and there:
            self.list.choose(kept)
        self.list.verticalScrollBar().setValue(at)
        if not there:
            self.list.scrollTo(self.list.currentIndex())  # what Enter would connect is to be seen
        self._show_beside()
        if self._open_consoles:
            self._show_consoles()

    @property
    def shows_list_only(self) -> bool:
        """Whether there is the list of all customers by name, and nothing beside it: the first ones are enough for its picture."""
        all_by_name = self.model.layout_of_columns is None and not self.model.wanted and not self.search_edit.text()
        return all_by_name and not self.panes.panel_wanted

    def show_first_rows(self, entries: list[Entry], now: float) -> None:
        """Show the beginning of the list, until :meth:`show_rows` shows all of it. How many there are is not told yet."""
        self._loaded, self._whole = True, False
        self.model.set_entries(entries, now)
        self.show_page()
        self.filter_button.show()
        self.select_first()

    def show_attention(self, attention: Mapping[str, str]) -> None:
        """Show which connections need a person's attention, by id, each with why."""
        if dict(attention) != dict(self.model.attention):
            self.viewing.keeping(lambda: self.model.set_attention(attention))
            self._show_beside()

    def show_expiring(self, expiring: Iterable[str]) -> None:
        """Tell which connections have tokens that end soon, for the filter."""
        self.viewing.keeping(lambda: self.model.set_expiring(frozenset(expiring)))

    def show_sessions(self, sessions: Iterable[SessionInfo]) -> None:
        """Show the consoles that are open, in the list and in the strip."""
        found = [session for session in sessions if session.state is SessionState.OPEN]
        counts: dict[str, int] = {}
        for session in found:
            counts[session.connection_id] = counts.get(session.connection_id, 0) + 1
        self.model.set_consoles(counts)
        self._open_consoles = found
        self._show_consoles()
        self.panes.show_sessions(found)

    def show_status(self, text: str, seconds: float = _STATUS_SECONDS, *, undo: bool = False) -> None:
        """Say something in the line at the bottom, for a while; with *undo* there is a button that takes it back."""
        self.status_label.setText(text)
        self.undo_button.setVisible(undo)
        self._show_count()
        self._status_timer.start(round(seconds * 1000))

    def take_looks(self, values: Mapping[str, str]) -> None:
        """Take what was kept of the window's looks at an earlier time; anything else is ignored."""
        self._arranged = True
        self.panes.take(values)
        self.viewing.take(values.get("columns", ""))
        self._show_beside()

    def select(self, connection_id: str, *, scroll: bool = True) -> bool:
        """Select a row. Returns whether it is on show."""
        index = self.model.index_of(connection_id)
        if not index.isValid():
            return False
        self.list.go_to(index, scroll=scroll)
        return True

    @property
    def selected_id(self) -> str:
        """The id of the selected connection, or ""."""
        return self.list.current_id

    @property
    def selected_ids(self) -> list[str]:
        """The ids of all selected connections, in the list's order."""
        return [entry.row.id for entry in self.list.chosen]

    @property
    def page(self) -> Page:
        """What stands where the list is."""
        return self.pages.page

    def restore_place(self, text: str) -> None:
        """Take the place that :meth:`place` gave at an earlier time; anything else is ignored."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore"))))

    def place(self) -> str:
        """Return position and size as text."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def come_forward(self) -> None:
        """Show the window, in front, with the search field ready."""
        from tenantdock.desktop.placing import keep_on_screen  # noqa: PLC0415 - not needed for the first window

        if self.isMinimized():
            self.showNormal()
        if not self.isVisible():
            keep_on_screen(self)  # its screen may have gone meanwhile
        self.show()
        self.raise_()
        self.activateWindow()
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def close_for_good(self) -> None:
        """Close without asking :attr:`closing`'s receiver."""
        self._may_close = True
        if self.panes.panel is not None:
            self.panes.panel.flush()
        self.close()

    # Building

    def _build(self) -> None:
        self.viewing, self.selection = Viewing(self), Selection(self)
        # All of it in one widget, which the lock hides: what is hidden or shown in it meanwhile is so afterwards
        content = QWidget()
        spaced(QVBoxLayout(self)).addWidget(content)
        column = self.column = spaced(QVBoxLayout(content), margin=2, gap=1)
        column.addLayout(self._top())
        self.notices = Notices()
        column.addWidget(self.notices)
        self.panes = Panes(self, self._middle())
        self.panes.filtered.connect(self.viewing.filter)
        self.panes.sidebar_made.connect(self._take_sidebar)
        self.panes.panel_made.connect(self._take_panel)
        self.panes.changed.connect(self.kept)
        column.addWidget(self.panes.splitter, 1)
        self.sessions = SessionsStrip()
        self.sessions.end_requested.connect(self.end_requested)
        self.sessions.focus_requested.connect(self.focus_requested)
        column.addWidget(self.sessions)
        column.addLayout(self._bottom())
        fitted(self, MainWindow._fit)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(fit_on_screen(self, QSize(max(90 * UNIT, letter * 96), max(84 * UNIT, letter * 84))))
        self.search_edit.setFocus()

    def _fit(self) -> None:
        self.setMinimumSize(QSize(44, 40) * self.fontMetrics().averageCharWidth())
        if self._loaded:
            self._show_count()

    def _top(self) -> QBoxLayout:
        top = spaced(QHBoxLayout(), gap=1)
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(tr("Search customer, domain, account or service"))
        self.search_edit.setToolTip(plain_tip(self.search_edit.placeholderText()))
        roomy(self.search_edit)
        named(self.search_edit, "search", tr("Search"))
        self.search_edit.textChanged.connect(self._search)
        self.caret = Caret(self.search_edit)
        self._row_teller = Announcer(self.search_edit, at_last=True)
        top.addWidget(self.search_edit, 1)
        self.add_button = Button(tr("&Add customer"), icon="add")
        self.add_button.setToolTip(tr("Add a customer (Ctrl+N)"))
        named(self.add_button, "add")
        self.add_button.clicked.connect(self.add_requested)
        top.addWidget(self.add_button)
        self.filter_button = icon_button("filter", tr("Filter"))
        self.filter_button.setToolTip(tr("Filter (Ctrl+Shift+F)"))
        self.filter_button.setObjectName("filter")
        self.filter_button.clicked.connect(self.viewing.open_filter_menu)
        self.filter_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.filter_button.hide()
        top.addWidget(self.filter_button)
        self.menu_button = icon_button("menu", tr("More"))
        self.menu_button.setObjectName("more")
        self.menu_button.clicked.connect(self._open_menu)
        # A click on it leaves the keys where they are: after the menu the person goes on in the list or the search field
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        top.addWidget(self.menu_button)
        return top

    def _middle(self) -> QWidget:
        frame = Sheet()
        inside = spaced(QVBoxLayout(frame))
        inside.setContentsMargins(0, UNIT // 2, 0, UNIT // 2)
        self.list = ConnectionList(self.model)
        named(self.list, "list", tr("Customers"))
        self.list.doubleClicked.connect(lambda _index: self.selection.activate())
        self.list.menu_wanted.connect(self._context_menu)
        self.list.layout_changed.connect(self.viewing.take_columns)
        self.list.header_menu_wanted.connect(self.viewing.open_columns_menu)
        self.list.painted.connect(self._was_painted)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.pages = Pages(self.list)
        self.pages.add_wanted.connect(self.add_requested)
        self.pages.import_wanted.connect(self.import_requested)
        self.pages.everything_wanted.connect(self.show_everything)
        self.pages.similar_wanted.connect(self.find_similar)
        inside.addWidget(self.pages)
        return frame

    def _bottom(self) -> QBoxLayout:
        bottom = self._bar = BottomBar()
        self.status_label, self.count_label = bottom.status_label, bottom.count_label
        self.undo_button, self.connect_button, self.details_button = (
            bottom.undo_button,
            bottom.connect_button,
            bottom.details_button,
        )
        self.undo_button.clicked.connect(self.undo_requested)
        self.connect_button.clicked.connect(self.selection.activate)
        self.details_button.clicked.connect(self.open_details)
        self._status_timer = QTimer(self)
        self._status_timer.setSingleShot(True)
        self._status_timer.timeout.connect(self._end_status)
        return bottom

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc clears the search, then hides the window."""
        if event.key() == Qt.Key.Key_Escape:
            if self.search_edit.text():
                self.search_edit.clear()
                self.to_search()
            else:
                self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room out anew."""
        super().resizeEvent(event)
        self.sessions.limit(self.height())
        self.panes.place()
        self._show_count()

    def closeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the decision to the desktop: it hides the window, or quits."""
        if not self._may_close:
            self.closing.emit()
        # The desktop may have decided to end meanwhile; Qt ignores a close within a close
        event.setAccepted(self._may_close)

    def move_by(self, rows: int) -> None:
        """Select the row so many below the current one."""
        count = self.model.rowCount()
        if count:
            self.list.go_to(self.model.index(min(max(self.list.currentIndex().row() + rows, 0), count - 1)))
            # The keys stay in the search field, so that a screen reader would say nothing
            self._row_teller.now(self._row_told())

    def _row_told(self) -> str:
        return str(self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def open_details(self) -> None:
        """Open the details of the current row."""
        if self.selected_id:
            self.details_requested.emit(self.selected_id)

    def to_search(self) -> None:
        """Go to the search field."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def toggle_panel(self) -> None:
        """Show the details panel, or send it away."""
        if self.panes.toggle_panel():
            self._selected()
        self._show_count()

    def _search(self, text: str) -> None:
        clearable(self.search_edit)
        kept = self.selected_id if not text else ""
        self.model.search(text)
        self.show_page()
        if not (kept and self.select(kept)):
            self.select_first()
        self._row_teller.tell(self._row_told())

    def find_similar(self) -> None:
        """Look for what is typed in the palette."""
        if text := self.search_edit.text().strip():
            self.similar_requested.emit(text)

    def select_first(self) -> None:
        """Select the first row, if there is one."""
        if self.model.rowCount():
            self.list.go_to(self.model.index(0))
            self.list.scrollToTop()
        else:
            self._selected()

    def show_everything(self) -> None:
        """Search for nothing, and filter by nothing."""
        self.search_edit.clear()
        self.viewing.filter(Wanted())

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
        if self.list.chosen:
            self.selection.menu().popup(self.list.viewport().mapToGlobal(at))

    def _open_menu(self) -> None:
        self.main_menu().popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def _take_sidebar(self, sidebar: Sidebar) -> None:
        from tenantdock.desktop.menus import place_menu  # noqa: PLC0415 - not needed for the first window

        sidebar.dropped.connect(lambda place, ids: self.filing_requested.emit("drop", ids, place))
        sidebar.rename_wanted.connect(lambda place, name: self.filing_requested.emit("rename", [], (place, name)))
        sidebar.remove_wanted.connect(lambda place: self.filing_requested.emit("take_apart", [], place))
        sidebar.menu_wanted.connect(lambda place, at: place_menu(self, sidebar, place).popup(at))
        sidebar.activated.connect(lambda _index: self.list.setFocus())

    def _take_panel(self, panel: DetailsPanel) -> None:
        panel.copy_wanted.connect(self.copy_requested)
        panel.end_wanted.connect(self.end_requested)
        panel.focus_wanted.connect(self.focus_requested)
        panel.portal_wanted.connect(self.portal_requested)
        panel.portals = self.portals
        panel.filing.shelves = lambda: self.shelves
        panel.edit_wanted.connect(self.details_requested)
        panel.connect_wanted.connect(self.connect_requested)
        panel.filing_wanted.connect(self.filing_requested)
        panel.many.wanted.connect(self.selection.ask)
        panel.hide_wanted.connect(self.list.setFocus)
        panel.show_sessions(self._open_consoles)
        panel.show_selected(self.list.chosen)

    # What is on show

    def _show_beside(self) -> None:
        """Show what stands beside the list, as soon as it is known what the person wants there."""
        self.filter_button.setVisible(self.shelves.total > _FEW or self.shelves.used)
        if self._arranged and self._loaded:
            self.panes.show_shelves(self.shelves, len(self.model.attention))
            self._selected()

    def _selected(self) -> None:
        current = self.list.currentIndex()
        if current.isValid() and not self.list.selectionModel().hasSelection():
            # A click beside the rows: what Enter works on stays to be seen
            self.list.go_to(current, scroll=False)
            return
        self.panes.show_selected(lambda: self.list.chosen)
        self._show_count()

    def _show_count(self) -> None:
        panel = self.panes.panel
        self._bar.show_state(
            self.width(),
            self.viewing.how_many() if self._whole else "",
            self.viewing.selected,
            listed=self.pages.page is Page.LIST,
            connect=panel is None or panel.isHidden(),  # which has one of its own
        )

    def _show_consoles(self) -> None:
        """Show the open consoles with their customers' colours."""
        wanted = {session.connection_id for session in self._open_consoles}
        colours = {entry.row.id: entry.row.colour for entry in self.model.entries if entry.row.id in wanted} if wanted else {}
        self.sessions.show_sessions(self._open_consoles, colours)

    def _end_status(self) -> None:
        self.status_label.clear()
        self.undo_button.hide()
        self._show_count()

    def show_page(self) -> None:
        """Show the list, or what stands in its place."""
        total, shown = self.model.total, self.model.rowCount()
        if not self._loaded:
            return
        if not total:
            page = Page.EMPTY
        elif not shown and self._whole:
            page = Page.NO_MATCH
            typed = bool(self.search_edit.text().strip())
            self.pages.tell_nothing(self.viewing.why_nothing(), typed=typed, filtered=bool(self.model.wanted))
        else:
            page = Page.LIST
        self.pages.turn(page)
        self._show_count()
        if page is not Page.LIST:
            QTimer.singleShot(0, self, self._was_painted)

    def _still_loading(self) -> None:
        if not self._loaded:
            self.pages.turn(Page.LOADING)

    def _was_painted(self) -> None:
        if self._loaded and not self._told_painted:
            self._told_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
