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
from starlette.responses import Response
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
    if request.query_params.get("wa") != "wsignin1.0" or not given.get("wctx"):
        return over()
    web.note(request, tenant=tenant.domain, user=given.get("username", "")[:100])
    if _machine_signs_on(tenant.federation, browser, given):
        return browser.save(_assert(request, tenant, sandbox.machine_user(tenant), given["wctx"], "windows"))
    return browser.save(_form(tenant, browser, given, given.get("username", ""), wrong=False))


def _machine_signs_on(federation: Federation, browser: Browser, given: dict[str, str]) -> bool:
    if federation.machine_sign_on == "joined":
        # Kerberos from a joined machine answers before any form could, asked for anew or not
        return browser.joined
    return given.get("wauth") != PASSWORD_METHOD


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
    return tenant if tenant is not None and tenant.federation is not None else None


def _key(sandbox: Sandbox) -> OctKey:
    return OctKey.import_key(sandbox.store.secret("sts"))


ROUTES = [
    Route("/sts/{domain}/ls", sign_in, methods=["GET"]),
    Route("/sts/{domain}/ls", password, methods=["POST"]),
    Route("/login", back, methods=["POST"]),
]
