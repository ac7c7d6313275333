"""The cloud's own page, and what tests and the page can switch. Plain http on localhost."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tenantdock.sandbox import web
from tenantdock.sandbox.browser import JOINED, MACHINE, Browser
from tenantdock.sandbox.faults import KINDS, WHERE, BadFault
from tenantdock.sandbox.sandbox import Sandbox
from tenantdock.sandbox.store import KEPT_LIFETIME

_SHOWN = 40


class BadCommand(Exception):
    """A command that cannot be carried out, with the reason."""


async def root(request: Request) -> Response:
    """People, tenants, faults, the machine and the last requests."""
    sandbox, browser = web.sandbox_of(request), Browser.of(request)
    practice = sandbox.practice
    entries = [entry for entry in reversed(sandbox.log) if entry.path != "/"][:_SHOWN]
    return browser.save(
        web.page(
            "root",
            practice=practice,
            people=[(person, sandbox.is_disabled(person)) for person in practice.people.values()],
            tenants=list(practice.tenants.values()),
            federated=[(tenant, sandbox.machine_user(tenant)) for tenant in practice.tenants.values() if tenant.federation],
            faults=[
                (practice.tenants[tenant_id], fault, KINDS[fault["kind"]])
                for tenant_id, faults in sandbox.faults.all().items()
                for fault in faults
            ],
            kinds=list(KINDS.values()),
            where=WHERE,
            entries=[(time.strftime("%H:%M:%S", time.localtime(entry.at)), entry) for entry in entries],
            signed_in=[person.user for known in browser.accounts() if (person := practice.person_by_id(known.person))],
            joined=browser.joined,
            csrf=browser.token("control"),
            sandbox=sandbox,
            said=request.query_params.get("said", "")[:200],
            trouble=request.query_params.get("trouble", "")[:200],
        )
    )


async def people(request: Request) -> Response:
    """People and tenants as JSON."""
    practice = web.sandbox_of(request).practice
    sandbox = web.sandbox_of(request)
    return JSONResponse(
        {
            "password": practice.password,
            "secondFactor": practice.second_factor,
            "people": [
                {
                    "user": person.user,
                    "name": person.name,
                    "note": person.note,
                    "aliases": list(person.aliases),
                    "homeAccountId": f"{person.id}.{person.home.id}",
                    "disabled": sandbox.is_disabled(person),
                    "factor": person.factor,
                    "places": [
                        {"tenant": place.tenant.domain, "tenantId": place.tenant.id, "kind": place.kind, "objectId": place.id}
                        for place in person.places.values()
                    ],
                }
                for person in practice.people.values()
            ],
            "tenants": [
                {"id": tenant.id, "name": tenant.name, "domain": tenant.domain, "federated": tenant.federation is not None}
                for tenant in practice.tenants.values()
            ],
            "clients": [{"id": client.id, "name": client.name, "consent": client.consent} for client in practice.clients.values()],
        }
    )


async def requests(request: Request) -> Response:
    """The last requests, oldest first, as JSON."""
    return JSONResponse([asdict(entry) for entry in web.sandbox_of(request).log])


async def show_faults(request: Request) -> Response:
    """The faults that are on, by tenant id."""
    return JSONResponse(web.sandbox_of(request).faults.all())


async def command(request: Request) -> Response:
    """A command, as JSON (answered with JSON) or from a form of the page (answered with the page).

    A page elsewhere can send neither: JSON from another origin needs a permission that is never given (CORS), and a form needs the
    value that was made for this browser.
    """
    sandbox, kind = web.sandbox_of(request), request.url.path.strip("/")
    is_json = request.headers.get("content-type", "").partition(";")[0].strip().casefold() == "application/json"
    if not web.from_our_own_page(request):
        return JSONResponse({"error": "This does not come from the practice cloud's own page."}, 403)
    if is_json:
        try:
            given = json.loads(await web.body(request) or b"{}")
            return JSONResponse({"said": _COMMANDS[kind](sandbox, given if isinstance(given, dict) else {})})
        except (ValueError, RecursionError, BadCommand) as error:
            return JSONResponse({"error": str(error)}, 400)
    form = await web.form(request)
    if not web.same(Browser.of(request).token("control"), form.pop("csrf", "")):
        return JSONResponse({"error": "This form is too old. Load the practice cloud's page again."}, 403)
    try:
        filled = {name: value for name, value in form.items() if value != ""}
        said = {"said": _COMMANDS[kind](sandbox, _one_fault(filled) if kind == "faults" else filled)}
    except (BadFault, BadCommand) as error:
        said = {"trouble": str(error)}
    return RedirectResponse(f"/?{urlencode(said)}", 303)


def _one_fault(form: dict[str, str]) -> dict[str, str]:
    """Return the fields of the fault whose button was pressed: the page's form has the numbers of all, as ``fault:parameter``."""
    kind = form.get("fault", "")
    chosen = {name: value for name, value in form.items() if ":" not in name}
    if kind in KINDS and not KINDS[kind].placed:
        chosen.pop("at", None)
    return chosen | {name.removeprefix(f"{kind}:"): value for name, value in form.items() if name.startswith(f"{kind}:")}


def _faults(sandbox: Sandbox, given: dict[str, Any]) -> str:
    """Switch a fault on (*tenant*, *fault* and its parameters), or with *clear* one, a tenant's, or all off."""
    rest = dict(given)
    name, kind, clear = str(rest.pop("tenant", "")), str(rest.pop("fault", "")), rest.pop("clear", False)
    tenant = sandbox.practice.tenant(name)
    if name and tenant is None:
        raise BadCommand(f"There is no tenant {name[:60]!r}.")
    if clear:
        sandbox.faults.switch_off(tenant.id if tenant else "", kind)
        return "Switched off."
    if tenant is None:
        raise BadCommand("Name the tenant.")
    allowed = {"at", "times"} | {parameter.name for known in KINDS.values() for parameter in known.parameters}
    unknown = set(rest) - allowed
    if unknown:
        raise BadCommand(f"A fault has no {', '.join(sorted(unknown))[:80]}.")
    sandbox.faults.switch_on(tenant.id, kind, rest)
    return f"{tenant.name}: {KINDS[kind].label}."


def _machine(sandbox: Sandbox, given: dict[str, Any]) -> str:
    """Sign a domain's machine in as *user*; an empty one is the usual user of all machines."""
    user = str(given.get("user", ""))
    if not user:
        sandbox.machine_users.clear()
        return "The machines have their usual users."
    person = sandbox.practice.person(user)
    if person is None or person.home.federation is None:
        raise BadCommand(f"{user[:60]!r} is no user of a federated domain.")
    sandbox.machine_users[person.home.id] = person.user
    return f"The machine of {person.home.name} is signed in as {person.user}."


def _people(sandbox: Sandbox, given: dict[str, Any]) -> str:
    """Change *user*: *disabled* (true or false), *revoke* (all sign-ins), *expire* (refresh tokens)."""
    person = sandbox.practice.person(str(given.get("user", "")))
    if person is None:
        raise BadCommand("There is no such person.")
    said = []
    if "disabled" in given:
        disabled = given["disabled"] in (True, "true", "1")
        sandbox.store.disable(person.id, disabled)
        said.append("disabled" if disabled else "enabled")
    if given.get("revoke"):
        sandbox.store.revoke(person.id)
        said.append("all sign-ins revoked")
    if given.get("expire"):
        sandbox.store.expire(person.id)
        said.append("refresh tokens expired")
    return f"{person.user}: {', '.join(said) or 'nothing to change'}."


def _reset(sandbox: Sandbox, given: dict[str, Any]) -> str:
    """Forget all that happened."""
    del given
    sandbox.reset()
    return "All is as at the first start."


_COMMANDS = {"faults": _faults, "machine": _machine, "people": _people, "reset": _reset}


async def join(_: Request) -> Response:
    """Join this browser to the machine: its federated sign-in servers then know the machine's user."""
    response = web.page("done", what="joined")
    web.set_cookie(response, MACHINE, JOINED, KEPT_LIFETIME)
    return response


async def leave(_: Request) -> Response:
    """Undo :func:`join`."""
    response = web.page("done", what="left")
    response.delete_cookie(MACHINE, path="/")
    return response


ROUTES = [
    Route("/", root, methods=["GET"]),
    Route("/people", people, methods=["GET"]),
    Route("/requests", requests, methods=["GET"]),
    Route("/faults", show_faults, methods=["GET"]),
    Route("/machine/join", join, methods=["GET"]),
    Route("/machine/leave", leave, methods=["GET"]),
    *(Route(f"/{name}", command, methods=["POST"]) for name in _COMMANDS),
]
