"""The trigram index beside the search texts, migration of an older file, and removal that leaves nothing."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from support.directory import FABRIKAM, HOME, a_connection
from support.fakes import FakeClock, MemoryDirectory
from tenantdock.directory import SqliteDirectory, schema, searching
from tenantdock.domain.directory import ConsoleSettings, HistoryEntry


@pytest.fixture
def path(tmp_path):
    return tmp_path / "directory.sqlite3"


@pytest.fixture
def opened(path):
    directories = []

    def open_(**options):
        directories.append(SqliteDirectory(path, FakeClock(), **options))
        return directories[-1]

    yield open_
    for directory in directories:
        directory.close()


def asked(directory, query):
    return directory._database.read(lambda db: db.execute(query).fetchall())


def is_fresh(directory):
    return asked(directory, "SELECT fresh FROM search_index") == [(1,)]


def without_trigrams(monkeypatch):
    monkeypatch.setattr(searching, "_CREATE", "CREATE VIRTUAL TABLE words USING fts9 (hay)")


def many(count, seed=1):
    chosen = random.Random(seed)  # noqa: S311  # repeatable, not secret
    parts = ["con", "to", "so", "Zür", "ich", "fab", "ri", "kam", "x", " ", "-", "Ω", "東京", "é"]
    made = []
    for number in range(count):
        name = "".join(chosen.choice(parts) for _ in range(6)) + f" {number}"
        guid = str(UUID(int=chosen.getrandbits(128), version=4))
        made.append(a_connection(name, tenant=guid, username=f"u{chosen.randrange(50)}@msp.example", domain=f"d{number}.example"))
    return made


def test_the_index_and_the_walk_find_the_same_as_the_plain_double(path, opened, monkeypatch):
    """Random queries over random customers, whichever way they are found: by trigrams, by the walk, by both."""
    real, double = opened(), MemoryDirectory()
    made = many(150)
    real.add_all(made)
    double.add_all(made)
    walker = SqliteDirectory(path, FakeClock())
    walker._trigrams = False
    chosen = random.Random(2)  # noqa: S311  # as above
    trigrams = 0
    for common in (3, 1000):
        monkeypatch.setattr(searching, "COMMON", common)
        for _ in range(60):
            source = chosen.choice(made)
            text = f"{source.name} {source.account.username} {source.tenant.domain}"
            words = []
            for _ in range(chosen.randint(1, 3)):
                start = chosen.randrange(len(text) - 5)
                words.append(text[start : start + chosen.randint(1, 6)])
            query = " ".join(words)
            expected = double.search(query, 20)
            assert [row.id for row in real.search(query, 20)] == [row.id for row in expected], query
            assert [row.id for row in walker.search(query, 20)] == [row.id for row in expected], query
            trigrams += bool(searching._grams(query.split()))
    walker.close()
    assert trigrams > 50
    assert is_fresh(real)


def test_the_index_is_kept_in_step(opened):
    directory = opened()
    saved, _ = directory.add_all(many(40))
    directory.search("anything")
    directory.remove_all([each.id for each in saved[:10]])
    directory.update(replace(saved[20], name="Renamed customer"))
    directory.add(a_connection("Added later", tenant=FABRIKAM))
    assert is_fresh(directory)
    # A wrong index would say so here (FTS5 compares nothing for a contentless table), so compare with one that is built anew
    terms = "SELECT term, doc FROM words_terms ORDER BY term"
    directory._database.read(lambda db: db.execute("CREATE VIRTUAL TABLE temp.words_terms USING fts5vocab (main, words, row)"))
    kept = asked(directory, terms)
    directory._database.write(lambda db: (db.execute("UPDATE search_index SET fresh = 0"), None)[1])
    directory.search("anything")
    assert is_fresh(directory)
    assert asked(directory, terms) == kept


def test_an_index_that_is_fresh_is_used(opened):
    directory = opened()
    directory.add_all(many(30))
    directory.search("zurich")
    seen = []
    directory._database.read(lambda db: db.set_trace_callback(seen.append))
    directory.search("fabrikam")
    assert any("MATCH" in statement for statement in seen)
    assert not any("CREATE" in statement or "BEGIN" in statement for statement in seen)
    seen.clear()
    directory.search("zu")
    assert not any("MATCH" in statement for statement in seen)


def test_a_sqlite_without_trigrams_marks_the_index_and_the_next_one_builds_it_anew(opened, monkeypatch):
    directory = opened()
    directory.add(a_connection("First"))
    directory.search("first")
    directory.close()
    real, broken = sqlite3.connect, "no such module: fts5"

    class Without(sqlite3.Connection):
        def executemany(self, statement, *values):
            if "words" in statement:
                error = sqlite3.OperationalError(broken)
                error.sqlite_errorcode = sqlite3.SQLITE_ERROR
                raise error
            return super().executemany(statement, *values)

    monkeypatch.setattr(sqlite3, "connect", lambda *args, **options: real(*args, factory=Without, **options))
    older = opened()
    older.add(a_connection("Second", tenant=FABRIKAM))
    assert not is_fresh(older)
    older.close()
    monkeypatch.undo()
    again = opened()
    assert [row.name for row in again.search("second")] == ["Second"]
    assert is_fresh(again)


def test_where_there_are_no_trigrams_it_is_tried_once(opened, monkeypatch):
    without_trigrams(monkeypatch)
    directory = opened()
    directory.add(a_connection("First"))
    assert directory.search("first")
    seen = []
    directory._database.read(lambda db: db.set_trace_callback(seen.append))
    assert directory.search("first")
    assert not any("CREATE" in statement for statement in seen)


def test_a_damaged_index_costs_the_index_and_no_customer(path, opened):
    directory = opened()
    directory.add_all(many(60))
    kept = directory.add(a_connection("Kept", tenant=FABRIKAM))
    directory.search("kept")
    directory.close()
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE words_data SET block = x'ffffffffffffffffffff'")
        db.commit()
    again = opened()
    assert [row.name for row in again.search("kept")] == ["Kept"]
    again.update(replace(kept, name="Renamed"))
    again.remove_all([again.add(a_connection("Other", tenant=FABRIKAM)).id])
    again.purge()
    assert [row.name for row in again.search("renamed")] == ["Renamed"]
    assert len(again.rows()) == 61
    assert not again.reports


def test_a_search_while_another_process_writes_finds_without_the_index(path, opened):
    directory = opened(busy_timeout=0.05)
    directory.add(a_connection("First"))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert [row.name for row in directory.search("first")] == ["First"]
        other.execute("ROLLBACK")
    assert not is_fresh(directory)
    assert directory.search("first")
    assert is_fresh(directory)


# --- migration of a file of format 1


def older_file(path, count):
    """A file as the first release wrote it."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN")
        for statement in schema.MIGRATIONS[0]:
            db.execute(statement)
        for n in range(1, count + 1):
            db.execute("INSERT INTO tenants VALUES (?, 'public', ?, ?, ?)", (n, str(UUID(int=n)), f"Tenant {n}", f"d{n}.example"))
            db.execute(
                "INSERT INTO accounts VALUES (?, ?, 'public', ?, ?, ?)",
                (n, f"{n:032x}", f"U{n}@m.example", f"u{n}@m.example", HOME),
            )
            values = (n, f"{n:032x}", f"Zürich {n}", f"zurich {n}", n, n, "graph", "", "", "", "", "", "", "", "", None)
            db.execute("INSERT INTO connections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        db.execute("PRAGMA user_version = 1")
        db.execute("COMMIT")


def test_a_file_of_the_first_format_is_searchable_and_whole(path, opened):
    older_file(path, 300)
    directory = opened()
    assert [row.name for row in directory.search("ZURICH 299")] == ["Zürich 299"]
    assert [row.name for row in directory.search("d17.example")] == ["Zürich 17"]
    whole = directory.connection(f"{17:032x}")
    assert (whole.account.username, whole.account.home_account_id, whole.account.broker) == ("U17@m.example", HOME, False)
    assert asked(directory, "PRAGMA user_version") == [(schema.LATEST,)]


def test_a_file_from_before_more_letters_were_folded_finds_them(path, opened):
    directory = opened()
    names = ("Søren Ærø", "Łódź \u2013 O\u2019Neill", "Soren Aero")
    for name in (*names[:2], "third"):
        directory.add(a_connection(name))
    directory.close()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE connections SET name_key = 'søren ærø' WHERE name = ?", names[:1])  # as it was folded then
        db.execute("UPDATE connections SET name = ?, name_key = 'soren aero' WHERE name = 'third'", names[2:])
        db.execute("UPDATE search SET hay = 'søren ærø'")
        db.execute("UPDATE search_index SET fresh = 1")
        for what in ("TRIGGER account_goes", "TRIGGER account_comes", "TABLE loose"):  # of format 5
            db.execute(f"DROP {what}")
        db.execute("PRAGMA user_version = 3")
    directory = opened()
    assert [row.name for row in directory.search("lodz - o'neill")] == [names[1]]
    assert {row.name for row in directory.search("soren aer")} == {names[0], names[2]}
    assert {row.name for row in directory.rows()} == set(names)


@pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
def test_a_kill_during_the_migration_leaves_the_file_before_or_after(path):
    """Killed after 0, 3, 6, ... ms within the migration of 3,000 connections, and opened again each time."""
    older_file(path, 3000)
    child = textwrap.dedent("""
        import sys
        from pathlib import Path
        from support.fakes import FakeClock
        from tenantdock.directory import SqliteDirectory
        directory = SqliteDirectory(Path(sys.argv[1]), FakeClock())
        print("ready", flush=True)
        directory.rows()
        directory.search("zurich")
        print("done", flush=True)
    """)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    for number in range(5):
        command = [sys.executable, "-c", child, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.008 * number)
            process.send_signal(signal.SIGKILL)
        with contextlib.closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA quick_check").fetchone() == ("ok",)
            version = schema.version(db)
            has = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
            assert ("search" in has) == (version >= 2)
            assert db.execute("SELECT count(*) FROM connections").fetchone() == (3000,)
            if version >= 2:
                assert db.execute("SELECT count(*) FROM search").fetchone() == (3000,)
    directory = SqliteDirectory(path, FakeClock())
    assert [row.name for row in directory.search("zurich 2999")] == ["Zürich 2999"]
    assert is_fresh(directory)
    directory.close()
    assert not directory.reports


# --- removal that leaves nothing behind


def everything(path):
    return b"".join(each.read_bytes() for each in sorted(path.parent.iterdir()))


@pytest.mark.parametrize("way", ["purge", "close", "next start"])
def test_nothing_of_what_was_removed_is_left_in_the_file_or_its_log(path, opened, way, monkeypatch):
    """Many customers of different lengths, so that SQLite splits and joins pages and leaves copies; half of them go."""
    chosen = random.Random(5)  # noqa: S311  # as above
    directory = opened()
    made = [
        replace(each, name=f"Q{chosen.randrange(10**12):012}Z", console=ConsoleSettings(startup="x" * chosen.randrange(900)))
        for each in many(600, seed=5)
    ]
    made = [replace(each, account=replace(each.account, username=f"w{each.name.lower()}@msp.example")) for each in made]
    directory.add_all(made)
    directory.search("q00")
    for each in made[::7]:
        directory.update(replace(each, console=ConsoleSettings(startup="y" * chosen.randrange(900))))
    gone, stay = made[::2], made[1::2]
    for each in gone[:50]:
        directory.note(HistoryEntry(1.0, each.id, "signed-in", each.account.username))
    directory.remove_all([each.id for each in gone])
    if way == "purge":
        directory.purge()
    elif way == "close":
        directory.close()
    else:
        with monkeypatch.context() as killed:
            killed.setattr("tenantdock.directory.database.purge", lambda db: None)
            directory.close()
        directory = opened()
        directory.rows()
    raw = everything(path)
    assert stay[0].name.encode() in raw
    left = [each.name for each in gone if each.name.encode() in raw or each.name.lower().encode() in raw]
    assert not left
    assert not [each.id for each in gone if each.id.encode() in raw]
    again = opened()
    assert len(again.rows()) == len(stay)
    # nor is a trigram that only they had: the index keeps removals as notes beside what they remove until it merges
    assert is_fresh(again)
    counted = "SELECT count(*) FROM words_data"
    assert asked(again, counted)[0][0] < 300
    assert not again.search(gone[0].name)


def test_the_index_forgets_what_was_removed(opened):
    """The letters of a removed name are in no block of the index."""
    directory = opened()
    directory.add_all(many(50))
    gone = directory.add(a_connection("ФЩЪ", tenant=FABRIKAM))
    directory.search("anything")
    blocks = "SELECT block FROM words_data"
    trigram = "фщъ".encode()
    assert any(trigram in block for (block,) in asked(directory, blocks))
    directory.remove_all([gone.id])
    directory.purge()
    assert not any(trigram in block for (block,) in asked(directory, blocks))
    assert is_fresh(directory)


def test_purge_that_cannot_write_is_made_up_for_later(path, opened):
    directory = opened(busy_timeout=0.05)
    gone = directory.add(a_connection("UNIQUE-MARKER"))
    directory.note(HistoryEntry(1.0, gone.id, "signed-in", "x"))
    directory.remove_all([gone.id])
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        directory.close()
        again = opened(busy_timeout=0.05)
        assert again.rows() == []  # starting waits for nobody
        other.execute("ROLLBACK")
    assert b"UNIQUE-MARKER" in everything(path)
    again.purge()
    assert b"UNIQUE-MARKER" not in everything(path)


def test_purge_without_a_removal_writes_nothing(path, opened):
    directory = opened()
    directory.add(a_connection())
    log = path.with_name(f"{path.name}-wal")
    before = path.read_bytes(), log.read_bytes()
    directory.purge()
    assert (path.read_bytes(), log.read_bytes()) == before


# --- two processes


def test_two_processes_that_save_at_the_same_time_lose_nothing(path):
    child = textwrap.dedent("""
        import sys
        from dataclasses import replace
        from pathlib import Path
        from support.directory import a_connection
        from support.fakes import FakeClock
        from tenantdock.directory import SqliteDirectory
        directory = SqliteDirectory(Path(sys.argv[1]), FakeClock())
        shared = sys.argv[3]
        sys.stdin.readline()
        for number in range(25):
            made = directory.add(a_connection(f"{sys.argv[2]} {number}"))
            directory.remember_rung(shared, f"{sys.argv[2]}")
            directory.search(made.name)
            directory.update(replace(made, name=f"{made.name} renamed"))
            if number % 5 == 0:
                directory.remove_all([made.id])
                directory.purge()
        directory.close()
    """)
    first = SqliteDirectory(path, FakeClock())
    shared = first.add(a_connection("Shared", tenant=FABRIKAM))
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    children = [
        subprocess.Popen(
            [sys.executable, "-c", child, str(path), name, shared.id],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for name in ("left", "right")
    ]
    for each in children:
        each.stdin.write("go\n")
        each.stdin.flush()
    for number in range(10):
        first.update(replace(first.connection(shared.id), name=f"Shared {number}"))
    failures = [each.communicate()[1] for each in children]
    assert failures == ["", ""]
    found = {row.name for row in first.rows()}
    assert found == {"Shared 9"} | {f"{side} {n} renamed" for side in ("left", "right") for n in range(25) if n % 5}
    assert {row.name for row in first.search("renamed left", 100)} == {name for name in found if name.startswith("left")}
    first.close()
