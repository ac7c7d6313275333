"""Builds the connectivity test for the command line, which needs neither a desktop nor the data folder's lock. Like
:mod:`tenantdock.composition`, and beside it: nothing here is needed to start a desktop.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tenantdock import folders
from tenantdock.domain.clouds import BUILT_IN, Cloud, Clouds
from tenantdock.domain.errors import NotFound

if TYPE_CHECKING:
    from tenantdock.cli.doctor import Clinic
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.computer import Browsers
    from tenantdock.domain.directory import Connection, ConnectionRow
    from tenantdock.domain.ports import Clock, SettingsStore, Vault, VaultState
    from tenantdock.workflows.doctor import Doctor
    from tenantdock.workflows.readiness import Readiness


def doctor(
    clock: Clock,
    settings: SettingsStore | None,
    browsers: Browsers,
    state: Callable[[Cancel], VaultState],
    vault: Vault | None = None,
) -> Doctor:
    """Return the connectivity test. *state* says how the vault stands; *vault* knows the proxy's password, where there is one."""
    from tenantdock.consoles.examine import ConsoleExaminer  # noqa: PLC0415 - only when somebody tests
    from tenantdock.identity.examine import NetworkExaminer  # noqa: PLC0415 - the same
    from tenantdock.identity.examine_ways import ProxyWays  # noqa: PLC0415 - the same
    from tenantdock.identity.proxies import Proxies  # noqa: PLC0415 - the same
    from tenantdock.portals.examine import BrowserExaminer  # noqa: PLC0415 - the same
    from tenantdock.vault.examine import KeyringExaminer  # noqa: PLC0415 - the same
    from tenantdock.workflows.doctor import Doctor  # noqa: PLC0415 - the same

    ways = ProxyWays(Proxies(clock, settings=settings, vault=vault))
    return Doctor([NetworkExaminer(clock, ways), BrowserExaminer(browsers), KeyringExaminer(state), ConsoleExaminer()], clock)


def readiness(clock: Clock, vault: Vault) -> Readiness:
    """Return what looks at this computer alone: PowerShell, its modules, a terminal, the keyring."""
    from tenantdock.consoles.examine import ConsoleExaminer  # noqa: PLC0415 - only when somebody looks
    from tenantdock.vault.examine import KeyringExaminer  # noqa: PLC0415 - the same
    from tenantdock.workflows.doctor import Doctor  # noqa: PLC0415 - the same
    from tenantdock.workflows.readiness import Readiness  # noqa: PLC0415 - the same

    return Readiness(Doctor([ConsoleExaminer(), KeyringExaminer(lambda _cancel: vault.state())], clock))


def run_doctor(words: Sequence[str], *, sandbox: bool, data: Path | None) -> int:
    """Run ``tenantdock doctor`` with *words*. Returns the exit code. Reads what is saved, changes nothing, and asks for no key."""
    from tenantdock.cli import doctor as command  # noqa: PLC0415 - only for this command

    folder = data or folders.data_folder(sandbox=sandbox)
    return command.main(words, lambda: _opened(folder, sandbox=sandbox))


@contextmanager
def _opened(folder: Path, *, sandbox: bool) -> Iterator[Clinic]:
    from tenantdock.cli.doctor import Clinic  # noqa: PLC0415 - only for this command
    from tenantdock.clock import SystemClock  # noqa: PLC0415 - the same
    from tenantdock.consoles.environment import environment  # noqa: PLC0415 - the same
    from tenantdock.consoles.machine import Machine  # noqa: PLC0415 - the same
    from tenantdock.directory.settings import SettingsFile  # noqa: PLC0415 - the same
    from tenantdock.portals.browsers import SystemBrowsers  # noqa: PLC0415 - the same

    clock = SystemClock()
    with ExitStack() as stack:
        known: tuple[Cloud, ...] = BUILT_IN
        if sandbox:
            from tenantdock.practice import PracticeCloud  # noqa: PLC0415 - of no use with real tenants

            # One of our own: the desktop's may not run, or be in the midst of a fault that somebody switched on
            practice = PracticeCloud(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tenantdock-doctor-"))))
            stack.callback(practice.stop)
            known = (practice.ready(),)
        settings = SettingsFile(folder / "settings.json", clock) if (folder / "settings.json").exists() else None
        clouds = Clouds(known, chosen=lambda: settings.current().clouds) if settings is not None else Clouds(known)
        rows, connection = _saved(folder, clock, stack)
        browsers = SystemBrowsers(profiles=folder / "profiles", environment=environment(Machine()))
        yield Clinic(doctor(clock, settings, browsers, _keyring), clouds, rows, connection)


def _saved(
    folder: Path, clock: Clock, stack: ExitStack
) -> tuple[Callable[[], Sequence[ConnectionRow]], Callable[[str], Connection]]:
    """Return how to list connections and how to read one. Where nothing is saved, nothing is made either."""
    file = folder / "directory.sqlite3"
    if not file.exists():

        def nothing(_connection_id: str) -> Connection:
            raise NotFound("Nothing is saved yet.", next_step="Give a domain.")

        return list, nothing
    from tenantdock.directory import SqliteDirectory  # noqa: PLC0415 - only when there is one

    directory = SqliteDirectory(file, clock)
    stack.callback(directory.close)
    return directory.rows, directory.connection


def _keyring(cancel: Cancel) -> VaultState:
    """How the vault would stand here, found out as the desktop does, without opening it."""
    from tenantdock.domain.ports import VaultState  # noqa: PLC0415 - only for this command
    from tenantdock.vault import OsKeyStore, probe  # noqa: PLC0415 - the same

    state = OsKeyStore(lambda: probe.ask(cancel)).state()
    return VaultState(state.usable, state.name, state.reason, state.next_step)
