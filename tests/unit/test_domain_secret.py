"""Secrets do not print, travel or become keys."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import traceback

import pytest

from tenantdock.domain.secret import MASK, Secret

VALUE = "hunter2-VALUE"


@pytest.mark.parametrize(
    "show", [str, repr, lambda s: f"{s}", lambda s: f"{s:>9}", lambda s: f"{s} {s!r}", lambda s: repr([s, {"a": s}])]
)
def test_no_way_of_printing_shows_it(show):
    shown = show(Secret(VALUE))
    assert VALUE not in shown
    assert MASK in shown


def test_only_reveal_gives_it():
    assert Secret(VALUE).reveal() == VALUE


def test_a_log_and_a_traceback_do_not_show_it(caplog):
    secret = Secret(VALUE)
    with caplog.at_level(logging.INFO):
        logging.getLogger("test").info("the secret is %s and %r", secret, secret)
    assert VALUE not in caplog.text
    with pytest.raises(TypeError) as caught:
        len(secret)
    caught.value.add_note(f"{secret}")
    assert VALUE not in "".join(traceback.format_exception(ValueError(secret))) + "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("take", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, hash, lambda s: {s: 1}])
def test_it_cannot_be_copied_written_or_hashed(take):
    with pytest.raises(TypeError) as error:
        take(Secret(VALUE))
    assert VALUE not in str(error.value)


def test_two_of_the_same_value_are_equal():
    assert Secret(VALUE) == Secret(VALUE)
    assert Secret(VALUE) != Secret(VALUE + "x")
    assert Secret("\ud800") == Secret("\ud800")
    assert Secret(VALUE) != VALUE
    assert (Secret(VALUE) == VALUE) is False


def test_an_empty_one_is_false():
    assert not Secret("")
    assert Secret(VALUE)


def test_it_has_no_dictionary_to_look_into():
    assert not hasattr(Secret(VALUE), "__dict__")
