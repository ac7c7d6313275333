"""Saved tenants, accounts, connections and history (SQLite)."""
