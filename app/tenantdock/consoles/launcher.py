"""Starts consoles: a shell with the bootstrap, in a terminal."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import IO, Any

from tenantdock.consoles.bootstrap import command
from tenantdock.consoles.environment import environment, start_folder
from tenantdock.consoles.machine import Machine
from tenantdock.consoles.shells import choose_shell, find_shells
from tenantdock.consoles.terminals import Opening, arguments, choose_terminal, find_terminals, has_own_console
from tenantdock.domain.computer import Launch, Shell, Terminal
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.errors import LaunchFailed, NoTerminal
from tenantdock.domain.said import said, sentences
from tenantdock.domain.settings import ConsolePreferences
from tenantdock.domain.text import one_line

_CREATE_NEW_CONSOLE = 0x00000010  # winbase.h; subprocess has the name on Windows only
_STDERR_LIMIT = 65_536  # bytes
_LONGEST_WORD = 120  # characters


class SystemConsoles:
    """Finds shells and terminals on this machine and starts consoles. Implements :class:`tenantdock.domain.computer.Consoles`.

    *extra_shells* are paths of PowerShells to prefer; *grace* is how long, in seconds, a terminal is watched for an immediate
    failure. *wishes* gives what a connection without a choice of its own opens in; what is gone of that gives way to the best that
    is there. Nothing is kept between calls: what was installed or removed meanwhile counts.
    """

    def __init__(
        self,
        machine: Machine | None = None,
        *,
        extra_shells: Sequence[str] = (),
        grace: float = 0.7,
        wishes: Callable[[], ConsolePreferences] = ConsolePreferences,
    ) -> None:
        self._machine = machine or Machine()
        self._extra_shells = tuple(extra_shells)
        self._grace = grace
        self._wishes = wishes

    def shells(self) -> Sequence[Shell]:
        """The PowerShells that are installed, best first."""
        return find_shells(self._machine, self._extra_shells)

    def terminals(self) -> Sequence[Terminal]:
        """The terminals that are installed, best first."""
        return find_terminals(self._machine)

    def check(self, settings: ConsoleSettings) -> None:
        """Raise :class:`NoPowerShell` (with the install command for this system) or :class:`NoTerminal` when a launch with these
        settings cannot work. On Linux and the like a window also needs a display.
        """
        self._choose(settings)
        machine = self._machine
        if not (machine.windows or machine.mac or machine.variable("DISPLAY") or machine.variable("WAYLAND_DISPLAY")):
            raise NoTerminal(
                "There is no display here, so a console's window cannot open.",
                next_step="Start TenantDock in a desktop session.",
                title="No display",
            )

    def bring_forward(self, pid: int, titles: Sequence[str]) -> None:
        """Bring the window in which the process *pid* runs to the front. Raises :class:`NoWindow`."""
        from tenantdock.consoles.forward import bring_forward  # noqa: PLC0415 - not needed to start consoles

        bring_forward(pid, titles, self._machine)

    def launch(self, launch: Launch) -> None:
        """Start a console, and watch its terminal for the *grace* time unless it finishes well before.

        Raises :class:`NoPowerShell`, :class:`NoTerminal`, and :class:`LaunchFailed` when the terminal cannot be started or ends at
        once with an error.
        """
        import tempfile  # noqa: PLC0415 - it takes longer to import than the rest of this room

        shell, terminal = self._choose(launch.settings)
        folder = start_folder(self._machine, launch.settings.folder)
        opening = Opening(
            command(shell.path, launch.endpoint, launch.ticket), one_line(launch.title), folder, launch.settings.colour
        )
        argv = arguments(terminal, opening, self._machine)
        with contextlib.ExitStack() as stack:
            # A file, not a pipe: a terminal that writes to a pipe of ours would be killed when TenantDock ends
            errors = None if has_own_console(terminal) else stack.enter_context(tempfile.TemporaryFile())
            process = self._start(argv, folder, terminal, errors)
            try:
                code = process.wait(self._grace)
            except subprocess.TimeoutExpired:
                threading.Thread(target=process.wait, name="console-reaper", daemon=True).start()
                return
            if code != 0:
                raise self._failed(terminal, said("It ended at once with code {code}.", code=code), _last_line(errors))

    def _choose(self, settings: ConsoleSettings) -> tuple[Shell, Terminal]:
        wishes, shells, terminals = self._wishes(), self.shells(), self.terminals()
        wished_shell = wishes.shell if any(wishes.shell in {each.key, each.path} for each in shells) else ""
        wished_terminal = wishes.terminal if any(wishes.terminal in {each.key, each.path} for each in terminals) else ""
        return (
            choose_shell(settings.shell or wished_shell, shells, self._machine),
            choose_terminal(settings.terminal or wished_terminal, terminals, self._machine),
        )

    def _start(self, argv: list[str], folder: str, terminal: Terminal, errors: IO[bytes] | None) -> subprocess.Popen[bytes]:
        options: dict[str, Any] = {"cwd": folder, "env": environment(self._machine)}
        if errors is not None:
            options |= {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": errors}
        if self._machine.windows:
            # With its own console the standard handles must be the console's, so none is given. Never a new process group: it
            # ignores Ctrl+C, and so does all that is started from there (learn.microsoft.com, SetConsoleCtrlHandler)
            options["creationflags"] = _CREATE_NEW_CONSOLE if errors is None else 0
        else:
            options["start_new_session"] = True
        try:
            return subprocess.Popen(argv, **options)
        except (OSError, ValueError) as error:
            reason = (
                one_line(error.strerror, 120)
                if isinstance(error, OSError) and error.strerror
                else said("the system refused its arguments")
            )
            raise self._failed(terminal, said("It cannot be run: {reason}.", reason=reason), "") from None

    @staticmethod
    def _failed(terminal: Terminal, what: str, printed: str) -> LaunchFailed:
        saying = said("It said: {text}", text=printed) if printed else ""
        return LaunchFailed(
            sentences(said("{label} did not open a window.", label=one_line(terminal.label, 80)), what, saying),
            next_step="Choose another terminal in the connection's settings, or connect again.",
        )


def _last_line(errors: IO[bytes] | None) -> str:
    """Return the last line of what a terminal wrote, fit to be shown.

    A terminal may name the command that it could not run, and with it the bootstrap, which holds a ticket. No word of an error
    message is as long as that.
    """
    if errors is None:
        return ""
    errors.seek(max(0, errors.seek(0, os.SEEK_END) - _STDERR_LIMIT))
    lines = [line for line in errors.read().decode("utf-8", "replace").splitlines() if line.strip()]
    words = lines[-1].split() if lines else []
    return one_line(" ".join("***" if len(word) > _LONGEST_WORD else word for word in words), 200)
