"""The main window's menus, made when they open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tenantdock.desktop.menu_look import Menu
from tenantdock.desktop.portals_menu import fill_portals
from tenantdock.desktop.texts import counted, tr

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.sidebar import Place, Sidebar
    from tenantdock.desktop.window import MainWindow
    from tenantdock.domain.directory import ConnectionRow


class _Menu(Menu):
    def __init__(self, window: MainWindow, name: str, accessible: str) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def act(self, text: str, run: Callable[[], object], keys: QKeySequence | None = None) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _=False: run())
        if keys is not None:
            action.setShortcut(keys)
        return action


def context_menu(window: MainWindow, row: ConnectionRow | None) -> QMenu:
    """Return the menu of a connection."""
    from tenantdock.desktop.filing_menu import add_filing  # noqa: PLC0415 - a module of its own keeps this one to its entries

    menu = _Menu(window, "contextMenu", tr("Customer"))
    if row is None:
        return menu
    key, possible = row.id, window.available()
    menu.setDefaultAction(menu.act(tr("&Connect"), lambda: window.connect_requested.emit(key)))
    menu.act(tr("Sign &in only"), lambda: window.sign_in_requested.emit(key))
    menu.act(tr("Sign &out here"), lambda: window.sign_out_requested.emit(key)).setEnabled(row.enrolled)
    menu.act(tr("Sign out &everywhere\u2026"), lambda: window.everywhere_requested.emit(key)).setEnabled(row.enrolled)
    menu.addSeparator()
    menu.act(tr("De&tails\u2026"), lambda: window.details_requested.emit(key), QKeySequence("F2"))
    if "doctor" in possible:
        menu.act(tr("Te&st the connection\u2026"), lambda: window.test_requested.emit(key))
    if portals := window.portals(row):
        run = partial(window.portal_requested.emit, key)
        fill_portals(menu.addMenu(tr("Open &portal")), portals, run)
    menu.addSeparator()
    entry = window.model.entry(key)
    if entry is not None:
        add_filing(menu, window, [entry])
        menu.addSeparator()
    menu.act(tr("Copy tenant i&d"), lambda: window.copy_requested.emit(row.tenant_id))
    if row.domain:
        menu.act(tr("Copy do&main"), lambda: window.copy_requested.emit(row.domain))
    menu.act(tr("Copy &user name"), lambda: window.copy_requested.emit(row.username))
    menu.addSeparator()
    menu.act(tr("&Remove"), lambda: window.remove_requested.emit(key), QKeySequence(Qt.Key.Key_Delete))
    return menu


def many_menu(window: MainWindow, entries: list[Entry]) -> QMenu:
    """Return the menu of several connections."""
    from tenantdock.desktop.filing_menu import add_filing  # noqa: PLC0415 - as above

    menu, selection = _Menu(window, "contextMenu", tr("Customers")), window.selection
    number = len(entries)
    menu.setDefaultAction(
        menu.act(counted(number, "&Connect {n} customer", "&Connect {n} customers"), lambda: selection.ask("connect"))
    )
    menu.act(tr("Sign &in only"), lambda: selection.ask("sign_in"))
    menu.addSeparator()
    add_filing(menu, window, entries)
    menu.addSeparator()
    for text, field in (
        (tr("Copy tenant i&ds"), "tenant_id"),
        (tr("Copy do&mains"), "domain"),
        (tr("Copy &user names"), "username"),
        (tr("Copy &names"), "name"),
    ):
        menu.act(text, lambda field=field: selection.copy(field))  # type: ignore[misc]  # a default of its own for each
    menu.addSeparator()
    menu.act(counted(number, "&Remove {n} customer", "&Remove {n} customers"), selection.remove, QKeySequence(Qt.Key.Key_Delete))
    return menu


def place_menu(window: MainWindow, sidebar: Sidebar, place: Place) -> QMenu:
    """Return the menu of a place in the sidebar."""
    menu, kind = _Menu(window, "placeMenu", tr("Groups and tags")), place[0]
    if kind in {"group", "tag"}:
        menu.act(tr("Re&name"), lambda: sidebar.rename(place), QKeySequence("F2"))
        text = tr("&Remove the group") if kind == "group" else tr("&Remove the tag")
        menu.act(text, lambda: sidebar.remove_wanted.emit(place), QKeySequence(Qt.Key.Key_Delete))
        menu.addSeparator()
    menu.act(tr("&Select all here"), partial(_select_all, window, sidebar, place))
    menu.act(tr("&Hide the sidebar"), window.panes.toggle_sidebar, QKeySequence("Ctrl+B"))
    return menu


def _select_all(window: MainWindow, sidebar: Sidebar, place: Place) -> None:
    sidebar.look_at(place)
    window.list.selectAll()
    window.list.setFocus()


def main_menu(window: MainWindow) -> QMenu:
    """Return the menu of the whole program."""
    from tenantdock.desktop.view_menu import view_menu  # noqa: PLC0415 - as above

    menu, possible, selected = _Menu(window, "mainMenu", tr("More")), window.available(), window.selected_id
    menu.act(tr("&Add a customer\u2026"), window.add_requested.emit, QKeySequence(QKeySequence.StandardKey.New))
    if possible & {"exporting", "importing", "moving"}:
        menu.act(tr("&Import customers\u2026"), window.import_requested.emit)
        menu.act(tr("&Export customers\u2026"), window.export_requested.emit)
    menu.addSeparator()
    menu.act(tr("Find a &customer\u2026"), window.palette_requested.emit, QKeySequence("Ctrl+K"))
    details = menu.act(tr("&Details\u2026"), lambda: window.details_requested.emit(selected), QKeySequence("F2"))
    details.setEnabled(bool(selected))
    if "doctor" in possible:
        menu.act(tr("&Test the connection\u2026"), lambda: window.test_requested.emit(selected)).setEnabled(bool(selected))
    menu.act(tr("&Undo"), window.undo_requested.emit, QKeySequence("Ctrl+Z")).setEnabled(window.undoable())
    menu.addSeparator()
    view_menu(menu, window)
    menu.addSeparator()
    menu.act(tr("&Open consoles\u2026"), window.sessions_requested.emit, QKeySequence("Ctrl+O"))
    menu.act(tr("&Lock"), window.lock_requested.emit, QKeySequence("Ctrl+L"))
    menu.addSeparator()
    if "settings" in possible:
        menu.act(tr("&Settings\u2026"), window.settings_requested.emit)
    if "guide" in possible:
        menu.act(tr("&First steps\u2026"), window.guide_requested.emit)
    menu.act(tr("&Keyboard\u2026"), window.keyboard_requested.emit, QKeySequence("F1"))
    menu.addSeparator()
    menu.act(tr("&Quit TenantDock"), window.quit_requested.emit, QKeySequence("Ctrl+Q"))
    return menu
