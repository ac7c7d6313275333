"""The list's model: all rows in memory, those that match on show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from tenantdock.desktop.entries import Entry, matching, ranked
from tenantdock.desktop.texts import counted, last_used, outside, plain_tip, tr, used

if TYPE_CHECKING:
    from tenantdock.desktop.columns import Layout
    from tenantdock.domain.filing import Wanted

ENTRY: Final = Qt.ItemDataRole.UserRole + 1
STATE: Final = Qt.ItemDataRole.UserRole + 2
LIVE: Final = Qt.ItemDataRole.UserRole + 3
"""Whether something is going on in the row: open consoles, or a sign-in."""
ATTENTION: Final = Qt.ItemDataRole.UserRole + 4
"""Whether the row needs a person's attention."""

DRAGGED: Final = "application/x-tenantdock-connections"
"""The type of what is dragged: connection ids with line breaks between. Of use to TenantDock's own windows only."""

# Made once: Python's flags take a microsecond each time, and Qt asks for every row when all are selected
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


class ConnectionModel(QAbstractTableModel):
    """The connections that match the search and the filter, in order: in one column, or in those of a layout.

    Strings for a row are made only when the row is painted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Entry] = []
        self._kept: list[Entry] = []
        """Those that the filter takes."""
        self._found: list[Entry] = []
        self._shown: list[Entry] = []
        self._text = ""
        self._wanted: Wanted | None = None
        self._layout: Layout | None = None
        self._cells: list[Callable[[Entry, float], str]] = []
        """What the columns on show say."""
        self._now = 0.0
        self._consoles: Mapping[str, int] = {}
        self._attention: Mapping[str, str] = {}
        self._expiring: Collection[str] = ()
        self._busy: dict[str, str] = {}
        self._answers: dict[int, Callable[[Entry], object]] = {
            ENTRY: lambda entry: entry,
            STATE: self.state,
            LIVE: self.live,
            ATTENTION: self.alarming,
            Qt.ItemDataRole.DisplayRole: lambda entry: entry.name,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
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

    @property
    def shown(self) -> list[Entry]:
        """The rows on show, in order. Do not change the list."""
        return self._shown

    @property
    def wanted(self) -> Wanted | None:
        """The filter, or None."""
        return self._wanted

    @property
    def layout_of_columns(self) -> Layout | None:
        """The columns on show, or None for the one rich one."""
        return self._layout

    @property
    def attention(self) -> Mapping[str, str]:
        """Which connections need attention, each with why."""
        return self._attention

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
        self._now = now
        self._pick()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show what matches *text*."""
        # What matches a longer text is among what matches its beginning
        narrower = bool(self._text) and text.startswith(self._text)
        self._found = matching(self._found if narrower else self._kept, text)
        self._text = text
        shown = self._ordered()
        if shown is not self._shown and shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def filter(self, wanted: Wanted | None) -> None:
        """Show only what *wanted* takes; None takes all."""
        self._wanted = wanted or None
        self._again()

    def set_layout(self, layout: Layout | None) -> None:
        """Show the columns of *layout*, sorted as it says; None for the one rich column."""
        self._layout = layout
        self._cells = []
        if layout is not None:
            from tenantdock.desktop.columns import EVERY  # noqa: PLC0415 - not needed for the rich list

            self._cells = [EVERY[key].text for key in layout.keys]
        self._again()

    def set_consoles(self, consoles: Mapping[str, int]) -> None:
        """Say how many consoles are open, by connection id."""
        changed = {key for key in consoles.keys() | self._consoles.keys() if consoles.get(key) != self._consoles.get(key)}
        self._consoles = dict(consoles)
        self._touch(changed)

    def set_attention(self, attention: Mapping[str, str]) -> None:
        """Say which connections need a person's attention, by id, each with why."""
        changed = {key for key in attention.keys() | self._attention.keys() if attention.get(key) != self._attention.get(key)}
        self._attention = dict(attention)
        if changed and self._wanted is not None and self._wanted.attention:
            self._again()
        self._touch(changed)

    def set_expiring(self, expiring: Collection[str]) -> None:
        """Say which connections have tokens that end soon."""
        changed = set(expiring) != set(self._expiring)
        self._expiring = frozenset(expiring)
        if changed and self._wanted is not None and self._wanted.expiring:
            self._again()

    def set_busy(self, connection_id: str, text: str) -> None:
        """Show what is going on with a connection; "" ends it."""
        if text:
            self._busy[connection_id] = text
        else:
            self._busy.pop(connection_id, None)
        self._touch({connection_id})

    def state(self, entry: Entry) -> str:
        """Return how things are with a row, in a few letters: what is said of 400 rows must not crowd out who signs in there."""
        return self._going_on(entry) or (used if entry.row.last_used else last_used)(entry.row.last_used, self._now)

    def told_state(self, entry: Entry) -> str:
        """Return how things are with a row in whole words."""
        return self._going_on(entry) or last_used(entry.row.last_used, self._now)

    def _going_on(self, entry: Entry) -> str:
        """Return what counts more than when a row was used, or ""."""
        if busy := self._busy.get(entry.row.id):
            return busy
        if entry.row.id in self._attention:
            return tr("Needs attention")
        if consoles := self._consoles.get(entry.row.id):
            return counted(consoles, "{n} console open", "{n} consoles open")
        if not entry.row.enrolled:
            return tr("Not signed in yet")
        return ""

    def live(self, entry: Entry) -> bool:
        """Whether something is going on in a row: open consoles, or a sign-in."""
        return entry.row.id in self._busy or entry.row.id in self._consoles

    def alarming(self, entry: Entry) -> bool:
        """Whether a row needs a person's attention."""
        return entry.row.id in self._attention and entry.row.id not in self._busy

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """How many rows match."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else 1 if self._layout is None else len(self._layout.columns)

    def index(self, row: int, column: int = 0, parent: _Index = _NO_INDEX) -> QModelIndex:
        """Return the index of a cell. Qt's own asks both counts, two calls instead of one."""
        there = 0 <= row < len(self._shown) and 0 <= column < self.columnCount() and not parent.isValid()
        return self.createIndex(row, column) if there else QModelIndex()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks for."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry = self._shown[index.row()]
        if self._layout is not None and (role == Qt.ItemDataRole.DisplayRole or (role == _SPOKEN and index.column())):
            return self.cell(index.row(), index.column())
        answer = self._answers.get(role)
        return answer(entry) if answer else None

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell, where columns are shown."""
        entry = self._shown[row]
        return self._cells[column](entry, self._now) if self._cells else entry.name

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's
        """What a column is called."""
        if way == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole or self._layout is None:
            return None
        from tenantdock.desktop.columns import EVERY  # noqa: PLC0415 - not needed for the rich list

        return EVERY[self._layout.columns[section][0]].title() if section < len(self._layout.columns) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows can be selected and dragged into a group."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """What a drag carries."""
        return [DRAGGED]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The ids of the rows that are dragged."""
        ids = dict.fromkeys(self._shown[index.row()].row.id for index in indexes if index.row() < len(self._shown))
        data = QMimeData()
        data.setData(DRAGGED, "\n".join(ids).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Rows are filed, which is a move."""
        return Qt.DropAction.MoveAction

    def _again(self) -> None:
        self.beginResetModel()
        self._pick()
        self.endResetModel()

    def _pick(self) -> None:
        """Work out anew which rows are on show."""
        wanted = self._wanted
        if wanted is None:
            self._kept = self._all
        else:
            takes, attention, expiring = wanted.takes, self._attention, self._expiring
            self._kept = [entry for entry in self._all if takes(entry.row, attention=attention, expiring=expiring)]
        if self._layout is not None and (self._layout.sort != "customer" or self._layout.descending):
            from tenantdock.desktop.columns import in_order  # noqa: PLC0415 - not needed for the rich list

            self._kept = in_order(self._kept, self._layout)
        self._found = matching(self._kept, self._text)
        self._shown = self._ordered()

    def _ordered(self) -> list[Entry]:
        """What was found: the best first, unless the person sorts by something else."""
        sorted_otherwise = self._layout is not None and (self._layout.sort != "customer" or self._layout.descending)
        return self._found if sorted_otherwise else ranked(self._found, self._text)

    def _spoken(self, entry: Entry) -> str:
        """A row for a screen reader, which would read the arrow between account and domain aloud."""
        name, _account, *more = self._told(entry)
        username, domain = outside(entry.row.username, 120), outside(entry.row.domain, 120)
        who = tr("{account} at {place}", account=username, place=domain) if username != entry.account else username
        return ", ".join((name, who, *more))

    def _told(self, entry: Entry) -> list[str]:
        row = entry.row
        parts = [entry.name, entry.account, entry.services, self.told_state(entry)]
        if row.favourite:
            parts.append(tr("Favourite"))
        if row.group:
            parts.append(tr("Group: {group}", group=outside(row.group, 200)))
        if row.tags:
            parts.append(tr("Tags: {tags}", tags=", ".join(outside(tag, 60) for tag in row.tags)))
        return parts

    def _touch(self, ids: set[str]) -> None:
        if not ids:
            return
        last = self.columnCount() - 1
        for at, entry in enumerate(self._shown):
            if entry.row.id in ids:
                self.dataChanged.emit(self.index(at), self.index(at, last))
