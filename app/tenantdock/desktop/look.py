"""How the windows look: palette, colours of customers, spacing, icons."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from tenantdock.desktop.palettes import frame_colour, is_dark, is_high, palette
from tenantdock.desktop.shades import blend, contrast, ink, luminance
from tenantdock.desktop.texts import tr
from tenantdock.domain.colours import COLOURS, NEUTRAL
from tenantdock.shipped import resources

__all__ = [
    "NEUTRAL",
    "UNIT",
    "badge_colours",
    "blend",
    "colours",
    "contrast",
    "fit_on_screen",
    "folder",
    "frame_colour",
    "is_dark",
    "is_high",
    "luminance",
    "muted",
    "palette",
    "program_icon",
    "scaled",
    "tinted",
]

UNIT: Final = 8
"""The grid: margins and gaps are multiples of it, in device-independent pixels."""

_Role = QPalette.ColorRole


def colours() -> list[tuple[str, str]]:
    """Return the colours to choose from for a customer, each with its name."""
    names = (tr("Blue"), tr("Teal"), tr("Green"), tr("Olive"), tr("Orange"), tr("Red"), tr("Magenta"), tr("Violet"), tr("Grey"))
    return list(zip((*COLOURS, NEUTRAL), names, strict=True))


@lru_cache(maxsize=64)
def badge_colours(colour: str) -> tuple[QColor, QColor]:
    """Return the fill of a customer's badge and a text colour that can be read on it."""
    fill = QColor(colour)
    # What is no colour, or not quite one, must not make a text unreadable
    fill = QColor(fill.rgb()) if fill.isValid() else QColor(NEUTRAL)
    return fill, ink(fill)


def muted(palette: QPalette) -> QColor:
    """Return the colour of secondary text, still readable (about 5 : 1) on both grounds."""
    text = palette.color(_Role.Text)
    return text if is_high(palette) else blend(text, palette.color(_Role.Base), 0.7)


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


def folder() -> Path:
    """Return the folder of the icons."""
    return resources() / "icons"


def program_icon(largest: int = 256) -> QIcon:
    """Return the program's own icon, in colours that can be read on a light and on a dark panel, in sizes up to *largest* pixels.

    Rendered ahead of time by ``packaging/icons.py``: loading Qt's SVG library for it costs 1 ms and 2 MB at start.
    """
    icon = QIcon()
    for size in (16, 22, 24, 32, 48, 64, 128, 256):
        if size <= largest:
            icon.addFile(str(folder() / f"tenantdock-{size}.png"), QSize(size, size))
    return icon


def tinted(name: str, colour: QColor) -> QIcon:
    """Return one of our one-coloured icons in *colour*."""
    image = QPixmap(str(folder() / f"{name}.png"))
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setBackground(colour)
    painter.eraseRect(image.rect())  # not fillRect(), whose many kinds of arguments cost PySide 2 ms at the first call
    painter.end()
    return QIcon(image)


def fit_on_screen(widget: QWidget, wanted: QSize) -> QSize:
    """Return *wanted*, made smaller where the screen is smaller."""
    screen = widget.screen() or QGuiApplication.primaryScreen()
    room = screen.availableGeometry().size()
    return wanted.boundedTo(QSize(room.width() - 4 * UNIT, room.height() - 8 * UNIT))
