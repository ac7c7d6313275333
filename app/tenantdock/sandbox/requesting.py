"""What authorize, token and device code have in common: who asks for what, and whether they may."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import urlsplit

from tenantdock.sandbox import failures
from tenantdock.sandbox.failures import Failure
from tenantdock.sandbox.people import Client, Practice, Resource, Tenant
from tenantdock.sandbox.sandbox import Claims

OPENID: Final = frozenset({"openid", "profile", "email", "offline_access"})
ANY_TENANT: Final = frozenset({"common", "organizations"})
_DEFAULT_RESOURCE: Final = "https://graph.practice.example"
_LOOPBACK: Final = re.compile(r"http://(?:localhost|127\.0\.0\.1)(?::[0-9]{1,5})?/?")
_CONTEXT: Final = re.compile(r"c[0-9]{1,2}")


def tenant_named(practice: Practice, name: str) -> Tenant | None:
    """Return the tenant of a path segment; None for ``common`` and ``organizations``. Raises :class:`Failure` (90002)."""
    if name.casefold() in ANY_TENANT:
        return None
    tenant = practice.tenant(name)
    if tenant is None:
        raise failures.unknown_tenant(name[:100])
    return tenant


def client_named(practice: Practice, client_id: str, tenant: Tenant | None) -> Client:
    """Return a known client. Raises :class:`Failure` (900144, 700016)."""
    if not client_id:
        raise missing("client_id")
    client = practice.clients.get(client_id.casefold())
    if client is None:
        raise failures.unknown_client(client_id[:100], tenant.name if tenant else "common")
    return client


def missing(parameter: str) -> Failure:
    """A parameter that has to be there is not."""
    return Failure(900144, "invalid_request", f"The request body must contain the following parameter: '{parameter}'.")


def check_redirect(redirect_uri: str, client: Client) -> None:
    """Raise :class:`Failure` (50011) unless it is a native client's loopback address: http, any port, no path.

    Source: https://learn.microsoft.com/entra/identity-platform/reply-url (localhost exceptions).
    """
    if not redirect_uri:
        raise missing("redirect_uri")
    if not _LOOPBACK.fullmatch(redirect_uri):
        raise Failure(
            50011,
            "invalid_request",
            f"The redirect URI '{redirect_uri[:200]}' specified in the request does not match the redirect URIs configured for "
            f"the application '{client.id}'.",
        )


def origin(redirect_uri: str) -> str:
    """Return scheme, host and port of an address."""
    parts = urlsplit(redirect_uri)
    return f"{parts.scheme}://{parts.netloc}"


def scope_of(practice: Practice, client: Client, text: str) -> tuple[Resource, tuple[str, ...]]:
    """Return the one resource that *text* (a scope parameter) is about, and the scopes as given.

    Raises :class:`Failure`: 900144 missing, 28000 more than one resource, 500011 unknown resource, 70011 unknown permission, 65002
    not pre-authorised.
    """
    scopes = tuple(dict.fromkeys(text.split()))
    if not scopes:
        raise missing("scope")
    found: dict[str, Resource] = {}
    for scope in scopes:
        if scope.casefold() in OPENID:
            continue
        resource = _resource_of(practice, scope)
        found[resource.id] = resource
    if len(found) > 1:
        raise Failure(
            28000, "invalid_request", "The input parameter scope is not valid because it contains more than one resource."
        )
    resource = next(iter(found.values()), practice.resources[_DEFAULT_RESOURCE])
    if resource.id not in client.resources:
        raise Failure(
            65002,
            "invalid_client",
            f"Consent between first party application '{client.id}' and first party resource '{resource.id}' must be configured "
            "via preauthorization.",
        )
    return resource, scopes


def _resource_of(practice: Practice, scope: str) -> Resource:
    identifier, slash, permission = scope.rpartition("/") if "://" in scope else (_DEFAULT_RESOURCE, "/", scope)
    resource = practice.resources.get(identifier.rstrip("/"))
    if resource is None:
        raise Failure(500011, "invalid_resource", f"The resource principal named {identifier[:200]} was not found in the tenant.")
    known = {name.casefold() for name in resource.permissions} | {".default"}
    if not slash or permission.casefold() not in known:
        raise Failure(70011, "invalid_scope", f"The provided value for the input parameter 'scope' is not valid: {scope[:200]}.")
    return resource


def granted(resource: Resource, scopes: tuple[str, ...]) -> str:
    """Return the scope of a token response: what was asked for of OpenID, and all that the resource grants."""
    openid = [scope for scope in scopes if scope.casefold() in OPENID and scope != "offline_access"]
    permissions = [f"{resource.id}/{name}" for name in resource.permissions]
    default = [f"{resource.id}/.default"] if any(scope.endswith("/.default") for scope in scopes) else []
    return " ".join([*openid, *permissions, *default])


def claims_of(text: str) -> Claims:
    """Read a ``claims`` parameter (OpenID Connect Core section 5.5). Raises :class:`Failure` when it is no JSON object."""
    if not text:
        return Claims()
    try:
        asked = json.loads(text)
        access: dict[str, Any] = asked.get("access_token") or {}
        not_before = float((access.get("nbf") or {}).get("value") or 0)
        contexts = tuple(name for name in _values(access.get("acrs")) if _CONTEXT.fullmatch(name))
        capabilities = tuple(_values(access.get("xms_cc")))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise Failure(90023, "invalid_request", "The claims parameter is not a valid claims request.") from None
    return Claims(not_before, contexts, capabilities)


def _values(asked: Any) -> list[str]:
    if not isinstance(asked, dict):
        return []
    values = asked.get("values") or [asked.get("value")]
    return [value for value in values if isinstance(value, str)]
