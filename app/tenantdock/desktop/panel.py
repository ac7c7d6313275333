"""The panel beside the list: the selected customer at a glance. Its parts to change are in ``panel_filing`` and ``panel_notes``."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.about import history_lines, show_account, show_tenant, show_tokens
from tenantdock.desktop.dressing import fitted, scrolling
from tenantdock.desktop.fields import Facts
from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.panel_consoles import PanelConsoles
from tenantdock.desktop.panel_filing import PanelFiling
from tenantdock.desktop.panel_many import SHOWN, PanelMany
from tenantdock.desktop.panel_notes import PanelNotes
from tenantdock.desktop.parts import Badge, Button, ElidedLabel, Label, named, spaced
from tenantdock.desktop.portals_menu import portals_button
from tenantdock.desktop.texts import counted, joined, outside, realm, tr
from tenantdock.domain.errors import Cancelled, NotFound, TenantDockError

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.directory import ConnectionRow
    from tenantdock.domain.portals import Portal
    from tenantdock.domain.sessions import SessionInfo
    from tenantdock.domain.signin import Realm
    from tenantdock.workflows.editing import Details, Editing
    from tenantdock.workflows.organising import Organising

LOAD_AFTER_MS: Final = 120
"""Milliseconds that a row has to stay selected until it is read: arrows held down read nothing."""
_BLANK_AFTER_MS = 500
_REALM_AFTER_MS = 900
_TICK_MS = 30_000
_HISTORY_AT_ONCE = 8


class DetailsPanel(QWidget):
    """Everything about the selected customer. It reads on a worker, once a row has stayed selected for a moment, and shows all of
    it at once: what is on show always belongs together.

    What the person changes is saved without a button. :attr:`filing_wanted` asks for a change that can be undone (its name, the
    connection's id, and the value); notes are saved by the panel itself, and ``noted`` has that undone.
    """

    copy_wanted = Signal(str)
    end_wanted = Signal(str)
    edit_wanted = Signal(str)
    connect_wanted = Signal(str)
    focus_wanted = Signal(str)
    portal_wanted = Signal(str, str)
    filing_wanted = Signal(str, list, object)
    hide_wanted = Signal()

    def __init__(self, editing: Editing, organising: Organising, loop: Loop) -> None:
        super().__init__()
        named(self, "detailsPanel", tr("Details of the selected customer"))
        self._editing, self._organising, self._loop = editing, organising, loop
        self.portals: Callable[[ConnectionRow], Sequence[Portal]] = lambda _row: ()
        """A customer's portals; asked when their menu opens."""
        self._wanted: Entry | None = None
        self._shown: Entry | None = None
        self._details: Details | None = None
        self._sessions: list[SessionInfo] = []
        self._asked = 0
        self._realm_cancel: Cancel | None = None
        self._realm_due = False
        self._tokens: set[str] = set()
        self._load_timer = self._timer(LOAD_AFTER_MS, self._load)
        self._blank_timer = self._timer(_BLANK_AFTER_MS, self._blank)
        self._realm_timer = self._timer(_REALM_AFTER_MS, self._ask_realm)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_tokens)
        self._build()

    @property
    def connection_id(self) -> str:
        """The connection on show, or ""."""
        return self._shown.row.id if self._shown is not None else ""

    # What the window tells

    def show_selected(self, entries: list[Entry]) -> None:
        """The person selected these."""
        if len(entries) == 1:
            wanted = entries[0]
            if self._wanted is not None and self._wanted.row == wanted.row and self._wanted.row.id == self.connection_id:
                return
            same = self.connection_id == wanted.row.id
            self._wanted = wanted
            self._load_timer.start(0 if self._details is None or same else LOAD_AFTER_MS)
            if not same:
                self._blank_timer.start()
            return
        self._nothing(
            counted(len(entries), "{n} customer is selected", "{n} customers are selected")
            if entries
            else tr("No customer is selected")
        )
        self.many.show_names([entry.name for entry in entries[:SHOWN]], len(entries))
        self.many.setVisible(bool(entries))

    def show_sessions(self, sessions: list[SessionInfo]) -> None:
        """These consoles are open, of all customers."""
        before = self._own_sessions()
        self._sessions = sessions
        if self._own_sessions() != before:
            self._show_consoles()
            if self._details is not None:
                self._load_timer.start()  # tokens and history changed with them

    def read_again(self) -> None:
        """Read the connection on show anew."""
        if self._wanted is not None:
            self._load_timer.start(0)

    def flush(self) -> None:
        """Save what is not saved yet."""
        self.filing.finish()
        self.notes.save()

    # Building

    def _timer(self, after: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(run)
        return timer

    def _build(self) -> None:
        outer = spaced(QVBoxLayout(self), gap=0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        nothing = QWidget()
        # Where one customer's name stands, so that nothing jumps when one more is selected
        column = spaced(QVBoxLayout(nothing), gap=2)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self.nothing_label = Label(tr("No customer is selected"), "heading", wrap=True)
        column.addWidget(self.nothing_label)
        self.many = PanelMany()
        self.many.hide()
        column.addWidget(self.many, 1)
        column.addStretch()
        self._stack.addWidget(nothing)
        area = scrolling()
        named(area, "panelArea", tr("Details of the selected customer"))
        self._area = area
        content = self._content = QWidget()
        column = spaced(QVBoxLayout(content), gap=1)
        column.setContentsMargins(UNIT, 0, UNIT, UNIT)
        self._header(column)
        # First what one has to know before connecting, then what is open, then what is set once and looked up
        self.notes = PanelNotes(self._organising, self._loop)
        self.notes.written.connect(lambda key, filed, visit: self.filing_wanted.emit("noted", [key], (filed, visit)))
        column.addWidget(self.notes)
        self.consoles = PanelConsoles()
        self.consoles.focus_wanted.connect(self.focus_wanted)
        self.consoles.end_wanted.connect(self.end_wanted)
        column.addWidget(self.consoles)
        self.filing = PanelFiling()
        self.filing.wanted.connect(lambda key, what, value: self.filing_wanted.emit(what, [key], value))
        column.addWidget(self.filing)
        for title, fill in (
            (tr("Tokens in memory"), self._token_part),
            (tr("Account"), self._account_part),
            (tr("Tenant"), self._tenant_part),
            (tr("History"), self._history_part),
        ):
            column.addSpacing(UNIT)
            column.addWidget(Label(title, "strong"))
            fill(column)
        column.addStretch()
        area.setWidget(content)
        self._stack.addWidget(area)

    def _header(self, column: QBoxLayout) -> None:
        row = spaced(QHBoxLayout(), gap=1)
        self._badge = Badge("", "")
        row.addWidget(self._badge)
        names = spaced(QVBoxLayout(), gap=0)
        self.name_label, self.account_label = ElidedLabel("", "heading"), ElidedLabel("", "small")
        named(self.name_label, "panelName", tr("Customer"))
        names.addWidget(self.name_label)
        names.addWidget(self.account_label)
        row.addLayout(names, 1)
        column.addLayout(row)
        self._badge_row = row
        line = QWidget()
        buttons = Flow(line, UNIT)
        self.connect_button = Button(tr("Connect"), "primary")
        self.connect_button.setDefault(False)
        named(self.connect_button, "panelConnect")
        self.connect_button.clicked.connect(lambda: self.connect_wanted.emit(self.connection_id))
        self.edit_button = Button(tr("Edit\u2026"))
        named(self.edit_button, "panelEdit")
        self.edit_button.setToolTip(tr("Name, services, browser and account (F2)"))
        self.edit_button.clicked.connect(lambda: self.edit_wanted.emit(self.connection_id))
        self.portals_button = portals_button(self._own_portals, lambda key: self.portal_wanted.emit(self.connection_id, key))
        for button in (self.connect_button, self.portals_button, self.edit_button):
            buttons.addWidget(button)
        column.addWidget(line)

    def _token_part(self, column: QBoxLayout) -> None:
        self.token_facts = Facts()
        column.addWidget(self.token_facts)

    def _account_part(self, column: QBoxLayout) -> None:
        self.account_facts = Facts()
        column.addWidget(self.account_facts)
        self.realm_label = Label("", "small", wrap=True)
        named(self.realm_label, "panelRealm", tr("How the account signs in"))
        fitted(self.realm_label, _keep_a_line)  # it comes a moment later than the rest, which must not move then
        column.addWidget(self.realm_label)

    def _tenant_part(self, column: QBoxLayout) -> None:
        self.tenant_facts = Facts()
        column.addWidget(self.tenant_facts)

    def _history_part(self, column: QBoxLayout) -> None:
        self.history_label = Label("", "small", wrap=True)
        named(self.history_label, "panelHistory", tr("History"))
        column.addWidget(self.history_label)

    # Reading and showing

    def _load(self) -> None:
        entry = self._wanted
        if entry is None or not self.isVisible():
            return
        self._asked += 1
        asked, saves = self._asked, self.notes.ended
        self._loop.submit(
            lambda: self._editing.details(entry.row.id),
            # Methods, and no functions: the panel may be gone by then
            partial(self._loaded, asked, entry, saves),
            partial(self._failed, asked, entry),
        )

    def _loaded(self, asked: int, entry: Entry, saves: int, details: Details) -> None:
        if asked != self._asked or self._wanted is None or self._wanted.row.id != entry.row.id:
            return
        self._blank_timer.stop()
        other = entry.row.id != self.connection_id
        if other:
            self._leave()
        self.setUpdatesEnabled(False)
        try:
            self._show_entry(entry)
            self.notes.show_notes(entry.row.id, details.connection.filing.notes, saves)
            self._show_details(details)
            self._stack.setCurrentIndex(1)
        finally:
            self.setUpdatesEnabled(True)
        if other:
            self._area.verticalScrollBar().setValue(0)
            self.realm_label.clear()
            self._realm_due = True
        if self._realm_due and self._realm_cancel is None:
            self._realm_timer.start()

    def _failed(self, asked: int, entry: Entry, failure: BaseException) -> None:
        if not isinstance(failure, TenantDockError):
            raise failure
        if asked == self._asked and not isinstance(failure, Cancelled):
            gone = isinstance(failure, NotFound)
            self._nothing(entry.name if gone else f"{entry.name}: {outside(failure.told, 400)}")

    def _show_entry(self, entry: Entry) -> None:
        self._shown = entry
        fresh = Badge(entry.initials, entry.row.colour)
        self._badge_row.replaceWidget(self._badge, fresh)
        fresh.show()  # at once: a layout would show it a moment after the rest
        self._badge.hide()
        self._badge.deleteLater()
        self._badge = fresh
        self.name_label.setText(entry.name)
        self.account_label.setText(entry.account)
        self.filing.favourite_box.setChecked(entry.row.favourite)
        self.portals_button.setVisible(bool(self._own_portals()))

    def _show_details(self, details: Details) -> None:
        self._details = details
        self.filing.show_filing(details.connection)
        show_account(self.account_facts, details, self.copy_wanted.emit)
        show_tenant(self.tenant_facts, details, self.copy_wanted.emit)
        self._show_tokens()
        self._show_consoles()
        lines = history_lines(details.history[:_HISTORY_AT_ONCE])
        self.history_label.setText(joined("\n", *lines) or tr("Nothing yet"))

    def _show_tokens(self) -> None:
        if self._details is None:
            return
        labels = {token.label for token in self._details.tokens}
        for gone in self._tokens - labels:
            self.token_facts.show_fact(f"token-{gone}", gone, "")
        self._tokens |= labels
        now = time.time()
        show_tokens(self.token_facts, self._details, now)
        running = any(token.expires_on is not None and token.expires_on > now for token in self._details.tokens)
        # Nothing wakes an idle program while no time runs out
        if running and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()

    def _own_sessions(self) -> list[SessionInfo]:
        return [session for session in self._sessions if session.connection_id == self.connection_id]

    def _show_consoles(self) -> None:
        self.consoles.show_sessions(self._own_sessions())

    def _blank(self) -> None:
        """Reading takes long: do not let the former customer stand there."""
        if self._wanted is not None and self._wanted.row.id != self.connection_id:
            self._leave()
            self.many.hide()
            self.nothing_label.setText(tr("Reading {name}\u2026", name=self._wanted.name))
            self._stack.setCurrentIndex(0)

    def _nothing(self, text: str) -> None:
        self._leave()
        self._wanted = None
        for timer in (self._load_timer, self._blank_timer):
            timer.stop()
        self._asked += 1
        self.many.hide()
        self.nothing_label.setText(text)
        self._stack.setCurrentIndex(0)

    def _leave(self) -> None:
        """The customer on show goes."""
        self.filing.leave()
        self.notes.leave()
        self._shown = self._details = None
        self._stop_realm()
        self._tick.stop()

    # The realm: asked of the sign-in service, so only of a customer that somebody really looks at

    def _ask_realm(self) -> None:
        key = self.connection_id
        if not key or not self.isVisible():
            return
        cancel = self._realm_cancel = self._loop.new_cancel()

        def show(found: Realm) -> None:
            if cancel is self._realm_cancel:
                self._realm_cancel, self._realm_due = None, False
                self.realm_label.setText(outside(realm(found), 300))

        def failed(failure: BaseException) -> None:
            if cancel is self._realm_cancel:
                self._realm_cancel = None  # asked again with the next look
            if not isinstance(failure, TenantDockError):
                raise failure

        self._loop.submit(lambda: self._editing.realm(key, cancel), show, failed)

    def _stop_realm(self) -> None:
        self._realm_timer.stop()
        if self._realm_cancel is not None:
            self._realm_cancel.cancel()
            self._realm_cancel = None

    def _own_portals(self) -> Sequence[Portal]:
        return self.portals(self._shown.row) if self._shown is not None else ()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as what is in it needs; what is too tall scrolls."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        wide = self._content.minimumSizeHint().width() + bar
        return QSize(wide, self.fontMetrics().height() * 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back to the list, before it would hide the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what was selected meanwhile."""
        super().showEvent(event)
        if self._wanted is not None:
            self._load_timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Save, and do nothing while nobody looks."""
        super().hideEvent(event)
        self.notes.save()
        self._stop_realm()
        self._tick.stop()


def _keep_a_line(label: Label) -> None:
    """Have an empty label be as tall as one line of text: Qt makes it a pixel less."""
    label.setMinimumHeight(label.fontMetrics().boundingRect(label.rect(), Qt.TextFlag.TextWordWrap, "X").height())
