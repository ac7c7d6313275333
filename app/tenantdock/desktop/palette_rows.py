"""The rows of the palette: what was found, who that is and where, with the typed letters marked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.marking import Marks, marks
from tenantdock.desktop.texts import tr
from tenantdock.domain.text import one_line

HIT: Final = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()
_KEPT: Final = 256
"""Rows whose texts are kept: with each letter typed, most of those on show are found again."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What a row says, whatever was typed."""

    name: str
    initials: str
    account: str
    place: str
    services: str
    filed: str
    own: bool = False
    """Whether the account tells the place already, being one of that domain."""

    @classmethod
    def of(cls, entry: Entry) -> Texts:
        """Return those of a connection."""
        row = entry.row
        filed = " \u00b7 ".join(one_line(part, 80) for part in (row.group.replace("/", " / "), *row.tags) if part)
        account, place = one_line(row.username, 120), where(entry)
        own = account.casefold().endswith(f"@{place.casefold()}")
        return cls(entry.name, entry.initials, account, place, entry.services, filed, own)

    @property
    def shown_place(self) -> str:
        """The place where it has to be shown beside the account, else ""."""
        return "" if self.own else self.place


@dataclass(frozen=True, slots=True)
class Hit:
    """One row as it is shown: texts and the letters in them that were typed."""

    entry: Entry
    texts: Texts
    name_marks: Marks = ()
    place_marks: Marks = ()
    account_marks: Marks = ()
    filed_marks: Marks = ()
    services_marks: Marks = ()

    @property
    def told(self) -> str:
        """All of it, for a screen reader."""
        texts = self.texts
        who = tr("{account} at {place}", account=texts.account, place=texts.place)
        favourite = tr("favourite") if self.entry.row.favourite else ""
        parts = [texts.name, who, visiting(self.entry), favourite, texts.services, texts.filed]
        return ", ".join(part for part in parts if part)


def visiting(entry: Entry) -> str:
    """Return the mark of an account that lives in another tenant, or ""."""
    return tr("Guest or partner") if entry.row.visiting else ""


def where(entry: Entry) -> str:
    """Return how the customer's tenant is known: its domain, else its name, else its id."""
    row = entry.row
    return one_line(row.domain or row.tenant_name or row.tenant_id, 120)


def hit(entry: Entry, texts: Texts, text: str) -> Hit:
    """Return the row of *entry* with the letters of *text* marked."""
    if not text:
        return Hit(entry, texts)
    return Hit(entry, texts, *marks(text, [texts.name, texts.shown_place, texts.account, texts.filed, texts.services]))


def with_news(texts: Texts, *, opened: bool, alarming: bool) -> Texts:
    """Return *texts* with what is to be known before one connects: that a console is open, that the customer needs attention."""
    news = (tr("needs attention") if alarming else "", tr("console open") if opened else "")
    return replace(texts, filed=" \u00b7 ".join(part for part in (*news, texts.filed) if part))


class PaletteModel(QAbstractListModel):
    """What was found, the best first. A row is made ready when it is first painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Entry] = ()
        self._text = ""
        self._hits: dict[int, Hit] = {}
        self._texts: dict[Entry, Texts] = {}
        self.opened: Mapping[str, str] = {}
        """The newest open console of each connection that has one, by its id."""
        self.attention: Collection[str] = ()
        """The connections that need a person's attention."""

    def show_found(self, found: Sequence[Entry], text: str) -> None:
        """Show other rows, found by *text*."""
        self.beginResetModel()
        self._found, self._text, self._hits = found, text, {}
        self.endResetModel()

    def hit(self, at: int) -> Hit | None:
        """Return a row, or None where there is none."""
        if not 0 <= at < len(self._found):
            return None
        if at not in self._hits:
            entry = self._found[at]
            if entry not in self._texts:
                if len(self._texts) == _KEPT:
                    self._texts.clear()
                self._texts[entry] = Texts.of(entry)
            texts, key = self._texts[entry], entry.row.id
            opened, alarming = key in self.opened, key in self.attention
            if opened or alarming:
                texts = with_news(texts, opened=opened, alarming=alarming)
            self._hits[at] = hit(entry, texts, self._text)
        return self._hits[at]

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """How many were found."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks for."""
        if role not in {HIT, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        found = self.hit(index.row())
        if found is None or role == HIT:
            return found
        return found.texts.name if role == Qt.ItemDataRole.DisplayRole else found.told
