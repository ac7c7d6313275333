"""Importing customers: from a file or from an account's lists, looked at first, in one transaction, and undone exactly."""

from __future__ import annotations

import enum
import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.computer import OwnProfiles
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.directory import Account, BrowserChoice, Changes, Connection, Tenant, UserName
from tenantdock.domain.errors import BadInput, NetworkTrouble, NotFound, SignInRequired, TenantDockError
from tenantdock.domain.ports import Agent, CustomerSource, Directory, Identity, SettingsStore
from tenantdock.domain.said import said
from tenantdock.domain.services import AZURE, GRAPH, Service, services
from tenantdock.domain.signin import AccessToken, ProgressListener, Rung, SignInAsk, TokenAsk
from tenantdock.domain.text import folded
from tenantdock.workflows import documents, files, mapping, spreadsheets, wanted
from tenantdock.workflows.comparing import Line, What, compare, merged
from tenantdock.workflows.leaving import forget_accounts
from tenantdock.workflows.mapping import Columns
from tenantdock.workflows.spreadsheets import Problem, Table
from tenantdock.workflows.taking_back import mark, taken_back
from tenantdock.workflows.turns import Turns, waits
from tenantdock.workflows.wanted import Defaults, Told

_LOOK_UPS: Final = 8
"""Domains that are looked up at once."""
_CHOOSE: Final = "Choose a CSV file, or a JSON file that TenantDock exported."
_SEALED: Final = b"TDPACKED"


class Stage(enum.Enum):
    """What an import is doing."""

    READING = "reading"
    LOOKING_UP = "looking-up"
    COMPARING = "comparing"
    SAVING = "saving"


StageListener = Callable[[Stage, int, int], None]
"""Is told what is being done, how much of it is done, and of how much (0: not known)."""


def nobody_listens(stage: Stage, done: int, total: int) -> None:
    """A listener for callers that show no progress."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read. *table* is None for an export of TenantDock's own, which has no columns to choose."""

    path: Path
    raw: bytes = field(repr=False)
    table: Table | None = None
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do here. *names* is whether the source says what connections are called."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    names: bool = True

    def count(self, what: What) -> int:
        """How many customers are *what*."""
        return sum(line.what is what for line in self.lines)

    def usual(self) -> set[int]:
        """The positions of the lines that are picked where nobody picks: what is new or changed. Nothing is removed unasked."""
        return {at for at, line in enumerate(self.lines) if line.what in {What.NEW, What.CHANGED}}


@dataclass(frozen=True, slots=True)
class Made:
    """How an import left what it added (by :func:`mark`, and when each was used last) and what it changed, by their ids."""

    added: Mapping[str, tuple[int, float | None]]
    changed: Mapping[str, Connection]


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did, and what undoes it. *signed_out* are user names whose sign-in went with their last customer; *troubles*
    say what could not be tidied up.
    """

    undo: Changes = field(repr=False)
    made: Made = field(repr=False)
    added: int = 0
    changed: int = 0
    removed: int = 0
    signed_out: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing was changed."""
        return self.undo.nothing


class Importing:
    """Reads sources, compares them with what is here, and takes what a person picked."""

    def __init__(
        self,
        *,
        directory: Directory,
        identity: Identity,
        source: CustomerSource,
        agent: Agent,
        profiles: OwnProfiles,
        clouds: Clouds,
        turns: Turns,
        settings: SettingsStore | None = None,
    ) -> None:
        self._directory = directory
        self._identity = identity
        self._source = source
        self._agent = agent
        self._profiles = profiles
        self._clouds = clouds
        self._turns = turns
        self._settings = settings
        self._new: dict[str, Account] = {}
        """Accounts that signed in here and have no customer yet, by their id."""
        self._tried: dict[str, Account] = {}
        """Those and the ones whose sign-in did not come to an end: something may be kept of them all the same."""

    @property
    def clouds(self) -> Clouds:
        """The clouds to choose from."""
        return self._clouds

    def accounts(self) -> list[Account]:
        """The saved accounts, by user name, and those that :meth:`enrol` signed in."""
        saved = self._directory.accounts()
        new = [each for key, each in self._new.items() if all(other.id != key for other in saved)]
        return sorted([*saved, *new], key=lambda each: folded(each.username)) if new else saved

    # Reading

    def open(self, path: Path, cancel: Cancel, listen: StageListener = nobody_listens) -> Opened:
        """Read a file and guess what it is made of. Raises :class:`BadInput`, :class:`StorageTrouble`, :class:`Cancelled`."""
        cancel.check()
        raw = files.read(path, spreadsheets.MOST_BYTES, _CHOOSE)
        if raw.startswith(_SEALED):
            raise BadInput(
                "This file was sealed by TenantDock on another machine.",
                next_step='Choose "A sealed file from another machine" to import it with its passphrase.',
            )
        if documents.looks_like(raw):
            return Opened(path, raw)
        return self.read_again(Opened(path, raw), "", "", cancel, listen)

    def read_again(
        self, opened: Opened, encoding: str, delimiter: str, cancel: Cancel, listen: StageListener = nobody_listens
    ) -> Opened:
        """Read a table with another encoding or delimiter ("" for the guessed one). Raises as :meth:`open` does."""

        def step(done: int) -> None:
            cancel.check()
            listen(Stage.READING, done, 0)

        table = spreadsheets.read(opened.raw, encoding=encoding, delimiter=delimiter, known=mapping.known_name, step=step)
        return replace(opened, table=table, columns=mapping.guess(table.rows))

    def preview_file(
        self, opened: Opened, columns: Columns | None, defaults: Defaults, cancel: Cancel, listen: StageListener = nobody_listens
    ) -> Preview:
        """Say what a file would do here. *columns* are as the person left them. Rows that cannot be used are listed and stop
        nothing else. Raises :class:`BadInput`, :class:`StorageTrouble`, :class:`Cancelled`.
        """
        self._offered(defaults)

        def step(done: int) -> None:
            cancel.check()
            listen(Stage.READING, done, len(opened.table.rows) if opened.table else 0)

        if opened.table is None:
            told = documents.read(opened.raw, self._clouds, defaults, step)
        else:
            told = wanted.from_table(opened.table, columns or mapping.guess(opened.table.rows), self._clouds, defaults, step)
        return self._compared(told, defaults, cancel, listen, names=True)

    def preview_list(
        self,
        kind: CustomerList,
        account_id: str,
        service_keys: Sequence[str],
        cancel: Cancel,
        listen: StageListener = nobody_listens,
    ) -> Preview:
        """Say what a list of an account's customers would do here. New ones get *service_keys*.

        Raises what :meth:`CustomerSource.customers` raises, and :class:`NotFound` when the account is gone.
        """
        account = self._account(account_id)
        defaults = Defaults(account.username, account.cloud, tuple(each.key for each in services(service_keys)))
        self._offered(defaults)
        listen(Stage.READING, 0, 0)
        found = self._source.customers(
            kind, self._clouds.get(account.cloud), account, cancel, lambda done: listen(Stage.READING, done, 0)
        )

        def about(each: Connection) -> bool:
            # A partner is no customer of its own
            return each.account.id == account.id and (kind is CustomerList.TENANTS or each.tenant.id != account.home_tenant)

        return self._compared(wanted.from_list(found, account), defaults, cancel, listen, names=False, about=about)

    def sign_in(self, kind: CustomerList, account_id: str, cancel: Cancel, progress: ProgressListener) -> None:
        """Have the person sign in, in the browser, so that :meth:`preview_list` can read. Another sign-in of the account that is
        under way is awaited, and may do for this one too. Raises as a sign-in does.
        """
        name = self._account(account_id).username
        with self._turns.taking(account_id, cancel, lambda: progress(waits(name))) as waited:
            account = self._account(account_id)
            if not account.enrolled:
                raise SignInRequired(
                    said("Nobody has signed in as {username} here yet.", username=account.username),
                    next_step="Connect a customer of this account once, then read the list again.",
                )
            ask = TokenAsk(self._clouds.get(account.cloud), account.home_tenant, account, _service(kind))
            self._by_person(ask, cancel, progress, waited=waited)
            if account_id not in self._tried:
                # Where it was removed while the browser was open, what was kept has no owner
                for trouble in forget_accounts([account], self._directory, self._identity, self._profiles):
                    raise trouble

    def enrol(self, kind: CustomerList, username: str, cloud_id: str, cancel: Cancel, progress: ProgressListener) -> Account:
        """Have somebody sign in whom nobody connected as before, so that :meth:`preview_list` can read. Return the account, pinned
        to the person whom the proof found. Its sign-in stays only if a customer of it is imported: see :meth:`forget_new`. Another
        sign-in of the account that is under way is awaited, and may do for this one too.

        Raises :class:`BadInput` for a user name that is none, :class:`UnknownDomain`, and as a sign-in does.
        """
        user, cloud = UserName.parse(username), self._clouds.get(cloud_id)
        place = (cloud.id, str(user).casefold())
        known = (each for each in self.accounts() if (each.cloud, each.username.casefold()) == place)
        account = next(known, None) or Account(uuid4().hex, cloud.id, str(user))
        with self._turns.taking(account.id, cancel, lambda: progress(waits(account.username))) as waited:
            # The one before may have enrolled it, or given it another name
            account = next((each for each in self.accounts() if each.id == account.id), account)
            tenant_id = account.home_tenant or self._identity.tenant_of(cloud, user.domain, cancel)
            ask = TokenAsk(cloud, tenant_id, account, _service(kind))
            if not self._directory.account_in_use(account.id):
                self._tried[account.id] = account
                self._directory.expect(account.id)
            return self._enrolled(account, self._by_person(ask, cancel, progress, waited=waited))

    def _by_person(self, ask: TokenAsk, cancel: Cancel, progress: ProgressListener, *, waited: bool) -> AccessToken:
        """Get a token with the person's help, in the account's turn. One that *waited* may need nobody any more."""
        if waited:
            with suppress(SignInRequired):
                return self._identity.silent(ask, cancel)
        return self._identity.interactive(SignInAsk(ask, Rung.BROWSER, self._browser(ask.account.id)), cancel, progress)

    def _enrolled(self, account: Account, token: AccessToken) -> Account:
        """Return *account*, pinned to the person whom the proof of *token* found, and keep it."""
        proof = token.proof
        if self._directory.account_in_use(account.id):
            try:
                return self._directory.pin(account.id, proof.home_account_id, proof.username)
            except TenantDockError:
                # Pinned to somebody else meanwhile, or removed: what was kept is not that account's
                self._identity.forget(account)
                raise
        enrolled = replace(account, home_account_id=proof.home_account_id, username=proof.username or account.username)
        self._new[account.id] = enrolled
        return enrolled

    def forget_new(self) -> None:
        """Forget the sign-ins of accounts that :meth:`enrol` signed in, or tried to, and that got no customer."""
        tried = list(self._tried.values())
        for account in tried:
            self._new.pop(account.id, None)
            self._tried.pop(account.id, None)
        for trouble in forget_accounts(tried, self._directory, self._identity, self._profiles):
            raise trouble

    # Taking

    def apply(self, preview: Preview, picked: Collection[int], cancel: Cancel, listen: StageListener = nobody_listens) -> Applied:
        """Do what was picked: positions in :attr:`Preview.lines`. All of it, or nothing when this raises: :class:`BadInput`,
        :class:`StorageTrouble`, :class:`Cancelled`.
        """
        cancel.check()
        changes = self._changes(preview, picked)
        total = len(changes.add) + len(changes.change) + len(changes.remove)

        def step(done: int) -> None:
            listen(Stage.SAVING, done, total)
            cancel.check()

        undo = self._directory.apply(changes, step)
        signed_out, troubles = self._left(undo.add)
        there = set(undo.remove)
        used = {row.id: row.last_used for row in self._directory.rows() if row.id in there} if there else {}
        added = {each.id: (mark(each), used.get(each.id)) for each in changes.add if each.id in there}
        made = Made(added, {each.id: each for each in changes.change})
        return Applied(undo, made, len(undo.remove), len(undo.change), len(undo.add), signed_out, troubles)

    def undo(self, applied: Applied) -> int:
        """Put back what was here before :meth:`apply`, exactly, but for what a person did since: customers that were added and then
        used or changed stay, and what was changed again stays as it is. Returns how many customers stay. A sign-in that went with
        its last customer has to be done again.

        Raises :class:`BadInput` when a name that comes back was taken meanwhile, and :class:`StorageTrouble`: nothing changed then.
        """
        undo, made = applied.undo, applied.made
        here = {each.id: each for each in self._directory.every()}
        used = {row.id: row.last_used for row in self._directory.rows()}
        there = [each for each in undo.remove if each in here]
        remove = [each for each in there if made.added[each] == (mark(here[each]), used.get(each))]
        change = [taken_back(here[each.id], each, made.changed[each.id]) for each in undo.change if each.id in here]
        redo = self._directory.apply(replace(undo, remove=tuple(remove), change=tuple(change)))
        self._left(redo.add)
        if redo.add:
            self._directory.purge()
        return len(there) - len(remove)

    def _changes(self, preview: Preview, picked: Collection[int]) -> Changes:
        """Return the changes that were picked, on top of what is here now."""
        here = {each.id: each for each in self._directory.every()}
        tenants = {(each.tenant.cloud, each.tenant.id): each.tenant for each in here.values()}
        names: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for each in here.values():
            names[_group(each)].add(folded(each.name))
        add, change, gone, renamed = [], [], [], dict[tuple[str, str], Tenant]()
        for at in sorted(picked):
            line = preview.lines[at]
            if line.what is What.GONE:
                gone.append(line.shown.id)
                continue
            if line.after is None or line.what is What.SAME:
                continue
            if line.before is None:
                add.append(line.after)
            elif line.before.id in here:
                change.append(_on_top(here[line.before.id], line, names, preview))
            place = (line.after.tenant.cloud, line.after.tenant.id)
            if place in tenants and tenants[place] != line.after.tenant:
                renamed[place] = line.after.tenant
        return Changes(tuple(add), tuple(change), tuple(gone), tuple(renamed.values()))

    def _left(self, removed: Sequence[Connection]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """End the consoles of connections that were removed, and forget the sign-ins of accounts that have none left."""
        ids = {each.id for each in removed}
        for session in self._agent.sessions() if ids else ():
            if session.connection_id in ids:
                self._agent.withdraw(session.id)
        accounts = {each.account.id: each.account for each in removed}
        left = [account for key, account in accounts.items() if not self._directory.account_in_use(key)]
        troubles = forget_accounts(left, self._directory, self._identity, self._profiles)
        # What was picked is done; a trouble is told beside it
        return tuple(each.username for each in left if each.enrolled), tuple(str(trouble) for trouble in troubles)

    # Comparing

    def _compared(
        self,
        told: Told,
        defaults: Defaults,
        cancel: Cancel,
        listen: StageListener,
        *,
        names: bool,
        about: Callable[[Connection], bool] | None = None,
    ) -> Preview:
        if self._settings is not None:
            defaults = replace(defaults, browsers=self._settings.current().browsers)
        here = self._directory.every()
        self._look_up(told, here, cancel, listen)

        def step(done: int) -> None:
            cancel.check()
            listen(Stage.COMPARING, done, len(told.wanted))

        found = compare(told, here, self.accounts(), defaults, names=names, about=about, step=step)
        return Preview(tuple(found.lines), tuple(found.problems), names)

    def _look_up(self, told: Told, here: Sequence[Connection], cancel: Cancel, listen: StageListener) -> None:
        """Find the tenants of rows that only name a domain: here, else by asking the sign-in service."""
        known = {(each.tenant.cloud, each.tenant.domain): each.tenant.id for each in here if each.tenant.domain}
        missing = dict.fromkeys(
            place for each in told.wanted if not each.tenant_id and (place := (each.cloud, each.domain)) not in known
        )
        found: dict[tuple[str, str], str | BadInput] = dict(known)
        found |= self._asked(list(missing), cancel, listen)
        rows, told.wanted = told.wanted, []
        for each in rows:
            answer = each.tenant_id or found[each.cloud, each.domain]
            if isinstance(answer, BadInput):
                told.refuse(each.line, answer, each.domain)
            else:
                told.wanted.append(replace(each, tenant_id=answer))

    def _asked(
        self, places: Sequence[tuple[str, str]], cancel: Cancel, listen: StageListener
    ) -> dict[tuple[str, str], str | BadInput]:
        offline: list[str] = []
        lock, done = threading.Lock(), 0

        def ask(place: tuple[str, str]) -> str | BadInput:
            nonlocal done
            cancel.check()
            cloud_id, domain = place
            try:
                answer: str | BadInput = self._tenant_of(cloud_id, domain, offline, cancel)
            except BadInput as error:
                answer = BadInput(error.message, next_step=error.next_step)  # without what its traceback holds
            with lock:
                done += 1
                listen(Stage.LOOKING_UP, done, len(places))
            return answer

        if not places:
            return {}
        with ThreadPoolExecutor(min(_LOOK_UPS, len(places)), thread_name_prefix="import-look-up") as pool:
            return dict(zip(places, pool.map(ask, places), strict=True))

    def _tenant_of(self, cloud_id: str, domain: str, offline: list[str], cancel: Cancel) -> str:
        """Ask for a domain's tenant. Once a request failed none is made any more: all would fail, one after the other."""
        if not offline:
            try:
                return self._identity.tenant_of(self._clouds.get(cloud_id), domain, cancel)
            except NetworkTrouble as trouble:
                offline.append(trouble.message)
        raise BadInput(
            said("The tenant of {domain} could not be looked up: {message}", domain=domain, message=offline[0]),
            next_step="Import the file again once the network is there, or add tenant ids to it.",
        )

    def _offered(self, defaults: Defaults) -> None:
        cloud = self._clouds.get(defaults.cloud)
        for service in services(defaults.services):
            service.scopes(cloud)

    def _account(self, account_id: str) -> Account:
        found = next((each for each in self.accounts() if each.id == account_id), None)
        if found is None:
            raise NotFound("This account is not saved here any more.", next_step="Choose another one.")
        return found

    def _browser(self, account_id: str) -> BrowserChoice:
        """The browser that a connection of the account signs in with."""
        ours = (row.id for row in self._directory.rows() if row.account_id == account_id)
        first = next(ours, None)
        return self._directory.connection(first).browser if first else BrowserChoice()


def _service(kind: CustomerList) -> Service:
    """The service whose token reads such a list."""
    return AZURE if kind is CustomerList.TENANTS else GRAPH


def _group(each: Connection) -> tuple[str, ...]:
    return each.tenant.cloud, each.tenant.id, each.account.id


def _on_top(now: Connection, line: Line, names: dict[tuple[str, ...], set[str]], preview: Preview) -> Connection:
    """Return *now* as the line wants it, also where it was changed since the preview."""
    assert line.after is not None  # noqa: S101  # a changed line has one
    assert line.wanted is not None  # noqa: S101  # the same
    if now == line.before:
        return line.after
    return merged(now, line.wanted, line.after.tenant, names=preview.names, taken=names[_group(now)] - {folded(now.name)})
