"""Entra's error answers: a number, an OAuth error code and a text of a fixed shape.

Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes. The texts here are our own.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any


class Failure(Exception):
    """A refusal as Entra words it.

    Parameters: *number* is the AADSTS number, *error* the OAuth code (RFC 6749 section 5.2), *text* the description without the
    number, *suberror* and *claims* as the token endpoint gives them, *status* the HTTP status.
    """

    def __init__(self, number: int, error: str, text: str, *, suberror: str = "", claims: str = "", status: int = 400) -> None:
        super().__init__(f"AADSTS{number}: {text}")
        self.number = number
        self.error = error
        self.text = text
        self.suberror = suberror
        self.claims = claims
        self.status = status

    def body(self, now: float, correlation_id: str = "") -> dict[str, Any]:
        """Return the JSON body. *now* is Unix time in seconds."""
        trace, correlation = str(uuid.uuid4()), correlation_id or str(uuid.uuid4())
        stamp = dt.datetime.fromtimestamp(now, dt.UTC).strftime("%Y-%m-%d %H:%M:%SZ")
        description = f"AADSTS{self.number}: {self.text} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}"
        body: dict[str, Any] = {
            "error": self.error,
            "error_description": description,
            "error_codes": [self.number],
            "timestamp": stamp,
            "trace_id": trace,
            "correlation_id": correlation,
        }
        if self.suberror:
            body["suberror"] = self.suberror
        if self.claims:
            body["claims"] = self.claims
        return body


def unknown_tenant(name: str) -> Failure:
    """No tenant of that name."""
    return Failure(90002, "invalid_tenant", f"Tenant '{name}' not found. Check that the tenant id or domain is right.")


def unknown_client(client_id: str, tenant: str) -> Failure:
    """No client of that id."""
    return Failure(
        700016, "unauthorized_client", f"Application with identifier '{client_id}' was not found in the directory '{tenant}'."
    )


def unknown_user(user: str) -> Failure:
    """Nobody of that name anywhere."""
    domain = user.rpartition("@")[2]
    return Failure(50034, "invalid_grant", f"The user account {user} does not exist in the {domain} directory.")


def not_in_tenant(user: str, home: str, tenant: str, client: str) -> Failure:
    """The person exists, but not in the tenant signed in to."""
    return Failure(
        50020,
        "invalid_grant",
        f"User account '{user}' from identity provider '{home}' does not exist in tenant '{tenant}' and cannot access the "
        f"application '{client}' in that tenant. The account needs to be added as an external user in the tenant first.",
    )


def disabled(user: str) -> Failure:
    """The account is disabled."""
    return Failure(50057, "invalid_grant", f"The user account {user} is disabled. Its administrator has to enable it.")


def wrong_password() -> Failure:
    """User name and password do not fit."""
    return Failure(50126, "invalid_grant", "Error validating credentials due to invalid username or password.")


def second_factor(claims: str = "") -> Failure:
    """A silent request for what needs a second factor."""
    return Failure(
        50076,
        "interaction_required",
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must use "
        "multi-factor authentication to access this resource.",
        suberror="basic_action",
        claims=claims,
    )
