"""The sidebar: all customers, favourites, what needs attention, groups and tags, with their counts. Customers are dropped on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from tenantdock.desktop.dragging import dragged
from tenantdock.desktop.dressing import slim
from tenantdock.desktop.look import UNIT, blend, muted, scaled
from tenantdock.desktop.parts import named
from tenantdock.desktop.texts import number_text, outside, plain_tip, tr
from tenantdock.domain.filing import Shelves, Wanted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_Index = QModelIndex | QPersistentModelIndex
PLACE: Final = Qt.ItemDataRole.UserRole + 1
"""What an entry is: its kind, and the path of its group or its tag."""
COUNT: Final = Qt.ItemDataRole.UserRole + 2
_HEADING: Final = "heading"
Place = tuple[str, str]
ALL: Final[Place] = ("all", "")
FAVOURITES: Final[Place] = ("favourite", "")
_TAKES_DROPS: Final = {"favourite", "group", "unfiled", "tag"}


def wanted_at(place: Place) -> Wanted:
    """Return the filter that a place stands for."""
    kind, name = place
    return {
        "favourite": Wanted(favourite=True),
        "attention": Wanted(attention=True),
        "group": Wanted(group=name),
        "unfiled": Wanted(group=""),
        "tag": Wanted(tags=(name,)),
    }.get(kind, Wanted())


class Sidebar(QTreeWidget):
    """Places to look at. Asks by signals: :attr:`chosen` with a filter, :attr:`dropped` with a place and connection ids,
    :attr:`rename_wanted` with a place and the new name, :attr:`remove_wanted` with a place, :attr:`menu_wanted` with a place and
    where on the screen.
    """

    chosen = Signal(object)
    dropped = Signal(object, list)
    rename_wanted = Signal(object, str)
    remove_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "sidebar", tr("Groups and tags"))
        self.setHeaderHidden(True)
        self.header().setAccessibleName(tr("Groups and tags"))
        self.setColumnCount(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(UNIT * 2)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        slim(self)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._delegate = _PlaceDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.drop_place: Place | None = None
        """Where a drag would be dropped now."""
        self._shelves = Shelves()
        self._attention = 0
        self._late: tuple[Shelves, int] | None = None
        """What is to be shown as soon as no name is being typed."""
        self._closed: set[str] = set()
        self._wanted = Wanted()
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._filling = False
        self.currentItemChanged.connect(self._moved)
        self.itemCollapsed.connect(lambda item: self._folded(item, closed=True))
        self.itemExpanded.connect(lambda item: self._folded(item, closed=False))
        self.itemChanged.connect(self._edited)

    # What it shows

    @property
    def places(self) -> list[Place]:
        """The places on show, in order."""
        return list(self._items)

    def count(self, place: Place) -> int:
        """Return the number beside a place."""
        item = self._items.get(place)
        return int(item.data(0, COUNT)) if item is not None else 0

    def item_of(self, place: Place) -> QTreeWidgetItem | None:
        """Return the entry of a place."""
        return self._items.get(place)

    @property
    def place(self) -> Place | None:
        """The place that is selected, or None."""
        item = self.currentItem()
        return item.data(0, PLACE) if item is not None else None

    def show_shelves(self, shelves: Shelves, attention: int) -> None:
        """Show these groups and tags; *attention* is how many customers need some."""
        if (shelves, attention) == (self._shelves, self._attention) and self._items:
            return
        if self.state() is QAbstractItemView.State.EditingState:
            self._late = (shelves, attention)  # a name is being typed
            return
        self._shelves, self._attention = shelves, attention
        # Room for the arrows of groups only where there are some
        self.setRootIsDecorated(any(shelf.parent for shelf in shelves.groups))
        at = self.verticalScrollBar().value()
        self._filling = True
        self.clear()
        self._items = {}
        titles = _titles()
        self._add(None, ALL, titles["all"], shelves.total)
        self._add(None, FAVOURITES, titles["favourite"], shelves.favourites)
        if attention:
            self._add(None, ("attention", ""), titles["attention"], attention)
        if shelves.groups:
            self._heading("groups")
        made: dict[str, QTreeWidgetItem] = {}
        for shelf in shelves.groups:
            item = self._add(made.get(shelf.parent), ("group", shelf.path), outside(shelf.name, 200), shelf.total)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            made[shelf.path] = item
        for path, item in made.items():
            item.setExpanded(path not in self._closed)
        if shelves.groups and shelves.unfiled:
            self._add(None, ("unfiled", ""), titles["unfiled"], shelves.unfiled)
        if shelves.tags:
            self._heading("tags")
        for tag, number in shelves.tags:
            item = self._add(None, ("tag", tag), outside(tag, 60), number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self._filling = False
        self.show_filter(self._wanted)
        self.verticalScrollBar().setValue(at)

    def show_filter(self, wanted: Wanted) -> None:
        """Select the place that *wanted* stands for; none when it is more than a place."""
        self._wanted = wanted
        found = next((item for place, item in self._items.items() if wanted_at(place) == wanted), None)
        self._filling = True
        self.setCurrentItem(found)  # type: ignore[arg-type]  # None selects nothing
        self._filling = False

    def look_at(self, place: Place) -> None:
        """Select a place, and show what is there."""
        item = self._items.get(place)
        if item is not None:
            self.setCurrentItem(item)

    def rename(self, place: Place) -> None:
        """Have the person type another name over the one of a group or tag."""
        item = self._items.get(place)
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.scrollToItem(item)
            self.editItem(item)

    def _add(self, above: QTreeWidgetItem | None, place: Place, text: str, number: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setData(0, PLACE, place)
        item.setData(0, COUNT, number)
        _describe(item, text)
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        self._items[place] = item
        return item

    def _heading(self, name: str) -> None:
        item = QTreeWidgetItem([_titles()[name]])
        item.setData(0, PLACE, (_HEADING, name))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addTopLevelItem(item)

    def _tell_again(self) -> None:
        """Say what is ours in the language that is spoken now; a name that is being typed is left alone."""
        titles = _titles()
        self._filling = True
        for at in range(self.topLevelItemCount()):
            if (item := self.topLevelItem(at)) is not None:
                kind, name = item.data(0, PLACE)
                item.setText(0, titles.get(name if kind == _HEADING else kind, item.text(0)))
        for item in self._items.values():
            _describe(item, item.text(0))
        self._filling = False

    def fitting(self) -> int:
        """Return the width in which every name is seen whole."""
        metrics = self.fontMetrics()
        widest = max((self._width(item) for item in self._items.values()), default=0)
        return widest + metrics.averageCharWidth() * 3 + 4 * UNIT

    def _width(self, item: QTreeWidgetItem) -> int:
        metrics, depth, above = self.fontMetrics(), 1, item.parent()
        while above is not None:
            depth, above = depth + 1, above.parent()
        text = metrics.horizontalAdvance(item.text(0)) + metrics.horizontalAdvance(number_text(item.data(0, COUNT)))
        return text + depth * self.indentation()

    # What the person does

    def _moved(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self._wanted = wanted_at(item.data(0, PLACE))
            self.chosen.emit(self._wanted)

    def _folded(self, item: QTreeWidgetItem, *, closed: bool) -> None:
        if not self._filling:
            path = item.data(0, PLACE)[1]
            (self._closed.add if closed else self._closed.discard)(path)

    def _edited(self, item: QTreeWidgetItem) -> None:
        kind, name = item.data(0, PLACE) or ("", "")
        if self._filling or kind not in {"group", "tag"}:
            return
        before = name.rpartition("/")[2] if kind == "group" else name
        typed = item.text(0).strip()
        self._filling = True
        item.setText(0, outside(before, 200))  # until it is saved
        self._filling = False
        if typed and typed != outside(before, 200):
            above = name.rpartition("/")[0] if kind == "group" else ""
            self.rename_wanted.emit((kind, name), f"{above}/{typed}" if above else typed)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Show what came while a name was typed."""
        super().closeEditor(editor, hint)
        late, self._late = self._late, None
        if late is not None:
            QTimer.singleShot(0, self, lambda: self.show_shelves(*late))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete removes a group or a tag; the rest is Qt's: arrows, and letters to jump by."""
        place = self.place
        if event.key() == Qt.Key.Key_Delete and place is not None and place[0] in {"group", "tag"}:
            self.remove_wanted.emit(place)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for a menu of the place under the mouse, or with the menu key of the selected one."""
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if keyed else self.itemAt(event.pos())
        if item is not None and item.data(0, PLACE)[0] != _HEADING:
            at = self.visualItemRect(item).bottomLeft() if keyed else event.pos()
            self.menu_wanted.emit(item.data(0, PLACE), self.viewport().mapToGlobal(at))

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take customers, and nothing from elsewhere."""
        if dragged(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where they would go; open a closed group that the mouse rests on."""
        super().dragMoveEvent(event)
        place = self._under(event.position().toPoint())
        self._show_drop(place)
        if place is not None and dragged(event.mimeData()):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """They go elsewhere."""
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """File them."""
        place, ids = self._under(event.position().toPoint()), dragged(event.mimeData())
        self._show_drop(None)
        if place is None or not ids:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(place, ids)

    def _under(self, at: QPoint) -> Place | None:
        item = self.itemAt(at)
        place = item.data(0, PLACE) if item is not None else None
        return place if place is not None and place[0] in _TAKES_DROPS else None

    def _show_drop(self, place: Place | None) -> None:
        if place != self.drop_place:
            self.drop_place = place
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the window's colours: only ground and selection are our own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
            self._delegate.recolour()
        elif event.type() == QEvent.Type.LanguageChange:
            self._tell_again()


def _titles() -> dict[str, str]:
    """What the places are called that are not the person's own, and the headings."""
    return {
        "all": tr("All customers"),
        "favourite": tr("Favourites"),
        "attention": tr("Attention needed"),
        "groups": tr("Groups"),
        "unfiled": tr("Without a group"),
        "tags": tr("Tags"),
    }


def _describe(item: QTreeWidgetItem, text: str) -> None:
    """Give an entry its tool tip, and what a screen reader says."""
    _kind, name = item.data(0, PLACE)
    item.setData(0, Qt.ItemDataRole.ToolTipRole, plain_tip(outside(name or text, 200)))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, tr("{name}, {n}", name=text, n=number_text(item.data(0, COUNT))))


class _PlaceDelegate(QStyledItemDelegate):
    """A name with its count; headings small and muted."""

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """One line with room around it."""
        metrics = QFontMetrics(option.font)
        return QSize(metrics.averageCharWidth() * 10, metrics.height() + UNIT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802 - Qt's name
        """A field to type the new name into."""
        editor: QWidget = super().createEditor(parent, option, index)
        named(editor, "sidebarName", tr("Name"))
        editor.setAutoFillBackground(True)
        self._colour(editor)
        return editor

    def recolour(self) -> None:
        """Give the field that is open, if there is one, the colours that there are now."""
        for editor in self._sidebar.findChildren(QLineEdit, "sidebarName"):
            self._colour(editor)

    def _colour(self, editor: QWidget) -> None:
        palette = QGuiApplication.palette()
        role = QPalette.ColorRole
        ground, ink, line = (palette.color(each).name() for each in (role.Base, role.Text, role.Highlight))
        # Over the place's own text, which a transparent field would let through
        editor.setStyleSheet(
            f"QLineEdit {{ background: {ground}; color: {ink}; border: 1px solid {line}; border-radius: 4px;"
            f" selection-background-color: {line}; selection-color: {palette.color(role.HighlightedText).name()}; }}"
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one place."""
        place: Any = index.data(PLACE)
        window = self._sidebar.window().palette()
        role = QPalette.ColorRole
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        area = (
            option.rect.adjusted(0, 1, -UNIT // 2, -1)
            if option.direction == Qt.LayoutDirection.LeftToRight
            else (option.rect.adjusted(UNIT // 2, 1, 0, -1))
        )
        ink, soft = window.color(role.WindowText), muted(window)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = self._sidebar.hasFocus()
            accent = window.color(role.Highlight)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent if focused else blend(accent, window.color(role.Window), 0.2))
            painter.drawRoundedRect(area, 5, 5)
            ink = soft = window.color(role.HighlightedText) if focused else ink
            if focused:
                painter.setPen(QPen(ink, 1.5))
                painter.drawRoundedRect(area.toRectF().adjusted(2.5, 2.5, -2.5, -2.5), 3, 3)
        elif option.state & QStyle.StateFlag.State_MouseOver and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(window.color(role.Highlight), window.color(role.Window), 0.1))
            painter.drawRoundedRect(area, 5, 5)
        if place == self._sidebar.drop_place:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(window.color(role.Highlight), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        self._words(painter, option, area.adjusted(UNIT, 0, -UNIT, 0), index, place, (ink, soft))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, index: _Index, place: Any, inks: tuple[Any, Any]
    ) -> None:
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
        trailing = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignTrailing) | Qt.AlignmentFlag.AlignAbsolute
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        heading = place is not None and place[0] == _HEADING
        small = scaled(option.font, 0.9)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        number = "" if heading else number_text(index.data(COUNT) or 0)
        wide = QFontMetrics(small).horizontalAdvance(number)
        painter.setFont(small)
        painter.setPen(inks[1])
        painter.drawText(inner, int(trailing | line), number)
        room = QRect(inner.left(), inner.top(), inner.width() - wide - UNIT, inner.height())
        room = QStyle.visualRect(option.direction, inner, room)
        if not heading:
            painter.setFont(option.font)
            painter.setPen(inks[0])
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        flags = leading | line if not heading else leading | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(flags), shown)
