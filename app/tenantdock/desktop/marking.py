"""Which letters of a shown text are those that were typed. No Qt; only for the few rows that are painted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tenantdock.desktop.matching import WORDS_LIMIT, abbreviation, typo
from tenantdock.desktop.readings import readings
from tenantdock.domain.text import folded

_PIECE: Final = re.compile(r"(?<![^\W_])[^\W_]")
_WORD: Final = re.compile(r"\S+")

Marks = tuple[tuple[int, int], ...]
"""Runs of letters, each by where it begins and how long it is."""


class _Text:
    """A shown text with its folded form, and which shown letter each folded one comes from."""

    def __init__(self, shown: str) -> None:
        self.marked: set[int] = set()
        self.folded, self._origins = (shown.lower(), range(len(shown))) if shown.isascii() else _spread(shown)

    def mark(self, places: Sequence[int]) -> None:
        self.marked.update(self._origins[place] for place in places)

    def begun(self, word: str) -> list[int]:
        """Return where *word* is as the beginning of one, or nothing."""
        at = self.folded.find(word)
        while at >= 0:
            if at == 0 or not self.folded[at - 1].isalnum():
                return list(range(at, at + len(word)))
            at = self.folded.find(word, at + 1)
        return []

    def initials(self, word: str) -> list[int]:
        """Return where the initials are that *word* is the beginning of, or nothing."""
        if len(word) < 2:  # noqa: PLR2004 - one letter begins a word
            return []
        starts = [piece.start() for piece in _PIECE.finditer(self.folded)][: len(word)]
        return starts if "".join([self.folded[start] for start in starts]) == word else []

    def inside(self, word: str) -> list[int]:
        at = self.folded.find(word)
        return list(range(at, at + len(word))) if at >= 0 else []

    def abbreviated(self, word: str) -> list[int]:
        return abbreviation(word, self.folded)

    def mistyped(self, word: str) -> list[int]:
        for whole in _WORD.finditer(self.folded):
            for piece in _PIECE.finditer(self.folded, whole.start(), whole.end()):
                places = typo(word, self.folded[piece.start() : whole.end()])
                if places is not None:
                    return [piece.start() + place for place in places]
        return []

    def runs(self) -> Marks:
        runs: list[tuple[int, int]] = []
        for at in sorted(self.marked):
            if runs and sum(runs[-1]) == at:
                runs[-1] = (runs[-1][0], runs[-1][1] + 1)
            else:
                runs.append((at, 1))
        return tuple(runs)


@lru_cache(maxsize=256)
def _spread(shown: str) -> tuple[str, Sequence[int]]:
    """Return the folded form of a text that is not ASCII. Most come again with the next letter typed."""
    pieces = [folded(letter) for letter in shown]
    return "".join(pieces), [at for at, piece in enumerate(pieces) for _ in piece]


def marks(text: str, shown: Sequence[str]) -> list[Marks]:
    """Return the letters of each of *shown* (texts of one row, the name first, then the most telling) that the typed *text* found.

    Each word of *text* is marked in the first of them where it matches, in the order of :mod:`tenantdock.desktop.matching`'s tiers;
    where none does, what else the text may mean.
    """
    texts = [_Text(each) for each in shown]
    for reading in readings(text):
        for word in list(dict.fromkeys(folded(reading.text).split()))[:WORDS_LIMIT]:
            _mark(word, texts)
        if any(each.marked for each in texts):
            break
    return [each.runs() if each.marked else () for each in texts]


def _mark(word: str, texts: list[_Text]) -> None:
    name = texts[0]
    for way, looked in (
        (_Text.begun, texts),
        (_Text.initials, (name,)),
        (_Text.inside, texts),
        (_Text.abbreviated, (name,)),
        (_Text.mistyped, texts),
    ):
        for each in looked:
            if places := way(each, word):
                each.mark(places)
                return
