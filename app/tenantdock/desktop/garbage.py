"""Cyclic garbage is collected on the GUI thread alone.

Python's collector runs on whichever thread happens to allocate. Windows are full of cycles, and a QObject that a worker destroys,
while the GUI thread delivers its events, ends the program (https://doc.qt.io/qt-6/threads-qobject.html: an object may only be
deleted on its own thread). So the automatic collector stays off, and this one looks now and then whether there is enough to do.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

FIRST_MS: Final = 6_000
"""Milliseconds to the first look: the start is over, and a person who waits for nothing else does not notice."""
LOOK_MS: Final = 15_000
"""Milliseconds between two looks: rare enough to wake no sleeping machine, often enough that nothing piles up."""


class Collector(QObject):
    """Collects on the thread that built it, from :meth:`begin` to :meth:`end`, with the thresholds of :func:`gc.get_threshold`."""

    def __init__(self) -> None:
        super().__init__()
        self._all = False
        self._started = False
        self._before = gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Turn the automatic collector off and look from time to time."""
        self._before = gc.isenabled()
        gc.disable()
        self._started = False
        self._timer.start(FIRST_MS)

    def soon(self) -> None:
        """Have the next look collect everything: a window was closed."""
        self._all = True

    def look(self) -> None:
        """Collect the oldest generation that is due, or nothing. The first look, after the start, sets aside what is there: modules
        mostly, which stay, and going through them would hold the windows up.
        """
        if not self._started:
            self._started = True
            self._timer.start(LOOK_MS)
            gc.freeze()
            return
        everything, self._all = self._all, False
        due = [have > most for have, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if everything or due[2]:
            gc.collect()
        elif due[1]:
            gc.collect(1)
        elif due[0]:
            gc.collect(0)

    def end(self) -> None:
        """Look no more. The automatic collector is as it was before."""
        self._timer.stop()
        if self._before:
            gc.enable()
