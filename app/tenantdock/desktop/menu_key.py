"""Shift+F10 opens the menu of what has the focus, also where Qt only knows the menu key, which many keyboards lack."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

KEYS = "Shift+F10"


def add_menu_key(window: QWidget) -> None:
    """Have the keys open menus in *window*. Windows itself does so."""
    if sys.platform != "win32":
        QShortcut(QKeySequence(KEYS), window, lambda: open_menu(window))


def open_menu(window: QWidget) -> None:
    """Ask the widget with the focus for its menu, as Qt does for the menu key (``QWidgetWindow::handleContextMenuEvent``)."""
    widget = window.focusWidget()
    if widget is not None and widget.isEnabled():
        place = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = QRectF(place if isinstance(place, (QRect, QRectF)) else widget.rect()).toRect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
        QApplication.sendEvent(widget, event)
