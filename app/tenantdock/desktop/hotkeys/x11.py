"""X11: the server hands a combination to one client (GrabKey).

Sources: www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html (GrabKey; KeyPress; an auto-repeated press has the time of the
release before it), xcb/xproto.h, xcb/xcb_keysyms.h.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSocketNotifier

from tenantdock.desktop.hotkeys.keys import Combination
from tenantdock.desktop.hotkeys.registering import not_here, taken
from tenantdock.desktop.texts import tr
from tenantdock.xcb import POINTER, U8, U16, U32, Cookie, Screens, declared, free, library

if TYPE_CHECKING:
    from tenantdock.desktop.hotkeys.registering import Registered
    from tenantdock.desktop.loop import Loop

_KEY_PRESS, _KEY_RELEASE, _MAPPING = 2, 3, 34
_ASYNC: Final = 1
# A grab is for exact modifiers, and Caps Lock and Num Lock are modifiers too
_LOCKS: Final = (0, 2, 16, 18)


class _Event(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("detail", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("time", ctypes.c_uint32),
    )


def register(
    keys: Combination,
    loop: Loop,
    pressed: Callable[[], None],
    done: Callable[[Registered], None],
    failed: Callable[[BaseException], None],
) -> None:
    """Grab *keys* on a worker, since the server has to answer; then listen on the GUI thread."""

    def listen(grab: Grab) -> None:
        grab.listen(pressed)
        done(grab)

    loop.submit(lambda: Grab(keys), listen, failed)


class Grab:
    """A grabbed combination. Raises :class:`HotkeyTrouble` when there is no server or another program has it."""

    def __init__(self, keys: Combination) -> None:
        self._xcb, self._symbols_of = _libraries()
        self._keys = keys
        self._codes: list[int] = []
        self._notifier: QSocketNotifier | None = None
        self._released = -1
        screen = ctypes.c_int(0)
        self._connection: Any = self._xcb.xcb_connect(None, ctypes.byref(screen))
        self._symbols: Any = None
        try:
            self._check()
            screens = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection))
            for _ in range(screen.value):
                self._xcb.xcb_screen_next(ctypes.byref(screens))
            self._root = screens.data[0]
            self._symbols = self._symbols_of.xcb_key_symbols_alloc(self._connection)
            self._grab()
        except BaseException:
            self.close()
            raise

    def _check(self) -> None:
        if self._xcb.xcb_connection_has_error(self._connection):
            raise not_here(tr("The X server does not answer."))

    def listen(self, pressed: Callable[[], None]) -> None:
        """Call *pressed* at each press, not while the keys are held down. On the GUI thread."""
        self._notifier = QSocketNotifier(self._xcb.xcb_get_file_descriptor(self._connection), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(lambda *_: self._read(pressed))
        self._read(pressed)

    def close(self) -> None:
        """Give the combination back: with the connection all its grabs end."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._symbols:
            self._symbols_of.xcb_key_symbols_free(self._symbols)
            self._symbols = None
        if self._connection:
            self._xcb.xcb_disconnect(self._connection)
            self._connection = None

    def _grab(self) -> None:
        self._codes = self._codes_now()
        if not self._codes:
            raise not_here(tr("This keyboard has no {keys}.", keys=self._keys.shown))
        for code in self._codes:
            for lock in _LOCKS:
                held = self._keys.x_modifiers | lock
                cookie = self._xcb.xcb_grab_key_checked(self._connection, 0, self._root, held, code, _ASYNC, _ASYNC)
                if error := self._xcb.xcb_request_check(self._connection, cookie):
                    free(error)
                    raise taken(self._keys)

    def _codes_now(self) -> list[int]:
        found = self._symbols_of.xcb_key_symbols_get_keycode(self._symbols, self._keys.keysym)
        if not found:
            return []
        codes: list[int] = []
        while found[len(codes)]:
            codes.append(found[len(codes)])
        free(found)
        return codes

    def _read(self, pressed: Callable[[], None]) -> None:
        presses = 0
        while self._connection and (event := self._xcb.xcb_poll_for_event(self._connection)):
            kind, time = event.contents.kind & 0x7F, event.contents.time
            if kind == _KEY_RELEASE:
                self._released = time
            elif kind == _KEY_PRESS:
                presses += time != self._released
            elif kind == _MAPPING:
                self._symbols_of.xcb_refresh_keyboard_mapping(self._symbols, event)
                self._move()
            free(event)
        if self._connection and self._xcb.xcb_connection_has_error(self._connection):
            self.close()  # the server is gone; a descriptor that is always readable would keep the loop busy
        if presses:
            pressed()

    def _move(self) -> None:
        """Follow the combination to where another keyboard layout has it."""
        codes = self._codes_now()
        if codes == self._codes:
            return
        for code in self._codes:
            self._xcb.xcb_ungrab_key(self._connection, code, self._root, 0x8000)  # AnyModifier
        self._codes = codes
        for code in codes:
            for lock in _LOCKS:
                self._xcb.xcb_grab_key(self._connection, 0, self._root, self._keys.x_modifiers | lock, code, _ASYNC, _ASYNC)
        self._xcb.xcb_flush(self._connection)


def _libraries() -> tuple[Any, Any]:
    event = ctypes.POINTER(_Event)
    grab = (POINTER, U8, U32, U16, U8, U8, U8)
    try:
        xcb = library(
            ("xcb_screen_next", None, (ctypes.POINTER(Screens),)),
            ("xcb_grab_key_checked", Cookie, grab),
            ("xcb_grab_key", Cookie, grab),
            ("xcb_ungrab_key", Cookie, (POINTER, U8, U32, U16)),
            ("xcb_request_check", POINTER, (POINTER, Cookie)),
            ("xcb_poll_for_event", event, (POINTER,)),
            ("xcb_get_file_descriptor", ctypes.c_int, (POINTER,)),
        )
        symbols = declared(
            ctypes.CDLL("libxcb-keysyms.so.1"),
            (
                ("xcb_key_symbols_alloc", POINTER, (POINTER,)),
                ("xcb_key_symbols_free", None, (POINTER,)),
                ("xcb_key_symbols_get_keycode", ctypes.POINTER(U8), (POINTER, U32)),
                ("xcb_refresh_keyboard_mapping", ctypes.c_int, (POINTER, event)),
            ),
        )
    except OSError:
        raise not_here(tr("The system's X libraries (libxcb, libxcb-keysyms) are not there.")) from None
    return xcb, symbols
