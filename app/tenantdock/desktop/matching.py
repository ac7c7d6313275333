"""Finds connections by a few typed letters, quickly among ten thousand of them. No Qt, no I/O.

What matches is ranked in tiers, and nothing of a later tier ever stands before an earlier one:

1. every word of the text begins a word of the connection (its name, domain, account, group, tags, services, tenant id), or the
   initials of its name;
2. every word occurs somewhere in its name, domain, account, group or tags;
3. one word is an abbreviation of the name ("nwt" for Northwind Traders);
4. one word is the beginning of a word with one typing error: a letter wrong, missing, too many, or two of them swapped. Only looked
   for where the tiers above found next to nothing, so that a good list is not followed by guesses.

Within a tier better places (the name before the account) and connections that are used often, lately or are favourites come first.
Case, accents and compatibility forms do not count (:func:`tenantdock.domain.text.folded`).

Measured for 10,000 connections beside rapidfuzz 3.14, which scores every name for every key press: see bench/RESULTS.md.
"""

from __future__ import annotations

import functools
import heapq
import itertools
import operator
import re
import string
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from tenantdock.desktop.readings import GUID, readings
from tenantdock.desktop.wordbook import LEVELS, PIECE, TYPO_LEAST, Bits, Wordbook, bits, places_of
from tenantdock.domain.text import folded

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry

FEW: Final = 3
"""From so many finds on, typing errors of a single word are not looked for."""
WORDS_LIMIT: Final = 8
"""Words of a text that count; the rest is ignored."""
_AT_HAND: Final = 100
_CHECKS_LIMIT: Final = 250
_COMMON: Final = 2
"""Letters of a word up to which it occurs in many."""
_OFTEN: Final = 8
_WIDE: Final = 3
_KEPT: Final = 12
_SHORT: Final = 4
"""Letters of an abbreviation up to which it is looked for beside finds that are as typed."""
_USUAL: Final = string.ascii_lowercase + string.digits
_DIGITS: Final = bytes.maketrans(b"\0\1", b"01")
_WORD: Final = re.compile(r"[^\W_]+")
_CAMEL: Final = re.compile(r"[A-Z](?=[a-z])|(?<![^\W_])[^\W_]|(?<=[a-z])[A-Z]")
_FAVOURITE: Final = 0.75
_USED: Final = 0.75
_WHOLE: Final = 10.0
_BEGINNING: Final = 1.0
_REST, _FILED, _NAMED, _BEGINS, _WHOLLY = range(LEVELS)

_Levels = dict[int, Bits]
"""Places by how well they match: the larger the better. The sets do not overlap."""


def standing(entry: Entry, newest: float) -> float:
    """Return how much a connection is in use, 0 to 1.5. *newest* is the largest frecency of all.

    A favourite counts half, and so does the most used one of all; one used half as much (see
    :func:`tenantdock.domain.directory.frecency`, a logarithm) half of that.
    """
    row = entry.row
    used = _USED * 2.0 ** (row.frecency - newest) if row.frecency else 0.0
    return used + (_FAVOURITE if row.favourite else 0.0)


def at_hand(entries: Sequence[Entry], limit: int) -> list[Entry]:
    """Return what to offer before anything is typed: favourites, then those used most and last, then the others by name."""
    return heapq.nsmallest(limit, entries, key=lambda entry: (not entry.row.favourite, -entry.row.frecency, entry.key))


class Index:
    """Connections made ready to be found, by one thread at a time. Some 20 microseconds a connection: build it on a worker.

    A place (see :mod:`tenantdock.desktop.wordbook`) is a connection's number in the order of standing, so that of those that match
    equally well the first ones are the best.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        newest = max((entry.row.frecency for entry in entries), default=0.0)
        weighed = sorted(((-standing(entry, newest), folded(entry.name), entry.key, entry) for entry in entries), key=_order)
        self._standing = array("d", (-weight for weight, *_ in weighed))
        self._names = [name for _, name, *_ in weighed]
        self._entries = [entry for *_, entry in weighed]
        # Tenant ids and services are found by how they begin: two letters are inside too many of them
        self._hays = [
            folded(" ".join((name, row.domain, row.username, row.group, *row.tags)))
            for name, row in zip(self._names, (entry.row for entry in self._entries), strict=True)
        ]
        self._joined = "\n".join(self._hays)
        self._starts = array("I", itertools.accumulate((len(hay) + 1 for hay in self._hays), initial=0))
        self._book = Wordbook(len(entries))
        self._fill(self._book)
        # In a name or not, by letter: the last one first, as digits of a number are
        backwards = self._names[::-1]
        there = {letter: bytes(map(operator.contains, backwards, itertools.repeat(letter))) for letter in _USUAL}
        self._having = {letter: int(each.translate(_DIGITS) or b"0", 2) for letter, each in there.items()}
        """The names that have a letter somewhere."""
        self._at_hand = at_hand(entries, _AT_HAND)
        self._kept_begun: dict[str, _Levels] = {}
        self._kept_inside: dict[str, Bits] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def _fill(self, book: Wordbook) -> None:
        for place, entry in enumerate(self._entries):
            row = entry.row
            book.add_all(_REST, f"{folded(row.username)} {' '.join(row.services)}", place)
            book.add(_REST, row.tenant_id.lower(), place)
        for place, entry in enumerate(self._entries):
            row = entry.row
            tenant = row.tenant_name if row.tenant_name != row.name else ""
            book.add_all(_FILED, folded(" ".join((row.domain, tenant, row.group.replace("/", " "), *row.tags))), place)
        for place, (entry, name) in enumerate(zip(self._entries, self._names, strict=True)):
            book.add_all(_NAMED, name, place)
            initials = {"".join(PIECE.findall(name))}
            if not entry.name.istitle():
                initials.add(folded("".join(_CAMEL.findall(entry.name))))
            for each in initials:
                if len(each) > 1:
                    book.add(_NAMED, each, place)
        for place, name in enumerate(self._names):
            book.add(_BEGINS, name, place)
        for place, entry in enumerate(self._entries):
            if entry.row.domain:
                book.add(_WHOLLY, folded(entry.row.domain), place)
        book.close()

    def find(self, text: str, limit: int = 50) -> list[Entry]:
        """Return up to *limit* connections that match *text*, the best first. For an empty text see :func:`at_hand`.

        Where nothing matches, what else the text may mean is looked for (see :mod:`tenantdock.desktop.readings`).
        """
        if not text.strip():
            return self._at_hand[:limit]
        for each in readings(text):
            found = self._whole_matches(folded(each.text), limit) if each.whole else self._look(each.text, limit)
            if found:
                return [self._entries[place] for place in found]
        return []

    def _look(self, text: str, limit: int) -> list[int]:
        """Return the places of what matches *text*, tier by tier."""
        typed = folded(text).split()
        words = list(dict.fromkeys(typed))[:WORDS_LIMIT]
        finds = _Finds(self._standing, len(words), limit)
        begun = _joined([self._begun(word) for word in words])
        if begun:
            finds.take(begun, self._better(" ".join(typed), begun, limit, len(words)))
        if finds.room:
            finds.take(_joined(self._inside(words)))
        # Several words that are all there as typed are hardly a mistake
        enough = min(FEW, limit) if len(words) == 1 else 1
        few = len(finds.places) < enough
        for at, word in enumerate(words):
            if finds.room and len(word) in range(2, 99 if few else _SHORT + 1):
                finds.take(self._abbreviated(word, [*words[:at], *words[at + 1 :]], finds))
        few = len(finds.places) < enough
        for at, word in enumerate(words):
            if few and finds.room and len(word) >= TYPO_LEAST - 1:
                finds.take(self._mistyped(word, [*words[:at], *words[at + 1 :]]))
        return finds.places

    def _better(self, needle: str, begun: _Levels, limit: int, words: int) -> list[tuple[float, int]]:
        """Return what is worth more than how its words match: what *needle* is the whole of, and names that begin with it."""
        every = _union(begun)
        best = [(_WHOLE + self._standing[place], -place) for place in self._whole_matches(needle, limit)]
        level = max(begun) / words + _BEGINNING
        beginning = itertools.islice(places_of(self._book.begun(needle)[_BEGINS] & every), limit)
        return best + [(level + self._standing[place], -place) for place in beginning]

    def _whole_matches(self, needle: str, limit: int) -> list[int]:
        """Return the first places whose name, domain, account or tenant id is *needle*."""
        same = self._book.same
        found = [*same(needle, _BEGINS)[:limit], *same(needle, _WHOLLY)[:limit]]
        return [*found, *same(needle, _REST)[:limit]] if "@" in needle or GUID.fullmatch(needle) else found

    def _begun(self, word: str) -> _Levels:
        """Return the places where *word* begins a word, by level."""
        if word not in self._kept_begun:
            _make_room(self._kept_begun)
            self._kept_begun[word] = _best(self._book.begun(word)[:_BEGINS])
        return self._kept_begun[word]

    def _inside(self, words: Sequence[str], among: Bits | None = None) -> list[_Levels]:
        """Return for each of *words* what :meth:`_begun` does, and below it where it occurs inside a word (one letter does
        everywhere), as far as all of them are there. With *among* only those places count.
        """
        each_word: list[_Levels] = []
        # What was looked for a moment ago first, and what is in few: the others are looked for there only
        for word in sorted(words, key=lambda word: (word not in self._kept_inside, -len(word))):
            levels = self._begun(word)
            if len(word) > 1:
                begun = _union(levels)
                if inside := self._occurs(word, None if among is None else among & ~begun) & ~begun:
                    levels = {**levels, -1: inside}
            among = _union(levels) if among is None else among & _union(levels)
            each_word.append(levels)
            if not among:
                break
        return each_word if among else [{}]

    def _occurs(self, word: str, among: Bits | None) -> Bits:
        """Return the places where *word* occurs; with *among* only those of them."""
        if (known := self._kept_inside.get(word)) is not None:
            return known if among is None else known & among
        hays, size = self._hays, len(self._hays)
        if among is not None and among.bit_count() * _OFTEN < size:
            return bits([place for place in places_of(among) if word in hays[place]], size)
        # What has a longer word is among what has its beginning, and that was typed a moment ago
        wider = self._kept_inside.get(word[:-1])
        if wider is not None and wider.bit_count() * _WIDE < size:
            hits = [place for place in places_of(wider) if word in hays[place]]
        elif len(word) == _COMMON or _union(self._begun(word)).bit_count() * _OFTEN > size:
            hits = [place for place, hay in enumerate(hays) if word in hay]
        else:
            hits = self._seldom(word)
        _make_room(self._kept_inside)
        found = self._kept_inside[word] = bits(hits, size)
        return found if among is None else found & among

    def _seldom(self, word: str) -> list[int]:
        """Return the places where *word* occurs: quicker than to look at each where it is in few."""
        hits = []
        at = self._joined.find(word)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            hits.append(place)
            at = self._joined.find(word, self._starts[place + 1])
        return hits

    def _abbreviated(self, word: str, others: Sequence[str], finds: _Finds) -> _Levels:
        """Return the places of names that *word* abbreviates and that have *others* as they are: the first ones, which are those
        in use, as many as there is room for.
        """
        if not _WORD.fullmatch(word):
            return {}
        among = self._book.begun(word[0])[_NAMED] & ~finds.taken
        for letter in word[1:]:
            among &= self._having.get(letter, among)
        if len(word) == 2:  # noqa: PLR2004 - which abbreviate two words
            among &= self._book.begun(word[1])[_NAMED]
        for other in others:
            if (known := self._kept_inside.get(other)) is not None or len(other) == 1:
                among &= _union(self._begun(other)) | (known or 0)
        # A class that leaves a letter out, up to that letter: one way to match only, however name and text were made
        letters = r"\b" + re.escape(word[0]) + "".join(f"[^{re.escape(letter)}]*{re.escape(letter)}" for letter in word[1:])
        may, words_in = re.compile(letters).search, abbreviator(word)
        by_level: tuple[list[int], list[int]] = ([], [])
        checks = 0
        for place in places_of(among):
            name = self._names[place]
            if not may(name) or not self._has(place, others):
                continue
            checks += 1
            if words := words_in(name):
                # More words than one are meant more likely: nwt is Northwind Traders rather than Newton
                by_level[words - 1].append(place)
            if len(by_level[1]) == finds.room or checks == _CHECKS_LIMIT:
                break
        levels = {level: bits(places, len(self._names)) for level, places in enumerate(by_level) if places}
        return _joined([levels, *self._inside(others, _union(levels))]) if levels and others else levels

    def _has(self, place: int, words: Sequence[str]) -> bool:
        """Return whether *words* are at a place as they are."""
        hay = self._hays[place]
        return all((len(word) > 1 and word in hay) or _union(self._begun(word)) >> place & 1 for word in words)

    def _mistyped(self, word: str, others: Sequence[str]) -> _Levels:
        """Return the places of words whose beginning is *word* with one typing error, where *others* are as they are."""
        if not others:
            return _best(self._book.typos(word))
        inside = _joined(self._inside(others))
        return _joined([inside, _best(self._book.typos(word))]) if inside else {}


class _Finds:
    """What was found so far, the best first, up to a limit."""

    def __init__(self, standing: Sequence[float], words: int, limit: int) -> None:
        self._standing = standing
        self._words = words
        self.places: list[int] = []
        self.taken: Bits = 0
        self.room = limit

    def take(self, levels: _Levels, better: Iterable[tuple[float, int]] = ()) -> None:
        """Add the best of those that match, by level, as many as there is room for; *better* are some of them that weigh more."""
        # Places are in the order of standing, so that of each level only the first ones can get in
        best = [
            (level / self._words + self._standing[place], -place)
            for level, places in levels.items()
            for place in itertools.islice(places_of(places & ~self.taken), self.room)
        ]
        best += better
        best.sort(reverse=True)
        places = dict.fromkeys(-place for _, place in best)
        for place in itertools.islice(places, self.room):
            self.places.append(place)
            self.taken |= 1 << place
            self.room -= 1


def _make_room(kept: dict[str, Any]) -> None:
    """Have room for one more in what was found for words a moment ago."""
    while len(kept) >= _KEPT:
        del kept[next(iter(kept))]


def _order(weighed: tuple[float, str, str, Entry]) -> tuple[float, str, str]:
    return weighed[:3]


def _best(by_level: Sequence[Bits]) -> _Levels:
    """Return each place of *by_level* in the best of its levels only."""
    levels: _Levels = {}
    seen = 0
    for level in range(len(by_level) - 1, -1, -1):
        if places := by_level[level] & ~seen:
            levels[level] = places
            seen |= places
    return levels


def _union(levels: _Levels) -> Bits:
    return functools.reduce(operator.or_, levels.values(), 0)


def _joined(each_word: Sequence[_Levels]) -> _Levels:
    """Return the places that are in all, by the sum of their levels."""
    levels = each_word[0] if each_word else {}
    for other in each_word[1:]:
        sums: _Levels = {}
        for (one, places), (two, others) in itertools.product(levels.items(), other.items()):
            if both := places & others:
                sums[one + two] = sums.get(one + two, 0) | both
        levels = sums
    return levels


def abbreviation(short: str, name: str) -> list[int]:
    """Return where in *name* the letters of *short* are when it abbreviates it, or nothing. Both are folded.

    An abbreviation is made of pieces, one for each of some words in their order: the first letter of the word and any later ones.
    A single word is abbreviated by three letters or more.
    """
    reached: dict[int, list[int]] = {0: []}  # by how many letters are placed: where they are
    for word in _WORD.finditer(name):
        for count, places in sorted(reached.items(), reverse=True):
            taken = list(places)
            at = word.start()
            while count < len(short) and at < word.end():
                at = name.find(short[count], at, word.end() if len(taken) > len(places) else at + 1)
                if at < 0:
                    break
                taken.append(at)
                at += 1
                count += 1  # noqa: PLW2901 - how far this word brings it
                if count == len(short):
                    alone = len(taken) == count and not places
                    if not alone or len(short) > 2:  # noqa: PLR2004 - see above
                        return taken
                    break
                reached.setdefault(count, list(taken))
    return []


def abbreviator(short: str) -> Callable[[str], int]:
    """Return a function that says of how many words of a name *short* is an abbreviation: 2 for two or more, 1, or 0 for none.

    As :func:`abbreviation`, for many names: what a word does for *short* is worked out once.
    """
    whole = len(short)
    several = whole + 1
    known: dict[tuple[str, int], int] = {}
    words_of = _WORD.findall

    def further(word: str, reached: int) -> int:
        after = reached
        for count in range(whole):
            if not (reached >> count | reached >> count + several) & 1 or word[0] != short[count]:
                continue
            at, placed, shift = 0, count, several if count else 0
            while placed < whole and (at := word.find(short[placed], at) + 1):
                placed += 1
                after |= 1 << placed + shift
        return after

    def words_in(name: str) -> int:
        reached = 1  # bit n: n letters are placed, in one word; those from bit *several* on: in more
        for word in words_of(name):
            after = known.get((word, reached))
            if after is None:
                after = known[word, reached] = further(word, reached)
            reached = after
        if reached >> whole + several & 1:
            return 2
        return int(bool(reached >> whole & 1) and whole > 2)  # noqa: PLR2004 - see :func:`abbreviation`

    return words_in


def typo(word: str, other: str) -> list[int] | None:
    """Return which letters of *other* are those of *word*, when the beginning of *other* is *word* with one typing error: a letter
    wrong, missing, too many, or two swapped. Else None. Both are folded.
    """
    at, end = 0, min(len(word), len(other))
    while at < end and word[at] == other[at]:
        at += 1
    rest, found = word[at:], other[at:]
    before = list(range(at))
    if len(rest) > 1 and found[:2] == rest[1] + rest[0] and found[2:].startswith(rest[2:]):
        return list(range(len(word)))
    if len(word) < TYPO_LEAST or not rest:
        return None
    if found and found[1:].startswith(rest[1:]):
        return before + list(range(at + 1, len(word)))
    if found[1:].startswith(rest):
        return before + list(range(at + 1, len(word) + 1))
    if found.startswith(rest[1:]):
        return before + list(range(at, len(word) - 1))
    return None
