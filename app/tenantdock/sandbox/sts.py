"""The sign-in servers of federated domains, and the way back from them.

A federated domain's own server decides who signs in. Where the browser is signed on to the machine, that is the machine's user,
whatever name was asked for: the project's wrong-user problem.
"""

from __future__ import annotations

import time
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from tenantdock.sandbox import web
from tenantdock.sandbox.authorize import flows_of, go_on, over, targets
from tenantdock.sandbox.browser import Browser
from tenantdock.sandbox.people import Federation, Tenant
from tenantdock.sandbox.sandbox import Sandbox
from tenantdock.sandbox.signing_in import PASSWORD_METHOD, Rules

_ASSERTION_LIFETIME: Final = 300
_PASSED_ON: Final[tuple[str, ...]] = ("wa", "wtrealm", "wctx", "wfresh", "wauth", "username", "prompt")


async def sign_in(request: Request) -> Response:
    """``/sts/{domain}/ls``: signs in the machine's user where that is on, else shows a form."""
    sandbox, tenant = web.sandbox_of(request), _tenant(request)
    if tenant is None or tenant.federation is None:
        return over()
    browser, given = Browser.of(request), dict(request.query_params)
    if given.get("wa") != "wsignin1.0":
        return over()
    web.note(request, tenant=tenant.domain, user=given.get("username", "")[:100])
    if tenant.federation.server == "blank":
        return _blank(tenant.federation)
    if not given.get("wctx"):
        return _without_a_sign_in(tenant, browser, given)
    if _machine_signs_on(tenant.federation, browser, given):
        return browser.save(_assert(request, tenant, sandbox.machine_user(tenant), given["wctx"], "windows"))
    return browser.save(_form(tenant, browser, given, given.get("username", ""), wrong=False))


async def metadata(request: Request) -> Response:
    """``/sts/{domain}/mex``: what the server offers (WS-MetadataExchange 1.1, section 4; the least that is one)."""
    tenant = _tenant(request)
    if tenant is None:
        return PlainTextResponse("There is no such server.", 404)
    address = f"{web.sandbox_of(request).sts(tenant)}/trust"
    text = (
        '<?xml version="1.0" encoding="utf-8"?><Metadata xmlns="http://schemas.xmlsoap.org/ws/2004/09/mex"><MetadataSection '
        f'Dialect="http://schemas.xmlsoap.org/wsdl/"><MetadataReference>{address}</MetadataReference></MetadataSection></Metadata>'
    )
    return Response(text, media_type="application/soap+xml")


def _without_a_sign_in(tenant: Tenant, browser: Browser, given: dict[str, str]) -> Response:
    """The page at the address that the realm tells. A server that takes the machine's user asks the browser for him first, as AD FS
    does (RFC 4559, section 4).
    """
    form = _form(tenant, browser, given | {"wctx": ""}, given.get("username", ""), wrong=False)
    if tenant.federation is not None and tenant.federation.machine_sign_on == "always":
        form.status_code = 401
        form.headers["www-authenticate"] = "Negotiate"
    return form


def _blank(federation: Federation) -> Response:
    """A page without a word: a script from elsewhere was to write it."""
    text = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title>'
        f'<script src="http://{federation.host}/app.js"></script></head><body><div id="root"></div></body></html>'
    )
    return HTMLResponse(text, headers={"x-frame-options": "DENY"})


def _machine_signs_on(federation: Federation, browser: Browser, given: dict[str, str]) -> bool:
    if federation.machine_sign_on == "joined":
        # Kerberos from a joined machine answers before any form could, asked for anew or not
        return browser.joined
    return given.get("wauth") != PASSWORD_METHOD and given.get("prompt") != "login"


async def password(request: Request) -> Response:
    """A user name and password, given to the domain's own server."""
    sandbox, tenant, browser = web.sandbox_of(request), _tenant(request), Browser.of(request)
    form = await web.form(request)
    passed = {name: form[name] for name in _PASSED_ON if name in form}
    if tenant is None or not web.from_our_own_page(request) or not passed.get("wctx"):
        return over()
    if not web.same(browser.token(f"sts {passed['wctx']}"), form.get("csrf", "")):
        return over()
    person = sandbox.practice.person(form.get("login", ""))
    if person is None or person.home.id != tenant.id or form.get("passwd") != sandbox.practice.password:
        return browser.save(_form(tenant, browser, passed, form.get("login", ""), wrong=True))
    return browser.save(_assert(request, tenant, person.user, passed["wctx"], "pwd", keep=form.get("kmsi") == "1"))


def _form(tenant: Tenant, browser: Browser, given: dict[str, str], user: str, *, wrong: bool) -> Response:
    passed = {name: given[name] for name in _PASSED_ON if name in given}
    return web.page("sts", tenant=tenant, user=user[:200], passed=passed, wrong=wrong, csrf=browser.token(f"sts {given['wctx']}"))


def _assert(request: Request, tenant: Tenant, user: str, context: str, method: str, *, keep: bool = False) -> Response:
    """Send the browser back with a signed statement of who it is."""
    sandbox = web.sandbox_of(request)
    now = int(time.time())
    statement: dict[str, Any] = {"iss": tenant.domain, "upn": user, "wctx": context, "method": method, "keep": keep}
    statement |= {"iat": now, "exp": now + _ASSERTION_LIFETIME}
    result = jwt.encode({"alg": "HS256"}, statement, _key(sandbox), algorithms=["HS256"])
    # The answer to this form may be a redirect to the client, which the page has to allow
    ends_at = targets(flows_of(request).get(context, Browser.of(request).id))
    fields = {"wa": "wsignin1.0", "wresult": result, "wctx": context}
    return web.page("hop", target="/login", fields=fields, form_targets=ends_at)


async def back(request: Request) -> Response:
    """``/login``: takes the statement of a domain's server, about its own users only, for the sign-in that asked for it."""
    sandbox, browser, form = web.sandbox_of(request), Browser.of(request), await web.form(request)
    flow = flows_of(request).get(form.get("wctx", ""), browser.id)
    try:
        statement = dict(jwt.decode(form.get("wresult", ""), _key(sandbox), algorithms=["HS256"]).claims)
    except (JoseError, ValueError):
        return over()
    if flow is None or statement.get("wctx") != flow.id or statement.get("exp", 0) < time.time():
        return over()
    person = sandbox.practice.person(str(statement.get("upn", "")))
    if person is None or person.domain != statement.get("iss"):
        return over()
    web.note(request, user=person.user, tenant=flow.ask.tenant.domain if flow.ask.tenant else "")
    flow.keep = bool(statement.get("keep"))
    Rules(sandbox).authenticated(flow, person, (str(statement.get("method")),), browser)
    return browser.save(go_on(request, flow, None))


def _tenant(request: Request) -> Tenant | None:
    tenant = web.sandbox_of(request).practice.domains.get(request.path_params["domain"])
    if tenant is None or tenant.federation is None:
        return None
    # One server is behind the proxy, and answers to nobody who comes past it
    return tenant if (tenant.federation.server == "proxied") == bool(request.scope.get("practice.proxied")) else None


def _key(sandbox: Sandbox) -> OctKey:
    return OctKey.import_key(sandbox.store.secret("sts"))


ROUTES = [
    Route("/sts/{domain}/ls", sign_in, methods=["GET"]),
    Route("/sts/{domain}/ls", password, methods=["POST"]),
    Route("/sts/{domain}/mex", metadata, methods=["GET"]),
    Route("/login", back, methods=["POST"]),
]
