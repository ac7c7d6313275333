"""Ports to the computer that TenantDock runs on: its browsers, shells, terminals and log-in. What :mod:`ports` says of calls holds
here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tenantdock.domain.said import keep_said

if TYPE_CHECKING:
    from tenantdock.domain.directory import BrowserChoice, ConsoleSettings
    from tenantdock.domain.secret import Secret
    from tenantdock.domain.sessions import Endpoint


class BrowserWindow(Protocol):
    """A browser that was started for one sign-in."""

    def close(self) -> None:
        """End what was started, when it is ours alone (a private folder's process); otherwise do nothing."""
        ...


@runtime_checkable
class WatchedWindow(BrowserWindow, Protocol):
    """A browser that runs as a process of ours, so that its end can be seen."""

    def gone(self) -> bool:
        """Whether a browser that is ours alone has ended. Raises :class:`BrowserTrouble` when it did not start after all.
        *instant*.
        """
        ...


@dataclass(frozen=True, slots=True)
class BrowserProfile:
    """A profile of an installed browser. *id* goes into :class:`BrowserChoice`; *name* is what the person called it, *hint* what
    tells it from others (the account it belongs to), or "". Both are fit to be shown.
    """

    id: str
    name: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class BrowserOffer:
    """A browser to choose. *key* goes into :class:`BrowserChoice` ("" for the system's default one); *path* is its program, or "";
    *private* is whether it can open a private window; *default* whether it is the system's default one.
    """

    key: str
    label: str
    path: str = ""
    profiles: tuple[BrowserProfile, ...] = ()
    private: bool = True
    default: bool = False


class Browsers(Protocol):
    """Starts browsers."""

    def choices(self) -> Sequence[BrowserOffer]:
        """What a person can choose from here: the system's default browser first, then those that are installed, each with the
        profiles that it has on disk. Never raises: what cannot be read is left out.
        """
        ...

    def open(self, url: str, choice: BrowserChoice, *, private: bool = False) -> BrowserWindow:
        """Open *url* in the chosen browser and profile. Raises :class:`BrowserTrouble` with what to do next."""
        ...


class OwnProfiles(Protocol):
    """Browser profiles of TenantDock's own, a folder for each account (see ``OWN_PROFILE``)."""

    def forget_profile(self, account_id: str) -> None:
        """Remove an account's, with its cookies. None there is no error. Raises :class:`StorageTrouble`."""
        ...


@dataclass(frozen=True, slots=True)
class Shell:
    """A PowerShell that is installed. *version* is "" when it is not known without running it."""

    key: str
    label: str
    path: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal program that is installed."""

    key: str
    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Launch:
    """A console to start. *title* is already fit for a terminal; *ticket* goes into the bootstrap and nowhere else."""

    endpoint: Endpoint
    ticket: Secret
    session_id: str
    title: str
    settings: ConsoleSettings


class Consoles(Protocol):
    """Finds shells and terminals and starts consoles."""

    def shells(self) -> Sequence[Shell]:
        """The PowerShells that are installed, best first."""
        ...

    def terminals(self) -> Sequence[Terminal]:
        """The terminals that are installed, best first."""
        ...

    def check(self, settings: ConsoleSettings) -> None:
        """Raise :class:`NoPowerShell` (with the install command for this system) or :class:`NoTerminal` when a launch with these
        settings cannot work.
        """
        ...

    def bring_forward(self, pid: int, titles: Sequence[str]) -> None:
        """Bring the window in which the process *pid* runs to the front; among several of one terminal, the only one that has the
        first of *titles* in its title, else the next. Raises :class:`NoWindow` with what to do instead.
        """
        ...

    def launch(self, launch: Launch) -> None:
        """Start a console. Returns once the terminal's process was started. Raises :class:`NoPowerShell`, :class:`NoTerminal`,
        :class:`LaunchFailed`.
        """
        ...


@dataclass(frozen=True, slots=True)
class AutostartState:
    """Whether the program starts when the person logs in. *reason* says why that cannot be changed here, or "" where it can;
    *where* is what makes it so (a file, a registry key), or "".
    """

    on: bool
    reason: str = ""
    where: str = ""

    def __post_init__(self) -> None:
        keep_said(self, "reason")


class Autostart(Protocol):
    """Starts the program when the person logs in. Both methods block."""

    def state(self) -> AutostartState:
        """How it is now. Never raises."""
        ...

    def set(self, *, on: bool) -> None:
        """Change it, for the program as it runs now. Raises :class:`StorageTrouble` with the reason; nothing has changed then."""
        ...


class Playground(Protocol):
    """The practice cloud, to be tried beside the program that runs."""

    def start(self) -> None:
        """Start a TenantDock on the practice cloud, with data of its own. Raises :class:`TenantDockError`."""
        ...
