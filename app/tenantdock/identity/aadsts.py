"""What the provider's errors mean, and what to do next.

Meanings after https://learn.microsoft.com/entra/identity-platform/reference-error-codes, read in November 2026, told in our words.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed, SignInRequired, TenantDockError
from tenantdock.domain.text import one_line


class Fix(enum.Enum):
    """Who can help."""

    SIGN_IN = "sign-in"
    """The person, by signing in once more."""
    ADMIN = "admin"
    """An administrator, or a changed connection; signing in again brings the same answer."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An error code in plain words."""

    text: str
    next_step: str
    fix: Fix = Fix.SIGN_IN


_ANEW = "Sign in again."
_POLICY = "Ask an administrator of this customer which Conditional Access policy applies (the sign-in log names it)."
_CODES: Final[Mapping[int, Meaning]] = {
    16000: Meaning(
        "Several accounts are signed in to the browser, and none was chosen.",
        "Sign in again and choose the account that is shown here.",
    ),
    16003: Meaning("This account is not in the customer's tenant yet.", "Ask an administrator there to invite it.", Fix.ADMIN),
    50011: Meaning("The app registration does not allow the address http://localhost.", "Add it as a redirect address.", Fix.ADMIN),
    50014: Meaning("The account was not found by the sign-in service.", "Check the user name of this connection.", Fix.ADMIN),
    50020: Meaning(
        "This account is not known in the customer's tenant: it is neither a member nor a guest there.",
        "Check the connection's tenant and account, or ask an administrator there to invite the account.",
        Fix.ADMIN,
    ),
    50034: Meaning(
        "There is no account with this user name in the tenant.",
        "Check the user name and the tenant of this connection.",
        Fix.ADMIN,
    ),
    50053: Meaning(
        "The account is locked after too many wrong passwords, or the address it comes from is blocked.",
        "Wait some minutes, then sign in again. An administrator can unlock the account.",
    ),
    50055: Meaning("The password has expired.", "Sign in again; the sign-in page asks for a new password."),
    50056: Meaning("The account has no password that is valid for this sign-in.", "Ask an administrator to set one.", Fix.ADMIN),
    50057: Meaning("The account is disabled.", "Ask an administrator of the account's home tenant to enable it.", Fix.ADMIN),
    50058: Meaning("The browser is not signed in, or signed in as somebody else.", _ANEW),
    50059: Meaning("The sign-in service could not tell which tenant is meant.", "Check the connection's tenant.", Fix.ADMIN),
    50072: Meaning("The account has to register a second factor first.", "Sign in again; the sign-in page leads through it."),
    50074: Meaning("A second factor is needed.", "Sign in again and confirm the second factor."),
    50076: Meaning(
        "A second factor is needed: a policy asks for it, or the place or network changed.", "Sign in again and confirm it."
    ),
    50078: Meaning("The second factor has expired.", "Sign in again and confirm the second factor."),
    50079: Meaning("The account has to register a second factor first.", "Sign in again; the sign-in page leads through it."),
    50105: Meaning(
        "The account is not assigned to this application in the customer's tenant.",
        "Ask an administrator there to assign the account or one of its groups to it.",
        Fix.ADMIN,
    ),
    50126: Meaning("The user name or the password is wrong.", "Sign in again. If the password is forgotten, reset it."),
    50128: Meaning("There is no such tenant.", "Check the connection's tenant.", Fix.ADMIN),
    50131: Meaning("A policy blocks this sign-in (device, place or risk).", _POLICY),
    50132: Meaning("The sign-in is no longer valid, because the password changed or an administrator ended it.", _ANEW),
    50133: Meaning("The sign-in is no longer valid, because the password changed or expired.", _ANEW),
    50140: Meaning('The question "stay signed in?" was not answered.', _ANEW),
    50158: Meaning("Another security check is needed.", "Sign in again and finish what the sign-in page asks for."),
    50173: Meaning("The sign-in is no longer valid, because the password changed or an administrator ended it.", _ANEW),
    53000: Meaning("This customer admits compliant devices only, and this one is not.", _POLICY),
    53001: Meaning("This customer admits domain-joined devices only, and this one is not.", _POLICY),
    53003: Meaning("A Conditional Access policy of this customer blocks this sign-in.", _POLICY),
    53004: Meaning("A second factor has to be registered, and this place is not trusted for that.", _POLICY),
    54005: Meaning("The answer of the sign-in page was used twice.", _ANEW),
    65001: Meaning(
        "Nobody has consented to this application in the customer's tenant yet.",
        "Sign in again and accept what the page asks for, or ask an administrator of this customer to consent for all.",
    ),
    65002: Meaning(
        "This application is not allowed to use that service: Microsoft has not authorised the pair.",
        "Choose another client id for this service, or an app registration of your own.",
        Fix.ADMIN,
    ),
    65004: Meaning("The consent was declined on the sign-in page.", "Sign in again and accept, or remove the service."),
    70008: Meaning("The saved sign-in, or the answer of the sign-in page, has expired.", _ANEW),
    70043: Meaning("A policy limits how long a sign-in lasts, and it is over.", _ANEW),
    70044: Meaning("A policy limits how long a browser session lasts, and it is over.", _ANEW),
    90002: Meaning("There is no such tenant in this cloud.", "Check the connection's tenant and cloud.", Fix.ADMIN),
    90072: Meaning(
        "The account that signed in comes from another tenant and is no guest of this customer.",
        "Sign in as the account of this connection (a private window helps), or have the account invited.",
    ),
    90094: Meaning("An administrator of this customer has to consent to this application.", "Ask one to consent.", Fix.ADMIN),
    90095: Meaning("An administrator of this customer has to approve this application.", "Ask one to approve it.", Fix.ADMIN),
    500011: Meaning(
        "The service is not present in the customer's tenant (no licence, or never used).", "Remove it here.", Fix.ADMIN
    ),
    500121: Meaning("The second factor was not confirmed.", "Sign in again and confirm it in time."),
    530002: Meaning("This customer admits compliant devices only, and this one is not.", _POLICY),
    700003: Meaning("This device is no longer registered.", "Register it anew, then sign in again."),
    700016: Meaning(
        "The application is not known in the customer's tenant.",
        "Check the client id, or consent to the application there.",
        Fix.ADMIN,
    ),
    700082: Meaning("The saved sign-in was not used for too long and has expired.", _ANEW),
    700084: Meaning("The saved sign-in has reached its longest life and has expired.", _ANEW),
    7000218: Meaning("The app registration is not a public client.", 'Switch on "Allow public client flows" for it.', Fix.ADMIN),
}
# OAuth 2.0 errors (RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5, OpenID Connect Core section 3.1.2.6)
_NEEDS_PERSON: Final = frozenset(
    {"invalid_grant", "interaction_required", "login_required", "consent_required", "account_selection_required"}
)
_PASSING: Final = frozenset({"temporarily_unavailable", "server_error"})
_NUMBER: Final = re.compile(r"AADSTS(\d{4,8})")
# Longer than a GUID and without a break: an error text must not carry a token, even when a server echoes it
_LONG_RUN: Final = re.compile(r"[A-Za-z0-9_\-.~+=]{40,}")


def number_of(answer: Mapping[str, object]) -> str:
    """Return the AADSTS number of an error answer, digits only, or ""."""
    found = _NUMBER.search(_text(answer, "error_description"))
    if found:
        return found[1]
    codes = answer.get("error_codes")
    return str(codes[0]) if isinstance(codes, list) and codes and isinstance(codes[0], int) else ""


def meaning(number: str) -> Meaning | None:
    """Return what an AADSTS number means, or None for one that is not in the catalogue."""
    return _CODES.get(int(number)) if number else None


def trouble(answer: Mapping[str, object], *, silent: bool) -> TenantDockError:
    """Return the error to raise for the provider's error *answer*.

    *silent* says that no person was asked: then an error that signing in can solve becomes :class:`SignInRequired`. Else, and where
    signing in again would bring the same answer, it is :class:`SignInFailed`; a passing fault is :class:`NetworkTrouble`.
    """
    number = number_of(answer)
    error = scrubbed(_text(answer, "error"), 60)
    known = meaning(number)
    tag = f" (AADSTS{number})" if number else f" ({error})" if error else ""
    details = _details(answer, number)
    if error in _PASSING and known is None:
        return NetworkTrouble(f"The sign-in service has a passing fault{tag}.", next_step="Try again in a moment.", details=details)
    if not silent and error == "access_denied" and (known is None or _text(answer, "error_subcode") == "cancel"):
        return Cancelled("The sign-in was cancelled on the sign-in page.", next_step="Connect again to sign in.")
    if known is None:
        said = scrubbed(_first_sentence(_text(answer, "error_description")))
        text = f"The sign-in service answered: {said}" if said else f"The sign-in service refused{tag}."
        known = Meaning(text, "Sign in again. If it comes back, look the number up or ask an administrator.")
        tag = ""
    message = f"{known.text.rstrip('.')}{tag}." if tag else known.text
    if silent and known.fix is Fix.SIGN_IN and error in _NEEDS_PERSON:
        return SignInRequired(message, next_step=known.next_step, details=details, claims=_text(answer, "claims"), aadsts=number)
    return SignInFailed(message, next_step=known.next_step, details=details, aadsts=number)


def scrubbed(text: str, limit: int = 300) -> str:
    """Return *text* as one line, with long unbroken runs (which could be tokens) masked."""
    return one_line(_LONG_RUN.sub("***", text[: limit * 8]), limit)


def _details(answer: Mapping[str, object], number: str) -> str:
    parts = {
        "error": _text(answer, "error"),
        "suberror": _text(answer, "suberror") or _text(answer, "error_subcode"),
        "code": f"AADSTS{number}" if number else "",
        "correlation id": _text(answer, "correlation_id"),
        "trace id": _text(answer, "trace_id"),
        "time": _text(answer, "timestamp"),
        "text": _first_sentence(_text(answer, "error_description")),
    }
    return "\n".join(f"{name}: {scrubbed(value)}" for name, value in parts.items() if value)


def _first_sentence(description: str) -> str:
    # Trace id, correlation id and time stamp follow on lines of their own, or after "Trace ID:" on the same one
    return re.split(r"[\r\n]|\s*Trace ID:", description.strip(), maxsplit=1)[0]


def _text(answer: Mapping[str, object], name: str) -> str:
    value = answer.get(name)
    return value if isinstance(value, str) else ""
