"""The desktop: puts tray, window and dialogs together and lets them do what the person asks for."""

from __future__ import annotations

import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from importlib import import_module
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tenantdock.desktop.announcing import session_told
from tenantdock.desktop.bulletins import Bulletins
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.garbage import Collector
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.memory import NoMemory
from tenantdock.desktop.panes import KEPT
from tenantdock.desktop.remembered import Remembered
from tenantdock.desktop.starting import Application, application
from tenantdock.desktop.texts import counted, outside, tr
from tenantdock.desktop.theme import theme
from tenantdock.desktop.tray import Tray, system_tray
from tenantdock.desktop.window import MainWindow
from tenantdock.desktop.windows import Windows
from tenantdock.domain.errors import Cancelled, NotFound, TenantDockError

if TYPE_CHECKING:
    from tenantdock.desktop.commands import Commands
    from tenantdock.desktop.entries import Entry
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
_FIRST_SHOW_MS = 120
_TRAY_AGAIN_MS = 5000
_AFTERWARDS_MS = 150
_KEEPER_MS = 600


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
        self.loop = Loop(self._failed, held=True)
        self._ready = ready
        self._loaded = False
        self._closing = False
        self._showing = False
        self._hidden = False
        self._followed = False
        self._vault_asked = False
        self.network_news = (False, "")
        """Whether the sign-in service cannot be reached, and what deserves attention in a few words, or ""."""
        self._waiting: list[str] = []
        self._before_hook = sys.excepthook
        # First of all, so that a worker reads while this thread builds the window
        self.remembered = Remembered(memory or NoMemory(), self.loop, self._recalled)
        self.read_rows()
        self.practice = practice
        self.title = tr("TenantDock \u2013 practice cloud") if practice else "TenantDock"
        self.window = MainWindow(self.title)
        self.garbage = Collector()
        self.windows = Windows(self.loop, self.window, self.garbage.soon)
        self.bulletins = Bulletins(self.window.notices, self.show_error)
        self._wire()
        self._make_tray = tray
        self._hotkey_wanted = hotkey
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
    def hotkey(self) -> Hotkey:
        """The keys that open the palette from every program."""
        from tenantdock.desktop.hotkeys import Hotkey  # noqa: PLC0415 - not needed for the first window

        return Hotkey(self.loop, self._palette, self._no_hotkey)

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
        self.loop.post(lambda: None if self._closing else self.hotkey.set(keys))

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
        self.loop.post(self._leave)

    def report(self, error: TenantDockError) -> None:
        """Show a trouble as a notice."""
        self.loop.post(self.bulletins.reports, [error])

    def network(self, state: NetworkState) -> None:
        """Show whether the network and this computer's clock are as sign-ins need them."""
        self.loop.post(self._show_network, state)

    # On the GUI thread

    def start(self, *, hidden: bool = False) -> None:
        """Show tray icon and window; with *hidden* the tray icon only, where there is a tray within a few seconds."""
        self._start_tray()
        if hidden:
            self._hidden = self.tray is None
            self._told_ready()
            return
        # The remembered place comes from a worker in a millisecond or two; a slow disk must not keep the window back
        self._showing = True
        if self.remembered.known:
            self._first_show()
        else:
            QTimer.singleShot(_FIRST_SHOW_MS, self.window, self._first_show)

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
        self._closing = True
        self._put_away()
        for dialog in self.windows.all():
            dialog.hide()
        if "keeper" in self.__dict__:
            self.keeper.close()
        if self.tray is not None:
            self.tray.close()
            self.tray = None
        self.window.close_for_good()
        return self.loop.close(timeout)

    def _palette(self, text: str = "") -> None:
        if not self._closing and not self._kept_away():
            self.finding.open(text)

    def add_customer(self) -> None:
        """Open the window in which a customer is added."""
        from tenantdock.desktop.add import AddDialog  # noqa: PLC0415 - not needed for the first window

        if self._kept_away():
            return
        for dialog in self.windows.all():
            if isinstance(dialog, AddDialog):
                dialog.raise_()
                dialog.activateWindow()
                return
        if not self.window.isVisible():
            self.window.come_forward()
        entries = lambda: self.window.model.entries  # noqa: E731
        accounts = self.workflows.directory.accounts
        dialog = AddDialog(self.workflows.adding, self.loop, self.window, accounts=accounts, entries=entries)
        dialog.added.connect(self._added)
        dialog.proxy_asked.connect(lambda asked: self.commands.proxy(asked, dialog, dialog.look_again))
        dialog.finished.connect(lambda: self.windows.drop(dialog))
        self.windows.keep(dialog)
        dialog.show()

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

    def read_rows(self, then: Callable[[], None] | None = None) -> None:
        """Read the list anew, on a worker; then show it and call *then*."""
        directory = self.workflows.directory
        self.loop.submit(lambda: prepare(directory.rows()), lambda entries: self._show_rows(entries, then), self._rows_failed)

    def _show_rows(self, entries: list[Entry], then: Callable[[], None] | None = None) -> None:
        if self._closing:
            return
        first, self._loaded = not self._loaded, True
        self.window.show_rows(entries, time.time())
        if not first:
            self._ask_vault()
            self._read_attention()
        self.show_sessions()
        if "finding" in self.__dict__:
            self.finding.refresh()
        if then is not None:
            then()
        waiting, self._waiting = self._waiting, []
        for connection_id in waiting:
            self._connect(connection_id)

    def _read_attention(self) -> None:
        """Read which customers need a look. Not before the first picture, and not where there is nobody."""
        if self._ready is None and self.window.model.total and not self._closing:
            self.loop.submit(self.workflows.organising.attention, self.window.show_attention)

    def _rows_failed(self, failure: BaseException) -> None:
        self._show_rows(self.window.model.entries)
        self._failed(failure)

    def show_sessions(self) -> None:
        """Show the consoles that are open, wherever they are shown."""
        if self._closing:
            return
        self.window.show_sessions(self.workflows.agent.sessions())
        if "sessions" in self.__dict__:
            self.sessions.update()
        if "keeper" in self.__dict__:
            self.keeper.look()

    def _session_changed(self, session: SessionInfo) -> None:
        self.loop.post(self.show_sessions)
        self.loop.post(self._read_attention)
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
            signal.connect(partial(self._command, name))
        window.settings_requested.connect(self.open_settings)
        window.available = lambda: self.commands.available
        if self.workflows.portals is not None:
            window.portals = lambda row: self.workflows.portals.of(row) if self.workflows.portals is not None else ()
        window.filing_requested.connect(partial(self._organise, "do"))
        window.undo_requested.connect(partial(self._organise, "undo"))
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
        window.closing.connect(self._window_closing)
        window.painted.connect(self._painted)
        self.workflows.agent.listen(self._session_changed)

    def _show_network(self, state: NetworkState) -> None:
        self.network_news = (not state.online, self.bulletins.network(state))
        self.keeper.look()

    def _command(self, name: str, *args: str) -> None:
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
        elif not self._loaded:
            self._waiting.append(connection_id)
        else:
            # Perhaps it was added a moment ago, by the command line
            self.read_rows(lambda: self._sign_in_found(connection_id, console=console))

    def _sign_in_found(self, connection_id: str, *, console: bool) -> None:
        entry = self.window.model.entry(connection_id)
        if entry is None:
            raise NotFound(
                tr("This customer is not in the list any more."), next_step=tr("Choose another one, or add the customer again.")
            )
        self.signing.start(entry, console=console)

    def _added(self, connection: Connection) -> None:
        self.read_rows(lambda: self.reveal(connection.id))
        self.bulletins.added(connection, lambda: self._connect(connection.id))

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

        panel = DetailsPanel(self.workflows.editing, self.workflows.organising, self.loop)
        panel.saved.connect(self.read_rows)
        return panel

    def _focus(self, session_id: str) -> None:
        self.sessions.focus(session_id)

    def _end(self, session_id: str) -> None:
        self.workflows.agent.withdraw(session_id)
        self.show_sessions()

    def _ask_vault(self) -> None:
        """Ask once where sign-ins are kept, as soon as there is a customer.

        The keyring may ask the person something, and its library is large: neither belongs before the first picture, nor in a
        window that has nothing to keep yet.
        """
        if not self._vault_asked and self._ready is None and self.window.model.total:
            self._vault_asked = True
            self.loop.submit(self.workflows.vault.state, self.bulletins.vault)

    # Beginning

    def _recalled(self, failure: BaseException | None) -> None:
        """Take the window's place from the memory; a damaged memory is told and stops nothing."""
        self.window.restore_place(self.remembered.get("place"))
        self.window.take_looks({key: self.remembered.get(key) for key in KEPT})
        self._first_show()
        if isinstance(failure, TenantDockError):
            self.bulletins.reports([failure])
        elif failure is not None:
            self._failed(failure)

    def _first_show(self) -> None:
        if self._showing and not self._closing:
            self._showing = False
            self.window.show()

    def _painted(self) -> None:
        self._told_ready()
        self._ask_vault()
        theme().watch()
        from tenantdock.desktop.importing_drop import ImportDrop  # noqa: PLC0415 - not needed for the first paint

        ImportDrop(self.window, partial(self._command, "import_"))
        self._read_attention()

    def _told_ready(self) -> None:
        wanted, self._hotkey_wanted = self._hotkey_wanted, None
        if wanted is not None:
            self.loop.submit(wanted, self.set_hotkey)
        ready, self._ready = self._ready, None
        if ready is not None:
            ready()
        if not self._followed:
            self._followed = True
            QTimer.singleShot(_AFTERWARDS_MS, self.window, self._follow_settings)
        QTimer.singleShot(_KEEPER_MS, self.window, self._keep)

    def _keep(self) -> None:
        """Begin to keep an eye on things. What that needs is imported by a worker, so that the window does not wait for it."""

        def begin(_module: object) -> None:
            if not self._closing:
                self.keeper.look()

        self.loop.submit(lambda: import_module("tenantdock.desktop.keeper"), begin)

    def _follow_settings(self) -> None:
        """Follow the settings from now on, and guide who starts for the first time. A worker imports what that needs."""

        def begin(module: ModuleType) -> None:
            if not self._closing:
                module.Following(self.workflows.configuring, self.loop, self.set_hotkey).begin()
                self._guide_first()

        self.loop.submit(lambda: import_module("tenantdock.desktop.applying"), begin)

    def _guide_first(self) -> None:
        """Show the guide at the very first start, where nothing is saved yet."""
        first = self._loaded and not self.window.model.entries and self.window.isVisible()
        if (
            first
            and self.remembered.known
            and not self.practice
            and "guide" in self.commands.available
            and self.remembered.once("guided")
        ):
            self.commands.guide()

    def _no_hotkey(self, trouble: TenantDockError) -> None:
        """Say once why the palette has no keys of its own; the settings show it for as long as it is so."""
        if self.remembered.once("said-no-hotkey"):
            self.window.show_status(outside(trouble.told), 30)

    def _start_tray(self) -> None:
        icon = self._make_tray(self.window)
        if icon is not None:
            self._take_tray(icon)
            return
        # At log-in the panel may come later than we do
        QTimer.singleShot(_TRAY_AGAIN_MS, self.window, self._tray_again)

    def _take_tray(self, icon: TrayIcon) -> None:
        self.tray = Tray(
            icon,
            self.title,
            _TrayActions(self),
            lambda: self.window.model.entries,
            self.workflows.agent.sessions,
            lambda: self.locked,
        )
        if "keeper" in self.__dict__:
            self.keeper.look()
        self.window.notices.remove("no-tray")

    def _tray_again(self) -> None:
        if self._closing or self.tray is not None:
            return
        icon = self._make_tray(self.window)
        if icon is not None:
            self._take_tray(icon)
            return
        if self.remembered.once("said-no-tray"):
            self.bulletins.no_tray()
        if self._hidden:
            self._hidden, self._showing = False, True
            self._first_show()

    # Ending

    def leave(self) -> None:
        """Quit, after asking when consoles are open."""
        if self.workflows.agent.sessions():
            self.loop.start(self._ask_and_leave(tr("Quit TenantDock?"), ""))
        else:
            self._leave()

    async def _ask_and_leave(self, title: str, before: str) -> None:
        from tenantdock.desktop.trouble import QuestionDialog  # noqa: PLC0415 - not needed for the first window

        consoles = len(self.workflows.agent.sessions())
        losing = counted(
            consoles,
            "{n} console is open. It will get no more tokens.",
            "{n} consoles are open. They will get no more tokens.",
        )
        text = " ".join(part for part in (before, losing if consoles else "") if part)
        question = QuestionDialog(title, text, tr("Quit"), tr("Stay"), self.windows.parent)
        question.setProperty("shownWhileLocked", True)
        if await self.windows.ask(question):
            self.remembered.once("said-closing-quits")
            self._leave()

    def _window_closing(self) -> None:
        self.remembered.put("place", self.window.place())
        if self.tray is not None:
            self.window.hide()
            if self.remembered.once("said-hides"):
                self.tray.say(tr("TenantDock goes on here, in the tray. Quit it from this icon's menu."))
        elif not self.remembered.get("said-closing-quits"):
            text = tr("There is no tray icon to go on in, so closing the window quits. This is said only once.")
            self.loop.start(self._ask_and_leave(tr("Quit TenantDock?"), text))
        else:
            self.leave()

    def _put_away(self) -> None:
        """End the palette and its keys, where they were ever made."""
        for part in ("finding", "hotkey"):
            if part in self.__dict__:
                getattr(self, part).close()

    def _asked_to_quit(self) -> bool:
        """Quit because the system wants it: without asking, since a question would hold a log-out up."""
        asked = not self._closing
        if asked:
            self._leave()
        return asked

    def _leave(self) -> None:
        self._closing = True
        if self.tray is not None:
            self.tray.icon.hide()
        if self.window.isVisible():
            self.remembered.put("place", self.window.place())
        self._put_away()
        for dialog in self.windows.all():
            dialog.hide()
        self.window.close_for_good()
        QApplication.quit()

    # Errors

    def show_error(self, error: TenantDockError) -> None:
        """Show a trouble in a window of its own."""
        from tenantdock.desktop.trouble import ErrorDialog  # noqa: PLC0415 - not needed for the first window

        dialog = ErrorDialog(error, parent=self.windows.parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.windows.keep(dialog)
        dialog.answered.connect(lambda _answer: self.windows.drop(dialog))
        dialog.show()

    def _failed(self, failure: BaseException) -> None:
        """Show what nobody waited for. Nothing is lost, and nothing ends the program."""
        if self._closing or isinstance(failure, Cancelled):
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
            self._failed(failure)
        else:
            self._before_hook(kind, failure, trace)


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
