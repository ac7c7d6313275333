"""Many changes in one transaction, and what undoes them.

Ten thousand connections one by one take twice as long as here, where tenants and accounts are looked up once and the search index
follows in one go.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from tenantdock.directory.reading import WHOLE, account_of, whole
from tenantdock.directory.searching import index, unindex_all
from tenantdock.directory.writing import INSERT, UPDATE, fields, recall_uses, save_account, save_tenant
from tenantdock.domain.directory import Changes, Connection, Tenant
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line

_CHUNK: Final = 500
"""Values of one statement; SQLite before 3.32 takes 999 (https://www.sqlite.org/limits.html#max_variable_number)."""
_STEP: Final = 100

Step = Callable[[int], None]


def apply(db: sqlite3.Connection, changes: Changes, step: Step | None) -> Changes:
    """Do *changes* within a transaction. Returns what undoes them. Raises :class:`BadInput` for a name that is taken."""
    count = _Count(step)
    removed = _remove(db, changes.remove, count)
    before = _change(db, changes.change, count)
    tenants = _tenants(db, changes.tenants)
    added, filled = _add(db, changes.add, count)
    known = {(each.cloud, each.id) for each in tenants}
    tenants += [each for each in filled if (each.cloud, each.id) not in known]
    return Changes(tuple(removed), tuple(before), tuple(added), tuple(tenants))


class _Count:
    def __init__(self, step: Step | None) -> None:
        self._step = step
        self._done = 0

    def __call__(self) -> None:
        if self._step is not None and self._done % _STEP == 0:
            self._step(self._done)
        self._done += 1


def _remove(db: sqlite3.Connection, ids: Sequence[str], count: Callable[[], None]) -> list[Connection]:
    removed = _read(db, ids)
    for chunk in _chunks([each.id for each in removed]):
        marks = _marks(chunk)
        query = f"SELECT key, tenant, account FROM connections WHERE id IN ({marks})"  # noqa: S608  # question marks
        found = db.execute(query, chunk).fetchall()
        unindex_all(db, [key for key, _, _ in found])
        for connection_id in chunk:
            count()
            db.execute("DELETE FROM connections WHERE id = ?", (connection_id,))
            db.execute("INSERT INTO removed (connection) VALUES (?)", (connection_id,))
        for table, column, keys in (
            ("tenants", "tenant", {row[1] for row in found}),
            ("accounts", "account", {row[2] for row in found}),
        ):
            unused = f"DELETE FROM {table} WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM connections WHERE {column} = ?1)"  # noqa: S608
            db.executemany(unused, ((key,) for key in keys))
    return removed


def _change(db: sqlite3.Connection, wanted: Sequence[Connection], count: Callable[[], None]) -> list[Connection]:
    by_id = {each.id: each for each in wanted}
    before = _read(db, list(by_id))
    # Names may change places: none of the old ones is in the way of a new one
    db.executemany("UPDATE connections SET name_key = char(0) || id WHERE id = ?", ((each.id,) for each in before))
    for each in before:
        count()
        try:
            db.execute(UPDATE, fields(by_id[each.id]))
        except sqlite3.IntegrityError:
            raise BadInput(
                said(
                    "There is already a connection {name!r} with this customer and this account.",
                    name=one_line(by_id[each.id].name, 120),
                ),
                next_step="Give it another name, or leave it out. Nothing was changed.",
            ) from None
    for chunk in _chunks([each.id for each in before]):
        index(db, f"c.id IN ({_marks(chunk)})", *chunk)
    return before


def _tenants(db: sqlite3.Connection, wanted: Sequence[Tenant]) -> list[Tenant]:
    before = []
    for tenant in wanted:
        row = db.execute("SELECT key, name, domain FROM tenants WHERE cloud = ? AND guid = ?", (tenant.cloud, tenant.id)).fetchone()
        if row is not None:
            before.append(replace(tenant, name=row[1], domain=row[2]))
            db.execute("UPDATE tenants SET name = ?, domain = ? WHERE key = ?", (tenant.name, tenant.domain, row[0]))
            index(db, "t.key = ?", row[0])
    return before


def _add(db: sqlite3.Connection, new: Sequence[Connection], count: Callable[[], None]) -> tuple[list[str], list[Tenant]]:
    """Return the ids that were added, and tenants as they were before one of these brought their domain."""
    tenants: dict[tuple[str, str], int] = {}
    accounts: dict[tuple[str, str], int] = {}
    filled: list[Tenant] = []
    added: list[str] = []
    taken = {each.id for each in _read(db, [each.id for each in new])}
    first = 0
    for each in new:
        count()
        if each.id in taken:
            continue
        taken.add(each.id)
        place = (each.tenant.cloud, each.tenant.id)
        if place not in tenants:
            filled += _without_domain(db, each.tenant)
            tenants[place] = save_tenant(db, each.tenant)
        person = (each.account.cloud, each.account.id)
        if person not in accounts:
            accounts[person] = save_account(db, each.account)
        values = {**fields(each), "tenant": tenants[place], "account": accounts[person]}
        inserted = db.execute(f"{INSERT} ON CONFLICT DO NOTHING", values)
        if inserted.rowcount:
            first = first or inserted.lastrowid or 0
            added.append(each.id)
    if added:
        index(db, "c.key >= ?", first)  # without AUTOINCREMENT a new key is the largest one and one more
        for chunk in _chunks(added):
            used = f"SELECT DISTINCT connection FROM history WHERE connection IN ({_marks(chunk)})"  # noqa: S608  # question marks
            for (connection_id,) in db.execute(used, chunk).fetchall():
                recall_uses(db, connection_id)
        db.executemany("DELETE FROM removed WHERE connection = ?", ((each,) for each in added))
    return added, filled


def _without_domain(db: sqlite3.Connection, tenant: Tenant) -> list[Tenant]:
    if not tenant.domain:
        return []
    query = "SELECT name FROM tenants WHERE cloud = ? AND guid = ? AND domain = ''"
    return [replace(tenant, name=name, domain="") for (name,) in db.execute(query, (tenant.cloud, tenant.id))]


def _read(db: sqlite3.Connection, ids: Sequence[str]) -> list[Connection]:
    found: list[Connection] = []
    for chunk in _chunks(list(dict.fromkeys(ids))):
        rows: list[tuple[Any, ...]] = db.execute(f"{WHOLE} WHERE c.id IN ({_marks(chunk)})", chunk).fetchall()
        found += [whole(row, Tenant(*row[2:6]), account_of(row[6:11])) for row in rows]
    return found


def _chunks(values: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(values)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
