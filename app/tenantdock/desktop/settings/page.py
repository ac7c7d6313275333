"""What every page of the settings has: a title, a body that scrolls, a place for news, and a button that saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from tenantdock.desktop.dressing import scrolling
from tenantdock.desktop.fields import say
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import outside, tr
from tenantdock.domain.errors import BadInput, TenantDockError

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.settings import Configuring

T = TypeVar("T")


def modest(box: QComboBox) -> None:
    """Let a choice with long names be as narrow as the window needs it."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(20)


class Page(QWidget):
    """One page. *name* is its object name and *title* its heading.

    Values are read when the page is first shown and written on a worker; what cannot be saved stays in its field, with the reason
    beside it. :attr:`saved` is emitted after a change, with a sentence that says what it means; :attr:`closed` when the person has
    done with the window.
    """

    saved = Signal(str)
    closed = Signal()
    discard_wanted = Signal(object)
    """What was typed and is not saved would be lost; comes with what to do when the person agrees to that."""
    worked = Signal(bool)
    """A worker read or wrote for the page: whether that went well."""

    def __init__(self, name: str, title: str, configuring: Configuring, loop: Loop) -> None:
        super().__init__()
        self.title = title
        self.places: dict[str, QWidget] = {}
        """Where each setting is, by its key."""
        self.configuring = configuring
        self.errors: dict[str, Label] = {}
        self._loop = loop
        self._read = self._busy = False
        named(self, name, title)
        outer = spaced(QVBoxLayout(self), gap=0)
        self._area = scrolling()
        named(self._area, f"{name}Area", title)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        spaced(self.column, margin=3, gap=1)
        self.column.addWidget(Label(title, "title", wrap=True))
        self._area.setWidget(inside)
        outer.addWidget(self._area, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(3 * UNIT, UNIT, 3 * UNIT, 2 * UNIT)
        self.buttons.setSpacing(UNIT)
        self.news_label = Label("", "body", wrap=True)
        self.news_label.speaks()
        named(self.news_label, f"{name}News", tr("What came of it"))
        self.error_label = ErrorLabel()
        self.error_label.hide()
        named(self.error_label, f"{name}Error", tr("Why it was not saved"))
        self.buttons.addWidget(self.news_label, 1)
        self.buttons.addWidget(self.error_label, 1)
        self.close_button = Button(tr("Close"))
        named(self.close_button, f"{name}Close")
        self.close_button.clicked.connect(self.closed)
        self.buttons.addWidget(self.close_button)
        self.save_button = PrimaryButton(tr("Save"))
        self.save_button.setEnabled(False)
        named(self.save_button, f"{name}Save")
        self.save_button.clicked.connect(self.save)
        self.buttons.addWidget(self.save_button)
        outer.addLayout(self.buttons)

    @property
    def busy(self) -> bool:
        """Whether a worker reads or writes for this page."""
        return self._busy

    def appear(self) -> None:
        """Read the values, the first time that the page is shown."""
        if not self._read:
            self._read = True
            self.load()

    def point_out(self, key: str) -> QWidget | None:
        """Bring a setting into view and return where it is, or None while the page does not show it."""
        place = self.places.get(key)
        if place is None or not place.isVisibleTo(self):
            return None
        self.column.activate()
        self._area.ensureWidgetVisible(place, 0, 8 * UNIT)
        return place

    def load(self) -> None:
        """Read the values and show them."""
        raise NotImplementedError

    def save(self) -> None:
        """Save what was changed."""
        raise NotImplementedError

    @property
    def changed(self) -> bool:
        """Whether something on the page is not saved."""
        raise NotImplementedError

    def leave(self, go_on: Callable[[], None]) -> None:
        """Do what replaces the fields, but not before the person agrees when something in them is not saved."""
        if self.changed:
            self.discard_wanted.emit(go_on)
        else:
            go_on()

    def update_state(self) -> None:
        """Show what can be done now."""
        self.save_button.setEnabled(self.changed and not self._busy)

    def touched(self) -> None:
        """The person changed something: what was said about the values before counts no more."""
        self.quiet()
        self.update_state()

    def quiet(self) -> None:
        """Say nothing."""
        self.news_label.clear()
        for label in (self.error_label, *self.errors.values()):
            say(label, "")
        self.news_label.show()

    def work(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Have a worker do *job*, then call *done*. What fails is shown beside the field it belongs to."""
        self._busy = True
        self.update_state()

        def finished(result: T) -> None:
            if not isValid(self):
                return  # the window was closed meanwhile, and is gone
            self._busy = False
            done(result)
            self.update_state()
            self.worked.emit(True)

        def failed(failure: BaseException) -> None:
            if not isValid(self):
                raise failure  # told elsewhere
            self._busy = False
            self.update_state()
            self.worked.emit(False)
            if not isinstance(failure, TenantDockError):
                raise failure
            self.complain(failure)

        self._loop.submit(job, finished, failed)

    def told(self, text: str) -> None:
        """Say what came of saving."""
        self.quiet()
        self.news_label.setText(text)
        self.saved.emit(text)

    def complain(self, trouble: TenantDockError) -> None:
        """Show why something was not saved, beside its field where it has one, and bring that into view."""
        self.quiet()
        field = trouble.field if isinstance(trouble, BadInput) else ""
        label = self.errors.get(field, self.error_label)
        say(label, outside(trouble.told, 600))
        if label is self.error_label:
            self.news_label.hide()
        else:
            self._area.ensureWidgetVisible(label)
