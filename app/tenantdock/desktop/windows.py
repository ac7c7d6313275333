"""The dialogs that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from tenantdock.desktop.loop import Loop
    from tenantdock.desktop.trouble import Answered


class Windows:
    """The dialogs that are open. They are kept alive here and end with the program. *dropped* is called when one was let go."""

    def __init__(self, loop: Loop, main: QWidget, dropped: Callable[[], None] = lambda: None) -> None:
        self._loop = loop
        self._main = main
        self._dropped = dropped
        self._open: set[QDialog] = set()

    @property
    def parent(self) -> QWidget | None:
        """The window that new ones belong to: none while it is hidden, or they would be hidden with it on some systems."""
        return self._main if self._main.isVisible() else None

    def all(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        return list(self._open)

    def keep(self, dialog: QDialog) -> None:
        """Keep a dialog alive."""
        self._open.add(dialog)

    def drop(self, dialog: QDialog) -> None:
        """Let a dialog go."""
        self._open.discard(dialog)
        dialog.hide()
        dialog.deleteLater()
        self._dropped()

    async def ask(self, dialog: Answered) -> Any:
        """Show a dialog and wait for its answer. It blocks nothing but the dialog that it belongs to, which must not go first."""
        parent = dialog.parentWidget()
        if parent is not None and parent.inherits("QDialog"):
            dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.keep(dialog)
        try:
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()
            return await self._loop.emitted(dialog.answered)
        finally:
            self.drop(dialog)
