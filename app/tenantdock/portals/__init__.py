"""Browsers with their profiles, and admin-centre links."""

from __future__ import annotations

from tenantdock.portals.browsers import SystemBrowsers
from tenantdock.portals.links import AdminLink, admin_links

__all__ = ["AdminLink", "SystemBrowsers", "admin_links"]
