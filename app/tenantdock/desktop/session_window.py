"""The window of open consoles: who each is, how long its tokens last, and what can be done with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.cells import PaddedDelegate
from tenantdock.desktop.dressing import fitted, headed, ringed, slim
from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.menu_key import add_menu_key
from tenantdock.desktop.menu_look import Menu
from tenantdock.desktop.parts import Button, ElidedLabel, Label, named, spaced
from tenantdock.desktop.placing import Placed
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.session_rows import Column, SessionModel, next_tick
from tenantdock.desktop.texts import counted, tr

if TYPE_CHECKING:
    from tenantdock.domain.sessions import SessionInfo


class SessionWindow(Placed, ReadingOrder, QDialog):
    """Lists every open console. It asks for things by signals, each with session ids."""

    focus_wanted = Signal(str)
    renew_wanted = Signal(list)
    end_wanted = Signal(list)
    end_all_wanted = Signal()
    sign_in_wanted = Signal(str)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self.setObjectName("sessionWindow")
        self.setWindowTitle(tr("Open consoles"))
        self.setAccessibleName(self.windowTitle())
        self._now = now
        self.model = SessionModel(now, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._tick)
        column = spaced(QVBoxLayout(self), margin=3, gap=1)
        self.heading = Label("", "heading")
        named(self.heading, "sessionHeading", tr("Number of open consoles"))
        column.addWidget(self.heading)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._empty())
        self.pages.addWidget(self._table())
        column.addWidget(self.pages, 1)
        self.status = ElidedLabel("", "small")
        named(self.status, "sessionStatus", tr("Status"))
        self.status.speaks()
        below = spaced(QHBoxLayout(), gap=1)
        below.addWidget(self.status, 1)
        self.cancel_button = Button(tr("Cancel"), "flat")
        named(self.cancel_button, "sessionCancel", tr("Stop renewing"))
        self.cancel_button.clicked.connect(self.cancel_wanted)
        below.addWidget(self.cancel_button)
        column.addLayout(below)
        # Below what comes and goes: a button must not move away from under the mouse
        column.addLayout(self._buttons())
        self.status.hide()
        self.cancel_button.hide()
        for keys, run in (("F5", self.renew), (QKeySequence.StandardKey.Delete, self.end), ("Ctrl+W", self.reject)):
            QShortcut(QKeySequence(keys), self, run)
        add_menu_key(self)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(fit_on_screen(self, QSize(letters * 130, self.fontMetrics().height() * 30)))
        self._update()

    # What the desktop tells it

    def show_sessions(self, sessions: Iterable[SessionInfo], colours: Mapping[str, str]) -> None:
        """Show what is open now. Selection and focus stay where their consoles are still there."""
        kept, first = set(self.chosen), not self.model.sessions
        if self.model.show_sessions(sessions, colours):
            self._choose(kept)
            if not self.chosen and self.model.sessions and (first or kept):
                self._choose({self.model.sessions[0].id})
        self._update()
        self._schedule()

    def reveal(self, session_id: str) -> None:
        """Select one console."""
        if (row := self.model.row_of(session_id)) >= 0:
            self._choose({session_id})
            self.table.scrollTo(self.model.index(row, 0))

    def say(self, text: str) -> None:
        """Say something in the line at the bottom."""
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def show_renewing(self, number: int) -> None:
        """Say for how many customers new tokens are fetched, and offer to stop that."""
        self.cancel_button.setVisible(bool(number))
        if number:
            self.say(counted(number, "Fetching new tokens for {n} customer\u2026", "Fetching new tokens for {n} customers\u2026"))

    @property
    def chosen(self) -> list[str]:
        """The ids of the selected consoles."""
        rows = self.table.selectionModel().selectedRows()
        return [self.model.sessions[index.row()].id for index in rows if index.row() < len(self.model.sessions)]

    @property
    def ticking(self) -> bool:
        """Whether a timer runs."""
        return self._timer.isActive()

    # What the person does

    def focus_console(self) -> None:
        """Bring the selected console to the front."""
        if len(self.chosen) == 1:
            self.focus_wanted.emit(self.chosen[0])

    def renew(self) -> None:
        """Get new tokens for the selected consoles."""
        if self.chosen:
            self.renew_wanted.emit(self.chosen)

    def end(self) -> None:
        """End the selected consoles."""
        if self.chosen:
            self.end_wanted.emit(self.chosen)

    def sign_in(self) -> None:
        """Sign the selected console's customer in."""
        if len(self.chosen) == 1:
            row = self.model.row_of(self.chosen[0])
            self.sign_in_wanted.emit(self.model.sessions[row].connection_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in the table brings the console to the front."""
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.focus_console()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.end()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """No timer runs while the window is minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._schedule()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to count."""
        super().showEvent(event)
        self.model.tick()
        self._schedule()
        (self.table if self.model.sessions else self.close_button).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks: nothing counts."""
        super().hideEvent(event)
        self._timer.stop()

    # Building

    def _empty(self) -> QWidget:
        page = QWidget()
        column = spaced(QVBoxLayout(page), margin=4, gap=2)
        column.addStretch(2)
        for label in (
            Label(tr("No console is open"), "heading"),
            Label(tr("Connect to a customer, and its console stands here until you close it."), wrap=True),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)
        return page

    def _table(self) -> QTableView:
        self.table = QTableView()
        table = self.table
        ringed(table)
        named(table, "sessionTable", tr("Open consoles"))
        table.setModel(self.model)
        table.setItemDelegate(PaddedDelegate(table))
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        slim(table)
        rows, columns = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        headed(columns)
        columns.setAccessibleName(tr("Columns"))
        rows.setAccessibleName(tr("Open consoles"))
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(Column.LEFT, QHeaderView.ResizeMode.ResizeToContents)
        fitted(table, _fit)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._context_menu)
        table.doubleClicked.connect(lambda _index: self.focus_console())
        table.selectionModel().selectionChanged.connect(lambda *_: self._update())
        table.installEventFilter(self)
        return table

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(UNIT)
        self.focus_button = Button(tr("&Show"), "primary")
        self.renew_button = Button(tr("&Renew"))
        self.sign_in_button = Button(tr("S&ign in"))
        self.end_button = Button(tr("&End"))
        self.end_all_button = Button(tr("End &all\u2026"))
        self.close_button = Button(tr("&Close"))
        for button, name, tip, run in (
            (self.focus_button, "sessionFocus", tr("Bring this console's window to the front (Enter)"), self.focus_console),
            (self.renew_button, "sessionRenew", tr("Fetch new tokens now, and have the console take them (F5)"), self.renew),
            (self.sign_in_button, "sessionSignIn", tr("Sign in again: these tokens cannot be renewed without you"), self.sign_in),
            (self.end_button, "sessionEnd", tr("The console gets no more tokens and drops those it has (Del)"), self.end),
            (self.end_all_button, "sessionEndAll", tr("End every open console"), self.end_all_wanted.emit),
            (self.close_button, "sessionClose", "", self.reject),
        ):
            named(button, name)
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(lambda _=False, run=run: run())
            if button is self.end_all_button:
                line.addStretch()
            line.addWidget(button)
        return line

    def _context_menu(self, at: QPoint) -> None:
        self.context_menu().popup(self.table.viewport().mapToGlobal(at))

    def context_menu(self) -> QMenu:
        """Return the menu of the selected consoles."""
        menu = Menu(self)
        menu.setObjectName("sessionMenu")
        menu.setAccessibleName(tr("Console"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, run in (
            (self.focus_button, self.focus_console),
            (self.renew_button, self.renew),
            (self.sign_in_button, self.sign_in),
            (self.end_button, self.end),
        ):
            if not button.isHidden():
                action = menu.addAction(button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(lambda _=False, run=run: run())
        return menu

    # What is on show

    def _choose(self, ids: set[str]) -> None:
        selection = self.table.selectionModel()
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.clearSelection()
        for at, session in enumerate(self.model.sessions):
            if session.id in ids:
                selection.select(self.model.index(at, 0), select)
                selection.setCurrentIndex(self.model.index(at, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _update(self) -> None:
        count, chosen = len(self.model.sessions), self.chosen
        self.pages.setCurrentIndex(1 if count else 0)
        self.heading.setText(counted(count, "{n} console open", "{n} consoles open") if count else "")
        self.heading.setVisible(bool(count))
        one = self.model.sessions[self.model.row_of(chosen[0])] if len(chosen) == 1 else None
        needs = one is not None and one.trouble is not None and one.trouble.person
        for button in (self.focus_button, self.renew_button, self.end_button, self.end_all_button):
            button.setVisible(bool(count))
        self.sign_in_button.setVisible(bool(needs))
        self.focus_button.setEnabled(one is not None)
        self.renew_button.setEnabled(bool(chosen))
        self.end_button.setEnabled(bool(chosen))

    def _tick(self) -> None:
        self.model.tick()
        self._schedule()

    def _schedule(self) -> None:
        """Wake up when the next countdown changes; not at all while nobody can see it."""
        self._timer.stop()
        if not self.isVisible() or self.isMinimized():
            return
        ends = [session.soonest for session in self.model.sessions if session.soonest is not None]
        if (seconds := next_tick(ends, self._now())) is not None:
            self._timer.start(round(seconds * 1000))


def _fit(table: QTableView) -> None:
    metrics = table.fontMetrics()
    table.verticalHeader().setDefaultSectionSize(metrics.height() + 2 * UNIT)
    table.horizontalHeader().setMinimumSectionSize(metrics.averageCharWidth() * 8)
