"""Fields of forms: labelled ones with a place for what is wrong, services, colours, and values to copy."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.dressing import fitted, roomy
from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT, colours, scaled
from tenantdock.desktop.parts import Label, SmallButton, focus_colour, named, spaced
from tenantdock.desktop.shades import ink
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import again, outside, plain_tip, tr
from tenantdock.desktop.ticks import CheckBox
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.services import ALL
from tenantdock.domain.text import one_line


def field(column: QBoxLayout, name: str, text: str, edit: QWidget) -> Label:
    """Put a label, a field and a place for what is wrong with it into *column*, close together. Returns the latter."""
    together = captioned(column, text, edit, buddy=edit)
    if isinstance(edit, QLineEdit):
        roomy(edit)
    else:
        fitted(edit, lambda edit: edit.setMinimumHeight(edit.fontMetrics().height() + 2 * UNIT))
    named(edit, name, text.replace("&", ""))
    error = ErrorLabel()
    named(error, f"{name}Error", text.replace("&", ""))
    error.hide()
    together.addWidget(error)
    return error


def captioned(column: QBoxLayout, text: str, *below: QWidget, buddy: QWidget | None = None) -> QBoxLayout:
    """Put a heading and what belongs to it into *column*, closer to each other than to what stands above. Returns their layout,
    for what comes below. *buddy* is what the heading's letter goes to, and what it is the label of.
    """
    together = QVBoxLayout()
    spaced(together)
    together.setSpacing(UNIT // 2)
    together.setContentsMargins(0, UNIT // 2, 0, 0)
    label = Label(text, "strong", wrap=True)
    together.addWidget(label)
    for each in below:
        together.addWidget(each)
    if buddy is not None:
        label.setBuddy(buddy)
    column.addLayout(together)
    return together


def emptied(layout: QLayout) -> None:
    """Take everything out of *layout*, and have it gone."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def say(label: Label, text: str) -> None:
    """Show *text* in a label that takes no room without one, and have it said."""
    label.speaks()
    label.setText(outside(text, 400))
    label.setVisible(bool(text))


class Choice(QComboBox):
    """A list to choose from, framed as the other fields are. The mouse wheel changes nothing while one scrolls past."""

    def __init__(self) -> None:
        super().__init__()
        self._given: list[str] = []

    def addItem(self, text: str, value: object = None) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name; without icons
        """Offer *value* under *text*."""
        self._given.append(text)
        super().addItem(text, value)

    def insertItem(self, at: int, text: str, value: object = None) -> None:  # type: ignore[override]  # noqa: N802 - the same
        """Offer *value* under *text* at a place."""
        self._given.insert(at, text)
        super().insertItem(at, text, value)

    def removeItem(self, at: int) -> None:  # noqa: N802 - Qt's name
        """Offer one less."""
        del self._given[at]
        super().removeItem(at)

    def clear(self) -> None:
        """Offer nothing."""
        self._given = []
        super().clear()

    def tell_again(self) -> None:
        """Say what is offered in the language that is spoken now; names from outside stay."""
        self._given = [again(text) for text in self._given]
        for at, text in enumerate(self._given):
            self.setItemText(at, text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as a text field."""
        metrics = self.fontMetrics()
        return QSize(super().sizeHint().width() + 2 * UNIT, -(-(metrics.height() + 2 * UNIT) // UNIT) * UNIT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters wide: long ones end in an ellipsis."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave it to what scrolls."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint frame, text and arrow."""
        painter, role, palette = QPainter(self), QPalette.ColorRole, self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().toRectF().adjusted(1, 1, -1, -1)
        pen = QPen(focus_colour(palette), 2) if self.hasFocus() else QPen(palette.color(role.Mid), 1)
        painter.setPen(pen)
        painter.setBrush(palette.color(role.Base))
        painter.drawRoundedRect(area, 6, 6)
        ink = palette.color(role.Text)
        metrics = self.fontMetrics()
        arrow = metrics.height() + UNIT
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), self.rect().adjusted(UNIT + 2, 0, -arrow, 0))
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
        shown = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(ink)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        box = QRect(self.width() - arrow, 0, arrow, self.height())
        middle = QStyle.visualRect(self.layoutDirection(), self.rect(), box).toRectF().center()
        unit = metrics.height() / 4
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        x, y = middle.x(), middle.y()
        painter.drawPolyline([QPointF(x - unit, y - unit / 2), QPointF(x, y + unit / 2), QPointF(x + unit, y - unit / 2)])


class Swatch(QRadioButton):
    """A colour to choose. The chosen one has a ring and a tick, so that colour alone tells nothing."""

    stepped = Signal(int)
    """An arrow key was pressed: 1 for the next colour, -1 for the one before."""
    left = Signal()
    """The keyboard went on from it."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self.setToolTip(name)
        self.setAccessibleName(name)
        fitted(self, Swatch._fit)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as two lines."""
        return self.minimumSize()

    def _fit(self) -> None:
        side = -(-self.fontMetrics().height() * 2 // UNIT) * UNIT
        self.setFixedSize(side, side)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole widget can be clicked."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go from colour to colour."""
        across = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Right: -1 if across else 1, Qt.Key.Key_Left: 1 if across else -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell it."""
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().toRectF().adjusted(5, 5, -5, -5)
        if self.isChecked():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2))
            painter.drawEllipse(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5))
        if self.hasFocus():
            painter.setPen(QPen(focus_colour(self.palette()), 2))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(middle)
        if self.isChecked():
            pen = QPen(ink(QColor(self.colour)), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x, y = middle.center().x(), middle.center().y()
            painter.drawPolyline([QPointF(x - 4.5, y), QPointF(x - 1.5, y + 3.5), QPointF(x + 4.5, y - 3.5)])


_ARROWS_SETTLE_MS: Final = 400


class ColourRow(QWidget):
    """The colours to choose from. :attr:`changed` is emitted when the person chose.

    For the keyboard it is one stop, as radio buttons are: Tab comes to the chosen colour, arrows go on to the others and choose
    them. What arrows come past is not told, only where they stay.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "colours", tr("Colour"))
        row = Flow(self, gap=0)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self.swatches: dict[str, Swatch] = {}
        for colour, name in colours():
            swatch = Swatch(colour, name)
            swatch.setObjectName(f"colour-{colour[1:]}")
            swatch.stepped.connect(lambda step, swatch=swatch: self._step(swatch, step))
            swatch.left.connect(self._left)
            self._group.addButton(swatch)
            self.swatches[colour] = swatch
            row.addWidget(swatch)
        self._other = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_ARROWS_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self._group.buttonClicked.connect(self._clicked)
        self._one_stop()

    @property
    def colour(self) -> str:
        """The chosen colour, or "". One that is not among ours is kept as long as nobody chooses another."""
        chosen = self._group.checkedButton()
        return chosen.colour if isinstance(chosen, Swatch) else self._other

    @property
    def choosing(self) -> bool:
        """Whether arrows chose one that was not told yet."""
        return self._settle.isActive()

    def finish(self) -> None:
        """Tell at once what arrows chose."""
        if self._settle.isActive():
            self._settle.stop()
            self.changed.emit()

    def choose(self, colour: str) -> None:
        """Show *colour* as the chosen one; none of ours where it is not among them."""
        self._settle.stop()
        self._other = colour
        chosen = self._group.checkedButton()
        if colour in self.swatches:
            self.swatches[colour].setChecked(True)
        elif chosen is not None:
            self._group.setExclusive(False)  # else one of them stays checked
            chosen.setChecked(False)
            self._group.setExclusive(True)
        self._one_stop()

    def _one_stop(self) -> None:
        """Let Tab come to the chosen colour alone, or to the first where none is chosen."""
        stop = self._group.checkedButton() or next(iter(self.swatches.values()))
        for swatch in self.swatches.values():
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if swatch is stop else Qt.FocusPolicy.ClickFocus)

    def _clicked(self) -> None:
        self._settle.stop()
        self._one_stop()
        self.changed.emit()

    def _step(self, swatch: Swatch, step: int) -> None:
        every = list(self.swatches.values())
        wanted = every[(every.index(swatch) + step) % len(every)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        wanted.setChecked(True)
        self._one_stop()
        self._settle.start()

    def _left(self) -> None:
        """What arrows chose counts at once when the keyboard goes elsewhere."""
        if QApplication.focusWidget() not in self.swatches.values():
            self.finish()


class ServiceGrid(QWidget):
    """Check boxes for the services that a cloud has."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT)
        self._grid = grid
        self.boxes: dict[str, QCheckBox] = {}
        for service in ALL:
            box = CheckBox(service.label)
            named(box, f"service-{service.key}", service.label)
            box.toggled.connect(lambda _on: self.changed.emit())
            box.setParent(self)
            self.boxes[service.key] = box

    def offer(self, cloud: Cloud | None) -> None:
        """Offer the services of *cloud*; only those that are chosen where it is not known."""
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.setVisible(False)
        offered = [box for key, box in self.boxes.items() if (key in cloud.resources if cloud else box.isChecked())]
        for at, box in enumerate(offered):
            self._grid.addWidget(box, at // 3, at % 3)
            box.setVisible(True)
        self._grid.setColumnStretch(3, 1)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the services that are offered and ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked() and not box.isHidden())


_TEXT_MARGIN: Final = 2
"""What QLineEdit leaves free at the sides of its text, in pixels."""


class Value(QLineEdit):
    """A text that can be read, selected and copied by mouse and keyboard, but not changed. Long ones scroll; the tool tip has
    all of it.
    """

    def __init__(self, name: str, accessible: str, text: str = "") -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrame(False)
        self.setStyleSheet("QLineEdit { background: transparent; border: none; padding: 0; }")
        self.take_look()
        self.setTextMargins(-_TEXT_MARGIN, 0, -_TEXT_MARGIN, 0)  # in line with the labels above and below
        named(self, name, accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters wide."""
        return QSize(self.fontMetrics().averageCharWidth() * 10, super().minimumSizeHint().height())

    def show_text(self, text: str) -> None:
        """Show *text* from its beginning."""
        self.setText(one_line(text, 500))
        self.setCursorPosition(0)
        self._tip()

    def take_look(self) -> None:
        """Take the application's font as it is now."""
        self.setFont(scaled(QApplication.font(), 0.95))

    def wanted(self) -> int:
        """Return the width in which the whole text can be seen, in device-independent pixels."""
        return self.fontMetrics().horizontalAdvance(self.text()) + UNIT

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the tool tip only where something is cut."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is cut, say so by an ellipsis, as long as nobody moves about in it."""
        if self.hasFocus() or self.wanted() <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def _tip(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.wanted() > self.width() else "")


class Facts(QWidget):
    """Headings with values beside them, to read and to copy. Where a value would be cut, all of them stand under their headings."""

    def __init__(self) -> None:
        super().__init__()
        self._stacked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        self._grid.setColumnStretch(1, 1)
        self._lines: dict[str, tuple[Label, Value, QWidget | None]] = {}
        fitted(self, Facts._stack)

    def value(self, name: str) -> str:
        """Return the text on show under *name*, or ""."""
        line = self._lines.get(name)
        return line[1].text() if line is not None and not line[1].isHidden() else ""

    def show_fact(self, name: str, heading: str, text: str, *, copy: Callable[[str], None] | None = None) -> None:
        """Show *text* under *heading*; without a text the line goes. With *copy* there is a button that calls it."""
        line = self._lines.get(name)
        if line is None:
            label, value, button = Label(heading, "small"), Value(name, heading), None
            label.setBuddy(value)
            if copy is not None:
                button = SmallButton(tr("Copy"))
                named(button, f"{name}Copy", tr("Copy: {what}", what=heading))
                button.clicked.connect(lambda: copy(value.text()))
            line = self._lines[name] = (label, value, button)
            self._place(len(self._lines) - 1, line)
        line[1].show_text(text)
        for part in line:
            if part is not None:
                part.setVisible(bool(text))
        self._stack()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Use the room there is."""
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        shown = [line for line in self._lines.values() if not line[1].isHidden()]
        if not shown or self.width() < UNIT:
            return
        gap = self._grid.horizontalSpacing()
        buttons = [button.sizeHint() for _, _, button in shown if button is not None]
        sides = max((size.width() + gap for size in buttons), default=0)
        wanted = max(label.sizeHint().width() for label, _, _ in shown) + gap + max(value.wanted() for _, value, _ in shown) + sides
        stacked = wanted > self.width()
        if stacked is not self._stacked:
            self._stacked = stacked
            self._grid.setVerticalSpacing(0 if stacked else UNIT // 2)
            for at, line in enumerate(self._lines.values()):
                self._place(at, line)
        # Side by side, all lines are as tall as those with a button; stacked, each value keeps to its heading
        tall = max((size.height() for size in buttons), default=0)
        for at, (label, value, _) in enumerate(self._lines.values()):
            value.setMinimumHeight(0 if stacked else tall)
            label.setContentsMargins(0, UNIT // 2 if stacked and at else 0, 0, 0)

    def _place(self, at: int, line: tuple[Label, Value, QWidget | None]) -> None:
        label, value, button = line
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._stacked:
            self._grid.addWidget(label, 2 * at, 0, 1, 3, middle)
            self._grid.addWidget(value, 2 * at + 1, 0, 1, 2 if button is not None else 3, middle)
        else:
            self._grid.addWidget(label, 2 * at + 1, 0, middle)
            self._grid.addWidget(value, 2 * at + 1, 1, middle)
        if button is not None:
            self._grid.addWidget(button, 2 * at + 1, 2)


def file_to_write(suffix: str, about: str = "") -> str:
    """Return where a file (on *about*) is offered to be written. With the minute in its name, so that none of the same day is
    written over.
    """
    return str(Path.home() / f"TenantDock {about}{' ' if about else ''}{time.strftime('%Y-%m-%d %H.%M')}{suffix}")


def spread(*widgets: QWidget, gap: int = 1) -> QHBoxLayout:
    """Return a row of widgets that keeps to its beginning."""
    row = QHBoxLayout()
    spaced(row, gap=gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def paragraph(column: QBoxLayout, text: str) -> Label:
    """Put small explaining text into *column* and return it."""
    label = Label(text, "small", wrap=True)
    column.addWidget(label)
    return label
