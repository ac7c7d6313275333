"""Signals that ask the program to end: Ctrl+C in its terminal, a terminal that is closed, a log-out, a service manager."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

_ENDING: Final = tuple(
    number for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if (number := getattr(signal, name, None)) is not None
)


@contextmanager
def ending(end: Callable[[], object]) -> Iterator[None]:
    """Have *end* called, on a thread of its own, when a signal asks this program to end. For the main thread.

    Python runs a handler between two of its own instructions, and a main thread inside Qt's event loop has none while nothing
    happens. The number that the interpreter writes to its wake-up pipe as the signal arrives does not wait for that
    (https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd). A signal that was ignored at the start (nohup) stays so.
    """
    # A pipe, not a pair of sockets as in that page: importing socket is 3 ms of the start
    reader, writer = os.pipe()
    if sys.platform != "win32":  # which asks for no more
        os.set_blocking(writer, False)
    with ExitStack() as stack:
        for number in _ENDING:
            before = signal.getsignal(number)
            if before is not signal.SIG_IGN and before is not None:
                stack.callback(signal.signal, number, before)
                signal.signal(number, _taken)
        stack.callback(signal.set_wakeup_fd, signal.set_wakeup_fd(writer, warn_on_full_buffer=False))
        thread = threading.Thread(target=_watch, args=(reader, end), name="tenantdock-signals", daemon=True)
        thread.start()
        try:
            yield
        finally:
            signal.set_wakeup_fd(-1)
            os.close(writer)  # the watching thread reads the end of it
            thread.join()
            os.close(reader)


def _taken(_number: int, _frame: object) -> None:
    """Do nothing: the wake-up pipe has the word already. Without a handler of Python's nothing would be written there."""


def _watch(reader: int, end: Callable[[], object]) -> None:
    while number := os.read(reader, 1):
        if number[0] in _ENDING:
            end()
