"""The time."""

from __future__ import annotations

import sys
import time
from typing import Final

_CLOCK: Final[int | None] = getattr(time, {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, ""), None)


class SystemClock:
    """The machine's clocks."""

    def now(self) -> float:
        """Unix time in seconds."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that never go back, those of a suspended computer too: a ticket must not outlive its 30 s in a closed laptop.

        Sources: CLOCK_BOOTTIME of clock_gettime(2); on macOS CLOCK_MONOTONIC goes on in sleep, and Python's own clock there does
        not; on Windows Python's goes on (QueryPerformanceCounter).
        """
        if sys.platform != "win32" and _CLOCK is not None:
            return time.clock_gettime(_CLOCK)
        return time.monotonic()
