"""A field that records a key combination. It takes keys only after it was asked to, so that Tab goes through it like any other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from tenantdock.desktop.parts import Button
from tenantdock.desktop.texts import again, joined, tr

_MODIFIERS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_unknown,
}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)


class KeysField(Button):
    """Shows a combination. Pressed, it waits for another: Escape, or going elsewhere, leaves it as it was.

    *recorded* is emitted with the combination as Qt writes it everywhere ("Ctrl+Alt+Space").
    """

    recorded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._label = ""
        self._keys = ""
        self._recording = False
        self.clicked.connect(self._begin)
        self.show_keys("")

    @property
    def recording(self) -> bool:
        """Whether the next keys are taken."""
        return self._recording

    @property
    def keys(self) -> str:
        """The combination on show, "" for none."""
        return self._keys

    def call(self, label: str) -> None:
        """Set what the field is called, for screen readers, which hear the combination too."""
        self._label = label
        self._show()

    def show_keys(self, keys: str) -> None:
        """Show a combination."""
        self._keys, self._recording = keys, False
        self._show()

    def _show(self) -> None:
        native = QKeySequence.fromString(self._keys, QKeySequence.SequenceFormat.PortableText).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.setText(tr("Press the keys\u2026") if self._recording else native or tr("None"))
        self.setAccessibleName(joined(": ", self._label, self.told or self.text()))
        self.updateGeometry()
        self.update()

    def _begin(self) -> None:
        self._recording = True
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write the keys as they are written in the language that is spoken now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._label = again(self._label)
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys while recording."""
        if not self._recording:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._begin()
                return
            super().keyPressEvent(event)
            return
        event.accept()
        key, held = Qt.Key(event.key()), event.modifiers() & _HELD
        if key in _MODIFIERS:
            return
        if key == Qt.Key.Key_Escape and not held:
            self.show_keys(self._keys)
            return
        text = QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)
        self.show_keys(self._keys)
        self.recorded.emit(text)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802 - Qt's names
        """While recording, Tab is a key like the others."""
        return False if self._recording else super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Going elsewhere ends it."""
        super().focusOutEvent(event)
        if self._recording:
            self.show_keys(self._keys)
