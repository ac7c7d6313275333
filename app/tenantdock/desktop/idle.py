"""How long nobody has touched the computer.

Windows and macOS tell it, and so do X11 (the screen saver extension) and GNOME's Wayland session (Mutter's idle monitor). Where
nobody tells, what the person does in TenantDock's own windows counts. Everything here may wait for another process: call it on a
worker.

Sources, read in November 2026: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlastinputinfo; Apple's
CGEventSource.h (``CGEventSourceSecondsSinceLastEventType``); XScreenSaver(3); org.gnome.Mutter.IdleMonitor.xml in Mutter's source.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from typing import Final

_HID_STATE: Final = 1  # kCGEventSourceStateHIDSystemState
_ANY_EVENT: Final = 0xFFFFFFFF  # kCGAnyInputEventType
_MUTTER: Final = ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor")
_PATIENCE: Final = 2000  # milliseconds
_HALF: Final = 0x80000000  # of what 32 bits count


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("tick", ctypes.c_uint))


class _SaverInfo(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("until_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


def seconds_idle() -> float | None:
    """Return the seconds since the last key press or movement of the mouse in any program, or None where nobody tells."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _mac()
        if os.environ.get("WAYLAND_DISPLAY"):
            return _mutter()
        if os.environ.get("DISPLAY"):
            return _x11()
    return None


def _windows() -> float | None:
    from tenantdock.winapi import library  # noqa: PLC0415 - on Windows only

    info = _LastInput(ctypes.sizeof(_LastInput))
    if not library("user32").GetLastInputInfo(ctypes.byref(info)):
        return None
    return idle_ticks(library("kernel32").GetTickCount(), info.tick) / 1000.0


def idle_ticks(now: int, last: int) -> int:
    """Return the milliseconds from *last* to *now*, two of Windows' counts since its start, which wrap after 49.7 days.

    A program that makes input (``SendInput``) may give it a time to come, and that is no idleness of seven weeks: it counts as now.
    """
    passed = (now - last) & 0xFFFFFFFF
    return passed if passed < _HALF else 0


def _mac() -> float:
    services = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
    ask = services.CGEventSourceSecondsSinceLastEventType
    ask.restype, ask.argtypes = ctypes.c_double, (ctypes.c_int32, ctypes.c_uint32)
    return float(ask(_HID_STATE, _ANY_EVENT))


def _x11() -> float | None:
    """Ask on a connection of its own. The one request here is for the root window, which cannot go away, so Xlib's habit of ending
    the program at an error does not matter.
    """
    x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    x11.XOpenDisplay.restype, x11.XOpenDisplay.argtypes = ctypes.c_void_p, (ctypes.c_char_p,)
    x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    x11.XDefaultRootWindow.restype, x11.XDefaultRootWindow.argtypes = ctypes.c_ulong, (ctypes.c_void_p,)
    pointer = ctypes.POINTER(ctypes.c_int)
    saver.XScreenSaverQueryExtension.argtypes = (ctypes.c_void_p, pointer, pointer)
    saver.XScreenSaverQueryInfo.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_SaverInfo))
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    try:
        event, error, info = ctypes.c_int(), ctypes.c_int(), _SaverInfo()
        if not saver.XScreenSaverQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
            return None
        if not saver.XScreenSaverQueryInfo(display, x11.XDefaultRootWindow(display), ctypes.byref(info)):
            return None
        return float(info.idle) / 1000.0
    finally:
        x11.XCloseDisplay(display)


def _mutter() -> float | None:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415 - only on Wayland

    call = QDBusMessage.createMethodCall(*_MUTTER, "GetIdletime")
    answer = QDBusConnection.sessionBus().call(call, QDBus.CallMode.Block, _PATIENCE)
    told = answer.arguments()
    good = answer.type() == QDBusMessage.MessageType.ReplyMessage and told and isinstance(told[0], int)
    return told[0] / 1000.0 if good else None
