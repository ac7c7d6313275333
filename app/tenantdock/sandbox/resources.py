"""The practice cloud's own files."""

from __future__ import annotations

from pathlib import Path

from tenantdock import folders


def folder() -> Path:
    """Return the folder that holds ``practice.json``, the pages and their style."""
    return folders.resources() / "sandbox"
