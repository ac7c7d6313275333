"""Signing in through Windows' Web Account Manager (WAM), for accounts whose person wants it.

What WAM answers is proven like any other answer, because it may answer for an account that Windows likes better. No refresh token
comes to us: WAM keeps it. What is kept is by which id WAM knows the account, so that it can be asked again without a person.

Read in msal 1.39 (broker.py, application.py) and in the description of pymsalruntime 0.20: a call cannot be cancelled; it ignores
``domain_hint`` and prompts other than ``select_account``, which would drop the user name and is never sent. An application whose
broker does not start falls back to a browser of msal's own without a word, which :class:`BrokerProvider` does not let happen.
Never run on a real Windows: tested with msal's own code on a double of pymsalruntime.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Mapping
from typing import Any, Final

import msal

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import BrokerUnavailable, NetworkTrouble, SignInFailed, SignInRequired, TenantDockError
from tenantdock.domain.ports import Clock
from tenantdock.domain.said import as_said, said
from tenantdock.domain.signin import TokenAsk
from tenantdock.domain.text import one_line
from tenantdock.identity.aadsts import number_of, trouble
from tenantdock.identity.memory import ACCOUNT, Entry
from tenantdock.identity.provider import Answer, Provider
from tenantdock.identity.waiting import detached
from tenantdock.identity.wam import why_not
from tenantdock.identity.wire import Wire

_SWITCH: Final = "enable_broker_on_windows"
_SOURCE: Final = "broker"  # how msal's cache marks an account that a broker knows
_NEXT: Final = "Sign in with the browser, or switch signing in with Windows off for this account."
# Names of pymsalruntime's Response_Status, as msal puts them into its error text
_CLOSED: Final = ("UserCanceled", "UserSwitch")
_PERSON: Final = ("InteractionRequired", "AccountUnusable", "AccountNotFound")
_NETWORK: Final = ("NoNetwork", "NetworkTemporarilyUnavailable", "ServerTemporarilyUnavailable")


def known_to_broker(entries: list[Entry], ask: TokenAsk) -> Entry | None:
    """Return the entry that says by which id the broker knows the account of *ask*."""
    home = ask.account.home_account_id.casefold()
    return next(
        (
            entry
            for entry in entries
            if entry.kind == ACCOUNT
            and entry.fields.get("account_source") == _SOURCE
            and entry.fields.get("environment", "").casefold() == ask.cloud.sign_in_host.casefold()
            and home
            and entry.fields.get("home_account_id", "").casefold() == home
        ),
        None,
    )


class BrokerProvider(Provider):
    """msal with WAM, for one ask. Raises :class:`BrokerUnavailable` where there is no WAM."""

    def __init__(self, ask: TokenAsk, wire: Wire, clock: Clock) -> None:
        _start()
        super().__init__(ask, wire)
        self._clock = clock
        if not getattr(self._app, "_enable_broker", False):
            raise _unavailable("Windows' account manager did not start.")

    def sign_in(self, window: int, claims: str, cancel: Cancel) -> Answer:
        """Have Windows sign the person in, with its own window before ours, whose native handle *window* is (0: the console's).

        Raises :class:`Cancelled` at once when cancelled; Windows' window stays until the person closes it, its answer is dropped.
        """
        handle = window or msal.PublicClientApplication.CONSOLE_WINDOW_HANDLE

        def ask_windows() -> Any:
            return self._app.acquire_token_interactive(
                self._scopes,
                login_hint=self._ask.account.username,
                claims_challenge=claims or None,
                parent_window_handle=handle,
            )

        return self._answered(lambda: detached(ask_windows, cancel, "broker"), silent=False)

    def silent(self, known: Entry, claims: str, cancel: Cancel) -> Answer:
        """Have Windows give a token without a person. Raises :class:`SignInRequired`."""
        account = {**known.fields, "authority_type": msal.TokenCache.AuthorityType.MSSTS}

        def ask_windows() -> Any:
            return self._app.acquire_token_silent_with_error(
                self._scopes, account=account, force_refresh=True, claims_challenge=claims or None
            )

        return self._answered(lambda: detached(ask_windows, cancel, "broker"), silent=True)

    def _options(self) -> Mapping[str, Any]:
        return {_SWITCH: True}

    def _answered(self, call: Any, *, silent: bool) -> Answer:
        kind, result = "", None
        try:
            result = call()
        except TenantDockError:
            raise
        except Exception as error:  # noqa: BLE001  # msal's and pymsalruntime's errors may hold parts of answers
            kind = type(error).__name__
        if kind == "RedirectUriError":
            raise _not_registered(self._ask)
        if kind:
            raise _unavailable(f"Windows' account manager gave an answer that cannot be understood ({kind}).")
        if not isinstance(result, dict) or "error" in result:
            raise _refused(result if isinstance(result, dict) else {}, self._ask, silent=silent)
        self._wire.sent_at = self._clock.now()  # the life of the token is counted from here
        answer = self._answer(result, silent=silent)
        return Answer(
            answer.access_token,
            answer.expires_in,
            answer.counted_from,
            answer.claims,
            answer.entries,
            answer.correlation_id,
            by_broker=True,
        )


def _start() -> None:
    """Start Microsoft's library. msal would go on without it, in a browser of its own."""
    reason = why_not()
    if reason:
        raise _unavailable(reason)
    failed = ""
    try:
        importlib.import_module("msal.broker")  # starts WAM's library
    except Exception as error:  # noqa: BLE001  # ImportError, RuntimeError on old systems, OSError for a missing DLL
        failed = type(error).__name__
    logging.getLogger("msal.broker").disabled = True  # it prints what it gets
    if failed:
        raise _unavailable(f"Windows' account manager did not start ({failed}).")


def _refused(result: Mapping[str, Any], ask: TokenAsk, *, silent: bool) -> TenantDockError:
    answered = str(result.get("error_description") or "")
    user = one_line(ask.account.username, 120)
    if number_of(result):
        return trouble(result, silent=silent)
    details = f"broker: {one_line(answered, 300)}" if answered else ""
    if any(name in answered for name in _NETWORK):
        return NetworkTrouble("Windows could not reach the sign-in service.", next_step="Try again in a moment.", details=details)
    if silent:
        return SignInRequired(
            said("Windows cannot sign in {user} without asking.", user=user),
            next_step="Sign in once; after that it is silent.",
            details=details,
        )
    if any(name in answered for name in _CLOSED):
        return SignInFailed("Windows' sign-in window was closed.", next_step="Connect again to sign in.", details=details)
    return SignInFailed(said("Windows did not sign in {user}.", user=user), next_step=_NEXT, details=details)


def _not_registered(ask: TokenAsk) -> SignInFailed:
    return BrokerUnavailable(
        said("The application {client_id} is not registered for signing in with Windows.", client_id=ask.client_id),
        next_step=said(
            "Add the redirect address ms-appx-web://Microsoft.AAD.BrokerPlugin/{client_id} to it. Or: {next}",
            client_id=ask.client_id,
            next=as_said(_NEXT),
        ),
    )


def _unavailable(reason: str) -> BrokerUnavailable:
    return BrokerUnavailable(reason, next_step=_NEXT)
