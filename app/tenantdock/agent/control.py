"""What the command line can have the desktop do."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tenantdock.domain.directory import ConnectionRow


class ControlHandler(Protocol):
    """The desktop's side of the command line. Every method is called on the agent's thread and must not block: show, palette, quit
    and connect only pass the wish on to the GUI thread, and what reads a file answers with a future from another thread.
    """

    @property
    def version(self) -> str:
        """The program's version."""
        ...

    @property
    def practice(self) -> bool:
        """Whether this process runs on the practice cloud."""
        ...

    def show(self) -> None:
        """Bring the main window to the front."""
        ...

    def palette(self) -> None:
        """Open the palette: the small window that finds a connection by a few letters."""
        ...

    def quit(self) -> None:
        """End the program as its menu does."""
        ...

    def connections(self, words: str) -> Future[Sequence[ConnectionRow]]:
        """The saved connections that have every word of *words*, as a search lists them; all, by name, when there is none."""
        ...

    def connect(self, connection_id: str) -> Future[None]:
        """Start connecting. Done as soon as that is under way; fails with :class:`NotFound` for an unknown id."""
        ...
