"""TenantDock: the right Microsoft 365 account in the right PowerShell window."""

__version__ = "0.1.0"
