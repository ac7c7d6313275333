"""Tenants, accounts and connections: what is saved, and the rules for what may be."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

# RFC 1035 section 2.3.4 (lengths) with the underscore-free letters-digits-hyphens rule of RFC 1123; IDNA A-labels pass
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN: Final = rf"{_LABEL}(?:\.{_LABEL})+"
# What Entra allows left of the @: learn.microsoft.com/entra/identity/authentication/concept-sspr-policy#username-policies
_LOCAL: Final = r"[A-Za-z0-9'._!#^~\-+&%$/=?`{|}*]{1,64}"
_HOME_ACCOUNT: Final = r"[0-9a-f-]{36}\.[0-9a-f-]{36}"
_COLOUR: Final = r"#[0-9a-f]{6}"

NAME_LIMIT: Final = 300
GROUP_LIMIT: Final = 200
"""The longest path of a group, in characters."""
TAG_LIMIT: Final = 40
"""The longest tag, in characters."""
TAGS_MOST: Final = 20
"""Tags of one connection."""
NOTES_LIMIT: Final = 10_000
"""The longest notes, in characters."""
OWN_PROFILE: Final = "tenantdock:"
"""How the name of a browser profile starts that is a folder of TenantDock's own; what follows names the folder."""
_DOMAIN_LIMIT: Final = 253


def guid(text: str) -> str:
    """Return a GUID in its usual lower-case form. Raises :class:`BadInput` when *text* is none."""
    from uuid import UUID  # noqa: PLC0415 - not needed to show what is saved

    try:
        return str(UUID(text.strip()))
    except ValueError:
        raise BadInput(
            said("{text!r} is not a tenant id.", text=one_line(text, 60)),
            next_step="A tenant id looks like 8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11. You can also give the customer's domain.",
        ) from None


def domain_name(text: str) -> str:
    """Return a DNS domain in lower case (international names in their ASCII form). Raises :class:`BadInput` when it is none."""
    name = text.strip().rstrip(".").casefold()
    try:
        if not name.isascii():
            name = name.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    if len(name) > _DOMAIN_LIMIT or not re.fullmatch(_DOMAIN, name):
        raise BadInput(
            said("{text!r} is not a domain.", text=one_line(text, 60)),
            next_step="A domain looks like contoso.com or contoso.onmicrosoft.com.",
        )
    return name


@dataclass(frozen=True, slots=True)
class UserName:
    """A user principal name, taken apart. *domain* is in lower case; the local part is kept as typed."""

    local: str
    domain: str

    @classmethod
    def parse(cls, text: str) -> UserName:
        """Take a user name apart. Raises :class:`BadInput` with what is wrong when it is none."""
        local, at, domain = text.strip().rpartition("@")
        if not at or not local:
            raise BadInput(
                said("{text!r} is not a user name.", text=one_line(text, 60)),
                next_step="A user name looks like admin@contoso.com.",
            )
        if not re.fullmatch(_LOCAL, local) or local.startswith(".") or local.endswith("."):
            raise BadInput(
                said("The part before the @ of {text!r} has a character that user names cannot have.", text=one_line(text, 60)),
                next_step="Copy the user name from the Microsoft 365 admin centre, without spaces.",
            )
        return cls(local, domain_name(domain))

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    def same_as(self, other: str) -> bool:
        """Whether *other*, as a provider gave it, names the same user. Case does not count (Entra compares user names so).

        Nothing else is forgiven: a user name is ASCII without spaces, and folding other letters could make two users one.
        """
        return other.isascii() and str(self).lower() == other.lower()


@dataclass(frozen=True, slots=True)
class Tenant:
    """A customer's directory. *id* is its GUID, *cloud* the id of its cloud, *name* as the tenant calls itself."""

    id: str
    cloud: str
    name: str
    domain: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", guid(self.id))


@dataclass(frozen=True, slots=True)
class Account:
    """A person's sign-in.

    *id* is TenantDock's own (32 hex digits) and names the sealed file. *home_account_id* (``uid.utid``) pins the account once
    enrolled and is empty before; the user name is only a hint from then on. *broker* is whether the person wants this account to
    sign in through the system's own broker (Windows' Web Account Manager).
    """

    id: str
    cloud: str
    username: str
    home_account_id: str = ""
    broker: bool = False

    def __post_init__(self) -> None:
        if self.home_account_id and not re.fullmatch(_HOME_ACCOUNT, self.home_account_id):
            raise BadInput("The saved account has a damaged identity.", next_step="Remove the account and add it again.")

    @property
    def enrolled(self) -> bool:
        """Whether a sign-in was proven and the account is pinned."""
        return bool(self.home_account_id)

    @property
    def home_tenant(self) -> str:
        """The GUID of the tenant that the account lives in, or "" before enrolment."""
        return self.home_account_id.partition(".")[2]


@dataclass(frozen=True, slots=True)
class BrowserChoice:
    """Which browser signs a connection in. Empty *browser* means the system's default one; *profile* is the browser's own name
    for a profile ("" for its default), or a name that starts with :data:`OWN_PROFILE`.
    """

    browser: str = ""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class ConsoleSettings:
    """How a connection's console looks and starts. Empty fields mean "find one" or the program's default.

    *colour* is ``#rrggbb`` or empty; *folder* the directory to start in; *startup* a command line that the person wrote, run in
    the console after it is connected.
    """

    shell: str = ""
    terminal: str = ""
    colour: str = ""
    folder: str = ""
    startup: str = ""

    def __post_init__(self) -> None:
        if self.colour and not re.fullmatch(_COLOUR, self.colour):
            raise BadInput(said("{colour!r} is not a colour.", colour=self.colour[:20]), next_step="A colour looks like #1a7f5a.")


def group_path(text: str) -> str:
    """Return the path of a group, as ``Europe/North``: single slashes, no space around them. "" is no group.

    Raises :class:`BadInput` when it is longer than :data:`GROUP_LIMIT`.
    """
    path = "/".join(part for each in text.split("/") if (part := " ".join(one_line(each, GROUP_LIMIT + 1).split())))
    if len(path) > GROUP_LIMIT:
        raise BadInput(
            said("The group is longer than {group_limit} characters.", group_limit=GROUP_LIMIT), next_step="Give it a shorter name."
        )
    return path


def tag_list(tags: Iterable[str]) -> tuple[str, ...]:
    """Return *tags* as they are kept: without spaces around them, each once whatever its case, in their order.

    Raises :class:`BadInput` for too many (:data:`TAGS_MOST`), and for one that is too long or has a comma, which separates tags.
    """
    kept: dict[str, str] = {}
    for tag in tags:
        if shown := " ".join(one_line(tag, TAG_LIMIT + 1).split()):
            kept.setdefault(folded(shown), shown)
    for tag in kept.values():
        if len(tag) > TAG_LIMIT or "," in tag:
            raise BadInput(
                said("{tag!r} is not a tag.", tag=tag[:TAG_LIMIT]),
                next_step=said("A tag has no comma and up to {tag_limit} characters.", tag_limit=TAG_LIMIT),
            )
    if len(kept) > TAGS_MOST:
        raise BadInput(said("These are more than {tags_most} tags.", tags_most=TAGS_MOST), next_step="Leave some out.")
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class Filing:
    """How a person files a connection: *group* is a path of folders with slashes between ("" for none), *notes* their own words.

    Group and tags are brought into the form of :func:`group_path` and :func:`tag_list`, and raise :class:`BadInput` as those do.
    """

    group: str = ""
    tags: tuple[str, ...] = ()
    favourite: bool = False
    notes: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "group", group_path(self.group))
        object.__setattr__(self, "tags", tag_list(self.tags))
        if len(self.notes) > NOTES_LIMIT:
            raise BadInput(
                said("The notes are longer than {notes_limit} characters.", notes_limit=f"{NOTES_LIMIT:,}"),
                next_step="Shorten them.",
            )


@dataclass(frozen=True, slots=True)
class Connection:
    """What the person saves and clicks: tenant + account + services + console settings.

    *rung* is the key of the rung of the sign-in ladder that worked last ("" for none).
    """

    id: str
    name: str
    tenant: Tenant
    account: Account
    services: tuple[str, ...] = ("graph",)
    console: ConsoleSettings = field(default_factory=ConsoleSettings)
    browser: BrowserChoice = field(default_factory=BrowserChoice)
    rung: str = ""
    filing: Filing = field(default_factory=Filing)

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise BadInput("The connection has no name.", next_step="Give it the customer's name.")
        if len(self.name) > NAME_LIMIT:
            raise BadInput(
                said("The name is longer than {name_limit} characters.", name_limit=NAME_LIMIT), next_step="Give it a shorter name."
            )
        if not self.services:
            raise BadInput("The connection has no service.", next_step="Choose at least one service.")
        if self.tenant.cloud != self.account.cloud:
            raise BadInput("The account and the tenant are in different clouds.", next_step="Choose an account of that cloud.")


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """One line of the list: what the main window shows without reading anything else.

    *last_used* is Unix time in seconds. *frecency* (frequency and recency in one number, see :func:`frecency`) is the larger the
    more often and the later a connection was used; 0 for never. *home_tenant* is the GUID of the tenant that the account lives in,
    "" before enrolment: where it differs from *tenant_id* the account is a guest there or comes from a partner.
    """

    id: str
    name: str
    tenant_id: str
    tenant_name: str
    domain: str
    username: str
    cloud: str
    services: tuple[str, ...]
    colour: str
    enrolled: bool
    last_used: float | None
    account_id: str = ""
    home_tenant: str = ""
    group: str = ""
    tags: tuple[str, ...] = ()
    favourite: bool = False
    frecency: float = 0.0

    @property
    def visiting(self) -> bool:
        """Whether the account is known to live in another tenant: a guest (B2B) or a partner's (GDAP)."""
        return bool(self.home_tenant) and self.home_tenant != self.tenant_id


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Something that happened to a connection. *at* is Unix time in seconds; *text* holds no secret."""

    at: float
    connection_id: str
    event: str
    text: str


HALF_LIFE: Final = 14 * 86400.0
"""Seconds after which a use counts half in :func:`frecency`."""


def frecency(before: float, at: float) -> float:
    """Return the frecency after a use at *at* (Unix seconds), when it was *before* (0 for never used).

    Each use counts 1 and halves every :data:`HALF_LIFE`. Kept is the logarithm of the sum, as of the Unix epoch, in half-lives:
    so the numbers of connections compare without knowing what time it is, and nothing has to be made anew as time goes by.
    """
    use = at / HALF_LIFE
    return use if not before else max(before, use) + math.log2(1 + 2 ** -abs(before - use))


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes to what is saved, for one transaction.

    They are done in this order: *remove* (ids of connections), *change* (connections as they shall be, by id; their tenant and
    account stay), *tenants* (names and domains of tenants as they shall be), *add* (new connections).
    """

    add: tuple[Connection, ...] = ()
    change: tuple[Connection, ...] = ()
    remove: tuple[str, ...] = ()
    tenants: tuple[Tenant, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.add or self.change or self.remove or self.tenants)
