"""The event loop, the workers, and what a start imports."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
import time

import pytest
import shiboken6
from PySide6.QtCore import QObject

from support.desktop import FakeWorkflows, rows
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.workers import Workers
from tenantdock.domain.errors import BadInput


@pytest.fixture
def failures():
    return []


@pytest.fixture
def loop(qapp, failures):
    made = Loop(failures.append)
    yield made
    assert made.close(2.0)


def test_work_runs_elsewhere_and_its_result_comes_back_here(loop, qtbot):
    seen = []

    async def task():
        worker = await loop.run(threading.current_thread)
        seen.append((worker, threading.current_thread()))

    loop.start(task())
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] is not threading.main_thread()
    assert seen[0][1] is threading.main_thread()


def test_no_failure_is_lost(loop, qtbot, failures):
    async def task():
        await loop.run(lambda: 1 / 0)

    def posted():
        raise BadInput("posted", next_step="")

    loop.start(task())
    loop.post(posted)
    loop.submit(lambda: int("x"), print)
    qtbot.waitUntil(lambda: len(failures) == 3)
    assert {type(each) for each in failures} == {ZeroDivisionError, BadInput, ValueError}


def test_waiting_on_the_gui_thread_lets_it_go_on(loop, qtbot, watchdog):
    done = []

    async def task():
        await loop.run(time.sleep, 0.5)
        await loop.sleep(0.05)
        done.append(True)

    watchdog.start()
    loop.start(task())
    qtbot.waitUntil(lambda: bool(done))


def test_close_cancels_tasks_and_every_cancel(qapp, qtbot, failures):
    loop = Loop(failures.append)
    cancel, reached = loop.new_cancel(), threading.Event()
    after = []

    def work():
        reached.set()
        cancel.wait(30)

    async def task():
        await loop.run(work)
        after.append(True)

    loop.start(task())
    qtbot.waitUntil(reached.is_set)
    assert loop.close(2.0)
    assert cancel.cancelled
    assert after == []
    assert failures == []
    loop.start(task())
    loop.post(after.append, True)
    qtbot.wait(20)
    assert after == []


def test_close_does_not_wait_for_a_worker_that_never_ends(qapp, qtbot, failures):
    loop = Loop(failures.append)
    never, reached = threading.Event(), threading.Event()

    def stuck():
        reached.set()
        never.wait(30)

    loop.submit(stuck, print)
    qtbot.waitUntil(reached.is_set)
    assert not loop.close(0.1)
    never.set()


def test_the_environment_of_consoles_is_not_touched(loop, qtbot):
    done = []

    async def task():
        done.append(os.environ.get("QT_API"))

    before = os.environ.get("QT_API")
    loop.start(task())
    qtbot.waitUntil(lambda: bool(done))
    assert done == [before]


def test_workers_run_side_by_side_and_are_used_again():
    workers = Workers(limit=4)
    barrier = threading.Barrier(3)
    futures = [workers.submit(barrier.wait, 10) for _ in range(3)]
    assert sorted(each.result(10) for each in futures) == [0, 1, 2]
    for _ in range(50):
        workers.submit(lambda: None).result(10)
    assert len(workers._threads) <= 4
    assert all(thread.daemon for thread in workers._threads)
    assert workers.close(2.0)
    with pytest.raises(RuntimeError):
        workers.submit(lambda: None)


def test_workers_drop_what_has_not_begun():
    workers = Workers(limit=1)
    hold, begun = threading.Event(), threading.Event()

    def first():
        begun.set()
        hold.wait(10)

    workers.submit(first)
    assert begun.wait(10)
    second = workers.submit(lambda: None)
    assert not workers.close(0.0)
    assert second.cancelled()
    hold.set()


def test_a_start_imports_nothing_that_the_first_window_does_not_need():
    code = (
        "import sys\n"
        "import tenantdock.desktop.app\n"
        "heavy = {'asyncio', 'qasync', 'ssl', 'msal', 'requests', 'keyring', 'cryptography', 'PySide6.QtNetwork', 'PySide6.QtSvg',"
        " 'ctypes', 'json', 'datetime', 'subprocess'}\n"
        "later = ('accounts', 'add', 'browsing', 'commands', 'confirming', 'details', 'doctor', 'fields', 'menus', 'moving',"
        " 'proxying', 'settings', 'signin', 'signing', 'trouble', 'about', 'asking', 'columns', 'columns_view', 'dragging',"
        " 'filing_menu', 'filters', 'flow', 'keyboard', 'organise', 'panel', 'sidebar', 'view_menu')\n"
        "heavy |= {'tenantdock.desktop.' + each for each in later}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "[]"


def test_a_start_to_the_painted_list_needs_no_asyncio(make_desktop):
    code = (
        "import os, sys\n"
        "os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from support.desktop import FakeMemory, FakeTray, FakeWorkflows, rows\n"
        "from tenantdock.desktop.app import Desktop, application\n"
        "application()\n"
        "def ready():\n"
        "    print('asyncio' in sys.modules, desktop.window.model.rowCount())\n"
        "    desktop.quit()\n"
        "desktop = Desktop(FakeWorkflows(rows(40)).workflows, memory=FakeMemory(), tray=FakeTray, ready=ready)\n"
        "sys.exit(desktop.run())\n"
    )
    environment = {**os.environ, "PYTHONPATH": "tests"}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, timeout=60, env=environment
    )
    assert (run.returncode, run.stdout.split()) == (0, ["False", "40"]), run.stderr


def test_qt_survives_many_calls():
    # The wheels of PySide6 6.12.0 drop a reference to None with each call on Python 3.11, and end it after some 5,000
    code = "from PySide6.QtCore import QObject\no = QObject()\nfor _ in range(50_000): o.setObjectName('x')\nprint('alive')\n"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert run.stdout.strip() == "alive", run.stderr


def test_quit_from_another_thread_ends_the_program(make_desktop, qtbot, qapp):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    with qtbot.waitSignal(qapp.aboutToQuit, timeout=5000, raising=False):
        threading.Thread(target=desktop.quit).start()
        qtbot.waitUntil(lambda: not desktop.window.isVisible())
    assert not desktop.icon.shown


@pytest.mark.parametrize("tray", ["FakeTray", "None"])
def test_a_log_out_ends_the_program_without_a_question(tray):
    # As macOS sends it for Cmd+Q, the Dock and a log-out; the main window alone would veto it, because closing hides it
    code = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication, QEvent, QTimer\n"
        "from support.desktop import FakeMemory, FakeTray, FakeWorkflows, rows, session\n"
        "from tenantdock.desktop.app import Desktop, application\n"
        "app = application()\n"
        "quit = lambda: QTimer.singleShot(50, lambda: QCoreApplication.sendEvent(app, QEvent(QEvent.Type.Quit)))\n"
        f"make = {tray} or (lambda parent: None)\n"
        "desktop = Desktop(FakeWorkflows(rows(2)).workflows, memory=FakeMemory(), tray=make, ready=quit)\n"
        "QTimer.singleShot(20_000, lambda: app.exit(7))\n"
        "sys.exit(desktop.run())\n"
    )
    environment = {**os.environ, "PYTHONPATH": "tests"}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60, env=environment)
    assert run.returncode == 0, run.stderr


def test_nothing_is_called_before_the_owner_is_built(qapp, qtbot):
    """Qt can deliver events while a window is being built."""
    seen = []
    held = Loop(pytest.fail, held=True)
    held.submit(lambda: "worker", seen.append)
    held.post(seen.append, "posted")
    qtbot.wait(50)
    assert seen == []
    held.begin()
    qtbot.waitUntil(lambda: len(seen) == 2)
    held.post(seen.append, "later")
    qtbot.waitUntil(lambda: seen[2:] == ["later"])
    assert held.close(2.0)


def test_what_is_saved_is_saved_in_its_order_and_told_so(loop, qtbot):
    first, seen = threading.Event(), []
    loop.save(lambda: (first.wait(10), seen.append("one"))[1], lambda _none: seen.append("one was told"))
    loop.save(lambda: seen.append("two"), lambda _none: seen.append("two was told"))
    qtbot.wait(30)
    assert seen == []
    first.set()
    qtbot.waitUntil(lambda: len(seen) == 4)
    assert [each for each in seen if "told" not in each] == ["one", "two"]
    assert [each for each in seen if "told" in each] == ["one was told", "two was told"]


def test_the_end_waits_for_what_is_being_saved_and_drops_the_rest(qapp, failures):
    loop, hold, saved, begun = Loop(failures.append), threading.Event(), [], threading.Event()
    loop.save(lambda: (begun.set(), hold.wait(10)), print)
    for number in range(5):
        loop.save(lambda number=number: saved.append(number), print)
    assert begun.wait(10)
    threading.Timer(0.05, hold.set).start()
    assert loop.close(5.0)
    assert saved == [0, 1, 2, 3, 4]


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told = []

    def tell(self, what):
        self.told.append(what)

    def tell_both(self, one, other):
        self.told.append((one, other))


def test_an_answer_to_a_window_that_is_gone_reaches_nobody_and_its_failure_the_handler(loop, qtbot, failures):
    there, gone = Receiver(), Receiver()
    shiboken6.delete(gone)
    for receiver in (gone, there):
        loop.submit(lambda: 1, receiver.tell)
        loop.submit(lambda: 2, functools.partial(receiver.tell_both, 1))
    loop.submit(lambda: int("x"), gone.tell, gone.tell)
    qtbot.waitUntil(lambda: len(there.told) == 2 and bool(failures))
    qtbot.wait(20)
    assert gone.told == []
    assert [type(each) for each in failures] == [ValueError]
