"""The settings as they are wired in the program: a real file, a real directory, a real vault (its key in memory)."""

from __future__ import annotations

from pathlib import Path

from support.fakes import FakeClock, MemoryKeyStore
from tenantdock.directory import SqliteDirectory
from tenantdock.directory.settings import SettingsFile
from tenantdock.domain.clouds import Clouds
from tenantdock.vault import KeyringVault
from tenantdock.workflows.settings import Configuring


class SettingsHouse:
    """Everything below the settings window."""

    def __init__(self, folder: Path) -> None:
        clock = FakeClock()
        self.folder = folder
        self.store = SettingsFile(folder / "settings.json", clock)
        self.clouds = Clouds(chosen=lambda: self.store.current().clouds)
        self.directory = SqliteDirectory(folder / "directory.sqlite3", clock)
        self.vault = KeyringVault(folder / "vault", MemoryKeyStore(), clock)
        self.configuring = Configuring(settings=self.store, clouds=self.clouds, directory=self.directory, vault=self.vault)

    def close(self) -> None:
        """Close what is open."""
        self.directory.close()
