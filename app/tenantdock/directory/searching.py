"""Search: what is looked through for each connection, and the trigram index that makes it quick.

The table ``search`` holds one folded text per connection and is always right. ``words`` is an FTS5 index over it with the trigram
tokenizer (https://www.sqlite.org/fts5.html#the_trigram_tokenizer, SQLite 3.34), where this SQLite has both. It is only a help:
``search_index.fresh`` says whether it holds the same as the table, every hit is compared with the table again, and without the
index the connections are walked in the order of their names. It keeps no positions (``detail=none``) and no text (``content=''``).
"""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Any, Final

from tenantdock.directory.transaction import transaction
from tenantdock.domain.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMMON: Final = 500
"""From so many hits on, walking by name is quicker than sorting the hits: it ends as soon as there are enough."""

_GRAM: Final = 3
_WORDS_LIMIT: Final = 64
_GRAMS_LIMIT: Final = 64

_CREATE: Final = "CREATE VIRTUAL TABLE words USING fts5 (hay, content='', detail=none, tokenize='trigram case_sensitive 1')"
# CROSS JOIN keeps SQLite from reordering: it walks connections in the order of their names, so that nothing is sorted
# (https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join)
ROWS: Final = """
SELECT c.id, c.name, t.guid, t.name, t.domain, a.username, t.cloud, c.services, c.colour, a.home_account_id <> '', c.last_used,
    a.id, a.home_account_id, c.folders, c.tags, c.favourite, c.frecency
FROM connections AS c {join} JOIN tenants AS t ON t.key = c.tenant {join} JOIN accounts AS a ON a.key = c.account"""
BY_NAME: Final = " ORDER BY c.name_key, c.name, c.id"
_WALK: Final = ROWS.format(join="CROSS")
_PICK: Final = ROWS.format(join="")
_HAYS: Final = """
SELECT c.key, s.hay, c.name || char(10) || t.name || char(10) || t.domain || char(10) || t.guid || char(10) || a.username
    || char(10) || c.folders || char(10) || c.tags
FROM connections AS c JOIN tenants AS t ON t.key = c.tenant JOIN accounts AS a ON a.key = c.account
LEFT JOIN search AS s ON s.key = c.key WHERE """


def index(db: sqlite3.Connection, where: str, *values: str | int) -> None:
    """Bring the search text of some connections up to date, within the transaction that changed them. *where* names them: a
    condition on ``c``, ``t`` or ``a`` with a question mark for each of *values*.
    """
    changed = [(key, old, new) for key, old, raw in db.execute(_HAYS + where, values) if (new := folded(raw)) != old]
    db.executemany("INSERT OR REPLACE INTO search (key, hay) VALUES (?, ?)", ((key, new) for key, _, new in changed))
    _follow(db, [(key, old) for key, old, _ in changed if old is not None], [(key, new) for key, _, new in changed])


def unindex(db: sqlite3.Connection, key: int) -> None:
    """Forget the search text of a connection, within the transaction that removes it."""
    old = db.execute("SELECT key, hay FROM search WHERE key = ?", (key,)).fetchall()
    db.execute("DELETE FROM search WHERE key = ?", (key,))
    _follow(db, old, [])


def unindex_all(db: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Forget the search texts of at most 500 connections, within the transaction that removes them."""
    some = f"FROM search WHERE key IN ({','.join('?' * len(keys))})"
    old = db.execute(f"SELECT key, hay {some}", keys).fetchall()
    db.execute(f"DELETE {some}", keys)
    _follow(db, old, [])


def _follow(db: sqlite3.Connection, gone: Iterable[tuple[int, str]], come: Iterable[tuple[int, str]]) -> None:
    if not fresh(db):
        return
    try:
        db.executemany("INSERT INTO words (words, rowid, hay) VALUES ('delete', ?, ?)", gone)
        db.executemany("INSERT INTO words (rowid, hay) VALUES (?, ?)", come)
    except sqlite3.DatabaseError as error:
        if not _index_alone(error):
            raise
        db.execute("UPDATE search_index SET fresh = 0")


def fresh(db: sqlite3.Connection) -> bool:
    """Whether the trigram index holds what the table holds."""
    return bool(db.execute("SELECT fresh FROM search_index").fetchone()[0])


def build(db: sqlite3.Connection) -> bool:
    """Make the trigram index where it is missing or behind. Returns whether this SQLite can: it needs FTS5 and trigrams."""
    try:
        return fresh(db) or transaction(db, _build)
    except (
        sqlite3.DatabaseError
    ) as error:  # another process writes, no room: the walk finds the same, and the next search tries again
        return not _index_alone(error)


def _build(db: sqlite3.Connection) -> bool:
    if not fresh(db):
        db.execute("DROP TABLE IF EXISTS words")
        db.execute(_CREATE)
        db.execute("INSERT INTO words (rowid, hay) SELECT key, hay FROM search")
        db.execute("UPDATE search_index SET fresh = 1")
    return True


def scrub(db: sqlite3.Connection) -> None:
    """Have the trigram index hold nothing of what was removed, within a transaction.

    FTS5 notes a removal beside what it removes and forgets both when it merges; merging all is its "optimize".
    """
    try:
        if fresh(db):
            db.execute("INSERT INTO words (words) VALUES ('optimize')")
        else:
            db.execute("DROP TABLE IF EXISTS words")
    except sqlite3.DatabaseError as error:
        if not _index_alone(error):
            raise
        db.execute("UPDATE search_index SET fresh = 0")


def _index_alone(error: sqlite3.DatabaseError) -> bool:
    """Whether *error* is about the index and not about the file: no such module, an unknown format, a damaged index."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT_VTAB)


def find(db: sqlite3.Connection, text: str, limit: int, *, indexed: bool) -> list[tuple[Any, ...]]:
    """Return up to *limit* rows (columns of :data:`ROWS`) that hold every word of *text* (the 64 longest count), those whose name
    begins with it first, then by name. *indexed* is whether to look at the trigram index (when it is there and fresh).
    """
    words = sorted(set(folded(text).split()), key=lambda word: (-len(word), word))[:_WORDS_LIMIT]
    needle = " ".join(folded(text).split())
    if not all(_sayable(word) for word in words):
        return []  # lone surrogates cannot be saved either
    if indexed and (grams := _grams(words)):
        try:
            if fresh(db) and (seldom := _seldom(db, words, grams)):
                return _picked(db, words, needle, seldom, limit)
        except sqlite3.DatabaseError as error:
            if not _index_alone(error):
                raise
            with contextlib.suppress(sqlite3.OperationalError):  # the next search builds it anew
                transaction(db, lambda db: db.execute("UPDATE search_index SET fresh = 0"))
    return _walked(db, words, needle, limit)


def _sayable(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def _grams(words: list[str]) -> str:
    grams = dict.fromkeys(word[at : at + _GRAM] for word in words for at in range(len(word) - _GRAM + 1))
    quoted = ['"' + gram.replace('"', '""') + '"' for gram in grams if "\0" not in gram]
    return " AND ".join(quoted[:_GRAMS_LIMIT])


def _seldom(db: sqlite3.Connection, words: list[str], grams: str) -> str:
    """Return what to look up: one word that few have, else all words together when few have them all, else "".

    One is enough, as every hit is compared anyway, and the lists of words that many have take long to go through.
    """
    each_alone = (alone for word in words if (alone := _grams([word])))
    return next((tried for tried in (*each_alone, grams) if _hits(db, tried) < COMMON), "")


def _hits(db: sqlite3.Connection, grams: str) -> int:
    counted = db.execute("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", (grams, COMMON))
    return int(counted.fetchone()[0])


def _picked(db: sqlite3.Connection, words: list[str], needle: str, grams: str, limit: int) -> list[tuple[Any, ...]]:
    query = (
        f"{_PICK} JOIN search AS s ON s.key = c.key WHERE c.key IN (SELECT rowid FROM words WHERE words MATCH ?)"  # noqa: S608  # own text
        f"{' AND instr(s.hay, ?) > 0' * len(words)} ORDER BY instr(c.name_key, ?) <> 1, c.name_key, c.name, c.id LIMIT ?"
    )
    return db.execute(query, (grams, *words, needle, limit)).fetchall()


def _walked(db: sqlite3.Connection, words: list[str], needle: str, limit: int) -> list[tuple[Any, ...]]:
    first = f"{_WALK} WHERE c.name_key >= ?1 AND c.name_key < ?1 || char(0x10ffff) {BY_NAME} LIMIT ?2"
    found = db.execute(first, (needle, limit)).fetchall()
    if len(found) < limit and words:
        rest = (
            f"{_WALK} CROSS JOIN search AS s ON s.key = c.key WHERE instr(c.name_key, ?) <> 1"
            f"{' AND instr(s.hay, ?) > 0' * len(words)} {BY_NAME} LIMIT ?"
        )
        found += db.execute(rest, (needle, *words, limit - len(found))).fetchall()
    return found
