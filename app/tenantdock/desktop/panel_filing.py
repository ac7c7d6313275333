"""How one customer is filed, to be changed in the details panel: favourite, group, tags, colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.completing import complete
from tenantdock.desktop.fields import ColourRow, captioned, field, say
from tenantdock.desktop.parts import named, spaced
from tenantdock.desktop.texts import outside, tr
from tenantdock.desktop.ticks import CheckBox
from tenantdock.domain.directory import GROUP_LIMIT, Filing, group_path, tag_list
from tenantdock.domain.errors import BadInput
from tenantdock.domain.filing import Shelves

if TYPE_CHECKING:
    from tenantdock.desktop.organise import Deed
    from tenantdock.domain.directory import Connection


class PanelFiling(QWidget):
    """Each change is asked for as it is made, by :attr:`wanted`: a connection's id, what to do (see
    :class:`~tenantdock.desktop.organise.Organise`), and a value.
    """

    wanted = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.shelves: Callable[[], Shelves] = Shelves
        """The groups and tags that there are, to complete what is typed."""
        self._key = ""
        self._filing = Filing()
        self._put: dict[QLineEdit, str] = {}
        """What was put into a field or asked for from it: another text is being typed."""
        column = spaced(QVBoxLayout(self), gap=1)
        self.favourite_box = CheckBox(tr("Favourite"))
        named(self.favourite_box, "panelFavourite", tr("Favourite"))
        self.favourite_box.clicked.connect(lambda on: self._ask("favour", on))
        column.addWidget(self.favourite_box)
        self.group_edit, self.tags_edit = QLineEdit(), QLineEdit()
        self.group_error = field(column, "panelGroup", tr("Group"), self.group_edit)
        self.group_edit.setMaxLength(GROUP_LIMIT)
        self.group_edit.setPlaceholderText(tr("None, or a path such as Europe/North"))
        self.group_edit.setToolTip(self.group_edit.placeholderText())
        self.group_edit.editingFinished.connect(self._group_typed)
        complete(self.group_edit, lambda: [shelf.path for shelf in self.shelves().groups])
        self.tags_error = field(column, "panelTags", tr("Tags"), self.tags_edit)
        self.tags_edit.setPlaceholderText(tr("None, or some with commas between"))
        self.tags_edit.setToolTip(self.tags_edit.placeholderText())
        self.tags_edit.editingFinished.connect(self._tags_typed)
        complete(self.tags_edit, lambda: [tag for tag, _ in self.shelves().tags], several=True)
        self.colours = ColourRow()
        self.colours.changed.connect(lambda: self._ask("paint", self.colours.colour))
        captioned(column, tr("Colour"), self.colours)

    def show_filing(self, connection: Connection) -> None:
        """Show how *connection* is filed. What is being typed is not taken away by what was saved meanwhile."""
        other, filing = connection.id != self._key, connection.filing
        self._key, self._filing = connection.id, filing
        tags = ", ".join(outside(tag, 60) for tag in filing.tags)
        for edit, error, text in ((self.group_edit, self.group_error, filing.group), (self.tags_edit, self.tags_error, tags)):
            if other or edit.text() == self._put[edit]:
                self._put[edit] = text
                say(error, "")
                if edit.text() != text:
                    edit.setText(text)
                    edit.setCursorPosition(0)
        if other or not self.colours.choosing:
            self.colours.choose(connection.console.colour)

    def finish(self) -> None:
        """Ask for what is typed and was not asked for yet."""
        self._group_typed()
        self._tags_typed()
        self.colours.finish()

    def leave(self) -> None:
        """The customer on show goes."""
        self.finish()
        self._key = ""

    def _ask(self, what: Deed, value: object) -> None:
        if self._key:
            self.wanted.emit(self._key, what, value)

    def _group_typed(self) -> None:
        if not self._typed(self.group_edit):
            return
        try:
            group = group_path(self.group_edit.text())
        except BadInput as wrong:
            say(self.group_error, wrong.told)
            return
        say(self.group_error, "")
        self._put[self.group_edit] = self.group_edit.text()
        if group != self._filing.group:
            self._ask("move", group)

    def _tags_typed(self) -> None:
        if not self._typed(self.tags_edit):
            return
        try:
            tags = tag_list(self.tags_edit.text().split(","))
        except BadInput as wrong:
            say(self.tags_error, wrong.told)
            return
        say(self.tags_error, "")
        self._put[self.tags_edit] = self.tags_edit.text()
        if tags != self._filing.tags:
            self._ask("retag", tags)

    def _typed(self, edit: QLineEdit) -> bool:
        return bool(self._key) and edit.text() != self._put[edit]
