"""The practice cloud as a real child process, for tests.

Register the fixtures once for a folder, in its conftest.py, by ``from support.cloud import cloud, practice_cloud``: in a test
module they would be others, with a process of their own. ``cloud`` is one process for the whole session, and as it was at first
before each test.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from support.person import ScriptedPerson, Stopped
from tenantdock.domain.clouds import SANDBOX_ID, Cloud
from tenantdock.domain.services import ALL

__all__ = ["PracticeCloud", "ScriptedPerson", "Stopped", "Trusting", "cloud", "practice_cloud"]

_START_WITHIN = 30.0
_STOP_WITHIN = 10.0


class Trusting(requests.Session):
    """A requests session for one CA; also what msal takes as ``http_client``.

    requests lets REQUESTS_CA_BUNDLE win over a session's ``verify`` (Session.merge_environment_settings), hence no environment.
    """

    def __init__(self, ca: str, timeout: float) -> None:
        super().__init__()
        self.trust_env = False
        self.verify = ca
        self._timeout = timeout

    def request(self, *args: Any, **options: Any) -> requests.Response:
        options.setdefault("timeout", self._timeout)
        return super().request(*args, **options)


class PracticeCloud:
    """Starts ``python -m tenantdock.sandbox`` in *folder* (a temporary one by default), and controls it over HTTP.

    *customers* is how many there are beside those of ``practice.json`` (see tenantdock.sandbox.crowd).
    *authority*, *graph*, *azure*, *page* are addresses as the ready line gives them; *ca* is the path of its CA.
    """

    def __init__(self, folder: Path | None = None, *, customers: int = 0) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix="practice-cloud-") if folder is None else None
        self.folder = folder or Path(self._temporary.name)  # type: ignore[union-attr]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tenantdock.sandbox", "--folder", str(self.folder), "--customers", str(customers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.errors: list[bytes] = []
        self._reader = threading.Thread(target=self._read_errors, daemon=True)
        self._reader.start()
        timer = threading.Timer(_START_WITHIN, self.process.kill)
        timer.start()
        assert self.process.stdout is not None
        self.line: dict[str, Any] = json.loads(self.process.stdout.readline() or b"{}")
        timer.cancel()
        if "ready" not in self.line:
            self.stop()
            raise RuntimeError(f"the practice cloud did not start: {self.line} {b''.join(self.errors)!r}")
        self.authority: str = self.line["authority"]
        self.graph: str = self.line["graph"]
        self.azure: str = self.line["azure"]
        self.page: str = self.line["page"]
        self.ca: str = self.line["ca"]
        self.http = requests.Session()
        self.http.trust_env = False

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors.extend(self.process.stderr)

    @property
    def cloud(self) -> Cloud:
        """The practice cloud as the product knows it."""
        resources = {service.key: f"https://{service.key}.practice.example" for service in ALL}
        roots = {"graph": self.graph, "azure": self.azure}
        return Cloud(SANDBOX_ID, "Practice cloud", self.authority, resources, roots, Path(self.ca).read_text("ascii"))

    def trusting(self, timeout: float = 20.0) -> Trusting:
        """An HTTP client that trusts this cloud's CA and nothing else, whatever REQUESTS_CA_BUNDLE says. *timeout* in seconds."""
        return Trusting(self.ca, timeout)

    def fault(self, tenant: str, name: str, **values: Any) -> None:
        """Switch a fault on for a tenant (domain or id).

        Names and their values: throttle (retry_after), server-error (status), slow (seconds), reset, interaction-required,
        claims-challenge (interactive=1: a silent refresh does not answer it), token-lifetime (seconds 10..3600), clock-skew
        (seconds). The first four also take *at* (discovery, token, realm, api, pages or all, which is all but pages) and *times*
        (how often it strikes; for ever by default).
        """
        self._send("faults", {"tenant": tenant, "fault": name, **values})

    def clear(self, tenant: str = "", name: str = "") -> None:
        """Switch faults off: one, a tenant's, or all."""
        self._send("faults", {"clear": True, "tenant": tenant, "fault": name})

    def machine(self, user: str) -> None:
        """Sign the machine of the user's federated domain in as *user* ("": as usual, everywhere)."""
        self._send("machine", {"user": user})

    def person(self, user: str, **changes: bool) -> None:
        """Change someone: disabled=True or False, revoke=True (all sign-ins), expire=True (refresh tokens)."""
        self._send("people", {"user": user, **changes})

    def reset(self) -> None:
        """Put everything back: faults, sign-ins, consents, people, machines, requests."""
        self._send("reset", {})

    def requests(self, **wanted: str) -> list[dict[str, Any]]:
        """The requests so far, oldest first: side, method, path, status, tenant, grant, user, error; only those like *wanted*."""
        answer = self.http.get(f"{self.page}requests", timeout=20).json()
        return [entry for entry in answer if all(entry[name] == value for name, value in wanted.items())]

    def prompts(self) -> int:
        """How many authorization requests of browsers reached the cloud."""
        return sum(entry["path"].endswith("/oauth2/v2.0/authorize") for entry in self.requests(side="page"))

    def people(self) -> dict[str, Any]:
        """People, tenants and clients (see GET /people)."""
        answer: dict[str, Any] = self.http.get(f"{self.page}people", timeout=20).json()
        return answer

    def tenant_id(self, domain: str) -> str:
        """The GUID of a tenant."""
        return next(tenant["id"] for tenant in self.people()["tenants"] if tenant["domain"] == domain)

    def account(self, user: str) -> dict[str, Any]:
        """One person (see GET /people): homeAccountId, places, ..."""
        return next(person for person in self.people()["people"] if person["user"] == user)

    def _send(self, command: str, values: dict[str, Any]) -> None:
        answer = self.http.post(f"{self.page}{command}", json=values, timeout=20)
        assert answer.status_code == 200, answer.text

    def stop(self) -> int:
        """End it by closing its standard input, as the product does. Returns its exit code."""
        with contextlib.suppress(AttributeError):
            self.http.close()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            if stream is self.process.stdin:
                stream.close()
        try:
            code = self.process.wait(_STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self._reader.join(_STOP_WITHIN)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()
        if self._temporary is not None:
            self._temporary.cleanup()
        return code


@pytest.fixture(scope="session")
def practice_cloud() -> Iterator[PracticeCloud]:
    started = PracticeCloud()
    yield started
    assert started.stop() == 0
    assert b"Traceback" not in b"".join(started.errors), b"".join(started.errors).decode()


@pytest.fixture
def cloud(practice_cloud: PracticeCloud) -> PracticeCloud:
    practice_cloud.reset()
    return practice_cloud
