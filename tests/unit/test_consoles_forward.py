"""Which window is the console's."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tenantdock.consoles.forward import ancestry, bring_forward, choose, parent_of
from tenantdock.consoles.machine import Machine
from tenantdock.domain.errors import NoWindow


@dataclass
class Window:
    pid: int
    title: str


SHELL, TMUX, TERMINAL = 40, 30, 20
LINEAGE = [SHELL, TMUX, TERMINAL]


def test_the_window_of_the_nearest_process_is_taken():
    outer, inner = Window(TERMINAL, "a"), Window(TMUX, "b")
    assert choose([outer, inner], LINEAGE, ["Contoso"]) is inner


def test_a_window_that_is_the_shells_own_comes_first():
    own = Window(SHELL, "powershell")
    assert choose([Window(TERMINAL, "Contoso"), own], LINEAGE, ["Contoso"]) is own


def test_one_process_with_many_windows_is_told_apart_by_the_title():
    windows = [Window(TERMINAL, "Fabrikam | a"), Window(TERMINAL, "CONTOSO | b"), Window(TERMINAL, "vim")]
    assert choose(windows, LINEAGE, ["Contoso"]) is windows[1]
    # A partner's account is in many titles, the customer's name in one; or the other way round
    assert choose(windows, LINEAGE, ["|", "fabrikam"]) is windows[0]
    # ... and where no title tells, none is better than a wrong customer's
    assert choose(windows, LINEAGE, ["Northwind", "nobody@"]) is None


def test_a_terminal_with_a_server_is_found_by_the_title_alone():
    windows = [Window(7, "vim"), Window(7, "Contoso | anna")]
    assert choose(windows, LINEAGE, ["Contoso"]) is windows[1]
    assert choose([*windows, Window(8, "Contoso | anna")], LINEAGE, ["Contoso"]) is None
    assert choose(windows, LINEAGE, ["", "nobody@"]) is None


def test_ancestry_ends_at_the_first_process_at_a_loop_and_at_some_depth():
    assert ancestry(40, {40: 30, 30: 1}.get) == [40, 30]
    assert ancestry(40, {40: 30, 30: 40}.get) == [40, 30]
    assert len(ancestry(1000, lambda pid: pid - 1)) == 12
    assert ancestry(0, {}.get) == []


def test_the_parent_of_a_real_process():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert parent_of(child.pid) == os.getpid()
        child.communicate(b"\n")
    assert parent_of(child.pid) is None


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="X11 and Wayland")
@pytest.mark.parametrize(("env", "says"), [({}, "was not found"), ({"WAYLAND_DISPLAY": "wayland-0"}, "On Wayland")])
def test_without_a_display_it_says_what_to_do(env, says, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    with pytest.raises(NoWindow) as told:
        bring_forward(os.getpid(), ["Contoso"], Machine(env=env))
    assert says in told.value.message
    assert "Contoso" in told.value.next_step


def test_a_process_that_is_gone_is_said():
    with pytest.raises(NoWindow) as told:
        bring_forward(0, ["Contoso"], Machine())
    assert "gone" in told.value.message
