"""How the desktop ends: by its menu, by closing the window, or because the system wants it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tenantdock.desktop.texts import counted, joined, tr
from tenantdock.desktop.trouble import QuestionDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tenantdock.desktop.app import Desktop


_log = logging.getLogger(__name__)


def _done(step: Callable[[], object]) -> None:
    """Take one step of the end. One that fails is written to the log and keeps no other from being taken: a program that can
    neither be used nor be quit is worse than anything that it leaves behind.
    """
    try:
        step()
    except Exception as failure:  # noqa: BLE001 - see above
        _log.error("unexpected at the end: %s", type(failure).__name__, exc_info=failure)


class Ending:
    """The end of a desktop."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._question: QuestionDialog | None = None

    def leave(self) -> None:
        """Quit, after asking when consoles are open."""
        if self._desktop.workflows.agent.sessions():
            self._ask("")
        else:
            self.now()

    def window_closes(self) -> None:
        """Go on in the tray, or quit where there is none."""
        desktop = self._desktop
        desktop.remembered.put("place", desktop.window.place())
        if desktop.tray is not None:
            desktop.window.hide()
            if desktop.remembered.once("said-hides"):
                desktop.tray.say(tr("TenantDock goes on here, in the tray. Quit it from this icon's menu."))
        elif not desktop.remembered.get("said-closing-quits"):
            text = tr("There is no tray icon to go on in, so closing the window quits. This is said only once.")
            self._ask(text)
        else:
            self.leave()

    def asked_to_quit(self) -> bool:
        """Quit because the system wants it: without asking, since a question would hold a log-out up."""
        asked = not self._desktop.closing
        if asked:
            self.now()
        return asked

    def now(self) -> None:
        """Quit without asking."""
        self.all_away()
        QApplication.quit()

    def all_away(self) -> None:
        """Take everything off the screen and give the palette's keys back; nothing is shown from now on. May be called again."""
        desktop = self._desktop
        desktop.closing = True
        made = [desktop.__dict__[part] for part in ("finding", "hotkey") if part in desktop.__dict__]
        away = [*(part.close for part in made), *(dialog.hide for dialog in desktop.windows.all())]
        for step in (self._no_icon, self._keep_place, *away, desktop.window.close_for_good):
            _done(step)

    def _no_icon(self) -> None:
        if self._desktop.tray is not None:
            self._desktop.tray.icon.hide()

    def _keep_place(self) -> None:
        if self._desktop.window.isVisible():
            self._desktop.remembered.put("place", self._desktop.window.place())

    def _ask(self, before: str) -> None:
        """Ask whether to quit, once: who asks for it again sees the question that is there."""
        if self._question is None:
            self._question = self._asked(before)
            self._desktop.loop.start(self._wait_for(self._question))
        else:
            self._question.raise_()
            self._question.activateWindow()

    def _asked(self, before: str) -> QuestionDialog:
        desktop = self._desktop
        consoles = len(desktop.workflows.agent.sessions())
        losing = counted(
            consoles,
            "{n} console is open. It will get no more tokens.",
            "{n} consoles are open. They will get no more tokens.",
        )
        text = joined(" ", before, losing if consoles else "")
        question = QuestionDialog(tr("Quit TenantDock?"), text, tr("Quit"), tr("Stay"), desktop.windows.parent)
        question.setProperty("shownWhileLocked", True)
        return question

    async def _wait_for(self, question: QuestionDialog) -> None:
        desktop = self._desktop
        try:
            quits = await desktop.windows.ask(question)
        finally:
            self._question = None
        if quits:
            desktop.remembered.once("said-closing-quits")
            self.now()
