"""One SQLite file: opened at first use, migrated, shared by threads, set aside when damaged."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tenantdock.directory.purging import purge
from tenantdock.directory.schema import migrate, refuse_newer
from tenantdock.directory.transaction import transaction
from tenantdock.directory.trouble import busy, damaged, trouble
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.said import said
from tenantdock.folders import INSIDE

if TYPE_CHECKING:
    from tenantdock.directory.transaction import T, Work
    from tenantdock.domain.errors import TenantDockError
    from tenantdock.domain.ports import Clock

_POSIX = os.name == "posix"

BUSY_TIMEOUT: Final = 5.0
"""Seconds to wait for another process that holds the file."""
_PAUSE: Final = 0.01
"""Seconds between two tries where SQLite does not wait by itself."""


class Database:
    """A SQLite file. Nothing is touched before the first :meth:`read` or :meth:`write`, so building one costs nothing.

    One connection serves all threads, one at a time. A damaged file is set aside, a fresh one started, and the fact handed to
    *report*, on the thread that met it.
    """

    def __init__(self, path: Path, clock: Clock, report: Callable[[TenantDockError], None], busy_timeout: float) -> None:
        self._path = path
        self._clock = clock
        self._report = report
        self._busy_timeout = busy_timeout
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        self._closed = False

    def read(self, work: Work[T]) -> T:
        """Run *work*, which only reads. Raises :class:`StorageTrouble`."""
        return self._run(work)

    def write(self, work: Work[T]) -> T:
        """Run *work* in one transaction. It is on disk when this returns; when this raises, nothing changed."""
        return self._run(lambda db: transaction(db, work))

    def purge(self) -> None:
        """Have nothing of what was removed left in the file and its log. Raises :class:`StorageTrouble`."""
        self._run(purge)

    def close(self) -> None:
        """Close the file for good, purged. Later calls raise :class:`StorageTrouble`."""
        with self._lock:
            self._closed = True
            if self._db is not None:
                with contextlib.suppress(sqlite3.Error):  # the next start does it
                    self._db.execute("PRAGMA busy_timeout = 0")
                    purge(self._db)
            self._drop()

    def _run(self, work: Work[T]) -> T:
        with self._lock:
            if self._closed:
                raise StorageTrouble("TenantDock is ending, so nothing more is saved.", next_step="Start TenantDock again.")
            try:
                return work(self._opened())
            except sqlite3.DatabaseError as error:
                if not damaged(error):
                    raise trouble(error, self._path) from error
                self._set_aside(error)
            except OSError as error:
                raise trouble(error, self._path) from error
            try:
                return work(self._opened())
            except (sqlite3.DatabaseError, OSError) as error:
                raise trouble(error, self._path) from error

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            _create_private(self._path)
            db = sqlite3.connect(self._path, timeout=self._busy_timeout, isolation_level=None, check_same_thread=False)
            try:
                refuse_newer(db)
                self._keep_log(db)
                # FULL: a commit that returned survives a power cut, also in WAL mode (https://www.sqlite.org/pragma.html#pragma_synchronous)
                db.execute("PRAGMA synchronous = FULL")
                db.execute("PRAGMA foreign_keys = ON")
                # What was removed is overwritten, not only unlinked
                db.execute("PRAGMA secure_delete = ON")
                # What SQLite sorts or copies stays in this process: no file outside of the data folder
                db.execute("PRAGMA temp_store = MEMORY")
                migrate(db)
                self._purge_left(db)
            except BaseException:
                db.close()
                raise
            self._db = db
        return self._db

    def _keep_log(self, db: sqlite3.Connection) -> None:
        """Have a new file keep a write-ahead log. While another process that starts now does the same, or writes, SQLite refuses it
        at once, whatever its busy timeout (seen with 3.40); so the waiting is done here.
        """
        end = time.monotonic() + self._busy_timeout
        while True:
            try:
                db.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if not busy(error) or time.monotonic() >= end:
                    raise
            else:
                return
            time.sleep(_PAUSE)

    def _purge_left(self, db: sqlite3.Connection) -> None:
        """Purge what a TenantDock that was killed left. It can wait when another process uses the file."""
        db.execute("PRAGMA busy_timeout = 0")
        try:
            purge(db)
        except sqlite3.OperationalError:
            pass
        finally:
            db.execute(f"PRAGMA busy_timeout = {round(self._busy_timeout * 1000)}")

    def _drop(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _set_aside(self, error: sqlite3.DatabaseError) -> None:
        with contextlib.suppress(sqlite3.Error):  # closing flushes the log into the file, which may be what is damaged
            self._drop()
        self._db = None
        stamp = datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y%m%dT%H%M%SZ")
        name, count = f"{self._path.name}.damaged-{stamp}", 1
        while (kept := self._path.with_name(name)).exists():
            count += 1
            name = f"{self._path.name}.damaged-{stamp}-{count}"
        try:
            # The log first: a kill in between must not leave it beside a fresh file
            for suffix in ("-wal", "-shm", ""):
                with contextlib.suppress(FileNotFoundError):
                    Path(f"{self._path}{suffix}").replace(f"{kept}{suffix}")
        except OSError as failure:
            raise trouble(failure, self._path) from failure
        self._report(
            StorageTrouble(
                "The file with your connections was damaged. TenantDock set it aside and started with an empty list.",
                next_step=said(
                    "Restore a backup of {name}, or add your customers again. The damaged file is {kept}.",
                    name=self._path.name,
                    kept=kept,
                ),
                details=f"{kept}: {error}",
            )
        )


def _create_private(path: Path) -> None:
    """Create the file for this user only (SQLite gives its log files the same mode), its folder too where it is not there."""
    path.parent.mkdir(mode=INSIDE, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if _POSIX and path.stat().st_mode & 0o077:
            path.chmod(0o600)
        return
    if _POSIX:
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
