"""macOS: Carbon's RegisterEventHotKey, which needs no permission. Its events come through the application's own event loop.

Sources: HIToolbox/CarbonEvents.h (RegisterEventHotKey, InstallEventHandler, kEventHotKeyPressed) of Apple's SDK. Not tried on a
real Mac yet.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from tenantdock.desktop.hotkeys.keys import Combination
from tenantdock.desktop.hotkeys.registering import not_here, taken
from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from tenantdock.desktop.hotkeys.registering import Registered
    from tenantdock.desktop.loop import Loop

_CARBON: Final = "/System/Library/Frameworks/Carbon.framework/Carbon"
_KEYBOARD: Final = int.from_bytes(b"keyb", "big")
_PRESSED: Final = 5
_SIGNATURE: Final = int.from_bytes(b"TDok", "big")
_HANDLER: Final = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class _Kind(ctypes.Structure):
    _fields_ = (("group", ctypes.c_uint32), ("kind", ctypes.c_uint32))


class _Id(ctypes.Structure):
    _fields_ = (("signature", ctypes.c_uint32), ("number", ctypes.c_uint32))


def register(
    keys: Combination,
    _loop: Loop,
    pressed: Callable[[], None],
    done: Callable[[Registered], None],
    failed: Callable[[BaseException], None],
) -> None:
    """Register *keys*: it is answered at once."""
    try:
        done(CarbonHotkey(keys, pressed))
    except Exception as failure:  # noqa: BLE001 - whoever asked tells it
        failed(failure)


class CarbonHotkey:
    """A registered combination. *carbon* is Apple's own, or a test's. Raises :class:`HotkeyTrouble` when it cannot be had."""

    def __init__(self, keys: Combination, pressed: Callable[[], None], carbon: Any = None) -> None:
        if keys.mac_key < 0:
            raise not_here(tr("This keyboard has no {keys}.", keys=keys.shown))
        self._carbon = carbon if carbon is not None else _carbon()

        def handle(_next: int, _event: int, _data: int) -> int:
            pressed()
            return 0

        self._handle = _HANDLER(handle)  # kept: Carbon holds only its address
        self._handler, self._hotkey = ctypes.c_void_p(), ctypes.c_void_p()
        target = self._carbon.GetApplicationEventTarget()
        kind = _Kind(_KEYBOARD, _PRESSED)
        if self._carbon.InstallEventHandler(target, self._handle, 1, ctypes.byref(kind), None, ctypes.byref(self._handler)):
            raise not_here(tr("The system did not take the key combination."))
        if self._carbon.RegisterEventHotKey(
            keys.mac_key, keys.mac_modifiers, _Id(_SIGNATURE, 1), target, 0, ctypes.byref(self._hotkey)
        ):
            self._carbon.RemoveEventHandler(self._handler)
            raise taken(keys)

    def close(self) -> None:
        """Give the combination back."""
        self._carbon.UnregisterEventHotKey(self._hotkey)
        self._carbon.RemoveEventHandler(self._handler)


def _carbon() -> Any:
    carbon = ctypes.CDLL(_CARBON)
    pointer, u32 = ctypes.c_void_p, ctypes.c_uint32
    out = ctypes.POINTER(ctypes.c_void_p)
    carbon.GetApplicationEventTarget.restype, carbon.GetApplicationEventTarget.argtypes = pointer, []
    for name, arguments in (
        ("InstallEventHandler", [pointer, _HANDLER, ctypes.c_ulong, ctypes.POINTER(_Kind), pointer, out]),
        ("RegisterEventHotKey", [u32, u32, _Id, pointer, u32, out]),
        ("UnregisterEventHotKey", [pointer]),
        ("RemoveEventHandler", [pointer]),
    ):
        function = getattr(carbon, name)
        function.restype, function.argtypes = ctypes.c_int32, arguments
    return carbon
