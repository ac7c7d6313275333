"""Signing in: the ladder, realms, tokens and progress."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenantdock.domain.said import keep_said

if TYPE_CHECKING:
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.directory import Account, BrowserChoice
    from tenantdock.domain.proof import Proof
    from tenantdock.domain.secret import Secret
    from tenantdock.domain.services import Service


class Rung(enum.Enum):
    """The ways to sign in, from the least to the most trouble for the person. The value is the key that is saved."""

    SILENT = "silent"
    BROKER = "broker"
    BROWSER = "browser"
    FRESH = "fresh"
    PRIVATE = "private"
    OTHER_PROFILE = "other-profile"
    DEVICE_CODE = "device-code"


class RealmKind(enum.Enum):
    """Who checks the password of a user."""

    MANAGED = "Managed"
    FEDERATED = "Federated"
    UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Realm:
    """Who signs the users of a domain in. Everything but *kind* may be empty.

    *brand* and *sts* (a host) are shown as text. *protocol* is how the domain is federated (``WSTrust``, ``SAML20``, ...);
    *sts_url* is the address of its sign-in page; *cloud_host* is the host name of the cloud instance that the domain lives in
    (``microsoftonline.com``); *tenant_id* the GUID of the domain's tenant; *known_until* when it is looked up anew at the next need
    (Unix time in seconds).
    """

    domain: str
    kind: RealmKind
    brand: str = ""
    sts: str = ""
    protocol: str = ""
    sts_url: str = ""
    cloud_host: str = ""
    tenant_id: str = ""
    known_until: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class TokenAsk:
    """Which token is wanted: of which account, in which tenant, for which service."""

    cloud: Cloud
    tenant_id: str
    account: Account
    service: Service

    @property
    def client_id(self) -> str:
        """The client that asks: the person's own for this service and cloud, else the service's."""
        return self.cloud.client_ids.get(self.service.key, self.service.client_id)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """An access token that passed the proof. *expires_on* is Unix time in seconds by this machine's clock."""

    secret: Secret
    service: str
    tenant_id: str
    username: str
    expires_on: float
    proof: Proof

    def seconds_left(self, now: float) -> float:
        """Return how long the token is still valid at *now* (Unix time in seconds); negative when it is over."""
        return self.expires_on - now


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the person types at *address* to sign in elsewhere. *expires_on* is Unix time in seconds. *complete* is the address with
    the code in it, where the provider has one (RFC 8628 section 3.3.1; Entra has none), else "".
    """

    user_code: str
    address: str
    expires_on: float
    complete: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is happening now, in one sentence for the person; *device_code* is set while one has to be typed."""

    step: str
    text: str
    device_code: DeviceCode | None = None

    def __post_init__(self) -> None:
        keep_said(self, "text")


ProgressListener = Callable[[Progress], None]


def no_progress(progress: Progress) -> None:
    """A listener for callers that show no progress."""


@dataclass(frozen=True, slots=True)
class SignInAsk:
    """An interactive sign-in: the token wanted, the rung to use, and the browser of the connection. *window* is the native handle
    of the window that asks (0 where there is none); only the broker needs it.
    """

    token: TokenAsk
    rung: Rung
    browser: BrowserChoice
    window: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to sign in that is offered, and *why*: one sentence for the person, in plain text."""

    rung: Rung
    why: str

    def __post_init__(self) -> None:
        keep_said(self, "why")


@dataclass(frozen=True, slots=True)
class NetworkState:
    """What the last requests to the sign-in service told about the network.

    *online* is whether the last one was answered; *text* says in one sentence why not. *skew* is by how many seconds this
    computer's clock is ahead of the service's (negative: behind), as far as it is known.
    """

    online: bool
    text: str = ""
    skew: float | None = None

    def __post_init__(self) -> None:
        keep_said(self, "text")


NetworkListener = Callable[[NetworkState], None]


_LADDER = (Rung.BROWSER, Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE)


def next_rungs(tried: Rung) -> tuple[Rung, ...]:
    """Return the rungs to offer after *tried* brought the wrong account: those above it, then those below it that ask anew."""
    if tried is Rung.SILENT:
        return _LADDER[1:]
    if tried is Rung.BROKER:
        return _LADDER
    at = _LADDER.index(tried)
    return _LADDER[at + 1 :] + _LADDER[1:at]
