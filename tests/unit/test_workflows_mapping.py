"""Which column is what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenantdock.workflows.mapping import Columns, Field, guess, known_name
from tenantdock.workflows.spreadsheets import Row

ONE, TWO = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11", "3b1f0a52-6d0e-4c41-8a5e-2d3c4b5a6978"


def rows(*lists):
    return [Row(line, tuple(cells)) for line, cells in enumerate(lists, 1)]


def guessed(header, *body):
    columns = guess(rows(header, *body))
    return {header[at]: field for at, field in enumerate(columns.fields) if field}, columns


PARTNER_CENTER = ["Microsoft ID", "Company name", "Primary domain name", "Relationship", "Tags"]
CIPP = ["displayName", "defaultDomainName", "customerId", "initialDomainName", "delegatedPrivilegeStatus", "Excluded"]


def test_partner_centers_customers():
    found, columns = guessed(PARTNER_CENTER, [ONE, "Contoso", "contoso.example", "Cloud Reseller", "gold"])
    assert columns.header
    assert found == {
        "Microsoft ID": Field.TENANT_ID,
        "Company name": Field.NAME,
        "Primary domain name": Field.DOMAIN,
        "Tags": Field.TAGS,
    }


def test_cipps_tenants_by_their_default_domain():
    body = [["Contoso", "contoso.example", ONE, "contoso.onmicrosoft.com", "granularDelegatedAdminPrivileges", "false"]] * 3
    found, _ = guessed(CIPP, *body)
    assert found == {"displayName": Field.NAME, "defaultDomainName": Field.DOMAIN, "customerId": Field.TENANT_ID}


def test_lighthouses_tenants():
    found, _ = guessed(["Tenant", "Tenant ID", "Domain", "Delegated access"], ["Contoso", ONE, "contoso.example", "GDAP"])
    assert found == {"Tenant": Field.NAME, "Tenant ID": Field.TENANT_ID, "Domain": Field.DOMAIN}


@pytest.mark.parametrize(
    "header",
    [
        [
            "Kunde",
            "Mandanten-ID",
            "Primäre Domäne",
            "Benutzername",
            "Gruppe",
            "Notizen",
            "Dienste",
            "Farbe",
            "Favorit",
            "Kategorien",
        ],
        [
            "Firma",
            "Mandanten-ID",
            "Domäne",
            "Anmeldename",
            "Gruppe",
            "Bemerkungen",
            "Dienste",
            "Farbe",
            "Favorit",
            "Stichwörter",
        ],
        ["FIRMA", "mandant_id", "Domaene", "Anmeldename", "Ordner", "Bemerkung", "Dienst", "farbe", "favoriten", "Schlagwörter"],
        ["Customer name", "Tenant GUID", "Default domain", "UPN", "Folder", "Comments", "Services", "Colour", "Starred", "Labels"],
    ],
)
def test_german_and_english_names(header):
    body = ["Contoso", ONE, "contoso.example", "anna@msp.example", "North", "Call Anna", "Graph", "#112233", "yes", "gold"]
    found, columns = guessed(header, body)
    expected = "NAME TENANT_ID DOMAIN USERNAME GROUP NOTES SERVICES COLOUR FAVOURITE TAGS"
    assert columns.fields == tuple(Field[name] for name in expected.split())
    assert columns.at(Field.DOMAIN) == 2
    assert columns.at(Field.CLOUD) is None
    assert len(found) == 10


def test_a_tenant_column_beside_a_name_is_the_tenants_name():
    found, _ = guessed(["Name", "Tenant name"], ["My Contoso", "Contoso Ltd"])
    assert found == {"Name": Field.NAME, "Tenant name": Field.TENANT_NAME}


def test_values_say_what_no_name_tells():
    body = [[f"Kunde {n}", "gold", ONE, f"k{n}.example", f"admin@k{n}.example"] for n in range(9)]
    expected = (Field.NAME, None, Field.TENANT_ID, Field.DOMAIN, Field.USERNAME)
    assert guess(rows(*body)) == Columns(False, expected)
    assert guess(rows(["A", "B", "C", "D", "E"], *body)) == Columns(True, expected)


def test_values_go_before_a_name_that_is_wrong():
    found, _ = guessed(["Tenant ID", "Tenant", "User"], ["contoso.example", ONE, "Anna"], ["fabrikam.example", TWO, "Ben"])
    assert found == {"Tenant ID": Field.DOMAIN, "Tenant": Field.TENANT_ID, "User": Field.NAME}


def test_ids_of_other_things_are_no_tenants():
    found, _ = guessed(["Object ID", "Subscription", "Name"], [ONE, "x", "Contoso"], [TWO, "y", "Fabrikam"])
    assert found == {"Name": Field.NAME}


def test_some_rows_without_a_value_change_nothing():
    body = [["", "contoso.example"], [ONE, ""], ["", "fabrikam.example"]]
    found, _ = guessed(["Tenant ID", "Domain"], *body)
    assert found == {"Tenant ID": Field.TENANT_ID, "Domain": Field.DOMAIN}
    assert guessed(["Tenant ID", "Domain"])[0] == found


def test_a_header_alone_and_nothing_at_all():
    assert guess([]) == Columns(False, ())
    assert guess(rows(["contoso.example"])) == Columns(False, (Field.DOMAIN,))
    assert guess(rows(["Customer"])) == Columns(True, (Field.NAME,))


def test_names_are_known_whatever_their_spelling():
    assert all(known_name(name) for name in ("Tenant-ID", "TENANT_ID", " tenant id ", "Domäne", "kategorie"))
    assert not any(known_name(name) for name in ("", "---", "Relationship", "x" * 1000))


@given(st.lists(st.lists(st.text(max_size=40), min_size=1, max_size=6), max_size=8))
def test_no_table_breaks_it_and_no_field_is_given_twice(lists):
    columns = guess(rows(*lists))
    given_ = [field for field in columns.fields if field]
    assert len(given_) == len(set(given_))
    assert len(columns.fields) == max((len(cells) for cells in lists), default=0)
