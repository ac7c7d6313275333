"""Trials against a provider that lies: real msal, real TLS, the real identity; only the provider's words are made up.

A trial: perhaps an honest sign-in before; then an answer with no lie, one, or two mixed, at a silent refresh, in the browser or by
device code, perhaps cancelled, perhaps after a fault; then what is held is compared with the provider's books; then, with an
honest provider again, what was good before still has to work, in this program or in the next one.
"""

from __future__ import annotations

import contextlib
import http
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

from support.drafts import Cast, Draft, User, cast
from support.identity import FakeVault, LyingProvider, PostingBrowser, Reply, TestClock, lying_provider
from support.lies import chosen, name_of
from support.trials import Hasty, Runner, Trial, Verdict, check_token, check_vault, in_memory, rng_of
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import Account, BrowserChoice
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.services import AZURE, GRAPH
from tenantdock.domain.signin import AccessToken, Rung, SignInAsk, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity

_OWN_CLIENT = "0a1b2c3d-1111-4222-8333-444455556666"
_STOLEN, _USED = "a-code-of-a-thief", "a-code-of-an-earlier-sign-in"
PAGES = ("wrong state", "forged answer first", "replayed code")
_BROWSERS = (Rung.BROWSER, Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE)


@dataclass
class _Browser(PostingBrowser):
    """A browser whose listener may be gone: the sign-in was cancelled. What is *forged* is posted before the answer."""

    forged: list[Mapping[str, str]] = field(default_factory=list)
    posted: Callable[[], None] = lambda: None

    def _post(self, redirect_uri: str, fields: Mapping[str, str]) -> None:
        for each in (*self.forged, fields):
            with contextlib.suppress(OSError):
                super()._post(redirect_uri, each)
        self.posted()


@contextlib.contextmanager
def world() -> Iterator[Runner]:
    """One provider for many trials."""
    with lying_provider() as provider:
        # By its number: looking a name up costs a thread, and no trial is about names of computers
        provider.cloud = replace(provider.cloud, authority=f"https://127.0.0.1:{provider.port}")
        yield lambda seed, index: _Stage(provider, rng_of(seed, index), index).play()


@dataclass
class _Stage:
    """One trial."""

    provider: LyingProvider
    rng: random.Random
    index: int
    vault: FakeVault = field(default_factory=FakeVault)
    clock: TestClock = field(default_factory=TestClock)
    numbers: int = 0
    lies: list[Any] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    nonce: str = ""
    interactive: bool = False
    fault: Reply | None = None
    page: str = ""
    """What the page lies about, one of :data:`PAGES`."""
    earlier: str = ""
    """The nonce of the sign-in before."""
    redeemed: bool = False

    def __post_init__(self) -> None:
        rng = self.rng
        self.kind = rng.choice(["member", "member", "guest"])
        self.way: Rung = rng.choice([Rung.SILENT, Rung.SILENT, *_BROWSERS, Rung.DEVICE_CODE])
        enrolled = self.way is Rung.SILENT or rng.random() < 0.35
        pinned = enrolled or rng.random() < 0.4
        cloud = self.provider.cloud
        if rng.random() < 0.2:
            cloud = replace(cloud, client_ids={"graph": _OWN_CLIENT})
        self.service = rng.choice([GRAPH, GRAPH, AZURE])
        account = Account(f"{rng.getrandbits(128):032x}", cloud.id, "x@y.example")
        client = TokenAsk(cloud, "", account, self.service).client_id
        self.cast: Cast = cast(rng, client, kind=self.kind, pinned=pinned)
        self.owner: User = self.cast.wanted
        hint = rng.choice([self.owner.name] * 3 + [self.owner.name.upper()])
        if pinned and rng.random() < 0.2:
            hint = rng.choice(["old.name@contoso.example", *(["bob@contoso.example"] if self.kind == "member" else [])])
        account = replace(account, username=hint, home_account_id=self.owner.home if pinned else "")
        self.ask = TokenAsk(cloud, self.cast.target, account, self.service)
        self.enrolled, self.hint = enrolled, hint
        self.browser = _Browser(self._at_the_page)
        self.provider.token = self._token
        self.provider.nonces.clear()
        # Of the trials before, or a hundred thousand of them fill the memory
        self.provider.forms.clear()
        self.provider.gets.clear()
        self.provider.realm = rng.choice(
            [
                {"NameSpaceType": "Managed", "FederationBrandName": "Contoso"},
                {"NameSpaceType": "Federated", "AuthURL": "https://sts.contoso.example/adfs/ls/?wa=wsignin1.0"},
                {"NameSpaceType": "Unknown"},
                {},
            ]
        )
        self.provider.interval = 0.01
        self.provider.owners = self.cast.domains()
        self.identity = self._started()

    def _started(self) -> EntraIdentity:
        return EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=10)

    # The provider's side

    def _at_the_page(self, asked: Mapping[str, str]) -> Mapping[str, str]:
        self.earlier, self.nonce = self.nonce or f"{self.rng.getrandbits(256):064x}", asked["nonce"]
        honest = {"code": _USED if self.page == "replayed code" else "the-code", "state": asked["state"]}
        if self.page not in {"wrong state", "forged answer first"}:
            return honest
        state = asked["state"]
        wrong = self.rng.choice([None, "", state[:-1], f"{state}x", f"{state}\n", f"\u200b{state}", state[::-1], self.earlier])
        forged = {"code": _STOLEN} if wrong is None else {"code": _STOLEN, "state": wrong}
        if self.page == "wrong state":
            return forged
        self.browser.forged = [forged]
        return honest

    def _token(self, form: Mapping[str, str]) -> Reply:
        if self.fault is not None:
            fault, self.fault = self.fault, None
            return fault
        grant = form.get("grant_type", "")
        self.numbers += 1
        draft = Draft(self.cast, self.nonce, self.numbers, form.get("scope", ""), interactive=grant == "authorization_code")
        if grant == "refresh_token":
            truth = self.cast.whose(form.get("refresh_token", ""))
            if truth is None:
                return Reply({"error": "invalid_grant", "error_description": "AADSTS9002313: unknown"}, 400)
            # Honest to whoever the refresh token really belongs to
            people = (self.cast.wanted, self.cast.other, self.cast.foreigner, self.cast.namesake)
            draft.of(next(user for user in people if user.home == truth.account), self.cast.target, form["client_id"])
        for lie in self.lies:
            lie(draft)
        if form.get("code") == _USED:
            # A provider that checks nothing answers an old code with what it made for it then
            draft.of(self.rng.choice([self.cast.wanted, self.cast.wanted, self.cast.other]), self.cast.target, self.cast.client)
            draft.id["nonce"] = self.earlier
        self.redeemed |= form.get("code") == _STOLEN
        self.drafts.append(draft)
        verdict = draft.verdict()
        reply = draft.answer()
        if draft.untellable:
            self.cast.tainted |= set(list(self.cast.books)[-2:])
        draft.told = verdict
        return reply

    def _give_up(self, cancel: Cancel) -> None:
        """The person gives up once the forged answer was turned away: no other one comes."""
        if not self.browser.pages or self.browser.pages[-1][0] != http.HTTPStatus.OK:
            cancel.cancel()

    # The product's side

    def play(self) -> Trial:
        rng = self.rng
        if self.enrolled:
            self._sign_in(Rung.BROWSER)
            if rng.random() < 0.3:
                self.identity = self._started()
        how_many = rng.choice([0, 1, 1, 1, 2, 2, 2])
        self.lies = chosen(rng, how_many)
        self.drafts.clear()
        if self.way in _BROWSERS and rng.random() < 0.15:
            self.page = rng.choice(PAGES)
        told = [*map(name_of, self.lies), self.page] if self.page else [*map(name_of, self.lies)]
        names = ", ".join(told) or "honest"
        pin = "pinned" if self.ask.account.enrolled else "first"
        trial = Trial(self.index, f"liar, {self.kind}, {pin}, hint {self.hint}, {self.way.value}, {names}")
        trial.sorts = ("liar", self.kind, pin, self.way.value, f"{how_many} lies")
        trial.sorts += tuple(f"lie {each}" for each in dict.fromkeys(told))
        cancel, timer = Hasty(), None
        if self.page == "wrong state":
            self.browser.posted = lambda: self._give_up(cancel)
        disturbed = self._fault(rng)
        if rng.random() < 0.06:
            timer = threading.Timer(rng.random() * 0.03, cancel.cancel)
            timer.start()
            disturbed = True
        tokens, error = self._attempt(cancel)
        if timer is not None:
            timer.cancel()
            timer.join()
        verdict = self._has_to_come(error, disturbed=disturbed)
        self.browser.forged, self.browser.posted, self.page = [], lambda: None, ""
        if self.redeemed:
            trial.leaks.append("a code that came with another state was redeemed")
        trial.judge(verdict, error)
        if self.drafts and not self.cast.pinned:
            self.owner = self.drafts[-1].owner()
        for token in tokens:
            self._check(trial, token, "handed out")
        self._look(trial, "after the attempt")
        self._afterwards(trial)
        self.browser.finish()
        return trial

    def _has_to_come(self, error: TenantDockError | None, *, disturbed: bool) -> Verdict:
        """What has to come of what the provider said. Where it was not asked: a forged answer to the page is nobody's sign-in, and
        one before the right answer must not keep that from coming.
        """
        unasked = {"wrong state": Verdict.REFUSE, "forged answer first": Verdict.ACCEPT}.get(self.page, Verdict.EITHER)
        verdict = self.drafts[-1].told if self.drafts else unasked
        if not disturbed:
            return verdict
        # A token that memory still held is no answer to the lie, and a cut says nothing
        return Verdict.REFUSE if verdict is Verdict.REFUSE and error is not None else Verdict.EITHER

    def _fault(self, rng: random.Random) -> bool:
        if rng.random() > 0.04:
            return False
        self.fault = rng.choice([Reply({}, 503), Reply({}, 429, {"Retry-After": "0"}), Reply({}, 500), Reply(b"{", 200)])
        return True

    def _attempt(self, cancel: Cancel) -> tuple[list[AccessToken], TenantDockError | None]:
        if self.way is not Rung.SILENT:
            try:
                return [self._sign_in(self.way, cancel)], None
            except TenantDockError as refused:
                return [], refused
        if self.rng.random() < 0.85:
            try:
                return [self.identity.silent(self.ask, cancel, force=True)], None
            except TenantDockError as refused:
                return [], refused
        with ThreadPoolExecutor(3) as pool:
            asked = [pool.submit(self.identity.silent, self.ask, cancel, force=True) for _ in range(3)]
            errors = [each.exception() for each in asked]
        for each in errors:
            if each is not None and not isinstance(each, TenantDockError):
                raise each
        first = next((each for each in errors if isinstance(each, TenantDockError)), None)
        return [each.result() for each, failed in zip(asked, errors, strict=True) if failed is None], first

    def _sign_in(self, rung: Rung, cancel: Cancel | None = None) -> AccessToken:
        return self.identity.interactive(SignInAsk(self.ask, rung, BrowserChoice()), cancel or Hasty(), no_progress)

    def _afterwards(self, trial: Trial) -> None:
        """An honest provider again: what was signed in before the lie, or by it, works; nothing else does."""
        signed_in = self.enrolled or trial.accepted
        tainted = any(draft.untellable or draft.refresh_of is not draft.who for draft in self.drafts)
        self.lies, self.fault = [], None
        account = replace(self.ask.account, home_account_id=self.owner.home)
        pinned = replace(self.ask, account=account)
        if self.rng.random() < 0.5:
            self.identity = self._started()
        try:
            token = self.identity.silent(pinned, Hasty(), force=True)
        except TenantDockError as refused:
            if signed_in and not tainted and not self._without_refresh_token():
                trial.missed.append(f"what was signed in does not work any more: {type(refused).__name__}: {refused}")
        else:
            self._check(trial, token, "refreshed afterwards")
        self._look(trial, "in the end")

    def _without_refresh_token(self) -> bool:
        """Whether the answer gave no refresh token that could be kept: then there is nothing to refresh with."""
        return not self.enrolled and any(draft.odd for draft in self.drafts)

    def _check(self, trial: Trial, token: AccessToken, where: str) -> None:
        if token.secret.reveal() not in self.cast.tainted:
            check_token(trial, self.ask, token, self.owner.home, self.cast.whose, where)

    def _look(self, trial: Trial, when: str) -> None:
        accounts = [replace(self.ask.account, home_account_id=home) for home in ("", *(u.home for u in self._people()))]
        asks = [
            replace(self.ask, account=account, tenant_id=tenant, service=service)
            for account in accounts
            for tenant in (self.cast.target, self.cast.elsewhere, self.cast.wanted.utid)
            for service in (GRAPH, AZURE)
        ]
        for ask, token in in_memory(self.identity, asks):
            if token.secret.reveal() not in self.cast.tainted:
                check_token(trial, ask, token, self.owner.home, self.cast.whose, f"in memory {when}")
        if not any(draft.untellable for draft in self.drafts):
            whose = dict.fromkeys(self.cast.tainted)
            plain = self.vault.sealed.get(self.ask.account.id)
            check_vault(trial, plain, {self.owner.home}, lambda secret: self._book(secret, whose))

    def _book(self, secret: str, tainted: Mapping[str, None]) -> Any:
        truth = self.cast.whose(secret)
        # What nothing could tell is let pass here: that it is never made a token of is what the end of the trial looks at
        return replace(truth, account=self.owner.home) if truth is not None and secret in tainted else truth

    def _people(self) -> tuple[User, ...]:
        return (self.cast.wanted, self.cast.other, self.cast.foreigner, self.cast.namesake)
