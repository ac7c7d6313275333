"""Windows of an X11 display, on whatever thread.

Source: Extended Window Manager Hints 1.5 (``_NET_CLIENT_LIST``, ``_NET_WM_PID``, ``_NET_WM_NAME``, ``_NET_ACTIVE_WINDOW``).
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from tenantdock.xcb import POINTER, U8, U32, Cookie, atom, free, library

_ANY: Final = 0
_LONGEST: Final = 65_536  # 4-byte units of a property that are read
_CLIENT_MESSAGE: Final = 33
_TO_MANAGER: Final = 0x00080000 | 0x00100000  # SubstructureNotify and SubstructureRedirect
_FROM_PAGER: Final = 2  # "source indication": a person's own wish, which is not refused as an application's might be


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("format", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("window", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("data", ctypes.c_uint32 * 5),
    )


_FUNCTIONS: Final = (
    ("xcb_get_property", Cookie, (POINTER, U8, U32, U32, U32, U32, U32)),
    ("xcb_get_property_reply", POINTER, (POINTER, Cookie, POINTER)),
    ("xcb_get_property_value", POINTER, (POINTER,)),
    ("xcb_get_property_value_length", ctypes.c_int, (POINTER,)),
    ("xcb_send_event", Cookie, (POINTER, U8, U32, U32, POINTER)),
)


@dataclass(frozen=True, slots=True)
class XWindow:
    """A window that the window manager knows. *pid* is 0 where its program does not say."""

    id: int
    pid: int
    title: str


class Display:
    """A connection to the X display *name* ("" for the environment's). Raises :class:`OSError` where there is none. Use it in a
    ``with`` block.
    """

    def __init__(self, name: str = "") -> None:
        self._xcb = library(*_FUNCTIONS)
        self._connection = self._xcb.xcb_connect(name.encode() or None, None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError("no X display")
        setup = self._xcb.xcb_get_setup(self._connection)
        self._root = self._xcb.xcb_setup_roots_iterator(setup).data[0]  # the first member of xcb_screen_t

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._xcb.xcb_disconnect(self._connection)

    def windows(self) -> list[XWindow]:
        """The windows that the window manager knows, the newest last."""
        pid, name, plain = self._atom("_NET_WM_PID"), self._atom("_NET_WM_NAME"), self._atom("WM_NAME")
        found = []
        for window in _numbers(self._property(self._root, self._atom("_NET_CLIENT_LIST"))):
            title = self._property(window, name) or self._property(window, plain)
            found.append(XWindow(window, next(iter(_numbers(self._property(window, pid))), 0), title.decode("utf-8", "replace")))
        return found

    def activate(self, window: int) -> None:
        """Ask the window manager to bring a window to the front, on whatever desktop it is."""
        message = _ClientMessage(_CLIENT_MESSAGE, 32, 0, window, self._atom("_NET_ACTIVE_WINDOW"))
        message.data[0] = _FROM_PAGER
        self._xcb.xcb_send_event(self._connection, 0, self._root, _TO_MANAGER, ctypes.byref(message))
        self._xcb.xcb_flush(self._connection)
        self._property(self._root, self._atom("_NET_ACTIVE_WINDOW"))  # an answer: so the message before it was taken

    def active(self) -> int:
        """The id of the window in front, 0 for none."""
        return next(iter(_numbers(self._property(self._root, self._atom("_NET_ACTIVE_WINDOW")))), 0)

    def _atom(self, name: str) -> int:
        if found := atom(self._xcb, self._connection, name):
            return found
        raise OSError("the X display is gone")

    def _property(self, window: int, atom: int) -> bytes:
        xcb = self._xcb
        cookie = xcb.xcb_get_property(self._connection, 0, window, atom, _ANY, 0, _LONGEST)
        answer = xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not answer:
            return b""
        try:
            return ctypes.string_at(xcb.xcb_get_property_value(answer), xcb.xcb_get_property_value_length(answer))
        finally:
            free(answer)


def _numbers(data: bytes) -> list[int]:
    return list(memoryview(data[: len(data) // 4 * 4]).cast("I"))
