"""The token endpoint (RFC 6749, 7636, 8628) and the device authorization endpoint, answering as Entra does."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tenantdock.sandbox import failures, tokens, web
from tenantdock.sandbox.failures import Failure
from tenantdock.sandbox.people import Client, Person, Tenant
from tenantdock.sandbox.requesting import claims_of, client_named, granted, missing, scope_of, tenant_named
from tenantdock.sandbox.sandbox import DEVICE_LIFETIME, Claims, Device, Sandbox
from tenantdock.sandbox.store import SignedIn
from tenantdock.sandbox.tokens import Grant

# Without vowels, so that no code spells a word; without digits that look like letters
_USER_CODE_LETTERS: Final = "BCDFGHJKLMNPQRSTVWXZ"
_VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")
_NO_STORE: Final = {"cache-control": "no-store, no-cache", "pragma": "no-cache"}
_CAPOLIDS: Final = '{"access_token":{"capolids":{"essential":true,"values":["5c8d4d3e-9f0b-4b0a-8a7e-2f1d6c3b9a10"]}}}'

_Handler = Callable[[Sandbox, Tenant | None, dict[str, str], Request], dict[str, Any]]


def _answering(handler: _Handler) -> Callable[[Request], Awaitable[Response]]:
    """Read the form and the tenant, and word refusals as JSON."""

    async def endpoint(request: Request) -> Response:
        sandbox = web.sandbox_of(request)
        tenant: Tenant | None = None
        try:
            form = await web.form(request)
            tenant = tenant_named(sandbox.practice, request.path_params["tenant"])
            return JSONResponse(handler(sandbox, tenant, form, request), headers=_NO_STORE)
        except Failure as failure:
            web.note(request, error=f"AADSTS{failure.number}")
            correlation = request.headers.get("client-request-id", "")[:64]
            return JSONResponse(failure.body(sandbox.now(tenant), correlation), failure.status, _NO_STORE)

    return endpoint


def _token(sandbox: Sandbox, tenant: Tenant | None, form: dict[str, str], request: Request) -> dict[str, Any]:
    grant_type = form.get("grant_type", "")
    web.note(request, grant=_GRANTS[grant_type][0] if grant_type in _GRANTS else "")
    client = client_named(sandbox.practice, form.get("client_id", ""), tenant)
    if not grant_type:
        raise missing("grant_type")
    if grant_type not in _GRANTS:
        raise Failure(70003, "unsupported_grant_type", f"The app requested an unsupported grant type '{grant_type[:60]}'.")
    made, family = _GRANTS[grant_type][1](sandbox, tenant, client, form)
    web.note(request, user=made.person.user, tenant=made.tenant.domain)
    return _response(sandbox, made, family, form)


def _response(sandbox: Sandbox, made: Grant, family: str, form: dict[str, str]) -> dict[str, Any]:
    now = sandbox.now(made.tenant)
    lifetime = sandbox.faults.value(made.tenant.id, "token-lifetime", "seconds") or tokens.LIFETIME
    answer: dict[str, Any] = {
        "token_type": "Bearer",
        "scope": granted(made.resource, made.scopes),
        "expires_in": int(lifetime),
        "ext_expires_in": int(lifetime),
        "access_token": sandbox.signer.access_token(made, now, lifetime),
    }
    of = (made.person, made.tenant, made.client, made.resource)
    sandbox.remember("access", answer["access_token"], *of)
    if "offline_access" in made.scopes:
        answer["refresh_token"] = sandbox.store.issue(made.signed_in, made.client.id, family)
        sandbox.remember("refresh", answer["refresh_token"], *of)
    if "openid" in made.scopes:
        answer["id_token"] = sandbox.signer.id_token(made, now)
    if form.get("client_info") == "1":
        answer["client_info"] = tokens.client_info(made.person)
    return answer


def _by_code(sandbox: Sandbox, tenant: Tenant | None, client: Client, form: dict[str, str]) -> tuple[Grant, str]:
    code = sandbox.codes.get(form.get("code") or _missing("code"))
    if code is None or code.client.id != client.id or (tenant is not None and tenant.id != code.tenant.id):
        raise Failure(
            9002313, "invalid_grant", "Invalid request. The authorization code is malformed or was not issued to this client."
        )
    if code.used:
        raise Failure(54005, "invalid_grant", "OAuth2 authorization code was already redeemed; please retry with a new valid code.")
    if code.expires < time.time():
        raise Failure(70008, "invalid_grant", "The provided authorization code has expired. Send a new interactive request.")
    # One try: a code that met a wrong verifier is worth nothing any more
    code.used = True
    if form.get("redirect_uri", "") != code.redirect_uri:
        raise Failure(500112, "invalid_grant", "The reply address does not match the one provided when requesting the code.")
    _check_verifier(code.challenge, code.method, form.get("code_verifier", ""))
    if form.get("scope"):
        resource, scopes = scope_of(sandbox.practice, client, form["scope"])
        if resource.id != code.resource.id:
            raise Failure(28000, "invalid_request", "The scope is about another resource than the authorization code.")
    else:
        scopes = code.scopes
    claims = claims_of(form["claims"]) if form.get("claims") else code.claims
    _check_person(sandbox, code.person, code.tenant, client, code.signed_in)
    made = Grant(
        code.tenant, code.person, client, code.resource, scopes, code.signed_in, code.nonce, claims.capabilities, claims.contexts
    )
    return made, ""


def _check_verifier(challenge: str, method: str, verifier: str) -> None:
    if not challenge:
        return
    if not _VERIFIER.fullmatch(verifier):
        raise Failure(501491, "invalid_grant", "Invalid size or characters of code_verifier.")
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    if not web.same(digest if method == "S256" else verifier, challenge):
        raise Failure(
            501481, "invalid_grant", "The code_verifier does not match the code_challenge supplied in the authorization request."
        )


def _by_refresh(sandbox: Sandbox, tenant: Tenant | None, client: Client, form: dict[str, str]) -> tuple[Grant, str]:
    kept = sandbox.store.redeem(form.get("refresh_token") or _missing("refresh_token"))
    person = sandbox.practice.person_by_id(kept.signed_in.person) if kept else None
    if kept is None or person is None:
        raise Failure(
            9002313, "invalid_grant", "Invalid request. The refresh token is malformed or was revoked.", suberror="bad_token"
        )
    if kept.client != client.id:
        raise Failure(700005, "invalid_grant", "The refresh token was issued to another client.", suberror="client_mismatch")
    if kept.expires <= time.time():
        raise Failure(700082, "invalid_grant", "The refresh token has expired due to inactivity.", suberror="token_expired")
    target = tenant or person.home
    resource, scopes = scope_of(sandbox.practice, client, form.get("scope", ""))
    claims = claims_of(form.get("claims", ""))
    _check_person(sandbox, person, target, client, kept.signed_in)
    _check_strength(sandbox, person, target, kept.signed_in, claims)
    if client.consent and not sandbox.store.consented(person.id, target.id, client.id):
        raise Failure(
            65001,
            "invalid_grant",
            f"The user or administrator has not consented to use the application with ID '{client.id}' named '{client.name}'.",
            suberror="consent_required",
        )
    made = Grant(target, person, client, resource, scopes, kept.signed_in, "", claims.capabilities, claims.contexts)
    return made, kept.family


def _check_person(sandbox: Sandbox, person: Person, tenant: Tenant, client: Client, signed_in: SignedIn) -> None:
    if sandbox.is_disabled(person):
        raise failures.disabled(person.user)
    if signed_in.auth_time <= sandbox.store.revoked_before(person.id):
        raise Failure(
            50173,
            "invalid_grant",
            "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
            suberror="bad_token",
        )
    if tenant.id not in person.places:
        raise failures.not_in_tenant(person.user, sandbox.signer.issuer(person.home.id), tenant.name, client.name)


def _check_strength(sandbox: Sandbox, person: Person, tenant: Tenant, signed_in: SignedIn, claims: Claims) -> None:
    fault = sandbox.faults.get(tenant.id, "interaction-required")
    if fault is not None and signed_in.auth_time < fault.since:
        raise failures.second_factor(_CAPOLIDS)
    if (person.factor or claims.contexts) and "mfa" not in signed_in.amr:
        raise failures.second_factor()
    challenge = sandbox.faults.get(tenant.id, "claims-challenge")
    if challenge is not None and challenge.values["interactive"] and claims.not_before and signed_in.auth_time < challenge.since:
        raise failures.second_factor(_CAPOLIDS)


def _by_device(sandbox: Sandbox, tenant: Tenant | None, client: Client, form: dict[str, str]) -> tuple[Grant, str]:
    device = sandbox.devices.get(form.get("device_code") or _missing("device_code"))
    if device is None or device.client.id != client.id or device.tenant != tenant:
        raise Failure(70018, "bad_verification_code", "Invalid verification code, or the device code was already redeemed.")
    if device.expires <= time.time():
        raise Failure(70020, "expired_token", "The device code has expired. Start the sign-in again.")
    if device.state == "declined":
        raise Failure(70021, "authorization_declined", "The person declined the sign-in.")
    if device.state != "done" or device.person is None or device.signed_in is None:
        raise Failure(70016, "authorization_pending", "OAuth 2.0 device flow error. Authorization is pending. Continue polling.")
    del sandbox.devices[device.device_code]
    target = device.tenant or device.person.home
    _check_person(sandbox, device.person, target, client, device.signed_in)
    claims = claims_of(form.get("claims", ""))
    made = Grant(
        target, device.person, client, device.resource, device.scopes, device.signed_in, "", claims.capabilities, claims.contexts
    )
    return made, ""


def _missing(name: str) -> str:
    raise missing(name)


def _device_code(sandbox: Sandbox, tenant: Tenant | None, form: dict[str, str], request: Request) -> dict[str, Any]:
    web.note(request, grant="device_authorization")
    client = client_named(sandbox.practice, form.get("client_id", ""), tenant)
    resource, scopes = scope_of(sandbox.practice, client, form.get("scope", ""))
    user_code = "".join(secrets.choice(_USER_CODE_LETTERS) for _ in range(9))
    device = Device(secrets.token_urlsafe(48), user_code, tenant, client, resource, scopes, time.time() + DEVICE_LIFETIME)
    sandbox.add_device(device)
    address = f"{sandbox.page}/devicelogin"
    return {
        "user_code": user_code,
        "device_code": device.device_code,
        "verification_uri": address,
        "expires_in": int(DEVICE_LIFETIME),
        "interval": 1,
        "message": f"To sign in, use a web browser to open the page {address} and enter the code {user_code} to authenticate.",
    }


_Redeem = Callable[[Sandbox, Tenant | None, Client, dict[str, str]], tuple[Grant, str]]
_GRANTS: Final[dict[str, tuple[str, _Redeem]]] = {
    "authorization_code": ("authorization_code", _by_code),
    "refresh_token": ("refresh_token", _by_refresh),
    "urn:ietf:params:oauth:grant-type:device_code": ("device_code", _by_device),
    "device_code": ("device_code", _by_device),
}

ROUTES = [
    Route("/{tenant}/oauth2/v2.0/token", _answering(_token), methods=["POST"]),
    Route("/{tenant}/oauth2/v2.0/devicecode", _answering(_device_code), methods=["POST"]),
]
