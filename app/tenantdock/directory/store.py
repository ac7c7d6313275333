"""The directory, kept in SQLite: which transaction does what. The statements are in :mod:`reading` and :mod:`writing`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tenantdock.directory import reading, writing
from tenantdock.directory.database import BUSY_TIMEOUT, Database
from tenantdock.directory.marking import paint, refused
from tenantdock.directory.searching import build, find
from tenantdock.domain.directory import Account, Connection, ConnectionRow, Filing, HistoryEntry
from tenantdock.domain.errors import NotFound

if TYPE_CHECKING:
    from tenantdock.domain.directory import Changes
    from tenantdock.domain.errors import TenantDockError
    from tenantdock.domain.ports import Clock


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
        self._expected: set[str] = set()
        self._trigrams = True
        self._database = Database(path, clock, self._report, busy_timeout)

    def rows(self) -> list[ConnectionRow]:
        """All connections as the list shows them, by name."""
        return self._database.read(reading.rows)

    def first_rows(self, limit: int) -> list[ConnectionRow]:
        """The beginning of :meth:`rows`, at most *limit*; all of them where one is filed."""
        return self._database.read(lambda db: reading.first_rows(db, limit))

    def connection(self, connection_id: str) -> Connection:
        """One connection. Raises :class:`NotFound`."""
        return self._database.read(lambda db: reading.one(db, connection_id))

    def add(self, connection: Connection) -> Connection:
        """Save a new connection, sharing its tenant and account with others. Raises :class:`BadInput` when it is already there.

        An account is the same when its id is, or its cloud and user name.
        """
        return self._database.write(lambda db: writing.add(db, connection))

    def update(self, connection: Connection) -> None:
        """Save changed name, services, console, browser, rung or filing. Raises :class:`NotFound`, and :class:`BadInput` when the
        new name is taken by another connection of the same tenant and account.
        """
        self._database.write(lambda db: writing.update(db, connection))

    def filings(self, connection_ids: Sequence[str]) -> dict[str, Filing]:
        """How connections are filed, by id; those that are gone are left out."""
        return self._database.read(lambda db: reading.filings(db, connection_ids))

    def file(self, filings: Mapping[str, Filing]) -> dict[str, Filing]:
        """File many in one transaction, and nothing else of them. Returns how they were filed before, for an undo; those that are
        gone are left out.
        """
        return self._database.write(lambda db: writing.file(db, filings))

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
        query = f"{reading.ACCOUNTS} ORDER BY username_key, cloud"
        return self._database.read(lambda db: [reading.account_of(row) for row in db.execute(query)])

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
            return reading.shown(find(db, text, max(0, limit), indexed=self._trigrams))

        return self._database.read(work)

    def every(self) -> list[Connection]:
        """All connections, whole, by name."""
        return self._database.read(reading.every)

    def add_all(self, connections: Sequence[Connection]) -> tuple[list[Connection], int]:
        """Save many in one transaction. Returns those that are new, as saved, and how many were there already."""
        return self._database.write(lambda db: writing.add_all(db, connections))

    def apply(self, changes: Changes, step: Callable[[int], None] | None = None) -> Changes:
        """Do many changes in one transaction. Returns what undoes them."""
        from tenantdock.directory.applying import apply  # noqa: PLC0415 - seldom wanted

        return self._database.write(lambda db: apply(db, changes, step))

    def pin(self, account_id: str, home_account_id: str, username: str) -> Account:
        """Pin an account, or save its changed user name (unless another saved account has that name). Raises :class:`NotFound`,
        and :class:`BadInput` when it is already pinned to another home account id.
        """
        return self._database.write(lambda db: writing.pin(db, account_id, home_account_id, username))

    def unpin(self, account_id: str) -> None:
        """Forget an account's pin. An account that is not there is no error."""
        self._database.write(lambda db: db.execute("UPDATE accounts SET home_account_id = '' WHERE id = ?", (account_id,)))

    def remove_all(self, connection_ids: Sequence[str]) -> list[Connection]:
        """Remove connections in one transaction, and their tenants and accounts when nothing else uses them. Returns those that
        were there. Their history stays until :meth:`purge`, so that adding them again brings that back too.
        """
        return self._database.write(
            lambda db: [writing.remove(db, each) for each in dict.fromkeys(connection_ids) if writing.there(db, each)]
        )

    def purge(self) -> None:
        """Have nothing of what was removed left on the disk. Raises :class:`StorageTrouble` (another process uses the file)."""
        self._database.purge()

    def account_in_use(self, account_id: str) -> bool:
        """Whether a connection still uses this account."""
        query = "SELECT EXISTS (SELECT 1 FROM connections JOIN accounts ON accounts.key = account WHERE accounts.id = ?)"
        return self._database.read(lambda db: bool(db.execute(query, (account_id,)).fetchone()[0]))

    def expect(self, account_id: str) -> None:
        """Note on disk that something may be kept of an account that no connection uses yet."""
        self._expected.add(account_id)
        statement = (
            "INSERT OR IGNORE INTO loose (account) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.id = ?1)"
        )
        self._database.write(lambda db: db.execute(statement, (account_id,)))

    def loose(self) -> list[str]:
        """The accounts that no connection uses and of which something may still be kept, but those that this object expects."""
        found = self._database.read(lambda db: [row[0] for row in db.execute("SELECT account FROM loose ORDER BY account")])
        return [each for each in found if each not in self._expected]

    def let_go(self, account_ids: Sequence[str]) -> None:
        """Note that nothing is kept any more of accounts that no connection uses."""
        if account_ids:
            values = [(each,) for each in account_ids]
            self._database.write(lambda db: db.executemany("DELETE FROM loose WHERE account = ?", values))
            self._expected.difference_update(account_ids)

    def note(self, entry: HistoryEntry) -> None:
        """Add to the history. Dropped when the connection is gone; the oldest beyond :data:`writing.HISTORY_KEPT` go."""
        self._database.write(lambda db: writing.note(db, entry))

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
