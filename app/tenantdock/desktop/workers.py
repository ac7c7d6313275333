"""Threads for blocking work."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from queue import Empty, SimpleQueue
from typing import Any, Final, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Job = tuple["Future[Any]", Callable[[], Any]]

_IDLE: Final = 30.0
_LIMIT: Final = 32


class Workers(Executor):
    """A pool of daemon threads.

    The standard library's pool joins its threads when the interpreter ends, without a limit. A worker that waits for a keyring
    which never answers would keep TenantDock alive for ever, so these threads are daemons and :meth:`close` waits for a given
    time only. Threads start when they are needed and end after 30 idle seconds; at most *limit* run at once.
    """

    def __init__(self, name: str = "tenantdock-worker", limit: int = _LIMIT) -> None:
        self._name = name
        self._limit = limit
        self._lock = threading.Lock()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._threads: set[threading.Thread] = set()
        self._due = 0
        """Jobs that wait or run. There are as many threads, up to the limit, so that no job ever waits for another to end."""
        self._started = 0
        self._closed = False

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Have *fn* called on a worker. Raises :class:`RuntimeError` after :meth:`close`."""
        future: Future[_T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("the workers are closed")
            self._jobs.put((future, lambda: fn(*args, **kwargs)))
            self._due += 1
            if len(self._threads) < min(self._due, self._limit):
                self._started += 1
                thread = threading.Thread(target=self._work, name=f"{self._name}-{self._started}", daemon=True)
                self._threads.add(thread)
                thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 - the signature is Executor's
        """End the pool: see :meth:`close`. With *wait*, waits at most a second."""
        self.close(1.0 if wait else 0.0)

    def close(self, timeout: float, *, drop: bool = True) -> bool:
        """Take no more work, drop what has not begun (or without *drop* do it), and wait up to *timeout* seconds. Returns whether
        every thread ended.
        """
        with self._lock:
            self._closed = True
            threads = list(self._threads)
            if drop:
                self._drop_waiting()
            for _ in threads:
                self._jobs.put(None)
        end = time.monotonic() + timeout
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in threads)

    def _drop_waiting(self) -> None:
        try:
            while job := self._jobs.get_nowait():
                job[0].cancel()
        except Empty:
            pass

    def _work(self) -> None:
        while (job := self._next()) is not None:
            future, call = job
            if not future.set_running_or_notify_cancel():
                self._done()
            else:
                try:
                    result = call()
                except BaseException as failure:  # noqa: BLE001 - whoever waits for the future gets it
                    self._done()
                    future.set_exception(failure)
                else:
                    self._done()
                    future.set_result(result)
            # A waiting thread must not keep the last job's arguments and result alive
            del job, future, call
            result = None
        with self._lock:
            self._threads.discard(threading.current_thread())

    def _done(self) -> None:
        # Before the result is told: who then submits at once finds this thread free
        with self._lock:
            self._due -= 1

    def _next(self) -> _Job | None:
        while True:
            try:
                return self._jobs.get(timeout=_IDLE)
            except Empty:
                with self._lock:
                    # A job that came in this moment counts on this thread
                    if self._due < len(self._threads) or self._closed:
                        self._threads.discard(threading.current_thread())
                        return None
