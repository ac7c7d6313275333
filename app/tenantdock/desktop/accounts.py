"""Saved accounts, offered while one types a user name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_TOP: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Known:
    """A saved account: user name, cloud id, and how it is shown."""

    name: str
    cloud: str
    shown: str


class KnownAccounts(QAbstractListModel):
    """The accounts as a model that makes nothing for those which are not on show: there may be thousands."""

    NAME: Final = Qt.ItemDataRole.UserRole
    CLOUD: Final = Qt.ItemDataRole.UserRole + 1

    def __init__(self, known: list[Known], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._known)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is shown, the user name or the cloud."""
        account = self._known[index.row()]
        if role == self.NAME:
            return account.name
        if role == Qt.ItemDataRole.DisplayRole:
            return account.shown
        return account.cloud if role == self.CLOUD else None


class AccountEdit(QLineEdit):
    """A field for a user name; Down shows the saved ones."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the list of saved accounts, as a combo box does."""
        completer = self.completer()
        if event.key() == Qt.Key.Key_Down and completer is not None:
            completer.setCompletionPrefix(self.text())
            completer.complete()
            return
        super().keyPressEvent(event)
