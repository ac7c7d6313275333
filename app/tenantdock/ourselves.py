"""How this program is started, as other programs would have to: at log-in, or once more beside itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def command(environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the program and its first arguments. *environment* is this process's own by default.

    An AppImage is mounted at another place each time, so its file is named (``APPIMAGE``,
    https://docs.appimage.org/packaging-guide/environment-variables.html). Without a package it is Python: on Windows the one that
    opens no console, and with -P, so that nothing in the folder it is started in is imported.
    """
    given = os.environ if environment is None else environment
    if getattr(sys, "frozen", False):
        return [given.get("APPIMAGE") or sys.executable]
    python = Path(sys.executable)
    silent = python.with_name("pythonw.exe")
    return [str(silent if os.name == "nt" and silent.exists() else python), "-P", "-m", "tenantdock"]
