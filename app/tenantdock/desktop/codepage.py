"""The page of a device code: the address, the code and the time left, large, and a QR code for a phone."""

from __future__ import annotations

import time
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.fields import say, spread
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.page_trouble import PageTrouble
from tenantdock.desktop.parts import Button, Card, ElidedLabel, Label, copy_button, named, spaced
from tenantdock.desktop.qr import QrCode, modules
from tenantdock.desktop.texts import clock_time, tr
from tenantdock.domain.signin import DeviceCode
from tenantdock.domain.text import one_line

_NEAR: Final = 120  # seconds before the end from which each one is counted
_SIDE: Final = 20 * UNIT
_CODE_LIMIT: Final = 12


def _fit(label: ElidedLabel) -> None:
    metrics = label.fontMetrics()
    label.setMinimumSize(0, 0)  # or it would count as wanted
    # A code that is cut off is worth nothing; real ones have nine characters
    label.setMinimumSize(metrics.horizontalAdvance(one_line(label.text(), _CODE_LIMIT)) + 2, metrics.height())


class CodePage(QWidget):
    """Shows one device code. Call :meth:`tick` every second. :attr:`page_wanted` asks for its address to be opened here, with what
    to call with the reason where nothing opened.
    """

    page_wanted = Signal(str, object)

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
        self.trouble_label = PageTrouble("deviceCodeTrouble")
        left.addWidget(self.trouble_label)
        self.qr = _qr(code)
        if self.qr is not None:
            told = tr("Scan it with a phone to open the address there.")
            named(self.qr, "deviceCodeQr", tr("QR code of the address. {told}", told=told))
            self.qr.setToolTip(told)
            row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        self.code_label = ElidedLabel(one_line(code.user_code, 40), "code")
        named(self.code_label, "deviceCode", tr("Code: {code}", code=" ".join(code.user_code)))
        fitted(self.code_label, _fit)
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

    def _open(self) -> None:
        say(self.trouble_label, "")
        self.page_wanted.emit(self._code.address, self.trouble_label.tell)

    def _address_buttons(self) -> QBoxLayout:
        row = spaced(QHBoxLayout(), gap=1)
        if _is_web(self._code.address):
            opening = Button(tr("Open here"))
            named(opening, "deviceCodeOpen", tr("Open the address here"))
            opening.clicked.connect(self._open)
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
