"""Words in order, each with the places where it stands: what finds a beginning, misspelt or not, among many. No Qt, no I/O.

A *place* is the number of a connection, small for one in use; a set of places is one integer with the bits of those places set, so
that ten thousand of them are joined in a tenth of a microsecond. Numbers of words and places are in arrays, not in lists: a tenth
of the memory.
"""

from __future__ import annotations

import itertools
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

Bits = int
"""A set of places."""
LEVELS: Final = 5
"""The levels of words: 0 account, services and tenant id, 1 domain, group and tags, 2 the name, 3 the name from its beginning, 4 a
whole domain.
"""
TYPO_LEAST: Final = 4
"""Letters of a word from which on it may have a typing error; one shorter may have two letters swapped."""
_LETTERS_LIMIT: Final = 256
"""Letters that are tried in one place for a wrong or missing one: more than any alphabet has, fewer than there are ideographs."""
_FEW: Final = 100
"""Places up to which it is quicker to set one bit after the other."""
_LAST: Final = "\U0010ffff"
PIECE: Final = re.compile(r"(?<![^\W_])[^\W_]")
"""A letter or digit after none."""


class Wordbook:
    """Words of some levels. Fill it with :meth:`add` and :meth:`add_all`, level by level and in each place by place, then
    :meth:`close` it.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._found: dict[str, list[int]] = {}
        self._beginnings: dict[str, tuple[str, ...]] = {}
        self._words: list[str] = []
        self._spots = array("I")
        """Where the words stand, one word after the other: level times size plus place."""
        self._starts = array("I")
        """Where in those each word's begin."""
        self._letters: dict[str, Sequence[Bits]] = {}
        """By first letter: what it finds alone, which is most."""

    def add(self, level: int, word: str, place: int) -> None:
        """Have *word* stand at a place."""
        spot = level * self._size + place
        spots = self._found.setdefault(word, [])
        if not spots or spots[-1] != spot:
            spots.append(spot)

    def add_all(self, level: int, text: str, place: int) -> None:
        """Add the words of *text*, each also from every letter or digit on that follows none: x-y gives x-y and y."""
        found, known, spot = self._found, self._beginnings, level * self._size + place
        for word in text.split():
            beginnings = known.get(word)
            if beginnings is None:
                pieces = () if word.isalnum() else PIECE.finditer(word)
                beginnings = known[word] = (word, *[word[piece.start() :] for piece in pieces if piece.start()])
            for each in beginnings:
                spots = found.get(each)
                if spots is None:
                    found[each] = [spot]
                elif spots[-1] != spot:
                    spots.append(spot)

    def close(self) -> None:
        """Put the words in order: from now on they can be found."""
        found, self._found, self._beginnings = self._found, {}, {}
        self._words = sorted(found)
        each = [found.pop(word) for word in self._words]
        self._starts = array("I", itertools.accumulate(map(len, each), initial=0))
        self._spots = array("I", itertools.chain.from_iterable(each))
        for first in dict.fromkeys(word[:1] for word in self._words):
            self._letters[first] = self._split(self._spread(*self.begin(first)))

    def begin(self, beginning: str) -> tuple[int, int]:
        """Return which words begin so, as a range."""
        low = bisect_left(self._words, beginning)
        return low, bisect_left(self._words, beginning + _LAST, low)

    def begun(self, beginning: str) -> Sequence[Bits]:
        """Return by level the places of words that begin so."""
        if len(beginning) == 1:
            return self._letters.get(beginning, _NOWHERE)
        return self._split(self._spread(*self.begin(beginning)))

    def same(self, word: str, level: int) -> Sequence[int]:
        """Return the places of *word* itself, in order."""
        at = bisect_left(self._words, word)
        if self._words[at : at + 1] != [word]:
            return ()
        spots, first = self._spots[self._starts[at] : self._starts[at + 1]], level * self._size
        low = bisect_left(spots, first)
        return [spot - first for spot in spots[low : bisect_left(spots, first + self._size, low)]]

    def typos(self, word: str) -> Sequence[Bits]:
        """Return by level the places of the words whose beginning is *word* with one typing error."""
        found = 0
        for low, high in self._misspelt(word):
            found |= self._spread(low, high)
        return self._split(found)

    def _spread(self, low: int, high: int) -> Bits:
        """Return where a range of words stands: the places of one level above those of the one before."""
        return bits(self._spots[self._starts[low] : self._starts[high]], self._size * LEVELS)

    def _split(self, spread: Bits) -> Sequence[Bits]:
        size = self._size
        places = (1 << size) - 1
        return [spread >> level * size & places for level in range(LEVELS)] if spread else _NOWHERE

    def _misspelt(self, word: str) -> Iterator[tuple[int, int]]:
        """Yield which words begin with *word* misspelt, as ranges. Follows those that begin as *word* does, letter by letter."""
        words = self._words
        several = len(word) >= TYPO_LEAST
        low, high = 0, len(words)
        for at, letter in enumerate(word):
            before, rest, after = word[:at], word[at:], word[at + 1 :]
            if after and after[0] != letter:
                yield from self._range(before + after[0] + letter + after[1:], low, high)  # two letters swapped
            if several:
                yield from self._range(before + after, low, high)  # a letter too many
                for other, first, last in self._next(at, before, low, high):
                    if other != letter:
                        yield from self._range(before + other + after, first, last)  # a wrong letter
                    yield from self._range(before + other + rest, first, last)  # a missing one
            low = bisect_left(words, before + letter, low, high)
            high = bisect_left(words, before + letter + _LAST, low, high)
            if low == high:
                return

    def _range(self, beginning: str, low: int, high: int) -> Iterable[tuple[int, int]]:
        """Return which of some words begin so, where any does."""
        low = bisect_left(self._words, beginning, low, high)
        if low == high or not self._words[low].startswith(beginning):
            return ()
        return ((low, bisect_left(self._words, beginning + _LAST, low, high)),)

    def _next(self, at: int, before: str, low: int, high: int) -> list[tuple[str, int, int]]:
        """Return the letters that follow *before* in some words, and which words those are; none where there are too many."""
        words, letters = self._words, []
        if low < high and len(words[low]) == at:
            low += 1
        while low < high:
            letter = words[low][at]
            last = bisect_left(words, before + letter + _LAST, low, high)
            letters.append((letter, low, last))
            if len(letters) > _LETTERS_LIMIT:
                return []
            low = last
        return letters


_NOWHERE: Final = (0,) * LEVELS


def bits(places: Sequence[int], size: int) -> Bits:
    """Return the set of *places*, which are smaller than *size*."""
    if len(places) < _FEW:
        found = 0
        for place in places:
            found |= 1 << place
        return found
    digits = bytearray(b"0") * size
    for place in places:
        digits[~place] = 49  # "1"; the last digit is place 0
    return int(digits, 2)


def places_of(found: Bits) -> Iterator[int]:
    """Yield the places of a set, the smallest first."""
    digits = bin(found)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)
