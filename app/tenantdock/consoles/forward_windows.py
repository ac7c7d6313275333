"""Top-level windows on Windows.

Sources: https://learn.microsoft.com/windows/win32/api/winuser/ (EnumWindows, GetWindowThreadProcessId, SetForegroundWindow,
ShowWindow), read in November 2026. The console window's own process is told as the shell's (GetWindowThreadProcessId gives that of
the console's client), Windows Terminal's as its own, which is the shell's parent. Imported on Windows only.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from dataclasses import dataclass
from typing import Any, Final

from tenantdock.winapi import library

_SHOW_RESTORED: Final = 9
_TITLE_LIMIT: Final = 512


@dataclass(frozen=True, slots=True)
class TopWindow:
    """A visible window."""

    handle: int
    pid: int
    title: str


def windows() -> list[TopWindow]:
    """Return the visible top-level windows, the one in front first."""
    user32 = library("user32")
    found: list[TopWindow] = []

    def take(handle: int, _: int) -> bool:
        if user32.IsWindowVisible(handle):
            pid, title = wintypes.DWORD(), ctypes.create_unicode_buffer(_TITLE_LIMIT)
            user32.GetWindowThreadProcessId(handle, ctypes.byref(pid))
            user32.GetWindowTextW(handle, title, _TITLE_LIMIT)
            found.append(TopWindow(handle, pid.value, title.value))
        return True

    user32.EnumWindows(_callback(take), 0)
    return found


def activate(window: TopWindow) -> bool:
    """Bring a window to the front. Returns False when the system did not allow it: only the program in front may."""
    user32 = library("user32")
    if user32.IsIconic(window.handle):
        user32.ShowWindow(window.handle, _SHOW_RESTORED)
    return bool(user32.SetForegroundWindow(window.handle))


def _callback(function: Any) -> Any:
    kind: Any = getattr(ctypes, "WINFUNCTYPE")(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)  # noqa: B009 - Windows only
    return kind(function)
