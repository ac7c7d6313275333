"""Signing in and connecting: the windows that one click can lead through."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QDialog

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.texts import tr
from tenantdock.desktop.trouble import Answered, ErrorDialog, RefusalDialog, worth_trying_again
from tenantdock.desktop.window import MainWindow
from tenantdock.desktop.windows import Windows
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled, ProxyAuthentication, TenantDockError
from tenantdock.domain.proof import Candidate, WrongAccount
from tenantdock.domain.signin import Progress, ProgressListener, Rung
from tenantdock.domain.text import one_line
from tenantdock.workflows.connecting import Connected, Connecting, SignedIn
from tenantdock.workflows.settings import Configuring

SHOW_AFTER_MS = 350
"""A silent sign-in is over sooner; its window would only flash. One that needs a person shows its window at once."""


class _Run:
    """One click and what it leads through. *dialog* is the window that shows it now, None between two; *at* is where its first
    window is to be; *chosen* are the services, where they are not the connection's.
    """

    def __init__(self, entry: Entry, *, console: bool, at: QPoint | None = None, chosen: tuple[str, ...] = ()) -> None:
        self.at = at
        self.chosen = chosen
        self.entry = entry
        self.console = console
        self.dialog: QDialog | None = None


class _Way:
    """How to try again: on a rung, or on the usual one (None)."""

    def __init__(self, rung: Rung | None) -> None:
        self.rung = rung


class Signing:
    """Runs sign-ins, one at a time for each connection and any number side by side.

    *test* opens the connectivity test of a connection, where there is one; *changed* is called when rows may have changed.
    """

    def __init__(
        self,
        *,
        connecting: Connecting,
        configuring: Configuring,
        loop: Loop,
        main: MainWindow,
        windows: Windows,
        changed: Callable[[], None],
        test: Callable[[str], None] | None = None,
    ) -> None:
        self._test = test
        self._connecting = connecting
        self._configuring = configuring
        self._loop = loop
        self._main = main
        self._windows = windows
        self._changed = changed
        self._running: dict[str, _Run] = {}
        self.ended: list[Callable[[str], None]] = []
        """Called with a connection's id whenever a sign-in of it is over, or makes room for another one."""

    def runs(self, connection_id: str) -> bool:
        """Whether a sign-in of this connection is under way."""
        return connection_id in self._running

    def start(
        self,
        entry: Entry,
        *,
        console: bool,
        rung: Rung | None = None,
        at: QPoint | None = None,
        chosen: tuple[str, ...] = (),
    ) -> None:
        """Sign in, and open a console where wanted. While that runs already, its window comes to the front. *at* is where the
        window of a sign-in was that this one takes the place of; *chosen* are the services of this one console, where they are not
        the connection's.
        """
        run = self._running.get(entry.row.id)
        if run is None:
            run = _Run(entry, console=console, at=at, chosen=chosen)
            self._running[entry.row.id] = run
            self._say(run, tr("Signing in\u2026"))
            self._loop.start(self._climb(run, rung))
        elif run.dialog is not None:
            run.dialog.show()
            run.dialog.raise_()
            run.dialog.activateWindow()

    async def _climb(self, run: _Run, rung: Rung | None) -> None:
        """Try, and go on with what the person chooses, until it works or they stop."""
        again = True
        try:
            while again:
                self._say(run, tr("Signing in\u2026"))
                try:
                    again = await self._once(run, rung)
                except Cancelled:
                    return
                except WrongAccount as refusal:
                    way = await self._refused(run, refusal, rung)
                    again, rung = way is not None, way.rung if way is not None else None
                except TenantDockError as error:
                    again = await self._failed(run, error)
        finally:
            self._end(run)
            self._changed()

    async def _failed(self, run: _Run, error: TenantDockError) -> bool:
        """Tell what went wrong, with what helps. Returns whether to try again."""
        name = run.entry.name
        if isinstance(error, ProxyAuthentication) and error.typed:
            from tenantdock.desktop.proxying import ask_for_proxy  # noqa: PLC0415 - seldom needed

            return await ask_for_proxy(error, name, self._configuring, partial(self._ask, run), self._loop, self._windows.parent)
        retry = worth_trying_again(error)
        return bool(await self._ask(run, ErrorDialog(error, about=name, retry=retry, parent=self._windows.parent)))

    async def _refused(self, run: _Run, refusal: WrongAccount, rung: Rung | None) -> _Way | None:
        """Ask how to go on after *rung* brought another account. Returns None when the person stops."""
        from tenantdock.desktop.confirming import ConfirmDialog  # noqa: PLC0415 - seldom needed

        name = run.entry.name
        while True:
            chosen = await self._ask(run, RefusalDialog(refusal, name, self._windows.parent))
            if not isinstance(chosen, Candidate):
                return _Way(chosen) if isinstance(chosen, Rung) else None
            typed = await self._ask(run, ConfirmDialog(chosen, name, self._windows.parent))
            if typed is None:
                continue
            try:
                await self._loop.run(self._connecting.confirm, run.entry.row.id, chosen, typed=str(typed))
            except TenantDockError as error:
                await self._ask(run, ErrorDialog(error, about=name, parent=self._windows.parent))
                continue
            # The way that brought this account brings it again, and now it is the wanted one
            return _Way(rung)

    async def _once(self, run: _Run, rung: Rung | None) -> bool:
        """One try. Returns whether the person wants another."""
        cancel = self._loop.new_cancel()
        dialog = self._open(run, cancel)
        work: Callable[[str, Cancel, ProgressListener, Rung | None, int, tuple[str, ...]], Connected | SignedIn]
        work = self._connecting.connect if run.console else self._connecting.sign_in

        def show(progress: Progress) -> None:
            new_code = dialog.show_progress(progress)
            if progress.step == "person" or progress.device_code is not None:
                _appear(dialog)
            if new_code and dialog.pending:
                # The person has to read it, and the browser of a try before may be in front
                dialog.raise_()
                dialog.activateWindow()

        def tell(progress: Progress) -> None:
            self._loop.post(show, progress)

        # Only Windows' broker wants to know it, and asking makes the window a native one before it is shown
        window = int(dialog.winId()) if sys.platform == "win32" else 0
        try:
            result: Connected | SignedIn = await self._loop.run(work, run.entry.row.id, cancel, tell, rung, window, run.chosen)
            return await self._finish(run, dialog, result, cancelled=cancel.cancelled)
        except TenantDockError:
            # The person has gone on already; what comes of a cancelled try is no news to them
            if cancel.cancelled:
                raise Cancelled from None
            raise
        finally:
            if run.dialog is dialog:
                run.dialog = None
            dialog.finish()
            self._windows.drop(dialog)

    def _open(self, run: _Run, cancel: Cancel) -> SignInDialog:
        """Make the window of one try. It shows itself when the try takes a moment."""
        dialog = SignInDialog(run.entry, self._windows.parent, testable=self._test is not None)
        self._windows.keep(dialog)
        run.dialog = dialog

        def stop() -> None:
            cancel.cancel()
            self._end(run)
            self._main.show_status(tr("Cancelled: {name}", name=run.entry.name))

        def switch(rung: Rung) -> None:
            # The other one begins at once, beside the one that still unwinds
            cancel.cancel()
            self._end(run)
            self.start(run.entry, console=run.console, rung=rung, at=dialog.pos(), chosen=run.chosen)

        dialog.cancelled.connect(stop)
        dialog.switched.connect(switch)
        if self._test is not None:
            dialog.test_wanted.connect(partial(self._test, run.entry.row.id))
        if run.at is not None:
            dialog.move(run.at)
            run.at = None
            _appear(dialog)
        QTimer.singleShot(SHOW_AFTER_MS, dialog, partial(_appear, dialog))
        return dialog

    async def _finish(self, run: _Run, dialog: SignInDialog, result: Connected | SignedIn, *, cancelled: bool) -> bool:
        name = run.entry.name
        signed_in = result.signed_in if isinstance(result, Connected) else result
        username = one_line(signed_in.username, 120)
        if isinstance(result, Connected) and result.trouble is not None and not cancelled:
            self._say(run, tr("Signed in, without a console"))
            self._changed()
            dialog.show_trouble(username, result.trouble)
            dialog.show()
            return bool(await self._loop.emitted(dialog.answered))
        if cancelled:
            self._main.show_status(tr("{name} was signed in before you cancelled.", name=name))
        elif isinstance(result, Connected):
            self._main.show_status(tr("{name}: a console is open as {username}.", name=name, username=username))
        else:
            self._main.show_status(tr("{name}: signed in as {username}.", name=name, username=username))
        return False

    async def _ask(self, run: _Run, dialog: Answered) -> Any:
        self._say(run, tr("Waiting for you"))
        run.dialog = dialog
        try:
            return await self._windows.ask(dialog)
        finally:
            run.dialog = None

    def _say(self, run: _Run, text: str) -> None:
        self._main.model.set_busy(run.entry.row.id, text)

    def _end(self, run: _Run) -> None:
        """Make room for another click on the same row. A run that was cancelled may still unwind beside a new one."""
        if self._running.get(run.entry.row.id) is run:
            del self._running[run.entry.row.id]
            self._say(run, "")
            for tell in list(self.ended):
                tell(run.entry.row.id)


def _appear(dialog: SignInDialog) -> None:
    if dialog.pending and not dialog.isVisible():
        dialog.show()
