"""Hears when the screen is locked, or the computer goes to sleep.

Linux: the desktops' screen savers on the session bus, and logind's Lock and PrepareForSleep on the system bus. Windows: session
notifications to the main window. macOS: distributed notifications. Where none of these is there, nothing is heard.

Sources, read in November 2026: org.freedesktop.login1(5); GNOME's, KDE's, Cinnamon's, MATE's and Xfce's D-Bus interfaces, which
share the signal ``ActiveChanged(b)``; https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)

_SAVERS: Final = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))
_ACTIVE: Final[Any] = SLOT("active(bool)")  # PySide's types ask for bytes here, and its code for text
_LOCKED: Final[Any] = SLOT("locked()")
_PATIENCE: Final = 2000  # milliseconds
_LOGIND: Final = "org.freedesktop.login1"
_MANAGER: Final = "org.freedesktop.login1.Manager"
_SESSION: Final = "org.freedesktop.login1.Session"
_THIS_SESSION: Final = 0  # NOTIFY_FOR_THIS_SESSION
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_WTS_SESSION_LOCK: Final = 0x7
_WM_POWERBROADCAST: Final = 0x0218
_PBT_APMSUSPEND: Final = 0x4
_MAC_LOCKED: Final = b"com.apple.screenIsLocked"
_UTF8: Final = 0x08000100  # kCFStringEncodingUTF8
_AT_ONCE: Final = 4  # CFNotificationSuspensionBehaviorDeliverImmediately


def watch_screen(window: QWidget, locked: Callable[[], object]) -> ScreenWatch:
    """Return what has *locked* called, on the GUI thread, whenever the screen is locked. *window* is the main window; on Windows
    the system tells it. Keep what is returned, and call its ``begin`` on a worker.
    """
    if sys.platform == "win32":
        return WindowsWatch(window, locked)
    if sys.platform == "darwin":
        return MacWatch(window, locked)
    return BusWatch(window, locked)


class ScreenWatch(QObject):
    """Hears of the screen's lock."""

    def begin(self) -> int:
        """Do what may wait for another process. Returns how many signals are listened to."""
        return 1


class BusWatch(ScreenWatch):
    """Listens on both buses. Its slots run on the thread that built it."""

    def __init__(self, parent: QObject, locked: Callable[[], object]) -> None:
        super().__init__(parent)
        self._locked = locked

    def begin(self) -> int:
        """Connect to the buses that are there."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - after the first window, and not on Windows and macOS

        return self._savers(QDBusConnection.sessionBus()) + self._logind(QDBusConnection.systemBus())

    @Slot(bool)
    def active(self, on: bool) -> None:
        """Take that a screen saver was switched on or off, or that the computer is about to sleep (on) or woke up."""
        if on:
            self._locked()

    @Slot()
    def locked(self) -> None:
        """Take that logind wants our session locked."""
        self._locked()

    def _savers(self, bus: QDBusConnection) -> int:
        if not bus.isConnected():
            return 0
        return sum(bus.connect("", "", name, "ActiveChanged", self, _ACTIVE) for name in _SAVERS)

    def _logind(self, bus: QDBusConnection) -> int:
        if not bus.isConnected():
            return 0
        from PySide6.QtDBus import QDBus, QDBusMessage  # noqa: PLC0415 - as above

        call = QDBusMessage.createMethodCall(_LOGIND, "/org/freedesktop/login1", _MANAGER, "GetSession")
        call.setArguments([os.environ.get("XDG_SESSION_ID") or "auto"])
        told = bus.call(call, QDBus.CallMode.Block, _PATIENCE).arguments()
        path = told[0].path() if told and hasattr(told[0], "path") else ""
        heard = int(bus.connect(_LOGIND, "", _MANAGER, "PrepareForSleep", self, _ACTIVE))
        return heard + int(bool(path) and bus.connect(_LOGIND, path, _SESSION, "Lock", self, _LOCKED))


class WindowsWatch(ScreenWatch):
    """Asks Windows to tell the main window of its session, and looks for that among what the window is told."""

    def __init__(self, window: QWidget, locked: Callable[[], object]) -> None:
        super().__init__(window)
        self._handle = int(window.winId())
        self._filter = SessionFilter(locked)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
            self.destroyed.connect(lambda: application.removeNativeEventFilter(self._filter))

    def begin(self) -> int:
        """Have Windows tell the window; it asks a service for that."""
        from tenantdock.winapi import library  # noqa: PLC0415 - on Windows only

        told = library("wtsapi32").WTSRegisterSessionNotification(self._handle, _THIS_SESSION)
        if not told:
            _log.warning("Windows tells no lock of the screen (error %s)", getattr(ctypes, "get_last_error")())  # noqa: B009 - as above
        return int(bool(told))


class SessionFilter(QAbstractNativeEventFilter):
    """Finds the lock of the session, and the sleep of the computer, among Windows' messages."""

    def __init__(self, locked: Callable[[], object]) -> None:
        super().__init__()
        from tenantdock.winapi import Message  # noqa: PLC0415 - on Windows only

        self._locked = locked
        self._message = Message

    def nativeEventFilter(self, kind: QByteArray | bytes, message: int) -> tuple[bool, int]:  # type: ignore[override]  # noqa: N802
        """Look at one message; it goes on to where it was meant for."""
        if kind == b"windows_generic_MSG":
            told = self._message.from_address(int(message))
            if (told.message, told.wParam) in {(_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK), (_WM_POWERBROADCAST, _PBT_APMSUSPEND)}:
                self._locked()
        return False, 0


class MacWatch(ScreenWatch):
    """Listens to the distributed notification that macOS sends when the screen is locked. Its name is no promise of Apple's."""

    def __init__(self, parent: QObject, locked: Callable[[], object]) -> None:
        super().__init__(parent)
        core = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
        pointer = ctypes.c_void_p
        kind = ctypes.CFUNCTYPE(None, pointer, pointer, pointer, pointer, pointer)
        self._heard = kind(lambda *_: locked())  # kept: the system calls it, on the main thread's run loop, which is Qt's
        core.CFNotificationCenterGetDistributedCenter.restype = pointer
        core.CFStringCreateWithCString.restype = pointer
        core.CFStringCreateWithCString.argtypes = (pointer, ctypes.c_char_p, ctypes.c_uint32)
        add = core.CFNotificationCenterAddObserver
        add.restype, add.argtypes = None, (pointer, pointer, kind, pointer, pointer, ctypes.c_long)
        center = core.CFNotificationCenterGetDistributedCenter()
        add(center, id(self), self._heard, core.CFStringCreateWithCString(None, _MAC_LOCKED, _UTF8), None, _AT_ONCE)
        remove = core.CFNotificationCenterRemoveEveryObserver
        remove.restype, remove.argtypes = None, (pointer, pointer)
        ours = id(self)
        self.destroyed.connect(lambda: remove(center, ours))
