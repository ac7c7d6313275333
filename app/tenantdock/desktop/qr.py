"""QR codes, crisp at any scale: dark squares on their own white ground, in light and in dark windows alike."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET: Final = 4
"""The width of the empty border, in modules (ISO/IEC 18004, section 5.3.8): without it, cameras do not find the code."""
_LONGEST: Final = 512
_SMALLEST: Final = 2  # device pixels of a module that a camera can still tell apart


def modules(text: str) -> list[list[bool]]:
    """Return the dark modules of a QR code for *text*, row by row, without the border. Raises ``ValueError`` for what is too long.

    Made by segno 1.6 at error correction level M, which still reads with an eighth of it covered.
    """
    if not 0 < len(text) <= _LONGEST:
        raise ValueError("no text for a QR code")
    import segno  # noqa: PLC0415 - only a device code needs it

    return [[module & 1 == 1 for module in row] for row in segno.make_qr(text, error="m").matrix]


def picture(text: str, side: int) -> QImage:
    """Return the QR code for *text*, border included, at most *side* device pixels wide; every module has the same whole number of
    them. Raises ``ValueError`` when *side* is too small for it.
    """
    rows = modules(text)
    count = len(rows) + 2 * QUIET
    size = side // count
    if size < _SMALLEST:
        raise ValueError("no room for a QR code")
    image = QImage(count * size, count * size, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    for top, row in enumerate(rows):
        for left, dark in enumerate(row):
            if dark:
                painter.fillRect((left + QUIET) * size, (top + QUIET) * size, size, size, Qt.GlobalColor.black)
    painter.end()
    return image


class QrCode(QWidget):
    """Shows the QR code of *text* in a square of *side* device-independent pixels."""

    def __init__(self, text: str, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self._side = side
        self._image: tuple[int, QImage] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(side, side)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's signature
        """Paint on whole pixels of the screen that the window is on now."""
        ratio = self.devicePixelRatioF()
        wide = int(self._side * ratio)
        if self._image is None or self._image[0] != wide:
            self._image = (wide, picture(self.text, wide))
        image = self._image[1]
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        margin = (wide - image.width()) // 2
        painter.scale(1 / ratio, 1 / ratio)  # from here on in device pixels, so that nothing is smoothed
        painter.drawImage(QRect(margin, margin, image.width(), image.height()), image)
        painter.end()
