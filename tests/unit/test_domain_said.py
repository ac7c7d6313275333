"""Texts of our own: English as they are, and what they were made of beside them."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from tenantdock.domain.checks import Finding, Outcome
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import Said, aloud, as_said, language, listed, said, said_count, sentences, speak_through, without_stop


def test_it_is_the_english_text():
    told = said("{host} is slow: {seconds} s.", host="a.example", seconds="2")
    assert told == "a.example is slow: 2 s."
    assert isinstance(told, str)
    assert json.dumps([told]) == '["a.example is slow: 2 s."]'
    assert told.template == "{host} is slow: {seconds} s."
    assert told.values == {"host": "a.example", "seconds": "2"}


def test_without_values_braces_are_braces():
    assert said("Type {name} there.") == "Type {name} there."


def test_values_are_never_templates():
    assert said("{name} was removed.", name="{0} {x}") == "{0} {x} was removed."
    assert said("{name!r} is no name.", name="a\nb") == "'a\\nb' is no name."


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 files of x"), (1, "1 file of x"), (2, "2 files of x"), (1234, "1,234 files of x")]
)
def test_it_counts(number, text):
    told = said_count(number, "{n} file of {who}", "{n} files of {who}", who="x")
    assert told == text
    assert (told.number, told.one, told.template) == (number, "{n} file of {who}", "{n} files of {who}")


def test_texts_are_put_together_and_stay_what_they_were():
    told = sentences("Sign in again.", "", said("{a} went.", a="x"))
    assert told == "Sign in again. x went."
    assert [each.template for each in told.values.values()] == ["Sign in again.", "{a} went."]
    assert listed("a", "b") == "a, b"
    assert listed("a", "", "b", between="; ") == "a; b"
    assert sentences() == ""


def test_the_full_stop_goes():
    assert without_stop("Sign in again.") == "Sign in again"
    assert without_stop("Sign in again.").template == "Sign in again."


def test_it_can_be_copied_and_pickled():
    told = said("{a} went.", a="x")
    for other in (copy.copy(told), copy.deepcopy(told), pickle.loads(pickle.dumps(told))):  # noqa: S301 - made here
        assert (other, other.template, dict(other.values)) == ("x went.", "{a} went.", {"a": "x"})


def test_what_is_told_already_stays():
    told = said("{a} went.", a="x")
    assert as_said(told) is told
    assert as_said("x").template == "x"


def test_errors_and_findings_hold_texts_that_can_be_translated():
    error = BadInput("It is wrong.", next_step="Mend it.")
    assert all(isinstance(each, Said) for each in (error.message, error.next_step, error.title, error.told))
    assert str(error) == error.told == "It is wrong. Mend it."
    finding = Finding(Outcome.PASS, "It works.", advice="")
    assert finding.text == "It works."
    assert isinstance(finding.text, Said)


def test_english_is_spoken_until_somebody_speaks_another_language():
    assert (aloud("Sign in again."), language()) == ("Sign in again.", "en")
    speak_through(str.upper, "xx")
    try:
        assert (aloud("Sign in again."), language()) == ("SIGN IN AGAIN.", "xx")
    finally:
        speak_through(str, "en")
