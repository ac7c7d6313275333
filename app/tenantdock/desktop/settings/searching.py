"""Finds settings by a few letters, and shows where one is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from tenantdock.desktop.texts import translated
from tenantdock.domain.declaring import Declaration
from tenantdock.domain.text import folded

_SHOWN_MS = 6000


@dataclass(frozen=True, slots=True)
class Found:
    """A setting that a search can find: its declaration, the title of its page, and the words it has in both languages."""

    declaration: Declaration
    page_title: str
    label: str
    folded_label: str
    folded_words: str
    everything: str


def index(declarations: Iterable[Declaration], titles: dict[object, str]) -> list[Found]:
    """Return what can be searched, with the titles of the pages by their keys. English words are found in every language."""
    made = []
    for each in declarations:
        label, title = translated(each.label), titles[each.page]
        texts = (label, each.label, translated(each.about), each.about, translated(each.words), each.words, title, each.key)
        words = folded(f"{translated(each.words)} {each.words}")
        made.append(Found(each, title, label, folded(label), words, folded(" ".join(texts))))
    return made


def search(text: str, known: Iterable[Found]) -> list[Found]:
    """Return what has every word of *text*, whatever its case and accents: those first whose label begins with it, then those whose
    label has a word that does, then those that are to be found by it, then the others; in the order of the pages where that is the
    same.
    """
    words = folded(text).split()
    if not words:
        return []

    def rank(found: Found) -> int:
        if found.folded_label.startswith(" ".join(words)):
            return 0
        places = (found.folded_label, found.folded_words)
        return next((at for at, text in enumerate(places, 1) if all(_begins(word, text) for word in words)), len(places) + 1)

    hits = [found for found in known if all(_begins(word, found.everything) or word in found.folded_label for word in words)]
    return sorted(hits, key=rank)


def _begins(word: str, text: str) -> bool:
    return f" {word}" in f" {text.replace('-', ' ').replace('.', ' ')}"


class Spotlight(QWidget):
    """A ring around a field for a few seconds. It takes no clicks and says nothing: the field itself is named."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around.parentWidget())
        self._around = around
        self.setObjectName("spotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()
        QTimer.singleShot(_SHOWN_MS, self, self.end)

    def end(self) -> None:
        """Take it away."""
        self._around.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go where the field goes."""
        if watched is self._around and event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}:
            self._follow()
        return False

    def _follow(self) -> None:
        self.setVisible(not self._around.isHidden())
        place, holder = self._around.geometry().adjusted(-4, -4, 4, 4), self._around.parentWidget()
        # No further than what holds the field, which would cut the ring's side off
        self.setGeometry(place.intersected(holder.rect()) if holder is not None else place)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring and a light ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().color(QPalette.ColorRole.Accent)
        ground = QColor(colour)
        ground.setAlpha(28)
        painter.setPen(QPen(colour, 3))
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(2, 2, -2, -2), 8, 8)
