"""Tables as spreadsheets write them: which encoding, which delimiter, which rows. Pure; reads no file.

Nothing says what a CSV file is made of, so it is guessed from what is in it and can be said otherwise. RFC 4180 describes the
quotes; a first line ``sep=;`` is Excel's own. The byte order marks are those of the Unicode Standard (section 23.8).
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import keep_said, said

MOST_BYTES: Final = 64 << 20
"""The largest file that is read."""
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
DELIMITERS: Final = (",", ";", "\t", "|")
ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac-roman")
"""What can be chosen, by Python's names. Latin-1 is within Windows-1252, but for control characters that no spreadsheet writes."""

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE: Final = 1 << 16
_SAMPLE_ROWS: Final = 100
_OPEN_QUOTES: Final = 100
_LONGEST_LINE: Final = 1 << 18
_WORKBOOKS: Final = (
    (b"PK\x03\x04", said("an Excel or OpenDocument workbook")),
    (b"\xd0\xcf\x11\xe0", said("an old Excel workbook")),
)
_OWN_SEPARATOR: Final = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and the line that it begins in (the first line of the file is 1)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a line, and what to do. *line* is 0 where it is about none."""

    line: int
    text: str
    next_step: str

    def __post_init__(self) -> None:
        keep_said(self, "text", "next_step")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file that are not empty, the header among them, and the lines that could not be read."""

    encoding: str
    delimiter: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=0)


def read(
    raw: bytes,
    *,
    encoding: str = "",
    delimiter: str = "",
    known: Callable[[str], bool] = lambda _name: False,
    step: Callable[[int], None] = lambda _rows: None,
) -> Table:
    """Read a table. *encoding* and *delimiter* are guessed where they are ""; *known* is whether a cell is the name of a column,
    which helps to guess. *step* is called now and then with how many rows there are so far, and may raise.

    Raises :class:`BadInput` for what is no table: a workbook, bytes that are no text, too much of it.
    """
    _refuse(raw)
    text, encoding = decoded(raw, encoding)
    lines = list(io.StringIO(text, newline=""))
    first = 0
    if lines and (own := _OWN_SEPARATOR.fullmatch(lines[0])):
        first, delimiter = 1, delimiter or own[1]
    delimiter = delimiter or guessed_delimiter([line[:_SAMPLE] for line in lines[first : first + 4 * _SAMPLE_ROWS]], known)
    rows: list[Row] = []
    problems = _too_long(lines)
    for row in _rows(lines, first, delimiter, problems):
        if len(rows) % 500 == 0:
            step(len(rows))
        if any(cell.strip() for cell in row.cells):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise BadInput(
                said("The file has more than {most_rows} rows.", most_rows=f"{MOST_ROWS:,}"),
                next_step="Split it, and import the parts one by one.",
            )
    return Table(encoding, delimiter, tuple(rows), tuple(problems))


def _refuse(raw: bytes) -> None:
    for mark, what in _WORKBOOKS:
        if raw.startswith(mark):
            raise BadInput(
                said("This file is {what}, not a CSV file.", what=what),
                next_step="Open it and save it as CSV (UTF-8), then import that.",
            )
    if len(raw) > MOST_BYTES:
        raise BadInput(
            said("The file is larger than {size} MB.", size=MOST_BYTES >> 20),
            next_step="Leave out what is not about customers, or split it.",
        )


def decoded(raw: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text of *raw* and the name of its encoding (one of :data:`ENCODINGS`), guessed where it is "".

    Raises :class:`BadInput` when it is no text in any of them.
    """
    for mark, marked in _MARKS:
        if raw.startswith(mark) and encoding in {"", marked}:
            return _text(raw[len(mark) :], marked), marked
    encoding = encoding or guessed_encoding(raw)
    text = _text(raw, encoding)
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) // 20:
        raise BadInput("This file holds no text.", next_step="Choose a CSV file, as spreadsheets and Partner Center save them.")
    return text, encoding


def _text(raw: bytes, encoding: str) -> str:
    # Nothing else can be kept or shown: see tenantdock.domain.text
    return raw.decode(encoding, "replace").replace("\0", "\ufffd")


def guessed_encoding(raw: bytes) -> str:
    """Return the encoding that *raw*, which has no byte order mark, is most likely in."""
    sample = raw[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs and 0 in sample:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        if max(even, odd) > pairs * 0.3 and min(even, odd) < pairs * 0.1:
            return "utf-16-le" if odd > even else "utf-16-be"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return max(("cp1252", "mac-roman"), key=lambda each: _likely(raw, each))
    return "utf-8"


# What names in Western Europe are written with, and what offices put around them
_LETTERS: Final = frozenset("äöüßÄÖÜéèêëáàâãåçñíìîïóòôõúùûøæœÉÈÀÅØÆÇÑÁÍÓÚ")
_SIGNS: Final = frozenset("€\u2013\u2014\u2018\u2019\u201c\u201d\u201e«»…§°·®©™\u00a0\u00ad")


def _likely(raw: bytes, encoding: str) -> int:
    """How likely *encoding* is, by the letters that come out of it and what they stand beside."""
    text = raw.decode(encoding, "replace")
    score = 0
    for found in islice(re.finditer(r"[^\x00-\x7f]", text), 2000):
        letter, at = found[0], found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        within = before.isalpha() or after.isalpha()
        if letter in _LETTERS:
            odd = letter.isupper() and before.islower()  # "MŸller"
            score += -2 if odd else 3 if within else 1
        elif letter in _SIGNS:
            score += 0 if before.isalpha() and after.isalpha() else 1
        else:
            score -= 2
    return score


def guessed_delimiter(lines: Sequence[str], known: Callable[[str], bool] = lambda _name: False) -> str:
    """Return what most likely stands between the cells of *lines*: what cuts them into equally many, or into known names."""
    return max(DELIMITERS, key=lambda each: _fits(lines, each, known))


def _fits(lines: Sequence[str], delimiter: str, known: Callable[[str], bool]) -> float:
    try:
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _SAMPLE_ROWS) if row]
    except csv.Error:
        return -1.0
    if not rows:
        return 0.0
    width, count = Counter(map(len, rows)).most_common(1)[0]
    names = sum(map(known, rows[0])) if len(rows[0]) > 1 else 0
    share: float = count / len(rows)
    return share**2 * (1 - 1 / width) + names


def _too_long(lines: list[str]) -> list[Problem]:
    """Empty lines that are longer than any row, and say so: the library would take seconds for one, and nothing could stop it."""
    found = [number for number, line in enumerate(lines) if len(line) > _LONGEST_LINE]
    for number in found:
        lines[number] = "\n"
    return [Problem(number + 1, "It is longer than a row can be.", "Check that it is a CSV file.") for number in found]


def _rows(lines: Sequence[str], first: int, delimiter: str, problems: list[Problem]) -> Iterator[Row]:
    """Yield the rows from line number *first* (from 0) on. A quote that is never closed swallows no other line."""
    at, broken = first, 0
    while at < len(lines):
        reader = csv.reader((lines[number] for number in range(at, len(lines))), delimiter=delimiter, strict=True)
        start = at
        try:
            for cells in reader:
                if len(cells) > MOST_COLUMNS:
                    problems.append(
                        Problem(
                            start + 1,
                            said("It has more than {most_columns} cells.", most_columns=MOST_COLUMNS),
                            "Check the delimiter.",
                        )
                    )
                else:
                    yield Row(start + 1, tuple(cells))
                start = at + reader.line_num
        except csv.Error:
            one_line = at + reader.line_num - start == 1
        else:
            return
        row = _leniently(lines[start], delimiter) if one_line else None
        if row is not None:
            yield Row(start + 1, row)
        else:
            broken += 1
            problems.append(Problem(start + 1, "A quotation mark that begins here is never closed.", "Close it, or remove it."))
        at = start + 1
        if broken >= _OPEN_QUOTES:
            text = "Nothing was read from here on: too many lines cannot be read."
            problems.append(Problem(at + 1, text, "Check that it is a CSV file."))
            return


def _leniently(line: str, delimiter: str) -> tuple[str, ...] | None:
    """Return the cells of a line whose quotes are not as they should be (``"Contoso" Ltd``), or None for one that stays open."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter))
    except csv.Error:  # a cell longer than the library takes: 131,072 characters
        return None
    return None if line.count('"') % 2 or len(cells) > MOST_COLUMNS else tuple(cells)
