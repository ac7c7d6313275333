"""Undoing an import without losing what a person did since: what they changed or used stays as it is. Pure."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from tenantdock.domain.directory import Connection, Filing

_V = TypeVar("_V")
_SIMPLE = ("name", "services", "browser", "rung")


def mark(connection: Connection) -> int:
    """Return what tells, within this process, whether a person changed a connection since."""
    return hash((*(getattr(connection, each) for each in _SIMPLE), connection.console, connection.filing))


def taken_back(now: Connection, before: Connection, after: Connection) -> Connection:
    """Return *now* with what made *after* of *before* taken back, and nothing else."""
    back: dict[str, Any] = {each: _back(getattr(now, each), getattr(before, each), getattr(after, each)) for each in _SIMPLE}
    console = {each.name: _back(*(getattr(of.console, each.name) for of in (now, before, after))) for each in fields(now.console)}
    filing = _filing(now.filing, before.filing, after.filing)
    return replace(now, **back, console=replace(now.console, **console), filing=filing)


def _filing(now: Filing, before: Filing, after: Filing) -> Filing:
    tags = before.tags
    if now.tags != after.tags:
        gone = [each for each in before.tags if each not in after.tags]
        tags = (*(each for each in now.tags if each in before.tags or each not in after.tags), *gone)
    return Filing(
        _back(now.group, before.group, after.group),
        tags,
        _back(now.favourite, before.favourite, after.favourite),
        _back(now.notes, before.notes, after.notes),
    )


def _back(now: _V, before: _V, after: _V) -> _V:
    return before if now == after else now
