"""Fields that complete what is typed with the names that there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import named
from tenantdock.desktop.texts import outside, tr
from tenantdock.domain.text import folded

_ROWS: Final = 8
_NAME: Final = 200


class Completion(QCompleter):
    """Offers, below *edit*, those of the *names* (asked for anew with every letter) that what is typed is in, whatever case and
    accents. With *several* names in the field it is about the one after the last comma; those that are there are not offered again.
    """

    def __init__(self, edit: QLineEdit, names: Callable[[], Sequence[str]], *, several: bool = False) -> None:
        super().__init__(edit)
        self._edit, self._names, self._several = edit, names, several
        self.names_model = QStringListModel(self)
        self.setModel(self.names_model)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)  # ours is the filter: it knows accents
        self.setMaxVisibleItems(_ROWS)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        edit.textEdited.connect(self._typed)
        edit.setCompleter(self)
        popup = QListView()
        self.setPopup(popup)
        named(popup, f"{edit.objectName()}Names", tr("Names that there are"))
        popup.setStyleSheet(
            "QListView { border: 1px solid palette(mid); background: palette(base); }"
            f"QListView::item {{ padding: {UNIT // 2}px {UNIT}px; }}"
            "QListView::item:selected { background: palette(highlight); color: palette(highlighted-text); }"
        )
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edit.installEventFilter(self)

    def offered(self, typed: str) -> list[str]:
        """Return what is offered when *typed* is in the field."""
        before, last = self._parts(typed)
        needle = folded(last.strip())
        there = {folded(part.strip()) for part in before.split(",")} if self._several else set()
        if not needle:
            return []
        fit = [name for name in self._names() if needle in folded(name) and folded(name) not in there]
        if [folded(name) for name in fit] == [needle]:
            return []  # it is typed already
        return sorted(fit, key=lambda name: not folded(name).startswith(needle))

    def splitPath(self, _path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Leave nothing to be filtered by."""
        return [""]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        """Return what stands in the field when a name is taken."""
        before, _ = self._parts(self._edit.text())
        name = str(index.data() or "")
        return f"{before.strip()} {name}".strip() if self._several else name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave undo to the window where the field has nothing to undo."""
        if watched is self._edit and leaves_undo(event, available=self._edit.isUndoAvailable()):
            return True
        return super().eventFilter(watched, event)

    def _parts(self, typed: str) -> tuple[str, str]:
        if not self._several:
            return "", typed
        before, comma, last = typed.rpartition(",")
        return before + comma, last

    def _typed(self, text: str) -> None:
        self.names_model.setStringList([outside(name, _NAME) for name in self.offered(text)])


def complete(edit: QLineEdit, names: Callable[[], Sequence[str]], *, several: bool = False) -> Completion:
    """Have *edit* complete what is typed; see :class:`Completion`."""
    return Completion(edit, names, several=several)


def leaves_undo(event: QEvent, *, available: bool) -> bool:
    """Keep the keys for undo from a field that has nothing to undo (*available*). Returns whether *event* was about that."""
    asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    if available or not asks or not event.matches(QKeySequence.StandardKey.Undo):  # type: ignore[attr-defined]  # asks says so
        return False
    event.ignore()
    return True
