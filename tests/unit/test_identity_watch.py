"""What the requests tell about the network and about this computer's clock."""

from __future__ import annotations

from email.utils import formatdate

import pytest

from tenantdock.domain.signin import NetworkState
from tenantdock.identity.watch import Watch, clock_words, skew_of

NOW = 1_795_000_000.0


def date(at: float) -> dict[str, str]:
    return {"Date": formatdate(at, usegmt=True)}


@pytest.mark.parametrize(("ahead", "took"), [(0.0, 0.2), (600.0, 0.2), (-600.0, 3.0), (86_400.0, 0.0)])
def test_the_skew_is_measured_to_a_second(ahead: float, took: float) -> None:
    found = skew_of(date(NOW + took / 2), NOW + ahead, NOW + ahead + took)
    assert found is not None
    assert abs(found - ahead) <= 1.0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Date": ""},
        {"Date": "soon"},
        {"Date": "Fri, 99 Nov 2026 10:00:00 GMT"},
        {"Date": "0" * 500},
        {"Date": "\ud800"},
        date(NOW) | {"age": "90"},
    ],
)
def test_what_says_nothing_about_the_time(headers: dict[str, str]) -> None:
    assert skew_of(headers, NOW, NOW + 0.1) is None


def test_an_answer_that_took_long_says_nothing_about_the_time() -> None:
    assert skew_of(date(NOW), NOW, NOW + 60) is None
    assert skew_of(date(NOW), NOW + 60, NOW) is None  # the clock was set back while it waited


@pytest.mark.parametrize(
    ("skew", "words"),
    [
        (None, ""),
        (0.0, ""),
        (299.0, ""),
        (-300.0, ""),
        (420.0, "This computer's clock is 7 minutes ahead of the sign-in service's."),
        (-3600.0, "This computer's clock is 60 minutes behind the sign-in service's."),
        (-7200.0, "This computer's clock is 2 hours behind the sign-in service's."),
        (30 * 86_400.0, "This computer's clock is 30 days ahead of the sign-in service's."),
    ],
)
def test_the_skew_in_words(skew: float | None, words: str) -> None:
    assert clock_words(skew) == words


def test_changes_are_told_and_nothing_else() -> None:
    told: list[NetworkState] = []
    watch = Watch(told.append)
    for _ in range(3):
        watch.answered(date(NOW), NOW, NOW)
    assert told == []
    for _ in range(3):
        watch.failed("It cannot be reached.")
    assert [(state.online, state.text) for state in told] == [(False, "It cannot be reached.")]
    watch.failed("The proxy does not answer.")
    watch.answered(date(NOW), NOW, NOW)
    watch.answered(date(NOW), NOW, NOW)
    assert [(state.online, state.text) for state in told[1:]] == [(False, "The proxy does not answer."), (True, "")]
    assert watch.state.online


def test_a_skew_is_told_when_it_comes_moves_and_goes() -> None:
    told: list[NetworkState] = []
    watch = Watch(told.append)
    for ahead in (0, 600, 630, 900, 890, 0):
        watch.answered(date(NOW), NOW + ahead, NOW + ahead)
    assert [round(state.skew or 0, -1) for state in told] == [600, 900, 0]
    assert "ahead of" in told[0].text
    assert told[-1].text == ""


def test_a_known_skew_outlives_trouble_and_answers_without_a_date() -> None:
    watch = Watch()
    watch.answered(date(NOW), NOW - 600, NOW - 600)
    watch.failed("gone")
    watch.answered({}, NOW, NOW)
    assert "10 minutes behind" in watch.clock()
