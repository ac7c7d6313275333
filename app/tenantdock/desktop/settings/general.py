"""Language, colours, the palette's keys, and starting at log-in."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal

from tenantdock.desktop.fields import captioned, paragraph, say, spread
from tenantdock.desktop.languages import LANGUAGES, VARIABLE
from tenantdock.desktop.parts import Button, named
from tenantdock.desktop.settings.declared import DeclaredPage
from tenantdock.desktop.texts import outside, plain_tip, tr, translated
from tenantdock.domain.declaring import Declaration, PageKey
from tenantdock.domain.settings import ELSEWHERE

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.computer import AutostartState
    from tenantdock.workflows.settings import Configuring

_HOTKEY = "hotkey"
_ASK_AGAIN_MS = (150, 1500)
"""After a change of the keys: when to ask whether the system took them."""


class GeneralPage(DeclaredPage):
    """The settings of the whole program, and what the system keeps for it."""

    guide_wanted = Signal()

    def __init__(
        self, configuring: Configuring, loop: Loop, *, hotkey_trouble: Callable[[], str] = str, guide: bool = False
    ) -> None:
        self._hotkey_trouble = hotkey_trouble
        self._with_guide = guide
        super().__init__(PageKey.GENERAL, tr("General"), configuring, loop)

    def options(self, each: Declaration) -> Sequence[tuple[Any, str]] | None:
        """The languages that there are."""
        if each.key == "language":
            return [("", tr("As the system")), *LANGUAGES.items()]
        return super().options(each)

    def more(self) -> None:
        """Starting at log-in, and the guide."""
        known = {each.key: each for each in ELSEWHERE}
        start = known["autostart"]
        self.autostart_box = self.check_box(self.together(), start, translated(start.label), translated(start.about))
        self.autostart_box.setEnabled(False)
        self.autostart_box.clicked.connect(self._set_autostart)
        if self._with_guide:
            paragraph(captioned(self.together(), translated(known["guide"].label)), translated(known["guide"].about))
            button = Button(tr("Open the guide\u2026"))
            named(button, "settingsGuide")
            button.clicked.connect(self.guide_wanted)
            self.column.addLayout(spread(button))
            self.places["guide"] = button

    def read_more(self) -> None:
        """Ask the system, and say what cannot be had here and why."""
        if name := os.environ.get(VARIABLE):
            text = tr("This TenantDock speaks what the environment variable {variable} says: {name}.", variable=VARIABLE, name=name)
            say(self.errors["language"], text)
        self._show_hotkey_trouble()
        self.work(self.configuring.autostart, self._show_autostart)

    def was_saved(self, key: str) -> None:
        """The system says a moment later whether it takes the keys."""
        if key == _HOTKEY:
            for after in _ASK_AGAIN_MS:
                QTimer.singleShot(after, self, self._show_hotkey_trouble)

    def check_keys(self, keys: str) -> None:
        """What cannot open the palette is refused at once."""
        from tenantdock.desktop.hotkeys import combination  # noqa: PLC0415 - only when keys are chosen

        if keys:
            combination(keys)

    def _show_hotkey_trouble(self) -> None:
        if not self.busy:
            say(self.errors[_HOTKEY], self._hotkey_trouble())

    def _set_autostart(self) -> None:
        on = self.autostart_box.isChecked()

        def done(state: AutostartState) -> None:
            self._show_autostart(state)
            self.told(tr("TenantDock starts when you log in.") if state.on else tr("TenantDock does not start by itself any more."))

        def read_again() -> AutostartState:
            return self.configuring.set_autostart(on=on)

        self.autostart_box.setChecked(not on)
        self.work(read_again, done)

    def _show_autostart(self, state: AutostartState) -> None:
        self.autostart_box.setEnabled(not state.reason)
        self.autostart_box.setChecked(state.on)
        self.autostart_box.setToolTip(plain_tip(outside(state.where, 200)))
        say(self.errors["autostart"], translated(state.reason))
