"""The open consoles of one customer, in the details panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tenantdock.desktop.fields import emptied
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, ElidedLabel, Label, SmallButton, named, spaced
from tenantdock.desktop.texts import clock_time, console_name, joined, tr
from tenantdock.domain.sessions import numbered
from tenantdock.domain.text import one_line

if TYPE_CHECKING:
    from tenantdock.domain.sessions import SessionInfo


class PanelConsoles(QWidget):
    """Each with buttons that bring it to the front and end it. Not there while none is open."""

    focus_wanted = Signal(str)
    end_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = spaced(QVBoxLayout(self))
        column.setSpacing(UNIT // 2)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.addWidget(Label(tr("Open consoles"), "strong"))
        self._lines = spaced(QVBoxLayout(), gap=0)
        column.addLayout(self._lines)
        self.show_buttons: dict[str, Button] = {}
        self.end_buttons: dict[str, Button] = {}
        self.hide()

    def show_sessions(self, sessions: Sequence[SessionInfo]) -> None:
        """Show these, and no others."""
        emptied(self._lines)
        self.show_buttons, self.end_buttons = {}, {}
        for session in sessions:
            line = self._line(session)
            self._lines.addWidget(line)
            line.show()  # at once, with the rest of the panel
        self.setVisible(bool(sessions))

    def _line(self, session: SessionInfo) -> QWidget:
        line = QWidget()
        row = spaced(QHBoxLayout(line), gap=0)
        proof = one_line(session.proof) or tr("The services have not answered yet")
        text = tr("since {time} \u00b7 {proof}", time=clock_time(session.opened_at), proof=proof)
        if session.number > 1:
            text = joined(" ", numbered("", session.number).strip(), text)
        row.addWidget(ElidedLabel(text, "error" if session.proven is False else "small"), 1)
        name, key = console_name(session), session.id
        front, end = SmallButton(tr("Show")), SmallButton(tr("End"))
        named(front, f"panelShow-{key}", tr("Show the console of {name}", name=name))
        front.setToolTip(tr("Bring this console's window to the front"))
        front.clicked.connect(lambda: self.focus_wanted.emit(key))
        named(end, f"panelEnd-{key}", tr("End the console of {name}", name=name))
        end.setToolTip(tr("The console gets no more tokens. Its window stays."))
        end.clicked.connect(lambda: self.end_wanted.emit(key))
        row.addWidget(front)
        row.addWidget(end)
        self.show_buttons[key], self.end_buttons[key] = front, end
        return line
