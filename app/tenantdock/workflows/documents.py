"""The open export: customers in a JSON document that any program can write and read. docs/customers-file.md describes it.

It is the unsealed sibling of what :mod:`tenantdock.workflows.carried` puts under a passphrase, and holds less: no sign-ins, no
identities that accounts are pinned to, and nothing that would run on another machine (shells, folders, start-up commands).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, Final

from tenantdock.domain.clouds import Cloud
from tenantdock.domain.directory import Connection
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.workflows.mapping import Field
from tenantdock.workflows.wanted import Checker, Defaults, Told, portable_browser

FORMAT: Final = "tenantdock-customers"
VERSION: Final = 1
MOST: Final = 100_000
_STEP: Final = 250
_TEXT_LIMIT: Final = 20_000
_LISTS: Final = frozenset({Field.SERVICES, Field.TAGS})
_WRONG: Final = "Export it again, or see docs/customers-file.md for what such a file holds."


def looks_like(raw: bytes) -> bool:
    """Whether *raw* is a JSON object, and so no table."""
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def written(connections: Iterable[Connection], made: float) -> bytes:
    """Return the document. *made* is Unix time in seconds."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "made": datetime.fromtimestamp(made, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "customers": [_entry(each) for each in connections],
    }
    return json.dumps(document, ensure_ascii=True, indent=1).encode() + b"\n"


def _entry(each: Connection) -> dict[str, Any]:
    told = {
        Field.NAME: each.name,
        Field.TENANT_ID: each.tenant.id,
        Field.TENANT_NAME: each.tenant.name,
        Field.DOMAIN: each.tenant.domain,
        Field.CLOUD: each.tenant.cloud,
        Field.USERNAME: each.account.username,
        Field.SERVICES: list(each.services),
        Field.GROUP: each.filing.group,
        Field.TAGS: list(each.filing.tags),
        Field.FAVOURITE: each.filing.favourite,
        Field.COLOUR: each.console.colour,
        Field.NOTES: each.filing.notes,
        Field.BROWSER: portable_browser(each.browser.browser),
    }
    return {field.value: value for field, value in told.items()}


def read(raw: bytes, clouds: Iterable[Cloud], defaults: Defaults, step: Callable[[int], None] = lambda _done: None) -> Told:
    """Return what a document tells; an entry's number is its line. *step* is called now and then, and may raise.

    Raises :class:`BadInput` when it is no such document, or a newer TenantDock's.
    """
    document = _document(raw)
    told, checker = Told(), Checker(clouds, defaults)
    for number, entry in enumerate(document["customers"], 1):
        if number % _STEP == 1:
            step(number - 1)
        said = entry if isinstance(entry, dict) else {}
        try:
            told.wanted.append(checker.check(number, _texts(entry), empty=True))
        except BadInput as error:
            told.refuse(number, error, *(str(said.get(each.value, "")) for each in (Field.TENANT_ID, Field.DOMAIN)))
    return told


def _document(raw: bytes) -> dict[str, Any]:
    try:
        document = json.loads(raw.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise BadInput("This file is damaged: it is no JSON.", next_step=_WRONG) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadInput("This JSON file is no export of TenantDock's.", next_step=_WRONG)
    version, customers = document.get("version"), document.get("customers")
    if isinstance(version, int) and version > VERSION:
        raise BadInput("This file was made by a newer TenantDock.", next_step="Update TenantDock here, then import it again.")
    if version != VERSION or isinstance(version, bool) or not isinstance(customers, list):
        raise BadInput("This export is damaged: its version or its list of customers is missing.", next_step=_WRONG)
    if len(customers) > MOST:
        raise BadInput(
            said("The file has more than {most} customers.", most=f"{MOST:,}"),
            next_step="Split it, and import the parts one by one.",
        )
    return document


def _texts(entry: object) -> dict[Field, str]:
    if not isinstance(entry, dict):
        raise BadInput("It is no object.", next_step=_WRONG)
    texts: dict[Field, str] = {}
    for field in Field:
        value = entry.get(field.value)
        if value is None:
            continue
        if field is Field.FAVOURITE and isinstance(value, bool):
            texts[field] = "yes" if value else "no"
        elif field in _LISTS and isinstance(value, list) and all(isinstance(each, str) and "," not in each for each in value):
            texts[field] = ",".join(value)
        elif isinstance(value, str) and field not in _LISTS and field is not Field.FAVOURITE:
            texts[field] = value
        else:
            raise BadInput(said("Its {field} is of another kind.", field=field.value), next_step=_WRONG)
        if len(texts[field]) > _TEXT_LIMIT or re.search(r"[\0\ud800-\udfff]", texts[field]):
            raise BadInput(
                said("Its {field} is too long, or has characters that are not allowed.", field=field.value), next_step=_WRONG
            )
    return texts
