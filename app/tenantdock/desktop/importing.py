"""The window that imports customers: where from, what the columns are, what would change, and what was changed, with an undo."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from tenantdock.desktop.at_work import WorkingDialog
from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.fields import say
from tenantdock.desktop.import_undo import undone_text
from tenantdock.desktop.importing_pages import ColumnsPage, From, SourcePage
from tenantdock.desktop.importing_preview import PreviewPage
from tenantdock.desktop.importing_rows import Kind, Shown, prepare
from tenantdock.desktop.look import fit_on_screen
from tenantdock.desktop.motion import BusyBar
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import counted, joined, number_text, outside, retold, tr
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled, SignInRequired, TenantDockError
from tenantdock.workflows.importing import Applied, Importing, Opened, Preview, Stage

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.directory import Account

_T = TypeVar("_T")
_LOOK_MS: Final = 100
"""How often the window looks how far the work is: workers tell it far more often than anyone can read."""


class Step(enum.IntEnum):
    """The pages."""

    SOURCE = 0
    COLUMNS = 1
    PREVIEW = 2
    DONE = 3


class CustomersImportDialog(WorkingDialog):
    """Imports customers. Answers what was applied, or None."""

    changed = Signal()
    """Something was imported, or that was undone: the list has to be read again."""
    sealed_wanted = Signal()
    """The person has a sealed file from another machine, which another window imports."""

    def __init__(self, importing: Importing, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Import customers"), loop)
        self.setObjectName("customersImportDialog")
        self._importing = importing
        self._told: tuple[Stage, int, int] | None = None
        self._words = ""
        self._before: QWidget | None = None
        """What had the focus before the work that is under way."""
        self._opened: Opened | None = None
        self.preview: Preview | None = None
        self.applied: Applied | None = None
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._show_progress)
        self._go_to(Step.SOURCE)
        self._set_size()
        self._loop.submit(self._importing.accounts, self._offer)

    def _build(self) -> None:
        self.title = Label(tr("Import customers"), "title", wrap=True)
        self.column.addWidget(self.title)
        self.pages = QStackedWidget()
        self.source, self.columns, self.picks = SourcePage(), ColumnsPage(self._importing.clouds), PreviewPage()
        self.done_label = Label("", "heading", wrap=True)
        self.done_label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        named(self.done_label, "importDone", tr("What was done"))
        for page in (self.source, self.columns, self.picks, self.done_label):
            self.pages.addWidget(page)
        self.column.addWidget(self.pages, 1)
        self.status = Label("", wrap=True)
        named(self.status, "customersImportStatus", tr("State"))
        self.bar = BusyBar()
        named(self.bar, "customersImportBar", tr("Progress"))
        self.error = ErrorLabel()
        named(self.error, "customersImportError", tr("What is wrong"))
        for widget in (self.status, self.bar, self.error):
            widget.hide()
            self.column.addWidget(widget)
        self.sign_in_button = Button(tr("Sign in"))
        self.undo_button, self.back_button = Button(tr("Undo")), Button(tr("&Back"))
        self.cancel_button, self.go_button = Button(tr("Cancel")), PrimaryButton(tr("Next"))
        for name, button, run in (
            ("Undo", self.undo_button, self._undo),
            ("Back", self.back_button, self._back),
            ("SignIn", self.sign_in_button, self._sign_in),
            ("Cancel", self.cancel_button, self._cancel_or_close),
            ("Go", self.go_button, self._go),
        ):
            named(button, f"customersImport{name}")
            button.clicked.connect(run)
        self.buttons.addWidget(self.undo_button)
        self.buttons.addWidget(self.back_button)
        self.buttons.addStretch()
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.go_button)
        self.buttons.addWidget(self.sign_in_button)
        self._offer_sign_in(on=False)
        self.source.changed.connect(self._update)
        self.source.changed.connect(self.make_room)  # another source asks for other things
        self.picks.picks_changed.connect(self._update)
        self.columns.reread.connect(self._read_again)

    def _set_size(self) -> None:
        fitted(self, _take_least_width)
        letter = self.fontMetrics().averageCharWidth()
        wanted = self.sizeHint()
        wanted.setWidth(letter * 110)
        wanted.setHeight(self.fontMetrics().height() * 34)
        self.resize(fit_on_screen(self, wanted))

    # Pages

    @property
    def step(self) -> Step:
        """The page on show."""
        return Step(self.pages.currentIndex())

    def _go_to(self, step: Step) -> None:
        self.pages.setCurrentIndex(step)
        # Only the page on show asks for room
        for at, page in enumerate((self.source, self.columns, self.picks, self.done_label)):
            policy = QSizePolicy.Policy.Preferred if at == step else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.title.setText(
            {
                Step.SOURCE: tr("Import customers"),
                Step.COLUMNS: tr("What the columns are"),
                Step.PREVIEW: tr("What would change"),
                Step.DONE: tr("Import customers"),
            }[step]
        )
        say(self.error, "")
        self._offer_sign_in(on=False)
        self._update()
        first = {
            Step.SOURCE: self.source.buttons[self.source.chosen],
            Step.COLUMNS: self.columns.header_box,
            Step.PREVIEW: self.picks.table,
        }
        if step in first:
            first[step].setFocus()
        self.make_room()

    def _update(self) -> None:
        """Bring the buttons into the state that the page asks for."""
        step, working = self.step, self.working
        self.pages.setEnabled(not working)
        self.undo_button.setVisible(step is Step.DONE and self.applied is not None and not self.applied.nothing)
        self.undo_button.setEnabled(not working)
        self.back_button.setVisible(step in {Step.COLUMNS, Step.PREVIEW})
        self.back_button.setEnabled(not working)
        self.sign_in_button.setEnabled(not working)
        self.go_button.setVisible(step is not Step.DONE)
        picked = len(self.picks.model.picked)
        text = tr("Next") if step is not Step.PREVIEW else tr("Import {n}", n=number_text(picked)) if picked else tr("Import")
        self.go_button.setText(text)
        self.go_button.setAccessibleName(text)
        self.go_button.setEnabled(not working and self._complete(step, picked))
        closing = step is Step.DONE and not working
        self.cancel_button.setText(tr("Close") if closing else tr("Cancel"))
        self.cancel_button.setAccessibleName(self.cancel_button.text())

    def _complete(self, step: Step, picked: int) -> bool:
        return self.source.complete if step is Step.SOURCE else bool(picked) if step is Step.PREVIEW else step is Step.COLUMNS

    def _offer(self, accounts: list[Account]) -> None:
        self.source.offer(accounts, self._importing.clouds)
        self.columns.offer(accounts)
        self._update()

    def open_file(self, path: str) -> None:
        """Start with a file, as when it was dropped on the list."""
        self.source.buttons[From.FILE].setChecked(True)
        self.source.file_edit.setText(path)
        if not self.working and self.step is Step.SOURCE:
            self._go()

    # What the person does

    def _go(self) -> None:
        if self.step is Step.PREVIEW:
            self._apply()
        elif self.step is Step.COLUMNS:
            self._preview_file()
        elif self.source.chosen is From.SEALED:
            self.sealed_wanted.emit()
            self.answer(None)
        elif self.source.chosen is From.FILE:
            path = self.source.path
            self._work(tr("Reading the file\u2026"), lambda cancel: self._importing.open(path, cancel, self._listen), self._read)
        else:
            self._preview_list()

    def _back(self) -> None:
        table = self.step is Step.PREVIEW and self.source.chosen is From.FILE and self._opened is not None and self._opened.table
        self._go_to(Step.COLUMNS if table else Step.SOURCE)

    def _read(self, opened: Opened) -> None:
        self._opened = opened
        if opened.table is None:
            self._preview_file()
        else:
            self.columns.load(opened)
            self._go_to(Step.COLUMNS)

    def _read_again(self) -> None:
        opened = self._opened
        if opened is None:
            return
        encoding, delimiter = self.columns.encoding_box.currentData(), self.columns.delimiter_box.currentData()
        self._work(
            tr("Reading the file\u2026"),
            lambda cancel: self._importing.read_again(opened, encoding, delimiter, cancel, self._listen),
            self._read,
        )

    def _preview_file(self) -> None:
        opened = self._opened
        assert opened is not None  # noqa: S101  # a file was read
        columns = self.columns.chosen if opened.table is not None else None
        defaults = self.columns.defaults

        def work(cancel: Cancel) -> tuple[Preview, list[Shown]]:
            preview = self._importing.preview_file(opened, columns, defaults, cancel, self._listen)
            return preview, prepare(preview)

        self._work(tr("Comparing\u2026"), work, self._show)

    def _preview_list(self) -> None:
        if self.source.another:
            self._enrol()
            return
        kind, account_id, services = self.source.chosen.listed, self.source.account_id, self.source.services.chosen
        assert kind is not None  # noqa: S101  # a list was chosen

        def work(cancel: Cancel) -> tuple[Preview, list[Shown]]:
            preview = self._importing.preview_list(kind, account_id, services, cancel, self._listen)
            return preview, prepare(preview)

        self._work(tr("Reading the list\u2026"), work, self._show)

    def _show(self, found: tuple[Preview, list[Shown]]) -> None:
        self.preview, rows = found
        account = self.source.account_box.currentText() if self.source.chosen.listed is not None else ""
        self.picks.load(rows, self.preview.usual(), retold(_summary, _counts(self.preview), account))
        self._go_to(Step.PREVIEW)

    def _apply(self) -> None:
        preview, picked = self.preview, self.picks.model.picked
        assert preview is not None  # noqa: S101  # the page shows it
        self._work(
            tr("Importing\u2026"),
            lambda cancel: self._importing.apply(preview, picked, cancel, self._listen),
            self._applied,
            saves=True,
        )

    def _applied(self, applied: Applied) -> None:
        self.applied = applied
        self.done_label.setText(told(applied))
        self._go_to(Step.DONE)
        self.cancel_button.setFocus()
        self.changed.emit()

    def _undo(self) -> None:
        applied = self.applied
        if applied is None:
            return

        def undone(stay: int) -> None:
            self.applied = None
            self.done_label.setText(undone_text(stay))
            self._go_to(Step.DONE)
            self.cancel_button.setFocus()
            self.changed.emit()

        # An undo is one transaction too, and takes no longer: it is not cancelled half way
        self._work(tr("Undoing\u2026"), lambda _cancel: self._importing.undo(applied), undone, saves=True)

    def _offer_sign_in(self, *, on: bool) -> None:
        """While nothing goes on without a sign-in, that is the first thing to do."""
        self.sign_in_button.setVisible(on)
        self.sign_in_button.become("primary" if on else "plain")
        self.go_button.become("plain" if on else "primary")

    def _sign_in(self) -> None:
        kind, account_id = self.source.chosen.listed, self.source.account_id
        if kind is None:
            return

        def signed_in(_none: None) -> None:
            self.raise_()  # from behind the browser
            self.activateWindow()
            self._preview_list()

        self._work(
            tr("Waiting for your sign-in in the browser\u2026"),
            lambda cancel: self._importing.sign_in(
                kind, account_id, cancel, lambda progress: self._loop.post(self._say, progress.text)
            ),
            signed_in,
        )

    def _enrol(self) -> None:
        """Have somebody sign in who never did here, then go on with their list."""
        kind, cloud = self.source.chosen.listed, self.source.cloud_box.currentData()
        name = self.source.name_edit.text().strip()
        assert kind is not None  # noqa: S101  # a list was chosen

        def enrolled(account: Account) -> None:
            self.source.take_account(account)
            self.raise_()  # from behind the browser
            self.activateWindow()
            self._preview_list()

        self._work(
            tr("Waiting for your sign-in in the browser\u2026"),
            lambda cancel: self._importing.enrol(
                kind, name, cloud, cancel, lambda progress: self._loop.post(self._say, progress.text)
            ),
            enrolled,
        )

    def _say(self, text: str) -> None:
        if self.working:
            say(self.status, text)

    # Work

    def _listen(self, stage: Stage, done: int, total: int) -> None:
        self._told = (stage, done, total)  # on a worker; the timer looks at it

    def _work(self, text: str, work: Callable[[Cancel], _T], done: Callable[[_T], None], *, saves: bool = False) -> None:
        """Do *work* on a worker; the page waits meanwhile, and Cancel stops it."""
        self.do(work, done, self._failed, saves=saves)
        self._told, self._words = None, text
        say(self.error, "")
        say(self.status, text)
        self._offer_sign_in(on=False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self._timer.start()
        self._before = self.focusWidget()
        self._update()
        self.cancel_button.setFocus()

    def _failed(self, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            say(self.status, tr("Cancelled. Nothing was changed."))
        elif isinstance(failure, TenantDockError):
            say(self.error, failure.told)
            self._offer_sign_in(on=isinstance(failure, SignInRequired) and self.step is Step.SOURCE)
        else:
            say(self.error, tr("Something went wrong: {text}", text=outside(str(failure), 200)))
        if self.focusWidget() is self.cancel_button:
            # Enter does what helps, or the person goes on where they were: it does not close the window
            (self.sign_in_button if self.sign_in_button.isVisible() else self._before or self).setFocus()
        self.make_room()

    def ended(self) -> None:
        """Show that nothing is under way any more."""
        self._timer.stop()
        self.bar.hide()
        say(self.status, "")
        self.cancel_button.setEnabled(True)
        self._update()

    def outcome(self) -> Applied | None:
        """Return what was applied and not undone."""
        return self.applied

    def _show_progress(self) -> None:
        if self._told is None:
            return
        stage, done, total = self._told
        texts = {
            Stage.READING: tr("Reading: {n}", n=number_text(done)) if done else self._words,
            Stage.LOOKING_UP: tr("Looking up tenants: {n} of {total}", n=number_text(done), total=number_text(total)),
            Stage.COMPARING: tr("Comparing: {n} of {total}", n=number_text(done), total=number_text(total)),
            Stage.SAVING: tr("Saving: {n} of {total}", n=number_text(done), total=number_text(total)),
        }
        if self.cancel_button.isEnabled():
            say(self.status, texts[stage])
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def answer(self, value: object) -> None:
        """Close. What is under way is cancelled, and awaited out of sight."""
        self._timer.stop()
        super().answer(value)
        if not self.working:
            self._loop.submit(self._importing.forget_new, lambda _: None)
            self._let_go()

    def _let_go(self) -> None:
        """Drop what was read, which can be tens of megabytes: the window itself may be collected long after it was closed."""
        self.preview = self._opened = None
        self.picks.model.load([], ())
        self.columns.let_go()

    def _cancel_or_close(self) -> None:
        if self._cancel is not None:
            self._cancel.cancel()
            self.cancel_button.setEnabled(False)
            say(self.status, tr("Cancelling\u2026"))
        else:
            self.answer(self.applied)


def _counts(preview: Preview) -> Mapping[Kind, int]:
    """Return how many lines a preview has of each kind: a text that is told again must not hold all of them for that."""
    counts = dict.fromkeys(Kind, 0)
    counts[Kind.PROBLEM] = len(preview.problems)
    for line in preview.lines:
        counts[Kind(line.what.value)] += 1
    return counts


def _summary(counts: Mapping[Kind, int], account: str) -> str:
    """Return what a preview holds, in a sentence. *account* is whose list it is, "" for a file."""
    if not any(counts.values()):
        if account:
            return tr("{name} sees no customers there. Go back and choose another account, or another source.", name=account)
        return tr("There is no customer in it.")
    words = {
        Kind.NEW: counted(counts[Kind.NEW], "{n} is new", "{n} are new"),
        Kind.CHANGED: counted(counts[Kind.CHANGED], "{n} is changed", "{n} are changed"),
        Kind.SAME: counted(counts[Kind.SAME], "{n} is here already", "{n} are here already"),
        Kind.GONE: counted(counts[Kind.GONE], "{n} is only here", "{n} are only here"),
        Kind.PROBLEM: counted(
            counts[Kind.PROBLEM], "{n} row has a problem and is left out", "{n} rows have problems and are left out"
        ),
    }
    parts = [text for kind, text in words.items() if counts[kind]]
    if counts[Kind.SAME] == sum(counts.values()):
        return tr("{what}. There is nothing to import.", what=parts[0])
    return tr("{what}. Nothing was changed yet.", what=joined(", ", *parts))


def told(applied: Applied) -> str:
    """Return what was done, in sentences."""
    if applied.nothing:
        return tr("Nothing was changed: all of it is here already.")
    parts = []
    if applied.added:
        parts.append(counted(applied.added, "{n} customer was added.", "{n} customers were added."))
    if applied.changed:
        parts.append(counted(applied.changed, "{n} customer was changed.", "{n} customers were changed."))
    if applied.removed:
        parts.append(counted(applied.removed, "{n} customer was removed.", "{n} customers were removed."))
    if applied.signed_out:
        names = ", ".join(outside(name, 80) for name in applied.signed_out[:5])
        parts.append(tr("No customer is left of {names}: signed out here.", names=names))
    parts = parts or [tr("The names of customers' tenants were changed.")]
    return joined(" ", *parts, *(outside(each, 300) for each in applied.troubles[:3]))


def _take_least_width(window: QWidget) -> None:
    letter = window.fontMetrics().averageCharWidth()
    window.setMinimumWidth(min(letter * 70, fit_on_screen(window, window.screen().size()).width()))
