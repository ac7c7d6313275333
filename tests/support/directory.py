"""Connections for tests."""

from __future__ import annotations

from uuid import uuid4

from tenantdock.domain.directory import Account, BrowserChoice, Connection, ConsoleSettings, Filing, Tenant

CONTOSO = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"
FABRIKAM = "3b1f0a52-6d0e-4c41-8a5e-2d3c4b5a6978"
HOME = "11111111-1111-1111-1111-111111111111.22222222-2222-2222-2222-222222222222"
FILED = Filing("Europe/North", ("gold", "24x7"), favourite=True, notes="Call Anna first.\nShe knows.")
OTHER_HOME = "33333333-3333-3333-3333-333333333333.22222222-2222-2222-2222-222222222222"


def a_connection(
    name: str = "Contoso",
    *,
    tenant: str = CONTOSO,
    username: str = "anna@msp.example",
    services: tuple[str, ...] = ("graph",),
    home_account_id: str = "",
    rung: str = "",
    domain: str = "contoso.com",
) -> Connection:
    """A connection with every field filled in."""
    return Connection(
        uuid4().hex,
        name,
        Tenant(tenant, "public", "Contoso Ltd", domain),
        Account(uuid4().hex, "public", username, home_account_id),
        services,
        ConsoleSettings("pwsh", "xterm", "#1a7f5a", "/srv", "Get-Date"),
        BrowserChoice("chromium", "Profile 1"),
        rung,
    )


def names(rows):
    return [row.name for row in rows]
