"""A token that identity holds as if somebody had just signed in."""

from __future__ import annotations

from tenantdock.domain.clouds import Cloud
from tenantdock.domain.directory import Account
from tenantdock.domain.proof import Proof
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import AccessToken, TokenAsk
from tenantdock.identity.entra import EntraIdentity, _key

TENANT = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"
UID = "11111111-1111-1111-1111-111111111111"
HOME = f"{UID}.{TENANT}"


def an_ask(cloud: Cloud, account_id: str) -> TokenAsk:
    """Return a question for a Graph token of an enrolled account."""
    return TokenAsk(cloud, TENANT, Account(account_id, cloud.id, "anna@msp.example", HOME), GRAPH)


def hold(identity: EntraIdentity, ask: TokenAsk, expires_on: float) -> None:
    """Put a token of 2,500 characters, about what Graph's have, where a sign-in puts it."""
    proof = Proof(ask.tenant_id, ask.account.home_account_id, UID, ask.account.username, guest=False)
    token = AccessToken(Secret("x" * 2_500), ask.service.key, ask.tenant_id, ask.account.username, expires_on, proof)
    identity._cache(ask.account).keep(_key(ask), token, [], 3600.0)  # noqa: SLF001  # no port puts a token in unproven, and none should
