"""Claims challenges: what a service or the provider asks of the next token (OpenID Connect Core section 5.5; RFC 9470).

TenantDock declares no client capability (CP1). With it Entra issues tokens of up to 28 h whose holder has to answer challenges
(https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation); the modules in a console take a
token as it is and cannot. A challenge that a console does pass on is answered all the same: services send them for authentication
contexts too, whatever the client declared.
"""

from __future__ import annotations

import json
from typing import Final

from tenantdock.domain.errors import BadInput

LIMIT: Final = 8192
"""Characters of a challenge. Real ones have some hundred; it has to fit into the address of a sign-in page."""


def usable(claims: str) -> bool:
    """Whether *claims* is the text of a JSON object of at most :data:`LIMIT` characters."""
    try:
        return len(claims) <= LIMIT and isinstance(json.loads(claims), dict)
    except (ValueError, RecursionError):
        return False


def check_claims(claims: str) -> None:
    """Raise :class:`BadInput` unless *claims* is :func:`usable`."""
    if not usable(claims):
        raise BadInput(
            "The service asked for another token in words that cannot be understood.",
            next_step="Try the command again. If it stays so, sign in again in TenantDock.",
        )
