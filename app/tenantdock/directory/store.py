"""The directory, kept in SQLite."""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tenantdock.directory.database import BUSY_TIMEOUT, Database
from tenantdock.directory.marking import paint, refused
from tenantdock.directory.searching import BY_NAME, ROWS, build, find, index, unindex
from tenantdock.domain.directory import (
    Account,
    BrowserChoice,
    Connection,
    ConnectionRow,
    ConsoleSettings,
    Filing,
    HistoryEntry,
    Tenant,
    frecency,
)
from tenantdock.domain.errors import BadInput, NotFound
from tenantdock.domain.said import said
from tenantdock.domain.text import folded

if TYPE_CHECKING:
    from tenantdock.domain.directory import Changes
    from tenantdock.domain.errors import TenantDockError
    from tenantdock.domain.ports import Clock

HISTORY_KEPT: Final = 1000
"""Events kept of each connection."""

_USE_EVENTS: Final = frozenset({"signed-in", "console-opened"})

_ROWS: Final = ROWS.format(join="CROSS") + BY_NAME
_FILED: Final = "SELECT EXISTS (SELECT 1 FROM connections WHERE folders <> '' OR tags <> '' OR favourite <> 0)"
_WHOLE: Final = """
SELECT c.id, c.name, t.guid, t.cloud, t.name, t.domain, a.id, a.cloud, a.username, a.home_account_id, a.broker,
    c.services, c.shell, c.terminal, c.colour, c.folder, c.startup, c.browser, c.profile, c.rung,
    c.folders, c.tags, c.favourite, c.notes
FROM connections AS c CROSS JOIN tenants AS t ON t.key = c.tenant CROSS JOIN accounts AS a ON a.key = c.account"""
_ONE: Final = _WHOLE + " WHERE c.id = ?"
_EVERY: Final = _WHOLE + BY_NAME
_ACCOUNTS: Final = "SELECT id, cloud, username, home_account_id, broker FROM accounts"
_INSERT: Final = """
INSERT INTO connections (id, name, name_key, tenant, account, services, shell, terminal, colour, folder, startup, browser, profile,
    rung, folders, tags, favourite, notes, last_used)
VALUES (:id, :name, :name_key, :tenant, :account, :services, :shell, :terminal, :colour, :folder, :startup, :browser, :profile,
    :rung, :folders, :tags, :favourite, :notes,
    (SELECT max(at) FROM history WHERE connection = :id AND event IN ('signed-in', 'console-opened')))"""
_UPDATE: Final = """
UPDATE connections SET name = :name, name_key = :name_key, services = :services, shell = :shell, terminal = :terminal,
    colour = :colour, folder = :folder, startup = :startup, browser = :browser, profile = :profile, rung = :rung,
    folders = :folders, tags = :tags, favourite = :favourite, notes = :notes
WHERE id = :id"""
_FILINGS: Final = "SELECT folders, tags, favourite, notes FROM connections WHERE id = ?"
_FILE: Final = "UPDATE connections SET folders = ?, tags = ?, favourite = ?, notes = ? WHERE id = ?"


class SqliteDirectory:
    """The :class:`~tenantdock.domain.ports.Directory` in one SQLite file at *path*.

    The file is opened at the first call, not before. *reports* collects what went wrong without stopping anything (a damaged file
    that was set aside); *on_report* is called with each, on the calling thread. *busy_timeout* is in seconds.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        *,
        on_report: Callable[[TenantDockError], None] | None = None,
        busy_timeout: float = BUSY_TIMEOUT,
    ) -> None:
        self.reports: list[TenantDockError] = []
        self._on_report = on_report
        self._trigrams = True
        self._database = Database(path, clock, self._report, busy_timeout)

    def rows(self) -> list[ConnectionRow]:
        """All connections as the list shows them, by name."""
        return self._database.read(_rows)

    def first_rows(self, limit: int) -> list[ConnectionRow]:
        """The beginning of :meth:`rows`, at most *limit*; all of them where one is filed."""
        return self._database.read(lambda db: _first_rows(db, limit))

    def connection(self, connection_id: str) -> Connection:
        """One connection. Raises :class:`NotFound`."""
        return self._database.read(lambda db: _connection(db, connection_id))

    def add(self, connection: Connection) -> Connection:
        """Save a new connection, sharing its tenant and account with others. Raises :class:`BadInput` when it is already there.

        An account is the same when its id is, or its cloud and user name.
        """
        return self._database.write(lambda db: _add(db, connection))

    def update(self, connection: Connection) -> None:
        """Save changed name, services, console, browser, rung or filing. Raises :class:`NotFound`, and :class:`BadInput` when the
        new name is taken by another connection of the same tenant and account.
        """
        self._database.write(lambda db: _update(db, connection))

    def filings(self, connection_ids: Sequence[str]) -> dict[str, Filing]:
        """How connections are filed, by id; those that are gone are left out."""
        return self._database.read(lambda db: _filings(db, connection_ids))

    def file(self, filings: Mapping[str, Filing]) -> dict[str, Filing]:
        """File many in one transaction, and nothing else of them. Returns how they were filed before, for an undo; those that are
        gone are left out.
        """
        return self._database.write(lambda db: _file(db, filings))

    def paint(self, colours: Mapping[str, str]) -> dict[str, str]:
        """Give connections these colours in one transaction. Returns the colours before; those that are gone are left out."""
        return self._database.write(lambda db: paint(db, colours))

    def refused(self) -> dict[str, str]:
        """The connections whose last sign-in was refused, each with what its history says of it."""
        return self._database.read(refused)

    def remember_rung(self, connection_id: str, rung: str) -> None:
        """Save which rung worked, and nothing else. A connection that is gone is no error."""
        statement = "UPDATE connections SET rung = ?1 WHERE id = ?2 AND rung <> ?1"
        self._database.write(lambda db: db.execute(statement, (rung, connection_id)))

    def accounts(self) -> list[Account]:
        """All saved accounts, by user name."""
        query = f"{_ACCOUNTS} ORDER BY username_key, cloud"
        return self._database.read(lambda db: [_account(row) for row in db.execute(query)])

    def set_broker(self, account_id: str, on: bool) -> None:
        """Save whether an account signs in through the system's broker. Raises :class:`NotFound`."""

        def work(db: sqlite3.Connection) -> None:
            if not db.execute("UPDATE accounts SET broker = ? WHERE id = ?", (int(on), account_id)).rowcount:
                raise NotFound("This account is not saved here any more.", next_step="Add the connection again.")

        self._database.write(work)

    def search(self, text: str, limit: int = 50) -> list[ConnectionRow]:
        """The connections that hold every word of *text*, those whose name begins with it first, then by name.

        The first search of a large file makes its index (half a second at 20,000 connections), which is kept in step from then on.
        """

        def work(db: sqlite3.Connection) -> list[ConnectionRow]:
            self._trigrams = self._trigrams and build(db)
            return _shown(find(db, text, max(0, limit), indexed=self._trigrams))

        return self._database.read(work)

    def every(self) -> list[Connection]:
        """All connections, whole, by name."""
        return self._database.read(_every)

    def add_all(self, connections: Sequence[Connection]) -> tuple[list[Connection], int]:
        """Save many in one transaction. Returns those that are new, as saved, and how many were there already."""
        return self._database.write(lambda db: _add_all(db, connections))

    def apply(self, changes: Changes, step: Callable[[int], None] | None = None) -> Changes:
        """Do many changes in one transaction. Returns what undoes them."""
        from tenantdock.directory.applying import apply  # noqa: PLC0415 - seldom wanted

        return self._database.write(lambda db: apply(db, changes, step))

    def rename_tenant(self, tenant: Tenant) -> None:
        """Save a tenant's name and domain. Raises :class:`NotFound`."""

        def work(db: sqlite3.Connection) -> None:
            changed = db.execute(
                "UPDATE tenants SET name = ?, domain = ? WHERE cloud = ? AND guid = ?",
                (tenant.name, tenant.domain, tenant.cloud, tenant.id),
            )
            if not changed.rowcount:
                raise NotFound("This customer is not saved here any more.", next_step="Add it again if you need it.")
            index(db, "t.cloud = ? AND t.guid = ?", tenant.cloud, tenant.id)

        self._database.write(work)

    def pin(self, account_id: str, home_account_id: str, username: str) -> Account:
        """Pin an account, or save its changed user name (unless another saved account has that name). Raises :class:`NotFound`,
        and :class:`BadInput` when it is already pinned to another home account id.
        """
        return self._database.write(lambda db: _pin(db, account_id, home_account_id, username))

    def unpin(self, account_id: str) -> None:
        """Forget an account's pin. An account that is not there is no error."""
        self._database.write(lambda db: db.execute("UPDATE accounts SET home_account_id = '' WHERE id = ?", (account_id,)))

    def remove(self, connection_id: str) -> Connection:
        """Remove a connection, and its tenant and account when nothing else uses them. Raises :class:`NotFound`.

        Its history stays until the next start, so that adding it again brings that back too.
        """
        return self._database.write(lambda db: _remove(db, connection_id))

    def remove_all(self, connection_ids: Sequence[str]) -> list[Connection]:
        """Remove many in one transaction. Returns those that were there."""
        return self._database.write(lambda db: [_remove(db, each) for each in dict.fromkeys(connection_ids) if _there(db, each)])

    def purge(self) -> None:
        """Have nothing of what was removed left on the disk. Raises :class:`StorageTrouble` (another process uses the file)."""
        self._database.purge()

    def account_in_use(self, account_id: str) -> bool:
        """Whether a connection still uses this account."""
        query = "SELECT EXISTS (SELECT 1 FROM connections JOIN accounts ON accounts.key = account WHERE accounts.id = ?)"
        return self._database.read(lambda db: bool(db.execute(query, (account_id,)).fetchone()[0]))

    def note(self, entry: HistoryEntry) -> None:
        """Add to the history. Dropped when the connection is gone; the oldest beyond :data:`HISTORY_KEPT` go."""
        self._database.write(lambda db: _note(db, entry))

    def history(self, connection_id: str, limit: int = 100) -> list[HistoryEntry]:
        """The latest events of a connection, newest first."""
        query = "SELECT at, connection, event, text FROM history WHERE connection = ? ORDER BY key DESC LIMIT ?"
        return self._database.read(lambda db: [HistoryEntry(*row) for row in db.execute(query, (connection_id, max(0, limit)))])

    def close(self) -> None:
        """Close the database for good."""
        self._database.close()

    def _report(self, error: TenantDockError) -> None:
        self.reports.append(error)
        if self._on_report is not None:
            self._on_report(error)


def _rows(db: sqlite3.Connection) -> list[ConnectionRow]:
    return _shown(db.execute(_ROWS))


def _first_rows(db: sqlite3.Connection, limit: int) -> list[ConnectionRow]:
    (filed,) = db.execute(_FILED).fetchone()
    return _rows(db) if filed else _shown(db.execute(f"{_ROWS} LIMIT ?", (limit,)))


def _shown(found: Iterable[tuple[Any, ...]]) -> list[ConnectionRow]:
    split: dict[str, tuple[str, ...]] = {}  # few combinations of services are shared by many connections
    rows = []
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
        rows.append(
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
    return rows


def _connection(db: sqlite3.Connection, connection_id: str) -> Connection:
    row = db.execute(_ONE, (connection_id,)).fetchone()
    if row is None:
        raise NotFound("This connection is not saved here any more.", next_step="Add it again if you need it.")
    return _whole(row, Tenant(*row[2:6]), _account(row[6:11]))


def _every(db: sqlite3.Connection) -> list[Connection]:
    tenants: dict[tuple[str, ...], Tenant] = {}  # one object for all connections of a tenant, or of an account
    accounts: dict[str, Account] = {}
    connections = []
    for row in db.execute(_EVERY):
        tenant = tenants.get(row[2:4]) or tenants.setdefault(row[2:4], Tenant(*row[2:6]))
        account = accounts.get(row[6]) or accounts.setdefault(row[6], _account(row[6:11]))
        connections.append(_whole(row, tenant, account))
    return connections


def _whole(row: tuple[Any, ...], tenant: Tenant, account: Account) -> Connection:
    console, browser = ConsoleSettings(*row[12:17]), BrowserChoice(*row[17:19])
    return Connection(row[0], row[1], tenant, account, tuple(row[11].split()), console, browser, row[19], _filing(row[20:24]))


def _filing(row: tuple[Any, ...]) -> Filing:
    group, tags, favourite, notes = row
    return Filing(group, _tags(tags), bool(favourite), notes)


def _tags(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def _filings(db: sqlite3.Connection, connection_ids: Iterable[str]) -> dict[str, Filing]:
    found = ((each, db.execute(_FILINGS, (each,)).fetchone()) for each in connection_ids)
    return {each: _filing(row) for each, row in found if row is not None}


def _file(db: sqlite3.Connection, filings: Mapping[str, Filing]) -> dict[str, Filing]:
    before = _filings(db, filings)
    for each in before:
        filing = filings[each]
        db.execute(_FILE, (filing.group, ",".join(filing.tags), int(filing.favourite), filing.notes, each))
        if (filing.group, filing.tags) != (before[each].group, before[each].tags):
            index(db, "c.id = ?", each)
    return before


def _account(row: tuple[Any, ...]) -> Account:
    id_, cloud, username, home_account_id, broker = row
    return Account(id_, cloud, username, home_account_id, bool(broker))


def _there(db: sqlite3.Connection, connection_id: str) -> bool:
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM connections WHERE id = ?)", (connection_id,)).fetchone()[0])


def _add_all(db: sqlite3.Connection, connections: Sequence[Connection]) -> tuple[list[Connection], int]:
    new = []
    for connection in connections:
        with contextlib.suppress(_AlreadyThere):
            new.append(_add(db, connection))
    return new, len(connections) - len(new)


class _AlreadyThere(BadInput):
    """The connection that was to be added is saved already."""


def _add(db: sqlite3.Connection, connection: Connection) -> Connection:
    _refuse_double(db, connection)  # before anything is written: when many are added, those before it stay
    tenant = _save_tenant(db, connection.tenant)
    account = _save_account(db, connection.account)
    key = _insert(db, _INSERT, {**_fields(connection), "tenant": tenant, "account": account})
    index(db, "c.key = ?", key)
    _recall_uses(db, connection.id)
    db.execute("DELETE FROM removed WHERE connection = ?", (connection.id,))
    return _connection(db, connection.id)


def _recall_uses(db: sqlite3.Connection, connection_id: str) -> None:
    """Give a connection that was removed and comes back the frecency that its history tells."""
    query = "SELECT at FROM history WHERE connection = ? AND event IN ('signed-in', 'console-opened') ORDER BY key"
    uses = [at for (at,) in db.execute(query, (connection_id,))]
    if uses:
        score = functools.reduce(frecency, uses, 0.0)
        db.execute("UPDATE connections SET frecency = ? WHERE id = ?", (score, connection_id))


def _save_tenant(db: sqlite3.Connection, tenant: Tenant) -> int:
    row = db.execute("SELECT key, domain FROM tenants WHERE cloud = ? AND guid = ?", (tenant.cloud, tenant.id)).fetchone()
    if row is None:
        values = (tenant.cloud, tenant.id, tenant.name, tenant.domain)
        return _insert(db, "INSERT INTO tenants (cloud, guid, name, domain) VALUES (?, ?, ?, ?)", values)
    if not row[1] and tenant.domain:  # the one that was saved is kept, as it may be what the tenant calls itself
        db.execute("UPDATE tenants SET domain = ? WHERE key = ?", (tenant.domain, row[0]))
        index(db, "t.key = ?", row[0])
    return int(row[0])


def _save_account(db: sqlite3.Connection, account: Account) -> int:
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


def _update(db: sqlite3.Connection, connection: Connection) -> None:
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
    db.execute(_UPDATE, _fields(connection))
    index(db, "c.id = ?", connection.id)


def _fields(connection: Connection) -> dict[str, str | int]:
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


def _pin(db: sqlite3.Connection, account_id: str, home_account_id: str, username: str) -> Account:
    row = db.execute(f"{_ACCOUNTS} WHERE id = ?", (account_id,)).fetchone()
    if row is None:
        raise NotFound("This account is not saved here any more.", next_step="Add the connection again.")
    account = _account(row)
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


def _remove(db: sqlite3.Connection, connection_id: str) -> Connection:
    removed = _connection(db, connection_id)
    query = "SELECT key, tenant, account FROM connections WHERE id = ?"
    key, tenant, account = db.execute(query, (connection_id,)).fetchone()
    unindex(db, key)
    db.execute("DELETE FROM connections WHERE id = ?", (connection_id,))
    db.execute("DELETE FROM tenants WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM connections WHERE tenant = ?1)", (tenant,))
    db.execute("DELETE FROM accounts WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM connections WHERE account = ?1)", (account,))
    db.execute("INSERT INTO removed (connection) VALUES (?)", (connection_id,))
    return removed


def _note(db: sqlite3.Connection, entry: HistoryEntry) -> None:
    if not _there(db, entry.connection_id):
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
