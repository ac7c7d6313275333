"""Letters become larger or smaller while windows are open: the system's font is another one, or another size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tenantdock.desktop.dressing import fits_of
from tenantdock.desktop.fields import Value
from tenantdock.desktop.parts import Label


def refit() -> None:
    """Have every widget take the application's font, and what is measured by letters measured again.

    Qt itself changes those that have neither a font nor a style sheet of their own, nor stand in one that has.
    """
    for widget in QApplication.allWidgets():
        if sheet := widget.styleSheet():
            widget.setStyleSheet(sheet)
    # What stands in them gets the font with an event of its own
    _later(_measure)


def _measure() -> None:
    for widget in QApplication.allWidgets():
        widget.ensurePolished()
        if isinstance(widget, Label | Value):
            widget.take_look()
    _fit()
    # Once more for what is measured by what is in it, which has its place by then
    _later(_fit)


def _fit() -> None:
    for widget in QApplication.allWidgets():
        for fit in fits_of(widget):
            fit(widget)


def _later(do: Callable[[], object]) -> None:
    application = QApplication.instance()
    if application is not None:
        QTimer.singleShot(0, application, do)
