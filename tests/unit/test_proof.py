"""The proof, claim by claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenantdock.domain.proof import Claims, Mismatch, Proof, Wanted, WrongAccount, foreign_names, prove, shown_username
from tenantdock.domain.signin import Offer, Rung

TENANT = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"
HOME_TENANT = "3b1f0a52-6d0e-4c41-8a5e-2d3c4b5a6978"
UID = "11111111-1111-1111-1111-1111111111aa"
OID = "22222222-2222-2222-2222-2222222222bb"
CLIENT = "14d82eec-204b-4c2f-b7e8-296a70dab67e"
OTHER = "99999999-9999-9999-9999-9999999999cc"

WANTED = Wanted(TENANT, "anna@contoso.com", CLIENT)
PINNED = replace(WANTED, home_account_id=f"{UID}.{TENANT}")
GUEST = replace(WANTED, home_account_id=f"{UID}.{HOME_TENANT}")


def answer(*, id_token=None, client_info=None, access_token=None, guest=False):
    """An answer that is right (a member's, or a guest's), with changes; None removes a claim."""
    right = {"tid": TENANT, "oid": OID if guest else UID, "aud": CLIENT, "preferred_username": "anna@contoso.com"}
    info = {"uid": UID, "utid": HOME_TENANT if guest else TENANT}
    return Claims(changed(right, id_token), changed(info, client_info), access_token or {})


def changed(claims, changes):
    return {name: value for name, value in {**claims, **(changes or {})}.items() if value is not None}


def refused(wanted, claims):
    with pytest.raises(WrongAccount) as caught:
        prove(wanted, claims)
    assert caught.value.next_step
    assert wanted.username in caught.value.expected
    return caught.value


def test_a_member_is_proven_at_enrolment_and_later():
    proof = Proof(TENANT, f"{UID}.{TENANT}", UID, "anna@contoso.com", guest=False)
    assert prove(WANTED, answer()) == proof
    assert prove(PINNED, answer()) == proof


def test_a_guest_is_proven_at_enrolment_and_later():
    proof = Proof(TENANT, f"{UID}.{HOME_TENANT}", OID, "anna@contoso.com", guest=True)
    claims = answer(guest=True, id_token={"preferred_username": "anna_contoso.com#EXT#@fabrikam.onmicrosoft.com"})
    assert prove(WANTED, claims) == proof
    assert prove(GUEST, claims) == proof
    assert prove(GUEST, answer(guest=True)) == proof


def test_case_does_not_count_in_ids_and_names():
    loud = answer(
        id_token={"tid": TENANT.upper(), "oid": UID.upper(), "aud": CLIENT.upper(), "preferred_username": "ANNA@Contoso.COM"},
        client_info={"uid": UID.upper(), "utid": TENANT.upper()},
    )
    for wanted in (WANTED, PINNED, replace(PINNED, tenant_id=TENANT.upper(), home_account_id=PINNED.home_account_id.upper())):
        assert prove(wanted, loud).home_account_id == f"{UID}.{TENANT}"


@pytest.mark.parametrize("wanted", [WANTED, PINNED])
@pytest.mark.parametrize("bad", [None, "", 7, ["x"], {"x": 1}, True, b"x", "not a guid"])
@pytest.mark.parametrize(
    ("part", "name"), [("id_token", "tid"), ("id_token", "oid"), ("client_info", "uid"), ("client_info", "utid")]
)
def test_without_a_complete_identity_there_is_no_proof(wanted, part, name, bad):
    assert refused(wanted, answer(**{part: {name: bad}})).mismatch is Mismatch.MISSING


@pytest.mark.parametrize("bad", [None, "", 7, [CLIENT]])
def test_without_an_audience_there_is_no_proof(bad):
    assert refused(PINNED, answer(id_token={"aud": bad})).mismatch is Mismatch.MISSING


@pytest.mark.parametrize("spoil", ["{{{}}}", " {}", "{} ", "{}\n", "{}.", "urn:uuid:{}"])
@pytest.mark.parametrize(("part", "name"), [("id_token", "tid"), ("client_info", "uid"), ("client_info", "utid")])
def test_variants_of_a_guid_are_none(part, name, spoil):
    value = UID if name == "uid" else TENANT
    assert refused(PINNED, answer(**{part: {name: spoil.format(value)}})).mismatch is Mismatch.MISSING


def test_a_guid_without_hyphens_is_none():
    assert refused(PINNED, answer(client_info={"uid": UID.replace("-", "")})).mismatch is Mismatch.MISSING


def test_an_answer_for_another_client_is_refused():
    assert refused(PINNED, answer(id_token={"aud": OTHER})).mismatch is Mismatch.AUDIENCE


@pytest.mark.parametrize("wanted", [WANTED, PINNED])
def test_a_member_whose_object_is_another_is_refused(wanted):
    assert refused(wanted, answer(id_token={"oid": OTHER})).mismatch is Mismatch.INCONSISTENT


@pytest.mark.parametrize("access_token", [{"tid": OTHER}, {"oid": OTHER}, {"tid": None}, {"oid": 7}, {"tid": TENANT, "oid": ""}])
def test_an_access_token_of_another_sign_in_is_refused(access_token):
    assert refused(PINNED, answer(access_token=access_token)).mismatch is Mismatch.INCONSISTENT


def test_an_access_token_that_agrees_or_says_nothing_is_fine():
    assert prove(PINNED, answer(access_token={"tid": TENANT.upper(), "oid": UID}))
    assert prove(PINNED, answer(access_token={"scp": "User.Read"}))


def test_another_tenant_is_refused_and_named():
    refusal = refused(GUEST, answer(guest=True, id_token={"tid": OTHER}))
    assert refusal.mismatch is Mismatch.TENANT
    assert refusal.got == f"anna@contoso.com in tenant {OTHER}"


@pytest.mark.parametrize("info", [{"uid": OTHER}, {"utid": OTHER}, {"uid": HOME_TENANT, "utid": UID}])
def test_a_pinned_account_is_its_home_id_whatever_the_names_say(info):
    assert refused(GUEST, answer(guest=True, client_info=info)).mismatch is Mismatch.ACCOUNT


def test_a_pinned_account_may_have_a_new_name():
    assert prove(PINNED, answer(id_token={"preferred_username": "anna.new@contoso.com"})).username == "anna.new@contoso.com"
    assert prove(PINNED, answer(id_token={"preferred_username": None})).username == ""


def test_another_name_at_enrolment_is_refused_and_both_are_named():
    refusal = refused(WANTED, answer(id_token={"preferred_username": "ben@contoso.com"}))
    assert refusal.mismatch is Mismatch.ACCOUNT
    assert "Expected anna@contoso.com" in refusal.message
    assert "got ben@contoso.com" in refusal.message


@pytest.mark.parametrize(
    "names",
    [
        {"preferred_username": None},
        {"preferred_username": ""},
        {"preferred_username": ["anna@contoso.com"]},
        {"preferred_username": " anna@contoso.com"},
        {"preferred_username": "anna@contoso.com\n"},
        {"preferred_username": "anna@contoso.com."},
        {"preferred_username": "anna@contoso.com.evil.example"},
        {"preferred_username": "\u017fanna@contoso.com"},
        {"preferred_username": "\u0430nna@contoso.com"},
        {"upn": "ben@contoso.com"},
        {"preferred_username": "ben@contoso.com", "upn": "anna@contoso.com"},
    ],
)
def test_names_that_are_not_exactly_the_one_are_refused_at_enrolment(names):
    assert refused(WANTED, answer(id_token=names)).mismatch is Mismatch.ACCOUNT


def test_letters_that_only_fold_to_the_right_ones_are_others():
    wanted = replace(WANTED, username="sak@contoso.com")
    for name in ("\u017fak@contoso.com", "sa\u212a@contoso.com"):
        assert refused(wanted, answer(id_token={"preferred_username": name})).mismatch is Mismatch.ACCOUNT


def test_an_upn_alone_is_enough_and_two_that_agree_too():
    assert prove(WANTED, answer(id_token={"preferred_username": None, "upn": "Anna@contoso.com"}))
    assert prove(WANTED, answer(id_token={"upn": "ANNA@contoso.com"}))
    assert prove(WANTED, answer(id_token={"upn": 7}))


def test_a_member_that_is_only_named_like_a_guest_is_refused():
    names = {"preferred_username": "anna_contoso.com#EXT#@fabrikam.onmicrosoft.com"}
    assert refused(WANTED, answer(id_token=names)).mismatch is Mismatch.ACCOUNT


def test_a_guest_may_be_wanted_by_the_name_it_has_there():
    name = "anna_contoso.com#EXT#@fabrikam.onmicrosoft.com"
    assert prove(replace(WANTED, username=name), answer(guest=True, id_token={"preferred_username": name}))


@pytest.mark.parametrize(
    ("upn", "username", "same"),
    [
        ("anna_lee_contoso.com#EXT#@f.onmicrosoft.com", "anna_lee@contoso.com", True),
        ("annacontoso.com#EXT#@f.onmicrosoft.com", "anna@contoso.com", False),
        ("#EXT#@f.onmicrosoft.com", "anna@contoso.com", False),
        ("ben_contoso.com#EXT#@contoso.com", "anna@contoso.com", False),
    ],
)
def test_home_names_of_guests(upn, username, same):
    wanted, claims = replace(WANTED, username=username), answer(guest=True, id_token={"preferred_username": upn})
    if same:
        assert prove(wanted, claims).username == username
    else:
        assert refused(wanted, claims).mismatch is Mismatch.ACCOUNT


def test_a_saved_name_that_is_none_proves_nothing():
    assert refused(replace(WANTED, username="anna"), answer(id_token={"preferred_username": "anna"})).mismatch is Mismatch.ACCOUNT


def test_what_is_shown_of_a_liar_is_harmless():
    refusal = refused(
        PINNED, answer(client_info={"uid": OTHER, "utid": HOME_TENANT}, id_token={"preferred_username": "\x1b]0;x\x07\u202ea"})
    )
    assert "\x1b" not in str(refusal)
    assert "\u202e" not in str(refusal)
    nameless = answer(client_info={"uid": OTHER, "utid": HOME_TENANT}, id_token={"preferred_username": None})
    assert refused(PINNED, nameless).got == "an account without a name"


def test_an_account_made_anew_under_the_same_name_is_told_apart():
    refusal = refused(PINNED, answer(client_info={"uid": OTHER, "utid": HOME_TENANT}))
    assert refusal.expected == PINNED.username
    assert refusal.got == f"another account that is called {PINNED.username} now"


def test_the_name_shown_is_the_first_there_is():
    assert shown_username(answer(id_token={"preferred_username": 7, "upn": "x@y.example"})) == "x@y.example"
    assert shown_username(Claims({}, {}, {})) == ""


def test_a_refusal_can_say_why():
    refusal = WrongAccount(
        Mismatch.ACCOUNT,
        expected="a",
        got="b",
        because="c",
        offers=(Offer(Rung.PRIVATE, "Nobody is signed in there."),),
        details="d",
    )
    assert refusal.message == "Expected a, got b, because c."
    assert (refusal.next_rungs, refusal.details, refusal.because) == (("private",), "d", "c")


def test_the_names_of_guests_are_looked_up_where_nothing_else_ties_them_to_their_home():
    home = "99999999-9999-4999-8999-999999999999"
    named = Claims({"tid": TENANT, "oid": OID, "preferred_username": "ann@partner.example", "upn": "odd"}, {"utid": home}, {})
    first = Wanted(TENANT, "ann@partner.example", CLIENT)
    assert [user.domain for user in foreign_names(first, named)] == ["partner.example"]
    pinned = replace(first, home_account_id=f"{OID}.{home}")
    assert foreign_names(pinned, named) == ()
    assert len(foreign_names(replace(pinned, username="old@partner.example"), named)) == 1
    assert foreign_names(first, replace(named, client_info={"utid": TENANT})) == ()
    assert foreign_names(first, replace(named, client_info={"utid": "9188040d-6c67-4c5b-b112-36a304b66dad"})) == ()
    assert foreign_names(first, replace(named, client_info={})) == ()
    invited = "ann_moved.example#EXT#@customer.example"  # the domain of the invitation may be another tenant's by now
    assert foreign_names(pinned, replace(named, id_token={**named.id_token, "upn": invited})) == ()
    unnamed = {"tid": TENANT, "oid": OID, "preferred_username": 7, "upn": invited}
    assert [user.domain for user in foreign_names(first, replace(named, id_token=unnamed))] == ["moved.example"]
    assert foreign_names(first, replace(named, id_token={"tid": TENANT, "upn": "odd"})) == ()


def test_a_guest_whose_name_is_of_another_tenants_domain_is_refused():
    home, other = "99999999-9999-4999-8999-999999999999", "88888888-8888-4888-8888-888888888888"
    claims = {"tid": TENANT, "oid": OID, "aud": CLIENT, "preferred_username": "ann@partner.example"}
    told = Claims(claims, {"uid": OID, "utid": home}, {})
    wanted = Wanted(TENANT, "ann@partner.example", CLIENT)
    assert prove(wanted, replace(told, name_owners=frozenset({home.upper()}))).guest
    assert prove(wanted, told).guest
    with pytest.raises(WrongAccount) as refused:
        prove(wanted, replace(told, name_owners=frozenset({home, other})))
    assert refused.value.mismatch is Mismatch.INCONSISTENT
