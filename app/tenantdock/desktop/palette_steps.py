"""The palette's second steps: the services of one console, and a customer's portals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tenantdock.desktop.fields import ServiceGrid
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.palette_rows import visiting, where
from tenantdock.desktop.parts import Badge, Button, ElidedLabel, Label, PrimaryButton, named, slim, spaced
from tenantdock.desktop.texts import tr
from tenantdock.domain.text import one_line

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.portals import Portal

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Step(QWidget):
    """A second step about one customer: who and where at the top, Esc leads back."""

    back = Signal()

    def __init__(self, entry: Entry, title: str) -> None:
        super().__init__()
        self.entry = entry
        self.setAccessibleName(title)
        self.column = spaced(QVBoxLayout(self), margin=2, gap=2)
        row = spaced(QHBoxLayout(), gap=2)
        row.addWidget(Badge(entry.initials, entry.row.colour))
        names = spaced(QVBoxLayout(), gap=0)
        names.addWidget(ElidedLabel(entry.name, "heading"))
        parts = [f"{one_line(entry.row.username, 120)} \u2192 {where(entry)}", visiting(entry)]
        names.addWidget(ElidedLabel(" \u00b7 ".join(part for part in parts if part)))
        row.addLayout(names, 1)
        self.back_button = Button(tr("Back"), "flat")
        named(self.back_button, "paletteBack", tr("Back to the list"))
        self.back_button.clicked.connect(self.back)
        row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(Label(title, "strong"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)


class ServicesStep(Step):
    """Which services this one console is to be connected to."""

    connect_wanted = Signal(tuple)

    def __init__(self, entry: Entry, cloud: Cloud | None) -> None:
        super().__init__(entry, tr("Services of this console"))
        self.setObjectName("paletteServices")
        self.services = ServiceGrid()
        for key, box in self.services.boxes.items():
            box.setChecked(key in entry.row.services)
        self.services.offer(cloud)
        self.services.changed.connect(self._update)
        self.column.addWidget(self.services)
        self.column.addWidget(Label(tr("For the console that opens now. What is saved stays as it is."), "small", wrap=True))
        self.column.addStretch()
        bottom = spaced(QHBoxLayout(), gap=1)
        bottom.addStretch()
        self.connect_button = PrimaryButton(tr("Connect"))
        named(self.connect_button, "paletteConnect")
        self.connect_button.clicked.connect(self._connect)
        bottom.addWidget(self.connect_button)
        self.column.addLayout(bottom)
        self.back_button.installEventFilter(self)
        for box in self.services.boxes.values():
            box.installEventFilter(self)

    def begin(self) -> None:
        """Take the focus."""
        next((box for box in self.services.boxes.values() if not box.isHidden()), self.back_button).setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter connects from every box."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if watched is self.back_button:
                self.back.emit()
            else:
                self._connect()
            return True
        return False

    def _update(self) -> None:
        self.connect_button.setEnabled(bool(self.services.chosen))

    def _connect(self) -> None:
        if self.services.chosen:
            self.connect_wanted.emit(self.services.chosen)


class PortalsStep(Step):
    """A customer's portals; those that cannot be opened say why."""

    portal_wanted = Signal(str)

    def __init__(self, entry: Entry, portals: Sequence[Portal]) -> None:
        super().__init__(entry, tr("Portals"))
        self.setObjectName("palettePortals")
        self.list = QListWidget()
        named(self.list, "palettePortalList", tr("Portals of {name}", name=entry.name))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setSpacing(UNIT // 4)
        slim(self.list)
        for portal in portals:
            host = urlsplit(portal.url).hostname or ""
            item = QListWidgetItem(f"{portal.label}\n{host or portal.missing}")
            item.setData(Qt.ItemDataRole.UserRole, portal.key if portal.url else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{portal.label}, {host or portal.missing}")
            if not portal.url:
                item.setForeground(self.palette().brush(QPalette.ColorRole.PlaceholderText))
            self.list.addItem(item)
        self.list.itemClicked.connect(self._open)
        self.list.installEventFilter(self)
        if portals:
            self.list.setCurrentRow(0)
            self.column.addWidget(self.list, 1)
        else:
            text = tr("This customer's cloud has no portals that TenantDock knows.")
            self.column.addWidget(Label(text, wrap=True))
            self.column.addStretch()

    def begin(self) -> None:
        """Take the focus."""
        (self.list if self.list.count() else self.back_button).setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter opens."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER
        if watched is self.list and pressed and self.list.currentItem() is not None:
            self._open(self.list.currentItem())
            return True
        return False

    def _open(self, item: QListWidgetItem) -> None:
        if key := item.data(Qt.ItemDataRole.UserRole):
            self.portal_wanted.emit(key)
