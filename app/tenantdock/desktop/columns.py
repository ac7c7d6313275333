"""The columns of the list's second look: what each shows, how it sorts, and which a person chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.texts import outside, tr, used
from tenantdock.domain.text import folded


@dataclass(frozen=True, slots=True)
class Column:
    """One column. *text* gets the entry and the time now (Unix seconds); *order* gives what to sort by; *letters* is its usual
    width in average characters.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[Entry, float], str]
    order: Callable[[Entry], object]
    letters: int


def _folded(text: Callable[[Entry], str]) -> Callable[[Entry], object]:
    # What is empty comes last
    return lambda entry: (not text(entry), folded(text(entry)))


def _tags(entry: Entry) -> str:
    return ", ".join(outside(tag, 60) for tag in entry.row.tags)


EVERY: Final = {
    column.key: column
    for column in (
        Column("customer", lambda: tr("Customer"), lambda e, _now: e.name, lambda e: folded(e.name), 34),
        Column("domain", lambda: tr("Domain"), lambda e, _now: outside(e.row.domain, 120), _folded(lambda e: e.row.domain), 30),
        Column("account", lambda: tr("Account"), lambda e, _now: outside(e.row.username), _folded(lambda e: e.row.username), 36),
        Column("services", lambda: tr("Services"), lambda e, _now: e.services, _folded(lambda e: e.services), 22),
        Column(
            "used",
            lambda: tr("Last used"),
            lambda e, now: used(e.row.last_used, now),
            lambda e: -(e.row.last_used or 0.0),
            21,
        ),
        Column("tags", lambda: tr("Tags"), lambda e, _now: _tags(e), _folded(_tags), 18),
        Column("group", lambda: tr("Group"), lambda e, _now: outside(e.row.group, 200), _folded(lambda e: e.row.group), 18),
        Column("tenant", lambda: tr("Tenant id"), lambda e, _now: e.row.tenant_id, lambda e: e.row.tenant_id, 38),
    )
}
"""All columns by key, in their usual order."""

USUAL: Final = ("customer", "domain", "account", "services", "used", "tags")
YIELDING: Final = ("domain", "account", "used", "services", "tags")
"""Those that give way where there is no room for all, the most telling first. What a person added or widened stays."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns are on show, in which order and how wide (pixels; 0 for as wide as usual), and what they are sorted by."""

    columns: tuple[tuple[str, int], ...] = tuple((key, 0) for key in USUAL)
    sort: str = "customer"
    descending: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns on show."""
        return tuple(key for key, _ in self.columns)

    def __str__(self) -> str:
        columns = ",".join(f"{key}:{width}" for key, width in self.columns)
        return f"{columns};{self.sort}:{'down' if self.descending else 'up'}"

    @classmethod
    def parse(cls, text: str) -> Layout:
        """Read what ``str`` made. What is not understood is left out: nothing a file holds keeps the window from opening."""
        shown, _, sort = text.partition(";")
        columns: dict[str, int] = {}
        for part in shown.split(","):
            key, _, width = part.partition(":")
            if key in EVERY:
                columns[key] = min(int(width), _WIDEST) if width.isascii() and width.isdigit() and len(width) < _DIGITS else 0
        if "customer" not in columns:
            return cls()
        key, _, way = sort.partition(":")
        return cls(tuple(columns.items()), key if key in EVERY else "customer", way == "down")

    def toggled(self, key: str) -> Layout:
        """Return the layout with a column more, in its usual place, or less. The customer's always stays."""
        if key in self.keys and key != "customer":
            return Layout(tuple(each for each in self.columns if each[0] != key), self.sort, self.descending)
        if key in self.keys:
            return self
        order = list(EVERY)
        place = next((at for at, (each, _) in enumerate(self.columns) if order.index(each) > order.index(key)), len(self.columns))
        return Layout((*self.columns[:place], (key, 0), *self.columns[place:]), self.sort, self.descending)


_WIDEST: Final = 4000
_DIGITS: Final = 6


def in_order(entries: Iterable[Entry], layout: Layout) -> list[Entry]:
    """Return *entries* sorted as *layout* wants; equal ones stay in their order."""
    order = EVERY[layout.sort].order
    return sorted(entries, key=order, reverse=layout.descending)  # type: ignore[arg-type]  # each column's keys compare
