"""What happens is told to a screen reader, which cannot see a line of text change at the other end of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface

from tenantdock.desktop.texts import console_name, tr
from tenantdock.domain.sessions import SessionState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tenantdock.domain.sessions import SessionInfo

_WINDOWS: Final = frozenset({"MainWindow", "Palette"})
"""The classes of windows that are neither dialogs nor menus."""
PAUSE_MS: Final = 600
"""Milliseconds without a change after which a count is told: a person who types hears the end of it, not every letter's."""


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say *text*, after what it says now or with *urgent* instead of it. Costs nothing where none runs.

    *text* is plain, and short. *widget* is where it happened; its window must be there.
    """
    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def call_windows_windows() -> None:
    """Have a screen reader take our windows for windows. Qt says "window" of a QMainWindow and "dialog" of a QDialog; of any other
    widget it says nothing, and a screen reader then knows no title. Once, before the first window. Costs nothing where none runs.
    """
    QAccessible.installFactory(_interface)


def _interface(name: str, made: QObject) -> QAccessibleInterface | None:
    if name not in _WINDOWS:
        return None
    from PySide6.QtWidgets import QAccessibleWidget, QWidget  # noqa: PLC0415 - where a screen reader runs

    return QAccessibleWidget(made, QAccessible.Role.Window) if isinstance(made, QWidget) else None


class Announcer(QObject):
    """Tells each text of *widget*; with *at_last* only the last of several, for what changes at each key: a person who types hears
    the end of it.
    """

    def __init__(self, widget: QWidget, *, at_last: bool = False) -> None:
        super().__init__(widget)
        self._widget = widget
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS if at_last else 0)
        self._timer.timeout.connect(self._due)

    def tell(self, text: str) -> None:
        """Tell *text*, unless another one comes before it is due."""
        if QAccessible.isActive():
            self._text = text
            self._timer.start()

    def now(self, text: str) -> None:
        """Tell *text* at once, and not what is not due yet: that is over."""
        self._timer.stop()
        announce(self._widget, text)

    def _due(self) -> None:
        # What is not on show is not told: it would be about another window
        if self._widget.isVisible():
            announce(self._widget, self._text)


def session_told(window: QWidget, session: SessionInfo) -> None:
    """Tell of a console that was connected, or that is over."""
    name = console_name(session, 80)
    if session.state is SessionState.ENDED:
        announce(window, tr("The console of {name} has ended.", name=name))
    elif session.state is SessionState.OPEN and session.proven is False:
        announce(window, tr("The console of {name} is not as wanted.", name=name), urgent=True)
    elif session.state is SessionState.OPEN and not session.proof:
        announce(window, tr("The console of {name} is connected.", name=name))
