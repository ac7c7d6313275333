"""Colours, and which connections were refused last."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Final

# In one with max() SQLite takes the other columns from the row that has it: sqlite.org/lang_select.html#bareagg
_LAST: Final = """
SELECT h.connection, h.event, h.text, max(h.key) FROM history AS h
WHERE h.event IN ('refused', 'signed-in', 'confirmed', 'renewed') AND h.connection IN (SELECT id FROM connections)
GROUP BY h.connection"""


def paint(db: sqlite3.Connection, colours: Mapping[str, str]) -> dict[str, str]:
    """Give connections these colours, by id. Returns the colours before."""
    before = {}
    for each, colour in colours.items():
        row = db.execute("SELECT colour FROM connections WHERE id = ?", (each,)).fetchone()
        if row is not None:
            before[each] = row[0]
            db.execute("UPDATE connections SET colour = ? WHERE id = ?", (colour, each))
    return before


def refused(db: sqlite3.Connection) -> dict[str, str]:
    """Return the connections whose last sign-in was refused, by id, each with what its history says of it."""
    return {connection: text for connection, event, text, _ in db.execute(_LAST) if event == "refused"}
