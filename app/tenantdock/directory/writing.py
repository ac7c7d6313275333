"""Writing: values into the tables, with the search index in step. Every function takes the database within a transaction of
:mod:`store`.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from tenantdock.directory import reading
from tenantdock.directory.reading import ACCOUNTS, account_of, one
from tenantdock.directory.searching import index, unindex
from tenantdock.domain.directory import Account, Connection, Filing, HistoryEntry, Tenant, frecency
from tenantdock.domain.errors import BadInput, NotFound
from tenantdock.domain.said import said
from tenantdock.domain.text import folded

HISTORY_KEPT: Final = 1000
"""Events kept of each connection."""

_USE_EVENTS: Final = frozenset({"signed-in", "console-opened"})

INSERT: Final = """
INSERT INTO connections (id, name, name_key, tenant, account, services, shell, terminal, colour, folder, startup, browser, profile,
    rung, folders, tags, favourite, notes, last_used)
VALUES (:id, :name, :name_key, :tenant, :account, :services, :shell, :terminal, :colour, :folder, :startup, :browser, :profile,
    :rung, :folders, :tags, :favourite, :notes,
    (SELECT max(at) FROM history WHERE connection = :id AND event IN ('signed-in', 'console-opened')))"""
UPDATE: Final = """
UPDATE connections SET name = :name, name_key = :name_key, services = :services, shell = :shell, terminal = :terminal,
    colour = :colour, folder = :folder, startup = :startup, browser = :browser, profile = :profile, rung = :rung,
    folders = :folders, tags = :tags, favourite = :favourite, notes = :notes
WHERE id = :id"""
_FILE: Final = "UPDATE connections SET folders = ?, tags = ?, favourite = ?, notes = ? WHERE id = ?"


def file(db: sqlite3.Connection, filings: Mapping[str, Filing]) -> dict[str, Filing]:
    """File many, and nothing else of them. Returns how those that are there were filed before."""
    before = reading.filings(db, filings)
    for each in before:
        filing = filings[each]
        db.execute(_FILE, (filing.group, ",".join(filing.tags), int(filing.favourite), filing.notes, each))
        if (filing.group, filing.tags) != (before[each].group, before[each].tags):
            index(db, "c.id = ?", each)
    return before


def there(db: sqlite3.Connection, connection_id: str) -> bool:
    """Whether a connection is saved."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM connections WHERE id = ?)", (connection_id,)).fetchone()[0])


def add_all(db: sqlite3.Connection, connections: Sequence[Connection]) -> tuple[list[Connection], int]:
    """Save many. Returns those that are new, as saved, and how many were there already."""
    new = []
    for connection in connections:
        with contextlib.suppress(_AlreadyThere):
            new.append(add(db, connection))
    return new, len(connections) - len(new)


class _AlreadyThere(BadInput):
    """The connection that was to be added is saved already."""


def add(db: sqlite3.Connection, connection: Connection) -> Connection:
    """Save a new connection. Raises :class:`BadInput` when it is already there; nothing was written then."""
    _refuse_double(db, connection)  # before anything is written: when many are added, those before it stay
    tenant = save_tenant(db, connection.tenant)
    account = save_account(db, connection.account)
    key = _insert(db, INSERT, {**fields(connection), "tenant": tenant, "account": account})
    index(db, "c.key = ?", key)
    recall_uses(db, connection.id)
    db.execute("DELETE FROM removed WHERE connection = ?", (connection.id,))
    return one(db, connection.id)


def recall_uses(db: sqlite3.Connection, connection_id: str) -> None:
    """Give a connection that was removed and comes back the frecency that its history tells."""
    query = "SELECT at FROM history WHERE connection = ? AND event IN ('signed-in', 'console-opened') ORDER BY key"
    uses = [at for (at,) in db.execute(query, (connection_id,))]
    if uses:
        score = functools.reduce(frecency, uses, 0.0)
        db.execute("UPDATE connections SET frecency = ? WHERE id = ?", (score, connection_id))


def save_tenant(db: sqlite3.Connection, tenant: Tenant) -> int:
    """The key of a tenant, which is saved when it is new."""
    row = db.execute("SELECT key, domain FROM tenants WHERE cloud = ? AND guid = ?", (tenant.cloud, tenant.id)).fetchone()
    if row is None:
        values = (tenant.cloud, tenant.id, tenant.name, tenant.domain)
        return _insert(db, "INSERT INTO tenants (cloud, guid, name, domain) VALUES (?, ?, ?, ?)", values)
    if not row[1] and tenant.domain:  # the one that was saved is kept, as it may be what the tenant calls itself
        db.execute("UPDATE tenants SET domain = ? WHERE key = ?", (tenant.domain, row[0]))
        index(db, "t.key = ?", row[0])
    return int(row[0])


def save_account(db: sqlite3.Connection, account: Account) -> int:
    """The key of an account, which is saved when it is new."""
    known = _known_account(db, account)
    if known is not None:
        return known
    values = (
        account.id,
        account.cloud,
        account.username,
        account.username.casefold(),
        account.home_account_id,
        int(account.broker),
    )
    statement = "INSERT INTO accounts (id, cloud, username, username_key, home_account_id, broker) VALUES (?, ?, ?, ?, ?, ?)"
    return _insert(db, statement, values)


def _known_account(db: sqlite3.Connection, account: Account) -> int | None:
    query = "SELECT key FROM accounts WHERE id = ? OR (cloud = ? AND username_key = ?) ORDER BY id = ? DESC LIMIT 1"
    row = db.execute(query, (account.id, account.cloud, account.username.casefold(), account.id)).fetchone()
    return None if row is None else int(row[0])


def _insert(db: sqlite3.Connection, statement: str, values: tuple[str | int, ...] | dict[str, str | int]) -> int:
    key = db.execute(statement, values).lastrowid
    assert key is not None  # noqa: S101  # an INSERT that did not raise has one
    return key


def _refuse_double(db: sqlite3.Connection, connection: Connection) -> None:
    query = (
        "SELECT name FROM connections WHERE id = ? "
        "OR (tenant = (SELECT key FROM tenants WHERE cloud = ? AND guid = ?) AND account = ? AND name_key = ?)"
    )
    tenant, account = connection.tenant, _known_account(db, connection.account)
    row = db.execute(query, (connection.id, tenant.cloud, tenant.id, account, folded(connection.name))).fetchone()
    if row is not None:
        raise _AlreadyThere(
            said("There is already a connection {name!r} with this customer and this account.", name=row[0]),
            next_step="Use that one, or give the new one another name.",
        )


def update(db: sqlite3.Connection, connection: Connection) -> None:
    """Save what can change of a connection. Raises :class:`NotFound`, and :class:`BadInput` for a name that is taken."""
    row = db.execute("SELECT tenant, account FROM connections WHERE id = ?", (connection.id,)).fetchone()
    if row is None:
        raise NotFound("This connection is not saved here any more.", next_step="Add it again if you need it.")
    taken = db.execute(
        "SELECT name FROM connections WHERE tenant = ? AND account = ? AND name_key = ? AND id <> ?",
        (*row, folded(connection.name), connection.id),
    ).fetchone()
    if taken is not None:
        raise BadInput(
            said("There is already a connection {name!r} with this customer and this account.", name=taken[0]),
            next_step="Choose another name.",
        )
    db.execute(UPDATE, fields(connection))
    index(db, "c.id = ?", connection.id)


def fields(connection: Connection) -> dict[str, str | int]:
    """The columns of a connection but its keys, for :data:`INSERT` and :data:`UPDATE`."""
    console, browser = connection.console, connection.browser
    return {
        "id": connection.id,
        "name": connection.name,
        "name_key": folded(connection.name),
        "services": " ".join(connection.services),
        "shell": console.shell,
        "terminal": console.terminal,
        "colour": console.colour,
        "folder": console.folder,
        "startup": console.startup,
        "browser": browser.browser,
        "profile": browser.profile,
        "rung": connection.rung,
        "folders": connection.filing.group,
        "tags": ",".join(connection.filing.tags),
        "favourite": int(connection.filing.favourite),
        "notes": connection.filing.notes,
    }


def pin(db: sqlite3.Connection, account_id: str, home_account_id: str, username: str) -> Account:
    """Pin an account. Raises as :meth:`SqliteDirectory.pin` says."""
    row = db.execute(f"{ACCOUNTS} WHERE id = ?", (account_id,)).fetchone()
    if row is None:
        raise NotFound("This account is not saved here any more.", next_step="Add the connection again.")
    account = account_of(row)
    if account.enrolled and account.home_account_id != home_account_id:
        raise BadInput(
            said("{username} is already tied to another identity.", username=account.username),
            next_step="Remove this account's sign-in first if a different person is meant.",
        )
    key = username.casefold()
    query = "SELECT EXISTS (SELECT 1 FROM accounts WHERE cloud = ? AND username_key = ? AND id <> ?)"
    taken = db.execute(query, (account.cloud, key, account_id)).fetchone()[0]
    pinned = replace(account, home_account_id=home_account_id, username=account.username if taken or not username else username)
    db.execute(
        "UPDATE accounts SET home_account_id = ?, username = ?, username_key = ? WHERE id = ?",
        (pinned.home_account_id, pinned.username, pinned.username.casefold(), account_id),
    )
    if pinned.username != account.username:
        index(db, "a.id = ?", account_id)
    return pinned


def remove(db: sqlite3.Connection, connection_id: str) -> Connection:
    """Remove a connection, and its tenant and account when nothing else uses them. Raises :class:`NotFound`."""
    removed = one(db, connection_id)
    query = "SELECT key, tenant, account FROM connections WHERE id = ?"
    key, tenant, account = db.execute(query, (connection_id,)).fetchone()
    unindex(db, key)
    db.execute("DELETE FROM connections WHERE id = ?", (connection_id,))
    db.execute("DELETE FROM tenants WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM connections WHERE tenant = ?1)", (tenant,))
    db.execute("DELETE FROM accounts WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM connections WHERE account = ?1)", (account,))
    db.execute("INSERT INTO removed (connection) VALUES (?)", (connection_id,))
    return removed


def note(db: sqlite3.Connection, entry: HistoryEntry) -> None:
    """Add to the history of a connection that is there, and drop its oldest events."""
    if not there(db, entry.connection_id):
        return
    values = (entry.connection_id, entry.at, entry.event, entry.text)
    db.execute("INSERT INTO history (connection, at, event, text) VALUES (?, ?, ?, ?)", values)
    db.execute(
        "DELETE FROM history WHERE connection = ? AND key <= "
        "(SELECT key FROM history WHERE connection = ? ORDER BY key DESC LIMIT 1 OFFSET ?)",
        (entry.connection_id, entry.connection_id, HISTORY_KEPT),
    )
    if entry.event in _USE_EVENTS:
        before = db.execute("SELECT frecency FROM connections WHERE id = ?", (entry.connection_id,)).fetchone()[0]
        used = (entry.at, frecency(before, entry.at), entry.connection_id)
        db.execute("UPDATE connections SET last_used = ?, frecency = ? WHERE id = ?", used)
