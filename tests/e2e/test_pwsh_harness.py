"""The harness that drives PowerShell, rehearsed with the PowerShell double at the real agent and the practice cloud."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.pwsh import TICKET, Cursor, Window, scripted, seat, window_environment, world
from support.scripted_agent import OTHER_TENANT, TENANT
from support.scripted_graph import ScriptedGraph
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.sessions import SessionState

__all__ = ["scripted", "seat", "world"]

DOUBLE = str(Path(__file__).parents[1] / "doubles" / "pwsh")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="drives a Unix pseudo terminal")


def test_the_double_gets_real_tokens_in_a_window(world, seat):
    seat.shell = DOUBLE
    grant, ticket = world.agent.admit(world.enrol(name="Northwind"))
    window = seat.open(world.agent.endpoint, ticket)
    window.wait(r"Proven\. Graph: admin@northwind\.example in Northwind Traders")
    window.ready()
    assert window.titles == ["Northwind \u00b7 admin@northwind.example"]
    assert world.agent.wait_open(grant.session_id, 5, Cancel()).pid == window.process.pid
    window.wait(r"admin@northwind\.example\n", after=window.enter("me"))
    window.enter("exit")
    assert window.ends() == 0
    world.watch.wait(lambda info: info.state is SessionState.ENDED)


def test_the_double_meets_the_scripted_agent(scripted, seat):
    seat.shell = DOUBLE
    agent = scripted(keys=("graph",))
    window = seat.open(agent.endpoint, TICKET)
    window.ready()
    assert agent.told("session.open")["ticket"] == TICKET.reveal()
    assert agent.told("session.attach")["attachKey"] == "made-up-attach-key"
    at = window.enter("token graph")
    window.wait("SecureString", after=at)
    agent.end("Ended by the test.")
    window.wait("Ended by the test")


@pytest.mark.parametrize(
    ("manner", "says"), [("drop", "closed the connection"), ("talk", "It was used already")], ids=["dropped", "refused"]
)
def test_the_scripted_agent_misbehaves(scripted, seat, manner, says):
    seat.shell = DOUBLE
    agent = scripted(manner=manner, refusal="It was used already.")
    window = seat.open(agent.endpoint, TICKET)
    window.wait(f"not connected.*{says}")
    window.ready()


def test_a_window_answers_a_program_that_asks_for_the_cursor(tmp_path):
    program = (
        "import os, sys, tty; tty.setraw(0); os.write(1, b'\\r\\nab\\x1b[6n');"
        "answer = b''\nwhile not answer.endswith(b'R'): answer += os.read(0, 9)\nos.write(1, repr(answer).encode())"
    )
    window = Window([sys.executable, "-c", program], window_environment(tmp_path), tmp_path)
    window.wait(r"b'\\x1b\[2;3R'")
    assert window.ends() == 0
    window.close()


def test_the_cursor_is_followed():
    cursor = Cursor(50, 10)
    assert list(cursor.feed("\x1b]0;a title\x07abc\r\n\x1b[31mx\x1b[0m\x1b[6n\x1b[c")) == ["\x1b[2;2R", "\x1b[?1;2c"]
    assert list(cursor.feed("\x1b[5;7H\x1b[2D\x1b[A\x1b[6n")) == ["\x1b[4;5R"]
    assert list(cursor.feed("\x1b[1G0123456789x\x1b[6n")) == ["\x1b[5;2R"]


def test_a_guest_and_two_services_get_their_tokens(world, seat):
    seat.shell = DOUBLE
    _, ticket = world.agent.admit(world.enrol("pia@nordlicht.example", "adatum.example", keys=("graph", "azure")))
    window = seat.open(world.agent.endpoint, ticket)
    window.wait(r"Proven\. Graph: pia_nordlicht\.example#EXT#@adatum\.onpractice\.example in Adatum Corporation")
    window.ready()
    window.wait("SecureString", after=window.enter("token azure"))


def test_tokens_of_ten_seconds_are_renewed_through_identity(world, seat, cloud):
    cloud.fault("northwind.example", "token-lifetime", seconds=10)
    seat.shell = DOUBLE
    _, ticket = world.agent.admit(world.enrol())
    window = seat.open(world.agent.endpoint, ticket)
    window.wait("Proven")
    window.wait("Renewed Graph")
    assert sum(entry["grant"] == "refresh_token" for entry in cloud.requests()) >= 1


def test_a_scripted_agent_that_dies_is_noticed(scripted, seat):
    seat.shell = DOUBLE
    agent = scripted(keys=("graph",))
    window = seat.open(agent.endpoint, TICKET)
    window.ready()
    agent.die()
    window.wait("TenantDock closed the connection")


@pytest.mark.parametrize(
    ("home", "says"), [(OTHER_TENANT, r"Proven\. Graph for the tenant"), (TENANT, r"NOT PROVEN\. graph answered 404")]
)
def test_the_scripted_graph_knows_no_partner(scripted, seat, tmp_path, home, says):
    organization = {"value": [{"id": TENANT, "displayName": "Northwind Traders"}]}
    graph = ScriptedGraph(tmp_path / "graph", {"/v1.0/organization": (200, organization)})
    try:
        seat.shell = DOUBLE
        agent = scripted(keys=("graph",), roots={"graph": graph.root}, anchor=graph.anchor, home=home)
        window = seat.open(agent.endpoint, TICKET)
        window.wait(says)
        window.ready()
        assert window.owns(agent.told("session.open")["pid"])
        window.enter("exit")
        assert window.ends() == 0
        agent.left(2)
    finally:
        graph.close()
