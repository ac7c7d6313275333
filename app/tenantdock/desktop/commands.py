"""What a person asks for less often than to connect. Imported when the first of it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QTimer

from tenantdock.desktop.texts import counted, joined, outside, tr, translated
from tenantdock.desktop.trouble import Answered, QuestionDialog
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.said import sentences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tenantdock.desktop.app import Desktop
    from tenantdock.desktop.details import DetailsDialog
    from tenantdock.desktop.settings import SettingsDialog
    from tenantdock.domain.directory import Connection
    from tenantdock.domain.errors import ProxyAuthentication

_Dialog = TypeVar("_Dialog", bound="QDialog")
_PURGE_AFTER_MS = 65_000
"""After the last removal; by then no notice offers to undo it."""
_OPTIONAL = {
    "doctor": "doctor",
    "exporting": "exporting",
    "guide": "readiness",
    "importing": "importing",
    "moving": "moving",
    "settings": "configuring",
}
"""The parts that not every TenantDock has: the module with the window, and the workflow behind it."""

_SEALED = {"exporting": "ExportDialog", "importing": "ImportDialog"}
"""The windows for sealed files, by the part whose window leads there."""


class Commands:
    """Runs them, each with the windows that it needs. Methods that end in a window return at once."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._workflows = desktop.workflows
        self._windows = desktop.windows
        self._window = desktop.window
        self._loop = desktop.loop
        self._purge_timer = QTimer(desktop.window)
        self._purge_timer.setSingleShot(True)
        self._purge_timer.setInterval(_PURGE_AFTER_MS)
        self._purge_timer.timeout.connect(self._purge)

    def _purge(self) -> None:
        """Have nothing left on the disk of what was removed. What prevents it (another process, a full disk) ends by itself: it is
        done again after the next removal, at the end and at the next start.
        """

        def failed(failure: BaseException) -> None:
            if not isinstance(failure, StorageTrouble):
                raise failure

        self._loop.submit(self._workflows.directory.purge, lambda _: None, failed)

    # Details

    def details(self, connection_id: str) -> None:
        """Show a connection's details, or bring them to the front."""
        from tenantdock.desktop.details import DetailsDialog  # noqa: PLC0415 - imports widgets that nothing else needs

        entry = self._window.model.entry(connection_id)
        if entry is None:
            return
        for dialog in self._windows.all():
            if isinstance(dialog, DetailsDialog) and dialog.connection_id == connection_id:
                dialog.raise_()
                dialog.activateWindow()
                return
        dialog = DetailsDialog(
            self._workflows.editing,
            entry,
            self._loop,
            self._windows.parent,
            testable="doctor" in self.available,
            portals=self._window.portals(entry.row),
        )
        dialog.portal_wanted.connect(partial(self._desktop.open_portal, connection_id))
        dialog.saved.connect(lambda _connection: self._desktop.read_rows())
        dialog.copy_wanted.connect(self._desktop.copy)
        dialog.test_wanted.connect(lambda: self.test(connection_id))
        dialog.discard_wanted.connect(lambda: self._start(self._discard(dialog, lambda: dialog.answer(None))))
        dialog.sign_out_wanted.connect(lambda: self._then_read(dialog, self._sign_out(connection_id)))
        dialog.everywhere_wanted.connect(lambda: self._then_read(dialog, self._sign_out_everywhere(connection_id)))
        dialog.anew_wanted.connect(lambda shared: self._then_read(dialog, self._enrol_anew(connection_id, shared)))
        self._keep(dialog)
        dialog.show()

    def _then_read(self, dialog: DetailsDialog, work: Coroutine[Any, Any, None]) -> None:
        async def run() -> None:
            try:
                await work
            finally:
                if dialog in self._windows.all():
                    dialog.read_again()

        self._start(run())

    async def _discard(self, dialog: DetailsDialog | SettingsDialog, go_on: Callable[[], None]) -> None:
        text = tr("What you changed is not saved yet.")
        title = tr("Discard the changes?")
        try:
            if await self._ask(QuestionDialog(title, text, tr("Discard"), tr("Go on editing"), self._windows.parent, careful=True)):
                go_on()
        finally:
            dialog.asking = False

    def add(self, added: Callable[[Connection], None]) -> None:
        """Open the window in which a customer is added, and call *added* with the one that was."""
        from tenantdock.desktop.add import AddDialog  # noqa: PLC0415 - seldom needed

        there = self._shown(AddDialog)
        if there is not None:
            there.raise_()
            there.activateWindow()
            return
        window = self._window
        if not window.isVisible():
            window.come_forward()
        entries = lambda: window.model.entries  # noqa: E731
        dialog = AddDialog(self._workflows.adding, self._loop, window, accounts=self._workflows.directory.accounts, entries=entries)
        dialog.added.connect(added)
        dialog.proxy_asked.connect(lambda asked: self.proxy(asked, dialog, dialog.look_again))
        self._keep(dialog)
        dialog.show()

    # Signing out and removing

    def sign_out(self, connection_id: str) -> None:
        """Sign a connection's account out on this computer."""
        self._start(self._sign_out(connection_id))

    async def _sign_out(self, connection_id: str) -> None:
        connection = await self._loop.run(self._workflows.removing.sign_out, connection_id)
        self._window.show_status(tr("Signed out: {name}", name=outside(connection.account.username, 120)))
        self._desktop.read_rows()

    def sign_out_everywhere(self, connection_id: str) -> None:
        """Have the provider end all sign-ins of a connection's account, when the person agrees."""
        self._start(self._sign_out_everywhere(connection_id))

    async def _sign_out_everywhere(self, connection_id: str) -> None:
        from tenantdock.workflows.removing import STILL_VALID  # noqa: PLC0415 - seldom needed

        entry = self._window.model.entry(connection_id)
        if entry is None:
            return
        username = outside(entry.row.username, 120)
        text = tr(
            "Microsoft ends every sign-in of {name}, in browsers and apps, on every device. TenantDock forgets its own, and open"
            " consoles of this account get no more tokens.",
            name=username,
        )
        title = tr("Sign out {name} everywhere?", name=username)
        if not await self._ask(
            QuestionDialog(
                title,
                joined(" ", text, translated(STILL_VALID)),
                tr("Sign out everywhere"),
                tr("Keep"),
                self._windows.parent,
                careful=True,
            )
        ):
            return
        cancel = self._loop.new_cancel()
        notice, going = f"everywhere-{connection_id}", tr("Signing out everywhere: {name}", name=username)
        self._window.notices.show_notice(notice, "info", going, action=tr("Cancel"), run=cancel.cancel, stays=True)
        try:
            await self._loop.run(self._workflows.removing.sign_out_everywhere, connection_id, cancel)
        except BaseException:
            self._window.show_status(tr("Not signed out everywhere: {name}", name=username))
            raise
        finally:
            self._window.notices.remove(notice)
        self._window.show_status(tr("Signed out everywhere: {name}", name=username))
        self._desktop.read_rows()

    async def _enrol_anew(self, connection_id: str, shared: int) -> None:
        entry = self._window.model.entry(connection_id)
        if entry is None:
            return
        username = outside(entry.row.username, 120)
        text = tr(
            "TenantDock forgets which person {name} is, and its sign-in; open consoles of this account get no more tokens. Whoever"
            " signs in next under that user name is taken for the right one from then on. Do this only when the account was made"
            " anew or belongs to somebody else now.",
            name=username,
        )
        if shared:
            others = counted(
                shared,
                "It is used for {n} other customer too, which has to be signed in again.",
                "It is used for {n} other customers too, which have to be signed in again.",
            )
            text = joined(" ", text, others)
        title = tr("Enrol another person as {name}?", name=username)
        if await self._ask(QuestionDialog(title, text, tr("Forget the person"), tr("Keep"), self._windows.parent, careful=True)):
            await self._loop.run(self._workflows.removing.sign_out, connection_id)
            await self._loop.run(self._workflows.editing.enrol_anew, connection_id)
            self._window.show_status(tr("The next sign-in as {name} decides who it is.", name=username))
            self._desktop.read_rows()

    def remove(self, connection_id: str) -> None:
        """Remove a connection, after asking when consoles are open."""
        self._desktop.organise.remove([connection_id])

    def purge_soon(self) -> None:
        """Have nothing left on the disk of what was removed, once no notice offers to undo it any more."""
        self._purge_timer.start()

    def keyboard(self) -> None:
        """Show all keys."""
        from tenantdock.desktop.keyboard import KeyboardDialog  # noqa: PLC0415 - seldom needed

        dialog = next((each for each in self._windows.all() if isinstance(each, KeyboardDialog)), None)
        if dialog is None:
            dialog = KeyboardDialog(self._windows.parent)
            self._keep(dialog)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    # The proxy

    def proxy(self, asked: ProxyAuthentication, parent: QDialog, again: Callable[[], None]) -> None:
        """Ask for what a proxy wants to know, over *parent*; then do *again* what it refused."""
        self._start(self._proxy(asked, parent, again))

    async def _proxy(self, asked: ProxyAuthentication, parent: QDialog, again: Callable[[], None]) -> None:
        from tenantdock.desktop.proxying import ask_for_proxy  # noqa: PLC0415 - seldom needed

        if await ask_for_proxy(asked, "", self._workflows.configuring, self._windows.ask, self._loop, parent):
            again()

    # What not every TenantDock has

    @cached_property
    def available(self) -> frozenset[str]:
        """Which of the parts in :data:`_OPTIONAL` this TenantDock has."""
        return frozenset(part for part, workflow in _OPTIONAL.items() if getattr(self._workflows, workflow, None) is not None)

    def export(self) -> None:
        """Open the window that saves customers to a file."""
        if self._open("exporting", "CustomersExportDialog") is None:
            self._open("moving", "ExportDialog")

    def import_(self, path: str = "") -> None:
        """Open the window that takes customers from a file or from an account's lists. *path* is a file to start with, or ""."""
        dialog = self._open("importing", "CustomersImportDialog") or self._open("moving", "ImportDialog")
        if path and hasattr(dialog, "open_file"):
            dialog.open_file(path)

    def settings(self, key: str = "") -> None:
        """Open the settings, at the one with *key* where it is given."""
        from tenantdock.desktop.settings import SettingsDialog  # noqa: PLC0415 - seldom needed

        if "settings" not in self.available:
            return
        dialog = self._shown(SettingsDialog)
        if dialog is None:
            dialog = SettingsDialog(
                self._workflows.configuring,
                self._loop,
                self._windows.parent,
                readiness=self._workflows.readiness,
                hotkey_trouble=self._hotkey_trouble,
            )
            dialog.guide_wanted.connect(self.guide)
            dialog.discard_wanted.connect(lambda go_on: self._start(self._discard(dialog, go_on)))
            self._keep(dialog)
        _forward(dialog)
        if key:
            dialog.go_to(key)

    def _hotkey_trouble(self) -> str:
        """Why the system does not take the key combination, or ""."""
        trouble = self._desktop.hotkey.trouble
        return sentences(trouble.message, trouble.next_step) if trouble is not None else ""

    def guide(self) -> None:
        """Open the guide through the first steps."""
        from tenantdock.desktop.guide import GuideDialog  # noqa: PLC0415 - for the first start, and seldom after it

        if self._workflows.readiness is None:
            return
        dialog = self._shown(GuideDialog)
        if dialog is None:
            dialog = GuideDialog(
                self._workflows.readiness,
                self._loop,
                self._windows.parent,
                playground=self._workflows.playground,
                importing=bool({"importing", "moving"} & self.available),
            )
            dialog.add_wanted.connect(self._desktop.add_customer)
            dialog.import_wanted.connect(self.import_)
            self._keep(dialog)
        _forward(dialog)

    def _shown(self, kind: type[_Dialog]) -> _Dialog | None:
        return next((each for each in self._windows.all() if isinstance(each, kind)), None)

    def test(self, connection_id: str) -> None:
        """Open the connectivity test of a connection."""
        self._start(self._test(connection_id))

    async def _test(self, connection_id: str) -> None:
        from tenantdock.domain.checks import Subject  # noqa: PLC0415 - nothing else needs it here
        from tenantdock.domain.directory import UserName  # noqa: PLC0415 - the same

        connection = await self._loop.run(self._workflows.directory.connection, connection_id)
        user = UserName.parse(connection.account.username)
        cloud = self._workflows.adding.clouds.get(connection.tenant.cloud)
        subject = Subject(cloud, user.domain, user, connection, connection.services)
        make = import_module("tenantdock.desktop.doctor").DoctorDialog
        dialog = make(self._part("doctor"), subject, self._loop, self._windows.parent)
        self._keep(dialog)
        dialog.show()

    def _open(self, part: str, name: str) -> Any:
        """Open an optional part's window, or bring it to the front. Returns it, or None where there is none."""
        if part not in self.available:
            return None
        make = getattr(import_module(f"tenantdock.desktop.{part}"), name)
        dialog = next((each for each in self._windows.all() if type(each) is make and not getattr(each, "closing", False)), None)
        if dialog is None:
            dialog = make(self._part(_OPTIONAL[part]), self._loop, self._windows.parent)
            self._keep(dialog)
            if part in {"moving", "importing"} and hasattr(dialog, "changed"):
                dialog.changed.connect(self._desktop.read_rows)
            if part == "importing":
                dialog.answered.connect(lambda _applied: self._purge_timer.start())  # nothing of it is left on the disk
            if hasattr(dialog, "applied"):
                dialog.answered.connect(lambda _answer: self._imported(part, dialog.applied))
            if part in _SEALED:
                dialog.sealed_wanted.connect(partial(self._open, "moving", _SEALED[part]))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _imported(self, part: str, applied: Any) -> None:
        from tenantdock.desktop.import_undo import offer_undo  # noqa: PLC0415 - seldom needed

        told = import_module(f"tenantdock.desktop.{part}").told
        offer_undo(self._desktop, applied, told, self._part(_OPTIONAL[part]).undo)

    def _part(self, name: str) -> Any:
        return getattr(self._workflows, name)

    def _keep(self, dialog: QDialog) -> None:
        self._windows.keep(dialog)
        ended = dialog.answered if isinstance(dialog, Answered) else dialog.finished
        ended.connect(lambda _answer: self._windows.drop(dialog))

    async def _ask(self, dialog: Answered) -> Any:
        return await self._windows.ask(dialog)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._loop.start(work)


def _forward(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
