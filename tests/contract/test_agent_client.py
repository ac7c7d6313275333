"""The client without Qt: against the real agent, and against listeners that misbehave."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.agent import FakeControl, FakeDesk, make_agent, row
from tenantdock.agent import client
from tenantdock.agent.client import AgentClient, NotRunning, Refusal, show_running
from tenantdock.agent.endpoint import endpoint_name
from tenantdock.agent.local import LocalAgent
from tenantdock.domain.errors import AgentTrouble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the listeners of these tests are Unix sockets")


@pytest.fixture
def control() -> FakeControl:
    return FakeControl()


@pytest.fixture
def agent(tmp_path: Path, control: FakeControl, qapp: object) -> Iterator[LocalAgent]:
    agent = make_agent(tmp_path, FakeDesk(), control)
    agent.start()
    yield agent
    agent.stop()


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Callable[[Callable[[socket.socket], None]], Path]]:
    """Listens where an agent would, and does with the first connection what a test says."""
    server = socket.socket(socket.AF_UNIX)
    threads: list[threading.Thread] = []

    def listen(behave: Callable[[socket.socket], None]) -> Path:
        path = Path(endpoint_name(tmp_path))
        path.parent.mkdir(mode=0o700)
        server.bind(str(path))
        server.listen()

        def serve() -> None:
            connection, _ = server.accept()
            with connection, contextlib.suppress(OSError):
                behave(connection)

        threads.append(threading.Thread(target=serve))
        threads[0].start()
        return tmp_path

    yield listen
    for thread in threads:
        thread.join(10)
    server.close()


def test_control_and_requests(agent, control, tmp_path):
    control.rows = [row("Z\u00fcrich \U0001f3d4", 1)]
    with AgentClient.control(tmp_path) as shell:
        assert shell.hello["practice"] is True
        assert shell.request("connections.list")["connections"][0]["name"] == "Z\u00fcrich \U0001f3d4"
        with pytest.raises(Refusal) as caught:
            shell.request("connections.connect", {"id": "none"})
        assert (caught.value.kind, caught.value.number) == ("not-found", -32000)
        assert caught.value.next_step == "Choose another."
        with pytest.raises(Refusal) as caught:
            shell.request("token.get", {"service": "graph"})
        assert caught.value.number == -32601


def test_ten_thousand_connections_come_through(agent, control, tmp_path):
    control.rows = [row(f"Customer {number}", number) for number in range(10_000)]
    with AgentClient.control(tmp_path) as shell:
        assert len(shell.request("connections.list")["connections"]) == 10_000


def test_show_running(agent, control, tmp_path):
    assert show_running(tmp_path)
    assert control.told == ["show"]


def test_nobody_listens(tmp_path):
    assert not show_running(tmp_path)
    path = Path(endpoint_name(tmp_path))
    path.parent.mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    with pytest.raises(NotRunning):
        AgentClient.control(tmp_path)


def test_a_folder_that_others_can_enter_is_not_trusted(agent, tmp_path):
    Path(endpoint_name(tmp_path)).parent.chmod(0o755)
    with pytest.raises(NotRunning):
        AgentClient.control(tmp_path)


def test_another_users_listener_is_not_spoken_to(agent, tmp_path, monkeypatch):
    monkeypatch.setattr(client, "_ours", lambda _: False)
    with pytest.raises(AgentTrouble, match="does not speak its protocol"):
        AgentClient.control(tmp_path)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", "does not speak"),
        (b"[]\n", "does not speak"),
        (b"[" * 100_000 + b"\n", "does not speak"),
        (b"\xff\n", "does not speak"),
        (b"", "closed the connection"),
        (b'{"jsonrpc":"2.0","id":1,"res', "closed the connection"),
        (b'{"jsonrpc":"2.0","id":1,"error":7}\n', "refused the request"),
        (b'{"jsonrpc":"2.0","id":null,"error":{"code":"x","message":"a\\u001b]0;b\\u0007","data":[]}}\n', "a\ufffd]0;b"),
    ],
)
def test_nonsense_is_told(listener, answer, says):
    def behave(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(answer)

    with pytest.raises(AgentTrouble, match=says.replace("]", r"\]")):
        AgentClient.control(listener(behave))


def test_endless_answer_is_given_up(listener, monkeypatch):
    monkeypatch.setattr(client, "ANSWER_LIMIT", 100_000)

    def behave(connection: socket.socket) -> None:
        while True:
            connection.sendall(b"x" * 10_000)

    with pytest.raises(AgentTrouble, match="does not speak"):
        AgentClient.control(listener(behave))


def test_silence_has_a_limit(listener):
    def behave(connection: socket.socket) -> None:
        while connection.recv(1000):
            pass

    with pytest.raises(AgentTrouble, match="did not answer in time"):
        AgentClient.control(listener(behave), 0.2)


def test_dripping_answers_have_the_same_limit(listener):
    def behave(connection: socket.socket) -> None:
        connection.recv(1000)
        while True:
            connection.sendall(b'{"jsonrpc":"2.0","method":"session.ended","params":{}}\n')

    with pytest.raises(AgentTrouble, match="did not answer in time"):
        AgentClient.control(listener(behave), 0.2)


def test_other_messages_are_passed_over(listener):
    def behave(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b'{"method":"x"}\n{"id":9,"result":{}}\n{"id":1,"result":[]}\n{"id":1,"result":{"version":"1"}}\n')

    with AgentClient.control(listener(behave)) as shell:
        assert shell.hello == {"version": "1"}


def test_importing_the_client_imports_nothing_heavy():
    code = (
        "import sys; import tenantdock.agent.client, tenantdock.cli\n"
        "heavy = {'PySide6', 'psutil', 'ssl', 'asyncio', 'sqlite3', 'logging', 'concurrent', 'msal', 'keyring'}\n"
        "print(sorted(heavy & {name.partition('.')[0] for name in sys.modules}))"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30, env=environment)
    assert done.stdout.strip() == "[]"
