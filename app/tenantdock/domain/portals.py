"""Portals: the admin centres of a customer, as addresses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Customer:
    """Whose portals they are: a tenant, and the account that will look at it. *home_tenant* is where the account lives, "" before
    enrolment.
    """

    cloud: str
    tenant_id: str
    domain: str
    username: str
    home_tenant: str = ""


@dataclass(frozen=True, slots=True)
class Portal:
    """One admin centre of a customer. *label* is Microsoft's own name for it.

    *url* opens it for this customer; it never holds a secret. Where there is none it is "", and *missing* says what is not known.
    """

    key: str
    label: str
    url: str
    missing: str = ""
