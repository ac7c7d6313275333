"""What the panel offers for several customers: the same as the list's menu for many; and who they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Label, named, spaced
from tenantdock.desktop.texts import counted, joined, tr

SHOWN: Final = 12
"""So many names are told; of the others how many they are."""


class PanelMany(QWidget):
    """Buttons for all selected customers. :attr:`wanted` says what to do to them, in the words of
    :class:`~tenantdock.desktop.organise.Organise`.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = spaced(QVBoxLayout(self), gap=2)
        buttons = QWidget()
        line = Flow(buttons, UNIT)
        column.addWidget(buttons)
        self.names_label = Label("", "small", wrap=True)
        named(self.names_label, "panelManyNames", tr("Selected customers"))
        column.addWidget(self.names_label)
        column.addStretch(1)
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

    def show_names(self, names: Sequence[str], number: int) -> None:
        """Say who they are: the first *names*, and how many there are in all."""
        rest = number - len(names)
        self.names_label.setText(joined("\n", *names, counted(rest, "and {n} more", "and {n} more") if rest > 0 else ""))
