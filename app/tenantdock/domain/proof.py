"""The proof: is this token for the pinned account and the wanted tenant?

The one place that decides. It takes only values, so that a test can feed it anything. Which claims are trustworthy:
``uid``/``utid`` (client_info) and ``tid``/``oid`` identify; ``preferred_username`` and ``upn`` can be changed by an administrator
and decide only at the first enrolment, when there is nothing else
(https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference).
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from tenantdock.domain.directory import UserName
from tenantdock.domain.errors import BadInput, TenantDockError
from tenantdock.domain.said import as_said, keep_said, said
from tenantdock.domain.signin import Offer
from tenantdock.domain.text import one_line

_PERSONAL: Final = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""The tenant of all personal Microsoft accounts."""
_GUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Mismatch(enum.Enum):
    """Why a proof failed."""

    MISSING = "missing"
    """A claim that the proof needs is not there, or is not what it has to be (text; a GUID where it identifies)."""
    INCONSISTENT = "inconsistent"
    """The parts of the answer contradict each other."""
    AUDIENCE = "audience"
    """The answer is for another client."""
    TENANT = "tenant"
    """Signed in to another tenant than the wanted one."""
    ACCOUNT = "account"
    """Another account than the pinned one, or than the one that was named."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a token has to be for. *home_account_id* is empty at the first enrolment: then *username* decides."""

    tenant_id: str
    username: str
    client_id: str
    home_account_id: str = ""


@dataclass(frozen=True, slots=True)
class Claims:
    """What came back, as it came. *id_token* and *client_info* are the decoded parts of the token response; *access_token* the
    decoded access token where it is a readable JWT, else empty. *name_owners* are the GUIDs of the tenants that own the domains of
    its :func:`foreign_names`, as far as they were looked up.
    """

    id_token: Mapping[str, object]
    client_info: Mapping[str, object]
    access_token: Mapping[str, object]
    name_owners: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proof:
    """A sign-in that was proven. All ids in lower case; *username* is what the provider calls the account now."""

    tenant_id: str
    home_account_id: str
    object_id: str
    username: str
    guest: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """An account that came back at a first sign-in under another name than the one typed, from the right tenant and complete. The
    person may confirm that it is the one they meant (an alias, a renamed user); nobody else may.

    *username* is what the provider calls it, *typed* what the person called it: both have to be shown. *account_id* is the saved
    account that it may be confirmed for, and no other. *why* says in one sentence what speaks for it. Unless *certain*, the
    person has to type *username* to confirm, so that no careless click takes a machine's user.
    """

    home_account_id: str
    username: str
    tenant_id: str
    account_id: str = ""
    typed: str = ""
    why: str = ""
    certain: bool = False

    def __post_init__(self) -> None:
        keep_said(self, "why")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What was seen around a first sign-in. *owner* is the GUID of the tenant that owns the domain of the typed name ("" when that
    is not known); *managed* whether the sign-in service itself checks the passwords of the typed name and of the one that came
    back; *fresh* whether that account signed in during this very sign-in.
    """

    owner: str
    managed: bool
    fresh: bool


class WrongAccount(TenantDockError):
    """The account that came back is not the one that was meant. Its tokens were dropped.

    *expected* and *got* are for people; *mismatch* is for the ladder. *offers* (the ways to go on, best first, each with its
    reason), *candidate* and the part of the message after "because" are added by identity, which knows the evidence.
    """

    code = "wrong-account"
    default_title = "Signed in as the wrong account"

    def __init__(
        self,
        mismatch: Mismatch,
        *,
        expected: str,
        got: str,
        because: str = "",
        offers: tuple[Offer, ...] = (),
        candidate: Candidate | None = None,
        details: str = "",
        next_step: str = "Nothing was stored. Try the next way to sign in.",
    ) -> None:
        if because:
            told = said("Expected {expected}, got {got}, because {because}.", expected=expected, got=got, because=as_said(because))
        else:
            told = said("Expected {expected}, got {got}.", expected=expected, got=got)
        super().__init__(told, next_step=next_step, details=details)
        self.mismatch = mismatch
        self.expected = expected
        self.got = got
        self.because = because
        self.offers = offers
        self.candidate = candidate

    @property
    def next_rungs(self) -> tuple[str, ...]:
        """The keys of the rungs that are offered, best first."""
        return tuple(offer.rung.value for offer in self.offers)


def prove(wanted: Wanted, claims: Claims) -> Proof:
    """Return the proof that *claims* are for *wanted*. Raises :class:`WrongAccount` in every other case.

    Every check has to pass; there is no order in which one excuses another.
    """
    tid, oid, audience = (_text(claims.id_token, name) for name in ("tid", "oid", "aud"))
    uid, utid = _text(claims.client_info, "uid"), _text(claims.client_info, "utid")
    if not (audience and all(_GUID.fullmatch(value) for value in (tid, oid, uid, utid))):
        raise _refusal(Mismatch.MISSING, wanted, said("an answer without a complete identity"))
    if audience != wanted.client_id.lower():
        raise _refusal(Mismatch.AUDIENCE, wanted, said("an answer for another client ({client})", client=one_line(audience, 60)))
    if utid == tid and uid != oid:
        # In its home tenant an account's object id is its uid: anything else was put together from two answers
        raise _refusal(Mismatch.INCONSISTENT, wanted, said("an answer whose parts contradict each other"))
    # appid and azp: the client, by version 1.0 and 2.0 of access tokens
    # (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference)
    parts = (("tid", tid), ("oid", oid), ("appid", audience), ("azp", audience))
    if any(name in claims.access_token and _text(claims.access_token, name) != value for name, value in parts):
        raise _refusal(Mismatch.INCONSISTENT, wanted, said("an access token that belongs to another sign-in"))
    if utid != tid and not {owner.lower() for owner in claims.name_owners} <= {utid, _PERSONAL}:
        # Only a tenant's own domains are in its users' names: client_info and id_token are from two answers
        raise _refusal(Mismatch.INCONSISTENT, wanted, said("an answer whose parts contradict each other"))
    if tid != wanted.tenant_id.lower():
        raise WrongAccount(
            Mismatch.TENANT,
            expected=said("{user} in tenant {tenant}", user=wanted.username, tenant=wanted.tenant_id),
            got=said("{user} in tenant {tenant}", user=_whom(claims), tenant=tid),
        )
    home_account_id = f"{uid}.{utid}"
    pinned = wanted.home_account_id.lower()
    guest = utid != tid
    if home_account_id != pinned if pinned else not _names_user(wanted.username, claims, guest=guest):
        came = _whom(claims)
        # Deleted and made anew, or renamed: only the identity behind the name tells
        same_name = came.casefold() == wanted.username.casefold()
        raise _refusal(
            Mismatch.ACCOUNT, wanted, said("another account that is called {user} now", user=came) if same_name else came
        )
    return Proof(tid, home_account_id, oid, shown_username(claims), guest)


def candidate(wanted: Wanted, claims: Claims, account_id: str, around: Circumstances) -> Candidate | None:
    """Return the account that a person may confirm for the saved account *account_id*, or None.

    Everything but the name has to pass the proof, nothing may be pinned yet, and the account has to live in the tenant that owns
    the domain of the typed name. Then something must speak for it: the answer lists the typed name as an address of the account,
    or the account signed in just now on the sign-in service's own page. What a federated domain's server says by itself never
    speaks for it: such a server takes the computer's user, whatever name was asked for.
    """
    home = f"{_text(claims.client_info, 'uid')}.{_text(claims.client_info, 'utid')}"
    try:
        proof = prove(replace(wanted, home_account_id=home), claims)
    except WrongAccount:
        return None
    if wanted.home_account_id or not proof.username or home.partition(".")[2] != around.owner.lower():
        return None
    listed, witnessed = _lists(wanted.username, claims), around.managed and around.fresh
    if not (listed or witnessed):
        return None
    name, typed = proof.username, one_line(wanted.username, 120)
    if not listed:
        why = said(
            "{name} belongs to the tenant of that domain and signed in just now. Nothing shows that {typed} is a name of it.",
            name=name,
            typed=typed,
        )
    elif not witnessed:
        why = said("The sign-in service lists {typed} as an address of {name}.", typed=typed, name=name)
    else:
        why = said("The sign-in service lists {typed} as an address of {name}, who signed in just now.", typed=typed, name=name)
    return Candidate(home, name, proof.tenant_id, account_id, wanted.username, why, certain=listed and witnessed)


def _lists(username: str, claims: Claims) -> bool:
    """Whether the answer names *username* as an address of its account.

    Source: https://learn.microsoft.com/entra/identity-platform/optional-claims-reference (``email``, ``verified_*_email``: lists).
    """
    found: list[object] = []
    for name in ("verified_primary_email", "verified_secondary_email", "email", "upn"):
        value = claims.id_token.get(name)
        found += value if isinstance(value, list) else [value]
    return any(isinstance(value, str) and value.isascii() and value.lower() == username.lower() for value in found)


def foreign_names(wanted: Wanted, claims: Claims) -> tuple[UserName, ...]:
    """Return the user names of an answer about a guest whose domains have to be looked up before it is proven.

    Nothing in such an answer ties client_info to the rest but that the home tenant owns the domain of the name. None for a pinned
    account that has the name it is saved under, so a usual refresh looks nothing up; none for personal Microsoft accounts, whose
    tenant owns no domains (https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference, ``tid``). A guest's
    ``upn`` is made of the address that was invited once, and stays when a domain moves to another tenant: it counts only where
    there is no ``preferred_username``.
    """
    utid = _text(claims.client_info, "utid")
    if utid in {"", _text(claims.id_token, "tid"), _PERSONAL}:
        return ()
    for name in (claims.id_token.get("preferred_username"), claims.id_token.get("upn")):
        try:
            user = UserName.parse(_home_name(name)) if isinstance(name, str) else None
        except BadInput:
            continue
        if user is not None:
            return () if wanted.home_account_id and user.same_as(wanted.username) else (user,)
    return ()


def _refusal(mismatch: Mismatch, wanted: Wanted, got: str) -> WrongAccount:
    return WrongAccount(mismatch, expected=wanted.username, got=got)


def shown_username(claims: Claims) -> str:
    """Return the user name that the answer carries, fit to be shown, or "" when it carries none."""
    for name in ("preferred_username", "upn"):
        value = claims.id_token.get(name)
        if isinstance(value, str) and value:
            return one_line(_home_name(value), 120)
    return ""


def _names_user(username: str, claims: Claims, *, guest: bool) -> bool:
    try:
        user = UserName.parse(username)
    except BadInput:
        return False
    names = [claims.id_token.get(name) for name in ("preferred_username", "upn")]
    given = [name for name in names if isinstance(name, str) and name]
    # Every name that the answer carries must agree: one that matches beside one that does not is no proof
    # A guest's name holds its home name; in a member's it would only look like one
    return bool(given) and all(user.same_as(name) or (guest and user.same_as(_home_name(name))) for name in given)


def _home_name(upn: str) -> str:
    """Return the home name of a guest's user name (``anna_contoso.com#EXT#@fabrikam.onmicrosoft.com`` -> ``anna@contoso.com``).

    Source: https://learn.microsoft.com/entra/external-id/user-properties (user principal name of a B2B guest).
    """
    local, marker, _ = upn.partition("#EXT#")
    if not marker:
        return upn
    name, underscore, domain = local.rpartition("_")
    return f"{name}@{domain}" if underscore else upn


def _whom(claims: Claims) -> str:
    return shown_username(claims) or said("an account without a name")


def _text(claims: Mapping[str, object], name: str) -> str:
    value = claims.get(name)
    return value.lower() if isinstance(value, str) and value.isascii() else ""
