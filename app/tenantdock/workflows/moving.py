"""Moving to another machine: customers and accounts, and sign-ins where the person wants it, in one file under a passphrase.

Python cannot overwrite ``bytes`` or ``str``: what was unsealed is dropped as soon as it is packed, and is written nowhere else.
"""

from __future__ import annotations

import contextlib
import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Account, BrowserChoice, Connection, ConsoleSettings
from tenantdock.domain.errors import BadInput, NotFound, StorageTrouble
from tenantdock.domain.ports import Clock, Directory, Identity, Vault
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret
from tenantdock.domain.text import folded, one_line
from tenantdock.workflows import carried, files
from tenantdock.workflows.carried import Carried
from tenantdock.workflows.taking_back import mark, taken_back

SUFFIX: Final = ".tenantdock"
_SEALED_EXTRA: Final = 4096  # what the seal may add to a document
_CHOOSE: Final = f"Choose a file that ends in {SUFFIX}."


class What(enum.Enum):
    """What a connection of a file is here."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    """It is here with other services, colour, browser or spelling."""
    CLASH = "clash"
    """Its user name belongs to another person here, or its cloud is not known here: left out."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written to *path*. *without* are user names whose sign-in could not be read."""

    path: Path
    connections: int
    accounts: int
    sign_ins: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One connection of a file."""

    what: What
    name: str
    domain: str
    username: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do here. *made* is Unix time in seconds; *sign_ins* and *commands* count accounts and connections."""

    made: float
    lines: tuple[Line, ...]
    sign_ins: int
    commands: int
    contents: Carried = field(repr=False)

    def count(self, what: What) -> int:
        """How many connections are *what*."""
        return sum(line.what is what for line in self.lines)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person wants of a file. *changed*: what is here takes the file's services, colour and browser. *commands*: shells,
    terminals, folders and start-up commands come too; they run on this machine, so they are not taken unasked.
    """

    sign_ins: bool = True
    changed: bool = False
    commands: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import changed, for :meth:`Moving.undo`."""

    added: tuple[str, ...] = ()
    before: tuple[Connection, ...] = ()
    pinned: tuple[str, ...] = ()
    signed_in: tuple[Account, ...] = ()
    left_out: int = 0
    after: Mapping[str, Connection] = field(default_factory=dict, repr=False)
    """What was changed, as it was then, by id."""
    marks: Mapping[str, int] = field(default_factory=dict, repr=False)
    """How what was added was left, see :func:`mark`."""
    used: Mapping[str, float | None] = field(default_factory=dict, repr=False)
    """When each connection was used last, then."""

    @property
    def nothing(self) -> bool:
        """Whether nothing was changed."""
        return not (self.added or self.before or self.pinned or self.signed_in)


@dataclass(slots=True)
class _Plan:
    lines: list[Line] = field(default_factory=list)
    new: list[Connection] = field(default_factory=list)
    changed: list[tuple[Connection, Connection]] = field(default_factory=list)  # here, in the file
    accounts: dict[str, Account] = field(default_factory=dict)  # by the file's id: as it is, or will be, here


class Moving:
    """Writes and reads files for another machine."""

    def __init__(self, *, directory: Directory, vault: Vault, identity: Identity, clouds: Clouds, clock: Clock) -> None:
        self._directory = directory
        self._vault = vault
        self._identity = identity
        self._clouds = clouds
        self._clock = clock

    def export_to(self, path: Path, passphrase: Secret, *, sign_ins: bool, cancel: Cancel, over: bool = False) -> Summary:
        """Write all connections, with their sign-ins when *sign_ins*, to *path* (its ending is added where it is missing).
        A file that is there is replaced only with *over*.

        Raises :class:`BadInput` (a weak passphrase, nothing saved, too much), :class:`AlreadyThere`, :class:`VaultLocked`,
        :class:`StorageTrouble`, :class:`Cancelled`; a file that was there before is then as it was.
        """
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        if not over:
            files.not_there(path)  # before the work, and once more when it is done
        connections = tuple(self._directory.every())
        if not connections:
            raise BadInput("There is nothing to move: no customer is saved here.", next_step="Add a customer first.")
        accounts = {each.account.id: each.account for each in connections}
        kept: dict[str, bytes] = {}
        without = []
        for account in accounts.values() if sign_ins else ():
            cancel.check()
            if not account.enrolled:
                continue
            try:
                found = self._vault.unseal(account.id)
            except StorageTrouble:  # one damaged file was set aside and reported; the others can go
                found = None
                without.append(account.username)
            if found is not None:
                kept[account.id] = found
        plain = carried.written(Carried(self._clock.now(), connections, kept))
        count = len(kept)
        kept.clear()
        cancel.check()
        packed = self._vault.pack(plain, passphrase)
        del plain
        cancel.check()
        files.write(path, packed, over=over)
        return Summary(path, len(connections), len(accounts), count, tuple(without))

    def read(self, path: Path, passphrase: Secret, cancel: Cancel) -> Preview:
        """Open a file and say what it would do here. Changes nothing. Raises :class:`BadInput` (another kind of file, a wrong
        passphrase, any wrong value), :class:`StorageTrouble`, :class:`Cancelled`.
        """
        packed = files.read(path, carried.MOST_BYTES + _SEALED_EXTRA, _CHOOSE)
        cancel.check()
        plain = self._vault.unpack(packed, passphrase)
        cancel.check()
        contents = carried.read(plain)
        plan = self._plan(contents, Choice())
        commands = sum(_commands(each.console) for each in contents.connections)
        return Preview(contents.made, tuple(plan.lines), len(contents.sign_ins), commands, contents)

    def apply(self, preview: Preview, choice: Choice, cancel: Cancel) -> Applied:
        """Do what *choice* says. When anything fails, or on cancel, what was done is undone and the error passes through.

        A sign-in goes to the account with the same home account id and to no other, and never in place of one that is here.
        """
        cancel.check()
        plan = self._plan(preview.contents, choice)
        done = Applied(left_out=sum(line.what is What.CLASH for line in plan.lines))
        try:
            added, _ = self._directory.add_all(plan.new)
            done = replace(done, added=tuple(each.id for each in added))
            for here, there in plan.changed if choice.changed else ():
                cancel.check()
                taken = _taken(here, there, choice)
                self._directory.update(taken)
                done = replace(done, before=(*done.before, here), after={**done.after, here.id: taken})
            saved = {each.id: each for each in self._directory.accounts()}
            for key, planned in plan.accounts.items():
                cancel.check()
                if planned.id not in saved:
                    continue  # all its connections were left out
                if planned.enrolled and not saved[planned.id].enrolled:
                    self._directory.pin(planned.id, planned.home_account_id, "")
                    done = replace(done, pinned=(*done.pinned, planned.id))
                    saved[planned.id] = replace(saved[planned.id], home_account_id=planned.home_account_id)
                if choice.sign_ins and self._sign_in(saved[planned.id], planned, preview.contents.sign_ins.get(key)):
                    done = replace(done, signed_in=(*done.signed_in, planned))
            marks = {each.id: mark(each) for each in added}
            done = replace(done, marks=marks, used={row.id: row.last_used for row in self._directory.rows()})
        except BaseException:
            self.undo(done)
            raise
        return done

    def undo(self, applied: Applied) -> int:
        """Take back what :meth:`apply` did, but for what a person did since: customers that were added and then used or changed
        stay, with their sign-ins, and what was changed again stays as it is. Returns how many customers stay.
        """
        rows, then = self._directory.rows(), applied.used
        used = {row.id: row.account_id for row in rows if then and row.last_used != then.get(row.id)}
        here = {each.id: each for each in self._directory.every()}
        stay = {
            key: here[key]
            for key in applied.added
            if key in here and (key in used or mark(here[key]) != applied.marks.get(key, mark(here[key])))
        }
        keep = {*used.values(), *(each.account.id for each in stay.values())}
        for account in applied.signed_in:
            if account.id not in keep:
                self._identity.forget(account)
        for account_id in applied.pinned:
            if account_id not in keep:
                self._directory.unpin(account_id)
        for before in applied.before:
            with contextlib.suppress(NotFound, BadInput):
                now = self._directory.connection(before.id)
                self._directory.update(taken_back(now, before, applied.after[before.id]))
        if applied.added:
            removed = self._directory.remove_all([each for each in applied.added if each not in stay])
            self._forget(removed)
            self._directory.purge()
        return len(stay)

    def _forget(self, removed: Sequence[Connection]) -> None:
        """Forget the accounts that came with connections that are gone again."""
        accounts = {each.account.id: each.account for each in removed}
        gone = [account for key, account in accounts.items() if not self._directory.account_in_use(key)]
        for account in gone:
            self._identity.forget(account)
        self._directory.let_go([account.id for account in gone])

    def _sign_in(self, here: Account, planned: Account, sealed: bytes | None) -> bool:
        if not sealed or here.home_account_id != planned.home_account_id or not here.enrolled:
            return False
        with contextlib.suppress(StorageTrouble):  # a damaged one was set aside: the file's takes its place
            if self._vault.unseal(here.id) is not None:
                return False
        self._identity.forget(here)  # it may have looked already, and remember that nothing is saved
        self._vault.seal(here.id, sealed)
        return True

    def _plan(self, contents: Carried, choice: Choice) -> _Plan:
        """Compare with what is here now. Accounts are the same by home account id; by user name only while one of both has none."""
        plan = _Plan()
        here = self._directory.every()
        accounts = self._directory.accounts()
        by_identity = {(each.cloud, each.home_account_id): each for each in accounts if each.enrolled}
        by_name = {(each.cloud, each.username.casefold()): each for each in accounts}
        ids = {each.id for each in accounts}
        clashes: dict[str, str] = {}
        for account in {each.account.id: each.account for each in contents.connections}.values():
            known = by_identity.get((account.cloud, account.home_account_id)) or by_name.get(
                (account.cloud, account.username.casefold())
            )
            if unknown := self._unknown(account.cloud):
                clashes[account.id] = unknown
            elif known is None:
                plan.accounts[account.id] = replace(account, id=uuid4().hex) if account.id in ids else account
            elif known.enrolled and account.enrolled and known.home_account_id != account.home_account_id:
                clashes[account.id] = said("{username} is another person here.", username=one_line(account.username, 120))
            else:
                plan.accounts[account.id] = known if known.enrolled else replace(known, home_account_id=account.home_account_id)
        by_key = {_key(each): each for each in here}
        taken = {each.id for each in here}
        for each in contents.connections:
            if each.account.id in clashes:
                plan.lines.append(_line(What.CLASH, each, clashes[each.account.id]))
                continue
            mapped = replace(each, account=plan.accounts[each.account.id])
            there = by_key.get(_key(mapped))
            if there is None:
                new = replace(mapped, id=uuid4().hex) if each.id in taken else mapped
                plan.new.append(new if choice.commands else replace(new, console=ConsoleSettings(colour=new.console.colour)))
                by_key[_key(mapped)] = mapped  # the same a second time in the file is the same
                plan.lines.append(_line(What.NEW, each))
            elif _shown(there) == _shown(mapped):
                plan.lines.append(_line(What.SAME, each))
            else:
                plan.changed.append((there, mapped))
                plan.lines.append(_line(What.CHANGED, each))
        return plan

    def _unknown(self, cloud_id: str) -> str:
        try:
            self._clouds.get(cloud_id)
        except BadInput as error:
            return error.message
        return ""


def _key(connection: Connection) -> tuple[str, str, str, str]:
    return connection.tenant.cloud, connection.tenant.id, connection.account.id, folded(connection.name)


def _shown(connection: Connection) -> tuple[object, ...]:
    return connection.name, set(connection.services), connection.console.colour, connection.browser.browser


def _taken(here: Connection, there: Connection, choice: Choice) -> Connection:
    console = there.console if choice.commands else replace(here.console, colour=there.console.colour)
    # A profile is of this machine; another browser's is none of the new one's
    same = here.browser.browser == there.browser.browser
    browser = here.browser if same else BrowserChoice(there.browser.browser)
    return replace(here, name=there.name, services=there.services, console=console, browser=browser)


def _commands(console: ConsoleSettings) -> bool:
    return bool(console.shell or console.terminal or console.folder or console.startup)


def _line(what: What, connection: Connection, why: str = "") -> Line:
    return Line(what, connection.name, connection.tenant.domain, connection.account.username, why)
