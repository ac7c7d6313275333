"""The directory's file: private, migrated, whole after every failure."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from support.directory import a_connection
from support.fakes import FakeClock
from tenantdock.directory import SqliteDirectory, database, reading, schema, writing
from tenantdock.domain.directory import HistoryEntry
from tenantdock.domain.errors import StorageTrouble, TenantDockError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "directory.sqlite3"


@pytest.fixture
def opened(path):
    directories = []

    def open_(**options):
        directories.append(SqliteDirectory(path, FakeClock(), **options))
        return directories[-1]

    yield open_
    for directory in directories:
        directory.close()


def raw(path):
    return sqlite3.connect(path, isolation_level=None)


def test_building_one_touches_nothing(path, opened):
    opened()
    assert not path.parent.exists()


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_the_file_its_logs_and_its_folder_are_for_this_user_only(path, opened):
    opened().add(a_connection())
    assert path.parent.stat().st_mode & 0o777 == 0o700
    modes = {each.name: each.stat().st_mode & 0o777 for each in path.parent.iterdir()}
    assert modes == {path.name: 0o600, f"{path.name}-wal": 0o600, f"{path.name}-shm": 0o600}


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_rights_of_others_are_taken_from_a_file_that_is_there(path, opened):
    path.parent.mkdir()
    path.touch(mode=0o644)
    opened().rows()
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_there_are_no_posix_modes_it_works_too(path, opened, monkeypatch):
    monkeypatch.setattr(database, "_POSIX", False)
    opened().add(a_connection())
    assert len(opened().rows()) == 1


def test_durable_settings_are_on(path, opened):
    directory = opened()
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "user_version": schema.LATEST}
    found = directory._database.read(lambda db: {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted})
    assert found == wanted


def test_what_was_saved_is_there_after_a_restart(path, opened):
    first = opened()
    connection = first.add(a_connection())
    first.note(HistoryEntry(3.0, connection.id, "signed-in", "x"))
    first.close()
    again = opened()
    assert again.connection(connection.id) == connection
    assert again.rows()[0].last_used == 3.0


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path):
    """A child adds connections and says so for each, until it is killed with SIGKILL in the middle."""
    path = tmp_path / "d.sqlite3"
    child = textwrap.dedent("""
        import sys
        from pathlib import Path
        from support.directory import a_connection
        from support.fakes import FakeClock
        from tenantdock.directory import SqliteDirectory
        directory = SqliteDirectory(Path(sys.argv[1]), FakeClock())
        for number in range(100_000):
            connection = directory.add(a_connection(f"Customer {number}"))
            print(connection.id, flush=True)
    """)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen([sys.executable, "-c", child, str(path)], stdout=subprocess.PIPE, text=True, env=environment) as process:
        acknowledged = [process.stdout.readline().strip() for _ in range(25)]
        process.kill()
        acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
    directory = SqliteDirectory(path, FakeClock())
    saved = {row.id for row in directory.rows()}
    directory.close()
    assert saved >= set(acknowledged)
    assert not directory.reports


def test_rows_asks_once_and_sorts_nothing(path, opened):
    directory = opened()
    directory.add(a_connection())
    asked = []
    directory._database.read(lambda db: db.set_trace_callback(asked.append))
    directory.rows()
    assert len(asked) == 1
    plan = directory._database.read(lambda db: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {reading._ROWS}")])
    assert len(plan) == 3
    assert not [step for step in plan if "TEMP B-TREE" in step]
    assert plan[0] == "SCAN c USING INDEX connections_by_name"


def test_the_history_of_a_connection_stops_growing(path, opened, monkeypatch):
    monkeypatch.setattr(writing, "HISTORY_KEPT", 5)
    directory = opened()
    one, two = directory.add(a_connection("One")), directory.add(a_connection("Two"))
    directory.note(HistoryEntry(0.0, two.id, "signed-in", "kept"))
    for at in range(12):
        directory.note(HistoryEntry(float(at), one.id, "signed-in", ""))
    assert [entry.at for entry in directory.history(one.id)] == [11.0, 10.0, 9.0, 8.0, 7.0]
    assert len(directory.history(two.id)) == 1


def test_the_history_of_a_removed_connection_goes_with_the_next_start(path, opened):
    first = opened()
    gone, undone = first.add(a_connection("Gone")), first.add(a_connection("Undone"))
    for connection in (gone, undone):
        first.note(HistoryEntry(1.0, connection.id, "signed-in", "UNIQUE-MARKER"))
    first.remove_all([gone.id])
    first.add(first.remove_all([undone.id])[0])
    assert len(first.history(gone.id)) == 1
    first.close()
    again = opened()
    assert again.history(gone.id) == []
    assert len(again.history(undone.id)) == 1
    again.remove_all([undone.id])
    again.close()
    last = opened()
    last.rows()
    last.close()
    assert b"UNIQUE-MARKER" not in path.read_bytes()


# --- migrations


def test_a_newer_database_is_refused_and_not_touched(path, opened):
    path.parent.mkdir()
    db = raw(path)
    db.execute("CREATE TABLE future (x)")
    db.execute(f"PRAGMA user_version = {schema.LATEST + 1}")
    db.close()
    before = path.read_bytes()
    directory = opened()
    for _ in range(2):
        with pytest.raises(StorageTrouble, match="newer TenantDock") as error:
            directory.rows()
        assert "update" in error.value.next_step
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_migration_that_fails_leaves_the_database_as_it_was(path, opened, monkeypatch):
    first = opened()
    connection = first.add(a_connection())
    first.close()
    broken = ("CREATE TABLE half (x)", "CREATE TABLE half (x)")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    monkeypatch.setattr(schema, "LATEST", schema.LATEST + 1)
    with pytest.raises(StorageTrouble):
        opened().rows()
    monkeypatch.undo()
    again = opened()
    assert again.connection(connection.id) == connection
    with contextlib.closing(raw(path)) as db:
        assert "half" not in {row[0] for row in db.execute("SELECT name FROM sqlite_master")}


def test_migrations_are_applied_one_after_the_other(path, opened, monkeypatch):
    first = opened()
    first.rows()
    first.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("CREATE TABLE later (x)",)))
    monkeypatch.setattr(schema, "LATEST", schema.LATEST + 1)
    opened().rows()
    db = raw(path)
    assert schema.version(db) == schema.LATEST
    assert db.execute("SELECT count(*) FROM later").fetchone() == (0,)
    db.close()


def test_a_migration_that_another_process_made_meanwhile_is_not_made_twice(path, monkeypatch):
    """The first look sees a new file; by the time the transaction is open, the other process has finished."""
    path.parent.mkdir()
    db = raw(path)
    schema.migrate(db)
    real, stale = schema.version, [0]
    monkeypatch.setattr(schema, "version", lambda db: stale.pop() if stale else real(db))
    schema.migrate(db)
    assert real(db) == schema.LATEST
    db.close()


def test_two_processes_on_a_new_file_make_one_database(path):
    directories = [SqliteDirectory(path, FakeClock()) for _ in range(4)]
    barrier = threading.Barrier(4)
    troubles = []

    def start(number):
        barrier.wait()
        try:
            directories[number].add(a_connection(f"Customer {number}"))
        except TenantDockError as error:
            troubles.append(error)

    threads = [threading.Thread(target=start, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not troubles
    assert len(directories[0].rows()) == 4
    for directory in directories:
        directory.close()


def test_a_new_file_that_another_process_begins_at_the_same_moment_is_waited_for(path, opened, monkeypatch):
    """SQLite itself does not wait there: it refuses at once."""
    path.parent.mkdir()
    with contextlib.closing(raw(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(database.time, "sleep", lambda _seconds: other.execute("ROLLBACK"))
        opened().add(a_connection())
        assert not other.in_transaction


def test_who_holds_a_new_file_for_long_is_told_of(path, opened):
    path.parent.mkdir()
    with contextlib.closing(raw(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageTrouble, match="Another program"):
            opened(busy_timeout=0.05).add(a_connection())


# --- damage


def aside(path):
    return sorted(each.name for each in path.parent.iterdir() if ".damaged-" in each.name)


@pytest.mark.parametrize("junk", [b"this is no database" * 100, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_damaged_file_is_set_aside_and_reported_and_nothing_stops(path, opened, junk):
    path.parent.mkdir()
    path.write_bytes(junk)
    told: list[TenantDockError] = []
    directory = opened(on_report=told.append)
    assert directory.rows() == []
    connection = directory.add(a_connection())
    assert directory.connection(connection.id) == connection
    names = aside(path)
    assert names == [f"{path.name}.damaged-20261118T110640Z"]
    assert (path.parent / names[0]).read_bytes() == junk
    assert directory.reports == told
    assert len(told) == 1
    assert names[0] in told[0].next_step


def test_damage_met_later_is_set_aside_with_its_logs_too(path, opened):
    first = opened()
    for number in range(200):
        first.add(a_connection(f"Customer {number}"))
    first.close()
    blob = bytearray(path.read_bytes())
    blob[8192:] = b"\xa5" * (len(blob) - 8192)
    path.write_bytes(blob)
    directory = opened()
    assert directory.rows() == []
    assert len(directory.reports) == 1
    directory.add(a_connection())
    assert len(directory.rows()) == 1
    assert f"{path.name}.damaged-20261118T110640Z" in aside(path)


def test_two_damages_in_one_second_are_both_kept(path, opened):
    path.parent.mkdir()
    for count in (1, 2, 3):
        path.write_bytes(b"junk" * 500)
        directory = opened()
        directory.rows()
        directory.close()
        assert len(aside(path)) == count


def test_a_damaged_file_that_cannot_be_set_aside_is_told(path, opened, monkeypatch):
    path.parent.mkdir()
    path.write_bytes(b"junk" * 500)
    monkeypatch.setattr(Path, "replace", lambda self, target: (_ for _ in ()).throw(PermissionError(13, "in use")))
    directory = opened()
    with pytest.raises(StorageTrouble):
        directory.rows()
    assert not directory.reports
    assert path.read_bytes() == b"junk" * 500


def test_trouble_with_the_fresh_file_is_told(path, opened, monkeypatch):
    path.parent.mkdir()
    path.write_bytes(b"junk" * 500)
    real = database.migrate

    def full(db):
        real(db)
        db.execute("PRAGMA max_page_count = 1")
        db.execute("CREATE TABLE more (x)")

    monkeypatch.setattr(database, "migrate", full)
    directory = opened()
    with pytest.raises(StorageTrouble, match="no room"):
        directory.rows()
    assert len(directory.reports) == 1


# --- other trouble


def test_a_full_disk_changes_nothing_and_says_so(path, opened):
    directory = opened()
    kept = directory.add(a_connection("Kept"))
    pages = directory._database.read(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
    directory._database.read(lambda db: db.execute(f"PRAGMA max_page_count = {pages}").fetchall())
    large = replace(a_connection("Large"), account=kept.account)
    with pytest.raises(StorageTrouble, match="no room") as error:
        directory.add(replace(large, console=replace(large.console, startup="x" * 100_000)))
    assert "Free some space" in error.value.next_step
    assert [row.id for row in directory.rows()] == [kept.id]
    directory._database.read(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchall())
    assert directory.add(large) == large


def test_a_file_that_another_process_holds_is_told_and_works_afterwards(path, opened):
    directory = opened(busy_timeout=0.05)
    directory.add(a_connection("One"))
    other = raw(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageTrouble, match="Another program"):
        directory.add(a_connection("Two"))
    assert len(directory.rows()) == 1  # reading goes on
    other.execute("ROLLBACK")
    other.close()
    directory.add(a_connection("Two"))
    assert len(directory.rows()) == 2


def test_a_folder_that_is_none_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    directory = SqliteDirectory(tmp_path / "file" / "d.sqlite3", FakeClock())
    with pytest.raises(StorageTrouble, match="cannot be opened") as error:
        directory.rows()
    assert error.value.details


def test_a_folder_in_the_way_of_the_file_is_told(path, opened):
    path.mkdir(parents=True)
    with pytest.raises(StorageTrouble, match="cannot be opened"):
        opened().rows()


def test_a_database_of_another_program_is_told_and_left_alone(path, opened):
    path.parent.mkdir()
    db = raw(path)
    db.execute("CREATE TABLE tenants (something TEXT)")
    db.close()
    directory = opened()
    with pytest.raises(StorageTrouble, match="could not be used"):
        directory.rows()
    assert not directory.reports
    assert not aside(path)


READER = """
import os
import sys
from pathlib import Path
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.errors import StorageTrouble
from support.directory import a_connection
from support.fakes import FakeClock
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
directory = SqliteDirectory(Path(sys.argv[1]), FakeClock())
for work in (directory.rows, lambda: directory.add(a_connection("Two"))):
    try:
        work()
    except StorageTrouble as error:
        print(error)
    else:
        print("worked")
"""


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="needs root, to become a user without rights")
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_the_right_to_write_is_told(there):
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        path = Path(name) / "d.sqlite3"
        if there:
            directory = SqliteDirectory(path, FakeClock())
            directory.add(a_connection("One"))
            directory.close()
            path.chmod(0o644)
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        command = [sys.executable, "-c", READER, str(path)]
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert ran.returncode == 0, ran.stderr
        lines = ran.stdout.splitlines()
        assert len(lines) == 2
        assert all("cannot be" in line and "Check that" in line for line in lines), lines


def test_an_error_in_the_work_itself_undoes_the_work(path, opened):
    directory = opened()

    def work(db):
        db.execute("INSERT INTO removed VALUES ('x')")
        raise KeyError

    with pytest.raises(KeyError):
        directory._database.write(work)
    assert directory._database.read(lambda db: db.execute("SELECT count(*) FROM removed").fetchone()) == (0,)


def test_work_whose_transaction_sqlite_ended_itself_is_told_as_it_was(path, opened):
    def work(db):
        db.execute("ROLLBACK")
        raise KeyError

    with pytest.raises(KeyError):
        opened()._database.write(work)
