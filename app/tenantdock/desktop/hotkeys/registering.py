"""Which way a combination is registered here, and what to say where there is none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtGui import QGuiApplication

from tenantdock.desktop.hotkeys.keys import Combination, HotkeyTrouble, combination
from tenantdock.desktop.texts import tr
from tenantdock.domain.errors import TenantDockError

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop

_log = logging.getLogger(__name__)
_WAYS: Final = {"xcb": "x11", "windows": "windows", "cocoa": "macos", "wayland": "portal", "wayland-egl": "portal"}
"""By Qt's name of the platform: the module that registers combinations there."""
COMMAND: Final = "tenantdock show --palette"
"""What a desktop's own shortcut can run where a program may not register one."""


class Registered(Protocol):
    """A combination that is registered."""

    def close(self) -> None:
        """Give it back."""
        ...


class Hotkey:
    """The one combination of this program. On the GUI thread; *pressed* is called there.

    *told* is called with why a combination cannot be had, once for each that was asked for.
    """

    def __init__(self, loop: Loop, pressed: Callable[[], object], told: Callable[[TenantDockError], object]) -> None:
        self._loop = loop
        self._pressed = pressed
        self._told = told
        self._registered: Registered | None = None
        self._asked = 0
        self.wanted = ""
        """What was asked for last, "" for nothing."""
        self.trouble: TenantDockError | None = None
        """Why there is none, where one is wanted."""

    @property
    def active(self) -> bool:
        """Whether the combination works."""
        return self._registered is not None

    def set(self, text: str) -> None:
        """Have *text* (as in "Ctrl+Alt+Space") open the palette from now on, and nothing for "". What comes of it shows soon."""
        self.close()
        self.wanted, self.trouble = text, None
        asked = self._asked
        if not text:
            return
        platform = QGuiApplication.platformName()
        try:
            keys = combination(text)
            register = self._way(platform)
        except TenantDockError as trouble:
            self._failed(asked, trouble)
            return

        def failed(failure: BaseException) -> None:
            if not isinstance(failure, TenantDockError):
                _log.error("the hotkey failed", exc_info=failure)
                failure = HotkeyTrouble(tr("The system did not take the key combination."), next_step=_other_way())
            self._failed(asked, failure)

        register(keys, self._loop, self._was_pressed, lambda registered: self._took(asked, registered), failed)

    def close(self) -> None:
        """Give the combination back."""
        self._asked += 1
        registered, self._registered = self._registered, None
        if registered is not None:
            registered.close()

    def _way(self, platform: str) -> _Register:
        if platform not in _WAYS:
            raise HotkeyTrouble(tr("This system has no key combinations for all programs."), next_step=_other_way())
        found: _Register = import_module(f"{__package__}.{_WAYS[platform]}").register
        return found

    def _was_pressed(self) -> None:
        if self._registered is not None:
            self._pressed()

    def _took(self, asked: int, registered: Registered) -> None:
        if asked != self._asked:
            registered.close()
        else:
            self._registered = registered

    def _failed(self, asked: int, trouble: TenantDockError) -> None:
        if asked == self._asked:
            self.trouble = trouble
            self._told(trouble)


_Register = Callable[[Combination, "Loop", Callable[[], None], Callable[[Registered], None], Callable[[BaseException], None]], None]


def _other_way() -> str:
    return tr("Press Ctrl+K in the window, or have a shortcut of your desktop run: {command}", command=COMMAND)


def taken(keys: Combination) -> HotkeyTrouble:
    """Return the trouble that another program has the combination."""
    return HotkeyTrouble(
        tr("{keys} belongs to another program already.", keys=keys.shown),
        next_step=tr("Choose another combination in the settings, or free this one in the other program."),
    )


def not_here(why: str) -> HotkeyTrouble:
    """Return the trouble that the system does not offer combinations, with the reason."""
    return HotkeyTrouble(why, next_step=_other_way())
