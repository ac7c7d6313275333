"""Doubles and helpers for the agent: a desk and a desktop that only pretend, and a client that speaks the wire by hand."""

from __future__ import annotations

import errno
import io
import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from tenantdock.agent.local import LocalAgent
from tenantdock.agent.welcome import Welcome, WelcomeService
from tenantdock.domain.directory import Account, Connection, ConnectionRow, ConsoleSettings, Tenant
from tenantdock.domain.errors import NotFound
from tenantdock.domain.proof import Proof
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import Service
from tenantdock.domain.sessions import Grant, SessionInfo
from tenantdock.domain.signin import AccessToken
from tenantdock.domain.text import folded

TENANT_ID = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"
HOME_ID = "11111111-2222-3333-4444-555555555555.8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"
OBJECT_ID = "11111111-2222-3333-4444-555555555555"
TOKEN_TEXT = "made-up-token-"


def connection(name: str = "Northwind Traders", services: tuple[str, ...] = ("graph", "azure")) -> Connection:
    tenant = Tenant(TENANT_ID, "sandbox", "Northwind", "northwind.example")
    account = Account("a" * 32, "sandbox", "anna@northwind.example", HOME_ID)
    console = ConsoleSettings(colour="#1a7f5a", folder="", startup="")
    return Connection("c" * 32, name, tenant, account, services, console)


class ManualClock:
    """A clock that a test moves."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.seconds = 1000.0
        self._now = now

    def now(self) -> float:
        return self._now + self.seconds

    def monotonic(self) -> float:
        return self.seconds


class RealClock:
    def now(self) -> float:
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()


class FakeDesk:
    """A TokenDesk without an identity: it hands out made-up tokens, from memory where it has one, else when a test says so."""

    def __init__(self) -> None:
        self.memory: dict[str, AccessToken] = {}
        self.asked: list[tuple[str, bool]] = []
        self.claims: list[str] = []
        self.futures: list[Future[AccessToken]] = []
        self.at_once = True
        self.lifetime = 3600.0
        self.serial = 0

    def token(self, grant: Grant, key: str) -> AccessToken:
        self.serial += 1
        where = grant.connection.tenant.id
        who = grant.connection.account
        proof = Proof(where, who.home_account_id, OBJECT_ID, who.username, guest=False)
        text = f"{TOKEN_TEXT}{key}-{self.serial}"
        return AccessToken(Secret(text), key, where, who.username, time.time() + self.lifetime, proof)

    def at_hand(self, grant: Grant, service: Service) -> AccessToken | None:
        return self.memory.get(service.key)

    def fetch(self, grant: Grant, service: Service, *, renew: bool = False, claims: str = "") -> Future[AccessToken]:
        self.asked.append((service.key, renew))
        self.claims.append(claims)
        future: Future[AccessToken] = Future()
        self.futures.append(future)
        if self.at_once:
            token = self.token(grant, service.key)
            threading.Thread(target=lambda: future.set_result(token)).start()
        return future


class FakeControl:
    """A desktop that only remembers what it was told."""

    version = "0.0-double"
    practice = True

    def __init__(self) -> None:
        self.told: list[str] = []
        self.rows: list[ConnectionRow] = []
        self.told_something = threading.Event()

    def show(self) -> None:
        self._tell("show")

    def palette(self) -> None:
        self._tell("palette")

    def quit(self) -> None:
        self._tell("quit")

    def connections(self, words: str) -> Future[Sequence[ConnectionRow]]:
        future: Future[Sequence[ConnectionRow]] = Future()
        keys = folded(words).split()
        rows = [row for row in self.rows if all(key in folded(f"{row.name} {row.domain} {row.username}") for key in keys)]
        threading.Thread(target=lambda: future.set_result(rows)).start()
        return future

    def connect(self, connection_id: str) -> Future[None]:
        future: Future[None] = Future()
        if any(row.id == connection_id for row in self.rows):
            self._tell(f"connect {connection_id}")
            future.set_result(None)
        else:
            future.set_exception(NotFound("There is no such connection.", next_step="Choose another."))
        return future

    def _tell(self, what: str) -> None:
        self.told.append(what)
        self.told_something.set()


def row(name: str, number: int = 1, domain: str = "") -> ConnectionRow:
    return ConnectionRow(
        f"{number:032x}",
        name,
        TENANT_ID,
        name,
        domain or f"tenant{number}.example",
        f"anna@tenant{number}.example",
        "sandbox",
        ("graph", "azure"),
        "",
        True,
        None,
    )


def welcome(grant: Grant) -> Welcome:
    services = tuple(WelcomeService(key, key.title(), f"https://localhost:1/{key}/") for key in grant.connection.services)
    return Welcome("'a script'", services, "Practice cloud", "")


class Watch:
    """Collects what a listener hears."""

    def __init__(self) -> None:
        self.heard: list[SessionInfo] = []
        self.threads: set[int] = set()
        self._news = threading.Condition()

    def __call__(self, info: SessionInfo) -> None:
        with self._news:
            self.heard.append(replace(info))
            self.threads.add(threading.get_ident())
            self._news.notify_all()

    def wait(self, wanted: Callable[[SessionInfo], bool], seconds: float = 10.0) -> SessionInfo:
        with self._news:
            assert self._news.wait_for(lambda: any(map(wanted, self.heard)), seconds), self.heard
            return next(filter(wanted, self.heard))


def connected(name: str, timeout: float) -> Any:
    """A socket that is connected to the endpoint *name*; on Windows a pipe, with what the tests of both need."""
    if sys.platform == "win32":
        return Pipe(name)
    made = socket.socket(socket.AF_UNIX)
    made.settimeout(timeout)
    while True:
        try:
            made.connect(name)
        except BlockingIOError:  # more connect at this moment than the system keeps waiting
            time.sleep(0.002)
        else:
            return made


class Pipe:
    """The client's end of a named pipe. It has no time limit: the tests' own ends a read that hangs."""

    def __init__(self, name: str) -> None:
        path = rf"\\.\pipe\{name}"
        deadline = time.monotonic() + 10
        while True:
            try:
                self._file = io.FileIO(path, "r+")
            except OSError:  # for a moment all are taken
                assert time.monotonic() < deadline
                time.sleep(0.005)
            else:
                return

    def sendall(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) or 0 :]

    def recv(self, most: int) -> bytes:
        return self._file.read(most) or b""

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self._file)

    def close(self) -> None:
        self._file.close()


class Wire:
    """A client that speaks the protocol by hand, so that it can speak it wrongly."""

    def __init__(self, agent: LocalAgent | str, timeout: float = 10.0) -> None:
        name = agent if isinstance(agent, str) else agent.endpoint.name
        self.socket: Any = connected(name, timeout)
        self.file: Any = self.socket.makefile("rb")
        self.number = 0

    def raw(self, data: bytes) -> None:
        self.socket.sendall(data)

    def line(self) -> dict[str, Any] | None:
        """The next message, or None at the end."""
        try:
            text = self.file.readline()
        except OSError as error:
            if isinstance(error, ConnectionResetError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
                return None  # Windows: "no process is on the other end of the pipe"
            raise
        return json.loads(text) if text else None

    def ask(self, method: str, /, **params: object) -> dict[str, Any]:
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        self.raw(json.dumps(message).encode() + b"\n")
        answer = self.line()
        assert answer is not None, f"{method}: the connection was closed"
        return answer

    def open(self, ticket: Secret, pid: int | None = None) -> dict[str, Any]:
        return self.ask("session.open", protocol=1, ticket=ticket.reveal(), pid=os.getpid() if pid is None else pid)

    def attach(self, opened: dict[str, Any], pid: int | None = None) -> dict[str, Any]:
        told = opened["result"]
        claimed = os.getpid() if pid is None else pid
        return self.ask("session.attach", protocol=1, session=told["session"], attachKey=told["attachKey"], pid=claimed)

    def ended(self) -> bool:
        """Whether the other side closed, once everything it sent is read."""
        while self.line() is not None:
            pass
        return True

    def close(self) -> None:
        self.file.close()
        self.socket.close()


def make_agent(folder: Path, desk: FakeDesk, control: FakeControl, clock: Any = None) -> LocalAgent:
    return LocalAgent(folder=folder, desk=desk, control=control, welcome=welcome, clock=clock or RealClock())


def until(condition: Callable[[], object]) -> None:
    """Wait up to ten seconds for *condition*."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)
