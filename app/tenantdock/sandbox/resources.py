"""The practice cloud's own files."""

from __future__ import annotations

from pathlib import Path

from tenantdock import shipped


def folder() -> Path:
    """Return the folder that holds ``practice.json``, the pages and their style."""
    return shipped.resources() / "sandbox"
