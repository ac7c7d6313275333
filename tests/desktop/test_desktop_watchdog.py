"""The watchdog that every test of the desktop has: it finds what blocks, says where, and blames no busy machine."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QTimer

from support import watchdog as kennel


@pytest.fixture
def dog(watchdog):
    """The one that every test has: a second one would see the first one measure."""
    return watchdog


def sleeps_too_long():
    time.sleep(0.15)


def computes_too_long():
    end = time.thread_time() + 0.15
    while time.thread_time() < end:
        pass


@pytest.mark.may_block("on purpose")
@pytest.mark.parametrize("slot", [sleeps_too_long, computes_too_long])
def test_what_blocks_is_found_and_told(dog, qtbot, slot):
    QTimer.singleShot(30, slot)
    with dog.turning():
        qtbot.wait(400)
    assert dog.longest > 0.05
    assert f"in {slot.__name__}" in dog.told()


@pytest.mark.may_block("on purpose")
def test_the_end_of_a_wait_counts_too(dog, qtbot):
    with dog.turning():
        QTimer.singleShot(0, sleeps_too_long)
        qtbot.wait(1)
    assert dog.longest > 0.05


def test_what_a_test_does_itself_blocks_nobody(dog, qtbot):
    with dog.turning():
        qtbot.wait(30)
    time.sleep(0.15)
    with dog.turning():
        qtbot.wait(30)
    assert dog.longest < 0.05, dog.told()


def test_other_threads_that_compute_are_no_block(dog, qtbot):
    over = threading.Event()

    def compute():
        while not over.is_set():
            sum(range(1000))

    threads = [threading.Thread(target=compute) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        with dog.turning():
            qtbot.wait(500)
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert dog.longest < 0.05, dog.told()


def test_the_queue_for_a_processor_is_known_or_nothing():
    assert kennel.queued(threading.get_native_id()) >= 0.0
    assert kennel.queued(0) == 0.0


def test_what_waits_for_a_thread_that_gets_no_processor_blocks_nobody(dog, qtbot, monkeypatch):
    """It may hold Python's lock, and then the GUI thread waits with it."""
    begun = time.monotonic()
    monkeypatch.setattr(kennel, "others_queued", lambda _thread: {1: time.monotonic() - begun})
    QTimer.singleShot(30, sleeps_too_long)
    with dog.turning():
        qtbot.wait(400)
    assert dog.longest < 0.05, dog.told()


def test_a_machine_that_has_become_slow_is_measured_as_it_is_now(dog, qtbot, monkeypatch):
    monkeypatch.setattr(kennel, "slowness_now", lambda: 10.0)
    QTimer.singleShot(30, computes_too_long)
    with dog.turning():
        qtbot.wait(400)
    assert dog.longest < 0.05, dog.told()
