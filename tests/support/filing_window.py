"""A main window on doubles that tells where things are and how customers are filed, a JSON line each."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from support.desktop import FakeMemory, FakeWorkflows, rows
from tenantdock.desktop.app import Desktop, application

_LOOK_MS = 50


def main() -> None:
    application()
    saved = [replace(each, group="Europe") if each.id in {"c1", "c2"} else each for each in rows(6)]
    fakes = FakeWorkflows(saved)
    desktop = Desktop(fakes.workflows, memory=FakeMemory(), tray=lambda _parent: None)
    window = desktop.window
    told = ""

    def look() -> None:
        nonlocal told
        sidebar = window.panes.sidebar
        if sidebar is None or not sidebar.isVisible() or not window.isActiveWindow():
            return
        item = sidebar.item_of(("group", "Europe"))
        places = {"group": sidebar.viewport().mapToGlobal(sidebar.visualItemRect(item).center())}
        for key in ("c4", "c5"):
            rect = window.list.visualRect(window.model.index_of(key))
            places[key] = window.list.viewport().mapToGlobal(rect.center())
        line = json.dumps(
            {
                "places": {name: (at.x(), at.y()) for name, at in places.items()},
                "selected": sorted(window.selected_ids),
                "groups": {each.id: each.group for each in fakes.directory.saved},
            }
        )
        if line != told:
            told = line
            print(line, flush=True)  # noqa: T201 - what the test reads

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(_LOOK_MS)
    desktop.start()
    window.resize(900, 560)
    # Ends with whoever started it
    ends = QTimer()
    ends.setSingleShot(True)
    ends.timeout.connect(QApplication.quit)
    ends.start(90_000)
    QApplication.exec()
    desktop.close()


if __name__ == "__main__":
    sys.exit(main())
