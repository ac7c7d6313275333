"""The lies of a provider. A lie changes a draft and says nothing about what has to come of it: that the draft judges itself."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from support.drafts import ENDS, GONE, INVENTED, Draft, User
from support.identity import b64, jwt

Lie = Callable[[Draft], None]


# Lies about everything


def _other_user(draft: Draft) -> None:
    draft.of(draft.cast.other, draft.cast.target, draft.cast.client)


def _foreigner(draft: Draft) -> None:
    draft.of(draft.cast.foreigner, draft.cast.target, draft.cast.client)


def _namesake(draft: Draft) -> None:
    draft.of(draft.cast.namesake, draft.cast.target, draft.cast.client)


def _other_tenant(draft: Draft) -> None:
    draft.of(draft.cast.wanted, draft.rng.choice([draft.cast.elsewhere, draft.cast.wanted.utid]), draft.cast.client)


def _other_client(draft: Draft) -> None:
    draft.of(draft.cast.wanted, draft.cast.target, "1fec8e78-bce4-4aaf-ab1b-5451cc387264")


def _someone_elsewhere(draft: Draft) -> None:
    draft.of(draft.cast.other, draft.cast.elsewhere, draft.cast.client)


WHOLE: tuple[Lie, ...] = (_other_user, _foreigner, _namesake, _other_tenant, _other_client, _someone_elsewhere)


# Lies about one part


def _stranger(draft: Draft) -> User:
    return draft.rng.choice([draft.cast.other, draft.cast.foreigner, draft.cast.namesake])


def _info_swapped(draft: Draft) -> None:
    user = _stranger(draft)
    draft.info = {"uid": user.uid, "utid": user.utid}


def _info_of_wanted(draft: Draft) -> None:
    draft.info = {"uid": draft.cast.wanted.uid, "utid": draft.cast.wanted.utid}


def _id_swapped(draft: Draft) -> None:
    draft.id = draft.id_of(_stranger(draft), draft.cast.target, draft.cast.client)


def _one_id_swapped(draft: Draft) -> None:
    """One of the ids that name account and tenant, alone: the other parts contradict it, or nothing does."""
    user, elsewhere = _stranger(draft), draft.cast.elsewhere
    other = {
        "oid": user.oids[draft.cast.target],
        "tid": elsewhere,
        "uid": user.uid,
        "utid": draft.rng.choice([user.utid, elsewhere]),
    }
    name = draft.rng.choice(sorted(other))
    (draft.id if name in {"oid", "tid"} else draft.info)[name] = other[name]


def _id_of_wanted(draft: Draft) -> None:
    draft.id = draft.id_of(draft.cast.wanted, draft.cast.target, draft.cast.client)


def _access_swapped(draft: Draft) -> None:
    draft.who = _stranger(draft)
    draft.access = draft.access_of(draft.who, draft.cast.target, draft.cast.client)


def _access_of_another_client(draft: Draft) -> None:
    draft.client = "1fec8e78-bce4-4aaf-ab1b-5451cc387264"
    draft.access = draft.access_of(draft.who, draft.tenant, draft.client)


def _access_of_another_tenant(draft: Draft) -> None:
    draft.tenant = draft.cast.elsewhere
    draft.access = draft.access_of(draft.who, draft.tenant, draft.client)


def _refresh_swapped(draft: Draft) -> None:
    draft.refresh_of = _stranger(draft)


def _opaque(draft: Draft) -> None:
    draft.access = None


def _quiet_access(draft: Draft) -> None:
    draft.access = {"aud": "https://graph.practice.example"}


def _nonce(draft: Draft) -> None:
    draft.id["nonce"] = draft.rng.choice([None, "", "0" * 64, draft.nonce.upper() + "x", [draft.nonce], 5])


def _earlier_answer(draft: Draft) -> None:
    """The answer of an earlier sign-in of the right account."""
    draft.id["nonce"] = f"{draft.rng.getrandbits(256):064x}"
    draft.id["iat"] -= 600


def _name_of_another(draft: Draft) -> None:
    draft.id[draft.rng.choice(["preferred_username", "upn"])] = _stranger(draft).name


def _odd_name(draft: Draft) -> None:
    name = draft.cast.wanted.name
    odd = [
        name.upper(),
        name.title(),
        name.replace("a", "\u0430"),
        f" {name}",
        f"{name}\u200b",
        f"{name}\n",
        name.replace("@", "@@"),
    ]
    odd += [name.partition("@")[0], f"{name}.", name.replace("@", "_"), f"{name}#EXT#", name.replace("k", "\u212a"), ""]
    draft.id[draft.rng.choice(["preferred_username", "upn"])] = draft.rng.choice(odd)


def _external_name(draft: Draft) -> None:
    user = draft.rng.choice([draft.cast.wanted, draft.cast.wanted, _stranger(draft)])
    made = user.name.replace("@", "_") + f"#EXT#@{draft.rng.choice(ENDS)}"
    draft.id[draft.rng.choice(["preferred_username", "upn"])] = made


def _idp(draft: Draft) -> None:
    draft.id["idp"] = f"https://sts.example/{draft.rng.choice([draft.cast.elsewhere, draft.cast.target, draft.cast.wanted.utid])}/"
    draft.odd = True


def _issuer(draft: Draft) -> None:
    draft.id["iss"] = f"https://login.example/{draft.cast.elsewhere}/v2.0"
    draft.odd = True


def _spoiled(draft: Draft) -> None:
    part, name = draft.rng.choice(
        [*((draft.id, name) for name in ("tid", "oid", "aud")), (draft.info, "uid"), (draft.info, "utid")]
    )
    value = str(part.get(name, ""))
    bad: list[Any] = [
        value.replace("-", ""),
        f"{{{value}}}",
        f" {value}",
        f"{value}\n",
        value[:-1],
        f"{value}0",
        f"urn:uuid:{value}",
    ]
    bad += [value.replace("a", "\u0430").replace("0", "\u0660"), f"{value}\u200b", None, 0, True, [value], {"v": value}, "", GONE]
    bad += [value.upper(), value.upper(), value.title()]
    chosen = draft.rng.choice(bad)
    if chosen is GONE:
        part.pop(name, None)
    else:
        part[name] = chosen


PARTS: tuple[Lie, ...] = (
    _info_swapped,
    _info_of_wanted,
    _id_swapped,
    _one_id_swapped,
    _one_id_swapped,
    _id_of_wanted,
    _access_swapped,
    _access_of_another_client,
    _access_of_another_tenant,
    _refresh_swapped,
    _opaque,
    _quiet_access,
    _nonce,
    _earlier_answer,
    _name_of_another,
    _odd_name,
    _external_name,
    _idp,
    _issuer,
    _spoiled,
    _spoiled,
)


# Lies about the shape


def _part_gone(draft: Draft) -> None:
    name = draft.rng.choice(["id_token", "client_info", "access_token", "refresh_token", "expires_in", "scope", "token_type"])
    draft.replaced[name] = GONE
    draft.broken |= name in {"id_token", "client_info", "access_token"}
    draft.odd = True


def _wrong_type(draft: Draft) -> None:
    name = draft.rng.choice(["id_token", "client_info", "access_token", "refresh_token", "expires_in", "scope", "token_type"])
    draft.replaced[name] = draft.rng.choice([None, 5, True, [], {}, ["x"], {"a": "b"}, "", 0.5])
    draft.broken |= name in {"id_token", "client_info", "access_token"}
    draft.odd = True


def _no_token_at_all(draft: Draft) -> None:
    name = draft.rng.choice(["id_token", "client_info"])
    draft.replaced[name] = draft.rng.choice(["a.b", "%%%", "a.b.c", "..", b64([1, 2]), f".{b64({})}.", "\u0430.\u0430.\u0430"])
    draft.broken = True


def _odd_life(draft: Draft) -> None:
    draft.replaced["expires_in"] = draft.rng.choice([0, -1, "soon", "3600", 1e308, 10**30, None, True])
    draft.odd = True


def _doubled(draft: Draft) -> None:
    other = draft.id_of(_stranger(draft), draft.cast.target, draft.cast.client)
    name, value = draft.rng.choice(
        [
            ("id_token", jwt(other)),
            ("client_info", b64({"uid": draft.cast.other.uid, "utid": draft.cast.other.utid})),
            ("access_token", "x.y.z"),
            ("refresh_token", INVENTED),
        ]
    )
    draft.doubled.append((name, value))


def _extra(draft: Draft) -> None:
    user = _stranger(draft)
    extra: dict[str, Any] = {
        "foci": "1",
        "id_token_hint": jwt(draft.id_of(user, draft.cast.target, draft.cast.client)),
        "refresh_tokens": [INVENTED],
        "account": {"home_account_id": user.home, "username": user.name, "realm": draft.cast.elsewhere},
        "tokens": [{"access_token": "x.y.z", "refresh_token": INVENTED, "client_info": b64({"uid": user.uid})}],
        "home_account_id": user.home,
        "username": user.name,
        "realm": draft.cast.elsewhere,
        "authority": "https://elsewhere.example",
        "_account_id": user.home,
        "id_token_claims": draft.id_of(user, draft.cast.target, draft.cast.client),
        "access_token_2": "x.y.z",
        "key_id": "x",
        "refresh_in": 1,
        "token_source": "broker",
    }
    for name in draft.rng.sample(sorted(extra), 3):
        draft.top[name] = extra[name]
        # msal hands an answer's own words on under the names that it uses itself; what it makes of these is not ours to say
        draft.odd |= name in {"id_token_claims", "_account_id", "token_source", "key_id"}


def _error_beside(draft: Draft) -> None:
    draft.top |= {
        "error": draft.rng.choice(["invalid_grant", "interaction_required", "x", ""]),
        "error_description": "AADSTS50076: x",
    }
    draft.broken = True


def _no_json(draft: Draft) -> None:
    draft.raw = draft.rng.choice(
        [b"", b"[1, 2]", b"<html>refresh-secret</html>", b"\xff\xfe", b"null", b"{", b"[" * 2000, b'"x"', b"{}"]
    )


SHAPES: tuple[Lie, ...] = (_part_gone, _wrong_type, _no_token_at_all, _odd_life, _doubled, _extra, _extra, _error_beside, _no_json)


def name_of(lie: Lie) -> str:
    """What a lie is called in words."""
    return lie.__name__.strip("_").replace("_", " ")


def chosen(rng: random.Random, how_many: int) -> list[Lie]:
    """Pick lies, in the order in which they can be told: about everything, about one part, about the shape."""
    order = (WHOLE, PARTS, PARTS, SHAPES)
    stages = sorted(rng.choice([0, 1, 1, 2, 2, 3]) for _ in range(how_many))
    return [rng.choice(order[stage]) for stage in stages]
