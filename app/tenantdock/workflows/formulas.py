"""Cells that a spreadsheet would run as a formula: made harmless on the way out, and made what they were on the way in.

Excel, LibreOffice and Google Sheets take a cell for a formula when it begins with =, +, -, @, a tab or a carriage return (OWASP,
"CSV Injection"; https://owasp.org/www-community/attacks/CSV_Injection), also in their full-width forms. An apostrophe before it
makes it text. A file that is opened with another delimiter than it was written with begins cells within cells, so what follows a
delimiter, a quotation mark or a line break gets one too.
"""

from __future__ import annotations

import re
from typing import Final

_START: Final = r"(?:(?<=[,;|\t\r\n\"])|\A)"
_FORMULA: Final = r"(?='*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])"
_HARMFUL: Final = re.compile(_START + _FORMULA)
_HARMLESS: Final = re.compile(_START + "'" + _FORMULA)


def neutral(text: str) -> str:
    """Return *text* with an apostrophe where a formula would begin."""
    return _HARMFUL.sub("'", text)


def original(text: str) -> str:
    """Return what :func:`neutral` was given."""
    return _HARMLESS.sub("", text)
