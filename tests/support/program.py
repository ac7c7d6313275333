"""The whole program as a child process, and what a test may look at from outside: its processes, its output, its files."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

import psutil
import requests

from tenantdock.clock import SystemClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.clouds import SANDBOX_ID
from tenantdock.domain.directory import Account, Connection, Tenant

TESTS = Path(__file__).parents[1]
DOUBLE = TESTS / "doubles" / "pwsh"
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV", "DISPLAY", "XDG_SESSION_TYPE")


def home(folder: Path, base: Mapping[str, str] | None = None, **more: str) -> dict[str, str]:
    """An environment of a person's own below *folder*: nothing of the real one is read or written. *more* is added."""
    for name in ("home", "run"):
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    given = os.environ if base is None else base
    return {
        **{name: given[name] for name in _KEPT if name in given},
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_DATA_HOME": str(folder / "home" / ".local" / "share"),
        "XDG_CONFIG_HOME": str(folder / "home" / ".config"),
        "XDG_CACHE_HOME": str(folder / "home" / ".cache"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "PYTHONWARNINGS": "default",
        **more,
    }


def with_path(environment: dict[str, str], folder: Path, programs: Mapping[str, Path]) -> dict[str, str]:
    """Return *environment* with a private folder first on PATH, holding *programs* by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, program in programs.items():
        if not (folder / name).exists():
            (folder / name).symlink_to(program)
    return {**environment, "PATH": f"{folder}{os.pathsep}{environment['PATH']}"}


class Program:
    """``python -m tenantdock`` with *arguments*, started at once. Its output goes to files, so that no pipe can fill up.

    *watched*: with eyes and hands (see support.watched), for :meth:`seen` and :meth:`click`.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str], arguments: Sequence[str], *, watched: bool = False) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        number = len(list(folder.glob("out-*")))
        self.out_file, self.err_file = folder / f"out-{number}", folder / f"err-{number}"
        self._eyes = folder / f"eyes-{number}"
        module = ["tenantdock"]
        if watched:
            self._eyes.mkdir()
            module = ["support.watched", str(self._eyes)]
            environment = {**environment, "PYTHONPATH": str(TESTS)}
        self.command = [sys.executable, "-m", *module, *arguments]
        with self.out_file.open("wb") as out, self.err_file.open("wb") as err:
            self.process = subprocess.Popen(
                self.command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True
            )
        self._seen: dict[int, psutil.Process] = {}

    @property
    def out(self) -> str:
        """What it printed so far."""
        return self.out_file.read_text(encoding="utf-8", errors="replace")

    @property
    def err(self) -> str:
        """What it printed on standard error so far."""
        return self.err_file.read_text(encoding="utf-8", errors="replace")

    @property
    def running(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def seen(self, window: str = "") -> str:
        """What a window says now (by its object name; all windows by default), a line for each text."""
        try:
            shown = json.loads((self._eyes / "seen.json").read_text(encoding="utf-8"))
        except OSError:
            return ""
        return "\n".join(text for name, texts in shown.items() if window in ("", name) for text in texts)

    def sees(self, text: str, window: str = "", seconds: float = 30.0) -> str:
        """Wait until a window says *text*, and return all that it says."""
        end = time.monotonic() + seconds
        while text not in (said := self.seen(window)):
            assert self.running, f"it ended: {self.out}{self.err}"
            assert time.monotonic() < end, f"no window says {text!r}, they say: {self.seen()}"
            time.sleep(0.05)
        return said

    def click(self, name: str, seconds: float = 20.0) -> None:
        """Click a button by its object name, once it is there and enabled; or do what else support.watched knows."""
        wish = self._eyes / "click"
        (self._eyes / "wish").write_text(name, encoding="ascii")
        (self._eyes / "wish").replace(wish)
        end = time.monotonic() + seconds
        while wish.exists():
            assert time.monotonic() < end, f"no button {name!r} can be clicked; the windows say: {self.seen()}"
            time.sleep(0.02)

    def tree(self) -> list[psutil.Process]:
        """It and every process that came of it, now; those seen before are remembered for :meth:`left`."""
        with contextlib.suppress(psutil.Error):
            root = psutil.Process(self.process.pid)
            for each in [root, *root.children(recursive=True)]:
                self._seen[each.pid] = each
        return [each for each in self._seen.values() if _alive(each)]

    def left(self, but: Iterable[str] = ()) -> list[str]:
        """The command lines of the processes that are still there, without those that have one of *but* in them."""
        found = []
        for each in self.tree():
            with contextlib.suppress(psutil.Error):
                line = " ".join(each.cmdline())
                if not any(name in line for name in but):
                    found.append(line)
        return found

    def wait(self, seconds: float = 30.0) -> int:
        """Wait for its end and return the exit code; fail after *seconds*. What it starts meanwhile is noted for :meth:`left`."""
        end = time.monotonic() + seconds
        while (code := self.process.poll()) is None:
            self.tree()
            if time.monotonic() > end:
                self.kill()
                raise AssertionError(f"it did not end within {seconds:.0f} s; it said: {self.out}{self.err}")
            time.sleep(0.05)
        return code

    def kill(self) -> None:
        """End it as a power cut would: no chance to tidy up."""
        self.tree()
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def close(self) -> None:
        """End it and everything that came of it."""
        self.tree()
        if self.running:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
        for each in self.tree():
            with contextlib.suppress(psutil.Error):
                each.kill()
        self.process.wait(10)


@contextlib.contextmanager
def running(folder: Path, environment: Mapping[str, str], arguments: Sequence[str], *, watched: bool = False) -> Iterator[Program]:
    """A :class:`Program` that is ended afterwards, however the test ends."""
    program = Program(folder, environment, arguments, watched=watched)
    try:
        yield program
    finally:
        program.close()


NORTHWIND = "71c06ceb-bd66-4024-accd-1b2bcbab66c3"


def saved(data: Path, username: str = "admin@northwind.example", tenant: str = NORTHWIND, name: str = "Northwind Traders") -> str:
    """Save a customer of the practice cloud as an earlier run of the program would have. Returns the connection's id."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    directory = SqliteDirectory(data / "directory.sqlite3", SystemClock())
    domain = username.partition("@")[2]
    account = Account(uuid4().hex, SANDBOX_ID, username)
    connection = Connection(uuid4().hex, name, Tenant(tenant, SANDBOX_ID, name, domain), account)
    try:
        return directory.add(connection).id
    finally:
        directory.close()


def scripted_browser(folder: Path, username: str = "admin@northwind.example") -> Path:
    """An executable for $BROWSER that is no browser: a scripted person (support.person) who signs in as *username* over HTTP. It
    leaves a line in ``<folder>/visits`` for every start.
    """
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "scripted-browser"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(TESTS)!r})\nfrom support.person import ScriptedPerson\n"
        f"open({str(folder / 'visits')!r}, 'a').write('visit\\n')\n"
        f"ScriptedPerson({username!r}).complete(sys.argv[1]).close()\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program


def lazy_browser(folder: Path) -> Path:
    """An executable for $BROWSER that shows nothing and answers nobody: as a page where the person does not go on."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "lazy-browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> {folder / "opened"}\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def practice_page(data: Path) -> str:
    """The address of the own page of a program's practice cloud, which takes commands."""
    ports = json.loads((data / "practice-cloud" / "ports.json").read_text(encoding="ascii"))
    return f"http://localhost:{ports[-1][1]}/"


def command(page: str, what: str, **values: object) -> None:
    """Give the practice cloud a command, as its page does: faults, machine, people, reset."""
    with requests.Session() as session:
        session.trust_env = False
        answer = session.post(f"{page}{what}", json=values, timeout=20)
    assert answer.status_code == 200, answer.text


def practice_process(program: Program) -> psutil.Process:
    """The child that is the practice cloud."""
    return next(each for each in program.tree() if "tenantdock.sandbox" in each.cmdline())


def run(environment: Mapping[str, str], *arguments: str, seconds: float = 60.0) -> subprocess.CompletedProcess[str]:
    """Run the program to its end and return what it said."""
    command = [sys.executable, "-m", "tenantdock", *arguments]
    return subprocess.run(command, env=dict(environment), capture_output=True, text=True, timeout=seconds, check=False)


def missing(*programs: str) -> str:
    """A reason to skip that names the programs that are not here, or ""."""
    absent = [program for program in programs if not shutil.which(program)]
    return f"needs {', '.join(absent)}" if absent else ""


def gone(processes: Iterable[psutil.Process], seconds: float = 10.0) -> list[psutil.Process]:
    """Wait for the end of *processes*, which need not be children, and return those that are still there."""
    waiting = list(processes)
    end = time.monotonic() + seconds
    while waiting and time.monotonic() < end:
        waiting = [each for each in waiting if _alive(each)]
        time.sleep(0.05)
    return waiting


def _alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
