"""The sign-in window: what is happening, as whom, where, for how long, and Cancel."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Badge, Button, Card, ElidedLabel, Label, PrimaryButton, copy_button, named, spaced
from tenantdock.desktop.texts import clock_time, counted, elapsed, outside, tr
from tenantdock.desktop.trouble import Answered, told
from tenantdock.domain.errors import NoPowerShell, TenantDockError
from tenantdock.domain.signin import DeviceCode, Progress
from tenantdock.domain.text import one_line

_LETTERS: Final = 64
"""The width, in average characters."""


class SignInDialog(Answered):
    """One sign-in. :attr:`cancelled` is emitted at once when the person gives up; the window is gone by then."""

    cancelled = Signal()

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Signing in to {name}", name=entry.name))
        self.setObjectName("signInDialog")
        self._began = time.monotonic()
        self._finished = False
        self._code: DeviceCode | None = None
        self._header(entry)
        self._page = self._progress_page()
        self.column.addWidget(self._page, 1)
        self._buttons = self.buttons
        self.elapsed_label = Label(elapsed(0), "small")
        named(self.elapsed_label, "signInElapsed", tr("Time since the start"))
        self._buttons.addWidget(self.elapsed_label)
        self._buttons.addStretch()
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, "signInCancel")
        self.cancel_button.clicked.connect(self.reject)
        self._buttons.addWidget(self.cancel_button)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.fit(_LETTERS)

    @property
    def pending(self) -> bool:
        """Whether the work still runs and the person has not given up."""
        return not self._finished and not self._done

    def show_progress(self, progress: Progress) -> None:
        """Say what is happening now."""
        if self._finished:
            return
        self.step_label.setText(outside(progress.text, 300))
        before = self.height()
        self.fit(_LETTERS)
        self.resize(self.width(), max(before, self.height()))  # taller for a longer sentence; it does not shrink under the pointer
        if progress.device_code is not None and progress.device_code != self._code:
            self._code = progress.device_code
            page = self._code_page(progress.device_code)
            self._turn_to(page)

    def show_trouble(self, username: str, trouble: TenantDockError) -> None:
        """Say that the sign-in stands but the console could not open. Answers True for another try at the console."""
        self._finished = True
        self._timer.stop()
        self.elapsed_label.hide()
        self.setWindowTitle(tr("Signed in"))
        page = QWidget()
        column = spaced(QVBoxLayout(page), gap=1)
        column.addWidget(Label(tr("You are signed in as {name}.", name=outside(username, 200)), "heading", wrap=True))
        column.addWidget(Label(tr("The console could not be opened."), "strong", wrap=True))
        self.trouble_label = Label(outside(trouble.message, 600), wrap=True)
        named(self.trouble_label, "signInTrouble", tr("Why the console could not be opened"))
        column.addWidget(self.trouble_label)
        card = Card()
        self.next_label = Label(outside(trouble.next_step, 600), "strong", wrap=True)
        named(self.next_label, "signInNextStep", tr("What to do next"))
        card.body.addWidget(self.next_label)
        column.addWidget(card)
        column.addStretch()
        self._turn_to(page)
        # By convention the details of NoPowerShell are the install command of this system, and nothing else
        command = trouble.details if isinstance(trouble, NoPowerShell) else ""
        if command:
            self.command_label = Label(outside(command, 600), "mono", wrap=True, selectable=True)
            named(self.command_label, "signInCommand", tr("Command"))
            card.body.addWidget(self.command_label)
        copy = copy_button(command or told(trouble), tr("Copy the command") if command else tr("Copy details"))
        named(copy, "signInCopy")
        self._buttons.insertWidget(0, copy)
        self.cancel_button.setText(tr("Close"))
        self.cancel_button.setAccessibleName(tr("Close"))
        self.again_button = PrimaryButton(tr("Try again"))
        named(self.again_button, "signInAgain")
        self.again_button.clicked.connect(lambda: self.answer(True))
        self._buttons.addWidget(self.again_button)
        self.again_button.setFocus()
        self.fit(_LETTERS)

    def finish(self) -> None:
        """Close without an answer from the person: the work is over."""
        self._finished = True
        self.answer(None)

    def answer(self, value: object) -> None:
        """Close. Before the work is over that is a cancellation."""
        already = self._done
        self._timer.stop()
        super().answer(value)
        if not already and not self._finished:
            self._finished = True
            self.cancelled.emit()

    def _turn_to(self, page: QWidget) -> None:
        """Show another page in place of the one before; the window takes its size."""
        self._page.hide()
        self.column.replaceWidget(self._page, page)
        self._page.deleteLater()
        self._page = page
        page.show()
        self.fit(_LETTERS)

    def _header(self, entry: Entry) -> None:
        row = spaced(QHBoxLayout(), gap=2)
        row.addWidget(Badge(entry.initials, entry.row.colour))
        names = spaced(QVBoxLayout(), gap=0)
        names.addWidget(ElidedLabel(entry.name, "heading"))
        account = ElidedLabel(tr("as {name}", name=one_line(entry.row.username, 200)))
        named(account, "signInAccount")
        names.addWidget(account)
        where = one_line(entry.row.domain, 120) or entry.row.tenant_id
        tenant = ElidedLabel(tr("in the tenant {name}", name=where), "small")
        tenant.setToolTip(entry.row.tenant_id)
        named(tenant, "signInTenant")
        names.addWidget(tenant)
        row.addLayout(names, 1)
        self.column.addLayout(row)

    def _progress_page(self) -> QWidget:
        page = QWidget()
        column = spaced(QVBoxLayout(page), gap=1)
        column.addStretch()
        self.step_label = Label(tr("Starting"), wrap=True)
        named(self.step_label, "signInStep", tr("What is happening"))
        column.addWidget(self.step_label)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(UNIT // 2 + 2)
        named(bar, "signInBar", tr("Working"))
        column.addWidget(bar)
        column.addStretch()
        return page

    def _code_page(self, code: DeviceCode) -> QWidget:
        page = QWidget()
        column = spaced(QVBoxLayout(page), gap=1)
        column.addWidget(Label(tr("On any device, open this address and type the code:"), wrap=True))
        card = Card()
        self.address_label = Label(one_line(code.address, 200), "heading", wrap=True)
        named(self.address_label, "deviceCodeAddress", tr("Address"))
        card.body.addWidget(self.address_label)
        address = spaced(QHBoxLayout(), gap=1)
        if code.address.startswith(("https://", "http://localhost")):
            opening = Button(tr("Open here"))
            named(opening, "deviceCodeOpen", tr("Open the address here"))
            opening.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(code.address)))
            address.addWidget(opening)
        address_copy = copy_button(code.address, tr("Copy the address"))
        named(address_copy, "deviceCodeCopyAddress")
        address.addWidget(address_copy)
        address.addStretch()
        card.body.addLayout(address)
        card.body.addSpacing(UNIT)
        typed = spaced(QHBoxLayout(), gap=1)
        self.code_label = ElidedLabel(one_line(code.user_code, 40), "code")
        named(self.code_label, "deviceCode", tr("Code: {code}", code=" ".join(code.user_code)))
        self.code_label.setMinimumHeight(self.code_label.fontMetrics().height())
        typed.addWidget(self.code_label, 1)
        self.code_copy_button = copy_button(code.user_code, tr("Copy the code"))
        named(self.code_copy_button, "deviceCodeCopy")
        typed.addWidget(self.code_copy_button)
        card.body.addLayout(typed)
        column.addWidget(card)
        self.code_time_label = Label(tr("The code can be used until {time}.", time=clock_time(code.expires_on)), "small", wrap=True)
        column.addWidget(self.code_time_label)
        column.addWidget(Label(tr("Type it only if you started this sign-in yourself."), "small", wrap=True))
        return page

    def _tick(self) -> None:
        self.elapsed_label.setText(elapsed(time.monotonic() - self._began))
        if self._code is not None:
            left = max(0, int(self._code.expires_on - time.time()))
            if left:
                many = tr("The code can be used for {n} more minutes.")
                told_left = counted(-(-left // 60), tr("The code can be used for {n} more minute."), many)
            else:
                told_left = tr("The code can no longer be used. Cancel, and try again.")
            self.code_time_label.setText(told_left)
