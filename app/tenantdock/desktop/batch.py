"""Connecting or signing in to many customers, one after the other: so that one window asks at a time, with progress and Cancel."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from tenantdock.desktop.announcing import announce
from tenantdock.desktop.texts import counted, number_text, outside, tr

if TYPE_CHECKING:
    from tenantdock.desktop.app import Desktop

NOTICE = "batch"


class Batch:
    """The customers that are still to come. The next one begins when the sign-in before it is over, however it ended."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._window = desktop.window
        self._waiting: deque[tuple[str, bool]] = deque()
        self._now = ""
        self._console = True
        self._total = 0
        self._done = 0

    @property
    def waiting(self) -> int:
        """How many have not begun."""
        return len(self._waiting)

    def add(self, ids: Sequence[str], *, console: bool) -> None:
        """Connect to these too (or with no *console* only sign in), after those that wait already."""
        there = {each for each, _ in self._waiting} | {self._now}
        new = [(each, console) for each in ids if each not in there]
        self._waiting += new
        self._total += len(new)
        if self._now:
            self._show()
        else:
            self._desktop.signing.ended.append(self._ended)
            self._next()

    def cancel(self) -> None:
        """Begin no other one. The one that runs has a window, and a Cancel, of its own."""
        left = len(self._waiting)
        self._waiting.clear()
        self._total -= left
        self._window.notices.remove(NOTICE)
        if left:
            self._window.show_status(counted(left, "{n} customer was left out.", "{n} customers were left out."))

    def _ended(self, connection_id: str) -> None:
        # In the next turn: somebody who takes another way to sign in ends one try and begins the next
        if connection_id == self._now:
            QTimer.singleShot(0, self._window, self._look)

    def _look(self) -> None:
        if self._now and not self._desktop.signing.runs(self._now):
            self._done += 1
            self._next()

    def _next(self) -> None:
        while self._waiting and not self._desktop.locked:
            self._now, self._console = self._waiting.popleft()
            self._show()
            (self._window.connect_requested if self._console else self._window.sign_in_requested).emit(self._now)
            if self._desktop.signing.runs(self._now):
                return
            self._done += 1  # it is gone from the list
        self.cancel()
        self._now, self._total, self._done = "", 0, 0
        self._desktop.signing.ended.remove(self._ended)

    def _show(self) -> None:
        if self._total < 2:  # noqa: PLR2004 - nothing to count
            return
        entry = self._window.model.entry(self._now)
        name = outside(entry.name, 120) if entry is not None else ""
        at, total = number_text(self._done + 1), number_text(self._total)
        text = (
            tr("Connecting, {n} of {total}: {name}", n=at, total=total, name=name)
            if self._console
            else tr("Signing in, {n} of {total}: {name}", n=at, total=total, name=name)
        )
        notice = self._window.notices.get(NOTICE)
        if notice is not None:
            notice.label.setText(text)
            notice.setAccessibleName(text)
            announce(notice, text)
        else:
            self._window.notices.show_notice(NOTICE, "info", text, action=tr("Cancel the rest"), run=self.cancel, stays=True)
