"""The process's QApplication."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from tenantdock.desktop.announcing import call_windows_windows
from tenantdock.desktop.languages import speak
from tenantdock.desktop.look import program_icon
from tenantdock.desktop.theme import STYLE, Theme, theme

_FIRST_ICON: Final = 48
"""The largest icon of a window before its first picture, in pixels: X11 wants every size drawn when a window is made."""


class Application(QApplication):
    """The application, which the system may ask to quit: Cmd+Q, a log-out, the Dock. Qt would close every window for that, and our
    main window, which hides when it is closed, would veto it.
    """

    _refitting = False
    asked_to_quit: Callable[[], bool] | None = None
    """Called when the system asks; returns whether it is done with by that. Without it Qt does what it always does."""

    def event(self, event: QEvent) -> bool:
        """Answer the system's wish to quit, and hear that its theme or font is another one."""
        if event.type() == QEvent.Type.Quit and self.asked_to_quit is not None and self.asked_to_quit():
            return True
        if event.type() == QEvent.Type.ThemeChange:
            for each in self.findChildren(Theme):
                each.system_changed()
        if event.type() == QEvent.Type.ApplicationFontChange and not self._refitting and self.allWidgets():
            self._refitting = True
            QTimer.singleShot(0, self, self._refit)
        return super().event(event)

    def _refit(self) -> None:
        from tenantdock.desktop.refitting import refit  # noqa: PLC0415 - when the system's font changes

        self._refitting = False
        refit()


def application(arguments: Sequence[str] = ("tenantdock",)) -> QApplication:
    """Return the process's QApplication, made ready for TenantDock. Call it before the agent's thread starts."""
    if "linecache" in sys.modules:
        # PySide that does not start lean leaves the source of its helpers there, for tracebacks only: 3 MB
        sys.modules["linecache"].clearcache()
    existing = QApplication.instance()
    if existing is None:
        QApplication.setStyle(STYLE)
    app = existing if isinstance(existing, QApplication) else Application(list(arguments))
    app.setApplicationName("TenantDock")
    app.setDesktopFileName("tenantdock")
    app.setQuitOnLastWindowClosed(False)
    if app.windowIcon().isNull():
        app.setWindowIcon(program_icon(_FIRST_ICON))
    _name_for_taskbar()
    if existing is None:
        call_windows_windows()
    speak()
    theme()
    return app


def _name_for_taskbar() -> None:
    """On Windows, have the taskbar show our windows as TenantDock's and not as those of Python, whose program runs it from a wheel.

    Source: https://learn.microsoft.com/windows/win32/shell/appids
    """
    if sys.platform == "win32":
        from tenantdock.winapi import library  # noqa: PLC0415 - on Windows only

        library("shell32").SetCurrentProcessExplicitAppUserModelID("TenantDock.TenantDock")
