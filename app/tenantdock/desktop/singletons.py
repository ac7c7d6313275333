"""A guard against a fault of PySide6 6.12.0 on Python 3.11."""

from __future__ import annotations

import sys
from typing import Final

import PySide6

_ENOUGH: Final = 1 << 40


def guard() -> bool:
    """Keep None, True and False alive. Returns whether that was needed.

    The wheels of PySide6 6.12.0 were built with headers of Python 3.12 or later, where these three are immortal (PEP 683) and
    ``Py_RETURN_NONE`` counts nothing. On 3.11 every call that returns None, and every ``emit``, then takes one reference away, and
    after some 5,000 calls the interpreter ends with "deallocating None", in any process that uses Qt. 6.11.3 does not have the
    fault. Found by counting references around single calls.
    """
    if sys.version_info >= (3, 12) or PySide6.__version_info__[:2] != (6, 12):
        return False
    import ctypes  # noqa: PLC0415 - only where it is needed

    for value in (None, True, False):
        # The first word of an object is its reference count (Include/object.h of 3.11)
        count = ctypes.c_ssize_t.from_address(id(value))
        if count.value < _ENOUGH:
            count.value += _ENOUGH
    return True
