"""Exporting customers for other programs: to CSV, which spreadsheets open, and to a JSON document. Neither holds a secret."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import Connection
from tenantdock.domain.errors import BadInput
from tenantdock.domain.ports import Clock, Directory
from tenantdock.workflows import documents, files
from tenantdock.workflows.formulas import neutral
from tenantdock.workflows.mapping import Field
from tenantdock.workflows.wanted import portable_browser

CSV_SUFFIX: Final = ".csv"
JSON_SUFFIX: Final = ".json"
_COLUMNS: Final = {
    Field.NAME: "Name",
    Field.TENANT_ID: "Tenant ID",
    Field.DOMAIN: "Domain",
    Field.TENANT_NAME: "Tenant name",
    Field.USERNAME: "User name",
    Field.CLOUD: "Cloud",
    Field.SERVICES: "Services",
    Field.GROUP: "Group",
    Field.TAGS: "Tags",
    Field.FAVOURITE: "Favourite",
    Field.COLOUR: "Colour",
    Field.BROWSER: "Browser",
    Field.NOTES: "Notes",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written to *path*."""

    path: Path
    customers: int


class Exporting:
    """Writes all customers to a file."""

    def __init__(self, *, directory: Directory, clock: Clock) -> None:
        self._directory = directory
        self._clock = clock

    def to_csv(self, path: Path, delimiter: str, cancel: Cancel, *, over: bool = False) -> Exported:
        """Write a CSV file (UTF-8, marked as such) with *delimiter*. Its ending is added where there is none. A
        file that is there is replaced only with *over*.

        Raises :class:`BadInput` (nothing saved), :class:`AlreadyThere`, :class:`StorageTrouble`, :class:`Cancelled`; a file
        that was there stays then.
        """
        connections = self._every(cancel)
        return self._write(files.suffixed(path, CSV_SUFFIX), table(connections, delimiter), len(connections), cancel, over=over)

    def to_json(self, path: Path, cancel: Cancel, *, over: bool = False) -> Exported:
        """Write a JSON document; see docs/customers-file.md. Raises as :meth:`to_csv` does."""
        connections = self._every(cancel)
        document = documents.written(connections, self._clock.now())
        return self._write(files.suffixed(path, JSON_SUFFIX), document, len(connections), cancel, over=over)

    def _every(self, cancel: Cancel) -> list[Connection]:
        cancel.check()
        connections = self._directory.every()
        if not connections:
            raise BadInput("There is nothing to export: no customer is saved here.", next_step="Add a customer first.")
        return connections

    def _write(self, path: Path, contents: bytes, count: int, cancel: Cancel, *, over: bool) -> Exported:
        cancel.check()
        files.write(path, contents, over=over)
        return Exported(path, count)


def table(connections: Iterable[Connection], delimiter: str) -> bytes:
    """Return a CSV file of *connections*, none of whose cells is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(_COLUMNS.values())
    for each in connections:
        told = _texts(each)
        writer.writerow(neutral(told[field]) for field in _COLUMNS)
    # The mark is what makes Excel read UTF-8
    return text.getvalue().encode("utf-8-sig", "replace")


def _texts(each: Connection) -> dict[Field, str]:
    return {
        Field.NAME: each.name,
        Field.TENANT_ID: each.tenant.id,
        Field.DOMAIN: each.tenant.domain,
        Field.TENANT_NAME: each.tenant.name,
        Field.USERNAME: each.account.username,
        Field.CLOUD: each.tenant.cloud,
        Field.SERVICES: ", ".join(each.services),
        Field.GROUP: each.filing.group,
        Field.TAGS: ", ".join(each.filing.tags),
        Field.FAVOURITE: "yes" if each.filing.favourite else "no",
        Field.COLOUR: each.console.colour,
        Field.BROWSER: portable_browser(each.browser.browser),
        Field.NOTES: each.filing.notes,
    }
