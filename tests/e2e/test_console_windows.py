"""Consoles in real windows of a real terminal: brought to the front, told of the lock, given new tokens at a wish."""

from __future__ import annotations

import os
import time

import pytest

from support.display import display
from support.pwsh import world
from tenantdock.consoles.launcher import SystemConsoles
from tenantdock.consoles.machine import Machine
from tenantdock.consoles.x11 import Display
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.computer import Launch
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.errors import NoWindow

from pathlib import Path  # isort: skip

__all__ = ["display", "world"]

pytestmark = pytest.mark.display
DOUBLE = str(Path(__file__).parents[1] / "doubles" / "pwsh")


@pytest.fixture
def consoles(display, tmp_path):
    return SystemConsoles(Machine("linux", display.environment, home=tmp_path), extra_shells=[DOUBLE])


def opened(world, consoles, name):
    grant, ticket = world.agent.admit(world.enrol(name=name))
    title = f"{name} \u00b7 admin@northwind.example"
    consoles.launch(Launch(world.agent.endpoint, ticket, grant.session_id, title, ConsoleSettings(terminal="xterm")))
    world.agent.wait_open(grant.session_id, 30, Cancel())
    return world.watch.wait(lambda info: info.id == grant.session_id and info.proven is not None, 30)


def in_front(display, wanted):
    end = time.monotonic() + 15
    while (name := display.xdotool("getactivewindow", "getwindowname").strip()) and not name.startswith(wanted):
        assert time.monotonic() < end, f"{name!r} is in front, not {wanted!r}"
        time.sleep(0.05)


def test_a_consoles_window_comes_to_the_front(world, consoles, display):
    first, second = opened(world, consoles, "Northwind One"), opened(world, consoles, "Northwind Two")
    for name in ("Northwind One", "Northwind Two"):
        display.wait_for_window(name)
    for session, name in ((first, "Northwind One"), (second, "Northwind Two"), (first, "Northwind One")):
        consoles.bring_forward(session.pid, [session.name])
        in_front(display, name)
    # One that was minimised comes back too
    display.xdotool("windowminimize", "--sync", display.windows("Northwind Two")[0])
    consoles.bring_forward(second.pid, [second.name])
    in_front(display, "Northwind Two")
    for session in (first, second):
        world.agent.withdraw(session.id)
    for name in ("Northwind One", "Northwind Two"):
        display.close_window(display.wait_for_window(name))


def test_a_process_without_a_window_is_said(consoles):
    with pytest.raises(NoWindow) as told:
        consoles.bring_forward(os.getpid(), ["Nobody has this name"])
    assert "Nobody has this name" in told.value.next_step


def test_a_window_that_is_gone_breaks_nothing(display):
    with Display(display.name) as x:
        x.activate(0x7F000001)
        assert isinstance(x.active(), int)
        assert isinstance(x.windows(), list)
