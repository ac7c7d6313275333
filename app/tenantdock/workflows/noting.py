"""Writing history down."""

from __future__ import annotations

import contextlib

from tenantdock.domain.directory import HistoryEntry
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.ports import Directory


def note(directory: Directory, entry: HistoryEntry) -> None:
    """Add to the history, or leave it: a full disk must not undo a sign-in, nor hide that it was refused."""
    with contextlib.suppress(StorageTrouble):
        directory.note(entry)
