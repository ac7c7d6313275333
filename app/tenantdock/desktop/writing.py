"""A window that writes one file: where to, whether a file that is there may be replaced, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.at_work import WorkingDialog
from tenantdock.desktop.dressing import roomy
from tenantdock.desktop.fields import captioned, say
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.replacing import Replacing
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import outside, tr
from tenantdock.domain.errors import AlreadyThere, Cancelled, TenantDockError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.cancel import Cancel

_T = TypeVar("_T")


class WritingDialog(WorkingDialog):
    """What is asked before the file is put into :attr:`rows`; then :meth:`finish` builds the rest. *name* begins the names of its
    widgets; *go* is what the button says.
    """

    def __init__(self, parent: QWidget | None, title: str, loop: Loop, *, name: str, go: str) -> None:
        super().__init__(parent, title, loop)
        self.setObjectName(f"{name}Dialog")
        self._name, self._go_text = name, go
        self.column.addWidget(Label(title, "title", wrap=True))
        self.form = QWidget()
        self.rows = spaced(QVBoxLayout(self.form), gap=1)
        self.column.addWidget(self.form)

    @property
    def suffix(self) -> str:
        """The ending of the file; "" while no file is to be written."""
        raise NotImplementedError

    def go(self) -> None:
        """Do what the button says: mostly :meth:`write`."""
        raise NotImplementedError

    def finish(self, offered: str) -> None:
        """Build the field for the file, where *offered* stands first, the state and the buttons."""
        name = self._name
        self.file_part = QWidget()
        line = spaced(QHBoxLayout(self.file_part), gap=1)
        self.file_edit = QLineEdit()
        self.file_edit.setMaxLength(4096)
        roomy(self.file_edit)
        named(self.file_edit, f"{name}File", tr("File"))
        choose = Button(tr("Choose\u2026"))
        named(choose, f"{name}Choose", tr("Choose a file"))
        choose.clicked.connect(self._choose)
        line.addWidget(self.file_edit, 1)
        line.addWidget(choose)
        captioned(self.rows, tr("&File"), self.file_part, buddy=self.file_edit)
        self.status, self.error = Label("", wrap=True), ErrorLabel()
        named(self.status, f"{name}Status", tr("State"))
        named(self.error, f"{name}Error", tr("What is wrong"))
        for label in (self.status, self.error):
            label.hide()
            self.column.addWidget(label)
        self.column.addStretch()
        self.buttons.addStretch()
        self.cancel_button, self.go_button = Button(tr("Cancel")), PrimaryButton(self._go_text)
        named(self.cancel_button, f"{name}Cancel")
        named(self.go_button, f"{name}Go")
        self.cancel_button.clicked.connect(self._cancel_or_close)
        self.go_button.clicked.connect(self.go)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.go_button)
        self.file_edit.setText(offered)
        self._replacing = Replacing(self.file_edit, self.status, self.go_button, self.update_buttons)
        self.file_edit.textChanged.connect(lambda _text: self.update_buttons())

    def update_buttons(self) -> None:
        """Bring everything into the state that what is chosen asks for."""
        suffix = self.suffix
        self.file_part.setEnabled(bool(suffix))
        self.form.setEnabled(not self.working)
        self.go_button.setText(self._replacing.named(self._go_text) if suffix else tr("Next"))
        self.go_button.setAccessibleName(self.go_button.text())
        self.go_button.setEnabled(not self.working and (not suffix or bool(self.file_edit.text().strip())))

    def another_file(self) -> None:
        """What was agreed to no longer counts: what has no ending gets another one."""
        self._replacing.forget()

    def write(self, work: Callable[[Path, Cancel, bool], _T], done: Callable[[_T], None]) -> None:
        """Have *work* write the file on a worker, then call *done*. It gets the path, and whether a file there may be replaced."""
        path, over = Path(self.file_edit.text().strip()).expanduser(), self._replacing.agreed
        self.do(lambda cancel: work(path, cancel, over), done, self._failed)
        say(self.error, "")
        say(self.status, tr("Writing the file\u2026"))
        self.update_buttons()

    def ended(self) -> None:
        """Show that nothing is under way any more."""
        say(self.status, "")
        self.cancel_button.setEnabled(True)
        self.update_buttons()

    def _choose(self) -> None:
        suffix = self.suffix
        dialog = QFileDialog(self, self.windowTitle(), self.file_edit.text(), f"{suffix[1:].upper()} (*{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.fileSelected.connect(lambda path: self._replacing.choose(path, suffix))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            say(self.status, tr("Cancelled. Nothing was written."))
        elif isinstance(failure, AlreadyThere):
            self._replacing.ask(failure)
        elif isinstance(failure, TenantDockError):
            say(self.error, failure.told)
        else:
            say(self.error, tr("Something went wrong: {text}", text=outside(str(failure), 200)))
        self.make_room()

    def _cancel_or_close(self) -> None:
        if self._cancel is not None:
            self._cancel.cancel()
            self.cancel_button.setEnabled(False)
        else:
            self.answer(self.outcome())
