"""One look on every system, in step with what the person set there: light or dark, accent colour, high contrast. All of it live."""

from __future__ import annotations

import enum
import os
import sys
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tenantdock.desktop.palettes import palette, stark

STYLE: Final = "fusion"
"""The style under our own widgets: the only one of Qt's that looks alike on every system and follows a palette."""


class Look(enum.Enum):
    """What a person can choose."""

    SYSTEM = "system"
    """As the system is, light or dark, with its high contrast."""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    """High contrast, light or dark as the system is."""


class Theme(QObject):
    """Keeps the application's palette as the system and the person want it.

    One for each application, which owns it (:func:`theme`). :attr:`changed` is emitted after the palette has changed; widgets need
    no signal, Qt tells them (``PaletteChange``). What Qt itself does not tell of Linux' portal comes through :meth:`take_accent`,
    :meth:`take_dark` and :meth:`take_contrast` (``desktop/portal_looks.py``).
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._look = Look.SYSTEM
        self._portal_accent: QColor | None = None
        self._portal_dark: bool | None = None
        self._portal_high = False
        self._hints = application.styleHints()
        self._applying = self._begun = False
        self._portal: QObject | None = None
        # Before ours hides it
        system = application.palette()
        self._system_accent = _accent_of(system)
        # Kept: the wrapper of a temporary one is dead at once
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.apply)
        self._accessibility.contrastPreferenceChanged.connect(self.apply)
        self.apply()
        self._begun = True

    @property
    def look(self) -> Look:
        """What the person chose."""
        return self._look

    @property
    def dark(self) -> bool:
        """Whether the windows are dark."""
        chosen = {Look.LIGHT: False, Look.DARK: True}.get(self._look)
        return self.system_dark if chosen is None else chosen

    @property
    def system_dark(self) -> bool:
        """Whether the system's own windows are dark, whatever the person chose for ours."""
        return self._hints.colorScheme() == Qt.ColorScheme.Dark if self._portal_dark is None else self._portal_dark

    @property
    def high(self) -> bool:
        """Whether the windows are in high contrast."""
        return self._look is Look.CONTRAST or self._system_high()

    def choose(self, look: Look) -> None:
        """Take what the person chose, at once. Title bars follow where the system lets them."""
        if look is self._look:
            return
        self._look = look
        scheme = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}.get(look, Qt.ColorScheme.Unknown)
        self._hints.setColorScheme(scheme)
        self.apply()

    def take_accent(self, accent: QColor | None) -> None:
        """Take the accent colour that somebody else than Qt tells; None where there is none."""
        if accent != self._portal_accent:
            self._portal_accent = accent
            self.apply()

    def take_dark(self, dark: bool | None) -> None:
        """Take what somebody else than Qt tells of light and dark; None where the person does not mind."""
        if dark != self._portal_dark:
            self._portal_dark = dark
            self.apply()

    def take_contrast(self, high: bool) -> None:
        """Take what somebody else than Qt tells of contrast."""
        if high != self._portal_high:
            self._portal_high = high
            self.apply()

    def watch(self) -> None:
        """From now on listen to Linux' desktop portal too, where a desktop is there to have one. After the first paint."""
        if self._portal is None and sys.platform == "linux" and _has_portal():
            from tenantdock.desktop import motion  # noqa: PLC0415 - not needed for the first window
            from tenantdock.desktop.portal_looks import PortalLooks  # noqa: PLC0415 - not needed for the first window

            self._portal = PortalLooks(
                self.take_accent, self.take_dark, self.take_contrast, lambda less: motion.take_portal(less=less), self
            )

    def apply(self) -> None:
        """Set the palette that is wanted now."""
        self._applying = True
        try:
            wanted = self._wanted()
            if wanted != self._application.palette():
                self._application.setPalette(wanted)
                if self._begun:  # before the first window there is nothing to refresh, and asking takes 20 ms
                    # Widgets take the new palette with an event of their own
                    QTimer.singleShot(0, self, self._refresh)
                self.changed.emit()
        finally:
            self._applying = False

    def system_changed(self) -> None:
        """Look at the system's accent colour and palette again: they come without a signal (``Application.event``)."""
        if not self._applying:
            QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        self._applying = True
        try:
            kept = self._application.palette()
            # An empty palette is the system's own; nothing is painted before ours is back
            self._application.setPalette(QPalette())
            self._system_accent = _accent_of(self._application.palette())
            self._application.setPalette(kept)
        finally:
            self._applying = False
        self.apply()

    def _refresh(self) -> None:
        """Set style sheets again: palette(...) in one is looked up when it is set, and not when the palette changes."""
        for widget in self._application.allWidgets():
            if sheet := widget.styleSheet():
                widget.setStyleSheet(sheet)

    def _system_high(self) -> bool:
        told = self._portal_high or self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        return self._look is Look.SYSTEM and told

    def _wanted(self) -> QPalette:
        if sys.platform == "win32" and self._system_high():
            # Each colour of Windows' contrast themes is the person's own
            self._application.setPalette(QPalette())
            return stark(self._application.palette())
        return palette(dark=self.dark, high=self.high, accent=self._portal_accent or self._system_accent)


def theme() -> Theme:
    """Return the application's theme, made at the first call. On the GUI thread, after the QApplication."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - there are no windows without
    found = application.findChild(Theme)
    return found if isinstance(found, Theme) else Theme(application)


def _has_portal() -> bool:
    """Whether a desktop that says its name runs on a message bus, and somebody sees the windows."""
    here = all(os.environ.get(name) for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP"))
    return here and QGuiApplication.platformName() != "offscreen"


def _accent_of(system: QPalette) -> QColor | None:
    """Return the accent colour that the system told Qt, or None where Qt made one up (Fusion's own blue)."""
    plain = QApplication.style().standardPalette()
    for role in (QPalette.ColorRole.Accent, QPalette.ColorRole.Highlight):
        colour = system.color(QPalette.ColorGroup.Active, role)
        if colour.isValid() and colour != plain.color(QPalette.ColorGroup.Active, role) and colour.alpha():
            return QColor(colour.rgb())
    return None
