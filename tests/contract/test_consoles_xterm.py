"""A real xterm on a real X display opens, titled, and runs the shell with the bootstrap."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess

import pytest

from support.consoles import recorded, recorder
from tenantdock.consoles.launcher import SystemConsoles
from tenantdock.consoles.machine import Machine
from tenantdock.domain.computer import Launch
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.errors import LaunchFailed
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Endpoint

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(not shutil.which("xterm"), reason="xterm is not installed"),
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed"),
]


@pytest.fixture
def display():
    """An X server of this test's own, on a display number that it chooses itself."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-noreset", "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(20)


def consoles(tmp_path, display, stays=0.0):
    shell = recorder(tmp_path / "pwsh", tmp_path / "shell.json", stays=stays)
    machine = Machine("linux", {"PATH": os.environ["PATH"], "DISPLAY": display}, home=tmp_path)
    return SystemConsoles(machine, extra_shells=[str(shell)], grace=0.3)


def console(title):
    return Launch(Endpoint("/run/agent.sock"), Secret("T" * 43), "session", title, ConsoleSettings(terminal="xterm"))


@pytest.mark.skipif(not shutil.which("xdotool"), reason="xdotool is not installed")
def test_xterm_shows_the_title_and_runs_the_shell(tmp_path, display):
    consoles(tmp_path, display, stays=5).launch(console("O'Neil & Sons; $(reboot)"))
    seen = recorded(tmp_path / "shell.json")
    assert base64.b64decode(seen["argv"][-1]).decode("utf-16-le").startswith("$n='/run/agent.sock';$k='TTT")
    found = subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--name", "O'Neil & Sons"],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    name = subprocess.run(
        ["xdotool", "getwindowname", found.stdout.split()[0]],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert name.stdout.strip() == "O'Neil & Sons; $(reboot)"


def test_xterm_without_a_display_is_told_in_its_own_words(tmp_path, display):
    machine = Machine("linux", {"PATH": os.environ["PATH"]}, home=tmp_path)
    shell = recorder(tmp_path / "pwsh", tmp_path / "shell.json")
    with pytest.raises(LaunchFailed, match=r"did not open a window.*DISPLAY"):
        SystemConsoles(machine, extra_shells=[str(shell)], grace=20).launch(console("Contoso"))
    assert not (tmp_path / "shell.json").exists()
