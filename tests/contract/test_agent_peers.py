"""The real agent and peers that misbehave; its thread, its folder, its start and its end."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import InvalidStateError
from dataclasses import replace
from pathlib import Path

import pytest

from support.agent import (
    FakeControl,
    FakeDesk,
    Watch,
    Wire,
    connection,
    make_agent,
    until,
)
from tenantdock.agent.client import AgentClient
from tenantdock.agent.endpoint import endpoint_name
from tenantdock.agent.protocol import LINE_LIMIT
from tenantdock.agent.transport import LINK_LIMIT
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import AgentTrouble, LaunchFailed
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import SessionState

pytest_plugins = ("support.agent_fixtures",)
pytestmark = pytest.mark.usefixtures("qapp")
unix = pytest.mark.skipif(sys.platform == "win32", reason="Unix sockets, modes of files and links")


def tidy(agent):
    """Remove the folder of a socket that lies outside of the data folder. A pipe has none: its "parent" is where the tests run."""
    if sys.platform != "win32":
        shutil.rmtree(Path(agent.endpoint.name).parent)


# Peers that misbehave


def test_malformed_line_first_closes_and_later_does_not(agent, wire):
    stranger = wire()
    stranger.raw(b"GET / HTTP/1.1\r\n")
    assert stranger.line()["error"]["code"] == -32700
    assert stranger.ended()
    _, ticket = agent.admit(connection())
    console = wire()
    console.open(ticket)
    console.raw(b"{]\n")
    assert console.line()["error"]["code"] == -32700
    assert "result" in console.ask("token.get", service="graph")


def test_too_long_a_line_closes_that_connection_only(agent, wire):
    _, ticket = agent.admit(connection())
    console = wire()
    console.open(ticket)
    flood = wire()
    with contextlib.suppress(OSError):
        flood.raw(b"x" * (8 * LINE_LIMIT))
    answer = flood.line()
    assert answer is None or answer["error"]["code"] == -32007
    assert flood.ended()
    assert console.ask("ping")["result"] == {}


def test_a_line_just_over_the_limit_is_told(agent, wire):
    flood = wire()
    flood.raw(b"x" * (LINE_LIMIT + 1))
    assert flood.line()["error"]["code"] == -32007
    assert flood.ended()


def test_who_does_not_say_what_it_is_is_closed(agent, wire, monkeypatch):
    monkeypatch.setattr("tenantdock.agent.protocol.OPEN_LIMIT", 0.3)
    slow = wire()
    silent = wire()
    for byte in b'{"jsonrpc":':
        slow.raw(bytes([byte]))
        time.sleep(0.01)
    for loris in (slow, silent):
        assert loris.line()["error"]["code"] == -32005
        assert loris.ended()


def test_an_idle_session_stays(agent, wire, monkeypatch):
    monkeypatch.setattr("tenantdock.agent.protocol.OPEN_LIMIT", 0.1)
    _, ticket = agent.admit(connection())
    console = wire()
    console.open(ticket)
    time.sleep(0.3)
    assert console.ask("ping")["result"] == {}


def test_who_does_not_read_is_cut_off(agent, desk, wire):
    grant, ticket = agent.admit(connection())
    token = desk.token(grant, "graph")
    desk.memory["graph"] = replace(token, secret=Secret("t" * 50_000))
    console = wire()
    console.open(ticket)
    watch = Watch()
    agent.listen(watch)
    ask = b'{"jsonrpc":"2.0","id":1,"method":"token.get","params":{"service":"graph"}}\n'
    with contextlib.suppress(OSError):
        for _ in range(200):
            console.raw(ask)
    watch.wait(lambda info: info.state is SessionState.ENDED)


def test_only_so_many_connections(agent, wire):
    shells = [wire() for _ in range(LINK_LIMIT)]
    for shell in shells:
        assert "result" in shell.ask("control.open", protocol=1, pid=os.getpid())
    over = wire()
    assert over.line()["error"]["data"]["code"] == "too-many"
    assert over.ended()
    shells[0].close()

    def another() -> bool:
        shell = wire()
        with contextlib.suppress(OSError):  # turned away while it writes
            shell.raw(b'{"jsonrpc":"2.0","id":1,"method":"control.open","params":{"protocol":1,"pid":%d}}\n' % os.getpid())
        answer = shell.line()
        return answer is not None and "result" in answer

    until(another)


def test_requests_in_one_packet_are_all_answered(agent, wire):
    shell = wire()
    shell.ask("control.open", protocol=1, pid=os.getpid())
    lines = [{"jsonrpc": "2.0", "id": n, "method": "sessions.list"} for n in range(50)]
    shell.raw(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    assert [shell.line()["id"] for _ in lines] == list(range(50))


def test_garbage_of_all_kinds_leaves_the_agent_well(agent, wire):
    generator = random.Random(7)  # noqa: S311 - the same garbage each time
    for _ in range(60):
        vandal = Wire(agent)
        with contextlib.suppress(OSError):
            vandal.raw(generator.randbytes(generator.randrange(1, 3000)) + b"\n" * generator.randrange(2))
        vandal.close()
    _, ticket = agent.admit(connection())
    assert "result" in wire().open(ticket)


# The thread


@pytest.mark.parametrize("how", ["computing", "sleeping"])
def test_answers_while_the_main_thread_is_busy(agent, desk, how):
    """The whole conversation happens between two moments of a main thread that never returns to its event loop."""
    grant, ticket = agent.admit(connection())
    desk.memory["graph"] = desk.token(grant, "graph")
    answers: list[dict] = []

    def converse() -> None:
        console = Wire(agent)
        console.open(ticket)
        answers.extend(console.ask("token.get", service="graph") for _ in range(20))
        console.close()

    thread = threading.Thread(target=converse)
    thread.start()
    until_then = time.monotonic() + 60
    while thread.is_alive() and time.monotonic() < until_then:
        if how == "computing":
            sum(number * number for number in range(20_000))
        else:
            time.sleep(0.5)
    assert len(answers) == 20
    assert all("result" in answer for answer in answers)


@unix
def test_stop_leaves_nothing(tmp_path, desk, control):
    before = set(threading.enumerate())
    agent = make_agent(tmp_path, desk, control)
    agent.stop()
    agent.start()
    thread = agent._transport._thread
    grant, ticket = agent.admit(connection())
    console = Wire(agent)
    console.open(ticket)
    desk.at_once = False
    console.raw(b'{"jsonrpc":"2.0","id":7,"method":"token.get","params":{"service":"graph"}}\n')
    until(lambda: desk.futures)
    waiting, _ = agent.admit(connection())
    agent.stop()
    assert thread.isFinished()
    assert not Path(agent.endpoint.name).exists()
    message = console.line()
    assert message["method"] == "session.ended"
    assert message["params"]["reason"] == "TenantDock was closed."
    assert console.line() is None
    with pytest.raises(LaunchFailed):
        agent.wait_open(waiting.session_id, 10.0, Cancel())
    with contextlib.suppress(InvalidStateError):
        desk.futures[0].set_result(desk.token(grant, "graph"))
    with pytest.raises(AgentTrouble):
        agent.admit(connection())
    agent.stop()
    console.close()
    assert set(threading.enumerate()) <= before


def test_starts_again_after_stop(tmp_path, desk, control):
    agent = make_agent(tmp_path, desk, control)
    for _ in range(3):
        agent.start()
        _, ticket = agent.admit(connection())
        console = Wire(agent)
        assert "result" in console.open(ticket)
        console.close()
        agent.stop()


# The folder


@unix
def test_folder_and_socket_are_closed_to_others(agent):
    path = Path(agent.endpoint.name)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_second_agent_on_the_folder_is_refused_and_harms_nothing(agent, tmp_path, wire):
    second = make_agent(tmp_path, FakeDesk(), FakeControl())
    with pytest.raises(AgentTrouble, match="already running"):
        second.start()
    second.stop()
    assert "result" in wire().ask("control.open", protocol=1, pid=os.getpid())


@unix
def test_socket_of_a_dead_process_is_replaced(tmp_path, desk, control):
    agent = make_agent(tmp_path, desk, control)
    path = Path(agent.endpoint.name)
    path.parent.mkdir(mode=0o755)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    assert path.exists()
    agent.start()
    Wire(agent).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    agent.stop()


@unix
def test_a_file_of_that_name_is_not_removed(tmp_path, desk, control):
    agent = make_agent(tmp_path, desk, control)
    path = Path(agent.endpoint.name)
    path.parent.mkdir(mode=0o700)
    path.write_text("somebody's")
    with pytest.raises(AgentTrouble) as caught:
        agent.start()
    assert "restart TenantDock" in caught.value.next_step
    assert path.read_text() == "somebody's"
    path.unlink()
    agent.start()
    agent.stop()


@unix
def test_unusable_folder_is_told(tmp_path, desk, control):
    (tmp_path / "file").write_text("")
    with pytest.raises(AgentTrouble, match=r"Not a directory|File exists"):
        make_agent(tmp_path / "file", desk, control).start()
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "agent").symlink_to(tmp_path)
    with pytest.raises(AgentTrouble, match="not a folder of this user's"):
        make_agent(tmp_path / "x", desk, control).start()


def test_long_folder_names_work(tmp_path, desk, control):
    folder = tmp_path / ("long" * 40)
    agent = make_agent(folder, desk, control)
    agent.start()
    try:
        assert agent.endpoint.name == endpoint_name(folder)
        with AgentClient.control(folder) as client:
            assert client.hello["version"] == "0.0-double"
    finally:
        agent.stop()
        tidy(agent)


@unix
def test_one_agent_for_a_folder_however_its_path_is_spelled(tmp_path, desk, control):
    folder = tmp_path / ("long" * 40)
    folder.mkdir()
    (tmp_path / "short").symlink_to(folder)
    agent, second = make_agent(folder, desk, control), make_agent(tmp_path / "short", desk, control)
    assert agent.endpoint != second.endpoint
    agent.claim()
    try:
        with pytest.raises(AgentTrouble, match="already running"):
            second.claim()
    finally:
        agent.stop()
        tidy(agent)


def test_claimed_before_it_listens(tmp_path, desk, control):
    agent, second = (make_agent(tmp_path, desk, control) for _ in range(2))
    agent.claim()
    agent.claim()
    for attempt in (second.claim, second.start):
        with pytest.raises(AgentTrouble, match="already running"):
            attempt()
    with pytest.raises(AgentTrouble, match="not open"):
        agent.admit(connection())
    assert agent.sessions() == []
    assert not Path(agent.endpoint.name).exists()
    agent.start()
    agent.start()
    agent.stop()
    second.start()
    second.stop()


def test_started_on_another_thread(tmp_path, desk, control, wire):
    agent = make_agent(tmp_path / "other", desk, control)
    starter = threading.Thread(target=agent.start)
    starter.start()
    starter.join()
    _, ticket = agent.admit(connection())
    console = Wire(agent)
    assert "result" in console.open(ticket)
    assert "result" in console.ask("token.get", service="graph")
    console.close()
    thread = agent._transport._thread
    agent.stop()
    assert thread.isFinished()


def test_building_an_agent_imports_no_network_and_no_protocol():
    code = (
        "import sys; import tenantdock.agent.local\n"
        "print(sorted({'PySide6.QtNetwork', 'json', 'psutil', 'tenantdock.agent.protocol'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "[]"
