"""What a person sets for the whole program. Typed and complete: a value that is not given has its default.

The passwords that belong to settings are in the vault, under ids of their own.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from typing import Final

from tenantdock.domain.clouds import CloudSettings
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret
from tenantdock.domain.text import one_line

PROXY_PASSWORD_ID: Final = "70726f7879000000000000000000a001"  # noqa: S105  # a name, not a password
"""The vault id under which the proxy's password is sealed (never an account's: those are random UUIDs of version 4)."""

_HOST: Final = re.compile(r"[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]")
_BYPASS: Final = re.compile(r"[A-Za-z0-9.*:/\[\]_-]{1,253}")
_LAST_PORT: Final = 65535
LONGEST_IDLE: Final = 1440
"""The longest time, in minutes, after which TenantDock can be set to lock by itself: a day."""


class ProxyMode(enum.Enum):
    """Where the proxy comes from."""

    SYSTEM = "system"
    """As the operating system and the environment say, with their automatic configuration (PAC) where there is one."""
    NONE = "none"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """How connections leave this computer.

    *host* and *port* count in manual mode only. *bypass* are hosts and domains (``.corp.example``) that need no proxy. *username*
    is for a proxy that asks (in any mode); its password is in the vault under :data:`PROXY_PASSWORD_ID`.
    """

    mode: ProxyMode = ProxyMode.SYSTEM
    host: str = ""
    port: int = 8080
    bypass: tuple[str, ...] = ()
    username: str = ""

    def __post_init__(self) -> None:
        if self.mode is ProxyMode.MANUAL and not _HOST.fullmatch(self.host):
            raise BadInput(
                said("{host!r} is not the name of a proxy.", host=one_line(self.host, 60)),
                next_step="Give its host name alone, such as proxy.corp.example, and the port beside it.",
                field="host",
            )
        if not 0 < self.port <= _LAST_PORT:
            raise BadInput(
                said("{port} is not a port.", port=self.port),
                next_step=said("Give a number from 1 to {last_port}.", last_port=_LAST_PORT),
                field="port",
            )
        for host in self.bypass:
            if not _BYPASS.fullmatch(host):
                raise BadInput(
                    said("{host!r} is not a host or domain.", host=one_line(host, 60)),
                    next_step="Give one a line, such as intranet.example, .corp.example or 10.0.0.0/8.",
                    field="bypass",
                )


@dataclass(frozen=True, slots=True)
class ProxyPassword:
    """The proxy's password, as the vault keeps it under :data:`PROXY_PASSWORD_ID`.

    *proxy* is the one (``host:port``) it is for. It is "" until a proxy that the system chose has asked for it: the first one gets
    it, and no other one after that, because an automatic configuration can come from whoever runs the network.
    """

    secret: Secret
    proxy: str = ""

    def sealed(self) -> bytes:
        """Return what to seal."""
        import json  # noqa: PLC0415 - not needed to start

        return json.dumps({"password": self.secret.reveal(), "proxy": self.proxy}).encode()

    @classmethod
    def parse(cls, plain: bytes) -> ProxyPassword | None:
        """Return what was sealed, or None when it cannot be read."""
        import json  # noqa: PLC0415 - not needed to start

        try:
            found = json.loads(plain)
            secret, proxy = found["password"], found["proxy"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return cls(Secret(secret), proxy) if isinstance(secret, str) and isinstance(proxy, str) else None


@dataclass(frozen=True, slots=True)
class LockSettings:
    """When TenantDock locks by itself.

    *idle_minutes* is how long nobody touched the computer, 0 for never. *with_screen* is whether it locks when the screen is
    locked. *spare_consoles* keeps it from locking by itself while a console is open: a locked TenantDock hands out no tokens, so a
    script that runs through the night would end with its token.
    """

    idle_minutes: int = 0
    with_screen: bool = True
    spare_consoles: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.idle_minutes <= LONGEST_IDLE:
            raise BadInput(
                said("{idle_minutes} minutes cannot be waited for.", idle_minutes=self.idle_minutes),
                next_step=said("Give a number up to {longest_idle}, or 0 for never.", longest_idle=LONGEST_IDLE),
                field="idle_minutes",
            )


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them."""

    proxy: ProxySettings = field(default_factory=ProxySettings)
    clouds: CloudSettings = field(default_factory=CloudSettings)
    lock: LockSettings = field(default_factory=LockSettings)
