"""How connections leave this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.fields import field, paragraph
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Label, named, spaced
from tenantdock.desktop.settings.page import Page
from tenantdock.desktop.settings.radio import RadioButton
from tenantdock.desktop.texts import tr
from tenantdock.desktop.ticks import ticked_indent
from tenantdock.domain.errors import BadInput
from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import ProxyMode, ProxySettings

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.workflows.settings import Configuring

_FRAME = (
    "QPlainTextEdit { border: 1px solid palette(mid); border-radius: 6px; padding: 0 5px; background: palette(base); }"
    "QPlainTextEdit:focus { border: 2px solid palette(accent); padding: 0 4px; }"
)


class NetworkPage(Page):
    """Which proxy is used, and who one is there."""

    def __init__(self, configuring: Configuring, loop: Loop) -> None:
        super().__init__("networkPage", tr("Network"), configuring, loop)
        self._before = ProxySettings()
        paragraph(
            self.column,
            tr(
                "Sign-ins and the test of a connection use this. Consoles follow the system's own settings. An automatic "
                "configuration (PAC) of the system is followed too."
            ),
        )
        self._modes = QButtonGroup(self)
        self._mode_box = QWidget()
        modes = QVBoxLayout(self._mode_box)
        spaced(modes, gap=1)
        self.mode_buttons: dict[ProxyMode, RadioButton] = {}
        for mode, text in (
            (ProxyMode.SYSTEM, tr("As this &computer is set")),
            (ProxyMode.NONE, tr("&No proxy")),
            (ProxyMode.MANUAL, tr("&This proxy:")),
        ):
            button = RadioButton(text)
            named(button, f"proxy-{mode.value}", text.replace("&", ""))
            button.toggled.connect(lambda _on: self._mode_changed())
            self._modes.addButton(button)
            self.mode_buttons[mode] = button
            modes.addWidget(button)
        self.column.addWidget(self._mode_box)
        self._manual()
        self._account()
        self.column.addStretch()
        self.places = {
            "proxy.mode": self._mode_box,
            "proxy.host": self.host_edit,
            "proxy.port": self.port_edit,
            "proxy.bypass": self.bypass_edit,
            "proxy.username": self.username_edit,
            "proxy.password": self.password_edit,
        }
        self.mode_buttons[ProxyMode.SYSTEM].setChecked(True)
        self._mode_changed()

    def point_out(self, key: str) -> QWidget | None:
        """What counts in another mode is found where the mode is chosen."""
        return super().point_out(key) or super().point_out("proxy.mode")

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        try:
            return bool(self.password_edit.text()) or self._values() != self._before
        except BadInput:
            return True  # saving says what is wrong

    def load(self) -> None:
        """Read the values and show them."""
        self.work(self.configuring.current, lambda settings: self._show(settings.proxy))

    def save(self) -> None:
        """Save the proxy, and its password in the vault."""
        try:
            values = self._values()
        except BadInput as wrong:
            self.complain(wrong)
            return
        typed = self.password_edit.text()
        password = Secret(typed) if typed else None

        def saved(_: None) -> None:
            self._show(values)
            self.told(tr("Saved. The next sign-in uses it."))

        self.work(lambda: self.configuring.set_proxy(values, password), saved)

    def _manual(self) -> None:
        self._box = QWidget()
        row = spaced(QHBoxLayout(self._box), gap=0)
        row.addSpacing(ticked_indent(self.mode_buttons[ProxyMode.MANUAL]))
        column = spaced(QVBoxLayout(), gap=1)
        row.addLayout(column)
        self.host_edit = QLineEdit()
        self.host_edit.setPlaceholderText("proxy.corp.example")
        self.errors["host"] = field(column, "proxyHost", tr("&Host"), self.host_edit)
        self.port_edit = QLineEdit(str(ProxySettings().port))
        self.port_edit.setMaxLength(10)
        self.errors["port"] = field(column, "proxyPort", tr("P&ort"), self.port_edit)
        self.bypass_edit = QPlainTextEdit()
        self.bypass_edit.setTabChangesFocus(True)
        self.bypass_edit.setPlaceholderText("intranet.example\n.corp.example\n10.0.0.0/8")
        self.errors["bypass"] = field(column, "proxyBypass", tr("Hosts that need no proxy, &one a line"), self.bypass_edit)
        fitted(self.bypass_edit, lambda edit: edit.setFixedHeight(edit.fontMetrics().lineSpacing() * 4 + 2 * UNIT))
        self.bypass_edit.setStyleSheet(_FRAME)
        self.column.addWidget(self._box)
        self.host_edit.textChanged.connect(lambda _text: self.touched())
        self.port_edit.textChanged.connect(lambda _text: self.touched())
        self.bypass_edit.textChanged.connect(self.touched)

    def _account(self) -> None:
        self._who = QWidget()
        column = QVBoxLayout(self._who)
        spaced(column, gap=1)
        column.setContentsMargins(0, 2 * UNIT, 0, 0)
        column.addWidget(Label(tr("If the proxy asks who you are"), "heading", wrap=True))
        self.username_edit = QLineEdit()
        field(column, "proxyUser", tr("&User name"), self.username_edit)
        self.password_edit = QLineEdit()
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_edit.setPlaceholderText(tr("Leave empty to keep what is saved"))
        self.password_edit.setToolTip(self.password_edit.placeholderText())
        field(column, "proxyPassword", tr("&Password"), self.password_edit)
        paragraph(
            column, tr("It is sealed with the key in your keyring, and belongs to this proxy: another one never gets to see it.")
        )
        self.column.addWidget(self._who)
        self.username_edit.textChanged.connect(lambda _text: self.touched())
        self.password_edit.textChanged.connect(lambda _text: self.touched())

    def _mode(self) -> ProxyMode:
        return next(mode for mode, button in self.mode_buttons.items() if button.isChecked())

    def _mode_changed(self) -> None:
        if any(button.isChecked() for button in self.mode_buttons.values()):
            self._mode_box.setFocusProxy(self.mode_buttons[self._mode()])
            self._box.setVisible(self._mode() is ProxyMode.MANUAL)
            self._who.setVisible(self._mode() is not ProxyMode.NONE)
            self.touched()

    def _values(self) -> ProxySettings:
        bypass = tuple(line.strip() for line in self.bypass_edit.toPlainText().splitlines() if line.strip())
        typed = self.port_edit.text().strip()
        port = int(typed) if typed.isascii() and typed.isdecimal() else 0  # which is refused, as any number that is none
        return ProxySettings(self._mode(), self.host_edit.text().strip(), port, bypass, self.username_edit.text().strip())

    def _show(self, proxy: ProxySettings) -> None:
        self._before = proxy
        self.mode_buttons[proxy.mode].setChecked(True)
        self.host_edit.setText(proxy.host)
        self.port_edit.setText(str(proxy.port))
        self.bypass_edit.setPlainText("\n".join(proxy.bypass))
        self.username_edit.setText(proxy.username)
        self.password_edit.clear()
        self.touched()
