"""The sign-in window: what is happening, as whom, where, for how long, and Cancel."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tenantdock.desktop.announcing import announce
from tenantdock.desktop.codepage import CodePage
from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.menu_look import Menu
from tenantdock.desktop.motion import BusyBar
from tenantdock.desktop.parts import Badge, Button, Card, ElidedLabel, Label, PrimaryButton, copy_button, named, spaced
from tenantdock.desktop.texts import elapsed, joined, outside, rung, tr
from tenantdock.desktop.trouble import Answered, told
from tenantdock.domain.errors import NoPowerShell, TenantDockError
from tenantdock.domain.signin import DeviceCode, Progress, Rung
from tenantdock.domain.text import one_line

_LETTERS: Final = 64
"""The width, in average characters."""
HINT_AFTER_MS: Final = 25_000
"""A person signs in within this time, or wonders why the page does not come."""
LADDER: Final = (Rung.BROWSER, Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE)
BROWSING: Final = frozenset(LADDER[:-1])
"""The ways that wait for a page in a browser here."""


class SignInDialog(Answered):
    """One sign-in. :attr:`cancelled` is emitted at once when the person gives up; the window is gone by then.

    :attr:`switched` carries the Rung that the person wants instead of the one that runs; the window is gone by then, too.
    :attr:`test_wanted` is emitted for a test of the connection, which *testable* says there is; the sign-in goes on beside it.
    """

    cancelled = Signal()
    switched = Signal(object)
    test_wanted = Signal()
    page_wanted = Signal(str, object)
    """An address is to be opened here; what to call with the reason where nothing opened."""

    def __init__(self, entry: Entry, parent: QWidget | None = None, *, testable: bool = False) -> None:
        super().__init__(parent, tr("Signing in to {name}", name=entry.name))
        self.setObjectName("signInDialog")
        self._began = time.monotonic()
        self._finished = False
        self._code: DeviceCode | None = None
        self._code_shown: CodePage | None = None
        self._rung: Rung | None = None
        self._testable = testable
        self._hint_timer = QTimer(self)
        self._hint_timer.setSingleShot(True)
        self._hint_timer.setInterval(HINT_AFTER_MS)
        self._hint_timer.timeout.connect(self._hint)
        self._header(entry)
        self._first_page = self._page = self._progress_page()
        self.column.addWidget(self._page, 1)
        self._buttons = self.buttons
        self.elapsed_label = Label(elapsed(0), "small")
        named(self.elapsed_label, "signInElapsed", tr("Time since the start"))
        self._buttons.addWidget(self.elapsed_label)
        self._buttons.addStretch()
        self.other_button = Button(tr("Other way\u2026"))
        named(self.other_button, "signInOther", joined(": ", tr("Other way\u2026"), tr("Sign in another way")))
        self.other_button.clicked.connect(self._open_ways)
        self.other_button.hide()
        self._buttons.addWidget(self.other_button)
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, "signInCancel")
        self.cancel_button.clicked.connect(self.reject)
        self._buttons.addWidget(self.cancel_button)
        self.cancel_button.setFocus()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.fit(_LETTERS)

    @property
    def pending(self) -> bool:
        """Whether the work still runs and the person has not given up."""
        return not self._finished and not self._done

    def show_progress(self, progress: Progress) -> bool:
        """Say what is happening now. Returns whether there is a new code to read."""
        if self._finished:
            return False
        self.step_label.setText(outside(progress.text, 300))
        self._follow(progress.step)
        before = self.height()
        if progress.device_code is None and self._page is not self._first_page:
            self._turn_to(self._first_page)  # the code was used, or something else asks for the person
        self.fit(self._letters())
        self.resize(self.width(), max(before, self.height()))  # taller for a longer sentence; it does not shrink under the pointer
        if progress.device_code is not None and progress.device_code != self._code:
            self._code = progress.device_code
            page = self._code_page(progress.device_code)
            self._turn_to(page)
            return True
        return False

    def show_trouble(self, username: str, trouble: TenantDockError) -> None:
        """Say that the sign-in stands but the console could not open. Answers True for another try at the console."""
        self._finished = True
        self._timer.stop()
        self._hint_timer.stop()
        self.elapsed_label.hide()
        self.other_button.hide()
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
        announce(self, joined(" ", tr("The console could not be opened."), outside(trouble.message, 600)), urgent=True)
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
        self._hint_timer.stop()
        super().answer(value)
        if not already and not self._finished:
            self._finished = True
            self.cancelled.emit()

    def ways_menu(self) -> QMenu:
        """Return the menu of the other ways to sign in."""
        menu = Menu(self)
        menu.setObjectName("waysMenu")
        menu.setAccessibleName(tr("Other ways to sign in"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for way in LADDER:
            if way is not self._rung:
                title, does = rung(way)
                action = menu.addAction(title)
                action.setToolTip(does)
                action.setStatusTip(does)
                action.triggered.connect(lambda _=False, way=way: self._switch(way))
        return menu

    def _open_ways(self) -> None:
        self.ways_menu().popup(self.other_button.mapToGlobal(QPoint(0, self.other_button.height())))

    def _switch(self, way: Rung) -> None:
        if self.pending:
            self._finished = True
            self.answer(None)
            self.switched.emit(way)

    def _follow(self, step: str) -> None:
        """Know which way is being tried, and offer the others while that waits for a person."""
        way = next((each for each in Rung if each.value == step and each is not Rung.SILENT), None)
        if way is None and step != "person":
            self.other_button.hide()  # it is being checked, or the console opens: nobody is needed any more
            self._end_hint()
        elif way is not self._rung or self.other_button.isHidden():
            self._rung = way or self._rung
            self.other_button.show()
            self._end_hint()
            if way in BROWSING:
                self._hint_timer.start()

    def _hint(self) -> None:
        """After a while in the browser: what to do when its page does not come."""
        if self._finished or self._page is not self._first_page:
            return
        self.hint_card.show()
        before = self.height()
        self.fit(self._letters())
        self.resize(self.width(), max(before, self.height()))

    def _end_hint(self) -> None:
        self._hint_timer.stop()
        if self._page is self._first_page:
            self.hint_card.hide()

    def _turn_to(self, page: QWidget) -> None:
        """Show another page in place of the one before; the window takes its size. The first one is kept, to go back to."""
        self._page.hide()
        self.column.replaceWidget(self._page, page)
        if self._page is self._code_shown:
            self._code_shown = None
        if self._page is not self._first_page:
            self._page.deleteLater()
        self._page = page
        page.show()
        self.fit(self._letters())

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
        self.step_label.speaks()
        named(self.step_label, "signInStep", tr("What is happening"))
        column.addWidget(self.step_label)
        bar = BusyBar()
        bar.setFixedHeight(UNIT // 2 + 2)
        named(bar, "signInBar", tr("Working"))
        column.addWidget(bar)
        self.hint_card = Card()
        row = spaced(QHBoxLayout(), gap=2)
        text = tr("Is the page blank, or does nothing happen there?")
        other = tr("Choose another way below.")
        hint = Label(text if self._testable else joined(" ", text, other), wrap=True)
        named(hint, "signInHint", tr("Hint"))
        row.addWidget(hint, 1)
        if self._testable:
            self.test_button = Button(tr("Test the connection"))
            named(self.test_button, "signInTest")
            self.test_button.clicked.connect(self.test_wanted)
            row.addWidget(self.test_button)
        self.hint_card.body.addLayout(row)
        self.hint_card.hide()
        column.addWidget(self.hint_card)
        column.addStretch()
        return page

    def _letters(self) -> int:
        """Return the width that the page needs, in average characters."""
        shown = self._code_shown
        needed = shown.minimumSizeHint().width() + 6 * UNIT if shown is not None and self._page is shown else 0
        return max(_LETTERS, -(-needed // self.fontMetrics().averageCharWidth()))

    def _code_page(self, code: DeviceCode) -> QWidget:
        page = CodePage(code)
        page.page_wanted.connect(self.page_wanted)
        self.address_label, self.code_label = page.address_label, page.code_label
        self._code_shown = page
        return page

    def _tick(self) -> None:
        self.elapsed_label.setText(elapsed(time.monotonic() - self._began))
        if self._code_shown is not None:
            self._code_shown.tick()
