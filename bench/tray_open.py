"""The part of the figure ``tray.open`` that runs in the program: ``tray_open.py FOLDER``.

The real house with its window, hidden and shown again by what a click on the tray icon does, until the list has painted. Prints
``{"wall": [seconds, ...], "cpu": [seconds, ...]}``.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from tenantdock import composition

TURNS = 20
PAUSE_MS = 150


class Opener:
    """Hides the window, waits a moment, clicks, and takes the time."""

    def __init__(self, desktop: composition.Desktop) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []
        self._desktop = desktop
        self._begun: tuple[float, float] | None = None
        desktop.window.list.painted.connect(self._painted)

    def next(self) -> None:
        """Hide, and click a moment later."""
        if len(self.wall) >= TURNS:
            self._desktop.quit()
            return
        self._desktop.window.hide()
        QTimer.singleShot(PAUSE_MS, self._desktop.window, self._click)

    def _click(self) -> None:
        self._begun = time.perf_counter(), time.process_time()
        self._desktop.show()

    def _painted(self) -> None:
        if self._begun is not None:
            wall, cpu = self._begun
            self._begun = None
            self.wall.append(time.perf_counter() - wall)
            self.cpu.append(time.process_time() - cpu)
            QTimer.singleShot(PAUSE_MS, self._desktop.window, self.next)


def main(folder: Path) -> None:
    """Measure."""
    with composition.open_house(folder, sandbox=False) as house:
        desktop = composition._desktop(house, folder, sandbox=False)  # noqa: SLF001  # what run_desktop does
        opener = Opener(desktop)
        QTimer.singleShot(3_000, desktop.window, opener.next)
        desktop.run()
    print(json.dumps({"wall": opener.wall, "cpu": opener.cpu}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
