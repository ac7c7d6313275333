"""How the main window shows the list: which filter, which columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tenantdock.desktop.texts import counted, number_text, tr
from tenantdock.domain.filing import Wanted

if TYPE_CHECKING:
    from tenantdock.desktop.columns import Layout
    from tenantdock.desktop.window import MainWindow


class Viewing:
    """Sets filter and columns, and keeps what is selected where it is still on show."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._kept = ""

    @property
    def wanted(self) -> Wanted:
        """The filter; an empty one takes all."""
        return self._window.model.wanted or Wanted()

    @property
    def in_columns(self) -> bool:
        """Whether the list is shown in columns."""
        return self._window.model.layout_of_columns is not None

    @property
    def columns(self) -> Layout:
        """The columns on show, or those that would be."""
        from tenantdock.desktop.columns import Layout  # noqa: PLC0415 - not needed for the rich list

        return self._window.model.layout_of_columns or Layout.parse(self._kept.partition(";")[2])

    def filter(self, wanted: Wanted) -> None:
        """Show only what *wanted* takes; an empty one shows all."""
        window = self._window
        if wanted == self.wanted:
            return
        self.keeping(lambda: window.model.filter(wanted))
        window.panes.show_filter(wanted, window.column, 1)
        window.filtered.emit()

    def forget_what_went(self) -> None:
        """Drop a filter by a group or tag that is gone: it would show an empty list."""
        if not self.wanted.takes_any(self._window.shelves):
            self.filter(Wanted())

    def take(self, kept: str) -> None:
        """Take the columns as they were kept at an earlier time; anything else is ignored."""
        self._kept = kept
        if kept.startswith("on;"):
            self._window.list.show_layout(self.columns)

    def show_columns(self, *, on: bool) -> None:
        """Show the list in columns, or as rich rows."""
        layout = self.columns
        self._window.list.show_layout(layout if on else None)
        self._keep(f"{'on' if on else 'off'};{layout}")

    def take_columns(self, layout: Layout) -> None:
        """Show the columns of *layout*, and keep them."""
        self._window.list.show_layout(layout)
        self._keep(f"on;{layout}")

    def _keep(self, text: str) -> None:
        if text != self._kept:
            self._kept = text
            self._window.kept.emit("columns", text)

    def keeping(self, change: Callable[[], None]) -> None:
        """Change which rows are on show, and keep the current one where it still is."""
        window = self._window
        current, chosen = window.selected_id, window.selected_ids
        change()
        window.show_page()
        if not (current and window.select(current)):
            window.select_first()
        elif len(chosen) > 1:
            window.list.choose(chosen)

    def open_filter_menu(self) -> None:
        """Open the menu of filters."""
        from tenantdock.desktop.filters import filter_menu  # noqa: PLC0415 - not needed for the first window

        window = self._window
        menu = filter_menu(window, self.wanted, window.shelves, self.filter)
        under = window.filter_button if window.filter_button.isVisible() else window.search_edit
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    def open_columns_menu(self, at: QPoint) -> None:
        """Open the menu of columns at a place of the screen."""
        from tenantdock.desktop.view_menu import header_menu  # noqa: PLC0415 - not needed for the first window

        header_menu(self._window).popup(at)

    def how_many(self) -> str:
        """Return how many customers there are, on show and selected."""
        model = self._window.model
        total, shown = model.total, model.rowCount()
        if not total:
            return ""
        every = counted(total, "{n} customer", "{n} customers")
        text = every if shown == total else tr("{shown} of {every}", shown=number_text(shown), every=every)
        selection = self._window.list.selectionModel().selection()
        rows = sum(selection.at(at).height() for at in range(selection.count()))
        return tr("{n} selected, {of}", n=number_text(rows), of=text) if rows > 1 else text

    def why_nothing(self) -> str:
        """Return why the list is empty."""
        text = self._window.search_edit.text()[:80]
        if not text:
            return tr("No customer matches these filters")
        if self.wanted:
            return tr("Nothing here matches \u201c{text}\u201d", text=text)
        return tr("Nothing matches \u201c{text}\u201d", text=text)
