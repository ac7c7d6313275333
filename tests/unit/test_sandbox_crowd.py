"""Customers made by number: the same ones every time, as many as asked for, with every kind of account among them."""

from __future__ import annotations

from collections import Counter

import pytest

from tenantdock.sandbox import crowd, people


@pytest.mark.parametrize("customers", [1, 7, 400, 1000])
def test_as_many_as_asked_for_and_no_two_alike(customers):
    few, many = people.load(), people.load(customers=customers)
    made = [tenant for key, tenant in many.tenants.items() if key not in few.tenants]
    assert len(made) == customers
    assert list(many.tenants)[: len(few.tenants)] == list(few.tenants)
    for names in ([t.name for t in made], [t.domain for t in made], [p.id for p in many.people.values()]):
        assert len(set(names)) == len(names)
    ids = [place.id for person in many.people.values() for place in person.places.values()]
    assert len(set(ids)) == len(ids)


def test_they_are_the_same_every_time_and_end_somewhere():
    assert people.load(customers=30) == people.load(customers=30)
    assert len(people.load(customers=5000).tenants) == len(people.load().tenants) + crowd.MOST


def test_every_group_has_every_kind_of_account():
    practice = people.load(customers=30)
    made = list(practice.tenants.values())[-30:]
    for start in (0, 10, 20):
        group = {tenant.id for tenant in made[start : start + 10]}
        places = [place for person in practice.people.values() for place in person.places.values() if place.tenant.id in group]
        kinds = Counter(place.kind for place in places)
        assert kinds == {"member": 14, "guest": 2, "partner": 13}
        federations = {t.federation.prompt_login for t in made[start : start + 10] if t.federation}
        assert federations == {"TranslateToFreshPasswordAuth", "NativeSupport", "Disabled"}
    engineer = practice.person("pia@nordlicht.example")
    assert all(engineer.places[tenant.id].kind == "partner" for tenant in made)
    assert sum(entry.partner is engineer.home for entry in practice.relationships) == 30 + 16 + 1


def test_an_alias_leads_to_the_same_person():
    practice = people.load(customers=1)
    tenant = list(practice.tenants.values())[-1]
    assert practice.person(f"IT@{tenant.domain}") is practice.person(f"admin@{tenant.domain}")
    assert practice.person_in(tenant, practice.person(f"it@{tenant.domain}").id).user == f"admin@{tenant.domain}"
