"""Opens the palette over the desktop's rows, and does what a person chooses there."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer

from tenantdock.desktop.entries import Entry, matching
from tenantdock.desktop.matching import Index, at_hand
from tenantdock.desktop.palette import Palette
from tenantdock.desktop.texts import tr
from tenantdock.domain.errors import BadInput
from tenantdock.domain.sessions import SessionState

if TYPE_CHECKING:
    from tenantdock.desktop.app import Desktop
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.portals import Portal

_T = TypeVar("_T")
_FORGET_MS: Final = 600_000
"""The palette and what it needs to find ten thousand customers take some memory: after so long without a use it is given back."""


_JUST_NOW: Final = 0.3
"""Seconds."""


class Finding:
    """The palette and what belongs to it. On the GUI thread."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self.window: Palette | None = None
        self._indexed: list[Entry] | None = None
        self._index: Index | None = None
        self._forget = QTimer(desktop.window)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_FORGET_MS)
        self._forget.timeout.connect(self.close)

    @property
    def ready(self) -> bool:
        """Whether the rows of now are indexed: until then the palette finds by plain words only."""
        return self._index is not None and self._indexed is self._desktop.window.model.entries

    def open(self, text: str = "") -> None:
        """Show the palette with *text* typed, or hide it when it is in front already."""
        if self.window is not None and self.window.isVisible() and self.window.isActiveWindow():
            self.window.hide()
            return
        if self.window is not None and time.monotonic() - self.window.left_at < _JUST_NOW:
            # The keys, or the click on the tray icon, took the focus first, and meant to put it away
            self.window.left_at = 0.0
            return
        self._forget.stop()
        if self.window is None:
            self.window = self._make()
        self._prepare()
        self.window.come()
        if text:
            self.window.search_edit.setText(text)

    def refresh(self) -> None:
        """Take the rows anew, when the palette is on show."""
        if self.window is not None and self.window.isVisible():
            self._prepare()

    def close(self) -> None:
        """Give everything back."""
        self._forget.stop()
        window, self.window = self.window, None
        self._index = self._indexed = None
        if window is not None:
            window.hide()
            window.deleteLater()

    def _make(self) -> Palette:
        window = Palette(self._find, self._desktop.title)
        window.connect_wanted.connect(self._desktop.connect_to)
        window.opened, window.attention = self._opened, self._attention
        window.focus_wanted.connect(self._focus)
        window.services_wanted.connect(self._services)
        window.portals_wanted.connect(self._portals)
        window.portal_wanted.connect(self._desktop.open_portal)
        window.copy_wanted.connect(self._desktop.copy)
        window.add_wanted.connect(self._desktop.add_customer)
        window.import_wanted.connect(self._desktop.commands.import_)
        window.importing = lambda: bool({"importing", "moving"} & self._desktop.commands.available)
        window.gone.connect(self._forget.start)
        return window

    def _opened(self) -> dict[str, str]:
        """Return the newest open console of each connection that has one."""
        sessions = [each for each in self._desktop.workflows.agent.sessions() if each.state is SessionState.OPEN]
        return {each.connection_id: each.id for each in sorted(sessions, key=lambda each: each.opened_at)}

    def _attention(self) -> Collection[str]:
        return self._desktop.window.model.attention

    def _focus(self, session_id: str) -> None:
        self._desktop.sessions.focus(session_id)

    def _prepare(self) -> None:
        """Index the rows on a worker, unless they are or are about to be. Meanwhile the palette finds what holds the words as they
        are typed.
        """
        entries = self._desktop.window.model.entries
        if entries is self._indexed:
            return
        self._indexed = entries
        self._index = None
        self._desktop.loop.submit(
            partial(Index, list(entries)), partial(self._indexed_now, entries), partial(self._not_indexed, entries)
        )

    def _indexed_now(self, entries: list[Entry], index: Index) -> None:
        if entries is self._indexed and self.window is not None:
            self._index = index
            if self.window.isVisible() and self.window.search_edit.text():
                self.window.find_again(self._find)

    def _not_indexed(self, entries: list[Entry], failure: BaseException) -> None:
        if entries is self._indexed:
            self._indexed = None  # the next time it is tried again
        raise failure

    def _find(self, text: str, limit: int) -> Sequence[Entry]:
        if self._index is not None:
            return self._index.find(text, limit)
        return at_hand(matching(self._desktop.window.model.entries, text), limit)

    # Second steps

    def _services(self, connection_id: str) -> None:
        entry = self._desktop.window.model.entry(connection_id)
        if entry is None:
            return

        def cloud() -> Cloud | None:
            try:
                return self._desktop.workflows.adding.clouds.get(entry.row.cloud)
            except BadInput:
                return None

        self._desktop.loop.submit(cloud, partial(self._step, Palette.offer_services, entry))

    def _portals(self, connection_id: str) -> None:
        entry = self._desktop.window.model.entry(connection_id)
        portals = self._desktop.workflows.portals
        if entry is not None and portals is not None:
            self._desktop.loop.submit(partial(portals.of, entry.row), partial(self._step, Palette.offer_portals, entry))

    def _step(self, offer: Callable[[Palette, Entry, _T], None], entry: Entry, what: _T) -> None:
        """Go on, unless the person has gone away or chosen another row meanwhile."""
        window = self.window
        if window is not None and window.isVisible() and window.step is None and window.chosen is entry:
            offer(window, entry, what)


def open_portal(desktop: Desktop, connection_id: str, key: str) -> None:
    """Open a portal on a worker, and say so."""
    portals = desktop.workflows.portals
    if portals is None:
        return
    entry = desktop.window.model.entry(connection_id)
    name = entry.name if entry is not None else ""

    def opened(portal: Portal) -> None:
        desktop.window.show_status(tr("{portal} of {name} opens in the browser.", portal=portal.label, name=name))

    desktop.loop.submit(partial(portals.open, connection_id, key), opened)
