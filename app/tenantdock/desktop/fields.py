"""Fields of forms: labelled ones with a place for what is wrong, services, colours, and values to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QWidget,
)

from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT, colours, scaled
from tenantdock.desktop.parts import Button, CheckBox, Label, focus_colour, named, roomy, spaced
from tenantdock.desktop.shades import ink
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import again, outside, plain_tip, tr
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.services import ALL
from tenantdock.domain.text import one_line


def field(column: QBoxLayout, name: str, text: str, edit: QWidget) -> Label:
    """Put a label, a field and a place for what is wrong with it into *column*. Returns the latter."""
    label = Label(text, "strong", wrap=True)
    label.setBuddy(edit)
    column.addWidget(label)
    if isinstance(edit, QLineEdit):
        roomy(edit)
    else:
        edit.setMinimumHeight(edit.fontMetrics().height() + 2 * UNIT)
    named(edit, name, text.replace("&", ""))
    column.addWidget(edit)
    error = ErrorLabel()
    named(error, f"{name}Error", text.replace("&", ""))
    error.hide()
    column.addWidget(error)
    return error


def say(label: Label, text: str) -> None:
    """Show *text* in a label that takes no room without one."""
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
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), self.rect().adjusted(UNIT, 0, -arrow, 0))
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


class Swatch(QAbstractButton):
    """A colour to choose. The chosen one has a ring and a tick, so that colour alone tells nothing."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        side = -(-self.fontMetrics().height() * 2 // UNIT) * UNIT
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as two lines."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().toRectF().adjusted(5, 5, -5, -5)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2 if self.isChecked() else 1))
            painter.drawEllipse(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5))
        if self.hasFocus():
            pen = QPen(focus_colour(self.palette()), 2)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(middle)
        if self.isChecked():
            pen = QPen(ink(QColor(self.colour)), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x, y = middle.center().x(), middle.center().y()
            painter.drawPolyline([QPointF(x - 4.5, y), QPointF(x - 1.5, y + 3.5), QPointF(x + 4.5, y - 3.5)])


class ColourRow(QWidget):
    """The colours to choose from. :attr:`changed` is emitted when the person chose."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = Flow(self, gap=0)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self.swatches: dict[str, Swatch] = {}
        for colour, name in colours():
            swatch = Swatch(colour, name)
            swatch.setObjectName(f"colour-{colour[1:]}")
            self._group.addButton(swatch)
            self.swatches[colour] = swatch
            row.addWidget(swatch)
        self._other = ""
        self._group.buttonClicked.connect(lambda _button: self.changed.emit())

    @property
    def colour(self) -> str:
        """The chosen colour, or "". One that is not among ours is kept as long as nobody chooses another."""
        chosen = self._group.checkedButton()
        return chosen.colour if isinstance(chosen, Swatch) else self._other

    def choose(self, colour: str) -> None:
        """Show *colour* as the chosen one."""
        self._other = colour
        if colour in self.swatches:
            self.swatches[colour].setChecked(True)


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


class Value(QLineEdit):
    """A text that can be read, selected and copied by mouse and keyboard, but not changed. Long ones scroll; the tool tip has
    all of it.
    """

    def __init__(self, name: str, accessible: str, text: str = "") -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrame(False)
        self.setStyleSheet("QLineEdit { background: transparent; border: none; padding: 0; }")
        self.setFont(scaled(self.font(), 0.95))
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
        room = self.rect().adjusted(2, 0, -2, 0)  # where QLineEdit has its text
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

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
                button = Button(tr("Copy"), "flat")
                named(button, f"{name}Copy", tr("Copy: {what}", what=heading))
                metrics = button.fontMetrics()
                button.setFixedSize(metrics.horizontalAdvance(button.text()) + 2 * UNIT, metrics.height() + UNIT)
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
        sides = max((button.width() + gap for _, _, button in shown if button is not None), default=0)
        wanted = max(label.sizeHint().width() for label, _, _ in shown) + gap + max(value.wanted() for _, value, _ in shown) + sides
        stacked = wanted > self.width()
        if stacked is not self._stacked:
            self._stacked = stacked
            for at, line in enumerate(self._lines.values()):
                self._place(at, line)

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
