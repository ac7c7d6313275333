"""The rules of signing in: whom a browser's sessions, hints and prompts lead to, and what is still missing.

They follow the project's facts about Entra (hints, prompts, realms) and
https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code. No HTTP here.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from tenantdock.sandbox import failures
from tenantdock.sandbox.browser import Browser
from tenantdock.sandbox.failures import Failure
from tenantdock.sandbox.flows import Ask, Flow
from tenantdock.sandbox.people import Federation, Person, Tenant
from tenantdock.sandbox.sandbox import Sandbox
from tenantdock.sandbox.store import SignedIn

PROMPTS: Final = frozenset({"", "login", "select_account", "none", "consent"})
PASSWORD_METHOD: Final = "http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password"  # noqa: S105  # a name
_TRIES: Final = 10


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The person's own sign-in server takes over: go to *url*."""

    url: str


class Rules:
    """Decides, for one cloud."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def begin(self, flow: Flow, browser: Browser) -> Elsewhere | None:  # noqa: PLR0911  # one return for each case of the rules
        """Set the first stage of a sign-in. Raises :class:`Failure` where ``prompt=none`` cannot be served."""
        ask = flow.ask
        accounts = [(self._sandbox.practice.person_by_id(known.person), known) for known in browser.accounts()]
        known = [(person, account) for person, account in accounts if person is not None]
        flow.fresh = ask.prompt == "login"
        flow.user = ask.login_hint
        if ask.prompt == "none":
            self._silently(flow, known)
            return None
        if ask.prompt == "select_account":
            # A picker, and no hint: the two do not go together (facts about login_hint and select_account)
            flow.stage = "picker" if known else "username"
            return None
        if ask.prompt == "login":
            return self.name(flow, ask.login_hint) if ask.login_hint else None
        chosen = self._narrowed(ask, known)
        if len(chosen) > 1:
            flow.stage = "picker"
            return None
        if chosen:
            return self.use(flow, *chosen[0])
        if ask.login_hint:
            return self.name(flow, ask.login_hint)
        hinted = self._sandbox.practice.domains.get(ask.domain_hint)
        if hinted is not None and hinted.federation is not None:
            return self._to_sts(flow, hinted, hinted.federation)
        return None

    def _narrowed(self, ask: Ask, known: list[tuple[Person, SignedIn]]) -> list[tuple[Person, SignedIn]]:
        if ask.login_hint:
            hinted = self._sandbox.practice.person(ask.login_hint)
            return [entry for entry in known if entry[0] is hinted]
        if ask.domain_hint and ask.domain_hint in self._sandbox.practice.domains:
            return [entry for entry in known if entry[0].domain == ask.domain_hint]
        return known

    def _silently(self, flow: Flow, known: list[tuple[Person, SignedIn]]) -> None:
        chosen = self._narrowed(flow.ask, known)
        if len(chosen) > 1:
            raise Failure(16000, "interaction_required", "Several accounts are signed in and none was chosen.")
        if not chosen or not self._recent(flow, chosen[0][1]):
            raise Failure(50058, "login_required", "A silent sign-in request was sent but no user is signed in.")
        flow.person, flow.signed_in = chosen[0]
        self.proceed(flow)
        if flow.problem is not None:
            raise Failure(flow.problem.number, "interaction_required", flow.problem.text)
        if flow.stage == "factor":
            raise failures.second_factor()
        if flow.stage == "consent":
            raise Failure(65001, "consent_required", "The user has not consented to use the application.")

    def _recent(self, flow: Flow, account: SignedIn) -> bool:
        """Whether a session is fresh enough for what was asked, and for what was switched on."""
        oldest = 0.0 if flow.ask.max_age is None else time.time() - flow.ask.max_age
        fault = self._sandbox.faults.get(flow.ask.tenant.id, "interaction-required") if flow.ask.tenant else None
        return account.auth_time > max(oldest, fault.since if fault else 0.0)

    def use(self, flow: Flow, person: Person, account: SignedIn) -> Elsewhere | None:
        """Go on with someone who is signed in to the browser; ask again when that is too long ago."""
        flow.user = person.user
        if flow.fresh or not self._recent(flow, account):
            flow.fresh = True
            return self.name(flow, person.user)
        flow.person, flow.signed_in = person, account
        self.proceed(flow)
        return None

    def name(self, flow: Flow, user: str) -> Elsewhere | None:
        """Go on with a user name: to the password page, or to the domain's own sign-in server."""
        flow.user, flow.problem = user.strip()[:200], None
        domain = self._sandbox.practice.domains.get(flow.user.rpartition("@")[2].casefold())
        if domain is not None and domain.federation is not None:
            return self._to_sts(flow, domain, domain.federation)
        if self._sandbox.practice.person(flow.user) is None:
            flow.stage, flow.problem = "username", failures.unknown_user(flow.user)
        else:
            flow.stage = "password"
        return None

    def _to_sts(self, flow: Flow, tenant: Tenant, federation: Federation) -> Elsewhere:
        """Where a federated domain signs in; ``prompt=login`` becomes what the domain's PromptLoginBehavior says."""
        flow.stage = "sts"
        query = {"wa": "wsignin1.0", "wtrealm": "urn:federation:practice", "wctx": flow.id}
        if flow.user:
            query["username"] = flow.user
        if flow.fresh:
            if federation.prompt_login == "NativeSupport":
                query["prompt"] = "login"
            else:
                query["wfresh"] = "0"
            if federation.prompt_login == "TranslateToFreshPasswordAuth":
                query["wauth"] = PASSWORD_METHOD
        return Elsewhere(f"{self._sandbox.sts(tenant)}/ls?{urlencode(query)}")

    def password(self, flow: Flow, password: str, browser: Browser) -> None:
        """Check a password."""
        person = self._sandbox.practice.person(flow.user)
        flow.tries += 1
        if person is None or password != self._sandbox.practice.password or flow.tries > _TRIES:
            flow.problem = failures.wrong_password()
            return
        self.authenticated(flow, person, ("pwd",), browser)

    def authenticated(self, flow: Flow, person: Person, methods: tuple[str, ...], browser: Browser) -> None:
        """Go on with someone who just proved who they are, and remember it in the browser."""
        flow.user, flow.problem = person.user, None
        if self._sandbox.is_disabled(person):
            flow.stage, flow.problem = "error", failures.disabled(person.user)
            return
        flow.person, flow.signed_in, flow.fresh = person, SignedIn(person.id, time.time(), methods), False
        browser.sign_in(flow.signed_in, keep=flow.keep)
        self.proceed(flow)

    def factor(self, flow: Flow, given: str, browser: Browser) -> None:
        """Check a second factor."""
        flow.tries += 1
        if (
            flow.person is None
            or flow.signed_in is None
            or given.strip() != self._sandbox.practice.second_factor
            or flow.tries > _TRIES
        ):
            flow.problem = Failure(500121, "invalid_grant", "Authentication failed during the strong authentication request.")
            return
        methods = (*(method for method in flow.signed_in.amr if method != "mfa"), "mfa")
        self.authenticated(flow, flow.person, methods, browser)

    def proceed(self, flow: Flow) -> None:
        """Set the next stage of a sign-in whose person is known; "finish" when nothing is missing."""
        person, signed_in, ask = flow.person, flow.signed_in, flow.ask
        if person is None or signed_in is None:
            return
        tenant = ask.tenant or person.home
        if self._sandbox.is_disabled(person):
            flow.stage, flow.problem = "error", failures.disabled(person.user)
        elif tenant.id not in person.places:
            home = self._sandbox.signer.issuer(person.home.id)
            flow.stage, flow.problem = "error", failures.not_in_tenant(person.user, home, tenant.name, ask.client.name)
        elif (person.factor or ask.claims.contexts) and "mfa" not in signed_in.amr:
            flow.stage = "factor"
        elif self._consent_due(flow, person, tenant):
            flow.stage = "consent"
        elif ask.device is not None and not flow.confirmed:
            flow.stage = "confirm"
        else:
            flow.stage = "finish"

    def _consent_due(self, flow: Flow, person: Person, tenant: Tenant) -> bool:
        if flow.consented:
            return False
        ask = flow.ask
        return ask.prompt == "consent" or (
            ask.client.consent and not self._sandbox.store.consented(person.id, tenant.id, ask.client.id)
        )
