r"""Finds terminal programs, and knows how each runs a command.

Every form below hands the terminal a vector of arguments, never a shell line. macOS is the exception: Terminal and iTerm only take
a line, which is quoted with ``shlex`` and reaches AppleScript as an argument, not as source.

Sources: the manual pages gnome-terminal(1), konsole(1), kitty(1), alacritty(1), xfce4-terminal(1), xterm(1) and
x-terminal-emulator(1); https://github.com/Vladimir-csp/xdg-terminal-exec; and
https://learn.microsoft.com/windows/terminal/command-line-arguments (a ``;`` separates commands there, and is written ``\;``).

The titles of kitty and alacritty are not set from outside: what is given there cannot be changed by the program inside any more,
and the title has to say what the tokens say.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tenantdock.consoles.machine import Machine
from tenantdock.domain.computer import Terminal
from tenantdock.domain.errors import NoTerminal
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line


@dataclass(frozen=True, slots=True)
class Opening:
    """A window to open. *command* is the argument vector to run in it; *colour* is ``#rrggbb`` or ""."""

    command: Sequence[str]
    title: str
    folder: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class TerminalKind:
    """A terminal program we know. *arguments* gives its whole argument vector; *own_console* is True where the system opens the
    window itself (Windows), so that the standard handles must be left alone.
    """

    key: str
    label: str
    program: str
    arguments: Callable[[str, Opening], list[str]]
    own_console: bool = False


def _xdg(path: str, opening: Opening) -> list[str]:
    # Without options: early releases took "--title=..." for the command. The folder is inherited, the title set from inside
    return [path, *opening.command]


def _gnome(path: str, opening: Opening) -> list[str]:
    return [path, f"--title={opening.title}", f"--working-directory={opening.folder}", "--", *opening.command]


def _konsole(path: str, opening: Opening) -> list[str]:
    # A tab title is a format in which % means something
    title = [] if "%" in opening.title else ["-p", f"tabtitle={opening.title}"]
    return [path, "--workdir", opening.folder, *title, "-e", *opening.command]


def _kitty(path: str, opening: Opening) -> list[str]:
    return [path, f"--directory={opening.folder}", *opening.command]


def _alacritty(path: str, opening: Opening) -> list[str]:
    return [path, "--working-directory", opening.folder, "-e", *opening.command]


def _xfce(path: str, opening: Opening) -> list[str]:
    return [path, f"--title={opening.title}", f"--working-directory={opening.folder}", "-x", *opening.command]


def _xterm(path: str, opening: Opening) -> list[str]:
    return [path, "-T", opening.title, "-e", *opening.command]


def _dash_e(path: str, opening: Opening) -> list[str]:
    return [path, "-e", *opening.command]


def _windows_terminal(path: str, opening: Opening) -> list[str]:
    # It takes a value with a dash in front for an option
    options = ["--title", opening.title.lstrip("- "), "--startingDirectory", opening.folder]
    if opening.colour:
        options += ["--tabColor", opening.colour]
    # The title is not frozen (--suppressApplicationTitle): it has to say what the tokens say
    return [path, "-w", "new", "new-tab", *(argument.replace(";", r"\;") for argument in (*options, *opening.command))]


def _conhost(_path: str, opening: Opening) -> list[str]:
    return list(opening.command)


_TERMINAL_SCRIPT = """on run argv
tell application "Terminal"
activate
do script (item 1 of argv)
end tell
end run"""
_ITERM_SCRIPT = """on run argv
tell application "iTerm"
activate
create window with default profile command (item 1 of argv)
end tell
end run"""


def _mac_terminal(_path: str, opening: Opening) -> list[str]:
    line = f"cd {shlex.quote(opening.folder)}; exec {shlex.join(opening.command)}"
    return ["/usr/bin/osascript", "-e", _TERMINAL_SCRIPT, line]


def _iterm(_path: str, opening: Opening) -> list[str]:
    return ["/usr/bin/osascript", "-e", _ITERM_SCRIPT, shlex.join(opening.command)]


LINUX = (
    TerminalKind("xdg-terminal-exec", said("The desktop's terminal"), "xdg-terminal-exec", _xdg),
    TerminalKind("gnome-terminal", "GNOME Terminal", "gnome-terminal", _gnome),
    TerminalKind("konsole", "Konsole", "konsole", _konsole),
    TerminalKind("kitty", "kitty", "kitty", _kitty),
    TerminalKind("alacritty", "Alacritty", "alacritty", _alacritty),
    TerminalKind("xfce4-terminal", "Xfce Terminal", "xfce4-terminal", _xfce),
    TerminalKind("xterm", "xterm", "xterm", _xterm),
    TerminalKind("x-terminal-emulator", said("The system's terminal"), "x-terminal-emulator", _dash_e),
)
WINDOWS_TERMINAL = TerminalKind("wt", "Windows Terminal", "wt.exe", _windows_terminal)
CONHOST = TerminalKind("conhost", said("Windows console"), "conhost.exe", _conhost, own_console=True)
MAC_TERMINAL = TerminalKind("terminal", "Terminal", "Terminal.app", _mac_terminal)
ITERM = TerminalKind("iterm", "iTerm", "iTerm.app", _iterm)
_KINDS = {kind.key: kind for kind in (*LINUX, WINDOWS_TERMINAL, CONHOST, MAC_TERMINAL, ITERM)}
_MAC_FOLDERS = ("/System/Applications/Utilities", "/Applications/Utilities", "/Applications")


def find_terminals(machine: Machine) -> list[Terminal]:
    """Return the terminals that are installed, best first."""
    return list(_found(machine))


def choose_terminal(chosen: str, terminals: Sequence[Terminal], machine: Machine) -> Terminal:
    """Return the terminal for a connection's setting: a key, an absolute path, or "" for the best one.

    Raises :class:`NoTerminal` when none is installed or the chosen one is gone.
    """
    if not chosen:
        if not terminals:
            raise NoTerminal("No terminal program was found on this machine.", next_step=_install_step(machine))
        return terminals[0]
    for terminal in terminals:
        if chosen in {terminal.key, terminal.path}:
            return terminal
    if (chosen.startswith("/") or (machine.windows and chosen[1:3] in {":\\", ":/"})) and machine.is_program(chosen):
        return Terminal(kind_of(chosen, machine).key, one_line(chosen, 80), chosen)
    step = (
        said("Edit the connection and choose another one, such as {label}.", label=terminals[0].label)
        if terminals
        else _install_step(machine)
    )
    raise NoTerminal(
        said("The terminal chosen for this connection ({chosen}) is not there any more.", chosen=one_line(chosen, 120)),
        next_step=step,
        title="The chosen terminal is gone",
    )


def arguments(terminal: Terminal, opening: Opening, machine: Machine) -> list[str]:
    """Return the argument vector that opens *opening* in *terminal*."""
    kind = _KINDS.get(terminal.key) or kind_of(terminal.path, machine)
    return kind.arguments(terminal.path, opening)


def kind_of(path: str, machine: Machine) -> TerminalKind:
    """Return the kind of a terminal by its program's name; an unknown one is taken to understand ``-e``."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1].lower()
    for kind in _KINDS.values():
        if name in {kind.program.lower(), kind.key}:
            return kind
    return CONHOST if machine.windows else _KINDS["x-terminal-emulator"]


def has_own_console(terminal: Terminal) -> bool:
    """Whether the system opens the window for the command itself."""
    kind = _KINDS.get(terminal.key)
    return kind is not None and kind.own_console


def _found(machine: Machine) -> Iterator[Terminal]:
    if machine.windows:
        path = machine.which("wt.exe") or _store_alias(machine)
        if path:
            yield Terminal(WINDOWS_TERMINAL.key, WINDOWS_TERMINAL.label, path)
        yield Terminal(CONHOST.key, CONHOST.label, CONHOST.program)
    elif machine.mac:
        for kind in (MAC_TERMINAL, ITERM):
            for folder in (*_MAC_FOLDERS, str(machine.home / "Applications")):
                place = machine.root / folder.lstrip("/") / kind.program
                if os.path.isdir(place):  # noqa: PTH112 - Path's raises for a folder that this user may not look into
                    yield Terminal(kind.key, kind.label, str(place))
                    break
    else:
        for kind in LINUX:
            found = machine.which(kind.program)
            if found:
                yield Terminal(kind.key, kind.label, found)


def _store_alias(machine: Machine) -> str:
    local = machine.variable("LOCALAPPDATA")
    path = f"{local}\\Microsoft\\WindowsApps\\wt.exe"
    return path if local and machine.is_program(path) else ""


def _install_step(machine: Machine) -> str:
    if machine.mac:
        return said("Terminal belongs to macOS: look for it under Applications, Utilities.")
    ids = machine.linux_ids()
    if "debian" in ids or "ubuntu" in ids:
        return said("Install one, for example with: sudo apt-get install -y xterm")
    if {"rhel", "fedora", "centos"} & set(ids):
        return said("Install one, for example with: sudo dnf install xterm")
    return said("Install a terminal such as GNOME Terminal, Konsole or xterm with your system's package manager.")
