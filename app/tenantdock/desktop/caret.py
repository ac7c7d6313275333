"""A caret that comes to rest, so that an idle TenantDock wakes nobody."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

REST_AFTER_MS: Final = 5_000
"""Milliseconds without a key after which the caret stays on. GTK does the same (``gtk-cursor-blink-timeout``)."""

_AWAKE: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.FocusIn, QEvent.Type.FocusOut})


class Caret(QObject):
    """Stops the blinking of the text caret in *edit* while nobody types: every blink wakes this process and the X server.

    The person's own blink rate comes back with the next key, and for other fields. Lives as long as *edit*.
    """

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._rate = QApplication.cursorFlashTime()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_AFTER_MS)
        self._timer.timeout.connect(self.rest)
        if self._rate > 0:
            edit.installEventFilter(self)

    def rest(self) -> None:
        """Stop blinking until somebody types."""
        QApplication.setCursorFlashTime(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Blink again as soon as somebody is there."""
        kind = event.type()
        if kind in _AWAKE:
            if QApplication.cursorFlashTime() != self._rate:
                QApplication.setCursorFlashTime(self._rate)
            if kind == QEvent.Type.FocusOut:
                self._timer.stop()
            else:
                self._timer.start()
        return super().eventFilter(watched, event)
