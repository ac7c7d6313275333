"""What was started for a sign-in, and how it ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from typing import Final

from tenantdock.domain.errors import BrowserTrouble
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line

AT_ONCE: Final = 10.0
"""Seconds within which an exit with an error means that the browser did not start."""
_HAND_OVER: Final = 3.0  # seconds; a browser that ends sooner without an error passed the address to one that runs
_STUBBORN: Final = 5.0  # seconds that a browser of our own has to end by itself


class Unwatched:
    """A browser that the system started for us: nothing is known of it."""

    def close(self) -> None:
        """Do nothing: it is the person's."""


class StartedBrowser:
    """A process that was started. *own* says that it is ours alone (a profile folder of TenantDock's)."""

    def __init__(self, process: subprocess.Popen[bytes], label: str, *, own: bool) -> None:
        self.process = process
        self._label = label
        self._own = own
        self._started = time.monotonic()
        self._ended: float | None = None
        self._closed: float | None = None

    def gone(self) -> bool:
        """Whether a browser of our own has ended. Raises :class:`BrowserTrouble` when any browser ended at once with an error."""
        code = self.process.poll()
        if code is None:
            return False
        if self._ended is None:
            self._ended = time.monotonic()
        lived = self._ended - self._started
        if code and lived < AT_ONCE and self._closed is None:
            raise BrowserTrouble(
                said("{label} ended at once with an error (exit code {code}).", label=one_line(self._label, 80), code=code),
                next_step="Start it by hand to see why, or choose another browser for this connection.",
            )
        return self._own and lived >= _HAND_OVER

    def close(self) -> None:
        """End the process when it is ours alone, without waiting for it."""
        if self._own and self._closed is None and self.process.poll() is None:
            self._closed = time.monotonic()
            self._signal(hard=False)

    def reap(self) -> bool:
        """Collect the process if it has ended; end one of ours that did not end when told. Returns whether it is over."""
        if self.process.poll() is not None:
            return True
        if self._closed is not None and time.monotonic() > self._closed + _STUBBORN:
            self._signal(hard=True)
        return False

    def _signal(self, *, hard: bool) -> None:
        with contextlib.suppress(OSError):
            if not hard:
                # The leader alone: it ends its helpers after they wrote what they hold (chromium's cookies, seen in a test)
                self.process.terminate()
            elif sys.platform != "win32":
                os.killpg(self.process.pid, signal.SIGKILL)  # it leads a session of its own (see the start)
            else:
                self.process.kill()
