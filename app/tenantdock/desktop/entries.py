"""The rows of the list, prepared for painting and searching. Plain values: safe to build on a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tenantdock.domain.services import ALL
from tenantdock.domain.text import folded, one_line

if TYPE_CHECKING:
    from tenantdock.domain.directory import ConnectionRow

_LABELS: Final = {service.key: service.label for service in ALL}


@dataclass(slots=True, eq=False)
class Entry:
    """One row. *key* is what a search looks at: folded name, domain, user name, services, group and tags."""

    row: ConnectionRow
    name: str
    key: str

    @property
    def account(self) -> str:
        """The account, and the customer's domain where the account is not one of that domain."""
        username, domain = one_line(self.row.username, 120), one_line(self.row.domain, 120)
        if not domain or username.casefold().endswith("@" + domain.casefold()):
            return username
        return f"{username} \u2192 {domain}"

    @property
    def services(self) -> str:
        """The services' labels."""
        return " \u00b7 ".join(_LABELS.get(key, key) for key in self.row.services)

    @property
    def initials(self) -> str:
        """One or two letters for the badge."""
        words = [word for word in (part.lstrip("\"'([{<&#") for part in self.name.split()) if word[:1].isalnum()]
        if not words:
            return self.name[:1] or "?"
        return (words[0][0] + (words[1][0] if len(words) > 1 else "")).upper()


def _key(text: str) -> str:
    # Most names are ASCII, where folding is lower case and nothing else: 20 times faster for 10,000 rows
    return text.lower() if text.isascii() else folded(text)


def prepare(rows: Iterable[ConnectionRow]) -> list[Entry]:
    """Return the entries of *rows*, in their order."""
    return [
        Entry(
            row,
            one_line(row.name),
            _key(
                f"{row.name} {row.domain} {row.username} {row.tenant_id} {' '.join(row.services)}"
                f"{_filed(row) if row.group or row.tags else ''}"
            ),
        )
        for row in rows
    ]


def _filed(row: ConnectionRow) -> str:
    """Return what a search finds of how *row* is filed."""
    return f" {row.group.replace('/', ' ')} {' '.join(row.tags)}"


def matching(entries: list[Entry], text: str) -> list[Entry]:
    """Return the entries that hold every word of *text*, in their order."""
    # Word by word: a generator for each of ten thousand entries takes eight times as long
    for word in _key(text).split():
        entries = [entry for entry in entries if word in entry.key]
    return entries


def ranked(entries: list[Entry], text: str) -> list[Entry]:
    """Return *entries* with those first whose name begins with the first word of *text*, then those with a word that does."""
    words = _key(text).split()
    if not words:
        return entries
    begin, inside = words[0], f" {words[0]}"
    first: list[Entry] = []
    then: list[Entry] = []
    rest: list[Entry] = []
    for entry in entries:
        key = entry.key
        (first if key.startswith(begin) else then if inside in key else rest).append(entry)
    return first + then + rest
