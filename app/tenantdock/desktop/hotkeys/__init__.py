"""A key combination that opens the palette from every program, where the system allows that. Imported after the first window."""

from __future__ import annotations

from tenantdock.desktop.hotkeys.keys import DEFAULT, Combination, HotkeyTrouble, combination
from tenantdock.desktop.hotkeys.registering import Hotkey

__all__ = ["DEFAULT", "Combination", "Hotkey", "HotkeyTrouble", "combination"]
