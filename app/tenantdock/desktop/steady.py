"""Rows stay under the mouse when a notice comes or goes above them: a double click must not land on another customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMoveEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tenantdock.desktop.listing import ConnectionList


class Steady(QObject):
    """Scrolls *rows* by as much as *below*, which holds it, is moved by *notices*, while the mouse is over the rows; and back."""

    def __init__(self, rows: ConnectionList, below: QWidget, notices: QWidget) -> None:
        super().__init__(rows)
        self._rows = rows
        self._notices = notices
        self._height = self._height_now()
        self._scrolled = 0
        below.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look why the rows move."""
        if event.type() == QEvent.Type.Move and isinstance(event, QMoveEvent):
            height, before = self._height_now(), self._height
            self._height = height
            by = event.pos().y() - event.oldPos().y() if height != before else 0
            if by > 0 and self._rows.viewport().underMouse():
                self._scroll(by)
            elif by < 0 and self._scrolled > 0:
                self._scroll(max(by, -self._scrolled))
        return super().eventFilter(watched, event)

    def _height_now(self) -> int:
        return 0 if self._notices.isHidden() else self._notices.height()

    def _scroll(self, by: int) -> None:
        bar = self._rows.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by)
        self._scrolled += bar.value() - before
