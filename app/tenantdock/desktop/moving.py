"""Moving to another machine: the windows that write a file with everything, and that take customers from one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tenantdock.desktop.at_work import WorkingDialog
from tenantdock.desktop.dressing import fitted, framed, roomy
from tenantdock.desktop.fields import captioned, emptied, field, file_to_write, say
from tenantdock.desktop.import_undo import undone_text
from tenantdock.desktop.parts import Button, Card, Label, PrimaryButton, named, spaced
from tenantdock.desktop.replacing import Replacing
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import counted, joined, moment, outside, tr, translated
from tenantdock.desktop.ticks import CheckBox, indented
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import AlreadyThere, Cancelled, TenantDockError
from tenantdock.domain.secret import Secret
from tenantdock.workflows.moving import SUFFIX, Applied, Choice, Preview, Summary, What

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.moving import Moving

_T = TypeVar("_T")
LEAST: Final = 12
"""Characters of the shortest passphrase that a vault takes."""
_LEAST_DIFFERENT: Final = 5
_GOOD: Final = 16
_STRONG: Final = 20
_LONGEST: Final = 1024
_LISTED: Final = 2000


def strength(passphrase: str) -> tuple[bool, str]:
    """Whether a passphrase is accepted, and in words how strong it is. Length counts, not the kinds of its characters
    (NIST SP 800-63B, section 3.1.1).
    """
    missing = LEAST - len(passphrase)
    if missing > 0:
        return False, counted(missing, "Too short: {n} more character.", "Too short: {n} more characters.")
    if len(set(passphrase.casefold())) < _LEAST_DIFFERENT:
        return False, tr("Too simple: it repeats the same few characters.")
    if len(passphrase) >= _STRONG:
        return True, tr("Strong.")
    if len(passphrase) >= _GOOD:
        return True, tr("Good.")
    return True, tr("Just enough. Longer is better: five words drawn by lot are good.")


class _MovingDialog(WorkingDialog):
    """A form, work that can be cancelled, and what came of it."""

    def __init__(self, moving: Moving, loop: Loop, parent: QWidget | None, title: str, name: str) -> None:
        super().__init__(parent, title, loop)
        self.setObjectName(f"{name}Dialog")
        self._name = name
        self._moving = moving
        self._before: QWidget | None = None
        """What had the focus before the work that is under way."""
        self.column.addWidget(Label(title, "title", wrap=True))
        self.form = QWidget()
        self.rows = spaced(QVBoxLayout(self.form), gap=1)
        self.column.addWidget(self.form)
        self.status = Label("", wrap=True)
        named(self.status, f"{name}Status", tr("State"))
        self.status.hide()
        self.error = ErrorLabel()
        named(self.error, f"{name}Error", tr("What is wrong"))
        self.error.hide()
        self.column.addWidget(self.status)
        self.column.addWidget(self.error)
        self.column.addStretch()
        self.undo_button = Button(tr("Undo"))
        named(self.undo_button, f"{name}Undo")
        self.undo_button.hide()
        self.buttons.addWidget(self.undo_button)
        self.buttons.addStretch()
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, f"{name}Cancel")
        self.cancel_button.clicked.connect(self._cancel_or_close)
        self.buttons.addWidget(self.cancel_button)
        self.go_button = PrimaryButton("")
        named(self.go_button, f"{name}Go")
        self.buttons.addWidget(self.go_button)

    def answer(self, value: object) -> None:
        """Close. What is under way is cancelled and awaited out of sight, and no passphrase stays in a field."""
        for edit in self.findChildren(QLineEdit):
            if edit.echoMode() == QLineEdit.EchoMode.Password:
                edit.clear()
        super().answer(value)

    def _file_row(self, caption: str, choose: Callable[[], None]) -> QLineEdit:
        edit = QLineEdit()
        edit.setMaxLength(4096)
        row = QWidget()
        line = spaced(QHBoxLayout(row), gap=1)
        roomy(edit)
        named(edit, f"{self._name}File", caption.replace("&", ""))
        button = Button(tr("Choose\u2026"))
        named(button, f"{self._name}Choose", tr("Choose a file"))
        button.clicked.connect(choose)
        line.addWidget(edit, 1)
        line.addWidget(button)
        captioned(self.rows, caption, row, buddy=edit)
        edit.textChanged.connect(lambda _text: self._update())
        return edit

    def _passphrase(self, name: str, caption: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setMaxLength(_LONGEST)
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        field(self.rows, name, caption, edit)
        edit.textChanged.connect(lambda _text: self._update())
        return edit

    def _work(self, text: str, work: Callable[[Cancel], _T], done: Callable[[_T], None], *, saves: bool = False) -> None:
        """Do *work* on a worker; the form waits meanwhile, and Cancel stops it."""
        self.do(work, done, self._failed, saves=saves)
        say(self.error, "")
        say(self.status, text)
        self._before = self.focusWidget()
        self.form.setEnabled(False)
        self._update()
        self.cancel_button.setFocus()

    def _failed(self, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            say(self.status, tr("Cancelled. Nothing was changed."))
        elif isinstance(failure, TenantDockError):
            say(self.error, failure.told)
        else:
            say(self.error, tr("Something went wrong: {text}", text=outside(str(failure), 200)))
        before = self._before
        if before is not None and self.focusWidget() is self.cancel_button:
            before.setFocus()  # the person types on where they were
            if isinstance(before, QLineEdit):
                before.selectAll()
        self.make_room()

    def ended(self) -> None:
        """Show that nothing is under way any more."""
        say(self.status, "")
        self.form.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self._update()

    def _cancel_or_close(self) -> None:
        if self._cancel is not None:
            self._cancel.cancel()
            self.cancel_button.setEnabled(False)
            say(self.status, tr("Cancelling\u2026"))
        else:
            self.answer(None)

    def _over(self, text: str) -> None:
        """Show what came of it instead of the form."""
        self.form.hide()
        say(self.status, text)
        self.go_button.hide()
        self.cancel_button.setText(tr("Close"))
        self.cancel_button.setAccessibleName(tr("Close"))
        self.cancel_button.setFocus()
        self.fit(72)

    def _update(self) -> None:
        raise NotImplementedError


class ExportDialog(_MovingDialog):
    """Writes everything to one file. Answers the Summary, or None."""

    def __init__(self, moving: Moving, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(moving, loop, parent, tr("Export customers"), "export")
        self.summary: Summary | None = None
        text = tr(
            "All customers, accounts and their settings go into one file, for TenantDock on another machine. The file is sealed"
            " with a passphrase: without it nobody can read it, and nobody can help if you forget it."
        )
        self.rows.addWidget(Label(text, wrap=True))
        self.file_edit = self._file_row(tr("&File"), self._choose)
        self.passphrase_edit = self._passphrase("exportPassphrase", tr("&Passphrase"))
        self.strength_label = Label("", "small", wrap=True)
        named(self.strength_label, "exportStrength", tr("Strength of the passphrase"))
        self.rows.addWidget(self.strength_label)
        self.again_edit = self._passphrase("exportAgain", tr("Passphrase, &again"))
        self.again_label = Label("", "small", wrap=True)
        named(self.again_label, "exportAgainState", tr("Whether both are the same"))
        self.rows.addWidget(self.again_label)
        self.sign_ins_box = CheckBox(tr("Include the &sign-ins"))
        named(self.sign_ins_box, "exportSignIns", tr("Include the sign-ins"))
        self.rows.addWidget(self.sign_ins_box)
        self.sign_ins_label = Label("", "small", wrap=True)
        named(self.sign_ins_label, "exportSignInsMeaning", tr("What that means"))
        indented(self.sign_ins_label, self.sign_ins_box)
        self.rows.addWidget(self.sign_ins_label)
        self.sign_ins_box.toggled.connect(lambda _on: self._update())
        self._replacing = Replacing(self.file_edit, self.status, self.go_button, self._update)
        self.file_edit.setText(file_to_write(SUFFIX))
        self.go_button.clicked.connect(self._go)
        self._update()
        self.passphrase_edit.setFocus()
        self.fit(72)

    def _update(self) -> None:
        phrase, again = self.passphrase_edit.text(), self.again_edit.text()
        fine, words = strength(phrase)
        self.strength_label.setText(words if phrase else tr("At least {n} characters.", n=LEAST))
        same = phrase == again
        self.again_label.setText("" if not again else tr("Both are the same.") if same else tr("The two are not the same."))
        self.sign_ins_label.setText(
            tr(
                "Whoever has the file and its passphrase can act as you at every customer, until you sign out everywhere."
                " Delete the file once it was imported."
            )
            if self.sign_ins_box.isChecked()
            else tr("On the other machine every account has to sign in once.")
        )
        self.go_button.setText(self._replacing.named(tr("Export")))
        self.go_button.setAccessibleName(self._replacing.named(self.windowTitle()))
        self.go_button.setEnabled(not self.working and fine and same and bool(self.file_edit.text().strip()))

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Export to"), self.file_edit.text(), _kinds())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        _ask(dialog, lambda path: self._replacing.choose(path, SUFFIX))

    def _go(self) -> None:
        path, phrase = Path(self.file_edit.text().strip()).expanduser(), Secret(self.passphrase_edit.text())
        sign_ins, over = self.sign_ins_box.isChecked(), self._replacing.agreed
        self._work(
            tr("Sealing the file\u2026"),
            lambda cancel: self._moving.export_to(path, phrase, sign_ins=sign_ins, cancel=cancel, over=over),
            self._exported,
        )

    def _failed(self, failure: BaseException) -> None:
        if isinstance(failure, AlreadyThere):
            self._replacing.ask(failure)
            self.make_room()
        else:
            super()._failed(failure)

    def _exported(self, summary: Summary) -> None:
        self.summary = summary
        for edit in (self.passphrase_edit, self.again_edit):
            edit.clear()
        customers = counted(summary.connections, "{n} customer", "{n} customers")
        sign_ins = counted(summary.sign_ins, "{n} sign-in", "{n} sign-ins")
        text = tr(
            "{customers} and {sign_ins} are in {path}.",
            customers=customers,
            sign_ins=sign_ins,
            path=outside(str(summary.path), 300),
        )
        if summary.without:
            names = ", ".join(outside(name, 80) for name in summary.without[:5])
            text = joined(" ", text, tr("The sign-ins of these accounts could not be read: {names}.", names=names))
        self._over(text)

    def outcome(self) -> Summary | None:
        """Return what was written."""
        return self.summary

    def _cancel_or_close(self) -> None:
        if self.summary is not None:
            self.answer(self.summary)
        else:
            super()._cancel_or_close()


class ImportDialog(_MovingDialog):
    """Takes customers from a file: shows first what would change, and can undo it. Answers what was applied, or None."""

    changed = Signal()
    """Something was imported, or that was undone: the list has to be read again."""

    def __init__(self, moving: Moving, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(moving, loop, parent, tr("Import customers"), "import")
        self.preview: Preview | None = None
        self.applied: Applied | None = None
        self.rows.addWidget(
            Label(
                tr("Choose a file that TenantDock made on another machine. Nothing changes before you have seen what is in it."),
                wrap=True,
            )
        )
        self.file_edit = self._file_row(tr("&File"), self._choose)
        self.passphrase_edit = self._passphrase("importPassphrase", tr("&Passphrase"))
        self.go_button.setText(tr("Read"))
        named(self.go_button, self.go_button.objectName())  # it had no text to be called by
        self.go_button.clicked.connect(self._go)
        self.undo_button.clicked.connect(self._undo)
        self._update()
        self.file_edit.setFocus()
        self.fit(72)

    def _update(self) -> None:
        ready = self.preview is not None or bool(self.file_edit.text().strip() and self.passphrase_edit.text())
        self.go_button.setEnabled(not self.working and ready)
        self.undo_button.setEnabled(not self.working)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Import from"), self.file_edit.text() or str(Path.home()), _kinds())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _ask(dialog, self.file_edit.setText)

    def _go(self) -> None:
        if self.preview is None:
            path, phrase = Path(self.file_edit.text().strip()).expanduser(), Secret(self.passphrase_edit.text())
            self._work(tr("Opening the file\u2026"), lambda cancel: self._moving.read(path, phrase, cancel), self._show)
        else:
            preview, choice = self.preview, self.choice()
            self._work(tr("Importing\u2026"), lambda cancel: self._moving.apply(preview, choice, cancel), self._applied, saves=True)

    def choice(self) -> Choice:
        """What the person chose of the file."""
        return Choice(
            sign_ins=self.sign_ins_box.isChecked(), changed=self.changed_box.isChecked(), commands=self.commands_box.isChecked()
        )

    def _show(self, preview: Preview) -> None:
        self.preview = preview
        self.passphrase_edit.clear()
        emptied(self.rows)
        made = moment(preview.made)
        self.rows.addWidget(Label(tr("Made on {when}. Nothing was changed yet.", when=made), "small", wrap=True))
        card = Card()
        for what, text in self._counts(preview):
            label = Label(text, "strong" if what is What.NEW else "body", wrap=True)
            named(label, f"import-{what.value}", text)
            card.body.addWidget(label)
        self.rows.addWidget(card)
        self.list = QPlainTextEdit(_listed(preview))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        framed(self.list)
        fitted(self.list, lambda box: box.setMinimumHeight(box.fontMetrics().height() * 8))
        named(self.list, "importList", tr("What is in the file"))
        self.rows.addWidget(self.list)
        self.sign_ins_box = self._box(
            "importSignIns",
            counted(
                preview.sign_ins,
                "Take {n} sign-in too, where there is none here",
                "Take {n} sign-ins too, where there are none here",
            ),
            shown=bool(preview.sign_ins),
            on=True,
        )
        changed = preview.count(What.CHANGED)
        self.changed_box = self._box(
            "importChanged",
            counted(changed, "Change {n} that is here already", "Change {n} that are here already"),
            shown=bool(changed),
        )
        self.commands_box = self._box(
            "importCommands",
            tr("Take start-up commands and folders too"),
            shown=bool(preview.commands),
        )
        if preview.commands:
            self.rows.addWidget(Label(tr("They run on this machine: only from a file of your own."), "small", wrap=True))
        self.go_button.setText(tr("Import"))
        self._update()
        self.go_button.setFocus()
        self.make_room()

    def _box(self, name: str, text: str, *, shown: bool, on: bool = False) -> CheckBox:
        box = CheckBox(text)
        named(box, name, text)
        box.setChecked(on and shown)
        self.rows.addWidget(box)
        box.setVisible(shown)
        return box

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what is in the file in the language that is spoken now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.preview is not None:
            self.list.setPlainText(_listed(self.preview))

    @staticmethod
    def _counts(preview: Preview) -> list[tuple[What, str]]:
        new, same, changed, clash = (preview.count(what) for what in (What.NEW, What.SAME, What.CHANGED, What.CLASH))
        texts = {
            What.NEW: counted(new, "{n} is new here.", "{n} are new here."),
            What.SAME: counted(same, "{n} is here already.", "{n} are here already."),
            What.CHANGED: counted(changed, "{n} is here with other settings.", "{n} are here with other settings."),
            What.CLASH: counted(clash, "{n} cannot be taken (see below).", "{n} cannot be taken (see below)."),
        }
        return [(what, texts[what]) for what in What if preview.count(what) or what is What.NEW]

    def answer(self, value: object) -> None:
        """Close, as any of these windows does."""
        super().answer(value)
        if not self.working:
            self.preview = None  # it holds the sign-ins of the file, and the window may be collected long after it was closed

    def _applied(self, applied: Applied) -> None:
        self.applied = applied
        if applied.nothing:
            self._over(told(applied))
            return
        self.undo_button.show()
        self._over(told(applied))
        self.changed.emit()

    def _undo(self) -> None:
        applied = self.applied
        if applied is None:
            return

        def undone(stay: int) -> None:
            self.applied = None
            self.undo_button.hide()
            self._over(undone_text(stay))
            self.changed.emit()

        self._work(tr("Undoing\u2026"), lambda _cancel: self._moving.undo(applied), undone, saves=True)

    def outcome(self) -> Applied | None:
        """Return what was applied and not undone."""
        return self.applied

    def _cancel_or_close(self) -> None:
        if self.applied is not None and not self.working:
            self.answer(self.applied)
        else:
            super()._cancel_or_close()


def _listed(preview: Preview) -> str:
    """Return the connections of a file as lines: what cannot be taken first, then what changes, then the rest."""
    order = [What.CLASH, What.CHANGED, What.NEW, What.SAME]
    words = {
        What.NEW: tr("new"),
        What.SAME: tr("here already"),
        What.CHANGED: tr("other settings"),
        What.CLASH: tr("left out"),
    }
    lines = sorted(preview.lines, key=lambda line: order.index(line.what))
    shown = [
        " \u00b7 ".join(
            outside(part, 200)
            for part in (line.name, line.domain, line.username, f"{words[line.what]} {translated(line.why)}".strip())
            if part
        )
        for line in lines[:_LISTED]
    ]
    if len(lines) > _LISTED:
        shown.append(tr("\u2026 and {n} more", n=len(lines) - _LISTED))
    return "\n".join(shown)


def _kinds() -> str:
    return f"{tr('TenantDock files')} (*{SUFFIX})"


def _ask(dialog: QFileDialog, take: Callable[[str], None]) -> None:
    """Let the person choose a file, without waiting for it here."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(take)
    dialog.open()


def told(applied: Applied) -> str:
    """Return what was done, in sentences."""
    if applied.nothing:
        return tr("Nothing was changed: all of it is here already.")
    parts = [counted(len(applied.added), "{n} customer was added.", "{n} customers were added.")]
    if applied.before:
        parts.append(counted(len(applied.before), "{n} was changed.", "{n} were changed."))
    if applied.signed_in:
        parts.append(counted(len(applied.signed_in), "{n} account is signed in.", "{n} accounts are signed in."))
    if applied.left_out:
        parts.append(counted(applied.left_out, "{n} was left out.", "{n} were left out."))
    return joined(" ", *parts)
