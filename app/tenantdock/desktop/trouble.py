"""Errors and refusals: what happened, what to do next, and buttons that do it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.announcing import announce
from tenantdock.desktop.dressing import fitted, framed, scrolling
from tenantdock.desktop.look import UNIT, blend, fit_on_screen, frame_colour
from tenantdock.desktop.parts import Button, Card, Label, PrimaryButton, Style, copy_button, focus_colour, named, spaced
from tenantdock.desktop.placing import Placed, grow
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.texts import joined, outside, retold, rung, tr, translated
from tenantdock.domain.errors import (
    BrowserTrouble,
    LaunchFailed,
    NetworkTrouble,
    SignInFailed,
    SignInRequired,
    StorageTrouble,
    TenantDockError,
    VaultLocked,
)
from tenantdock.domain.proof import Candidate, WrongAccount
from tenantdock.domain.signin import Offer, Rung

_WORTH_TRYING_AGAIN = (NetworkTrouble, SignInFailed, SignInRequired, StorageTrouble, VaultLocked, BrowserTrouble, LaunchFailed)
_EVIDENCE_LINES = 10


def worth_trying_again(error: TenantDockError) -> bool:
    """Whether the same step can succeed when it is tried again."""
    return isinstance(error, _WORTH_TRYING_AGAIN) and not isinstance(error, WrongAccount)


def told(error: TenantDockError, about: str = "") -> str:
    """Return all that an error says, to copy for a colleague. Errors hold no secret."""
    # Not of the error itself: what was told is known for long, and a traceback would keep the windows that it went through
    return retold(_told, error.title, about, error.message, error.next_step, error.details, error.code)


def _told(*parts: str) -> str:
    *own, details, code = parts
    lines = [*map(translated, own), "", details, f"({code})"]
    return "\n".join(line for line in lines if line).strip() + "\n"


class Answered(Placed, ReadingOrder, QDialog):
    """A window that gives one answer: :attr:`answered` is emitted once, however the window closes.

    Never modal for the whole program and never run with ``exec``: the list stays usable, and nothing waits inside Qt.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._done = False
        self.spoken = ""
        """What a screen reader says when the window opens, for windows whose title alone does not tell enough."""
        outer = spaced(QVBoxLayout(self), gap=0)
        self._area = scrolling()
        named(self._area, "dialogArea", title)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        spaced(self.column, margin=3, gap=2)
        self._area.setWidget(self._content)
        self._content.installEventFilter(self)
        self._growing = False
        self._fitted_to = 0
        self._last_room = (0, 0)
        outer.addWidget(self._area, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 3 * UNIT)
        self.buttons.setSpacing(UNIT)
        outer.addLayout(self.buttons)
        fitted(self, Answered._fit_again)

    def fit(self, letters: int) -> None:
        """Take a size that shows everything, as far as the screen allows. *letters* is the width in average characters."""
        self._fitted_to = letters
        row, room = self.buttons.sizeHint(), self._room()
        width = min(max(self.fontMetrics().averageCharWidth() * letters, row.width()), room.width())
        self.setMinimumWidth(width)
        self.resize(width, min(self._height_for(width) + row.height() + UNIT // 2, room.height()))
        grow(self, self._area)

    def _fit_again(self) -> None:
        """Be as wide as larger letters need, and no smaller than a person made it."""
        if self._fitted_to:
            size = self.size()
            self.fit(self._fitted_to)
            self.resize(self.size().expandedTo(size.boundedTo(self._room())))

    def _room(self) -> QSize:
        return fit_on_screen(self, QSize(10_000, 10_000)) - QSize(8 * UNIT, 8 * UNIT)

    def make_room(self) -> None:
        """Grow until nothing has to be scrolled, as far as the screen allows."""
        grow(self, self._area)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Grow when what the window holds wants more room than before. It does not when a person makes the window smaller."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest and self.isVisible() and not self._growing:
            self._growing = True
            QTimer.singleShot(0, self, self._wants_room)
        return super().eventFilter(watched, event)

    def _wants_room(self) -> None:
        self._growing = False
        before, self._last_room = self._last_room, (self.width(), self._height_for(self.width()))
        if self._last_room[0] == before[0] and self._last_room[1] > before[1]:
            grow(self, self._area)

    def _height_for(self, width: int) -> int:
        """Return the height that the content wants at a width: what wraps can tell it for one only."""
        return self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else self.column.totalSizeHint().height()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height that the text turned out to need, and have it said what this is about."""
        super().showEvent(event)
        announce(self, self.spoken, urgent=True)
        grow(self, self._area)

    def answer(self, value: object) -> None:
        """Close with *value* as the answer."""
        if self._done:
            return
        self._done = True
        self.hide()
        self.answered.emit(value)

    def reject(self) -> None:
        """Esc and the window's cross answer None."""
        self.answer(None)

    def closeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Answer before the window goes."""
        self.answer(None)
        event.accept()


class ErrorDialog(Answered):
    """One error. Answers True for "try again"."""

    def __init__(self, error: TenantDockError, *, about: str = "", retry: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, outside(error.title, 120))
        self.setObjectName("errorDialog")
        self.column.addWidget(Label(outside(error.title, 120), "title", wrap=True))
        if about:
            self.column.addWidget(Label(outside(about, 200), "small", wrap=True))
        self.message_label = Label(outside(error.message, 900), wrap=True)
        named(self.message_label, "errorMessage", tr("What happened"))
        self.column.addWidget(self.message_label)
        self.next_label = Label(outside(error.next_step, 900), "strong", wrap=True)
        named(self.next_label, "errorNextStep", tr("What to do next"))
        self.next_label.setVisible(bool(error.next_step))
        self.column.addWidget(self.next_label)
        if error.details:
            self.details = QPlainTextEdit(error.details)
            self.details.setReadOnly(True)
            self.details.setTabChangesFocus(True)
            framed(self.details)
            named(self.details, "errorDetails", tr("Details"))
            fitted(self.details, lambda box: box.setMinimumHeight(box.fontMetrics().height() * 5))
            self.column.addWidget(self.details, 1)
        self.column.addStretch()
        row = self.buttons
        self.copy_button = copy_button(told(error, about), tr("Copy details"))
        named(self.copy_button, "errorCopy")
        row.addWidget(self.copy_button)
        row.addStretch()
        self.close_button = PrimaryButton(tr("Close")) if not retry else Button(tr("Close"))
        named(self.close_button, "errorClose")
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.close_button)
        if retry:
            self.retry_button = PrimaryButton(tr("Try again"))
            named(self.retry_button, "errorRetry")
            self.retry_button.clicked.connect(lambda: self.answer(True))
            row.addWidget(self.retry_button)
        (self.retry_button if retry else self.close_button).setFocus()
        self.spoken = joined(" ", self.message_label.text(), self.next_label.text())
        self.fit(64)


_FACTS: Final[dict[str, Style]] = {"refusalExpected": "strong", "refusalGot": "wrong", "refusalBecause": "body"}
"""The first look goes to who it is instead."""


class Evidence(QWidget):
    """Details that are folded away until somebody wants to see them."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        column = spaced(QVBoxLayout(self), gap=1)
        self.button = Button("", "flat")
        named(self.button, f"{name}Show", tr("Show what was seen"))
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.toggle)
        column.addWidget(self.button)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        framed(self.text)
        lines = min(_EVIDENCE_LINES, text.count("\n") + 2)
        fitted(self.text, lambda box: box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + UNIT))
        named(self.text, name, tr("What was seen"))
        column.addWidget(self.text)
        self.text.hide()
        self._say()

    def toggle(self) -> None:
        """Show or hide the details; the window takes the room."""
        self.text.setVisible(self.text.isHidden())
        self._say()
        window = self.window()
        if isinstance(window, Answered):
            window.make_room()

    def _say(self) -> None:
        shown = not self.text.isHidden()
        does = tr("Hide what was seen") if shown else tr("Show what was seen")
        self.button.setText(joined("  ", "\u25be" if shown else "\u25b8", does))
        self.button.setAccessibleName(does)


class WayButton(Button):
    """A way to go on: its name, and under it why it is offered and what it does. The arrow keys go from one to the next."""

    def __init__(self, title: str, why: str, does: str, *, best: bool) -> None:
        super().__init__(title)
        self._best = best
        self._others: list[WayButton] = []
        self.setAccessibleDescription(joined(" ", why, does))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 4)
        self.title_label = Label(title, "strong", wrap=True)
        self.why_label = Label(why, wrap=True)
        self.why_label.setVisible(bool(why))
        self.does_label = Label(does, "small", wrap=True)
        for label in (self.title_label, self.why_label, self.does_label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setForegroundRole(QPalette.ColorRole.WindowText)
            column.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def among(self, others: list[WayButton]) -> None:
        """Take the list that the arrow keys go through."""
        self._others = others

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As tall as its texts."""
        return self._inside().totalHeightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as its texts."""
        return self._inside().totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No text is cut."""
        return self._inside().totalMinimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and Down go through the list."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self in self._others:
            at = min(max(self._others.index(self) + step, 0), len(self._others) - 1)
            self._others[at].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, line and focus; the texts are labels. The best way has the accent's line."""
        painter, role, palette = QPainter(self), QPalette.ColorRole, self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, base, accent = palette.color(role.WindowText), palette.color(role.Base), palette.color(role.Highlight)
        strength = 0.12 if self.isDown() else 0.05 if self.underMouse() else 0.0
        area = self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        ground = blend(accent, base, 0.08) if self._best else base
        painter.setBrush(blend(text, ground, strength))
        painter.setPen(QPen(accent, 1.5) if self._best else QPen(frame_colour(palette, 0.2), 1))
        painter.drawRoundedRect(area, UNIT, UNIT)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(focus_colour(palette, primary=self._best), 2.5))
            painter.drawRoundedRect(area, UNIT, UNIT)

    def _inside(self) -> QLayout:
        inside = self.layout()
        assert inside is not None  # noqa: S101 - made with it
        return inside


class RefusalDialog(Answered):
    """Signed in as the wrong account: expected, got, because, and the next ways to sign in.

    Answers a Rung, None, or the refusal's Candidate when the person says that it is the same person under another name, which has
    to be asked again (see :class:`~tenantdock.desktop.confirming.ConfirmDialog`).
    """

    def __init__(self, refusal: WrongAccount, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Signed in as the wrong account"))
        self.setObjectName("refusalDialog")
        self.refusal = refusal
        self.column.addWidget(Label(outside(refusal.title, 120), "title", wrap=True))
        self.column.addWidget(Label(outside(name, 300), "small", wrap=True))
        self._facts(refusal)
        nothing = tr("Nothing was stored, and no console was opened.")
        self.column.addWidget(Label(nothing, "strong", wrap=True))
        self.spoken = joined(" ", outside(refusal.title, 120), nothing)
        self.rung_buttons: dict[Rung, WayButton] = {}
        if refusal.offers:
            self._ways(refusal.offers)
        self.same_button: Button | None = None
        if refusal.candidate is not None:
            self._same(refusal.candidate)
        self.column.addStretch()
        row = self.buttons
        self.copy_button = copy_button(told(refusal, name), tr("Copy details"))
        named(self.copy_button, "refusalCopy")
        row.addWidget(self.copy_button)
        row.addStretch()
        self.close_button = Button(tr("Not now"))
        self.close_button.setAutoDefault(not self.rung_buttons)
        named(self.close_button, "refusalClose")
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.close_button)
        self.fit(80)

    def _facts(self, refusal: WrongAccount) -> None:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        facts = [
            ("refusalExpected", tr("Expected"), refusal.expected),
            ("refusalGot", tr("Got"), refusal.got),
            ("refusalBecause", tr("Because"), refusal.because),
        ]
        for line, (key, heading, text) in enumerate(fact for fact in facts if fact[2]):
            grid.addWidget(Label(heading, "small"), line, 0, Qt.AlignmentFlag.AlignTop)
            value = Label(outside(text, 600), _FACTS[key], wrap=True)
            named(value, key, joined(": ", heading, outside(text, 600)))
            grid.addWidget(value, line, 1)
        card.body.addLayout(grid)
        if refusal.details:
            self.evidence = Evidence(refusal.details, "refusalEvidence")
            card.body.addWidget(self.evidence)
        self.column.addWidget(card)

    def _ways(self, offers: tuple[Offer, ...]) -> None:
        heading = Label(tr("How to sign in as {name}", name=outside(self.refusal.expected, 120)), "heading", wrap=True)
        self.column.addWidget(heading)
        ways = QVBoxLayout()
        spaced(ways, gap=1)
        for line, offer in enumerate(offers):
            title, does = rung(offer.rung)
            button = WayButton(title, outside(offer.why, 400), does, best=line == 0)
            button.setAutoDefault(line == 0)
            button.setDefault(line == 0)
            named(button, f"rung-{offer.rung.value}", title)
            button.clicked.connect(lambda _=False, way=offer.rung: self.answer(way))
            ways.addWidget(button)
            self.rung_buttons[offer.rung] = button
        buttons = list(self.rung_buttons.values())
        for button in buttons:
            button.among(buttons)
        self.column.addLayout(ways)
        buttons[0].setFocus()

    def _same(self, candidate: Candidate) -> None:
        """Offer to say that both names are one person: below the ways, and never the default."""
        why = outside(candidate.why, 400)
        text = tr("Perhaps {name} is the account you meant, under another name.", name=outside(self.refusal.got, 120))
        label = Label(joined(" ", text, why), "small", wrap=True)
        named(label, "refusalCandidate", tr("Another name"))
        self.column.addWidget(label)
        self.same_button = Button(tr("It is the same person\u2026"))
        self.same_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self.same_button, "refusalSame")
        self.same_button.clicked.connect(lambda: self.answer(candidate))
        self.column.addWidget(self.same_button)


class QuestionDialog(Answered):
    """A question before something that cannot be undone. Answers True, or None. With *careful* Enter means no."""

    def __init__(self, title: str, text: str, yes: str, no: str, parent: QWidget | None = None, *, careful: bool = False) -> None:
        super().__init__(parent, title)
        self.setObjectName("questionDialog")
        self.column.addWidget(Label(title, "title", wrap=True))
        self.text_label = Label(text, wrap=True)
        named(self.text_label, "questionText", text)
        self.column.addWidget(self.text_label)
        self.column.addStretch()
        row = self.buttons
        row.addStretch()
        self.no_button = PrimaryButton(no) if careful else Button(no)
        named(self.no_button, "questionNo")
        self.no_button.clicked.connect(self.reject)
        self.yes_button = Button(yes) if careful else PrimaryButton(yes)
        named(self.yes_button, "questionYes")
        self.yes_button.clicked.connect(lambda: self.answer(True))
        for button in (self.yes_button, self.no_button) if careful else (self.no_button, self.yes_button):
            row.addWidget(button)
        if careful:
            self.no_button.setFocus()
        self.fit(60)
