"""The only file that knows asyncio and qasync.

Coroutines run on Qt's event loop, blocking work on threads of our own. asyncio takes 25 to 60 ms to import and the first window
needs none of it, so it is imported by a worker when the first coroutine is started; until then :meth:`Loop.submit` is enough.
"""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal, SignalInstance, Slot
from shiboken6 import isValid

from tenantdock.desktop.workers import Workers
from tenantdock.domain.cancel import Cancel

if TYPE_CHECKING:
    import asyncio

_P = ParamSpec("_P")
_T = TypeVar("_T")


class _Mailbox(QObject):
    """Carries calls to the GUI thread. A queued signal is the one thing Qt promises to be safe from any thread."""

    posted = Signal(object, object)

    def __init__(self, failed: Callable[[BaseException], None], *, held: bool) -> None:
        super().__init__()
        self._failed = failed
        self._held: list[tuple[Callable[..., object], tuple[object, ...]]] | None = [] if held else None
        self.posted.connect(self._call)

    @Slot(object, object)
    def _call(self, function: Callable[..., object], args: tuple[object, ...]) -> None:
        if self._held is not None:
            self._held.append((function, args))
            return
        try:
            function(*args)
        except Exception as failure:  # noqa: BLE001 - nothing may be lost: the handler shows it
            self._failed(failure)

    def begin(self) -> None:
        """Call what was held, in its order, and hold nothing from now on."""
        held, self._held = self._held or [], None
        for function, args in held:
            self._call(function, args)


class _RunningApplication(QObject):
    """What qasync wants of an application, for a loop that lives inside one that runs already.

    Its ``stop`` would end the whole application (and later event loops of a test run); this one lets it end itself only.
    """

    aboutToQuit = Signal()  # noqa: N815 - Qt's name, which qasync asks for

    def exit(self, code: int = 0) -> None:
        """Do nothing: the application goes on."""


class Loop:
    """Runs coroutines on the GUI thread and blocking work on worker threads.

    Build it on the GUI thread. *failed* is called there with every exception that nobody waits for. With *held* nothing is called
    before :meth:`begin`: for an owner that asks workers for something while it is being built, because Qt delivers events then too.
    """

    def __init__(self, failed: Callable[[BaseException], None], *, workers: Workers | None = None, held: bool = False) -> None:
        self._failed = failed
        self._workers = workers or Workers()
        self._saver = Workers("tenantdock-saver", 1)
        self._mailbox = _Mailbox(failed, held=held)
        self._application = _RunningApplication()
        self._loop: Any = None
        self._waiting: list[Coroutine[Any, Any, None]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._cancels: WeakSet[Cancel] = WeakSet()
        self._closed = False
        self._left: dict[int, list[Callable[..., Any]]] = {}
        """What workers are done with and the GUI thread has not taken back yet; after the end, for whoever drops this loop."""

    def begin(self) -> None:
        """Call what was held back, in its order."""
        self._mailbox.begin()

    def post(self, function: Callable[..., object], *args: object) -> None:
        """Have *function* called on the GUI thread, soon. Callable from any thread."""
        if not self._closed:
            self._mailbox.posted.emit(function, args)

    def submit(
        self, function: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """Have *function* called on a worker, then *done* (or *failed*) with what came of it on the GUI thread.

        Where that is a method of a window that is gone by then, nobody is told; a failure is told as one that nobody waits for.
        """
        self._submit(self._workers, function, done, failed)
        del function, done, failed

    def save(
        self, function: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """Do as :meth:`submit` does with what a person typed or changed: such calls are made in the order in which they were asked
        for, told in that order, and :meth:`close` drops none of them.
        """
        self._submit(self._saver, function, done, failed)
        del function, done, failed

    def _submit(
        self,
        workers: Workers,
        function: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        box: list[Callable[..., Any]] = [function, done, failed or self._failed]

        def deliver(future: Future[_T]) -> None:
            if future.cancelled():
                return
            failure = future.exception()
            self._hand_back(box, *((1, future.result()) if failure is None else (2, failure)))

        if not self._closed:
            workers.submit(_work, box).add_done_callback(deliver)
        del function, done, failed

    def start(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Run *coroutine* on the GUI thread. What it raises goes to *failed*."""
        if self._closed:
            coroutine.close()
        elif self._loop is not None:
            self._begin(coroutine)
        else:
            self._waiting.append(coroutine)
            if len(self._waiting) == 1:
                self.submit(lambda: import_module("asyncio"), lambda _: self._open())

    def run(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> Awaitable[_T]:
        """Call *function* on a worker; await the result. Only inside a coroutine that :meth:`start` runs."""
        import asyncio  # noqa: PLC0415 - see the module's docstring

        box: list[Callable[..., Any]] = [lambda: function(*args, **kwargs)]
        work: Future[_T] = self._workers.submit(_work, box)
        awaited = asyncio.wrap_future(work, loop=self._loop)
        work.add_done_callback(lambda _: self._hand_back(box))
        return awaited

    def _hand_back(self, box: list[Callable[..., Any]], which: int = -1, result: object = None) -> None:
        """Have the GUI thread empty *box*, and call what is at *which* with *result*.

        What a job was made of can hold the last reference to a window; were it the worker's to drop, the worker would destroy it.
        """
        self._left[id(box)] = box
        self.post(self._take_back, box, which, result)

    def _take_back(self, box: list[Callable[..., Any]], which: int, result: object) -> None:
        taken, box[:] = list(box), []
        self._left.pop(id(box), None)
        if which >= 0 and not _gone(taken[which]):
            taken[which](result)
        elif isinstance(result, BaseException):
            self._failed(result)

    async def emitted(self, signal: SignalInstance) -> Any:
        """Wait for *signal* and return its one value. Windows are opened with ``open`` or ``show`` and awaited so: ``exec`` inside
        a coroutine would run a second event loop under asyncio.
        """
        future = self._loop.create_future()

        def settle(value: object) -> None:
            if not future.done():
                future.set_result(value)

        signal.connect(settle)
        try:
            return await future
        finally:
            signal.disconnect(settle)

    async def sleep(self, seconds: float) -> None:
        """Wait without blocking."""
        import asyncio  # noqa: PLC0415 - see the module's docstring

        await asyncio.sleep(seconds)

    def new_cancel(self) -> Cancel:
        """Return a :class:`Cancel` that also :meth:`close` cancels."""
        cancel = Cancel()
        self._cancels.add(cancel)
        return cancel

    def close(self, timeout: float = 1.0) -> bool:
        """Cancel everything but what is being saved, and wait up to *timeout* seconds. Returns whether every thread ended; the rest
        are daemons.
        """
        if self._closed:
            return True
        end = time.monotonic() + timeout
        for cancel in list(self._cancels):
            cancel.cancel()
        for coroutine in self._waiting:
            coroutine.close()
        self._waiting.clear()
        for task in list(self._tasks):
            task.cancel()
        while self._tasks and time.monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        self._closed = True
        saved = self._saver.close(max(0.0, end - time.monotonic()), drop=False)
        ended = self._workers.close(max(0.0, end - time.monotonic())) and saved
        if self._loop is not None:
            self._close_loop()
        return ended

    def _open(self) -> None:
        """Build the asyncio loop inside the running Qt loop, and start what waits for it."""
        if self._closed or self._loop is not None:
            return
        before = os.environ.get("QT_API")
        os.environ["QT_API"] = "pyside6"
        try:
            qasync = import_module("qasync")
        finally:
            # Consoles inherit the environment; a person's own Qt programs there must not find our choice in it
            if before is None:
                del os.environ["QT_API"]
            else:
                os.environ["QT_API"] = before
        self._loop = qasync.QEventLoop(self._application, already_running=True)
        self._loop.set_exception_handler(self._handle)
        waiting, self._waiting = self._waiting, []
        for coroutine in waiting:
            self._begin(coroutine)

    def _begin(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task: asyncio.Task[None] = self._loop.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            self._failed(failure)

    def _handle(self, _loop: object, context: dict[str, Any]) -> None:
        self._failed(context.get("exception") or RuntimeError(str(context.get("message", "asyncio failed"))))

    def _close_loop(self) -> None:
        import asyncio  # noqa: PLC0415 - see the module's docstring

        self._application.aboutToQuit.emit()
        self._loop.stop()
        asyncio.events._set_running_loop(None)  # noqa: SLF001 - qasync sets it for a running loop and never takes it back
        self._loop.close()
        self._loop = None


def _work(box: list[Callable[..., Any]]) -> Any:
    return box[0]()


def _gone(function: Callable[..., Any]) -> bool:
    """Whether *function* is a method of something of Qt's that was destroyed."""
    owner = getattr(function.func if isinstance(function, partial) else function, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
