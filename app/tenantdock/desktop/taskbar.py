"""X11: a window that is no entry of the taskbar. Elsewhere a tool window is none by itself.

Through libxcb, which Qt has loaded already, on a connection of our own: Qt offers no way, but keeps what is set before it shows a
window (``QXcbWindow::setNetWmStateOnUnmappedWindow``). Sources: Extended Window Manager Hints 1.5 (``_NET_WM_STATE``), xproto.h.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_APPEND: Final = 2
_ATOM: Final = 4  # the type of a property that holds atoms
_BITS: Final = 32
_STATES: Final = ("_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER")


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _AtomReply(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("atom", ctypes.c_uint32),
    )


def stay_out_of_taskbar(window: QWidget) -> None:
    """Have *window* be no entry of the taskbar and of pagers. Call it each time before it is shown: window managers forget it when
    a window goes. Does nothing where that cannot be said.
    """
    if QGuiApplication.platformName() != "xcb":
        return
    try:
        xcb = _library()
    except OSError:
        return
    number = int(window.winId())
    connection = xcb.xcb_connect(None, None)
    try:
        if not xcb.xcb_connection_has_error(connection):
            state, *wanted = [_atom(xcb, connection, name) for name in ("_NET_WM_STATE", *_STATES)]
            data = (ctypes.c_uint32 * len(wanted))(*wanted)
            xcb.xcb_change_property(connection, _APPEND, number, state, _ATOM, _BITS, len(wanted), data)
            _atom(xcb, connection, "_NET_WM_STATE")  # an answer: so the request before it was taken
    finally:
        xcb.xcb_disconnect(connection)


def _atom(xcb: Any, connection: Any, name: str) -> int:
    text = name.encode("ascii")
    answer = xcb.xcb_intern_atom_reply(connection, xcb.xcb_intern_atom(connection, 0, len(text), text), None)
    if not answer:
        return 0
    atom = int(answer.contents.atom)
    free: Any = ctypes.CDLL(None).free
    free.argtypes = (ctypes.c_void_p,)
    free(answer)
    return atom


def _library() -> Any:
    xcb: Any = ctypes.CDLL("libxcb.so.1")
    pointer, number, byte = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint8
    for name, result, arguments in (
        ("xcb_connect", pointer, (ctypes.c_char_p, pointer)),
        ("xcb_connection_has_error", ctypes.c_int, (pointer,)),
        ("xcb_disconnect", None, (pointer,)),
        ("xcb_intern_atom", _Cookie, (pointer, byte, ctypes.c_uint16, ctypes.c_char_p)),
        ("xcb_intern_atom_reply", ctypes.POINTER(_AtomReply), (pointer, _Cookie, pointer)),
        ("xcb_change_property", _Cookie, (pointer, byte, number, number, number, byte, number, pointer)),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
