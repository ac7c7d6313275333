"""Importing an account's lists of customers, and who signs in for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.directory import FABRIKAM, HOME, OTHER_HOME, a_connection
from support.importing import ImportHouse, import_house, tenant_of, told
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.customers import CustomerList, ListedCustomer
from tenantdock.domain.errors import BadInput, NotFound, SignInRequired
from tenantdock.domain.services import AZURE, GRAPH
from tenantdock.domain.signin import no_progress
from tenantdock.workflows.comparing import What
from tenantdock.workflows.mapping import Field


@pytest.fixture(params=["sqlite", "memory"])
def house(request, tmp_path):
    with import_house(request.param, tmp_path) as made:
        yield made


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
