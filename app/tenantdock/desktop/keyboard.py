"""The window that tells all keys of the main window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Label, PrimaryButton, named
from tenantdock.desktop.texts import joined, retold, tr
from tenantdock.desktop.trouble import Answered


def keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all keys, in parts: a heading, then each key (as Qt writes it, portably) with what it does."""
    return [
        (
            tr("Find"),
            [
                ("Ctrl+F", tr("Go to the search; in the list any letter does the same")),
                ("Ctrl+K", tr("Find a customer in the palette, which opens from other programs too")),
                ("Ctrl+Shift+F", tr("Filter by group, tag, favourites and more")),
                ("Esc", tr("Clear the search, then hide the window")),
            ],
        ),
        (
            tr("Selected customers"),
            [
                ("Return", tr("Connect")),
                ("F2", tr("Details; in the sidebar, rename the group or tag")),
                ("Shift+Down", tr("Select more; Ctrl+Space picks single ones, Ctrl+A all")),
                ("Ctrl+C", tr("Copy the tenant id")),
                ("Ctrl+D", tr("Favourite, or not any more")),
                ("Ctrl+M", tr("Move to a group")),
                ("Ctrl+T", tr("Tag")),
                ("Del", tr("Remove, with undo")),
                ("Ctrl+Z", tr("Undo")),
                ("Menu", tr("All that can be done (Shift+F10 where there is no menu key)")),
            ],
        ),
        (
            tr("Window"),
            [
                ("F6", tr("Next pane: search, sidebar, list, details, consoles; Shift+F6 goes back")),
                ("Ctrl+B", tr("Show or hide the sidebar")),
                ("Ctrl+I", tr("Show or hide the details panel")),
                ("Ctrl+1", tr("List of rows")),
                ("Ctrl+2", tr("List of columns")),
                ("Ctrl+N", tr("Add a customer")),
                ("F1", tr("This window")),
                ("Ctrl+O", tr("Open consoles")),
                ("Ctrl+L", tr("Lock TenantDock")),
                ("Ctrl+W", tr("Close the window")),
                ("Ctrl+Q", tr("Quit")),
            ],
        ),
    ]


class KeyboardDialog(Answered):
    """All keys, with what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Keyboard"))
        self.setObjectName("keyboardDialog")
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        grid.setColumnStretch(1, 1)
        line = 0
        for heading, part in keys():
            if line:
                grid.setRowMinimumHeight(line, UNIT)
                line += 1
            grid.addWidget(Label(heading, "heading"), line, 0, 1, 2)
            line += 1
            for key, text in part:
                shown = retold(_native, key)
                label = Label(shown, "strong")
                fitted(label, _fit)
                told = Label(text, wrap=True)
                told.setAccessibleName(joined(": ", shown, text))
                grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(told, line, 1)
                line += 1
        self.column.addLayout(grid)
        self.column.addStretch()
        self.buttons.addStretch()
        close = PrimaryButton(tr("Close"))
        named(close, "keyboardClose")
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        close.setFocus()
        self.fit(70)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def _fit(label: Label) -> None:
    label.setMinimumWidth(0)  # or it would count as wanted
    label.setIndent(label.indent())  # a label works its size out anew by that
    label.setMinimumWidth(label.sizeHint().width())
