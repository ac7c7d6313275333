"""How many connections are filed where, and which of them a filter takes. Plain values, computed from the rows of the list."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenantdock.domain.text import folded

if TYPE_CHECKING:
    from tenantdock.domain.directory import ConnectionRow


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group: its *path*, how many connections are in it (*own*), and how many with the groups below it (*total*)."""

    path: str
    own: int
    total: int

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The path of the group that it is in, or ""."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Shelves:
    """What a list can be narrowed to: *groups* with each parent before its children, *tags* and *favourites* with their counts.

    *visiting* counts guests and partners; *unfiled* those in no group.
    """

    total: int = 0
    favourites: int = 0
    visiting: int = 0
    unfiled: int = 0
    groups: tuple[Shelf, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()

    @property
    def used(self) -> bool:
        """Whether the person has filed anything yet."""
        return bool(self.favourites or self.groups or self.tags)


def shelves(rows: Iterable[ConnectionRow]) -> Shelves:
    """Count what *rows* are filed under. Tags that differ in case or accents only count as one, spelled as it came first."""
    total = favourites = visiting = unfiled = 0
    own: dict[str, int] = {}
    tags: dict[str, tuple[str, int]] = {}
    for row in rows:
        total += 1
        favourites += row.favourite
        visiting += row.visiting
        if row.group:
            own[row.group] = own.get(row.group, 0) + 1
        else:
            unfiled += 1
        for tag in row.tags:
            key = folded(tag)
            spelled, count = tags.get(key, (tag, 0))
            tags[key] = spelled, count + 1
    totals: dict[str, int] = {}
    for path, count in own.items():
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            above = "/".join(parts[:end])
            totals[above] = totals.get(above, 0) + count
    groups = tuple(Shelf(path, own.get(path, 0), totals[path]) for path in sorted(totals, key=_path_order))
    return Shelves(total, favourites, visiting, unfiled, groups, tuple(tags[key] for key in sorted(tags)))


def within(group: str, path: str) -> bool:
    """Whether *group* is *path* or below it."""
    return group == path or group.startswith(f"{path}/")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter: a connection is taken when all that is set holds.

    *attention* and *expiring* ask for something outside the row, which :meth:`takes` is told; *visiting* is whether the account is
    a guest's or a partner's; *group* is a path ("" for those in no group, None for any); every one of *tags* is asked for.
    """

    attention: bool = False
    expiring: bool = False
    visiting: bool = False
    favourite: bool = False
    group: str | None = None
    tags: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != _ANY

    def takes_any(self, there: Shelves) -> bool:
        """Whether the group and the tags that are asked for are among those that are *there*."""
        group = not self.group or any(shelf.path == self.group for shelf in there.groups)
        return group and {folded(tag) for tag in self.tags} <= {folded(tag) for tag, _ in there.tags}

    def takes(self, row: ConnectionRow, *, attention: Collection[str] = (), expiring: Collection[str] = ()) -> bool:
        """Whether *row* is taken. *attention* and *expiring* hold the ids of the connections for which that is so."""
        if (self.favourite and not row.favourite) or (self.visiting and not row.visiting):
            return False
        if (self.attention and row.id not in attention) or (self.expiring and row.id not in expiring):
            return False
        if self.group is not None and not (within(row.group, self.group) if self.group else not row.group):
            return False
        return not self.tags or {folded(tag) for tag in self.tags} <= {folded(tag) for tag in row.tags}


_ANY = Wanted()


def _path_order(path: str) -> list[tuple[str, str]]:
    return [(folded(part), part) for part in path.split("/")]
