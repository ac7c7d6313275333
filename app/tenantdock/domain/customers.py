"""Customers as Microsoft lists them for an account: partners' relationships and contracts, and Azure's tenants."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass


class CustomerList(enum.Enum):
    """The lists that an account can read its customers from."""

    GDAP = "gdap"
    """Relationships of granular delegated administration that are in force (Graph)."""
    CONTRACTS = "contracts"
    """A partner's contracts with customers, with or without GDAP (Graph)."""
    TENANTS = "tenants"
    """The tenants that the account can sign in to (Azure Resource Manager)."""


@dataclass(frozen=True, slots=True)
class ListedCustomer:
    """A customer as a list tells it, unchecked: *tenant_id* should be a GUID; *name* and *domain* may be empty."""

    tenant_id: str
    name: str = ""
    domain: str = ""


CountListener = Callable[[int], None]
"""Is told how many there are so far."""
