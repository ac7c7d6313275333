"""Brings the window of an open console to the front.

The process at the agent's socket is the shell; its window belongs to a terminal further up the tree of processes, or (Windows' own
console) to the shell itself. A terminal with one process for all of its windows is told apart by the windows' titles.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeVar

from tenantdock.consoles.machine import Machine
from tenantdock.domain.errors import NoWindow
from tenantdock.domain.said import said
from tenantdock.domain.text import folded, one_line

_GENERATIONS: Final = 12  # from the shell up; a shell in tmux in a shell in a terminal has five
_PROC: Final = sys.platform != "win32" and Path("/proc/self/stat").exists()
_OPEN_LIMIT: Final = 10.0  # seconds


class Window(Protocol):
    """A window of any system."""

    @property
    def pid(self) -> int:
        """The process it belongs to, 0 when that is not known."""
        ...

    @property
    def title(self) -> str:
        """What stands in its title bar."""
        ...


_W = TypeVar("_W", bound=Window)


def bring_forward(pid: int, titles: Sequence[str], machine: Machine) -> None:
    """See :meth:`tenantdock.domain.computer.Consoles.bring_forward`."""
    lineage = ancestry(pid, parent_of)
    if not lineage or parent_of(pid) is None:  # a pid of 0 is one that the system did not tell
        raise NoWindow("The console's process is gone.", next_step="Connect again to open a new console.")
    if sys.platform == "win32":
        from tenantdock.consoles import forward_windows  # noqa: PLC0415 - Windows only

        found = choose(forward_windows.windows(), lineage, titles)
        if found is None or not forward_windows.activate(found):
            raise _not_found(titles)
    elif machine.mac:
        _on_mac(lineage, titles)
    else:
        _on_x11(lineage, titles, machine)


def ancestry(pid: int, parent: Callable[[int], int | None]) -> list[int]:
    """Return *pid* and the processes above it, the nearest first, without those that every process comes from."""
    found: list[int] = []
    at: int | None = pid
    while at is not None and at > 1 and at not in found and len(found) < _GENERATIONS:
        found.append(at)
        at = parent(at)
    return found


def choose(windows: Iterable[_W], lineage: Sequence[int], titles: Sequence[str]) -> _W | None:
    """Return the window of the console: of the nearest process in *lineage* that has one, and among several of that process the one
    that *titles* tell apart. Where no process of the lineage has a window (tmux, a terminal with a server), the title alone has to
    do. None where it is not certain: another customer's console would be worse than none.
    """
    every = list(windows)
    for pid in lineage:
        if own := [window for window in every if window.pid == pid]:
            return own[0] if len(own) == 1 else _titled(own, titles)
    return _titled(every, titles)


def _titled(windows: Sequence[_W], titles: Sequence[str]) -> _W | None:
    for title in titles:
        wanted = folded(one_line(title, 80))
        found = [window for window in windows if wanted and wanted in folded(window.title)]
        if len(found) == 1:
            return found[0]
    return None


def _name(titles: Sequence[str]) -> str:
    return one_line(next(iter(titles), ""), 60)


def parent_of(pid: int) -> int | None:
    """Return the id of a process's parent, or None when there is no such process (any more)."""
    if _PROC:
        try:
            # Field 4 (proc_pid_stat(5)); the name in field 2 may hold spaces and brackets
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        return int(stat.rpartition(")")[2].split()[1])
    import psutil  # noqa: PLC0415 - 40 ms, and not needed on Linux

    try:
        return psutil.Process(pid).ppid()
    except psutil.Error:
        return None


def _on_x11(lineage: Sequence[int], titles: Sequence[str], machine: Machine) -> None:
    from tenantdock.consoles.x11 import Display  # noqa: PLC0415 - not on Windows and macOS

    wayland = bool(machine.variable("WAYLAND_DISPLAY"))
    try:
        with Display(machine.variable("DISPLAY")) as display:
            # Without our own, whose titles may hold a customer's name too
            found = choose((each for each in display.windows() if each.pid != os.getpid()), lineage, titles)
            if found is not None:
                display.activate(found.id)
                return
    except OSError:
        pass
    if wayland:
        raise NoWindow(
            "On Wayland no program may bring another one's window to the front.",
            next_step=said("Look for the window called “{name}”, for example with Alt+Tab.", name=_name(titles)),
        )
    raise _not_found(titles)


def _on_mac(lineage: Sequence[int], titles: Sequence[str]) -> None:
    """Bring the terminal's program to the front. Which of its windows comes is the terminal's choice: the one used last."""
    import psutil  # noqa: PLC0415 - macOS only, 40 ms

    for pid in lineage:
        try:
            path = psutil.Process(pid).exe()
        except psutil.Error:
            continue
        bundle = next((str(each) for each in Path(path).parents if each.suffix == ".app"), "")
        if bundle:
            # https://ss64.com/mac/open.html: with a bundle that runs, open brings it to the front
            try:
                done = subprocess.run(["/usr/bin/open", "-a", bundle], capture_output=True, timeout=_OPEN_LIMIT, check=False)
            except (OSError, subprocess.TimeoutExpired):
                break
            if done.returncode == 0:
                return
    raise _not_found(titles)


def _not_found(titles: Sequence[str]) -> NoWindow:
    return NoWindow(
        "The console's window was not found: its terminal does not say which one it is.",
        next_step=said("Look for the window called “{name}”.", name=_name(titles)),
    )
