"""The desktop beside KeePassXC and Vorta: start, memory, and what it does when nobody uses it."""

from __future__ import annotations

import compileall
import contextlib
import importlib.util
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psutil

import installed
from figures import CannotRun, Figure, Values, measures, median
from machine import CHECKOUT, qt_sharers
from session import NewWindows, Session, end, quiet_process, session, wait_for_file
from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.directory import Account, Connection, ConsoleSettings, Tenant

ROUNDS = 9
SIZES = (20, 1_000, 10_000)
SETTLE = 8.0
"""Seconds until a program is idle: the caret of the search field rests after five."""
IDLE = 10.0
PATIENCE = 60.0
_KEEPASSXC = """[General]
ConfigVersion=2
UpdateCheckMessageShown=true
[GUI]
CheckForUpdates=false
ShowTrayIcon=true
"""
_DESKTOP = "tenantdock.desktop.app"


_OWN = Figure("start.own.1000", "s", "start.tray.1000, run by the Python of this environment instead of the system's")


def _start_figure(size: int) -> Figure:
    says = f"process start to tray and painted list, {size} connections"
    return Figure(f"start.tray.{size}", "s", says, None, "peer.keepassxc.start", 1.0)


@measures(
    Figure("peer.keepassxc.start", "s", "KeePassXC, process start to mapped window, tray icon on"),
    *map(_start_figure, SIZES),
    _OWN,
)
def start(wanted: frozenset[str]) -> Values:
    with session() as there:
        starters: dict[str, Callable[[], float]] = {}
        values: Values = {}
        for size in SIZES:
            if f"start.tray.{size}" in wanted:
                _need_desktop()
                folder = filled(there.home / f"data-{size}" / "TenantDock", size)
                starters[f"start.tray.{size}"] = lambda folder=folder: _desktop_start(there, folder)
        if _OWN.id in wanted:
            _need_desktop()
            own = filled(there.home / "data-own" / "TenantDock", 1_000)
            starters[_OWN.id] = lambda: _desktop_start(there, own, by_system=False)
        if "peer.keepassxc.start" in wanted:
            if shutil.which("keepassxc") is None:
                values["peer.keepassxc.start"] = "not installed: keepassxc"
            else:
                starters["peer.keepassxc.start"] = lambda: _keepassxc_start(there)
        times: dict[str, list[float]] = {each: [] for each in starters}
        # Rounds alternate, so that a slow moment of the machine meets all; the first only warms the file cache
        for turn in range(ROUNDS + 1):
            for each, run in starters.items():
                seconds = run()
                if turn:
                    times[each].append(seconds)
        return values | {each: median(found) for each, found in times.items()}


@measures(Figure("peer.keepassxc.pss", "MB", "KeePassXC, memory (PSS) when idle"))
def keepassxc_memory(_wanted: frozenset[str]) -> Values:
    if shutil.which("keepassxc") is None:
        raise CannotRun("not installed: keepassxc")
    with session() as there, _keepassxc(there) as (process, window, _):
        window.wait()
        time.sleep(SETTLE)
        return {"peer.keepassxc.pss": pss(process.pid)}


@measures(
    Figure("peer.vorta.start", "s", "Vorta, process start to mapped window"),
    Figure("peer.vorta.pss", "MB", "Vorta, memory (PSS) when idle"),
)
def vorta(wanted: frozenset[str]) -> Values:
    if shutil.which("vorta") is None:
        raise CannotRun("not installed: vorta")
    values: Values = {}
    with session() as there:
        if "peer.vorta.start" in wanted:
            times = []
            for turn in range(ROUNDS + 1):
                with _vorta(there) as (_, window, begun):
                    seconds = (window.wait() - begun) / 1e9
                if turn:
                    times.append(seconds)
            values["peer.vorta.start"] = median(times)
        if "peer.vorta.pss" in wanted:
            with _vorta(there) as (process, window, _):
                window.wait()
                time.sleep(SETTLE)
                values["peer.vorta.pss"] = pss(process.pid)
    return values


@measures(
    Figure("tray.open", "ms", "from a click on the tray icon to the painted list, 1,000 connections, the window hidden", 100.0),
    Figure("tray.open.cpu", "ms", "the same, in processor time of the program"),
)
def tray_open(_wanted: frozenset[str]) -> Values:
    _need_desktop()
    with session() as there:
        folder = filled(there.home / "data", 1_000)
        command = [sys.executable, str(Path(__file__).with_name("tray_open.py")), str(folder)]
        ran = subprocess.run(
            command, env={**os.environ, **there.environment}, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        if ran.returncode:
            raise CannotRun(ran.stderr.strip().splitlines()[-1] if ran.stderr.strip() else f"ended with {ran.returncode}")
        found = json.loads(ran.stdout.splitlines()[-1])
        return {"tray.open": median(found["wall"]) * 1e3, "tray.open.cpu": median(found["cpu"]) * 1e3}


@measures(
    Figure("memory.pss.1000", "MB", "memory (PSS) with 1,000 connections when idle", None, "peer.keepassxc.pss", 0.8),
    Figure("cpu.idle", "ms", f"processor time in {IDLE:.0f} s with nobody there; 5 ms are 0.05 %, 0 % to any monitor", 5.0),
    Figure("wakeups.idle", "1/s", "voluntary context switches of all threads with nobody there", 1.0),
)
def idle(_wanted: frozenset[str]) -> Values:
    _need_desktop()
    with session() as there, _warm_desktop(there) as (process, ready):
        wait_for_file(ready, process)
        time.sleep(SETTLE)
        memory: float | str = pss_alone(process.pid)
        before, switches = cpu(process.pid), wakeups(process.pid)
        time.sleep(IDLE)
        used, woken = cpu(process.pid) - before, wakeups(process.pid) - switches
        return {"memory.pss.1000": memory, "cpu.idle": used * 1e3, "wakeups.idle": woken / IDLE}


@contextlib.contextmanager
def _warm_desktop(there: Session) -> Iterator[tuple]:
    """The desktop at its second start: the first one makes what a data folder needs."""
    folder = filled(there.home / "data" / "TenantDock", 1_000)
    _desktop_start(there, folder)
    with running_desktop(there, folder) as started:
        yield started


def _need_desktop() -> None:
    """Have byte code on disk, as an installed program has it: a start that compiles measures the compiler."""
    if importlib.util.find_spec(_DESKTOP) is None:
        raise CannotRun("the desktop is not there yet")
    compileall.compile_dir(CHECKOUT / "app", quiet=2)


def filled(folder: Path, size: int) -> Path:
    """Return a data folder with so many saved connections, of 5 accounts and as many tenants as connections."""
    directory = SqliteDirectory(folder / "directory.sqlite3", SystemClock())
    accounts = [Account(uuid4().hex, "public", f"admin{number}@msp.example") for number in range(5)]

    def made(number: int) -> Connection:
        tenant = Tenant(str(uuid4()), "public", f"Customer {number}", f"customer{number}.example")
        name = f"{secrets.choice(('Northwind', 'Contoso', 'Fabrikam', 'Adatum'))} {number:05}"
        services = ("graph", "exchange") if number % 3 else ("graph",)
        console = ConsoleSettings(colour=("", "#1a7f5a", "#2050a0")[number % 3])
        return Connection(uuid4().hex, name, tenant, accounts[number % 5], services, console)

    # One transaction: a person adds them one by one, but a bench should not wait for 10,000 disk flushes
    directory.add_all([made(number) for number in range(size)])
    directory.close()
    return folder


@contextlib.contextmanager
def running_desktop(there: Session, folder: Path, *, by_system: bool = True) -> Iterator[tuple]:
    """Start the installed program as a menu does, without arguments, on a data folder called TenantDock; give its process and the
    file that it writes when it is ready.
    """
    ready = there.home / f"ready-{secrets.token_hex(4)}"
    environment = {**there.environment, "TENANTDOCK_BENCH_READY": str(ready), "XDG_DATA_HOME": str(folder.parent)}
    process = quiet_process([installed.program(by_system=by_system)], environment)
    try:
        yield process, ready
    finally:
        end(process)


def _desktop_start(there: Session, folder: Path, *, by_system: bool = True) -> float:
    installed.program(by_system=by_system)  # which takes some seconds, once
    begun = time.monotonic_ns()
    with running_desktop(there, folder, by_system=by_system) as (process, ready):
        return (int(wait_for_file(ready, process)) - begun) / 1e9


@contextlib.contextmanager
def _keepassxc(there: Session) -> Iterator[tuple]:
    config = there.home / f"keepassxc-{secrets.token_hex(4)}"
    config.mkdir()
    (config / "keepassxc.ini").write_text(_KEEPASSXC, encoding="ascii")
    files = ["--config", str(config / "keepassxc.ini"), "--localconfig", str(config / "local.ini")]
    window = NewWindows(there.environment)
    begun = time.monotonic_ns()
    process = quiet_process(["keepassxc", *files], there.environment)
    try:
        yield process, window, begun
    finally:
        window.close()
        end(process)


def _keepassxc_start(there: Session) -> float:
    with _keepassxc(there) as (_, window, begun):
        return (window.wait() - begun) / 1e9


@contextlib.contextmanager
def _vorta(there: Session) -> Iterator[tuple]:
    window = NewWindows(there.environment)
    begun = time.monotonic_ns()
    process = quiet_process(["vorta"], there.environment)
    try:
        yield process, window, begun
    finally:
        window.close()
        end(process)


def pss_alone(pid: int) -> float | str:
    """Return a program's PSS at a moment when no other one shares its Qt, or why there is none. Waits for one for a minute."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        memory = pss(pid)
        if not qt_sharers() - {pid}:
            return memory
        time.sleep(0.2)
    return "other programs share its Qt: the figure would be too small"


def pss(pid: int) -> float:
    """Return a process's proportional set size in MB (10**6 bytes), with the processes it started."""
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        return sum(each.memory_full_info().pss for each in family) / 1e6
    except (psutil.AccessDenied, AttributeError):
        raise CannotRun("this system does not tell a process's PSS (Linux does, to root)") from None


def cpu(pid: int) -> float:
    """Return the seconds of processor time that the threads of a process have used (sched-stats of Linux, to the nanosecond:
    what proc(5) counts in clock ticks shows a program that does nothing as one that does a hundredth of a second now and then).
    """
    used = 0
    for statistics in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # the thread ended meanwhile
            used += int(statistics.read_text(encoding="ascii").split()[0])
    return used / 1e9


def wakeups(pid: int) -> int:
    """Return how often the threads of a process have gone to sleep of their own (proc(5), voluntary_ctxt_switches)."""
    count = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # the thread ended meanwhile
            text = status.read_text(encoding="utf-8")
            count += next(int(line.split()[1]) for line in text.splitlines() if line.startswith("voluntary_ctxt_switches"))
    return count
