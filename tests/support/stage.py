"""Walks through every window and state that the pictures show, without taking any."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from desktop import pictures


class Stage(pictures.Studio):
    """A studio in which nobody takes pictures, so that nothing has to stand still for long."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.to = Path()
        self.font = QFont(app.font())

    def settle(self, until: Callable[[], bool] = lambda: True, seconds: float = 5.0) -> None:
        """Turn the event loop for a moment, and until something is so."""
        least, end = time.monotonic() + 0.02, time.monotonic() + seconds
        while time.monotonic() < least or (not until() and time.monotonic() < end):
            self.app.processEvents()
            time.sleep(0.002)

    def every(self, wanted: Callable[[str], bool] = lambda _name: True) -> Iterator[tuple[str, QWidget]]:
        """Yield every window that is *wanted* with its name, shown and laid out. It is gone at the next one."""
        for name, window, end in pictures.windows(self):
            try:
                if wanted(name):
                    window.show()
                    window.activateWindow()
                    self.settle()
                    yield name, window
                    window.hide()
            finally:
                end()
                self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
