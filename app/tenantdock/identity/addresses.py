"""Addresses that a server named: they can be anything."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def parts_of(url: str) -> SplitResult:
    """Return *url* taken apart; one that is no address (``https://[x``) has empty parts."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")
