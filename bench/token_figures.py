"""A token that is in memory: asked for in the process, and by a console over the socket, also while the windows are busy."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from figures import CannotRun, Figure, Values, measures, percentile
from session import Session, end, session

ASKS = 20_000
_HERE = Path(__file__).resolve().parent
_ROOMS = ("tenantdock.identity.entra", "tenantdock.agent.local", "tenantdock.desktop.app")


def _need(*rooms: str) -> None:
    missing = [room for room in rooms if importlib.util.find_spec(room) is None]
    if missing:
        raise CannotRun(f"not there yet: {', '.join(missing)}")


@measures(
    Figure("token.memory.p50", "s", "a token from memory, in the process, the middle one", 0.00005),
    Figure("token.memory.p99", "s", "the slowest in a hundred", 0.0005),
)
def memory(_wanted: frozenset[str]) -> Values:
    _need(_ROOMS[0])
    from held_token import an_ask, hold  # noqa: PLC0415  # their rooms may be missing
    from support.fakes import MemoryVault  # noqa: PLC0415
    from tenantdock.clock import SystemClock  # noqa: PLC0415
    from tenantdock.domain.clouds import Clouds  # noqa: PLC0415
    from tenantdock.identity.entra import EntraIdentity  # noqa: PLC0415
    from tenantdock.portals.browsers import SystemBrowsers  # noqa: PLC0415

    clock = SystemClock()
    identity = EntraIdentity(vault=MemoryVault(), browsers=SystemBrowsers(profiles=Path("unused")), clock=clock)
    asks = [an_ask(Clouds().get("public"), uuid4().hex) for _ in range(1_000)]
    for ask in asks:
        hold(identity, ask, clock.now() + 3600)
    times = []
    for number in range(ASKS):
        ask = asks[number % len(asks)]
        start = time.perf_counter()
        token = identity.peek(ask)
        times.append(time.perf_counter() - start)
        assert token is not None
    return {f"token.memory.p{each}": percentile(times, each) for each in (50, 99)}


@measures(
    Figure("token.socket.p50", "s", "a token over the socket, asked by another process, the middle one", 0.001),
    Figure("token.socket.p99", "s", "the slowest in a hundred", 0.005),
    Figure("token.socket.busy.p99", "s", "the slowest in a hundred while the window repaints 5,000 rows", 0.005),
)
def sockets(wanted: frozenset[str]) -> Values:
    _need(*_ROOMS)
    values: Values = {}
    with session() as there:
        for busy in (False, True):
            ids = {each for each in wanted if (".busy." in each) is busy}
            if not ids:
                continue
            found = _run(there, busy=busy)
            values |= {each: percentile(found["times"], int(each.rpartition("p")[2])) for each in ids}
            if busy and found["painted"] < ASKS_FLOOR:
                values |= dict.fromkeys(ids, f"the window painted only {found['painted']} rows meanwhile")
    return values


ASKS_FLOOR = 5_000
"""Rows that have to be painted while the busy figure is measured, or it says nothing."""


def _run(there: Session, *, busy: bool) -> dict[str, Any]:
    folder = there.home / f"socket-{'busy' if busy else 'idle'}"
    command = [sys.executable, str(_HERE / "socket_desktop.py"), str(folder), "busy" if busy else "idle"]
    process = subprocess.Popen(command, env=there.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        output, errors = process.communicate(timeout=120)
    except subprocess.TimeoutExpired:
        raise CannotRun("the desktop did not finish within 120 s") from None
    finally:
        end(process)
    lines = [line for line in output.splitlines() if line.startswith("{")]
    if not lines:
        raise CannotRun(f"the desktop ended with {process.returncode}: {errors.strip().splitlines()[-1:]}")
    return json.loads(lines[-1])
