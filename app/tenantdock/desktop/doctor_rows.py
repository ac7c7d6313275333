"""The steps of the connectivity test as rows: a sign and a word for the state, the time, and what was seen, to be opened."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Label, SmallButton, named, spaced
from tenantdock.desktop.signs import LineHigh, Sign, draw_sign
from tenantdock.desktop.texts import joined, number_text, outside, retold, tr, translated
from tenantdock.domain.checks import Outcome, Step
from tenantdock.workflows.redaction import without_secrets

_LIMIT = 800
_SIGNS: Final[dict[Outcome, Sign]] = {
    Outcome.PASS: "good",
    Outcome.WARN: "warning",
    Outcome.FAIL: "bad",
    Outcome.SKIPPED: "skipped",
}


def state_word(step: Step) -> str:
    """Return how a step stands, in one word."""
    if step.finding is None:
        return tr("Testing\u2026") if step.running else tr("Waiting")
    return {
        Outcome.PASS: tr("Passed"),
        Outcome.WARN: tr("Warning"),
        Outcome.FAIL: tr("Failed"),
        Outcome.SKIPPED: tr("Skipped"),
    }[step.finding.outcome]


def seconds_text(seconds: float) -> str:
    """Return a duration with a tenth of a second, or "" for one that is none then."""
    if round(seconds, 1) <= 0:
        return ""
    return tr("{n} s", n=number_text(seconds, 1))


def _shown(text: str) -> str:
    """Return what a check says, fit to be shown: what a server said can hold more than it should."""
    return retold(_clean, text)


def _clean(text: str) -> str:
    return outside(without_secrets(translated(text)), _LIMIT)


class StateSign(LineHigh):
    """A sign for how a step stands: its shape says it, the colour only helps."""

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None

    def show_step(self, step: Step) -> None:
        """Show how *step* stands."""
        self._step = step
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        step = self._step
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 3.0
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        outcome = step.finding.outcome if step is not None and step.finding is not None else None
        if outcome is None:
            _ring(painter, area, self.palette(), running=step is not None and step.running)
            return
        draw_sign(painter, area, _SIGNS[outcome], self.palette())


def _ring(painter: QPainter, area: QRectF, palette: QPalette, *, running: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = area.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1.5))
    painter.drawEllipse(inside)
    if running:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 3))
        painter.drawArc(inside, 90 * 16, -120 * 16)


class StepRow(QWidget):
    """One step. What was seen and what to do are below, and shown by themselves where something is wrong."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self._opened_by_person = False
        named(self, f"doctorStep-{step.key}", translated(step.title))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(UNIT + UNIT // 2)
        grid.setVerticalSpacing(UNIT // 2)
        grid.setColumnStretch(1, 1)
        self.sign = StateSign()
        self.title = Label(translated(step.title), "strong", wrap=True)
        self.state = Label("", "small")
        named(self.state, f"doctorState-{step.key}")
        self.text = Label("", wrap=True)
        named(self.text, f"doctorText-{step.key}")
        self.toggle = SmallButton(tr("Details"))
        self.toggle.setCheckable(True)
        named(self.toggle, f"doctorDetails-{step.key}", tr("Details of {step}", step=step.title))
        self.toggle.clicked.connect(self._toggled)
        side = spaced(QVBoxLayout(), gap=0)
        # So that its text and the button's end at the same place, and the button's stands in the line that it belongs to
        self.state.setContentsMargins(UNIT, 0, UNIT, UNIT // 2)
        side.addWidget(self.state, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        grid.addWidget(self.sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.title, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.text, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(side, 0, 2, 2, 1)
        grid.setRowStretch(1, 1)
        self.details = QWidget()
        below = spaced(QVBoxLayout(self.details), gap=1)
        self.evidence = Label("", "small", wrap=True)
        named(self.evidence, f"doctorEvidence-{step.key}", tr("What was seen"))
        self.advice = Label("", wrap=True)
        named(self.advice, f"doctorAdvice-{step.key}", tr("What to do"))
        below.addWidget(self.advice)
        below.addWidget(self.evidence)
        grid.addWidget(self.details, 2, 1, 1, 2)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Show how *step* stands now."""
        if step.finding is None and not step.running:
            self._opened_by_person = False
        self.step = step
        finding = step.finding
        self.sign.show_step(step)
        word = state_word(step)
        took = seconds_text(step.seconds) if finding is not None else ""
        self.state.setText(tr("{state}, {time}", state=word, time=took) if took else word)
        self.text.setText(_shown(finding.text) if finding is not None else "")
        self.text.setVisible(finding is not None)
        evidence = [_shown(line) for line in finding.evidence if line] if finding is not None else []
        self.evidence.setText(joined("\n", *evidence))
        self.evidence.setVisible(bool(evidence))
        advice = _shown(finding.advice) if finding is not None else ""
        self.advice.setText(tr("What to do: {text}", text=advice) if advice else "")
        self.advice.setVisible(bool(advice))
        self.toggle.setVisible(bool(evidence or advice))
        self.setAccessibleName(tr("{state}: {step}", state=word, step=step.title))
        self.setAccessibleDescription(self.text.text())
        if not self._opened_by_person:
            wrong = finding is not None and finding.outcome in {Outcome.WARN, Outcome.FAIL}
            self._open(opened=wrong and bool(evidence or advice))

    def tick(self, seconds: float) -> None:
        """Show how long a step that runs has taken."""
        if self.step.running:
            self.state.setText(tr("{state} {time}", state=state_word(self.step), time=seconds_text(seconds)).rstrip())

    def _toggled(self, opened: bool) -> None:
        self._opened_by_person = True
        self._open(opened=opened)

    def _open(self, *, opened: bool) -> None:
        self.toggle.setChecked(opened)
        self.toggle.setText(tr("Less") if opened else tr("Details"))
        what = tr("Details of {step}", step=self.step.title)
        named(self.toggle, self.toggle.objectName(), joined(": ", tr("Less"), what) if opened else what)
        self.toggle.updateGeometry()
        self.details.setVisible(opened)
