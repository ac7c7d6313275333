"""What is kept of an account: access tokens in memory, refresh tokens also sealed in the vault.

Only proven entries come here. One cache per account, so that no operation on one account reads or rewrites another's file.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tenantdock.domain.errors import Cancelled, StorageTrouble, TenantDockError, VaultLocked
from tenantdock.domain.ports import Clock, Vault
from tenantdock.domain.secret import Secret
from tenantdock.domain.signin import AccessToken

REFRESH_TOKEN: Final = "RefreshToken"  # noqa: S105  # msal's names of its kinds of entry (token_cache.py, 1.39)
ACCOUNT: Final = "Account"
APP_METADATA: Final = "AppMetadata"
_KINDS: Final = frozenset({REFRESH_TOKEN, ACCOUNT, APP_METADATA})
_FORMAT: Final = 1
_EARLY: Final = 300.0  # seconds before its end that a token stops being handed out, or half its life if that is shorter

TokenKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of msal's cache that may be persisted. *fields* hold no secret."""

    kind: str
    fields: Mapping[str, str]
    secret: Secret = field(default_factory=lambda: Secret(""))

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two entries the same one (as in msal's key makers)."""
        names = {
            REFRESH_TOKEN: ("home_account_id", "environment", "client_id", "target"),
            ACCOUNT: ("home_account_id", "environment", "realm"),
        }.get(self.kind, ("environment", "client_id"))
        return (self.kind, *(self.fields.get(name, "").casefold() for name in names))

    def as_msal(self) -> dict[str, str]:
        """Return the entry as msal keeps it, secret included."""
        return {**self.fields, "secret": self.secret.reveal()} if self.secret else dict(self.fields)


@dataclass(frozen=True, slots=True)
class _Held:
    """A token, until when it is handed out and until when it is valid: by both clocks, because the wall clock can be set back."""

    token: AccessToken
    usable_until: float
    usable_by: float
    valid_by: float


class AccountCache:
    """One account's tokens. Thread-safe; :meth:`peek` takes no lock. Vault calls may wait for the person: run them detached."""

    def __init__(self, account_id: str, vault: Vault, clock: Clock) -> None:
        self._account_id = account_id
        self._vault = vault
        self._clock = clock
        self._lock = threading.Lock()
        self._tokens: dict[TokenKey, _Held] = {}
        self._entries: dict[tuple[str, ...], Entry] = {}
        self._loaded = False
        self._dead = False
        self._unsaved = False
        self._told = False
        self.challenges: dict[TokenKey, str] = {}
        """Claims challenges that the next interactive sign-in has to answer."""

    def peek(self, key: TokenKey) -> AccessToken | None:
        """Return a token that can still be handed out."""
        held = self._tokens.get(key)
        if held is None or self._clock.now() >= held.usable_until or self._clock.monotonic() >= held.usable_by:
            return None
        return held.token

    def last_resort(self, key: TokenKey) -> AccessToken | None:
        """Return a token that is still valid, however short: for when nothing newer can be had."""
        held = self._tokens.get(key)
        if held is None or self._clock.now() >= held.token.expires_on or self._clock.monotonic() >= held.valid_by:
            return None
        return held.token

    @property
    def loaded(self) -> bool:
        """Whether the vault was read."""
        return self._loaded

    def load(self) -> None:
        """Read what was sealed, once. Raises :class:`StorageTrouble` and :class:`VaultLocked`."""
        with self._lock:
            if self._loaded:
                return
            plain = self._vault.unseal(self._account_id)
            if plain is not None:
                entries = _parsed(plain)
                if entries is None:
                    self._vault.discard(self._account_id)
                    raise StorageTrouble(
                        "The saved sign-in of this account cannot be read and was removed.", next_step="Sign in again."
                    )
                self._entries = {entry.key: entry for entry in entries}
            self._loaded = True

    def refresh_tokens(self, client_id: str, home_account_id: str) -> list[Entry]:
        """Return the refresh tokens of a client, newest first; of any account when *home_account_id* is empty (not enrolled)."""
        with self._lock:
            found = [
                entry
                for entry in self._entries.values()
                if entry.kind == REFRESH_TOKEN
                and entry.fields.get("client_id", "").casefold() == client_id.casefold()
                and home_account_id.casefold() in {"", entry.fields.get("home_account_id", "").casefold()}
            ]
        return sorted(found, key=_age, reverse=True)

    def accounts(self) -> list[Entry]:
        """Return what is known of the account itself: by which id a broker knows it, for one."""
        with self._lock:
            return [entry for entry in self._entries.values() if entry.kind == ACCOUNT]

    def keep(
        self, key: TokenKey, token: AccessToken, entries: Iterable[Entry], lifetime: float, clients: Collection[str] = ()
    ) -> None:
        """Keep what was proven, and seal it when a refresh token changed. *lifetime* is the access token's, in seconds.

        *clients* are the client ids that this account may use now: refresh tokens of others, which a changed setting left behind,
        are dropped. Empty means any.

        Raises :class:`Cancelled` when the account was forgotten meanwhile, and :class:`StorageTrouble` or :class:`VaultLocked` when
        it is kept in memory but could not be sealed; sealing is tried again at the next change.
        """
        with self._lock:
            if self._dead:
                raise Cancelled("The account was signed out meanwhile.", next_step="Connect again to sign in.")
            now = self._clock.now()
            self._tokens = {name: held for name, held in self._tokens.items() if held.token.expires_on > now}
            early, ends = min(_EARLY, lifetime / 2), self._clock.monotonic() + token.expires_on - now
            self._tokens[key] = _Held(token, token.expires_on - early, ends - early, ends)
            self.challenges.pop(key, None)
            changed = {entry.key: entry for entry in entries if self._entries.get(entry.key) != entry}
            left = self._left_behind(clients)
            if not changed and not left and not self._unsaved:
                return
            for old in left:
                del self._entries[old]
            self._entries.update(changed)
            self._prune(changed.values())
            self._unsaved = True
            self._vault.seal(self._account_id, _sealed(self._entries.values()))
            self._unsaved = self._told = False

    def not_told_yet(self) -> bool:
        """Whether the person still has to hear that this account's sign-in is not saved. True once per trouble."""
        with self._lock:
            told, self._told = self._told, True
            return not told

    def forget(self) -> None:
        """Drop everything, here and in the vault; what is under way for this account cannot come back in."""
        with self._lock:
            self._dead = True
            self._tokens = {}
            self._entries = {}
            self._vault.discard(self._account_id)

    def _left_behind(self, clients: Collection[str]) -> list[tuple[str, ...]]:
        current = {client.casefold() for client in clients}
        return [
            key
            for key, entry in self._entries.items()
            if current and entry.kind != ACCOUNT and entry.fields.get("client_id", "").casefold() not in current
        ]

    def _prune(self, changed: Iterable[Entry]) -> None:
        """Let a new refresh token take the place of every other one of its client: msal keeps one for each service that was signed
        in to. Which is new is not told by their times: those are whole seconds, of a clock that can be set.
        """
        newest: dict[str, Entry] = {}
        for entry in changed:
            if entry.kind == REFRESH_TOKEN and _age(entry) >= _age(newest.get(_client(entry), entry)):
                newest[_client(entry)] = entry
        self._entries = {
            key: entry
            for key, entry in self._entries.items()
            if entry.kind != REFRESH_TOKEN or newest.get(_client(entry), entry) is entry
        }


def _client(entry: Entry) -> str:
    return entry.fields.get("client_id", "").casefold()


def _age(entry: Entry) -> int:
    changed = entry.fields.get("last_modification_time", "")
    return int(changed) if changed.isdecimal() else 0


def _sealed(entries: Iterable[Entry]) -> bytes:
    kept = [{"kind": entry.kind, "entry": entry.as_msal()} for entry in entries]
    return json.dumps({"format": _FORMAT, "entries": kept}).encode()


def _parsed(plain: bytes) -> list[Entry] | None:
    try:
        document = json.loads(plain)
        if document["format"] != _FORMAT:
            return None
        return [entry for item in document["entries"] if (entry := entry_of(item["kind"], item["entry"])) is not None]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def entry_of(kind: str, found: Mapping[str, object]) -> Entry | None:
    """Return one of msal's entries as ours, or None for a kind that is not persisted."""
    if kind not in _KINDS:
        return None
    # family_id is left out: family refresh tokens are going away, and one client's token is not for another
    fields = {name: value for name, value in found.items() if isinstance(value, str) and name not in {"secret", "family_id"}}
    secret = found.get("secret")
    if kind == REFRESH_TOKEN and not (isinstance(secret, str) and secret):
        return None
    return Entry(kind, fields, Secret(secret if isinstance(secret, str) else ""))


StorageErrors: Final[tuple[type[TenantDockError], ...]] = (StorageTrouble, VaultLocked)
