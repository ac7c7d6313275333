"""What identity tells a person: before a sign-in, and when it was refused, with the evidence."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final

from tenantdock.domain.errors import SignInRequired, StorageTrouble, TenantDockError, VaultLocked
from tenantdock.domain.proof import Candidate, Mismatch, WrongAccount, shown_username
from tenantdock.domain.said import listed, said, sentences
from tenantdock.domain.signin import RealmKind, Rung, TokenAsk
from tenantdock.domain.text import one_line
from tenantdock.identity.ladder import Cause, Evidence, cause_of, offers
from tenantdock.identity.prompt_login import PromptLogin

# The year 10000: no time of a sign-in, and more than some systems can show. Windows shows none before 1970 either
_LAST_MOMENT: Final = 253_402_300_800.0

_CANNOT_SEE: Final = said("TenantDock cannot see when you close that page: press Cancel here if you do.")


def opening(rung: Rung, username: str, *, address: str = "", code: str = "") -> str:
    """Return what a person is told when a sign-in starts on *rung*."""
    user = one_line(username, 120)
    if rung is Rung.BROWSER:
        return sentences(said("Your browser opens: sign in as {user}.", user=user), _CANNOT_SEE)
    if rung is Rung.FRESH:
        return sentences(said("Your browser opens and asks for the password anew: sign in as {user}.", user=user), _CANNOT_SEE)
    if rung is Rung.PRIVATE:
        opened = said("A private browser window opens, where nobody is signed in: sign in as {user}.", user=user)
        return sentences(opened, _CANNOT_SEE)
    if rung is Rung.OTHER_PROFILE:
        return said("A browser window of TenantDock's own opens, apart from your own profile: sign in as {user}.", user=user)
    if rung is Rung.BROKER:
        return said("Windows asks who signs in: choose {user}.", user=user)
    return said(
        "Open {address} in any browser, type the code {code}, and sign in as {user}. Never pass the code on.",
        address=one_line(address, 120),
        code=one_line(code, 40),
        user=user,
    )


def nobody_signed_in(ask: TokenAsk) -> SignInRequired:
    """Return the error for an account without a usable refresh token."""
    return SignInRequired(
        said(
            "{username} is not signed in to {label} on this computer yet.",
            username=one_line(ask.account.username, 120),
            label=ask.service.label,
        ),
        next_step="Sign in once; after that it is silent.",
    )


def not_saved(username: str, trouble: TenantDockError) -> TenantDockError:
    """Return what a person hears once when a good sign-in could not be sealed. The sign-in works from memory."""
    kind = VaultLocked if isinstance(trouble, VaultLocked) else StorageTrouble
    return kind(
        said(
            "{username} is signed in, but the sign-in could not be saved: {message}",
            username=one_line(username, 120),
            message=trouble.message,
        ),
        next_step=said(
            "{next_step} Connect again to go on now; TenantDock keeps this sign-in until it ends.", next_step=trouble.next_step
        ),
        details=trouble.details,
    )


def explained(refusal: WrongAccount, ask: TokenAsk, seen: Evidence, candidate: Candidate | None = None) -> WrongAccount:
    """Return *refusal* with its reason, the ways to offer, the account that may be confirmed, and details to copy.

    The reason says what the evidence shows and no more.
    """
    cause = cause_of(refusal, ask, seen)
    return WrongAccount(
        refusal.mismatch,
        expected=refusal.expected,
        got=refusal.got,
        because=listed(_because(cause, ask, seen), _kinds(cause, ask, seen), between="; "),
        offers=offers(cause, ask, seen),
        candidate=candidate,
        details=_details(refusal, cause, ask, seen),
        next_step=_next_step(refusal, cause, ask, seen, candidate),
    )


def _because(cause: Cause, ask: TokenAsk, seen: Evidence) -> str:
    came, user = shown_username(seen.claims) or said("another account"), one_line(ask.account.username, 120)
    if cause in {Cause.STS, Cause.STS_ALWAYS}:
        return _because_of_sts(came, user, cause, seen)
    if cause is Cause.OTHER_HOME:
        saved = said("the saved one is at home in {home_tenant}", home_tenant=ask.account.home_tenant)
        return said("the user name is the same but that account is {home}, and {saved}", home=_home(seen), saved=saved)
    if cause is Cause.TWO_NAMES:
        other = one_line(seen.claim("upn"), 120)
        return said(
            "the answer carries two user names, {came} and {other}, and one of them is not the one that was named",
            came=came,
            other=other,
        )
    return {
        Cause.TAMPERED: said(
            "the answer does not fit together; something between this computer and the sign-in service may have changed it"
        ),
        Cause.HOME_TENANT: said("the sign-in ended in that account's home tenant instead of the customer's"),
        Cause.OTHER_TENANT: said("the sign-in ended in another tenant than the customer's"),
        Cause.REPLACED: said(
            "the user name is the same but the account behind it is another one: it was deleted and created anew, or the name moved"
        ),
        Cause.SAVED: said("the saved sign-in answered for another account"),
        Cause.CODE: said("the code was used by somebody who signed in as that account"),
        Cause.BROKER: said("Windows answered with an account that it knows"),
        Cause.SESSION: said(
            "this browser was already signed in as {came} (since {moment})", came=came, moment=_moment(seen.signed_in_at)
        ),
        Cause.CHOSEN: said("{came} signed in on the sign-in page just now, although {user} was named there", came=came, user=user),
        Cause.UNSEEN: said("the sign-in page answered for {came}; the answer does not say when that account signed in", came=came),
    }[cause]


def _kinds(cause: Cause, ask: TokenAsk, seen: Evidence) -> str:
    """Return what is to be added where one of the two accounts is a guest and the other is not, or both are of other tenants."""
    home, told = ask.account.home_tenant, cause in {Cause.OTHER_HOME, Cause.TAMPERED, Cause.HOME_TENANT, Cause.OTHER_TENANT}
    if told or not home or seen.claim("utid").casefold() == home:
        return ""
    ours = said("a member of the tenant") if home == ask.tenant_id.casefold() else said("from another tenant ({home})", home=home)
    return said("that account is {home}, the saved one {ours}", home=_home(seen), ours=ours)


def _because_of_sts(came: str, user: str, cause: Cause, seen: Evidence) -> str:
    sts = seen.realm.sts or said("a service of its own")
    answered = said(
        "{domain} is a federated domain: {sts} signs its users in, and it answered for {came}",
        domain=seen.realm.domain,
        sts=sts,
        came=came,
    )
    if cause is Cause.STS_ALWAYS:
        return said("{answered} in a window where nobody was signed in", answered=answered)
    if seen.rung is Rung.FRESH:
        weak = said(", which leaves out the password there") if seen.prompt_login is PromptLogin.WEAK else ""
        return said("{answered} although a new sign-in of {user} was asked for{weak}", answered=answered, user=user, weak=weak)
    return said("{answered} although {user} was named", answered=answered, user=user)


def _next_step(refusal: WrongAccount, cause: Cause, ask: TokenAsk, seen: Evidence, candidate: Candidate | None) -> str:
    came = shown_username(seen.claims)
    if cause is Cause.REPLACED:
        return said(
            "Nothing was stored. Ask the customer whether the user was created anew. If so, remove this user's connections here "
            "and add them again: the account is then enrolled anew."
        )
    if candidate is not None:
        return said(
            "Nothing was stored. If {came} is the account you meant, confirm it; else try the next way to sign in.", came=came
        )
    if refusal.mismatch is Mismatch.ACCOUNT and came and not ask.account.enrolled and cause is not Cause.TWO_NAMES:
        return said(
            "Nothing was stored. Try the next way to sign in. If you meant {came}, add the connection with that user name.",
            came=came,
        )
    return refusal.next_step


def _details(refusal: WrongAccount, cause: Cause, ask: TokenAsk, seen: Evidence) -> str:
    """Return the evidence for a colleague: ids, names, times and ways; no token, no code, no secret."""
    claims, account = seen.claims, ask.account
    federation = f"{seen.realm.protocol} {seen.realm.sts_url or seen.realm.sts}".strip()
    lines = {
        "reason": f"{refusal.mismatch.value} ({cause.name.lower().replace('_', ' ')})",
        "expected user": account.username,
        "expected account": account.home_account_id or "not enrolled yet, decided by user name",
        "expected tenant": ask.tenant_id,
        "got user": shown_username(claims) or "none",
        "got account": f"{_claim(claims.client_info, 'uid')}.{_claim(claims.client_info, 'utid')}",
        "got object id": _claim(claims.id_token, "oid"),
        "got tenant": _claim(claims.id_token, "tid") or "none",
        "got kind": _home(seen),
        "identity provider": _claim(claims.id_token, "idp"),
        "service": f"{ask.service.label}, client {ask.client_id}",
        "way": seen.rung.value,
        "sign-in started": _utc(seen.started),
        "answer came": _utc(seen.now),
        "account signed in": _utc(seen.signed_in_at) or "not told",
        "realm": f"{seen.realm.kind.value} {seen.realm.sts}".strip(),
        "federation": federation if seen.realm.kind is RealmKind.FEDERATED else "",
        "realm of the account": f"{seen.came.kind.value} {seen.came.sts}".strip(),
        "a new sign-in": seen.prompt_login.value if seen.realm.kind is RealmKind.FEDERATED else "",
        "cloud": f"{ask.cloud.name}, {ask.cloud.authority}",
        "correlation id": seen.correlation_id,
    }
    return "\n".join(f"{name}: {one_line(value, 160)}" for name, value in lines.items() if value)


def _home(seen: Evidence) -> str:
    home, tenant = _claim(seen.claims.client_info, "utid").casefold(), _claim(seen.claims.id_token, "tid").casefold()
    if not (home and tenant):
        return ""
    return said("a member of the tenant") if home == tenant else said("from another tenant ({home})", home=one_line(home, 60))


def _moment(at: float | None) -> str:
    return time.strftime("%d %b %H:%M", time.localtime(at)) if at is not None and 0 <= at < _LAST_MOMENT else said("some time ago")


def _utc(at: float | None) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime(at)) if at is not None and 0 <= at < _LAST_MOMENT else ""


def _claim(claims: Mapping[str, object], name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) else ""
