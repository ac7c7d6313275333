"""Which PowerShell and terminal consoles use, and the modules that are installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from shiboken6 import isValid

from tenantdock.desktop.fields import paragraph, spread
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.modules_table import ModulesTable
from tenantdock.desktop.parts import Button, Label, named, spaced
from tenantdock.desktop.settings.declared import DeclaredPage
from tenantdock.desktop.texts import outside, tr, translated
from tenantdock.domain.declaring import PageKey
from tenantdock.domain.settings import ELSEWHERE
from tenantdock.workflows.readiness import MODULES, modules

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.checks import Step
    from tenantdock.workflows.readiness import Readiness
    from tenantdock.workflows.settings import Configuring


class ConsolesPage(DeclaredPage):
    """The preferences, and below them what the modules' folders hold."""

    def __init__(self, configuring: Configuring, loop: Loop, readiness: Readiness | None = None) -> None:
        self._readiness = readiness
        self._cancel: Cancel | None = None
        super().__init__(PageKey.CONSOLES, tr("Consoles"), configuring, loop)

    def more(self) -> None:
        """The modules."""
        if self._readiness is None:
            return
        about = next(each for each in ELSEWHERE if each.key == "modules")
        self.column.addSpacing(2 * UNIT)
        self.column.addWidget(Label(translated(about.label), "heading", wrap=True))
        paragraph(self.column, translated(about.about))
        inside = QVBoxLayout()
        spaced(inside, gap=1)
        self.modules = ModulesTable("settings")
        inside.addWidget(self.modules)
        self.column.addLayout(inside)
        self.modules_label = Label("", wrap=True)
        named(self.modules_label, "settingsModulesText", translated(about.label))
        self.column.addWidget(self.modules_label)
        self.look_button = Button(tr("Look again"))
        named(self.look_button, "settingsLookAgain", tr("Look for modules again"))
        self.look_button.clicked.connect(self._look)
        self.column.addLayout(spread(self.look_button))
        self.places["modules"] = self.look_button

    def read_more(self) -> None:
        """Look for the modules."""
        self._look()

    def stop(self) -> None:
        """The window closes: nobody waits for the modules any more."""
        if self._cancel is not None:
            self._cancel.cancel()

    def _look(self) -> None:
        readiness = self._readiness
        if readiness is None or not self.look_button.isEnabled():
            return
        self.look_button.setEnabled(False)
        cancel = self._cancel = self._loop.new_cancel()

        def done(steps: dict[str, Step]) -> None:
            if not isValid(self):
                return  # the window was closed meanwhile, and is gone
            self.look_button.setEnabled(True)
            self.modules.show_modules(modules(steps[MODULES]))
            found = steps[MODULES].finding
            self.modules_label.setText(outside(found.text, 300) if found is not None else "")

        def failed(failure: BaseException) -> None:
            if isValid(self):
                self.look_button.setEnabled(True)
            raise failure

        self._loop.submit(lambda: readiness.look(cancel), done, failed)
