"""Sessions: one console's life with the agent."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenantdock.domain.directory import Connection
    from tenantdock.domain.secret import Secret


class SessionState(enum.Enum):
    """Where a session stands."""

    WAITING = "waiting"
    """Its ticket was minted and not redeemed yet."""
    OPEN = "open"
    """Its console is connected to the agent."""
    ENDED = "ended"
    """Its console is gone, or its ticket expired."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A one-time secret that opens a session. *expires_on* is monotonic time in seconds."""

    secret: Secret
    session_id: str
    expires_on: float


@dataclass(frozen=True, slots=True)
class Grant:
    """What a session may ask for: the tokens of one connection, and nothing else."""

    session_id: str
    connection: Connection


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """A session as people see it. *opened_at* is Unix time in seconds; *pid* is that of the peer on the socket (None until open);
    *proof* is what the services answered in the console, in one line ("" until then); *proven* whether it was as wanted.
    """

    id: str
    connection_id: str
    name: str
    state: SessionState
    opened_at: float
    pid: int | None = None
    proof: str = ""
    proven: bool | None = None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the agent listens. *name* is what NamedPipeClientStream takes (a rooted path on Unix, a pipe's name on Windows)."""

    name: str
