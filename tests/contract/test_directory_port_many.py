"""The conformance suite of the Directory port: many changes in one transaction, and their exact undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.directory import FABRIKAM, FILED, HOME, a_connection, names
from support.fakes import MemoryDirectory
from tenantdock.domain.directory import (
    Changes,
    Filing,
    HistoryEntry,
    Tenant,
)
from tenantdock.domain.errors import BadInput, Cancelled

pytest_plugins = ("support.directory_port",)
OTHER_TENANT = "99999999-9999-4999-8999-999999999999"


def everything(directory):
    """All that is saved, and what the list and a search make of it."""
    return directory.every(), directory.rows(), directory.accounts(), [row.id for row in directory.search("contoso")]


def test_many_changes_are_made_at_once_and_undone_exactly(directory):
    kept = directory.add(a_connection("Kept", domain="", username="ben@msp.example"))
    renamed = directory.add(replace(a_connection("Old name"), filing=FILED))
    gone = directory.add(a_connection("Gone", tenant=FABRIKAM, username="carl@msp.example", home_account_id=HOME))
    directory.note(HistoryEntry(86400.0, gone.id, "signed-in", "x"))
    directory.search("build the index")
    before = everything(directory)
    new = a_connection("New", username="dora@msp.example")  # its tenant has no domain here yet
    changed = replace(renamed, name="New name", services=("azure",), filing=Filing("South"))
    contoso = replace(kept.tenant, name="Contoso AG", domain="contoso.example")
    undo = directory.apply(Changes((new,), (changed,), (gone.id,), (contoso,)))
    assert names(directory.rows()) == ["Kept", "New", "New name"]
    assert directory.connection(renamed.id) == replace(changed, tenant=contoso)
    assert directory.connection(new.id).tenant == contoso
    assert not directory.account_in_use(gone.account.id)
    assert names(directory.search("contoso.example")) == ["Kept", "New", "New name"]
    assert directory.search("fabrikam") == directory.search("gone") == directory.search("gold") == []
    redo = directory.apply(undo)
    assert everything(directory) == before
    assert not directory.account_in_use(new.account.id)
    assert [entry.at for entry in directory.history(gone.id)] == [86400.0]
    directory.apply(redo)
    assert names(directory.rows()) == ["Kept", "New", "New name"]


def test_a_domain_that_an_addition_brought_is_undone_too(directory):
    directory.add(a_connection("One", domain=""))
    before = everything(directory)
    undo = directory.apply(Changes(add=(a_connection("Two"), a_connection("Three"))))
    assert {row.domain for row in directory.rows()} == {"contoso.com"}
    directory.apply(undo)
    assert everything(directory) == before


def test_what_is_there_already_or_gone_is_left_out_of_the_change_and_of_its_undo(directory):
    one = directory.add(a_connection("One"))
    again, other = a_connection("ONE"), a_connection("Other", tenant=FABRIKAM)
    undo = directory.apply(
        Changes(
            (again, one, other, other), (a_connection("Not there"),), ("not there",), (Tenant(OTHER_TENANT, "public", "Nobody"),)
        )
    )
    assert undo == Changes(remove=(other.id,))
    assert directory.apply(Changes()).nothing


def test_names_can_change_places(directory):
    one, two = directory.add(a_connection("One")), directory.add(a_connection("Two"))
    undo = directory.apply(Changes(change=(replace(one, name="Two"), replace(two, name="One"))))
    assert directory.connection(one.id).name == "Two"
    assert directory.search("one")[0].id == two.id
    directory.apply(undo)
    assert directory.connection(one.id).name == "One"


def test_a_taken_name_changes_nothing(directory):
    directory.add(a_connection("One"))
    two, three = directory.add(a_connection("Two")), directory.add(a_connection("Three"))
    before = everything(directory)
    with pytest.raises(BadInput, match=r"already .* connection"):
        directory.apply(Changes((a_connection("Four"),), (replace(three, name="Five"), replace(two, name="öne")), (three.id,)))
    assert everything(directory) == before


def test_what_a_step_raises_changes_nothing(directory):
    saved = directory.add(a_connection("One"))
    before = everything(directory)
    told = []

    def step(done):
        told.append(done)
        if len(told) > 1 or isinstance(directory, MemoryDirectory):
            raise KeyboardInterrupt

    new = tuple(a_connection(f"Customer {number}") for number in range(250))
    with pytest.raises(KeyboardInterrupt):
        directory.apply(Changes(new, (replace(saved, name="Two"),), (), ()), step)
    assert told[0] == 0
    assert everything(directory) == before
    undo = directory.apply(Changes(new))
    assert len(directory.rows()) == 251
    assert len(directory.search("customer", 300)) == 250
    directory.apply(undo)
    assert everything(directory) == before


def test_an_account_that_several_bring_under_ids_of_their_own_is_one(directory):
    pair = (a_connection("One", username="Anna@msp.example"), a_connection("Two", username="anna@MSP.example"))
    directory.apply(Changes(add=pair))
    assert len({connection.account.id for connection in directory.every()}) == 1


def test_many_are_painted_at_once_and_nothing_else_of_them_changes(directory):
    one, two = directory.add(a_connection("One")), directory.add(replace(a_connection("Two"), filing=FILED))
    before = directory.paint({one.id: "#1d5fb4", two.id: "", "gone": "#1d5fb4"})
    assert before == {one.id: "#1a7f5a", two.id: "#1a7f5a"}
    assert directory.connection(one.id) == replace(one, console=replace(one.console, colour="#1d5fb4"))
    assert directory.connection(two.id) == replace(two, console=replace(two.console, colour=""))
    directory.paint(before)
    assert directory.connection(one.id) == one


def test_who_was_refused_last_is_known_until_a_sign_in_succeeds(directory):
    ids = {name: directory.add(a_connection(name)).id for name in ("refused", "mended", "confirmed", "never", "removed")}
    events = [
        ("refused", "signed-in"),
        ("refused", "refused"),
        ("refused", "edited"),
        ("mended", "refused"),
        ("mended", "signed-in"),
        ("confirmed", "refused"),
        ("confirmed", "confirmed"),
        ("never", "console-failed"),
        ("removed", "refused"),
    ]
    for at, (name, event) in enumerate(events):
        directory.note(HistoryEntry(float(at), ids[name], event, f"{name} {at}"))
    directory.remove_all([ids["removed"]])
    assert directory.refused() == {ids["refused"]: "refused 1"}


def test_accounts_that_lost_their_last_connection_are_known_until_they_are_let_go(directory):
    one = directory.add(a_connection("One", username="anna@msp.example"))
    two = directory.add(a_connection("Two", username="anna@msp.example"))
    other = directory.add(a_connection("Other", username="ben@msp.example"))
    assert directory.loose() == []
    directory.remove_all([one.id])
    assert directory.loose() == []  # the other one still uses it
    directory.apply(Changes(remove=(two.id, other.id)))
    assert directory.loose() == sorted([one.account.id, other.account.id])
    directory.let_go([])
    directory.let_go([other.account.id, "f" * 32])
    assert directory.loose() == [one.account.id]
    directory.add_all([one])  # an undo
    assert directory.loose() == []
    directory.remove_all([one.id])
    assert directory.loose() == [one.account.id]


def test_an_import_that_failed_leaves_no_account_loose(directory):
    kept = directory.add(a_connection("Kept"))

    def step(_done):
        raise Cancelled

    with pytest.raises(Cancelled):
        directory.apply(Changes((a_connection("New", username="new@msp.example"),), (), (kept.id,)), step)
    assert directory.loose() == []
    assert directory.account_in_use(kept.account.id)


def test_an_account_that_is_expected_is_not_loose_here_and_in_use_it_is_none(directory):
    kept = directory.add(a_connection("Kept"))
    directory.expect(kept.account.id)
    directory.let_go([kept.account.id])
    directory.expect("a" * 32)
    directory.expect("a" * 32)
    assert directory.loose() == []
    directory.remove_all([kept.id])
    assert directory.loose() == [kept.account.id]
    directory.let_go(["a" * 32])
    assert directory.loose() == [kept.account.id]
