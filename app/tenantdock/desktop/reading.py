"""Tab goes through a window in the order in which one reads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QSplitter, QWidget


class ReadingOrder:
    """For a window, before its Qt class: puts the order of Tab right when Tab is pressed.

    Qt's own order is that in which widgets were made, and what a window shows later (a notice, another page, the button of an
    error) would come last. Nothing has to be kept in step, and it costs nothing until somebody uses Tab.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Go on, in the order in which one reads."""
        assert isinstance(self, QWidget)  # noqa: S101 - see the class
        arrange(self)
        return bool(super().focusNextPrevChild(forward))  # type: ignore[misc]  # Qt's, of the class that follows this one


def arrange(window: QWidget) -> None:
    """Have Tab go through *window* as it is laid out now."""
    for one, other in pairwise(in_reading_order(window)):
        QWidget.setTabOrder(one, other)


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what in *widget* can have the focus, as layouts place it: rows from above, each from its beginning."""
    for child in _parts(widget):
        if child.isHidden() or child.isWindow():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child
        yield from in_reading_order(child)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield inside
    elif isinstance(widget, QSplitter):
        yield from (part for at in range(widget.count()) if (part := widget.widget(at)) is not None)
    else:
        layout = widget.layout()
        placed = list(_laid_out(layout)) if layout is not None else []
        yield from placed
        # What lies over the rest, such as the page of the lock
        yield from (each for each in widget.children() if isinstance(each, QWidget) and each not in placed)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        where = {at: layout.getItemPosition(at) for at in places}
        places_in_order: list[int] = sorted(places, key=lambda at: where[at][:2])  # type: ignore[index]  # row, column, spans
    else:
        places_in_order = list(places)
    for at in places_in_order:
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget
