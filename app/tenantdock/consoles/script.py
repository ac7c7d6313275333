"""The PowerShell text that the agent sends to a console: the session script with the module and the renewal in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tenantdock.shipped import resources

PARTS = ("TenantDock.psm1", "renewal.ps1")


def folder() -> Path:
    """Return the folder of the PowerShell files."""
    return resources() / "powershell"


@cache
def session_script() -> str:
    """Return the text for ``script`` in the answer to ``session.open``. The same for every session: it holds no data.

    The parts stand in single-quoted here-strings, in which nothing is expanded; only a line that starts with ``'@`` would end one,
    and such a part is refused with :class:`ValueError` (about_Quoting_Rules).
    """
    place = folder()
    text = (place / "session.ps1").read_text("utf-8")
    for name in PARTS:
        part = (place / name).read_text("utf-8").rstrip("\n")
        mark = "{{" + name + "}}"
        if any(line.startswith("'@") for line in part.splitlines()) or text.count(mark) != 1:
            raise ValueError(f"{name} cannot be put into session.ps1")
        text = text.replace(mark, part)
    return text
