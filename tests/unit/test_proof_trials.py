"""10,000 random pairs of wanted account and returned claims, judged by an oracle that is written differently from the proof."""

from __future__ import annotations

import re
from collections import Counter
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenantdock.domain.proof import Claims, Wanted, WrongAccount, prove

PAIRS, PER_EXAMPLE = 10_000, 20
A, B, C = (f"{digit * 8}-{digit * 4}-4{digit * 3}-8{digit * 3}-{digit * 11}f" for digit in "abc")
IDS = [A, B, C]
CLIENT, OTHER_CLIENT = "14d82eec-204b-4c2f-b7e8-296a70dab67e", "1950a258-227b-4e31-a9cf-717495945fc2"
USERS = ["anna@contoso.com", "ben@contoso.com", "ann.a@contoso.com"]
MISSING = object()


def spoiled(value: str) -> list[object]:
    """Near misses of one claim: some mean the same (case), the others must never pass."""
    spaced = [f" {value}", f"{value} ", f"{value}\n", f"\u200b{value}"]
    shaped = [f"{{{value}}}", value.replace("-", ""), value[:-1], value + "0", f"urn:uuid:{value}"]
    alike = [value.replace("a", "\u0430"), value.replace("k", "\u212a"), value.replace("s", "\u017f")]
    return [value.upper(), value.title(), *spaced, *shaped, *alike, "", None, 0, True, [value], {"v": value}, b"x", MISSING]


def external(user: str, tail: str = "fabrikam.onmicrosoft.com") -> str:
    return user.replace("@", "_") + f"#EXT#@{tail}"


ANY_ID = [*IDS, *(bad for value in IDS for bad in spoiled(value))]
GUEST_NAMES = [external(user) for user in USERS] + [external(USERS[0], "contoso.com"), external(USERS[0]).lower()]
ODD_NAMES = ["#EXT#@x", "anna#EXT#@contoso.com", "anna_contoso.com#EXT#", "@contoso.com", "anna", "anna@@contoso.com"]
ANY_NAME = [*USERS, *GUEST_NAMES, *ODD_NAMES, *(bad for user in USERS for bad in spoiled(user))]
ANY_PIN = ["", *(f"{uid}.{utid}" for uid in IDS for utid in IDS), f"{A}.{B}".upper(), f"{A}{B}", f"{A}.", f"{A}.{B}.{C}"]
CHANGES: dict[str, list[object]] = {
    "wanted tenant": [*IDS, A.upper()],
    "wanted name": [*USERS, *ODD_NAMES, "ANNA@Contoso.com", external(USERS[0])],
    "pin": list(ANY_PIN),
    "tid": ANY_ID,
    "oid": ANY_ID,
    "uid": ANY_ID,
    "utid": ANY_ID,
    "aud": [OTHER_CLIENT, *spoiled(CLIENT)],
    "preferred_username": ANY_NAME,
    "upn": ANY_NAME,
    "access tid": ANY_ID,
    "access oid": ANY_ID,
}
CHANGE = st.sampled_from([(name, value) for name, values in CHANGES.items() for value in values])


@st.composite
def pairs(draw):
    """A wanted account and an answer that is right for it, then up to three changes on either side."""
    guest, pinned = draw(st.booleans()), draw(st.booleans())
    uid, utid = B, C if guest else A
    parts: dict[str, object] = {
        "wanted tenant": A,
        "wanted name": USERS[0],
        "pin": f"{uid}.{utid}" if pinned else "",
        "tid": A,
        "oid": draw(st.sampled_from(IDS)) if guest else B,
        "uid": uid,
        "utid": utid,
        "aud": CLIENT,
        "preferred_username": draw(st.sampled_from([USERS[0], USERS[0].upper(), *([external(USERS[0])] if guest else [])])),
        "upn": MISSING,
        "access tid": MISSING,
        "access oid": MISSING,
    }
    parts.update(draw(st.lists(CHANGE, max_size=3)))
    wanted = Wanted(str(parts["wanted tenant"]), str(parts["wanted name"]), CLIENT, str(parts["pin"]))
    id_token = present(**{name: parts[name] for name in ("tid", "oid", "aud", "preferred_username", "upn")})
    client_info = present(uid=parts["uid"], utid=parts["utid"])
    return wanted, Claims(id_token, client_info, present(tid=parts["access tid"], oid=parts["access oid"]))


def present(**claims: object) -> dict[str, object]:
    return {name: value for name, value in claims.items() if value is not MISSING}


# --- the oracle: which (tenant, account) does this answer stand for, if any?


def identifier(value: object) -> UUID | None:
    if not isinstance(value, str) or not re.match(r"\A[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\Z", value):
        return None
    return UUID(value)


def names_for(claim: str, *, is_guest: bool) -> set[bytes]:
    """Every name that one claim can stand for, as bytes in lower case; none for what is not ASCII."""
    try:
        raw = claim.encode("ascii").lower()
    except UnicodeEncodeError:
        return set()
    found = {raw}
    if is_guest and b"#ext#" in raw and "#EXT#" in claim:
        front = raw[: claim.index("#EXT#")]
        cut = front.rfind(b"_")
        if cut >= 0:
            found.add(front[:cut] + b"@" + front[cut + 1 :])
    return found


def should_pass(wanted: Wanted, claims: Claims) -> bool:
    get = claims.id_token.get
    tenant, thing = identifier(get("tid")), identifier(get("oid"))
    uid, utid = (identifier(claims.client_info.get(name)) for name in ("uid", "utid"))
    if None in {tenant, thing, uid, utid}:
        return False
    facts = [tenant == identifier(wanted.tenant_id)]
    facts.append(identifier(get("aud")) == identifier(CLIENT))
    facts.append(not (tenant == utid and thing != uid))
    facts += [
        identifier(claims.access_token[name]) == value
        for name, value in {"tid": tenant, "oid": thing}.items()
        if name in claims.access_token
    ]
    if wanted.home_account_id:
        pin = [identifier(part) for part in wanted.home_account_id.split(".")]
        facts.append(pin == [uid, utid])
    else:
        shown = [value for value in (get("preferred_username"), get("upn")) if isinstance(value, str) and value != ""]
        user = wanted.username.lower().encode()
        plausible = user.count(b"@") == 1 and not user.startswith(b"@")
        facts.append(plausible and bool(shown) and all(user in names_for(each, is_guest=tenant != utid) for each in shown))
    return all(facts)


seen: Counter[str] = Counter()


@settings(
    max_examples=PAIRS // PER_EXAMPLE, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
@given(st.lists(pairs(), min_size=PER_EXAMPLE, max_size=PER_EXAMPLE))
def trial(tried):
    for wanted, claims in tried:
        expected = should_pass(wanted, claims)
        try:
            proof = prove(wanted, claims)
        except WrongAccount:
            assert not expected, (wanted, claims)
            seen["refused"] += 1
        else:
            assert expected, (wanted, claims)
            assert proof.tenant_id == wanted.tenant_id.lower()
            assert proof.home_account_id == f"{claims.client_info['uid']}.{claims.client_info['utid']}".lower()
            assert wanted.home_account_id.lower() in {"", proof.home_account_id}
            seen["proven, " + ("pinned" if wanted.home_account_id else "enrolled") + (", guest" if proof.guest else "")] += 1


def test_ten_thousand_random_answers_are_judged_as_the_oracle_judges_them():
    seen.clear()
    trial()
    assert sum(seen.values()) >= PAIRS
    # no trial is worth anything unless each kind of answer came up
    assert set(seen) == {"refused", "proven, pinned", "proven, pinned, guest", "proven, enrolled", "proven, enrolled, guest"}
    assert min(seen.values()) >= 300, seen
