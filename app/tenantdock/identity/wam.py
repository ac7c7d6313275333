"""Whether Windows' Web Account Manager can be used here. Imports nothing heavy."""

from __future__ import annotations

import importlib.util
import sys
from typing import Final

_SYSTEM: Final = "win32"
_OLDEST: Final = 10  # the major version of Windows


def why_not() -> str:
    """Return why WAM cannot be used here, in one sentence, or "" where it can as far as is known without starting it. *instant*."""
    if sys.platform != _SYSTEM:
        return "Signing in with Windows needs Windows."
    if sys.platform == "win32" and sys.getwindowsversion().major < _OLDEST:
        return "Signing in with Windows needs Windows 10 or newer."
    if importlib.util.find_spec("pymsalruntime") is None:
        return "Microsoft's library for signing in with Windows (pymsalruntime) is not installed."
    return ""
