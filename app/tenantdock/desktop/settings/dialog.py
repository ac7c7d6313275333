"""The window: a search and the pages on one side, the chosen page on the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.dressing import clearable, fitted, ringed, roomy, slim
from tenantdock.desktop.look import UNIT, fit_on_screen
from tenantdock.desktop.parts import Label, named, spaced
from tenantdock.desktop.placing import Placed
from tenantdock.desktop.reading import ReadingOrder
from tenantdock.desktop.settings.clients import ClientsPage
from tenantdock.desktop.settings.clouds import CloudsPage
from tenantdock.desktop.settings.consoles import ConsolesPage
from tenantdock.desktop.settings.declared import DeclaredPage
from tenantdock.desktop.settings.general import GeneralPage
from tenantdock.desktop.settings.network import NetworkPage
from tenantdock.desktop.settings.page import Page
from tenantdock.desktop.settings.safety import SafetyPage
from tenantdock.desktop.settings.searching import Found, Spotlight, index, search
from tenantdock.desktop.texts import again, counted, plain_tip, tr
from tenantdock.domain.clouds import BUILT_IN, SANDBOX_ID
from tenantdock.domain.declaring import PageKey
from tenantdock.domain.settings import ELSEWHERE, settings_by_key

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.readiness import Readiness
    from tenantdock.workflows.settings import Configuring

_LETTERS = 16
"""The width of the list of pages, at least, in letters."""


class SettingsDialog(Placed, ReadingOrder, QDialog):
    """What a person sets for the whole program. What is saved counts at once; some pages save each change, the others have a
    button.

    It emits :attr:`discard_wanted` when something that was typed and is not saved would be lost, with what to do when the person
    agrees to that; whoever asks the person sets :attr:`asking` back after the answer.

    *readiness* looks for modules, where there is one; *hotkey_trouble* says why the system does not take the palette's keys, or "".
    """

    guide_wanted = Signal()
    discard_wanted = Signal(object)

    def __init__(
        self,
        configuring: Configuring,
        loop: Loop,
        parent: QWidget | None = None,
        *,
        readiness: Readiness | None = None,
        hotkey_trouble: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(tr("Settings"))
        self.setAccessibleName(self.windowTitle())
        built_in = frozenset({SANDBOX_ID, *(cloud.id for cloud in BUILT_IN)})
        self.general = GeneralPage(configuring, loop, hotkey_trouble=hotkey_trouble, guide=readiness is not None)
        self.consoles = ConsolesPage(configuring, loop, readiness)
        self.browsers = DeclaredPage(PageKey.BROWSERS, tr("Browsers"), configuring, loop)
        self.lock = DeclaredPage(PageKey.LOCK, tr("Lock"), configuring, loop, intro=_lock_text())
        self.network = NetworkPage(configuring, loop)
        self.clients = ClientsPage(configuring, loop)
        self.clouds = CloudsPage(configuring, loop, built_in=built_in)
        self.safety = SafetyPage(configuring, loop)
        self.by_key: dict[PageKey, Page] = {
            PageKey.GENERAL: self.general,
            PageKey.CONSOLES: self.consoles,
            PageKey.BROWSERS: self.browsers,
            PageKey.LOCK: self.lock,
            PageKey.NETWORK: self.network,
            PageKey.CLIENTS: self.clients,
            PageKey.CLOUDS: self.clouds,
            PageKey.SAFETY: self.safety,
        }
        self.pages: tuple[Page, ...] = tuple(self.by_key.values())
        self.asking = self._leaving = False
        self._known = self._index()
        self._found: list[Found] = []
        self._spot: Spotlight | None = None
        self._wanted = ""
        middle = spaced(QHBoxLayout(self), gap=0)
        middle.addWidget(self._side())
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
            page.closed.connect(self.reject)
            page.discard_wanted.connect(self._ask_to_discard)
            page.worked.connect(self._go_on_leaving)
        middle.addWidget(self.stack, 1)
        # A cloud that was added or removed changes what the client ids can be set for
        self.clouds.saved.connect(lambda _text: self.clients.load())
        self.general.guide_wanted.connect(self.guide_wanted)
        self.list.currentRowChanged.connect(self._turn)
        self.list.setCurrentRow(0)
        self._shortcuts()
        fitted(self, SettingsDialog._fit)
        letters = self.fontMetrics().averageCharWidth()
        self.resize(fit_on_screen(self.parentWidget() or self, QSize(letters * 112, self.fontMetrics().height() * 42)))

    def reject(self) -> None:
        """Close, unless something that was typed would be lost by it. What is being saved is waited for: it can fail."""
        self._leaving = any(page.changed and page.busy for page in self.pages)
        if self._leaving:
            return
        if any(page.changed for page in self.pages):
            self._ask_to_discard(self.close_for_good)
        else:
            self.close_for_good()

    def _go_on_leaving(self, well: bool) -> None:
        if self._leaving and well:
            self.reject()
        self._leaving = self._leaving and well

    def close_for_good(self) -> None:
        """Close. What was typed and not saved is gone, the password too."""
        self.network.password_edit.clear()
        self.consoles.stop()
        self.safety.stop()
        super().reject()

    def go_to(self, key: str) -> None:
        """Turn to the page of a setting and show where it is."""
        found = next((each for each in self._known if each.declaration.key == key), None)
        if found is not None:
            self._show_place(found)

    def _ask_to_discard(self, go_on: Callable[[], None]) -> None:
        if not self.asking:
            self.asking = True
            self.discard_wanted.emit(go_on)

    # Building

    def _side(self) -> QWidget:
        side = QWidget()
        column = spaced(QVBoxLayout(side), gap=1)
        column.setContentsMargins(2 * UNIT, 5 * UNIT // 2, UNIT, UNIT)
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(tr("Search"))
        clearable(self.search_edit)
        self.search_edit.setToolTip(plain_tip(tr("Search the settings (Ctrl+F)")))
        roomy(self.search_edit)
        named(self.search_edit, "settingsSearch", tr("Search the settings"))
        self.search_edit.textChanged.connect(self._search)
        self.search_edit.installEventFilter(self)
        column.addWidget(self.search_edit)
        self.hits_label = Label("", "small", wrap=True)
        named(self.hits_label, "settingsHitsCount", tr("How many settings were found"))
        self.hits_label.hide()
        column.addWidget(self.hits_label)
        self.list = self._a_list("settingsPages", tr("Pages"))
        for page in self.pages:
            item = QListWidgetItem(page.title)
            self.list.addItem(item)
        self._column = side
        self.hits = self._a_list("settingsHits", tr("Settings that were found"))
        self.hits.setWordWrap(True)
        self.hits.hide()
        self.hits.currentRowChanged.connect(self._point)
        self.hits.itemActivated.connect(lambda _item: self._into_field())
        self.hits.itemClicked.connect(lambda _item: self._into_field())
        column.addWidget(self.list, 1)
        column.addWidget(self.hits, 1)
        return side

    def _fit(self) -> None:
        for at in range(self.list.count()):
            self.list.item(at).setSizeHint(QSize(0, self.fontMetrics().height() + 2 * UNIT))
        self._widen()
        if self.search_edit.text().strip():
            self._search(self.search_edit.text())

    def _widen(self) -> None:
        """Make the column as wide as its longest title."""
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(page.title) for page in self.pages)
        self._column.setFixedWidth(max(widest, metrics.averageCharWidth() * _LETTERS) + 7 * UNIT)

    def _index(self) -> list[Found]:
        titles: dict[object, str] = {key: page.title for key, page in self.by_key.items()}
        return index((*settings_by_key().values(), *ELSEWHERE), titles)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the pages in the language that is spoken now, and search in it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for at, page in enumerate(self.pages):
                page.title = again(page.title)
                self.list.item(at).setText(page.title)
            self._widen()
            self._known = self._index()
            if self.search_edit.text().strip():
                self._search(self.search_edit.text())

    def _a_list(self, name: str, accessible: str) -> QListWidget:
        made = QListWidget()
        named(made, name, accessible)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        slim(made)
        made.setStyleSheet(
            "QListWidget { background: transparent; }"
            f"QListWidget::item {{ padding: 0 {UNIT}px; border: none; border-radius: 6px; }}"
            "QListWidget::item:selected { background: palette(highlight); color: palette(highlighted-text); }"
        )
        ringed(made)
        return made

    def _shortcuts(self) -> None:
        def turn(by: int) -> None:
            self.search_edit.clear()
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self.pages))

        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._focus_search)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: turn(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: turn(-1))

    def _focus_search(self) -> None:
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    # Searching

    def _search(self, text: str) -> None:
        self._found = search(text, self._known)
        searching = bool(text.strip())
        self.hits.setVisible(searching)
        self.list.setVisible(not searching)
        self.hits.ensurePolished()
        self.hits.blockSignals(True)
        self.hits.clear()
        for found in self._found:
            item = QListWidgetItem(f"{found.label}\n{found.page_title}")
            item.setToolTip(plain_tip(found.label))
            room = QRect(0, 0, self.search_edit.width() - 3 * UNIT, 1 << 14)  # as wide, also before it was ever shown
            needed = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text()).height()
            item.setSizeHint(QSize(0, needed + 2 * UNIT))
            self.hits.addItem(item)
        self.hits.blockSignals(False)
        self.hits_label.setVisible(searching)
        none = tr("Nothing is called that.")
        self.hits_label.setText(counted(len(self._found), "{n} found", "{n} found") if self._found else none)
        if self._found:
            self.hits.setCurrentRow(0)
        else:
            self._end_spot()

    def _point(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self._show_place(self._found[row])

    def _show_place(self, found: Found) -> None:
        page = self.by_key[found.declaration.page]
        self.list.setCurrentRow(self.pages.index(page))
        self._wanted = found.declaration.key
        self._await_place(page, found.declaration.key)

    def _await_place(self, page: Page, key: str) -> None:
        """Show a place once its page has read what it shows: until then its fields may come and go."""
        if key != self._wanted:
            return
        if page.busy:
            QTimer.singleShot(20, self, lambda: self._await_place(page, key))
            return
        self._end_spot()
        place = page.point_out(key)
        if place is not None:
            self._spot = Spotlight(place)
            self._spot.destroyed.connect(self._spot_ended)

    def _spot_ended(self) -> None:
        self._spot = None

    def _end_spot(self) -> None:
        spot, self._spot = self._spot, None
        if spot is not None:
            spot.destroyed.disconnect(self._spot_ended)
            spot.end()

    def _into_field(self) -> None:
        """Put the focus into the field that is pointed out."""
        row = self.hits.currentRow()
        if 0 <= row < len(self._found):
            found = self._found[row].declaration
            place = self.by_key[found.page].point_out(found.key)
            if place is not None:
                place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """From the search, the arrows go through what was found, Enter into the field, and Escape back to the pages."""
        if watched is not self.search_edit or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, shown = event.key(), self.hits if self._found else self.list
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            shown.setCurrentRow(max(0, min(shown.count() - 1, shown.currentRow() + step)))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._into_field()
            return True
        if key == Qt.Key.Key_Escape and self.search_edit.text():
            self.search_edit.clear()
            return True
        return False

    def _turn(self, row: int) -> None:
        self._end_spot()
        self.stack.setCurrentIndex(row)
        self.pages[row].appear()


def _lock_text() -> str:
    return tr(
        "A locked TenantDock hides what its windows show and hands out no tokens. Your system's keyring unlocks it. Ctrl+L locks"
        " at once."
    )
