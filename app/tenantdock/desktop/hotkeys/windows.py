"""Windows: RegisterHotKey, whose WM_HOTKEY comes to the GUI thread's message queue, where Qt shows it to a native event filter.

Sources: learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey, doc.qt.io/qt-6/qabstractnativeeventfilter.html.
Tried under wine, not on a real Windows yet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from tenantdock.desktop.hotkeys.keys import Combination
from tenantdock.desktop.hotkeys.registering import taken
from tenantdock.winapi import Message, library

if TYPE_CHECKING:
    from tenantdock.desktop.hotkeys.registering import Registered
    from tenantdock.desktop.loop import Loop

_WM_HOTKEY: Final = 0x0312
_NO_REPEAT: Final = 0x4000
_ID: Final = 0x7D0C  # a program may use 0 to 0xBFFF


def register(
    keys: Combination,
    _loop: Loop,
    pressed: Callable[[], None],
    done: Callable[[Registered], None],
    failed: Callable[[BaseException], None],
) -> None:
    """Register *keys* for this thread: it is answered at once."""
    try:
        done(WindowsHotkey(keys, pressed))
    except Exception as failure:  # noqa: BLE001 - whoever asked tells it
        failed(failure)


class WindowsHotkey(QAbstractNativeEventFilter):
    """A registered combination. Raises :class:`HotkeyTrouble` when another program has it. *user32* is Windows' own or a test's."""

    def __init__(self, keys: Combination, pressed: Callable[[], None], user32: Any = None) -> None:
        super().__init__()
        self._user32 = user32 if user32 is not None else library("user32")
        self._pressed = pressed
        if not self._user32.RegisterHotKey(None, _ID, keys.win_modifiers | _NO_REPEAT, keys.virtual_key):
            raise taken(keys)
        self._application().installNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Take our own WM_HOTKEY, and leave everything else."""
        if bytes(kind) in {b"windows_generic_MSG", b"windows_dispatcher_MSG"}:  # type: ignore[arg-type]  # a QByteArray too
            found = Message.from_address(int(message))
            if found.message == _WM_HOTKEY and found.wParam == _ID:
                self._pressed()
                return True, 0
        return False, 0

    def close(self) -> None:
        """Give the combination back."""
        self._application().removeNativeEventFilter(self)
        self._user32.UnregisterHotKey(None, _ID)

    @staticmethod
    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("there is no application")
        return application
