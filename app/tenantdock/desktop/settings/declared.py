"""A page that is made from the settings' declarations. There is nothing to save: each change counts as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tenantdock.desktop.fields import Choice, captioned, field, paragraph, say
from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Label, named, spaced
from tenantdock.desktop.settings.keys_field import KeysField
from tenantdock.desktop.settings.page import Page
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import counted, joined, outside, tr, translated
from tenantdock.desktop.ticks import CheckBox, indented
from tenantdock.domain.declaring import Declaration, PageKey, value_of
from tenantdock.domain.said import sentences
from tenantdock.domain.settings import settings_by_key

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.errors import TenantDockError
    from tenantdock.domain.settings import Settings
    from tenantdock.workflows.settings import Configuring, Option


class DeclaredPage(Page):
    """The settings of one page, each with the editor for its kind."""

    def __init__(self, key: PageKey, title: str, configuring: Configuring, loop: Loop, intro: str = "") -> None:
        super().__init__(f"{key.value}Page", title, configuring, loop)
        self.save_button.hide()
        if intro:
            paragraph(self.column, intro)
        self.declarations = {each.key: each for each in settings_by_key().values() if each.page is key}
        self.notes: dict[str, Label] = {}
        """Where it stands why a setting cannot be changed here, which is nothing that went wrong."""
        self._values: dict[str, Any] = {}
        self._waiting: dict[str, Any] = {}
        self._asked: dict[str, Any] = {}
        """What was asked for last of what is not saved yet: it waits, or is on its way."""
        self._shows: dict[str, Callable[[Any], None]] = {}
        for each in self.declarations.values():
            self._add(self.together(), each)
        self.more()
        self.column.addStretch()

    def together(self) -> QBoxLayout:
        """Begin another setting: return the layout of its editor, of what is wrong with it and of what it is about."""
        self.column.addSpacing(UNIT)
        layout = spaced(QVBoxLayout())
        layout.setSpacing(UNIT // 2)
        self.column.addLayout(layout)
        return layout

    def more(self) -> None:
        """Add what is not declared."""

    def read_more(self) -> None:
        """Read what is not declared."""

    def options(self, each: Declaration) -> Sequence[tuple[Any, str]] | None:
        """The values to choose from that are known at once, with their names; None where there is nothing to choose."""
        if each.choices is not None:
            return [(value, translated(name)) for value, name in each.choices.items()]
        return None

    @property
    def changed(self) -> bool:
        """Everything is saved at once."""
        return False

    def load(self) -> None:
        """Read what is set, and what there is to choose from."""
        found = [each.key for each in self.declarations.values() if self._is_found(each)]

        def read() -> tuple[Settings, dict[str, list[Option]]]:
            return self.configuring.current(), {key: self.configuring.options(key) for key in found}

        def show(result: tuple[Settings, dict[str, list[Option]]]) -> None:
            settings, offered = result
            for key, options in offered.items():
                self._offer(key, options)
            for key in self.declarations:
                self.show_value(key, value_of(settings, key))
            self.read_more()

        self.work(read, show)

    def save(self) -> None:
        """There is no button for that."""

    def show_value(self, key: str, value: object) -> None:
        """Show what is set."""
        self._values[key] = value
        self._shows[key](value)

    def change(self, key: str, value: object) -> None:
        """Save *value* at once; while something is being saved, after that. Changes of one setting come in their order."""
        if self._asked.get(key, self._values.get(key)) == value:
            return
        self._asked[key] = self._waiting[key] = value
        self._save_next()

    def update_state(self) -> None:
        """Go on with what waits, as soon as nothing else is read or written."""
        super().update_state()
        self._save_next()

    def was_saved(self, key: str) -> None:
        """Called when a change was saved."""

    def _save_next(self) -> None:
        if self.busy or not self._waiting:
            return
        key = next(iter(self._waiting))
        value = self._waiting.pop(key)

        def done(_settings: Settings) -> None:
            self._values[key] = value
            self._sent(key)
            self.told(tr("Saved: {name}.", name=translated(self.declarations[key].label)))
            self.was_saved(key)
            self._save_next()

        self.work(lambda: self.configuring.change(key, value), done)

    def complain(self, trouble: TenantDockError) -> None:
        """Say why, and go on with what waits."""
        super().complain(trouble)
        for key in [each for each in self._asked if each not in self._waiting]:
            self._sent(key)
        self._save_next()

    def _sent(self, key: str) -> None:
        if key not in self._waiting:
            self._asked.pop(key, None)

    # Editors

    def _is_found(self, each: Declaration) -> bool:
        """Whether what there is to choose from has to be looked for on this computer."""
        return each.kind is str and self.options(each) is None and each.key != "hotkey"

    def _add(self, together: QBoxLayout, each: Declaration) -> None:
        label, about = translated(each.label), outside(sentences(each.about, each.counts), 600)
        if each.kind is bool:
            self._flag(together, each, label, about)
            return
        if each.key == "hotkey":
            self._keys(together, each, label)
        else:
            self._choice(together, each, label)
        paragraph(together, about)

    def _flag(self, together: QBoxLayout, each: Declaration, label: str, about: str) -> None:
        box = self.check_box(together, each, label, about)
        box.clicked.connect(lambda: self.change(each.key, box.isChecked()))
        self._shows[each.key] = lambda value: box.setChecked(bool(value))

    def check_box(self, together: QBoxLayout, each: Declaration, label: str, about: str) -> CheckBox:
        """Add a check box with a text that may take several lines, what is wrong, and what it is about, under each other beside
        the box. Returns the box.
        """
        holder = QWidget()
        row = spaced(QHBoxLayout(holder), gap=0)
        box = CheckBox()
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        named(box, f"setting-{each.key}", label)
        box.setAccessibleDescription(translated(each.about))
        holder.setFocusProxy(box)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_BoxText(label, box), 1)
        together.addWidget(holder)
        together.setSpacing(0)
        self.errors[each.key] = self.error_below(together, each.key, label)
        self.notes[each.key] = self._note_below(together, each.key, label)
        for below in (self.errors[each.key], self.notes[each.key], paragraph(together, about)):
            indented(below, box)  # which follows the direction of the text, as margins do not
        self.places[each.key] = holder
        return box

    def _choice(self, together: QBoxLayout, each: Declaration, label: str) -> None:
        box = Choice()
        box.setAccessibleDescription(translated(each.about))
        self.errors[each.key] = field(together, f"setting-{each.key}", label, box)
        self.notes[each.key] = self._note_below(together, each.key, label)
        for value, name in self.options(each) or [("", self.usual(each))]:
            box.addItem(name, value)

        def show(value: object) -> None:
            at = next((row for row in range(box.count()) if box.itemData(row) == value), -1)
            if at < 0:
                box.addItem(self.unknown(value), value)
                at = box.count() - 1
            box.setCurrentIndex(at)

        box.activated.connect(lambda _row: self.change(each.key, box.currentData()))
        self._shows[each.key] = show
        self.places[each.key] = box

    def usual(self, each: Declaration) -> str:
        """Return what the program's own choice is called."""
        return tr("The system's default browser") if each.page is PageKey.BROWSERS else tr("The best one that is found")

    def unknown(self, value: object) -> str:
        """Return how a value is called that is not among those to choose from."""
        if isinstance(value, int):
            return counted(value, "After {n} minute", "After {n} minutes")
        return tr("{name} (not found here)", name=outside(str(value), 60))

    def _offer(self, key: str, options: list[Option]) -> None:
        box = self.places[key]
        if not isinstance(box, Choice):
            return
        while box.count() > 1:
            box.removeItem(1)
        for option in options:
            label, hint = outside(option.label, 80), outside(option.hint, 120)
            box.addItem(f"{label}  ({hint})" if hint else label, option.value)

    def _keys(self, together: QBoxLayout, each: Declaration, label: str) -> None:
        edit = KeysField()
        edit.setObjectName(f"setting-{each.key}")
        edit.call(label)
        none = Button(tr("None"))
        named(none, f"setting-{each.key}-none", joined(": ", tr("None"), tr("No keys")))
        usual = Button(tr("The usual ones"))
        named(usual, f"setting-{each.key}-usual", joined(": ", tr("The usual ones"), tr("The usual keys")))
        line = QWidget()
        row = Flow(line, UNIT)
        for button in (edit, none, usual):
            row.addWidget(button)
        column = captioned(together, label, line, buddy=edit)
        self.errors[each.key] = self.error_below(column, each.key, label)

        def take(keys: str) -> None:
            edit.show_keys(keys)
            try:
                self.check_keys(keys)
            except TenantDockError as wrong:
                say(self.errors[each.key], translated(wrong.told))
                return
            self.change(each.key, keys)

        from tenantdock.domain.errors import TenantDockError  # noqa: PLC0415 - the name is for types above

        edit.recorded.connect(take)
        none.clicked.connect(lambda: take(""))
        usual.clicked.connect(lambda: take(str(each.default)))
        self._shows[each.key] = lambda value: edit.show_keys(str(value))
        self.places[each.key] = edit

    def check_keys(self, keys: str) -> None:
        """Raise a :class:`TenantDockError` for a combination that cannot be had."""

    def error_below(self, column: QBoxLayout, key: str, label: str) -> Label:
        """Add a place for what is wrong with the editor above it to *column*, and return it."""
        error = ErrorLabel()
        named(error, f"setting-{key}Error", label)
        error.hide()
        column.addWidget(error, 0, Qt.AlignmentFlag.AlignTop)
        return error

    def _note_below(self, column: QBoxLayout, key: str, label: str) -> Label:
        note = Label("", wrap=True)
        named(note, f"setting-{key}Note", label)
        note.hide()
        column.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)
        return note


class _BoxText(Label):
    """The text beside a check box, which a click on it ticks too."""

    def __init__(self, text: str, box: CheckBox) -> None:
        super().__init__(text, wrap=True)
        self._box = box
        self.setContentsMargins(0, UNIT // 2, 0, UNIT // 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick, or untick."""
        if (
            event.button() == Qt.MouseButton.LeftButton
            and self._box.isEnabled()
            and self.rect().contains(event.position().toPoint())
        ):
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.click()
