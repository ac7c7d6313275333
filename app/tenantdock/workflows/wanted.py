"""Customers as a source tells them, checked value by value: the rows of a table, and the lists of an account. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tenantdock.domain.clouds import Cloud
from tenantdock.domain.customers import ListedCustomer
from tenantdock.domain.directory import (
    NAME_LIMIT,
    Account,
    ConsoleSettings,
    Filing,
    UserName,
    domain_name,
    group_path,
    guid,
    tag_list,
)
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.services import services
from tenantdock.domain.settings import BrowserPreferences
from tenantdock.domain.text import one_line
from tenantdock.workflows.formulas import original
from tenantdock.workflows.mapping import Columns, Field
from tenantdock.workflows.spreadsheets import Problem, Table

_T = TypeVar("_T")
_STEP: Final = 250
_BREAKS: Final = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_UNSTORABLE: Final = re.compile(r"[\0\ud800-\udfff]")
_BROWSER: Final = re.compile(r"[a-z0-9-]{1,64}")
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "ja", "j", "wahr", "on"})
_NO: Final = frozenset({"no", "n", "false", "0", "-", "nein", "falsch", "off"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A customer as a source tells it. None and "" are what it does not say.

    *line* is the row's first line in the file, or the number of the entry; *tenant_id* is "" while only *domain* is known. *name*
    is what the connection shall be called, *tenant_name* what the tenant calls itself.
    """

    line: int
    tenant_id: str
    domain: str
    username: str
    cloud: str
    name: str = ""
    tenant_name: str = ""
    services: tuple[str, ...] | None = None
    group: str | None = None
    tags: tuple[str, ...] | None = None
    favourite: bool | None = None
    colour: str | None = None
    notes: str | None = None
    browser: str | None = None


@dataclass(frozen=True, slots=True)
class Defaults:
    """What counts where a row does not say it. *username* "" is nobody; *services* and *browsers* are for new connections."""

    username: str = ""
    cloud: str = "public"
    services: tuple[str, ...] = ("graph",)
    browsers: BrowserPreferences = field(default_factory=BrowserPreferences)


@dataclass(slots=True)
class Told:
    """What a source tells. *mentioned* are tenant ids and domains of rows that could not be used; *whole* is whether every line
    could be read, so that what is missing is missing indeed.
    """

    wanted: list[Wanted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)
    whole: bool = True

    def refuse(self, line: int, error: BadInput, *mentioned: str) -> None:
        """Note that a row cannot be used."""
        self.problems.append(Problem(line, error.message, error.next_step))
        self.mentioned.update(each.strip().casefold() for each in mentioned if each)


class Checker:
    """Checks values, each spelling of a domain or user name once. *clouds* are those that this process knows."""

    def __init__(self, clouds: Iterable[Cloud], defaults: Defaults) -> None:
        self._defaults = defaults
        self._clouds = {key.casefold(): cloud for cloud in clouds for key in (cloud.id, cloud.name)}
        self._known: dict[tuple[str, str], object] = {}

    def check(self, line: int, told: Mapping[Field, str], *, empty: bool = False) -> Wanted:
        """Return a row as it is wanted. *told* are its texts by field. With *empty*, an empty text empties what is there (a group);
        else it says nothing. Raises :class:`BadInput` for the first value that cannot be used.
        """
        tenant_id, domain = self._tenant(told.get(Field.TENANT_ID, ""), told.get(Field.DOMAIN, ""))
        username, cloud = told.get(Field.USERNAME, ""), told.get(Field.CLOUD, "")
        person = self._once("user", username, UserName.parse) if username else None
        if not tenant_id and not domain:
            if person is None:
                raise BadInput("It names no tenant.", next_step="Add the tenant id, or the customer's domain.")
            domain = person.domain
        if person is None and self._defaults.username:
            person = self._once("user", self._defaults.username, UserName.parse)
        if person is None:
            raise BadInput("It names no account.", next_step="Add a user name, or choose an account for all rows without one.")
        said = {key: text for key, text in told.items() if text or empty}
        # Few groups and tags are those of many customers
        group = self._once("group", said[Field.GROUP], group_path) if Field.GROUP in said else None
        tags = self._once("tags", said[Field.TAGS], lambda text: tag_list(_parts(text))) if Field.TAGS in said else None
        notes = Filing(notes=said[Field.NOTES]).notes if Field.NOTES in said else None
        return Wanted(
            line,
            tenant_id,
            domain,
            str(person),
            self._cloud(cloud) if cloud else self._defaults.cloud,
            _name(told.get(Field.NAME, "")),
            tidied(told.get(Field.TENANT_NAME, ""))[:NAME_LIMIT].strip(),
            self._once("services", told[Field.SERVICES], _services) if told.get(Field.SERVICES) else None,
            group,
            tags,
            _yes_or_no(told[Field.FAVOURITE]) if told.get(Field.FAVOURITE) else None,
            ConsoleSettings(colour=said[Field.COLOUR].casefold()).colour if Field.COLOUR in said else None,
            notes,
            _browser(said[Field.BROWSER]) if Field.BROWSER in said else None,
        )

    def _tenant(self, tenant_id: str, domain: str) -> tuple[str, str]:
        if tenant_id and "." in tenant_id and not domain:
            tenant_id, domain = "", tenant_id
        # Partner Center and CIPP list several domains in one cell, the default one first
        first = _parts(domain)[:1]
        return (
            self._once("tenant", tenant_id, guid) if tenant_id else "",
            self._once("domain", first[0].rpartition("@")[2], domain_name) if first else "",
        )

    def _cloud(self, text: str) -> str:
        found = self._clouds.get(text.casefold())
        if found is None:
            names = ", ".join(sorted({cloud.id for cloud in self._clouds.values()}))
            raise BadInput(
                said("There is no cloud called {text!r} here.", text=one_line(text, 60)),
                next_step=said("Use one of: {names}.", names=names),
            )
        return found.id

    def _once(self, kind: str, text: str, check: Callable[[str], _T]) -> _T:
        key = (kind, text)
        if key not in self._known:
            try:
                self._known[key] = check(text)
            except BadInput as error:
                # Not the raised one: its traceback holds all that is read, in a circle
                self._known[key] = BadInput(error.message, next_step=error.next_step)
        found = self._known[key]
        if isinstance(found, BadInput):
            raise BadInput(found.message, next_step=found.next_step)
        return found  # type: ignore[return-value]  # what this kind's check returned


def from_table(
    table: Table,
    columns: Columns,
    clouds: Iterable[Cloud],
    defaults: Defaults,
    step: Callable[[int], None] = lambda _done: None,
) -> Told:
    """Return what the rows of a table tell. *step* is called now and then with how many are done, and may raise."""
    told = Told(problems=list(table.problems), whole=not table.problems)
    checker = Checker(clouds, defaults)
    width = len(table.rows[0].cells) if table.rows and columns.header else table.width
    places = [(at, each) for at, each in enumerate(columns.fields) if each is not None]
    for number, row in enumerate(table.rows[1:] if columns.header else table.rows):
        if number % _STEP == 0:
            step(number)
        texts = {each: _cell(row.cells[at]) if at < len(row.cells) else "" for at, each in places}
        try:
            _refuse_more(row.cells[width:])
            told.wanted.append(checker.check(row.line, texts))
        except BadInput as error:
            told.refuse(row.line, error, texts.get(Field.TENANT_ID, ""), texts.get(Field.DOMAIN, ""))
    return told


def from_list(customers: Sequence[ListedCustomer], account: Account) -> Told:
    """Return what a list of an account's customers tells."""
    told = Told()
    for number, customer in enumerate(customers, 1):
        name = _UNSTORABLE.sub("\ufffd", tidied(customer.name))[:NAME_LIMIT].strip()
        try:
            tenant_id = guid(customer.tenant_id)
        except BadInput:
            text = said("{name} has no tenant id in the list.", name=one_line(name, 80) or said("A customer"))
            told.problems.append(Problem(number, text, "Look it up in Partner Center."))
            continue
        try:
            domain = domain_name(customer.domain) if customer.domain else ""
        except BadInput:
            domain = ""  # without it the customer is as good
        told.wanted.append(Wanted(number, tenant_id, domain, account.username, account.cloud, name or domain, name))
    return told


def _refuse_more(cells: Sequence[str]) -> None:
    if any(cell.strip() for cell in cells):
        raise BadInput(
            "It has more cells than the first row.", next_step="Put quotation marks around a cell that holds a delimiter."
        )


def tidied(text: str) -> str:
    """Return a name in one line: line breaks and tabs, as cells have them, are spaces, and there are none around it."""
    return " ".join(text.split()) if text.isascii() else _BREAKS.sub(" ", text).strip()


def portable_browser(browser: str) -> str:
    """Return the key of a browser, or "" for a program's path: that is of one machine, and no file makes another one start it."""
    return browser if _BROWSER.fullmatch(browser) else ""


def _browser(text: str) -> str:
    if text and not portable_browser(text):
        raise BadInput(
            said("{text!r} is no browser's key.", text=one_line(text, 60)), next_step="Leave it empty, and choose the browser here."
        )
    return text


def _cell(text: str) -> str:
    found = (original(text) if "'" in text else text).strip()
    if found.isascii() and found.isprintable():  # most are: no line break, nothing that cannot be kept
        return found
    return _UNSTORABLE.sub("\ufffd", found).replace("\r\n", "\n")


def _name(text: str) -> str:
    name = tidied(text)
    if len(name) > NAME_LIMIT:
        raise BadInput(
            said("Its name is longer than {name_limit} characters.", name_limit=NAME_LIMIT), next_step="Give it a shorter name."
        )
    return name


def _parts(text: str) -> list[str]:
    return [part for each in re.split(r"[,;\n|]", text) if (part := each.strip())]


def _services(text: str) -> tuple[str, ...]:
    return tuple(each.key for each in services(re.split(r"[,;|/\s]+", text.strip(" ,;|/\n"))))


def _yes_or_no(text: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise BadInput(said("{text!r} is neither yes nor no.", text=one_line(text, 40)), next_step="A favourite is yes or no.")
    return word in _YES
