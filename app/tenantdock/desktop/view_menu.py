"""The menu of how the list is shown: panes, rows or columns, which columns, filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from tenantdock.desktop.columns import EVERY, Layout
from tenantdock.desktop.filters import fill
from tenantdock.desktop.menu_look import Menu
from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from tenantdock.desktop.window import MainWindow


def view_menu(menu: QMenu, window: MainWindow) -> None:
    """Add the menus of views and filters to *menu*."""
    view = menu.addMenu(tr("&View"))
    view.setAccessibleName(tr("View"))
    panes, viewing = window.panes, window.viewing
    for text, on, run, keys in (
        (tr("&Sidebar"), panes.sidebar is not None and panes.sidebar.isVisible(), panes.toggle_sidebar, "Ctrl+B"),
        (tr("&Details panel"), panes.panel_wanted, window.toggle_panel, "Ctrl+I"),
    ):
        action = view.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, run=run: run())
    view.addSeparator()
    looks = QActionGroup(view)
    for text, in_columns, keys in ((tr("&Rows"), False, "Ctrl+1"), (tr("&Columns"), True, "Ctrl+2")):
        action = view.addAction(text)
        action.setCheckable(True)
        action.setChecked(viewing.in_columns is in_columns)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, on=in_columns: viewing.show_columns(on=on))
        looks.addAction(action)
    columns_menu(view.addMenu(tr("C&hoose columns")), window)
    sort_menu(view.addMenu(tr("S&ort by")), window)
    filters = menu.addMenu(tr("&Filter"))
    filters.setAccessibleName(tr("Filter"))
    fill(filters, viewing.wanted, window.shelves, viewing.filter)


def columns_menu(menu: QMenu, window: MainWindow) -> QMenu:
    """Fill *menu* with the columns to show; the customer's always is."""
    menu.setAccessibleName(tr("Choose columns"))
    layout = window.viewing.columns
    for key, column in EVERY.items():
        action = menu.addAction(column.title())
        action.setCheckable(True)
        action.setChecked(key in layout.keys)
        action.setEnabled(key != "customer")
        action.triggered.connect(lambda _=False, key=key: window.viewing.take_columns(window.viewing.columns.toggled(key)))
    return menu


def sort_menu(menu: QMenu, window: MainWindow) -> QMenu:
    """Fill *menu* with what the columns can be sorted by."""
    menu.setAccessibleName(tr("Sort by"))
    layout = window.viewing.columns
    for key in layout.keys:
        action = menu.addAction(EVERY[key].title())
        action.setCheckable(True)
        action.setChecked(key == layout.sort)
        action.triggered.connect(lambda _=False, key=key: window.viewing.take_columns(Layout(layout.columns, key)))
    menu.addSeparator()
    turned = menu.addAction(tr("&The other way round"))
    turned.setCheckable(True)
    turned.setChecked(layout.descending)
    other = Layout(layout.columns, layout.sort, not layout.descending)
    turned.triggered.connect(lambda _=False: window.viewing.take_columns(other))
    return menu


def header_menu(window: MainWindow) -> QMenu:
    """Return the menu of the columns' header."""
    menu = Menu(window)
    menu.setObjectName("headerMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return columns_menu(menu, window)
