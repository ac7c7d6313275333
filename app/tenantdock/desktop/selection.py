"""What is selected in the main window, and what can be done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.organise import Deed
    from tenantdock.desktop.window import MainWindow


class Selection:
    """Asks for what the person wants of the selected rows: of one by the window's signal for one, of many by that for many."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def entries(self) -> list[Entry]:
        """The selected rows, in the list's order; the current one where none is selected."""
        return self._window.list.chosen

    @property
    def ids(self) -> list[str]:
        """Their ids."""
        return [entry.row.id for entry in self.entries]

    def activate(self) -> None:
        """Connect."""
        ids = self.ids
        if len(ids) == 1:
            self._window.connect_requested.emit(ids[0])
        elif ids:
            self.ask("connect")

    def remove(self) -> None:
        """Remove."""
        ids = self.ids
        if len(ids) == 1:
            self._window.remove_requested.emit(ids[0])
        elif ids:
            self.ask("remove")

    def copy(self, field: str) -> None:
        """Copy a field of each row, a line each; *field* is one of :class:`~tenantdock.domain.directory.ConnectionRow`'s."""
        texts = dict.fromkeys(str(getattr(entry.row, field)) for entry in self.entries)
        if any(texts):
            self._window.copy_requested.emit("\n".join(text for text in texts if text))

    def toggle_favourite(self) -> None:
        """Make them favourites, or when all are, no longer."""
        entries = self.entries
        if entries:
            self.ask("favour", not all(entry.row.favourite for entry in entries))

    def ask(self, what: Deed, value: object = None) -> None:
        """Ask for something to be done to all of them: see :class:`~tenantdock.desktop.organise.Organise`."""
        ids = self.ids
        if ids:
            self._window.filing_requested.emit(what, ids, value)

    def menu(self) -> QMenu:
        """Return the menu of one connection, or of many."""
        from tenantdock.desktop.menus import context_menu, many_menu  # noqa: PLC0415 - not needed for the first window

        entries, window = self.entries, self._window
        if len(entries) > 1:
            return many_menu(window, entries)
        return context_menu(window, entries[0].row if entries else None)
