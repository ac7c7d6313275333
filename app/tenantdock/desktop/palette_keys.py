"""The line of keys under the palette: each key in the ink of texts, what it does muted, so that a look finds the key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from tenantdock.desktop.parts import Label
from tenantdock.desktop.texts import joined

_GAP: Final = "    "
_COLON: Final = ":\u00a0"


class KeysLabel(Label):
    """Keys and what they do, as one plain text; a line breaks between two of them, never within one."""

    def __init__(self) -> None:
        super().__init__("", "small", wrap=True)

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show these keys, each with what it does."""
        self.setText(joined(_GAP, *(joined(": ", key, does).replace(" ", "\u00a0") for key, does in keys)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the text in its lines, which are those of a label."""
        text, area, palette = self.text(), self.contentsRect(), self.palette()
        layout = QTextLayout(text, self.font(), self)
        how = QTextOption(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        how.setWrapMode(QTextOption.WrapMode.WordWrap)
        how.setTextDirection(self.layoutDirection())
        layout.setTextOption(how)
        layout.setFormats([_strong(at, length, palette) for at, length in _keys(text)])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        painter = QPainter(self)
        painter.setPen(palette.color(self.foregroundRole()))
        layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - top) / 2))


def _keys(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each key begins in *text*, and how long it is."""
    at = 0
    for part in text.split(_GAP):
        yield at, max(part.find(_COLON), 0)
        at += len(part) + len(_GAP)


def _strong(at: int, length: int, palette: QPalette) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setForeground(palette.color(QPalette.ColorRole.Text))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = at, length, shape
    return made
