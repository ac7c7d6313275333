"""libxcb through ctypes: what finding console windows, the palette's keys and its place off the taskbar have in common.

Qt has loaded libxcb on X11 anyway, but offers none of this; each use opens a connection of its own. xcb reports what goes wrong (a
window that just closed) as a missing answer, where Xlib would end the whole program. Uses nothing of the product, so that consoles
and desktop can use it. Source: xproto.h of libxcb.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any, Final

POINTER: Final = ctypes.c_void_p
U8: Final = ctypes.c_uint8
U16: Final = ctypes.c_uint16
U32: Final = ctypes.c_uint32
Function = tuple[str, Any, Sequence[Any]]
"""A function of a library: its name, the type of its result, and those of its arguments."""


class Cookie(ctypes.Structure):
    """What stands for an answer that has not come yet."""

    _fields_ = (("sequence", ctypes.c_uint),)


class Screens(ctypes.Structure):
    """An iterator over screens; the first member of a screen is its root window."""

    _fields_ = (("data", ctypes.POINTER(U32)), ("rest", ctypes.c_int), ("index", ctypes.c_int))


class _AtomReply(ctypes.Structure):
    _fields_ = (("response_type", U8), ("pad", U8), ("sequence", U16), ("length", U32), ("atom", U32))


_BASICS: Final[tuple[Function, ...]] = (
    ("xcb_connect", POINTER, (ctypes.c_char_p, POINTER)),
    ("xcb_connection_has_error", ctypes.c_int, (POINTER,)),
    ("xcb_disconnect", None, (POINTER,)),
    ("xcb_get_setup", POINTER, (POINTER,)),
    ("xcb_setup_roots_iterator", Screens, (POINTER,)),
    ("xcb_intern_atom", Cookie, (POINTER, U8, U16, ctypes.c_char_p)),
    ("xcb_intern_atom_reply", ctypes.POINTER(_AtomReply), (POINTER, Cookie, POINTER)),
    ("xcb_flush", ctypes.c_int, (POINTER,)),
)


def library(*functions: Function) -> Any:
    """Return libxcb with the types of *functions*, and of those that every use needs. Raises :class:`OSError` where it is not
    installed.
    """
    return declared(ctypes.CDLL("libxcb.so.1"), (*_BASICS, *functions))


def declared(loaded: Any, functions: Iterable[Function]) -> Any:
    """Return a library with the types of *functions*."""
    for name, result, arguments in functions:
        function = getattr(loaded, name)
        function.restype, function.argtypes = result, arguments
    return loaded


def atom(xcb: Any, connection: Any, name: str) -> int:
    """Return the number of a name, or 0 when the display is gone. Waits for the server's answer."""
    text = name.encode("ascii")
    answer = xcb.xcb_intern_atom_reply(connection, xcb.xcb_intern_atom(connection, 0, len(text), text), None)
    if not answer:
        return 0
    found = int(answer.contents.atom)
    free(answer)
    return found


def free(answer: object) -> None:
    """Give an answer's memory back: xcb makes it with malloc."""
    release: Any = ctypes.CDLL(None).free
    release.argtypes, release.restype = (POINTER,), None
    release(answer)
