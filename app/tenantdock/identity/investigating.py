"""Gathers the evidence around a sign-in: what to hint at before it, and why it brought the wrong account.

Nothing here may hold a person up: a look-up that takes longer than a moment counts as unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import UserName
from tenantdock.domain.errors import BadInput, TenantDockError
from tenantdock.domain.ports import Clock
from tenantdock.domain.proof import Candidate, Circumstances, Claims, Mismatch, Wanted, WrongAccount, candidate, shown_username
from tenantdock.domain.signin import Realm, RealmKind, Rung, TokenAsk
from tenantdock.identity.kept import Kept
from tenantdock.identity.ladder import Evidence
from tenantdock.identity.prompt_login import PromptLogin
from tenantdock.identity.realms import Realms
from tenantdock.identity.telling import explained
from tenantdock.identity.waiting import briefly

T = TypeVar("T")

_HINT_WITHIN: Final = 2.0
_LOOK_WITHIN: Final = 3.0
"""Seconds that the look-ups before a sign-in, and those after a refusal, may take together."""
_REMEMBERED: Final = 600.0
"""Seconds for which a way that brought the wrong account is not offered again."""
_FRESH: Final = 3.0
"""Seconds that a sign-in may seem older than this flow and still belong to it: times of tokens and of clocks are whole seconds."""


class Investigator:
    """Thread-safe."""

    def __init__(self, realms: Realms, clock: Clock) -> None:
        self._realms = realms
        self._clock = clock
        self._refused: Kept[tuple[str, str], frozenset[Rung]] = Kept(clock, lifetime=_REMEMBERED, limit=512)

    def domain_hint(self, ask: TokenAsk, cancel: Cancel) -> str:
        """Return the domain to hint at when *ask*'s account signs in, or "".

        A hint counts only for a domain that the tenant signed in to is federated with, and then leads straight to that domain's
        sign-in service; at a customer's tenant it would keep a guest or partner from their own one, and for a managed domain it is
        ignored (https://learn.microsoft.com/entra/identity/enterprise-apps/home-realm-discovery-policy). Hence only for members of
        a federated domain.
        """
        if ask.account.enrolled and ask.account.home_tenant != ask.tenant_id.casefold():
            return ""
        realm = self._realm(ask, ask.account.username, cancel, _HINT_WITHIN)
        ours = realm.kind is RealmKind.FEDERATED and realm.tenant_id == ask.tenant_id.casefold()
        return realm.domain if ours else ""

    def explain(
        self,
        refusal: WrongAccount,
        ask: TokenAsk,
        claims: Claims,
        rung: Rung,
        started: float,
        correlation_id: str,
        cancel: Cancel,
        skew: float = 0.0,
    ) -> WrongAccount:
        """Return *refusal* with what the evidence shows, the ways to go on, and the account that may be confirmed.

        *started* is when the sign-in began (Unix time in seconds by this computer's clock), *skew* by how many seconds that clock
        is ahead of the service's: a clock that is off must not make a new sign-in look like an old one.
        """
        now, until = self._clock.now(), self._clock.monotonic() + _LOOK_WITHIN
        realm = self._realm(ask, ask.account.username, cancel, _LOOK_WITHIN)
        came = self._realm(ask, shown_username(claims), cancel, until - self._clock.monotonic())
        left = until - self._clock.monotonic()
        behaviour = self._brief(lambda own: self._realms.prompt_login(ask, realm, own), cancel, left) or PromptLogin.UNKNOWN
        key = (ask.account.id, ask.tenant_id)
        refused = (self._refused.get(key) or frozenset()) | {rung}
        self._refused.keep(key, refused)
        seen = Evidence(claims, rung, realm, came, started - skew, now - skew, behaviour, correlation_id, refused)
        return explained(refusal, ask, seen, self._candidate(refusal, ask, seen))

    def succeeded(self, ask: TokenAsk) -> None:
        """Forget which ways brought the wrong account."""
        self._refused.keep((ask.account.id, ask.tenant_id), frozenset())

    def _candidate(self, refusal: WrongAccount, ask: TokenAsk, seen: Evidence) -> Candidate | None:
        if refusal.mismatch is not Mismatch.ACCOUNT or seen.rung is Rung.SILENT:
            return None
        account, fresh = ask.account, seen.signed_in_within(_FRESH) is True
        around = Circumstances(owner=seen.realm.tenant_id, managed=seen.managed, fresh=fresh)
        wanted = Wanted(ask.tenant_id, account.username, ask.client_id, account.home_account_id)
        return candidate(wanted, seen.claims, account.id, around)

    def _realm(self, ask: TokenAsk, username: str, cancel: Cancel, seconds: float) -> Realm:
        try:
            user = UserName.parse(username)
        except BadInput:
            return Realm("", RealmKind.UNKNOWN)
        found = self._brief(lambda own: self._realms.realm(ask.cloud, user, own), cancel, seconds)
        return found or Realm(user.domain, RealmKind.UNKNOWN)

    def _brief(self, look: Callable[[Cancel], T], cancel: Cancel, seconds: float) -> T | None:
        if seconds <= 0:
            return None
        try:
            return briefly(look, cancel, "evidence", seconds)
        except TenantDockError:
            cancel.check()
            return None
