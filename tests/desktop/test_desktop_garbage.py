"""A window is never destroyed by a worker: not as cyclic garbage, and not because a job held the last reference to it."""

from __future__ import annotations

import functools
import gc
import threading
import weakref

import pytest

from tenantdock.desktop.garbage import Collector
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.workers import Workers


class Window:
    """Stands for one; *gone* is told the thread on which it is destroyed."""

    def __init__(self, gone, *, cycle=False) -> None:
        weakref.finalize(self, lambda: gone.append(threading.current_thread()))
        self.me = self if cycle else None

    def work(self):
        return threading.current_thread()


@pytest.fixture
def collector(qapp):
    before = gc.isenabled()
    gc.enable()
    made = Collector()
    made.begin()
    made.look()  # the first one collects nothing
    yield made
    made.end()
    gc.unfreeze()
    assert gc.isenabled()
    if not before:
        gc.disable()


@pytest.fixture
def workers():
    return SlowWorkers()


@pytest.fixture
def loop(qapp, workers):
    made = Loop(lambda failure: pytest.fail(str(failure)), workers=workers)
    yield made
    workers.go_on.set()
    assert made.close(2.0)


class SlowWorkers(Workers):
    """Whose threads let go of a job only when :attr:`go_on` is set: long after the GUI thread has its result."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()

    def submit(self, fn, /, *args, **kwargs):
        begin = threading.Event()

        def late():
            begin.wait()
            return fn(*args, **kwargs)

        future = super().submit(late)
        for name in ("set_result", "set_exception"):
            setattr(future, name, functools.partial(self._told, getattr(future, name)))
        begin.set()
        return future

    def _told(self, tell, result):
        tell(result)
        self.go_on.wait(10)


def on_another_thread(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def busy():
    return [[] for _ in range(100_000)]


def test_garbage_waits_for_this_thread(collector):
    gone = []
    Window(gone, cycle=True)
    on_another_thread(busy)
    assert gone == []
    collector.soon()
    collector.look()
    assert gone == [threading.current_thread()]


def test_what_is_there_after_the_start_is_set_aside(collector):
    gone = []
    Window(gone, cycle=True)
    gc.freeze()
    collector.soon()
    collector.look()
    assert gone == []
    again = Collector()
    again.begin()
    before = gc.get_freeze_count()
    kept = busy()
    again.look()
    assert gc.get_freeze_count() > before + len(kept) - 1
    again.end()


def test_what_is_due_is_collected_by_age(collector):
    gc.collect()
    gone = []
    Window(gone, cycle=True)
    collector.look()
    assert gone == []  # not enough to do
    kept = busy()
    collector.look()
    assert gone == [threading.current_thread()]
    del kept


@pytest.mark.may_block("it collects what the whole test run has left")
def test_a_look_comes_by_itself(collector, qtbot):
    gone = []
    Window(gone, cycle=True)
    collector.soon()
    collector._timer.setInterval(1)
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.current_thread()]


@pytest.mark.parametrize("way", ["submit", "fails", "run"])
def test_a_job_that_holds_the_last_reference_gives_it_back(loop, workers, qtbot, way):
    gone, done = [], []

    def begin():
        window = Window(gone)
        if way == "submit":
            loop.submit(window.work, lambda thread, _window=window: done.append(thread))
        elif way == "fails":
            loop.submit(lambda: window.none, print, lambda _failure, _window=window: done.append(None))
        else:
            loop.start(run(window))

    async def run(window):
        done.append(await loop.run(window.work))

    if way == "run":
        workers.go_on.set()  # asyncio is imported by a worker
        loop.start(loop.sleep(0))
        qtbot.waitUntil(lambda: loop._loop is not None)
        workers.go_on.clear()
    begin()
    qtbot.waitUntil(lambda: bool(done))
    workers.go_on.set()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and bool(gone))  # a failure holds itself through its traceback
    assert gone == [threading.main_thread()]
    assert done != [threading.main_thread()]
