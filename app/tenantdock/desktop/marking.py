"""Which letters of a shown text are those that were typed. No Qt; only for the few rows that are painted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tenantdock.desktop.matching import WORDS_LIMIT, abbreviation, typo
from tenantdock.domain.text import folded

_PIECE: Final = re.compile(r"(?<![^\W_])[^\W_]")
_WORD: Final = re.compile(r"\S+")

Marks = tuple[tuple[int, int], ...]
"""Runs of letters, each by where it begins and how long it is."""


class _Text:
    """A shown text with its folded form, and which shown letter each folded one comes from."""

    def __init__(self, shown: str) -> None:
        self.marked: set[int] = set()
        if shown.isascii():
            self.folded = shown.lower()
            self._origins: Sequence[int] = range(len(shown))
            return
        pieces = [folded(letter) for letter in shown]
        self.folded = "".join(pieces)
        self._origins = [at for at, piece in enumerate(pieces) for _ in piece]

    def mark(self, places: Sequence[int]) -> None:
        self.marked.update(self._origins[place] for place in places)

    def begun(self, word: str) -> list[int]:
        """Return where *word* is as the beginning of one, or as the initials, or nothing."""
        at = self.folded.find(word)
        while at >= 0:
            if at == 0 or not self.folded[at - 1].isalnum():
                return list(range(at, at + len(word)))
            at = self.folded.find(word, at + 1)
        starts = [piece.start() for piece in _PIECE.finditer(self.folded)]
        if len(word) > 1 and "".join(self.folded[start] for start in starts).startswith(word):
            return starts[: len(word)]
        return []

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


def marks(text: str, shown: Sequence[str]) -> list[Marks]:
    """Return the letters of each of *shown* (texts of one row, the most telling first) that the typed *text* found.

    Each word of *text* is marked in the first of them where it matches, in the order of :mod:`tenantdock.desktop.matching`'s tiers.
    """
    texts = [_Text(each) for each in shown]
    for word in list(dict.fromkeys(folded(text).split()))[:WORDS_LIMIT]:
        for way in (_Text.begun, _Text.inside, _Text.abbreviated, _Text.mistyped):
            looked = texts[:1] if way is _Text.abbreviated else texts
            found = next(((each, places) for each in looked if (places := way(each, word))), None)
            if found is not None:
                found[0].mark(found[1])
                break
    return [each.runs() for each in texts]
