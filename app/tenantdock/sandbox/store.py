"""What the practice cloud remembers across a restart: refresh tokens, browser sessions, consents, changed people.

A SQLite file in the cloud's folder. Tokens and cookies are kept as SHA-256 hashes: the file alone signs nobody in.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tenantdock.sandbox.folder import Folder, FolderTrouble

REFRESH_LIFETIME: Final = 90 * 86_400.0
SESSION_LIFETIME: Final = 86_400.0
KEPT_LIFETIME: Final = 90 * 86_400.0
_GENERATIONS: Final = 20  # of one refresh token's family that stay valid
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS refresh_tokens (
    hash TEXT PRIMARY KEY, family TEXT NOT NULL, person TEXT NOT NULL, client TEXT NOT NULL,
    auth_time REAL NOT NULL, amr TEXT NOT NULL, issued REAL NOT NULL, expires REAL NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS refresh_family ON refresh_tokens (family, issued);
CREATE TABLE IF NOT EXISTS sessions (
    hash TEXT NOT NULL, person TEXT NOT NULL, auth_time REAL NOT NULL, amr TEXT NOT NULL, expires REAL NOT NULL,
    PRIMARY KEY (hash, person)) STRICT;
CREATE TABLE IF NOT EXISTS consents (
    person TEXT NOT NULL, tenant TEXT NOT NULL, client TEXT NOT NULL, PRIMARY KEY (person, tenant, client)) STRICT;
CREATE TABLE IF NOT EXISTS changes (person TEXT PRIMARY KEY, disabled INTEGER, revoked_before REAL NOT NULL DEFAULT 0) STRICT;
"""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A sign-in. *person* is the object id at home, *auth_time* Unix time in seconds, *amr* the methods used (RFC 8176)."""

    person: str
    auth_time: float
    amr: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """What a refresh token stands for."""

    family: str
    client: str
    signed_in: SignedIn
    expires: float


class Store:
    """The file. Used on one thread. Raises :class:`FolderTrouble` when it cannot be opened."""

    def __init__(self, folder: Folder) -> None:
        path = folder.path / "state.sqlite3"
        try:
            # Made with mode 0600 before SQLite opens it; its companions inherit the mode
            path.touch(mode=0o600)
            self._open(path.as_posix())
        except (sqlite3.DatabaseError, OSError) as error:
            raise FolderTrouble(
                f"The practice cloud cannot use {path}: {error}.",
                "Remove that file: the practice sign-ins are then forgotten. Or give another folder with --folder.",
            ) from None

    def _open(self, path: str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None, timeout=2.0)
        try:
            self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + _SCHEMA)
        except sqlite3.DatabaseError:
            self._db.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def secret(self, name: str) -> str:
        """Return a secret of this cloud's own, made at first use."""
        self._db.execute("INSERT OR IGNORE INTO secrets VALUES (?, ?)", (name, secrets.token_urlsafe(32)))
        return str(self._db.execute("SELECT value FROM secrets WHERE name = ?", (name,)).fetchone()[0])

    # Refresh tokens

    def issue(self, signed_in: SignedIn, client: str, family: str = "") -> str:
        """Return a new refresh token. Older ones of its family stay valid, as Entra's do, up to a number."""
        token, now = f"1.{secrets.token_urlsafe(48)}", time.time()
        family = family or secrets.token_hex(16)
        row = (_hash(token), family, signed_in.person, client, signed_in.auth_time, " ".join(signed_in.amr), now)
        self._db.execute("INSERT INTO refresh_tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, now + REFRESH_LIFETIME))
        self._db.execute(
            "DELETE FROM refresh_tokens WHERE family = ? AND hash NOT IN "
            "(SELECT hash FROM refresh_tokens WHERE family = ? ORDER BY issued DESC LIMIT ?)",
            (family, family, _GENERATIONS),
        )
        return token

    def redeem(self, token: str) -> RefreshToken | None:
        """Return what a refresh token stands for, expired or not, or None for one that was never issued or is long gone."""
        row = self._db.execute(
            "SELECT family, client, person, auth_time, amr, expires FROM refresh_tokens WHERE hash = ?", (_hash(token),)
        ).fetchone()
        if row is None:
            return None
        family, client, person, auth_time, amr, expires = row
        return RefreshToken(family, client, SignedIn(person, auth_time, tuple(amr.split())), expires)

    def expire(self, person: str) -> None:
        """Make all refresh tokens of a person expire now."""
        self._db.execute("UPDATE refresh_tokens SET expires = ? WHERE person = ?", (time.time(), person))

    # Browser sessions

    def accounts(self, cookie: str) -> list[SignedIn]:
        """Return who is signed in under a session cookie."""
        rows = self._db.execute(
            "SELECT person, auth_time, amr FROM sessions WHERE hash = ? AND expires > ? ORDER BY auth_time DESC",
            (_hash(cookie), time.time()),
        ).fetchall()
        kept = [SignedIn(person, auth_time, tuple(amr.split())) for person, auth_time, amr in rows]
        return [account for account in kept if account.auth_time > self.revoked_before(account.person)]

    def renew_session(self, cookie: str, accounts: Iterable[SignedIn], lifetime: float) -> str:
        """Replace a session by a new one with these accounts, and return the new cookie."""
        new, expires = secrets.token_urlsafe(32), time.time() + lifetime
        self.end_session(cookie)
        self._db.executemany(
            "INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?)",
            [(_hash(new), account.person, account.auth_time, " ".join(account.amr), expires) for account in accounts],
        )
        self._db.execute("DELETE FROM sessions WHERE expires <= ?", (time.time(),))
        return new

    def end_session(self, cookie: str, person: str = "") -> None:
        """Sign everybody, or one person, out of a session."""
        if person:
            self._db.execute("DELETE FROM sessions WHERE hash = ? AND person = ?", (_hash(cookie), person))
        else:
            self._db.execute("DELETE FROM sessions WHERE hash = ?", (_hash(cookie),))

    # Consents and people

    def consented(self, person: str, tenant: str, client: str) -> bool:
        """Whether a person agreed to a client in a tenant."""
        query = "SELECT 1 FROM consents WHERE person = ? AND tenant = ? AND client = ?"
        return self._db.execute(query, (person, tenant, client)).fetchone() is not None

    def consent(self, person: str, tenant: str, client: str) -> None:
        """Remember that a person agreed."""
        self._db.execute("INSERT OR IGNORE INTO consents VALUES (?, ?, ?)", (person, tenant, client))

    def disabled(self, person: str) -> bool | None:
        """Whether a person was disabled (True) or enabled (False) since the start of things; None when never changed."""
        row = self._db.execute("SELECT disabled FROM changes WHERE person = ?", (person,)).fetchone()
        return None if row is None or row[0] is None else bool(row[0])

    def disable(self, person: str, disabled: bool) -> None:
        """Disable or enable a person."""
        self._db.execute(
            "INSERT INTO changes (person, disabled) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET disabled = excluded.disabled",
            (person, int(disabled)),
        )

    def revoked_before(self, person: str) -> float:
        """Sign-ins of a person up to this Unix time (seconds) are void."""
        row = self._db.execute("SELECT revoked_before FROM changes WHERE person = ?", (person,)).fetchone()
        return 0.0 if row is None else float(row[0])

    def revoke(self, person: str) -> None:
        """Make all sign-ins of a person void: sessions and refresh tokens."""
        self._db.execute(
            "INSERT INTO changes (person, revoked_before) VALUES (?, ?) "
            "ON CONFLICT (person) DO UPDATE SET revoked_before = excluded.revoked_before",
            (person, time.time()),
        )

    def reset(self) -> None:
        """Forget all sign-ins, consents and changes."""
        for table in ("refresh_tokens", "sessions", "consents", "changes"):
            with contextlib.closing(self._db.execute(f"DELETE FROM {table}")):  # noqa: S608  # the names above
                pass


def _hash(value: str) -> str:
    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()
