"""Who may be confirmed at a first sign-in: an alias or a renamed user, and never a machine's user by a careless click."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenantdock.domain.proof import Circumstances, Claims, Mismatch, Wanted, WrongAccount, candidate, prove

TENANT = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"
HOME_TENANT = "3b1f0a52-6d0e-4c41-8a5e-2d3c4b5a6978"
UID = "11111111-1111-1111-1111-1111111111aa"
OID = "22222222-2222-2222-2222-2222222222bb"
CLIENT = "14d82eec-204b-4c2f-b7e8-296a70dab67e"
OTHER = "99999999-9999-9999-9999-9999999999cc"
TYPED, CALLED = "anna@contoso.com", "anna.lee@contoso.com"
WANTED = Wanted(TENANT, TYPED, CLIENT)
WITNESSED = Circumstances(owner=TENANT, managed=True, fresh=True)


def answer(id_token=None, client_info=None, *, guest=False):
    right = {"tid": TENANT, "oid": OID if guest else UID, "aud": CLIENT, "preferred_username": CALLED}
    info = {"uid": UID, "utid": HOME_TENANT if guest else TENANT}
    return Claims({**right, **(id_token or {})}, {**info, **(client_info or {})}, {})


def offered(claims, around=WITNESSED, wanted=WANTED):
    return candidate(wanted, claims, "account", around)


LISTED = answer({"email": "Anna@Contoso.com"})


def test_one_who_just_signed_in_may_be_confirmed_by_typing_the_name():
    found = offered(answer())
    assert (found.home_account_id, found.username, found.tenant_id) == (f"{UID}.{TENANT}", CALLED, TENANT)
    assert (found.account_id, found.typed, found.certain) == ("account", TYPED, False)
    assert CALLED in found.why
    assert "Nothing shows" in found.why


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "Anna@Contoso.com"},
        {"verified_primary_email": [TYPED.upper()]},
        {"verified_secondary_email": ["x@contoso.com", TYPED]},
        {"upn": TYPED},
    ],
)
def test_an_address_of_the_account_is_evidence_and_with_a_witnessed_sign_in_certain(claims):
    found = offered(answer(claims))
    assert found.certain
    assert "lists anna@contoso.com as an address of anna.lee@contoso.com" in found.why


@pytest.mark.parametrize("around", [{"managed": False}, {"fresh": False}, {"managed": False, "fresh": False}])
def test_an_address_alone_is_never_certain_and_without_one_nobody_is_offered(around):
    seen = replace(WITNESSED, **around)
    listed = offered(LISTED, seen)
    assert listed is not None
    assert not listed.certain
    assert offered(answer(), seen) is None


def test_the_machines_user_of_a_federated_domain_is_never_offered():
    kiosk = answer({"preferred_username": "kiosk@contoso.com", "email": "kiosk@contoso.com"})
    assert offered(kiosk, Circumstances(owner=TENANT, managed=False, fresh=True)) is None


@pytest.mark.parametrize("owner", ["", HOME_TENANT])
def test_an_account_that_is_not_at_home_where_the_typed_domain_is_is_somebody_else(owner):
    assert offered(LISTED, replace(WITNESSED, owner=owner)) is None


def test_a_guest_may_be_confirmed_when_the_home_tenant_owns_the_domain():
    claims = answer({"email": TYPED}, guest=True)
    assert offered(claims) is None
    found = offered(claims, replace(WITNESSED, owner=HOME_TENANT.upper()))
    assert found.home_account_id == f"{UID}.{HOME_TENANT}"


@pytest.mark.parametrize(
    ("id_token", "client_info"),
    [
        ({"tid": OTHER}, {}),
        ({"oid": OTHER}, {}),
        ({"aud": OTHER}, {}),
        ({"aud": None}, {}),
        ({}, {"uid": None}),
        ({}, {"utid": "x"}),
        ({"preferred_username": None}, {}),
        ({"preferred_username": 7}, {}),
    ],
)
def test_everything_but_the_name_has_to_hold(id_token, client_info):
    assert offered(answer({"email": TYPED, **id_token}, client_info)) is None


def test_a_pinned_account_has_no_candidates():
    pinned = replace(WANTED, home_account_id=f"{OTHER}.{TENANT}")
    assert offered(LISTED, wanted=pinned) is None


@pytest.mark.parametrize("email", [None, "", 7, ["x", 7], {"x": TYPED}, "\u0430nna@contoso.com", "anna@contoso.com "])
def test_what_only_looks_like_the_typed_name_is_no_evidence(email):
    assert not offered(answer({"email": email})).certain


def test_the_one_that_was_confirmed_passes_the_proof_and_the_other_does_not():
    found = offered(answer())
    pinned = Wanted(TENANT, found.username, CLIENT, found.home_account_id)
    assert prove(pinned, answer()).home_account_id == found.home_account_id
    with pytest.raises(WrongAccount) as refused:
        prove(pinned, answer({"oid": OTHER}, {"uid": OTHER}))
    assert refused.value.mismatch is Mismatch.ACCOUNT


def test_names_are_shown_as_one_plain_line():
    found = offered(answer({"preferred_username": "anna\u202e@contoso.com\nevil"}), wanted=replace(WANTED, username="x" * 400))
    assert "\n" not in found.why
    assert "\u202e" not in found.why
    assert len(found.why) < 400
