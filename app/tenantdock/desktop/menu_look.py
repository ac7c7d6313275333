"""How menus look: the room, the round corners and the colours of the other windows. Each is dressed when it is made, which is when
it opens; there is no style sheet for the whole application.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QStyle, QWidget

from tenantdock.desktop.look import UNIT, muted, scaled
from tenantdock.desktop.palettes import frame_colour, is_high
from tenantdock.desktop.shades import blend

_ROUND = 6


class Menu(QMenu):
    """A menu of ours. Its submenus are, too."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        self._headed = False
        if _blends():
            self.setWindowFlags(self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        if not isinstance(parent, Menu):  # whose sheet counts for this one too
            self.dress()

    def dress(self) -> None:
        """Take the colours that count now."""
        self.setStyleSheet(sheet(QGuiApplication.palette(), self.fontMetrics().height() if self._headed else 0))

    def addMenu(self, title: str) -> Menu:  # type: ignore[override]  # noqa: N802 - Qt's name; the one form that is used
        """Add a submenu, and return it."""
        made = Menu(self, title)
        super().addMenu(made)
        return made

    def addSection(self, text: str) -> QAction:  # type: ignore[override]  # noqa: N802 - as above
        """Begin a section with a heading, and return its separator."""
        if not self._headed:
            self._headed = True
            self.dress()
        return super().addSection(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the headings too: under a style sheet Qt leaves them out."""
        super().paintEvent(event)
        if self._headed:
            paint_headings(self)


def paint_headings(menu: QMenu) -> None:
    """Paint what stands between the entries of a menu whose sheet is for one with headings. Within its paint event."""
    painter, palette = QPainter(menu), QGuiApplication.palette()
    painter.setFont(scaled(menu.font(), 0.95))
    for action in menu.actions():
        place = menu.actionGeometry(action).adjusted(2 * UNIT, 0, -2 * UNIT, 0)
        if not action.isSeparator() or not place.isValid():
            continue
        painter.setPen(muted(palette) if action.text() else line_colour(palette))
        if action.text():
            side = QStyle.visualAlignment(menu.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
            painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), action.text())
        else:
            painter.drawLine(place.left(), place.center().y(), place.right(), place.center().y())


def line_colour(palette: QPalette) -> QColor:
    """Return the colour of a line between entries."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return text if is_high(palette) else blend(text, base, 0.12)


def sheet(palette: QPalette, heading: int = 0, *, corners: bool = True) -> str:
    """Return the style sheet of a menu in the colours of *palette*. *heading* is its headings' height in pixels, 0 without;
    *corners* is whether what is behind its corners may be seen.
    """
    role, half = QPalette.ColorRole, UNIT // 2

    def name(which: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, which).name()

    chosen, text, line = name(role.HighlightedText), name(role.Text), line_colour(palette).name()
    rules = {
        "QMenu": f"background: {name(role.Base)}; color: {text}; border: 1px solid {frame_colour(palette).name()};"
        f" border-radius: {_ROUND + 2 if corners and _blends() else 0}px; padding: {half}px;",
        "QMenu::item": f"padding: {half}px {2 * UNIT}px; border: 1px solid transparent; border-radius: {_ROUND}px;",
        "QMenu::item:default": "font-weight: 600;",
        "QMenu::item:selected": f"background: {name(role.Highlight)}; color: {chosen};",
        "QMenu::item:disabled": f"background: transparent; color: {name(role.Text, QPalette.ColorGroup.Disabled)};",
        # Which colour is chosen is to be seen by more than its colour
        "QMenu::icon": f"padding: 2px; border: 2px solid transparent; border-radius: {_ROUND}px; left: {half}px;",
        "QMenu::icon:checked": f"border-color: {text};",
        "QMenu::icon:checked:selected": f"border-color: {chosen};",
        "QMenu::separator": f"height: {heading}px; background: transparent; margin: {half}px {UNIT}px 0 {UNIT}px;"
        if heading
        else f"height: 1px; background: {line}; margin: {half}px {UNIT}px;",
    }
    return " ".join(f"{each} {{ {rule} }}" for each, rule in rules.items())


def _blends() -> bool:
    """Whether corners can be seen through. On X11 that takes a compositor, and without one they would be black."""
    return sys.platform in {"win32", "darwin"} or QGuiApplication.platformName() in {"wayland", "offscreen"}
