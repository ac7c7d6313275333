"""The page of a device code: the address, the code and the time left, large, and a QR code for a phone."""

from __future__ import annotations

import time
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tenantdock.desktop.fields import spread
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Card, ElidedLabel, Label, copy_button, named, spaced
from tenantdock.desktop.qr import QrCode, modules
from tenantdock.desktop.texts import clock_time, tr
from tenantdock.domain.signin import DeviceCode
from tenantdock.domain.text import one_line

_NEAR: Final = 120  # seconds before the end from which each one is counted
_SIDE: Final = 20 * UNIT
_CODE_LIMIT: Final = 12


class CodePage(QWidget):
    """Shows one device code. Call :meth:`tick` every second."""

    def __init__(self, code: DeviceCode) -> None:
        super().__init__()
        self._code = code
        column = spaced(QVBoxLayout(self), gap=1)
        column.addWidget(Label(tr("On any device, open this address and type the code:"), wrap=True))
        card = Card()
        row = spaced(QHBoxLayout(), gap=2)
        left = spaced(QVBoxLayout(), gap=1)
        row.addLayout(left, 1)
        self.address_label = Label(one_line(code.address, 200), "heading", wrap=True)
        named(self.address_label, "deviceCodeAddress", tr("Address"))
        left.addWidget(self.address_label)
        left.addLayout(self._address_buttons())
        self.qr = _qr(code)
        if self.qr is not None:
            told = tr("Scan it with a phone to open the address there.")
            named(self.qr, "deviceCodeQr", tr("QR code of the address. {told}", told=told))
            self.qr.setToolTip(told)
            row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        self.code_label = ElidedLabel(one_line(code.user_code, 40), "code")
        named(self.code_label, "deviceCode", tr("Code: {code}", code=" ".join(code.user_code)))
        metrics = self.code_label.fontMetrics()
        self.code_label.setMinimumHeight(metrics.height())
        # A code that is cut off is worth nothing; real ones have nine characters
        self.code_label.setMinimumWidth(metrics.horizontalAdvance(one_line(code.user_code, _CODE_LIMIT)) + 2)
        self.copy_button = copy_button(code.user_code, tr("Copy the code"))
        named(self.copy_button, "deviceCodeCopy")
        left.addSpacing(UNIT)
        left.addStretch()
        left.addWidget(self.code_label)
        left.addLayout(spread(self.copy_button))
        column.addWidget(card)
        self.time_label = Label("", "strong", wrap=True)
        named(self.time_label, "deviceCodeTime", tr("Time left"))
        column.addWidget(self.time_label)
        self.why_label = Label(
            tr(
                "This way is the last one to try: whoever gets the code can sign in with it, which is how people are tricked, and "
                "many organisations block it. Type it only if you started this sign-in yourself, and never pass it on."
            ),
            "small",
            wrap=True,
        )
        named(self.why_label, "deviceCodeWhy", tr("Why this way is the last one"))
        column.addWidget(self.why_label)
        self.tick()

    def tick(self) -> None:
        """Say how much time is left: in minutes, and near the end to the second."""
        left = max(0, int(self._code.expires_on - time.time()))
        if left > _NEAR:
            until = clock_time(self._code.expires_on)
            text = tr("The code can be used for {n} more minutes, until {time}.", n=-(-left // 60), time=until)
        elif left:
            text = tr("The code can be used for {time} more.", time=f"{left // 60}:{left % 60:02d}")
        else:
            text = tr("The code can no longer be used. Cancel, and try again.")
            self.copy_button.setEnabled(False)
            if self.qr is not None:
                self.qr.hide()
        if text != self.time_label.text():
            self.time_label.setText(text)

    def _address_buttons(self) -> QBoxLayout:
        row = spaced(QHBoxLayout(), gap=1)
        if _is_web(self._code.address):
            opening = Button(tr("Open here"))
            named(opening, "deviceCodeOpen", tr("Open the address here"))
            opening.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._code.address)))
            row.addWidget(opening)
        copy = copy_button(self._code.address, tr("Copy the address"))
        named(copy, "deviceCodeCopyAddress")
        row.addWidget(copy)
        row.addStretch()
        return row


def qr_text(code: DeviceCode) -> str:
    """Return what the QR code of *code* says: the address with the code in it where the provider has one at the same place, else
    the address alone; "" for what a phone should not open.
    """
    if not _is_web(code.address):
        return ""
    try:
        same = _is_web(code.complete) and urlsplit(code.complete)[:2] == urlsplit(code.address)[:2]
    except ValueError:  # https://[x
        return ""
    return code.complete if same else code.address


def _qr(code: DeviceCode) -> QrCode | None:
    text = qr_text(code)
    try:
        modules(text)
    except ValueError:
        return None  # too long: the address and the code stand beside it
    return QrCode(text, _SIDE)


def _is_web(address: str) -> bool:
    return address.startswith(("https://", "http://localhost"))
