"""A TenantDock's identity in a process of its own, so that a test can have two of them, or stop one in the middle of a sign-in.

It reads commands and writes what happens, one JSON object a line. The vault is the real one; its keyring is a folder that the
processes share (openly a fake), and its browser only says which address it would open.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from support.identity import FakeWindow, TestClock
from support.killing_child import FileKeyStore
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.directory import Account, BrowserChoice
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.services import service
from tenantdock.domain.signin import AccessToken, Progress, Rung, SignInAsk, TokenAsk
from tenantdock.identity.entra import EntraIdentity
from tenantdock.vault.store import KeyringVault


class SigningProcess:
    """The parent's side: start it, tell it what to do, hear what happens."""

    def __init__(self, folder: Path, cloud: Cloud, username: str, home: str = "") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "support.signing_process", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).resolve().parents[1],
        )
        told = {name: getattr(cloud, name) for name in ("id", "name", "authority", "trust_anchor")}
        self.tell(cloud=told | {"resources": dict(cloud.resources)}, username=username, home=home)

    def tell(self, **command: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """The next thing that happens."""
        assert self.process.stdout is not None
        told = json.loads(self.process.stdout.readline() or "{}")
        assert isinstance(told, dict)
        return told

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


# The child's side

_writing = threading.Lock()


def _say(**what: Any) -> None:
    with _writing:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


class _Browser:
    def open(self, url: str, choice: BrowserChoice, *, private: bool = False) -> FakeWindow:
        _say(opened=url)
        return FakeWindow()

    def choices(self) -> list[Any]:
        return []


def _progress(progress: Progress) -> None:
    if progress.device_code is not None:
        _say(code=progress.device_code.user_code, address=progress.device_code.address)


def _token(token: AccessToken, clock: TestClock) -> None:
    proof = token.proof
    _say(username=proof.username, home=proof.home_account_id, tenant=token.tenant_id, left=token.seconds_left(clock.now()))


def main() -> int:
    folder, clock = Path(sys.argv[1]), TestClock()
    told = json.loads(sys.stdin.readline())
    cloud = Cloud(**told["cloud"])
    account = Account("a" * 32, cloud.id, told["username"], told["home"])
    vault = KeyringVault(folder / "vault", FileKeyStore(folder / "keys"), clock)
    identity = EntraIdentity(vault=vault, browsers=_Browser(), clock=clock, sign_in_timeout=30)
    for line in sys.stdin:
        command = json.loads(line)
        ask = TokenAsk(cloud, command["tenant"], account, service(command.get("service", "graph")))
        try:
            if command["do"] == "silent":
                token = identity.silent(ask, Cancel(), force=True)
            else:
                token = identity.interactive(SignInAsk(ask, Rung(command["do"]), BrowserChoice()), Cancel(), _progress)
        except TenantDockError as error:
            _say(error=type(error).__name__, text=str(error))
        else:
            _token(token, clock)
    return 0


if __name__ == "__main__":
    sys.exit(main())
