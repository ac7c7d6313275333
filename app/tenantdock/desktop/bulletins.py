"""The notices that the program itself puts over the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from tenantdock.desktop.texts import counted, joined, outside, tr, translated
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.said import sentences

if TYPE_CHECKING:
    from tenantdock.desktop.notices import Notices
    from tenantdock.domain.directory import Connection
    from tenantdock.domain.ports import VaultState
    from tenantdock.domain.signin import NetworkState

_REPORTS_AT_ONCE = 2


class Bulletins:
    """Puts news into words and notices."""

    def __init__(self, notices: Notices, show_error: Callable[[TenantDockError], None]) -> None:
        self._notices = notices
        self._show_error = show_error
        self._reports: list[TenantDockError] = []
        self._dismissed: set[str] = set()

    def reports(self, more: Iterable[TenantDockError]) -> None:
        """Show troubles that stop nothing: one notice each while they are few, else one for all."""
        self._reports += more
        if len(self._reports) <= _REPORTS_AT_ONCE:
            for number, report in enumerate(self._reports):
                text = outside(report.told, 600)
                self._notices.show_notice(f"report-{number}", "warning", text)
            return
        for number in range(_REPORTS_AT_ONCE):
            self._notices.remove(f"report-{number}")
        every = TenantDockError(
            counted(len(self._reports), "{n} file could not be used as it is.", "{n} files could not be used as they are."),
            next_step=tr("Everything else works. Each one is told below."),
            title=tr("Some files could not be used"),
            details="\n\n".join(f"{translated(report.message)}\n{translated(report.next_step)}" for report in self._reports),
        )
        self._notices.show_notice("reports", "warning", every.message, action=tr("Show"), run=lambda: self._show_error(every))

    def practice(self, page: str) -> None:
        """Say that this is the practice cloud; *page* is the address of its own page, or ""."""
        self._notices.show_notice(
            "practice",
            "info",
            tr(
                "Practice cloud: people and tenants here are made up. Try admin@northwind.example; every password is"
                " \u201cpractice\u201d."
            ),
            action=tr("Open its page") if page else "",
            run=lambda: _open_page(page),
            stays=True,
        )

    def vault(self, state: VaultState) -> None:
        """Say why sign-ins are not kept, and how they would be."""
        if not state.persistent:
            reason = state.reason or tr("Sign-ins are kept until you quit, and not longer.")
            text = sentences(reason, state.next_step)
            self._notices.show_notice("vault", "warning", outside(text, 600))

    def network(self, state: NetworkState) -> str:
        """Say what is wrong with the network or with this computer's clock; take it back when it is over. What the person sent away
        does not come again before that. Returns what deserves attention in a few words, or "".
        """
        offline = skewed = ""
        if not state.online:
            still = tr("What is still valid goes on working. This message goes by itself with the next request that is answered.")
            offline = joined(" ", tr("Offline:"), outside(state.text, 300), still)
        elif state.text:
            advice = tr("Set this computer's clock right, or sign-ins fail in odd ways.")
            skewed = joined(" ", outside(state.text, 300), advice)
        for key, text in (("offline", offline), ("clock", skewed)):
            # What is known of the clock counts on while nobody answers
            if not text and not (key == "clock" and not state.online):
                self._dismissed.discard(key)
                self._notices.remove(key)
            elif text and key not in self._dismissed:
                shown = self._notices.get(key)
                if shown is None or shown.label.text() != text:
                    self._notices.show_notice(key, "warning", text, dismissed=partial(self._dismissed.add, key))
        if offline:
            return tr("offline")
        return tr("this computer's clock is wrong") if skewed else ""

    def no_tray(self) -> None:
        """Say that the window is all there is."""
        text = tr("This desktop shows no tray icons, so this window is where TenantDock lives. Closing it quits TenantDock.")
        self._notices.show_notice("no-tray", "info", text)

    def added(self, connection: Connection, connect: Callable[[], None]) -> None:
        """Say that a customer was added, and offer to connect."""
        text = tr("{name} was added.", name=outside(connection.name, 120))
        self._notices.show_notice("added", "done", text, action=tr("Connect now"), run=connect)


def _open_page(address: str) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not needed for the first window
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - as above

    QDesktopServices.openUrl(QUrl(address))
