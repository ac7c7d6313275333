"""Where the practice cloud's own files are: in the package when it is installed, else in the checkout."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """Return the folder that holds ``practice.json``, the pages and their style."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "_resources" / "sandbox"
    return packaged if packaged.is_dir() else package.parent.parent / "resources" / "sandbox"
