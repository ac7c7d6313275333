"""Why a sign-in brought the wrong account, as far as the evidence shows, and which ways to offer then.

Everything here is worked out from what was seen; what was not seen counts as unknown, and a way that may help is offered.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tenantdock.domain.proof import Claims, Mismatch, WrongAccount, shown_username
from tenantdock.domain.said import said
from tenantdock.domain.signin import Offer, Realm, RealmKind, Rung, TokenAsk, next_rungs
from tenantdock.domain.text import one_line
from tenantdock.identity.prompt_login import PromptLogin

EARLIER: Final = 60.0
"""Seconds by which a sign-in is surely older than this flow, clocks differing."""
_NO_TIME: Final = 1e15
"""No time of a sign-in any more, and JSON's numbers can be longer than a float takes."""


class Cause(enum.Enum):
    """What the evidence shows."""

    TAMPERED = enum.auto()
    """The parts of the answer do not fit together."""
    HOME_TENANT = enum.auto()
    """It ended in the account's home tenant."""
    OTHER_TENANT = enum.auto()
    REPLACED = enum.auto()
    """The same name, another account of the same tenant."""
    OTHER_HOME = enum.auto()
    """The same name, an account of another tenant (guest instead of member, or the other way round)."""
    TWO_NAMES = enum.auto()
    """The answer carries the right name and another one."""
    SAVED = enum.auto()
    """The saved sign-in answered for somebody else."""
    CODE = enum.auto()
    """The device code was used by somebody else."""
    BROKER = enum.auto()
    STS = enum.auto()
    """The federated domain's own service answered for another of its users."""
    STS_ALWAYS = enum.auto()
    """It did so in a window that knew nobody."""
    SESSION = enum.auto()
    """The account was signed in to this browser before."""
    CHOSEN = enum.auto()
    """The account signed in during this very sign-in."""
    UNSEEN = enum.auto()
    """The answer does not tell when the account signed in."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen. *realm* is that of the name that was wanted, *came* that of the name that came back; *started* is when the
    sign-in began and *now* when it ended (Unix time in seconds, by the sign-in service's clock as far as that is known); *refused*
    are the rungs that brought a wrong account of late.
    """

    claims: Claims
    rung: Rung
    realm: Realm
    came: Realm
    started: float
    now: float
    prompt_login: PromptLogin = PromptLogin.UNKNOWN
    correlation_id: str = ""
    refused: frozenset[Rung] = field(default_factory=frozenset)

    @property
    def signed_in_at(self) -> float | None:
        """When the account that came back signed in (Unix time in seconds), as far as the answer tells."""
        since = self.claims.id_token.get("auth_time")
        if not isinstance(since, (int, float)) or isinstance(since, bool) or not 0 < since < _NO_TIME:
            return None
        return float(since)

    @property
    def during(self) -> bool | None:
        """Whether the account signed in during this sign-in; None when that is not known."""
        return self.signed_in_within(EARLIER)

    def signed_in_within(self, seconds: float) -> bool | None:
        """Whether the account signed in during this sign-in, or at most so many *seconds* before; None when that is not known.

        ``auth_time`` is optional, and Microsoft's own clients mostly don't get it; but where the sign-in service itself checks the
        password, a new sign-in that was asked for was made
        (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow, ``prompt``).
        """
        since = self.signed_in_at
        if since is not None:
            return since >= self.started - seconds
        return True if self.rung is Rung.FRESH and self.managed else None

    @property
    def managed(self) -> bool:
        """Whether the sign-in service itself checks the passwords of both names."""
        return self.realm.kind is self.came.kind is RealmKind.MANAGED

    def claim(self, name: str) -> str:
        """Return a text of the id token, or of client_info, or ""."""
        for part in (self.claims.id_token, self.claims.client_info):
            value = part.get(name)
            if isinstance(value, str):
                return value
        return ""


_BY_RUNG: Final[Mapping[Rung, Cause]] = {Rung.DEVICE_CODE: Cause.CODE, Rung.BROKER: Cause.BROKER}


def cause_of(refusal: WrongAccount, ask: TokenAsk, seen: Evidence) -> Cause:
    """Return what the evidence shows about *refusal*."""
    if refusal.mismatch is Mismatch.TENANT:
        at_home = seen.claim("utid").casefold() == seen.claim("tid").casefold()
        return Cause.HOME_TENANT if at_home else Cause.OTHER_TENANT
    if refusal.mismatch is not Mismatch.ACCOUNT:
        return Cause.TAMPERED
    if seen.rung is Rung.SILENT:
        return Cause.SAVED
    if shown_username(seen.claims).casefold() == ask.account.username.casefold():
        if not ask.account.enrolled:
            return Cause.TWO_NAMES
        return Cause.REPLACED if seen.claim("utid").casefold() == ask.account.home_tenant else Cause.OTHER_HOME
    return _BY_RUNG.get(seen.rung) or _in_a_browser(seen)


def _in_a_browser(seen: Evidence) -> Cause:
    if seen.during is False:
        return Cause.SESSION
    ours = seen.realm.kind is RealmKind.FEDERATED
    if ours and seen.came.kind is RealmKind.FEDERATED and seen.came.sts == seen.realm.sts:
        return Cause.STS_ALWAYS if seen.rung in {Rung.PRIVATE, Rung.OTHER_PROFILE} else Cause.STS
    return Cause.UNSEEN if seen.during is None else Cause.CHOSEN


def offers(cause: Cause, ask: TokenAsk, seen: Evidence) -> tuple[Offer, ...]:
    """Return the ways to go on, best first, each with its reason. Those that cannot help, or that brought a wrong account a moment
    ago, are left out; none is left where no way to sign in can help.
    """
    if cause is Cause.REPLACED:
        return ()  # whichever way: the name leads to the new account
    best = [rung for rung in _ranked(cause, seen) if rung not in seen.refused and rung is not seen.rung]
    return tuple(Offer(rung, _why(rung, cause, ask, seen)) for rung in best or [Rung.DEVICE_CODE])


def _ranked(cause: Cause, seen: Evidence) -> Sequence[Rung]:
    ladder = next_rungs(seen.rung)
    if cause in {Cause.CODE, Cause.BROKER}:
        return (Rung.BROWSER, *(rung for rung in ladder if rung is not Rung.BROWSER))
    if cause not in {Cause.STS, Cause.STS_ALWAYS}:
        return ladder
    fresh = {PromptLogin.WEAK: [], PromptLogin.UNKNOWN: [Rung.FRESH]}.get(seen.prompt_login)
    if cause is Cause.STS:
        return [rung for rung in ladder if rung is not Rung.FRESH or fresh is None or fresh]
    # It knows the computer, not the browser: another window is no way out, only a password or another device is
    sure, perhaps = ([Rung.FRESH], []) if fresh is None else ([], fresh)
    private = [Rung.PRIVATE] if seen.rung is Rung.OTHER_PROFILE else []
    return [*sure, Rung.DEVICE_CODE, *private, *perhaps]


def _why(rung: Rung, cause: Cause, ask: TokenAsk, seen: Evidence) -> str:
    user, came = one_line(ask.account.username, 120), shown_username(seen.claims) or said("another account")
    sts = seen.realm.sts
    if rung is Rung.FRESH and cause in {Cause.STS, Cause.STS_ALWAYS}:
        return {
            PromptLogin.PASSWORD: said(
                "{sts} is then told to ask for a password, instead of taking whom this computer knows.", sts=sts
            ),
            PromptLogin.NATIVE: said("{sts} is then asked for a new sign-in, which it has to make.", sts=sts),
        }.get(seen.prompt_login, said("{sts} is then asked for a new sign-in; whether it asks for a password shows then.", sts=sts))
    if rung is Rung.DEVICE_CODE:
        if cause is Cause.STS_ALWAYS:
            return said(
                "{sts} takes {came} on this computer in every window; on another device you can sign in as {user}.",
                sts=sts,
                came=came,
                user=user,
            )
        return said("The code can be typed on a device where {came} is not signed in.", came=came)
    if rung is Rung.PRIVATE and cause in {Cause.STS, Cause.STS_ALWAYS}:
        return said(
            "A private window knows no other sign-in, and most browsers do not tell {sts} there who uses this computer.", sts=sts
        )
    return {
        Rung.BROWSER: said("The browser's sign-in page names {user}.", user=user),
        Rung.FRESH: said("The sign-in page names {user} and asks for the password, whoever is signed in.", user=user),
        Rung.PRIVATE: said("A private window does not know {came}.", came=came),
        Rung.OTHER_PROFILE: said(
            "A browser profile of TenantDock's own does not know {came}, and remembers {user} for the next time.",
            came=came,
            user=user,
        ),
    }[rung]
