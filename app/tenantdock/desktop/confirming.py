"""Confirming that an account under another name is the one that was meant. Made so that nobody does it by a careless click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.fields import field
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Card, Label, PrimaryButton, named, spaced
from tenantdock.desktop.texts import joined, outside, tr
from tenantdock.desktop.trouble import Answered
from tenantdock.domain.proof import Candidate


class ConfirmDialog(Answered):
    """Shows both names and what speaks for them being one person. Answers what the person typed to confirm it ("" where nothing had
    to be typed), or None. No is where the focus is; Enter never means yes.
    """

    def __init__(self, candidate: Candidate, name: str, parent: QWidget | None = None) -> None:
        title = tr("Is it the same person?")
        super().__init__(parent, title)
        self.setObjectName("confirmDialog")
        self._candidate = candidate
        self.column.addWidget(Label(title, "title", wrap=True))
        self.column.addWidget(Label(outside(name, 300), "small", wrap=True))
        self._names()
        self.column.addWidget(
            Label(
                tr("If you say yes, TenantDock accepts this account from now on, and no other. Say yes only if you know it."),
                wrap=True,
            )
        )
        self.typed_edit: QLineEdit | None = None
        if not candidate.certain:
            self._typing()
        self.column.addStretch()
        self.yes_button = Button(tr("Yes, it is the account I meant"))
        self.yes_button.setEnabled(candidate.certain)
        named(self.yes_button, "confirmYes")
        self.yes_button.clicked.connect(self._yes)
        # Where something is typed Enter must not mean anything: neither yes, nor the loss of what was typed
        self.no_button = PrimaryButton(tr("No, go back"))
        self.no_button.setDefault(candidate.certain)
        named(self.no_button, "confirmNo")
        self.no_button.clicked.connect(self.reject)
        self.buttons.addWidget(self.yes_button)
        self.buttons.addStretch()
        self.buttons.addWidget(self.no_button)
        (self.typed_edit or self.no_button).setFocus()
        self.fit(72)

    def _names(self) -> None:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        facts = (
            ("confirmTyped", tr("You typed"), self._candidate.typed, "strong"),
            ("confirmGot", tr("Signed in"), self._candidate.username, "strong"),
            ("confirmWhy", tr("What was seen"), self._candidate.why, "body"),
        )
        for line, (key, heading, text, style) in enumerate(fact for fact in facts if fact[2]):
            grid.addWidget(Label(heading, "small"), line, 0, Qt.AlignmentFlag.AlignTop)
            value = Label(outside(text, 600), "strong" if style == "strong" else "body", wrap=True)
            named(value, key, joined(": ", heading, outside(text, 600)))
            grid.addWidget(value, line, 1)
        card.body.addLayout(grid)
        self.column.addWidget(card)

    def _typing(self) -> None:
        edit = QLineEdit()
        edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        form = spaced(QVBoxLayout(), gap=1)
        self.column.addLayout(form)
        field(form, "confirmField", tr("To confirm, type the name of the account that signed in"), edit)
        edit.textChanged.connect(self._compare)
        self.typed_edit = edit

    def _compare(self, text: str) -> None:
        self.yes_button.setEnabled(text.strip().casefold() == self._candidate.username.casefold())

    def _yes(self) -> None:
        self.answer(self.typed_edit.text().strip() if self.typed_edit is not None else "")
