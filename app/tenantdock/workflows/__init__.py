"""What a person does: connect, sign in, sign out, add, remove.

Desktop and command line call these and nothing below them. Every method here blocks and belongs on a worker thread; each takes a
:class:`~tenantdock.domain.cancel.Cancel` where it can take long, and raises a :class:`~tenantdock.domain.errors.TenantDockError`
that says what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenantdock.domain.computer import Consoles, Playground
    from tenantdock.domain.ports import Agent, Directory, Vault
    from tenantdock.workflows.adding import Adding
    from tenantdock.workflows.connecting import Connecting
    from tenantdock.workflows.desk import Desk
    from tenantdock.workflows.doctor import Doctor
    from tenantdock.workflows.editing import Editing
    from tenantdock.workflows.exporting import Exporting
    from tenantdock.workflows.importing import Importing
    from tenantdock.workflows.leaving import forget_loose
    from tenantdock.workflows.locking import Locking
    from tenantdock.workflows.moving import Moving
    from tenantdock.workflows.organising import Organising
    from tenantdock.workflows.portals import Portals
    from tenantdock.workflows.readiness import Readiness
    from tenantdock.workflows.removing import Removing
    from tenantdock.workflows.settings import Configuring
    from tenantdock.workflows.turns import Turns

__all__ = [
    "Adding",
    "Configuring",
    "Connecting",
    "Desk",
    "Doctor",
    "Editing",
    "Exporting",
    "Importing",
    "Locking",
    "Moving",
    "Organising",
    "Portals",
    "Readiness",
    "Removing",
    "Turns",
    "Workflows",
    "forget_loose",
]

_WHERE = {
    "Adding": "adding",
    "Connecting": "connecting",
    "Desk": "desk",
    "Doctor": "doctor",
    "Editing": "editing",
    "Exporting": "exporting",
    "Importing": "importing",
    "forget_loose": "leaving",
    "Locking": "locking",
    "Moving": "moving",
    "Portals": "portals",
    "Organising": "organising",
    "Readiness": "readiness",
    "Removing": "removing",
    "Configuring": "settings",
    "Turns": "turns",
}


def __getattr__(name: str) -> object:
    """Import a workflow when it is first asked for (PEP 562): the first window needs none."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)


@dataclass(frozen=True, slots=True)
class Workflows:
    """All that a face of the program (desktop, command line, tour) may use."""

    connecting: Connecting
    adding: Adding
    removing: Removing
    editing: Editing
    configuring: Configuring
    moving: Moving
    organising: Organising
    directory: Directory
    vault: Vault
    agent: Agent
    consoles: Consoles
    sandbox_page: str = ""
    """The address of the practice cloud's own page, or "" when this process has none."""
    doctor: Doctor | None = None
    """The connectivity test, where there is one."""
    importing: Importing | None = None
    exporting: Exporting | None = None
    portals: Portals | None = None
    """The admin centres of customers, where this desktop opens them."""
    readiness: Readiness | None = None
    """What this computer has of what consoles need, where it can be looked at."""
    playground: Playground | None = None
    """The practice cloud beside this program, where it is not that itself."""
    locking: Locking | None = None
    """The lock, where there is one."""
