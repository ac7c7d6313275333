"""The tables, as numbered migrations.

``user_version`` of the file holds the number of the last migration applied. A migration that was ever released is never changed:
the next one mends it. Each runs in one transaction with its number, so a kill leaves the file before or after it, never within.
Plain SQL only, and the function ``folded``: SQLite 3.34 is the oldest that comes with a Python 3.11 (RHEL 9).
"""

from __future__ import annotations

import sqlite3
from typing import Final

from tenantdock.directory.transaction import transaction
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.said import said
from tenantdock.domain.text import folded

_FIRST: Final = (
    """CREATE TABLE tenants (
        key INTEGER PRIMARY KEY,
        cloud TEXT NOT NULL,
        guid TEXT NOT NULL,
        name TEXT NOT NULL,
        domain TEXT NOT NULL,
        UNIQUE (cloud, guid)
    )""",
    # username_key: the user name in folded case, because Entra does not tell case apart
    """CREATE TABLE accounts (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        cloud TEXT NOT NULL,
        username TEXT NOT NULL,
        username_key TEXT NOT NULL,
        home_account_id TEXT NOT NULL,
        UNIQUE (cloud, username_key)
    )""",
    # name_key: what the list is sorted by and doubles are found by; services: keys with a space between
    """CREATE TABLE connections (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        tenant INTEGER NOT NULL REFERENCES tenants (key),
        account INTEGER NOT NULL REFERENCES accounts (key),
        services TEXT NOT NULL,
        shell TEXT NOT NULL,
        terminal TEXT NOT NULL,
        colour TEXT NOT NULL,
        folder TEXT NOT NULL,
        startup TEXT NOT NULL,
        browser TEXT NOT NULL,
        profile TEXT NOT NULL,
        rung TEXT NOT NULL,
        last_used REAL,
        UNIQUE (tenant, account, name_key)
    )""",
    "CREATE INDEX connections_by_name ON connections (name_key, name, id)",
    "CREATE INDEX connections_by_account ON connections (account)",
    # connection is no foreign key: the history of a removed connection stays until the next start, for an undo
    """CREATE TABLE history (
        key INTEGER PRIMARY KEY,
        connection TEXT NOT NULL,
        at REAL NOT NULL,
        event TEXT NOT NULL,
        text TEXT NOT NULL
    )""",
    "CREATE INDEX history_by_connection ON history (connection, key)",
    "CREATE TABLE removed (connection TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
)

# hay: all that a search looks through, folded, with a line break between the parts. A table of its own, because the list is read at
# every start and this is not. search_index: whether the trigram index (searching.py) holds the same as this table
_SECOND: Final = (
    "ALTER TABLE accounts ADD COLUMN broker INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX accounts_by_identity ON accounts (home_account_id) WHERE home_account_id <> ''",
    "CREATE TABLE search (key INTEGER PRIMARY KEY, hay TEXT NOT NULL)",
    """INSERT INTO search (key, hay)
        SELECT c.key, folded(c.name || char(10) || t.name || char(10) || t.domain || char(10) || t.guid || char(10) || a.username)
        FROM connections AS c JOIN tenants AS t ON t.key = c.tenant JOIN accounts AS a ON a.key = c.account""",
    "CREATE TABLE search_index (fresh INTEGER NOT NULL)",
    "INSERT INTO search_index (fresh) VALUES (0)",
)

# How people file connections. frecency: see tenantdock.domain.directory.frecency; known uses count as one each
_THIRD: Final = (
    "ALTER TABLE connections ADD COLUMN folders TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE connections ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE connections ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE connections ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE connections ADD COLUMN frecency REAL NOT NULL DEFAULT 0",
    "UPDATE connections SET frecency = last_used / 1209600.0 WHERE last_used IS NOT NULL",
)

# Folding takes more letters and signs as their plain ones ("Søren" is found by "soren"). Two names of one account at one tenant
# that are the same for it now stay as they were
_FOURTH: Final = (
    "UPDATE OR IGNORE connections SET name_key = folded(name) WHERE name_key <> folded(name)",
    "DELETE FROM search",
    """INSERT INTO search (key, hay)
        SELECT c.key, folded(c.name || char(10) || t.name || char(10) || t.domain || char(10) || t.guid || char(10) || a.username
            || char(10) || c.folders || char(10) || c.tags)
        FROM connections AS c JOIN tenants AS t ON t.key = c.tenant JOIN accounts AS a ON a.key = c.account""",
    "UPDATE search_index SET fresh = 0",
)

# Accounts that no connection uses, of which something may still be kept: a sealed sign-in, a browser profile. A kill between the
# removal here and the one there, or before an account that signed in got its first connection, is made good by the next start
_FIFTH: Final = (
    "CREATE TABLE loose (account TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    """CREATE TRIGGER account_goes AFTER DELETE ON accounts BEGIN
        INSERT OR IGNORE INTO loose (account) VALUES (OLD.id);
    END""",
    """CREATE TRIGGER account_comes AFTER INSERT ON accounts BEGIN
        DELETE FROM loose WHERE account = NEW.id;
    END""",
)

MIGRATIONS: Final = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH)
LATEST: Final = len(MIGRATIONS)


def version(db: sqlite3.Connection) -> int:
    """Return the number of the last migration that the file has seen (0 for a new file)."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(db: sqlite3.Connection) -> None:
    """Raise :class:`StorageTrouble` when a newer TenantDock wrote the file. Reads only."""
    found = version(db)
    if found > LATEST:
        raise StorageTrouble(
            said(
                "Your connections were saved by a newer TenantDock (format {found}; this one knows {latest}).",
                found=found,
                latest=LATEST,
            ),
            next_step="Start the newer TenantDock, or update this one. Nothing was changed.",
        )


def migrate(db: sqlite3.Connection) -> None:
    """Apply the migrations that the file has not seen, each in one transaction."""
    db.create_function("folded", 1, folded, deterministic=True)
    while version(db) < LATEST:
        transaction(db, _next)


def _next(db: sqlite3.Connection) -> None:
    number = version(db)  # again, now that nobody else can write: two processes may start on a new file at the same time
    if number < LATEST:
        for statement in MIGRATIONS[number]:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {number + 1}")
