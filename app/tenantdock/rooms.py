"""How each room is built, for :mod:`tenantdock.composition`: imported and built at its first use, which is after the start.

So msal, requests, cryptography and keyring cost the first window nothing.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tenantdock.domain.said import said
from tenantdock.domain.services import services

if TYPE_CHECKING:
    from tenantdock.agent.welcome import Welcome
    from tenantdock.domain.clouds import Clouds
    from tenantdock.domain.computer import Autostart, Browsers, Consoles, OwnProfiles, Playground
    from tenantdock.domain.errors import TenantDockError
    from tenantdock.domain.ports import Clock, Directory, SettingsStore, Vault
    from tenantdock.domain.sessions import Grant
    from tenantdock.domain.signin import NetworkListener
    from tenantdock.identity.entra import EntraIdentity
    from tenantdock.workflows.doctor import Doctor
    from tenantdock.workflows.portals import Portals
    from tenantdock.workflows.readiness import Readiness

_T = TypeVar("_T")


class Later:
    """Stands for an object that is imported and built at its first use: the first window needs none of these rooms."""

    def __init__(self, build: Callable[[], object]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._object: object = None

    def __getattr__(self, name: str) -> Any:
        with self._lock:
            if self._object is None:
                self._object = self._build()
                # What was imported for it stays: looking through it for garbage would hold the windows up for a tenth of a second
                gc.freeze()
        return getattr(self._object, name)


def later(build: Callable[[], _T]) -> _T:
    """Return a stand-in (:class:`Later`) for what *build* returns."""
    return cast("_T", Later(build))


def vault(folder: Path, clock: Clock, report: Callable[[TenantDockError], None]) -> Vault:
    """The sealed sign-ins, with their key in the system's keyring."""
    from tenantdock.vault import KeyringVault, OsKeyStore, probe  # noqa: PLC0415 - see Later

    return KeyringVault(folder / "vault", OsKeyStore(probe.ask), clock, on_report=report)


def browsers(folder: Path) -> Browsers:
    """The browsers of this computer."""
    from tenantdock.consoles.environment import environment  # noqa: PLC0415 - see Later
    from tenantdock.consoles.machine import Machine  # noqa: PLC0415 - see Later
    from tenantdock.portals.browsers import SystemBrowsers  # noqa: PLC0415 - see Later

    # A browser gets the person's own environment as a console does: what TenantDock needs for itself is not for it
    return SystemBrowsers(profiles=folder / "profiles", environment=environment(Machine()))


def settings(folder: Path, clock: Clock, report: Callable[[TenantDockError], None]) -> SettingsStore:
    """The settings file."""
    from tenantdock.directory.settings import SettingsFile  # noqa: PLC0415 - see Later

    return SettingsFile(folder / "settings.json", clock, on_report=report)


def identity(vault: Vault, browsers: Browsers, clock: Clock, settings: SettingsStore, on_network: NetworkListener) -> EntraIdentity:
    """The sign-ins at Microsoft. *on_network* is told whether the network is there."""
    from tenantdock.identity.entra import EntraIdentity  # noqa: PLC0415 - see Later

    return EntraIdentity(vault=vault, browsers=browsers, clock=clock, settings=settings, on_network=on_network)


def profiles(folder: Path) -> OwnProfiles:
    """The browser profiles of TenantDock's own."""
    from tenantdock.portals.own_profiles import OwnProfileFolders  # noqa: PLC0415 - see Later

    return OwnProfileFolders(folder / "profiles")


def doctor(clock: Clock, settings: SettingsStore, browsers: Browsers, vault: Vault) -> Doctor:
    """The connectivity test."""
    from tenantdock import clinic  # noqa: PLC0415 - see Later

    return clinic.doctor(clock, settings, browsers, lambda _cancel: vault.state(), vault)


def portals(directory: Directory, browsers: Browsers, clock: Clock) -> Portals:
    """The web portals of a customer."""
    from tenantdock.portals.links import portals  # noqa: PLC0415 - see Later
    from tenantdock.workflows.portals import Portals  # noqa: PLC0415 - see Later

    return Portals(directory=directory, browsers=browsers, clock=clock, links=portals)


def consoles(settings: SettingsStore) -> Consoles:
    """The shells and terminals of this computer."""
    from tenantdock.consoles.launcher import SystemConsoles  # noqa: PLC0415 - see Later

    return SystemConsoles(wishes=lambda: settings.current().consoles)


def readiness(clock: Clock, vault: Vault) -> Readiness:
    """What looks whether this computer has all that TenantDock needs."""
    from tenantdock import clinic  # noqa: PLC0415 - see Later

    return clinic.readiness(clock, vault)


def autostart(again: Sequence[str], *, practice: bool) -> Autostart:
    """The start at log-in, with the arguments *again*."""
    from tenantdock import autostart, ourselves  # noqa: PLC0415 - see Later

    if practice:
        return autostart.NoAutostart(said("The practice cloud is not started at log-in."))
    return autostart.autostart([*ourselves.command(), *again, "--hidden"])


def playground() -> Playground:
    """The practice cloud, to be tried beside the program that runs."""
    from tenantdock import ourselves  # noqa: PLC0415 - see Later
    from tenantdock.consoles.environment import environment  # noqa: PLC0415 - see Later
    from tenantdock.consoles.machine import Machine  # noqa: PLC0415 - see Later
    from tenantdock.practice import Practice  # noqa: PLC0415 - see Later

    return Practice(ourselves.command(), environment(Machine()))


def welcome(clouds: Clouds, grant: Grant) -> Welcome:
    """What a console is greeted with. Reads files, with the first one."""
    from tenantdock.agent.welcome import Welcome, WelcomeService  # noqa: PLC0415 - see Later
    from tenantdock.consoles import session_script  # noqa: PLC0415 - see Later

    cloud = clouds.get(grant.connection.tenant.cloud)
    return Welcome(
        script=session_script(),
        services=tuple(
            WelcomeService(service.key, service.label, cloud.api_roots.get(service.key, ""))
            for service in services(grant.connection.services)
        ),
        cloud_name=cloud.name,
        trust_anchor=cloud.trust_anchor,
    )
