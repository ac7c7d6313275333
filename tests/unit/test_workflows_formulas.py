"""No exported cell is a formula, and the import gives back what was there."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenantdock.workflows.formulas import neutral, original

STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@pytest.mark.parametrize("start", STARTS)
def test_a_formula_becomes_text(start):
    assert neutral(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    "text", ["Contoso", "'t Hooft", "a=b", "1-2", "anna@msp.example", "", "it's", "Smith, Jones", "-".join("ab")]
)
def test_other_text_is_left_as_it_is(text):
    assert neutral(text) == text == original(text)


def test_it_is_no_formula_either_where_the_delimiter_is_another():
    raw = io.StringIO()
    csv.writer(raw, quoting=csv.QUOTE_ALL).writerow([neutral('a;=cmd|x;"=1+1"\t@SUM(1)\n+2'), neutral("b;-3")])
    for delimiter in ",;\t|":
        for row in csv.reader(io.StringIO(raw.getvalue()), delimiter=delimiter):
            assert not any(cell.startswith(STARTS) for cell in row), (delimiter, row)


HOSTILE = st.text(alphabet="'=+-@\t\r\n,;|\"a \uff1d", max_size=20)


@settings(max_examples=500)
@given(st.one_of(HOSTILE, st.text()))
def test_what_was_there_comes_back(text):
    safe = neutral(text)
    assert original(safe) == text
    assert not safe.startswith(STARTS)
