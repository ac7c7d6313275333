"""Cancellation that reaches into a blocking call."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from tenantdock.domain.errors import Cancelled


class Cancel:
    """A one-way switch, shared between the one who waits and the one who works. Thread-safe.

    A worker that is about to block registers with :meth:`calling` what ends its wait (closing a socket, ending a process); the
    call runs on the thread that cancels, at once, and must not block.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._callbacks: dict[int, Callable[[], None]] = {}
        self._next = 0

    @property
    def cancelled(self) -> bool:
        """Whether :meth:`cancel` was called."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Cancel. Safe to call from any thread and more than once. Every callback is called, even if one raises."""
        with self._lock:
            self._event.set()
            callbacks = list(self._callbacks.values())
            self._callbacks.clear()
        with ExitStack() as stack:
            for callback in reversed(callbacks):
                stack.callback(callback)

    def check(self) -> None:
        """Raise :class:`Cancelled` when cancelled."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep for *seconds*, or raise :class:`Cancelled` as soon as cancelled."""
        if self._event.wait(seconds):
            raise Cancelled

    @contextmanager
    def calling(self, callback: Callable[[], None]) -> Iterator[None]:
        """Have *callback* called once if :meth:`cancel` comes while the block runs (at once when it already came)."""
        with self._lock:
            late = self._event.is_set()
            key = self._next
            self._next += 1
            if not late:
                self._callbacks[key] = callback
        if late:
            callback()
        try:
            yield
        finally:
            with self._lock:
                self._callbacks.pop(key, None)
