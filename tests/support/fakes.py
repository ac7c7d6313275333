"""Openly fake doubles for every port. Those of Directory, Vault and KeyStore pass the same conformance suites as the real ones."""

from __future__ import annotations

import contextlib
import functools
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from typing import Any

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.computer import Launch, Shell, Terminal
from tenantdock.domain.directory import (
    Account,
    Changes,
    Connection,
    ConnectionRow,
    ConsoleSettings,
    Filing,
    HistoryEntry,
    Tenant,
    UserName,
    frecency,
)
from tenantdock.domain.errors import BadInput, LaunchFailed, NotFound, SignInRequired, StorageTrouble, TenantDockError
from tenantdock.domain.ports import SessionListener, VaultState
from tenantdock.domain.proof import Proof
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Endpoint, Grant, SessionInfo, SessionState
from tenantdock.domain.signin import AccessToken, Progress, ProgressListener, Realm, RealmKind, SignInAsk, TokenAsk
from tenantdock.domain.text import folded
from tenantdock.vault import KeyStoreState
from tenantdock.vault.packing import check_passphrase

USED = {"signed-in", "console-opened"}


class FakeClock:
    """Stands still until a test moves it."""

    def __init__(self, now: float = 1_795_000_000.0) -> None:
        self.time = now

    def now(self) -> float:
        return self.time

    def monotonic(self) -> float:
        return self.time

    def advance(self, seconds: float) -> None:
        self.time += seconds


class InlineExecutor(Executor):
    """Runs work at once, on the calling thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001  # as a real executor does
            future.set_exception(error)
        return future


class MemoryDirectory:
    """A Directory that forgets everything when it goes."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._connections: dict[str, Connection] = {}
        self._history: dict[str, list[HistoryEntry]] = {}
        self._left: set[str] = set()
        self._expected: set[str] = set()
        self._closed = False

    def rows(self) -> list[ConnectionRow]:
        with self._lock:
            self._check()
            ordered = sorted(self._connections.values(), key=lambda c: (folded(c.name), c.name, c.id))
            return [self._row(connection) for connection in ordered]

    def first_rows(self, limit: int) -> list[ConnectionRow]:
        rows = self.rows()
        return rows if any(row.group or row.tags or row.favourite for row in rows) else rows[:limit]

    def connection(self, connection_id: str) -> Connection:
        with self._lock:
            self._check()
            try:
                return self._connections[connection_id]
            except KeyError:
                raise NotFound("This connection is not saved here any more.", next_step="Add it again.") from None

    def add(self, connection: Connection) -> Connection:
        with self._lock:
            self._check()
            tenant, account = self._known_tenant(connection.tenant), self._known_account(connection.account)
            saved = replace(connection, tenant=tenant, account=account)
            if connection.id in self._connections or self._double(saved):
                raise BadInput("There is already such a connection.", next_step="Use that one.")
            for each in list(self._connections.values()):
                if each.tenant.cloud == tenant.cloud and each.tenant.id == tenant.id:
                    self._connections[each.id] = replace(each, tenant=tenant)
            self._connections[saved.id] = saved
            return saved

    def update(self, connection: Connection) -> None:
        with self._lock:
            old = self.connection(connection.id)
            new = replace(connection, tenant=old.tenant, account=old.account)
            if self._double(new):
                raise BadInput("There is already such a connection.", next_step="Choose another name.")
            self._connections[new.id] = new

    def remember_rung(self, connection_id: str, rung: str) -> None:
        with self._lock:
            self._check()
            if connection_id in self._connections:
                self._connections[connection_id] = replace(self._connections[connection_id], rung=rung)

    def accounts(self) -> list[Account]:
        with self._lock:
            self._check()
            return sorted(self._accounts().values(), key=lambda a: (a.username.casefold(), a.cloud))

    def set_broker(self, account_id: str, on: bool) -> None:
        with self._lock:
            self._check()
            if account_id not in self._accounts():
                raise NotFound("This account is not saved here any more.", next_step="Add the connection again.")
            self._save_account(replace(self._accounts()[account_id], broker=on))

    def search(self, text: str, limit: int = 50) -> list[ConnectionRow]:
        words, needle = folded(text).split(), " ".join(folded(text).split())
        found = [
            row
            for row in self.rows()
            if all(
                any(
                    word in folded(part)
                    for part in (row.name, row.tenant_name, row.domain, row.tenant_id, row.username, row.group, *row.tags)
                )
                for word in words
            )
        ]
        found.sort(key=lambda row: not folded(row.name).startswith(needle))
        return found[: max(0, limit)]

    def every(self) -> list[Connection]:
        return [self._connections[row.id] for row in self.rows()]

    def add_all(self, connections: Sequence[Connection]) -> tuple[list[Connection], int]:
        with self._lock:
            self._check()
            new = []
            for connection in connections:
                with contextlib.suppress(BadInput):
                    new.append(self.add(connection))
            return new, len(connections) - len(new)

    def remove_all(self, connection_ids: Sequence[str]) -> list[Connection]:
        with self._lock:
            self._check()
            gone = [self._connections.pop(each) for each in dict.fromkeys(connection_ids) if each in self._connections]
            self._left.update(each.account.id for each in gone)
            return gone

    def filings(self, connection_ids: Sequence[str]) -> dict[str, Filing]:
        with self._lock:
            self._check()
            return {each: self._connections[each].filing for each in connection_ids if each in self._connections}

    def file(self, filings: Mapping[str, Filing]) -> dict[str, Filing]:
        with self._lock:
            before = self.filings(list(filings))
            for each in before:
                self._connections[each] = replace(self._connections[each], filing=filings[each])
            return before

    def apply(self, changes: Changes, step: Callable[[int], None] | None = None) -> Changes:
        with self._lock:
            self._check()
            saved = dict(self._connections)
            try:
                return self._apply(changes, step or (lambda _done: None))
            except BaseException:
                self._connections = saved
                raise

    def _apply(self, changes: Changes, step: Callable[[int], None]) -> Changes:
        step(0)
        removed = self.remove_all(changes.remove)
        wanted = {each.id: each for each in changes.change}
        before = [self._connections[each] for each in wanted if each in self._connections]
        for old in before:
            self._connections[old.id] = replace(wanted[old.id], tenant=old.tenant, account=old.account)
        if any(self._double(self._connections[old.id]) for old in before):
            raise BadInput("There is already such a connection.", next_step="Choose another name.")
        tenants = {(each.cloud, each.id): each for each in self._tenants()}
        told = [tenants[each.cloud, each.id] for each in changes.tenants if (each.cloud, each.id) in tenants]
        for tenant in changes.tenants:
            for each in list(self._connections.values()):
                if (each.tenant.cloud, each.tenant.id) == (tenant.cloud, tenant.id):
                    self._connections[each.id] = replace(each, tenant=tenant)
        named = {(each.cloud, each.id): each for each in self._tenants()}
        added, _ = self.add_all(changes.add)
        now = {(each.cloud, each.id): each for each in self._tenants()}
        filled = [each for key, each in named.items() if now[key] != each and key not in {(t.cloud, t.id) for t in told}]
        return Changes(tuple(removed), tuple(before), tuple(each.id for each in added), (*told, *filled))

    def _tenants(self) -> set[Tenant]:
        return {each.tenant for each in self._connections.values()}

    def paint(self, colours: Mapping[str, str]) -> dict[str, str]:
        with self._lock:
            self._check()
            before = {each: self._connections[each].console.colour for each in colours if each in self._connections}
            for each in before:
                old = self._connections[each]
                self._connections[each] = replace(old, console=replace(old.console, colour=colours[each]))
            return before

    def refused(self) -> dict[str, str]:
        with self._lock:
            self._check()
            outcomes = {"refused", "signed-in", "confirmed", "renewed"}
            last = {
                each: next((entry for entry in self.history(each, 1000) if entry.event in outcomes), None)
                for each in self._connections
            }
            return {each: entry.text for each, entry in last.items() if entry is not None and entry.event == "refused"}

    def pin(self, account_id: str, home_account_id: str, username: str) -> Account:
        with self._lock:
            self._check()
            accounts = self._accounts()
            account = accounts.get(account_id)
            if account is None:
                raise NotFound("This account is not saved here any more.", next_step="Add the connection again.")
            if account.enrolled and account.home_account_id != home_account_id:
                raise BadInput("It is already tied to another identity.", next_step="Remove its sign-in first.")
            taken = any(_same_user(other, account.cloud, username) for other in accounts.values() if other.id != account_id)
            kept = account.username if taken or not username else username
            pinned = replace(account, home_account_id=home_account_id, username=kept)
            self._save_account(pinned)
            return pinned

    def unpin(self, account_id: str) -> None:
        with self._lock:
            self._check()
            for each in list(self._connections.values()):
                if each.account.id == account_id:
                    self._save_account(replace(each.account, home_account_id=""))

    def purge(self) -> None:
        with self._lock:
            self._check()
            self._history = {key: entries for key, entries in self._history.items() if key in self._connections}

    def account_in_use(self, account_id: str) -> bool:
        with self._lock:
            self._check()
            return any(c.account.id == account_id for c in self._connections.values())

    def expect(self, account_id: str) -> None:
        with self._lock:
            self._check()
            self._left.add(account_id)
            self._expected.add(account_id)

    def loose(self) -> list[str]:
        with self._lock:
            self._check()
            return sorted(each for each in self._left - self._expected if not self.account_in_use(each))

    def let_go(self, account_ids: Sequence[str]) -> None:
        with self._lock:
            self._check()
            self._left.difference_update(account_ids)
            self._expected.difference_update(account_ids)

    def note(self, entry: HistoryEntry) -> None:
        with self._lock:
            self._check()
            if entry.connection_id in self._connections:
                self._history.setdefault(entry.connection_id, []).append(entry)

    def history(self, connection_id: str, limit: int = 100) -> list[HistoryEntry]:
        with self._lock:
            self._check()
            return self._history.get(connection_id, [])[::-1][: max(0, limit)]

    def close(self) -> None:
        self._closed = True

    def _check(self) -> None:
        if self._closed:
            raise StorageTrouble("TenantDock is ending.", next_step="Start it again.")

    def _row(self, c: Connection) -> ConnectionRow:
        uses = [entry.at for entry in self._history.get(c.id, []) if entry.event in USED]
        tenant, account = c.tenant, c.account
        names = (tenant.id, tenant.name, tenant.domain, account.username, tenant.cloud)
        look = (c.services, c.console.colour, account.enrolled, uses[-1] if uses else None)
        filed = (c.filing.group, c.filing.tags, c.filing.favourite, functools.reduce(frecency, uses, 0.0))
        return ConnectionRow(c.id, c.name, *names, *look, account.id, account.home_tenant, *filed)

    def _accounts(self) -> dict[str, Account]:
        return {c.account.id: c.account for c in self._connections.values()}

    def _known_tenant(self, tenant: Tenant) -> Tenant:
        for each in self._connections.values():
            if (each.tenant.cloud, each.tenant.id) == (tenant.cloud, tenant.id):
                return replace(each.tenant, domain=each.tenant.domain or tenant.domain)
        return tenant

    def _known_account(self, account: Account) -> Account:
        accounts = [c.account for c in self._connections.values()]
        same_id = [each for each in accounts if each.id == account.id]
        same_name = [each for each in accounts if _same_user(each, account.cloud, account.username)]
        return [*same_id, *same_name, account][0]

    def _save_account(self, account: Account) -> None:
        for each in list(self._connections.values()):
            if each.account.id == account.id:
                self._connections[each.id] = replace(each, account=account)

    def _double(self, new: Connection) -> bool:
        return any(
            c.id != new.id
            and (c.tenant.cloud, c.tenant.id, c.account.id) == (new.tenant.cloud, new.tenant.id, new.account.id)
            and folded(c.name) == folded(new.name)
            for c in self._connections.values()
        )


def _same_user(account: Account, cloud: str, username: str) -> bool:
    return account.cloud == cloud and account.username.casefold() == username.casefold()


class MemoryVault:
    """A Vault that keeps bytes unsealed in memory. *trouble*, when set, is raised by :meth:`seal` and :meth:`unseal`."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.trouble: TenantDockError | None = None
        self.prove_fails: TenantDockError | None = None
        self.proven = 0

    def prove(self) -> None:
        self.proven += 1
        if self.prove_fails is not None:
            raise self.prove_fails

    def state(self) -> VaultState:
        return VaultState(False, "fake", "This is a test's own vault.", "Nothing needs to be done.")

    def seal(self, account_id: str, plain: bytes) -> None:
        self._check(account_id)
        self.kept[account_id] = plain

    def unseal(self, account_id: str) -> bytes | None:
        self._check(account_id)
        return self.kept.get(account_id)

    def discard(self, account_id: str) -> None:
        self._check_id(account_id)
        self.kept.pop(account_id, None)

    def rotate(self, cancel: Cancel) -> int:
        cancel.check()
        if self.trouble is not None:
            raise self.trouble
        return 0

    def pack(self, plain: bytes, passphrase: Secret) -> bytes:
        """Marked, not sealed: *passphrase* is kept beside *plain*, and its strength is checked as the real one does."""
        check_passphrase(passphrase)
        return b"FAKE-PACKED" + passphrase.reveal().encode().hex().encode() + b":" + plain

    def unpack(self, packed: bytes, passphrase: Secret) -> bytes:
        head, _, plain = packed.removeprefix(b"FAKE-PACKED").partition(b":")
        if not packed.startswith(b"FAKE-PACKED") or head != passphrase.reveal().encode().hex().encode():
            raise BadInput("This file does not open with this passphrase.", next_step="Check the passphrase.")
        return plain

    def _check(self, account_id: str) -> None:
        self._check_id(account_id)
        if self.trouble is not None:
            raise self.trouble

    @staticmethod
    def _check_id(account_id: str) -> None:
        if len(account_id) != 32 or set(account_id) - set("0123456789abcdef"):
            raise BadInput("The saved account has a damaged id.", next_step="Remove the account.")


class MemoryKeyStore:
    """A KeyStore in memory. *trouble*, when set, is raised by every call that touches a secret; *calls* counts those."""

    def __init__(self, state: KeyStoreState | None = None) -> None:
        self.kept: dict[str, Secret] = {}
        self.trouble: TenantDockError | None = None
        self.calls = 0
        self._state = state or KeyStoreState(True, "fake keyring")

    def state(self) -> KeyStoreState:
        return self._state

    def get(self, service: str) -> Secret | None:
        self._check()
        return self.kept.get(service)

    def set(self, service: str, value: Secret) -> None:
        self._check()
        self.kept[service] = value

    def delete(self, service: str) -> None:
        self._check()
        self.kept.pop(service, None)

    def _check(self) -> None:
        self.calls += 1
        if self.trouble is not None:
            raise self.trouble


class FakeIdentity:
    """Hands out made-up tokens as a test says.

    *memory* and *silent_answers* map a service key to what :meth:`peek` and :meth:`silent` give; an exception among them is
    raised. What is not there needs a person, who answers with *person* (an exception is raised), by default the account that
    was asked for.
    """

    HOME = "11111111-1111-1111-1111-111111111111.22222222-2222-2222-2222-222222222222"

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.memory: dict[str, AccessToken] = {}
        self.silent_answers: dict[str, AccessToken | TenantDockError] = {}
        self.person: dict[str, AccessToken | TenantDockError] = {}
        self.silent_asks: list[tuple[TokenAsk, bool]] = []
        self.interactive_asks: list[SignInAsk] = []
        self.forgotten: list[Account] = []
        self.signed_out_everywhere: list[TokenAsk] = []
        self.revocation: TenantDockError | None = None
        self.no_broker = ""
        self.tenants: dict[str, str | TenantDockError] = {}
        self.looked_up: list[str] = []
        self.realm_answer = Realm("contoso.com", RealmKind.MANAGED, "Contoso Ltd")

    def token(self, ask: TokenAsk, lifetime: float = 3600.0) -> AccessToken:
        home = ask.account.home_account_id or self.HOME
        proof = Proof(ask.tenant_id, home, home.partition(".")[0], ask.account.username, guest=False)
        secret = Secret(f"token of {ask.service.key}")
        expires_on = self._clock.now() + lifetime
        return AccessToken(secret, ask.service.key, ask.tenant_id, ask.account.username, expires_on, proof)

    def broker_trouble(self) -> str:
        return self.no_broker

    def peek(self, ask: TokenAsk) -> AccessToken | None:
        return self.memory.get(ask.service.key)

    def silent(self, ask: TokenAsk, cancel: Cancel, *, force: bool = False, claims: str = "") -> AccessToken:
        cancel.check()
        self.silent_asks.append((ask, force))
        required = SignInRequired("No sign-in is saved.", next_step="Sign in.")
        return _given(self.silent_answers.get(ask.service.key, required))

    def interactive(self, ask: SignInAsk, cancel: Cancel, progress: ProgressListener) -> AccessToken:
        cancel.check()
        self.interactive_asks.append(ask)
        progress(Progress("browser", "Waiting for the browser"))
        token = _given(self.person.get(ask.token.service.key) or self.token(ask.token))
        self.silent_answers[ask.token.service.key] = token
        return token

    def realm(self, cloud: Cloud, user: UserName, cancel: Cancel) -> Realm:
        return self.realm_answer

    def tenant_of(self, cloud: Cloud, domain: str, cancel: Cancel) -> str:
        self.looked_up.append(domain)
        answer = self.tenants[domain]
        if isinstance(answer, TenantDockError):
            raise answer
        return answer

    def forget(self, account: Account) -> None:
        self.forgotten.append(account)

    def sign_out_everywhere(self, ask: TokenAsk, cancel: Cancel) -> None:
        cancel.check()
        if isinstance(self.revocation, TenantDockError):
            raise self.revocation
        self.signed_out_everywhere.append(ask)
        self.forget(ask.account)


def _given(answer: AccessToken | TenantDockError) -> AccessToken:
    if isinstance(answer, TenantDockError):
        raise answer
    return answer


class FakeAgent:
    """An Agent without a socket: every ticket is redeemed at once, unless *trouble* is set. *on_wait* runs while it is awaited."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._sessions: dict[str, SessionInfo] = {}
        self.withdrawn: list[str] = []
        self.admitted: list[Connection] = []
        self.listeners: list[SessionListener] = []
        self.trouble: TenantDockError | None = None
        self.locked = False
        self.renewed: list[str] = []
        self.on_wait: Callable[[Cancel], None] = lambda _cancel: None

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint("/nowhere/agent")

    def admit(self, connection: Connection) -> tuple[Grant, Secret]:
        session_id = f"s{len(self._sessions) + len(self.withdrawn) + 1}"
        number = 1 + sum(each.connection_id == connection.id for each in self._sessions.values())
        waiting = SessionInfo(session_id, connection.id, connection.name, SessionState.WAITING, self._clock.now(), number=number)
        self._sessions[session_id] = waiting
        self.admitted.append(connection)
        return Grant(session_id, connection, number), Secret(f"ticket of {session_id}")

    def withdraw(self, session_id: str) -> None:
        self.withdrawn.append(session_id)
        self._sessions.pop(session_id, None)

    def renew(self, session_id: str) -> None:
        self.renewed.append(session_id)

    def lock(self) -> None:
        self.locked = True

    def unlock(self) -> None:
        self.locked = False

    def sessions(self) -> list[SessionInfo]:
        return list(self._sessions.values())

    def wait_open(self, session_id: str, timeout: float, cancel: Cancel) -> SessionInfo:
        self.on_wait(cancel)
        cancel.check()
        if self.trouble is not None:
            raise self.trouble
        if session_id not in self._sessions:
            raise LaunchFailed("The session is gone.", next_step="Open a new console.")
        self._sessions[session_id] = replace(self._sessions[session_id], state=SessionState.OPEN, pid=4711)
        return self._sessions[session_id]

    def listen(self, listener: SessionListener) -> None:
        self.listeners.append(listener)


class FakeProfiles:
    """Browser profiles of our own, of which only the names of those that went are known. *trouble*, when set, is raised."""

    def __init__(self) -> None:
        self.gone: list[str] = []
        self.trouble: TenantDockError | None = None

    def forget_profile(self, account_id: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.gone.append(account_id)


class FakeConsoles:
    """Consoles that start nothing. *missing* is raised by :meth:`check`, *broken* by :meth:`launch`."""

    def __init__(self) -> None:
        self.launched: list[Launch] = []
        self.forward: list[tuple[int, str]] = []
        self.missing: TenantDockError | None = None
        self.broken: TenantDockError | None = None

    def shells(self) -> Sequence[Shell]:
        return [Shell("pwsh", "PowerShell 7", "/opt/pwsh", "7.6.0")]

    def terminals(self) -> Sequence[Terminal]:
        return [Terminal("xterm", "XTerm", "/usr/bin/xterm")]

    def check(self, settings: ConsoleSettings) -> None:
        if self.missing is not None:
            raise self.missing

    def bring_forward(self, pid: int, titles: Sequence[str]) -> None:
        self.forward.append((pid, titles[0]))

    def launch(self, launch: Launch) -> None:
        if self.broken is not None:
            raise self.broken
        self.launched.append(launch)
