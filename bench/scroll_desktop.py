"""Scrolls the main window's list on a display and types into its search, and prints how long each frame and each key took, as JSON.
Run by ``list_figures``.

The window is the real one; the customers come from a double, so that nothing but painting is measured.
"""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from palette_figures import SEED, typed
from support.desktop import FakeMemory, FakeWorkflows, rows
from tenantdock.desktop.app import Desktop, application

CUSTOMERS = 10_000
FRAMES = 400
WARM = 40
STEP = 53
"""Pixels between frames: more than a row, so that each frame paints new ones."""


def main() -> None:
    """Scroll rows, then columns."""
    application()
    saved = [
        replace(each, group=f"Group {at % 40}", tags=("gold", f"tag {at % 30}")[: at % 3], favourite=at % 50 == 0)
        for at, each in enumerate(rows(CUSTOMERS))
    ]
    desktop = Desktop(FakeWorkflows(saved).workflows, memory=FakeMemory(), tray=lambda _parent: None)
    desktop.window.painted.connect(lambda: QTimer.singleShot(1500, desktop.window, lambda: _measure(desktop)))
    desktop.start()
    QApplication.exec()
    desktop.close()


def _measure(desktop: Desktop) -> None:
    found = {}
    for name, columns in (("list.scroll.rows", False), ("list.scroll.columns", True)):
        desktop.window.viewing.show_columns(on=columns)
        QApplication.processEvents()
        found[name] = _scroll(desktop)
    for name, columns in (("rows", False), ("columns", True)):
        desktop.window.viewing.show_columns(on=columns)
        QApplication.processEvents()
        found[f"list.key.{name}"], found[f"list.key.{name}.cpu"] = _type(desktop)
    print(json.dumps(found), flush=True)
    desktop.quit()


def _scroll(desktop: Desktop) -> list[float]:
    bar, viewport = desktop.window.list.verticalScrollBar(), desktop.window.list.viewport()
    times = []
    for frame in range(WARM + FRAMES):
        begun = time.perf_counter()
        bar.setValue(bar.value() + STEP)
        viewport.repaint()
        if frame >= WARM:
            times.append(time.perf_counter() - begun)
        QApplication.processEvents()
    return times


def _type(desktop: Desktop) -> tuple[list[float], list[float]]:
    """Return how long each key press took until the list, where other rows are on show, was painted; and in processor time."""
    window, model = desktop.window, desktop.window.model
    # By what is told, not by looking again and again
    told = {"painted": 0, "reset": 0}
    links = [
        window.list.painted.connect(lambda: told.update(painted=told["painted"] + 1)),
        model.modelReset.connect(lambda: told.update(reset=told["reset"] + 1)),
    ]
    times, cpus = [], []
    for text in typed([entry.name for entry in model.entries], random.Random(SEED)):  # noqa: S311 - made-up names
        before = dict(told)
        begun, cpu = time.perf_counter(), time.thread_time()
        window.search_edit.setText(text)
        while told["reset"] > before["reset"] and told["painted"] == before["painted"] and model.rowCount():
            QApplication.processEvents()
        QApplication.processEvents()
        times.append(time.perf_counter() - begun)
        cpus.append(time.thread_time() - cpu)
    for link in links:
        QObject.disconnect(link)
    return times, cpus


if __name__ == "__main__":
    sys.exit(main())
