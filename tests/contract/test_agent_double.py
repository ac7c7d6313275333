"""The PowerShell double, from the real bootstrap to the end of its session, at the real agent. Only desk and Graph are fakes."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from support.agent import OBJECT_ID, TENANT_ID, TOKEN_TEXT, FakeControl, FakeDesk, RealClock, Watch, connection
from tenantdock.agent.local import LocalAgent
from tenantdock.agent.welcome import Welcome, WelcomeService
from tenantdock.consoles import bootstrap
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import NetworkTrouble
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Grant, SessionState
from tenantdock.domain.signin import AccessToken

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.skipif(sys.platform == "win32", reason="the double is for Unix")]

DOUBLE = Path(__file__).parents[1] / "doubles" / "pwsh"


class FakeGraph(ThreadingHTTPServer):
    """Answers /me and /organization to who brings a token that the fake desk made."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Graph)
        self.seen: list[str] = []
        self.tenant = TENANT_ID
        self.knows_the_user = True
        self.thread = threading.Thread(target=self.serve_forever, args=(0.02,))
        self.thread.start()

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Graph(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, FakeGraph)
        bearer = self.headers.get("Authorization", "")
        server.seen.append(self.path)
        answers = {
            "/v1.0/me": {"userPrincipalName": "anna@northwind.example"},
            "/v1.0/organization": {"value": [{"id": server.tenant, "displayName": "Northwind\x1b]0;evil\x07"}]},
        }
        known = bearer.startswith(f"Bearer {TOKEN_TEXT}graph-")
        if known and self.path == "/v1.0/me" and not server.knows_the_user:
            self.send_error(404)
            return
        self.send_response(200 if known else 401)
        self.end_headers()
        self.wfile.write(json.dumps(answers[self.path] if known else {}).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def graph() -> Iterator[FakeGraph]:
    server = FakeGraph()
    yield server
    server.shutdown()
    server.server_close()
    server.thread.join()


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def agent(tmp_path: Path, graph: FakeGraph, desk: FakeDesk) -> Iterator[LocalAgent]:
    def welcome(grant: Grant) -> Welcome:
        return Welcome("'not for a double'", (WelcomeService("graph", "Graph", graph.root),), "Practice cloud")

    agent = LocalAgent(folder=tmp_path, desk=desk, control=FakeControl(), welcome=welcome, clock=RealClock())
    agent.start()
    yield agent
    agent.stop()


class Console:
    """The double as a child, with pipes where a terminal would be."""

    def __init__(self, agent: LocalAgent, ticket: Secret, folder: Path) -> None:
        command = bootstrap.command(str(DOUBLE), agent.endpoint, ticket)
        command = [sys.executable, *command]
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder)
        assert self.child.stdin is not None
        assert self.child.stdout is not None
        self.stdin, self.stdout = self.child.stdin, self.child.stdout
        self.text = ""

    def until(self, pattern: str) -> str:
        """Read until *pattern* came, and return what was read since the last call."""
        read = ""
        while not re.search(pattern, read):
            character = self.stdout.read(1)
            assert character, f"the double ended; it said {self.text}"
            read += character
            self.text += character
        return read

    def say(self, line: str) -> str:
        self.stdin.write(line + "\n")
        self.stdin.flush()
        return self.until(r"DOUBLE> $").removesuffix("DOUBLE> ").strip()

    def end(self) -> None:
        self.child.kill()
        self.child.wait(10)
        self.stdin.close()
        self.stdout.close()


@pytest.fixture
def consoles(agent: LocalAgent, tmp_path: Path) -> Iterator[list[Console]]:
    made: list[Console] = []
    yield made
    for console in made:
        console.end()


def test_main_job(agent, desk, graph, consoles, tmp_path):
    watch = Watch()
    agent.listen(watch)
    grant, ticket = agent.admit(connection(services=("graph",)))
    console = Console(agent, ticket, tmp_path)
    consoles.append(console)
    banner = console.until(r"DOUBLE> $")
    assert "NOT PowerShell" in banner
    assert "\x1b]2;Northwind Traders \u00b7 anna@northwind.example\x07" in banner
    assert f"Proven. Graph: anna@northwind.example in Northwind\ufffd]0;evil\ufffd ({TENANT_ID})" in banner
    assert agent.wait_open(grant.session_id, 5, Cancel()).pid == console.child.pid
    reported = watch.wait(lambda info: info.proven is True)
    assert reported.proof.startswith("Graph: anna@northwind.example in Northwind")
    assert console.say("$PID") == str(console.child.pid)
    assert console.say("me") == "anna@northwind.example"
    assert "Tenant     : " + TENANT_ID in console.say("session")
    assert "SecureString" in console.say("token graph")
    assert "not connected to Azure" in console.say("token azure")
    assert "Renewed Graph" in console.say("renew")
    assert ("graph", True) in desk.asked
    assert TOKEN_TEXT not in console.text
    assert console.say("token graph -AsPlainText").startswith(f"{TOKEN_TEXT}graph-")
    console.stdin.write("exit\n")
    console.stdin.flush()
    watch.wait(lambda info: info.state is SessionState.ENDED)
    assert agent.sessions() == []
    assert console.child.wait(10) == 0


def test_renews_before_expiry(agent, desk, consoles, tmp_path):
    desk.lifetime = 3.0
    _, ticket = agent.admit(connection(services=("graph",)))
    console = Console(agent, ticket, tmp_path)
    consoles.append(console)
    console.until(r"DOUBLE> $")
    console.until("Renewed Graph")
    assert desk.asked[-1] == ("graph", True)


def test_another_tenants_answer_is_not_proven(agent, graph, consoles, tmp_path):
    graph.tenant = "0" * 8 + TENANT_ID[8:]
    watch = Watch()
    agent.listen(watch)
    _, ticket = agent.admit(connection(services=("graph",)))
    consoles.append(Console(agent, ticket, tmp_path))
    assert "NOT PROVEN" in consoles[0].until(r"DOUBLE> $")
    watch.wait(lambda info: info.proven is False)


@pytest.mark.parametrize(("home", "proven"), [("9" * 8 + TENANT_ID[8:], True), (TENANT_ID, False)], ids=["partner", "own"])
def test_a_partners_user_is_proven_without_being_known_to_the_tenant(agent, graph, consoles, tmp_path, home, proven):
    graph.knows_the_user = False
    watch = Watch()
    agent.listen(watch)
    wanted = connection(services=("graph",))
    wanted = replace(wanted, account=replace(wanted.account, home_account_id=f"{OBJECT_ID}.{home}"))
    _, ticket = agent.admit(wanted)
    consoles.append(Console(agent, ticket, tmp_path))
    said = consoles[0].until(r"DOUBLE> $")
    assert ("the token for the account: anna@northwind.example in Northwind" in said) is proven
    watch.wait(lambda info: info.proven is proven)


def test_a_token_that_comes_late_is_renewed_too(agent, desk, consoles, tmp_path):
    desk.lifetime = 3.0
    works = desk.fetch

    def fails(*_: object, **__: object) -> Future[AccessToken]:
        future: Future[AccessToken] = Future()
        future.set_exception(NetworkTrouble("The network is down.", next_step="Try again."))
        return future

    desk.fetch = fails
    _, ticket = agent.admit(connection(services=("graph",)))
    console = Console(agent, ticket, tmp_path)
    consoles.append(console)
    assert "NOT PROVEN" in console.until(r"DOUBLE> $")
    time.sleep(0.5)  # the thread that renews has found nothing to wait for
    desk.fetch = works
    console.say("token graph")
    console.until("Renewed Graph")


def test_a_ticket_opens_one_window(agent, consoles, tmp_path):
    _, ticket = agent.admit(connection(services=("graph",)))
    for _ in range(2):
        consoles.append(Console(agent, ticket, tmp_path))
        consoles[-1].until(r"DOUBLE> $")
    assert "Proven" in consoles[0].text
    assert "not connected. This console's ticket is not valid" in consoles[1].text
    assert "Not connected" in consoles[1].say("token graph -AsPlainText")


def test_withdrawn_in_the_desktop(agent, consoles, tmp_path):
    grant, ticket = agent.admit(connection(services=("graph",)))
    console = Console(agent, ticket, tmp_path)
    consoles.append(console)
    console.until(r"DOUBLE> $")
    agent.withdraw(grant.session_id)
    console.until("The session was ended in TenantDock")
    assert TOKEN_TEXT not in console.say("token graph -AsPlainText")


def test_killed_window_ends_the_session(agent, consoles, tmp_path):
    watch = Watch()
    agent.listen(watch)
    _, ticket = agent.admit(connection(services=("graph",)))
    console = Console(agent, ticket, tmp_path)
    consoles.append(console)
    console.until(r"DOUBLE> $")
    console.child.kill()
    watch.wait(lambda info: info.state is SessionState.ENDED)


def test_bad_base64_ends_as_in_powershell(tmp_path):
    for argument in ("***", base64.b64encode(b"odd").decode()):
        done = subprocess.run([sys.executable, DOUBLE, "-EncodedCommand", argument], check=False, capture_output=True, timeout=20)
        assert done.returncode == 64


def test_no_agent_leaves_a_prompt(tmp_path):
    text = f"$n='{tmp_path}/nobody';$k='x';"
    command = [sys.executable, DOUBLE, *bootstrap.SWITCHES, bootstrap.encoded(text)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=20, input="$PID\nexit\n")
    assert done.returncode == 0
    assert "not connected. TenantDock does not listen." in done.stdout
