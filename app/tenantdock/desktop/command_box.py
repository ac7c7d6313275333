"""A command to be run in a terminal: all of it to be read, on several lines where it has to be, and copied by a button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Card, Label, SmallButton, named, spaced
from tenantdock.desktop.texts import outside, tr


class CommandBox(Card):
    """Build it with the object names of the text and of the button. What is copied is the command as it was given."""

    def __init__(self, name: str, copy_name: str, text: str = "") -> None:
        super().__init__()
        self.body.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        self._command = ""
        self._label = Label("", "mono", wrap=True)
        named(self._label, name)
        self._label.setAccessibleName(tr("Command to install it"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._label.setSizePolicy(policy)
        self._copy = SmallButton(tr("Copy"))
        named(self._copy, copy_name)
        self._copy.clicked.connect(self._copied)
        row = spaced(QHBoxLayout())
        row.addWidget(self._label, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.show_text(text)

    def text(self) -> str:
        """Return the command."""
        return self._command

    def show_text(self, text: str) -> None:
        """Show another command."""
        self._command = text
        self._label.setText(outside(text, 500))
        self._label.setAccessibleDescription(self._label.text())
        self._copy.setText(tr("Copy"))
        self._copy.setAccessibleName(tr("Copy: {what}", what=self._label.text()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters wide: it wraps."""
        return QSize(self.fontMetrics().averageCharWidth() * 24, super().minimumSizeHint().height())

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._command)
        self._copy.setText(tr("Copied"))
        self._copy.updateGeometry()
