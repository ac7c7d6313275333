"""Saved tenants, accounts, connections and history (SQLite)."""

from __future__ import annotations

from tenantdock.directory.store import SqliteDirectory

__all__ = ["SqliteDirectory"]
