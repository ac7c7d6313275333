"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import psutil

CHECKOUT = Path(__file__).resolve().parents[1]
_LOOK_SECONDS = 3.0
_QUIET_PERCENT = 15.0


def describe() -> list[str]:
    """Return lines that say machine, load, date and commit."""
    return [
        f"machine  {_processor()}, {os.cpu_count()} cores, {_memory()}, {platform.system()} {platform.release()}",
        f"load     {', '.join(f'{each:.2f}' for each in os.getloadavg())} (1, 5, 15 minutes); {_quiet()}",
        f"python   {platform.python_version()} ({sys.platform})",
        f"date     {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"commit   {_commit()}",
    ]


def _quiet() -> str:
    busy = psutil.cpu_percent(interval=_LOOK_SECONDS)
    return f"quiet ({busy:.0f} % busy)" if busy <= _QUIET_PERCENT else f"NOT QUIET: {busy:.0f} % busy with other work"


def qt_sharers() -> set[int]:
    """Return the processes that use this environment's Qt: two that share it seem to take half of its memory each (Linux only)."""
    found = set()
    for maps in Path("/proc").glob("[0-9]*/maps"):
        with suppress(OSError):  # it ended, or is another user's
            if f"{sys.prefix}/" in (text := maps.read_text(errors="replace")) and "libQt6Core" in text:
                found.add(int(maps.parent.name))
    return found


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (ValueError, OSError):
        return "memory unknown"


def _commit() -> str:
    def git(*arguments: str) -> str:
        ran = subprocess.run(["git", "-C", str(CHECKOUT), *arguments], capture_output=True, text=True, check=False)
        return ran.stdout.strip()

    try:
        changed = " with changes" if git("status", "--porcelain", "--untracked-files=no") else ""
        return (git("rev-parse", "--short=12", "HEAD") or "none") + changed
    except FileNotFoundError:
        return "unknown (no git)"
