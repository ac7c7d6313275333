"""Driving a real PowerShell: a window on a pseudo terminal, an agent that misbehaves on request, and the real parts around both."""

from __future__ import annotations

import codecs
import contextlib
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from support.agent import FakeControl, Watch
from support.cloud import PracticeCloud, ScriptedPerson
from support.identity import FakeVault, PersonsBrowser, TestClock
from support.scripted_agent import SECONDS, ScriptedAgent
from tenantdock.agent.local import LocalAgent
from tenantdock.agent.welcome import Welcome, WelcomeService
from tenantdock.consoles.bootstrap import command
from tenantdock.consoles.script import session_script
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Account, BrowserChoice, Connection, ConsoleSettings, Tenant
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import services
from tenantdock.domain.sessions import Endpoint, Grant
from tenantdock.domain.signin import Rung, SignInAsk, TokenAsk
from tenantdock.identity.entra import EntraIdentity
from tenantdock.workflows.desk import Desk

PWSH = os.environ.get("TENANTDOCK_TEST_PWSH") or shutil.which("pwsh") or ""
needs_pwsh = [
    pytest.mark.pwsh,
    pytest.mark.skipif(not PWSH, reason="no PowerShell: pwsh is not on PATH and TENANTDOCK_TEST_PWSH names none"),
    pytest.mark.skipif(sys.platform == "win32", reason="drives PowerShell through a Unix pseudo terminal"),
]

_ESCAPES = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][0-9A-Za-z]|\x1b[=>78cDEHMZ]")
_TITLE = re.compile(r"\x1b\][02];([^\x07\x1b]*)(?:\x07|\x1b\\)")
# The child gets its own controlling terminal, so that Ctrl-C and the end of the window reach it
_START = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"


class Cursor:
    """Where a terminal's cursor is, well enough to answer a program that asks. Rows and columns count from 1."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.row = self.column = 1

    def feed(self, text: str) -> Iterator[str]:
        """Follow *text*, and yield what the terminal answers to it."""
        at = 0
        while at < len(text):
            escape = re.compile(r"\x1b\[([0-?]*)[ -/]*([@-~])|" + _ESCAPES.pattern).match(text, at)
            if escape:
                at = escape.end()
                if escape[2]:
                    yield from self._control(escape[1], escape[2])
                continue
            self._character(text[at])
            at += 1

    def _character(self, character: str) -> None:
        if character == "\r":
            self.column = 1
        elif character == "\n":
            self.row = min(self.rows, self.row + 1)
        elif character == "\b":
            self.column = max(1, self.column - 1)
        elif character >= " ":
            if self.column > self.columns:
                self.column, self.row = 1, min(self.rows, self.row + 1)
            self.column += 1

    def _control(self, given: str, final: str) -> Iterator[str]:
        numbers = [int(part) if part.isdigit() else 0 for part in given.split(";")]
        first = max(1, numbers[0])
        if final in "Hf":
            self.row = min(self.rows, first)
            self.column = min(self.columns, max(1, numbers[1] if len(numbers) > 1 else 1))
        elif final == "A":
            self.row = max(1, self.row - first)
        elif final == "B":
            self.row = min(self.rows, self.row + first)
        elif final == "C":
            self.column = min(self.columns, self.column + first)
        elif final == "D":
            self.column = max(1, self.column - first)
        elif final == "G":
            self.column = min(self.columns, first)
        elif final == "J" and numbers[0] in {2, 3}:
            pass
        elif final == "n" and given == "6":
            yield f"\x1b[{self.row};{min(self.column, self.columns)}R"
        elif final == "c" and given in {"", "0"}:
            yield "\x1b[?1;2c"


class Window:
    """A program on a pseudo terminal of its own, with somebody at the keyboard."""

    def __init__(self, argv: Sequence[str], env: dict[str, str], folder: Path) -> None:
        self._master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (50, 180))
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-c", _START, *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=env,
            cwd=folder,
            start_new_session=True,
        )
        os.close(slave)
        self._folder = folder
        self._count = 0
        self._news = threading.Condition()
        self._raw = ""
        self._closed = False
        self._reader = threading.Thread(target=self._read, name="window-reader", daemon=True)
        self._reader.start()

    @property
    def raw(self) -> str:
        """All that was written, with escapes."""
        with self._news:
            return self._raw

    @property
    def text(self) -> str:
        """All that was written, without escapes."""
        return _ESCAPES.sub("", self.raw).replace("\r", "")

    @property
    def titles(self) -> list[str]:
        """The titles that were set, in order."""
        return _TITLE.findall(self.raw)

    def wait(self, pattern: str, seconds: float = SECONDS, *, after: int = 0) -> re.Match[str]:
        """Wait until *pattern* is found in the text from position *after* on."""
        compiled = re.compile(pattern)
        found = None

        def there() -> bool:
            nonlocal found
            found = compiled.search(_ESCAPES.sub("", self._raw).replace("\r", ""), after)
            return found is not None or self._closed

        with self._news:
            self._news.wait_for(there, seconds)
        assert found is not None, f"{pattern!r} did not come. The window says:\n{self.text[-4000:]}"
        return found

    def ready(self, after: int = 0) -> None:
        """Wait for a prompt."""
        self.wait(r"> ?$", after=after)

    def type(self, text: str) -> int:
        """Type *text*. Returns the position in the text from which on the answer is found."""
        at = len(self.text)
        os.write(self._master, text.encode())
        return at

    def enter(self, line: str) -> int:
        """Type a line."""
        return self.type(line + "\r")

    def ask(self, expression: str, seconds: float = SECONDS) -> Any:
        """Have PowerShell evaluate *expression* and return its value, by way of a file as JSON."""
        self._count += 1
        path = self._folder / f"answer-{self._count}.json"
        self.enter(
            f"[IO.File]::WriteAllText('{path}.new', (ConvertTo-Json -Compress -Depth 6 -InputObject ({expression}))); "
            f"[IO.File]::Move('{path}.new', '{path}')"
        )
        end = time.monotonic() + seconds
        while not path.exists():
            assert time.monotonic() < end, f"no answer to {expression}. The window says:\n{self.text[-4000:]}"
            assert self.process.poll() is None, f"PowerShell ended. The window says:\n{self.text[-4000:]}"
            time.sleep(0.02)
        return json.loads(path.read_text("utf-8"))

    def failure(self, statement: str) -> str:
        """Run a statement that has to fail, and return the error's text."""
        answer = self.ask(f"$(try {{ $null = {statement}; 'it did not fail' }} catch {{ [string]$_ }})")
        assert answer != "it did not fail", statement
        return str(answer)

    def owns(self, pid: int) -> bool:
        """Whether a process is the window's own: what was started, or what a wrapper script started in turn."""
        try:
            return os.getpgid(pid) == self.process.pid
        except ProcessLookupError:
            return False

    def ends(self, seconds: float = 30.0) -> int:
        """Wait for the program's end. Returns its exit code."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it does not end. The window says:\n{self.text[-4000:]}") from None

    def close(self) -> None:
        """Close the window, as a person does who clicks it away."""
        # It leads a group of its own, in which a wrapper's child is too
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)
        self._reader.join(20)
        os.close(self._master)

    def _read(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        cursor = Cursor(50, 180)
        pending = ""
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # EIO: nobody has the other side open any more
                data = b""
            text = decoder.decode(data)
            with self._news:
                self._raw += text
                self._closed = not data
                self._news.notify_all()
            if not data:
                return
            pending += text
            # An escape may be cut in two
            cut = pending.rfind("\x1b", max(0, len(pending) - 16))
            whole = len(pending) if cut < 0 or _ESCAPES.match(pending, cut) else cut
            for answer in cursor.feed(pending[:whole]):
                with contextlib.suppress(OSError):
                    os.write(self._master, answer.encode())
            pending = pending[whole:]


def window_environment(home: Path, temporary: Path | None = None) -> dict[str, str]:
    """The environment of a person with nothing set up but their home. A *temporary* folder's path has to be short."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("TENANTDOCK_", "QT_", "XDG_", "PS"))}
    env.pop("NO_COLOR", None)
    return env | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "POWERSHELL_TELEMETRY_OPTOUT": "1",
        "POWERSHELL_UPDATECHECK": "Off",
        "DOTNET_CLI_TELEMETRY_OPTOUT": "1",
        # PowerShell and .NET keep sockets for debuggers there, which a killed window leaves behind
        "TMPDIR": str(temporary or tempfile.gettempdir()),
    }


class Seat:
    """A person's desk: a home folder, profiles, and the windows they opened. *shell* is the PowerShell to start."""

    def __init__(self, folder: Path, shell: str = PWSH) -> None:
        self.home = folder / "home"
        self.shell = shell
        self.windows: list[Window] = []
        self._profiles = self.home / ".config" / "powershell"
        self._profiles.mkdir(parents=True)
        # A socket's path has room for 107 characters, and pytest's folders have long names
        self._temporary = tempfile.TemporaryDirectory(prefix="td-", ignore_cleanup_errors=True)
        # Nothing is suggested while typing, and nothing is kept
        quiet = "Set-PSReadLineOption -PredictionSource None -HistorySaveStyle SaveNothing"
        self.profile(f"if (Get-Module PSReadLine) {{ {quiet} }}", "profile.ps1")

    def profile(self, text: str, name: str = "Microsoft.PowerShell_profile.ps1") -> None:
        """Write a profile of this user's: by default that of the console host."""
        (self._profiles / name).write_text(text + "\n", "utf-8")

    def open(self, endpoint: Endpoint, ticket: Secret) -> Window:
        """Open a window as a terminal would: the shell with the bootstrap."""
        return self.run(command(self.shell, endpoint, ticket))

    def run(self, argv: Sequence[str]) -> Window:
        """Open a window with a command."""
        window = Window(argv, window_environment(self.home, Path(self._temporary.name)), self.home)
        self.windows.append(window)
        return window

    def close(self) -> None:
        """Close every window."""
        for window in self.windows:
            window.close()
        self._temporary.cleanup()


class World:
    """The real parts around a console: practice cloud, identity, desk and agent, with a scripted person at the browser."""

    def __init__(self, cloud: PracticeCloud, folder: Path) -> None:
        self.cloud = cloud
        self.watch = Watch()
        self._clouds = Clouds([cloud.cloud])
        self._browsers: list[PersonsBrowser] = []
        self._vault = FakeVault()
        self._cancel = Cancel()
        self._pool = ThreadPoolExecutor(4)
        browser = self._browser("admin@northwind.example")
        self.identity = EntraIdentity(vault=self._vault, browsers=browser, clock=TestClock(), sign_in_timeout=30)
        self.agent = LocalAgent(
            folder=folder,
            desk=Desk(clouds=self._clouds, identity=self.identity, executor=self._pool, cancel=self._cancel),
            control=FakeControl(),
            welcome=self._welcome,
            clock=TestClock(),
        )
        self.agent.listen(self.watch)
        self.agent.start()

    def enrol(
        self,
        user: str = "admin@northwind.example",
        domain: str = "",
        *,
        keys: tuple[str, ...] = ("graph",),
        console: ConsoleSettings | None = None,
        name: str = "Northwind",
    ) -> Connection:
        """Sign a user in to every service, as a click does, and return the connection."""
        self._browsers[0].person.browser.close()
        self._browsers[0].person = ScriptedPerson(user)
        where = domain or user.partition("@")[2]
        tenant = Tenant(self.cloud.tenant_id(where), "sandbox", name, where)
        account = Account(user.encode().hex().ljust(32, "0")[:32], "sandbox", user)
        for service in services(keys):
            ask = TokenAsk(self.cloud.cloud, tenant.id, account, service)
            token = self.identity.interactive(SignInAsk(ask, Rung.BROWSER, BrowserChoice()), self._cancel, lambda _: None)
            account = replace(account, home_account_id=token.proof.home_account_id)
        return Connection("c" * 32, name, tenant, account, keys, console or ConsoleSettings(colour="#1a7f5a"))

    def close(self) -> None:
        self.agent.stop()
        self._cancel.cancel()
        self._pool.shutdown()
        for browser in self._browsers:
            browser.finish()

    def _browser(self, user: str) -> PersonsBrowser:
        browser = PersonsBrowser(ScriptedPerson(user))
        self._browsers.append(browser)
        return browser

    def _welcome(self, grant: Grant) -> Welcome:
        cloud = self._clouds.get(grant.connection.tenant.cloud)
        known = tuple(
            WelcomeService(service.key, service.label, cloud.api_roots.get(service.key, ""))
            for service in services(grant.connection.services)
        )
        return Welcome(session_script(), known, cloud.name, cloud.trust_anchor)


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    made = Seat(tmp_path)
    yield made
    made.close()


@pytest.fixture
def world(cloud: PracticeCloud, tmp_path: Path, qapp: object) -> Iterator[World]:
    made = World(cloud, tmp_path)
    yield made
    made.close()


@pytest.fixture
def scripted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., ScriptedAgent]]:
    made: list[ScriptedAgent] = []

    def make(**options: Any) -> ScriptedAgent:
        # A socket's path has room for 107 characters
        path = Path(tempfile.gettempdir()) / f"tenantdock-test-{os.getpid()}-{len(made)}-{time.monotonic_ns() % 10**9}.sock"
        made.append(ScriptedAgent(path, **options))
        return made[-1]

    yield make
    for agent in made:
        agent.close()
        agent.path.unlink(missing_ok=True)


TICKET = Secret("made-up-ticket-0123456789-abcdefghijklmnopq")
