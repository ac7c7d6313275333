"""What the tour drives the windows with: waits without blocking them, clicks as a person does, takes pictures."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from tenantdock.desktop.loop import Loop
from tenantdock.desktop.trouble import ErrorDialog

_T = TypeVar("_T")
_SLICE_MS = 10


def quiet_offscreen() -> None:
    """Drop what Qt's offscreen platform says about window managers it does not have; everything else is told as always."""
    if QGuiApplication.platformName() != "offscreen":
        return

    def tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith("This plugin does not support"):
            print(text, file=sys.stderr)  # noqa: T201 - as Qt itself does

    qInstallMessageHandler(tell)


class TourFailure(Exception):
    """A step did not come out as it had to; the text says what was seen instead."""


class Driver:
    """Drives the windows of one desktop from the GUI thread."""

    def __init__(self, loop: Loop, pictures: Path | None) -> None:
        self._loop = loop
        self._pictures = pictures

    def wait(self, what: str, seen: Callable[[], _T | None], seconds: float = 30.0) -> _T:
        """Let the windows live until *seen* returns something true, and return it.

        Raises :class:`TourFailure` after *seconds*, and as soon as a window tells an error: it will not happen any more.
        """
        end = time.monotonic() + seconds
        while not (found := seen()):
            for window in _visible():
                if isinstance(window, ErrorDialog):
                    raise TourFailure(f"{what} did not happen: {shown(window.message_label)} {shown(window.next_label)}")
            if time.monotonic() > end:
                raise TourFailure(f"{what} did not happen within {seconds:.0f} s; open windows: {self._open_windows()}")
            self._live(_SLICE_MS)
        return found

    def work(self, function: Callable[[], _T], seconds: float = 30.0) -> _T:
        """Have *function* called on a worker while the windows live, and return what it returns or raise what it raises."""
        ended: list[tuple[_T | None, BaseException | None]] = []
        self._loop.submit(function, lambda result: ended.append((result, None)), lambda failure: ended.append((None, failure)))
        self.wait("the work on another thread", lambda: ended, seconds)
        result, failure = ended[0]
        if failure is not None:
            raise failure
        return result  # type: ignore[return-value]  # None only where T is None

    def window(self, kind: type[_T], what: str, seconds: float = 30.0) -> _T:
        """Return the visible window of that class."""
        return self.wait(what, lambda: next((w for w in _visible() if isinstance(w, kind)), None), seconds)

    def click(self, button: QAbstractButton) -> None:
        """Click as a person can: only what is visible and enabled."""
        if not button.isVisible() or not button.isEnabled():
            raise TourFailure(f"the button {button.text()!r} cannot be clicked")
        button.click()
        self._live(_SLICE_MS)

    def picture(self, window: QWidget, name: str) -> None:
        """Save a picture of *window* as NAME.png, where pictures are wanted."""
        if self._pictures is None:
            return
        self._live(50)
        self._pictures.mkdir(parents=True, exist_ok=True)
        to = self._pictures / f"{name}.png"
        if not window.grab().save(str(to)):
            raise TourFailure(f"the picture {to.name} could not be saved")

    def close_dialogs(self) -> None:
        """Close every dialog, so that a failed step leaves none open."""
        for window in _visible():
            if isinstance(window, QDialog):
                window.reject()
        self._live(_SLICE_MS)

    @staticmethod
    def _live(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        QCoreApplication.sendPostedEvents()

    @staticmethod
    def _open_windows() -> str:
        return ", ".join(window.windowTitle() or type(window).__name__ for window in _visible()) or "none"


def shown(label: QLabel) -> str:
    """Return a label's text without the invisible places where long words can break."""
    return label.text().replace("\u200b", "")


def _visible() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]
