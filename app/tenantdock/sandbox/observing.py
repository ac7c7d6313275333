"""What tests ask beside the controls: whose a token is, and a browser in which people are signed in. JSON only.

Tokens are named by their SHA-256 (hex), so that none travels over the plain side.
"""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tenantdock.sandbox import web
from tenantdock.sandbox.sandbox import Sandbox
from tenantdock.sandbox.store import SESSION_LIFETIME, SignedIn

_MOST = 200


async def observe(request: Request) -> Response:
    """Answer one of the questions; 400 for what cannot be answered."""
    sandbox = web.sandbox_of(request)
    is_json = request.headers.get("content-type", "").partition(";")[0].strip().casefold() == "application/json"
    if not is_json or not web.from_our_own_page(request):
        return JSONResponse({"error": "Ask with JSON."}, 403)
    try:
        given = json.loads(await web.body(request))
        return JSONResponse(_QUESTIONS[request.url.path](sandbox, given))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return JSONResponse({"error": "This question cannot be understood."}, 400)


def _issued(sandbox: Sandbox, given: dict[str, Any]) -> dict[str, Any]:
    """Whose the tokens with these hashes are (*hashes*), and what was issued in some tenants (*tenants*, ids) since *since*.

    *since* is a number that an earlier answer gave as ``next``.
    """
    hashes = [str(each) for each in given.get("hashes", ())][:_MOST]
    tenants, since = {str(each) for each in given.get("tenants", ())}, int(given.get("since", 0))
    known = {each: asdict(sandbox.issued[each]) for each in hashes if each in sandbox.issued}
    found = [asdict(entry) for entry in sandbox.issued.values() if entry.number >= since and entry.tenant in tenants]
    return {"known": known, "issued": found, "next": sandbox.issues}


def _session(sandbox: Sandbox, given: dict[str, Any]) -> dict[str, str]:
    """A new browser in which *users* are signed in with a password, the last one latest: its cookies by name."""
    people = [sandbox.practice.person(str(user)) for user in given["users"]]
    if None in people:
        raise KeyError("user")
    now = time.time()
    signed_in = [SignedIn(person.id, now - number, ("pwd",)) for number, person in enumerate(reversed(people)) if person]
    suffix = sandbox.page.rpartition(":")[2]
    cookie = sandbox.store.renew_session("", signed_in, SESSION_LIFETIME)
    return {f"practice-browser-{suffix}": secrets.token_urlsafe(24), f"practice-session-{suffix}": cookie}


_QUESTIONS = {"/issued": _issued, "/session": _session}

ROUTES = [Route(path, observe, methods=["POST"]) for path in _QUESTIONS]
