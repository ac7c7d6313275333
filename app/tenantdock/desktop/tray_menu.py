"""What stands in the tray's menu: favourites, what was used last, groups, open consoles.

Submenus are filled when they open, so that ten thousand customers cost nothing before; none has more than :data:`GROUP` rows.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMenu

from tenantdock.desktop.texts import countdown, joined, number_text, tr
from tenantdock.domain.sessions import SessionState, numbered
from tenantdock.domain.text import folded, one_line

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.desktop.menu_labels import Labels
    from tenantdock.domain.sessions import SessionInfo

_T = TypeVar("_T")

RECENT: Final = 8
"""Connections that the menu shows at once, those used most and last."""
FAVOURITES: Final = 12
"""Favourites that the menu shows at once; the rest are in a submenu."""
GROUP: Final = 25
"""Rows in one menu. With up to GROUP * GROUP customers the menu has them all; beyond, it refers to the palette too."""
_SESSIONS: Final = 12
_NAME: Final = 48


class Actions(Protocol):
    """What the menu can ask for."""

    def show(self) -> None:
        """Show the window."""
        ...

    def palette(self) -> None:
        """Open the palette."""
        ...

    def add(self) -> None:
        """Add a customer."""
        ...

    def connect(self, connection_id: str) -> None:
        """Connect."""
        ...

    def focus(self, session_id: str) -> None:
        """Bring an open console to the front."""
        ...

    def sessions(self) -> None:
        """Show the window of open consoles."""
        ...

    def lock(self) -> None:
        """Lock TenantDock."""
        ...

    def leave(self) -> None:
        """Quit, when the person agrees."""
        ...


class TrayMenu(QMenu):
    """The menu. :meth:`fill` makes it anew from what is so now. :attr:`retold` is emitted when the language changed."""

    retold = Signal()

    def __init__(
        self,
        actions: Actions,
        entries: Callable[[], Sequence[Entry]],
        sessions: Callable[[], Sequence[SessionInfo]],
        locked: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.setObjectName("trayMenu")
        self.setAccessibleName("TenantDock")
        self.setProperty("shownWhileLocked", True)  # it is filled when it opens, and then has nothing of customers
        self._do = actions
        self._entries = entries
        self._sessions = sessions
        self._locked = locked
        self._twins: set[str] = set()
        self._labels: Labels
        self._headed = False
        self.aboutToShow.connect(self.fill)
        # Some panels fetch the menu before it opens; it must not be empty then
        self._fixed()

    def fill(self) -> None:
        """Fill the menu with what is so now."""
        self.clear()
        for submenu in self.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            submenu.deleteLater()  # clear() leaves them behind
        if self._locked():
            self._act(self, tr("&Unlock TenantDock\u2026"), self._do.show)
            self.addSeparator()
            self._act(self, tr("&Quit"), self._do.leave)
            return
        from tenantdock.desktop.menu_labels import Labels, drawn_by_panel  # noqa: PLC0415 - not needed before it opens

        self._labels = Labels(panel=drawn_by_panel())
        self._dress()
        entries = list(self._entries())
        self._twins = _more_than_once(entry.name for entry in entries)
        if len(entries) <= GROUP and not any(entry.row.group or entry.row.favourite for entry in entries):
            self._rows(self, entries)
        elif entries:
            self._favourites([entry for entry in entries if entry.row.favourite])
            self._recent([entry for entry in entries if not entry.row.favourite])
            self.addSeparator()
            self._every(entries)
        self._consoles()
        self.addSeparator()
        self._fixed()

    def _dress(self) -> None:
        """Look as the program's other menus, where it is Qt that draws this one."""
        if self._labels.panel:
            return
        from tenantdock.desktop.menu_look import sheet  # noqa: PLC0415 - not needed before it opens

        self._headed = True
        self.setStyleSheet(sheet(QGuiApplication.palette(), self.fontMetrics().height() + 4, corners=False))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the headings too: under a style sheet Qt leaves them out."""
        super().paintEvent(event)
        if self._headed:
            from tenantdock.desktop.menu_look import paint_headings  # noqa: PLC0415 - as above

            paint_headings(self)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say everything in the language that is spoken now: some panels fetch the menu long before it opens."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fill()
            self.retold.emit()

    def _favourites(self, entries: list[Entry]) -> None:
        if entries:
            self._heading(tr("Favourites"))
            self._rows(self, entries[:FAVOURITES])
        if len(entries) > FAVOURITES:
            self._submenu(self, tr("More favourites"), entries[FAVOURITES:])

    def _recent(self, entries: list[Entry]) -> None:
        used = [entry for entry in entries if entry.row.last_used is not None]
        used.sort(key=lambda entry: (-entry.row.frecency, -(entry.row.last_used or 0.0)))
        if used:
            self._heading(tr("Used last"))
            self._rows(self, used[:RECENT])

    def _every(self, entries: list[Entry]) -> None:
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.row.group, []).append(entry)
        if len(entries) > GROUP * GROUP:
            self._act(self, tr("&Search all {n} customers\u2026", n=number_text(len(entries))), self._do.palette)
        elif len(groups) == 1:
            self._submenu(self, tr("All customers"), entries)
            return
        named = sorted((path for path in groups if path), key=folded)
        self._paths(self, [(path.split("/"), groups[path]) for path in named])
        if rest := groups.get(""):
            self._submenu(self, tr("Without a group") if named else tr("All customers"), rest)

    def _paths(self, menu: QMenu, found: list[tuple[list[str], list[Entry]]]) -> None:
        """Add a submenu for each first part of the paths, at most GROUP of them in a menu."""
        firsts: dict[str, list[tuple[list[str], list[Entry]]]] = {}
        for parts, entries in found:
            firsts.setdefault(parts[0], []).append((parts[1:], entries))
        names = list(firsts)
        if len(names) > GROUP:
            for piece in _pieces(names):
                inside = [(parts, entries) for parts, entries in found if parts[0] in set(piece)]
                self._lazy(menu, self._span(piece[0], piece[-1]), partial(self._fill_paths, inside))
            return
        for name in names:
            self._lazy(menu, self._shown(name), partial(self._fill_group, firsts[name]))

    def _fill_paths(self, found: list[tuple[list[str], list[Entry]]], menu: QMenu) -> None:
        self._paths(menu, found)

    def _fill_group(self, found: list[tuple[list[str], list[Entry]]], menu: QMenu) -> None:
        if deeper := [(parts, entries) for parts, entries in found if parts]:
            self._paths(menu, deeper)
            menu.addSeparator()
        self._fill_rows([entry for parts, entries in found if not parts for entry in entries], menu)

    def _submenu(self, menu: QMenu, title: str, entries: list[Entry]) -> None:
        self._lazy(menu, title, partial(self._fill_rows, entries))

    def _fill_rows(self, entries: list[Entry], menu: QMenu) -> None:
        if len(entries) <= GROUP:
            self._rows(menu, entries)
            return
        for piece in _pieces(entries):
            self._submenu(menu, self._span(piece[0].name, piece[-1].name), piece)

    def _lazy(self, menu: QMenu, title: str, fill: Callable[[QMenu], None]) -> None:
        from tenantdock.desktop.menu_look import Menu  # noqa: PLC0415 - not needed before it opens

        made = Menu(menu, title)
        menu.addAction(made.menuAction())
        made.setAccessibleName(title.replace("&&", "\0").replace("&", "").replace("\0", "&"))

        def once() -> None:
            if made.isEmpty():
                fill(made)

        made.aboutToShow.connect(once)

    def _rows(self, menu: QMenu, entries: Iterable[Entry]) -> None:
        for entry in entries:
            whose = entry.row.username if entry.name in self._twins else ""
            self._act(menu, self._shown(entry.name, whose), partial(self._do.connect, entry.row.id))

    def _consoles(self) -> None:
        found = [session for session in self._sessions() if session.state is SessionState.OPEN]
        if not found:
            return
        now = time.time()
        found.sort(key=lambda session: (not session.needs_person(now), session.soonest or now))
        self._heading(tr("Open consoles"))
        twins = _more_than_once(name for name, _ in {(session.name, session.username) for session in found})
        for session in found[:_SESSIONS]:
            name = self._shown(session.name, session.username if session.name in twins else "", number=session.number)
            text = joined(" \u2013 ", name, countdown(session.soonest, now), _needs(session, now))
            self._act(self, text, partial(self._do.focus, session.id))
        if len(found) > _SESSIONS:
            self._act(self, tr("and {n} more\u2026", n=number_text(len(found) - _SESSIONS)), self._do.sessions)
        self._act(self, tr("All &open consoles\u2026"), self._do.sessions)

    def _fixed(self) -> None:
        self._act(self, tr("&Add a customer\u2026"), self._do.add)
        self._act(self, tr("Show &TenantDock"), self._do.show)
        self._act(self, tr("&Lock"), self._do.lock)
        self.addSeparator()
        self._act(self, tr("&Quit"), self._do.leave)

    def _heading(self, text: str) -> None:
        """Begin a section. A panel gets separators without their texts."""
        if not self._labels.panel:
            self.addSection(text)
            return
        if not self.isEmpty():
            self.addSeparator()
        self.addAction(text).setEnabled(False)

    def _shown(self, name: str, whose: str = "", limit: int = _NAME, *, number: int = 1) -> str:
        """Return a name for the menu, with its key. *whose* account tells it from another one of the same name, *number* a console
        from others.
        """
        text = numbered(self._labels.keyed(one_line(name, limit)), number)
        return f"{text} \u2013 {self._labels.escaped(one_line(whose, limit))}" if whose else text

    def _span(self, first: str, last: str) -> str:
        return f"{self._shown(first, limit=16)} \u2013 {self._labels.escaped(one_line(last, 16))}"

    def _act(self, menu: QMenu, text: str, run: Callable[[], None]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: run())
        return action


def _more_than_once(names: Iterable[str]) -> set[str]:
    return {name for name, times in Counter(names).items() if times > 1}


def _needs(session: SessionInfo, now: float) -> str:
    """What a console needs somebody for, in two words."""
    trouble = session.trouble
    if trouble is None or not session.needs_person(now):
        return ""
    return tr("sign-in needed") if trouble.person else tr("not renewed")


def _pieces(every: list[_T]) -> list[list[_T]]:
    """Cut a list into at most GROUP pieces: of GROUP each where that is enough, else of as many as it takes."""
    size = max(GROUP, -(-len(every) // GROUP))
    return [every[start : start + size] for start in range(0, len(every), size)]
