"""Whether things may move on the screen. Everything in TenantDock that moves by itself asks here first.

Windows, macOS and GNOME let a person turn animations off, because movement makes some people ill and keeps others from reading.
Qt 6.11 does not pass that on (its style hints know contrast only), so each system is asked itself, when something would move and
again while it does.
"""

from __future__ import annotations

import os
import sys
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimerEvent
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QProgressBar

from tenantdock.desktop.look import UNIT, blend, is_high

VARIABLE: Final = "TENANTDOCK_MOTION"
"""An environment variable that decides instead of the system: "less" or "full"."""
_FRAME_MS: Final = 40
_ROUND_FRAMES: Final = 50
_PART: Final = 0.28
_SPI_GETCLIENTAREAANIMATION: Final = 0x1042


def less_motion() -> bool:
    """Whether the person wants less movement. False where the system tells nothing."""
    chosen = os.environ.get(VARIABLE, "")
    return chosen == "less" if chosen in {"less", "full"} else _told.get("portal", False) or _system_says()


def take_portal(*, less: bool) -> None:
    """Take what Linux' desktop portal says (``desktop/portal_looks.py``)."""
    _told["portal"] = less


_told: dict[str, bool] = {}


def _system_says() -> bool:
    if sys.platform == "win32":
        return _windows_says()
    if sys.platform == "darwin":
        return _macos_says()
    return _gtk_says()


def _windows_says() -> bool:
    """SPI_GETCLIENTAREAANIMATION: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow."""
    import ctypes  # noqa: PLC0415 - on Windows only

    from tenantdock.winapi import library  # noqa: PLC0415 - the same

    moves = ctypes.c_int(1)
    asked = library("user32").SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
    return bool(asked) and not moves.value


def _macos_says() -> bool:
    """NSWorkspace's accessibilityDisplayShouldReduceMotion, through the Objective-C runtime that every macOS has.

    Source: https://developer.apple.com/documentation/appkit/nsworkspace/accessibilitydisplayshouldreducemotion
    """
    import ctypes  # noqa: PLC0415 - on macOS only

    try:
        runtime = ctypes.CDLL("/usr/lib/libobjc.dylib")
        runtime.objc_getClass.restype = runtime.sel_registerName.restype = ctypes.c_void_p
        runtime.objc_getClass.argtypes = runtime.sel_registerName.argtypes = [ctypes.c_char_p]
        send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", runtime))
        ask = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", runtime))
        workspace = send(runtime.objc_getClass(b"NSWorkspace"), runtime.sel_registerName(b"sharedWorkspace"))
        return bool(workspace) and bool(ask(workspace, runtime.sel_registerName(b"accessibilityDisplayShouldReduceMotion")))
    except (OSError, AttributeError):
        return False


def _gtk_says() -> bool:
    """``gtk-enable-animations`` of GTK's settings file: other desktops than GNOME keep it there, and GNOME tells its portal.

    Source: https://docs.gtk.org/gtk3/class.Settings.html
    """
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111 - without importing more
    for version in ("4", "3"):
        try:
            with open(f"{home}/gtk-{version}.0/settings.ini", encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - the same
                lines = file.read(65_536).splitlines()
        except OSError:
            continue
        for line in lines:
            key, _, value = line.partition("=")
            if key.strip() == "gtk-enable-animations":
                return value.strip().lower() in {"0", "false"}
    return False


class BusyBar(QProgressBar):
    """Says that something goes on: how much of it is done where there is a range, else that nobody knows how long. With less motion
    it stands still; beside it stands what goes on.
    """

    def __init__(self) -> None:
        super().__init__()
        self._frame = 0
        self._timer = 0
        self.setRange(0, 0)
        self.setTextVisible(False)

    @property
    def moves(self) -> bool:
        """Whether it moves now."""
        return self._timer != 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A thin line."""
        return QSize(20 * UNIT, UNIT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A thin line."""
        return QSize(4 * UNIT, UNIT)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to move, where that is wanted."""
        super().showEvent(event)
        self._go()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop: what nobody sees wakes nobody."""
        super().hideEvent(event)
        self._stop()

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's name
        """Go one step on."""
        if event.timerId() != self._timer:
            super().timerEvent(event)
            return
        self._frame = (self._frame + 1) % _ROUND_FRAMES
        if not self._frame and less_motion():  # the person may want that while it moves
            self._stop()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a groove, and in it a piece that goes through, or three that stand."""
        painter, role, palette = QPainter(self), QPalette.ColorRole, self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = min(self.height(), UNIT * 3 // 4)
        groove = QRectF(0.5, (self.height() - high) / 2 + 0.5, self.width() - 1, high - 1)
        text, ground = palette.color(role.WindowText), palette.color(role.Window)
        painter.setPen(text if is_high(palette) else Qt.PenStyle.NoPen)
        painter.setBrush(blend(text, ground, 0.12) if not is_high(palette) else ground)
        painter.drawRoundedRect(groove, high / 2, high / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorGroup.Active, role.Accent))
        painter.setClipRect(groove)
        for left, width in self._pieces(groove.width()):
            at = groove.width() - left - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else left
            painter.drawRoundedRect(QRectF(groove.left() + at, groove.top(), width, groove.height()), high / 2, high / 2)

    def setRange(self, least: int, most: int) -> None:  # noqa: N802 - Qt's name
        """Tell how much there is to do; with the same number twice nobody knows."""
        super().setRange(least, most)
        if most > least:
            self._stop()
        else:
            self._go()
        self.update()

    def setValue(self, value: int) -> None:  # noqa: N802 - Qt's name
        """Tell how much is done. Qt itself paints only what its own style would show as another length."""
        super().setValue(value)
        self.update()

    def _pieces(self, room: float) -> list[tuple[float, float]]:
        """Return left and width of each piece."""
        if self.maximum() > self.minimum():
            return [(0.0, room * max(0, self.value() - self.minimum()) / (self.maximum() - self.minimum()))]
        if not self._timer:
            return [(room * at, room * 0.2) for at in (0.1, 0.4, 0.7)]
        width = room * _PART
        return [((room + width) * self._frame / _ROUND_FRAMES - width, width)]

    def _go(self) -> None:
        endless = self.maximum() <= self.minimum()
        if endless and not self._timer and self.isVisible() and not less_motion():
            self._timer = self.startTimer(_FRAME_MS, Qt.TimerType.CoarseTimer)

    def _stop(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
