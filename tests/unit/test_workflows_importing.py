"""Importing files: looked at first, taken at once, undone exactly, and nothing is changed the second time."""

from __future__ import annotations

import csv
import io
import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.desktop import HOSTILE_NAMES
from support.directory import CONTOSO, FABRIKAM, HOME, a_connection
from support.importing import ImportHouse, a_file, cancelled, import_house, tenant_of, told
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.colours import COLOURS, suggested
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.directory import BrowserChoice, ConsoleSettings, Filing
from tenantdock.domain.errors import BadInput, Cancelled, NetworkTrouble, StorageTrouble
from tenantdock.domain.settings import BrowserPreferences, Settings
from tenantdock.workflows import importing as module
from tenantdock.workflows.comparing import What
from tenantdock.workflows.importing import Stage
from tenantdock.workflows.mapping import Columns, Field
from tenantdock.workflows.wanted import Defaults

WINGTIP = "6e87df02-d818-4f82-8540-451c1873589e"


FILE = f"""Name;Tenant ID;Domain;User name;Group;Tags
Contoso;{CONTOSO};contoso.com;anna@msp.example;North;gold, 24x7
Fabrikam;{FABRIKAM};fabrikam.com;;;
"""


@pytest.fixture(params=["sqlite", "memory"])
def house(request, tmp_path):
    with import_house(request.param, tmp_path) as made:
        yield made


def test_what_is_new_is_added_with_all_that_the_file_says(house, tmp_path):
    preview = house.preview(a_file(tmp_path, FILE), Defaults("Ben@msp.example", services=("graph", "exchange")))
    assert told(preview) == [("new", "Contoso"), ("new", "Fabrikam")]
    assert house.directory.rows() == []
    applied = house.take(preview)
    assert (applied.added, applied.changed, applied.removed) == (2, 0, 0)
    contoso, fabrikam = house.directory.every()
    assert (contoso.tenant.id, contoso.tenant.domain, contoso.account.username) == (CONTOSO, "contoso.com", "anna@msp.example")
    assert contoso.filing == Filing("North", ("gold", "24x7"))
    assert fabrikam.account.username == "Ben@msp.example"
    assert fabrikam.services == ("graph", "exchange")


@pytest.mark.parametrize(("browser", "own_profile"), [("", False), ("edge", False), ("", True), ("edge", True)])
def test_what_is_new_signs_in_with_the_browser_that_is_set_unless_the_file_names_one(house, tmp_path, browser, own_profile):
    house.take(house.preview(a_file(tmp_path, FILE)))
    house.settings.save(Settings(browsers=BrowserPreferences(browser, own_profile=own_profile)))
    lines = "Name,Tenant ID,User name,Browser"
    known = f"Known,{tenant_of('known')},anna@msp.example,"
    nobody = f"Nobody,{tenant_of('nobody')},new@msp.example,"
    named = f"Named,{tenant_of('named')},anna@msp.example,firefox"
    house.take(house.preview(a_file(tmp_path, f"{lines}\n{known}\n{nobody}\n{named}")))
    saved = {each.name: each for each in house.directory.every()}
    for name in ("Known", "Nobody"):
        account = saved[name].account.id
        assert saved[name].browser == BrowserChoice(browser, f"tenantdock:{account}" if own_profile else "")
    assert saved["Known"].account.id == saved["Contoso"].account.id
    assert saved["Named"].browser == BrowserChoice("firefox")
    assert saved["Contoso"].browser == BrowserChoice(), "those that are here keep what they were given"


def test_what_is_new_has_a_colour_that_tells_it_from_others_and_what_is_here_keeps_its_own(house, tmp_path):
    house.directory.add(replace(a_connection("Contoso"), console=ConsoleSettings()))
    rows = [f"Customer {number},{tenant_of(str(number))},anna@msp.example," for number in range(40)]
    path = a_file(
        tmp_path,
        "\n".join(
            [
                "Name,Tenant ID,User name,Colour",
                f"Contoso,{CONTOSO},,",
                *rows,
                f"Painted,{tenant_of('painted')},anna@msp.example,#123456",
            ]
        ),
    )
    house.take(house.preview(path))
    saved = {each.name: each for each in house.directory.every()}
    assert saved["Contoso"].console.colour == ""
    assert saved["Painted"].console.colour == "#123456"
    given = [saved[f"Customer {number}"] for number in range(40)]
    assert {each.console.colour for each in given} == set(COLOURS)
    assert all(each.console.colour == suggested(each.tenant.id) for each in given)
    assert {line.what for line in house.preview(path).lines} == {What.SAME}


def test_running_it_again_changes_nothing(house, tmp_path):
    path = a_file(tmp_path, FILE)
    house.take(house.preview(path))
    before = house.everything()
    again = house.preview(path)
    assert told(again) == [("same", "Contoso"), ("same", "Fabrikam")]
    assert house.take(again, {0, 1}).nothing
    assert house.everything() == before


def test_what_changed_is_shown_and_only_what_the_file_says_changes(house, tmp_path):
    saved = house.directory.add(replace(a_connection("Old name"), filing=Filing("South", ("x",), True, "Keep me")))
    preview = house.preview(a_file(tmp_path, FILE))
    assert told(preview) == [("changed", "Contoso"), ("new", "Fabrikam")]
    assert [(each.field, each.before, each.after) for each in preview.lines[0].differences] == [
        (Field.NAME, "Old name", "Contoso"),
        (Field.GROUP, "South", "North"),
        (Field.TAGS, "x", "gold, 24x7"),
    ]
    house.take(preview, {0})
    (now,) = house.directory.every()
    assert now == replace(saved, name="Contoso", filing=Filing("North", ("gold", "24x7"), True, "Keep me"))


def test_what_is_gone_from_the_file_is_told_and_stays_unless_picked(house, tmp_path):
    house.directory.add(a_connection("Contoso", username="anna@msp.example"))
    wingtip = house.directory.add(a_connection("Wingtip", tenant=WINGTIP, username="ANNA@msp.example"))
    other = house.directory.add(a_connection("Of another", tenant=WINGTIP, username="carl@msp.example"))
    preview = house.preview(a_file(tmp_path, FILE))
    assert [line.shown.id for line in preview.lines if line.what is What.GONE] == [wingtip.id]
    assert preview.usual() == {0, 1}
    house.take(preview)
    assert {wingtip.id, other.id} <= {row.id for row in house.directory.rows()}
    again = house.preview(a_file(tmp_path, FILE))
    applied = house.take(again, set(range(len(again.lines))))
    assert applied.removed == 1
    assert "Wingtip" not in {row.name for row in house.directory.rows()}


def test_undo_restores_exactly_what_was_there(house, tmp_path):
    house.directory.add(replace(a_connection("Old name", home_account_id=HOME), filing=Filing("South", ("x",), True, "Notes")))
    house.directory.add(a_connection("Gone", tenant=WINGTIP, domain=""))
    before = house.everything()
    preview = house.preview(a_file(tmp_path, FILE))
    applied = house.take(preview, set(range(len(preview.lines))))
    assert (applied.added, applied.changed, applied.removed) == (1, 1, 1)
    assert house.everything() != before
    house.importing.undo(applied)
    assert house.everything() == before


def test_the_last_customer_of_an_account_takes_its_sign_in_along(house, tmp_path):
    gone = house.directory.add(a_connection("Gone", tenant=WINGTIP, home_account_id=HOME))
    _, _ = house.agent.admit(gone)
    house.source.lists[CustomerList.TENANTS] = []
    preview = house.importing.preview_list(CustomerList.TENANTS, gone.account.id, ("graph",), Cancel())
    assert told(preview) == [("gone", "Gone")]
    applied = house.take(preview, {0})
    assert applied.signed_out == ("anna@msp.example",)
    assert [account.id for account in house.identity.forgotten] == house.profiles.gone == [gone.account.id]
    assert house.agent.sessions() == []
    house.importing.undo(applied)
    assert [row.name for row in house.directory.rows()] == ["Gone"]


def test_a_sign_in_that_cannot_be_forgotten_is_told_beside_it(house):
    gone = house.directory.add(a_connection("Gone", tenant=WINGTIP, home_account_id=HOME))
    house.source.lists[CustomerList.TENANTS] = []
    preview = house.importing.preview_list(CustomerList.TENANTS, gone.account.id, ("graph",), Cancel())

    def refuse(account):
        raise StorageTrouble("The disk is full.", next_step="Free some.")

    house.identity.forget = refuse
    applied = house.take(preview, {0})
    assert applied.troubles == ("The disk is full. Free some.",)
    assert house.directory.rows() == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",,,", None),
        ("X,not-a-guid,,", "not a tenant id"),
        ("X,,no dots,", "not a domain"),
        (f"X,{CONTOSO},,not a name", "not a user name"),
        (f"{'x' * 301},{CONTOSO},,", "longer than 300"),
        ("X,,nowhere.example,", "No tenant answers"),
        (f"X,{CONTOSO},,,,surplus", "more cells"),
        (f"Fine,{CONTOSO},,", "Line 2 is the same customer"),
        ("X,,,", "names no tenant"),
    ],
)
def test_a_row_with_a_problem_stops_nothing_else(house, tmp_path, row, said):
    text = f"Name,Tenant ID,Domain,User name\nFine,{CONTOSO},,\n{row}\nToo,{FABRIKAM},,\n"
    preview = house.preview(a_file(tmp_path, text))
    assert [line.shown.name for line in preview.lines] == ["Fine", "Too"]
    if said is None:
        assert not preview.problems
    else:
        (problem,) = preview.problems
        assert problem.line == 3
        assert said in problem.text
        assert problem.next_step


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("Services", "Graph, Nonsense", "no service called"),
        ("Colour", "red", "not a colour"),
        ("Favourite", "perhaps", "neither yes nor no"),
        ("Tags", "x" * 50, "not a tag"),
        ("Group", "x" * 300, "longer than 200"),
        ("Cloud", "moon", "no cloud called"),
        ("Browser", "/usr/bin/evil", "no browser's key"),
        ("Notes", "x" * 10_001, "longer than 10,000"),
    ],
)
def test_every_value_is_checked(house, tmp_path, column, value, said):
    preview = house.preview(a_file(tmp_path, f'Name,Tenant ID,{column}\nX,{CONTOSO},"{value}"\n'))
    assert said in preview.problems[0].text
    assert preview.lines == ()


def test_without_an_account_rows_need_one_of_their_own(house, tmp_path):
    preview = house.preview(a_file(tmp_path, FILE), Defaults())
    assert told(preview) == [("new", "Contoso")]
    assert "names no account" in preview.problems[0].text


def test_a_domain_is_looked_up_once_and_not_where_it_is_known(house, tmp_path):
    house.directory.add(a_connection("Contoso"))
    text = "Name,Domain\nA,contoso.com\nB,fabrikam.example\nC,fabrikam.example\nD,nowhere.example\nE,user@wingtip.example\n"
    preview = house.preview(a_file(tmp_path, text))
    assert sorted(house.identity.looked_up) == ["fabrikam.example", "nowhere.example", "wingtip.example"]
    found = {line.shown.name: line.shown.tenant.id for line in preview.lines}
    assert found == {"A": CONTOSO, "B": tenant_of("fabrikam.example"), "C": found["B"], "E": tenant_of("wingtip.example")}
    assert [problem.line for problem in preview.problems] == [5]


def test_without_a_network_no_domain_is_asked_for_twice_and_the_rest_can_be_taken(house, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_LOOK_UPS", 1)
    house.identity.tenants["a.example"] = NetworkTrouble("The network is down.", next_step="Wait.")
    preview = house.preview(a_file(tmp_path, f"Name,Domain,Tenant ID\nA,a.example,\nB,b.example,\nC,,{CONTOSO}\n"))
    assert [line.shown.name for line in preview.lines] == ["C"]
    assert house.identity.looked_up == ["a.example"]
    assert [problem.line for problem in preview.problems] == [2, 3]
    assert all("could not be looked up" in problem.text for problem in preview.problems)


def test_a_user_name_alone_is_a_customer(house, tmp_path):
    preview = house.preview(a_file(tmp_path, "admin@contoso.example\nadmin@fabrikam.example\n"), Defaults())
    assert [(line.shown.name, line.shown.account.username) for line in preview.lines] == [
        ("contoso.example", "admin@contoso.example"),
        ("fabrikam.example", "admin@fabrikam.example"),
    ]


def test_the_columns_can_be_changed(house, tmp_path):
    path = a_file(tmp_path, f"Alias,Firm,Tenant ID\nx,Contoso,{CONTOSO}\n")
    opened = house.importing.open(path, Cancel())
    columns = Columns(True, (Field.TAGS, Field.NAME, Field.TENANT_ID))
    preview = house.importing.preview_file(opened, columns, Defaults("anna@msp.example"), Cancel())
    assert (preview.lines[0].shown.name, preview.lines[0].shown.filing.tags) == ("Contoso", ("x",))
    again = house.importing.read_again(opened, "cp1252", ";", Cancel())
    assert (again.table.encoding, again.table.width) == ("cp1252", 1)


def test_rows_of_a_tenant_that_disagree_take_no_turns(house, tmp_path):
    text = (
        "Name,Tenant ID,Domain,Tenant name,User name\n"
        f"One,{CONTOSO},one.example,First,a@msp.example\nTwo,{CONTOSO},two.example,Second,b@msp.example\n"
    )
    path = a_file(tmp_path, text)
    house.take(house.preview(path))
    assert {(each.tenant.name, each.tenant.domain) for each in house.directory.every()} == {("First", "one.example")}
    assert {line.what for line in house.preview(path).lines} == {What.SAME}


def test_an_unread_line_calls_nothing_gone(house, tmp_path):
    house.directory.add(a_connection("Wingtip", tenant=WINGTIP))
    preview = house.preview(a_file(tmp_path, f'Name,Tenant ID\nContoso,{CONTOSO}\n"Open,{FABRIKAM}\n'))
    assert told(preview) == [("new", "Contoso")]
    preview = house.preview(a_file(tmp_path, f"Name,Tenant ID,Colour\nContoso,{CONTOSO},\nWingtip,{WINGTIP},red\n"))
    assert told(preview) == [("new", "Contoso")]


def test_what_was_changed_meanwhile_keeps_its_other_changes(house, tmp_path):
    saved = house.directory.add(a_connection("Contoso"))
    preview = house.preview(a_file(tmp_path, f"Name,Tenant ID,Group\nContoso,{CONTOSO},North\n"))
    house.directory.remember_rung(saved.id, "private")
    house.directory.file({saved.id: Filing("South", ("new",))})
    applied = house.take(preview)
    now = house.directory.connection(saved.id)
    assert (now.rung, now.filing) == ("private", Filing("North", ("new",)))
    house.importing.undo(applied)
    assert house.directory.connection(saved.id).filing == Filing("South", ("new",))


def test_what_was_removed_or_added_meanwhile_is_left_out(house, tmp_path):
    saved = house.directory.add(a_connection("Contoso"))
    preview = house.preview(a_file(tmp_path, FILE))
    house.directory.remove_all([saved.id])
    house.directory.add(a_connection("Fabrikam", tenant=FABRIKAM))
    applied = house.take(preview)
    assert (applied.added, applied.changed) == (0, 0)
    assert [row.name for row in house.directory.rows()] == ["Fabrikam"]


def test_cancelling_changes_nothing(house, tmp_path):
    preview = house.preview(a_file(tmp_path, FILE))
    cancel = Cancel()
    with pytest.raises(Cancelled):
        house.importing.apply(preview, preview.usual(), cancel, lambda *_told: cancel.cancel())
    assert house.directory.rows() == []
    with pytest.raises(Cancelled):
        house.importing.open(a_file(tmp_path, FILE), cancelled())


def test_every_stage_tells_how_far_it_is(house, tmp_path):
    seen = []
    lines = "".join(f"C{n},c{n}.example\n" for n in range(600))
    preview = house.preview(a_file(tmp_path, f"Name,Domain\n{lines}"), listen=lambda *told: seen.append(told))
    house.importing.apply(preview, preview.usual(), Cancel(), lambda *told: seen.append(told))
    assert {stage for stage, _, _ in seen} == set(Stage)
    assert all(done <= total for _, done, total in seen if total)
    assert (Stage.LOOKING_UP, 600, 600) in seen


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (b"TDPACKED....", "sealed by TenantDock"),
        (b"PK\x03\x04", "workbook"),
        (b"{", "no JSON"),
        (b"[" * 10 + b"{", None),
        (b'{"format": "other"}', "no export of TenantDock's"),
        (b'{"format": "tenantdock-customers", "version": 2, "customers": []}', "newer TenantDock"),
        (b'{"format": "tenantdock-customers", "version": true, "customers": []}', "damaged"),
        (b'{"format": "tenantdock-customers", "version": 1}', "damaged"),
        (b'{"a":' * 100_000, "no JSON"),
    ],
)
def test_other_files_are_told(house, tmp_path, contents, said):
    path = a_file(tmp_path, contents, "x")
    if said is None:
        assert house.preview(path).lines == ()
        return
    with pytest.raises(BadInput, match=said) as refusal:
        house.preview(path)
    assert refusal.value.next_step


def test_a_file_that_is_not_there_or_none(house, tmp_path):
    with pytest.raises(StorageTrouble):
        house.importing.open(tmp_path / "missing.csv", Cancel())
    with pytest.raises((BadInput, StorageTrouble)):
        house.importing.open(tmp_path, Cancel())


# --- hostile


def test_hostile_names_come_through_as_text(house, tmp_path):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Name", "Domain"])
    for number, name in enumerate(HOSTILE_NAMES):
        writer.writerow([name, f"h{number}.example"])
    preview = house.preview(a_file(tmp_path, text.getvalue()))
    assert not preview.problems
    house.take(preview)
    names = {row.name for row in house.directory.rows()}
    assert "two lines and tabs" in names
    assert {name for name in HOSTILE_NAMES if "\n" not in name} <= names
    assert {line.what for line in house.preview(a_file(tmp_path, text.getvalue())).lines} == {What.SAME}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='abc,;"\n\r\t=+-@.{}[]:\x1b\u202e0123456789', max_size=600))
def test_garbage_is_looked_at_and_taken_without_harm(tmp_path, text):
    house = ImportHouse()
    path = a_file(tmp_path, text)
    try:
        preview = house.preview(path)
    except BadInput:
        return
    applied = house.take(preview)
    assert {line.what for line in house.preview(path).lines} <= {What.SAME}
    house.importing.undo(applied)
    assert house.directory.rows() == []


def test_looking_up_can_be_cancelled(house, tmp_path):
    cancel, gate = Cancel(), threading.Event()
    real = house.identity.tenant_of

    def slow(cloud, domain, token):
        cancel.cancel()
        gate.wait(0.05)
        return real(cloud, domain, token)

    house.identity.tenant_of = slow
    opened = house.importing.open(a_file(tmp_path, "Name,Domain\n" + "".join(f"C{n},c{n}.example\n" for n in range(99))), Cancel())
    with pytest.raises(Cancelled):
        house.importing.preview_file(opened, opened.columns, Defaults("anna@msp.example"), cancel)
