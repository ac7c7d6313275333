"""Who signs a user in, and which tenant owns a domain: look-ups that need no token, kept for an hour."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.directory import UserName, guid
from tenantdock.domain.errors import BadInput, Cancelled, NetworkTrouble, TenantDockError, UnknownDomain
from tenantdock.domain.ports import Clock
from tenantdock.domain.signin import Realm, RealmKind
from tenantdock.domain.text import one_line
from tenantdock.identity.aadsts import number_of
from tenantdock.identity.kept import Kept

if TYPE_CHECKING:  # requests behind it is heavy
    from tenantdock.identity.wire import Wire

LIFETIME: Final = 3600.0
LIMIT: Final = 1024
"""Seconds that an answer is kept, and how many are."""

Dial = Callable[[Cloud, Cancel], "AbstractContextManager[Wire]"]


class Realms:
    """Looks up realms and tenants. Thread-safe."""

    def __init__(self, dial: Dial, clock: Clock) -> None:
        self._dial = dial
        self._realms: Kept[tuple[str, str], Realm] = Kept(clock, lifetime=LIFETIME, limit=LIMIT)
        self._tenants: Kept[tuple[str, str], str] = Kept(clock, lifetime=LIFETIME, limit=LIMIT)

    def realm(self, cloud: Cloud, user: UserName, cancel: Cancel) -> Realm:
        """Return who signs *user* in. The kind is UNKNOWN, and not kept, when the service gives no usable answer."""
        key = (cloud.authority, str(user).casefold())  # by user: a staged rollout signs some users of a domain in elsewhere
        known = self._realms.get(key)
        if known is not None:
            return known
        try:
            with self._dial(cloud, cancel) as wire:
                realm = _realm_v2(wire, cloud, user) or _realm_v1(wire, cloud, user)
        except Cancelled:
            raise
        except TenantDockError:
            realm = None
        if realm is None:
            return Realm(user.domain, RealmKind.UNKNOWN)
        self._realms.keep(key, realm)
        return realm

    def tenant_of(self, cloud: Cloud, domain: str, cancel: Cancel) -> str:
        """Return the GUID of the tenant that owns *domain*. Raises :class:`UnknownDomain`, :class:`NetworkTrouble`."""
        key = (cloud.authority, domain.casefold())
        known = self._tenants.get(key)
        if known is None:
            with self._dial(cloud, cancel) as wire:
                known = tenant_guid(wire, cloud, domain)
            self._tenants.keep(key, known)
        return known


def tenant_guid(wire: Wire, cloud: Cloud, tenant: str) -> str:
    """Return the GUID that the discovery document of *tenant* (a domain or GUID) names.

    Raises :class:`UnknownDomain` when no tenant answers, or when it lives in another cloud, and :class:`NetworkTrouble`.
    """
    url = f"{cloud.authority}/{quote(tenant, safe='')}/v2.0/.well-known/openid-configuration"
    reply = wire.get(url)
    answer = reply.json()
    shown = one_line(tenant, 80)
    endpoint = answer.get("token_endpoint")
    if isinstance(endpoint, str):
        parts = urlsplit(endpoint)
        if parts.netloc.casefold() != urlsplit(cloud.authority).netloc.casefold():
            raise UnknownDomain(
                f"{shown} belongs to another Microsoft cloud (its sign-in address is {one_line(parts.netloc, 80)}).",
                next_step="Choose that cloud for this customer.",
            )
        try:
            found = guid(parts.path.split("/")[1])
        except (BadInput, IndexError):
            found = ""
        if found:
            wire.keep(url, reply)
            return found
    elif reply.status_code < 500 and (answer.get("error") == "invalid_tenant" or number_of(answer) in {"90002", "900021", "50128"}):  # noqa: PLR2004  # RFC 9110
        raise UnknownDomain(
            f"No tenant in {cloud.name} answers for {shown}.",
            next_step="Check the spelling, or ask the customer for a domain that is listed in its Microsoft 365 admin centre.",
        )
    raise NetworkTrouble(
        f"The sign-in service gave no usable answer about {shown}.",
        next_step="Try again. If you are behind a proxy or a guest network, check that it lets the sign-in service through.",
        details=f"HTTP {reply.status_code}",
    )


def _realm_v2(wire: Wire, cloud: Cloud, user: UserName) -> Realm | None:
    answer = _user_realm(wire, cloud, user, "2.1")
    return _realm(user, answer.get("NameSpaceType"), answer.get("FederationBrandName"), answer.get("AuthURL"))


def _realm_v1(wire: Wire, cloud: Cloud, user: UserName) -> Realm | None:
    answer = _user_realm(wire, cloud, user, "1.0")
    return _realm(user, answer.get("account_type"), None, answer.get("federation_active_auth_url"))


def _user_realm(wire: Wire, cloud: Cloud, user: UserName, version: str) -> dict[str, object]:
    # Source: msal 1.39 authority.py user_realm_discovery for 1.0; 2.1 is what the sign-in page itself asks
    path = f"/common/userrealm/{quote(str(user), safe='@')}"
    reply = wire.get(f"{cloud.authority}{path}?api-version={version}", headers={"Accept": "application/json"})
    return dict(reply.json()) if reply.status_code == 200 else {}  # noqa: PLR2004  # RFC 9110


def _realm(user: UserName, kind: object, brand: object, sts: object) -> Realm | None:
    if not isinstance(kind, str) or not kind:
        return None
    by_name = {member.value.casefold(): member for member in RealmKind}
    host = urlsplit(sts).hostname if isinstance(sts, str) else None
    return Realm(
        user.domain,
        by_name.get(kind.casefold(), RealmKind.UNKNOWN),
        one_line(brand, 120) if isinstance(brand, str) else "",
        one_line(host or "", 120),
    )
