"""Importing and exporting: looked at first, taken at once, undone exactly, and nothing is changed the second time."""

from __future__ import annotations

import csv
import io
import json
import stat
import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.desktop import HOSTILE_NAMES
from support.directory import CONTOSO, FABRIKAM, HOME, OTHER_HOME, a_connection
from support.importing import ImportHouse, tenant_of
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.colours import COLOURS, suggested
from tenantdock.domain.customers import CustomerList, ListedCustomer
from tenantdock.domain.directory import BrowserChoice, ConsoleSettings, Filing
from tenantdock.domain.errors import BadInput, Cancelled, NetworkTrouble, NotFound, SignInRequired, StorageTrouble
from tenantdock.domain.services import AZURE, GRAPH
from tenantdock.domain.settings import BrowserPreferences, Settings
from tenantdock.domain.signin import no_progress
from tenantdock.workflows import importing as module
from tenantdock.workflows.comparing import What
from tenantdock.workflows.importing import Stage
from tenantdock.workflows.mapping import Columns, Field
from tenantdock.workflows.wanted import Defaults

WINGTIP = "6e87df02-d818-4f82-8540-451c1873589e"


@pytest.fixture(params=["sqlite", "memory"])
def house(request, tmp_path):
    made = ImportHouse(None)
    if request.param == "sqlite":
        made = ImportHouse(SqliteDirectory(tmp_path / "d.sqlite3", made.clock))
    yield made
    made.directory.close()


def a_file(tmp_path, text, name="customers.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told(preview):
    return [(line.what.value, line.shown.name) for line in preview.lines]


FILE = f"""Name;Tenant ID;Domain;User name;Group;Tags
Contoso;{CONTOSO};contoso.com;anna@msp.example;North;gold, 24x7
Fabrikam;{FABRIKAM};fabrikam.com;;;
"""


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
        house.importing.open(a_file(tmp_path, FILE), _cancelled())


def _cancelled():
    cancel = Cancel()
    cancel.cancel()
    return cancel


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


# --- lists of an account


def listed(*domains):
    return [ListedCustomer(tenant_of(domain), domain.partition(".")[0].title(), domain) for domain in domains]


@pytest.fixture
def partner(house):
    home = HOME.partition(".")[2]
    connection = a_connection("My own company", tenant=home, home_account_id=HOME)
    return house.directory.add(replace(connection, tenant=replace(connection.tenant, name="MSP", domain="msp.example")))


def gdap(house, partner, services=("graph",)):
    return house.importing.preview_list(CustomerList.GDAP, partner.account.id, services, Cancel())


def test_a_partners_customers_become_connections_of_its_account(house, partner):
    house.source.lists[CustomerList.GDAP] = [*listed("a.example", "b.example"), ListedCustomer("nonsense", "Broken")]
    preview = gdap(house, partner, ("graph", "exchange"))
    assert told(preview) == [("new", "A"), ("new", "B")]
    assert "Broken has no tenant id" in preview.problems[0].text
    house.take(preview)
    added = [each for each in house.directory.every() if each.id != partner.id]
    assert {each.account.id for each in added} == {partner.account.id}
    assert {each.services for each in added} == {("graph", "exchange")}
    assert {line.what for line in gdap(house, partner).lines} == {What.SAME}


def test_a_customer_that_the_person_renamed_is_the_same(house, partner):
    house.source.lists[CustomerList.GDAP] = listed("a.example")
    house.take(gdap(house, partner))
    added = next(each for each in house.directory.every() if each.name == "A")
    house.directory.update(replace(added, name="My A", services=("azure",)))
    assert told(gdap(house, partner)) == [("same", "My A")]


def test_a_tenant_that_calls_itself_otherwise_now_is_changed_and_its_connection_follows(house, partner):
    house.source.lists[CustomerList.GDAP] = listed("a.example")
    house.take(gdap(house, partner))
    before = house.everything()
    house.source.lists[CustomerList.GDAP] = [ListedCustomer(tenant_of("a.example"), "A Holding", "holding.example")]
    preview = gdap(house, partner)
    assert told(preview) == [("changed", "A Holding")]
    assert [each.field for each in preview.lines[0].differences] == [Field.NAME, Field.TENANT_NAME, Field.DOMAIN]
    applied = house.take(preview)
    now = next(each for each in house.directory.every() if each.tenant.id == tenant_of("a.example"))
    assert (now.name, now.tenant.name, now.tenant.domain) == ("A Holding", "A Holding", "holding.example")
    house.importing.undo(applied)
    assert house.everything() == before


def test_what_left_the_list_is_gone_but_never_the_partner_itself(house, partner):
    house.source.lists[CustomerList.GDAP] = listed("a.example", "b.example")
    house.take(gdap(house, partner))
    house.source.lists[CustomerList.GDAP] = listed("b.example")
    preview = gdap(house, partner)
    assert told(preview) == [("same", "B"), ("gone", "A")]
    assert preview.usual() == set()


def test_two_connections_of_one_customer_are_both_in_the_list(house, partner):
    house.source.lists[CustomerList.GDAP] = listed("a.example")
    house.take(gdap(house, partner))
    added = next(each for each in house.directory.every() if each.name == "A")
    house.directory.add(replace(added, id="f" * 32, name="A for Exchange"))
    assert [what for what, _ in told(gdap(house, partner))] == ["same"]


def test_an_account_that_is_gone_or_has_to_sign_in(house, partner):
    with pytest.raises(NotFound):
        house.importing.preview_list(CustomerList.GDAP, "x", ("graph",), Cancel())
    house.source.lists[CustomerList.GDAP] = SignInRequired("Sign in.", next_step="Sign in.")
    with pytest.raises(SignInRequired):
        gdap(house, partner)
    house.importing.sign_in(CustomerList.GDAP, partner.account.id, Cancel(), no_progress)
    house.importing.sign_in(CustomerList.TENANTS, partner.account.id, Cancel(), no_progress)
    asks = house.identity.interactive_asks
    assert [ask.token.service for ask in asks] == [GRAPH, AZURE]
    assert {ask.token.tenant_id for ask in asks} == {HOME.partition(".")[2]}
    assert asks[0].browser == partner.browser
    stranger = house.directory.add(a_connection("New", tenant=FABRIKAM, username="new@msp.example"))
    with pytest.raises(SignInRequired, match="Nobody has signed in"):
        house.importing.sign_in(CustomerList.GDAP, stranger.account.id, Cancel(), no_progress)


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


# --- export and back

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
        house.exporting.to_json(tmp_path / "x.json", _cancelled())
    assert list(tmp_path.glob("x*")) == list(tmp_path.glob("*.tmp")) == []


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


def test_an_account_that_is_saved_but_never_signed_in_is_pinned_by_its_sign_in_for_a_list():
    house = ImportHouse()
    saved = house.directory.add(a_connection("Partner", username="pia@partner.example"))
    enrolled = house.importing.enrol(CustomerList.GDAP, "PIA@partner.example", saved.account.cloud, Cancel(), lambda _: None)
    assert enrolled.id == saved.account.id
    assert house.directory.connection(saved.id).account.home_account_id == house.identity.HOME
    house.importing.forget_new()
    assert house.identity.forgotten == []


def test_a_sign_in_for_a_list_is_forgotten_when_the_account_was_pinned_to_somebody_else_meanwhile():
    house = ImportHouse()
    saved = house.directory.add(a_connection("Partner", username="pia@partner.example"))
    signed_in = house.identity.interactive

    def slow(*args):
        house.directory.pin(saved.account.id, OTHER_HOME, "pia@partner.example")
        return signed_in(*args)

    house.identity.interactive = slow
    with pytest.raises(BadInput, match="another identity"):
        house.importing.enrol(CustomerList.GDAP, "pia@partner.example", saved.account.cloud, Cancel(), lambda _: None)
    assert [each.id for each in house.identity.forgotten] == [saved.account.id]


def test_who_signs_in_for_a_list_is_known_by_the_proof():
    house = ImportHouse()
    enrolled = house.importing.enrol(CustomerList.TENANTS, "pia@partner.example", "public", Cancel(), lambda _: None)
    assert enrolled.home_account_id == house.identity.HOME
    assert house.identity.interactive_asks[0].token.service.key == "azure"
    assert enrolled in house.importing.accounts()
    again = house.importing.enrol(CustomerList.GDAP, "pia@partner.example", "public", Cancel(), lambda _: None)
    assert again.id == enrolled.id
    house.importing.forget_new()
    assert enrolled not in house.importing.accounts()
    assert [each.id for each in house.identity.forgotten] == [enrolled.id]
