"""Adding a customer: a user name leads to the tenant, the rest is filled in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.look import UNIT, colours, fit_on_screen, suggested_colour
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.parts import Button, Card, CheckBox, Label, PrimaryButton, grow, named, roomy, slim, spaced
from tenantdock.desktop.texts import outside, realm, tr
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import NAME_LIMIT, Connection, ConsoleSettings, UserName, domain_name, guid
from tenantdock.domain.errors import BadInput, Cancelled, TenantDockError, UnknownDomain
from tenantdock.domain.services import ALL
from tenantdock.domain.text import one_line
from tenantdock.workflows.adding import Adding, Draft, Found

LOOK_UP_AFTER_MS = 450
"""A pause in typing of this length starts the look-up."""


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
            pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(middle)
        if self.isChecked():
            pen = QPen(QColor("#ffffff"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x, y = middle.center().x(), middle.center().y()
            painter.drawPolyline([QPointF(x - 4.5, y), QPointF(x - 1.5, y + 3.5), QPointF(x + 4.5, y - 3.5)])


class AddDialog(QDialog):
    """The form. :attr:`added` carries the saved connection."""

    added = Signal(object)

    def __init__(self, adding: Adding, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addDialog")
        self.setWindowTitle(tr("Add a customer"))
        self.setAccessibleName(self.windowTitle())
        self._adding = adding
        self._loop = loop
        self._cancel = Cancel()
        self._asked: tuple[str, str, str] = ("", "", "")
        self._found: Found | None = None
        self._saving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_UP_AFTER_MS)
        self._timer.timeout.connect(self._look_up)
        self._build()
        self._show_services()
        self._update()

    @property
    def found(self) -> Found | None:
        """What the user name led to, once known."""
        return self._found

    # Building

    def _build(self) -> None:
        column = spaced(QVBoxLayout(self), margin=0, gap=0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        slim(area)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        named(area, "addArea", tr("Form"))
        form = QWidget()
        inside = spaced(QVBoxLayout(form), margin=3, gap=1)
        self._who(inside)
        inside.addSpacing(UNIT)
        inside.addWidget(self._result_card())
        inside.addSpacing(UNIT)
        self._what(inside)
        inside.addStretch()
        area.setWidget(form)
        column.addWidget(area, 1)
        self._area = area
        column.addLayout(self._buttons())
        width = self.fontMetrics().averageCharWidth() * 72
        wanted = QSize(max(width, form.sizeHint().width()), form.sizeHint().height() + 9 * UNIT)
        self.resize(fit_on_screen(self.parentWidget() or self, wanted))
        self.setMinimumWidth(self.width())

    def _who(self, column: QBoxLayout) -> None:
        self.username_edit = QLineEdit()
        self.username_edit.setPlaceholderText("admin@customer.example")
        self.username_edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.username_error = _field(column, "username", tr("&User name that you sign in with"), self.username_edit)
        self.customer_edit = QLineEdit()
        self.customer_edit.setPlaceholderText(tr("Only if it is not the one in the user name"))
        self.customer_error = _field(column, "customer", tr("Customer's &domain or tenant id"), self.customer_edit)
        self.cloud_box = QComboBox()
        for cloud in self._adding.clouds:
            self.cloud_box.addItem(cloud.name, cloud.id)
        choice = QWidget()
        inside = spaced(QVBoxLayout(choice), gap=1)
        _field(inside, "cloud", tr("C&loud"), self.cloud_box)
        choice.setVisible(self.cloud_box.count() > 1)
        column.addWidget(choice)
        for edit in (self.username_edit, self.customer_edit):
            edit.textChanged.connect(self._typed)
            edit.editingFinished.connect(partial(self._check, strict=True))
        self.cloud_box.currentIndexChanged.connect(self._cloud_changed)

    def _result_card(self) -> QWidget:
        card = Card()
        self.result_title = Label("", "strong", wrap=True)
        named(self.result_title, "addResult", tr("Tenant"))
        self.result_text = Label("", wrap=True)
        named(self.result_text, "addRealm", tr("How this user signs in"))
        self.result_id = Label("", "small", wrap=True, selectable=True)
        named(self.result_id, "addTenantId", tr("Tenant id"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(UNIT // 2 + 2)
        named(self.bar, "addBar", tr("Looking for the tenant"))
        self.retry_button = Button(tr("Try again"))
        self.retry_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        named(self.retry_button, "addRetry")
        self.retry_button.clicked.connect(self._again)
        for widget in (self.result_title, self.result_text, self.result_id, self.bar, self.retry_button):
            card.body.addWidget(widget)
        card.body.addStretch()
        # The height of what will be found, so that the form does not jump while one types
        card.setMinimumHeight(self.fontMetrics().height() * 3 + 6 * UNIT)
        return card

    def _what(self, column: QBoxLayout) -> None:
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(NAME_LIMIT)
        self.name_error = _field(column, "name", tr("&Name in the list"), self.name_edit)
        self.name_edit.textEdited.connect(lambda _text: self._own_name())
        self.name_edit.textChanged.connect(lambda _text: self._update())
        self._named_by_person = False
        column.addWidget(Label(tr("Connect to"), "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT)
        self.service_boxes: dict[str, QCheckBox] = {}
        for service in ALL:
            box = CheckBox(service.label)
            box.setChecked(service.key == "graph")
            named(box, f"service-{service.key}", service.label)
            box.toggled.connect(lambda _on: self._update())
            self.service_boxes[service.key] = box
        self._service_grid = grid
        column.addLayout(grid)
        self.service_error = Label("", "error", wrap=True)
        self.service_error.hide()
        column.addWidget(self.service_error)
        column.addWidget(Label(tr("Colour"), "strong"))
        row = spaced(QHBoxLayout(), gap=0)
        self.colour_group = QButtonGroup(self)
        self.swatches: dict[str, Swatch] = {}
        for colour, name in colours():
            swatch = Swatch(colour, name)
            swatch.setObjectName(f"colour-{colour[1:]}")
            self.colour_group.addButton(swatch)
            self.swatches[colour] = swatch
            row.addWidget(swatch)
        row.addStretch()
        self._coloured_by_person = False
        self.colour_group.buttonClicked.connect(lambda _button: self._own_colour())
        column.addLayout(row)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 2 * UNIT)
        row.setSpacing(UNIT)
        self.save_error = Label("", "error", wrap=True)
        self.save_error.hide()
        named(self.save_error, "addError", tr("Why it was not saved"))
        row.addWidget(self.save_error, 4)
        row.addStretch(1)
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, "addCancel")
        self.cancel_button.clicked.connect(self.reject)
        row.addWidget(self.cancel_button)
        self.add_button = PrimaryButton(tr("Add"))
        named(self.add_button, "addSave")
        self.add_button.clicked.connect(self.save)
        row.addWidget(self.add_button)
        return row

    # Looking up

    def _typed(self) -> None:
        self._forget()
        self._timer.start()

    def _cloud_changed(self) -> None:
        self._show_services()
        self._typed()

    def _again(self) -> None:
        self._forget()
        self._look_up()

    def _forget(self) -> None:
        self._cancel.cancel()
        self._found = None
        self._asked = ("", "", "")
        for label in (self.username_error, self.customer_error, self.name_error, self.save_error):
            _say(label, "")
        self._update()

    def _check(self, *, strict: bool) -> bool:
        """Whether both fields can be looked up. *strict* says what is wrong; while someone types, half a name is no mistake."""
        fields: tuple[tuple[Label, str, Callable[[str], object]], ...] = (
            (self.username_error, self.username_edit.text().strip(), UserName.parse),
            (self.customer_error, self.customer_edit.text().strip(), _domain_or_id),
        )
        good = bool(fields[0][1])
        for label, text, parse in fields:
            try:
                if text:
                    parse(text)
            except BadInput as wrong:
                good = False
                if strict:
                    _say(label, f"{wrong.message} {wrong.next_step}")
        return good

    def _look_up(self) -> None:
        self._timer.stop()
        asked = (self.username_edit.text().strip(), self.customer_edit.text().strip(), str(self.cloud_box.currentData()))
        if asked == self._asked or not self._check(strict=False):
            return
        self._asked = asked
        self._cancel.cancel()
        cancel = self._cancel = self._loop.new_cancel()
        self._loop.submit(
            lambda: self._adding.look_up(*asked, cancel),
            lambda found: None if cancel.cancelled else self._show_found(found),
            lambda failure: None if cancel.cancelled else self._show_trouble(failure),
        )
        self._update()

    def _show_found(self, found: Found) -> None:
        self._found = found
        if not self._named_by_person:
            self.name_edit.setText(one_line(found.suggested_name, NAME_LIMIT))
        if not self._coloured_by_person:
            self.swatches[suggested_colour(found.tenant_id)].setChecked(True)
        self._update()

    def _show_trouble(self, failure: BaseException) -> None:
        if isinstance(failure, Cancelled):
            return
        if not isinstance(failure, TenantDockError):
            self._asked = ("", "", "")
            self._update()
            raise failure
        text = f"{failure.message} {failure.next_step}"
        if isinstance(failure, (BadInput, UnknownDomain)):
            _say(self.customer_error if self.customer_edit.text().strip() else self.username_error, text)
            self._asked = ("", "", "")
            self._update()
        else:
            self._asked = ("", "", "")
            self._update()
            self.result_title.setText(outside(failure.message, 300))
            self.result_text.setText(outside(failure.next_step, 300))
            self.result_text.show()
            self.retry_button.show()

    # Saving

    def save(self) -> None:
        """Save the customer, when everything is there."""
        draft = self._draft()
        if draft is None or self._saving:
            return
        self._saving = True
        self._update()
        self._loop.submit(lambda: self._adding.add(draft), self._saved, self._not_saved)

    def done(self, result: int) -> None:
        """Stop looking when the window closes."""
        self._timer.stop()
        self._cancel.cancel()
        super().done(result)

    def _saved(self, connection: Connection) -> None:
        self.accept()
        self.added.emit(connection)

    def _not_saved(self, failure: BaseException) -> None:
        self._saving = False
        self._update()
        if not isinstance(failure, TenantDockError):
            raise failure
        _say(self.name_error if isinstance(failure, BadInput) else self.save_error, f"{failure.message} {failure.next_step}")

    def _draft(self) -> Draft | None:
        services = tuple(key for key, box in self.service_boxes.items() if box.isChecked() and not box.isHidden())
        name = self.name_edit.text().strip()
        if self._found is None or not services or not name:
            return None
        chosen = self.colour_group.checkedButton()
        colour = chosen.colour if isinstance(chosen, Swatch) else ""
        return Draft(self._found, str(self.cloud_box.currentData()), name, services, ConsoleSettings(colour=colour))

    # What is on show

    def _own_name(self) -> None:
        self._named_by_person = bool(self.name_edit.text())
        _say(self.name_error, "")

    def _own_colour(self) -> None:
        self._coloured_by_person = True

    def _show_services(self) -> None:
        cloud = self._adding.clouds.get(str(self.cloud_box.currentData()))
        offered = [box for key, box in self.service_boxes.items() if key in cloud.resources]
        for box in self.service_boxes.values():
            self._service_grid.removeWidget(box)
            box.setVisible(False)
        for at, box in enumerate(offered):
            self._service_grid.addWidget(box, at // 3, at % 3)
            box.setVisible(True)  # not before it is in the grid: a box without a parent would be a window of its own
        self._service_grid.setColumnStretch(3, 1)

    def _update(self) -> None:
        found, looking = self._found, any(self._asked)
        self.bar.setVisible(looking and found is None)
        self.retry_button.hide()
        self.result_id.setVisible(found is not None)
        self.result_text.setVisible(found is not None)
        if found is not None:
            self.result_title.setText(tr("Tenant found: {name}", name=outside(found.domain or found.tenant_id, 200)))
            self.result_text.setText(outside(realm(found.realm), 300))
            self.result_id.setText(found.tenant_id)
        elif looking:
            self.result_title.setText(tr("Looking for the tenant\u2026"))
        else:
            self.result_title.setText(tr("The tenant is found by the user name's domain."))
        chosen = any(box.isChecked() and not box.isHidden() for box in self.service_boxes.values())
        _say(self.service_error, "" if chosen else tr("Choose at least one service."))
        self.add_button.setEnabled(not self._saving and self._draft() is not None)
        self.add_button.setText(tr("Adding\u2026") if self._saving else tr("Add"))
        grow(self, self._area)


def _field(column: QBoxLayout, name: str, text: str, field: QWidget) -> Label:
    """Put a label, a field and a place for what is wrong with it into *column*. Returns the latter."""
    label = Label(text, "strong")
    label.setBuddy(field)
    column.addWidget(label)
    if isinstance(field, QLineEdit):
        roomy(field)
    else:
        field.setMinimumHeight(field.fontMetrics().height() + 2 * UNIT)
    named(field, name, text.replace("&", ""))
    column.addWidget(field)
    error = Label("", "error", wrap=True)
    named(error, f"{name}Error", text.replace("&", ""))
    error.hide()
    column.addWidget(error)
    return error


def _say(label: Label, text: str) -> None:
    label.setText(outside(text, 400))
    label.setVisible(bool(text))


def _domain_or_id(text: str) -> str:
    try:
        return guid(text)
    except BadInput:
        return domain_name(text)
