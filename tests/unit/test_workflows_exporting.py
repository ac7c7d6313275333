"""Exporting to CSV and JSON, and the way back."""

from __future__ import annotations

import csv
import json
import os
import stat
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.directory import CONTOSO, HOME, a_connection
from support.importing import ImportHouse, a_file, cancelled, import_house, tenant_of, told
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.colours import suggested
from tenantdock.domain.directory import BrowserChoice, ConsoleSettings, Filing
from tenantdock.domain.errors import BadInput, Cancelled, StorageTrouble
from tenantdock.workflows.comparing import What
from tenantdock.workflows.wanted import Defaults

NAME = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1, max_size=60).filter(str.strip)


WORD = st.text(st.characters(whitelist_categories=["L", "N"], whitelist_characters="=+-@' "), min_size=1, max_size=12)


CONNECTIONS = st.builds(
    lambda name, tenant, user, services, group, tags, liked, notes, colour, domain: replace(
        a_connection(
            name, tenant=tenant_of(f"{tenant}.example"), username=f"u{user}@msp.example", services=services, domain=domain
        ),
        filing=Filing(group, tuple(tags), liked, notes),
        console=ConsoleSettings("pwsh", "xterm", colour, "/srv", "Get-Secret"),
        browser=BrowserChoice("firefox", "work"),
    ),
    NAME,
    st.integers(0, 3),
    st.integers(0, 2),
    st.sampled_from([("graph",), ("graph", "exchange"), ("azure",)]),
    WORD,
    st.lists(WORD.filter(str.strip), max_size=3),
    st.booleans(),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=60),
    st.sampled_from(["", "#1a7f5a"]),
    st.sampled_from(["", "contoso.com"]),
)


@pytest.fixture(params=["sqlite", "memory"])
def house(request, tmp_path):
    with import_house(request.param, tmp_path) as made:
        yield made


def portable(house):
    """What an export carries, as it comes back."""
    return {
        (
            " ".join(each.name.split()),
            each.tenant.id,
            " ".join(each.tenant.name.split()),
            each.tenant.domain,
            each.account.username.casefold(),
            each.services,
            each.filing.group,
            each.filing.tags,
            each.filing.favourite,
            each.filing.notes.strip().replace("\r\n", "\n"),
            each.console.colour or suggested(each.tenant.id),  # whoever has none gets one
            each.browser.browser,
        )
        for each in house.directory.every()
    }


def _exported(house, path, how):
    if how == "json":
        return house.exporting.to_json(path, Cancel(), over=True)
    return house.exporting.to_csv(path, how, Cancel(), over=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    connections=st.lists(CONNECTIONS, min_size=1, max_size=6),
    how=st.sampled_from([",", ";", "\t", "|", "json"]),
)
def test_what_was_exported_is_imported_as_it_was(tmp_path, connections, how):
    old, new = ImportHouse(), ImportHouse()
    old.directory.add_all(connections)
    path = tmp_path / ("all.json" if how == "json" else "all.csv")
    exported = _exported(old, path, how)
    assert exported.customers == len(old.directory.rows())
    here = old.preview(path, Defaults())
    names = [" ".join(row.name.split()).casefold() for row in old.directory.rows()]
    if len(set(names)) == len(names):
        assert {line.what for line in here.lines} == {What.SAME}
        assert not here.problems
        new.take(new.preview(path, Defaults()))
        assert portable(new) == portable(old)
    else:  # two names that only a line break tells apart
        assert {line.what for line in here.lines} <= {What.SAME, What.GONE}


def test_an_export_has_no_secret_no_command_and_no_formula(house, tmp_path):
    saved = replace(a_connection("=cmd|' /C calc'!A0", home_account_id=HOME), browser=BrowserChoice("/opt/evil", "x"))
    house.directory.add(saved)
    for path in (
        house.exporting.to_csv(tmp_path / "a", ",", Cancel()).path,
        house.exporting.to_json(tmp_path / "a", Cancel()).path,
    ):
        text = path.read_bytes().decode("utf-8-sig")
        for kept_back in (HOME, HOME.partition(".")[0], "Get-Date", "/srv", "xterm", "/opt/evil"):
            assert kept_back not in text
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    cells = next(csv.reader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[1:]))
    assert cells[0] == "'=cmd|' /C calc'!A0"


def test_the_document_says_what_it_is(house, tmp_path):
    house.directory.add(replace(a_connection(), filing=Filing("North", ("a", "b"), True, "Two\nlines")))
    document = json.loads(house.exporting.to_json(tmp_path / "x.json", Cancel()).path.read_text())
    assert document.keys() == {"format", "version", "made", "customers"}
    assert (document["format"], document["version"]) == ("tenantdock-customers", 1)
    assert document["customers"] == [
        {
            "name": "Contoso",
            "tenantId": CONTOSO,
            "tenantName": "Contoso Ltd",
            "domain": "contoso.com",
            "cloud": "public",
            "username": "anna@msp.example",
            "services": ["graph"],
            "group": "North",
            "tags": ["a", "b"],
            "favourite": True,
            "colour": "#1a7f5a",
            "notes": "Two\nlines",
            "browser": "chromium",
        }
    ]


ODD = [None, 7, [], {}, {"name": 5}, {"tenantId": "x"}, {"tags": "a"}, {"tags": [1]}, {"tags": ["a,b"]}, {"favourite": "yes"}]


def test_odd_entries_of_a_document_are_problems_and_stop_nothing(house, tmp_path):
    good = {"tenantId": CONTOSO, "username": "anna@msp.example", "unknown": {"a": 1}, "name": "Contoso", "group": ""}
    worse = [{**good, "name": "\ud800"}, {**good, "notes": "x" * 30_000}, {**good, "browser": "/bin/x"}]
    document = {"format": "tenantdock-customers", "version": 1, "customers": [*ODD, *worse, good]}
    path = a_file(tmp_path, b"\xef\xbb\xbf" + json.dumps(document).encode(), "x.json")
    preview = house.preview(path, Defaults())
    assert told(preview) == [("new", "Contoso")]
    assert [problem.line for problem in preview.problems] == list(range(1, len(ODD) + len(worse) + 1))
    assert all(problem.next_step for problem in preview.problems)


def test_an_empty_text_in_a_document_empties_what_is_there(house, tmp_path):
    house.directory.add(replace(a_connection(), filing=Filing("North", ("a",), True, "Notes")))
    entry = {"tenantId": CONTOSO, "username": "anna@msp.example", "name": "Contoso", "group": "", "tags": [], "notes": ""}
    document = {"format": "tenantdock-customers", "version": 1, "customers": [entry]}
    house.take(house.preview(a_file(tmp_path, json.dumps(document), "x.json")))
    assert house.directory.every()[0].filing == Filing("", (), True, "")


def test_nothing_to_export_and_no_place_for_it(house, tmp_path):
    with pytest.raises(BadInput, match="nothing to export"):
        house.exporting.to_csv(tmp_path / "x.csv", ",", Cancel())
    house.directory.add(a_connection())
    with pytest.raises(StorageTrouble):
        house.exporting.to_json(tmp_path / "missing" / "x.json", Cancel())
    with pytest.raises(Cancelled):
        house.exporting.to_json(tmp_path / "x.json", cancelled())
    assert list(tmp_path.glob("x*")) == list(tmp_path.glob("*.tmp")) == []
