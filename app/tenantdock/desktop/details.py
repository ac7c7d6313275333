"""A connection, looked at closely: what it is, who signs in, where, what is still valid, what happened; and changing it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.about import history_lines, show_account, show_tenant, show_tokens
from tenantdock.desktop.browsing import BrowserFields
from tenantdock.desktop.dressing import framed
from tenantdock.desktop.fields import ColourRow, Facts, ServiceGrid, captioned, field, paragraph, say, spread
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Badge, Button, Card, ElidedLabel, Label, PrimaryButton, named, spaced
from tenantdock.desktop.portals_menu import portals_button
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import outside, realm, realm_facts, tr
from tenantdock.desktop.ticks import CheckBox, indented
from tenantdock.desktop.trouble import Answered
from tenantdock.domain.directory import NAME_LIMIT
from tenantdock.domain.errors import BadInput, Cancelled, TenantDockError
from tenantdock.workflows.editing import Change, Details, Editing

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.directory import Connection
    from tenantdock.domain.portals import Portal
    from tenantdock.domain.signin import Realm


class DetailsDialog(Answered):
    """Everything about one connection, on four pages. It changes what can be changed by itself, and asks by signals for the rest:
    :attr:`sign_out_wanted`, :attr:`everywhere_wanted`, :attr:`anew_wanted` (with how many other customers use the account),
    :attr:`test_wanted`, :attr:`copy_wanted`, and :attr:`discard_wanted` when it would close with changes that are not
    saved; whoever asks the person sets :attr:`asking` back after the answer.

    *broker* is whether the system has a broker to sign in with; *portals* are the customer's (:attr:`portal_wanted` has the key).
    """

    saved = Signal(object)
    sign_out_wanted = Signal()
    everywhere_wanted = Signal()
    anew_wanted = Signal(int)
    test_wanted = Signal()
    portal_wanted = Signal(str)
    copy_wanted = Signal(str)
    discard_wanted = Signal()

    def __init__(
        self,
        editing: Editing,
        entry: Entry,
        loop: Loop,
        parent: QWidget | None = None,
        *,
        testable: bool = False,
        broker: bool = sys.platform == "win32",
        portals: Sequence[Portal] = (),
    ) -> None:
        super().__init__(parent, tr("Details of {name}", name=entry.name))
        self.setObjectName("detailsDialog")
        self.connection_id = entry.row.id
        self._editing = editing
        self._loop = loop
        self._cancel = loop.new_cancel()
        self._details: Details | None = None
        self._kept: Change | None = None
        self._broker_kept = False
        self._saving = False
        self.asking = False
        self._header(entry)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setStyleSheet(
            f"QTabBar::tab {{ padding: {UNIT // 2}px {UNIT}px; margin-right: {UNIT}px; border: 1px solid transparent;"
            " border-bottom: 3px solid transparent; background: transparent; }"
            "QTabBar::tab:selected { border-bottom-color: palette(accent); }"
            "QTabBar::tab:hover:!selected { border-bottom-color: palette(mid); }"
            "QTabBar::tab:selected:focus { border-color: palette(accent); border-radius: 4px; }"
        )
        named(self.tabs, "detailsTabs", tr("Pages"))
        self.pages = QStackedWidget()
        for title, page in (
            (tr("Connection"), self._connection_page()),
            (tr("Account"), self._account_page(broker=broker)),
            (tr("Tenant"), self._tenant_page()),
            (tr("History"), self._history_page()),
        ):
            self.tabs.addTab(title)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        # Alone in a widget: Qt takes the parent of a tab bar with a style sheet for styled too, and such a one keeps its colours
        alone = QWidget()
        spaced(QVBoxLayout(alone), gap=0).addWidget(self.tabs)
        self.column.addWidget(alone)
        self.column.addWidget(self.pages, 1)
        self._bottom(testable=testable)
        if portals:
            self.buttons.insertWidget(int(testable), portals_button(lambda: portals, self.portal_wanted.emit))
        self._update()
        self.fit(84)
        self._read()
        self._ask_realm()
        loop.submit(editing.browsers, self.browser.offer, self._no_browsers)

    @property
    def changed(self) -> bool:
        """Whether something is not saved yet."""
        return self._kept is not None and (self._change() != self._kept or self._broker() != self._broker_kept)

    def read_again(self) -> None:
        """Show what is so now; fields that were changed keep what was typed."""
        self._read()

    def reject(self) -> None:
        """Esc and the cross: close, unless something would be lost by it. Saving takes a moment, and can fail."""
        if self._saving:
            return
        if not self.changed:
            super().reject()
        elif not self.asking:
            self.asking = True
            self.discard_wanted.emit()

    def closeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Close as :meth:`reject` does."""
        self.reject()
        event.setAccepted(self._done)

    def answer(self, value: object) -> None:
        """Close."""
        self._cancel.cancel()
        super().answer(value)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the name."""
        super().showEvent(event)
        self.name_edit.setFocus()

    # Building

    def _header(self, entry: Entry) -> None:
        row = spaced(QHBoxLayout(), gap=2)
        row.addWidget(Badge(entry.initials, entry.row.colour))
        names = spaced(QVBoxLayout(), gap=0)
        names.addWidget(ElidedLabel(entry.name, "heading"))
        names.addWidget(ElidedLabel(entry.account))
        row.addLayout(names, 1)
        self.column.addLayout(row)

    def _connection_page(self) -> QWidget:
        page, column = _page()
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(NAME_LIMIT)
        self.name_error = field(column, "detailsName", tr("&Name in the list"), self.name_edit)
        self.name_edit.textChanged.connect(self._name_typed)
        self.services = ServiceGrid()
        self.services.changed.connect(self._update)
        captioned(column, tr("Connect to"), self.services)
        self.service_error = ErrorLabel()
        named(self.service_error, "detailsServiceError", tr("Connect to"))
        column.addWidget(self.service_error)
        self.colours = ColourRow()
        self.colours.changed.connect(self._update)
        captioned(column, tr("Colour"), self.colours)
        self.browser = BrowserFields()
        self.browser.changed.connect(self._update)
        column.addWidget(self.browser)
        column.addStretch()
        return page

    def _account_page(self, *, broker: bool) -> QWidget:
        page, column = _page()
        card = Card()
        self.account_facts = Facts()
        card.body.addWidget(self.account_facts)
        column.addWidget(card)
        self.broker_box = CheckBox(tr("Sign in with Windows (Web Account Manager)"))
        named(self.broker_box, "detailsBroker", self.broker_box.text())
        self.broker_box.toggled.connect(lambda _on: self._update())
        text = tr("Windows itself asks for the account, with what secures this device. TenantDock checks the result all the same.")
        together = spaced(QVBoxLayout(), gap=0)
        together.addWidget(self.broker_box)
        self.broker_text = paragraph(together, text)
        indented(self.broker_text, self.broker_box)
        column.addLayout(together)
        for widget in (self.broker_box, self.broker_text):
            widget.setVisible(broker)
        self.sign_out_button = Button(tr("Sign out here"))
        self.everywhere_button = Button(tr("Sign out everywhere\u2026"))
        self.anew_button = Button(tr("Enrol another person\u2026"))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(2 * UNIT)
        for line, (button, name, text, wanted) in enumerate(self._endings()):
            named(button, name)
            button.setAccessibleDescription(text)
            button.clicked.connect(lambda _=False, wanted=wanted: wanted())
            button.setEnabled(False)
            grid.addWidget(Label(text, "small", wrap=True), line, 0)
            grid.addWidget(button, line, 1)
        column.addSpacing(UNIT)
        column.addLayout(grid)
        column.addStretch()
        return page

    def _endings(self) -> tuple[tuple[Button, str, str, Callable[[], object]], ...]:
        """The buttons that end sign-ins, each with its name, what it does, and whom it tells."""
        return (
            (
                self.sign_out_button,
                "detailsSignOut",
                tr("Forgets the sign-in on this computer and ends its consoles. The person stays the same."),
                self.sign_out_wanted.emit,
            ),
            (
                self.everywhere_button,
                "detailsEverywhere",
                tr("Microsoft ends all sign-ins of this account, on every device."),
                self.everywhere_wanted.emit,
            ),
            (
                self.anew_button,
                "detailsAnew",
                tr("For an account that was made anew or belongs to somebody else now: forgets who it is."),
                lambda: self.anew_wanted.emit(self._details.shared_with if self._details else 0),
            ),
        )

    def _tenant_page(self) -> QWidget:
        page, column = _page()
        card = Card()
        self.tenant_facts = Facts()
        card.body.addWidget(self.tenant_facts)
        column.addWidget(card)
        card = Card()
        self.realm_label = Label(tr("Looking it up\u2026"), wrap=True)
        named(self.realm_label, "detailsRealm", tr("How the account signs in"))
        card.body.addWidget(self.realm_label)
        self.realm_facts = Facts()
        card.body.addWidget(self.realm_facts)
        captioned(column, tr("How the account signs in"), card)
        card = Card()
        self.token_facts = Facts()
        card.body.addWidget(self.token_facts)
        captioned(column, tr("Tokens in memory"), card)
        column.addStretch()
        return page

    def _history_page(self) -> QWidget:
        page, column = _page()
        self.history_list = QListWidget()
        framed(self.history_list)
        self.history_list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.history_list.setWordWrap(True)
        self.history_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.history_list.setSpacing(UNIT // 4)
        named(self.history_list, "detailsHistory", tr("History"))
        column.addWidget(self.history_list, 1)
        self.history_copy = Button(tr("Copy the history"))
        named(self.history_copy, "detailsHistoryCopy")
        self.history_copy.clicked.connect(lambda: self.copy_wanted.emit("\n".join(self._history_lines())))
        column.addLayout(spread(self.history_copy))
        return page

    def _bottom(self, *, testable: bool) -> None:
        row = self.buttons
        if testable:
            self.test_button = Button(tr("Test the connection\u2026"))
            named(self.test_button, "detailsTest")
            self.test_button.clicked.connect(self.test_wanted)
            row.addWidget(self.test_button)
        self.error_label = ErrorLabel()
        named(self.error_label, "detailsError", tr("Why it was not saved"))
        self.error_label.hide()
        row.addWidget(self.error_label, 4)
        row.addStretch(1)
        self.close_button = Button(tr("Close"))
        named(self.close_button, "detailsClose")
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.close_button)
        self.save_button = PrimaryButton(tr("Save"))
        named(self.save_button, "detailsSave")
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.save_button)

    # Reading

    def _read(self) -> None:
        self._loop.submit(lambda: self._editing.details(self.connection_id), self._show, self._failed)

    def _show(self, details: Details) -> None:
        changed, self._details = self.changed, details
        account = details.connection.account
        if not changed:
            self._fill(details)
        show_account(self.account_facts, details, self.copy_wanted.emit)
        for button in (self.sign_out_button, self.everywhere_button, self.anew_button):
            button.setEnabled(account.enrolled)
        show_tenant(self.tenant_facts, details, self.copy_wanted.emit)
        show_tokens(self.token_facts, details, time.time())
        self._show_history()
        self._update()
        self.make_room()

    def _show_history(self) -> None:
        self.history_list.clear()
        self.history_list.addItems(self._history_lines() or [tr("Nothing yet")])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the history in the language that is spoken now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._details is not None:
            self._show_history()

    def _fill(self, details: Details) -> None:
        """Fill the fields with what is saved."""
        connection = details.connection
        self.name_edit.setText(connection.name)
        for key, box in self.services.boxes.items():
            box.setChecked(key in connection.services)
        self.services.offer(details.cloud)
        self.colours.choose(connection.console.colour)
        self.browser.show_choice(connection.browser, connection.rung, connection.account.id)
        self.broker_box.setChecked(connection.account.broker)
        self._kept, self._broker_kept = self._change(), connection.account.broker

    def _history_lines(self) -> list[str]:
        return history_lines(self._details.history) if self._details is not None else []

    def _ask_realm(self) -> None:
        self._loop.submit(lambda: self._editing.realm(self.connection_id, self._cancel), self._show_realm, self._no_realm)

    def _show_realm(self, found: Realm) -> None:
        self.realm_label.setText(outside(realm(found), 300))
        for key, heading, value in realm_facts(found):
            self.realm_facts.show_fact(key, heading, value)
        self.make_room()

    def _no_realm(self, failure: BaseException) -> None:
        if isinstance(failure, TenantDockError) and not isinstance(failure, Cancelled):
            self.realm_label.setText(outside(failure.told, 400))
        elif not isinstance(failure, Cancelled):
            raise failure

    def _no_browsers(self, failure: BaseException) -> None:
        if not isinstance(failure, TenantDockError):
            raise failure

    def _failed(self, failure: BaseException) -> None:
        if not isinstance(failure, TenantDockError):
            raise failure
        say(self.error_label, failure.told)

    # Saving

    def save(self) -> None:
        """Save what changed."""
        if not self.changed or self._saving or not self._good():
            return
        change, broker, before = self._change(), self._broker(), self._broker_kept
        if self._kept is not None and change.rung == self._kept.rung:
            change = replace(change, rung=None)  # a sign-in may have remembered another one since
        self._saving = True
        say(self.error_label, "")
        self._update()

        def work() -> Connection:
            saved = self._editing.save(self.connection_id, change)
            if broker != before:
                self._editing.set_broker(self.connection_id, broker)
            return saved

        self._loop.submit(work, self._saved, self._not_saved)

    def _saved(self, connection: Connection) -> None:
        self.saved.emit(connection)
        self.answer(connection)

    def _not_saved(self, failure: BaseException) -> None:
        self._saving = False
        self._update()
        if not isinstance(failure, TenantDockError):
            raise failure
        label = self.name_error if isinstance(failure, BadInput) else self.error_label
        say(label, failure.told)
        if label is self.name_error:
            self.tabs.setCurrentIndex(0)
            self.name_edit.setFocus()

    def _name_typed(self) -> None:
        say(self.name_error, "")
        self._update()

    def _change(self) -> Change:
        browser, rung = self.browser.choice
        return Change(self.name_edit.text().strip(), self.services.chosen, self.colours.colour, browser, rung)

    def _broker(self) -> bool:
        return self.broker_box.isChecked() if not self.broker_box.isHidden() else self._broker_kept

    def _good(self) -> bool:
        return bool(self.name_edit.text().strip()) and bool(self.services.chosen)

    def _update(self) -> None:
        if self._kept is None:
            self.save_button.setEnabled(False)
            say(self.service_error, "")
            return
        if not self.name_edit.text().strip():
            say(self.name_error, tr("Give it the customer's name."))
        say(self.service_error, "" if self.services.chosen else tr("Choose at least one service."))
        self.save_button.setEnabled(self.changed and not self._saving and self._good())
        self.save_button.setText(tr("Saving\u2026") if self._saving else tr("Save"))
        self.close_button.setEnabled(not self._saving)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    spaced(column, gap=1)
    column.setContentsMargins(0, UNIT, 0, 0)
    return page, column
