"""One practice cloud for all that want it here: each takes seconds of a processor to start, and 60 MB until the end."""

from __future__ import annotations

from support.cloud import cloud, practice_cloud

__all__ = ["cloud", "practice_cloud"]
