"""The strip of open consoles under the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tenantdock.desktop.dressing import fitted, scrolling
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, ElidedLabel, Label, SmallButton, Swatch, named, spaced
from tenantdock.desktop.texts import clock_time, console_name, counted, joined, outside, plain_tip, tr
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.text import one_line

if TYPE_CHECKING:
    from tenantdock.domain.sessions import SessionInfo

_ROWS_AT_ONCE = 4


class SessionsStrip(QWidget):
    """For each console its customer's colour, who is signed in there, and buttons that bring it to the front and end it. Hidden
    while there is none.
    """

    end_requested = Signal(str)
    focus_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sessions")
        column = spaced(QVBoxLayout(self), gap=1)
        self.heading = Label("", "small")
        column.addWidget(self.heading)
        self._area = scrolling()
        named(self._area, "sessionsArea", tr("Open consoles"))
        column.addWidget(self._area)
        self.end_buttons: dict[str, Button] = {}
        self.show_buttons: dict[str, Button] = {}
        self._looks: list[tuple[str, str, str, str, str, bool | None, float]] = []
        """What is on show of each session."""
        self._row_height = 1
        self.hide()
        fitted(self, SessionsStrip._fit)

    def show_sessions(self, sessions: Iterable[SessionInfo], colours: Mapping[str, str]) -> None:
        """Show these sessions, those that ended left out; *colours* are the customers', by connection id."""
        shown = sorted((s for s in sessions if s.state is SessionState.OPEN), key=lambda session: session.opened_at)
        # New tokens change nothing here, and the keys are on a button, perhaps
        painted = [colours.get(each.connection_id, "") for each in shown]
        looks = [
            (each.id, colour, each.name, each.username, each.proof, each.proven, each.opened_at)
            for each, colour in zip(shown, painted, strict=True)
        ]
        if looks == self._looks:
            return
        self._looks = looks
        self.end_buttons, self.show_buttons = {}, {}
        content = QWidget()
        column = spaced(QVBoxLayout(content), gap=0)
        for session, colour in zip(shown, painted, strict=True):
            column.addWidget(self._row(session, colour))
        before = self._area.takeWidget()
        if before is not None:
            before.deleteLater()  # not at once, as setWidget() would: this may be the answer to a click in it
        self._area.setWidget(content)
        self._fit()
        self.heading.setText(counted(len(shown), "{n} console open", "{n} consoles open"))
        self.setVisible(bool(shown))

    def _fit(self) -> None:
        content = self._area.widget()
        if content is not None:
            self._row_height = -(-content.sizeHint().height() // max(1, len(self._looks)))
            self.limit(self.window().height())

    def limit(self, height: int) -> None:
        """Take at most a quarter of a window of this *height*; the rest scrolls."""
        fit = max(1, min(_ROWS_AT_ONCE, height // 4 // max(1, self._row_height)))
        self._area.setFixedHeight(self._row_height * min(len(self._looks), fit))

    def _row(self, session: SessionInfo, colour: str) -> QWidget:
        row = QWidget()
        line = spaced(QHBoxLayout(row), gap=1)
        line.setContentsMargins(0, UNIT // 4, 0, UNIT // 4)
        line.addWidget(Swatch(colour))
        name, proof = console_name(session), one_line(session.proof)
        # Under each other, so that a narrow window still tells the customer
        texts = spaced(QVBoxLayout(), gap=0)
        texts.addStretch()
        texts.addWidget(ElidedLabel(name, "strong"))
        if session.proven is False:
            texts.addWidget(ElidedLabel(tr("Not as wanted: {text}", text=proof), "error"))
        else:
            who = tr("{account} \u00b7 since {time}", account=outside(session.username, 120), time=clock_time(session.opened_at))
            waiting = "" if proof else tr("The services have not answered yet")
            texts.addWidget(ElidedLabel(joined(" \u00b7 ", who, waiting), "small"))
            row.setToolTip(plain_tip(proof))
        texts.addStretch()
        line.addLayout(texts, 1)
        front = SmallButton(tr("Show"))
        named(front, f"show-{session.id}", tr("Show the console of {name}", name=name))
        front.setToolTip(tr("Bring this console's window to the front"))
        front.clicked.connect(lambda: self.focus_requested.emit(session.id))
        line.addWidget(front)
        self.show_buttons[session.id] = front
        end = SmallButton(tr("End"))
        named(end, f"end-{session.id}", tr("End the console of {name}", name=name))
        end.setToolTip(tr("The console gets no more tokens. Its window stays."))
        end.clicked.connect(lambda: self.end_requested.emit(session.id))
        line.addWidget(end)
        self.end_buttons[session.id] = end
        return row
