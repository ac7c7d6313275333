"""Which column of a table is what: guessed from its header and from what is in it. Pure.

Header names that are known, read in November 2026: those of Partner Center's Customers.csv (Microsoft ID, Company name, Primary
domain name, Relationship, Tags; https://learn.microsoft.com/partner-center/customers/see-your-customer-list), of Graph's contracts
and of CIPP's tenant list, which keeps their names (customerId, defaultDomainName, displayName;
https://github.com/KelvinTegelaar/CIPP), of Azure's tenants (tenantId, defaultDomain), of TenantDock's own export, and what people
call such columns in English and German. Microsoft documents no column names of Lighthouse's exports; "Tenant", "Tenant ID" and
"Domain" are the captions of its tenant list.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tenantdock.domain.text import folded
from tenantdock.workflows.spreadsheets import Row


class Field(enum.Enum):
    """What a column can be."""

    NAME = "name"
    TENANT_ID = "tenantId"
    DOMAIN = "domain"
    USERNAME = "username"
    TENANT_NAME = "tenantName"
    CLOUD = "cloud"
    SERVICES = "services"
    GROUP = "group"
    TAGS = "tags"
    FAVOURITE = "favourite"
    COLOUR = "colour"
    NOTES = "notes"
    BROWSER = "browser"


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is. *fields* says it by position, None for a column that is not read; *header* is whether the first row
    holds names and no customer.
    """

    header: bool
    fields: tuple[Field | None, ...]

    def at(self, field: Field) -> int | None:
        """The position of a field's column, or None."""
        return self.fields.index(field) if field in self.fields else None


# By name without case, accents and anything but letters and digits; the first that is there counts
_NAMES: Final[Mapping[Field, str]] = {
    Field.TENANT_ID: (
        "tenantid customertenantid microsoftid customerid customertenant tenantguid directoryid aadtenantid azuretenantid "
        "entratenantid organizationid mandantenid mandantid mandantenguid verzeichnisid kundenmandantid tenantkennung"
    ),
    Field.DOMAIN: (
        "defaultdomainname defaultdomain primarydomainname primarydomain domainname domain customerdomain initialdomainname "
        "initialdomain tenantdomain onmicrosoftdomain maindomain verifieddomain domane domaene primaredomane primardomane "
        "primarerdomanenname standarddomane hauptdomane domanenname kundendomane"
    ),
    Field.USERNAME: (
        "username userprincipalname upn adminuser adminusername adminaccount adminupn admin account login signinname user "
        "benutzername benutzerprinzipalname anmeldename administrator adminkonto konto benutzer anmeldung"
    ),
    Field.NAME: (
        "name connectionname customername companyname customer company displayname clientname client organizationname organization "
        "organisation kundenname kunde firmenname firma unternehmen anzeigename bezeichnung"
    ),
    Field.TENANT_NAME: "tenantname tenantdisplayname tenant nameofthetenant mandantenname mandant namedesmandanten",
    Field.CLOUD: "cloud environment umgebung",
    Field.SERVICES: "services service dienste dienst",
    Field.GROUP: "group folder groupname gruppe ordner kundengruppe",
    Field.TAGS: (
        "tags tag labels label categories category markierungen markierung kategorien kategorie stichworter "
        "stichwoerter stichworte stichwort schlagworter schlagwoerter schlagworte schlagwort etiketten"
    ),
    Field.FAVOURITE: "favourite favorite favourites favorites starred favorit favoriten",
    Field.COLOUR: "colour color farbe",
    Field.BROWSER: "browser",
    Field.NOTES: (
        "notes note remarks remark comments comment description notizen notiz bemerkungen bemerkung anmerkungen anmerkung "
        "kommentare kommentar beschreibung hinweise hinweis"
    ),
}
_BY_NAME: Final = {name: (field, rank) for field, names in _NAMES.items() for rank, name in enumerate(names.split())}
_GUID: Final = re.compile(r"\{?[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\}?")
_DOMAIN: Final = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[a-zA-Z][\w-]{1,62}")
_UPN: Final = re.compile(r"[^\s@]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")
_SHAPES: Final = ((Field.TENANT_ID, _GUID), (Field.USERNAME, _UPN), (Field.DOMAIN, _DOMAIN))
_MUST: Final = dict(_SHAPES)
_VAGUE: Final = frozenset({"admin", "administrator", "account", "adminaccount", "login", "user", "konto", "adminkonto", "benutzer"})
_NO_WORD: Final = re.compile(r"[\d\W_]*")
_SAMPLE: Final = 200
_MOST_OF: Final = 0.6


def known_name(cell: str) -> bool:
    """Whether a cell is the name of a column."""
    return _key(cell) in _BY_NAME


def guess(rows: Sequence[Row]) -> Columns:
    """Guess what the columns of *rows* are, and whether the first row holds their names."""
    if not rows:
        return Columns(header=False, fields=())
    first = [cell.strip() for cell in rows[0].cells]
    header = any(map(known_name, first)) or not any(shape.fullmatch(cell[:400]) for cell in first for _, shape in _SHAPES)
    width = max(len(row.cells) for row in rows[: _SAMPLE + 1])
    names = [_key(first[at]) if header and at < len(first) else "" for at in range(width)]
    body = rows[1 : _SAMPLE + 1] if header else rows[:_SAMPLE]
    told = _by_names(names)
    found = _by_values(told, names, body, width)
    if Field.NAME not in found and Field.TENANT_NAME in found:
        found[Field.NAME] = found.pop(Field.TENANT_NAME)
    if Field.NAME not in found and (free := _words(set(found.values()), body, width)):
        found[Field.NAME] = free[0]
    at_column = {at: field for field, at in found.items()}
    return Columns(header, tuple(at_column.get(at) for at in range(width)))


def _by_names(names: Sequence[str]) -> dict[Field, int]:
    """The column of each field by the best of its names that is there."""
    best: dict[Field, tuple[int, int]] = {}
    for at, name in enumerate(names):
        if name in _BY_NAME:
            field, rank = _BY_NAME[name]
            best[field] = min(best.get(field, (rank, at)), (rank, at))
    return {field: at for field, (_, at) in best.items()}


def _by_values(told: Mapping[Field, int], names: Sequence[str], body: Sequence[Row], width: int) -> dict[Field, int]:
    """Take a name's word for it only where the values do not say otherwise, and find what no name told."""
    shape_of = {at: next((field for field, shape in _SHAPES if _share(body, at, shape) >= _MOST_OF), None) for at in range(width)}
    found = {field: at for field, at in told.items() if field in _MUST and _is(field, names[at], shape_of[at], _filled(body, at))}
    # A "Tenant" that holds ids is no name, unless the ids are elsewhere
    others = {field: shape_of[at] for field, at in told.items() if field not in _MUST}
    names_alone = {Field.NAME, Field.TENANT_NAME}
    found |= {field: told[field] for field, shape in others.items() if shape is None or shape in found or field not in names_alone}
    taken = set(found.values())
    for at in range(width):
        shape = shape_of[at]
        # The ids of users and subscriptions look like those of tenants
        if shape is not None and shape not in found and at not in taken and not (shape is Field.TENANT_ID and _other_id(names[at])):
            found[shape] = at
            taken.add(at)
    return found


def _is(field: Field, name: str, shape: Field | None, cells: Sequence[str]) -> bool:
    """Whether a column that is called *name* is *field*: not a "Tenant ID" of domains, nor an "Account" of first names."""
    if shape is None and name in _VAGUE:
        return not cells or any(_MUST[field].fullmatch(cell[:400]) for cell in cells)
    return shape in {field, None}


def _other_id(name: str) -> bool:
    return any(part in name for part in ("object", "subscription", "user", "contract", "relationship", "app", "group", "commerce"))


def _words(taken: set[int], body: Sequence[Row], width: int) -> list[int]:
    """Columns that nobody claimed and that hold words."""
    free = (at for at in range(width) if at not in taken and _filled(body, at))
    return [at for at in free if not any(_share(body, at, shape) for _, shape in _SHAPES) and _share(body, at, _NO_WORD) < _MOST_OF]


def _share(body: Sequence[Row], at: int, shape: re.Pattern[str]) -> float:
    cells = _filled(body, at)
    return sum(bool(shape.fullmatch(cell[:400])) for cell in cells) / len(cells) if cells else 0.0


def _filled(body: Sequence[Row], at: int) -> list[str]:
    return [cell for row in body if at < len(row.cells) and (cell := row.cells[at].strip())]


def _key(cell: str) -> str:
    return re.sub(r"[\W_]+", "", folded(cell[:100]))
