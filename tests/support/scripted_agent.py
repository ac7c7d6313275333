"""An agent that does what a test says: answers, stays silent, drops, talks nonsense, ends. A double: NOT the agent."""

from __future__ import annotations

import base64
import contextlib
import json
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tenantdock.consoles.script import session_script
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.sessions import Endpoint

SECONDS = 40.0
"""How long a wait for PowerShell may take. It starts in a quarter of a second, and in many on a busy machine."""

TENANT = "71c06ceb-bd66-4024-accd-1b2bcbab66c3"
OTHER_TENANT = "4602dd82-8453-4a6d-b705-59e7e6c1c3f1"
PERSON = "0a6b7c1d-2e3f-4a5b-8c9d-0e1f2a3b4c5d"


def made_up_token(**claims: object) -> str:
    """A text in the form of a JWT, signed by nobody."""
    parts = [{"alg": "none"}, {"tid": TENANT, "oid": PERSON, "upn": "admin@northwind.example", **claims}]
    return ".".join([*(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts), "c2lnbmVk"])


@dataclass
class ScriptedAgent:
    """An agent that does what a test says, on a real socket: answers, stays silent, drops, talks nonsense, ends."""

    path: Path
    manner: str = "talk"
    name: str = "Northwind Traders"
    tenant_name: str = "Northwind Traders"
    tenant: str = TENANT
    console: ConsoleSettings = field(default_factory=ConsoleSettings)
    keys: tuple[str, ...] = ("exchange",)
    claims: dict[str, object] = field(default_factory=dict)
    lifetime: float = 3600.0
    refusal: str = ""
    trouble: str = ""
    locked: bool = False
    home: str = TENANT
    roots: dict[str, str] = field(default_factory=dict)
    anchor: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(self.path))
        self._server.listen(16)
        self._links: list[socket.socket] = []
        self.closed = 0
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()
        self._serial = 0

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(str(self.path))

    def told(self, method: str, seconds: float = SECONDS) -> dict[str, Any]:
        """Wait for the first request of a method, and return its parameters."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for request in list(self.asked):
                if request["method"] == method:
                    return dict(request["params"])
            time.sleep(0.02)
        raise AssertionError(f"{method} was not asked; {[request['method'] for request in self.asked]} were")

    def count(self, method: str) -> int:
        return sum(request["method"] == method for request in list(self.asked))

    def left(self, connections: int, seconds: float = SECONDS) -> None:
        """Wait until so many connections were closed by the other side."""
        end = time.monotonic() + seconds
        while self.closed < connections:
            assert time.monotonic() < end, f"{self.closed} connections were closed, not {connections}"
            time.sleep(0.02)

    def end(self, reason: str) -> None:
        """End the session as the desktop does."""
        for link in self._links:
            self._send(link, {"jsonrpc": "2.0", "method": "session.ended", "params": {"reason": reason}})
        self.die()

    def lock(self, *, on: bool) -> None:
        """Lock or unlock as the desktop does: no token, and every connection is told."""
        self.locked = on
        for link in self._links:
            self._send(link, {"jsonrpc": "2.0", "method": f"session.{'locked' if on else 'unlocked'}", "params": {}})

    def renew(self) -> None:
        """Tell that new tokens wait to be asked for."""
        for link in self._links:
            self._send(link, {"jsonrpc": "2.0", "method": "session.renew", "params": {}})

    def die(self) -> None:
        """Be gone, as after kill -9."""
        # Closing alone would not wake the thread that accepts
        for one in (self._server, *self._links):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def close(self) -> None:
        self.die()
        for thread in self._threads:
            thread.join(10)
        for link in self._links:
            link.close()

    def _accept(self) -> None:
        while True:
            try:
                link, _ = self._server.accept()
            except OSError:
                return
            self._links.append(link)
            thread = threading.Thread(target=self._serve, args=(link,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, link: socket.socket) -> None:
        if self.manner == "drop":
            link.shutdown(socket.SHUT_RDWR)
            return
        with contextlib.suppress(OSError, ValueError), link.makefile("rb") as lines:
            for line in lines:
                request = json.loads(line)
                self.asked.append(request)
                if self.manner == "silent":
                    continue
                if self.manner == "garbage":
                    link.sendall(b"\x00\xff}{ not json\n")
                    continue
                if self.manner == "deaf" and request["method"] != "session.open":
                    continue
                self._send(link, {"jsonrpc": "2.0", "id": request["id"], **self._answer(request)})
        self.closed += 1

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        method = request["method"]
        if method == "session.open" and self.refusal:
            data = {"code": "denied", "title": "Refused", "nextStep": "Open it again."}
            return {"error": {"code": -32001, "message": self.refusal, "data": data}}
        if method == "session.open":
            return {"result": self._welcome()}
        if method == "token.get" and self.locked:
            data = {"code": "locked", "title": "TenantDock is locked", "nextStep": "Unlock it in its window, then try again."}
            return {"error": {"code": -32008, "message": "TenantDock is locked.", "data": data}}
        if method == "token.get" and self.trouble:
            data = {"code": "network", "title": "Network", "nextStep": ""}
            return {"error": {"code": -32004, "message": self.trouble, "data": data}}
        if method == "token.get":
            self._serial += 1
            return {
                "result": {
                    "service": request["params"]["service"],
                    "token": made_up_token(uti=str(self._serial), **self.claims),
                    "expiresOn": int(time.time() + self.lifetime),
                    "tenantId": self.tenant,
                    "username": "admin@northwind.example",
                    "objectId": PERSON,
                }
            }
        return {"result": {"protocol": 1, "session": "s1"} if method == "session.attach" else {}}

    def _welcome(self) -> dict[str, Any]:
        return {
            "protocol": 1,
            "session": "s1",
            "script": session_script(),
            "attachKey": "made-up-attach-key",
            "connection": {
                "id": "c" * 32,
                "name": self.name,
                "colour": self.console.colour,
                "folder": self.console.folder,
                "startup": self.console.startup,
                "tenant": {"id": TENANT, "name": self.tenant_name, "domain": "northwind.example"},
                "account": {"username": "admin@northwind.example", "homeAccountId": f"{PERSON}.{self.home}"},
                "cloud": {"id": "sandbox", "name": "Practice cloud"},
            },
            "services": [{"key": key, "label": key.title(), "apiRoot": self.roots.get(key, "")} for key in self.keys],
            "trustAnchor": self.anchor,
        }

    @staticmethod
    def _send(link: socket.socket, message: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            link.sendall(json.dumps(message, ensure_ascii=False).encode() + b"\n")
