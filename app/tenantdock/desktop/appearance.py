"""The colours and the language that the person chose, put on at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tenantdock.desktop.languages import speak
from tenantdock.desktop.look import palette
from tenantdock.domain.settings import Theme

if TYPE_CHECKING:
    from tenantdock.domain.settings import Settings

_SCHEMES: Final = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark, Theme.CONTRAST: Qt.ColorScheme.Dark}
_Role = QPalette.ColorRole
_CONTRAST: Final = {
    "#000000": (_Role.Window, _Role.Base, _Role.AlternateBase, _Role.Button, _Role.ToolTipBase, _Role.HighlightedText, _Role.Dark),
    "#ffffff": (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.BrightText, _Role.ToolTipText, _Role.Mid, _Role.Light),
    "#ffd500": (_Role.Highlight, _Role.Accent, _Role.Link, _Role.LinkVisited),
    "#e0e0e0": (_Role.PlaceholderText, _Role.Midlight, _Role.Shadow),
}
"""White and yellow on black: every pair is above 13 : 1, where WCAG AAA asks for 7 : 1."""


class Appearance(QObject):
    """Puts a theme on an application, and keeps it on while the system changes between light and dark."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.setObjectName("appearance")
        self._application = application
        self._theme = Theme.SYSTEM
        # What there is without a choice: the system's own, or ours in step with it (look.Theme)
        self._before = QPalette(application.palette())
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._put_on())

    def choose(self, theme: Theme) -> None:
        """Put *theme* on."""
        if theme is self._theme:
            return
        before, self._theme = self._theme, theme
        hints = self._application.styleHints()
        if theme is Theme.SYSTEM:
            hints.unsetColorScheme()
            self._paint(self._ours_before())
            return
        if before is Theme.SYSTEM:
            self._before = QPalette(self._application.palette())
        # For what the system draws itself, such as title bars; where it cannot, nothing happens
        hints.setColorScheme(_SCHEMES[theme])
        self._put_on()

    def _ours_before(self) -> QPalette:
        """Our own palette follows what the system is now; another one is the system's, and comes back by itself."""
        for dark in (False, True):
            ours = palette(dark=dark)
            if ours.color(_Role.Window) == self._before.color(_Role.Window):
                return palette(dark=self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark)
        return self._before

    def _put_on(self) -> None:
        if self._theme is Theme.CONTRAST:
            self._paint(high_contrast())
        elif self._theme is not Theme.SYSTEM:
            self._paint(palette(dark=self._theme is Theme.DARK))

    def _paint(self, colours: QPalette) -> None:
        self._application.setPalette(colours)
        # Widgets take the new palette with an event of their own
        QTimer.singleShot(0, self, self._refresh)

    def _refresh(self) -> None:
        """Set style sheets again: palette(...) in one is looked up when it is set, and not when the palette changes."""
        for widget in self._application.allWidgets():
            if sheet := widget.styleSheet():
                widget.setStyleSheet(sheet)


def high_contrast() -> QPalette:
    """Return the palette with the strongest contrast."""
    result = palette(dark=True)
    for colour, roles in _CONTRAST.items():
        for role in roles:
            result.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor("#b0b0b0"))
    return result


def appearance() -> Appearance:
    """Return the application's own, made when it is first wanted."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - there is no window without one
    found = application.findChild(Appearance, "appearance")
    return found if found is not None else Appearance(application)


def dress(settings: Settings) -> None:
    """Put on what the person chose. Windows that are there keep their language."""
    appearance().choose(settings.theme)
    speak(settings.language)
