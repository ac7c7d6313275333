"""The list of what an import would do: one row for each customer and for each problem, and which of them are picked."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tenantdock.desktop.texts import again, joined, number_text, outside, plain_tip, tr
from tenantdock.domain.said import sentences
from tenantdock.domain.text import folded
from tenantdock.workflows.comparing import Difference, Line, What
from tenantdock.workflows.importing import Preview
from tenantdock.workflows.mapping import Field
from tenantdock.workflows.spreadsheets import Problem

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NONE: Final = QModelIndex()


class Kind(enum.Enum):
    """What a row is, in the order in which rows are shown."""

    PROBLEM = "problem"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    SAME = "same"


_KINDS: Final = {What.NEW: Kind.NEW, What.CHANGED: Kind.CHANGED, What.GONE: Kind.GONE, What.SAME: Kind.SAME}
PICKABLE: Final = (Kind.NEW, Kind.CHANGED, Kind.GONE)


def kind_name(kind: Kind) -> str:
    """Return what a kind is called."""
    return {
        Kind.PROBLEM: tr("Problem"),
        Kind.CHANGED: tr("Changed"),
        Kind.NEW: tr("New"),
        Kind.GONE: tr("Gone"),
        Kind.SAME: tr("Same"),
    }[kind]


def field_name(field: Field) -> str:
    """Return what a column, or a part of a connection, is called."""
    return {
        Field.NAME: tr("Name"),
        Field.TENANT_ID: tr("Tenant id"),
        Field.DOMAIN: tr("Domain"),
        Field.USERNAME: tr("User name"),
        Field.TENANT_NAME: tr("Name of the tenant"),
        Field.CLOUD: tr("Cloud"),
        Field.SERVICES: tr("Services"),
        Field.GROUP: tr("Group"),
        Field.TAGS: tr("Tags"),
        Field.FAVOURITE: tr("Favourite"),
        Field.COLOUR: tr("Colour"),
        Field.NOTES: tr("Notes"),
        Field.BROWSER: tr("Browser"),
    }[field]


@dataclass(frozen=True, slots=True)
class Shown:
    """A row, its texts fit to be shown. *at* is its position in the preview, -1 for a problem; *hay* is what a search looks at."""

    kind: Kind
    at: int
    name: str
    domain: str
    username: str
    detail: str
    hay: str


def prepare(preview: Preview) -> list[Shown]:
    """Return the rows of a preview in the order of their kinds. Takes a moment for thousands: not for the GUI thread."""
    rows = [_problem(each) for each in preview.problems]
    rows += [_line(at, each) for at, each in enumerate(preview.lines)]
    order = list(Kind)
    return sorted(rows, key=lambda row: order.index(row.kind))


def _problem(problem: Problem) -> Shown:
    where = tr("Line {n}", n=number_text(problem.line)) if problem.line else tr("The file")
    detail = outside(sentences(problem.text, problem.next_step), 600)
    return Shown(Kind.PROBLEM, -1, where, "", "", detail, folded(f"{where} {detail}"))


def _line(at: int, line: Line) -> Shown:
    each = line.shown
    name, domain, username = (
        outside(each.name, 300),
        outside(each.tenant.domain or each.tenant.id, 253),
        outside(each.account.username),
    )
    detail = joined("; ", *(_difference(change) for change in line.differences))
    hay = folded(f"{name}\n{domain}\n{each.tenant.id}\n{username}\n{detail}")
    return Shown(_KINDS[line.what], at, name, domain, username, detail, hay)


def _difference(change: Difference) -> str:
    field, before, after = field_name(change.field), outside(change.before, 120), outside(change.after, 120)
    if not before:
        return tr("{field}: {after}", field=field, after=after)
    if not after:
        return tr("{field}: no longer {before}", field=field, before=before)
    return tr("{field}: {after}, was {before}", field=field, before=before, after=after)


class PreviewModel(QAbstractTableModel):
    """The rows that match a kind and a search, with a check box on each that can be picked."""

    picks_changed = Signal()
    COLUMNS: Final = 5

    def __init__(self) -> None:
        super().__init__()
        self._every: list[Shown] = []
        self._rows: list[Shown] = []
        self._counts: Counter[Kind] = Counter()
        self._on_show: dict[Kind, set[int]] = {}
        self._picked: set[int] = set()

    def load(self, rows: list[Shown], picked: Iterable[int]) -> None:
        """Show *rows*; *picked* are positions in the preview."""
        self.beginResetModel()
        self._every = self._rows = rows
        self._counts = Counter(row.kind for row in rows)
        self._picked = set(picked)
        self._sort_out()
        self.endResetModel()
        self.picks_changed.emit()

    def narrow(self, kind: Kind | None, text: str) -> None:
        """Show only rows of *kind* (None: of every kind) that have every word of *text*."""
        words = folded(text).split()
        self.beginResetModel()
        self._rows = [row for row in self._every if (kind is None or row.kind is kind) and all(word in row.hay for word in words)]
        self._sort_out()
        self.endResetModel()

    def _sort_out(self) -> None:
        self._on_show = {kind: set() for kind in PICKABLE}
        for row in self._rows:
            if row.kind in self._on_show:
                self._on_show[row.kind].add(row.at)

    @property
    def picked(self) -> frozenset[int]:
        """The positions in the preview that are picked."""
        return frozenset(self._picked)

    def count(self, kind: Kind) -> int:
        """How many rows of *kind* there are, shown or not."""
        return self._counts[kind]

    def picked_of(self, kind: Kind) -> tuple[int, int]:
        """How many rows of *kind* are on show, and how many of those are picked."""
        shown = self._on_show.get(kind, set())
        return len(shown), len(shown & self._picked)

    def pick_all(self, kind: Kind, on: bool) -> None:
        """Pick, or not, every row of *kind* that is on show."""
        self._set(self._on_show.get(kind, set()), on)

    def pick_rows(self, rows: Iterable[int], on: bool) -> None:
        """Pick, or not, the rows that are on show at these places."""
        self._set({self._rows[row].at for row in rows if self._rows[row].kind in PICKABLE}, on)

    def is_picked(self, row: int) -> bool:
        """Whether the row that is on show at this place is picked."""
        return self._rows[row].at in self._picked

    def _set(self, positions: set[int], on: bool) -> None:
        self._picked = self._picked | positions if on else self._picked - positions
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0), [_Role.CheckStateRole])
        self.picks_changed.emit()

    def rowCount(self, parent: _Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many rows are on show."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """Name, kind, details, domain, account."""
        return 0 if parent.isValid() else self.COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.COLUMNS:
            return None
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        headings = (tr("Customer"), tr("What"), tr("Details"), tr("Domain"), tr("Account"))
        return headings[section] if role == _Role.DisplayRole else None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        text = (again(row.name), kind_name(row.kind), again(row.detail), row.domain, row.username)[index.column()]
        if role == _Role.DisplayRole:
            return text
        if role == _Role.ToolTipRole:
            return plain_tip(text)
        if role == _Role.CheckStateRole and index.column() == 0 and row.kind in PICKABLE:
            return Qt.CheckState.Checked if row.at in self._picked else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole and index.column() == 0:
            return self.told(index.row())
        return None

    def told(self, row: int) -> str:
        """Return all that a row on show says, in one line."""
        each = self._rows[row]
        return joined(", ", again(each.name), kind_name(each.kind), again(each.detail), each.domain, each.username)

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Pick a row, or not."""
        if role != _Role.CheckStateRole or index.column() or self._rows[index.row()].kind not in PICKABLE:
            return False
        self._set({self._rows[index.row()].at}, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows that can be picked have a check box."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == 0 and self._rows[index.row()].kind in PICKABLE:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found
