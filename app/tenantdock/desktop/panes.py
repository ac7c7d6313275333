"""What stands beside the list, made when it is wanted: sidebar, details panel, the filter's chips; and what is kept of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QBoxLayout, QSplitter, QSplitterHandle, QWidget

from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.texts import tr
from tenantdock.domain.filing import Wanted

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.filters import FilterBar
    from tenantdock.desktop.panel import DetailsPanel
    from tenantdock.desktop.sidebar import Sidebar
    from tenantdock.domain.filing import Shelves
    from tenantdock.domain.sessions import SessionInfo

_SIDEBAR: Final = (20, 34)
"""The least and the most width that the sidebar takes by itself, in average characters."""
_LIST: Final = 52
"""What the list wants to keep, in average characters: with less, the sidebar goes, and the panel goes below the list."""
_LEAST: Final = 30
"""What it keeps at least when the person asks for a pane all the same."""
_PANEL: Final = 54
_SETTLE_MS: Final = 400
REMEMBERED: Final = ("sidebar", "panel", "sizes", "columns")
"""What the memory keeps of the window's looks."""


class Panes(QObject):
    """Puts sidebar and panel beside the list in splitters. Neither is made before it is wanted.

    The sidebar shows itself as soon as something is filed, unless the person sent it away; both give way in a narrow window. The
    panel stands at the side, and in a window without room for that below the list.
    """

    filtered = Signal(object)
    """The person chose a filter, in the sidebar or by a chip."""
    sidebar_made = Signal(object)
    panel_made = Signal(object)
    changed = Signal(str, str)
    """What to keep: a key of :data:`REMEMBERED`, and its value."""

    def __init__(self, window: QWidget, frame: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.make_panel: Callable[[], DetailsPanel] | None = None
        self.sidebar: Sidebar | None = None
        self.panel: DetailsPanel | None = None
        self.filters: FilterBar | None = None
        self.splitter, self._inner = _splitter(Qt.Orientation.Horizontal), _splitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._inner)
        self._inner.addWidget(frame)
        self._sidebar_on = True
        self._panel_on = False
        self._sizes: dict[str, int] = {}
        self._shelves: Shelves | None = None
        self._attention = 0
        self._wanted: Wanted | None = None
        self._chosen: Wanted | None = None
        """What was chosen in the sidebar last."""
        self._placing = False
        self._squeezed = False
        """Whether the person asked for a pane in a window that hardly has room for it."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._keep_sizes)
        self._letter = 0
        fitted(self.splitter, lambda _splitter: self._fit())
        for splitter in (self.splitter, self._inner):
            splitter.splitterMoved.connect(lambda *_: self._settle.start())

    # What is on show

    @property
    def panel_wanted(self) -> bool:
        """Whether the panel shows where there is room for it."""
        return self._panel_on

    def take(self, values: Mapping[str, str]) -> None:
        """Take what was kept at an earlier time; anything else is ignored."""
        self._sidebar_on = values.get("sidebar") != "hidden"
        self._panel_on = values.get("panel") == "shown"
        for part in values.get("sizes", "").split(","):
            key, _, size = part.partition(":")
            if key in {"sidebar", "side", "below"} and size.isascii() and size.isdigit() and len(size) < 6:  # noqa: PLR2004
                self._sizes[key] = int(size)

    def show_shelves(self, shelves: Shelves, attention: int) -> None:
        """Show these groups and tags."""
        self._shelves, self._attention = shelves, attention
        self.place()

    def show_filter(self, wanted: Wanted | None, room: QBoxLayout, at: int) -> None:
        """Show the filter as chips, in a bar that is put into *room* when there is one for the first time."""
        self._wanted = wanted
        if self.filters is None and wanted:
            from tenantdock.desktop.filters import FilterBar  # noqa: PLC0415 - the same

            self.filters = FilterBar()
            self.filters.changed.connect(self.filtered)
            room.insertWidget(at, self.filters)
        if self.filters is not None:
            self.filters.show_filter(wanted or Wanted())
        if self.sidebar is not None:
            self.sidebar.show_filter(wanted or Wanted())
        self._show_chips()

    def _show_chips(self) -> None:
        """No chips for what was chosen in the sidebar, which marks it: they would push it away from under the mouse."""
        if self.filters is not None:
            told = self.sidebar is not None and not self.sidebar.isHidden() and self._chosen == self._wanted
            self.filters.setVisible(bool(self.filters.chips) and not told)

    def _choose(self, wanted: Wanted) -> None:
        self._chosen = wanted
        self.filtered.emit(wanted)

    def show_selected(self, entries: Callable[[], list[Entry]]) -> None:
        """The person selected other rows."""
        if self.panel is not None and self._panel_on:
            self.panel.show_selected(entries())

    def show_sessions(self, sessions: list[SessionInfo]) -> None:
        """Other consoles are open."""
        if self.panel is not None:
            self.panel.show_sessions(sessions)

    def toggle_sidebar(self) -> bool:
        """Show the sidebar, or send it away. Returns whether there is one now."""
        self._sidebar_on = not (self._sidebar_on and self.sidebar is not None and self.sidebar.isVisible())
        self.changed.emit("sidebar", "shown" if self._sidebar_on else "hidden")
        self.place(asked=True)
        return self._sidebar_on

    def toggle_panel(self) -> bool:
        """Show the panel, or send it away. Returns whether there is one now."""
        self._panel_on = not self._panel_on
        self.changed.emit("panel", "shown" if self._panel_on else "hidden")
        self.place(asked=True)
        return self._panel_on

    def place(self, *, asked: bool = False) -> None:
        """Put in place what there is room for; with *asked* also where there is hardly any, because the person wants it."""
        if self._placing:
            return
        self._placing = True
        self._squeezed = self._squeezed or asked
        try:
            self._place_sidebar(asked=asked)
            self._place_panel()
            self._show_chips()
        finally:
            self._placing = False

    # Inside

    def _letters(self, number: int) -> int:
        return number * self._window.fontMetrics().averageCharWidth()

    def _place_sidebar(self, *, asked: bool) -> None:
        shelves = self._shelves
        something = shelves is not None and (shelves.used or (asked and bool(shelves.total)) or self.sidebar is not None)
        room = self._window.width() >= self._letters(_SIDEBAR[0] + (_LEAST if self._squeezed else _LIST))
        on = self._sidebar_on and something and room
        if on and self.sidebar is None:
            self.sidebar = self._make_sidebar()
        if self.sidebar is None or shelves is None:
            return
        if on:
            self.sidebar.show_shelves(shelves, self._attention)
        if on == self.sidebar.isHidden():
            had = self.sidebar.hasFocus()
            self.sidebar.setVisible(on)
            if on:
                self._take_sidebar_size(self.sidebar)
            elif had:
                self._window.setFocus()

    def _take_sidebar_size(self, sidebar: Sidebar) -> None:
        least, most = map(self._letters, _SIDEBAR)
        wide = self._sizes.get("sidebar", min(max(sidebar.fitting(), least), most))
        self.splitter.setSizes([wide, max(self.splitter.width() - wide, 1)])

    def _fit(self) -> None:
        """Give the panes as much room for larger letters as the person gave them for those of before."""
        before, self._letter = self._letter, self._letters(1)
        if before and before != self._letter:
            self._sizes = {key: size * self._letter // before for key, size in self._sizes.items()}
            # What is in them knows its own size by then
            QTimer.singleShot(0, self, self._take_sizes)

    def _take_sizes(self) -> None:
        if self.sidebar is not None and not self.sidebar.isHidden():
            self._take_sidebar_size(self.sidebar)
        self.place()
        if self.panel is not None and not self.panel.isHidden():
            self._take_panel_size(self._inner.orientation())

    def _make_sidebar(self) -> Sidebar:
        from tenantdock.desktop.sidebar import Sidebar  # noqa: PLC0415 - not needed until something is filed

        sidebar = Sidebar()
        sidebar.hide()
        fitted(sidebar, lambda sidebar: sidebar.setMinimumWidth(self._letters(_SIDEBAR[0]) * 3 // 4))
        sidebar.chosen.connect(self._choose)
        self.splitter.insertWidget(0, sidebar)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        sidebar.show_filter(self._wanted or Wanted())
        self.sidebar_made.emit(sidebar)
        return sidebar

    def _place_panel(self) -> None:
        room = self._shelves is not None and bool(self._shelves.total)
        on = self._panel_on and room and self.make_panel is not None
        if on and self.panel is None and self.make_panel is not None:
            self.panel = self.make_panel()
            self.panel.hide()
            self._inner.addWidget(self.panel)
            self._inner.setStretchFactor(0, 1)
            self._inner.setStretchFactor(1, 0)
            self.panel_made.emit(self.panel)
        if self.panel is None:
            return
        beside = self._inner.width() or self._window.width()
        # Somewhat more room is asked for to go to the side than to stay there, or the panel would jump while one pulls at the edge
        more = 0 if self._inner.orientation() == Qt.Orientation.Horizontal and self.panel.isVisible() else 4
        needed = self._letters(_LIST + more) + max(self.panel.minimumSizeHint().width(), self._letters(_LEAST))
        way = Qt.Orientation.Horizontal if beside >= needed else Qt.Orientation.Vertical
        turned = way != self._inner.orientation()
        if turned:
            self._inner.setOrientation(way)
        if on == self.panel.isHidden() or (on and turned):
            had = self.panel.isAncestorOf(self._window.focusWidget()) if self._window.focusWidget() is not None else False
            self.panel.setVisible(on)
            if on:
                self._take_panel_size(way)
            elif had:
                self._window.setFocus()

    def _take_panel_size(self, way: Qt.Orientation) -> None:
        if way == Qt.Orientation.Horizontal:
            whole, size = self._inner.width(), self._sizes.get("side", self._letters(_PANEL))
        else:
            whole, size = self._inner.height(), self._sizes.get("below", self._inner.height() // 2)
        size = min(size, max(whole - self._letters(_LIST), whole // 2))
        self._inner.setSizes([max(whole - size, 1), size])

    def _keep_sizes(self) -> None:
        if self.sidebar is not None and self.sidebar.isVisible():
            self._sizes["sidebar"] = self.sidebar.width()
        if self.panel is not None and self.panel.isVisible():
            side = self._inner.orientation() == Qt.Orientation.Horizontal
            self._sizes["side" if side else "below"] = self.panel.width() if side else self.panel.height()
        self.changed.emit("sizes", ",".join(f"{key}:{size}" for key, size in self._sizes.items()))


class _Splitter(QSplitter):
    """A splitter whose handles are seen when one comes to them: the room between two panes says enough until then."""

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """Return one of ours."""
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    """A thin line while the mouse is over it."""

    def __init__(self, way: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(way, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line, or nothing."""
        if not self.underMouse():
            return
        painter = QPainter(self)
        across = self.orientation() is Qt.Orientation.Horizontal
        middle = self.rect().center()
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        if across:
            painter.drawLine(middle.x(), 0, middle.x(), self.height())
        else:
            painter.drawLine(0, middle.y(), self.width(), middle.y())


def _splitter(way: Qt.Orientation) -> QSplitter:
    splitter = _Splitter(way)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(UNIT)
    splitter.setAccessibleName(tr("Panes"))
    return splitter
