"""Adding a customer: from a user name to a saved connection."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import BY_SUB_SCOPE, Cloud, Clouds
from tenantdock.domain.directory import (
    Account,
    BrowserChoice,
    Connection,
    ConsoleSettings,
    Tenant,
    UserName,
    domain_name,
    guid,
)
from tenantdock.domain.errors import BadInput, OtherCloud
from tenantdock.domain.ports import Directory, Identity, SettingsStore
from tenantdock.domain.said import said
from tenantdock.domain.services import services
from tenantdock.domain.settings import BrowserPreferences
from tenantdock.domain.signin import Realm
from tenantdock.domain.text import one_line
from tenantdock.workflows.preferring import preferred


@dataclass(frozen=True, slots=True)
class Found:
    """What a user name, and the customer's domain where it differs, lead to. *remark* is one sentence to show beside it, or ""."""

    user: UserName
    realm: Realm
    tenant_id: str
    domain: str
    suggested_name: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A connection as the person filled it in."""

    found: Found
    cloud: str
    name: str
    services: tuple[str, ...] = ("graph",)
    console: ConsoleSettings = field(default_factory=ConsoleSettings)
    browser: BrowserChoice = field(default_factory=BrowserChoice)


class Adding:
    """Finds the tenant of a user name and saves connections."""

    def __init__(self, *, clouds: Clouds, directory: Directory, identity: Identity, settings: SettingsStore | None = None) -> None:
        self._clouds = clouds
        self._directory = directory
        self._identity = identity
        self._settings = settings

    @property
    def clouds(self) -> Clouds:
        """The clouds to choose from."""
        return self._clouds

    def look_up(self, username: str, customer: str, cloud_id: str, cancel: Cancel) -> Found:
        """Find realm and tenant. *customer* is a domain or tenant id, or "" for the tenant of the user's own domain.

        Raises :class:`BadInput` (malformed), :class:`UnknownDomain`, :class:`NetworkTrouble`, :class:`Cancelled`; and
        :class:`OtherCloud`, whose ``clouds`` the person may choose from to look there: nothing switches without that.
        """
        user = UserName.parse(username)
        cloud = self._clouds.get(cloud_id)
        where = customer.strip() or user.domain
        try:
            where = guid(where)
        except BadInput:
            where = domain_name(where)
        try:
            tenant_id = self._identity.tenant_of(cloud, where, cancel)
        except OtherCloud as other:
            raise self._elsewhere(other, cloud, where) from None
        realm = self._identity.realm(cloud, user, cancel)
        suggested = realm.brand if where == user.domain and realm.brand else where
        return Found(user, realm, tenant_id, "" if where == tenant_id else where, suggested, self._remark(realm, cloud, where))

    def _elsewhere(self, other: OtherCloud, cloud: Cloud, where: str) -> OtherCloud:
        found = [known for known in self._clouds.at(other.host) if known.id != cloud.id]
        named = [known for known in found if known.id == BY_SUB_SCOPE.get(other.sub_scope)] or found
        names = ", ".join(known.name for known in named)
        return OtherCloud(
            said("{where} is in {names}, not in {name}.", where=one_line(where, 80), names=names, name=cloud.name)
            if named
            else other.message,
            next_step=said("Look in {names} instead.", names=names)
            if named
            else "TenantDock does not know that cloud. Add it in the settings, then choose it for this customer.",
            host=other.host,
            sub_scope=other.sub_scope,
            details=other.details,
            clouds=tuple(known.id for known in named),
        )

    def _remark(self, realm: Realm, cloud: Cloud, where: str) -> str:
        home = self._clouds.at(f"login.{realm.cloud_host}") if realm.cloud_host else ()
        if not home or where == realm.domain or any(known.authority == cloud.authority for known in home):
            return ""
        return said(
            "{domain} itself is in {home}: its users can only be guests of a customer in {name}.",
            domain=realm.domain,
            home=home[0].name,
            name=cloud.name,
        )

    def add(self, draft: Draft) -> Connection:
        """Save a connection. Raises :class:`BadInput` when it is incomplete, already there, or names a service that its cloud does
        not have.
        """
        found, cloud = draft.found, self._clouds.get(draft.cloud)
        wanted = services(draft.services)
        for service in wanted:
            service.scopes(cloud)
        tenant = Tenant(found.tenant_id, draft.cloud, found.domain or found.tenant_id, found.domain)
        account = Account(uuid4().hex, draft.cloud, str(found.user))
        keys = tuple(service.key for service in wanted)
        browser = draft.browser
        if browser == BrowserChoice() and self._settings is not None:
            browser = self._preferred(account)
        return self._directory.add(Connection(uuid4().hex, draft.name.strip(), tenant, account, keys, draft.console, browser))

    def _preferred(self, account: Account) -> BrowserChoice:
        """What the person set for new customers."""
        wishes = self._settings.current().browsers if self._settings is not None else BrowserPreferences()
        # An account that is saved already is shared, and its profile with it
        same = (account.cloud, account.username.casefold())
        known = (each for each in self._directory.accounts() if (each.cloud, each.username.casefold()) == same)
        return preferred(wishes, next(known, account) if wishes.own_profile else account)
