"""Puts the rooms together. With :mod:`tenantdock.rooms` the only place that builds concrete objects.

Order matters at the start: what the first window needs is imported and built first, the other rooms at their first use.
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
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from tenantdock import __version__, folders, rooms
from tenantdock.agent.client import is_running, show_running
from tenantdock.clock import SystemClock
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import BUILT_IN, Clouds
from tenantdock.domain.errors import AgentTrouble, TenantDockError
from tenantdock.rooms import later
from tenantdock.signals import ending

if TYPE_CHECKING:
    from tenantdock.agent.local import LocalAgent
    from tenantdock.desktop.app import Desktop
    from tenantdock.desktop.workers import Workers
    from tenantdock.domain.computer import Browsers
    from tenantdock.domain.directory import ConnectionRow
    from tenantdock.domain.ports import Directory, Identity, SettingsStore, Vault
    from tenantdock.domain.signin import NetworkState
    from tenantdock.practice import PracticeCloud
    from tenantdock.workflows import Workflows
    from tenantdock.workflows.importing import Importing

_READY_FILE: Final = "TENANTDOCK_BENCH_READY"
"""An environment variable of bench/: names a file that gets the monotonic time, in ns, of the first painted list."""
_SILENT_THREADS: Final = 8
_UNPAINTED: Final = 4.0
"""Seconds after which consoles and the command line are served even if no window was painted. Shorter than :data:`_OTHER_START`."""
_OTHER_START: Final = 5.0
"""Seconds that another start of TenantDock has until it listens."""

_T = TypeVar("_T")


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
    """When the agent listens: from the first painted window to the end, and never after that. *before* is called first."""

    def __init__(self, agent: LocalAgent, reports: Reports, before: Callable[[], None] = lambda: None) -> None:
        self._agent = agent
        self._reports = reports
        self._before = before
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
            self._before()
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
    from tenantdock.desktop.workers import Workers  # noqa: PLC0415 - not for those who only want the clock
    from tenantdock.directory import SqliteDirectory  # noqa: PLC0415 - the same

    clock = SystemClock()
    reports = Reports()
    settings = later(lambda: rooms.settings(folder, clock, reports))
    clouds = Clouds([practice.ready()] if practice else BUILT_IN, chosen=lambda: settings.current().clouds)
    network: Waiting[NetworkState] = Waiting()
    over = Cancel()
    workers = Workers("tenantdock-silent", _SILENT_THREADS)
    stack.callback(workers.close, 1.0)
    stack.callback(over.cancel)
    directory = SqliteDirectory(folder / "directory.sqlite3", clock, on_report=reports)
    stack.callback(directory.close)

    def opened_vault() -> Vault:
        _keep_secrets_out_of_dumps()
        return rooms.vault(folder, clock, reports)

    vault = later(opened_vault)
    found_browsers = browsers or later(lambda: rooms.browsers(folder))
    identity = later(lambda: rooms.identity(vault, found_browsers, clock, settings, network.add))
    control = Control(workers, directory, practice=practice is not None)
    agent = LocalAgent(
        folder=folder,
        desk=later(lambda: workflows.Desk(clouds=clouds, identity=identity, executor=workers, cancel=over)),
        control=control,
        welcome=functools.partial(rooms.welcome, clouds),
        clock=clock,
    )
    agent.claim()
    listening = Listening(agent, reports, _keep_secrets_out_of_dumps)
    stack.callback(listening.end)
    listening.begin_within(_UNPAINTED)

    def begin() -> None:
        listening.begin()
        settings.current()  # read now, so that no window has to wait for the file
        with contextlib.suppress(TenantDockError):  # whoever reads the list is told
            workflows.forget_loose(directory, vault, profiles)

    consoles = later(lambda: rooms.consoles(settings))
    profiles = later(lambda: rooms.profiles(folder))
    turns = later(lambda: workflows.Turns())  # noqa: PLW0108 - importing it is what waits

    def importing() -> workflows.Importing:
        made = workflows.Importing(
            directory=directory,
            identity=identity,
            source=identity,
            agent=agent,
            profiles=profiles,
            clouds=clouds,
            turns=turns,
            settings=settings,
        )
        stack.callback(_forget_new, made)  # the program can end while the window that imports is open
        return made

    every = workflows.Workflows(
        connecting=later(
            lambda: workflows.Connecting(
                clouds=clouds, directory=directory, identity=identity, agent=agent, consoles=consoles, clock=clock, turns=turns
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
                autostart=later(lambda: rooms.autostart(again, practice=practice is not None)),
            )
        ),
        directory=directory,
        vault=vault,
        agent=agent,
        consoles=consoles,
        sandbox_page=practice.page if practice else "",
        doctor=later(lambda: rooms.doctor(clock, settings, found_browsers, vault)),
        readiness=later(lambda: rooms.readiness(clock, vault)),
        playground=later(rooms.playground) if practice is None else None,
        importing=later(importing),
        exporting=later(lambda: workflows.Exporting(directory=directory, clock=clock)),
        portals=later(lambda: rooms.portals(directory, found_browsers, clock)),
        locking=later(lambda: workflows.Locking(agent=agent, vault=vault, settings=settings)),
    )
    return House(every, identity, agent, control, reports, network, functools.partial(workers.submit, begin), settings)


def _forget_new(importing: Importing) -> None:
    with contextlib.suppress(TenantDockError):  # nobody is there any more to be told
        importing.forget_new()


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


def _ready(open_endpoint: Callable[[], object]) -> None:
    if path := os.environ.get(_READY_FILE):
        Path(path).write_text(f"{time.monotonic_ns()}\n", encoding="ascii")
    gc.collect()
    gc.freeze()
    open_endpoint()


def _keep_secrets_out_of_dumps() -> None:
    """No core files, and no memory of this process for other programs of the same user, as far as the system can.

    To be called before the first secret is here: before the vault is opened, and before the agent hands out its first ticket.
    The programs that we start can be dumped as ever: being dumpable comes back with exec, and only the soft limit is lowered, which
    a person can raise again in a console. Source: prctl(2), PR_SET_DUMPABLE; getrlimit(2), RLIMIT_CORE.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - on Linux alone

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
