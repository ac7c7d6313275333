"""The real agent on a real socket."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from support.agent import (
    TOKEN_TEXT,
    FakeControl,
    Watch,
    Wire,
    connection,
    make_agent,
    row,
    until,
    welcome,
)
from tenantdock.agent.process import Process
from tenantdock.agent.protocol import Params
from tenantdock.agent.requests import Conversation, Office
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled, Denied, LaunchFailed, NetworkTrouble, SignInRequired
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import SessionState

pytest_plugins = ("support.agent_fixtures",)
pytestmark = pytest.mark.usefixtures("qapp")
unix = pytest.mark.skipif(sys.platform == "win32", reason="its other program speaks to a Unix socket")


def test_open_and_get_a_token(agent, desk, wire):
    grant, ticket = agent.admit(connection())
    console = wire()
    told = console.open(ticket)["result"]
    assert told["session"] == grant.session_id
    assert told["protocol"] == 1
    assert told["connection"]["account"]["username"] == "anna@northwind.example"
    assert told["connection"]["cloud"] == {"id": "sandbox", "name": "Practice cloud"}
    assert [s["key"] for s in told["services"]] == ["graph", "azure"]
    token = console.ask("token.get", service="graph")["result"]
    assert token["token"] == f"{TOKEN_TEXT}graph-1"
    assert token["username"] == "anna@northwind.example"
    assert isinstance(token["expiresOn"], int)
    assert desk.asked == [("graph", False)]
    assert [(s.state, s.pid) for s in agent.sessions()] == [(SessionState.OPEN, os.getpid())]


def test_memory_is_asked_first_unless_renewed(agent, desk, wire):
    grant, ticket = agent.admit(connection())
    desk.memory["graph"] = desk.token(grant, "graph")
    console = wire()
    console.open(ticket)
    assert console.ask("token.get", service="graph")["result"]["token"] == f"{TOKEN_TEXT}graph-1"
    assert desk.asked == []
    assert console.ask("token.get", service="graph", renew=True)["result"]["token"] == f"{TOKEN_TEXT}graph-2"
    assert desk.asked == [("graph", True)]


def test_command_line(agent, control, wire):
    control.rows = [row("Contoso", 1), row("Fabrikam", 2)]
    shell = wire()
    hello = shell.ask("control.open", protocol=1, pid=os.getpid())["result"]
    assert hello == {"protocol": 1, "version": "0.0-double", "practice": True, "locked": False}
    rows = shell.ask("connections.list")["result"]["connections"]
    assert [r["name"] for r in rows] == ["Contoso", "Fabrikam"]
    assert shell.ask("connections.connect", id=rows[1]["id"])["result"] == {}
    assert shell.ask("connections.connect", id="x")["error"]["data"]["code"] == "not-found"
    assert shell.ask("app.show")["result"] == {}
    assert control.told == [f"connect {rows[1]['id']}", "show"]
    agent.admit(connection())
    assert [s["state"] for s in shell.ask("sessions.list")["result"]["sessions"]] == ["waiting"]
    assert shell.ask("token.get", service="graph")["error"]["code"] == -32601


# Tickets


def test_wrong_ticket_is_refused_and_the_connection_closed(agent, wire):
    agent.admit(connection())
    console = wire()
    error = console.open(Secret("x" * 43))["error"]
    assert error["code"] == -32001
    assert error["data"]["nextStep"] == "Open the console again from TenantDock."
    assert console.ended()
    assert [s.state for s in agent.sessions()] == [SessionState.WAITING]


def test_used_ticket_is_refused(agent, wire):
    _, ticket = agent.admit(connection())
    first, second = wire(), wire()
    assert "result" in first.open(ticket)
    assert second.open(ticket)["error"]["code"] == -32001
    assert second.ended()
    assert "result" in first.ask("token.get", service="graph")


def test_ticket_expires_without_anybody_asking(tmp_path, desk, control, monkeypatch):
    monkeypatch.setattr("tenantdock.agent.tickets.TICKET_LIFE", 0.1)
    agent = make_agent(tmp_path, desk, control)
    watch = Watch()
    agent.listen(watch)
    agent.start()
    grant, ticket = agent.admit(connection())
    watch.wait(lambda info: info.state is SessionState.ENDED)
    with pytest.raises(LaunchFailed):
        agent.wait_open(grant.session_id, 10.0, Cancel())
    console = Wire(agent)
    assert console.open(ticket)["error"]["code"] == -32001
    console.close()
    agent.stop()


def test_claimed_process_has_to_be_the_real_one(agent, wire):
    _, ticket = agent.admit(connection())
    console = wire()
    assert console.open(ticket, pid=os.getpid() + 1)["error"]["code"] == -32001
    assert console.ended()
    assert "result" in wire().open(ticket), "a refused process must not use up the ticket"


def test_other_protocol_versions_are_told_so(agent, wire):
    console = wire()
    error = console.ask("session.open", protocol=2, ticket="x", pid=os.getpid())["error"]
    assert error["code"] == -32006
    assert error["data"]["code"] == "version"
    assert console.ended()


@pytest.mark.skipif(getattr(os, "getuid", lambda: 1)() != 0, reason="becoming another user needs root")
def test_another_user_is_refused_even_where_the_folder_is_open(desk, control, tmp_path_factory):
    folder = Path(tempfile.mkdtemp(prefix="agent-", dir="/tmp"))
    agent = make_agent(folder, desk, control)
    agent.start()
    try:
        _, ticket = agent.admit(connection())
        name = Path(agent.endpoint.name)
        folder.chmod(0o755)
        code = (
            "import json, os, socket, sys\n"
            "s = socket.socket(socket.AF_UNIX); s.settimeout(10)\n"
            "try: s.connect(sys.argv[1])\n"
            "except PermissionError: print('no way in'); raise SystemExit\n"
            "p = {'protocol': 1, 'ticket': sys.stdin.readline().strip(), 'pid': os.getpid()}\n"
            "m = {'jsonrpc': '2.0', 'id': 1, 'method': 'session.open', 'params': p}\n"
            "try: s.sendall(json.dumps(m).encode() + b'\\n')\n"
            "except OSError: pass\n"
            "print(s.makefile().readline())"
        )

        def attempt() -> str:
            return subprocess.run(
                ["/usr/bin/python3", "-c", code, str(name)],
                input=ticket.reveal() + "\n",
                capture_output=True,
                text=True,
                check=True,
                timeout=30,
                user=65534,
                group=65534,
                extra_groups=[],
                cwd="/",
            ).stdout

        assert attempt().strip() == "no way in"
        name.parent.chmod(0o755)
        name.chmod(0o666)
        answer = json.loads(attempt())
        assert answer["error"]["code"] == -32001
        assert answer["error"]["message"] == "This endpoint is for another user."
        assert [s.state for s in agent.sessions()] == [SessionState.WAITING]
    finally:
        agent.stop()
        shutil.rmtree(folder)


# Sessions


def test_only_the_sessions_own_services(agent, desk, wire):
    _, ticket = agent.admit(connection(services=("graph",)))
    console = wire()
    console.open(ticket)
    error = console.ask("token.get", service="azure")["error"]
    assert error["code"] == -32001
    assert "not connected to Azure" in error["message"]
    assert console.ask("token.get", service="nothing")["error"]["code"] == -32602
    assert console.ask("token.get")["error"]["code"] == -32602
    assert desk.asked == []


@pytest.mark.parametrize("wrong", ["tenant", "proven tenant", "account", "service"])
@pytest.mark.parametrize("where", ["memory", "fetched"])
def test_a_token_that_is_not_the_sessions_stays_here(agent, desk, wire, wrong, where):
    grant, ticket = agent.admit(connection())
    good = desk.token(grant, "graph")
    elsewhere = "0" * 8 + good.tenant_id[8:]
    bad = {
        "tenant": replace(good, tenant_id=elsewhere),
        "proven tenant": replace(good, proof=replace(good.proof, tenant_id=elsewhere)),
        "account": replace(good, proof=replace(good.proof, home_account_id="0" + good.proof.home_account_id[1:])),
        "service": replace(good, service="azure"),
    }[wrong]
    if where == "memory":
        desk.memory["graph"] = bad
    else:
        desk.token = lambda *_: bad
    console = wire()
    console.open(ticket)
    answer = console.ask("token.get", service="graph")
    assert answer["error"]["code"] == -32001
    assert TOKEN_TEXT not in json.dumps(answer)


@unix
def test_attach_from_the_same_process_and_from_no_other(agent, wire):
    grant, ticket = agent.admit(connection())
    console = wire()
    opened = console.open(ticket)
    second = wire()
    assert second.attach(opened)["result"]["session"] == grant.session_id
    assert "result" in second.ask("token.get", service="graph")
    code = (
        "import json, os, socket, sys\n"
        "s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])\n"
        "p = json.loads(sys.stdin.readline()); p['pid'] = int(sys.argv[2]) or os.getpid()\n"
        "m = {'jsonrpc': '2.0', 'id': 1, 'method': 'session.attach', 'params': p}\n"
        "s.sendall(json.dumps(m).encode() + b'\\n'); print(s.makefile().read())"
    )
    told = opened["result"]
    key = {"protocol": 1, "session": told["session"], "attachKey": told["attachKey"]}
    for claimed in (0, os.getpid()):
        command = [sys.executable, "-c", code, agent.endpoint.name, str(claimed)]
        done = subprocess.run(command, input=json.dumps(key) + "\n", capture_output=True, text=True, check=True, timeout=30)
        assert json.loads(done.stdout)["error"]["code"] == -32001
    assert [s.state for s in agent.sessions()] == [SessionState.OPEN]


def test_the_session_ends_with_its_last_connection(agent, wire):
    watch = Watch()
    agent.listen(watch)
    _, ticket = agent.admit(connection())
    first, second = wire(), wire()
    second.attach(first.open(ticket))
    first.close()
    assert second.ask("ping")["result"] == {}
    assert len(agent.sessions()) == 1
    second.close()
    watch.wait(lambda info: info.state is SessionState.ENDED)
    assert agent.sessions() == []


def test_withdrawn_session_is_told_and_gets_nothing_more(agent, desk, wire):
    desk.at_once = False
    grant, ticket = agent.admit(connection())
    console = wire()
    console.open(ticket)
    console.raw(b'{"jsonrpc":"2.0","id":77,"method":"token.get","params":{"service":"graph"}}\n')
    until(lambda: desk.futures)
    agent.withdraw(grant.session_id)
    assert agent.sessions() == []
    if not desk.futures[0].cancelled() and desk.futures[0].set_running_or_notify_cancel():
        desk.futures[0].set_result(desk.token(grant, "graph"))
    seen = []
    while (message := console.line()) is not None:
        seen.append(message)
    assert seen[-1] == {
        "jsonrpc": "2.0",
        "method": "session.ended",
        "params": {"reason": "The session was ended in TenantDock."},
    }
    assert TOKEN_TEXT not in json.dumps(seen)


def test_a_token_that_comes_after_the_end_is_not_handed_out(agent, desk):
    """The gate itself, without the closing of the connection that usually comes first."""
    office = Office(agent._sessions, desk, FakeControl(), welcome)
    conversation = Conversation(office, SimpleNamespace(process=Process(os.getpid(), 0.0), session_id=""))
    grant, ticket = agent.admit(connection())
    opened = conversation.opening["session.open"](Params({"protocol": 1, "ticket": ticket.reveal(), "pid": os.getpid()}))
    desk.at_once = False
    answer = opened.methods["token.get"](Params({"service": "graph"}))
    agent.withdraw(grant.session_id)
    with pytest.raises(Denied):
        answer.shape(desk.token(grant, "graph"))
    with pytest.raises(Denied):
        opened.methods["token.get"](Params({"service": "graph"}))


def test_report_is_kept_and_heard(agent, wire):
    watch = Watch()
    agent.listen(watch)
    _, ticket = agent.admit(connection())
    console = wire()
    console.open(ticket)
    assert console.ask("session.report", proven=True, text="Graph: anna\x1b]0;x\x07\nNorthwind")["result"] == {}
    assert watch.wait(lambda info: info.proven is True).proof == "Graph: anna\ufffd]0;x\ufffd Northwind"
    assert console.ask("session.report", proven="yes", text="x")["error"]["code"] == -32602


def test_trouble_of_the_desk_reaches_the_console_as_words(agent, desk, wire, caplog):
    _, ticket = agent.admit(connection())
    console = wire()
    console.open(ticket)
    desk.at_once = False
    for failure, code, kind in (
        (NetworkTrouble("No way out.", next_step="Look at the cable."), -32004, "network"),
        (SignInRequired("Over.", next_step="Sign in again."), -32003, "sign-in-required"),
        (ValueError("made-up-token-inside"), -32000, "failure"),
    ):
        console.raw(b'{"jsonrpc":"2.0","id":5,"method":"token.get","params":{"service":"graph"}}\n')
        until(lambda: desk.futures)
        desk.futures.pop().set_exception(failure)
        answer = console.line()
        assert (answer["id"], answer["error"]["code"], answer["error"]["data"]["code"]) == (5, code, kind)
        assert TOKEN_TEXT not in json.dumps(answer)
    assert TOKEN_TEXT not in caplog.text


def test_slow_desk_is_answered_with_a_time_out_and_its_late_token_dropped(agent, desk, wire, monkeypatch):
    monkeypatch.setattr("tenantdock.agent.protocol.ANSWER_LIMIT", 0.1)
    grant, ticket = agent.admit(connection())
    console = wire()
    console.open(ticket)
    desk.at_once = False
    assert console.ask("token.get", service="graph")["error"]["code"] == -32005
    if desk.futures[0].set_running_or_notify_cancel():
        desk.futures[0].set_result(desk.token(grant, "graph"))
    answer = console.ask("ping")
    assert (answer["id"], answer["result"]) == (console.number, {})


@unix
def test_killed_client_ends_the_session(agent):
    watch = Watch()
    agent.listen(watch)
    _, ticket = agent.admit(connection())
    code = (
        "import json, os, socket, sys, time\n"
        "s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])\n"
        "p = {'protocol': 1, 'ticket': sys.stdin.readline().strip(), 'pid': os.getpid()}\n"
        "s.sendall(json.dumps({'jsonrpc': '2.0', 'id': 1, 'method': 'session.open', 'params': p}).encode() + b'\\n')\n"
        "print(s.makefile().readline(), flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, agent.endpoint.name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        child.stdin.write(ticket.reveal() + "\n")
        child.stdin.flush()
        assert '"result"' in child.stdout.readline()
        assert watch.wait(lambda info: info.state is SessionState.OPEN).pid == child.pid
        child.kill()
        watch.wait(lambda info: info.state is SessionState.ENDED)


def test_listeners_are_called_on_the_agents_thread_and_one_that_fails_spoils_nothing(agent, wire, caplog):
    def broken(info: object) -> None:
        raise RuntimeError(TOKEN_TEXT)

    watch = Watch()
    agent.listen(broken)
    agent.listen(watch)
    _, ticket = agent.admit(connection())
    wire().open(ticket)
    watch.wait(lambda info: info.state is SessionState.OPEN)
    assert len(watch.threads) == 1
    assert threading.get_ident() not in watch.threads
    assert [info.state for info in watch.heard] == [SessionState.WAITING, SessionState.OPEN]
    assert "RuntimeError" in caplog.text
    assert TOKEN_TEXT not in caplog.text


def test_waiting_for_a_console_is_cancellable(agent):
    grant, _ = agent.admit(connection())
    cancel = Cancel()
    threading.Timer(0.05, cancel.cancel).start()
    with pytest.raises(Cancelled):
        agent.wait_open(grant.session_id, 30.0, cancel)
