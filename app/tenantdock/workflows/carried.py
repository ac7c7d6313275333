"""What a file for another machine carries: a JSON document, checked value by value before anything else looks at it.

The document is sealed by a passphrase (:meth:`tenantdock.domain.ports.Vault.pack`), so whoever wrote it knew that passphrase; it
can still be anybody's. Every value goes through the domain's own constructors, counts and lengths are bounded, and one wrong value
refuses the whole file.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tenantdock.domain.directory import (
    GROUP_LIMIT,
    NOTES_LIMIT,
    TAG_LIMIT,
    TAGS_MOST,
    Account,
    BrowserChoice,
    Connection,
    ConsoleSettings,
    Filing,
    Tenant,
    UserName,
    domain_name,
)
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.services import services
from tenantdock.domain.signin import Rung
from tenantdock.domain.text import one_line

FORMAT: Final = 1
MOST: Final = 100_000
"""Connections, accounts or tenants in one file."""
MOST_BYTES: Final = 256 << 20
"""The longest document. 20,000 customers, each with an account of its own and a sign-in of 6 kB, take 164 MiB."""
_TEXT_LIMIT: Final = 4096
_NAME_LIMIT: Final = 300
_SIGN_IN_LIMIT: Final = 4 << 20
_ID: Final = re.compile(r"[0-9a-f]{32}")
_CLOUD: Final = re.compile(r"[!-~]{1,300}")
_BROWSER: Final = re.compile(r"[a-z0-9-]{1,64}")
"""The key of a browser. A connection can also name a program by its path: that is of one machine, and a file must not make another
one start it at the next click.
"""


@dataclass(frozen=True, slots=True)
class Carried:
    """The contents of a file. *made* is Unix time in seconds; *sign_ins* are what identity sealed, by the file's account ids."""

    made: float
    connections: tuple[Connection, ...]
    sign_ins: dict[str, bytes] = field(default_factory=dict, repr=False)


def written(carried: Carried) -> bytes:
    """Return the document. Raises :class:`BadInput` when it could not be read back."""
    tenants: dict[tuple[str, str], int] = {}
    accounts: dict[str, int] = {}
    document: dict[str, Any] = {"format": FORMAT, "made": carried.made, "tenants": [], "accounts": [], "connections": []}
    for each in carried.connections:
        tenant, account, console = each.tenant, each.account, each.console
        if (tenant.cloud, tenant.id) not in tenants:
            tenants[tenant.cloud, tenant.id] = len(tenants)
            document["tenants"].append({"cloud": tenant.cloud, "id": tenant.id, "name": tenant.name, "domain": tenant.domain})
        if account.id not in accounts:
            accounts[account.id] = len(accounts)
            document["accounts"].append(
                {
                    "id": account.id,
                    "cloud": account.cloud,
                    "username": account.username,
                    "homeAccountId": account.home_account_id,
                    "broker": account.broker,
                    "signIn": base64.b64encode(carried.sign_ins.get(account.id, b"")).decode(),
                }
            )
        document["connections"].append(
            {
                "id": each.id,
                "name": each.name,
                "tenant": tenants[tenant.cloud, tenant.id],
                "account": accounts[account.id],
                "services": list(each.services),
                "console": {
                    "shell": console.shell,
                    "terminal": console.terminal,
                    "colour": console.colour,
                    "folder": console.folder,
                    "startup": console.startup,
                },
                "browser": _browser(each.browser.browser),
                "rung": each.rung,
                "filing": {
                    "group": each.filing.group,
                    "tags": list(each.filing.tags),
                    "favourite": each.filing.favourite,
                    "notes": each.filing.notes,
                },
            }
        )
    plain = json.dumps(document, ensure_ascii=True, separators=(",", ":")).encode()
    if len(plain) > MOST_BYTES:
        raise BadInput("This is too much for one file.", next_step="Leave the sign-ins out and sign in on the other machine.")
    read(plain)
    return plain


def read(plain: bytes) -> Carried:
    """Return what a document carries. Raises :class:`BadInput` when any of it is not as it has to be."""
    if len(plain) > MOST_BYTES:
        raise _wrong(said("it is too large"))
    try:
        document = json.loads(plain)
    except (ValueError, RecursionError):
        raise _wrong(said("it is no document of TenantDock's")) from None
    if _at(document, "format", int) > FORMAT:
        raise BadInput("This file was made by a newer TenantDock.", next_step="Update TenantDock here, then read it again.")
    if document["format"] != FORMAT:
        raise _wrong(said("its format does not exist"))
    try:
        return _read(document)
    except BadInput as error:
        raise _wrong(one_line(error.message, 200)) from None


def _read(document: dict[str, Any]) -> Carried:
    tenants = [_tenant(each) for each in _many(document, "tenants")]
    accounts = [_account(each) for each in _many(document, "accounts")]
    connections = [_connection(each, tenants, accounts) for each in _many(document, "connections")]
    _once([(each.cloud, each.id) for each in tenants], "customer")
    _once([each.id for each in accounts], "account id")
    _once([(each.cloud, each.username.casefold()) for each in accounts], "user name")
    _once([(each.cloud, each.home_account_id) for each in accounts if each.enrolled], "account")
    _once([each.id for each in connections], "connection")
    sign_ins = {each["id"]: _sign_in(each) for each in document["accounts"]}
    if any(sign_ins[each.id] and not each.enrolled for each in accounts):
        raise _wrong(said("it has a sign-in of nobody"))
    made = _at(document, "made", (int, float))
    if not 0 <= made <= 1e11:  # noqa: PLR2004  # the year 5138; not NaN either
        raise _wrong(said("its date is not valid"))
    return Carried(float(made), tuple(connections), {key: kept for key, kept in sign_ins.items() if kept})


def _tenant(found: object) -> Tenant:
    domain = _text(found, "domain", _NAME_LIMIT)
    return Tenant(_text(found, "id", 64), _cloud(found), _text(found, "name", _NAME_LIMIT), domain_name(domain) if domain else "")


def _account(found: object) -> Account:
    username = str(UserName.parse(_text(found, "username", _NAME_LIMIT)))
    broker = _at(found, "broker", bool)
    return Account(_id(found), _cloud(found), username, _text(found, "homeAccountId", 80), broker)


def _connection(found: object, tenants: Sequence[Tenant], accounts: Sequence[Account]) -> Connection:
    console = _at(found, "console", dict)
    keys = _at(found, "services", list)
    if len(keys) > 20 or not all(isinstance(key, str) for key in keys):  # noqa: PLR2004  # there are five
        raise _wrong(said("its services are not valid"))
    settings = ConsoleSettings(*(_text(console, key, _TEXT_LIMIT) for key in ("shell", "terminal", "colour", "folder", "startup")))
    rung = _text(found, "rung", 40)
    return Connection(
        _id(found),
        _text(found, "name", _NAME_LIMIT),
        tenants[_place(found, "tenant", len(tenants))],
        accounts[_place(found, "account", len(accounts))],
        tuple(each.key for each in services(keys)),
        settings,
        BrowserChoice(_browser(_text(found, "browser", _TEXT_LIMIT))),
        rung if rung in {each.value for each in Rung} else "",
        _filing(found),
    )


def _filing(found: object) -> Filing:
    if not isinstance(found, dict) or "filing" not in found:
        return Filing()  # an earlier TenantDock wrote it
    filing = _at(found, "filing", dict)
    tags = _at(filing, "tags", list)
    if len(tags) > TAGS_MOST or not all(isinstance(tag, str) for tag in tags):
        raise _wrong(said("its tags are not valid"))
    kept = tuple(_text({"tag": tag}, "tag", TAG_LIMIT) for tag in tags)
    return Filing(_text(filing, "group", GROUP_LIMIT), kept, _at(filing, "favourite", bool), _text(filing, "notes", NOTES_LIMIT))


def _browser(name: str) -> str:
    return name if _BROWSER.fullmatch(name) else ""


def _sign_in(found: object) -> bytes:
    text = _text(found, "signIn", _SIGN_IN_LIMIT)
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise _wrong(said("a sign-in is damaged")) from None


def _many(document: object, key: str) -> list[Any]:
    found: list[Any] = _at(document, key, list)
    if len(found) > MOST:
        raise _wrong(said("it has more than {most} entries", most=MOST))
    return found


def _id(found: object) -> str:
    text = _text(found, "id", 32)
    if not _ID.fullmatch(text):
        raise _wrong(said("an id in it is not valid"))
    return text


def _cloud(found: object) -> str:
    text = _text(found, "cloud", _NAME_LIMIT)
    if not _CLOUD.fullmatch(text):
        raise _wrong(said("a cloud in it is not valid"))
    return text


def _place(found: object, key: str, count: int) -> int:
    place: int = _at(found, key, int)
    if not 0 <= place < count:
        raise _wrong(said("{key} is missing", key=key))
    return place


def _text(found: object, key: str, limit: int) -> str:
    text: str = _at(found, key, str)
    if len(text) > limit:
        raise _wrong(said("{key} is too long", key=key))
    if any("\ud800" <= character <= "\udfff" or character == "\0" for character in text):
        raise _wrong(said("{key} has characters that are not allowed", key=key))
    return text


def _at(found: object, key: str, kind: type | tuple[type, ...]) -> Any:
    value = found.get(key) if isinstance(found, dict) else None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _wrong(said("{key} is missing or of another kind", key=key))
    return value


def _once(keys: Sequence[object], what: str) -> None:
    if len(set(keys)) != len(keys):
        raise _wrong(said("it has the same {what} twice", what=what))


def _wrong(why: str) -> BadInput:
    return BadInput(
        said("This file cannot be used: {why}.", why=why),
        next_step="Make it again on the other machine. Nothing was changed here.",
        title="Not a file for moving",
    )
