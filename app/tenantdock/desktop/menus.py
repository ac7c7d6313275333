"""The main window's menus, made when they open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from tenantdock.desktop.window import MainWindow
    from tenantdock.domain.directory import ConnectionRow


class _Menu(QMenu):
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
    menu.addSeparator()
    menu.act(tr("Copy tenant i&d"), lambda: window.copy_requested.emit(row.tenant_id))
    if row.domain:
        menu.act(tr("Copy do&main"), lambda: window.copy_requested.emit(row.domain))
    menu.act(tr("Copy &user name"), lambda: window.copy_requested.emit(row.username))
    menu.addSeparator()
    menu.act(tr("&Remove"), lambda: window.remove_requested.emit(key), QKeySequence(Qt.Key.Key_Delete))
    return menu


def main_menu(window: MainWindow) -> QMenu:
    """Return the menu of the whole program."""
    menu, possible, selected = _Menu(window, "mainMenu", tr("More")), window.available(), window.selected_id
    menu.act(tr("&Add a customer\u2026"), window.add_requested.emit, QKeySequence(QKeySequence.StandardKey.New))
    details = menu.act(tr("&Details\u2026"), lambda: window.details_requested.emit(selected), QKeySequence("F2"))
    details.setEnabled(bool(selected))
    if "doctor" in possible:
        menu.act(tr("&Test the connection\u2026"), lambda: window.test_requested.emit(selected)).setEnabled(bool(selected))
    if "moving" in possible:
        menu.addSeparator()
        menu.act(tr("&Export customers\u2026"), window.export_requested.emit)
        menu.act(tr("&Import customers\u2026"), window.import_requested.emit)
    if "settings" in possible:
        menu.addSeparator()
        menu.act(tr("&Settings\u2026"), window.settings_requested.emit)
    if "guide" in possible:
        menu.act(tr("&First steps\u2026"), window.guide_requested.emit)
    menu.addSeparator()
    menu.act(tr("&Quit TenantDock"), window.quit_requested.emit, QKeySequence("Ctrl+Q"))
    return menu
