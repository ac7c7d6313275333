"""What a person did since stays when an import is undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.directory import a_connection
from support.importing import a_file, import_house
from tenantdock.domain.directory import Filing, HistoryEntry


@pytest.fixture(params=["sqlite", "memory"])
def house(request, tmp_path):
    with import_house(request.param, tmp_path) as made:
        yield made


def since(house, tmp_path):
    """Two customers that were here and are changed by a file, three that it adds; return what was applied, and all by name."""
    for name in ("Here", "There"):
        house.directory.add(replace(a_connection(name), filing=Filing("Old", ("a", "b"), notes="mine")))
    tenant = house.directory.every()[0].tenant
    rows = "".join(f"{name},{tenant.id},{tenant.domain},New,b;c,theirs\n" for name in ("Here", "There"))
    rows += "".join(f"{name},,{name.lower()}.example,New,c,theirs\n" for name in ("Untouched", "Used", "Tagged"))
    path = a_file(tmp_path, "Name,Tenant ID,Domain,Group,Tags,Notes\n" + rows)
    applied = house.take(house.preview(path))
    assert (applied.added, applied.changed) == (3, 2)
    return applied, {each.name: each for each in house.directory.every()}


def test_undo_keeps_what_was_used_or_changed_since_and_says_how_much_that_is(house, tmp_path):
    applied, there = since(house, tmp_path)
    house.directory.note(HistoryEntry(1000.0, there["Used"].id, "signed-in", "anna"))
    house.directory.update(replace(there["Tagged"], filing=replace(there["Tagged"].filing, tags=("c", "vip"))))
    assert house.importing.undo(applied) == 2
    left = {each.name: each for each in house.directory.every()}
    assert sorted(left) == ["Here", "Tagged", "There", "Used"]
    assert left["Tagged"].filing.tags == ("c", "vip")
    assert left["Here"].filing == Filing("Old", ("a", "b"), notes="mine")


def test_undo_takes_back_what_the_import_changed_and_not_what_a_person_did_after_it(house, tmp_path):
    applied, there = since(house, tmp_path)
    here = there["Here"]
    house.directory.update(
        replace(
            here,
            name="My own name",
            rung="private",
            console=replace(here.console, folder="/work"),
            filing=Filing("Mine", ("b", "c", "vip"), favourite=True, notes="theirs, and mine again"),
        )
    )
    assert house.importing.undo(applied) == 0
    left = {each.name: each for each in house.directory.every()}
    assert sorted(left) == ["My own name", "There"]
    now = left["My own name"]
    assert (now.rung, now.console.folder) == ("private", "/work")
    # "c" came with the import and "a" went with it; "vip" and the rest are the person's
    assert now.filing == Filing("Mine", ("b", "vip", "a"), favourite=True, notes="theirs, and mine again")
    assert left["There"].filing == Filing("Old", ("a", "b"), notes="mine")


def test_what_a_person_removed_since_does_not_come_back_with_an_undo(house, tmp_path):
    applied, there = since(house, tmp_path)
    house.directory.remove_all([there["Here"].id, there["Used"].id])
    assert house.importing.undo(applied) == 0
    assert [each.name for each in house.directory.every()] == ["There"]


def test_one_that_was_used_before_it_was_imported_again_is_not_used_since(house, tmp_path):
    path = a_file(tmp_path, "Name,Domain\nContoso,contoso.example\n")
    house.take(house.preview(path))
    (first,) = house.directory.every()
    house.directory.note(HistoryEntry(1000.0, first.id, "signed-in", "anna"))
    house.directory.remove_all([first.id])
    preview = house.preview(path)
    preview = replace(preview, lines=tuple(replace(line, after=replace(line.after, id=first.id)) for line in preview.lines))
    applied = house.take(preview)  # the history of the removed one counts again
    assert house.importing.undo(applied) == 0
    assert house.directory.every() == []
