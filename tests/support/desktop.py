"""Doubles for the desktop's tests: workflows that do what a test scripts, openly fake.

Each implements the methods of the class it stands in for, and nothing is real behind them: no network, no disk, no PowerShell.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from support.importing import ImportHouse
from support.networking import FakeSettings as SettingsInMemory
from tenantdock.clock import SystemClock
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud, Clouds
from tenantdock.domain.computer import BrowserOffer, BrowserProfile
from tenantdock.domain.directory import (
    Account,
    Connection,
    ConnectionRow,
    ConsoleSettings,
    Filing,
    HistoryEntry,
    Tenant,
    UserName,
    domain_name,
)
from tenantdock.domain.errors import BadInput, NotFound, TenantDockError
from tenantdock.domain.portals import Customer, Portal
from tenantdock.domain.ports import VaultState
from tenantdock.domain.proof import Candidate, Mismatch, WrongAccount
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Held, SessionInfo, SessionState
from tenantdock.domain.settings import ProxySettings, Settings
from tenantdock.domain.signin import Offer, Progress, ProgressListener, Realm, RealmKind, Rung, TokenAsk, no_progress
from tenantdock.portals.links import portals
from tenantdock.workflows import Locking, Workflows
from tenantdock.workflows.adding import Draft, Found
from tenantdock.workflows.connecting import Connected, SignedIn
from tenantdock.workflows.editing import Change, Details, TokenLeft
from tenantdock.workflows.organising import Organising
from tenantdock.workflows.removing import Removed

PRACTICE = Cloud(
    "sandbox",
    "Practice cloud",
    "https://localhost:4443",
    {
        "graph": "https://graph.practice.example",
        "azure": "https://azure.practice.example",
        "exchange": "https://e.practice.example",
    },
)
HOSTILE_NAMES = [
    "<b>bold</b><img src=x onerror=alert(1)>",
    "\x1b[31mred\x1b]0;title\x07",
    "safe\u202egnp.exe",
    "two\nlines\r\nand\ttabs",
    "x" * 300,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 Family & Söhne",
    "{braces} %s %1",
    "مكتب المحاماة",
    "&Ampersand & Co",
]
HOME = "11111111-1111-4111-8111-111111111111.22222222-2222-4222-8222-222222222222"
GERMAN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft Aschaffenburg-Miltenberg mbH & Co. KGaA"


def row(number: int = 1, **changes: Any) -> ConnectionRow:
    """A made-up row. The same number gives the same row."""
    names = ["Contoso", "Fabrikam", "Northwind Traders", "Adventure Works", "Tailspin Toys", "Wingtip", "Zürich Bäckerei", "Litho"]
    colours = ["#1d5fb4", "#0b6e74", "#2c7031", "#9a4b00", "#b3261e", "#6241b8", "", "#9c2a7a"]
    name = names[number % len(names)] + (f" {number}" if number > len(names) else "")
    domain = f"{names[number % len(names)].split()[0].lower().replace('ü', 'ue')}{number if number > len(names) else ''}.example"
    made = ConnectionRow(
        id=f"c{number}",
        name=name,
        tenant_id=f"00000000-0000-4000-8000-{number:012}",
        tenant_name=name,
        domain=domain,
        username=f"admin@{domain}" if number % 3 else "partner@msp.example",
        cloud="sandbox",
        services=("graph", "azure", "exchange")[: 1 + number % 3],
        colour=colours[number % len(colours)],
        enrolled=number % 4 != 1,
        last_used=None if number % 4 == 1 else time.time() - 400.0 * number * number,
    )
    return replace(made, **changes)


def rows(count: int) -> list[ConnectionRow]:
    """Made-up rows, by name."""
    return sorted((row(number) for number in range(1, count + 1)), key=lambda each: each.name.casefold())


def connection_of(each: ConnectionRow) -> Connection:
    return Connection(
        each.id,
        each.name,
        Tenant(each.tenant_id, each.cloud, each.tenant_name, each.domain),
        Account("a" + each.id, each.cloud, each.username),
        each.services,
        ConsoleSettings(colour=each.colour),
        filing=Filing(each.group, each.tags, each.favourite),
    )


def session(number: int = 1, **changes: Any) -> SessionInfo:
    customer = row(number)
    made = SessionInfo(
        f"s{number}",
        f"c{number}",
        customer.name,
        SessionState.OPEN,
        time.time() - 600,
        4000 + number,
        "Graph: Contoso",
        True,
        customer.username,
        tuple(Held(key, time.time() + 600 + 130 * number) for key in customer.services),
    )
    return replace(made, **changes)


def refusal(*rungs: Rung, expected: str = "", got: str = "", because: str = "") -> WrongAccount:
    return WrongAccount(
        Mismatch.ACCOUNT,
        expected=expected or "admin@contoso.example",
        got=got or "kiosk@contoso.example",
        because=because or "the sign-in service sts.contoso.example signs in whoever is signed in to this machine",
        offers=tuple(
            Offer(way, f"Because {way.value} helps.")
            for way in rungs or (Rung.PRIVATE, Rung.FRESH, Rung.OTHER_PROFILE, Rung.DEVICE_CODE)
        ),
    )


class Gate:
    """Holds a worker until the test opens it. A hard gate does not even listen to a Cancel."""

    def __init__(self, *, hard: bool = False) -> None:
        self.opened = threading.Event()
        self.reached = threading.Event()
        self._hard = hard

    def open(self) -> None:
        self.opened.set()

    def wait(self, cancel: Cancel) -> None:
        self.reached.set()
        if self._hard:
            assert self.opened.wait(30), "the test never opened the gate"
            return
        with cancel.calling(self.opened.set):
            assert self.opened.wait(30), "the test never opened the gate"
        cancel.check()


Step = Progress | Gate | BaseException
"""What a scripted sign-in does next: say something, wait, or fail. After the last it succeeds."""


class FakeDirectory:
    """Rows in a list."""

    def __init__(self, saved: Sequence[ConnectionRow] = ()) -> None:
        self.saved = list(saved)
        self.before_rows: Callable[[], None] = lambda: None
        self.purged = 0
        self.purge_fails: BaseException | None = None
        self.notes: dict[str, str] = {}
        self.refusals: dict[str, str] = {}
        self.filed = 0
        self.file_fails: TenantDockError | None = None

    def rows(self) -> list[ConnectionRow]:
        assert threading.current_thread() is not threading.main_thread(), "rows() on the GUI thread"
        self.before_rows()
        return sorted(self.saved, key=lambda each: each.name.casefold())

    def first_rows(self, limit: int) -> list[ConnectionRow]:
        rows = self.rows()
        return rows if any(row.group or row.tags or row.favourite for row in rows) else rows[:limit]

    def connection(self, connection_id: str) -> Connection:
        assert threading.current_thread() is not threading.main_thread(), "connection() on the GUI thread"
        for each in self.saved:
            if each.id == connection_id:
                made = connection_of(each)
                return replace(made, filing=replace(made.filing, notes=self.notes.get(connection_id, "")))
        raise NotFound("The connection is gone.", next_step="Choose another one.")

    def every(self) -> list[Connection]:
        whole = [(each, self.connection(each.id)) for each in self.rows()]
        return [
            replace(made, account=replace(made.account, home_account_id=HOME)) if each.enrolled else made for each, made in whole
        ]

    def filings(self, connection_ids: Sequence[str]) -> dict[str, Filing]:
        there = {each.id for each in self.saved}
        return {each: self.connection(each).filing for each in connection_ids if each in there}

    def file(self, filings: Mapping[str, Filing]) -> dict[str, Filing]:
        if self.file_fails is not None:
            raise self.file_fails
        before = self.filings(list(filings))
        self.filed += 1
        for at, each in enumerate(self.saved):
            if each.id in before:
                new = filings[each.id]
                self.saved[at] = replace(each, group=new.group, tags=new.tags, favourite=new.favourite)
                self.notes[each.id] = new.notes
        return before

    def paint(self, colours: Mapping[str, str]) -> dict[str, str]:
        before = {each.id: each.colour for each in self.saved if each.id in colours}
        self.saved = [replace(each, colour=colours.get(each.id, each.colour)) for each in self.saved]
        return before

    def refused(self) -> dict[str, str]:
        return dict(self.refusals)

    def accounts(self) -> list[Account]:
        assert threading.current_thread() is not threading.main_thread(), "accounts() on the GUI thread"
        found = {(each.cloud, each.username.casefold()): connection_of(each).account for each in self.saved}
        return sorted(found.values(), key=lambda account: account.username)

    def purge(self) -> None:
        assert threading.current_thread() is not threading.main_thread(), "purge() on the GUI thread"
        self.purged += 1
        if self.purge_fails is not None:
            raise self.purge_fails

    def take(self, connection_id: str) -> ConnectionRow:
        for each in self.saved:
            if each.id == connection_id:
                self.saved.remove(each)
                return each
        raise NotFound("The connection is gone.", next_step="Choose another one.")

    def put(self, connection: Connection) -> Connection:
        tenant = connection.tenant
        self.saved.append(
            ConnectionRow(
                connection.id,
                connection.name,
                tenant.id,
                tenant.name,
                tenant.domain,
                connection.account.username,
                tenant.cloud,
                connection.services,
                connection.console.colour,
                connection.account.enrolled,
                None,
                group=connection.filing.group,
                tags=connection.filing.tags,
                favourite=connection.filing.favourite,
            )
        )
        return connection


class FakeAgent:
    """Sessions in a list."""

    def __init__(self) -> None:
        self.open: list[SessionInfo] = []
        self.locked = False
        self.renewed: list[str] = []
        self.listeners: list[Callable[[SessionInfo], None]] = []

    def sessions(self) -> list[SessionInfo]:
        return list(self.open)

    def listen(self, listener: Callable[[SessionInfo], None]) -> None:
        self.listeners.append(listener)

    def withdraw(self, session_id: str) -> None:
        for each in [one for one in self.open if one.id == session_id]:
            self.open.remove(each)
            self.tell(replace(each, state=SessionState.ENDED))

    def renew(self, session_id: str) -> None:
        self.renewed.append(session_id)

    def lock(self) -> None:
        self.locked = True

    def unlock(self) -> None:
        self.locked = False

    def tell(self, changed: SessionInfo) -> None:
        for listener in self.listeners:
            listener(changed)


class FakeConnecting:
    """Sign-ins that follow a script. ``scripts`` holds one list of steps for each coming call; none left means success at once."""

    def __init__(self, directory: FakeDirectory, agent: FakeAgent) -> None:
        self._directory = directory
        self._agent = agent
        self.scripts: list[list[Step]] = []
        self.trouble: TenantDockError | None = None
        self.calls: list[tuple[str, str, Rung | None]] = []
        self.chosen: list[tuple[str, ...]] = []
        self.cancels: list[Cancel] = []
        self.windows: list[int] = []
        self.confirmed: list[tuple[str, Candidate, str]] = []
        self.confirm_fails: list[TenantDockError] = []

    def confirm(self, connection_id: str, candidate: Candidate, typed: str = "") -> None:
        assert threading.current_thread() is not threading.main_thread(), "confirm() on the GUI thread"
        if self.confirm_fails:
            raise self.confirm_fails.pop(0)
        self.confirmed.append((connection_id, candidate, typed))

    def connect(
        self,
        connection_id: str,
        cancel: Cancel,
        progress: ProgressListener,
        rung: Rung | None = None,
        window: int = 0,
        chosen: Sequence[str] = (),
    ) -> Connected:
        self.chosen.append(tuple(chosen))
        self.windows.append(window)
        signed_in = self._play("connect", connection_id, cancel, progress, rung)
        if self.trouble is not None:
            return Connected(signed_in, None, self.trouble)
        opened = SessionInfo(f"s-{connection_id}", connection_id, signed_in.connection.name, SessionState.OPEN, time.time(), 4711)
        self._agent.open.append(opened)
        self._agent.tell(opened)
        return Connected(signed_in, opened)

    def renew(self, connection_id: str, cancel: Cancel) -> SignedIn:
        return self._play("renew", connection_id, cancel, no_progress, None)

    def sign_in(
        self,
        connection_id: str,
        cancel: Cancel,
        progress: ProgressListener,
        rung: Rung | None = None,
        window: int = 0,
        chosen: Sequence[str] = (),
    ) -> SignedIn:
        self.windows.append(window)
        return self._play("sign_in", connection_id, cancel, progress, rung)

    def _play(self, what: str, connection_id: str, cancel: Cancel, progress: ProgressListener, rung: Rung | None) -> SignedIn:
        assert threading.current_thread() is not threading.main_thread(), f"{what}() on the GUI thread"
        self.calls.append((what, connection_id, rung))
        self.cancels.append(cancel)
        for step in self.scripts.pop(0) if self.scripts else []:
            if isinstance(step, Progress):
                progress(step)
            elif isinstance(step, Gate):
                step.wait(cancel)
            else:
                raise step
        each = self._directory.take(connection_id)
        each = replace(each, enrolled=True, last_used=time.time())
        self._directory.saved.append(each)
        return SignedIn(connection_of(each), each.username, True, time.time() + 3600)


class FakeAdding:
    """A look-up in a table of made-up domains."""

    def __init__(self, directory: FakeDirectory, clouds: Clouds) -> None:
        self._directory = directory
        self.clouds = clouds
        self.tenants: dict[str, Realm] = {
            "contoso.example": Realm("contoso.example", RealmKind.MANAGED, "Contoso Ltd"),
            "fabrikam.example": Realm("fabrikam.example", RealmKind.FEDERATED, "Fabrikam", "sts.fabrikam.example"),
        }
        self.looked_up: list[tuple[str, str, str]] = []
        self.cancels: list[Cancel] = []
        self.gate: Gate | None = None
        self.fails: TenantDockError | None = None
        self.add_fails: TenantDockError | None = None

    def look_up(self, username: str, customer: str, cloud_id: str, cancel: Cancel) -> Found:
        assert threading.current_thread() is not threading.main_thread(), "look_up() on the GUI thread"
        self.looked_up.append((username, customer, cloud_id))
        self.cancels.append(cancel)
        if self.gate is not None:
            self.gate.wait(cancel)
        if self.fails is not None:
            raise self.fails
        user = UserName.parse(username)
        domain = domain_name(customer) if customer else user.domain
        realm = self.tenants.get(domain, Realm(domain, RealmKind.UNKNOWN))
        number = sum(map(ord, domain))
        return Found(user, realm, f"00000000-0000-4000-8000-{number:012}", domain, realm.brand or domain)

    def add(self, draft: Draft) -> Connection:
        if self.add_fails is not None:
            raise self.add_fails
        if any(each.name == draft.name for each in self._directory.saved):
            raise BadInput(f"{draft.name} is already there.", next_step="Give it another name.")
        tenant = Tenant(draft.found.tenant_id, draft.cloud, draft.found.domain, draft.found.domain)
        account = Account("a-new", draft.cloud, str(draft.found.user))
        number = len(self._directory.saved)
        return self._directory.put(Connection(f"new{number}", draft.name, tenant, account, draft.services, draft.console))


class FakeRemoving:
    def __init__(self, directory: FakeDirectory, agent: FakeAgent) -> None:
        self._directory = directory
        self._agent = agent
        self.signed_out: list[str] = []
        self.everywhere: list[str] = []
        self.everywhere_fails: TenantDockError | None = None
        self.troubles: tuple[TenantDockError, ...] = ()

    def sign_out(self, connection_id: str) -> Connection:
        self.signed_out.append(connection_id)
        return next(connection_of(each) for each in self._directory.saved if each.id == connection_id)

    def sign_out_everywhere(self, connection_id: str, cancel: Cancel) -> Connection:
        assert threading.current_thread() is not threading.main_thread(), "sign_out_everywhere() on the GUI thread"
        if self.everywhere_fails is not None:
            raise self.everywhere_fails
        self.everywhere.append(connection_id)
        return next(connection_of(each) for each in self._directory.saved if each.id == connection_id)

    def remove_all(self, connection_ids: Sequence[str]) -> Removed:
        assert threading.current_thread() is not threading.main_thread(), "remove_all() on the GUI thread"
        for each in self._agent.sessions():
            if each.connection_id in connection_ids:
                self._agent.withdraw(each.id)
        return Removed(tuple(connection_of(self._directory.take(each)) for each in connection_ids), self.troubles)

    def restore_all(self, removed: Sequence[Connection]) -> list[Connection]:
        return [self._directory.put(each) for each in removed]


class FakeEditing:
    """Details of made-up rows, and changes to them."""

    def __init__(self, directory: FakeDirectory, adding: FakeAdding) -> None:
        self._directory = directory
        self._adding = adding
        self.kept: dict[str, Connection] = {}
        self.saved: list[tuple[str, Change]] = []
        self.broker: list[tuple[str, bool]] = []
        self.anew: list[str] = []
        self.fails: TenantDockError | None = None
        self.realm_answer: Realm | BaseException = Realm("contoso.example", RealmKind.MANAGED, "Contoso Ltd")
        self.offers: tuple[BrowserOffer, ...] = (
            BrowserOffer("", "The default browser (Edge)", default=True),
            BrowserOffer(
                "edge", "Edge", "/edge", (BrowserProfile("Default", "Work", "me@msp.example"), BrowserProfile("P1", "Kunden"))
            ),
            BrowserOffer("firefox", "Firefox", "/firefox", (BrowserProfile("x", "default-release"),)),
        )
        self.history = [
            HistoryEntry(1_795_000_000.0 - 3600.0 * n, "c1", event, text)
            for n, (event, text) in enumerate(
                [
                    ("console-opened", "process 4711"),
                    ("signed-in", "admin@contoso.example, silently"),
                    ("refused", "Expected admin@contoso.example, got kiosk@contoso.example."),
                    ("signed-in", "admin@contoso.example, by a person"),
                ]
            )
        ]

    def connection(self, connection_id: str) -> Connection:
        if connection_id not in self.kept:
            found = next((each for each in self._directory.saved if each.id == connection_id), None)
            if found is None:
                raise NotFound("This connection is not saved here any more.", next_step="Add it again.")
            made = connection_of(found)
            self.kept[connection_id] = replace(made, account=replace(made.account, home_account_id=HOME if found.enrolled else ""))
        kept = self.kept[connection_id]
        saved = next((each for each in self._directory.saved if each.id == connection_id), None)
        if saved is None:
            return kept
        notes = self._directory.notes.get(connection_id, "")
        console = replace(kept.console, colour=saved.colour)
        return replace(kept, console=console, filing=Filing(saved.group, saved.tags, saved.favourite, notes))

    def details(self, connection_id: str) -> Details:
        assert threading.current_thread() is not threading.main_thread(), "details() on the GUI thread"
        connection = self.connection(connection_id)
        cloud = next((each for each in self._adding.clouds if each.id == connection.tenant.cloud), None)
        left = (TokenLeft("Graph", time.time() + 2900), TokenLeft("Exchange", None))
        shared = sum(each.username == connection.account.username for each in self._directory.saved) - 1
        return Details(connection, cloud, left, tuple(self.history), self.history[-1].at if self.history else None, shared)

    def browsers(self) -> tuple[BrowserOffer, ...]:
        assert threading.current_thread() is not threading.main_thread(), "browsers() on the GUI thread"
        return self.offers

    def realm(self, connection_id: str, cancel: Cancel) -> Realm:
        assert threading.current_thread() is not threading.main_thread(), "realm() on the GUI thread"
        if isinstance(self.realm_answer, BaseException):
            raise self.realm_answer
        return self.realm_answer

    def save(self, connection_id: str, change: Change) -> Connection:
        assert threading.current_thread() is not threading.main_thread(), "save() on the GUI thread"
        if self.fails is not None:
            raise self.fails
        self.saved.append((connection_id, change))
        before = self.connection(connection_id)
        console = replace(before.console, colour=change.colour)
        after = replace(
            before,
            name=change.name,
            services=change.services,
            console=console,
            browser=change.browser,
            rung=before.rung if change.rung is None else change.rung,
        )
        self.kept[connection_id] = after
        row = self._directory.take(connection_id)
        self._directory.saved.append(replace(row, name=change.name, services=change.services, colour=change.colour))
        return after

    def set_broker(self, connection_id: str, on: bool) -> None:
        self.broker.append((connection_id, on))

    def enrol_anew(self, connection_id: str) -> Connection:
        self.anew.append(connection_id)
        before = self.connection(connection_id)
        self.kept[connection_id] = replace(before, account=replace(before.account, home_account_id=""))
        return before


class FakeConfiguring:
    """The proxy's part of the settings, kept in memory."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.listeners: list[Callable[[Settings], None]] = []
        self.passwords: list[Secret | None] = []
        self.fails: TenantDockError | None = None

    def current(self) -> Settings:
        assert threading.current_thread() is not threading.main_thread(), "current() on the GUI thread"
        return self.settings

    def listen(self, listener: Callable[[Settings], None]) -> None:
        self.listeners.append(listener)

    def clouds(self) -> list[Cloud]:
        return [PRACTICE]

    def client_fields(self, cloud_id: str) -> list[Any]:
        return []

    def set_proxy(self, proxy: ProxySettings, password: Secret | None = None) -> None:
        assert threading.current_thread() is not threading.main_thread(), "set_proxy() on the GUI thread"
        if self.fails is not None:
            raise self.fails
        self.settings = replace(self.settings, proxy=proxy)
        self.passwords.append(password)


class FakeTokens:
    """Tokens in memory: of the tenants in ``soon`` one that ends in ten minutes, of the others none."""

    def __init__(self) -> None:
        self.soon: set[str] = set()

    def peek(self, ask: TokenAsk) -> Any:
        return SimpleNamespace(expires_on=time.time() + 600) if ask.tenant_id in self.soon else None


class FakeVault:
    def __init__(self) -> None:
        self.answer = VaultState(persistent=True, backend="a made-up keyring")
        self.gate: Gate | None = None
        self.prove_fails: TenantDockError | None = None

    def prove(self) -> None:
        assert threading.current_thread() is not threading.main_thread(), "prove() on the GUI thread"
        if self.gate is not None:
            self.gate.wait(Cancel())
        if self.prove_fails is not None:
            raise self.prove_fails

    def state(self) -> VaultState:
        assert threading.current_thread() is not threading.main_thread(), "state() on the GUI thread"
        return self.answer


class FakePortals:
    """Portals of the real kind, for rows of the practice cloud too: it stands in for the public one. Opens nothing."""

    def __init__(self, directory: FakeDirectory) -> None:
        self._directory = directory
        self.opened: list[tuple[str, str]] = []
        self.fails: TenantDockError | None = None

    def of(self, each: ConnectionRow) -> tuple[Portal, ...]:
        return portals(Customer("public", each.tenant_id, each.domain, each.username, each.home_tenant))

    def open(self, connection_id: str, key: str) -> Portal:
        assert threading.current_thread() is not threading.main_thread(), "open() on the GUI thread"
        if self.fails is not None:
            raise self.fails
        each = next(each for each in self._directory.saved if each.id == connection_id)
        self.opened.append((connection_id, key))
        return next(portal for portal in self.of(each) if portal.key == key)


class FakeConsoles:
    """Notes whose window was asked for. *fails* is raised instead."""

    def __init__(self) -> None:
        self.forward: list[tuple[int, list[str]]] = []
        self.fails: TenantDockError | None = None

    def bring_forward(self, pid: int, titles: list[str]) -> None:
        assert threading.current_thread() is not threading.main_thread(), "bring_forward() on the GUI thread"
        if self.fails is not None:
            raise self.fails
        self.forward.append((pid, titles))


class FakeSettings(SettingsInMemory):
    """Settings in memory, which may not be read on the GUI thread."""

    def current(self) -> Settings:
        assert threading.current_thread() is not threading.main_thread(), "current() on the GUI thread"
        return super().current()


class FakeWorkflows:
    """All of them, over one made-up directory."""

    def __init__(self, saved: Sequence[ConnectionRow] = (), clouds: Clouds | None = None, page: str = "") -> None:
        self.directory = FakeDirectory(saved)
        self.agent = FakeAgent()
        self.connecting = FakeConnecting(self.directory, self.agent)
        self.adding = FakeAdding(self.directory, clouds or Clouds([PRACTICE]))
        self.removing = FakeRemoving(self.directory, self.agent)
        self.editing = FakeEditing(self.directory, self.adding)
        self.tokens: Any = FakeTokens()
        self.organising = Organising(
            directory=cast("Any", self.directory),
            identity=self.tokens,
            agent=cast("Any", self.agent),
            clouds=self.adding.clouds,
            clock=SystemClock(),
        )
        """The real one, over the doubles."""
        self.configuring = FakeConfiguring()
        self.doctor: Any = None
        house = ImportHouse()
        self.importing: Any = house.importing
        self.exporting: Any = house.exporting
        self.moving: Any = object()
        """Nothing: its windows are opened here and used in tests of their own."""
        self.portals = FakePortals(self.directory)
        self.vault = FakeVault()
        self.readiness: Any = None
        self.consoles = FakeConsoles()
        self.settings = FakeSettings()
        self.locking: Any = Locking(agent=self.agent, vault=self.vault, settings=self.settings)
        """The real workflow, over an agent, a vault and settings that are fake."""
        self.page = page

    @property
    def workflows(self) -> Workflows:
        fakes: dict[str, Any] = {
            "connecting": self.connecting,
            "adding": self.adding,
            "removing": self.removing,
            "editing": self.editing,
            "configuring": self.configuring,
            "moving": self.moving,
            "organising": self.organising,
            "doctor": self.doctor,
            "importing": self.importing,
            "exporting": self.exporting,
            "directory": self.directory,
            "vault": self.vault,
            "agent": self.agent,
            "consoles": self.consoles,
            "readiness": self.readiness,
            "portals": self.portals,
            "locking": self.locking,
        }
        return Workflows(**fakes, sandbox_page=self.page)


class FakeTray(QObject):
    """A tray icon that only notes what is done to it."""

    activated = Signal(QSystemTrayIcon.ActivationReason)
    messageClicked = Signal()  # noqa: N815

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = False
        self.menu: Any = None
        self.tip = ""
        self.said: list[str] = []

    def setIcon(self, icon: Any) -> None:  # noqa: N802
        assert not icon.isNull()

    def setToolTip(self, tip: str) -> None:  # noqa: N802
        self.tip = tip

    def setContextMenu(self, menu: Any) -> None:  # noqa: N802
        self.menu = menu

    def showMessage(self, title: str, text: str, icon: Any) -> None:  # noqa: N802
        self.said.append(text)

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False


class FakeMemory:
    """Remembers in a dictionary."""

    def __init__(self, values: dict[str, str] | None = None, trouble: TenantDockError | None = None) -> None:
        self.values = values or {}
        self.trouble = trouble

    def load(self) -> dict[str, str]:
        assert threading.current_thread() is not threading.main_thread(), "load() on the GUI thread"
        if self.trouble is not None:
            raise self.trouble
        return dict(self.values)

    def save(self, values: dict[str, str]) -> None:
        assert threading.current_thread() is not threading.main_thread(), "save() on the GUI thread"
        self.values = dict(values)
