"""What stands where the list is: the list itself, or why there is none and what to do."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.texts import tr


class Page(Enum):
    """What stands where the list is."""

    BLANK = auto()
    LOADING = auto()
    LIST = auto()
    EMPTY = auto()
    NO_MATCH = auto()


class Pages(QStackedWidget):
    """The list of customers, and the pages that stand in its place."""

    add_wanted = Signal()
    import_wanted = Signal()
    everything_wanted = Signal()
    """The person wants all customers, searched for by nothing and filtered by nothing."""
    similar_wanted = Signal()

    def __init__(self, the_list: QWidget) -> None:
        super().__init__()
        # With many notices and consoles in a small window the list gives way first
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(12 * UNIT)
        self._made: dict[Page, QWidget] = {}
        self._keep(Page.BLANK, QWidget())
        self._keep(Page.LIST, the_list)

    @property
    def page(self) -> Page:
        """Which one is on show."""
        shown = self.currentWidget()
        return next(page for page, widget in self._made.items() if widget is shown)

    def turn(self, page: Page) -> None:
        """Show that page. Those with a text are made when they are shown first: most starts show the list."""
        self.setCurrentWidget(self._of(page))

    def _of(self, page: Page) -> QWidget:
        if page not in self._made:
            self._keep(page, {Page.LOADING: self._loading, Page.EMPTY: self._empty, Page.NO_MATCH: self._no_match}[page]())
        return self._made[page]

    def _keep(self, page: Page, widget: QWidget) -> None:
        self._made[page] = widget
        self.addWidget(widget)

    def tell_nothing(self, why: str, *, typed: bool, filtered: bool) -> None:
        """Say on the last page *why* no customer is on show. *typed* is whether one was searched for by words."""
        self._of(Page.NO_MATCH)
        self.no_match_label.setText(why)
        self.similar_button.setVisible(typed)
        self.clear_button.setText(tr("Show all customers") if filtered else tr("Clear the search"))

    def _loading(self) -> QWidget:
        return _message_page(Label(tr("Loading the customers"), "heading"))

    def _empty(self) -> QWidget:
        self.empty_add_button = PrimaryButton(tr("Add your first customer"))
        named(self.empty_add_button, "emptyAdd")
        self.empty_add_button.clicked.connect(self.add_wanted)
        self.empty_import_button = Button(tr("Import customers\u2026"))
        named(self.empty_import_button, "emptyImport")
        self.empty_import_button.clicked.connect(self.import_wanted)
        return _message_page(
            Label(tr("No customers yet"), "heading"),
            Label(tr("Add one with the user name that you sign in with. TenantDock finds the tenant by itself."), wrap=True),
            self.empty_add_button,
            self.empty_import_button,
        )

    def _no_match(self) -> QWidget:
        self.no_match_label = Label("", "heading", wrap=True)
        self.clear_button = Button(tr("Clear the search"))
        named(self.clear_button, "clearSearch")
        self.clear_button.clicked.connect(self.everything_wanted)
        self.similar_button = Button(tr("Find something &similar"))
        self.similar_button.setToolTip(tr("In the palette, which knows initials and forgives typing errors (Enter)"))
        named(self.similar_button, "similar")
        self.similar_button.clicked.connect(self.similar_wanted)
        return _message_page(self.no_match_label, self.similar_button, self.clear_button)


def _message_page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = spaced(QVBoxLayout(page), margin=4, gap=2)
    column.addStretch(2)
    for widget in widgets:
        if isinstance(widget, Label):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        else:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    column.addStretch(3)
    return page
