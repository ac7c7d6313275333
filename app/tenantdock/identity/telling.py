"""What identity tells a person: before a sign-in, and when it was refused, with the evidence."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final

from tenantdock.domain.errors import SignInRequired, StorageTrouble, TenantDockError, VaultLocked
from tenantdock.domain.proof import Claims, Mismatch, WrongAccount, shown_username
from tenantdock.domain.signin import Offer, Realm, RealmKind, Rung, TokenAsk, next_rungs
from tenantdock.domain.text import one_line

_CANNOT_SEE: Final = "TenantDock cannot see when you close that page: press Cancel here if you do."
_OPENINGS: Final[Mapping[Rung, str]] = {
    Rung.BROWSER: f"Your browser opens: sign in as {{user}}. {_CANNOT_SEE}",
    Rung.FRESH: f"Your browser opens and asks for the password anew: sign in as {{user}}. {_CANNOT_SEE}",
    Rung.PRIVATE: f"A private browser window opens, where nobody is signed in: sign in as {{user}}. {_CANNOT_SEE}",
    Rung.OTHER_PROFILE: "A browser window of TenantDock's own opens, apart from your own profile: sign in as {user}.",
    Rung.DEVICE_CODE: "Open {address} in any browser, type the code {code}, and sign in as {user}. Never pass the code on.",
}
_WAYS: Final[Mapping[Rung, str]] = {
    Rung.BROWSER: "The browser may know the right account.",
    Rung.FRESH: "The sign-in page asks for the password, whoever is signed in.",
    Rung.PRIVATE: "A private window knows no other sign-in.",
    Rung.OTHER_PROFILE: "A browser profile of its own has no other account signed in.",
    Rung.DEVICE_CODE: "The code can be typed on a device where nobody else is signed in.",
}
_EARLIER: Final = 60.0  # seconds by which a sign-in is surely older than this flow, clocks differing


def opening(rung: Rung, username: str, *, address: str = "", code: str = "") -> str:
    """Return what a person is told when a sign-in starts on *rung*."""
    return _OPENINGS[rung].format(user=one_line(username, 120), address=one_line(address, 120), code=one_line(code, 40))


def nobody_signed_in(ask: TokenAsk) -> SignInRequired:
    """Return the error for an account without a usable refresh token."""
    return SignInRequired(
        f"{one_line(ask.account.username, 120)} is not signed in to {ask.service.label} on this computer yet.",
        next_step="Sign in once; after that it is silent.",
    )


def not_saved(username: str, trouble: TenantDockError) -> TenantDockError:
    """Return what a person hears once when a good sign-in could not be sealed. The sign-in works from memory."""
    kind = VaultLocked if isinstance(trouble, VaultLocked) else StorageTrouble
    return kind(
        f"{one_line(username, 120)} is signed in, but the sign-in could not be saved: {trouble.message}",
        next_step=f"{trouble.next_step} Connect again to go on now; TenantDock keeps this sign-in until it ends.",
        details=trouble.details,
    )


def explained(
    refusal: WrongAccount, ask: TokenAsk, claims: Claims, rung: Rung, realm: Realm, started: float, correlation_id: str
) -> WrongAccount:
    """Return *refusal* with its reason, the rungs to try next, and details to copy.

    *started* is when the sign-in began (Unix time in seconds). The reason says what the evidence shows and no more.
    """
    return WrongAccount(
        refusal.mismatch,
        expected=refusal.expected,
        got=refusal.got,
        because=_because(refusal, ask, claims, rung, realm, started),
        offers=tuple(Offer(next_, _WAYS[next_]) for next_ in next_rungs(rung)),
        details=_details(refusal, ask, claims, rung, realm, correlation_id),
    )


def _because(refusal: WrongAccount, ask: TokenAsk, claims: Claims, rung: Rung, realm: Realm, started: float) -> str:
    if refusal.mismatch is Mismatch.TENANT:
        if _claim(claims.client_info, "utid").casefold() == _claim(claims.id_token, "tid").casefold():
            return "the sign-in ended in that account's home tenant instead of the customer's"
        return "the sign-in ended in another tenant than the customer's"
    if refusal.mismatch is not Mismatch.ACCOUNT:
        return "the answer does not fit together; something between this computer and the sign-in service may have changed it"
    if shown_username(claims).casefold() == ask.account.username.casefold():
        return (
            "the user name is the same but the account behind it is another one: it was deleted and created anew, or the name moved"
        )
    by_rung = {
        Rung.SILENT: "the saved sign-in answered for another account",
        Rung.DEVICE_CODE: "the code was used by somebody who signed in as that account",
    }
    return by_rung.get(rung) or _because_of_browser(claims, rung, realm, started)


def _because_of_browser(claims: Claims, rung: Rung, realm: Realm, started: float) -> str:
    if realm.kind is RealmKind.FEDERATED:
        sts = realm.sts or "a sign-in service of its own"
        hands = f"{realm.domain} is a federated domain: {sts} signs its users in, and it answered for somebody else"
        if rung in {Rung.PRIVATE, Rung.OTHER_PROFILE}:
            return f"{hands} although this window knew nobody, so it probably takes the account from this computer"
        return f"{hands} although the right user was named"
    since = claims.id_token.get("auth_time")
    if isinstance(since, (int, float)) and since < started - _EARLIER:
        when = time.strftime("%d %b %H:%M", time.localtime(since))
        return f"the browser was already signed in as that account (since {when})"
    return "that account was signed in to this browser, or was chosen on the sign-in page"


def _details(refusal: WrongAccount, ask: TokenAsk, claims: Claims, rung: Rung, realm: Realm, correlation_id: str) -> str:
    got = f"{_claim(claims.client_info, 'uid')}.{_claim(claims.client_info, 'utid')}"
    lines = {
        "reason": refusal.mismatch.value,
        "expected user": ask.account.username,
        "expected account": ask.account.home_account_id or "not enrolled yet, decided by user name",
        "expected tenant": ask.tenant_id,
        "got user": shown_username(claims) or "none",
        "got account": got,
        "got tenant": _claim(claims.id_token, "tid") or "none",
        "identity provider": _claim(claims.id_token, "idp"),
        "service": ask.service.label,
        "way": rung.value,
        "realm": f"{realm.kind.value} {realm.sts}".strip(),
        "correlation id": correlation_id,
    }
    return "\n".join(f"{name}: {one_line(value, 160)}" for name, value in lines.items() if value)


def _claim(claims: Mapping[str, object], name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) else ""
