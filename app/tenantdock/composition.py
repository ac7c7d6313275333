"""The only place that builds concrete objects and knows them all.

Order matters at the start: what the first window needs is imported and built first; msal, requests, cryptography and keyring are
imported by their rooms when they are first used.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from tenantdock import __version__, folders
from tenantdock.agent.client import is_running, show_running
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import BUILT_IN, Clouds
from tenantdock.domain.errors import AgentTrouble, TenantDockError
from tenantdock.domain.said import said
from tenantdock.domain.services import services
from tenantdock.signals import ending

if TYPE_CHECKING:
    from tenantdock.agent.local import LocalAgent
    from tenantdock.agent.welcome import Welcome
    from tenantdock.desktop.app import Desktop
    from tenantdock.desktop.workers import Workers
    from tenantdock.domain.directory import ConnectionRow
    from tenantdock.domain.ports import (
        Autostart,
        Browsers,
        Consoles,
        Directory,
        Identity,
        OwnProfiles,
        Playground,
        SettingsStore,
        Vault,
    )
    from tenantdock.domain.sessions import Grant
    from tenantdock.domain.signin import NetworkListener, NetworkState
    from tenantdock.identity.entra import EntraIdentity
    from tenantdock.practice import PracticeCloud
    from tenantdock.workflows import Workflows
    from tenantdock.workflows.doctor import Doctor
    from tenantdock.workflows.portals import Portals
    from tenantdock.workflows.readiness import Readiness

_READY_FILE: Final = "TENANTDOCK_BENCH_READY"
"""An environment variable of bench/: names a file that gets the monotonic time, in ns, of the first painted list."""
_SILENT_THREADS: Final = 8
_UNPAINTED: Final = 4.0
"""Seconds after which consoles and the command line are served even if no window was painted. Shorter than :data:`_OTHER_START`."""
_OTHER_START: Final = 5.0
"""Seconds that another start of TenantDock has until it listens."""
_CLOCK: Final[int | None] = getattr(time, {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, ""), None)


class SystemClock:
    """The machine's clocks."""

    def now(self) -> float:
        """Unix time in seconds."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that never go back, those of a suspended computer too: a ticket must not outlive its 30 s in a closed laptop.

        Sources: CLOCK_BOOTTIME of clock_gettime(2); on macOS CLOCK_MONOTONIC goes on in sleep, and Python's own clock there does
        not; on Windows Python's goes on (QueryPerformanceCounter).
        """
        if sys.platform != "win32" and _CLOCK is not None:
            return time.clock_gettime(_CLOCK)
        return time.monotonic()


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


_T = TypeVar("_T")


def later(build: Callable[[], _T]) -> _T:
    """Return a stand-in (:class:`Later`) for what *build* returns."""
    return cast("_T", Later(build))


class Waiting(Generic[_T]):
    """Keeps what comes, in its order, until there is somebody to take it. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.RLock()  # what takes may run at once, on this thread
        self._kept: list[_T] = []
        self._take: Callable[[_T], None] | None = None

    def add(self, what: _T) -> None:
        """Pass *what* on, or keep it."""
        with self._lock:
            if self._take is None:
                self._kept.append(what)
            else:
                self._take(what)

    def attend(self, take: Callable[[_T], None]) -> None:
        """Have *take* called with everything, at once with what is kept. It must not block, nor add anything itself."""
        with self._lock:
            self._take = take
            kept, self._kept = self._kept, []
            for what in kept:
                take(what)


class Control:
    """What the command line may have the desktop do. Until there is one wishes wait."""

    version = __version__

    def __init__(self, workers: Workers, directory: Directory, *, practice: bool) -> None:
        self.practice = practice
        self._workers = workers
        self._directory = directory
        self._wishes: Waiting[Callable[[Desktop], None]] = Waiting()

    def attend(self, desktop: Desktop) -> None:
        """Pass wishes on to *desktop* from now on, those that waited first."""
        self._wishes.attend(lambda wish: wish(desktop))

    def show(self) -> None:
        """Bring the main window to the front."""
        self._wishes.add(lambda desktop: desktop.show())

    def palette(self) -> None:
        """Open the palette."""
        self._wishes.add(lambda desktop: desktop.palette())

    def quit(self) -> None:
        """End the program as its menu does."""
        self._wishes.add(lambda desktop: desktop.quit())

    def connections(self, words: str) -> Future[Sequence[ConnectionRow]]:
        """The saved connections that have every word of *words*; all, by name, when there is none."""
        directory = self._directory
        return self._workers.submit(lambda: directory.search(words, sys.maxsize) if words.strip() else directory.rows())

    def connect(self, connection_id: str) -> Future[None]:
        """Start connecting. The desktop shows what comes of it, an unknown id too."""
        self._wishes.add(lambda desktop: desktop.connect(connection_id))
        done: Future[None] = Future()
        done.set_result(None)
        return done


class Reports:
    """Troubles that stop nothing (a damaged file that was set aside): kept until there is a desktop, then shown there."""

    def __init__(self) -> None:
        self._troubles: Waiting[TenantDockError] = Waiting()

    def __call__(self, trouble: TenantDockError) -> None:
        """Report *trouble*. Callable from any thread."""
        self._troubles.add(trouble)

    def attend(self, desktop: Desktop) -> None:
        """Report to *desktop* from now on, what waited first."""
        self._troubles.attend(desktop.report)


class Listening:
    """When the agent listens: from the first painted window to the end, and never after that."""

    def __init__(self, agent: LocalAgent, reports: Reports) -> None:
        self._agent = agent
        self._reports = reports
        self._lock = threading.Lock()
        self._begun = self._over = False
        self._timer: threading.Timer | None = None

    def begin_within(self, seconds: float) -> None:
        """Open the endpoint after *seconds* at the latest: a window that is started on a locked screen is not painted at all."""
        self._timer = threading.Timer(seconds, self.begin)
        self._timer.daemon = True
        self._timer.start()

    def begin(self) -> None:
        """Open the endpoint. May come late, from another thread: after :meth:`end` it does nothing."""
        with self._lock:
            if self._over or self._begun:
                return
            self._begun = True
            try:
                self._agent.start()
            except TenantDockError as trouble:
                # Signing in works without it, and a console says by itself that it cannot be opened
                self._reports(trouble)

    def end(self) -> None:
        """Close the endpoint, end every session and give the data folder back."""
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._over = True
            self._agent.stop()


@dataclass(frozen=True, slots=True)
class House:
    """All rooms, built and wired."""

    workflows: Workflows
    identity: Identity
    agent: LocalAgent
    control: Control
    reports: Reports
    network: Waiting[NetworkState]
    """What identity tells of the network, until there is a desktop."""
    open_endpoint: Callable[[], object]
    """Has the agent listen, on another thread. To be called once the first window is painted, which does not need it."""
    settings: SettingsStore


def run_desktop(*, sandbox: bool, data: Path | None, hidden: bool = False) -> int:
    """Start the desktop, or show the one that runs on the same data folder. With *hidden* it starts in the tray, where there is
    one, and leaves one that runs alone. Returns the exit code.
    """
    folder = data or folders.data_folder(sandbox=sandbox)
    # What is imported stays: looking through it for garbage, again and again, is a tenth of the time to the first window. After the
    # start the desktop collects (desktop/garbage.py)
    gc.disable()
    try:
        folders.settle(folder, sandbox=sandbox)
        if is_running(folder) if hidden else show_running(folder):
            return 0
        with open_house(folder, sandbox=sandbox, again=["--data", str(data)] if data else []) as house:
            desktop = _desktop(house, folder, sandbox=sandbox, hotkey=lambda: house.settings.current().hotkey)
            with ending(desktop.quit):
                return desktop.run(hidden=hidden)
    except TenantDockError as error:
        # Two starts at once: the other one has the folder, and can be shown as soon as it listens
        if isinstance(error, AgentTrouble) and (hidden or _shown_soon(folder)):
            return 0
        return _cannot_start(error, window=True)


def _shown_soon(folder: Path) -> bool:
    end = time.monotonic() + _OTHER_START
    while time.monotonic() < end:
        with contextlib.suppress(AgentTrouble):
            if show_running(folder):
                return True
        time.sleep(0.05)
    return False


def run_tour(*, data: Path | None, pictures: Path | None) -> int:
    """Do the main job by itself on the practice cloud. Returns 0 when every step was proven."""
    import tempfile  # noqa: PLC0415 - the desktop starts without it

    from tenantdock.tour import PracticePerson, Tour  # noqa: PLC0415 - the desktop starts without it

    person = PracticePerson()
    with ExitStack() as stack:
        # The tour adds and removes customers, so it never works on data that somebody keeps
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tenantdock-tour-")))
        try:
            folders.settle(folder, sandbox=True)
            house = stack.enter_context(open_house(folder, sandbox=True, browsers=person))
        except TenantDockError as error:
            return _cannot_start(error)
        desktop = _desktop(house, folder, sandbox=True)
        return Tour(desktop, house.workflows, house.identity, person, pictures).run()


@contextmanager
def open_house(folder: Path, *, sandbox: bool, browsers: Browsers | None = None, again: Sequence[str] = ()) -> Iterator[House]:
    """Build everything on the data folder, and take it down afterwards in the opposite order. *again* are the arguments that find
    the folder at the next start.

    Raises :class:`TenantDockError` when there is nothing to go on with: no practice cloud, or another TenantDock on that folder.
    """
    _keep_secrets_out_of_dumps()
    with ExitStack() as stack:
        practice = None
        if sandbox:
            from tenantdock.practice import PracticeCloud  # noqa: PLC0415 - of no use with real tenants

            practice = PracticeCloud(folder / "practice-cloud")
            stack.callback(practice.stop)
        from tenantdock.desktop import lean  # noqa: PLC0415 - meanwhile the practice cloud starts

        lean.begin()
        from tenantdock.desktop.app import application  # noqa: PLC0415 - on PySide as it is now

        application()
        yield _build(folder, stack, browsers, practice, again)


def _build(
    folder: Path, stack: ExitStack, browsers: Browsers | None, practice: PracticeCloud | None, again: Sequence[str]
) -> House:
    from tenantdock import workflows  # noqa: PLC0415 - each of them is imported when it is asked for
    from tenantdock.agent.local import LocalAgent  # noqa: PLC0415 - imports Qt
    from tenantdock.desktop.workers import Workers  # noqa: PLC0415 - imports Qt
    from tenantdock.directory import SqliteDirectory  # noqa: PLC0415

    clock = SystemClock()
    reports = Reports()
    settings = later(lambda: _settings(folder, clock, reports))
    clouds = Clouds([practice.ready()] if practice else BUILT_IN, chosen=lambda: settings.current().clouds)
    network: Waiting[NetworkState] = Waiting()
    over = Cancel()
    workers = Workers("tenantdock-silent", _SILENT_THREADS)
    stack.callback(workers.close, 1.0)
    stack.callback(over.cancel)
    directory = SqliteDirectory(folder / "directory.sqlite3", clock, on_report=reports)
    stack.callback(directory.close)
    vault = later(lambda: _vault(folder, clock, reports))
    found_browsers = browsers or later(lambda: _browsers(folder))
    identity = later(lambda: _identity(vault, found_browsers, clock, settings, network.add))
    control = Control(workers, directory, practice=practice is not None)
    agent = LocalAgent(
        folder=folder,
        desk=later(lambda: workflows.Desk(clouds=clouds, identity=identity, executor=workers, cancel=over)),
        control=control,
        welcome=functools.partial(_welcome, clouds),
        clock=clock,
    )
    agent.claim()
    listening = Listening(agent, reports)
    stack.callback(listening.end)
    listening.begin_within(_UNPAINTED)

    def begin() -> None:
        listening.begin()
        settings.current()  # read now, so that no window has to wait for the file

    consoles = later(lambda: _consoles(settings))
    profiles = later(lambda: _profiles(folder))
    every = workflows.Workflows(
        connecting=later(
            lambda: workflows.Connecting(
                clouds=clouds, directory=directory, identity=identity, agent=agent, consoles=consoles, clock=clock
            )
        ),
        adding=later(lambda: workflows.Adding(clouds=clouds, directory=directory, identity=identity, settings=settings)),
        removing=later(
            lambda: workflows.Removing(
                clouds=clouds, directory=directory, identity=identity, agent=agent, profiles=profiles, clock=clock
            )
        ),
        editing=later(
            lambda: workflows.Editing(directory=directory, identity=identity, clouds=clouds, browsers=found_browsers, clock=clock)
        ),
        moving=later(lambda: workflows.Moving(directory=directory, vault=vault, identity=identity, clouds=clouds, clock=clock)),
        organising=later(
            lambda: workflows.Organising(directory=directory, identity=identity, agent=agent, clouds=clouds, clock=clock)
        ),
        configuring=later(
            lambda: workflows.Configuring(
                settings=settings,
                clouds=clouds,
                directory=directory,
                vault=vault,
                consoles=consoles,
                browsers=found_browsers,
                autostart=later(lambda: _autostart(again, practice=practice is not None)),
            )
        ),
        directory=directory,
        vault=vault,
        agent=agent,
        consoles=consoles,
        sandbox_page=practice.page if practice else "",
        doctor=later(lambda: _doctor(clock, settings, found_browsers, vault)),
        readiness=later(lambda: _readiness(clock, vault)),
        playground=later(_playground) if practice is None else None,
        importing=later(
            lambda: workflows.Importing(
                directory=directory,
                identity=identity,
                source=identity,
                agent=agent,
                profiles=profiles,
                clouds=clouds,
                settings=settings,
            )
        ),
        exporting=later(lambda: workflows.Exporting(directory=directory, clock=clock)),
        portals=later(lambda: _portals(directory, found_browsers, clock)),
        locking=later(lambda: workflows.Locking(agent=agent, vault=vault, settings=settings)),
    )
    return House(every, identity, agent, control, reports, network, functools.partial(workers.submit, begin), settings)


def _vault(folder: Path, clock: SystemClock, reports: Reports) -> Vault:
    from tenantdock.vault import KeyringVault, OsKeyStore, probe  # noqa: PLC0415 - see Later

    return KeyringVault(folder / "vault", OsKeyStore(probe.ask), clock, on_report=reports)


def _browsers(folder: Path) -> Browsers:
    from tenantdock.consoles.environment import environment  # noqa: PLC0415 - see Later
    from tenantdock.consoles.machine import Machine  # noqa: PLC0415 - see Later
    from tenantdock.portals.browsers import SystemBrowsers  # noqa: PLC0415 - see Later

    # A browser gets the person's own environment as a console does: what TenantDock needs for itself is not for it
    return SystemBrowsers(profiles=folder / "profiles", environment=environment(Machine()))


def _settings(folder: Path, clock: SystemClock, reports: Reports) -> SettingsStore:
    from tenantdock.directory.settings import SettingsFile  # noqa: PLC0415 - see Later

    return SettingsFile(folder / "settings.json", clock, on_report=reports)


def _identity(
    vault: Vault, browsers: Browsers, clock: SystemClock, settings: SettingsStore, on_network: NetworkListener
) -> EntraIdentity:
    from tenantdock.identity.entra import EntraIdentity  # noqa: PLC0415 - see Later

    return EntraIdentity(vault=vault, browsers=browsers, clock=clock, settings=settings, on_network=on_network)


def _profiles(folder: Path) -> OwnProfiles:
    from tenantdock.portals.own_profiles import OwnProfileFolders  # noqa: PLC0415 - see Later

    return OwnProfileFolders(folder / "profiles")


def _doctor(clock: SystemClock, settings: SettingsStore, browsers: Browsers, vault: Vault) -> Doctor:
    from tenantdock import clinic  # noqa: PLC0415 - see Later

    return clinic.doctor(clock, settings, browsers, lambda _cancel: vault.state(), vault)


def _portals(directory: Directory, browsers: Browsers, clock: SystemClock) -> Portals:
    from tenantdock.portals.links import portals  # noqa: PLC0415 - see Later
    from tenantdock.workflows.portals import Portals  # noqa: PLC0415 - see Later

    return Portals(directory=directory, browsers=browsers, clock=clock, links=portals)


def _consoles(settings: SettingsStore) -> Consoles:
    from tenantdock.consoles.launcher import SystemConsoles  # noqa: PLC0415 - see Later

    return SystemConsoles(wishes=lambda: settings.current().consoles)


def _readiness(clock: SystemClock, vault: Vault) -> Readiness:
    from tenantdock import clinic  # noqa: PLC0415 - see Later

    return clinic.readiness(clock, vault)


def _autostart(again: Sequence[str], *, practice: bool) -> Autostart:
    from tenantdock import autostart, ourselves  # noqa: PLC0415 - see Later

    if practice:
        return autostart.NoAutostart(said("The practice cloud is not started at log-in."))
    return autostart.autostart([*ourselves.command(), *again, "--hidden"])


def _playground() -> Playground:
    from tenantdock import ourselves  # noqa: PLC0415 - see Later
    from tenantdock.consoles.environment import environment  # noqa: PLC0415 - see Later
    from tenantdock.consoles.machine import Machine  # noqa: PLC0415 - see Later
    from tenantdock.practice import Practice  # noqa: PLC0415 - see Later

    return Practice(ourselves.command(), environment(Machine()))


def _desktop(house: House, folder: Path, *, sandbox: bool, hotkey: Callable[[], str] | None = None) -> Desktop:
    from tenantdock.desktop.app import Desktop  # noqa: PLC0415 - imports Qt
    from tenantdock.desktop.memory import FileMemory  # noqa: PLC0415 - imports Qt

    if (folder / "settings.json").exists():
        from tenantdock.desktop.appearance import dress  # noqa: PLC0415 - only where something was set

        # Before the first window, which is made in one language and should not change its colours on the screen
        dress(house.settings.current())
    desktop = Desktop(
        house.workflows,
        practice=sandbox,
        memory=FileMemory(folder / "desktop.json"),
        ready=functools.partial(_ready, house.open_endpoint),
        hotkey=hotkey,
    )
    house.control.attend(desktop)
    house.reports.attend(desktop)
    house.network.attend(desktop.network)
    return desktop


def _welcome(clouds: Clouds, grant: Grant) -> Welcome:
    from tenantdock.agent.welcome import Welcome, WelcomeService  # noqa: PLC0415
    from tenantdock.consoles import session_script  # noqa: PLC0415 - reads files: once, with the first console

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


def _ready(open_endpoint: Callable[[], object]) -> None:
    if path := os.environ.get(_READY_FILE):
        Path(path).write_text(f"{time.monotonic_ns()}\n", encoding="ascii")
    gc.collect()
    gc.freeze()
    open_endpoint()


def _keep_secrets_out_of_dumps() -> None:
    """No core files, and no memory of this process for other programs of the same user, as far as the system can.

    The programs that we start can be dumped as ever: being dumpable comes back with exec, and only the soft limit is lowered, which
    a person can raise again in a console. Source: prctl(2), PR_SET_DUMPABLE; getrlimit(2), RLIMIT_CORE.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)


def _cannot_start(error: TenantDockError, *, window: bool = False) -> int:
    """Tell why there is no TenantDock: where it was started from, and with *window* in a window, for those who clicked an icon."""
    if sys.stderr is not None:
        print(f"{error.title}: {error}", file=sys.stderr)  # noqa: T201 - there is no window yet
    if window and os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        from tenantdock.desktop.app import application  # noqa: PLC0415 - only when something failed
        from tenantdock.desktop.trouble import ErrorDialog  # noqa: PLC0415 - only when something failed

        application()
        ErrorDialog(error).exec()
    return 1
