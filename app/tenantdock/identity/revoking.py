"""Signing out everywhere: Graph ends all sign-ins of the user who asks.

Source: https://learn.microsoft.com/graph/api/user-revokesigninsessions, read in November 2026. It ends refresh tokens and the
session cookies of browsers, after some minutes at the latest, and nothing of guests, whose sign-ins live in their home tenant.
The token needs User.RevokeSessions.All (or User.ReadWrite.All), to which an administrator has to consent. Access tokens that were
handed out stay valid until they expire, except where a service evaluates them continuously (CAE).
"""

from __future__ import annotations

import base64
import re
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.errors import SignInFailed, SignInRequired, TenantDockError
from tenantdock.domain.said import said
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import AccessToken, TokenAsk
from tenantdock.domain.text import one_line
from tenantdock.identity.challenges import usable

if TYPE_CHECKING:  # requests behind it is heavy
    from tenantdock.identity.wire import Reply, Wire

_BY_HAND: Final = (
    "Nothing was changed, here or there. The account's owner can do it at https://mysignins.microsoft.com/security-info (Sign out "
    "everywhere), and an administrator in the Entra admin centre (Users, the user, Revoke sessions)."
)
_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403


def revoke(dial: Callable[[Cloud, Cancel], Wire], ask: TokenAsk, token: AccessToken, cancel: Cancel) -> None:
    """Have Graph end all sign-ins of the account of *token*, which is for Graph in the account's home tenant.

    Raises :class:`SignInFailed` when Graph refuses, :class:`SignInRequired` when it wants a new sign-in first,
    :class:`NetworkTrouble`, :class:`Cancelled`.
    """
    root = ask.cloud.api_roots.get(GRAPH.key, "")
    parts = urlsplit(root)
    if parts.scheme != "https" or not parts.netloc:
        raise SignInFailed(
            said("{name} has no address of Graph here, which is what ends sign-ins everywhere.", name=ask.cloud.name),
            next_step=_BY_HAND,
        )
    correlation_id = str(uuid.uuid4())
    headers = {
        "Authorization": f"Bearer {token.secret.reveal()}",
        "Content-Type": "application/json",
        "client-request-id": correlation_id,
    }
    # The wire speaks to one origin only: this once it is Graph's
    with dial(replace(ask.cloud, authority=f"https://{parts.netloc}"), cancel) as wire:
        reply = wire.post(f"{root}v1.0/me/revokeSignInSessions", headers=headers)
    refused = _refusal(ask, reply, f"HTTP {reply.status_code}, {error_code(reply)}, correlation id {correlation_id}")
    if refused is not None:
        raise refused


def _refusal(ask: TokenAsk, reply: Reply, details: str) -> TenantDockError | None:
    # Its page has a 204 without content in older versions, and {"value": true} now
    if 200 <= reply.status_code < 300 and reply.json().get("value", True) is True:  # noqa: PLR2004  # RFC 9110 section 15.3
        return None
    username = ask.account.username
    if reply.status_code == _UNAUTHORIZED:
        return SignInRequired(
            said("Graph asks {username} to sign in again before it ends sign-ins.", username=username),
            next_step="Connect this account's customer to sign in, then sign out everywhere again. Nothing was changed.",
            details=details,
            claims=challenge(reply),
        )
    if reply.status_code == _FORBIDDEN:
        message = said(
            "Graph did not let {username} end its sign-ins from here: no administrator has allowed this app to "
            "do so (the permission is User.RevokeSessions.All).",
            username=username,
        )
    else:
        message = said("Graph did not end the sign-ins of {username}.", username=username)
    return SignInFailed(message, next_step=_BY_HAND, details=details)


def challenge(reply: Reply) -> str:
    """Return the claims that the next token has to have, or "" (RFC 9470; Entra sends them in base64)."""
    header = next((value for name, value in reply.headers.items() if name.casefold() == "www-authenticate"), "")
    found = re.search(r'\bclaims="([A-Za-z0-9+/_=-]{1,16384})"', header)
    if found is None:
        return ""
    encoded = found[1].replace("+", "-").replace("/", "_").rstrip("=")
    try:
        claims = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()
    except ValueError:
        return ""
    return claims if usable(claims) else ""


def error_code(reply: Reply) -> str:
    """Return the code of a refusal, for its details."""
    error = reply.json().get("error")
    return one_line(str(error.get("code", "no code")), 80) if isinstance(error, dict) else "no code"
