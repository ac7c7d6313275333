"""Identity against Microsoft Entra: every token is proven before it is kept or handed out.

Nothing heavy is imported before a request has to be made; :meth:`EntraIdentity.peek` only looks into memory.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.computer import Browsers, BrowserWindow, WatchedWindow
from tenantdock.domain.directory import OWN_PROFILE, Account, BrowserChoice, UserName
from tenantdock.domain.errors import BadInput, BrokerUnavailable, Cancelled, NetworkTrouble, SignInRequired, StorageTrouble
from tenantdock.domain.ports import Clock, SettingsStore, Vault
from tenantdock.domain.proof import Claims, Wanted, WrongAccount, foreign_names, prove
from tenantdock.domain.services import clients
from tenantdock.domain.signin import (
    AccessToken,
    DeviceCode,
    NetworkListener,
    Progress,
    ProgressListener,
    Realm,
    Rung,
    SignInAsk,
    TokenAsk,
)
from tenantdock.identity.challenges import check_claims, usable
from tenantdock.identity.flights import Flights
from tenantdock.identity.investigating import Investigator
from tenantdock.identity.kept import Kept
from tenantdock.identity.memory import AccountCache, Entry, StorageErrors, TokenKey
from tenantdock.identity.realms import Realms
from tenantdock.identity.telling import nobody_signed_in, not_saved, opening
from tenantdock.identity.waiting import detached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenantdock.domain.customers import CountListener, CustomerList, ListedCustomer
    from tenantdock.identity.network import Network
    from tenantdock.identity.provider import Answer, Provider
    from tenantdock.identity.wire import Contexts, Reply, Wire

SIGN_IN_TIMEOUT: Final = 300.0
"""Seconds that a person has to come back from the browser."""

_log = logging.getLogger(__name__)


class EntraIdentity:
    """The :class:`~tenantdock.domain.ports.Identity` of the program.

    *sign_in_timeout* is in seconds. When a good sign-in cannot be sealed (disk full, keyring locked), its tokens work from memory;
    the person is told once, by the error that :meth:`interactive` then raises, and sealing is tried again at the next change. A
    silent refresh that cannot be sealed only leaves a log entry: the vault still holds the refresh token before it.

    *settings* say which proxy counts (None: the system's); *on_network* is told when the network's state changes, on the thread of
    a request. *network* is what requests share, where a test brings its own; *settings* and *on_network* do not count then.
    """

    def __init__(
        self,
        *,
        vault: Vault,
        browsers: Browsers,
        clock: Clock,
        sign_in_timeout: float = SIGN_IN_TIMEOUT,
        settings: SettingsStore | None = None,
        on_network: NetworkListener | None = None,
        network: Network | None = None,
    ) -> None:
        self._vault = vault
        self._browsers = browsers
        self._clock = clock
        self._sign_in_timeout = sign_in_timeout
        self._settings = settings
        self._on_network = on_network
        self._network = network
        self._lock = threading.Lock()
        self._caches: dict[str, AccountCache] = {}
        self._flights: Flights[AccessToken] = Flights()
        self._realms = Realms(self._dial, clock)
        self._investigator = Investigator(self._realms, clock)
        self._shared: tuple[Contexts, Kept[str, Reply]] | None = None

    @property
    def network(self) -> Network:
        """What all requests share: the proxy decision (for the connectivity test too) and what is known of the network."""
        with self._lock:
            if self._network is None:
                from tenantdock.identity.network import Network  # noqa: PLC0415  # not needed to start

                self._network = Network(self._clock, settings=self._settings, vault=self._vault, on_change=self._on_network)
            return self._network

    def peek(self, ask: TokenAsk) -> AccessToken | None:
        """A token from memory that is valid for at least five more minutes (or half its lifetime, if shorter), else None."""
        cache = self._caches.get(ask.account.id)
        return _own(ask, cache.peek(_key(ask))) if cache is not None else None

    def silent(self, ask: TokenAsk, cancel: Cancel, *, force: bool = False, claims: str = "") -> AccessToken:
        """A token without a person: from memory, else by the account's refresh token, proven like any other.

        While the network is down a token that is still valid is handed out to its end, unless *force* asks for a new one. *claims*
        (a challenge, JSON text) goes to the provider, and no token from memory answers it.
        """
        cancel.check()
        if claims:
            check_claims(claims)
            force = True
        token = None if force else self.peek(ask)
        if token is not None:
            return token
        work = functools.partial(self._refresh, ask, cancel, force=force, claims=claims)
        return self._flights.run((ask.account.id, *_key(ask), force, claims), work, cancel)

    def interactive(self, ask: SignInAsk, cancel: Cancel, progress: ProgressListener) -> AccessToken:
        """A token with the person's help, on the rung asked for. Proves, then seals.

        Raises what :meth:`silent` raises and :class:`BrowserTrouble`; nothing of a sign-in that fails is kept.
        """
        if ask.rung is Rung.SILENT:
            return self.silent(ask.token, cancel)
        cancel.check()
        cache = self._cache(ask.token.account)
        try:
            self._load(cache, cancel)
        except StorageTrouble as trouble:
            _log.warning("signing in anew: %s", trouble.message)  # the damaged file was set aside; a new one follows
        started = self._clock.now()
        with self._dial(ask.token.cloud, cancel, urgent=True) as wire:
            from tenantdock.identity.provider import Provider  # noqa: PLC0415  # msal is heavy

            challenge = cache.challenges.get(_key(ask.token), "")
            if ask.rung is Rung.BROKER:
                answer = self._by_broker(wire, ask, challenge, cancel, progress)
            elif ask.rung is Rung.DEVICE_CODE:
                answer = _by_device_code(Provider(ask.token, wire), wire, ask.token, challenge, cancel, progress)
            else:
                answer = self._by_browser(Provider(ask.token, wire), wire, ask, challenge, cancel, progress)
        progress(Progress("checking", "Checking which account signed in"))
        token = self._accept(cache, ask.token, answer, ask.rung, started, cancel)
        return token if self._lasts(token) else self._refresh(ask.token, cancel, force=True, claims="")

    def realm(self, cloud: Cloud, user: UserName, cancel: Cancel) -> Realm:
        """Who signs this user in. An unreachable service gives RealmKind.UNKNOWN, not an error."""
        return self._realms.realm(cloud, user, cancel)

    def tenant_of(self, cloud: Cloud, domain: str, cancel: Cancel) -> str:
        """The GUID of the tenant that owns *domain* (or that is *domain*, when it is a GUID)."""
        return self._realms.tenant_of(cloud, domain, cancel)

    def broker_trouble(self) -> str:
        """Why the system's broker cannot be used here, in one sentence, or "" where it can. *instant*."""
        from tenantdock.identity.wam import why_not  # noqa: PLC0415  # seldom wanted

        return why_not()

    def forget(self, account: Account) -> None:
        """Drop an account's tokens from memory and from the vault. A refresh that is under way cannot bring them back."""
        cache = self._cache(account)
        try:
            cache.forget()
        finally:
            with self._lock:
                if self._caches.get(account.id) is cache:
                    del self._caches[account.id]

    def sign_out_everywhere(self, ask: TokenAsk, cancel: Cancel) -> None:
        """Have the provider end all sign-ins of the account, then forget it here; see :mod:`tenantdock.identity.revoking`.

        *ask* is for Graph in the account's home tenant. When it cannot be done, nothing was forgotten.
        """
        from tenantdock.identity.revoking import revoke  # noqa: PLC0415  # seldom wanted

        token = self.silent(ask, cancel)
        try:
            revoke(self._dial, ask, token, cancel)
        except SignInRequired as required:
            if required.claims:
                self._cache(ask.account).challenges[_key(ask)] = required.claims
            raise
        self.forget(ask.account)

    def customers(
        self, kind: CustomerList, cloud: Cloud, account: Account, cancel: Cancel, count: CountListener
    ) -> Sequence[ListedCustomer]:
        """Read the customers of *account*, each once; see :mod:`tenantdock.identity.customers`."""
        from tenantdock.identity.customers import ask_for, read  # noqa: PLC0415  # seldom wanted

        ask = ask_for(kind, cloud, account)
        try:
            return read(self._dial, self.silent, kind, ask, cancel, count)
        except SignInRequired as required:
            if required.claims:
                self._cache(account).challenges[_key(ask)] = required.claims
            raise

    def _refresh(self, ask: TokenAsk, cancel: Cancel, *, force: bool, claims: str) -> AccessToken:
        cache, key = self._cache(ask.account), _key(ask)
        token = None if force else _own(ask, cache.peek(key))
        if token is not None:
            return token
        self._load(cache, cancel)
        started = self._clock.now()
        try:
            asked_broker = ask.account.broker and self._ask_broker(cache, ask, claims, cancel)
            answer = asked_broker or self._redeem_newest(cache, ask, claims, cancel)
        except SignInRequired as required:
            # What the provider asks for counts; else what the service asked for, which the person has to answer now
            asked = required.claims if usable(required.claims) else claims
            if asked:
                cache.challenges[key] = asked
            raise
        except NetworkTrouble:
            last = None if force else _own(ask, cache.last_resort(key))
            if last is None:
                raise
            return last
        token = self._accept(cache, ask, answer, Rung.SILENT, started, cancel)
        if self._lasts(token):
            return token
        again = self._clock.now()
        answer = self._redeem(ask, self._refresh_tokens(cache, ask), claims, cancel)
        return self._accept(cache, ask, answer, Rung.SILENT, again, cancel)

    def _lasts(self, token: AccessToken) -> bool:
        """Whether a new token is still valid: not so when the computer slept while the answer was on its way."""
        return token.seconds_left(self._clock.now()) > 0

    def _redeem_newest(self, cache: AccountCache, ask: TokenAsk, claims: str, cancel: Cancel) -> Answer:
        known = self._refresh_tokens(cache, ask)
        try:
            return self._redeem(ask, known, claims, cancel)
        except SignInRequired:
            # Another tenant's refresh may have rotated the token under us: then the newer one decides
            newer = self._refresh_tokens(cache, ask)
            if newer == known:
                raise
            return self._redeem(ask, newer, claims, cancel)

    def _ask_broker(self, cache: AccountCache, ask: TokenAsk, claims: str, cancel: Cancel) -> Answer | None:
        """Return what the system's broker answers without a person; None where it does not know the account, or there is none."""
        from tenantdock.identity.broker import BrokerProvider, known_to_broker  # noqa: PLC0415  # msal is heavy

        known = known_to_broker(cache.accounts(), ask)
        if known is None:
            return None
        try:
            with self._dial(ask.cloud, cancel) as wire:
                return BrokerProvider(ask, wire, self._clock).silent(known, claims, cancel)
        except (BrokerUnavailable, SignInRequired):
            # After a sign-in in the browser, when Windows would not, there is a refresh token
            if cache.refresh_tokens(ask.client_id, ask.account.home_account_id):
                return None
            raise

    def _by_broker(self, wire: Wire, ask: SignInAsk, challenge: str, cancel: Cancel, progress: ProgressListener) -> Answer:
        from tenantdock.identity.broker import BrokerProvider  # noqa: PLC0415  # msal is heavy

        provider = BrokerProvider(ask.token, wire, self._clock)
        wire.rest()
        progress(Progress(ask.rung.value, opening(ask.rung, ask.token.account.username)))
        return provider.sign_in(ask.window, challenge, cancel)

    def _redeem(self, ask: TokenAsk, refresh_tokens: list[Entry], claims: str, cancel: Cancel) -> Answer:
        with self._dial(ask.cloud, cancel) as wire:
            from tenantdock.identity.provider import Provider  # noqa: PLC0415  # msal is heavy

            return Provider(ask, wire, refresh_tokens).refresh(refresh_tokens[0].fields.get("home_account_id", ""), claims)

    def _refresh_tokens(self, cache: AccountCache, ask: TokenAsk) -> list[Entry]:
        found = cache.refresh_tokens(ask.client_id, ask.account.home_account_id)
        if not found:
            raise nobody_signed_in(ask)
        return found

    def _by_browser(
        self, provider: Provider, wire: Wire, ask: SignInAsk, challenge: str, cancel: Cancel, progress: ProgressListener
    ) -> Answer:
        from tenantdock.identity.loopback import Loopback  # noqa: PLC0415  # only a sign-in needs it

        with Loopback(self._clock.monotonic) as listener:
            domain_hint = self._investigator.domain_hint(ask.token, cancel)
            flow = provider.start(listener.redirect_uri, ask.rung, challenge, domain_hint)
            wire.rest()
            progress(Progress(ask.rung.value, opening(ask.rung, ask.token.account.username)))
            cancel.check()
            choice = ask.browser
            if ask.rung is Rung.OTHER_PROFILE:
                choice = BrowserChoice(choice.browser, OWN_PROFILE + ask.token.account.id)
            window = self._open(flow.address, choice, ask.rung is Rung.PRIVATE, cancel)
            try:
                gone = window.gone if isinstance(window, WatchedWindow) else None
                response = listener.wait(flow.state, cancel, timeout=self._sign_in_timeout, gone=gone)
            except BaseException:
                # Not after an answer: the window shows the last page, and chromium takes half a minute to write its cookies
                window.close()
                raise
        return provider.finish(flow, response)

    def _open(self, address: str, choice: BrowserChoice, private: bool, cancel: Cancel) -> BrowserWindow:
        """Start the browser on another thread: asking the system for its default browser can take seconds."""
        abandoned, opened = threading.Event(), list[BrowserWindow]()

        def start() -> BrowserWindow:
            window = self._browsers.open(address, choice, private=private)
            opened.append(window)
            if abandoned.is_set():
                window.close()
            return window

        try:
            return detached(start, cancel, "browser")
        except Cancelled:
            # Set before looking: whichever of the two threads comes second sees the other's part and closes the window
            abandoned.set()
            for window in opened:
                window.close()
            raise

    def _accept(
        self, cache: AccountCache, ask: TokenAsk, answer: Answer, rung: Rung, started: float, cancel: Cancel
    ) -> AccessToken:
        """The one way in: prove, then keep, then hand out."""
        account, refusal = ask.account, None
        wanted = Wanted(ask.tenant_id, account.username, ask.client_id, account.home_account_id)
        claims = self._with_owners(wanted, answer.claims, ask.cloud, cancel)
        try:
            proof = prove(wanted, claims)
        except WrongAccount as wrong:
            refusal = wrong
        if refusal is not None:
            skew = self.network.watch.state.skew or 0.0
            raise self._investigator.explain(refusal, ask, claims, rung, started, answer.correlation_id, cancel, skew)
        self._investigator.succeeded(ask)
        expires_on = answer.counted_from + answer.expires_in
        token = AccessToken(answer.access_token, ask.service.key, proof.tenant_id, proof.username, expires_on, proof)
        entries = [
            entry
            for entry in answer.entries
            if entry.fields.get("home_account_id", proof.home_account_id).casefold() == proof.home_account_id
        ]
        try:
            # The broker keeps the refresh token: one of ours would be a second door to the account
            allowed = frozenset({""}) if answer.by_broker else clients(ask.cloud)
            keep = functools.partial(cache.keep, _key(ask), token, entries, answer.expires_in, allowed)
            detached(keep, cancel, "vault")
        except StorageErrors as trouble:
            if rung is not Rung.SILENT and cache.not_told_yet():
                raise not_saved(proof.username or account.username, trouble) from None
            _log.warning("a sign-in is kept in memory only: %s", trouble.message)
        return token

    def _with_owners(self, wanted: Wanted, claims: Claims, cloud: Cloud, cancel: Cancel) -> Claims:
        """Return *claims* with who owns the domains of a guest's names, where that is needed and can be had."""
        owners = set()
        for user in foreign_names(wanted, claims):
            with contextlib.suppress(BadInput, NetworkTrouble):
                owners.add(self._realms.tenant_of(cloud, user.domain, cancel))
        return replace(claims, name_owners=frozenset(owners)) if owners else claims

    def _cache(self, account: Account) -> AccountCache:
        with self._lock:
            cache = self._caches.get(account.id)
            if cache is None:
                cache = self._caches[account.id] = AccountCache(account.id, self._vault, self._clock)
            return cache

    def _load(self, cache: AccountCache, cancel: Cancel) -> None:
        if not cache.loaded:
            detached(cache.load, cancel, "vault")

    def _dial(self, cloud: Cloud, cancel: Cancel, *, urgent: bool = False, **limits: int) -> Wire:
        from tenantdock.identity import wire  # noqa: PLC0415  # requests is heavy

        network = self.network
        with self._lock:
            if self._shared is None:
                kept: Kept[str, Reply] = Kept(self._clock, lifetime=wire.DISCOVERY_LIFETIME, limit=wire.DISCOVERY_LIMIT)
                self._shared = (wire.Contexts(), kept)
            contexts, discoveries = self._shared
        return wire.Wire(cloud, cancel, contexts, discoveries, self._clock, network=network, urgent=urgent, **limits)


def _by_device_code(
    provider: Provider, wire: Wire, ask: TokenAsk, challenge: str, cancel: Cancel, progress: ProgressListener
) -> Answer:
    flow = provider.start_device(challenge)
    wire.rest()
    complete = flow.get("verification_uri_complete")
    code = DeviceCode(
        flow["user_code"], flow["verification_uri"], flow["expires_at"], complete if isinstance(complete, str) else ""
    )
    text = opening(Rung.DEVICE_CODE, ask.account.username, address=code.address, code=code.user_code)
    progress(Progress(Rung.DEVICE_CODE.value, text, code))
    return provider.poll_device(flow, challenge, cancel)


def _own(ask: TokenAsk, token: AccessToken | None) -> AccessToken | None:
    """Return *token* if it is the pinned account's: an account can have been unpinned and pinned anew."""
    pinned = ask.account.home_account_id.casefold()
    return token if token is not None and pinned in {"", token.proof.home_account_id} else None


def _key(ask: TokenAsk) -> TokenKey:
    return (
        ask.cloud.id,
        ask.tenant_id.casefold(),
        ask.client_id.casefold(),
        ask.service.key,
        *ask.service.scopes(ask.cloud),
    )
