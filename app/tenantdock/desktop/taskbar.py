"""X11: a window that is no entry of the taskbar. Elsewhere a tool window is none by itself.

Qt offers no way, but keeps what is set before it shows a window (``QXcbWindow::setNetWmStateOnUnmappedWindow``). Source: Extended
Window Manager Hints 1.5 (``_NET_WM_STATE``).
"""

from __future__ import annotations

import ctypes
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tenantdock.xcb import POINTER, U8, U32, Cookie, atom, library

_APPEND: Final = 2
_ATOM: Final = 4  # the type of a property that holds atoms
_BITS: Final = 32
_STATES: Final = ("_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER")


def stay_out_of_taskbar(window: QWidget) -> None:
    """Have *window* be no entry of the taskbar and of pagers. Call it each time before it is shown: window managers forget it when
    a window goes. Does nothing where that cannot be said.
    """
    if QGuiApplication.platformName() != "xcb":
        return
    try:
        xcb = library(("xcb_change_property", Cookie, (POINTER, U8, U32, U32, U32, U8, U32, POINTER)))
    except OSError:
        return
    number = int(window.winId())
    connection = xcb.xcb_connect(None, None)
    try:
        if not xcb.xcb_connection_has_error(connection):
            state, *wanted = [atom(xcb, connection, name) for name in ("_NET_WM_STATE", *_STATES)]
            data = (ctypes.c_uint32 * len(wanted))(*wanted)
            xcb.xcb_change_property(connection, _APPEND, number, state, _ATOM, _BITS, len(wanted), data)
            atom(xcb, connection, "_NET_WM_STATE")  # an answer: so the request before it was taken
    finally:
        xcb.xcb_disconnect(connection)
