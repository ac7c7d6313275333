"""The panel beside the list: the selected customer at a glance, and its group, tags, colour and notes to change."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.about import history_lines, show_account, show_tenant, show_tokens
from tenantdock.desktop.completing import complete
from tenantdock.desktop.fields import ColourRow, Facts, captioned, field, say
from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.notes import Notes
from tenantdock.desktop.panel_consoles import PanelConsoles
from tenantdock.desktop.parts import Badge, Button, ElidedLabel, Label, named, slim, spaced
from tenantdock.desktop.portals_menu import portals_button
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import counted, joined, outside, realm, tr
from tenantdock.desktop.ticks import CheckBox
from tenantdock.domain.directory import GROUP_LIMIT, group_path, tag_list
from tenantdock.domain.errors import BadInput, Cancelled, NotFound, TenantDockError
from tenantdock.domain.filing import Shelves

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.directory import ConnectionRow
    from tenantdock.domain.portals import Portal
    from tenantdock.domain.sessions import SessionInfo
    from tenantdock.domain.signin import Realm
    from tenantdock.workflows.editing import Details, Editing
    from tenantdock.workflows.organising import Filed, Organising

LOAD_AFTER_MS: Final = 120
"""Milliseconds that a row has to stay selected until it is read: arrows held down read nothing."""
_BLANK_AFTER_MS = 500
_REALM_AFTER_MS = 900
_SAVE_AFTER_MS = 900
_TICK_MS = 30_000
_HISTORY_AT_ONCE = 8


class DetailsPanel(QWidget):
    """Everything about the selected customer. It reads on a worker, once a row has stayed selected for a moment, and shows all of
    it at once: what is on show always belongs together.

    What the person changes is saved without a button. :attr:`filing_wanted` asks for a change that can be undone (its name, the
    connection's id, and the value); notes are saved by the panel itself, :attr:`saved` says so, and ``noted`` has it undone.
    """

    copy_wanted = Signal(str)
    end_wanted = Signal(str)
    edit_wanted = Signal(str)
    connect_wanted = Signal(str)
    focus_wanted = Signal(str)
    portal_wanted = Signal(str, str)
    filing_wanted = Signal(str, list, object)
    hide_wanted = Signal()
    saved = Signal()

    def __init__(self, editing: Editing, organising: Organising, loop: Loop) -> None:
        super().__init__()
        named(self, "detailsPanel", tr("Details of the selected customer"))
        self._editing, self._organising, self._loop = editing, organising, loop
        self.portals: Callable[[ConnectionRow], Sequence[Portal]] = lambda _row: ()
        """A customer's portals; asked when their menu opens."""
        self.shelves: Callable[[], Shelves] = Shelves
        """The groups and tags that there are, to complete what is typed."""
        self._visit = 0
        self._wanted: Entry | None = None
        self._shown: Entry | None = None
        self._details: Details | None = None
        self._sessions: list[SessionInfo] = []
        self._asked = 0
        self._realm_cancel: Cancel | None = None
        self._saved_notes = ""
        self._tokens: set[str] = set()
        self._load_timer = self._timer(LOAD_AFTER_MS, self._load)
        self._blank_timer = self._timer(_BLANK_AFTER_MS, self._blank)
        self._realm_timer = self._timer(_REALM_AFTER_MS, self._ask_realm)
        self._save_timer = self._timer(_SAVE_AFTER_MS, self.save_notes)
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
        self.save_notes()

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
        column = spaced(QVBoxLayout(nothing), margin=2)
        self.nothing_label = Label(tr("No customer is selected"), "small", wrap=True)
        self.nothing_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing_label)
        self._stack.addWidget(nothing)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(area)
        named(area, "panelArea", tr("Details of the selected customer"))
        self._area = area
        content = self._content = QWidget()
        column = spaced(QVBoxLayout(content), gap=1)
        column.setContentsMargins(UNIT, 0, UNIT, UNIT)
        self._header(column)
        self._filing(column)
        self.consoles = PanelConsoles()
        self.consoles.focus_wanted.connect(self.focus_wanted)
        self.consoles.end_wanted.connect(self.end_wanted)
        column.addWidget(self.consoles)
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

    def _filing(self, column: QBoxLayout) -> None:
        self.favourite_box = CheckBox(tr("Favourite"))
        named(self.favourite_box, "panelFavourite", tr("Favourite"))
        self.favourite_box.clicked.connect(lambda on: self._file("favour", on))
        column.addWidget(self.favourite_box)
        self.group_edit, self.tags_edit = QLineEdit(), QLineEdit()
        self.group_error = field(column, "panelGroup", tr("Group"), self.group_edit)
        self.group_edit.setMaxLength(GROUP_LIMIT)
        self.group_edit.setPlaceholderText(tr("None, or a path such as Europe/North"))
        self.group_edit.setToolTip(self.group_edit.placeholderText())
        self.group_edit.editingFinished.connect(self._group_typed)
        complete(self.group_edit, lambda: [shelf.path for shelf in self.shelves().groups])
        self.tags_error = field(column, "panelTags", tr("Tags"), self.tags_edit)
        self.tags_edit.setPlaceholderText(tr("None, or some with commas between"))
        self.tags_edit.setToolTip(self.tags_edit.placeholderText())
        self.tags_edit.editingFinished.connect(self._tags_typed)
        complete(self.tags_edit, lambda: [tag for tag, _ in self.shelves().tags], several=True)
        self.colours = ColourRow()
        self.colours.changed.connect(lambda: self._file("paint", self.colours.colour))
        captioned(column, tr("Colour"), self.colours)
        self.notes_edit = Notes()
        self.notes_edit.textChanged.connect(self._notes_typed)
        self.notes_edit.left.connect(self._notes_left)
        captioned(column, tr("Notes"), self.notes_edit, buddy=self.notes_edit)
        self.notes_error = ErrorLabel()
        named(self.notes_error, "panelNotesError", tr("Why it was not saved"))
        self.notes_error.hide()
        column.addWidget(self.notes_error)

    def _token_part(self, column: QBoxLayout) -> None:
        self.token_facts = Facts()
        column.addWidget(self.token_facts)

    def _account_part(self, column: QBoxLayout) -> None:
        self.account_facts = Facts()
        column.addWidget(self.account_facts)
        self.realm_label = Label("", "small", wrap=True)
        named(self.realm_label, "panelRealm", tr("How the account signs in"))
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
        asked = self._asked
        self._loop.submit(
            lambda: self._editing.details(entry.row.id),
            lambda details: self._loaded(asked, entry, details),
            lambda failure: self._failed(asked, entry, failure),
        )

    def _loaded(self, asked: int, entry: Entry, details: Details) -> None:
        if asked != self._asked or self._wanted is None or self._wanted.row.id != entry.row.id:
            return
        self._blank_timer.stop()
        other = entry.row.id != self.connection_id
        if other:
            self._notes_left()
        self.setUpdatesEnabled(False)
        try:
            self._show_entry(entry)
            self._show_details(details, other=other)
            self._stack.setCurrentIndex(1)
        finally:
            self.setUpdatesEnabled(True)
        if other:
            self._area.verticalScrollBar().setValue(0)
            self._stop_realm()
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
        self._badge.hide()
        self._badge.deleteLater()
        self._badge = fresh
        self.name_label.setText(entry.name)
        self.account_label.setText(entry.account)
        self.favourite_box.setChecked(entry.row.favourite)
        self.portals_button.setVisible(bool(self._own_portals()))

    def _show_details(self, details: Details, *, other: bool) -> None:
        self._details = details
        filing = details.connection.filing
        # What is being typed is not taken away by what was saved meanwhile
        if other or not self.group_edit.hasFocus():
            self.group_edit.setText(filing.group)
            self.group_edit.setCursorPosition(0)
            say(self.group_error, "")
        if other or not self.tags_edit.hasFocus():
            self.tags_edit.setText(", ".join(outside(tag, 60) for tag in filing.tags))
            self.tags_edit.setCursorPosition(0)
            say(self.tags_error, "")
        unsaved = not other and self.notes_edit.toPlainText() != self._saved_notes
        if not unsaved and (other or filing.notes != self._saved_notes):
            self._saved_notes = filing.notes
            self.notes_edit.setPlainText(filing.notes)
        if other:
            say(self.notes_error, "")
            self.realm_label.clear()
        self.colours.choose(details.connection.console.colour)
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
            self.nothing_label.setText(tr("Reading {name}\u2026", name=self._wanted.name))
            self._stack.setCurrentIndex(0)

    def _nothing(self, text: str) -> None:
        self._leave()
        self._wanted = None
        for timer in (self._load_timer, self._blank_timer):
            timer.stop()
        self._asked += 1
        self.nothing_label.setText(text)
        self._stack.setCurrentIndex(0)

    def _leave(self) -> None:
        """The customer on show goes."""
        self._notes_left()
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
                self.realm_label.setText(outside(realm(found), 300))

        self._loop.submit(lambda: self._editing.realm(key, cancel), show, self._no_realm)

    def _no_realm(self, failure: BaseException) -> None:
        if not isinstance(failure, TenantDockError):
            raise failure

    def _stop_realm(self) -> None:
        self._realm_timer.stop()
        if self._realm_cancel is not None:
            self._realm_cancel.cancel()
            self._realm_cancel = None

    # Changing

    def _file(self, what: str, value: object) -> None:
        if self.connection_id:
            self.filing_wanted.emit(what, [self.connection_id], value)

    def _group_typed(self) -> None:
        if self._details is None:
            return
        try:
            group = group_path(self.group_edit.text())
        except BadInput as wrong:
            say(self.group_error, wrong.told)
            return
        say(self.group_error, "")
        if group != self._details.connection.filing.group:
            self._file("move", group)

    def _tags_typed(self) -> None:
        if self._details is None:
            return
        try:
            tags = tag_list(self.tags_edit.text().split(","))
        except BadInput as wrong:
            say(self.tags_error, wrong.told)
            return
        say(self.tags_error, "")
        if tags != self._details.connection.filing.tags:
            self._file("retag", tags)

    def _notes_typed(self) -> None:
        if self._details is not None and self.notes_edit.toPlainText() != self._saved_notes:
            self._save_timer.start()

    def _notes_left(self) -> None:
        self.save_notes()
        self._visit += 1

    def _own_portals(self) -> Sequence[Portal]:
        return self.portals(self._shown.row) if self._shown is not None else ()

    def save_notes(self) -> None:
        """Save the notes, when they changed."""
        self._save_timer.stop()
        key, text = self.connection_id, self.notes_edit.toPlainText()
        if not key or self._details is None or text == self._saved_notes:
            return
        before, self._saved_notes = self._saved_notes, text

        def failed(failure: BaseException) -> None:
            if not isinstance(failure, TenantDockError):
                raise failure
            if key == self.connection_id:
                self._saved_notes = before
                say(self.notes_error, failure.told)
            else:
                raise failure  # a notice of its own: the field is not on show any more

        visit = self._visit

        def done(filed: Filed) -> None:
            if key == self.connection_id:
                say(self.notes_error, "")
            self.saved.emit()
            self.filing_wanted.emit("noted", [key], (filed, visit))

        self._loop.submit(lambda: self._organising.write(key, text), done, failed)

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
        self.save_notes()
        self._stop_realm()
        self._tick.stop()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.notes_edit.setMinimumHeight(self.notes_edit.fontMetrics().height() * 5 + 2 * UNIT)
