"""Tokens: RS256 JWTs with the claims that Entra puts in.

Sources: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference and
.../id-token-claims-reference. Access tokens are of version 1.0, as Microsoft Graph's are.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass, field
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from tenantdock.sandbox.folder import Folder
from tenantdock.sandbox.people import Client, Person, Resource, Tenant
from tenantdock.sandbox.store import SignedIn

LIFETIME: Final = 3600.0
_KEY: Final = "signing-key.pem"
_GLOBAL_READER: Final = "f2ef992c-3afb-46b9-b7cf-a126ee74c451"  # role template ids, the same in every tenant
_GLOBAL_ADMINISTRATOR: Final = "62e90394-69f5-4237-9190-012177145e10"


class BadToken(Exception):
    """A token that is not one of ours, or is damaged."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What tokens are made for. *claims* are those that the client asked for in the access token."""

    tenant: Tenant
    person: Person
    client: Client
    resource: Resource
    scopes: tuple[str, ...]
    signed_in: SignedIn
    nonce: str = ""
    capabilities: tuple[str, ...] = ()
    contexts: tuple[str, ...] = field(default=())


class Signer:
    """Makes and reads tokens. *authority* is the cloud's https origin. The key is kept in the cloud's folder."""

    def __init__(self, folder: Folder, authority: str) -> None:
        self._authority = authority
        pem = folder.read(_KEY)
        try:
            key = RSAKey.import_key(pem) if pem else None
        except (ValueError, JoseError):
            key = None
        if key is None:
            key = RSAKey.generate_key(2048, private=True)
            folder.write(_KEY, key.as_pem(private=True))
        self._kid = key.thumbprint()
        self._key = key

    def keys(self) -> dict[str, Any]:
        """The public key as a JWK set (RFC 7517 section 5)."""
        public = self._key.as_dict(private=False)
        return {"keys": [{**public, "use": "sig", "kid": self._kid, "x5t": self._kid}]}

    def issuer(self, tenant_id: str) -> str:
        """The issuer of access tokens."""
        return f"{self._authority}/{tenant_id}/"

    def access_token(self, grant: Grant, now: float, lifetime: float) -> str:
        """Return an access token that is valid from *now* (Unix time in seconds) for *lifetime* seconds."""
        person, tenant = grant.person, grant.tenant
        place = person.places[tenant.id]
        claims: dict[str, Any] = {
            "aud": grant.resource.id,
            "iss": self.issuer(tenant.id),
            "iat": int(now),
            "nbf": int(now),
            "exp": int(now + lifetime),
            "acr": "1",
            "amr": list(grant.signed_in.amr),
            "app_displayname": grant.client.name,
            "appid": grant.client.id,
            "appidacr": "0",
            "family_name": person.surname,
            "given_name": person.given,
            "idtyp": "user",
            "ipaddr": "127.0.0.1",
            "name": person.name,
            "oid": place.id,
            "preferred_username": person.user,
            "scp": " ".join(grant.resource.permissions),
            "sub": place.id,
            "tid": tenant.id,
            "unique_name": person.user,
            "upn": person.upn_in(tenant),
            "uti": secrets.token_urlsafe(16),
            "ver": "1.0",
            "wids": [_GLOBAL_ADMINISTRATOR if place.kind == "member" else _GLOBAL_READER],
        }
        if place.kind != "member":
            claims["idp"] = self.issuer(person.home.id)
        if grant.capabilities:
            claims["xms_cc"] = list(grant.capabilities)
        if grant.contexts:
            claims["acrs"] = list(grant.contexts)
        return self._sign(claims)

    def id_token(self, grant: Grant, now: float) -> str:
        """Return an id token of version 2.0."""
        person, tenant = grant.person, grant.tenant
        place = person.places[tenant.id]
        claims: dict[str, Any] = {
            "aud": grant.client.id,
            "iss": f"{self._authority}/{tenant.id}/v2.0",
            "iat": int(now),
            "nbf": int(now),
            "exp": int(now + LIFETIME),
            "auth_time": int(grant.signed_in.auth_time),
            "name": person.name,
            "oid": place.id,
            "preferred_username": person.user,
            "sub": place.id,
            "tid": tenant.id,
            "ver": "2.0",
        }
        if place.kind != "member":
            claims["idp"] = self.issuer(person.home.id)
        if grant.nonce:
            claims["nonce"] = grant.nonce
        return self._sign(claims)

    def read(self, token: str) -> dict[str, Any]:
        """Return the claims of a token of ours, whatever its times and audience. Raises :class:`BadToken`."""
        try:
            return dict(jwt.decode(token, self._key, algorithms=["RS256"]).claims)
        except (JoseError, ValueError):
            raise BadToken from None

    def _sign(self, claims: dict[str, Any]) -> str:
        header = {"typ": "JWT", "alg": "RS256", "kid": self._kid, "x5t": self._kid}
        return jwt.encode(header, claims, self._key, algorithms=["RS256"])


def client_info(person: Person) -> str:
    """Return who the person is at home, as the token endpoint tells it: base64url JSON without padding."""
    plain = json.dumps({"uid": person.id, "utid": person.home.id}, separators=(",", ":"))
    return base64.urlsafe_b64encode(plain.encode()).rstrip(b"=").decode()
