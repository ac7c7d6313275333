"""The window: the pages on one side, the chosen one on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.parts import named, slim, spaced
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.settings.clients import ClientsPage
from tenantdock.desktop.settings.clouds import CloudsPage
from tenantdock.desktop.settings.network import NetworkPage
from tenantdock.desktop.settings.page import Page
from tenantdock.desktop.settings.safety import SafetyPage
from tenantdock.desktop.texts import tr
from tenantdock.domain.clouds import BUILT_IN, SANDBOX_ID

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.settings import Configuring


class SettingsDialog(ReadingOrder, QDialog):
    """What a person sets for the whole program. Each page saves for itself, and what is saved counts at once."""

    def __init__(self, configuring: Configuring, loop: Loop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(tr("Settings"))
        self.setAccessibleName(self.windowTitle())
        built_in = frozenset({SANDBOX_ID, *(cloud.id for cloud in BUILT_IN)})
        self.network = NetworkPage(configuring, loop)
        self.clients = ClientsPage(configuring, loop)
        self.clouds = CloudsPage(configuring, loop, built_in=built_in)
        self.safety = SafetyPage(configuring, loop)
        self.pages: tuple[Page, ...] = (self.network, self.clients, self.clouds, self.safety)
        middle = spaced(QHBoxLayout(self), gap=0)
        middle.addWidget(self._list())
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
            page.closed.connect(self.reject)
        middle.addWidget(self.stack, 1)
        # A cloud that was added or removed changes what the client ids can be set for
        self.clouds.saved.connect(lambda _text: self.clients.load())
        self.list.currentRowChanged.connect(self._turn)
        self.list.setCurrentRow(0)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(fit_on_screen(self.parentWidget() or self, QSize(letters * 110, self.fontMetrics().height() * 42)))

    def reject(self) -> None:
        """Close. What was typed and not saved is gone, the password too."""
        self.network.password_edit.clear()
        self.safety.stop()
        super().reject()

    def _list(self) -> QListWidget:
        self.list = QListWidget()
        named(self.list, "settingsPages", tr("Pages"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        slim(self.list)
        self.list.setStyleSheet(
            f"QListWidget {{ padding-top: {UNIT}px; border: 2px solid transparent; }}"
            " QListWidget:focus { border-color: palette(accent); }"
            f" QListWidget::item {{ padding: 0 {2 * UNIT}px; border: none; }}"
            "QListWidget::item:selected { background: palette(highlight); color: palette(highlighted-text); }"
        )
        for page in self.pages:
            item = QListWidgetItem(page.title)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * UNIT))
            self.list.addItem(item)
        widest = max(self.fontMetrics().horizontalAdvance(page.title) for page in self.pages)
        self.list.setFixedWidth(widest + 6 * UNIT)
        return self.list

    def _turn(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.pages[index].appear()
