"""The settings window: one page for each part of what a person sets."""

from __future__ import annotations

from tenantdock.desktop.settings.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
