"""The keyboard of the main window: what works in the search field, in the list, and everywhere in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from tenantdock.desktop.menu_key import add_menu_key
from tenantdock.desktop.reading import in_reading_order

if TYPE_CHECKING:
    from tenantdock.desktop.window import MainWindow

_PAGE_ROWS = 10
_Keys = QKeySequence | QKeySequence.StandardKey | str


class Steering(QObject):
    """Binds the keys. :mod:`tenantdock.desktop.keyboard` tells people of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.search_edit.installEventFilter(self)
        window.list.installEventFilter(self)
        bindings: list[tuple[_Keys, Callable[[], object]]] = [
            (QKeySequence.StandardKey.New, window.add_requested.emit),
            (QKeySequence.StandardKey.Find, window.to_search),
            ("Ctrl+K", window.palette_requested.emit),
            ("Ctrl+Q", window.quit_requested.emit),
            ("Ctrl+L", window.lock_requested.emit),
            ("Ctrl+O", window.sessions_requested.emit),
            ("Ctrl+W", window.close),
            ("F2", self._details_or_rename),
            ("Alt+Return", window.open_details),
            ("Alt+Enter", window.open_details),
            ("F6", lambda: self.next_pane(1)),
            ("Shift+F6", lambda: self.next_pane(-1)),
            ("F1", window.keyboard_requested.emit),
            ("Ctrl+B", window.panes.toggle_sidebar),
            ("Ctrl+I", window.toggle_panel),
            ("Ctrl+D", window.selection.toggle_favourite),
            ("Ctrl+T", lambda: window.selection.ask("ask_tag")),
            ("Ctrl+M", lambda: window.selection.ask("ask_move")),
            ("Ctrl+Shift+F", window.viewing.open_filter_menu),
            ("Ctrl+Z", window.undo_requested.emit),
            ("Ctrl+1", lambda: window.viewing.show_columns(on=False)),
            ("Ctrl+2", lambda: window.viewing.show_columns(on=True)),
        ]
        for keys, run in bindings:
            QShortcut(QKeySequence(keys), window, run)
        add_menu_key(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """In the search field the arrows and Enter work on the list; in the list letters go to the search field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._window.search_edit:
                return self._search_key(event)
            if watched is self._window.list:
                return self._list_key(event)
        return super().eventFilter(watched, event)

    def panes(self) -> list[QWidget]:
        """The panes that F6 goes through, as far as they are on show, in reading order."""
        window, beside = self._window, self._window.panes
        found = (window.search_edit, beside.filters, beside.sidebar, window.list, beside.panel, window.sessions)
        return [pane for pane in found if pane is not None and pane.isVisible()]

    def next_pane(self, by: int) -> None:
        """Move the keys to the next pane, or the one before."""
        panes, now = self.panes(), self._window.focusWidget()
        at = next((at for at, pane in enumerate(panes) if now is not None and (pane is now or pane.isAncestorOf(now))), -by)
        for step in range(1, len(panes) + 1):
            pane = panes[(at + by * step) % len(panes)]
            target = pane if pane.focusPolicy() & Qt.FocusPolicy.TabFocus else _first_field(pane)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                _show(target)
                return

    def _details_or_rename(self) -> None:
        sidebar = self._window.panes.sidebar
        if sidebar is not None and sidebar.hasFocus() and sidebar.place is not None and sidebar.place[0] in {"group", "tag"}:
            sidebar.rename(sidebar.place)
        else:
            self._window.open_details()

    def _search_key(self, event: QKeyEvent) -> bool:
        window, key = self._window, Qt.Key(event.key())
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE_ROWS, Qt.Key.Key_PageUp: -_PAGE_ROWS}
        if key in moves:
            window.move_by(moves[key])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (window.selection.activate if window.model.rowCount() else window.find_similar)()
            return True
        if event.matches(QKeySequence.StandardKey.Undo) and not window.search_edit.isUndoAvailable():
            window.undo_requested.emit()  # the field claims the key, also when it has nothing to undo
            return True
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        window, key = self._window, event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            window.selection.activate()
            return True
        if key == Qt.Key.Key_Delete:
            window.selection.remove()
            return True
        if event.matches(QKeySequence.StandardKey.Copy):
            window.selection.copy("tenant_id")
            return True
        typed = event.text()
        if typed and typed.isprintable() and not typed.isspace() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            window.search_edit.setFocus()
            window.search_edit.insert(typed)
            return True
        return False


def _first_field(pane: QWidget) -> QWidget | None:
    """Return the first widget in *pane* that the Tab key would stop at."""
    return next((each for each in in_reading_order(pane) if each.isVisible() and each.isEnabled()), None)


def _show(widget: QWidget) -> None:
    """Scroll *widget* into view: Qt does so for the Tab key only."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
