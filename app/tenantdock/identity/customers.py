"""Lists of customers: from Graph those of a partner, from Azure Resource Manager the tenants of an account.

Sources, read in November 2026: https://learn.microsoft.com/graph/api/tenantrelationship-list-delegatedadminrelationships,
tenantrelationship-list-delegatedadmincustomers and contract-list there, with the permissions that they name;
https://learn.microsoft.com/graph/paging (the next link is to be followed as it is); and
https://learn.microsoft.com/rest/api/resources/tenants/list. A relationship's status is one of those of
https://learn.microsoft.com/graph/api/resources/delegatedadminrelationship.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol
from urllib.parse import urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.customers import CountListener, CustomerList, ListedCustomer
from tenantdock.domain.directory import Account
from tenantdock.domain.errors import BadInput, ListTrouble, SignInRequired
from tenantdock.domain.said import said
from tenantdock.domain.services import AZURE, GRAPH
from tenantdock.domain.signin import AccessToken, TokenAsk
from tenantdock.domain.text import one_line
from tenantdock.identity.revoking import challenge, error_code

if TYPE_CHECKING:  # requests behind it is heavy
    from tenantdock.identity.wire import Reply, Wire

MOST: Final = 100_000
"""Customers of one list. No partner has so many: a list that goes on is none."""
_PAGE_LIMIT: Final = 16 << 20
_LONGEST: Final = 1000
_IN_FORCE: Final = frozenset({"activating", "active", "expiring"})
_RELATIONSHIPS: Final = "v1.0/tenantRelationships/delegatedAdminRelationships?$top=300"
_CUSTOMERS: Final = "v1.0/tenantRelationships/delegatedAdminCustomers?$top=300"
_CONTRACTS: Final = "v1.0/contracts?$select=customerId,displayName,defaultDomainName&$top=999"
_TENANTS: Final = "tenants?api-version=2022-12-01"
_SAID: Final = {
    CustomerList.GDAP: (said("GDAP relationships"), "DelegatedAdminRelationship.Read.All"),
    CustomerList.CONTRACTS: (said("contracts with customers"), "Directory.Read.All"),
    CustomerList.TENANTS: (said("Azure tenants"), "user_impersonation"),
}
_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403


class Dial(Protocol):
    """Opens a wire to a cloud's service."""

    def __call__(self, cloud: Cloud, cancel: Cancel, *, urgent: bool = False, **limits: int) -> Wire:
        """Return it, to be closed with ``with``."""
        ...


class Silent(Protocol):
    """Gives a token without a person, as :meth:`tenantdock.domain.ports.Identity.silent` does."""

    def __call__(self, ask: TokenAsk, cancel: Cancel, *, force: bool = False, claims: str = "") -> AccessToken:
        """Return it."""
        ...


def ask_for(kind: CustomerList, cloud: Cloud, account: Account) -> TokenAsk:
    """Return which token a list takes: in the account's home tenant, where partners and their contracts are."""
    if not account.enrolled:
        raise SignInRequired(
            said("Nobody has signed in as {username} here yet.", username=account.username),
            next_step="Connect a customer of this account once, then read the list again.",
        )
    return TokenAsk(cloud, account.home_tenant, account, AZURE if kind is CustomerList.TENANTS else GRAPH)


def read(
    dial: Dial, silent: Silent, kind: CustomerList, ask: TokenAsk, cancel: Cancel, count: CountListener
) -> Sequence[ListedCustomer]:
    """Read a list to its end; see :meth:`tenantdock.domain.ports.CustomerSource.customers`."""
    root = ask.cloud.api_roots.get(ask.service.key, "")
    parts = urlsplit(root)
    if parts.scheme != "https" or not parts.netloc:
        raise BadInput(
            said("{name} has no address of {label} here.", name=ask.cloud.name, label=ask.service.label),
            next_step="Enter it in the settings (Clouds), or import from a file.",
        )
    ask.service.scopes(ask.cloud)
    # The wire speaks to one origin only: this once it is that of the API
    with dial(replace(ask.cloud, authority=f"https://{parts.netloc}"), cancel, answer_limit=_PAGE_LIMIT) as wire:
        reader = _Reader(wire, silent, kind, ask, cancel, root)
        found: dict[str, ListedCustomer] = {}
        for each in _LISTS[kind](reader):
            found.setdefault(each.tenant_id.casefold(), each)
            count(len(found))
        if kind is CustomerList.GDAP:
            _complete(reader, found)
        return list(found.values())


@dataclass(slots=True)
class _Reader:
    wire: Wire
    silent: Silent
    kind: CustomerList
    ask: TokenAsk
    cancel: Cancel
    root: str

    def entries(self, path: str) -> Iterator[Mapping[str, Any]]:
        """Yield the objects of a list, page by page."""
        url, seen, count = self.root + path, set[str](), 0
        while url:
            seen.add(url)
            page = self._page(url).json()
            entries = page.get("value")
            if not isinstance(entries, list):
                raise self._odd(said("an answer holds no list"))
            for entry in entries:
                if isinstance(entry, dict):
                    yield entry
            count += len(entries)
            following = page.get("@odata.nextLink") or page.get("nextLink") or ""
            url = following if isinstance(following, str) else ""
            if url in seen or count > MOST:
                raise self._odd(said("it has no end"))
            if url and not self._ours(url):
                raise self._odd(said("it goes on at another address ({address})", address=one_line(urlsplit(url).netloc, 80)))

    def _ours(self, url: str) -> bool:
        """Whether *url* is below the API's root: nothing else gets the token."""
        theirs, ours = urlsplit(url), urlsplit(self.root)
        return (theirs.scheme, theirs.netloc.casefold()) == ("https", ours.netloc.casefold()) and theirs.path.startswith(ours.path)

    def _page(self, url: str) -> Reply:
        correlation_id, claims = str(uuid.uuid4()), ""
        for again in (False, True):
            token = self.silent(self.ask, self.cancel, force=again, claims=claims)
            headers = {"Authorization": f"Bearer {token.secret.reveal()}", "client-request-id": correlation_id}
            reply = self.wire.get(url, headers=headers)
            if reply.status_code != _UNAUTHORIZED:
                break
            claims = challenge(reply)  # a token that ran out meanwhile, or that is not good enough: another one, once
        if reply.status_code == 200:  # noqa: PLR2004  # RFC 9110 section 15.3.1
            return reply
        raise self._refusal(reply, claims, f"HTTP {reply.status_code}, {error_code(reply)}, correlation id {correlation_id}")

    def _refusal(self, reply: Reply, claims: str, details: str) -> ListTrouble | SignInRequired:
        service, username = self.ask.service.label, self.ask.account.username
        what, permission = _SAID[self.kind]
        if reply.status_code == _UNAUTHORIZED:
            return SignInRequired(
                said("{service} asks {username} to sign in again before it gives the list.", service=service, username=username),
                next_step="Sign in, then read the list again.",
                details=details,
                claims=claims,
            )
        if reply.status_code == _FORBIDDEN:
            return ListTrouble(
                said("{service} did not let {username} read the {what}.", service=service, username=username, what=what),
                next_step=said(
                    "The account needs the role for it, and an administrator's consent to {permission} for this app. Or "
                    "export the customers from Partner Center and import that file.",
                    permission=permission,
                ),
                details=details,
            )
        return ListTrouble(
            said("{service} did not give the {what} of {username}.", service=service, what=what, username=username),
            next_step="Try again later, or export the customers from Partner Center and import that file.",
            details=details,
        )

    def _odd(self, why: str) -> ListTrouble:
        return ListTrouble(
            said("{label} gave a list that cannot be used: {why}.", label=self.ask.service.label, why=why),
            next_step="Check the connection's cloud, or export the customers from Partner Center and import that file.",
        )


def _relationships(reader: _Reader) -> Iterator[ListedCustomer]:
    for entry in reader.entries(_RELATIONSHIPS):
        customer = entry.get("customer")
        if isinstance(customer, dict) and str(entry.get("status", "")) in _IN_FORCE:
            yield ListedCustomer(_text(customer, "tenantId"), _text(customer, "displayName"))


def _contracts(reader: _Reader) -> Iterator[ListedCustomer]:
    for entry in reader.entries(_CONTRACTS):
        yield ListedCustomer(_text(entry, "customerId"), _text(entry, "displayName"), _text(entry, "defaultDomainName"))


def _tenants(reader: _Reader) -> Iterator[ListedCustomer]:
    for entry in reader.entries(_TENANTS):
        yield ListedCustomer(_text(entry, "tenantId"), _text(entry, "displayName"), _text(entry, "defaultDomain"))


_LISTS: Final = {CustomerList.GDAP: _relationships, CustomerList.CONTRACTS: _contracts, CustomerList.TENANTS: _tenants}


def _complete(reader: _Reader, found: dict[str, ListedCustomer]) -> None:
    """Put in what relationships do not tell: names of delegated admin customers, and domains of contracts. It does without them
    where the account may not read those.
    """
    with contextlib.suppress(ListTrouble, SignInRequired):
        if any(not each.name for each in found.values()):
            for entry in reader.entries(_CUSTOMERS):
                _fill(found, ListedCustomer(_text(entry, "tenantId"), _text(entry, "displayName")))
    with contextlib.suppress(ListTrouble, SignInRequired):
        for each in _contracts(reader) if found else ():
            _fill(found, each)


def _fill(found: dict[str, ListedCustomer], more: ListedCustomer) -> None:
    key = more.tenant_id.casefold()
    if key in found:
        known = found[key]
        found[key] = replace(known, name=known.name or more.name, domain=known.domain or more.domain)


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return value[:_LONGEST] if isinstance(value, str) else ""
