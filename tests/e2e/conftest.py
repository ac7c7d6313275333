"""One display, one practice cloud and one browser for all that want them here."""

from __future__ import annotations

from support.chromium import chromium
from support.cloud import cloud, practice_cloud
from support.display import display

__all__ = ["chromium", "cloud", "display", "practice_cloud"]
