"""What was remembered, once it has been read; saved at every change, and before the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.desktop.memory import Memory


class Remembered:
    """The memory's values on the GUI thread. Before they are read, nothing is known and nothing is saved."""

    def __init__(self, memory: Memory, loop: Loop, read: Callable[[BaseException | None], None]) -> None:
        self._memory = memory
        self._loop = loop
        self._read = read
        self._values: dict[str, str] | None = None
        loop.submit(memory.load, self._loaded, self._failed)

    @property
    def known(self) -> bool:
        """Whether the values have been read."""
        return self._values is not None

    def get(self, key: str) -> str:
        """Return what was kept under *key*, or ""."""
        return (self._values or {}).get(key, "")

    def put(self, key: str, value: str) -> None:
        """Keep *value* under *key*."""
        if self._values is None or self._values.get(key) == value:
            return
        # A new dictionary each time, so that a worker never reads one that changes
        self._values = {**self._values, key: value}
        self._loop.save(partial(self._memory.save, self._values), lambda _: None)

    def once(self, key: str) -> bool:
        """Whether *key* was not said before; from now on it was."""
        first = not self.get(key)
        self.put(key, "yes")
        return first

    def _loaded(self, values: dict[str, str]) -> None:
        self._values = dict(values)
        self._read(None)

    def _failed(self, failure: BaseException) -> None:
        self._values = {}
        self._read(failure)
