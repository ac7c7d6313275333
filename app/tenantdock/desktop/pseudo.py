"""A language that nobody speaks: it shows which texts are not translated, and which windows have no room for longer ones.

Every text is in brackets, with accents on its letters and 40 % longer, as German is; values in braces and mnemonics stay as they
are. Kept in the product so that a person who looks at a window can have it too (see :mod:`tenantdock.desktop.languages`).
"""

from __future__ import annotations

import math
import re
from typing import Final

from PySide6.QtCore import QTranslator

LONGER: Final = 0.4
_RIGHT_TO_LEFT: Final = "\u05d0"  # Alef, a letter: what is shown as plain text keeps no invisible marks
_PLAIN: Final = "aeiouyAEIOUYcnszCNSZ"
_ACCENTS: Final = str.maketrans(
    _PLAIN,
    "\u00e5\u00e9\u00ee\u00f6\u00fb\u00fd\u00c5\u00c9\u00ce\u00d6\u00db\u00dd\u00e7\u00f1\u0161\u017e\u00c7\u00d1\u0160\u017d",
)
_VALUE: Final = re.compile(r"(\{[^{}]*\}|%n|%L?\d|&\w)")
_FILLING: Final = "lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy "


class Pseudo(QTranslator):
    """Translates everything, Qt's own texts too."""

    def __init__(self, *, right_to_left: bool = False) -> None:
        super().__init__()
        self._right_to_left = right_to_left

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """It has an answer to everything; Qt leaves out translators without one."""
        return False

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _number: int = -1) -> str:
        """Return *text* as it looks in this language."""
        if text == "QT_LAYOUT_DIRECTION" and context in {"QGuiApplication", "QApplication"}:
            return "RTL" if self._right_to_left else "LTR"
        shown = pseudo(text)
        return f"{_RIGHT_TO_LEFT}{shown}" if self._right_to_left and shown != text else shown


def pseudo(text: str) -> str:
    """Return *text* in brackets, with accents, and 40 % longer. A text without a letter stays as it is."""
    parts = _VALUE.split(text)
    own = "".join(part for part in parts if not _VALUE.fullmatch(part))
    if not any(character.isalpha() for character in own):
        return text
    shown = "".join(part if _VALUE.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    more = max(1, math.ceil(len(text) * LONGER) - 3)
    filling = (_FILLING * (more // len(_FILLING) + 1))[:more].strip()
    return f"[{shown} {filling}]"
