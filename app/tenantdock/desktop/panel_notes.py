"""The notes of one customer, in the details panel: saved without a button, and never lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tenantdock.desktop.fields import captioned, say
from tenantdock.desktop.notes import Notes
from tenantdock.desktop.parts import named, spaced
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import tr
from tenantdock.domain.errors import TenantDockError

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.organising import Filed, Organising

_SAVE_AFTER_MS: Final = 900


@dataclass(slots=True)
class _Save:
    """Notes on their way to the disk. *over* is the number of this save among those that ended, None while it is under way."""

    text: str
    over: int | None = None


class PanelNotes(QWidget):
    """A field whose text is saved after a pause in typing, when the keys go elsewhere, and by :meth:`leave`.

    :attr:`written` tells of each save: the connection, what :meth:`Organising.write` returned, and the number of the visit in which
    it was typed (a visit ends when the keys go elsewhere).
    """

    written = Signal(str, object, int)

    def __init__(self, organising: Organising, loop: Loop) -> None:
        super().__init__()
        self._organising, self._loop = organising, loop
        self._key = ""
        self._saved = ""
        self._visit = 0
        self._ended = 0
        self._saves: dict[str, _Save] = {}
        self._refused: dict[str, tuple[str, str]] = {}
        """What could not be saved before its customer was left, with why, by connection."""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_SAVE_AFTER_MS)
        self.timer.timeout.connect(self.save)
        column = spaced(QVBoxLayout(self), gap=1)
        self.edit = Notes()
        self.edit.textChanged.connect(self._typed)
        self.edit.left.connect(self._left)
        captioned(column, tr("Notes"), self.edit, buddy=self.edit)
        self.error = ErrorLabel()
        named(self.error, "panelNotesError", tr("Why it was not saved"))
        self.error.hide()
        column.addWidget(self.error)

    @property
    def ended(self) -> int:
        """How many saves ended so far. Ask before reading notes, and give it to :meth:`show_notes` with what was read."""
        return self._ended

    def show_notes(self, connection_id: str, notes: str, ended: int) -> None:
        """Show a connection's notes as they were read after *ended* saves. What was typed or saved since then stays."""
        save = self._saves.get(connection_id)
        if save is not None and (save.over is None or save.over > ended):
            notes = save.text
        else:
            self._saves.pop(connection_id, None)
        if connection_id == self._key:
            if self.edit.toPlainText() == self._saved != notes:
                self._saved = notes
                self.edit.setPlainText(notes)
            return
        self._key, self._saved = connection_id, notes
        text, why = self._refused.pop(connection_id, (notes, ""))
        self.edit.setPlainText(text)  # what was refused is tried again after a pause, as if it were typed now
        say(self.error, why)

    def leave(self) -> None:
        """The customer on show goes: save what is not saved yet."""
        self._left()
        self._key = ""

    def save(self) -> None:
        """Save the notes, when they changed."""
        self.timer.stop()
        key, text = self._key, self.edit.toPlainText()
        if not key or text == self._saved:
            return
        before, self._saved = self._saved, text
        save, visit = self._saves.setdefault(key, _Save(text)), self._visit
        save.text, save.over = text, None

        def done(filed: Filed) -> None:
            self._end(save, text)
            if key == self._key:
                say(self.error, "")
            self.written.emit(key, filed, visit)

        def failed(failure: BaseException) -> None:
            self._end(save, text)
            if save.text == text:
                self._saves.pop(key, None)
            if key != self._key:
                self._refused[key] = (text, getattr(failure, "told", ""))
            elif isinstance(failure, TenantDockError):
                self._saved = before if self._saved == text else self._saved
                say(self.error, failure.told)
                return
            raise failure  # told in a window of its own: the field is not on show any more, or nobody knows what it is

        self._loop.save(lambda: self._organising.write(key, text), done, failed)

    def _end(self, save: _Save, text: str) -> None:
        self._ended += 1
        if save.text == text:  # else a later one is under way
            save.over = self._ended

    def _typed(self) -> None:
        if self._key and self.edit.toPlainText() != self._saved:
            self.timer.start()

    def _left(self) -> None:
        self.save()
        self._visit += 1
