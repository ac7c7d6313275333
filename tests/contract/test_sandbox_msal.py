"""Unmodified msal against the running practice cloud."""
# ruff: noqa: F811  # fixtures are imported, and then asked for by name

from __future__ import annotations

import jwt
import msal
import pytest

from support.cloud import PracticeCloud, ScriptedPerson, Stopped, cloud, practice_cloud  # noqa: F401
from tenantdock.domain.services import GRAPH

SCOPES = ["https://graph.practice.example/.default"]
REDIRECT = "http://localhost:54321"


# msal asks for form_post with a warning; the other modes are ours to show all the same
pytestmark = pytest.mark.filterwarnings("ignore:response_mode='form_post':UserWarning")


def app(cloud: PracticeCloud, tenant: str, client_id: str = GRAPH.client_id, **more) -> msal.PublicClientApplication:
    return msal.PublicClientApplication(
        client_id, authority=f"{cloud.authority}/{tenant}", instance_discovery=False, http_client=cloud.trusting(), **more
    )


def sign_in(client, person, scopes=SCOPES, **asked):
    flow = client.initiate_auth_code_flow(scopes, redirect_uri=REDIRECT, **asked)
    return client.acquire_token_by_auth_code_flow(flow, person.sign_in(flow["auth_uri"]))


def read(token):
    return jwt.decode(token, options={"verify_signature": False})


@pytest.mark.parametrize("mode", ["query", "fragment", "form_post"])
def test_code_flow_signs_in_a_managed_user(cloud, mode):
    tenant = cloud.tenant_id("northwind.example")
    result = sign_in(app(cloud, tenant), ScriptedPerson("admin@northwind.example"), response_mode=mode)
    assert "error" not in result, result
    claims = read(result["access_token"])
    assert claims["tid"] == tenant
    assert claims["upn"] == "admin@northwind.example"
    assert claims["aud"] == "https://graph.practice.example"
    assert result["id_token_claims"]["preferred_username"] == "admin@northwind.example"
    assert result["id_token_claims"]["aud"] == GRAPH.client_id
