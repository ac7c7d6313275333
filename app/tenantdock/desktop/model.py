"""The list's model: all rows in memory, those that match on show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tenantdock.desktop.entries import Entry, matching, ranked
from tenantdock.desktop.texts import counted, last_used, plain_tip, tr

ENTRY: Final = Qt.ItemDataRole.UserRole + 1
STATE: Final = Qt.ItemDataRole.UserRole + 2
LIVE: Final = Qt.ItemDataRole.UserRole + 3
"""Whether something is going on in the row: open consoles, or a sign-in."""

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


class ConnectionModel(QAbstractListModel):
    """The connections that match the search, in order. Strings for a row are made only when the row is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Entry] = []
        self._found: list[Entry] = []
        self._shown: list[Entry] = []
        self._text = ""
        self._now = 0.0
        self._consoles: Mapping[str, int] = {}
        self._busy: dict[str, str] = {}
        self._answers: dict[int, Callable[[Entry], object]] = {
            ENTRY: lambda entry: entry,
            STATE: self._state,
            LIVE: lambda entry: entry.row.id in self._busy or entry.row.id in self._consoles,
            Qt.ItemDataRole.DisplayRole: lambda entry: entry.name,
            Qt.ItemDataRole.AccessibleTextRole: lambda entry: ", ".join(self._told(entry)),
            # "<" at the start would make Qt take the text for HTML; a tool tip has no switch for plain text
            Qt.ItemDataRole.ToolTipRole: lambda entry: plain_tip("\n".join(self._told(entry))),
        }

    @property
    def total(self) -> int:
        """How many rows there are, matching or not."""
        return len(self._all)

    @property
    def entries(self) -> list[Entry]:
        """All rows. Do not change the list."""
        return self._all

    def entry(self, connection_id: str) -> Entry | None:
        """Return the row of a connection, matching or not."""
        return next((entry for entry in self._all if entry.row.id == connection_id), None)

    def index_of(self, connection_id: str) -> QModelIndex:
        """Return the index of a connection among those on show, or an invalid one."""
        for at, entry in enumerate(self._shown):
            if entry.row.id == connection_id:
                return self.index(at)
        return QModelIndex()

    def set_entries(self, entries: list[Entry], now: float) -> None:
        """Show other rows. *now* is Unix time in seconds, for "used 3 minutes ago"."""
        self.beginResetModel()
        self._all = entries
        self._found = matching(entries, self._text)
        self._shown = ranked(self._found, self._text)
        self._now = now
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show what matches *text*."""
        # What matches a longer text is among what matches its beginning
        narrower = bool(self._text) and text.startswith(self._text)
        self._found = matching(self._found if narrower else self._all, text)
        shown = ranked(self._found, text)
        self._text = text
        if shown is not self._shown and shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def set_consoles(self, consoles: Mapping[str, int]) -> None:
        """Say how many consoles are open, by connection id."""
        changed = {key for key in consoles.keys() | self._consoles.keys() if consoles.get(key) != self._consoles.get(key)}
        self._consoles = dict(consoles)
        self._touch(changed)

    def set_busy(self, connection_id: str, text: str) -> None:
        """Show what is going on with a connection; "" ends it."""
        if text:
            self._busy[connection_id] = text
        else:
            self._busy.pop(connection_id, None)
        self._touch({connection_id})

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """How many rows match."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks for."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry = self._shown[index.row()]
        answer = self._answers.get(role)
        return answer(entry) if answer else None

    def _told(self, entry: Entry) -> list[str]:
        return [entry.name, entry.account, entry.services, self._state(entry)]

    def _state(self, entry: Entry) -> str:
        if busy := self._busy.get(entry.row.id):
            return busy
        if consoles := self._consoles.get(entry.row.id):
            return counted(consoles, "{n} console open", "{n} consoles open")
        if not entry.row.enrolled:
            return tr("Not signed in yet")
        return last_used(entry.row.last_used, self._now)

    def _touch(self, ids: set[str]) -> None:
        if not ids:
            return
        for at, entry in enumerate(self._shown):
            if entry.row.id in ids:
                self.dataChanged.emit(self.index(at), self.index(at))
