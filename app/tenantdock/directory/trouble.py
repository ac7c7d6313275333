"""What SQLite's errors mean to a person. Codes: https://www.sqlite.org/rescode.html."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.text import one_line

_PRIMARY: Final = 0xFF  # the low byte of an extended result code is the primary one
_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_TEXTS: Final = {
    sqlite3.SQLITE_FULL: (
        "There is no room on the disk to save your connections.",
        "Free some space and try again. Nothing was changed.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program is using the file with your connections.",
        "Close the other program (a backup, or a second TenantDock) and try again. Nothing was changed.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The file with your connections cannot be written.",
        "Check that you own the folder and may write in it, and try again. Nothing was changed.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The file with your connections cannot be opened.",
        "Check that its folder exists and that you may write in it, and try again.",
    ),
}
_OTHER: Final = (
    "The file with your connections could not be used.",
    "Try again. If it keeps happening, check the disk, and move the file away to start afresh.",
)


def _code(error: sqlite3.DatabaseError) -> int:
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & _PRIMARY


def damaged(error: sqlite3.DatabaseError) -> bool:
    """Whether *error* says that the file itself is damaged, or no database at all."""
    return _code(error) in _DAMAGED


def busy(error: sqlite3.DatabaseError) -> bool:
    """Whether *error* says that another connection holds the file."""
    return _code(error) == sqlite3.SQLITE_BUSY


def trouble(error: sqlite3.DatabaseError | OSError, path: Path) -> StorageTrouble:
    """Return what to tell the person about *error* with the database at *path*."""
    if isinstance(error, OSError):
        message, next_step = _TEXTS[sqlite3.SQLITE_CANTOPEN]
    else:
        message, next_step = _TEXTS.get(_code(error), _OTHER)
    return StorageTrouble(message, next_step=next_step, details=f"{path}: {one_line(str(error))}")
