"""The practice cloud as a child process: started, awaited, ended. Nothing of it is imported; it is reached over HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tenantdock.domain.clouds import SANDBOX_ID, Cloud
from tenantdock.domain.errors import StorageTrouble, TenantDockError
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line
from tenantdock.folders import INSIDE

_RESOURCES: Final = {name: f"https://{name}.practice.example" for name in ("graph", "azure", "exchange", "compliance", "teams")}
_START: Final = 30.0
"""Seconds the child has to say that it serves; it takes less than one. Nobody could cancel this wait."""
_SHUTDOWN: Final = 3.0
"""Seconds the child has to end by itself once its standard input is closed."""


class PracticeCloud:
    """A running practice cloud. Ends with :meth:`stop`, or by itself when this process dies: its standard input ends then."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=INSIDE)
        except OSError as error:
            raise StorageTrouble(
                said("The folder of the practice cloud cannot be made ({strerror}).", strerror=error.strerror),
                next_step="Choose another folder with --data.",
            ) from None
        # stderr is left as it is: what the child says there is for the person who started us in a terminal
        self._process = subprocess.Popen(
            [*_interpreter(), "--folder", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            start_new_session=True,  # a Ctrl+C in our terminal is for us, and the desktop may still need its cloud then
        )
        self.page = ""
        """The address of its own page, known after :meth:`ready`."""

    def ready(self) -> Cloud:
        """Wait until it serves and return it as a cloud. Raises :class:`TenantDockError` with what it says when it cannot."""
        assert self._process.stdout is not None  # noqa: S101 - for the type checker: we asked for a pipe
        impatience = threading.Timer(_START, self._process.kill)
        impatience.daemon = True
        impatience.start()
        line = self._process.stdout.readline()
        impatience.cancel()
        try:
            answer = json.loads(line)
        except ValueError:
            answer = {}
        if not isinstance(answer, dict) or "ready" not in answer:
            self.stop()
            told = answer if isinstance(answer, dict) else {}
            raise TenantDockError(
                one_line(str(told.get("error", "The practice cloud did not start."))),
                next_step=one_line(str(told.get("next_step", "Start TenantDock in a terminal to see why."))),
                title="No practice cloud",
            )
        self.page = str(answer["page"])
        anchor = Path(str(answer["ca"])).read_text(encoding="ascii")
        roots = {"graph": str(answer["graph"]), "azure": str(answer["azure"])}
        return Cloud(SANDBOX_ID, said("Practice cloud"), str(answer["authority"]), _RESOURCES, roots, anchor)

    def stop(self) -> None:
        """End it. Safe to call twice."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(_SHUTDOWN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


class Practice:
    """The :class:`~tenantdock.domain.computer.Playground` of the program: a second TenantDock, which outlives this one. *command*
    starts it, *environment* is what it gets.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command = [*command, "--sandbox"]
        self._environment = dict(environment)

    def start(self) -> None:
        """Start it, or have the one that runs show itself. Raises :class:`TenantDockError`."""
        # Without a console there is no Ctrl+C to shield it from, and in a new process group its consoles would ignore Ctrl+C too
        flags = getattr(subprocess, "DETACHED_PROCESS", 0)
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self._environment,
                start_new_session=True,
                creationflags=flags,
            )
        except OSError as error:
            raise TenantDockError(
                said(
                    "The practice cloud could not be started ({reason}).", reason=one_line(error.strerror or type(error).__name__)
                ),
                next_step=said("Start it in a terminal: {command}", command="tenantdock --sandbox"),
                title="No practice cloud",
            ) from None
        threading.Thread(target=process.wait, name="practice-reaper", daemon=True).start()


def _interpreter() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--practice-cloud"]
    # Without -P the folder that we were started in would come before the standard library: a json.py in somebody's downloads
    return [sys.executable, "-P", "-m", "tenantdock.sandbox"]
