"""The conformance suite of the Directory port: its search."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.directory import CONTOSO, FABRIKAM, HOME, a_connection, names
from tenantdock.domain.directory import Changes

pytest_plugins = ("support.directory_port",)
OTHER_TENANT = "99999999-9999-4999-8999-999999999999"


@pytest.fixture
def customers(directory):
    for name, domain, tenant, username in (
        ("Zürich Versicherung", "zurich.example", CONTOSO, "admin@zurich.example"),
        ("Nord Zürich", "nord.example", FABRIKAM, "gdap@msp.example"),
        ("Contoso", "contoso.com", "33333333-3333-4333-8333-333333333333", "gdap@msp.example"),
        ("Ärzte am See", "praxis.example", "44444444-4444-4444-8444-444444444444", "gdap@msp.example"),
        ("東京支社", "tokyo.example", "55555555-5555-4555-8555-555555555555", "jp@msp.example"),
        ('100% "Quote" AND* (x)', "odd.example", "66666666-6666-4666-8666-666666666666", "odd@msp.example"),
    ):
        made = a_connection(name, tenant=tenant, domain=domain, username=username)
        directory.add(replace(made, tenant=replace(made.tenant, name="Its own name")))
    return directory


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zurich", ["Zürich Versicherung", "Nord Zürich"]),
        ("ZÜRICH", ["Zürich Versicherung", "Nord Zürich"]),
        ("zurich nord", ["Nord Zürich"]),
        ("rich", ["Nord Zürich", "Zürich Versicherung"]),
        ("z", ["Zürich Versicherung", "Ärzte am See", "Nord Zürich"]),
        ("am see", ["Ärzte am See"]),
        ("see arzte", ["Ärzte am See"]),
        ("gdap", ["Ärzte am See", "Contoso", "Nord Zürich"]),
        ("gdap zu", ["Nord Zürich"]),
        ("praxis.example", ["Ärzte am See"]),
        ("44444444-4444", ["Ärzte am See"]),
        ("東京", ["東京支社"]),
        ("京支社", ["東京支社"]),
        ("nothing", []),
        ("zurich contoso", []),
        ('"quote', ['100% "Quote" AND* (x)']),
        ("%", ['100% "Quote" AND* (x)']),
        ("and* (x)", ['100% "Quote" AND* (x)']),
        ("_", []),
        ("contosox", []),
        ("excont", []),
        ("a\0b", []),
        ("\ud800", []),
        ("(x) " * 3000, ['100% "Quote" AND* (x)']),
    ],
)
def test_search_finds_every_word_anywhere_beginnings_first(customers, text, found):
    assert names(customers.search(text)) == found


def test_search_without_words_gives_all_by_name_and_a_limit_counts(customers):
    assert customers.search("  ") == customers.rows()
    assert customers.search("", 2) == customers.rows()[:2]
    assert names(customers.search("zurich", 1)) == ["Zürich Versicherung"]
    assert customers.search("zurich", 0) == []
    assert customers.search("zurich", -1) == []


def test_search_follows_every_change(customers):
    contoso = next(row for row in customers.rows() if row.name == "Contoso")
    whole = customers.connection(contoso.id)
    assert customers.search("contoso")
    customers.update(replace(whole, name="Tailspin"))
    assert names(customers.search("tailspin")) == ["Tailspin"]
    customers.apply(Changes(tenants=(replace(whole.tenant, name="Wingtip Toys", domain="wingtip.example"),)))
    assert names(customers.search("wingtip")) == ["Tailspin"]
    assert customers.search("contoso") == []
    customers.pin(whole.account.id, HOME, "partner@msp.example")
    assert len(customers.search("partner@")) == 3
    assert customers.search("gdap") == []
    customers.remove_all([whole.id])
    assert customers.search("wingtip") == []
    customers.add(whole)
    assert names(customers.search("contoso")) == ["Contoso"]


def test_a_domain_that_is_learnt_later_is_found(directory):
    first = directory.add(a_connection("One", domain=""))
    assert directory.search("contoso.com") == []
    directory.add(a_connection("Two", username="ben@msp.example"))
    assert {row.id for row in directory.search("contoso.com")} >= {first.id}
