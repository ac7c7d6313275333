"""A small window that asks for a name, and offers those that there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QVBoxLayout, QWidget

from tenantdock.desktop.dressing import fitted, framed
from tenantdock.desktop.fields import field
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.texts import outside, tr
from tenantdock.desktop.trouble import Answered
from tenantdock.domain.text import folded

_ROWS = 6


class NameDialog(Answered):
    """Answers the text that was typed, or None. Of the *known* names those that fit are shown: a click takes one, a double click
    answers with it. With *needed* there is no answer without a text.
    """

    def __init__(
        self,
        title: str,
        label: str,
        hint: str,
        go: str,
        limit: int,
        known: Sequence[str],
        parent: QWidget | None = None,
        *,
        needed: bool = False,
    ) -> None:
        super().__init__(parent, title)
        self.setObjectName("nameDialog")
        self._known = list(known)
        self._needed = needed
        self.column.addWidget(Label(title, "heading", wrap=True))
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(limit)
        together = spaced(QVBoxLayout())
        together.setSpacing(UNIT // 2)
        field(together, "nameEdit", label, self.name_edit)
        self.name_edit.textChanged.connect(self._typed)
        together.addWidget(Label(hint, "small", wrap=True))
        self.column.addLayout(together)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        framed(self.list)
        named(self.list, "nameList", tr("Names that there are"))
        fitted(self.list, lambda names: names.setFixedHeight((names.fontMetrics().height() + 6) * _ROWS + UNIT))
        self.list.itemActivated.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole), answer=True))
        self.list.itemClicked.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole), answer=False))
        self.column.addWidget(self.list)
        self.list.setVisible(bool(known))
        self.column.addStretch()
        self.buttons.addStretch()
        cancel = Button(tr("Cancel"))
        named(cancel, "nameCancel")
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel)
        self.go_button = PrimaryButton(go)
        named(self.go_button, "nameGo")
        self.go_button.clicked.connect(self._go)
        self.buttons.addWidget(self.go_button)
        self.name_edit.returnPressed.connect(self._go)
        self._typed()
        self.name_edit.setFocus()
        self.fit(52)

    def _last(self) -> str:
        """What is being typed: with commas, the part after the last."""
        return self.name_edit.text().rpartition(",")[2].strip()

    def _typed(self) -> None:
        needle = folded(self._last())
        self.list.clear()
        for name in self._known:
            if needle in folded(name):
                self.list.addItem(outside(name, 200))
                self.list.item(self.list.count() - 1).setData(Qt.ItemDataRole.UserRole, name)
        self.go_button.setEnabled(bool(self.name_edit.text().strip(" ,")) or not self._needed)

    def _take(self, name: str, *, answer: bool) -> None:
        before, comma, _ = self.name_edit.text().rpartition(",")
        self.name_edit.setText(f"{before}{comma} {name}".strip())
        if answer:
            self._go()
        else:
            self.name_edit.setFocus()

    def _go(self) -> None:
        if self.go_button.isEnabled():
            self.answer(self.name_edit.text().strip())
