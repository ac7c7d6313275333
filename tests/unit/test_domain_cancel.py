"""Cancelling reaches into waits, at once and once."""

from __future__ import annotations

import threading
import time

import pytest

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled


def test_nothing_happens_until_it_is_cancelled():
    cancel = Cancel()
    called = []
    with cancel.calling(lambda: called.append(1)):
        cancel.check()
        cancel.wait(0)
    assert not cancel.cancelled
    assert not called


def test_cancelled_stays_cancelled():
    cancel = Cancel()
    cancel.cancel()
    cancel.cancel()
    assert cancel.cancelled
    for call in (cancel.check, lambda: cancel.wait(0), lambda: cancel.wait(60)):
        with pytest.raises(Cancelled):
            call()


def test_every_callback_of_a_running_block_is_called_once():
    cancel, called = Cancel(), []
    with cancel.calling(lambda: called.append("outer")), cancel.calling(lambda: called.append("inner")):
        cancel.cancel()
        cancel.cancel()
    assert called == ["outer", "inner"]


def test_a_block_that_is_over_is_not_called():
    cancel, called = Cancel(), []
    with cancel.calling(lambda: called.append(1)):
        pass
    with pytest.raises(KeyError), cancel.calling(lambda: called.append(2)):
        raise KeyError
    cancel.cancel()
    assert not called


def test_a_block_that_starts_late_is_called_at_once():
    cancel, called = Cancel(), []
    cancel.cancel()
    with cancel.calling(lambda: called.append(1)):
        assert called == [1]
    assert called == [1]


def test_a_callback_that_fails_keeps_no_other_from_being_called():
    cancel, called = Cancel(), []

    def fails():
        raise OSError("already closed")

    with cancel.calling(fails), cancel.calling(lambda: called.append(1)), pytest.raises(OSError, match="already closed"):
        cancel.cancel()
    assert called == [1]
    assert cancel.cancelled


def test_a_wait_on_another_thread_ends_at_once():
    cancel, ended = Cancel(), []

    def wait():
        with pytest.raises(Cancelled):
            cancel.wait(60)
        ended.append(time.monotonic())

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.05)
    start = time.monotonic()
    cancel.cancel()
    thread.join(10)
    assert ended
    assert ended[0] - start < 5  # far from 60, and no test of speed
