"""The palette's second steps: the services of one console, and a customer's portals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.dressing import ringed, slim
from tenantdock.desktop.fields import ServiceGrid
from tenantdock.desktop.look import UNIT, blend, muted
from tenantdock.desktop.palette_rows import visiting, where
from tenantdock.desktop.parts import Badge, Button, ElidedLabel, Label, PrimaryButton, named, spaced
from tenantdock.desktop.texts import plain_tip, tr
from tenantdock.domain.text import one_line

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.portals import Portal

_KEY: Final = Qt.ItemDataRole.UserRole
_BESIDE: Final = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


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


class _PortalDelegate(QStyledItemDelegate):
    """The portal's name, and beside it where it leads or why it cannot be opened. Plain text, mirrored for right-to-left."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """One line and room around it."""
        return QSize(0, -(-(option.fontMetrics.height() + UNIT * 3 // 2) // UNIT) * UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        selected, usable = bool(option.state & QStyle.StateFlag.State_Selected), bool(index.data(_KEY))
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        soft = ink if selected else muted(palette)
        accent = palette.color(QPalette.ColorRole.Highlight)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent if selected else blend(accent, palette.color(QPalette.ColorRole.Base), 0.1))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, -UNIT, -1), 6, 6)
        area = option.rect.adjusted(UNIT, 0, -2 * UNIT, 0)
        label, beside = str(index.data()), str(index.data(_BESIDE))
        width = min(option.fontMetrics.horizontalAdvance(label) + 2, area.width() // 2)
        near = QStyle.visualRect(option.direction, area, QRect(area.topLeft(), QSize(width, area.height())))
        rest = QRect(area.left() + width + 2 * UNIT, area.top(), area.width() - width - 2 * UNIT, area.height())
        rest = QStyle.visualRect(option.direction, area, rest)
        for text, place, side, colour in (
            (label, near, Qt.AlignmentFlag.AlignLeading, ink if usable else soft),
            (beside, rest, Qt.AlignmentFlag.AlignTrailing, soft),
        ):
            flags = QStyle.visualAlignment(option.direction, side) | Qt.AlignmentFlag.AlignVCenter
            shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.setPen(colour)
            painter.drawText(place, int(flags | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine), shown)
        painter.restore()


class PortalsStep(Step):
    """A customer's portals; those that cannot be opened say why."""

    portal_wanted = Signal(str)

    def __init__(self, entry: Entry, portals: Sequence[Portal]) -> None:
        super().__init__(entry, tr("Portals"))
        self.setObjectName("palettePortals")
        self.list = QListWidget()
        ringed(self.list)
        named(self.list, "palettePortalList", tr("Portals of {name}", name=entry.name))
        self.list.setItemDelegate(_PortalDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        slim(self.list)
        # Those that can be opened first, so that Enter opens one
        for portal in sorted(portals, key=lambda portal: not portal.url):
            beside = urlsplit(portal.url).hostname or portal.missing
            item = QListWidgetItem(portal.label)
            item.setData(_KEY, portal.key if portal.url else "")
            item.setData(_BESIDE, beside)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{portal.label}, {beside}")
            item.setToolTip(plain_tip(beside))
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
        if key := item.data(_KEY):
            self.portal_wanted.emit(key)
