"""Repeats, cool-downs, and how many ask at once: with dice and waits that are given, so that nobody sleeps."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from support.networking import Waits
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled
from tenantdock.identity.pace import Pace, Places


class Steady:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = 1000.0

    def now(self) -> float:
        return self.at

    def monotonic(self) -> float:
        return self.at


@pytest.mark.parametrize(
    ("tries", "retry_after", "spent", "pause"),
    [
        (1, None, 0.0, 0.5),
        (2, None, 0.5, 1.0),
        (3, None, 1.5, 2.0),
        (4, None, 3.5, None),
        (1, 3.0, 0.0, 3.5),
        (2, 3.0, 3.5, 4.0),
        (3, 3.0, 7.5, None),
        (1, 17.0, 0.0, None),
        (1, None, 9.8, None),
    ],
)
def test_pauses_grow_and_end_within_ten_seconds(tries: int, retry_after: float | None, spent: float, pause: float | None) -> None:
    assert Pace(Steady(), draw=lambda: 1.0).pause(tries, retry_after, spent) == pause


def test_a_pause_is_drawn_from_nothing_to_all_and_is_never_shorter_than_asked() -> None:
    assert Pace(Steady(), draw=lambda: 0.0).pause(3, None, 0.0) == 0.0
    assert Pace(Steady(), draw=lambda: 0.25).pause(3, None, 0.0) == 0.5
    assert Pace(Steady(), draw=lambda: 0.0).pause(1, 4.0, 0.0) == 4.0


def test_a_host_that_cools_down_is_asked_every_half_second_and_nobody_waits_longer_than_five() -> None:
    clock, waits = Steady(), Waits()
    pace = Pace(clock, wait=waits)
    pace.turn("host", Cancel())
    assert waits.seconds == []
    pace.throttled("host", 30.0)
    for _ in range(14):
        pace.turn("host", Cancel())
    assert waits.seconds == [0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.0, 5.0, 5.0]
    pace.turn("other", Cancel())
    assert len(waits.seconds) == 13
    clock.at += 30.1
    pace.turn("host", Cancel())
    assert len(waits.seconds) == 13


@pytest.mark.parametrize(("asked", "lasts"), [(None, 5.0), (2.0, 2.0), (3600.0, 60.0)])
def test_a_cool_down_lasts_as_long_as_asked_and_a_minute_at_most(asked: float | None, lasts: float) -> None:
    clock, waits = Steady(), Waits()
    pace = Pace(clock, wait=waits)
    pace.throttled("host", asked)
    clock.at += lasts - 0.1
    pace.turn("host", Cancel())
    pace.turn("host", Cancel())
    assert waits.seconds == [0.5]
    clock.at += 0.2
    pace.turn("host", Cancel())
    assert waits.seconds == [0.5]


def test_a_shorter_ask_does_not_end_a_longer_one() -> None:
    clock, waits = Steady(), Waits()
    pace = Pace(clock, wait=waits)
    pace.throttled("host", 30.0)
    pace.throttled("host", 1.0)
    clock.at += 10
    pace.turn("host", Cancel())
    pace.turn("host", Cancel())
    assert waits.seconds == [0.5]


def test_a_clock_may_begin_below_nothing() -> None:
    clock, waits = Steady(), Waits()
    clock.at = -7200.0
    pace = Pace(clock, wait=waits)
    pace.turn("host", Cancel())
    pace.turn("host", Cancel())
    pace.throttled("host", 2.0)
    pace.turn("host", Cancel())
    pace.turn("host", Cancel())
    assert waits.seconds == [0.5]
    clock.at += 2.1
    pace.turn("host", Cancel())
    assert waits.seconds == [0.5]


def test_waiting_for_a_turn_ends_with_cancel() -> None:
    pace = Pace(Steady())
    pace.throttled("host", 30.0)
    pace.turn("host", Cancel())
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(Cancelled):
        pace.turn("host", cancel)


def test_only_so_many_at_once() -> None:
    places, inside, most, lock = Places(3), [0], [0], threading.Lock()
    full, release = threading.Barrier(4), threading.Event()

    def work(number: int) -> None:
        with places.taken(Cancel()):
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            if number < 3:
                full.wait(5)
                release.wait(5)
            with lock:
                inside[0] -= 1

    with ThreadPoolExecutor(10) as pool:
        first = [pool.submit(work, number) for number in range(3)]
        full.wait(5)
        rest = [pool.submit(work, 3 + number) for number in range(7)]
        release.set()
        for future in [*first, *rest]:
            future.result(10)
    assert most[0] == 3
    assert places._free == 3


def test_waiting_for_a_place_ends_with_cancel_and_loses_none() -> None:
    places, cancel = Places(1), Cancel()
    with places.taken(Cancel()), ThreadPoolExecutor(1) as pool:

        def work() -> None:
            with places.taken(cancel):
                pass

        waiting = pool.submit(work)
        while not places._waiting:
            pass
        cancel.cancel()
        with pytest.raises(Cancelled):
            waiting.result(5)
    assert (places._free, len(places._waiting)) == (1, 0)
    late = Cancel()
    late.cancel()
    with pytest.raises(Cancelled), places.taken(late):
        pass
    assert places._free == 1


def test_a_place_that_is_given_while_cancel_comes_is_given_on() -> None:
    places, cancel = Places(1), Cancel()
    with ThreadPoolExecutor(1) as pool:
        holding = places.taken(Cancel())
        holding.__enter__()

        def work() -> None:
            with places.taken(cancel):
                pass

        waiting = pool.submit(work)
        while not places._waiting:
            pass
        holding.__exit__(None, None, None)
        cancel.cancel()
        waiting.exception(5)
    assert places._free == 1
