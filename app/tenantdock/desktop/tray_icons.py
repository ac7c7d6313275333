"""The tray icon in each state. Every picture is on one sheet, drawn on the pixels of each size (``packaging/tray_icons.py``)."""

from __future__ import annotations

import enum
import sys
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QIcon, QPixmap

from tenantdock.desktop.look import folder
from tenantdock.desktop.theme import theme

SIZES: Final = {16: 0, 22: 24, 24: 56, 32: 88}
"""Sizes in pixels, each with its place on the sheet from the left."""
_ROW: Final = 40
_PERSONALIZE: Final = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"


class TrayState(enum.IntEnum):
    """What the icon tells, the most urgent last. The values are rows of the sheet."""

    IDLE = 0
    """No console is open."""
    OPEN = 1
    """A console is open: somebody is signed in."""
    ATTENTION = 2
    """A person has to do something."""
    OFFLINE = 3
    LOCKED = 4


@lru_cache(maxsize=len(TrayState) * 2)
def tray_icon(state: TrayState, *, dark: bool) -> QIcon:
    """Return the icon of a state for a light or a dark panel, in every size that panels use."""
    icon = QIcon()
    top = _ROW * (state + (len(TrayState) if dark else 0))
    for scale in (1, 2):
        sheet = QPixmap(str(folder() / f"tray-{scale}.png"))
        for size, left in SIZES.items():
            if scale > 1 and size * scale in SIZES:
                continue  # drawn for that size itself
            icon.addPixmap(sheet.copy(QRect(left * scale, top * scale, size * scale, size * scale)))
    return icon


def dark_panel() -> bool:
    """Whether the panel with the tray is dark, as far as the system tells: Windows has a setting of its own for it, elsewhere it is
    taken to be as the windows are. The icons can be read on both.
    """
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _PERSONALIZE) as key:
                return bool(winreg.QueryValueEx(key, "SystemUsesLightTheme")[0] == 0)
        except OSError:
            return False
    return theme().system_dark
