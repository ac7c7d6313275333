"""Adding a customer: a user name leads to the tenant, the rest is filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.accounts import AccountEdit, Known, KnownAccounts
from tenantdock.desktop.dressing import fitted, scrolling
from tenantdock.desktop.fields import Choice, ColourRow, Facts, ServiceGrid, captioned, field, say
from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.motion import BusyBar
from tenantdock.desktop.parts import Button, Card, Label, PrimaryButton, Style, named, spaced
from tenantdock.desktop.placing import Placed, grow
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import joined, outside, realm, realm_facts, tr
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.colours import suggested
from tenantdock.domain.directory import NAME_LIMIT, Account, Connection, ConsoleSettings, UserName, domain_name, guid
from tenantdock.domain.errors import BadInput, Cancelled, OtherCloud, ProxyAuthentication, TenantDockError, UnknownDomain
from tenantdock.domain.signin import RealmKind
from tenantdock.domain.text import one_line
from tenantdock.workflows.adding import Adding, Draft, Found

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry

LOOK_UP_AFTER_MS = 450
"""A pause in typing of this length starts the look-up."""


class AddDialog(Placed, ReadingOrder, QDialog):
    """The form. :attr:`added` carries the saved connection.

    *accounts* reads the saved accounts (on a worker), which are offered while one types; *entries* gives the list's rows, to tell
    when the customer is among them.
    """

    added = Signal(object)
    proxy_asked = Signal(object)
    """A proxy wants to know who one is, and the person wants to say so; :meth:`look_again` goes on after that."""

    def __init__(
        self,
        adding: Adding,
        loop: Loop,
        parent: QWidget | None = None,
        *,
        accounts: Callable[[], Sequence[Account]] | None = None,
        entries: Callable[[], Sequence[Entry]] = tuple,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addDialog")
        self.setWindowTitle(tr("Add a customer"))
        self.setAccessibleName(self.windowTitle())
        self._adding = adding
        self._loop = loop
        self._cancel = Cancel()
        self._asked: tuple[str, str, str] = ("", "", "")
        self._found: Found | None = None
        self._proxy: TenantDockError | None = None
        self._saving = False
        self._entries = entries
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_UP_AFTER_MS)
        self._timer.timeout.connect(self._look_up)
        self._build()
        self._show_services()
        self._update()
        if accounts is not None:
            self._read_accounts(accounts)

    @property
    def found(self) -> Found | None:
        """What the user name led to, once known."""
        return self._found

    # Building

    def _build(self) -> None:
        column = spaced(QVBoxLayout(self), margin=0, gap=0)
        area = scrolling()
        named(area, "addArea", tr("Form"))
        form = QWidget()
        inside = spaced(QVBoxLayout(form), margin=3, gap=1)
        self._who(inside)
        inside.addSpacing(UNIT)
        inside.addWidget(self._result_card())
        inside.addSpacing(UNIT)
        self._what(inside)
        inside.addStretch()
        area.setWidget(form)
        column.addWidget(area, 1)
        self._area = area
        column.addLayout(self._buttons())
        self._form = form
        fitted(self, AddDialog._fit)

    def _fit(self) -> None:
        """Be as large as everything takes, and no smaller than a person made it."""
        wanted = QSize(max(self.fontMetrics().averageCharWidth() * 76, self._form.sizeHint().width()), 0)
        wanted.setHeight(self._form.sizeHint().height() + 9 * UNIT)
        wanted = fit_on_screen(self.parentWidget() or self, wanted)
        self.setMinimumWidth(wanted.width())
        self.resize(wanted.expandedTo(self.size()) if self.isVisible() else wanted)

    def _who(self, column: QBoxLayout) -> None:
        self.username_edit = AccountEdit()
        self.username_edit.setPlaceholderText("admin@customer.example")
        self.username_edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.username_error = field(column, "username", tr("&User name that you sign in with"), self.username_edit)
        self.customer_edit = QLineEdit()
        self.customer_edit.setPlaceholderText(tr("Only if it is not the one in the user name"))
        self.customer_error = field(column, "customer", tr("Customer's &domain or tenant id"), self.customer_edit)
        self.cloud_box = Choice()
        for cloud in self._adding.clouds:
            self.cloud_box.addItem(outside(cloud.name, 80), cloud.id)
        choice = QWidget()
        inside = spaced(QVBoxLayout(choice), gap=1)
        field(inside, "cloud", tr("C&loud"), self.cloud_box)
        choice.setVisible(self.cloud_box.count() > 1)
        column.addWidget(choice)
        for edit in (self.username_edit, self.customer_edit):
            edit.textChanged.connect(self._typed)
            edit.editingFinished.connect(partial(self._check, strict=True))
        self.cloud_box.currentIndexChanged.connect(self._cloud_changed)

    def _result_card(self) -> QWidget:
        card = Card()
        self.result_title = Label("", "strong", wrap=True)
        named(self.result_title, "addResult", tr("Tenant"))
        self.result_title.speaks(at_last=True)
        self.result_text = Label("", wrap=True)
        named(self.result_text, "addRealm", tr("How this user signs in"))
        self.already_label = Label("", wrap=True)
        named(self.already_label, "addAlready", tr("Already in the list"))
        self.facts = Facts()
        self.cloud_row = QVBoxLayout()
        spaced(self.cloud_row, gap=1)
        self.cloud_buttons: dict[str, Button] = {}
        self.bar = BusyBar()
        self.bar.setFixedHeight(UNIT // 2 + 2)
        named(self.bar, "addBar", tr("Looking for the tenant"))
        self.retry_button = Button(tr("Try again"))
        self.retry_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self.retry_button, "addRetry")
        self.retry_button.clicked.connect(self._again)
        for widget in (self.result_title, self.result_text, self.already_label, self.facts, self.bar):
            card.body.addWidget(widget)
        card.body.addLayout(self.cloud_row)
        card.body.addWidget(self.retry_button)
        card.body.addStretch()
        # The height of what will be found, so that the form does not jump while one types
        fitted(card, lambda card: card.setMinimumHeight(card.fontMetrics().height() * 3 + 7 * UNIT))
        return card

    def _what(self, column: QBoxLayout) -> None:
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(NAME_LIMIT)
        self.name_error = field(column, "name", tr("&Name in the list"), self.name_edit)
        self.name_edit.textEdited.connect(lambda _text: self._own_name())
        self.name_edit.textChanged.connect(lambda _text: self._update())
        self._named_by_person = False
        self.services = ServiceGrid()
        self.service_boxes = self.services.boxes
        self.service_boxes["graph"].setChecked(True)
        self.services.changed.connect(self._update)
        captioned(column, tr("Connect to"), self.services)
        self.service_error = ErrorLabel()
        self.service_error.hide()
        column.addWidget(self.service_error)
        self.colours = ColourRow()
        self._coloured_by_person = False
        self.colours.changed.connect(self._own_colour)
        captioned(column, tr("Colour"), self.colours)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 2 * UNIT)
        row.setSpacing(UNIT)
        self.save_error = ErrorLabel()
        self.save_error.hide()
        named(self.save_error, "addError", tr("Why it was not saved"))
        row.addWidget(self.save_error, 4)
        row.addStretch(1)
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, "addCancel")
        self.cancel_button.clicked.connect(self.reject)
        row.addWidget(self.cancel_button)
        self.add_button = PrimaryButton(tr("Add"))
        named(self.add_button, "addSave")
        self.add_button.clicked.connect(self.save)
        row.addWidget(self.add_button)
        return row

    # Looking up

    def _typed(self) -> None:
        self._forget()
        self._timer.start()

    def _cloud_changed(self) -> None:
        self._show_services()
        self._typed()

    def look_again(self) -> None:
        """Look the same up again."""
        if self.isVisible():
            self._forget()
            self._look_up()

    def _again(self) -> None:
        if self._proxy is not None:
            self.proxy_asked.emit(self._proxy)
            return
        self._forget()
        self._look_up()

    def _forget(self) -> None:
        self._cancel.cancel()
        self._found = None
        self._proxy = None
        self._asked = ("", "", "")
        for label in (self.username_error, self.customer_error, self.name_error, self.save_error):
            say(label, "")
        self._update()

    def _check(self, *, strict: bool) -> bool:
        """Whether both fields can be looked up. *strict* says what is wrong; while someone types, half a name is no mistake."""
        fields: tuple[tuple[Label, str, Callable[[str], object]], ...] = (
            (self.username_error, self.username_edit.text().strip(), UserName.parse),
            (self.customer_error, self.customer_edit.text().strip(), _domain_or_id),
        )
        good = bool(fields[0][1])
        for label, text, parse in fields:
            try:
                if text:
                    parse(text)
            except BadInput as wrong:
                good = False
                if strict:
                    say(label, wrong.told)
        return good

    def _look_up(self) -> None:
        self._timer.stop()
        asked = (self.username_edit.text().strip(), self.customer_edit.text().strip(), str(self.cloud_box.currentData()))
        if asked == self._asked or not self._check(strict=False):
            return
        self._asked = asked
        self._cancel.cancel()
        cancel = self._cancel = self._loop.new_cancel()
        self._loop.submit(
            lambda: self._adding.look_up(*asked, cancel),
            lambda found: None if cancel.cancelled else self._show_found(found),
            lambda failure: None if cancel.cancelled else self._show_trouble(failure),
        )
        self._update()

    def _show_found(self, found: Found) -> None:
        self._found = found
        if not self._named_by_person:
            self.name_edit.setText(one_line(found.suggested_name, NAME_LIMIT))
        if not self._coloured_by_person:
            self.colours.choose(suggested(found.tenant_id))
        self._update()

    def _show_trouble(self, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            return
        if not isinstance(failure, TenantDockError):
            self._asked = ("", "", "")
            self._update()
            raise failure
        text = failure.told
        if isinstance(failure, OtherCloud) and failure.clouds:
            self._asked = ("", "", "")
            self._update()
            self._offer_clouds(failure)
        elif isinstance(failure, (BadInput, UnknownDomain)):
            say(self.customer_error if self.customer_edit.text().strip() else self.username_error, text)
            self._asked = ("", "", "")
            self._update()
        else:
            self._asked = ("", "", "")
            self._update()
            self._head(outside(failure.message, 300))
            self.result_text.setText(outside(failure.next_step, 300))
            self.result_text.show()
            asks = isinstance(failure, ProxyAuthentication) and failure.typed
            self._proxy = failure if asks else None
            self.retry_button.setText(tr("Enter them\u2026") if asks else tr("Try again"))
            self.retry_button.setAccessibleName(tr("Enter the proxy's user name and password") if asks else tr("Try again"))
            self.retry_button.show()

    # Saving

    def save(self) -> None:
        """Save the customer, when everything is there."""
        draft = self._draft()
        if draft is None or self._saving:
            return
        self._saving = True
        self._update()
        self._loop.submit(lambda: self._adding.add(draft), self._saved, self._not_saved)

    def reject(self) -> None:
        """Esc, Cancel and the cross: close, but not while it is being saved, which takes a moment and can fail."""
        if not self._saving:
            super().reject()

    def done(self, result: int) -> None:
        """Stop looking when the window closes."""
        self._timer.stop()
        self._cancel.cancel()
        super().done(result)

    def _saved(self, connection: Connection) -> None:
        self.accept()
        self.added.emit(connection)

    def _not_saved(self, failure: BaseException) -> None:
        self._saving = False
        self._update()
        if not isinstance(failure, TenantDockError):
            raise failure
        say(self.name_error if isinstance(failure, BadInput) else self.save_error, failure.told)

    def _draft(self) -> Draft | None:
        services = self.services.chosen
        name = self.name_edit.text().strip()
        if self._found is None or not services or not name:
            return None
        settings = ConsoleSettings(colour=self.colours.colour)
        return Draft(self._found, str(self.cloud_box.currentData()), name, services, settings)

    # What is on show

    def _own_name(self) -> None:
        self._named_by_person = bool(self.name_edit.text())
        say(self.name_error, "")

    def _own_colour(self) -> None:
        self._coloured_by_person = True

    def _show_services(self) -> None:
        self.services.offer(self._adding.clouds.get(str(self.cloud_box.currentData())))

    def _update(self) -> None:
        found, looking = self._found, any(self._asked)
        self.bar.setVisible(looking and found is None)
        self.retry_button.hide()
        for button in self.cloud_buttons.values():
            button.hide()
        self.facts.setVisible(found is not None)
        self.result_text.setVisible(found is not None)
        say(self.already_label, self._already(found) if found is not None else "")
        if found is not None:
            self._tell(found)
        elif looking:
            self._head(tr("Looking for the tenant\u2026"))
        else:
            self._head(tr("The tenant is found by the user name's domain."), "small")  # nothing to look at yet
        say(self.service_error, "" if self.services.chosen else tr("Choose at least one service."))
        self.add_button.setEnabled(not self._saving and self._draft() is not None)
        self.add_button.setText(tr("Adding\u2026") if self._saving else tr("Add"))
        self.cancel_button.setEnabled(not self._saving)
        grow(self, self._area)

    def _tell(self, found: Found) -> None:
        """Show what was found: the important in a sentence, the rest small, to be read and copied."""
        self._head(tr("Tenant found: {name}", name=outside(found.domain or found.tenant_id, 200)))
        seen = found.realm.kind is not RealmKind.UNKNOWN or found.realm.known_until
        still = "" if seen else tr("You can add it all the same.")
        self.result_text.setText(joined(" ", outside(realm(found.realm), 300), still, outside(found.remark, 300)))
        known = {key: value for key, _heading, value in realm_facts(found.realm)}
        self.facts.show_fact("addTenantId", tr("Tenant id"), found.tenant_id)
        self.facts.show_fact("realmSts", tr("Sign-in service"), known.get("realmSts", ""))
        self.facts.show_fact("realmProtocol", tr("Protocol"), known.get("realmProtocol", ""))
        self.facts.show_fact("realmCloud", tr("Cloud instance"), known.get("realmCloud", ""))
        # The same as the customer's for a member
        home = known.get("realmTenant", "")
        self.facts.show_fact("realmTenant", tr("Home tenant"), home if home != found.tenant_id else "")
        self.facts.show_fact("realmUntil", tr("Looked up anew"), known.get("realmUntil", ""))

    def _already(self, found: Found) -> str:
        """Say that the customer is in the list, with which account, and that another one is welcome."""
        same = [entry for entry in self._entries() if entry.row.tenant_id == found.tenant_id]
        if not same:
            return ""
        mine = next((entry for entry in same if found.user.same_as(entry.row.username)), None)
        if mine is not None:
            return tr("{name} is in the list with this account already. Give this one another name.", name=mine.name)
        first = same[0]
        return tr(
            "This customer is in the list already, as {name} with {account}. You can add it with this account as well.",
            name=first.name,
            account=outside(first.row.username, 120),
        )

    def _head(self, text: str, style: Style = "strong") -> None:
        self.result_title.become(style)
        self.result_title.setText(text)

    # Another cloud

    def _offer_clouds(self, elsewhere: OtherCloud) -> None:
        """Say that the tenant is in another cloud, and offer to look there. Nothing changes before the person says so."""
        self._head(outside(elsewhere.message, 300))
        self.result_text.setText(outside(elsewhere.next_step, 300))
        self.result_text.show()
        for button in self.cloud_buttons.values():
            self.cloud_row.removeWidget(button)
            button.deleteLater()
        self.cloud_buttons = {}
        for cloud_id in elsewhere.clouds:
            at = self.cloud_box.findData(cloud_id)
            if at < 0:
                continue
            button = Button(tr("Switch to {cloud}", cloud=outside(self.cloud_box.itemText(at), 80)))
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            named(button, f"addCloud-{cloud_id}")
            button.clicked.connect(lambda _=False, at=at: self._switch_cloud(at))
            self.cloud_row.addWidget(button)
            self.cloud_buttons[cloud_id] = button
        grow(self, self._area)

    def _switch_cloud(self, at: int) -> None:
        self.cloud_box.setCurrentIndex(at)
        self._look_up()
        self.username_edit.setFocus()

    # Saved accounts

    def _read_accounts(self, accounts: Callable[[], Sequence[Account]]) -> None:
        """Read the saved accounts and offer them: one account of a partner is typed once for hundreds of customers."""
        clouds = {str(self.cloud_box.itemData(at)): self.cloud_box.itemText(at) for at in range(self.cloud_box.count())}
        usual = str(self.cloud_box.itemData(0))

        def prepared() -> list[Known]:
            found = [(outside(account.username, 120), account.cloud) for account in accounts() if account.cloud in clouds]
            return [Known(name, cloud, name if cloud == usual else f"{name}  \u00b7  {clouds[cloud]}") for name, cloud in found]

        self._loop.submit(prepared, self._offer_accounts)

    def _offer_accounts(self, known: list[Known]) -> None:
        completer = QCompleter(KnownAccounts(known, self), self)
        completer.setCompletionRole(KnownAccounts.NAME)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setUniformItemSizes(True)
        named(popup, "addAccounts", tr("Saved accounts"))
        completer.setPopup(popup)
        completer.activated[QModelIndex].connect(self._account_chosen)  # type: ignore[index]  # the overload that gives the index
        self.username_edit.setCompleter(completer)

    def _account_chosen(self, index: QModelIndex) -> None:
        self.cloud_box.setCurrentIndex(self.cloud_box.findData(index.data(KnownAccounts.CLOUD)))  # it stood beside the name
        self.username_edit.setText(str(index.data(KnownAccounts.NAME)))
        self._look_up()


def _domain_or_id(text: str) -> str:
    try:
        return guid(text)
    except BadInput:
        return domain_name(text)
