"""What the provider's errors mean, and what to do next.

Meanings after https://learn.microsoft.com/entra/identity-platform/reference-error-codes, read in November 2026, told in our words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tenantdock.domain.errors import Cancelled, NetworkTrouble, SignInFailed, SignInRequired, TenantDockError
from tenantdock.domain.said import as_said, said, sentences, without_stop
from tenantdock.domain.text import one_line
from tenantdock.identity.aadsts_access import ACCESS
from tenantdock.identity.aadsts_accounts import ACCOUNTS
from tenantdock.identity.aadsts_meaning import PROVIDER, Fix, Meaning

_CODES: Final[Mapping[int, Meaning]] = {**ACCOUNTS, **ACCESS}
LOOK_UP: Final = "https://login.microsoftonline.com/error?code="
"""Microsoft's own page about a number, for the details."""
_LOOP: Final = 50196
_LOOP_WAIT: Final = 300.0  # seconds; "too many of the same request in too short a period" (five minutes, AADSTS50196)
_CLOCK: Final = frozenset({50013, 500133, 50027, 700024, 76026, 80013, 81010})
"""Numbers that a clock which is off can cause."""
# What a suberror adds (https://learn.microsoft.com/dotnet/api/microsoft.identity.client.uirequiredexceptionclassification, and
# application.py of msal 1.39 for those that it hides)
_SUBERRORS: Final[Mapping[str, str]] = {
    "basic_action": "The sign-in page leads on.",
    "additional_action": "Something has to be done outside of the sign-in page first; the page says what.",
    "message_only": "The sign-in page can say why, but signing in again does not change it.",
    "consent_required": "A consent is missing or was withdrawn.",
    "user_password_expired": "The password has expired.",
    "bad_token": "The saved sign-in cannot be used any more.",
    "token_expired": "The saved sign-in has expired.",
    "protection_policy_required": "The customer wants an application with Intune protection.",
    "client_mismatch": "The saved sign-in belongs to another application.",
    "device_authentication_failed": "This device could not show that it is a registered one.",
    "transient_error": "The fault passes.",
}
_TELLING: Final = frozenset({"additional_action", "message_only", "protection_policy_required", "device_authentication_failed"})
"""Suberrors that say more than the number does."""
# OAuth 2.0 errors (RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5, OpenID Connect Core section 3.1.2.6)
_NEEDS_PERSON: Final = frozenset(
    {"invalid_grant", "interaction_required", "login_required", "consent_required", "account_selection_required"}
)
_PASSING: Final = frozenset({"temporarily_unavailable", "server_error"})
_NUMBER: Final = re.compile(r"AADSTS([0-9]{4,8})")
_LAST_NUMBER: Final = 99_999_999
# Longer than a GUID and without a break: an error text must not carry a token, even when a server echoes it
_LONG_RUN: Final = re.compile(r"[A-Za-z0-9_\-.~+=]{40,}")


def number_of(answer: Mapping[str, object]) -> str:
    """Return the AADSTS number of an error answer, digits only, or ""."""
    found = _NUMBER.search(_text(answer, "error_description"))
    if found:
        return found[1]
    codes = answer.get("error_codes")
    code = codes[0] if isinstance(codes, list) and codes else 0
    return str(code) if isinstance(code, int) and not isinstance(code, bool) and 0 < code <= _LAST_NUMBER else ""


def meaning(number: str) -> Meaning | None:
    """Return what an AADSTS number means, or None for one that is not in the catalogue."""
    return _CODES.get(int(number)) if number else None


def trouble(answer: Mapping[str, object], *, silent: bool, clock: str = "") -> TenantDockError:
    """Return the error to raise for the provider's error *answer*.

    *silent* says that no person was asked: then an error that signing in can solve becomes :class:`SignInRequired`. Else, and where
    signing in again would bring the same answer, it is :class:`SignInFailed`; a passing fault is :class:`NetworkTrouble`. *clock*
    says in a sentence how far this computer's clock is off, or is "".
    """
    number = number_of(answer)
    error, suberror = scrubbed(_text(answer, "error"), 60), _suberror(answer)
    known = meaning(number)
    tag = f" (AADSTS{number})" if number else f" ({error})" if error else ""
    details = _details(answer, number, known, clock)
    if known is None and (error in _PASSING or suberror == "transient_error"):
        return NetworkTrouble(
            said("The sign-in service has a passing fault{tag}.", tag=tag), next_step="Try again in a moment.", details=details
        )
    if not silent and error == "access_denied" and (known is None or _text(answer, "error_subcode") == "cancel"):
        return Cancelled("The sign-in was cancelled on the sign-in page.", next_step="Connect again to sign in.")
    if known is None:
        answered = scrubbed(_first_sentence(_text(answer, "error_description")))
        known = Meaning(
            said("The sign-in service answered: {text}", text=answered)
            if answered
            else said("The sign-in service refused{tag}.", tag=tag),
            PROVIDER,
        )
        tag = ""
    message = said("{text}{tag}.", text=without_stop(known.text), tag=tag) if tag else known.text
    if suberror in _TELLING:
        message = sentences(message, as_said(_SUBERRORS[suberror]))
    step = known.next_step
    if clock and number and int(number) in _CLOCK:
        message, step = (
            sentences(message, clock),
            sentences(said("Set this computer's date and time right."), step),
        )
    if known.fix is Fix.WAIT:
        wait = _LOOP_WAIT if number == str(_LOOP) else None
        return NetworkTrouble(message, next_step=step, details=details, retry_after=wait)
    if silent and known.by_signing_in and error in _NEEDS_PERSON:
        return SignInRequired(message, next_step=step, details=details, claims=_text(answer, "claims"), aadsts=number)
    return SignInFailed(message, next_step=step, details=details, aadsts=number)


def _suberror(answer: Mapping[str, object]) -> str:
    found = _text(answer, "suberror")
    return found if found in _SUBERRORS else ""


def scrubbed(text: str, limit: int = 300) -> str:
    """Return *text* as one line, with long unbroken runs (which could be tokens) masked."""
    return one_line(_LONG_RUN.sub("***", text[: limit * 8]), limit)


def _details(answer: Mapping[str, object], number: str, known: Meaning | None, clock: str) -> str:
    parts = {
        "error": _text(answer, "error"),
        "suberror": _text(answer, "suberror") or _text(answer, "error_subcode"),
        "code": f"AADSTS{number}" if number else "",
        "who can help": known.fix.value if known else "",
        "correlation id": _text(answer, "correlation_id"),
        "trace id": _text(answer, "trace_id"),
        "time": _text(answer, "timestamp"),
        "text": _first_sentence(_text(answer, "error_description")),
        "clock": clock,
        "what the suberror says": _SUBERRORS.get(_suberror(answer), ""),
    }
    lines = [f"{name}: {scrubbed(value)}" for name, value in parts.items() if value]
    return "\n".join([*lines, f"more about this number: {LOOK_UP}{number}"] if number else lines)


def _first_sentence(description: str) -> str:
    # Trace id, correlation id and time stamp follow on lines of their own, or after "Trace ID:" on the same one
    return re.split(r"[\r\n]|\s*Trace ID:", description.strip(), maxsplit=1)[0]


def _text(answer: Mapping[str, object], name: str) -> str:
    value = answer.get(name)
    return value if isinstance(value, str) else ""
