"""Waiting that a :class:`~tenantdock.domain.cancel.Cancel` can end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled

T = TypeVar("T")


def wait_for(future: Future[T], cancel: Cancel, timeout: float | None = None) -> T:
    """Return what *future* brings, or raise what it raises.

    Raises :class:`Cancelled` as soon as *cancel* is cancelled and ``TimeoutError`` after *timeout* seconds; the work behind the
    future goes on then.
    """
    woken = threading.Event()
    future.add_done_callback(lambda _: woken.set())
    with cancel.calling(woken.set):
        woken.wait(timeout)
    if future.done():
        return future.result()
    if cancel.cancelled:
        raise Cancelled
    raise TimeoutError


def detached(work: Callable[[], T], cancel: Cancel, name: str, timeout: float | None = None) -> T:
    """Run *work* on a daemon thread and wait for it as :func:`wait_for` does.

    For the calls that nothing can interrupt: the system's name resolver, a keyring that asks the person, the start of a browser.
    When the wait ends early, the thread stays until the system answers; it is the only thing that does, and its answer is dropped.
    """
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001  # handed to the one who waits, whatever it is
            future.set_exception(error)

    threading.Thread(target=run, name=f"tenantdock-{name}", daemon=True).start()
    return wait_for(future, cancel, timeout)


def briefly(work: Callable[[Cancel], T], cancel: Cancel, name: str, seconds: float) -> T | None:
    """Run *work* for at most *seconds* and return what it brings, or None when it takes longer: for what is good to know only.

    *work* gets a cancel of its own, which ends with *cancel* or with the time. Raises what *work* raises, and :class:`Cancelled`.
    """
    own = Cancel()
    with cancel.calling(own.cancel):
        try:
            return detached(lambda: work(own), cancel, name, seconds)
        except TimeoutError:
            return None
        finally:
            own.cancel()
