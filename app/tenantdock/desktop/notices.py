"""Notices: one line each, over the list, with a next step and a way to send them away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tenantdock.desktop.announcing import announce
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Card, Label, icon_button, named, spaced
from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from tenantdock.desktop.signs import Sign

Kind = Literal["info", "done", "warning"]
_SIGNS: Final[dict[Kind, Sign]] = {"info": "news", "done": "good", "warning": "warning"}
_TONES = {"info": "#3f83c4", "done": "#3d9150", "warning": "#c98500"}


class Notice(Card):
    """A text, a button or two, and a cross."""

    dismissed = Signal()

    def __init__(self, kind: Kind, text: str, action: str = "", run: Callable[[], object] | None = None, *, stays: bool) -> None:
        super().__init__(QColor(_TONES[kind]))
        from tenantdock.desktop.signs import SignMark  # noqa: PLC0415 - the first window seldom has a notice

        self.spoken = tr("Warning: {text}", text=text) if kind == "warning" else text
        """What a screen reader says."""
        self.setAccessibleName(self.spoken)
        self.kind = kind
        row = spaced(QHBoxLayout(), gap=1)
        self.body.setContentsMargins(2 * UNIT, UNIT // 2, UNIT, UNIT // 2)
        self.body.addLayout(row)
        row.addWidget(SignMark(_SIGNS[kind]), 0, Qt.AlignmentFlag.AlignVCenter)
        self.label = Label(text, wrap=True)
        row.addWidget(self.label, 1)
        self.action_button: Button | None = None
        if action and run is not None:
            self.action_button = Button(action)
            named(self.action_button, "noticeAction")
            self.action_button.clicked.connect(run)
            row.addWidget(self.action_button)
        self.dismiss_button = icon_button("close", tr("Dismiss"))
        self.dismiss_button.setObjectName("noticeDismiss")
        self.dismiss_button.clicked.connect(self.dismissed)
        row.addWidget(self.dismiss_button)
        # Only now: shown without a parent it would be a window for a moment, and take the keys from ours
        self.dismiss_button.setVisible(not stays)
        self.setMinimumHeight(5 * UNIT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Insist on the height that the wrapped text needs: with many notices the list has to give way, not the text."""
        super().resizeEvent(event)
        needed = self.label.heightForWidth(self.label.width())
        least = max(5 * UNIT, needed + UNIT)
        if least != self.minimumHeight():
            self.setMinimumHeight(least)


class Notices(QWidget):
    """A stack of notices. One of the same key replaces the one before."""

    def __init__(self) -> None:
        super().__init__()
        self._column = spaced(QVBoxLayout(self), gap=1)
        self._shown: dict[str, Notice] = {}
        self.hide()

    def show_notice(
        self,
        key: str,
        kind: Kind,
        text: str,
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        dismissed: Callable[[], object] | None = None,
        stays: bool = False,
        seconds: float = 0.0,
    ) -> Notice:
        """Show a notice under *key*. *dismissed* is called when the person sends it away; with *stays* they cannot; after *seconds*
        it goes by itself (0: never).
        """
        self.remove(key)
        notice = Notice(kind, text, action, run, stays=stays)
        notice.setObjectName(f"notice-{key}")
        self._shown[key] = notice
        self._column.addWidget(notice)

        def away() -> None:
            self._remove_if(key, notice)
            if dismissed is not None:
                dismissed()

        notice.dismissed.connect(away)
        if seconds:
            timer = QTimer(notice)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self._remove_if(key, notice))
            timer.start(round(seconds * 1000))
        self.show()
        announce(notice, notice.spoken)
        return notice

    def get(self, key: str) -> Notice | None:
        """Return the notice of that key while it is on show."""
        return self._shown.get(key)

    def remove(self, key: str) -> None:
        """Take a notice away, if it is there."""
        notice = self._shown.pop(key, None)
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._shown))

    def _remove_if(self, key: str, notice: Notice) -> None:
        if self._shown.get(key) is notice:
            self.remove(key)
