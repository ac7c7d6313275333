"""The palette: a small window that finds a connection by a few letters and does something with it.

Enter connects, Ctrl+Enter goes to the console that is open already, Shift+Enter asks for services, Alt+Enter for portals, Ctrl+C
copies the tenant id, Ctrl+Shift+C the domain. The search field keeps the keys; the arrows move in the list. It goes away when
another window is chosen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from tenantdock.desktop.announcing import PAUSE_MS, announce
from tenantdock.desktop.dressing import fitted, ringed, slim
from tenantdock.desktop.entries import Entry
from tenantdock.desktop.look import UNIT, blend, fit_on_screen, scaled
from tenantdock.desktop.palette_delegate import PaletteDelegate
from tenantdock.desktop.palette_keys import KeysLabel
from tenantdock.desktop.palette_rows import HIT, Hit, PaletteModel
from tenantdock.desktop.palette_steps import PortalsStep, ServicesStep, Step
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.taskbar import stay_out_of_taskbar
from tenantdock.desktop.texts import counted, retold, tr

if TYPE_CHECKING:
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.portals import Portal

LIMIT: Final = 50
"""Connections on show. Who would look further types another letter."""
_ROWS: Final = 7
_TELL_MS: Final = 400
_LETTERS: Final = 92
_PAGE: Final = 6
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVES: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
Find = Callable[[str, int], Sequence[Entry]]


class _List(QListView):
    """The list itself. Tells when it has painted."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.delegate = PaletteDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slim(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, then say so."""
        super().paintEvent(event)
        self.painted.emit()


class Palette(QWidget):
    """Finds connections with *find* (a text and how many at most) while the person types, and says by signals what they want."""

    connect_wanted = Signal(str, tuple)
    """A connection's id, and the services of this one console: none for the connection's own."""
    focus_wanted = Signal(str)
    """The id of the open console to bring to the front."""
    services_wanted = Signal(str)
    portals_wanted = Signal(str)
    portal_wanted = Signal(str, str)
    copy_wanted = Signal(str)
    add_wanted = Signal()
    import_wanted = Signal()
    gone = Signal()
    """It went away."""

    def __init__(self, find: Find, title: str) -> None:
        kind = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, kind)
        self.setObjectName("palette")
        self.setWindowTitle(tr("{title} \u2013 find a customer", title=title))
        self.setAccessibleName(self.windowTitle())
        self._find = find
        self.opened: Callable[[], Mapping[str, str]] = dict
        """Gives the newest open console of each connection that has one; asked when the palette comes."""
        self.attention: Callable[[], Collection[str]] = tuple
        """Gives the connections that need attention; asked when the palette comes."""
        self.importing: Callable[[], bool] = lambda: True
        """Whether customers can be imported; asked when there are none."""
        self._told = ""
        self._to_console = False
        self._pause = QTimer(self)
        """Who types hears what it came to, not every letter's."""
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self._announce(counted_too=True))
        self.left_at = 0.0
        """When it went away because the person, or the keys themselves, took the focus from it (monotonic, in seconds)."""
        self.model = PaletteModel(self)
        self.step: Step | None = None
        self._build()

    # What others ask for

    def come(self) -> None:
        """Show an empty palette in front of everything, on the screen where the mouse is."""
        self.model.opened, self.model.attention = self.opened(), self.attention()
        self.leave_step()
        self.search_edit.clear()
        self.search("")
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.resize(self._size())
        self.move(room.center().x() - self.width() // 2, room.top() + max(0, (room.height() - self.height()) // 4))
        stay_out_of_taskbar(self)
        self.show()
        self.raise_()
        self.activateWindow()
        self.search_edit.setFocus()
        self._told = ""
        self._pause.stop()
        # After what a screen reader says of the window itself
        QTimer.singleShot(_TELL_MS, self, lambda: None if self._told or self._pause.isActive() else self._announce())

    def find_again(self, find: Find) -> None:
        """Find with *find* from now on; what is typed is looked for anew, and the row that is chosen stays chosen."""
        self._find = find
        chosen = self.chosen
        self.search(self.search_edit.text())
        if chosen is not None:
            self._choose_id(chosen.row.id)

    def search(self, text: str) -> None:
        """Show what matches *text*."""
        found = self._find(text, LIMIT)
        self.model.show_found(found, text)
        if found:
            self._choose(0, tell=False)
        else:
            typed = text.strip()
            self.nothing_label.setText(
                tr("Nothing matches \u201c{text}\u201d", text=typed[:80]) if typed else tr("No customers yet")
            )
        self._show_first(first=not found and not text.strip())
        page = 0 if found else 1
        if page != self.pages.currentIndex():
            self.pages.setCurrentIndex(page)
            self._say_keys()
        if self.isVisible() and QAccessible.isActive():
            self._pause.start()

    @property
    def chosen(self) -> Entry | None:
        """The connection that is chosen in the list."""
        found = self.list.currentIndex().data(HIT)
        return found.entry if isinstance(found, Hit) else None

    def offer_services(self, entry: Entry, cloud: Cloud | None) -> None:
        """Go on to the services of one console; *cloud* is None where it is not known."""
        step = ServicesStep(entry, cloud)
        step.connect_wanted.connect(lambda chosen: self._done(self.connect_wanted.emit, entry.row.id, chosen))
        self._enter(step)
        step.begin()

    def offer_portals(self, entry: Entry, portals: Sequence[Portal]) -> None:
        """Go on to a customer's portals."""
        step = PortalsStep(entry, portals)
        step.portal_wanted.connect(lambda key: self._done(self.portal_wanted.emit, entry.row.id, key))
        self._enter(step)
        step.begin()

    def leave_step(self) -> None:
        """Go back to the list."""
        step, self.step = self.step, None
        if step is not None:
            self.stack.setCurrentIndex(0)
            self.stack.removeWidget(step)
            step.deleteLater()
            self.search_edit.setFocus()
        self._say_keys()

    # Building

    def _build(self) -> None:
        whole = spaced(QVBoxLayout(self), gap=0)
        whole.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget()
        whole.addWidget(self.stack, 1)
        first = QWidget()
        column = spaced(QVBoxLayout(first), gap=0)
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(tr("Customer, domain, account, tag or service"))
        self.search_edit.setStyleSheet("QLineEdit { border: none; background: transparent; padding: 0 14px; }")
        fitted(self, Palette._fit)
        named(self.search_edit, "paletteSearch", tr("Find a customer"))
        self.search_edit.textChanged.connect(self.search)
        self.search_edit.installEventFilter(self)
        column.addWidget(self.search_edit)
        column.addWidget(_Line())
        self.list = _List()
        self.list.setModel(self.model)
        ringed(self.list)
        named(self.list, "paletteList", tr("Customers found"))
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._clicked)
        self.nothing_label = Label("", "heading", wrap=True)
        named(self.nothing_label, "paletteNothing")
        self.nothing_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self._nothing())
        inside = spaced(QVBoxLayout(), gap=0)
        inside.setContentsMargins(0, UNIT // 2, 0, UNIT // 2)
        inside.addWidget(self.pages)
        column.addLayout(inside, 1)
        self.stack.addWidget(first)
        whole.addWidget(_Line())
        self.keys_label = KeysLabel()
        self.keys_label.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        named(self.keys_label, "paletteKeys", tr("Keys"))
        whole.addWidget(self.keys_label)
        self._say_keys()
        self.resize(self._size())

    def _nothing(self) -> QWidget:
        """What stands in the list's place: a sentence, and for who has no customer yet the two ways to have some."""
        page = QWidget()
        column = spaced(QVBoxLayout(page), margin=2, gap=2)
        column.addStretch()
        column.addWidget(self.nothing_label)
        self.add_button, self.import_button = PrimaryButton(tr("Add a customer\u2026")), Button(tr("Import\u2026"))
        named(self.add_button, "paletteAdd")
        named(self.import_button, "paletteImport", tr("Import customers"))
        self.add_button.clicked.connect(lambda: self._done(self.add_wanted.emit))
        self.import_button.clicked.connect(lambda: self._done(self.import_wanted.emit))
        for button in (self.add_button, self.import_button):
            button.hide()
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        return page

    def _show_first(self, *, first: bool) -> None:
        if first is self.add_button.isHidden():
            self.add_button.setVisible(first)
            self.import_button.setVisible(first and self.importing())
            self._say_keys()

    def _fit(self) -> None:
        edit = self.search_edit
        edit.setFont(scaled(QGuiApplication.font(), 1.25))
        edit.setMinimumHeight(-(-(edit.fontMetrics().height() + 4 * UNIT) // UNIT) * UNIT)
        if self.isVisible():
            self.resize(self._size())

    def _size(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        rows = _ROWS * self.list.delegate.row_height(self.list.font())
        width = max(letter * _LETTERS, 84 * UNIT)
        hint = self.keys_label.heightForWidth(width)
        height = self.search_edit.minimumHeight() + rows + 2 * UNIT + hint + 4
        return fit_on_screen(self, QSize(width, height))

    def _say_keys(self) -> None:
        if isinstance(self.step, ServicesStep):
            keys = [(tr("Space"), tr("choose")), (tr("Enter"), tr("connect")), (tr("Esc"), tr("back"))]
        elif not self.add_button.isHidden():
            keys = [(tr("Enter"), tr("add a customer")), (tr("Esc"), tr("close"))]
        elif isinstance(self.step, PortalsStep):
            keys = [(tr("Enter"), tr("open")), (tr("Esc"), tr("back"))]
        elif self.pages.currentIndex():
            keys = [(tr("Esc"), tr("close"))]
        else:
            keys = [
                (tr("Enter"), tr("connect")),
                (_shown("Shift+Return"), tr("services")),
                (_shown("Alt+Return"), tr("portals")),
                (_shown("Ctrl+C"), tr("copy tenant id")),
                (_shown("Ctrl+Shift+C"), tr("copy domain")),
            ]
            if self._to_console:
                keys[1:] = [
                    (_shown("Ctrl+Return"), tr("its open console")),
                    *keys[1:-1],
                ]  # as many, so that they stay in their line
        self.keys_label.show_keys(keys)

    # What the person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keys work alike in the field and in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event, in_field=watched is self.search_edit)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _copies(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go away when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            active = QApplication.activeWindow()
            if active is not self:
                self.left_at = time.monotonic()
                self.hide()

    def hideEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say that it is gone."""
        super().hideEvent(event)  # type: ignore[arg-type]  # a QHideEvent
        self.gone.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a thin frame: the window has none of the system's."""
        painter = QPainter(self)
        palette = self.palette()
        painter.setPen(blend(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.35))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _key(self, event: QKeyEvent, *, in_field: bool) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER:
            self._enter_pressed(held)
            return True
        if key in _MOVES and held == Qt.KeyboardModifier.NoModifier:
            self._choose(self.list.currentIndex().row() + _MOVES[key])
            return True
        if _copies(event) and not (in_field and self.search_edit.hasSelectedText()):
            self._copy(domain=bool(held & Qt.KeyboardModifier.ShiftModifier))
            return True
        if not in_field and event.text().isprintable() and event.text().strip() and not held & Qt.KeyboardModifier.ControlModifier:
            self.search_edit.setFocus()
            self.search_edit.insert(event.text())
            return True
        return False

    def _enter_pressed(self, held: Qt.KeyboardModifier) -> None:
        entry = self.chosen
        if entry is None:
            if not self.add_button.isHidden() and held == Qt.KeyboardModifier.NoModifier:
                self.add_button.click()
            return
        opened = self.model.opened.get(entry.row.id, "")
        if opened and held & Qt.KeyboardModifier.ControlModifier:
            self._done(self.focus_wanted.emit, opened)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.services_wanted.emit(entry.row.id)
        elif held & Qt.KeyboardModifier.AltModifier:
            self.portals_wanted.emit(entry.row.id)
        else:
            self._done(self.connect_wanted.emit, entry.row.id, ())

    def _clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._enter_pressed(QGuiApplication.keyboardModifiers())

    def _copy(self, *, domain: bool) -> None:
        entry = self.chosen
        if entry is not None:
            self._done(self.copy_wanted.emit, (entry.row.domain if domain else "") or entry.row.tenant_id)

    def _done(self, tell: Callable[..., object], *values: object) -> None:
        """Be gone first: what follows may open a window."""
        self.hide()
        tell(*values)

    def _enter(self, step: Step) -> None:
        self.leave_step()
        self.step = step
        step.back.connect(self.leave_step)
        self.stack.addWidget(step)
        self.stack.setCurrentWidget(step)
        self._say_keys()

    # What is on show

    def _choose(self, at: int, *, tell: bool = True) -> None:
        count = self.model.rowCount()
        if count:
            index = self.model.index(min(max(at, 0), count - 1))
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
            self._tell_console()
            if tell:
                self._announce()

    def _tell_console(self) -> None:
        """Offer the keys to the open console while the chosen customer has one."""
        chosen = self.chosen if self.model.opened else None
        opened = chosen is not None and chosen.row.id in self.model.opened
        if opened is not self._to_console:
            self._to_console = opened
            self._say_keys()

    def _choose_id(self, connection_id: str) -> None:
        for at in range(self.model.rowCount()):
            found = self.model.hit(at)
            if found is not None and found.entry.row.id == connection_id:
                self._choose(at, tell=False)
                return

    def _announce(self, *, counted_too: bool = False) -> None:
        """Have a screen reader say what is chosen: the field has the focus, so that it would not."""
        self._pause.stop()
        if not QAccessible.isActive() or not self.isVisible():
            return
        found = self.list.currentIndex().data(HIT)
        told = found.told if isinstance(found, Hit) else self.nothing_label.text()
        if counted_too and (count := self.model.rowCount()):
            told = f"{counted(count, '{n} found', '{n} found')}: {told}"
        if told != self._told:
            self._told = told
            announce(self.search_edit, told)


class _Line(QWidget):
    """A thin line across."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        palette = self.palette()
        line = blend(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), 0.16)
        QPainter(self).fillRect(self.rect(), line)


def _copies(event: QKeyEvent) -> bool:
    held = event.modifiers()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_C and held in {control, control | shift}


def _shown(keys: str) -> str:
    """Return keys as this system writes them."""
    return retold(_native, keys)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", tr("Enter"))
