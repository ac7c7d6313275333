"""Sessions: one console's life with the agent."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tenantdock.domain.directory import Connection


SOON: Final = 300.0
"""Seconds before their end when tokens that cannot be renewed become a person's business."""


class SessionState(enum.Enum):
    """Where a session stands."""

    WAITING = "waiting"
    """Its ticket was minted and not redeemed yet."""
    OPEN = "open"
    """Its console is connected to the agent."""
    ENDED = "ended"
    """Its console is gone, or its ticket expired."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a session may ask for: the tokens of one connection, and nothing else. *number* tells it from others that are open for
    the same customer: 1 for the first.
    """

    session_id: str
    connection: Connection
    number: int = 1


@dataclass(frozen=True, slots=True)
class Held:
    """What a console has of one service, by its key. *expires_on* (Unix seconds) is that of the token it was handed last, None
    before the first one. *trouble* says in one line why the last request brought none ("" when it did), *person* whether only a
    person's sign-in helps.
    """

    service: str
    expires_on: float | None = None
    trouble: str = ""
    person: bool = False


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """A session as people see it. *opened_at* is Unix time in seconds; *pid* is that of the peer on the socket (None until open);
    *proof* is what the services answered in the console, in one line ("" until then); *proven* whether it was as wanted. *username*
    is the account's; *held* has an entry for each service, in their order. *number* is the grant's.
    """

    id: str
    connection_id: str
    name: str
    state: SessionState
    opened_at: float
    pid: int | None = None
    proof: str = ""
    proven: bool | None = None
    username: str = ""
    held: tuple[Held, ...] = ()
    number: int = 1

    @property
    def soonest(self) -> float | None:
        """When the first of the console's tokens expires (Unix seconds), or None before it has one."""
        return min((each.expires_on for each in self.held if each.expires_on is not None), default=None)

    @property
    def trouble(self) -> Held | None:
        """The service whose token cannot be renewed: one that needs a person first. None when all is well."""
        return min((each for each in self.held if each.trouble), key=lambda each: not each.person, default=None)

    def needs_person(self, now: float) -> bool:
        """Whether a person has something to do at *now* (Unix seconds): only their sign-in helps, or its tokens are about to end
        and were not renewed. Before that, renewing is tried again without them.
        """
        trouble = self.trouble
        return trouble is not None and (trouble.person or (self.soonest or 0.0) - now <= SOON)


def numbered(name: str, number: int) -> str:
    """Return a console's name as people see it: its customer's *name*, and from the second on its *number*."""
    return name if number < 2 else f"{name} ({number})"  # noqa: PLR2004 - the second


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the agent listens. *name* is what NamedPipeClientStream takes (a rooted path on Unix, a pipe's name on Windows)."""

    name: str
