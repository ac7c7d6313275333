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
from tenantdock.domain.text import one_line

PROXY_PASSWORD_ID: Final = "70726f7879000000000000000000a001"  # noqa: S105  # a name, not a password
"""The vault id under which the proxy's password is sealed (never an account's: those are random UUIDs of version 4)."""

_HOST: Final = re.compile(r"[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]")
_LAST_PORT: Final = 65535


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
                f"{one_line(self.host, 60)!r} is not the name of a proxy.",
                next_step="Give its host name alone, such as proxy.corp.example, and the port beside it.",
            )
        if not 0 < self.port <= _LAST_PORT:
            raise BadInput(f"{self.port} is not a port.", next_step=f"Give a number from 1 to {_LAST_PORT}.")


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them."""

    proxy: ProxySettings = field(default_factory=ProxySettings)
    clouds: CloudSettings = field(default_factory=CloudSettings)
