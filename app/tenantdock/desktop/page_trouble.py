"""Why a page did not open in the browser, beside the button that asked for it."""

from __future__ import annotations

from shiboken6 import isValid

from tenantdock.desktop.fields import say
from tenantdock.desktop.parts import named
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import tr


class PageTrouble(ErrorLabel):
    """Takes no room until there is something to tell."""

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name, tr("Why nothing opened"))
        self.speaks()
        self.hide()

    def tell(self, text: str) -> None:
        """Show *text*. It may come when the window is gone."""
        if isValid(self):
            say(self, text)
