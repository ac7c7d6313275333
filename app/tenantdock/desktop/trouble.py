"""Errors and refusals: what happened, what to do next, and buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.parts import Button, Card, Label, PrimaryButton, copy_button, grow, named, slim, spaced
from tenantdock.desktop.texts import outside, rung, tr
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
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.signin import Rung

_WORTH_TRYING_AGAIN = (NetworkTrouble, SignInFailed, SignInRequired, StorageTrouble, VaultLocked, BrowserTrouble, LaunchFailed)


def worth_trying_again(error: TenantDockError) -> bool:
    """Whether the same step can succeed when it is tried again."""
    return isinstance(error, _WORTH_TRYING_AGAIN) and not isinstance(error, WrongAccount)


def told(error: TenantDockError, about: str = "") -> str:
    """Return all that an error says, to copy for a colleague. Errors hold no secret."""
    lines = [error.title, about, error.message, error.next_step, "", error.details, f"({error.code})"]
    return "\n".join(line for line in lines if line).strip() + "\n"


class Answered(QDialog):
    """A window that gives one answer: :attr:`answered` is emitted once, however the window closes.

    Never modal for the whole program and never run with ``exec``: the list stays usable, and nothing waits inside Qt.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._done = False
        outer = spaced(QVBoxLayout(self), gap=0)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(self._area)
        named(self._area, "dialogArea", title)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        spaced(self.column, margin=3, gap=2)
        self._area.setWidget(self._content)
        outer.addWidget(self._area, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 3 * UNIT)
        self.buttons.setSpacing(UNIT)
        outer.addLayout(self.buttons)

    def fit(self, letters: int) -> None:
        """Take a size that shows everything, as far as the screen allows. *letters* is the width in average characters."""
        margin = QSize(8 * UNIT, 8 * UNIT)
        room = fit_on_screen(self, QSize(10_000, 10_000)) - margin
        row = self.buttons.sizeHint()
        width = min(max(self.fontMetrics().averageCharWidth() * letters, row.width()), room.width())
        # What wraps can only tell its height for a width
        height = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else self.column.totalSizeHint().height()
        self.setMinimumWidth(width)
        self.resize(width, min(height + row.height() + UNIT // 2, room.height()))
        grow(self, self._area)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height that the text turned out to need."""
        super().showEvent(event)
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
            named(self.details, "errorDetails", tr("Details"))
            self.details.setMinimumHeight(self.fontMetrics().height() * 5)
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
        self.fit(64)


class RefusalDialog(Answered):
    """Signed in as the wrong account: expected, got, because, and the next ways to sign in. Answers a Rung, or None."""

    def __init__(self, refusal: WrongAccount, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Signed in as the wrong account"))
        self.setObjectName("refusalDialog")
        self.refusal = refusal
        self.column.addWidget(Label(outside(refusal.title, 120), "title", wrap=True))
        self.column.addWidget(Label(outside(name, 300), "small", wrap=True))
        self._facts(refusal)
        self.column.addWidget(Label(tr("Nothing was stored, and no console was opened."), "strong", wrap=True))
        self.rung_buttons: dict[Rung, Button] = {}
        rungs = [way for way in Rung if way.value in refusal.next_rungs]
        rungs.sort(key=lambda way: refusal.next_rungs.index(way.value))
        if rungs:
            self._ways(rungs)
        self.column.addStretch()
        row = self.buttons
        self.copy_button = copy_button(told(refusal, name), tr("Copy details"))
        named(self.copy_button, "refusalCopy")
        row.addWidget(self.copy_button)
        row.addStretch()
        self.close_button = Button(tr("Not now"))
        self.close_button.setAutoDefault(not rungs)
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
            value = Label(outside(text, 600), "strong" if key != "refusalBecause" else "body", wrap=True)
            named(value, key, f"{heading}: {text}")
            grid.addWidget(value, line, 1)
        card.body.addLayout(grid)
        self.column.addWidget(card)

    def _ways(self, rungs: list[Rung]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        for line, way in enumerate(rungs):
            title, sentence = rung(way)
            button = PrimaryButton(title) if line == 0 else Button(title)
            button.setAutoDefault(line == 0)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            named(button, f"rung-{way.value}", title)
            button.setAccessibleDescription(sentence)
            button.clicked.connect(lambda _=False, way=way: self.answer(way))
            grid.addWidget(button, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(sentence, "small", wrap=True), line, 1)
            self.rung_buttons[way] = button
        self.column.addLayout(grid)
        self.rung_buttons[rungs[0]].setFocus()


class QuestionDialog(Answered):
    """A question before something that cannot be undone. Answers True, or None."""

    def __init__(self, title: str, text: str, yes: str, no: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title)
        self.setObjectName("questionDialog")
        self.column.addWidget(Label(title, "title", wrap=True))
        self.column.addWidget(Label(text, wrap=True))
        self.column.addStretch()
        row = self.buttons
        row.addStretch()
        self.no_button = Button(no)
        named(self.no_button, "questionNo")
        self.no_button.clicked.connect(self.reject)
        self.yes_button = PrimaryButton(yes)
        named(self.yes_button, "questionYes")
        self.yes_button.clicked.connect(lambda: self.answer(True))
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        self.fit(60)
