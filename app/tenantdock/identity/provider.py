"""msal, for one task at a time, on a throw-away token cache.

What comes back is an :class:`Answer` that nobody has proven yet; the caller proves it and keeps its entries, or drops it whole.
Heavy (msal): imported only when a request has to be made.

Why so (msal 1.39, read in its source): an interactive sign-in caches whatever account answers, before its nonce is checked; the
authority of a silent call is that of its application; a GET that fails ends the constructor. So each task has an application of
its own for its (client id, tenant GUID), on a cache that holds only copies of this account's refresh tokens for this client.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import logging
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar, cast
from urllib.parse import urlsplit

import msal

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import NetworkTrouble, SignInFailed, TenantDockError, UnknownDomain
from tenantdock.domain.proof import Claims
from tenantdock.domain.secret import Secret
from tenantdock.domain.signin import Rung, TokenAsk
from tenantdock.identity.aadsts import trouble
from tenantdock.identity.memory import ACCOUNT, APP_METADATA, REFRESH_TOKEN, Entry, entry_of
from tenantdock.identity.realms import tenant_guid
from tenantdock.identity.telling import nobody_signed_in
from tenantdock.identity.wire import Wire

T = TypeVar("T")

_LONGEST_LIFE: Final = 30 * 3600.0  # a CAE token lives up to 28 h; longer is no honest answer
_INTERVAL: Final = 5.0  # seconds between two questions about a device code, where the service says nothing (RFC 8628)
_LONGEST_INTERVAL: Final = 60.0
_LONGEST_CODE: Final = 24 * 3600.0  # a code of Entra's lives a quarter of an hour; a longer life than a day is no honest answer
_LATE: Final = 30.0  # seconds that the service may still know a code after its end, clocks differing
_MOST_FAILURES: Final = 4
_TYPES: Final = msal.TokenCache.CredentialType
_PROMPTS: Final[Mapping[Rung, str]] = {Rung.FRESH: "login"}


def _silence() -> None:
    """Switch msal's loggers off: at DEBUG they print the authorization code, at ERROR an answer that is no JSON, whole.

    By module, because some of its loggers are made only when they are used, and by level for modules that are imported later.
    """
    logging.getLogger("msal").setLevel(logging.CRITICAL + 1)
    for name in list(sys.modules):
        if name == "msal" or name.startswith("msal."):
            logging.getLogger(name).disabled = True


_silence()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the token endpoint answered, unproven. *expires_in* is in seconds, counted from *counted_from* (Unix time, when
    the request was sent); *entries* are what may be persisted once proven.
    """

    access_token: Secret
    expires_in: float
    counted_from: float
    claims: Claims
    entries: tuple[Entry, ...]
    correlation_id: str
    by_broker: bool = False


class Flow:
    """A code flow that was started. *address* is where the browser goes; *state* comes back with the code."""

    def __init__(self, flow: dict[str, Any]) -> None:
        self.address: str = flow["auth_uri"]
        self.state: str = flow["state"]
        self.parts = flow


class Provider:
    """msal for one ask. Raises domain errors only; those never carry a token."""

    def __init__(self, ask: TokenAsk, wire: Wire, refresh_tokens: Sequence[Entry] = ()) -> None:
        self._ask = ask
        self._wire = wire
        self._scopes = list(ask.service.scopes(ask.cloud))
        self._given = {entry.key: entry for entry in refresh_tokens}
        self._cache = msal.TokenCache()
        for entry in refresh_tokens:
            copy = entry.as_msal()
            self._cache.modify(_TYPES.REFRESH_TOKEN, copy, copy)
        self._discover()
        self._app = self._guarded(
            lambda: msal.PublicClientApplication(
                ask.client_id,
                authority=ask.cloud.tenant_authority(ask.tenant_id),
                http_client=wire,
                http_cache={},  # no replay: Wire raises for what msal would remember
                token_cache=self._cache,
                instance_discovery=False,
                **self._options(),
            )
        )

    def _options(self) -> Mapping[str, Any]:
        """Return what else the application is built with."""
        return {}

    def refresh(self, home_account_id: str, claims: str = "") -> Answer:
        """Get a new token by a refresh token. *claims* is the challenge to answer, or "". Raises :class:`SignInRequired` when a
        person is needed.
        """
        account = {
            "home_account_id": home_account_id,
            "environment": (urlsplit(self._ask.cloud.authority).hostname or "").casefold(),
            "authority_type": msal.TokenCache.AuthorityType.MSSTS,
        }
        result = self._guarded(
            lambda: self._app.acquire_token_silent_with_error(
                self._scopes, account=account, force_refresh=True, claims_challenge=claims or None
            )
        )
        if result is None and not self._wire.posts:
            raise nobody_signed_in(self._ask)
        return self._answer(result, silent=True)

    def start(self, redirect_uri: str, rung: Rung, claims: str, domain_hint: str = "") -> Flow:
        """Start a code flow on *rung*. *claims* is the challenge to answer, or ""; *domain_hint* the account's own domain where it
        helps, or "". The user is always named, and no prompt that would undo that (``select_account``) ever goes with the name.
        """
        return Flow(
            self._guarded(
                lambda: self._app.initiate_auth_code_flow(
                    self._scopes,
                    redirect_uri=redirect_uri,
                    prompt=_PROMPTS.get(rung),
                    login_hint=self._ask.account.username,
                    domain_hint=domain_hint or None,
                    claims_challenge=claims or None,
                    response_mode="form_post",
                )
            )
        )

    def finish(self, flow: Flow, response: Mapping[str, str]) -> Answer:
        """Exchange what the listener received for tokens."""
        if "code" not in response:
            raise trouble(response, silent=False, clock=self._wire.clock_hint())
        return self._answer(
            self._guarded(lambda: self._app.acquire_token_by_auth_code_flow(flow.parts, dict(response))), silent=False
        )

    def start_device(self, claims: str) -> dict[str, Any]:
        """Start a device code flow. Returns msal's: ``user_code``, ``verification_uri``, ``interval``, ``expires_at`` and more."""
        flow = self._guarded(lambda: self._app.initiate_device_flow(self._scopes, claims_challenge=claims or None))
        if "error" in flow or not all(isinstance(flow.get(name), str) for name in ("user_code", "verification_uri", "device_code")):
            raise trouble(flow, silent=False, clock=self._wire.clock_hint())
        # A whole number of at least one: msal counts it down, and does not come back from less
        flow["interval"] = self._guarded(lambda: int(min(max(float(flow.get("interval", _INTERVAL)), 1.0), _LONGEST_INTERVAL)))
        flow["expires_at"] = self._guarded(lambda: min(float(flow["expires_at"]), time.time() + _LONGEST_CODE))
        return cast("dict[str, Any]", flow)

    def poll_device(self, flow: dict[str, Any], claims: str, cancel: Cancel) -> Answer:
        """Ask until the person has typed the code elsewhere. Raises :class:`SignInFailed` when the code expires.

        A network that fails for a moment does not make the code worthless (RFC 8628 section 3.5): it is asked again, less often.
        """
        failures = 0
        while True:
            interval = float(flow["interval"])  # msal makes it longer when the service asks for that
            cancel.wait(max(interval, min(interval * 2**failures, _LONGEST_INTERVAL)))
            if time.time() > flow["expires_at"] + _LATE:
                raise SignInFailed("The code was not used in time.", next_step="Connect again to get a new code.")
            try:
                result = self._guarded(
                    lambda: self._app.acquire_token_by_device_flow(
                        flow, claims_challenge=claims or None, exit_condition=lambda _: True
                    )
                )
            except NetworkTrouble:
                failures += 1
                if failures > _MOST_FAILURES:
                    raise
                continue
            failures, error = 0, result.get("error")
            if error in {"authorization_declined", "access_denied"}:
                raise SignInFailed("The sign-in with the code was declined.", next_step="Connect again to get a new code.")
            if error in {"expired_token", "code_expired"}:
                raise SignInFailed("The code was not used in time.", next_step="Connect again to get a new code.")
            if error not in {"authorization_pending", "slow_down"}:
                return self._answer(result, silent=False)

    def _discover(self) -> None:
        trouble_: TenantDockError | None = None
        try:
            tenant_guid(self._wire, self._ask.cloud, self._ask.tenant_id)
        except UnknownDomain as unknown:
            trouble_ = SignInFailed(unknown.message, next_step=unknown.next_step)
        if trouble_ is not None:
            raise trouble_

    def _guarded(self, call: Callable[[], Any]) -> Any:
        """Run a call of msal's. Its exceptions hold parts of answers, so they end here."""
        kind = ""
        try:
            return call()
        except TenantDockError:
            raise
        except Exception as error:  # noqa: BLE001  # msal raises ValueError, RuntimeError, KeyError, IndexError for malformed answers
            kind = type(error).__name__
        raise _malformed(f"msal: {kind}, correlation id: {self._wire.correlation_id or 'none'}")

    def _answer(self, result: Mapping[str, Any], *, silent: bool) -> Answer:
        if not isinstance(result, dict) or "error" in result:
            raise trouble(result if isinstance(result, dict) else {}, silent=silent, clock=self._wire.clock_hint())
        token = result.get("access_token")
        life = result.get("expires_in")
        if not isinstance(token, str) or not token or isinstance(life, bool) or not isinstance(life, (int, float)) or not life > 0:
            raise _malformed(f"correlation id: {self._wire.correlation_id or 'none'}")
        claims = Claims(_jwt_claims(result.get("id_token")), _part(result.get("client_info")), _jwt_claims(token))
        return Answer(
            Secret(token), float(min(life, _LONGEST_LIFE)), self._wire.sent_at, claims, self._entries(), self._wire.correlation_id
        )

    def _entries(self) -> tuple[Entry, ...]:
        found: list[Entry] = []
        for kind, name in ((_TYPES.REFRESH_TOKEN, REFRESH_TOKEN), (_TYPES.ACCOUNT, ACCOUNT), (_TYPES.APP_METADATA, APP_METADATA)):
            for item in self._cache.search(kind):
                entry = entry_of(name, item)
                if entry is not None and self._given.get(entry.key) != entry:
                    found.append(entry)
        return tuple(found)


def _malformed(details: str) -> SignInFailed:
    return SignInFailed(
        "The sign-in service gave an answer that cannot be understood.",
        next_step="Nothing was stored. Try again. If you are behind a proxy that changes pages, let the sign-in service past it.",
        details=details,
    )


def _jwt_claims(token: object) -> Mapping[str, object]:
    """Return the claims of a JWT without checking its signature, or {} for what is none.

    An id_token that came from the token endpoint over TLS needs no signature check (OpenID Connect Core section 3.1.3.7, point 6);
    an access token is the resource's to check, and is read here only to find contradictions.
    """
    parts = token.split(".") if isinstance(token, str) else []
    return _part(parts[1]) if len(parts) == 3 else {}  # noqa: PLR2004  # RFC 7519: header, payload, signature


def _part(encoded: object) -> Mapping[str, object]:
    if not isinstance(encoded, str):
        return {}
    with contextlib.suppress(ValueError, binascii.Error, RecursionError):
        found = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
        if isinstance(found, dict):
            return found
    return {}
