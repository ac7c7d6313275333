"""What the confirmation of an alias or a renamed user may do, and what not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.clicks import World
from support.directory import CONTOSO, FABRIKAM, HOME, OTHER_HOME, a_connection
from tenantdock.domain.errors import BadInput, NotFound
from tenantdock.domain.proof import Candidate


@pytest.fixture
def world():
    return World()


def candidate(connection, **changes):
    found = Candidate(HOME, "anna.lee@msp.example", CONTOSO, connection.account.id, "Anna@msp.example", "why", certain=True)
    return replace(found, **changes)


def test_the_account_that_a_person_confirmed_is_pinned_and_named_from_then_on(world):
    connection = world.add()
    world.connecting.confirm(connection.id, candidate(connection))
    account = world.directory.connection(connection.id).account
    assert (account.home_account_id, account.username) == (HOME, "anna.lee@msp.example")
    (entry,) = world.directory.history(connection.id)
    assert (entry.event, entry.text) == ("confirmed", "anna@msp.example is anna.lee@msp.example")
    world.sign_in(connection)
    asked = world.identity.interactive_asks[0].token.account
    assert (asked.username, asked.home_account_id) == ("anna.lee@msp.example", HOME)


def test_one_that_is_not_certain_has_to_be_typed(world):
    connection = world.add()
    unsure = candidate(connection, certain=False)
    for typed in ("", "yes", "anna@msp.example", "anna.lee"):
        with pytest.raises(BadInput, match="What you typed is not"):
            world.connecting.confirm(connection.id, unsure, typed)
        assert not world.directory.connection(connection.id).account.enrolled
    world.connecting.confirm(connection.id, unsure, " ANNA.lee@msp.example ")
    assert world.directory.connection(connection.id).account.enrolled


@pytest.mark.parametrize("changes", [{"account_id": "f" * 32}, {"tenant_id": FABRIKAM}, {"typed": "ben@msp.example"}])
def test_a_candidate_is_good_for_its_own_connection_only(world, changes):
    connection = world.add()
    with pytest.raises(BadInput, match="another connection"):
        world.connecting.confirm(connection.id, candidate(connection, **changes))
    assert not world.directory.connection(connection.id).account.enrolled
    assert world.directory.history(connection.id) == []


def test_a_candidate_cannot_replace_a_pin(world):
    connection = world.add(home_account_id=OTHER_HOME)
    with pytest.raises(BadInput, match="tied to another identity"):
        world.connecting.confirm(connection.id, candidate(connection))
    assert world.directory.connection(connection.id).account.home_account_id == OTHER_HOME


def test_an_account_that_is_saved_by_itself_is_not_confirmed_for_another_name(world):
    connection = world.add()
    world.add(name="Hers", username="Anna.Lee@msp.example", home_account_id=HOME)
    with pytest.raises(BadInput, match="an account of its own"):
        world.connecting.confirm(connection.id, candidate(connection))
    assert not world.directory.connection(connection.id).account.enrolled


def test_a_connection_that_is_gone_cannot_be_confirmed(world):
    connection = a_connection()
    with pytest.raises(NotFound):
        world.connecting.confirm(connection.id, candidate(connection))
