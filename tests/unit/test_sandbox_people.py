"""The people and tenants that come with the practice cloud: all that the issue asks for is there, and hangs together."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from tenantdock.domain.clouds import SANDBOX_ID
from tenantdock.domain.directory import UserName, domain_name
from tenantdock.domain.services import ALL
from tenantdock.sandbox import people, resources


@pytest.fixture(scope="module")
def practice():
    return people.load()


def test_there_are_tenants_of_every_kind(practice):
    assert len(practice.tenants) >= 12
    behaviours = {tenant.federation.prompt_login for tenant in practice.tenants.values() if tenant.federation}
    assert behaviours == {"TranslateToFreshPasswordAuth", "Disabled"}
    assert any(tenant.federation is None for tenant in practice.tenants.values())


def test_ids_are_guids_and_unique(practice):
    ids = [
        *practice.tenants,
        *practice.clients,
        *(place.id for person in practice.people.values() for place in person.places.values()),
    ]
    assert all(str(UUID(one)) == one for one in ids)
    assert len(set(ids)) == len(ids)


def test_domains_are_reserved_ones_and_belong_to_one_tenant(practice):
    names = [name for tenant in practice.tenants.values() for name in (tenant.domain, tenant.initial_domain)]
    assert len(set(names)) == len(names)
    assert all(domain_name(name) == name and name.endswith(".example") for name in names)
    assert practice.tenant("NORTHWIND.example") is practice.tenant(practice.domains["northwind.onpractice.example"].id)
    assert practice.tenant("nowhere.example") is None


def test_user_names_are_ones_that_the_product_takes(practice):
    for person in practice.people.values():
        assert str(UserName.parse(person.user)) == person.user
        assert person.home.domain == person.domain
        assert person.places[person.home.id].id == person.id


def test_one_person_is_member_guest_and_partner(practice):
    pia = practice.person("PIA@nordlicht.example")
    kinds = [place.kind for place in pia.places.values()]
    assert (kinds.count("member"), kinds.count("guest")) == (1, 1)
    assert kinds.count("partner") >= 12
    assert pia.upn_in(practice.tenant("adatum.example")) == "pia_nordlicht.example#EXT#@adatum.onpractice.example"
    assert pia.upn_in(practice.tenant("contoso.example")) == pia.user
    partner = {entry.customer.id for entry in practice.relationships if entry.status == "active"}
    assert partner == {place.tenant.id for place in pia.places.values() if place.kind == "partner"}


def test_one_is_disabled_one_needs_a_factor_and_one_tenant_is_alone(practice):
    assert practice.person("disabled@northwind.example").disabled
    assert practice.person("mfa@northwind.example").factor
    wingtip = practice.tenant("wingtip.example")
    assert [person.user for person in practice.people.values() if wingtip.id in person.places] == ["admin@wingtip.example"]


def test_the_products_clients_are_known_and_may_ask_for_their_service(practice):
    for service in ALL:
        assert f"https://{service.key}.practice.example" in practice.clients[service.client_id].resources
    assert SANDBOX_ID == "sandbox"


def test_machine_users_are_of_their_domain(practice):
    for tenant in practice.tenants.values():
        if tenant.federation:
            assert practice.person(tenant.federation.machine_user).home is tenant


def test_a_file_that_is_not_as_it_should_be_is_refused(tmp_path):
    data = json.loads((resources.folder() / "practice.json").read_text("utf-8"))
    data["people"][0]["user"] = "pia@nowhere.example"
    path = tmp_path / "practice.json"
    path.write_text(json.dumps(data))
    with pytest.raises(KeyError):
        people.load(path)
