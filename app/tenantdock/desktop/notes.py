"""A field for notes: plain text, whatever is pasted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from tenantdock.desktop.completing import leaves_undo
from tenantdock.desktop.dressing import fitted, slim
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import named
from tenantdock.desktop.texts import tr
from tenantdock.domain.directory import NOTES_LIMIT

_LINES: Final = (3, 8)
"""So many are seen at least and at most; more scroll."""


class Notes(QPlainTextEdit):
    """Notes, as plain text. Tab goes on to the next field. :attr:`left` is emitted when the keys go elsewhere."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(tr("What to know before connecting"))
        named(self, "panelNotes", tr("Notes"))
        slim(self)
        self.setStyleSheet(
            "QPlainTextEdit { border: 1px solid palette(mid); border-radius: 6px; padding: 3px; background: palette(base); }"
            "QPlainTextEdit:focus { border: 2px solid palette(highlight); padding: 2px; }"
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fit())
        fitted(self, Notes.fit)

    def fit(self) -> None:
        """Be as tall as what is written, within bounds: an empty field takes little room from what stands below it."""
        lines = min(max(round(self.document().size().height()), _LINES[0]), _LINES[1])  # a plain text's height is told in lines
        height = self.fontMetrics().lineSpacing() * lines + 2 * UNIT
        if height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few lines."""
        return self.minimumSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No more than those lines: Qt's own asks for room for two scroll bars."""
        return self.minimumSize()

    def insertFromMimeData(self, source: object) -> None:  # noqa: N802 - Qt's name
        """Take text only, and never more than can be kept."""
        room = NOTES_LIMIT - len(self.toPlainText())
        text = source.text()  # type: ignore[attr-defined]  # a QMimeData
        if text and room > 0:
            self.insertPlainText(text[:room])

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window where there is nothing of this field's own to undo."""
        return leaves_undo(event, available=self.document().isUndoAvailable()) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that what was typed is to be saved."""
        super().focusOutEvent(event)
        self.left.emit()
