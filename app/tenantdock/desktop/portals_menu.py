"""A menu of a customer's portals, for the list and the details. Made when it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from tenantdock.desktop.menu_look import Menu
from tenantdock.desktop.parts import Button, named
from tenantdock.desktop.texts import plain_tip, tr

if TYPE_CHECKING:
    from tenantdock.domain.portals import Portal


def fill_portals(menu: QMenu, portals: Sequence[Portal], run: Callable[[str], object]) -> QMenu:
    """Fill *menu* with *portals* and return it; *run* is called with a portal's key. Those that cannot be opened say why."""
    menu.setObjectName("portalsMenu")
    menu.setAccessibleName(tr("Portals"))
    menu.setToolTipsVisible(True)
    for portal in portals:
        action = menu.addAction(portal.label)
        action.setEnabled(bool(portal.url))
        action.setToolTip(plain_tip(portal.missing))
        action.triggered.connect(lambda _=False, key=portal.key: run(key))
    menu.menuAction().setVisible(bool(portals))
    return menu


def portals_button(portals: Callable[[], Sequence[Portal]], run: Callable[[str], object]) -> Button:
    """Return a button that opens the menu of what *portals* returns then."""
    button = Button(tr("Open portal\u2026"))
    named(button, "portals")
    menu = fill_portals(Menu(button), portals(), run)

    def show() -> None:
        menu.clear()
        fill_portals(menu, portals(), run).popup(button.mapToGlobal(QPoint(0, button.height())))

    button.clicked.connect(show)
    return button
