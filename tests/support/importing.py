"""An import on doubles: a directory, an identity that knows some tenants, and lists that a test writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import NAMESPACE_DNS, uuid5

from support.fakes import FakeAgent, FakeClock, FakeIdentity, FakeProfiles, MemoryDirectory
from support.networking import FakeSettings
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud, Clouds
from tenantdock.domain.customers import CountListener, CustomerList, ListedCustomer
from tenantdock.domain.directory import Account
from tenantdock.domain.errors import TenantDockError, UnknownDomain
from tenantdock.domain.ports import Directory
from tenantdock.workflows.exporting import Exporting
from tenantdock.workflows.importing import Applied, Importing, Preview, StageListener, nobody_listens
from tenantdock.workflows.turns import Turns
from tenantdock.workflows.wanted import Defaults


def tenant_of(domain: str) -> str:
    """A made-up tenant id, the same one for a domain every time."""
    return str(uuid5(NAMESPACE_DNS, domain))


class FakeSource:
    """Lists that a test writes; an exception is raised."""

    def __init__(self) -> None:
        self.lists: dict[CustomerList, Sequence[ListedCustomer] | TenantDockError] = {}
        self.asked: list[tuple[CustomerList, str]] = []

    def customers(
        self, kind: CustomerList, cloud: Cloud, account: Account, cancel: Cancel, count: CountListener
    ) -> Sequence[ListedCustomer]:
        cancel.check()
        self.asked.append((kind, account.username))
        found = self.lists[kind]
        if isinstance(found, TenantDockError):
            raise found
        count(len(found))
        return found


class AnyTenant(FakeIdentity):
    """Knows the tenant of every domain, but of those that begin with "no"."""

    def tenant_of(self, cloud: Cloud, domain: str, cancel: Cancel) -> str:
        cancel.check()
        if domain in self.tenants:
            return super().tenant_of(cloud, domain, cancel)
        self.looked_up.append(domain)
        if domain.startswith("no"):
            raise UnknownDomain(f"No tenant answers for {domain}.", next_step="Check the spelling.")
        return tenant_of(domain)


class ImportHouse:
    """All that an import needs."""

    def __init__(self, directory: Directory | None = None) -> None:
        self.clock = FakeClock()
        self.directory = directory or MemoryDirectory()
        self.identity = AnyTenant(self.clock)
        self.source = FakeSource()
        self.agent = FakeAgent(self.clock)
        self.profiles = FakeProfiles()
        self.settings = FakeSettings()
        self.importing = Importing(
            directory=self.directory,
            identity=self.identity,
            source=self.source,
            agent=self.agent,
            profiles=self.profiles,
            clouds=Clouds(),
            settings=self.settings,
            turns=Turns(),
        )
        self.exporting = Exporting(directory=self.directory, clock=self.clock)

    def preview(self, path: Path, defaults: Defaults | None = None, listen: StageListener = nobody_listens) -> Preview:
        opened = self.importing.open(path, Cancel(), listen)
        return self.importing.preview_file(opened, opened.columns, defaults or Defaults("anna@msp.example"), Cancel(), listen)

    def take(self, preview: Preview, picked: set[int] | None = None) -> Applied:
        return self.importing.apply(preview, preview.usual() if picked is None else picked, Cancel())

    def everything(self) -> tuple[object, ...]:
        return self.directory.every(), self.directory.rows(), self.directory.accounts()


@contextmanager
def import_house(kind: str, folder: Path) -> Iterator[ImportHouse]:
    """A house whose directory is in memory or a file in *folder* ("sqlite")."""
    made = ImportHouse(None)
    if kind == "sqlite":
        made = ImportHouse(SqliteDirectory(folder / "d.sqlite3", made.clock))
    yield made
    made.directory.close()


def a_file(folder: Path, text: str | bytes, name: str = "customers.csv") -> Path:
    """A file in *folder* that holds *text*."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told(preview: Preview) -> list[tuple[str, str]]:
    """What a preview says of each customer, and its name."""
    return [(line.what.value, line.shown.name) for line in preview.lines]


def cancelled() -> Cancel:
    """One that was cancelled already."""
    cancel = Cancel()
    cancel.cancel()
    return cancel
