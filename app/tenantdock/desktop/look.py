"""How the windows look: palette, colours of customers, spacing, icons."""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tenantdock.desktop.texts import tr
from tenantdock.shipped import resources

UNIT: Final = 8
"""The grid: margins and gaps are multiples of it, in device-independent pixels."""

NEUTRAL: Final = "#56606b"
_Role = QPalette.ColorRole

_LIGHT: Final = {
    _Role.Window: "#f4f5f7",
    _Role.WindowText: "#1a1d21",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f4f5f7",
    _Role.Text: "#1a1d21",
    _Role.Button: "#fdfdfe",
    _Role.ButtonText: "#1a1d21",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: "#0f62a8",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#0f62a8",
    _Role.Link: "#0f62a8",
    _Role.LinkVisited: "#5b3fb5",
    _Role.PlaceholderText: "#5c6570",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#1a1d21",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#e6e8ec",
    _Role.Mid: "#868e99",
    _Role.Dark: "#9aa1ab",
    _Role.Shadow: "#6b7280",
}
_DARK: Final = {
    _Role.Window: "#22262b",
    _Role.WindowText: "#e8eaed",
    _Role.Base: "#17191d",
    _Role.AlternateBase: "#1d2024",
    _Role.Text: "#e8eaed",
    _Role.Button: "#30363d",
    _Role.ButtonText: "#e8eaed",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: "#2a74b8",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#5aa9ec",
    _Role.Link: "#7cbcf2",
    _Role.LinkVisited: "#b9a4f5",
    _Role.PlaceholderText: "#a0a8b3",
    _Role.ToolTipBase: "#2f343a",
    _Role.ToolTipText: "#e8eaed",
    _Role.Light: "#3d444c",
    _Role.Midlight: "#353b42",
    _Role.Mid: "#6c7681",
    _Role.Dark: "#15171a",
    _Role.Shadow: "#0c0d0f",
}


def colours() -> list[tuple[str, str]]:
    """Return the colours to choose from for a customer, each with its name. White text on each meets WCAG AA (4.5 : 1)."""
    return [
        ("#1d5fb4", tr("Blue")),
        ("#0b6e74", tr("Teal")),
        ("#2c7031", tr("Green")),
        ("#6b6100", tr("Olive")),
        ("#9a4b00", tr("Orange")),
        ("#b3261e", tr("Red")),
        ("#9c2a7a", tr("Magenta")),
        ("#6241b8", tr("Violet")),
        (NEUTRAL, tr("Grey")),
    ]


def suggested_colour(tenant_id: str) -> str:
    """Return a colour that is always the same for a tenant, so that customers differ without anyone choosing."""
    choice = colours()[:-1]
    return choice[zlib.crc32(tenant_id.encode()) % len(choice)][0]


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2.2, "relative luminance")."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's constants

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=64)
def badge_colours(colour: str) -> tuple[QColor, QColor]:
    """Return the fill of a customer's badge and a text colour that can be read on it."""
    fill = QColor(colour or NEUTRAL)
    white, black = QColor("#ffffff"), QColor("#000000")
    return fill, white if contrast(white, fill) >= 4.5 else black  # noqa: PLR2004 - WCAG AA


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than its ground."""
    return luminance(palette.color(_Role.WindowText)) > luminance(palette.color(_Role.Window))


def blend(one: QColor, other: QColor, part: float) -> QColor:
    """Return *part* of *one* mixed with the rest of *other*."""
    return QColor.fromRgbF(
        one.redF() * part + other.redF() * (1 - part),
        one.greenF() * part + other.greenF() * (1 - part),
        one.blueF() * part + other.blueF() * (1 - part),
    )


def muted(palette: QPalette) -> QColor:
    """Return the colour of secondary text, still readable (about 5 : 1) on both grounds."""
    return blend(palette.color(_Role.Text), palette.color(_Role.Base), 0.7)


def scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """Return *font* in another size and weight. Works for fonts set in points and in pixels."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(round(font.pixelSize() * factor))
    if weight is not None:
        result.setWeight(weight)
    return result


def palette(*, dark: bool) -> QPalette:
    """Return our palette for a system that brings none of its own."""
    result = QPalette()
    for role, colour in (_DARK if dark else _LIGHT).items():
        result.setColor(role, QColor(colour))
    text, ground = result.color(_Role.Text), result.color(_Role.Window)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, blend(text, ground, 0.45))
    result.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, result.color(_Role.Mid))
    return result


class Theme(QObject):
    """Keeps our palette in step with the system's light and dark, live.

    Systems with a theme of their own (Windows, macOS, KDE) keep theirs: ours replaces only the bare Fusion one, which Qt uses where
    nothing else is set.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._ours = application.palette().color(_Role.Window) == application.style().standardPalette().color(_Role.Window)
        if self._ours and application.style().objectName() == "fusion":
            self._follow(application.styleHints().colorScheme())
            application.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._application.setPalette(palette(dark=scheme == Qt.ColorScheme.Dark))


def folder() -> Path:
    """Return the folder of the icons."""
    return resources() / "icons"


def program_icon() -> QIcon:
    """Return the program's own icon, in colours that can be read on a light and on a dark panel.

    Rendered ahead of time by ``packaging/icons.py``: loading Qt's SVG library for it costs 1 ms and 2 MB at start.
    """
    icon = QIcon()
    for size in (16, 22, 24, 32, 48, 64, 128, 256):
        icon.addFile(str(folder() / f"tenantdock-{size}.png"), QSize(size, size))
    return icon


def tinted(name: str, colour: QColor) -> QIcon:
    """Return one of our one-coloured icons in *colour*."""
    image = QPixmap(str(folder() / f"{name}.png"))
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), colour)
    painter.end()
    return QIcon(image)


def fit_on_screen(widget: QWidget, wanted: QSize) -> QSize:
    """Return *wanted*, made smaller where the screen is smaller."""
    screen = widget.screen() or QGuiApplication.primaryScreen()
    room = screen.availableGeometry().size()
    return wanted.boundedTo(QSize(room.width() - 4 * UNIT, room.height() - 8 * UNIT))
