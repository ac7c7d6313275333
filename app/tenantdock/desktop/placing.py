"""Windows lie on a screen as a whole, with their frames, and are as large as what they hold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from tenantdock.desktop.look import fit_on_screen

_LOOKS_MS: Final = (50, 250, 1000)
"""When it is looked at how a window lies, after it was shown or grew: its frame is known once the window manager has made it, and
nothing tells when that is.
"""


class Placed:
    """For a window, before its Qt class: when it comes up, it is brought onto the screen where it does not lie there as a whole."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look where the window was put."""
        super().showEvent(event)  # type: ignore[misc]  # Qt's, of the class that follows this one
        assert isinstance(self, QWidget)  # noqa: S101 - see the class
        keep_on_screen(self)


def keep_on_screen(window: QWidget) -> None:
    """Bring *window* onto its screen in a moment, where it does not lie there as a whole. Of one that is too large the title bar
    counts. What a person pushes over the edge later stays there.
    """
    for delay in _LOOKS_MS:
        QTimer.singleShot(delay, window, lambda: _bring(window))


def _bring(window: QWidget) -> None:
    still = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized
    if window.isVisible() and not window.windowState() & still:
        frame = window.frameGeometry()
        wanted = inside(frame, window.screen().availableGeometry())
        if wanted != frame.topLeft():
            window.move(wanted)


def inside(frame: QRect, room: QRect) -> QPoint:
    """Return where the top left corner of *frame* belongs, so that it lies in *room*."""
    return QPoint(
        max(min(frame.x(), room.x() + room.width() - frame.width()), room.x()),
        max(min(frame.y(), room.y() + room.height() - frame.height()), room.y()),
    )


def grow(window: QWidget, area: QAbstractScrollArea) -> None:
    """Make *window* larger until *area* has nothing to scroll and cuts nothing at the side, as far as the screen allows. Wrapped
    text knows its height only once it is laid out, so this runs after that.
    """

    def adjust() -> None:
        missing = area.verticalScrollBar().maximum()
        inside = area.widget() if isinstance(area, QScrollArea) else None
        narrow = inside.minimumSizeHint().width() - area.viewport().width() if inside is not None else 0
        if (missing > 0 or narrow > 0) and window.isVisible():
            wanted = QSize(window.width() + max(narrow, 0), window.height() + max(missing, 0))
            fitting = fit_on_screen(window, wanted)
            before = window.size()
            window.resize(max(window.width(), fitting.width()), fitting.height())
            if window.size() != before:
                keep_on_screen(window)
                QTimer.singleShot(0, window, adjust)  # what it holds may want more, now that it is laid out

    QTimer.singleShot(0, window, adjust)
