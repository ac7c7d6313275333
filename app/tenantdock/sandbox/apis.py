"""Graph-lite and ARM-lite: enough of both APIs to prove who is connected to what.

Sources: https://learn.microsoft.com/graph/api/user-get, organization-list, contract-list,
tenantrelationship-list-delegatedadmincustomers and tenantrelationship-list-delegatedadminrelationships there, and https://learn.microsoft.com/rest/api/resources/tenants/list.
Refusals are worded as the real ones word theirs.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tenantdock.sandbox import web
from tenantdock.sandbox.people import Person, Relationship, Tenant
from tenantdock.sandbox.sandbox import Sandbox
from tenantdock.sandbox.tokens import BadToken

GRAPH: Final = "https://graph.practice.example"
_GRAPH_ID: Final = "00000003-0000-0000-c000-000000000000"
AZURE: Final = "https://azure.practice.example"
_PAGE: Final = 10
_MOST: Final = 300
_DIRECTORY_PAGE: Final = 100
_DIRECTORY_MOST: Final = 999
_AGREED: Final = frozenset({"active", "expiring", "terminated", "expired"})
_STATUS: Final = re.compile(r"\s*status\s+eq\s+'([A-Za-z]{1,30})'\s*")
_LEEWAY: Final = 0  # a token is over when it is over: tests of expiry stay exact


class Refused(Exception):
    """A call that is not answered. *code* and *text* are the error's; *challenge* is set for 401."""

    def __init__(self, status: int, code: str, text: str, *, claims: str = "") -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.text = text
        self.claims = claims


def _caller(request: Request, audience: str) -> tuple[Sandbox, Tenant, Person]:
    """Return who calls: the token's signature, audience, tenant, issuer and times are checked. Raises :class:`Refused`."""
    sandbox = web.sandbox_of(request)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "bearer" or not token.strip():
        raise Refused(401, "missing", "Access token is empty.")
    try:
        claims = sandbox.signer.read(token.strip())
    except BadToken:
        raise Refused(401, "signature", "The access token cannot be read, or its signature is not valid.") from None
    if claims.get("aud") != audience:
        raise Refused(401, "audience", "The access token was obtained for the wrong audience. Invalid audience.")
    tenant = sandbox.practice.tenants.get(str(claims.get("tid")))
    if tenant is None or claims.get("iss") != sandbox.signer.issuer(tenant.id):
        raise Refused(401, "tenant", "The access token is from the wrong issuer: it does not match the tenant.")
    person = sandbox.practice.person_in(tenant, str(claims.get("oid")))
    if person is None:
        raise Refused(401, "tenant", "The user of the access token does not exist in its tenant.")
    now = sandbox.now(tenant)
    if now >= float(claims.get("exp", 0)) + _LEEWAY:
        raise Refused(401, "expired", "Lifetime validation failed, the token is expired.")
    if now < float(claims.get("nbf", 0)) - _LEEWAY:
        raise Refused(401, "early", "Lifetime validation failed, the token is not valid yet.")
    web.note(request, tenant=tenant.domain, user=person.user)
    _check_challenge(sandbox, tenant, claims)
    return sandbox, tenant, person


def _check_challenge(sandbox: Sandbox, tenant: Tenant, claims: dict[str, Any]) -> None:
    fault = sandbox.faults.get(tenant.id, "claims-challenge")
    if fault is None:
        return
    skew = sandbox.faults.value(tenant.id, "clock-skew", "seconds") or 0.0
    # Tokens carry whole seconds: one issued in the fault's own second counts as older
    not_before = int(fault.since + skew) + 1
    if claims.get("iat", 0) < not_before:
        asked = {"access_token": {"nbf": {"essential": True, "value": str(not_before)}}}
        raise Refused(
            401,
            "claims",
            "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
            "TokenIssuedBeforeRevocation",
            claims=json.dumps(asked, separators=(",", ":")),
        )


_Handler = Callable[[Request], dict[str, Any]]


def _graph(handler: _Handler) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(handler(request), headers={"cache-control": "private"})
        except Refused as refused:
            return _graph_refusal(request, refused)

    return endpoint


def _graph_refusal(request: Request, refused: Refused) -> Response:
    web.note(request, error=refused.code)
    sandbox, identifier = web.sandbox_of(request), str(uuid.uuid4())
    inner = {
        "date": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "request-id": identifier,
        "client-request-id": identifier,
    }
    code = "InvalidAuthenticationToken" if refused.status == 401 else refused.code  # noqa: PLR2004  # HTTP's own number
    headers = {"request-id": identifier}
    if refused.status == 401:  # noqa: PLR2004
        challenge = f'Bearer realm="", authorization_uri="{sandbox.authority}/common/oauth2/authorize", client_id="{_GRAPH_ID}"'
        if refused.claims:
            encoded = base64.b64encode(refused.claims.encode()).decode()
            challenge += f', errorDescription="{refused.text}", error="insufficient_claims", claims="{encoded}"'
        headers["www-authenticate"] = challenge
    return JSONResponse({"error": {"code": code, "message": refused.text, "innerError": inner}}, refused.status, headers)


def _me(request: Request) -> dict[str, Any]:
    _, tenant, person = _caller(request, GRAPH)
    user: dict[str, Any] = {
        "businessPhones": [],
        "displayName": person.name,
        "givenName": person.given,
        "jobTitle": person.title,
        "mail": person.user,
        "mobilePhone": None,
        "officeLocation": None,
        "preferredLanguage": None,
        "surname": person.surname,
        "userPrincipalName": person.upn_in(tenant),
        "id": person.places[tenant.id].id,
    }
    return {"@odata.context": _context(request, "users/$entity"), **_selected(request, user)}


def _revoke_sign_in_sessions(request: Request) -> dict[str, Any]:
    """Void all refresh tokens and browser sessions of the caller, as of now. Access tokens stay valid, as where there is no CAE.

    https://learn.microsoft.com/graph/api/user-revokesigninsessions: nothing for guests, whose sign-ins live in their home tenant.
    """
    sandbox, tenant, person = _caller(request, GRAPH)
    if person.places[tenant.id].kind != "member":
        raise Refused(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
    sandbox.store.revoke(person.id)
    return {"@odata.context": _context(request, "Edm.Boolean"), "value": True}


def _organization(request: Request) -> dict[str, Any]:
    _, tenant, _ = _caller(request, GRAPH)
    domains = [
        {
            "capabilities": "Email, OfficeCommunicationsOnline",
            "isDefault": default,
            "isInitial": not default,
            "name": name,
            "type": kind,
        }
        for name, default, kind in (
            (tenant.domain, True, "Federated" if tenant.federation else "Managed"),
            (tenant.initial_domain, False, "Managed"),
        )
    ]
    told = {
        "id": tenant.id,
        "displayName": tenant.name,
        "countryLetterCode": tenant.country,
        "tenantType": "AAD",
        "verifiedDomains": domains,
    }
    return {"@odata.context": _context(request, "organization"), "value": [_selected(request, told)]}


def _relationships(request: Request) -> dict[str, Any]:
    sandbox, tenant, _ = _caller(request, GRAPH)
    query = request.query_params
    wanted = [entry for entry in sandbox.practice.relationships if entry.partner.id == tenant.id]
    if query.get("$filter"):
        status = _STATUS.fullmatch(query["$filter"])
        if status is None:
            raise Refused(400, "BadRequest", "Only a filter like status eq 'active' is understood here.")
        wanted = [entry for entry in wanted if entry.status.casefold() == status[1].casefold()]
    told = [_relationship(entry) for entry in wanted]
    return _paged(request, "tenantRelationships/delegatedAdminRelationships", told, _PAGE, _MOST)


def _admin_customers(request: Request) -> dict[str, Any]:
    told = [
        {"id": entry.customer.id, "tenantId": entry.customer.id, "displayName": entry.customer.name}
        for entry in _customers(request)
    ]
    return _paged(request, "tenantRelationships/delegatedAdminCustomers", told, _PAGE, _MOST)


def _contracts(request: Request) -> dict[str, Any]:
    told = [
        {
            "id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"contract {entry.id}")),
            "deletedDateTime": None,
            "contractType": "BreadthPartner",
            "customerId": entry.customer.id,
            "defaultDomainName": entry.customer.domain,
            "displayName": entry.customer.name,
        }
        for entry in _customers(request)
    ]
    return _paged(request, "contracts", told, _DIRECTORY_PAGE, _DIRECTORY_MOST)


def _customers(request: Request) -> list[Relationship]:
    """One relationship with each customer of the caller's tenant that ever agreed to one."""
    sandbox, tenant, _ = _caller(request, GRAPH)
    agreed = [entry for entry in sandbox.practice.relationships if entry.partner.id == tenant.id and entry.status in _AGREED]
    return list({entry.customer.id: entry for entry in agreed}.values())


def _paged(request: Request, what: str, entries: list[dict[str, Any]], page: int, most: int) -> dict[str, Any]:
    """Answer one page of *entries*, with a link to the next one (https://learn.microsoft.com/graph/paging)."""
    query = request.query_params
    top, skip = _whole(query.get("$top", str(page)), "$top", 1), _whole(query.get("$skiptoken", "0"), "$skiptoken", 0)
    top = min(top, most)
    told: dict[str, Any] = {"@odata.context": _context(request, what)}
    if skip + top < len(entries):
        rest = {name: value for name, value in query.items() if name != "$skiptoken"} | {"$skiptoken": str(skip + top)}
        told["@odata.nextLink"] = f"{web.sandbox_of(request).authority}{request.url.path}?{urlencode(rest)}"
    told["value"] = [_selected(request, entry) for entry in entries[skip : skip + top]]
    return told


def _relationship(entry: Relationship) -> dict[str, Any]:
    created = dt.datetime.fromisoformat(entry.created)
    return {
        "id": entry.id,
        "displayName": f"{entry.partner.name} looks after {entry.customer.name}",
        "duration": "P730D",
        "customer": {"tenantId": entry.customer.id, "displayName": entry.customer.name},
        "accessDetails": {"unifiedRoles": [{"roleDefinitionId": "f2ef992c-3afb-46b9-b7cf-a126ee74c451"}]},
        "status": entry.status,
        "autoExtendDuration": "PT0S",
        "createdDateTime": entry.created,
        "lastModifiedDateTime": entry.created,
        "activatedDateTime": None if entry.status == "approvalPending" else entry.created,
        "endDateTime": (created + dt.timedelta(days=730)).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _whole(text: str, name: str, least: int) -> int:
    if not text.isdecimal() or len(text) > 6 or int(text) < least:  # noqa: PLR2004  # no list is that long
        raise Refused(400, "BadRequest", f"The value of {name} is not a number that can be used.")
    return int(text)


def _selected(request: Request, told: dict[str, Any]) -> dict[str, Any]:
    names = [name.strip() for name in request.query_params.get("$select", "").split(",") if name.strip()]
    unknown = [name for name in names if name not in told]
    if unknown:
        raise Refused(400, "BadRequest", f"Could not find a property named '{unknown[0][:60]}'.")
    return {name: told[name] for name in names} if names else told


def _context(request: Request, what: str) -> str:
    return f"{web.sandbox_of(request).authority}/graph/v1.0/$metadata#{what}"


async def _no_graph(request: Request) -> Response:
    return _graph_refusal(request, Refused(404, "ResourceNotFound", "The practice Graph does not have this."))


# Codes of Azure Resource Manager's refusals, by what is wrong
_ARM_CODES: Final = {
    "missing": "AuthenticationFailed",
    "signature": "InvalidAuthenticationToken",
    "audience": "InvalidAuthenticationTokenAudience",
    "tenant": "InvalidAuthenticationTokenTenant",
    "expired": "ExpiredAuthenticationToken",
    "early": "InvalidAuthenticationToken",
    "claims": "AuthenticationFailed",
}


async def arm_tenants(request: Request) -> Response:
    """``/arm/tenants?api-version=...``: the tenants that the caller can sign in to."""
    try:
        return JSONResponse(_arm_tenants(request))
    except Refused as refused:
        return _arm_refusal(request, refused)


def _arm_tenants(request: Request) -> dict[str, Any]:
    sandbox, _, person = _caller(request, AZURE)
    version = request.query_params.get("api-version")
    if not version:
        text = "The api-version query parameter (?api-version=) is required for all requests."
        raise Refused(400, "MissingApiVersionParameter", text)
    told = [
        {
            "id": f"/tenants/{place.tenant.id}",
            "tenantId": place.tenant.id,
            "countryCode": place.tenant.country,
            "displayName": place.tenant.name,
            "domains": [place.tenant.domain, place.tenant.initial_domain],
            "defaultDomain": place.tenant.domain,
            "tenantCategory": "ManagedBy" if place.kind == "partner" else "Home",
            "tenantType": "AAD",
        }
        for place in person.places.values()
    ]
    skip = _whole(request.query_params.get("$skiptoken", "0"), "$skiptoken", 0)
    answer: dict[str, Any] = {"value": told[skip : skip + _PAGE]}
    if skip + _PAGE < len(told):
        query = {"api-version": version, "$skiptoken": str(skip + _PAGE)}
        answer["nextLink"] = f"{sandbox.authority}{request.url.path}?{urlencode(query)}"
    return answer


def _arm_refusal(request: Request, refused: Refused) -> Response:
    web.note(request, error=refused.code)
    headers = {}
    if refused.status == 401:  # noqa: PLR2004
        error = "insufficient_claims" if refused.claims else "invalid_token"
        text = refused.text.replace('"', "'")
        challenge = (
            f'Bearer authorization_uri="{web.sandbox_of(request).authority}/common", error="{error}", error_description="{text}"'
        )
        if refused.claims:
            challenge += f', claims="{base64.b64encode(refused.claims.encode()).decode()}"'
        headers["www-authenticate"] = challenge
    code = _ARM_CODES.get(refused.code, refused.code)
    return JSONResponse({"error": {"code": code, "message": refused.text}}, refused.status, headers)


ROUTES = [
    Route("/graph/v1.0/me", _graph(_me), methods=["GET"]),
    Route("/graph/v1.0/me/revokeSignInSessions", _graph(_revoke_sign_in_sessions), methods=["POST"]),
    Route("/graph/v1.0/organization", _graph(_organization), methods=["GET"]),
    Route("/graph/v1.0/tenantRelationships/delegatedAdminRelationships", _graph(_relationships), methods=["GET"]),
    Route("/graph/v1.0/tenantRelationships/delegatedAdminCustomers", _graph(_admin_customers), methods=["GET"]),
    Route("/graph/v1.0/contracts", _graph(_contracts), methods=["GET"]),
    Route("/graph/{rest:path}", _no_graph),
    Route("/arm/tenants", arm_tenants, methods=["GET"]),
]
