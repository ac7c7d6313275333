"""How a notification comes on the screen: over the session bus (Linux), else as the tray icon's own message.

Qt's message is native on Windows (a toast, with TenantDock's AppUserModelID) and on macOS (the notification centre), and there a
click on it comes back.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from tenantdock.desktop.bus_notify import BusNotifications
    from tenantdock.desktop.loop import Loop
    from tenantdock.desktop.notify import News
    from tenantdock.desktop.tray import Tray

_END: Final = 0.3
"""Seconds that the end waits for notifications to be taken away."""
_LONGEST: Final = 200


class NativeNotifications:
    """Shows news and takes them away again. Build it on the GUI thread; no method waits but :meth:`close`.

    *tray* gives the tray icon where there is one now; *alert* is called with the news that have neither bus nor tray to go to.
    """

    def __init__(self, loop: Loop, tray: Callable[[], Tray | None], alert: Callable[[News], object]) -> None:
        self._loop = loop
        self._tray = tray
        self._alert = alert
        self._shown: dict[str, News] = {}
        """What may be on the screen, by its tag: callables of windows stay on this thread."""
        self._by_tray: str | None = None
        self._bus: BusNotifications | None = None

    def show(self, news: News) -> None:
        """Show *news*, in the place of older ones of the same customer."""
        self._shown[news.customer] = news
        if sys.platform != "linux":
            self._undelivered(news.customer)
            return
        from tenantdock.desktop.bus_notify import BusNotifications, Note  # noqa: PLC0415 - Linux only, and seldom

        if self._bus is None:
            post = self._loop.post
            self._bus = BusNotifications(
                lambda tag, token: post(self._clicked, tag, token), lambda tag: post(self._undelivered, tag)
            )
        self._bus.show(Note(news.customer, str(news.title), str(news.text), str(news.action)))

    def withdraw(self, customer: str) -> None:
        """Take a customer's news away: they are settled."""
        self._shown.pop(customer, None)
        if self._bus is not None:
            self._bus.withdraw(customer)
        tray = self._tray()
        if self._by_tray == customer and tray is not None:
            self._by_tray = None
            tray.unsay()

    def withdraw_all(self) -> None:
        """Take everything away."""
        for customer in list(self._shown):
            self.withdraw(customer)

    def close(self) -> None:
        """The program ends, and nobody is there to act on a click."""
        self.withdraw_all()
        if self._bus is not None:
            self._bus.close(_END)

    def _clicked(self, tag: str, token: str) -> None:
        news = self._shown.get(tag)
        if news is None:
            return
        if token and QGuiApplication.platformName() == "wayland":
            os.putenv("XDG_ACTIVATION_TOKEN", token)  # Qt takes it, and out of the environment, when it activates a window
        self.withdraw(tag)
        news.go()

    def _undelivered(self, tag: str) -> None:
        news, tray = self._shown.get(tag), self._tray()
        if news is None:
            return
        if tray is None:
            self._alert(news)
            return
        self._by_tray = tag
        tray.say(news.text[:_LONGEST], lambda: self._clicked(tag, ""), news.title)
