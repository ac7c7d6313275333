"""Labels of the tray's menu, for whoever draws it: Qt, or a panel that gets the menu over D-Bus.

Qt marks a key with "&" and writes an ampersand as "&&". For D-Bus it turns the first "&" of a label into the "_" that marks keys
there, and passes on the rest as it is (QDBusMenuItem::convertMnemonic, Qt 6.11): "&&" would be two ampersands, and the "_" of a
name would be gone.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


class Labels:
    """Makes labels. *panel* is whether a panel draws the menu."""

    def __init__(self, *, panel: bool) -> None:
        self.panel = panel

    def escaped(self, text: str) -> str:
        """Return *text* so that none of it marks a key. For a panel it has to stand behind a mark."""
        return text.replace("_", "__") if self.panel else text.replace("&", "&&")

    def keyed(self, text: str) -> str:
        """Return *text* with its first letter or digit as its key. For a panel a mark is always there, and before any other "&"."""
        places = (at for at, character in enumerate(text) if character.isalnum() or (self.panel and character == "&"))
        at = next(places, 0 if self.panel else len(text))
        before, after = self.escaped(text[:at]), self.escaped(text[at:])
        return f"{before}&{after}" if after else before


def drawn_by_panel() -> bool:
    """Whether a panel draws the menu of the icon that is on show: for icons that are not D-Bus' Qt has a window of its own."""
    if QGuiApplication.platformName() not in {"xcb", "wayland"}:
        return False
    return not any(window.inherits("QSystemTrayIconSys") for window in QApplication.topLevelWidgets())
