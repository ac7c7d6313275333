"""The tour's own witness: asks the practice Graph who a token is for. It takes nobody's word in this process for it."""

from __future__ import annotations

import json
import ssl
import urllib.request
from typing import Any

from tenantdock.domain.clouds import Cloud
from tenantdock.domain.signin import AccessToken

_TIMEOUT = 15.0


def ask(cloud: Cloud, token: AccessToken, path: str) -> dict[str, Any]:
    """Return Graph's answer to ``GET path`` with *token*. Raises :class:`OSError` when it refuses or cannot be reached."""
    context = ssl.create_default_context(cadata=cloud.trust_anchor)
    request = urllib.request.Request(  # noqa: S310 - the address is the practice cloud's https root
        f"{cloud.api_roots['graph']}{path}", headers={"Authorization": f"Bearer {token.secret.reveal()}"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    with opener.open(request, timeout=_TIMEOUT) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def witness(cloud: Cloud, token: AccessToken) -> tuple[str, str, str]:
    """Return the user name, tenant id and tenant name that Graph sees behind *token*."""
    me = ask(cloud, token, "v1.0/me")
    organization = ask(cloud, token, "v1.0/organization")["value"][0]
    return str(me["userPrincipalName"]), str(organization["id"]), str(organization["displayName"])
