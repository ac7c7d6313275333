"""One transaction: all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


def transaction(db: sqlite3.Connection, work: Work[T]) -> T:
    """Run *work* in one transaction that writes, and commit. Whatever it raises passes through, and nothing has changed then."""
    db.execute("BEGIN IMMEDIATE")
    try:
        result = work(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # SQLite ends it itself on some failures, such as a full disk
            db.execute("ROLLBACK")
        raise
    return result
