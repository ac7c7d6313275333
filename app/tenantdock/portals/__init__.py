"""Browsers with their profiles, and admin-centre links."""

from __future__ import annotations

from tenantdock.portals.browsers import SystemBrowsers
from tenantdock.portals.links import initial_domain, portals

__all__ = ["SystemBrowsers", "initial_domain", "portals"]
