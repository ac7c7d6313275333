"""The page where a person types a device code (RFC 8628 section 3.3)."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tenantdock.sandbox import web
from tenantdock.sandbox.authorize import flows_of, go_on, over
from tenantdock.sandbox.browser import Browser
from tenantdock.sandbox.flows import Ask
from tenantdock.sandbox.signing_in import Rules


async def show(request: Request) -> Response:
    """``/devicelogin``."""
    browser = Browser.of(request)
    return browser.save(web.page("device", csrf=browser.token("device"), wrong=False))


async def typed(request: Request) -> Response:
    """Go on to the sign-in for a code that was typed. The person is asked to confirm what they sign in to."""
    browser, form, sandbox = Browser.of(request), await web.form(request), web.sandbox_of(request)
    if not web.from_our_own_page(request) or not web.same(browser.token("device"), form.get("csrf", "")):
        return over()
    device = sandbox.device_by_user_code(form.get("otc", ""))
    if device is None:
        return browser.save(web.page("device", csrf=browser.token("device"), wrong=True))
    ask = Ask(device.tenant, device.client, device.resource, device.scopes, device=device)
    flow = flows_of(request).start(browser.id, ask)
    if browser.accounts():
        # As Entra does: whoever is signed in is offered, not taken
        ask.prompt = "select_account"
    return browser.save(go_on(request, flow, Rules(sandbox).begin(flow, browser)))


ROUTES = [Route("/devicelogin", show, methods=["GET"]), Route("/devicelogin", typed, methods=["POST"])]
