"""One sign-in with a person at a time for each account: a second one waits, and then mostly needs nobody any more."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.said import said
from tenantdock.domain.signin import Progress


def waits(username: str) -> Progress:
    """Return what a sign-in says that waits for another one of the same account."""
    text = said(
        "A sign-in of {username} is under way: finish or cancel it. This one goes on after it by itself.", username=username
    )
    return Progress("waiting", text)


class Turns:
    """Queues by key (an account's id), first come, first served. Thread-safe. All workflows that ask a person share one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: dict[str, list[threading.Event]] = {}

    @contextmanager
    def taking(self, key: str, cancel: Cancel, waiting: Callable[[], None]) -> Iterator[bool]:
        """Run the block when it is its turn for *key*; the value says whether it had to wait. *waiting* is called before a wait.

        Raises :class:`Cancelled` as soon as *cancel* is cancelled; the turn then goes to the next one.
        """
        mine = threading.Event()
        with self._lock:
            queue = self._queues.setdefault(key, [])
            queue.append(mine)
            waits = len(queue) > 1
        try:
            if waits:
                waiting()
                with cancel.calling(mine.set):
                    mine.wait()
                cancel.check()
            yield waits
        finally:
            with self._lock:
                queue.remove(mine)
                if queue:
                    queue[0].set()
                else:
                    del self._queues[key]
