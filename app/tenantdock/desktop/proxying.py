"""A proxy asks who one is: the window for it, and keeping what was typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.fields import field, paragraph
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.texts import outside, tr
from tenantdock.desktop.trouble import Answered, ErrorDialog
from tenantdock.domain.errors import ProxyAuthentication, TenantDockError
from tenantdock.domain.secret import Secret

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.settings import Configuring

_LONGEST = 256
"""Characters of a user name or password."""


class ProxyDialog(Answered):
    """Asks for a proxy's user name and password. Answers both as (text, Secret), or None. The field is empty once it is closed."""

    def __init__(self, asked: ProxyAuthentication, username: str, parent: QWidget | None = None, *, about: str = "") -> None:
        super().__init__(parent, outside(asked.title, 120))
        self.setObjectName("proxyDialog")
        self.column.addWidget(Label(outside(asked.title, 120), "title", wrap=True))
        if about:
            self.column.addWidget(Label(outside(about, 200), "small", wrap=True))
        message = Label(outside(asked.message, 600), wrap=True)
        named(message, "proxyMessage", tr("What happened"))
        self.column.addWidget(message)
        form = spaced(QVBoxLayout(), gap=1)
        self.column.addLayout(form)
        self.username_edit = QLineEdit(username)
        self.username_edit.setMaxLength(_LONGEST)
        field(form, "proxyUsername", tr("&User name"), self.username_edit)
        self.password_edit = QLineEdit()
        self.password_edit.setMaxLength(_LONGEST)
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        field(form, "proxyPassword", tr("&Password"), self.password_edit)
        paragraph(
            form,
            tr(
                "Only this proxy gets them. The password is sealed with the key in your keyring; without a keyring it is kept until"
                " you quit."
            ),
        )
        self.column.addStretch()
        self.buttons.addStretch()
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, "proxyCancel")
        self.cancel_button.clicked.connect(self.reject)
        self.buttons.addWidget(self.cancel_button)
        self.go_button = PrimaryButton(tr("Go on"))
        named(self.go_button, "proxyGo")
        self.go_button.clicked.connect(self._go)
        self.buttons.addWidget(self.go_button)
        for edit in (self.username_edit, self.password_edit):
            edit.textChanged.connect(lambda _text: self._update())
        self._update()
        (self.password_edit if username else self.username_edit).setFocus()
        self.fit(64)

    def answer(self, value: object) -> None:
        """Close; the password does not stay in the field."""
        self.password_edit.clear()
        super().answer(value)

    def _go(self) -> None:
        self.answer((self.username_edit.text().strip(), Secret(self.password_edit.text())))

    def _update(self) -> None:
        self.go_button.setEnabled(bool(self.username_edit.text().strip() and self.password_edit.text()))


async def ask_for_proxy(
    asked: ProxyAuthentication,
    about: str,
    configuring: Configuring,
    ask: Callable[[Answered], Awaitable[Any]],
    loop: Loop,
    parent: QWidget | None,
) -> bool:
    """Ask for what *asked* wants and save it. *ask* shows a window and waits for its answer. Returns whether it makes sense to try
    again: not when the person gave up.
    """
    proxy = (await loop.run(configuring.current)).proxy
    while True:
        answer = await ask(ProxyDialog(asked, proxy.username, parent, about=about))
        if answer is None:
            return False
        username, password = answer
        proxy = replace(proxy, username=username)
        try:
            await loop.run(configuring.set_proxy, proxy, password)
        except TenantDockError as failure:
            if not await ask(ErrorDialog(failure, about=about, retry=True, parent=parent)):
                return False
        else:
            return True
