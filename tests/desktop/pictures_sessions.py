"""Pictures of open consoles, the lock and the tray: the states that :mod:`pictures` asks for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from support.desktop import GERMAN, HOSTILE_NAMES, FakeWorkflows, row, rows, session
from tenantdock.desktop.session_window import SessionWindow
from tenantdock.desktop.tray_icons import SIZES, TrayState, tray_icon
from tenantdock.domain.errors import VaultLocked
from tenantdock.domain.sessions import Held, SessionInfo

if TYPE_CHECKING:
    from pictures import Studio

    from tenantdock.desktop.app import Desktop

Shown = Iterator[tuple[str, QWidget, Callable[[], object]]]


def over(desktop: Desktop, *dialogs: QDialog) -> Callable[[], object]:
    """Return what ends a desktop and *dialogs* of its own, so that nothing of them is left."""

    def end() -> None:
        for dialog in dialogs:
            dialog.reject()
        desktop.close()
        for window in (*dialogs, desktop.window):
            window.deleteLater()

    return end


def consoles(count: int) -> list[SessionInfo]:
    """Made-up consoles, some of them in trouble."""
    now = time.time()
    made = []
    for number in range(1, count + 1):
        each = session(number, opened_at=1.8e9)
        left = 25.5 + number * 70 if number % 7 else 41.5
        trouble, person = ("The saved sign-in expired.", True) if number % 9 == 2 else ("", False)
        made.append(
            session(
                number,
                opened_at=1.8e9,
                held=tuple(Held(one.service, now + left, trouble, person=person) for one in each.held),
                proven=number % 13 != 5,
            )
        )
    return made


def windows(studio: Studio) -> Shown:
    """Yield each window with its name and what ends it."""
    colours = {each.id: each.colour for each in rows(40)}
    for count in (0, 3, 40):
        window = SessionWindow()
        window.show_sessions(consoles(count), colours)
        yield f"sessions-{count}", window, window.deleteLater
    window = SessionWindow()
    names = [GERMAN, *HOSTILE_NAMES]
    hostile = [session(n, name=name, username=f"admin@{'x' * 40}.example") for n, name in enumerate(names, 1)]
    window.show_sessions(hostile, {})
    window.say(f"{GERMAN}: new tokens as admin@contoso.example.")
    yield "sessions-names", window, window.deleteLater

    for name, trouble in (("lock", None), ("lock-refused", VaultLocked("Your keyring is locked.", next_step="Unlock it."))):
        fakes = FakeWorkflows(rows(40))
        fakes.agent.open = consoles(3)
        fakes.vault.prove_fails = trouble
        desktop = studio.desktop(fakes)
        desktop.lock()
        if trouble is not None:
            desktop.keeper.locker.unlock()
            page = desktop.keeper.locker.page
            studio.settle(lambda page=page: not page.error_label.isHidden())
        yield name, desktop.window, over(desktop)

    saved = [row(n, favourite=n in {3, 7}, group="Europe/North" if n % 3 else "") for n in range(1, 60)]
    fakes = FakeWorkflows(saved)
    fakes.agent.open = consoles(3)
    desktop = studio.desktop(fakes)
    desktop.tray.menu.aboutToShow.emit()  # it is filled, and dressed, as it opens
    # As ``popup`` does: ``show`` alone takes two thirds of the screen at most
    desktop.tray.menu.resize(desktop.tray.menu.sizeHint())
    yield "tray-menu", desktop.tray.menu, over(desktop)
    icons = TrayIcons()
    yield "tray-icons", icons, icons.deleteLater


class TrayIcons(QWidget):
    """Every state in every size, on a light and on a dark panel: as it is, and four times as large."""

    SCALE = 4

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(940, 2 * len(TrayState) * 140)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        for panel, dark in enumerate((False, True)):
            for state in TrayState:
                top = (panel * len(TrayState) + state) * 140
                painter.fillRect(QRect(0, top, self.width(), 140), QColor("#202124" if dark else "#f0f0f0"))
                left = 8
                for size in SIZES:
                    image = tray_icon(state, dark=dark).pixmap(size, size).toImage()
                    painter.drawImage(left, top + 50, image)
                    left += size + 12
                for size in SIZES:
                    image = tray_icon(state, dark=dark).pixmap(size, size).toImage()
                    large = image.scaledToWidth(size * self.SCALE, Qt.TransformationMode.FastTransformation)
                    painter.drawImage(left, top + 6, large)
                    left += size * self.SCALE + 12
                painter.setPen(QColor("#ffffff" if dark else "#000000"))
                painter.drawText(left, top + 70, state.name.casefold())
