"""Answers that are kept for a while."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

from tenantdock.domain.ports import Clock

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """At most *limit* values for *lifetime* seconds; the least used one makes room. Thread-safe."""

    def __init__(self, clock: Clock, *, lifetime: float, limit: int) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._limit = limit
        self._lock = threading.Lock()
        self._values: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def get(self, key: K) -> V | None:
        """Return the value of *key* while it is fresh."""
        with self._lock:
            kept = self._values.get(key)
            if kept is None or kept[0] < self._clock.monotonic():
                self._values.pop(key, None)
                return None
            self._values.move_to_end(key)
            return kept[1]

    def keep(self, key: K, value: V) -> None:
        """Keep a value."""
        with self._lock:
            self._values[key] = (self._clock.monotonic() + self._lifetime, value)
            self._values.move_to_end(key)
            while len(self._values) > self._limit:
                self._values.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._values.clear()
