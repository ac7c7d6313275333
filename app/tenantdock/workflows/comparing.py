"""What a source would change here: each customer is new, changed, the same, or gone from the source. Pure."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import uuid4

from tenantdock.domain.colours import suggested
from tenantdock.domain.directory import Account, BrowserChoice, Connection, ConsoleSettings, Filing, Tenant
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.text import folded
from tenantdock.workflows.mapping import Field
from tenantdock.workflows.preferring import preferred
from tenantdock.workflows.spreadsheets import Problem
from tenantdock.workflows.wanted import Defaults, Told, Wanted, portable_browser, tidied

_STEP: Final = 250
_Key = tuple[str, str, str]


class What(enum.Enum):
    """What a customer of the source is here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"
    """It is here, with an account that the source is about, and the source does not have it (any more)."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What would change, and how. Texts as they are saved."""

    field: Field
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One customer. *line* is where it is in the source, 0 for what is gone. *before* is the connection as it is here, None for a
    new one; *after* as it would be, None for one that is gone.
    """

    what: What
    line: int
    before: Connection | None = field(repr=False)
    after: Connection | None = field(repr=False)
    differences: tuple[Difference, ...] = ()
    wanted: Wanted | None = field(default=None, repr=False)

    @property
    def shown(self) -> Connection:
        """The connection to show."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  # one of both is always there
        return found


@dataclass(slots=True)
class Compared:
    """The lines in the order of the source, what is gone last, and the rows with problems."""

    lines: list[Line]
    problems: list[Problem]


def compare(
    told: Told,
    here: Sequence[Connection],
    accounts: Iterable[Account],
    defaults: Defaults,
    *,
    names: bool,
    about: Callable[[Connection], bool] | None = None,
    step: Callable[[int], None] = lambda _done: None,
) -> Compared:
    """Compare what a source tells with all that is *here*. *names* is whether it says what connections are called; else only what
    tenants are called. *about* is whether a connection would be in the source; None: those of accounts that it names.

    *step* is called now and then with how many are done, and may raise.
    """
    return _Comparison(told, here, accounts, defaults, names=names).run(about, step)


def merged(before: Connection, wanted: Wanted, tenant: Tenant, *, names: bool, taken: Iterable[str] = ()) -> Connection:
    """Return a connection as a source wants it. *tenant* is as it shall be; *taken* are folded names of others with this tenant and
    account.
    """
    name = before.name
    if names and wanted.name and wanted.name != tidied(name):
        name = wanted.name
    elif not names and name == before.tenant.name:
        name = tenant.name  # it was called as its tenant is, and is so again
    if folded(name) in set(taken):
        name = before.name
    filing, console, browser = before.filing, before.console, before.browser
    wants = (
        filing.group if wanted.group is None else wanted.group,
        filing.tags if wanted.tags is None else wanted.tags,
        filing.favourite if wanted.favourite is None else wanted.favourite,
        filing.notes if wanted.notes in {None, _plain(filing.notes)} else wanted.notes or "",
    )
    if wants != (filing.group, filing.tags, filing.favourite, filing.notes):
        filing = Filing(*wants)
    if wanted.colour is not None and wanted.colour != console.colour:
        console = replace(console, colour=wanted.colour)
    if wanted.browser is not None and wanted.browser != portable_browser(browser.browser):
        browser = BrowserChoice(wanted.browser)
    services = before.services if wanted.services is None or set(wanted.services) == set(before.services) else wanted.services
    parts = (name, tenant, services, console, browser, filing)
    if parts == (before.name, before.tenant, before.services, before.console, before.browser, before.filing):
        return before  # most customers of a file that is imported again
    return replace(before, name=name, tenant=tenant, services=services, console=console, browser=browser, filing=filing)


class _Comparison:
    def __init__(
        self, told: Told, here: Sequence[Connection], accounts: Iterable[Account], defaults: Defaults, *, names: bool
    ) -> None:
        self._told = told
        self._here = here
        self._defaults = defaults
        self._names = names
        self._by_key: dict[_Key, list[Connection]] = defaultdict(list)
        self._tenants: dict[tuple[str, str], Tenant] = {}
        for each in here:
            self._by_key[_key(each.tenant.cloud, each.tenant.id, each.account.username)].append(each)
            self._tenants[each.tenant.cloud, each.tenant.id] = each.tenant
        self._accounts = {(each.cloud, each.username.casefold()): each for each in accounts}
        self._rows: dict[_Key, int] = defaultdict(int)
        self._target = dict(self._tenants)
        for row in told.wanted:
            self._rows[_key(row.cloud, row.tenant_id, row.username)] += 1
        self._aim()
        self._problems = list(told.problems)
        self._seen: dict[tuple[_Key, str], int] = {}
        self._matched: dict[str, int] = {}

    def _aim(self) -> None:
        """Find what tenants shall be called: the first row that says it counts, so that two rows cannot take turns."""
        said: dict[tuple[str, str], tuple[str, str]] = {}
        for each in self._told.wanted:
            name, domain = said.get((each.cloud, each.tenant_id), ("", ""))
            said[each.cloud, each.tenant_id] = (name or each.tenant_name, domain or each.domain)
        for (cloud, tenant_id), (name, domain) in said.items():
            known = self._tenants.get((cloud, tenant_id))
            if known is not None:
                kept = known.name if not name or name == tidied(known.name) else name
                self._target[cloud, tenant_id] = replace(known, name=kept, domain=domain or known.domain)
            else:
                self._target[cloud, tenant_id] = Tenant(tenant_id, cloud, name, domain)

    def run(self, about: Callable[[Connection], bool] | None, step: Callable[[int], None]) -> Compared:
        lines = []
        for number, wanted in enumerate(self._told.wanted):
            if number % _STEP == 0:
                step(number)
            try:
                lines.append(self._line(wanted))
            except BadInput as error:
                self._problems.append(Problem(wanted.line, error.message, error.next_step))
        if self._told.whole:
            named = {(each.cloud, each.username.casefold()) for each in self._told.wanted}
            ours = about or (lambda each: (each.account.cloud, each.account.username.casefold()) in named)
            lines += [Line(What.GONE, 0, each, None) for each in self._here if self._missing(each) and ours(each)]
        return Compared(lines, sorted(self._problems, key=lambda problem: problem.line))

    def _missing(self, each: Connection) -> bool:
        unread = self._told.mentioned
        if each.id in self._matched or each.tenant.id in unread or each.tenant.domain in unread:
            return False
        # A list knows tenants, not connections: the second one of a tenant is as much in it as the first
        return self._names or not self._rows.get(_key(each.tenant.cloud, each.tenant.id, each.account.username))

    def _line(self, wanted: Wanted) -> Line:
        key = _key(wanted.cloud, wanted.tenant_id, wanted.username)
        name = wanted.name or wanted.domain or wanted.tenant_id
        first = self._seen.setdefault((key, folded(name) if self._names else ""), wanted.line)
        if first != wanted.line:
            raise BadInput(
                said("Line {first} is the same customer with the same account.", first=first),
                next_step="Remove one, or name them apart.",
            )
        before = self._match(key, wanted, name)
        tenant = self._target[wanted.cloud, wanted.tenant_id]
        if before is None:
            return Line(What.NEW, wanted.line, None, self._new(wanted, name, tenant), wanted=wanted)
        self._matched[before.id] = wanted.line
        others = [folded(each.name) for each in self._by_key[key] if each.id != before.id]
        after = merged(before, wanted, tenant, names=self._names, taken=others)
        found = differences(before, after)
        return Line(What.CHANGED if found else What.SAME, wanted.line, before, after, found, wanted)

    def _match(self, key: _Key, wanted: Wanted, name: str) -> Connection | None:
        """Find the connection that a row is about: that of its name, or the only one where the row is the only one, too."""
        there = [each for each in self._by_key.get(key, ()) if each.id not in self._matched]
        alone = self._rows[key] == 1
        if self._names and (wanted.name or not alone):
            named = [each for each in there if folded(tidied(each.name)) == folded(name)]
            there = named or (there if alone and len(there) == 1 else [])
        return there[0] if there else None

    def _new(self, wanted: Wanted, name: str, tenant: Tenant) -> Connection:
        person = (wanted.cloud, wanted.username.casefold())
        account = self._accounts.get(person)
        if account is None:
            account = self._accounts[person] = Account(uuid4().hex, wanted.cloud, wanted.username)
        if not tenant.name:
            tenant = self._target[wanted.cloud, wanted.tenant_id] = replace(tenant, name=name)
        return Connection(
            uuid4().hex,
            name,
            tenant,
            account,
            wanted.services or self._defaults.services,
            ConsoleSettings(colour=suggested(tenant.id) if wanted.colour is None else wanted.colour),
            BrowserChoice(wanted.browser) if wanted.browser else preferred(self._defaults.browsers, account),
            filing=Filing(wanted.group or "", wanted.tags or (), bool(wanted.favourite), wanted.notes or ""),
        )


def differences(before: Connection, after: Connection) -> tuple[Difference, ...]:
    """Return what is not the same."""
    if before is after:
        return ()
    return tuple(
        Difference(key, old, new) for key, old, new in zip(_SHOWN, _shown(before), _shown(after), strict=True) if old != new
    )


_SHOWN: Final = (
    Field.NAME,
    Field.TENANT_NAME,
    Field.DOMAIN,
    Field.SERVICES,
    Field.GROUP,
    Field.TAGS,
    Field.FAVOURITE,
    Field.COLOUR,
    Field.NOTES,
    Field.BROWSER,
)


def _shown(each: Connection) -> tuple[str, ...]:
    filing = each.filing
    texts = (each.name, each.tenant.name, each.tenant.domain, ", ".join(each.services), filing.group, ", ".join(filing.tags))
    return (*texts, "yes" if filing.favourite else "", each.console.colour, filing.notes, each.browser.browser)


def _plain(notes: str) -> str:
    return notes.strip().replace("\r\n", "\n")


def _key(cloud: str, tenant_id: str, username: str) -> _Key:
    return cloud, tenant_id, username.casefold()
