"""Signing in to the practice cloud with unmodified msal and a scripted person."""

from __future__ import annotations

import re
from typing import Any

import msal

from support.cloud import PracticeCloud, ScriptedPerson
from tenantdock.domain.services import GRAPH

GRAPH_SCOPE = "https://graph.practice.example/.default"
AZURE_SCOPE = "https://azure.practice.example/.default"
REDIRECT = "http://localhost:54321"
CODE = re.compile(r"AADSTS[0-9]{4,7}: ")


def app(cloud: PracticeCloud, tenant: str, client_id: str = GRAPH.client_id, **more: Any) -> msal.PublicClientApplication:
    """A client of msal's for one tenant (GUID, domain, common)."""
    return msal.PublicClientApplication(
        client_id, authority=f"{cloud.authority}/{tenant}", instance_discovery=False, http_client=cloud.trusting(), **more
    )


def sign_in(
    client: msal.PublicClientApplication, person: ScriptedPerson, scopes: list[str] | None = None, **asked: Any
) -> dict[str, Any]:
    """One interactive sign-in. Returns what msal returns, an error included. Raises ``Stopped`` when the person is stuck."""
    asked.setdefault("response_mode", "form_post")
    flow = client.initiate_auth_code_flow(scopes or [GRAPH_SCOPE], redirect_uri=REDIRECT, **asked)
    result: dict[str, Any] = client.acquire_token_by_auth_code_flow(flow, person.sign_in(flow["auth_uri"]))
    return result
