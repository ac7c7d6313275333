"""An import of ten thousand customers: read, compared, saved, undone."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from figures import Figure, Values, measures, median
from support.importing import ImportHouse
from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory
from tenantdock.workflows.comparing import What
from tenantdock.workflows.exporting import table
from tenantdock.workflows.wanted import Defaults

_ROWS = 10_000
_RUNS = 3


@measures(
    Figure("import.rows.10000", "s", "a CSV file of 10,000 customers read, compared and saved, on disk", 3.0),
    Figure("import.cpu.10000", "s", "the time that a processor worked for that", 3.0),
    Figure("import.again.10000", "s", "the same file a second time: read and compared, nothing to save", 3.0),
    Figure("import.undo.10000", "s", "all of it undone, nothing left on the disk", 3.0),
)
def import_rows(_wanted: frozenset[str]) -> Values:
    from directory_figures import connection  # noqa: PLC0415  # its measurements are registered by run.py

    times: dict[str, list[float]] = {"rows": [], "cpu": [], "again": [], "undo": []}
    for _ in range(_RUNS):
        root = Path(tempfile.mkdtemp(prefix="tenantdock-bench-"))
        directory = SqliteDirectory(root / "d.sqlite3", SystemClock())
        try:
            made = connection(0)
            path = root / "customers.csv"
            path.write_bytes(table((connection(number) for number in range(_ROWS)), ";"))
            directory.add(made)
            directory.search("anything")  # the search index is there, and follows
            house = ImportHouse(directory)
            with _timed(times["rows"]), _timed(times["cpu"], time.process_time):
                applied = house.take(house.preview(path, Defaults()))
            assert applied.added == _ROWS
            with _timed(times["again"]):
                again = house.preview(path, Defaults())
                assert house.take(again).nothing
            assert again.count(What.SAME) == _ROWS
            with _timed(times["undo"]):
                house.importing.undo(applied)
            assert [row.id for row in directory.rows()] == [made.id]
        finally:
            directory.close()
            shutil.rmtree(root)
    return {f"import.{what}.{_ROWS}": median(found) for what, found in times.items()}


@contextlib.contextmanager
def _timed(times: list[float], clock: Callable[[], float] = time.perf_counter) -> Iterator[None]:
    start = clock()
    yield
    times.append(clock() - start)
