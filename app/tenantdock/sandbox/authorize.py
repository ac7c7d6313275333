"""The authorization endpoint and the sign-in pages behind it. Plain http on localhost, for browsers."""

from __future__ import annotations

import re
import time
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tenantdock.sandbox import tokens, web
from tenantdock.sandbox.browser import Browser
from tenantdock.sandbox.failures import Failure
from tenantdock.sandbox.flows import Ask, Flow, Flows
from tenantdock.sandbox.requesting import check_redirect, claims_of, client_named, missing, origin, scope_of, tenant_named
from tenantdock.sandbox.sandbox import CODE_LIFETIME, Code, Sandbox
from tenantdock.sandbox.signing_in import PROMPTS, Elsewhere, Rules

_MODES: Final = frozenset({"query", "fragment", "form_post"})
_CHALLENGE: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def flows_of(request: Request) -> Flows:
    """Return the sign-ins under way."""
    flows: Flows = request.app.state.flows
    return flows


async def authorize(request: Request) -> Response:
    """``/{tenant}/oauth2/v2.0/authorize``. What is wrong with client or redirect is shown; all else goes back to the client."""
    sandbox, given = web.sandbox_of(request), request.query_params
    try:
        tenant = tenant_named(sandbox.practice, request.path_params["tenant"])
        web.note(request, tenant=tenant.domain if tenant else "", user=given.get("login_hint", "")[:100])
        client = client_named(sandbox.practice, given.get("client_id", ""), tenant)
        check_redirect(given.get("redirect_uri", ""), client)
    except Failure as failure:
        return show_failure(request, failure)
    mode = given.get("response_mode", "query")
    ask = Ask(
        tenant,
        client,
        next(iter(sandbox.practice.resources.values())),
        (),
        redirect_uri=given["redirect_uri"],
        response_mode=mode if mode in _MODES else "query",
        state=given.get("state", ""),
        client_info=given.get("client_info") == "1",
    )
    browser = Browser.of(request)
    try:
        _read(sandbox, ask, dict(given))
        flow = flows_of(request).start(browser.id, ask)
        return browser.save(go_on(request, flow, Rules(sandbox).begin(flow, browser)))
    except Failure as failure:
        web.note(request, error=f"AADSTS{failure.number}")
        return browser.save(_refuse(sandbox, ask, failure))


def _read(sandbox: Sandbox, ask: Ask, given: dict[str, str]) -> None:
    """Check the rest of an authorization request. Raises :class:`Failure`."""
    if given.get("response_mode", "query") not in _MODES:
        raise Failure(90023, "invalid_request", "The response_mode is not supported.")
    if given.get("response_type") != "code":
        if not given.get("response_type"):
            raise missing("response_type")
        raise Failure(
            700054,
            "unsupported_response_type",
            f"response_type '{given['response_type'][:60]}' is not enabled for the application.",
        )
    ask.resource, ask.scopes = scope_of(sandbox.practice, ask.client, given.get("scope", ""))
    ask.prompt = given.get("prompt", "")
    if ask.prompt not in PROMPTS:
        raise Failure(90023, "invalid_request", f"The prompt '{ask.prompt[:60]}' is not supported.")
    ask.challenge, ask.method = given.get("code_challenge", ""), given.get("code_challenge_method", "plain")
    if ask.challenge and (not _CHALLENGE.fullmatch(ask.challenge) or ask.method not in ("S256", "plain")):
        raise Failure(501491, "invalid_request", "Invalid size, characters or method of code_challenge.")
    if given.get("max_age"):
        if not given["max_age"].isdecimal():
            raise Failure(90023, "invalid_request", "max_age is not a number of seconds.")
        ask.max_age = float(given["max_age"][:12])
    ask.login_hint = given.get("login_hint", "").strip()[:200]
    ask.domain_hint = given.get("domain_hint", "").strip().casefold()[:253]
    ask.nonce = given.get("nonce", "")
    ask.claims = claims_of(given.get("claims", ""))


def show_failure(request: Request, failure: Failure, flow: Flow | None = None, csrf: str = "") -> Response:
    """An error page; with a way to go on as someone else when a sign-in is under way."""
    sandbox = web.sandbox_of(request)
    web.note(request, error=f"AADSTS{failure.number}")
    tenant = flow.ask.tenant if flow else None
    body = failure.body(sandbox.now(tenant))
    return web.page(
        "error",
        200 if flow else failure.status,
        failure=failure,
        body=body,
        flow=flow,
        tenant=tenant,
        csrf=csrf,
        form_targets=targets(flow),
    )


def targets(flow: Flow | None) -> tuple[str, ...]:
    """Where a sign-in's pages may send the browser in the end: the client's origin."""
    return (origin(flow.ask.redirect_uri),) if flow and flow.ask.redirect_uri else ()


def go_on(request: Request, flow: Flow, elsewhere: Elsewhere | None) -> Response:
    """Send the browser to what is due: a page of ours, the domain's sign-in server, or back to the client."""
    if elsewhere is not None:
        return RedirectResponse(elsewhere.url, 303)
    if flow.stage == "finish":
        flows_of(request).end(flow)
        return _finish(request, flow)
    return RedirectResponse(f"/signin/{flow.id}", 303)


def _finish(request: Request, flow: Flow) -> Response:
    ask, person, signed_in = flow.ask, flow.person, flow.signed_in
    if person is None or signed_in is None:
        raise RuntimeError("a sign-in finished without a person")
    sandbox = web.sandbox_of(request)
    tenant = ask.tenant or person.home
    web.note(request, user=person.user, tenant=tenant.domain)
    if flow.consented:
        sandbox.store.consent(person.id, tenant.id, ask.client.id)
    if ask.device is not None:
        ask.device.person, ask.device.signed_in, ask.device.state = person, signed_in, "done"
        return RedirectResponse("/done/device", 303)
    code = Code(
        tenant,
        person,
        ask.client,
        ask.resource,
        ask.scopes,
        signed_in,
        ask.redirect_uri,
        ask.challenge,
        ask.method,
        ask.nonce,
        ask.claims,
        time.time() + CODE_LIFETIME,
    )
    answer = {"code": sandbox.hand_out(code)}
    if ask.client_info:
        answer["client_info"] = tokens.client_info(person)
    return _respond(ask, answer)


def _refuse(sandbox: Sandbox, ask: Ask, failure: Failure, subcode: str = "") -> Response:
    body = failure.body(sandbox.now(ask.tenant))
    more = {"error_subcode": subcode} if subcode else {}
    return _respond(ask, {"error": body["error"], **more, "error_description": body["error_description"]})


def _respond(ask: Ask, answer: dict[str, str]) -> Response:
    """Answer the client in the response mode that it chose (OAuth 2.0 Form Post Response Mode, section 2)."""
    if ask.state:
        answer["state"] = ask.state
    if ask.response_mode == "form_post":
        return web.page("hop", target=ask.redirect_uri, fields=answer, form_targets=(origin(ask.redirect_uri),))
    mark = "#" if ask.response_mode == "fragment" else "?"
    return RedirectResponse(f"{ask.redirect_uri}{mark}{urlencode(answer)}", 303)


async def show(request: Request) -> Response:
    """The page that is due in a sign-in."""
    browser = Browser.of(request)
    flow = flows_of(request).get(request.path_params["flow"], browser.id)
    if flow is None:
        return over()
    return _show(request, flow, browser)


def over() -> Response:
    """The sign-in is not under way (any more) in this browser."""
    return web.page("error", 400, failure=None, body=None, flow=None, tenant=None, csrf="")


def _show(request: Request, flow: Flow, browser: Browser) -> Response:
    sandbox = web.sandbox_of(request)
    if flow.stage == "error" and flow.problem is not None:
        return browser.save(show_failure(request, flow.problem, flow, browser.token(flow.id)))
    if flow.problem is not None:
        web.note(request, error=f"AADSTS{flow.problem.number}", user=flow.user)
    values: dict[str, Any] = {"flow": flow, "ask": flow.ask, "csrf": browser.token(flow.id), "tenant": flow.ask.tenant}
    values |= {"problem": flow.problem, "second_factor": sandbox.practice.second_factor}
    stage = "username" if flow.stage in ("sts", "finish") else flow.stage
    if stage == "picker":
        people = [sandbox.practice.person_by_id(account.person) for account in browser.accounts()]
        values["people"] = [person for person in people if person is not None]
    return browser.save(web.page(stage, form_targets=targets(flow), **values))


async def act(request: Request) -> Response:
    """What a person did on a sign-in page."""
    browser, form = Browser.of(request), await web.form(request)
    flow = flows_of(request).get(request.path_params["flow"], browser.id)
    if flow is None or not web.from_our_own_page(request) or not web.same(browser.token(flow.id), form.get("csrf", "")):
        return over()
    sandbox, rules = web.sandbox_of(request), Rules(web.sandbox_of(request))
    web.note(request, tenant=flow.ask.tenant.domain if flow.ask.tenant else "", user=flow.user)
    elsewhere: Elsewhere | None = None
    action = form.get("action", "next")
    if action == "cancel":
        flows_of(request).end(flow)
        return _cancel(sandbox, flow)
    if action == "another":
        # As at Entra: who is signed in to this browser comes first, and from there a new name
        stage = "picker" if flow.stage != "picker" and browser.accounts() else "username"
        flow.user, flow.person, flow.signed_in, flow.problem, flow.stage = "", None, None, None, stage
    elif flow.stage in ("username", "sts"):
        elsewhere = rules.name(flow, form.get("login", ""))
    elif flow.stage == "picker":
        elsewhere = _pick(sandbox, flow, form.get("pick", ""), browser, rules)
    elif flow.stage == "password":
        flow.keep = form.get("kmsi") == "1"
        rules.password(flow, form.get("passwd", ""), browser)
    elif flow.stage == "factor":
        rules.factor(flow, form.get("otc", ""), browser)
    elif flow.stage == "consent":
        flow.consented = True
        rules.proceed(flow)
    elif flow.stage == "confirm":
        flow.confirmed = True
        rules.proceed(flow)
    return browser.save(go_on(request, flow, elsewhere))


def _pick(sandbox: Sandbox, flow: Flow, user: str, browser: Browser, rules: Rules) -> Elsewhere | None:
    person = sandbox.practice.person(user)
    account = next((known for known in browser.accounts() if person and known.person == person.id), None)
    if person is None or account is None:
        flow.stage = "username"
        return None
    return rules.use(flow, person, account)


def _cancel(sandbox: Sandbox, flow: Flow) -> Response:
    if flow.ask.device is not None:
        flow.ask.device.state = "declined"
        return RedirectResponse("/done/declined", 303)
    if flow.stage == "consent":
        return _refuse(sandbox, flow.ask, Failure(65004, "access_denied", "The user declined to consent to access the app."))
    return _refuse(sandbox, flow.ask, Failure(65004, "access_denied", "The person cancelled the sign-in."), "cancel")


async def logout(request: Request) -> Response:
    """``/{tenant}/oauth2/v2.0/logout``: ends the browser's sessions, or with *logout_hint* one of them."""
    sandbox, browser = web.sandbox_of(request), Browser.of(request)
    browser.sign_out(sandbox.practice.person(request.query_params.get("logout_hint", "")))
    back = request.query_params.get("post_logout_redirect_uri", "")
    try:
        check_redirect(back, next(iter(sandbox.practice.clients.values())))
    except Failure:
        return browser.save(RedirectResponse("/done/out", 303))
    return browser.save(RedirectResponse(back, 303))


async def done(request: Request) -> Response:
    """The last page of something that ends in the browser."""
    return web.page("done", what=request.path_params["what"])


ROUTES = [
    Route("/{tenant}/oauth2/v2.0/authorize", authorize, methods=["GET"]),
    Route("/{tenant}/oauth2/v2.0/logout", logout, methods=["GET"]),
    Route("/signin/{flow}", show, methods=["GET"]),
    Route("/signin/{flow}", act, methods=["POST"]),
    Route("/done/{what}", done, methods=["GET"]),
]
