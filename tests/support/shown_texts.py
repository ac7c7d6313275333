"""Every text that a window has: what is seen, tool tips, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QWidget

_PROPERTIES = (
    "text",
    "title",
    "windowTitle",
    "toolTip",
    "placeholderText",
    "accessibleName",
    "accessibleDescription",
    "prefix",
    "suffix",
    "specialValueText",
)
_ROLES = {
    "shown": Qt.ItemDataRole.DisplayRole,
    "tip": Qt.ItemDataRole.ToolTipRole,
    "read": Qt.ItemDataRole.AccessibleTextRole,
    "described": Qt.ItemDataRole.AccessibleDescriptionRole,
}
_MOST_ROWS = 40
"""Rows of a list that are looked at: they are alike."""


def shown_texts(window: QWidget) -> list[tuple[str, str]]:
    """Return where each text of a window is, and what it says; parts that were never shown have texts too."""
    found: list[tuple[str, str]] = []
    for part in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
        where = f"{type(part).__name__} {part.objectName()}".strip()
        for name in _PROPERTIES:
            text = part.property(name)
            if isinstance(text, str) and text and not (name == "text" and isinstance(part, QLineEdit)):
                found.append((f"{where} {name}", text))
        if isinstance(part, QTabBar):
            found += [(f"{where} tab", part.tabText(at)) for at in range(part.count())]
        elif isinstance(part, QComboBox):
            found += [(f"{where} choice", part.itemText(at)) for at in range(part.count())]
        elif isinstance(part, QAbstractItemView) and part.model() is not None and not _of_a_choice(part):
            found += [(f"{where} {what}", text) for what, text in _of_model(part.model(), QModelIndex())]
        elif isinstance(part, QPlainTextEdit) and part.isReadOnly():
            found.append((f"{where} text", part.toPlainText()))
    return found


def _of_a_choice(view: QWidget) -> bool:
    above = view.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox):
            return True
        above = above.parentWidget()
    return False


def _of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[str, str]]:
    # A list model's own count of columns is private
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    if not parent.isValid():
        for column in range(columns):
            title = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            if isinstance(title, str):
                yield f"heading {column}", title
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for name, role in _ROLES.items():
                text = index.data(role)
                if isinstance(text, str) and text:
                    yield f"{row}:{column} {name}", text
            if column == 0 and model.rowCount(index):
                yield from _of_model(model, index)
