"""One connection among many: adding, reading, changing, removing and finding it must not cost more because there are others."""

from __future__ import annotations

import json
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from figures import Figure, Values, measures, median
from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.directory import Account, Connection, ConnectionRow, Tenant

SIZES = (20, 1_000, 20_000)
WHAT = {
    "add": "one customer added, on disk",
    "read": "one customer read, whole",
    "renew": "one customer renamed, on disk",
    "remove": "one customer removed, on disk",
    "search": "three words of one customer found",
    "miss": "a word that nobody has",
    "common": "a word that everybody has, the first 10",
    "short": "two letters, the first 10",
}
_RUNS = 60
_PLACES = ("Nord", "Zürich", "Alpen", "Harbour", "Rhine", "Delta", "Castle", "Forest")


def connection(number: int) -> Connection:
    """Return a made-up customer with an account of its own."""
    name = f"{_PLACES[number % len(_PLACES)]} {secrets.token_hex(4)} Holding"
    tenant = Tenant(str(UUID(bytes=secrets.token_bytes(16), version=4)), "public", name, f"{secrets.token_hex(5)}.onmicrosoft.com")
    account = Account(secrets.token_hex(16), "public", f"admin.{secrets.token_hex(4)}@msp.example")
    return Connection(secrets.token_hex(16), name, tenant, account)


def filled(path: Path, size: int) -> SqliteDirectory:
    """Return a directory with *size* customers, its search index made."""
    directory = SqliteDirectory(path, SystemClock())
    directory.add_all([connection(number) for number in range(size)])
    directory.search("anything")
    return directory


def _figures() -> list[Figure]:
    made = []
    for what, says in WHAT.items():
        # Among 20, a word that everybody has is looked up like any other; from 500 on it is not
        peer = f"directory.{what}.{SIZES[1 if what == 'common' else 0]}"
        for size in SIZES:
            figure = f"directory.{what}.{size}"
            goal = {} if size == SIZES[0] or figure == peer else {"peer": peer, "factor": 1.5}
            made.append(Figure(figure, "s", f"{says}, with {size:,} there", **goal))
    return made


def _timed(times: list[float], work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    times.append(time.perf_counter() - start)


@measures(*_figures())
def directory_operations(wanted: frozenset[str]) -> Values:
    # Rounds alternate between the sizes, so that a slow moment of the disk meets all of them
    sizes = [size for size in SIZES if any(each.endswith(f".{size}") for each in wanted)]
    root = Path(tempfile.mkdtemp(prefix="tenantdock-bench-"))
    times: dict[str, list[float]] = {f"directory.{what}.{size}": [] for what in WHAT for size in sizes}
    try:
        directories = {size: filled(root / f"{size}.sqlite3", size) for size in sizes}
        for number in range(_RUNS):
            for size, directory in directories.items():
                _round(directory, connection(number), lambda what, size=size: times[f"directory.{what}.{size}"])
        for directory in directories.values():
            directory.close()
        return {each: median(found) for each, found in times.items() if each in wanted}
    finally:
        shutil.rmtree(root)


def _round(directory: SqliteDirectory, made: Connection, times: Callable[[str], list[float]]) -> None:
    found: list[ConnectionRow] = []
    _timed(times("add"), lambda: directory.add(made))
    _timed(times("read"), lambda: directory.connection(made.id))
    _timed(times("search"), lambda: found.extend(directory.search(made.name)))
    assert [row.id for row in found] == [made.id]  # a search that finds something else is no figure
    _timed(times("miss"), lambda: directory.search("qqqzzz"))
    _timed(times("common"), lambda: directory.search("holding", 10))
    _timed(times("short"), lambda: directory.search("ho", 10))
    renamed = Connection(made.id, f"{made.name} AG", made.tenant, made.account)
    _timed(times("renew"), lambda: directory.update(renamed))
    _timed(times("remove"), lambda: directory.remove_all([made.id]))


_CHILD = """
import json, resource, sys
sys.path[:0] = sys.argv[2:]
from pathlib import Path
from directory_figures import connection
from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory
def kept():
    fields = Path("/proc/self/smaps_rollup").read_text().split("Pss:", 1)[1].split()
    return int(fields[0]) * 1024
directory = SqliteDirectory(Path(sys.argv[1]), SystemClock())
directory.search("warm"), directory.add(connection(0))
before = kept()
for number in range(200):
    made = directory.add(connection(number))
    directory.search(made.name)
    directory.connection(made.id)
    directory.remove_all([made.id])
print(json.dumps(kept() - before))
"""


@measures(
    Figure("directory.memory.20", "B", "memory that 200 customers added, found and removed leave, with 20 there"),
    Figure("directory.memory.20000", "B", "the same with 20,000: SQLite's page cache, at most 2 MB", 4e6),
)
def directory_memory(wanted: frozenset[str]) -> Values:
    if sys.platform != "linux":
        return dict.fromkeys(wanted, "reads /proc")
    root = Path(tempfile.mkdtemp(prefix="tenantdock-bench-"))
    values: Values = {}
    try:
        for size in (20, 20_000):
            path = root / f"{size}.sqlite3"
            filled(path, size).close()
            command = [sys.executable, "-c", _CHILD, str(path), str(Path(__file__).parent), *sys.path]
            values[f"directory.memory.{size}"] = float(json.loads(subprocess.run(command, capture_output=True, check=True).stdout))
        return values
    finally:
        shutil.rmtree(root)


@measures(
    Figure("directory.rows.20000", "s", "the list with 20,000 customers read"),
    Figure("directory.index.20000", "s", "the search index of 20,000 made, once"),
    Figure("directory.purge.20000", "s", "nothing left of one removed, with 20,000 there"),
    Figure("filter.memory.20000", "s", "a key press in the list's filter, in memory as the window does it"),
    Figure("filter.sqlite.20000", "s", "the same as a search with all its hits in SQLite"),
)
def directory_large(_wanted: frozenset[str]) -> Values:
    root = Path(tempfile.mkdtemp(prefix="tenantdock-bench-"))
    try:
        size = SIZES[-1]
        directory = SqliteDirectory(root / "d.sqlite3", SystemClock())
        directory.add_all([connection(number) for number in range(size)])
        indexed: list[float] = []
        _timed(indexed, lambda: directory.search("anything"))
        listed: list[float] = []
        purged: list[float] = []
        for _ in range(5):
            _timed(listed, directory.rows)
        for number in range(5):
            directory.remove_all([directory.add(connection(number)).id])
            _timed(purged, directory.purge)
        memory, sqlite = _filter_times(directory)
        directory.close()
        return {
            "directory.rows.20000": median(listed),
            "directory.index.20000": median(indexed),
            "directory.purge.20000": median(purged),
            "filter.memory.20000": median(memory),
            "filter.sqlite.20000": median(sqlite),
        }
    finally:
        shutil.rmtree(root)


def _filter_times(directory: SqliteDirectory) -> tuple[list[float], list[float]]:
    """Time every key press of some typed words, both ways."""
    from tenantdock.desktop.entries import matching, prepare, ranked  # noqa: PLC0415  # imports Qt's model

    entries = prepare(directory.rows())
    memory: list[float] = []
    sqlite: list[float] = []
    for text in ("zurich holding", "alpen", "admin", "onmicrosoft"):
        for length in range(1, len(text) + 1):
            typed = text[:length]
            _timed(memory, lambda typed=typed: ranked(matching(entries, typed), typed))
            _timed(sqlite, lambda typed=typed: directory.search(typed, len(entries)))
    return memory, sqlite
