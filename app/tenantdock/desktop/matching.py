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

import heapq
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from tenantdock.domain.text import folded

if TYPE_CHECKING:
    from tenantdock.desktop.entries import Entry

FEW: Final = 3
"""From so many finds on, typing errors of a single word are not looked for."""
WORDS_LIMIT: Final = 8
"""Words of a text that count; the rest is ignored."""
TYPO_LEAST: Final = 4
"""Letters of a word from which on it may have a typing error; one shorter may have two letters swapped."""
_LETTERS_LIMIT: Final = 256
"""Letters that are tried in one place for a wrong or missing one: more than any alphabet has, fewer than there are ideographs."""
_AT_HAND: Final = 100
_FINDS_LIMIT: Final = 60
_CHECKS_LIMIT: Final = 250
_COMMON: Final = 2
"""Letters of a word up to which it occurs in many."""
_OFTEN: Final = 8
_WORTH_READING: Final = 50
"""Connections up to which it is quicker to read their words than to look misspelt ones up."""
_KEPT: Final = 12
_SHORT: Final = 4
"""Letters of an abbreviation up to which it is looked for beside finds that are as typed."""
_LAST: Final = "\U0010ffff"
_PIECE: Final = re.compile(r"(?<![^\W_])[^\W_]")  # a letter or digit after none
_WORD: Final = re.compile(r"[^\W_]+")
_CAMEL: Final = re.compile(r"[A-Z](?=[a-z])|(?<![^\W_])[^\W_]|(?<=[a-z])[A-Z]")
_FAVOURITE: Final = 0.75
_USED: Final = 0.75
_WHOLE: Final = 10.0
_BEGINS: Final = 1.0

_Levels = dict[int, set[int]]
"""Places of connections by how well they match: the larger the better. The sets do not overlap."""


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


class _Words:
    """Words in order, each with the places of the connections that have it."""

    def __init__(self) -> None:
        self._found: dict[str, list[int]] = {}
        self._beginnings: dict[str, tuple[str, ...]] = {}
        self.words: list[str] = []
        self._places: list[list[int]] = []

    def add(self, word: str, place: int) -> None:
        places = self._found.setdefault(word, [])
        if not places or places[-1] != place:
            places.append(place)

    def add_all(self, text: str, place: int) -> None:
        """Add the words of *text*, each also from every letter or digit on that follows none: x-y gives x-y and y."""
        for word in text.split():
            beginnings = self._beginnings.get(word)
            if beginnings is None:
                pieces = () if word.isalnum() else _PIECE.finditer(word)
                beginnings = self._beginnings[word] = (word, *(word[piece.start() :] for piece in pieces if piece.start()))
            for each in beginnings:
                self.add(each, place)

    def close(self) -> None:
        self._beginnings = {}
        self.words = sorted(self._found)
        self._places = [self._found[word] for word in self.words]
        self._found = {}

    def begin(self, beginning: str) -> tuple[int, int]:
        """Return which words begin so, as a range."""
        low = bisect_left(self.words, beginning)
        return low, bisect_left(self.words, beginning + _LAST, low)

    def places(self, low: int, high: int) -> set[int]:
        return set().union(*self._places[low:high])

    def typos(self, word: str) -> set[int]:
        """Return the places of the words whose beginning is *word* with one typing error."""
        found: set[int] = set()
        for beginning in self._misspelt(word):
            found |= self.places(*self.begin(beginning))
        return found

    def _misspelt(self, word: str) -> set[str]:
        """Return the beginnings that are worth a look: those of which the part before the error exists."""
        made: set[str] = set()
        several = len(word) >= TYPO_LEAST
        for at in range(len(word)):
            before, rest = word[:at], word[at:]
            low, high = self.begin(before)
            if low == high:
                break
            if len(rest) > 1 and rest[0] != rest[1]:
                made.add(before + rest[1] + rest[0] + rest[2:])  # two letters swapped
            if several:
                made.add(before + rest[1:])  # a letter too many
                for letter in self._next(before, low, high):
                    made.add(before + letter + rest[1:])  # a wrong letter
                    made.add(before + letter + rest)  # a missing one
        made.discard(word)
        return made

    def _next(self, before: str, low: int, high: int) -> list[str]:
        """Return the letters that follow *before* in these words; none where there are too many to try."""
        at, letters = len(before), []
        while low < high:
            if len(self.words[low]) == at:
                low += 1
                continue
            letters.append(self.words[low][at])
            if len(letters) > _LETTERS_LIMIT:
                return []
            low = bisect_left(self.words, before + letters[-1] + _LAST, low, high)
        return letters


class Index:
    """Connections made ready to be found, by one thread at a time. Some 20 microseconds a connection: build it on a worker."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        newest = max((entry.row.frecency for entry in entries), default=0.0)
        weighed = sorted(((-standing(entry, newest), folded(entry.name), entry.key, entry) for entry in entries), key=_order)
        self._standing = [-weight for weight, *_ in weighed]
        self._names = [name for _, name, *_ in weighed]
        self._entries = [entry for *_, entry in weighed]
        # Tenant ids and services are found by how they begin: two letters are inside too many of them
        self._hays = [
            folded(" ".join((name, row.domain, row.username, row.group, *row.tags)))
            for name, row in zip(self._names, (entry.row for entry in self._entries), strict=True)
        ]
        self._joined = "\n".join(self._hays)
        self._starts = [0, *itertools.accumulate(len(hay) + 1 for hay in self._hays)]
        self._named, self._filed, self._rest = _Words(), _Words(), _Words()
        self._whole = _Words()
        for place in range(len(self._entries)):
            self._add(place)
        for words in (self._named, self._filed, self._rest, self._whole):
            words.close()
        self._at_hand = at_hand(entries, _AT_HAND)
        self._kept_begun: dict[str, _Levels] = {}
        self._kept_inside: dict[str, set[int]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def _add(self, place: int) -> None:
        entry, name = self._entries[place], self._names[place]
        row = entry.row
        self._named.add_all(name, place)
        initials = {"".join(_PIECE.findall(name))}
        if not entry.name.istitle():
            initials.add(folded("".join(_CAMEL.findall(entry.name))))
        for each in initials:
            if len(each) > 1:
                self._named.add(each, place)
        domain, tenant = row.domain.lower(), row.tenant_name
        filed = " ".join((domain, tenant if tenant != row.name else "", row.group.replace("/", " "), *row.tags))
        self._filed.add_all(folded(filed), place)
        self._rest.add_all(f"{folded(row.username)} {' '.join(row.services)}", place)
        self._rest.add(row.tenant_id, place)
        for whole in {name, domain, row.tenant_id}:
            self._whole.add(whole, place)

    def find(self, text: str, limit: int = 50) -> list[Entry]:
        """Return up to *limit* connections that match *text*, the best first. For an empty text see :func:`at_hand`."""
        words = list(dict.fromkeys(folded(text).split()))[:WORDS_LIMIT]
        if not words:
            return self._at_hand[:limit]
        needle = " ".join(folded(text).split())
        found: dict[int, None] = {}
        begun = [self._begun(word) for word in words]
        self._take(found, begun, needle, limit)
        if len(found) < limit:
            inside = [self._inside(word) for word in words]
            self._take(found, inside, needle, limit)
        # Several words that are all there as typed are hardly a mistake
        enough = min(FEW, limit) if len(words) == 1 else 1
        if len(found) < limit:
            few = len(found) < enough
            self._take_unlike(found, words, inside, needle, limit, self._abbreviated, range(2, 99 if few else _SHORT + 1))
        if len(found) < enough:
            self._take_unlike(found, words, inside, needle, limit, self._mistyped, range(TYPO_LEAST - 1, 99))
        return [self._entries[place] for place in found]

    def _take_unlike(
        self,
        found: dict[int, None],
        words: list[str],
        inside: list[_Levels],
        needle: str,
        limit: int,
        look: Callable[[str, set[int] | None], _Levels],
        lengths: range,
    ) -> None:
        """Take what *look* finds for one word, of a length in *lengths*, where all the others occur as they are."""
        for at, word in enumerate(words):
            others = [*inside[:at], *inside[at + 1 :]]
            among = set().union(*_joined(others).values()) if others else None
            if len(word) in lengths and among != set() and (levels := look(word, among)):
                self._take(found, [*others, levels], needle, limit)

    def _take(self, found: dict[int, None], each_word: list[_Levels], needle: str, limit: int) -> None:
        """Add to *found*, in order, the best of those that match every word, until there are *limit*."""
        room = limit - len(found)
        levels = _joined(each_word)
        if not levels or room <= 0:
            return
        # Places are in the order of standing, so that of each level only the first ones can get in
        best = [
            (level / len(each_word) + self._standing[place], -place)
            for level, places in levels.items()
            for place in _first(places - found.keys() if found else places, room)
        ]
        every = set().union(*levels.values())
        best += [(_WHOLE + self._standing[place], -place) for place in self._whole_matches(needle) & every - found.keys()]
        beginning = _first(self._name_begins(needle) & every - found.keys(), room)
        level = max(levels) / len(each_word)
        best += [(level + _BEGINS + self._standing[place], -place) for place in beginning]
        for _, place in sorted(best, reverse=True):
            found.setdefault(-place)
            if len(found) == limit:
                break

    def _whole_matches(self, needle: str) -> set[int]:
        low = bisect_left(self._whole.words, needle)
        return self._whole.places(low, low + 1) if self._whole.words[low : low + 1] == [needle] else set()

    def _name_begins(self, needle: str) -> set[int]:
        return {place for place in self._whole.places(*self._whole.begin(needle)) if self._names[place].startswith(needle)}

    def _begun(self, word: str) -> _Levels:
        """Return the places where *word* begins a word, by level."""
        if word not in self._kept_begun:
            _make_room(self._kept_begun)
            self._kept_begun[word] = self._levels(lambda words: words.places(*words.begin(word)))
        return self._kept_begun[word]

    def _levels(self, look: Callable[[_Words], set[int]]) -> _Levels:
        levels: _Levels = {}
        seen: set[int] = set()
        for level, words in ((2, self._named), (1, self._filed), (0, self._rest)):
            if places := look(words) - seen:
                levels[level] = places
                seen |= places
        return levels

    def _inside(self, word: str) -> _Levels:
        """Return what :meth:`_begun` does, and below it where *word* occurs inside a word (one letter does everywhere)."""
        begun = self._begun(word)
        if len(word) == 1:
            return begun
        if word not in self._kept_inside:
            _make_room(self._kept_inside)
            # What has a longer word is among what has its beginning, and that was typed a moment ago
            wider = self._kept_inside.get(word[:-1])
            hays = self._hays
            if wider is not None:
                hits = {place for place in wider if word in hays[place]}
            elif len(word) == _COMMON or sum(map(len, begun.values())) * _OFTEN > len(hays):
                hits = {place for place, hay in enumerate(hays) if word in hay}
            else:
                hits = self._seldom(word)
            self._kept_inside[word] = hits
        hits = self._kept_inside[word].difference(*begun.values())
        return {**begun, -1: hits} if hits else begun

    def _seldom(self, word: str) -> set[int]:
        """Return the places where *word* occurs: quicker than to look at each where it is in few."""
        hits = set()
        at = self._joined.find(word)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            hits.add(place)
            at = self._joined.find(word, self._starts[place + 1])
        return hits

    def _abbreviated(self, word: str, among: set[int] | None) -> _Levels:
        """Return the places of names that *word* abbreviates: the first ones, which are those in use."""
        if not _WORD.fullmatch(word):
            return {}
        # A class that leaves a letter out, up to that letter: one way to match only, however name and text were made
        letters = r"\b" + re.escape(word[0]) + "".join(f"[^{re.escape(letter)}]*{re.escape(letter)}" for letter in word[1:])
        may = re.compile(letters).search
        places = self._named.places(*self._named.begin(word[0]))
        levels: _Levels = {1: set(), 0: set()}
        checks = 0
        for place in sorted(places if among is None else places & among):
            name = self._names[place]
            if not may(name):
                continue
            checks += 1
            if letters_at := abbreviation(word, name):
                # More words than one are meant more likely: nwt is Northwind Traders rather than Newton
                levels[int(any(at and not name[at - 1].isalnum() for at in letters_at[1:]))].add(place)
            if len(levels[1]) == _FINDS_LIMIT or checks == _CHECKS_LIMIT:
                break
        return {level: places for level, places in levels.items() if places}

    def _mistyped(self, word: str, among: set[int] | None) -> _Levels:
        """Return the places of words whose beginning is *word* with one typing error."""
        if among is None or len(among) > _WORTH_READING:
            return self._levels(lambda words: words.typos(word))
        found = {place for place in among if any(typo(word, other) for other in self._words_of(place))}
        return {0: found} if found else {}

    def _words_of(self, place: int) -> Iterable[str]:
        for word in (*self._hays[place].split(), *self._entries[place].row.services):
            yield word
            for piece in () if word.isalnum() else _PIECE.finditer(word):
                if piece.start():
                    yield word[piece.start() :]


def _make_room(kept: dict[str, Any]) -> None:
    """Have room for one more in what was found for words a moment ago."""
    while len(kept) >= _KEPT:
        del kept[next(iter(kept))]


def _order(weighed: tuple[float, str, str, Entry]) -> tuple[float, str, str]:
    return weighed[:3]


def _joined(each_word: list[_Levels]) -> _Levels:
    """Return the places that are in all, by the sum of their levels."""
    levels = each_word[0]
    for other in each_word[1:]:
        sums: _Levels = {}
        for one, places in levels.items():
            for two, others in other.items():
                if both := places & others:
                    sums.setdefault(one + two, set()).update(both)
        levels = sums
    return levels


def _first(places: Iterable[int], count: int) -> list[int]:
    return sorted(places)[:count]


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


def typo(word: str, other: str) -> list[int] | None:
    """Return which letters of *other* are those of *word*, when the beginning of *other* is *word* with one typing error: a letter
    wrong, missing, too many, or two swapped. Else None. Both are folded.
    """
    at = next((n for n, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other)))
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
