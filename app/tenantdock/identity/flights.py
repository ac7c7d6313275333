"""Single flight: who asks for what is under way waits for it instead of asking again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled
from tenantdock.identity.waiting import wait_for

T = TypeVar("T")


class Flights(Generic[T]):
    """Runs one piece of work per key at a time. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flying: dict[Hashable, Future[T]] = {}

    def run(self, key: Hashable, work: Callable[[], T], cancel: Cancel) -> T:
        """Return what *work* returns, or what the same key's work that is under way returns.

        When the one who works is cancelled, one of those who wait works on; a cancel ends only the wait of its own caller.
        """
        while True:
            with self._lock:
                flying = self._flying.get(key)
                if flying is None:
                    mine: Future[T] = Future()
                    self._flying[key] = mine
            if flying is None:
                return self._fly(key, mine, work)
            try:
                return wait_for(flying, cancel)
            except Cancelled:
                cancel.check()

    def _fly(self, key: Hashable, mine: Future[T], work: Callable[[], T]) -> T:
        try:
            result = work()
        except BaseException as error:
            self._land(key)
            mine.set_exception(error)
            raise
        self._land(key)
        mine.set_result(result)
        return result

    def _land(self, key: Hashable) -> None:
        with self._lock:
            del self._flying[key]
