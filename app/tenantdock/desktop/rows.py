"""The list, read on a worker: its beginning for the first picture, then all of it, and shown in the order of the reading."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from tenantdock.desktop.entries import prepare

if TYPE_CHECKING:
    from tenantdock.desktop.app import Desktop
    from tenantdock.desktop.entries import Entry

_FIRST: Final = 64
"""As many as a tall screen shows."""
_FIRST_MS: Final = 300
"""The rest is read once the first are painted; after this time where nothing is painted: in the tray, on a locked screen."""


class Rows:
    """Reads the saved connections and has the window show them."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._rest_read = False
        self._early: list[Entry] | None = None
        """The beginning of the list, read before it is known what the window looks like."""
        self._reads = self._shown_read = 0
        self._waiting: list[Callable[[], None]] = []
        self.loaded = False
        """Whether all of them were shown."""

    def read_first(self) -> None:
        """Read what the first picture shows. Ten thousand more would hold it up for a tenth of a second."""
        desktop, directory = self._desktop, self._desktop.workflows.directory
        desktop.loop.submit(lambda: prepare(directory.first_rows(_FIRST)), self._show_first, self._failed)

    def recalled(self) -> None:
        """It is known now what the window looks like: show the beginning if it was read already."""
        early, self._early = self._early, None
        if early is not None:
            self._show_first(early)

    def read_rest(self) -> None:
        """Read the whole list, if only its beginning is on show."""
        if not self._rest_read and not self.loaded:
            self._rest_read = True
            self.read()

    def read(self, then: Callable[[], None] | None = None) -> None:
        """Read the list anew; then show it and call *then*. What was read later, and came sooner, stays."""
        desktop, directory = self._desktop, self._desktop.workflows.directory
        self._reads += 1
        read = self._reads

        def show(entries: list[Entry]) -> None:
            late = read < self._shown_read
            self._shown_read = max(read, self._shown_read)
            self._show(desktop.window.model.entries if late else entries, then)

        desktop.loop.submit(lambda: prepare(directory.rows()), show, self._failed)

    def once_loaded(self, work: Callable[[], None]) -> None:
        """Have *work* done as soon as all of them are there."""
        self._waiting.append(work)

    def _show_first(self, entries: list[Entry]) -> None:
        desktop = self._desktop
        if desktop.closing or self.loaded:
            return
        if len(entries) != _FIRST:
            self._show(entries)  # those are all
        elif not desktop.remembered.known:
            self._early = entries
            QTimer.singleShot(_FIRST_MS, desktop.window, self.read_rest)
        elif desktop.window.shows_list_only:
            desktop.window.show_first_rows(entries, time.time())
            QTimer.singleShot(_FIRST_MS, desktop.window, self.read_rest)
        else:
            self.read_rest()

    def _show(self, entries: list[Entry], then: Callable[[], None] | None = None) -> None:
        desktop = self._desktop
        if desktop.closing:
            return
        again, self.loaded = self.loaded, True
        desktop.window.show_rows(entries, time.time())
        desktop.rows_shown(again=again)
        if then is not None:
            then()
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            work()

    def _failed(self, failure: BaseException) -> None:
        entries = self._desktop.window.model.entries
        if self.loaded or not entries:  # the beginning of a list must not pass for all of it
            self._show(entries)
        self._desktop.failed(failure)
