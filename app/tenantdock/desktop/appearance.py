"""The colours and the language that the person chose, put on at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenantdock.desktop.languages import speak
from tenantdock.desktop.theme import Look, theme

if TYPE_CHECKING:
    from tenantdock.domain.settings import Settings
    from tenantdock.domain.settings import Theme as Chosen


def colour(chosen: Chosen) -> None:
    """Put on the colours that the person chose; windows that are there change with them."""
    theme().choose(Look(chosen.value))


def dress(settings: Settings) -> None:
    """Put on what the person chose; windows that are there change with it."""
    colour(settings.theme)
    speak(settings.language)
