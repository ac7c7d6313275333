"""The main window's list: scrolling it with 10,000 customers, and searching it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from figures import CannotRun, Figure, Values, measures, percentile
from machine import CHECKOUT
from session import session

_FRAME = 0.016
"""A 60th of a second: what takes longer drops a frame on a usual screen."""


def _figure(name: str, says: str) -> Figure:
    return Figure(name, "s", says, _FRAME)


@measures(
    _figure("list.scroll.rows", "scrolling 10,000 customers as rows with tags: p99 of a frame"),
    _figure("list.scroll.columns", "scrolling 10,000 customers in columns: p99 of a frame"),
    _figure("list.key.rows", "a key press in the search field to the painted result, 10,000 customers as rows: p99"),
    _figure("list.key.rows.cpu", "the same, in processor time: what it takes on a machine with nothing else to do"),
    _figure("list.key.columns", "the same in columns: p99"),
    _figure("list.key.columns.cpu", "the same, in processor time"),
)
def scroll(wanted: frozenset[str]) -> Values:
    with session() as there:
        folders = os.pathsep.join(str(CHECKOUT / folder) for folder in ("app", "tests", "bench"))
        command = [sys.executable, "-m", "scroll_desktop"]
        environment = {**there.environment, "PYTHONPATH": folders}
        run = subprocess.run(command, env=environment, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=180)
        if run.returncode:
            raise CannotRun(f"the window did not open: {run.stderr.strip()[-200:]}")
        return {name: percentile(times, 99) for name, times in json.loads(run.stdout).items() if name in wanted}
