"""Whatever the provider answers, a person gets an error with a next step and without a secret."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed, SignInRequired, TenantDockError
from tenantdock.identity import aadsts

SECRET = "0.AXoA-" + "secret_refresh.token~" * 8
NAMES = [
    "error",
    "error_description",
    "error_codes",
    "suberror",
    "error_subcode",
    "claims",
    "correlation_id",
    "trace_id",
    "timestamp",
    "error_uri",
]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=200),
    st.sampled_from(
        [SECRET, f"AADSTS50076: {SECRET}", f"AADSTS99: {SECRET}\r\nTrace ID: {SECRET}", "invalid_grant", "access_denied"]
    ),
    st.integers(0, 10**8).map(lambda number: f"AADSTS{number}: words. Trace ID: x"),
    st.lists(st.one_of(st.integers(), st.text(max_size=20), st.just(SECRET)), max_size=3),
    st.sampled_from([*aadsts._SUBERRORS]),
)


@settings(max_examples=400, deadline=None)
@given(
    answer=st.dictionaries(st.sampled_from(NAMES), VALUES), silent=st.booleans(), clock=st.sampled_from(["", "The clock is off."])
)
def test_any_answer_becomes_an_error_without_a_secret(answer: dict[str, Any], silent: bool, clock: str) -> None:
    error = aadsts.trouble(answer, silent=silent, clock=clock)
    assert isinstance(error, (Cancelled, NetworkTrouble, SignInFailed, SignInRequired))
    assert error.message
    assert error.next_step
    told = f"{error!r} {error} {error.title} {error.details} {error.args}"
    assert SECRET not in told
    assert "secret_refresh.token~secret" not in told
    assert "\n" not in error.message
    assert "\x1b" not in told
    if isinstance(error, SignInRequired):
        assert silent


@pytest.mark.parametrize("suberror", sorted(aadsts._SUBERRORS))
def test_every_suberror_is_told_in_words(suberror: str) -> None:
    answer = {"error": "interaction_required", "error_description": "AADSTS53003: blocked", "suberror": suberror}
    error = aadsts.trouble(answer, silent=True)
    assert "AADSTS53003" in error.message
    assert aadsts._SUBERRORS[suberror] in error.details
    assert (aadsts._SUBERRORS[suberror] in error.message) is (suberror in aadsts._TELLING)


def test_conditional_access_names_what_it_wants_and_who_can_fix_it() -> None:
    claims = json.dumps({"access_token": {"capolids": {"essential": True, "values": ["x"]}}})
    answer = {
        "error": "interaction_required",
        "error_description": "AADSTS53000: Device is not in required device state",
        "suberror": "message_only",
        "claims": claims,
    }
    error = aadsts.trouble(answer, silent=True)
    assert isinstance(error, SignInRequired)
    assert error.claims == claims
    assert error.message.startswith("This customer admits compliant devices only, and this one is not (AADSTS53000).")
    assert "does not change it" in error.message
    assert "Conditional Access policy" in error.next_step
    assert "who can help: an administrator of the customer's tenant" in error.details


def test_a_loop_is_a_fault_that_passes_in_five_minutes() -> None:
    error = aadsts.trouble({"error": "invalid_grant", "error_description": "AADSTS50196: loop"}, silent=True)
    assert isinstance(error, NetworkTrouble)
    assert error.retry_after == 300


def test_a_clock_is_blamed_where_it_can_be_the_cause() -> None:
    clock = "This computer's clock is 9 minutes ahead of the sign-in service's."
    for number in aadsts._CLOCK:
        error = aadsts.trouble({"error": "invalid_grant", "error_description": f"AADSTS{number}: x"}, silent=True, clock=clock)
        assert clock in error.message, number
        assert "date and time" in error.next_step
        assert number in aadsts._CODES
    other = aadsts.trouble({"error": "invalid_grant", "error_description": "AADSTS50057: x"}, silent=True, clock=clock)
    assert clock not in other.message
    assert clock in other.details


def test_no_text_of_the_catalogue_blames_or_shouts() -> None:
    for number, meaning in aadsts._CODES.items():
        for text in (meaning.text, meaning.next_step):
            assert "!" not in text, number
            assert text[0].isupper(), number
            assert "  " not in text, number
            assert len(text) < 260, number


def test_who_is_to_be_asked_is_named() -> None:
    for number, meaning in aadsts._CODES.items():
        for sentence in (meaning.next_step, meaning.text):
            asked = re.search(r"\b[Aa]sk (for|which|that|to)\b", sentence)
            assert asked is None, f"{number}: {sentence}"
        if meaning.next_step.startswith("Ask") and not meaning.next_step.startswith("Ask its owner"):
            assert "administrator" in f"{meaning.text} {meaning.next_step}", number


def test_numbers_are_grouped_by_who_can_help() -> None:
    kinds = {fix: [number for number, meaning in aadsts._CODES.items() if meaning.fix is fix] for fix in aadsts.Fix}
    assert all(len(numbers) >= 10 for numbers in kinds.values()), {fix.name: len(numbers) for fix, numbers in kinds.items()}
    error = aadsts.trouble({"error": "x", "error_description": "AADSTS530034: x"}, silent=False)
    assert isinstance(error, TenantDockError)
    assert "own tenant" in error.details
