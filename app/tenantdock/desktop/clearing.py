"""The cross that empties a field: one of our icons, because Qt's own can hardly be seen on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QToolButton

from tenantdock.desktop.look import muted, tinted
from tenantdock.desktop.parts import named
from tenantdock.desktop.texts import tr

_ACTION = "_q_qlineeditclearaction"


class Cross(QObject):
    """Gives a field the button that empties it, in a colour that can be seen on it. Lives as long as *edit*."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.setClearButtonEnabled(True)
        for button in edit.findChildren(QToolButton):
            name = button.objectName()
            named(button, name, tr("Clear"))
        self._draw()
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        action = self._edit.findChild(QAction, _ACTION)
        if isinstance(action, QAction):
            action.setIcon(tinted("close", muted(QGuiApplication.palette())))
