"""What narrows the list besides the search: chips to take away, and the menu to add with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QWidget

from tenantdock.desktop.flow import Flow
from tenantdock.desktop.look import UNIT, blend
from tenantdock.desktop.parts import Button, focus_colour, named
from tenantdock.desktop.texts import joined, menu_text, outside, plain_tip, tr
from tenantdock.domain.filing import Shelves, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUPS_AT_ONCE: Final = 200
"""Groups, or tags, that the menu offers; beyond that the sidebar is the place to choose from."""
_CHIP_LETTERS: Final = 32


def flags() -> list[tuple[str, str]]:
    """Return the filters that are on or off: the field of :class:`Wanted`, and what it is called."""
    return [
        ("attention", tr("Attention needed")),
        ("expiring", tr("Tokens end soon")),
        ("visiting", tr("Guest or partner (GDAP)")),
        ("favourite", tr("Favourites")),
    ]


def switched(wanted: Wanted, field: str) -> Wanted:
    """Return *wanted* with one of :func:`flags` the other way round."""
    change: dict[str, Any] = {field: not getattr(wanted, field)}
    return replace(wanted, **change)


def parts(wanted: Wanted) -> Iterator[tuple[str, str, Wanted]]:
    """Yield each part of a filter: a key, what it is called, and the filter without it."""
    for field, title in flags():
        if getattr(wanted, field):
            yield field, title, switched(wanted, field)
    if wanted.group is not None:
        title = tr("Group: {group}", group=outside(wanted.group, 200)) if wanted.group else tr("Without a group")
        yield "group", title, replace(wanted, group=None)
    for tag in wanted.tags:
        others = tuple(each for each in wanted.tags if each != tag)
        yield f"tag-{tag}", tr("Tag: {tag}", tag=outside(tag, 60)), replace(wanted, tags=others)


class Chip(QPushButton):
    """A part of the filter, with a cross. A click, Space or Delete takes it away."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(plain_tip(joined("\n", text, tr("Take this filter away"))))
        self.setAccessibleName(tr("{filter}: take this filter away", filter=text))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the text and the cross."""
        metrics = self.fontMetrics()
        width = min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * _CHIP_LETTERS)
        return QSize(width + metrics.height() + 3 * UNIT, metrics.height() + UNIT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As much."""
        return self.sizeHint()

    def keyPressEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Delete and Backspace do what a click does."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:  # type: ignore[attr-defined]  # a QKeyEvent
            self.click()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]  # the same

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a rounded ground, the text and a cross."""
        painter, role, palette = QPainter(self), QPalette.ColorRole, self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, window = palette.color(role.Highlight), palette.color(role.Window)
        area = self.rect().toRectF().adjusted(1, 1, -1, -1)
        round_ = area.height() / 2
        painter.setPen(QPen(focus_colour(palette), 2) if self.hasFocus() else QPen(blend(accent, window, 0.5), 1))
        painter.setBrush(blend(accent, window, 0.22 if self.underMouse() or self.isDown() else 0.12))
        painter.drawRoundedRect(area, round_, round_)
        metrics, ink = self.fontMetrics(), palette.color(role.WindowText)
        cross = metrics.height()
        inner = self.rect().adjusted(UNIT * 3 // 2, 0, -UNIT, 0)
        text = QStyle.visualRect(self.layoutDirection(), self.rect(), inner.adjusted(0, 0, -cross, 0))
        painter.setPen(ink)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, text.width())
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(text, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        box = QRect(inner.right() - cross, 0, cross, self.height())
        middle = QStyle.visualRect(self.layoutDirection(), self.rect(), box).center()
        arm = max(3, metrics.height() // 5)
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle + QPoint(-arm, -arm), middle + QPoint(arm, arm))
        painter.drawLine(middle + QPoint(-arm, arm), middle + QPoint(arm, -arm))


class FilterBar(QWidget):
    """The filter as chips. Hidden without one. :attr:`changed` carries the filter that is left."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "filters", tr("Filters"))
        self._flow = Flow(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.chips: dict[str, Chip] = {}
        self.clear_button = Button(tr("Clear filters"), "flat")
        named(self.clear_button, "clearFilters")
        self.clear_button.clicked.connect(lambda: self.changed.emit(Wanted()))
        self.hide()

    def show_filter(self, wanted: Wanted) -> None:
        """Show the chips of *wanted*."""
        had_focus = any(chip.hasFocus() for chip in self.chips.values())
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, Chip):
                widget.hide()
                widget.deleteLater()
        self.chips = {}
        for key, title, without in parts(wanted):
            chip = Chip(title)
            chip.setObjectName(f"chip-{key}")
            chip.clicked.connect(lambda _=False, without=without: self.changed.emit(without))
            self.chips[key] = chip
            self._flow.addWidget(chip)
            chip.show()  # now: what is not on show takes no focus
        self._flow.addWidget(self.clear_button)
        self.clear_button.setVisible(len(self.chips) > 1)
        self.setVisible(bool(self.chips))
        self.updateGeometry()
        if had_focus and self.chips:
            next(iter(self.chips.values())).setFocus()


def filter_menu(parent: QWidget, wanted: Wanted, shelves: Shelves, choose: Callable[[Wanted], None]) -> QMenu:
    """Return the menu that adds to the filter and takes from it. What is on is ticked."""
    menu = QMenu(parent)
    menu.setObjectName("filterMenu")
    menu.setAccessibleName(tr("Filter"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(menu, wanted, shelves, choose)
    return menu


def fill(menu: QMenu, wanted: Wanted, shelves: Shelves, choose: Callable[[Wanted], None]) -> None:
    """Fill *menu* with the filters."""
    for field, title in flags():
        _tick(menu, title, getattr(wanted, field), switched(wanted, field), choose)
    if shelves.groups:
        groups = menu.addMenu(tr("&Group"))
        groups.setAccessibleName(tr("Group"))
        for shelf in shelves.groups[:_GROUPS_AT_ONCE]:
            on = wanted.group == shelf.path
            _tick(groups, menu_text(shelf.path), on, replace(wanted, group=None if on else shelf.path), choose)
        groups.addSeparator()
        on = not wanted.group and wanted.group is not None
        _tick(groups, tr("Without a group"), on, replace(wanted, group=None if on else ""), choose)
    if shelves.tags:
        tags = menu.addMenu(tr("&Tag"))
        tags.setAccessibleName(tr("Tag"))
        for tag, _count in shelves.tags[:_GROUPS_AT_ONCE]:
            on = tag in wanted.tags
            rest = tuple(each for each in wanted.tags if each != tag)
            _tick(tags, menu_text(tag), on, replace(wanted, tags=rest if on else (*rest, tag)), choose)
    menu.addSeparator()
    clear = menu.addAction(tr("&Clear filters"))
    clear.triggered.connect(lambda _=False: choose(Wanted()))
    clear.setEnabled(bool(wanted))


def _tick(menu: QMenu, text: str, on: bool, then: Wanted, choose: Callable[[Wanted], None]) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _=False: choose(then))
    return action
