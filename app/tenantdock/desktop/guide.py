"""The guide through the first steps: PowerShell and its modules, the keyring, the first customers. It blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.command_box import CommandBox
from tenantdock.desktop.doctor_rows import StepRow, state_word
from tenantdock.desktop.dressing import fitted, scrolling
from tenantdock.desktop.fields import say, spread
from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.modules_table import ModulesTable
from tenantdock.desktop.parts import Button, Card, Label, PrimaryButton, named, spaced
from tenantdock.desktop.placing import Placed
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.texts import outside, tr, translated
from tenantdock.domain.checks import Step
from tenantdock.domain.errors import TenantDockError
from tenantdock.workflows.readiness import KEYRING, MODULES, POWERSHELL, TERMINAL, command, modules

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.computer import Playground
    from tenantdock.workflows.readiness import Readiness


class GuideDialog(Placed, ReadingOrder, QDialog):
    """Three steps. What it looks for is found on a worker, by the checks of the connectivity test.

    *playground* is the practice cloud, where it can be started; *importing* whether customers can be imported.
    """

    add_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self,
        readiness: Readiness,
        loop: Loop,
        parent: QWidget | None = None,
        *,
        playground: Playground | None = None,
        importing: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("guideDialog")
        self.setWindowTitle(tr("First steps"))
        self.setAccessibleName(self.windowTitle())
        self._readiness = readiness
        self._loop = loop
        self._playground = playground
        self._cancel: Cancel | None = None
        self._gone = loop.new_cancel()
        self.rows = {step.key: StepRow(step) for step in readiness.steps()}
        column = spaced(QVBoxLayout(self), gap=0)
        top = spaced(QVBoxLayout(), gap=1)
        top.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 0)
        self.step_label = Label("", "small")
        named(self.step_label, "guideStep", tr("Step"))
        self.title_label = Label("", "title", wrap=True)
        self.title_label.speaks()
        named(self.title_label, "guideTitle", tr("What this step is about"))
        top.addWidget(self.step_label)
        top.addWidget(self.title_label)
        column.addLayout(top)
        self.stack = QStackedWidget()
        self.commands: dict[str, tuple[QWidget, CommandBox]] = {}
        self._titles = (
            tr("PowerShell and its modules"),
            tr("Where sign-ins are kept"),
            tr("Your first customers"),
        )
        for build in (self._first, self._second, lambda inside: self._third(inside, importing=importing)):
            self.stack.addWidget(self._page(build))
        column.addWidget(self.stack, 1)
        column.addLayout(self._bottom())
        letters = self.fontMetrics().averageCharWidth()
        self.resize(fit_on_screen(self.parentWidget() or self, QSize(letters * 84, self.fontMetrics().height() * 36)))
        self._turn(0)
        self.look()

    @property
    def step(self) -> int:
        """Which step is on show, from 0."""
        return self.stack.currentIndex()

    def look(self) -> None:
        """Look at this computer again."""
        if self._cancel is not None:
            return
        cancel = self._cancel = self._loop.new_cancel()
        for each in self._readiness.steps():
            self._show_step(each)
        self._looking(looking=True)

        def show(step: Step) -> None:
            if not cancel.cancelled:  # closed, and perhaps gone
                self._show_step(step)

        def done(steps: dict[str, Step]) -> None:
            if cancel.cancelled:
                return
            self._cancel = None
            self._looking(looking=False)
            for each in steps.values():
                self._show_step(each)

        def failed(failure: BaseException) -> None:
            if not cancel.cancelled:
                self._cancel = None
                self._looking(looking=False)
            raise failure

        self._loop.submit(lambda: self._readiness.look(cancel, lambda step: self._loop.post(show, step)), done, failed)

    def done(self, result: int) -> None:
        """Close; what still looks stops."""
        self._gone.cancel()
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel.cancel()
        super().done(result)

    # The steps

    def _page(self, build: Callable[[QBoxLayout], None]) -> QWidget:
        area = scrolling()
        named(area, f"guideArea{self.stack.count()}", self._titles[self.stack.count()])
        inside = QWidget()
        column = spaced(QVBoxLayout(inside), margin=3, gap=1)
        column.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, UNIT)
        build(column)
        column.addStretch(1)
        area.setWidget(inside)
        return area

    def _first(self, column: QBoxLayout) -> None:
        text = tr("Consoles need a PowerShell and a terminal. A service's own commands need its module; signing in works without.")
        column.addWidget(Label(text, wrap=True))
        self._row(column, POWERSHELL)
        self._row(column, TERMINAL)
        self._row(column, MODULES)
        self.modules = ModulesTable("guide")
        line = spaced(QHBoxLayout(), gap=0)
        self._indent(line)
        line.addWidget(self.modules)
        column.addLayout(line)
        self.again_button = Button(tr("Look again"))
        named(self.again_button, "guideAgain", tr("Look for PowerShell and modules again"))
        self.again_button.clicked.connect(self.look)
        column.addSpacing(UNIT)
        column.addLayout(spread(self.again_button))

    def _second(self, column: QBoxLayout) -> None:
        text = tr(
            "TenantDock keeps sign-ins sealed on this computer. The key to them is in your system's keyring, and nowhere else. "
            "Without a keyring they are kept in memory, until you quit."
        )
        column.addWidget(Label(text, wrap=True))
        self._row(column, KEYRING)
        self.keyring_copy = Button(tr("Copy what to do"))
        named(self.keyring_copy, "guideKeyringCopy")
        self.keyring_copy.clicked.connect(self._copy_keyring)
        self.keyring_copy.hide()
        line = spread(self.keyring_copy)
        self._indent(line)
        column.addLayout(line)

    def _third(self, column: QBoxLayout, *, importing: bool) -> None:
        text = tr("A customer is added with the user name that you sign in with. TenantDock finds the tenant by itself.")
        column.addWidget(Label(text, wrap=True))
        self.add_button = PrimaryButton(tr("Add a customer\u2026"))
        named(self.add_button, "guideAdd")
        self.add_button.clicked.connect(self._add)
        self.import_button = Button(tr("Import customers\u2026"))
        named(self.import_button, "guideImport")
        self.import_button.clicked.connect(self._import)
        self.import_button.setVisible(importing)
        column.addSpacing(UNIT)
        column.addLayout(spread(self.add_button, self.import_button))
        column.addSpacing(2 * UNIT)
        card = Card()
        card.body.addWidget(Label(tr("Try it first"), "heading", wrap=True))
        practice = tr(
            "The practice cloud has made-up customers, people and refusals. It runs on this computer, beside this TenantDock and "
            "with data of its own."
        )
        card.body.addWidget(Label(practice, wrap=True))
        self.practice_button = Button(tr("Open the practice cloud"))
        named(self.practice_button, "guidePractice")
        self.practice_button.clicked.connect(self._practise)
        self.practice_button.setEnabled(self._playground is not None)
        card.body.addLayout(spread(self.practice_button))
        self.practice_label = Label("", wrap=True)
        named(self.practice_label, "guidePracticeNews", tr("What came of it"))
        self.practice_label.hide()
        card.body.addWidget(self.practice_label)
        if self._playground is None:
            self._tell_practice(tr("This is the practice cloud already."))
        column.addWidget(card)

    def _indent(self, line: QBoxLayout) -> None:
        """Have a line begin where the texts of the rows do."""
        space = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        line.insertSpacerItem(0, space)

        def fit(guide: QWidget) -> None:
            space.changeSize(guide.fontMetrics().height() + 4 + UNIT + UNIT // 2, 0, QSizePolicy.Policy.Fixed)
            line.invalidate()

        fitted(self, fit)

    def _row(self, column: QBoxLayout, key: str) -> None:
        column.addSpacing(UNIT)
        column.addWidget(self.rows[key])
        box = QWidget()
        line = spaced(QHBoxLayout(box), gap=0)
        self._indent(line)
        value = CommandBox(f"guideCommand-{key}", f"guideCopy-{key}")
        line.addWidget(value, 1)
        box.hide()
        column.addWidget(box)
        self.commands[key] = (box, value)

    def _bottom(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 2 * UNIT)
        row.setSpacing(UNIT)
        self.skip_button = Button(tr("Skip"))
        self.skip_button.setToolTip(tr("The guide is in the menu and in the settings whenever you want it."))
        named(self.skip_button, "guideSkip", tr("Skip the guide"))
        self.skip_button.clicked.connect(self.reject)
        self.back_button = Button(tr("Back"))
        named(self.back_button, "guideBack")
        self.back_button.clicked.connect(lambda: self._turn(self.step - 1))
        self.next_button = PrimaryButton(tr("Next"))
        named(self.next_button, "guideNext")
        self.next_button.clicked.connect(self._next)
        row.addWidget(self.skip_button)
        row.addStretch()
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        return row

    # What happens

    def _turn(self, step: int) -> None:
        last = self.stack.count() - 1
        self.stack.setCurrentIndex(step)
        self.step_label.setText(tr("Step {n} of {all}", n=step + 1, all=last + 1))
        self.title_label.setText(self._titles[step])
        self.back_button.setEnabled(step > 0)
        self.skip_button.setVisible(step < last)
        self.next_button.setText(tr("Done") if step == last else tr("Next"))
        self.next_button.setAccessibleName(self.next_button.text())
        # At the end the first thing to do is to add somebody
        self.next_button.become("plain" if step == last else "primary")
        (self.add_button if step == last else self.next_button).setFocus()

    def _next(self) -> None:
        if self.step == self.stack.count() - 1:
            self.accept()
        else:
            self._turn(self.step + 1)

    def _looking(self, *, looking: bool) -> None:
        self.again_button.setEnabled(not looking)

    def _show_step(self, step: Step) -> None:
        row = self.rows[step.key]
        row.show_step(step)
        row.state.setText(state_word(step))  # without the time, which tells nothing here
        box, value = self.commands[step.key]
        found = command(step.finding)
        value.show_text(found)
        box.setVisible(bool(found))
        if step.key == MODULES or found:
            # What stands below says it
            row.details.hide()
            row.toggle.hide()
        if step.key == MODULES:
            self.modules.show_modules(modules(step))
        if step.key == KEYRING:
            self.keyring_copy.setVisible(step.finding is not None and bool(step.finding.advice))

    def _copy_keyring(self) -> None:
        finding = self.rows[KEYRING].step.finding
        if finding is not None:
            _copy(outside(finding.advice, 1000))

    def _add(self) -> None:
        self.accept()
        self.add_wanted.emit()

    def _import(self) -> None:
        self.accept()
        self.import_wanted.emit()

    def _practise(self) -> None:
        playground = self._playground
        if playground is None:
            return
        self.practice_button.setEnabled(False)
        self._tell_practice(tr("It is starting. Its window says that it is the practice cloud."))

        gone = self._gone

        def failed(failure: BaseException) -> None:
            if not isinstance(failure, TenantDockError) or gone.cancelled:
                raise failure
            self.practice_button.setEnabled(True)
            self._tell_practice(translated(failure.told))

        def started(_: None) -> None:
            if not gone.cancelled:
                self.practice_button.setEnabled(True)

        self._loop.submit(playground.start, started, failed)

    def _tell_practice(self, text: str) -> None:
        say(self.practice_label, text)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
