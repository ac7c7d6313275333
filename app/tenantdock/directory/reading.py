"""Reading: what is in the tables, as values. Every function takes the database within a transaction of :mod:`store`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, Final

from tenantdock.directory.searching import BY_NAME, ROWS
from tenantdock.domain.directory import Account, BrowserChoice, Connection, ConnectionRow, ConsoleSettings, Filing, Tenant
from tenantdock.domain.errors import NotFound

_ROWS: Final = ROWS.format(join="CROSS") + BY_NAME
_FILED: Final = "SELECT EXISTS (SELECT 1 FROM connections WHERE folders <> '' OR tags <> '' OR favourite <> 0)"
WHOLE: Final = """
SELECT c.id, c.name, t.guid, t.cloud, t.name, t.domain, a.id, a.cloud, a.username, a.home_account_id, a.broker,
    c.services, c.shell, c.terminal, c.colour, c.folder, c.startup, c.browser, c.profile, c.rung,
    c.folders, c.tags, c.favourite, c.notes
FROM connections AS c CROSS JOIN tenants AS t ON t.key = c.tenant CROSS JOIN accounts AS a ON a.key = c.account"""
_ONE: Final = WHOLE + " WHERE c.id = ?"
_EVERY: Final = WHOLE + BY_NAME
ACCOUNTS: Final = "SELECT id, cloud, username, home_account_id, broker FROM accounts"
_FILINGS: Final = "SELECT folders, tags, favourite, notes FROM connections WHERE id = ?"


def rows(db: sqlite3.Connection) -> list[ConnectionRow]:
    """All connections as the list shows them, by name."""
    return shown(db.execute(_ROWS))


def first_rows(db: sqlite3.Connection, limit: int) -> list[ConnectionRow]:
    """The beginning of :func:`rows`, at most *limit*; all of them where one is filed."""
    (filed,) = db.execute(_FILED).fetchone()
    return rows(db) if filed else shown(db.execute(f"{_ROWS} LIMIT ?", (limit,)))


def shown(found: Iterable[tuple[Any, ...]]) -> list[ConnectionRow]:
    """What :data:`~tenantdock.directory.searching.ROWS` found, as values."""
    split: dict[str, tuple[str, ...]] = {}  # few combinations of services are shared by many connections
    made = []
    for (
        id_,
        name,
        guid,
        tenant,
        domain,
        username,
        cloud,
        keys,
        colour,
        enrolled,
        used,
        account,
        home,
        group,
        tags,
        liked,
        score,
    ) in found:
        services = split.get(keys)
        if services is None:
            services = split[keys] = tuple(keys.split())
        filed = (group, _tags(tags), bool(liked), score)
        made.append(
            ConnectionRow(
                id_,
                name,
                guid,
                tenant,
                domain,
                username,
                cloud,
                services,
                colour,
                bool(enrolled),
                used,
                account,
                home.partition(".")[2],
                *filed,
            )
        )
    return made


def one(db: sqlite3.Connection, connection_id: str) -> Connection:
    """One connection, whole. Raises :class:`NotFound`."""
    row = db.execute(_ONE, (connection_id,)).fetchone()
    if row is None:
        raise NotFound("This connection is not saved here any more.", next_step="Add it again if you need it.")
    return whole(row, Tenant(*row[2:6]), account_of(row[6:11]))


def every(db: sqlite3.Connection) -> list[Connection]:
    """All connections, whole, by name."""
    tenants: dict[tuple[str, ...], Tenant] = {}  # one object for all connections of a tenant, or of an account
    accounts: dict[str, Account] = {}
    connections = []
    for row in db.execute(_EVERY):
        tenant = tenants.get(row[2:4]) or tenants.setdefault(row[2:4], Tenant(*row[2:6]))
        account = accounts.get(row[6]) or accounts.setdefault(row[6], account_of(row[6:11]))
        connections.append(whole(row, tenant, account))
    return connections


def whole(row: tuple[Any, ...], tenant: Tenant, account: Account) -> Connection:
    """A row of :data:`WHOLE` as a connection of *tenant* and *account*, which its callers share where they can."""
    console, browser = ConsoleSettings(*row[12:17]), BrowserChoice(*row[17:19])
    return Connection(row[0], row[1], tenant, account, tuple(row[11].split()), console, browser, row[19], filing_of(row[20:24]))


def filing_of(row: tuple[Any, ...]) -> Filing:
    """Four columns (folders, tags, favourite, notes) as how a connection is filed."""
    group, tags, favourite, notes = row
    return Filing(group, _tags(tags), bool(favourite), notes)


def _tags(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def filings(db: sqlite3.Connection, connection_ids: Iterable[str]) -> dict[str, Filing]:
    """How connections are filed, by id; those that are gone are left out."""
    found = ((each, db.execute(_FILINGS, (each,)).fetchone()) for each in connection_ids)
    return {each: filing_of(row) for each, row in found if row is not None}


def account_of(row: tuple[Any, ...]) -> Account:
    """A row of :data:`ACCOUNTS` as an account."""
    id_, cloud, username, home_account_id, broker = row
    return Account(id_, cloud, username, home_account_id, bool(broker))
