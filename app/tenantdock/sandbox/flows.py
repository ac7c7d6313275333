"""A sign-in under way: what was asked for, and how far it came."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import Final

from tenantdock.sandbox.failures import Failure
from tenantdock.sandbox.people import Client, Person, Resource, Tenant
from tenantdock.sandbox.sandbox import Claims, Device
from tenantdock.sandbox.store import SignedIn

LIFETIME: Final = 1800.0
_KEPT: Final = 2000


@dataclass(slots=True)
class Ask:
    """An authorization request, checked. *max_age* is in seconds; *device* is set instead of a redirect for a device code."""

    tenant: Tenant | None
    client: Client
    resource: Resource
    scopes: tuple[str, ...]
    redirect_uri: str = ""
    response_mode: str = "query"
    state: str = ""
    nonce: str = ""
    challenge: str = ""
    method: str = ""
    prompt: str = ""
    login_hint: str = ""
    domain_hint: str = ""
    max_age: float | None = None
    claims: Claims = field(default_factory=Claims)
    client_info: bool = False
    device: Device | None = None


@dataclass(slots=True)
class Flow:
    """One sign-in in one browser. *stage* names the page that is due; *user* is the name typed or hinted at."""

    id: str
    browser: str
    ask: Ask
    expires: float
    stage: str = "username"
    user: str = ""
    person: Person | None = None
    signed_in: SignedIn | None = None
    keep: bool = False
    fresh: bool = False
    consented: bool = False
    confirmed: bool = False
    problem: Failure | None = None
    tries: int = 0


class Flows:
    """The sign-ins under way. Memory only, bounded."""

    def __init__(self) -> None:
        self._flows: dict[str, Flow] = {}

    def start(self, browser: str, ask: Ask) -> Flow:
        """Begin a sign-in in a browser."""
        while len(self._flows) >= _KEPT:
            del self._flows[next(iter(self._flows))]
        flow = Flow(secrets.token_urlsafe(24), browser, ask, time.time() + LIFETIME)
        self._flows[flow.id] = flow
        return flow

    def get(self, flow_id: str, browser: str) -> Flow | None:
        """Return a sign-in that is under way in this very browser."""
        flow = self._flows.get(flow_id)
        return flow if flow and flow.browser == browser and flow.expires > time.time() else None

    def end(self, flow: Flow) -> None:
        """Forget a sign-in."""
        self._flows.pop(flow.id, None)
