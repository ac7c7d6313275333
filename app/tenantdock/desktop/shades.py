"""Arithmetic of colours: how light one is, how two differ, what can be read on one."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor

AA_TEXT: Final = 4.5
"""The least contrast of text and its ground (WCAG 2.2, success criterion 1.4.3)."""
AA_SHAPE: Final = 3.0
"""The least contrast of what has to be seen but not read: frames, focus rings, icons (WCAG 2.2, 1.4.11)."""
_STEPS: Final = 64


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2.2, "relative luminance")."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's constants

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blend(one: QColor, other: QColor, part: float) -> QColor:
    """Return *part* of *one* mixed with the rest of *other*."""
    return QColor.fromRgbF(
        one.redF() * part + other.redF() * (1 - part),
        one.greenF() * part + other.greenF() * (1 - part),
        one.blueF() * part + other.blueF() * (1 - part),
    )


def ink(ground: QColor) -> QColor:
    """Return white, or black where white could not be read on *ground*. One of the two always meets :data:`AA_TEXT`."""
    white = QColor("#ffffff")
    return white if contrast(white, ground) >= AA_TEXT else QColor("#000000")


def seen_on(colour: QColor, grounds: list[QColor], ratio: float, *, towards: str) -> QColor:
    """Return *colour*, mixed with as little of *towards* (black or white) as gives it the contrast *ratio* on all *grounds*.

    The result is *towards* itself where even that has less.
    """
    end = QColor(towards)
    for step in range(_STEPS):
        # As it will be shown: eight bits a channel
        mixed = QColor(blend(end, colour, step / _STEPS).rgb())
        if all(contrast(mixed, ground) >= ratio for ground in grounds):
            return mixed
    return end
