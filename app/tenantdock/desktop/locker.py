"""The lock on the screen: hides what is shown, and locks by itself when nobody is there."""

from __future__ import annotations

import math
import time
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tenantdock.desktop.announcing import announce
from tenantdock.desktop.idle import seconds_idle
from tenantdock.desktop.lock_page import LockPage
from tenantdock.desktop.screen_lock import ScreenWatch, watch_screen
from tenantdock.desktop.texts import tr
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.settings import LockSettings

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.desktop.window import MainWindow
    from tenantdock.domain.ports import Agent
    from tenantdock.workflows.locking import Locking

_SOON: Final = 5.0  # seconds, at the least, between two looks at how long nobody was there
_TYPES: Final = Qt.WindowType


class Locker(QObject):
    """Locks and unlocks the windows with the workflow. Build it on the GUI thread, after the first window is there.

    *idle* gives the seconds since the person's last key press anywhere, or None; it is called on a worker.
    """

    changed = Signal(bool)

    def __init__(
        self,
        locking: Locking,
        agent: Agent,
        window: MainWindow,
        loop: Loop,
        *,
        leave: Callable[[], object],
        idle: Callable[[], float | None] = seconds_idle,
    ) -> None:
        super().__init__(window)
        self._locking = locking
        self._agent = agent
        self._window = window
        self._loop = loop
        self._leave = leave
        self._idle = idle
        self._settings: LockSettings | None = None
        self._watch: ScreenWatch | None = None
        self._hidden: list[weakref.ref[QWidget]] = []
        self._acted = time.monotonic()
        self.page: LockPage | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        locking.listen(lambda locked: loop.post(self._show, locked))
        locking.on_settings(lambda settings: loop.post(self._follow, settings))
        loop.submit(locking.settings, self._follow)

    @property
    def locked(self) -> bool:
        """Whether TenantDock is locked."""
        return self._locking.locked

    def lock(self) -> None:
        """Lock now, whatever is open."""
        self._locking.lock()
        self._show(locked=True)  # at once, not when the news comes round

    def unlock(self) -> None:
        """Ask the keyring; the windows come back when it answers."""
        page = self.page
        if page is not None and page.unlock_button.isEnabled():
            page.show_waiting(waiting=True)
            self._loop.submit(self._locking.unlock, lambda _: None, self._stays)

    def screen_locked(self) -> None:
        """The system locked the screen, or sleeps."""
        if self._settings is not None and self._settings.with_screen:
            self._by_itself()

    def show_consoles(self) -> None:
        """Say on the page how many consoles are open."""
        if self.page is not None:
            self.page.show_consoles(sum(each.state is SessionState.OPEN for each in self._agent.sessions()))

    def close(self) -> None:
        """The program ends."""
        self._timer.stop()
        if self.page is not None:
            self.page.let_go()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one while there are windows

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """While locked, hide what shows itself; else note that somebody is there, where nobody but we can tell."""
        kind = event.type()
        if self.page is not None:
            if kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow() and self._hides(watched):
                self._keep_away(watched)
        elif kind in {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}:
            self._acted = time.monotonic()
        return super().eventFilter(watched, event)

    # The windows

    def _show(self, locked: bool) -> None:
        if locked == (self.page is not None):
            return
        if locked:
            self._cover()
        else:
            self._lift()
        if self._window.isVisible():
            announce(self._window, tr("TenantDock is locked") if locked else tr("TenantDock is unlocked"))
        self.changed.emit(locked)

    def _cover(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self.page = LockPage(self._window)
        self.page.unlock_wanted.connect(self.unlock)
        self.page.quit_wanted.connect(self._leave)
        for each in QApplication.topLevelWidgets():
            if each.isVisible() and self._hides(each):
                self._put_away(each)
        self.page.cover()
        self.show_consoles()
        self._timer.stop()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # as above

    def _lift(self) -> None:
        page, self.page = self.page, None
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # as above
        if page is not None:
            page.lift()
        hidden, self._hidden = self._hidden, []
        for reference in hidden:
            each = reference()
            if each is not None and shiboken6.isValid(each):
                each.show()
        self._acted = time.monotonic()
        self._plan(0.0)

    def _hides(self, window: QWidget) -> bool:
        """Whether a window may hold something of a customer's. A question about quitting does not, nor does the tray's icon, which
        is a window of ours on X11.
        """
        tray = window.inherits("QSystemTrayIconSys")
        return window is not self._window and not tray and not window.property("shownWhileLocked")

    def _keep_away(self, window: QWidget) -> None:
        """Keep a window off the screen that is just being shown: Qt goes on with that after this event, hidden in it or not."""
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        if window.objectName().startswith("palette"):
            # A person asked for it, by its keys or a click on the tray: they see why it does not come
            QTimer.singleShot(0, self, self._window.come_forward)
        kept = weakref.ref(window)

        def put_away() -> None:
            shown = kept()
            if shown is None or not shiboken6.isValid(shown):
                return
            if self.page is not None:
                self._put_away(shown)
                shown.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
            else:
                shown.hide()
                shown.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
                shown.show()

        QTimer.singleShot(0, self, put_away)

    def _put_away(self, window: QWidget) -> None:
        """Hide a window until the lock is gone. Menus and tips are gone for good."""
        window.hide()
        if window.windowType() in {_TYPES.Window, _TYPES.Dialog, _TYPES.Sheet, _TYPES.Tool}:
            self._hidden = [each for each in self._hidden if each() not in {None, window}]
            self._hidden.append(weakref.ref(window))

    def _stays(self, failure: BaseException) -> None:
        if self.page is None:
            return
        self.page.show_waiting(waiting=False)
        if not isinstance(failure, TenantDockError):
            raise failure
        self.page.show_error(failure)

    # Locking by itself

    def _follow(self, settings: LockSettings) -> None:
        """Take what was set: watch the screen where that is wanted, and begin to look whether somebody is there."""
        self._settings = settings
        if settings.with_screen and self._watch is None:
            watch = self._watch = watch_screen(self._window, self.screen_locked)
            self._loop.submit(watch.begin, lambda _: None)
        self._acted = time.monotonic()
        self._plan(0.0)

    def _by_itself(self) -> None:
        if self._settings is not None and not self.locked:
            self._locking.lock_by_itself(self._settings)
            self._show(self._locking.locked)

    def _plan(self, idle: float) -> None:
        """Look again when the time could be over: nobody is asked before."""
        self._timer.stop()
        minutes = self._settings.idle_minutes if self._settings is not None else 0
        application = QApplication.instance()
        if self.page is not None or application is None:
            return  # all of that begins anew when it is unlocked
        application.removeEventFilter(self)
        if minutes:
            self._timer.start(math.ceil(max(_SOON, minutes * 60.0 - idle) * 1000))
            if self._alone:
                application.installEventFilter(self)

    _alone = False
    """Whether nobody but this program tells when somebody is there."""

    def _look(self) -> None:
        self._loop.submit(self._idle, self._looked)

    def _looked(self, told: float | None) -> None:
        minutes = self._settings.idle_minutes if self._settings is not None else 0
        if not minutes or self.page is not None:
            return
        if told is None and not self._alone:
            # From now on what the person does in our windows counts; before, nobody looked
            self._alone = True
            self._acted = time.monotonic()
        idle = time.monotonic() - self._acted if told is None else told
        if idle >= minutes * 60.0:
            self._by_itself()
            idle = 0.0 if self.locked else minutes * 60.0 - 60.0  # a console is open: look again in a minute
        self._plan(idle)
