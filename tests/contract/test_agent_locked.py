"""A locked TenantDock hands out nothing: the real agent on a real socket."""

from __future__ import annotations

import os
from concurrent.futures import Future

import pytest

from support.agent import TOKEN_TEXT, Watch, connection, row, until
from tenantdock import cli
from tenantdock.domain.errors import Locked, NetworkTrouble, SignInRequired
from tenantdock.domain.sessions import SessionState

pytest_plugins = ("support.agent_fixtures",)
pytestmark = pytest.mark.usefixtures("qapp")
LOCKED = -32008


def opened(agent, wire):
    """A console with a session, and its second connection as the background runspace has it."""
    grant, ticket = agent.admit(connection())
    console, background = wire(), wire()
    told = console.open(ticket)
    assert "result" in background.attach(told)
    return grant, console, background


def refused(answer):
    assert "result" not in answer
    assert answer["error"]["code"] == LOCKED
    assert answer["error"]["message"] == "TenantDock is locked."
    assert answer["error"]["data"]["code"] == "locked"
    assert answer["error"]["data"]["nextStep"]
    assert TOKEN_TEXT not in str(answer)


def test_a_locked_tenantdock_hands_out_no_token(agent, desk, wire):
    grant, console, background = opened(agent, wire)
    desk.memory["graph"] = desk.token(grant, "graph")
    assert "result" in console.ask("token.get", service="graph")
    agent.lock()
    for each in (console, background):
        assert each.line() == {"jsonrpc": "2.0", "method": "session.locked", "params": {}}
    asked = list(desk.asked)
    for each in (console, background):
        refused(each.ask("token.get", service="graph"))  # which is in memory
        refused(each.ask("token.get", service="azure"))
        refused(each.ask("token.get", service="graph", renew=True))
        refused(each.ask("token.get", service="graph", claims='{"access_token":{}}'))
    assert desk.asked == asked
    # What tells nothing goes on
    assert console.ask("ping")["result"] == {}
    assert console.ask("session.report", proven=True, text="Graph answered")["result"] == {}
    agent.unlock()
    for each in (console, background):
        assert each.line() == {"jsonrpc": "2.0", "method": "session.unlocked", "params": {}}
        assert TOKEN_TEXT in each.ask("token.get", service="graph")["result"]["token"]


def test_a_token_that_was_under_way_is_not_handed_out(agent, desk, wire):
    grant, console, _ = opened(agent, wire)
    desk.at_once = False
    console.raw(b'{"jsonrpc":"2.0","id":7,"method":"token.get","params":{"service":"graph"}}\n')
    until(lambda: desk.futures)
    agent.lock()
    assert console.line()["method"] == "session.locked"
    desk.futures[-1].set_result(desk.token(grant, "graph"))
    refused(console.line())
    (session,) = agent.sessions()
    assert session.soonest is None


def test_a_console_that_starts_meanwhile_is_refused_and_its_ticket_stays_good(agent, wire):
    _, ticket = agent.admit(connection())
    agent.lock()
    refused(wire().open(ticket))
    agent.unlock()
    assert "result" in wire().open(ticket)


def test_no_ticket_is_made(agent):
    agent.lock()
    with pytest.raises(Locked):
        agent.admit(connection())
    assert agent.sessions() == []


def test_the_command_line_learns_nothing_but_that(agent, control, wire, tmp_path, capsys):
    control.rows = [row("Contoso", 1)]
    opened(agent, wire)
    agent.lock()
    shell = wire()
    assert shell.ask("control.open", protocol=1, pid=os.getpid())["result"]["locked"] is True
    refused(shell.ask("connections.list"))
    refused(shell.ask("connections.connect", id=control.rows[0].id))
    refused(shell.ask("sessions.list"))
    assert control.told == []
    assert shell.ask("app.show")["result"] == {}
    assert control.told == ["show"]
    assert cli.main(["connect", "Contoso"], data_folder=tmp_path) == 1
    told = capsys.readouterr()
    assert "TenantDock is locked." in told.err
    assert "Unlock it" in told.err
    assert "Contoso" not in told.out + told.err.replace("connect Contoso", "")
    assert cli.main(["status"], data_folder=tmp_path) == 0
    told = capsys.readouterr()
    assert "and is locked" in told.out
    assert "Northwind" not in told.out
    assert control.told == ["show"]


def test_locking_twice_tells_once(agent, wire):
    _, console, _ = opened(agent, wire)
    agent.lock()
    agent.lock()
    assert agent.locked
    agent.unlock()
    agent.unlock()
    assert not agent.locked
    assert [console.line()["method"] for _ in range(2)] == ["session.locked", "session.unlocked"]
    assert console.ask("ping")["result"] == {}


def test_a_session_tells_what_its_console_holds(agent, desk, wire):
    watch = Watch()
    agent.listen(watch)
    _, console, _ = opened(agent, wire)
    token = console.ask("token.get", service="graph")["result"]
    info = watch.wait(lambda each: each.soonest is not None)
    assert abs(info.soonest - token["expiresOn"]) < 1
    assert info.username == "anna@northwind.example"
    assert [(each.service, each.expires_on is None) for each in info.held] == [("graph", False), ("azure", True)]
    assert info.trouble is None
    desk.at_once = False
    for number, (trouble, person) in enumerate(
        ((NetworkTrouble("Offline.", next_step="Wait."), False), (SignInRequired("Expired.", next_step="Sign in."), True)), 2
    ):
        console.raw(b'{"jsonrpc":"2.0","id":%d,"method":"token.get","params":{"service":"azure"}}\n' % number)
        until(lambda number=number: len(desk.futures) == number)
        desk.futures[-1].set_exception(trouble)
        assert "error" in console.line()
        info = watch.wait(lambda each, trouble=trouble: each.trouble is not None and each.trouble.trouble == trouble.message)
        assert info.trouble.service == "azure"
        assert info.trouble.person is person
    # A token takes the trouble away
    desk.memory["azure"] = desk.token(agent._sessions.grant(info.id), "azure")
    assert "result" in console.ask("token.get", service="azure")
    assert agent.sessions()[0].trouble is None


def test_an_error_of_our_own_and_a_cancelled_request_are_no_trouble_of_the_session(agent, desk, wire, caplog):
    _, console, _ = opened(agent, wire)
    desk.at_once = False
    for number, end in enumerate((lambda future: future.set_exception(ValueError("secret")), Future.cancel), 1):
        console.raw(b'{"jsonrpc":"2.0","id":%d,"method":"token.get","params":{"service":"azure"}}\n' % number)
        until(lambda number=number: len(desk.futures) == number)
        end(desk.futures[-1])
        assert "error" in console.line()
    assert agent.sessions()[0].trouble is None
    assert "secret" not in caplog.text


def test_renewing_tells_that_console_alone(agent, wire):
    grant, console, background = opened(agent, wire)
    _, other, _ = opened(agent, wire)
    agent.renew(grant.session_id)
    for each in (console, background):
        assert each.line() == {"jsonrpc": "2.0", "method": "session.renew", "params": {}}
    assert other.ask("ping")["result"] == {}
    agent.withdraw(grant.session_id)
    agent.renew(grant.session_id)
    until(lambda: all(each.state is SessionState.OPEN for each in agent.sessions()))
    assert other.ask("ping")["result"] == {}
