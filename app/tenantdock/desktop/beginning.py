"""How the desktop begins: tray icon, first window, and what comes after its first picture, each when it no longer holds that up."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tenantdock.desktop import lean
from tenantdock.desktop.look import program_icon
from tenantdock.desktop.panes import REMEMBERED
from tenantdock.desktop.texts import outside
from tenantdock.desktop.theme import theme
from tenantdock.desktop.tray import Tray
from tenantdock.domain.errors import TenantDockError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from PySide6.QtCore import QObject

    from tenantdock.desktop.app import Desktop
    from tenantdock.desktop.tray import TrayIcon

_FIRST_SHOW_MS: Final = 120
_TRAY_AGAIN_MS: Final = 5000
_TRAY_LAST_MS: Final = 80_000
"""Each time it is looked for a tray again, that is after twice as long, and after this long for the last time."""
_AFTERWARDS_MS: Final = 150
_KEEPER_MS: Final = 600
_GIVE_BACK_MS: Final = 4000
"""By then all has happened that every start does, and whoever came for one customer has typed its name."""


class Beginning:
    """The start of a desktop. *make_tray* gives the tray icon, or None where there is no tray. *ready* is called once, when the
    tray is known and the list has painted its first rows. *hotkey* is called on a worker then, for the keys that open the palette.
    """

    def __init__(
        self,
        desktop: Desktop,
        make_tray: Callable[[QObject], TrayIcon | None],
        ready: Callable[[], None] | None,
        hotkey: Callable[[], str] | None,
    ) -> None:
        self._desktop = desktop
        self._make_tray = make_tray
        self._ready = ready
        self._hotkey = hotkey
        self._showing = False
        self._hidden = False
        self._followed = False
        self._vault_asked = False

    @property
    def over(self) -> bool:
        """Whether whoever waits for the start was told that it is over."""
        return self._ready is None

    def start(self, *, hidden: bool) -> None:
        """Show tray icon and window; with *hidden* the tray icon only, where there is a tray within a few seconds."""
        self._start_tray()
        if hidden:
            self._hidden = self._desktop.tray is None
            self._told_ready()
            return
        # The remembered place comes from a worker in a millisecond or two; a slow disk must not keep the window back
        self._showing = True
        if self._desktop.remembered.known:
            self._first_show()
        else:
            QTimer.singleShot(_FIRST_SHOW_MS, self._desktop.window, self._first_show)

    def recalled(self, failure: BaseException | None) -> None:
        """Take the window's place from the memory; a damaged memory is told and stops nothing."""
        desktop = self._desktop
        desktop.window.restore_place(desktop.remembered.get("place"))
        desktop.window.take_looks({key: desktop.remembered.get(key) for key in REMEMBERED})
        desktop.rows.recalled()
        self._first_show()
        if isinstance(failure, TenantDockError):
            desktop.bulletins.reports([failure])
        elif failure is not None:
            desktop.failed(failure)

    def painted(self) -> None:
        """Do what the first picture did not need."""
        desktop = self._desktop
        self._told_ready()
        desktop.rows.read_rest()
        self.ask_vault()
        theme().watch()
        from tenantdock.desktop.importing_drop import ImportDrop  # noqa: PLC0415 - not needed for the first paint
        from tenantdock.desktop.placing import keep_on_screen  # noqa: PLC0415 - as above
        from tenantdock.desktop.steady import Steady  # noqa: PLC0415 - as above

        QApplication.setWindowIcon(program_icon())
        Steady(desktop.window.list, desktop.window.panes.splitter, desktop.window.notices)
        keep_on_screen(desktop.window)  # the screen that it was on may be gone, or smaller
        ImportDrop(desktop.window, lambda *args: desktop.command("import_", *args))
        desktop.read_attention()

    def ask_vault(self) -> None:
        """Ask once where sign-ins are kept, as soon as there is a customer.

        The keyring may ask the person something, and its library is large: neither belongs before the first picture, nor in a
        window that has nothing to keep yet.
        """
        desktop = self._desktop
        if not self._vault_asked and self.over and desktop.window.model.total:
            self._vault_asked = True
            desktop.loop.submit(desktop.workflows.vault.state, desktop.bulletins.vault)

    def no_hotkey(self, trouble: TenantDockError) -> None:
        """Say once why the palette has no keys of its own; the settings show it for as long as it is so."""
        if self._desktop.remembered.once("said-no-hotkey"):
            self._desktop.window.show_status(outside(trouble.told), 30)

    def _first_show(self) -> None:
        if self._showing and not self._desktop.closing:
            self._showing = False
            self._desktop.window.show()

    def _told_ready(self) -> None:
        desktop = self._desktop
        lean.over()
        ready, self._ready = self._ready, None
        if ready is not None:
            ready()
        wanted, self._hotkey = self._hotkey, None
        if wanted is not None:
            desktop.loop.submit(wanted, desktop.set_hotkey)
        if not self._followed:
            self._followed = True
            QTimer.singleShot(_AFTERWARDS_MS, desktop.window, self._follow_settings)
        QTimer.singleShot(_KEEPER_MS, desktop.window, self._keep)
        QTimer.singleShot(_GIVE_BACK_MS, desktop.window, self._give_back)

    def _keep(self) -> None:
        """Begin to keep an eye on things. What that needs is imported by a worker, so that the window does not wait for it."""

        def begin(_module: object) -> None:
            if not self._desktop.closing:
                self._desktop.keeper.look()

        self._desktop.loop.submit(lambda: import_module("tenantdock.desktop.keeper"), begin)

    def _give_back(self) -> None:
        """Hand the memory back that only the start needed."""
        if not self._desktop.closing:
            self._desktop.loop.submit(_give_back, lambda _nothing: None)

    def _follow_settings(self) -> None:
        """Follow the settings from now on, and guide who starts for the first time. A worker imports what that needs."""
        desktop = self._desktop

        def begin(module: ModuleType) -> None:
            if not desktop.closing:
                module.Following(desktop.workflows.configuring, desktop.loop, desktop.set_hotkey).begin()
                self._guide_first()

        desktop.loop.submit(lambda: import_module("tenantdock.desktop.applying"), begin)

    def _guide_first(self) -> None:
        """Show the guide at the very first start, where nothing is saved yet."""
        desktop = self._desktop
        if (
            desktop.loaded
            and not desktop.window.model.entries
            and desktop.window.isVisible()
            and desktop.remembered.known
            and not desktop.practice
            and "guide" in desktop.commands.available
            and desktop.remembered.once("guided")
        ):
            desktop.commands.guide()

    def _start_tray(self) -> None:
        icon = self._make_tray(self._desktop.window)
        if icon is not None:
            self._take_tray(icon)
            return
        # At log-in the panel may come later than we do
        QTimer.singleShot(_TRAY_AGAIN_MS, self._desktop.window, lambda: self._tray_again(_TRAY_AGAIN_MS))

    def _take_tray(self, icon: TrayIcon) -> None:
        desktop = self._desktop
        desktop.tray = Tray(
            icon,
            desktop.title,
            _TrayActions(desktop),
            lambda: desktop.window.model.entries,
            desktop.workflows.agent.sessions,
            lambda: desktop.locked,
        )
        desktop.look()
        desktop.window.notices.remove("no-tray")

    def _tray_again(self, waited: int) -> None:
        desktop = self._desktop
        if desktop.closing or desktop.tray is not None:
            return
        icon = self._make_tray(desktop.window)
        if icon is not None:
            self._take_tray(icon)
            return
        if desktop.remembered.once("said-no-tray"):
            desktop.bulletins.no_tray()
        if self._hidden:
            self._hidden, self._showing = False, True
            self._first_show()
        if waited < _TRAY_LAST_MS:
            QTimer.singleShot(waited * 2, desktop.window, lambda: self._tray_again(waited * 2))


def _give_back() -> None:
    from tenantdock.desktop import footprint  # noqa: PLC0415 - on a worker, long after the first paint

    footprint.give_back()


class _TrayActions:
    """What the tray's menu can ask for."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def show(self) -> None:
        self._desktop.window.come_forward()

    def palette(self) -> None:
        self._desktop.palette()

    def add(self) -> None:
        self._desktop.add_customer()

    def connect(self, connection_id: str) -> None:
        self._desktop.connect(connection_id)

    def focus(self, session_id: str) -> None:
        self._desktop.sessions.focus(session_id)

    def sessions(self) -> None:
        self._desktop.open_sessions()

    def lock(self) -> None:
        self._desktop.lock()

    def leave(self) -> None:
        self._desktop.leave()
