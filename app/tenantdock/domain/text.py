"""Text from outside is data: what may be shown of it, and how.

Tenant names, error texts and file contents come from people we do not know. Control characters can rewrite a terminal's title
or screen, and bidirectional overrides can make one name look like another (Unicode Technical Report 36, section 2.5), so both
are replaced before such text reaches a window, a title or a console.
"""

from __future__ import annotations

import unicodedata
from typing import Final

ELLIPSIS: Final = "\u2026"
_REPLACEMENT: Final = "\ufffd"
_LINE_BREAKS: Final = frozenset("\r\n\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# Cc control, Cf format (bidi overrides, zero-width, tags), Cs lone surrogates, Co private use, Cn unassigned
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# Needed to spell names and emoji correctly, and harmless in one line
_KEPT: Final = frozenset("\u200c\u200d")
# Letters that Unicode does not take apart, as people type them who do not have them; quotes and hyphens that word processors make
_PLAIN: Final = str.maketrans(
    {
        **dict(zip("øłđðħıŧŋ", "olddhitn", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    }
)


def one_line(text: str, limit: int = 200) -> str:
    """Return *text* fit to be shown as one line of plain text.

    Line breaks and tabs become spaces, other control, format, surrogate and private-use characters become U+FFFD, surrounding
    and repeated spaces go, and the result has at most *limit* characters (the last one an ellipsis when something was cut).
    """
    if limit < 1:
        raise ValueError("limit must be at least 1")
    shown = text[: limit * 8]
    if not (shown.isascii() and shown.isprintable()):  # most names are both: 10,000 of them in 5 ms, not 20
        shown = "".join(_visible(character) for character in shown)
    shown = " ".join(shown.split())
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + ELLIPSIS


def _visible(character: str) -> str:
    if character in _LINE_BREAKS:
        return " "
    if character.isascii():
        return character if character.isprintable() else _REPLACEMENT
    if character in _KEPT:
        return character
    return _REPLACEMENT if unicodedata.category(character) in _UNSHOWN else character


def folded(text: str) -> str:
    """Return *text* for searching: case, accents, compatibility forms and the shapes of quotes and hyphens do not count.

    "Zürich" and "zurich" are equal, "Søren" and "soren", "O\u2019Neill" and "O'Neill".
    """
    if text.isascii():  # most names: nothing to take apart
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
