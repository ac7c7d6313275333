"""The settings as they are wired in the program: a real file, a real directory, a real vault (its key in memory)."""

from __future__ import annotations

from pathlib import Path

from support.fakes import FakeClock, MemoryKeyStore
from tenantdock.autostart import DesktopEntry
from tenantdock.directory import SqliteDirectory
from tenantdock.directory.settings import SettingsFile
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.computer import Browsers, Consoles
from tenantdock.vault import KeyringVault
from tenantdock.workflows.settings import Configuring


class SettingsHouse:
    """Everything below the settings window."""

    def __init__(self, folder: Path, *, consoles: Consoles | None = None, browsers: Browsers | None = None) -> None:
        clock = FakeClock()
        self.folder = folder
        self.store = SettingsFile(folder / "settings.json", clock)
        self.clouds = Clouds(chosen=lambda: self.store.current().clouds)
        self.directory = SqliteDirectory(folder / "directory.sqlite3", clock)
        self.vault = KeyringVault(folder / "vault", MemoryKeyStore(), clock)
        self.autostart = DesktopEntry(
            ["/opt/tenantdock/tenantdock", "--hidden"], {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_CONFIG_DIRS": "/nowhere"}
        )
        self.configuring = Configuring(
            settings=self.store,
            clouds=self.clouds,
            directory=self.directory,
            vault=self.vault,
            consoles=consoles,
            browsers=browsers,
            autostart=self.autostart,
        )

    def close(self) -> None:
        """Close what is open."""
        self.directory.close()
