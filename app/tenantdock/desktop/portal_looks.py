"""What Linux' desktop portal says of the look: accent colour and movement, which Qt 6.11 does not pass on at all; light or dark and
contrast, which it passes on under some desktops only, and light or dark not always as it is at the start. Live.

Imported after the first window is painted, and only where a desktop with such settings runs (:func:`worth_asking`): QtDBus takes
1.5 MB. Calls are asynchronous; nothing waits.

Source: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QColor

_SERVICE: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SETTINGS: Final = "org.freedesktop.portal.Settings"
_APPEARANCE: Final = "org.freedesktop.appearance"
_GNOME: Final = "org.gnome.desktop.interface"
_KEYS: Final = (
    *((_APPEARANCE, key) for key in ("accent-color", "color-scheme", "contrast", "reduced-motion")),
    (_GNOME, "enable-animations"),
)
_SCHEMES: Final = {1: True, 2: False}
_TRIPLE: Final = re.compile(r"\[Argument: \(ddd\) ([^,\]]+), ([^,\]]+), ([^,\]]+)\]")


class PortalLooks(QObject):
    """Asks the portal and listens to it. *accent* is called with the colour, or None where there is none; *dark* with whether
    windows are to be dark, or None where the person does not mind; *contrast* with whether the person wants more of it; *motion*
    with whether less movement.
    """

    def __init__(
        self,
        accent: Callable[[QColor | None], object],
        dark: Callable[[bool | None], object],
        contrast: Callable[[bool], object],
        motion: Callable[[bool], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._accent = accent
        self._dark = dark
        self._contrast = contrast
        self._motion = motion
        self._less: dict[str, bool] = {}
        self._asked: set[QDBusPendingCallWatcher] = set()
        self._bus = QDBusConnection.sessionBus()
        if not self._bus.isConnected():
            return
        slot = SLOT("changed(QDBusMessage)")
        # PySide's own signature asks for bytes, and refuses them
        self._bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, slot)  # type: ignore[call-overload]
        for group, key in _KEYS:
            self._ask(group, key)

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        """Take a setting that changed."""
        arguments = message.arguments()
        if len(arguments) == 3 and isinstance(arguments[0], str) and isinstance(arguments[1], str):  # noqa: PLR2004 - "ssv"
            self._take(arguments[0], arguments[1], arguments[2], repr(message))

    def _ask(self, group: str, key: str) -> None:
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
        call.setArguments([group, key])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        self._asked.add(watcher)

        def answered(done: QDBusPendingCallWatcher) -> None:
            self._asked.discard(watcher)
            reply = done.reply()
            if not done.isError() and (arguments := reply.arguments()):
                self._take(group, key, arguments[0], repr(reply))
            done.deleteLater()

        watcher.finished.connect(answered)

    def _take(self, group: str, key: str, value: Any, written: str) -> None:
        # "Read" wraps the value in a second variant
        while isinstance(value, QDBusVariant):
            value = value.variant()
        if (group, key) == (_APPEARANCE, "accent-color"):
            self._accent(_colour(written))
        elif (group, key) == (_APPEARANCE, "color-scheme"):
            self._dark(_SCHEMES.get(value) if isinstance(value, int) else None)
        elif (group, key) == (_APPEARANCE, "contrast"):
            self._contrast(value == 1)
        elif (group, key) in _KEYS and isinstance(value, (bool, int)):
            self._less[key] = value == 1 if key == "reduced-motion" else not value
            self._motion(any(self._less.values()))


def _colour(written: str) -> QColor | None:
    """Return the colour in a message: a structure of three numbers from 0 to 1. Others mean that there is none, says the portal.

    Read from the message as Qt writes it out: PySide 6.11 cannot take a QDBusArgument apart (its beginStructure() is the one for
    writing), and jeepney would need a thread that listens.
    """
    found = _TRIPLE.search(written)
    try:
        numbers = [float(number) for number in found.groups()] if found is not None else []
    except ValueError:
        return None
    return QColor.fromRgbF(*numbers) if numbers and all(0 <= number <= 1 for number in numbers) else None
