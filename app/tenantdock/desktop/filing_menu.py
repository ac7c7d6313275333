"""The entries of a menu that file customers: favourite, group, tags, colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from tenantdock.desktop.look import badge_colours, colours
from tenantdock.desktop.texts import menu_text, tr
from tenantdock.domain.text import folded

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.organise import Deed
    from tenantdock.desktop.window import MainWindow


class _Ask(Protocol):
    def __call__(self, what: Deed, value: object = None) -> None: ...


_AT_ONCE: Final = 60
"""Groups, or tags, in the menu itself; the window that asks for a name finds the others."""
_SWATCH: Final = 16


def add_filing(menu: QMenu, window: MainWindow, entries: list[Entry]) -> None:
    """Add to *menu* what files *entries*."""
    ids = [entry.row.id for entry in entries]

    def ask(what: Deed, value: object = None) -> None:
        window.filing_requested.emit(what, ids, value)

    favourite = all(entry.row.favourite for entry in entries)
    act = _add(menu, tr("Fa&vourite"), lambda: ask("favour", not favourite), QKeySequence("Ctrl+D"))
    act.setCheckable(True)
    act.setChecked(favourite)
    _groups(menu, window, entries, ask)
    _tags(menu, window, entries, ask)
    painting = menu.addMenu(tr("Co&lour"))
    painting.setAccessibleName(tr("Colour"))
    worn = {entry.row.colour for entry in entries}
    for colour, name in colours():
        act = _add(painting, name, lambda colour=colour: ask("paint", colour))  # type: ignore[misc]  # a default of its own
        act.setIcon(_swatch(colour))
        act.setCheckable(True)
        act.setChecked(worn == {colour})


def _groups(menu: QMenu, window: MainWindow, entries: list[Entry], ask: _Ask) -> None:
    moving = menu.addMenu(tr("Move to &group"))
    moving.setAccessibleName(tr("Move to group"))
    there = {entry.row.group for entry in entries}
    for shelf in window.shelves.groups[:_AT_ONCE]:
        act = _add(moving, menu_text(shelf.path), lambda path=shelf.path: ask("move", path))  # type: ignore[misc]  # the same
        act.setCheckable(True)
        act.setChecked(there == {shelf.path})
    if window.shelves.groups:
        moving.addSeparator()
    _add(moving, tr("&Another group\u2026"), lambda: ask("ask_move"), QKeySequence("Ctrl+M"))
    _add(moving, tr("&Out of the group"), lambda: ask("move", "")).setEnabled(there != {""})


def _tags(menu: QMenu, window: MainWindow, entries: list[Entry], ask: _Ask) -> None:
    tagging = menu.addMenu(tr("T&ags"))
    tagging.setAccessibleName(tr("Tags"))
    borne = [{folded(tag) for tag in entry.row.tags} for entry in entries]
    for tag, _count in window.shelves.tags[:_AT_ONCE]:
        on = all(folded(tag) in each for each in borne)
        what: Deed = "untag" if on else "tag"
        act = _add(tagging, menu_text(tag), lambda what=what, tag=tag: ask(what, [tag]))  # type: ignore[misc]  # the same
        act.setCheckable(True)
        act.setChecked(on)
    if window.shelves.tags:
        tagging.addSeparator()
    _add(tagging, tr("&Another tag\u2026"), lambda: ask("ask_tag"), QKeySequence("Ctrl+T"))


def _add(menu: QMenu, text: str, run: Callable[[], object], keys: QKeySequence | None = None) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _=False: run())
    if keys is not None:
        action.setShortcut(keys)
    return action


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SWATCH * 2, _SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill("transparent")
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen("transparent")
    painter.setBrush(badge_colours(colour)[0])
    painter.drawRoundedRect(1, 1, _SWATCH - 2, _SWATCH - 2, 4, 4)
    painter.end()
    return QIcon(picture)
