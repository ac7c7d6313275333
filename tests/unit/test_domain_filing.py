"""What a list is filed under, counted; and which rows a filter takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenantdock.domain.directory import ConnectionRow
from tenantdock.domain.filing import Shelf, Shelves, Wanted, shelves, within

ROW = ConnectionRow("c1", "Contoso", "t1", "Contoso", "contoso.com", "a@contoso.com", "public", ("graph",), "", True, None)


def row(number, **changes):
    return replace(ROW, id=f"c{number}", **changes)


def test_groups_are_counted_with_those_below_and_parents_come_first():
    found = shelves(
        [row(1, group="Europe/North"), row(2, group="Europe"), row(3, group="Asia"), row(4, group="Europe/North/Oslo"), row(5)]
    )
    assert found.groups == (
        Shelf("Asia", 1, 1),
        Shelf("Europe", 1, 3),
        Shelf("Europe/North", 1, 2),
        Shelf("Europe/North/Oslo", 1, 1),
    )
    assert (found.total, found.unfiled) == (5, 1)
    assert (found.groups[3].name, found.groups[3].parent) == ("Oslo", "Europe/North")
    assert (found.groups[0].name, found.groups[0].parent) == ("Asia", "")


def test_a_group_that_nothing_is_in_itself_is_there_for_those_below():
    assert shelves([row(1, group="A/B/C")]).groups == (Shelf("A", 0, 1), Shelf("A/B", 0, 1), Shelf("A/B/C", 1, 1))


def test_groups_keep_together_whatever_sorts_between_their_names_and_the_slash():
    found = shelves([row(1, group="A/Z"), row(2, group="A B"), row(3, group="A")])
    assert [shelf.path for shelf in found.groups] == ["A", "A/Z", "A B"]


def test_tags_count_as_one_whatever_their_case():
    found = shelves([row(1, tags=("Gold", "vip")), row(2, tags=("gold",)), row(3, favourite=True, home_tenant="t9")])
    assert found.tags == (("Gold", 2), ("vip", 1))
    assert (found.favourites, found.visiting) == (1, 1)


@pytest.mark.parametrize(
    ("rows", "used"),
    [([], False), ([row(1)], False), ([row(1, group="A")], True), ([row(1, tags=("a",))], True), ([row(1, favourite=True)], True)],
)
def test_filing_is_used_once_something_is_filed(rows, used):
    assert shelves(rows).used is used


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        (Wanted(), ["c1", "c2", "c3", "c4"]),
        (Wanted(favourite=True), ["c1"]),
        (Wanted(visiting=True), ["c2"]),
        (Wanted(group="Europe"), ["c1", "c2"]),
        (Wanted(group="Europe/North"), ["c2"]),
        (Wanted(group=""), ["c3", "c4"]),
        (Wanted(tags=("GOLD",)), ["c1", "c3"]),
        (Wanted(tags=("gold", "vip")), ["c3"]),
        (Wanted(group="Europe", tags=("gold",)), ["c1"]),
        (Wanted(attention=True), ["c3"]),
        (Wanted(expiring=True), ["c4"]),
        (Wanted(attention=True, expiring=True), []),
    ],
)
def test_a_filter_takes_what_is_so_in_every_part(wanted, taken):
    rows = [
        row(1, group="Europe", tags=("gold",), favourite=True),
        row(2, group="Europe/North", home_tenant="elsewhere"),
        row(3, tags=("Gold", "vip")),
        row(4),
    ]
    assert [each.id for each in rows if wanted.takes(each, attention={"c3"}, expiring={"c4"})] == taken
    assert bool(wanted) is (wanted != Wanted())


def test_a_group_is_not_below_one_whose_name_begins_alike():
    assert within("Europe/North", "Europe")
    assert within("Europe", "Europe")
    assert not within("Europeans", "Europe")


def test_a_filter_knows_whether_what_it_asks_for_is_still_there():
    there = shelves([row(1, group="Europe/North", tags=("gold",))])
    assert Wanted(group="Europe", tags=("Gold",)).takes_any(there)
    assert Wanted(group="", favourite=True).takes_any(there)
    assert not Wanted(group="Asia").takes_any(there)
    assert not Wanted(tags=("silver",)).takes_any(there)
    assert not Wanted(group="Europe").takes_any(Shelves())
