"""The practice cloud's parts, put together."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Final

from tenantdock.sandbox.faults import Faults
from tenantdock.sandbox.folder import Folder
from tenantdock.sandbox.people import Client, Person, Practice, Resource, Tenant
from tenantdock.sandbox.store import SignedIn, Store
from tenantdock.sandbox.tokens import Signer

CODE_LIFETIME: Final = 600.0
DEVICE_LIFETIME: Final = 900.0
_KEPT_REQUESTS: Final = 5000
_KEPT_CODES: Final = 2000


@dataclass(frozen=True, slots=True)
class Claims:
    """What a ``claims`` parameter asked for in the access token. *not_before* is Unix time in seconds, or 0."""

    not_before: float = 0.0
    contexts: tuple[str, ...] = ()
    capabilities: tuple[str, ...] = ()


@dataclass(slots=True)
class Code:
    """An authorization code that was handed out. *challenge* is the S256 code challenge, or ""."""

    tenant: Tenant
    person: Person
    client: Client
    resource: Resource
    scopes: tuple[str, ...]
    signed_in: SignedIn
    redirect_uri: str
    challenge: str
    method: str
    nonce: str
    claims: Claims
    expires: float
    used: bool = False


@dataclass(slots=True)
class Device:
    """A device code. *state* is pending, done or declined."""

    device_code: str
    user_code: str
    tenant: Tenant | None
    client: Client
    resource: Resource
    scopes: tuple[str, ...]
    expires: float
    state: str = "pending"
    person: Person | None = None
    signed_in: SignedIn | None = None


@dataclass(slots=True)
class Entry:
    """One request, without secrets. *at* is Unix time in seconds; *grant*, *user* and *error* are empty where they don't apply."""

    at: float
    side: str
    method: str
    path: str
    status: int = 0
    tenant: str = ""
    grant: str = ""
    user: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """A token that was handed out: the *number*-th, of *kind* ("access" or "refresh"), to which account (``uid.utid``), in which
    tenant (by id), for which client and resource.
    """

    number: int
    kind: str
    account: str
    tenant: str
    client: str
    resource: str


@dataclass(slots=True)
class Sandbox:
    """All of the cloud. *authority* is the TLS origin, *page* the plain one; both without a trailing slash."""

    practice: Practice
    folder: Folder
    store: Store
    signer: Signer
    authority: str
    page: str
    ca: str
    faults: Faults = field(default_factory=Faults)
    codes: dict[str, Code] = field(default_factory=dict)
    devices: dict[str, Device] = field(default_factory=dict)
    machine_users: dict[str, str] = field(default_factory=dict)
    log: deque[Entry] = field(default_factory=lambda: deque(maxlen=_KEPT_REQUESTS))
    issued: dict[str, Issued] = field(default_factory=dict)
    """Whose the last tokens are, by their SHA-256 (hex)."""
    issues: int = 0
    nobody: int = 1
    """A port of this machine that refuses every connection."""

    def now(self, tenant: Tenant | None) -> float:
        """Unix time in seconds by the clock of a tenant's servers."""
        skew = self.faults.value(tenant.id, "clock-skew", "seconds") if tenant else None
        return time.time() + (skew or 0.0)

    def is_disabled(self, person: Person) -> bool:
        """Whether a person's account is disabled now."""
        changed = self.store.disabled(person.id)
        return person.disabled if changed is None else changed

    def machine_user(self, tenant: Tenant) -> str:
        """The user that a federated tenant's machine is signed in as."""
        if tenant.federation is None:
            return ""
        return self.machine_users.get(tenant.id, tenant.federation.machine_user)

    def sts(self, tenant: Tenant) -> str:
        """The address of a federated tenant's own sign-in server, without a trailing slash."""
        origin = self.page
        if tenant.federation is not None and tenant.federation.server == "dead":
            origin = f"http://localhost:{self.nobody}"
        elif tenant.federation is not None and tenant.federation.server == "proxied":
            origin = f"http://{tenant.federation.host}"
        return f"{origin}/sts/{tenant.domain}"

    def proxied(self, host: str) -> bool:
        """Whether *host* is one that this cloud's proxy lets people through to."""
        servers = (tenant.federation for tenant in self.practice.tenants.values() if tenant.federation is not None)
        return any(each.server == "proxied" and each.host == host.casefold() for each in servers)

    def hand_out(self, code: Code) -> str:
        """Return a new authorization code."""
        _drop_oldest(self.codes)
        value = f"1.{secrets.token_urlsafe(48)}"
        self.codes[value] = code
        return value

    def remember(self, kind: str, token: str, person: Person, tenant: Tenant, client: Client, resource: Resource) -> None:
        """Remember whose a token is that is being handed out."""
        _drop_oldest(self.issued)
        account = f"{person.id}.{person.home.id}"
        issued = Issued(self.issues, kind, account, tenant.id, client.id, resource.id)
        self.issued[hashlib.sha256(token.encode()).hexdigest()] = issued
        self.issues += 1

    def add_device(self, device: Device) -> None:
        """Wait for a person to confirm a device code."""
        _drop_oldest(self.devices)
        self.devices[device.device_code] = device

    def device_by_user_code(self, user_code: str) -> Device | None:
        """Return the device code that still waits under what a person typed."""
        typed = user_code.strip().upper().replace("-", "").replace(" ", "")
        for device in self.devices.values():
            if device.user_code == typed and device.state == "pending" and device.expires > time.time():
                return device
        return None

    def reset(self) -> None:
        """Forget all that happened: faults, sign-ins, consents, changed people and machine users, requests."""
        self.faults.switch_off()
        self.store.reset()
        for kept in (self.codes, self.devices, self.machine_users, self.issued):
            kept.clear()
        self.log.clear()


def _drop_oldest(kept: dict[str, Any]) -> None:
    while len(kept) >= _KEPT_CODES:
        del kept[next(iter(kept))]
