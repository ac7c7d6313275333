"""What the panel offers for several customers: the same as the list's menu for many."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, named
from tenantdock.desktop.texts import tr


class PanelMany(QWidget):
    """Buttons for all selected customers. :attr:`wanted` says what to do to them, in the words of
    :class:`~tenantdock.desktop.organise.Organise`.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        line = Flow(self, UNIT)
        self.buttons: dict[str, Button] = {}
        for what, text, tip in (
            ("connect", tr("Connect"), tr("Connect to all of them, one after the other (Enter)")),
            ("sign_in", tr("Sign in"), tr("Sign in to all of them, one after the other, without consoles")),
            ("ask_tag", tr("Tag\u2026"), tr("Give all of them a tag (Ctrl+T)")),
            ("ask_move", tr("Group\u2026"), tr("Move all of them to a group (Ctrl+M)")),
            ("remove", tr("Remove"), tr("Remove all of them; that can be undone (Del)")),
        ):
            button = Button(text, "primary" if what == "connect" else "plain")
            button.setDefault(False)
            named(button, f"panelMany-{what}", text.replace("\u2026", ""))
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.clicked.connect(lambda _=False, what=what: self.wanted.emit(what))
            line.addWidget(button)
            self.buttons[what] = button
