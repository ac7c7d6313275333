"""Who signs a user in, and which tenant owns a domain: look-ups that need no token, kept for an hour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import BY_SUB_SCOPE, Cloud
from tenantdock.domain.directory import UserName, guid
from tenantdock.domain.errors import BadInput, Cancelled, NetworkTrouble, OtherCloud, TenantDockError, UnknownDomain
from tenantdock.domain.ports import Clock
from tenantdock.domain.said import said
from tenantdock.domain.signin import Realm, RealmKind, TokenAsk
from tenantdock.domain.text import one_line
from tenantdock.identity.aadsts import number_of
from tenantdock.identity.addresses import parts_of
from tenantdock.identity.kept import Kept
from tenantdock.identity.prompt_login import PromptLogin, prompt_login

if TYPE_CHECKING:  # requests behind it is heavy
    from tenantdock.identity.wire import Wire

LIFETIME: Final = 3600.0
LIMIT: Final = 1024
"""Seconds that an answer is kept, and how many are."""

Dial = Callable[[Cloud, Cancel], "AbstractContextManager[Wire]"]

# Other names of the same sign-in services (msal 1.39, authority.py, and its instance discovery)
_ALIASES: Final[Mapping[str, str]] = {
    "login.windows.net": "login.microsoftonline.com",
    "login.microsoft.com": "login.microsoftonline.com",
    "sts.windows.net": "login.microsoftonline.com",
    "login.usgovcloudapi.net": "login.microsoftonline.us",
    "login.chinacloudapi.cn": "login.partner.microsoftonline.cn",
}
_INSTANCES: Final = frozenset({"microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"})


class Realms:
    """Looks up realms and tenants. Thread-safe."""

    def __init__(self, dial: Dial, clock: Clock) -> None:
        self._dial = dial
        self._clock = clock
        self._realms: Kept[tuple[str, str], Realm] = Kept(clock, lifetime=LIFETIME, limit=LIMIT)
        self._tenants: Kept[tuple[str, str], tuple[str, str]] = Kept(clock, lifetime=LIFETIME, limit=LIMIT)
        self._prompts: Kept[tuple[str, str], PromptLogin] = Kept(clock, lifetime=LIFETIME, limit=LIMIT)

    def realm(self, cloud: Cloud, user: UserName, cancel: Cancel) -> Realm:
        """Return who signs *user* in. The kind is UNKNOWN, and not kept, when the service gives no usable answer."""
        key = (cloud.authority, str(user).casefold())  # by user: a staged rollout signs some users of a domain in elsewhere
        known = self._realms.get(key)
        if known is not None:
            return known
        try:
            with self._dial(cloud, cancel) as wire:
                realm = _realm(wire, cloud, user)
        except Cancelled:
            raise
        except TenantDockError:
            realm = None
        if realm is None:
            return Realm(user.domain, RealmKind.UNKNOWN)
        realm = replace(realm, known_until=self._clock.now() + LIFETIME)
        self._realms.keep(key, realm)
        return realm

    def tenant_of(self, cloud: Cloud, domain: str, cancel: Cancel) -> str:
        """Return the GUID of the tenant that owns *domain*.

        Raises :class:`UnknownDomain`, :class:`OtherCloud` where the tenant lives in another cloud, :class:`NetworkTrouble`.
        """
        key = (cloud.authority, domain.casefold())
        known = self._tenants.get(key)
        if known is None:
            with self._dial(cloud, cancel) as wire:
                try:
                    known = _tenant(wire, cloud, domain)
                except OtherCloud:
                    raise
                except UnknownDomain:
                    elsewhere = _instance(wire, cloud, domain)
                    if elsewhere:
                        raise _other_cloud(domain, elsewhere) from None
                    raise
            self._tenants.keep(key, known)
        tenant_id, sub_scope = known
        if cloud.id in BY_SUB_SCOPE.values() and BY_SUB_SCOPE.get(sub_scope, cloud.id) != cloud.id:
            raise _other_cloud(domain, urlsplit(cloud.authority).hostname or "", sub_scope)
        return tenant_id

    def prompt_login(self, ask: TokenAsk, realm: Realm, cancel: Cancel) -> PromptLogin:
        """Return what a new sign-in becomes in the federated domain of *realm*. What is not known is not kept."""
        key = (ask.cloud.authority, realm.domain)
        known = self._prompts.get(key)
        if known is None:
            with self._dial(ask.cloud, cancel) as wire:
                known = prompt_login(wire, ask, realm)
            if known is not PromptLogin.UNKNOWN:
                self._prompts.keep(key, known)
        return known


def tenant_guid(wire: Wire, cloud: Cloud, tenant: str) -> str:
    """Return the GUID that the discovery document of *tenant* (a domain or GUID) names.

    Raises :class:`UnknownDomain` when no tenant answers, or when it lives in another cloud, and :class:`NetworkTrouble`.
    """
    return _tenant(wire, cloud, tenant)[0]


def _tenant(wire: Wire, cloud: Cloud, tenant: str) -> tuple[str, str]:
    """Return the GUID of *tenant* and the part of its cloud that it is in ("tenant_region_sub_scope")."""
    url = f"{cloud.authority}/{quote(tenant, safe='')}/v2.0/.well-known/openid-configuration"
    reply = wire.get(url)
    answer = reply.json()
    shown = one_line(tenant, 80)
    endpoint = answer.get("token_endpoint")
    if isinstance(endpoint, str):
        parts = parts_of(endpoint)
        sub_scope = _text(answer, "tenant_region_sub_scope")
        if parts.netloc.casefold() != urlsplit(cloud.authority).netloc.casefold():
            raise _other_cloud(tenant, (parts.hostname or "").casefold(), sub_scope)
        try:
            found = guid(parts.path.split("/")[1])
        except (BadInput, IndexError):
            found = ""
        if found:
            wire.keep(url, reply)
            return found, sub_scope
    elif reply.status_code < 500 and (answer.get("error") == "invalid_tenant" or number_of(answer) in {"90002", "900021", "50128"}):  # noqa: PLR2004  # RFC 9110
        raise UnknownDomain(
            said("No tenant in {name} answers for {shown}.", name=cloud.name, shown=shown),
            next_step="Check the spelling, or ask the customer for a domain that is listed in its Microsoft 365 admin centre.",
        )
    raise NetworkTrouble(
        said("The sign-in service gave no usable answer about {shown}.", shown=shown),
        next_step="Try again. If you are behind a proxy or a guest network, check that it lets the sign-in service through.",
        details=f"HTTP {reply.status_code}",
    )


def _other_cloud(tenant: str, host: str, sub_scope: str = "") -> OtherCloud:
    host = _ALIASES.get(host, host)
    return OtherCloud(
        said(
            "{tenant} belongs to another Microsoft cloud (its sign-in address is {host}).",
            tenant=one_line(tenant, 80),
            host=one_line(host, 80),
        ),
        next_step="Choose that cloud for this customer.",
        host=host,
        sub_scope=sub_scope,
        details=f"sign-in service: {one_line(host, 80)}\nregion sub scope: {one_line(sub_scope, 40) or 'none'}",
    )


def _instance(wire: Wire, cloud: Cloud, domain: str) -> str:
    """Return the sign-in host of the other Microsoft cloud that the realm look-up names for *domain*, or ""."""
    try:
        answer = _user_realm(wire, cloud, f"someone@{domain}", "2.1")
    except TenantDockError:
        wire.check()
        return ""
    instance = _text(answer, "cloud_instance_name").casefold()
    host = f"login.{instance}"
    return host if instance in _INSTANCES and host != urlsplit(cloud.authority).hostname else ""


def _realm(wire: Wire, cloud: Cloud, user: UserName) -> Realm | None:
    """Ask both versions: 2.1 (what the sign-in page itself asks) knows brand and sign-in page, 1.0 (what msal asks, authority.py
    user_realm_discovery) the federation metadata.
    """
    newer = _user_realm(wire, cloud, str(user), "2.1")
    kind = _text(newer, "NameSpaceType")
    older: Mapping[str, object] = {}
    if not kind or kind.casefold() == RealmKind.FEDERATED.value.casefold():
        older = _user_realm(wire, cloud, str(user), "1.0")
        kind = kind or _text(older, "account_type")
    if not kind:
        return None
    by_name = {member.value.casefold(): member for member in RealmKind}
    page = _address(_text(newer, "AuthURL"))
    sts = parts_of(page or _text(older, "federation_active_auth_url")).hostname
    instance = _text(newer, "cloud_instance_name") or _text(older, "cloud_instance_name")
    return Realm(
        user.domain,
        by_name.get(kind.casefold(), RealmKind.UNKNOWN),
        brand=one_line(_text(newer, "FederationBrandName"), 120),
        sts=one_line(sts or "", 120),
        protocol=one_line(_text(newer, "federation_protocol") or _text(older, "federation_protocol"), 40),
        sts_url=page,
        cloud_host=one_line(instance.casefold(), 120),
        tenant_id=_owner(wire, cloud, user.domain),
    )


def _owner(wire: Wire, cloud: Cloud, domain: str) -> str:
    try:
        return tenant_guid(wire, cloud, domain)
    except TenantDockError:
        wire.check()
        return ""


def _user_realm(wire: Wire, cloud: Cloud, user: str, version: str) -> Mapping[str, object]:
    path = f"/common/userrealm/{quote(user, safe='@')}"
    reply = wire.get(f"{cloud.authority}{path}?api-version={version}", headers={"Accept": "application/json"})
    return reply.json() if reply.status_code == 200 else {}  # noqa: PLR2004  # RFC 9110


def _address(url: str, *, query: bool = False) -> str:
    """Return a web address fit to be shown; without its query, which holds the user's name, unless *query*. "" when it is none."""
    parts = parts_of(url)
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        return ""
    return one_line((parts if query else parts._replace(query="", fragment="")).geturl(), 300)


def _text(answer: Mapping[str, object], name: str) -> str:
    value = answer.get(name)
    return value if isinstance(value, str) else ""
