"""The desktop: puts tray, window and dialogs together and lets them do what the person asks for."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tenantdock.desktop.announcing import session_told
from tenantdock.desktop.beginning import Beginning
from tenantdock.desktop.bulletins import Bulletins
from tenantdock.desktop.garbage import Collector
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.memory import NoMemory
from tenantdock.desktop.remembered import Remembered
from tenantdock.desktop.rows import Rows
from tenantdock.desktop.starting import Application, application
from tenantdock.desktop.texts import outside, tr
from tenantdock.desktop.tray import Tray, system_tray
from tenantdock.desktop.window import MainWindow
from tenantdock.desktop.windows import Windows
from tenantdock.domain.errors import Cancelled, NotFound, TenantDockError

if TYPE_CHECKING:
    from tenantdock.desktop.commands import Commands
    from tenantdock.desktop.ending import Ending
    from tenantdock.desktop.finding import Finding
    from tenantdock.desktop.hotkeys import Hotkey
    from tenantdock.desktop.keeper import Keeper
    from tenantdock.desktop.memory import Memory
    from tenantdock.desktop.organise import Organise
    from tenantdock.desktop.panel import DetailsPanel
    from tenantdock.desktop.session_desk import SessionDesk
    from tenantdock.desktop.signing import Signing
    from tenantdock.desktop.tray import TrayIcon
    from tenantdock.domain.directory import Connection
    from tenantdock.domain.sessions import SessionInfo
    from tenantdock.domain.signin import NetworkState
    from tenantdock.workflows import Workflows

__all__ = ["Desktop", "application"]

_log = logging.getLogger(__name__)


class Desktop:
    """Tray, main window and dialogs over the workflows.

    Build it on the GUI thread, after :func:`application`. :meth:`start` shows it and :meth:`run` lives in it; :meth:`show`,
    :meth:`palette`, :meth:`connect`, :meth:`quit`, :meth:`report` and :meth:`network` may be called from any thread, and do their
    work on the GUI thread.

    *practice* marks every title. *reports* are troubles from before there was a window (a damaged file that was set aside): each
    becomes a notice. *memory* keeps the window's place and what was said once. *ready* is called once, on the GUI thread, when the
    tray icon is there (or it is known that there is no tray) and the list has painted its first rows. *tray* gives the icon, or
    None where there is no tray. *hotkey* is called on a worker after the first window for the keys that open the palette from every
    program ("" for none); without it there are none.
    """

    def __init__(
        self,
        workflows: Workflows,
        *,
        practice: bool = False,
        reports: Iterable[TenantDockError] = (),
        memory: Memory | None = None,
        ready: Callable[[], None] | None = None,
        tray: Callable[[QObject], TrayIcon | None] = system_tray,
        hotkey: Callable[[], str] | None = None,
    ) -> None:
        self.workflows = workflows
        self.loop = Loop(self.failed, held=True)
        self.closing = False
        self.network_news = (False, "")
        """Whether the sign-in service cannot be reached, and what deserves attention in a few words, or ""."""
        self._before_hook = sys.excepthook
        self.beginning = Beginning(self, tray, ready, hotkey)
        # First of all, so that a worker reads while this thread builds the window
        self.remembered = Remembered(memory or NoMemory(), self.loop, self.beginning.recalled)
        self.rows = Rows(self)
        self.rows.read_first()
        self.practice = practice
        self.title = tr("TenantDock \u2013 practice cloud") if practice else "TenantDock"
        self.window = MainWindow(self.title)
        self.garbage = Collector()
        self.windows = Windows(self.loop, self.window, self.garbage.soon)
        self.bulletins = Bulletins(self.window.notices, self.show_error, self.open_page)
        self._wire()
        self.tray: Tray | None = None
        self.bulletins.reports(reports)
        if practice:
            self.bulletins.practice(workflows.sandbox_page)
        self.loop.begin()

    @cached_property
    def signing(self) -> Signing:
        """Sign-ins and their windows, made when the first one is wanted."""
        from tenantdock.desktop.signing import Signing  # noqa: PLC0415 - not needed for the first window

        return Signing(
            connecting=self.workflows.connecting,
            configuring=self.workflows.configuring,
            loop=self.loop,
            main=self.window,
            windows=self.windows,
            changed=self._signed_in,
            test=self.commands.test if "doctor" in self.commands.available else None,
            open_page=self.commands.open_page,
        )

    @cached_property
    def commands(self) -> Commands:
        """What is asked for less often, made when the first of it is wanted."""
        from tenantdock.desktop.commands import Commands  # noqa: PLC0415 - not needed for the first window

        return Commands(self)

    @cached_property
    def finding(self) -> Finding:
        """The palette, made when it is first wanted."""
        from tenantdock.desktop.finding import Finding  # noqa: PLC0415 - not needed for the first window

        return Finding(self)

    @cached_property
    def ending(self) -> Ending:
        """How it ends, made when that is asked for."""
        from tenantdock.desktop.ending import Ending  # noqa: PLC0415 - not needed for the first window

        return Ending(self)

    @cached_property
    def hotkey(self) -> Hotkey:
        """The keys that open the palette from every program."""
        from tenantdock.desktop.hotkeys import Hotkey  # noqa: PLC0415 - not needed for the first window

        return Hotkey(self.loop, self._palette, self.beginning.no_hotkey)

    @cached_property
    def sessions(self) -> SessionDesk:
        """What can be done with open consoles, made when it is first wanted."""
        from tenantdock.desktop.session_desk import SessionDesk  # noqa: PLC0415 - not needed for the first window

        return SessionDesk(self)

    @cached_property
    def keeper(self) -> Keeper:
        """The lock, the tray's state and notifications, made after the first window."""
        from tenantdock.desktop.keeper import Keeper  # noqa: PLC0415 - not needed for the first window

        return Keeper(self)

    @property
    def locked(self) -> bool:
        """Whether TenantDock is locked."""
        return "keeper" in self.__dict__ and self.keeper.locked

    @cached_property
    def organise(self) -> Organise:
        """Filing and removing, made when the first of it is wanted."""
        from tenantdock.desktop.organise import Organise  # noqa: PLC0415 - not needed for the first window

        return Organise(self)

    # From any thread

    def set_hotkey(self, keys: str) -> None:
        """Have *keys* (as in "Ctrl+Alt+Space") open the palette from every program from now on; "" for none."""
        self.loop.post(lambda: None if self.closing else self.hotkey.set(keys))

    def palette(self) -> None:
        """Open the palette, or put it away."""
        self.loop.post(self._palette)

    def show(self) -> None:
        """Bring the window to the front."""
        self.loop.post(self.window.come_forward)

    def connect(self, connection_id: str) -> None:
        """Connect, and show what comes of it."""
        self.loop.post(self._connect, connection_id)

    def quit(self) -> None:
        """End the program, without asking."""
        self.loop.post(self._quit)

    def report(self, error: TenantDockError) -> None:
        """Show a trouble as a notice."""
        self.loop.post(self.bulletins.reports, [error])

    def network(self, state: NetworkState) -> None:
        """Show whether the network and this computer's clock are as sign-ins need them."""
        self.loop.post(self._show_network, state)

    # On the GUI thread

    def start(self, *, hidden: bool = False) -> None:
        """Show tray icon and window; with *hidden* the tray icon only, where there is a tray within a few seconds."""
        self.beginning.start(hidden=hidden)

    def run(self, *, hidden: bool = False) -> int:
        """Start (as :meth:`start` does), and stay until :meth:`quit`. Returns the exit code."""
        sys.excepthook = self._hook
        app = QApplication.instance()
        if isinstance(app, Application):
            app.asked_to_quit = self._asked_to_quit
        self.garbage.begin()
        try:
            self.start(hidden=hidden)
            code = QApplication.exec()
        finally:
            self.close()
            self.garbage.end()
            sys.excepthook = self._before_hook
        return code

    def close(self, timeout: float = 1.0) -> bool:
        """Cancel all work, take everything off the screen and wait up to *timeout* seconds. Returns whether every thread ended."""
        self.ending.all_away()
        if "keeper" in self.__dict__:
            self.keeper.close()
        if self.tray is not None:
            self.tray.close()
            self.tray = None
        return self.loop.close(timeout)

    def _palette(self, text: str = "") -> None:
        if not self.closing and not self._kept_away():
            self.finding.open(text)

    def add_customer(self) -> None:
        """Open the window in which a customer is added."""
        if not self._kept_away():
            self.commands.add(self._added)

    def open_settings(self) -> None:
        """Open the window of settings, where this TenantDock has one."""
        if self._kept_away():
            return
        self.commands.settings()

    def open_sessions(self, session_id: str = "") -> None:
        """Open the window of open consoles, with one selected."""
        if not self._kept_away():
            self.sessions.show(session_id)

    def lock(self) -> None:
        """Lock TenantDock."""
        self.keeper.lock()

    def sign_in(self, connection_id: str) -> None:
        """Sign in, and show what comes of it."""
        self._sign_in(connection_id)

    def _kept_away(self) -> bool:
        """While locked, show the lock instead of what was asked for."""
        if self.locked:
            self.window.come_forward()
        return self.locked

    # Rows

    @property
    def loaded(self) -> bool:
        """Whether the whole list was read and shown."""
        return self.rows.loaded

    def read_rows(self, then: Callable[[], None] | None = None) -> None:
        """Read the list anew; then show it and call *then*."""
        self.rows.read(then)

    def rows_shown(self, *, again: bool) -> None:
        """Have everything else follow the list that the window shows now, for the first time or *again*."""
        if again:
            self.beginning.ask_vault()
            self.read_attention()
        self.show_sessions()
        if "finding" in self.__dict__:
            self.finding.refresh()

    def read_attention(self) -> None:
        """Read which customers need a look. Not before the first picture, and not where there is nobody."""
        if self.beginning.over and self.window.model.total and not self.closing:
            self.loop.submit(self.workflows.organising.attention, self.window.show_attention)

    def show_sessions(self) -> None:
        """Show the consoles that are open, wherever they are shown."""
        if self.closing:
            return
        self.window.show_sessions(self.workflows.agent.sessions())
        if "sessions" in self.__dict__:
            self.sessions.update()
        self.look()

    def look(self) -> None:
        """Have lock, tray and notifications follow what is so now, where they are there already."""
        if "keeper" in self.__dict__:
            self.keeper.look()

    def _session_changed(self, session: SessionInfo) -> None:
        self.loop.post(self.show_sessions)
        self.loop.post(self.read_attention)
        self.loop.post(session_told, self.window, session)

    def _signed_in(self) -> None:
        self.sessions.signed_in()
        self.read_rows()

    # What the person asks for

    def _wire(self) -> None:
        window = self.window
        window.connect_requested.connect(self._connect)
        window.sign_in_requested.connect(self._sign_in)
        for signal, name in (
            (window.sign_out_requested, "sign_out"),
            (window.everywhere_requested, "sign_out_everywhere"),
            (window.remove_requested, "remove"),
            (window.details_requested, "details"),
            (window.test_requested, "test"),
            (window.export_requested, "export"),
            (window.import_requested, "import_"),
            (window.guide_requested, "guide"),
            (window.keyboard_requested, "keyboard"),
        ):
            signal.connect(partial(self.command, name))
        window.settings_requested.connect(self.open_settings)
        window.available = lambda: self.commands.available
        if self.workflows.portals is not None:
            window.portals = lambda row: self.workflows.portals.of(row) if self.workflows.portals is not None else ()
        window.filing_requested.connect(partial(self._organise, "do"))
        window.undo_requested.connect(partial(self._organise, "undo"))
        window.undoable = lambda: "organise" in self.__dict__ and self.organise.undoable
        window.filtered.connect(partial(self._organise, "filter_changed"))
        window.kept.connect(self.remembered.put)
        window.panes.make_panel = self._make_panel
        window.copy_requested.connect(self.copy)
        window.palette_requested.connect(self.palette)
        window.similar_requested.connect(self._palette)
        window.portal_requested.connect(self.open_portal)
        window.end_requested.connect(self._end)
        window.focus_requested.connect(self._focus)
        window.add_requested.connect(self.add_customer)
        window.quit_requested.connect(self.leave)
        window.lock_requested.connect(self.lock)
        window.sessions_requested.connect(self.open_sessions)
        window.closing.connect(self._window_closes)
        window.painted.connect(self.beginning.painted)
        self.workflows.agent.listen(self._session_changed)

    def _show_network(self, state: NetworkState) -> None:
        self.network_news = (not state.online, self.bulletins.network(state))
        self.keeper.look()

    def command(self, name: str, *args: str) -> None:
        """Do what is asked for less often, by its name."""
        if not self._kept_away():
            getattr(self.commands, name)(*args)

    def _organise(self, name: str, *args: object) -> None:
        if name != "filter_changed" and self._kept_away():
            return
        getattr(self.organise, name)(*args)

    def _connect(self, connection_id: str) -> None:
        self._sign_in(connection_id, console=True)

    def connect_to(self, connection_id: str, chosen: tuple[str, ...] = ()) -> None:
        """Connect; *chosen* are the services of this one console, where they are not the connection's."""
        self._sign_in(connection_id, console=True, chosen=chosen)

    def open_portal(self, connection_id: str, key: str) -> None:
        """Open one of a customer's portals in the connection's browser profile."""
        from tenantdock.desktop.finding import open_portal  # noqa: PLC0415 - not needed for the first window

        if not self._kept_away():
            open_portal(self, connection_id, key)

    def _sign_in(self, connection_id: str, *, console: bool = False, chosen: tuple[str, ...] = ()) -> None:
        if self._kept_away():
            return
        entry = self.window.model.entry(connection_id)
        self.window.notices.remove("added")
        if entry is not None:
            self.signing.start(entry, console=console, chosen=chosen)
        elif not self.loaded:
            self.rows.once_loaded(lambda: self._sign_in(connection_id, console=console, chosen=chosen))
        else:
            # Perhaps it was added a moment ago, by the command line
            self.read_rows(lambda: self._sign_in_found(connection_id, console=console, chosen=chosen))

    def _sign_in_found(self, connection_id: str, *, console: bool, chosen: tuple[str, ...]) -> None:
        entry = self.window.model.entry(connection_id)
        if entry is None:
            raise NotFound(
                tr("This customer is not in the list any more."), next_step=tr("Choose another one, or add the customer again.")
            )
        self.signing.start(entry, console=console, chosen=chosen)

    def _added(self, connection: Connection) -> None:
        self.read_rows(lambda: self._reveal_added(connection.id))
        self.bulletins.added(connection, lambda: self._connect(connection.id))

    def _reveal_added(self, connection_id: str) -> None:
        self.reveal(connection_id)
        self.window.list.setFocus()  # Enter connects what was added, whatever had the focus before

    def reveal(self, connection_id: str) -> None:
        """Select a row, whatever is searched for and filtered by."""
        if not self.window.select(connection_id):
            self.window.show_everything()
            self.window.select(connection_id)

    def copy(self, text: str) -> None:
        """Copy *text*, and say so."""
        QGuiApplication.clipboard().setText(text)
        self.window.show_status(tr("Copied: {text}", text=outside(text, 80)))

    def _make_panel(self) -> DetailsPanel:
        from tenantdock.desktop.panel import DetailsPanel  # noqa: PLC0415 - not needed for the first window

        return DetailsPanel(self.workflows.editing, self.workflows.organising, self.loop)

    def _focus(self, session_id: str) -> None:
        self.sessions.focus(session_id)

    def _end(self, session_id: str) -> None:
        self.workflows.agent.withdraw(session_id)
        self.show_sessions()

    # Ending

    def leave(self) -> None:
        """Quit, after asking when consoles are open."""
        self.ending.leave()

    def _quit(self) -> None:
        self.ending.now()

    def _asked_to_quit(self) -> bool:
        return self.ending.asked_to_quit()

    def _window_closes(self) -> None:
        self.ending.window_closes()

    # Errors

    def open_page(self, address: str) -> None:
        """Open a page that is no customer's in the default browser."""
        self.commands.open_page(address)

    def show_error(self, error: TenantDockError) -> None:
        """Show a trouble in a window of its own."""
        from tenantdock.desktop.trouble import ErrorDialog  # noqa: PLC0415 - not needed for the first window

        dialog = ErrorDialog(error, parent=self.windows.parent)
        self.windows.keep(dialog)
        dialog.answered.connect(lambda _answer: self.windows.drop(dialog))
        dialog.show()

    def failed(self, failure: BaseException) -> None:
        """Show what nobody waited for. Nothing is lost, and nothing ends the program."""
        if isinstance(failure, Cancelled):
            return
        if self.closing:
            if not isinstance(failure, TenantDockError):
                _log.error("unexpected at the end: %s", type(failure).__name__, exc_info=failure)
            return
        if isinstance(failure, TenantDockError):
            self.show_error(failure)
            return
        _log.error("unexpected: %s", type(failure).__name__, exc_info=failure)
        self.show_error(
            TenantDockError(
                tr("Something happened that TenantDock was not made for."),
                next_step=tr("Try again. If it comes back, send the details to whoever looks after TenantDock for you."),
                details="".join(traceback.format_exception(failure)),
            )
        )

    def _hook(self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
        if isinstance(failure, Exception):
            self.failed(failure)
        else:
            self._before_hook(kind, failure, trace)
