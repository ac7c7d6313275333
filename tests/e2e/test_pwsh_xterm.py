"""A click's last step on a real display: a real xterm runs the PowerShell double, which gets a real token from the real agent."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from support.display import display
from support.pwsh import world
from tenantdock.consoles.launcher import SystemConsoles
from tenantdock.consoles.machine import Machine
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.computer import Launch
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.errors import LaunchFailed, NoPowerShell
from tenantdock.domain.sessions import SessionState

__all__ = ["display", "world"]

pytestmark = pytest.mark.display
DOUBLE = str(Path(__file__).parents[1] / "doubles" / "pwsh")


@pytest.fixture
def consoles(display, tmp_path):
    return SystemConsoles(Machine("linux", display.environment, home=tmp_path), extra_shells=[DOUBLE])


def test_a_console_opens_proves_itself_and_ends_with_its_window(world, consoles, display):
    grant, ticket = world.agent.admit(world.enrol(name="Northwind; reboot"))
    title = "Northwind; reboot \u00b7 admin@northwind.example"
    consoles.launch(Launch(world.agent.endpoint, ticket, grant.session_id, title, ConsoleSettings(terminal="xterm")))
    session = world.agent.wait_open(grant.session_id, 30, Cancel())
    assert session.state is SessionState.OPEN
    told = world.watch.wait(lambda info: info.proven is True, 30)
    assert told.proof.startswith("Graph: admin@northwind.example in Northwind Traders")
    window = display.wait_for_window("Northwind; reboot")
    display.close_window(window)
    world.watch.wait(lambda info: info.state is SessionState.ENDED, 30)


def test_a_chosen_shell_that_is_gone_opens_nothing(world, consoles, display, tmp_path):
    grant, ticket = world.agent.admit(world.enrol())
    settings = ConsoleSettings(shell=str(tmp_path / "gone"), terminal="xterm")
    with pytest.raises(NoPowerShell):
        consoles.launch(Launch(world.agent.endpoint, ticket, grant.session_id, "Northwind", settings))
    world.agent.withdraw(grant.session_id)


def test_a_shell_that_cannot_run_opens_no_session(world, consoles, display, tmp_path):
    broken = tmp_path / "pwsh"
    broken.write_text("#!/does/not/exist\n")
    broken.chmod(0o755)
    grant, ticket = world.agent.admit(world.enrol())
    settings = ConsoleSettings(shell=str(broken), terminal="xterm")
    # xterm may end at once, or stay long enough to count as started; either way the ticket is not redeemed
    with contextlib.suppress(LaunchFailed):
        consoles.launch(Launch(world.agent.endpoint, ticket, grant.session_id, "Northwind", settings))
    with pytest.raises(LaunchFailed):
        world.agent.wait_open(grant.session_id, 2, Cancel())
    world.agent.withdraw(grant.session_id)
