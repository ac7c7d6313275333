"""The palettes of the windows: light, dark, and both in high contrast, each with the person's accent colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette

from tenantdock.desktop.shades import AA_SHAPE, AA_TEXT, blend, contrast, ink, luminance, seen_on

_Role = QPalette.ColorRole
_ACTIVE: Final = QPalette.ColorGroup.Active
"""Asked for by name: a widget that is off has its palette answer with colours of what is off."""
_Colours = dict[QPalette.ColorRole, str]

ACCENT: Final = "#0f62a8"
"""The accent where the system tells none."""

_LIGHT: Final[_Colours] = {
    _Role.Window: "#f4f5f7",
    _Role.WindowText: "#1a1d21",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f4f5f7",
    _Role.Text: "#1a1d21",
    _Role.Button: "#fdfdfe",
    _Role.ButtonText: "#1a1d21",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: ACCENT,
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: ACCENT,
    _Role.Link: ACCENT,
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
_DARK: Final[_Colours] = {
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
_GROUNDS: Final = (_Role.Window, _Role.Base, _Role.AlternateBase, _Role.Button, _Role.ToolTipBase)
_INKS: Final = (
    _Role.WindowText,
    _Role.Text,
    _Role.ButtonText,
    _Role.BrightText,
    _Role.ToolTipText,
    _Role.PlaceholderText,
    _Role.Light,
    _Role.Midlight,
    _Role.Mid,
    _Role.Dark,
    _Role.Shadow,
)
_STARK: Final = {
    False: ("#ffffff", "#000000", "#00257a", "#00257a", "#4b0082", "#595959"),
    True: ("#000000", "#ffffff", "#ffe14d", "#8fd3ff", "#e0b3ff", "#a8a8a8"),
}
"""High contrast, by darkness: ground, text, selection, links, visited, off. Each meets AAA (7 : 1) on it."""


def palette(*, dark: bool, high: bool = False, accent: QColor | None = None) -> QPalette:
    """Return our palette.

    *high* gives pure black and white, with lines as strong as text; the accent then says nothing. *accent* is the colour that the
    person chose in the system, None for ours: it is made lighter or darker as far as it takes to see it and to read on it.
    """
    result = QPalette()
    if high:
        _stark(result, dark=dark)
        return result
    for role, colour in (_DARK if dark else _LIGHT).items():
        result.setColor(role, QColor(colour))
    if accent is not None:
        _accent(result, accent, dark=dark)
    text, ground = result.color(_Role.Text), result.color(_Role.Window)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, blend(text, ground, 0.45))
    result.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, result.color(_Role.Mid))
    return result


def stark(system: QPalette) -> QPalette:
    """Return the system's own high-contrast palette, with lines as strong as its text: Windows lets people choose each colour."""
    result = QPalette(system)
    for role in (_Role.Mid, _Role.Dark, _Role.Midlight, _Role.Shadow):
        result.setColor(role, system.color(_Role.WindowText))
    return result


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than its ground."""
    return luminance(palette.color(_ACTIVE, _Role.WindowText)) > luminance(palette.color(_ACTIVE, _Role.Window))


def is_high(palette: QPalette) -> bool:
    """Whether a palette is one of high contrast: its lines are as strong as its text. No other one has that."""
    return palette.color(_ACTIVE, _Role.Dark) == palette.color(_ACTIVE, _Role.WindowText)


def frame_colour(palette: QPalette, strength: float = 0.25) -> QColor:
    """Return the colour of a frame or a rule: *strength* of the text's, or all of it in high contrast."""
    text = palette.color(QPalette.ColorGroup.Active, _Role.WindowText)
    return text if is_high(palette) else blend(text, palette.color(_Role.Window), strength)


def _accent(result: QPalette, accent: QColor, *, dark: bool) -> None:
    grounds = [result.color(_Role.Base), result.color(_Role.Window), result.color(_Role.Button)]
    towards = "#ffffff" if dark else "#000000"
    fill = seen_on(accent, grounds, AA_SHAPE, towards=towards)
    if contrast(QColor("#ffffff"), fill) < AA_TEXT and not dark:
        fill = seen_on(accent, [QColor("#ffffff")], AA_TEXT, towards=towards)  # white text, as everywhere in the light windows
    text = seen_on(accent, grounds, AA_TEXT, towards=towards)
    result.setColor(_Role.Highlight, fill)
    result.setColor(_Role.HighlightedText, ink(fill))
    result.setColor(_Role.Accent, text)
    result.setColor(_Role.Link, text)


def _stark(result: QPalette, *, dark: bool) -> None:
    ground, text, chosen, link, visited, off = map(QColor, _STARK[dark])
    for roles, colour in (
        (_GROUNDS, ground),
        (_INKS, text),
        ((_Role.Highlight, _Role.Accent), chosen),
        ((_Role.HighlightedText,), ground),
        ((_Role.Link,), link),
        ((_Role.LinkVisited,), visited),
    ):
        for role in roles:
            result.setColor(role, colour)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.Highlight):
        result.setColor(QPalette.ColorGroup.Disabled, role, off)
