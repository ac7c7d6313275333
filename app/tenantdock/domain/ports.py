"""Ports: how the rooms meet.

The rooms below workflows do not know each other. Each offers one of these Protocols, and composition puts them together. Every
method may block unless it says otherwise; none may be called on the GUI thread except those marked *instant* (memory only). The
ports to the computer itself are in :mod:`computer`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tenantdock.domain.said import keep_said

if TYPE_CHECKING:
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.checks import Check, Subject
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.customers import CountListener, CustomerList, ListedCustomer
    from tenantdock.domain.directory import (
        Account,
        Changes,
        Connection,
        ConnectionRow,
        Filing,
        HistoryEntry,
        UserName,
    )
    from tenantdock.domain.secret import Secret
    from tenantdock.domain.services import Service
    from tenantdock.domain.sessions import Endpoint, Grant, SessionInfo
    from tenantdock.domain.settings import Settings
    from tenantdock.domain.signin import AccessToken, ProgressListener, Realm, SignInAsk, TokenAsk


class Clock(Protocol):
    """Time. *instant*."""

    def now(self) -> float:
        """Unix time in seconds."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back and go on while the machine sleeps where the system has such a clock."""
        ...


class Directory(Protocol):
    """Saved tenants, accounts, connections and history. Thread-safe. A change that returned is on disk."""

    def rows(self) -> list[ConnectionRow]:
        """All connections as the list shows them, by name."""
        ...

    def first_rows(self, limit: int) -> list[ConnectionRow]:
        """The beginning of :meth:`rows`, at most *limit*; all of them where one is filed: groups and tags tell of all."""
        ...

    def connection(self, connection_id: str) -> Connection:
        """One connection. Raises :class:`NotFound`."""
        ...

    def add(self, connection: Connection) -> Connection:
        """Save a new connection with its tenant and account. Returns it as saved.

        An account of the same cloud and user name, whatever its case, is shared, not doubled; so is a tenant of the same cloud and
        GUID. Raises :class:`BadInput` when the same tenant, account and name are already there.
        """
        ...

    def update(self, connection: Connection) -> None:
        """Save changed name, services, console, browser, rung or filing of a connection. Raises :class:`NotFound`."""
        ...

    def filings(self, connection_ids: Sequence[str]) -> dict[str, Filing]:
        """How connections are filed, by id; those that are gone are left out."""
        ...

    def file(self, filings: Mapping[str, Filing]) -> dict[str, Filing]:
        """File many in one transaction, and nothing else of them. Returns how they were filed before, for an undo; those that are
        gone are left out.
        """
        ...

    def paint(self, colours: Mapping[str, str]) -> dict[str, str]:
        """Give connections these colours (``#rrggbb`` or "") by id, in one transaction, nothing else of them. Returns the colours
        before; those that are gone are left out.
        """
        ...

    def refused(self) -> dict[str, str]:
        """The connections whose last sign-in was refused, by id, each with what its history says of it."""
        ...

    def accounts(self) -> list[Account]:
        """All saved accounts, by user name."""
        ...

    def set_broker(self, account_id: str, on: bool) -> None:
        """Save whether an account signs in through the system's broker. Raises :class:`NotFound`."""
        ...

    def search(self, text: str, limit: int = 50) -> list[ConnectionRow]:
        """The connections in whose name, tenant, domain, tenant id or user name every word of *text* occurs, whatever its case and
        accents; those whose name begins with it first, then by name. All of them by name for an empty text.
        """
        ...

    def every(self) -> list[Connection]:
        """All connections, whole, by name: for an export."""
        ...

    def add_all(self, connections: Sequence[Connection]) -> tuple[list[Connection], int]:
        """Save many in one transaction. Returns those that are new, as saved, and how many were there already."""
        ...

    def remove_all(self, connection_ids: Sequence[str]) -> list[Connection]:
        """Remove connections in one transaction, and their tenants and accounts when nothing else uses them. Returns those that
        were there (so that they can be added again).
        """
        ...

    def apply(self, changes: Changes, step: Callable[[int], None] | None = None) -> Changes:
        """Do many changes in one transaction. Returns what undoes them, exactly: to be applied in its turn.

        Connections that are gone, or that are there already, are left out, of the undo too. *step* is called within the
        transaction, now and then, with how many are done; when it raises, nothing was changed. Raises :class:`BadInput` when a
        changed name is taken by another connection of the same tenant and account; nothing was changed then.
        """
        ...

    def remember_rung(self, connection_id: str, rung: str) -> None:
        """Save which rung worked, and nothing else of the connection, so that it cannot undo what someone edits at the same time.
        A connection that is gone is no error.
        """
        ...

    def pin(self, account_id: str, home_account_id: str, username: str) -> Account:
        """Pin an account at its first proven sign-in, or save its changed user name. Raises :class:`NotFound`, and
        :class:`BadInput` when it is already pinned to another home account id.
        """
        ...

    def unpin(self, account_id: str) -> None:
        """Forget an account's pin (when the person removes its sign-in and will enrol it anew)."""
        ...

    def purge(self) -> None:
        """Have nothing of what was removed left on the disk: its history, its old places in the file, the log. For when nobody will
        undo it any more; done at the end and at the next start too.
        """
        ...

    def account_in_use(self, account_id: str) -> bool:
        """Whether a connection still uses this account."""
        ...

    def expect(self, account_id: str) -> None:
        """Note on disk that something (a sign-in, a browser profile) may be kept of an account that no connection uses yet, before
        it is: a kill from here on leaves nothing that :meth:`loose` does not name. An account that is used is none of these.
        """
        ...

    def loose(self) -> list[str]:
        """The ids of accounts of which something may still be kept, though no connection uses them: the last one was removed, or
        an earlier process expected one that never came. Those that this process expects are left out.
        """
        ...

    def let_go(self, account_ids: Sequence[str]) -> None:
        """Note that nothing is kept any more of accounts that no connection uses, in one transaction."""
        ...

    def note(self, entry: HistoryEntry) -> None:
        """Add to the history."""
        ...

    def history(self, connection_id: str, limit: int = 100) -> list[HistoryEntry]:
        """The latest events of a connection, newest first."""
        ...

    def close(self) -> None:
        """Close the database."""
        ...


@dataclass(frozen=True, slots=True)
class VaultState:
    """Whether sealed files can be kept. *reason* and *next_step* say why not and how to get there ("" when persistent)."""

    persistent: bool
    backend: str
    reason: str = ""
    next_step: str = ""

    def __post_init__(self) -> None:
        keep_said(self, "reason", "next_step")


class Vault(Protocol):
    """Sealed bytes, one file per account. Thread-safe. Without a real keyring it keeps them in memory only."""

    def state(self) -> VaultState:
        """Whether the vault persists, as far as it is known without the key: no call prompts the person."""
        ...

    def seal(self, account_id: str, plain: bytes) -> None:
        """Seal *plain* for an account, replacing what was there. Returns when it is on disk. Raises :class:`StorageTrouble`
        (disk full, no right), :class:`VaultLocked`; what was there before is then still there.
        """
        ...

    def unseal(self, account_id: str) -> bytes | None:
        """Return what was sealed for an account, or None. Raises :class:`VaultLocked`; raises :class:`StorageTrouble` once when the
        file is damaged or sealed with another key, after setting it aside, so that the next call returns None.
        """
        ...

    def discard(self, account_id: str) -> None:
        """Remove what was sealed for an account. Nothing there is no error."""
        ...

    def prove(self) -> None:
        """Read the key from the keyring anew, whatever is in memory, so that a keyring that is locked asks the person. Raises
        :class:`VaultLocked`, :class:`StorageTrouble`. Without a keyring, or without a key yet, there is nothing to prove.
        """
        ...

    def rotate(self, cancel: Cancel) -> int:
        """Make a new key, seal everything with it, and take the old one out of the keyring. Returns how many files were sealed.
        A kill or cancel at any point loses nothing, and the next start (or call) goes on. Raises :class:`StorageTrouble`,
        :class:`VaultLocked`, :class:`Cancelled`.
        """
        ...

    def pack(self, plain: bytes, passphrase: Secret) -> bytes:
        """Return *plain* sealed by a passphrase (not by the vault's key), to be carried to another machine. Slow by design. Raises
        :class:`BadInput` for a passphrase that is too weak.
        """
        ...

    def unpack(self, packed: bytes, passphrase: Secret) -> bytes:
        """Return what :meth:`pack` sealed. Raises :class:`BadInput` for a wrong passphrase or a damaged file."""
        ...


class SettingsStore(Protocol):
    """What the person set. Thread-safe."""

    def current(self) -> Settings:
        """The settings that count now. The first call reads the file. A broken one is set aside and reported; defaults count."""
        ...

    def save(self, settings: Settings) -> None:
        """Save; they count at once, and listeners are told. Raises :class:`StorageTrouble`; nothing has changed then."""
        ...

    def listen(self, listener: Callable[[Settings], None]) -> None:
        """Have *listener* called after every change, on the thread that saved. *instant*."""
        ...


class Examiner(Protocol):
    """A room that can check its part for the connectivity test."""

    def checks(self, subject: Subject) -> Sequence[Check]:
        """What there is to check for *subject*. *instant*: nothing is done before a check runs."""
        ...


class Identity(Protocol):
    """Tokens, proven. Thread-safe. No other room ever sees a token that failed the proof."""

    def peek(self, ask: TokenAsk) -> AccessToken | None:
        """A token from memory that is valid for at least five more minutes (or half its lifetime, if shorter), else None.
        *instant*.
        """
        ...

    def silent(self, ask: TokenAsk, cancel: Cancel, *, force: bool = False, claims: str = "") -> AccessToken:
        """A token without a person: from memory, else by the account's refresh token. *force* skips memory (for a renewal), and so
        do *claims*: the claims challenge (JSON text) with which a service refused the last token (RFC 9470; CAE).
        Raises :class:`SignInRequired`, :class:`WrongAccount`, :class:`NetworkTrouble`, :class:`SignInFailed`, :class:`Cancelled`,
        :class:`VaultLocked`, :class:`StorageTrouble`.
        """
        ...

    def interactive(self, ask: SignInAsk, cancel: Cancel, progress: ProgressListener) -> AccessToken:
        """A token with the person's help, on the rung asked for. Proves, then seals. Raises as :meth:`silent` does, and
        :class:`BrowserTrouble`.
        """
        ...

    def realm(self, cloud: Cloud, user: UserName, cancel: Cancel) -> Realm:
        """Who signs this user in. An unreachable service gives RealmKind.UNKNOWN, not an error."""
        ...

    def tenant_of(self, cloud: Cloud, domain: str, cancel: Cancel) -> str:
        """The GUID of the tenant that owns *domain* (or that is *domain*, when it is a GUID). Raises :class:`UnknownDomain`,
        :class:`NetworkTrouble`, :class:`Cancelled`.
        """
        ...

    def broker_trouble(self) -> str:
        """Why the system's broker cannot be used here, in one sentence, or "" where it can. *instant*."""
        ...

    def forget(self, account: Account) -> None:
        """Drop an account's tokens from memory and from the vault."""
        ...

    def sign_out_everywhere(self, ask: TokenAsk, cancel: Cancel) -> None:
        """Have the provider end all sign-ins of the account, on every device, then forget it here. *ask* is for Graph in the
        account's home tenant. Raises what :meth:`silent` raises; when the provider refuses, nothing was forgotten.
        """
        ...


class CustomerSource(Protocol):
    """Reads the customers of a saved account. Thread-safe; no token leaves it."""

    def customers(
        self, kind: CustomerList, cloud: Cloud, account: Account, cancel: Cancel, count: CountListener
    ) -> Sequence[ListedCustomer]:
        """Read a list of *account*, which was enrolled, each customer once; *count* is told how many were read so far.

        Raises :class:`SignInRequired` (a person has to sign in for this first), :class:`ListTrouble` (refused, or not understood),
        :class:`BadInput` (the cloud does not have this), and what else :meth:`Identity.silent` raises.
        """
        ...


SessionListener = Callable[["SessionInfo"], None]


class Agent(Protocol):
    """The local endpoint."""

    @property
    def endpoint(self) -> Endpoint:
        """Where it listens."""
        ...

    def admit(self, connection: Connection) -> tuple[Grant, Secret]:
        """Mint a ticket for one session of *connection*. *instant*."""
        ...

    def withdraw(self, session_id: str) -> None:
        """Make a ticket that was not redeemed worthless, or end an open session: it gets no more tokens. *instant*."""
        ...

    def sessions(self) -> list[SessionInfo]:
        """The sessions that are waiting or open. *instant*."""
        ...

    def wait_open(self, session_id: str, timeout: float, cancel: Cancel) -> SessionInfo:
        """Wait up to *timeout* seconds until a session's console has redeemed its ticket. Raises :class:`LaunchFailed`."""
        ...

    def listen(self, listener: SessionListener) -> None:
        """Have *listener* called, on the agent's thread, at every change of a session. *instant*."""
        ...

    def renew(self, session_id: str) -> None:
        """Have an open session's console ask for all its tokens again. One that is over is no error. *instant*."""
        ...

    @property
    def locked(self) -> bool:
        """Whether it hands out no tokens and opens no session."""
        ...

    def lock(self) -> None:
        """Hand out nothing from now on, and tell the consoles. *instant*."""
        ...

    def unlock(self) -> None:
        """Hand out tokens again, and tell the consoles, which ask for what they miss. *instant*."""
        ...


class TokenDesk(Protocol):
    """Where the agent gets a session's tokens. Called on the agent's thread, so it must not block."""

    def at_hand(self, grant: Grant, service: Service) -> AccessToken | None:
        """A valid token from memory, else None. *instant*."""
        ...

    def fetch(self, grant: Grant, service: Service, *, renew: bool = False, claims: str = "") -> Future[AccessToken]:
        """A token by a silent call on another thread. *instant*."""
        ...
