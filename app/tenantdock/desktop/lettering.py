"""Fonts with their measures, and colours, which painted rows keep from paint to paint: to make them costs more than to use them.

They are kept by the font with its screen's density, and by the palette, so that nothing of before is found once either changed.
Texts come with each paint, whatever their language.
"""

from __future__ import annotations

import math
from functools import cached_property, lru_cache, partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from tenantdock.desktop.look import blend, frame_colour, is_dark, is_high, muted, scaled

_TEXTS: Final = 512
"""Texts whose width is kept, by font."""
_FONTS: Final = 4
"""Fonts of widgets that are kept: two lists on two screens."""
# Looked up once: Python's flags take a microsecond each time
_ELIDED: Final = Qt.TextElideMode.ElideRight
_Role = QPalette.ColorRole


class Face:
    """A font with its measures in pixels; those of texts too, as the same ones come with each paint."""

    def __init__(self, font: QFont) -> None:
        self._metrics = metrics = QFontMetrics(font)
        self.font = font
        self.height = metrics.height()
        # partial: a cache asks for the documentation of what it is put around, and that of Qt's methods is a quarter of the start
        self.width = lru_cache(maxsize=_TEXTS)(partial(metrics.horizontalAdvance))
        self._cut = lru_cache(maxsize=_TEXTS)(partial(metrics.elidedText))

    @cached_property
    def ascent(self) -> int:
        """How high letters reach above the line that they stand on."""
        return self._metrics.ascent()

    @cached_property
    def line_at(self) -> int:
        """How far under letters a line is: as Qt does, so that it does not touch them."""
        return math.ceil(QFontMetricsF(self.font).underlinePos())

    @cached_property
    def line_height(self) -> int:
        """How thick that line is."""
        return max(1, self._metrics.lineWidth())

    def cut(self, text: str, room: int) -> str:
        """Return *text*, cut at its end where it is wider than *room*."""
        # Qt looks at parts of pixels: what seems to fit exactly is its to judge
        return text if self.width(text) < room else self._cut(text, _ELIDED, room)


class Faces:
    """The fonts of a row, each made when it is wanted first: a customer's name, other texts, initials, tags, and the given one."""

    def __init__(self, font: QFont, density: float) -> None:
        self.given, self.density = font, density

    @cached_property
    def plain(self) -> Face:
        """The given font."""
        return Face(self.given)

    @cached_property
    def name(self) -> Face:
        """The font of names."""
        return Face(scaled(self.given, 1.1, QFont.Weight.DemiBold))

    @cached_property
    def small(self) -> Face:
        """The font of what stands under names and beside them."""
        return Face(scaled(self.given, 0.95))

    @cached_property
    def badge(self) -> QFont:
        """The font of initials."""
        return scaled(self.given, 1.05, QFont.Weight.DemiBold)

    @cached_property
    def tag(self) -> Face:
        """The font of tags."""
        return Face(scaled(self.given, 0.85))

    @cached_property
    def average(self) -> int:
        """The average width of the given font's letters."""
        return QFontMetrics(self.given).averageCharWidth()


def faces_of(option: QStyleOptionViewItem) -> Faces:
    """Return the fonts to paint a row with."""
    return _faces(option.font, option.fontMetrics.fontDpi())


def faces_for(font: QFont) -> Faces:
    """Return the fonts with which rows are painted in a widget with this *font*."""
    return _faces(font, QFontMetrics(font).fontDpi())


def _faces(font: QFont, density: float) -> Faces:
    for found in _kept:
        # To compare fonts is quicker than to look up their names, and takes no notice of the density
        if found.density == density and found.given == font:
            return found
    made = Faces(QFont(font), density)  # an option's font is gone with the option, whoever holds it
    _kept.insert(0, made)
    del _kept[_FONTS:]
    return made


_kept: Final[list[Faces]] = []


class Inks:
    """Colours of a row, selected or not, from the program's palette as it is now."""

    def __init__(self, palette: QPalette, *, selected: bool) -> None:
        self._palette, self.selected = palette, selected
        accent = palette.color(_Role.Highlight)
        self.accent = accent
        self.ground = accent if selected else blend(accent, palette.color(_Role.Base), 0.1)
        """Of a row that is selected or under the mouse."""
        self.strong = palette.color(_Role.HighlightedText if selected else _Role.Text)
        """Of names."""
        self.soft = self.strong if selected else muted(palette)
        """Of other texts."""

    @cached_property
    def marked(self) -> QColor:
        """Of what stands out: letters that were typed, what is going on."""
        return self.strong if self.selected else self._palette.color(_Role.Link)

    @cached_property
    def alarm(self) -> QColor:
        """Of what needs a person: the amber of warnings, dark enough to be read."""
        if self.selected or is_high(self._palette):
            return self.strong
        return QColor("#f0c060" if is_dark(self._palette) else "#8a5a00")

    @cached_property
    def ring(self) -> QColor:
        """Of the frame around the row that the keyboard works on."""
        return self.strong if self.selected else self._palette.color(_Role.Accent)

    @cached_property
    def line(self) -> QColor:
        """Of a thin line around a text."""
        if self.selected:
            return blend(self.strong, self.accent, 0.6)
        return blend(self.strong, self._palette.color(_Role.Base), 0.35)

    @cached_property
    def frame(self) -> QColor:
        """Of the frame around a tag."""
        return self.strong if self.selected else frame_colour(self._palette, 0.3)

    @cached_property
    def mark(self) -> QColor:
        """Of stars and warnings: an amber that can be seen on our grounds."""
        return self.strong if self.selected else QColor("#e0a32e" if is_dark(self._palette) else "#a86f00")

    @cached_property
    def under_mark(self) -> QColor:
        """Of what is left out in a mark: the ground."""
        return self.accent if self.selected else self._palette.color(_Role.Base)


def inks_of(*, selected: bool) -> Inks:
    """Return the colours to paint with."""
    return _inks(QGuiApplication.palette().cacheKey(), selected)


@lru_cache(maxsize=8)
def _inks(_key: int, selected: bool) -> Inks:
    return Inks(QGuiApplication.palette(), selected=selected)
