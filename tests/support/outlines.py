"""Pictures without their colours: what a person sees who cannot tell colours apart, not even by how light they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

ENOUGH = 8
"""So many places of an outline have to differ, that one can see it: less is the dithering of an edge."""


def outline(image: QImage) -> frozenset[tuple[int, int]]:
    """Return the places where a picture changes from one pixel to the next, whatever the colours are."""
    flat = image.convertToFormat(QImage.Format.Format_ARGB32)
    wide, high = flat.width(), flat.height()
    pixels = memoryview(flat.constBits()).cast("I")
    rows = [pixels[at * wide : (at + 1) * wide] for at in range(high)]
    return frozenset(
        (x, y)
        for y in range(high)
        for x in range(wide)
        if (x + 1 < wide and rows[y][x] != rows[y][x + 1]) or (y + 1 < high and rows[y][x] != rows[y + 1][x])
    )


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for their colours."""
    if one.size() != other.size():
        return False
    return len(outline(one) ^ outline(other)) < ENOUGH


def painted(widget: QWidget) -> QImage:
    """Return what a widget paints."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


def recoloured(image: QImage, colour: QColor) -> QImage:
    """Return a picture with all that is in it in one other colour: for trying out :func:`alike`."""
    made = image.convertToFormat(QImage.Format.Format_ARGB32)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(made.rect(), colour)
    painter.end()
    return made
