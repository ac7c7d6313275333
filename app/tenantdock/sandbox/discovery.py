"""Discovery: a tenant's endpoints, the signing keys, and who signs a user in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tenantdock.sandbox import authorize, web
from tenantdock.sandbox.failures import Failure
from tenantdock.sandbox.people import OtherCloud, Tenant
from tenantdock.sandbox.requesting import tenant_named
from tenantdock.sandbox.sandbox import Sandbox

_INSTANCE = "practice.example"


async def configuration(request: Request) -> Response:
    """``/{tenant}/v2.0/.well-known/openid-configuration`` (OpenID Connect Discovery 1.0, section 4).

    The authorization endpoint is plain http, so that no browser warns about our certificate; everything else stays on TLS.
    """
    sandbox, name = web.sandbox_of(request), request.path_params["tenant"]
    elsewhere = sandbox.practice.elsewhere.get(name.casefold())
    if elsewhere is not None and elsewhere.tenant:
        return JSONResponse(_configuration_elsewhere(elsewhere))
    try:
        tenant = tenant_named(sandbox.practice, name)
    except Failure as failure:
        web.note(request, error=str(failure.number))
        return JSONResponse(failure.body(sandbox.now(None)), failure.status)
    where = tenant.id if tenant else name.casefold()
    secure, page = f"{sandbox.authority}/{where}", f"{sandbox.page}/{where}"
    return JSONResponse(
        {
            "token_endpoint": f"{secure}/oauth2/v2.0/token",
            "token_endpoint_auth_methods_supported": ["none"],
            "jwks_uri": f"{secure}/discovery/v2.0/keys",
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256"],
            "grant_types_supported": ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "issuer": f"{sandbox.authority}/{tenant.id if tenant else '{tenantid}'}/v2.0",
            "authorization_endpoint": f"{page}/oauth2/v2.0/authorize",
            "device_authorization_endpoint": f"{secure}/oauth2/v2.0/devicecode",
            "end_session_endpoint": f"{page}/oauth2/v2.0/logout",
            "claims_supported": [
                "sub",
                "iss",
                "aud",
                "exp",
                "iat",
                "auth_time",
                "nonce",
                "preferred_username",
                "name",
                "tid",
                "ver",
            ],
            "request_uri_parameter_supported": False,
            "tenant_region_scope": "EU" if tenant else None,
            "tenant_region_sub_scope": None,
            "cloud_instance_name": _INSTANCE,
            "cloud_graph_host_name": "graph.practice.example",
            "msgraph_host": "graph.practice.example",
            "rbac_url": "https://rbac.practice.example",
            "userinfo_endpoint": "https://graph.practice.example/oidc/userinfo",
            "kerberos_endpoint": f"{secure}/kerberos",
            "http_logout_supported": True,
            "frontchannel_logout_supported": True,
        }
    )


def _configuration_elsewhere(domain: OtherCloud) -> dict[str, Any]:
    """What Entra answers about a tenant of another cloud: that cloud's endpoints."""
    there = f"https://{domain.host}/{domain.tenant}"
    return {
        "token_endpoint": f"{there}/oauth2/v2.0/token",
        "jwks_uri": f"{there}/discovery/v2.0/keys",
        "issuer": f"{there}/v2.0",
        "authorization_endpoint": f"{there}/oauth2/v2.0/authorize",
        "device_authorization_endpoint": f"{there}/oauth2/v2.0/devicecode",
        "tenant_region_scope": "USGov",
        "tenant_region_sub_scope": domain.sub_scope or None,
        "cloud_instance_name": domain.instance,
    }


async def keys(request: Request) -> Response:
    """The public signing key."""
    return JSONResponse(web.sandbox_of(request).signer.keys())


async def authorize_elsewhere(request: Request) -> Response:
    """Send a browser that came to the TLS side over to the page, or straight on to a federated domain's server where the request
    hints at the domain, as Entra does.
    """
    sandbox = web.sandbox_of(request)
    hinted = sandbox.practice.domains.get(request.query_params.get("domain_hint", "").casefold())
    if hinted is not None and hinted.federation is not None:
        return await authorize.authorize(request)
    return RedirectResponse(f"{sandbox.page}{request.url.path}?{request.url.query}", 302)


async def user_realm(request: Request) -> Response:
    """``/common/userrealm/{user}?api-version=1.0`` or ``2.1``: is the user's domain managed or federated?"""
    sandbox = web.sandbox_of(request)
    user = request.path_params.get("user") or request.query_params.get("user") or request.query_params.get("login") or ""
    domain = user.rpartition("@")[2].casefold()
    tenant = sandbox.practice.domains.get(domain)
    version = request.query_params.get("api-version", "2.1")
    told = _realm_1(sandbox, domain, tenant) if version == "1.0" else _realm_2(sandbox, user, domain, tenant)
    elsewhere = sandbox.practice.elsewhere.get(domain)
    if elsewhere is not None:
        managed = {"account_type" if version == "1.0" else "NameSpaceType": "Managed"}
        told |= {**managed, "cloud_instance_name": elsewhere.instance}
    return JSONResponse(told)


def _realm_1(sandbox: Sandbox, domain: str, tenant: Tenant | None) -> dict[str, Any]:
    told: dict[str, Any] = {"ver": "1.0", "account_type": "Unknown", "cloud_instance_name": _INSTANCE}
    if tenant is None:
        return told
    told |= {"account_type": "Managed", "domain_name": domain, "cloud_audience_urn": "urn:federation:practice"}
    if tenant.federation is not None:
        sts = sandbox.sts(tenant)
        told |= {
            "account_type": "Federated",
            "federation_protocol": "WSTrust",
            "federation_metadata_url": f"{sts}/mex",
            "federation_active_auth_url": f"{sts}/trust",
        }
    return told


def _realm_2(sandbox: Sandbox, user: str, domain: str, tenant: Tenant | None) -> dict[str, Any]:
    if tenant is None:
        return {"Login": user, "NameSpaceType": "Unknown", "cloud_instance_name": _INSTANCE}
    told: dict[str, Any] = {
        "Login": user,
        "DomainName": domain,
        "NameSpaceType": "Managed",
        "FederationBrandName": tenant.name,
        "TenantBrandingInfo": None,
        "cloud_instance_name": _INSTANCE,
    }
    if tenant.federation is not None:
        query = urlencode({"username": user, "wa": "wsignin1.0", "wtrealm": "urn:federation:practice", "wctx": ""})
        told |= {
            "NameSpaceType": "Federated",
            "federation_protocol": "WSTrust",
            "AuthURL": f"{sandbox.sts(tenant)}/ls?{query}",
        }
    return told


ROUTES = [
    Route("/{tenant}/v2.0/.well-known/openid-configuration", configuration),
    Route("/{tenant}/.well-known/openid-configuration", configuration),
    Route("/{tenant}/discovery/v2.0/keys", keys),
    Route("/{tenant}/oauth2/v2.0/authorize", authorize_elsewhere),
    Route("/{tenant}/userrealm/{user}", user_realm),
    Route("/{tenant}/userrealm", user_realm),
    Route("/GetUserRealm.srf", user_realm),
]
