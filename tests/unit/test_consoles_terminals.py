"""Finding terminals, and the exact form in which each runs a command."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest

from support.consoles import machine, script
from tenantdock.consoles.terminals import (
    LINUX,
    Opening,
    arguments,
    choose_terminal,
    find_terminals,
    has_own_console,
)
from tenantdock.domain.computer import Terminal
from tenantdock.domain.errors import NoTerminal

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="its programs are files with POSIX modes")

COMMAND = ["/opt/pw sh/pwsh", "-NoExit", "-EncodedCommand", "QQA="]
OPENING = Opening(COMMAND, "O'Neil; 50 % \u00b7 a@b.c", "/home/a b", "#1a7f5a")


def program(path):
    return str(script(path, ""))


def argv_of(line):
    """Take a Windows command line apart, by the rules of CommandLineToArgvW."""
    words, word, quoted, slashes = [], None, False, 0
    for character in [*line, None]:
        if character == "\\":
            slashes += 1
            continue
        escaped = character == '"' and slashes % 2
        if slashes:
            word = (word or "") + "\\" * (slashes // 2 if character == '"' else slashes)
            slashes = 0
        if character == '"' and not escaped:
            quoted, word = not quoted, word or ""
        elif character is None or (character in " \t" and not quoted):
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or "") + character
    return words


@not_windows
def test_linux_terminals_are_found_in_the_order_of_preference(tmp_path):
    here = machine(tmp_path)
    for kind in reversed(LINUX):
        program(tmp_path / "bin" / kind.program)
    assert [terminal.key for terminal in find_terminals(here)] == [
        "xdg-terminal-exec",
        "gnome-terminal",
        "konsole",
        "kitty",
        "alacritty",
        "xfce4-terminal",
        "xterm",
        "x-terminal-emulator",
    ]


def test_windows_always_has_a_console_and_prefers_windows_terminal(tmp_path):
    here = machine(tmp_path, platform="win32", env={"PATH": "", "LOCALAPPDATA": ""})
    assert [terminal.key for terminal in find_terminals(here)] == ["conhost"]
    program(tmp_path / "bin/wt.exe")
    here = machine(tmp_path, platform="win32")
    found = find_terminals(here)
    assert [terminal.key for terminal in found] == ["wt", "conhost"]
    assert [has_own_console(terminal) for terminal in found] == [False, True]


def test_mac_terminals_are_found_as_applications(tmp_path):
    here = machine(tmp_path, platform="darwin")
    (tmp_path / "root/System/Applications/Utilities/Terminal.app").mkdir(parents=True)
    (tmp_path / "home/Applications").mkdir()
    (tmp_path / "root/Applications/iTerm.app").mkdir(parents=True)
    assert [terminal.key for terminal in find_terminals(here)] == ["terminal", "iterm"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("xdg-terminal-exec", ["/t", *COMMAND]),
        ("gnome-terminal", ["/t", f"--title={OPENING.title}", "--working-directory=/home/a b", "--", *COMMAND]),
        ("konsole", ["/t", "--workdir", "/home/a b", "-e", *COMMAND]),
        ("kitty", ["/t", "--directory=/home/a b", *COMMAND]),
        ("alacritty", ["/t", "--working-directory", "/home/a b", "-e", *COMMAND]),
        ("xfce4-terminal", ["/t", f"--title={OPENING.title}", "--working-directory=/home/a b", "-x", *COMMAND]),
        ("xterm", ["/t", "-T", OPENING.title, "-e", *COMMAND]),
        ("x-terminal-emulator", ["/t", "-e", *COMMAND]),
        ("conhost", COMMAND),
    ],
)
def test_each_terminal_gets_the_command_as_a_vector(tmp_path, key, expected):
    assert arguments(Terminal(key, key, "/t"), OPENING, machine(tmp_path)) == expected


def test_konsole_gets_a_title_that_its_format_leaves_alone(tmp_path):
    opening = Opening(COMMAND, "Contoso", "/")
    argv = arguments(Terminal("konsole", "", "/t"), opening, machine(tmp_path))
    assert argv == ["/t", "--workdir", "/", "-p", "tabtitle=Contoso", "-e", *COMMAND]


def test_windows_terminal_reads_no_semicolon_as_a_separator(tmp_path):
    argv = arguments(Terminal("wt", "", "wt.exe"), OPENING, machine(tmp_path, platform="win32"))
    assert argv[:8] == [
        "wt.exe",
        "-w",
        "new",
        "new-tab",
        "--title",
        "O'Neil\\; 50 % \u00b7 a@b.c",
        "--startingDirectory",
        "/home/a b",
    ]
    assert argv[8:] == ["--tabColor", "#1a7f5a", *COMMAND]
    assert "--suppressApplicationTitle" not in argv


def test_windows_terminal_gets_no_title_that_it_takes_for_an_option(tmp_path):
    argv = arguments(Terminal("wt", "", "wt.exe"), Opening(COMMAND, "--help", "C:\\"), machine(tmp_path, platform="win32"))
    assert argv[4:8] == ["--title", "help", "--startingDirectory", "C:\\"]


def test_a_windows_command_line_is_read_as_the_arguments_it_was_made_of(tmp_path):
    opening = Opening(COMMAND, 'a "b" \\ c\\', "C:\\Users\\a b\\")
    argv = arguments(Terminal("wt", "", "C:\\Program Files\\wt.exe"), opening, machine(tmp_path, platform="win32"))
    assert argv_of(subprocess.list2cmdline(argv)) == argv


@pytest.mark.parametrize("key", ["terminal", "iterm"])
def test_mac_terminals_get_one_quoted_line_as_an_argument_never_as_source(tmp_path, key):
    argv = arguments(Terminal(key, "", "/t.app"), OPENING, machine(tmp_path, platform="darwin"))
    assert argv[:2] == ["/usr/bin/osascript", "-e"]
    assert len(argv) == 4
    assert "pwsh" not in argv[2]
    assert shlex.split(argv[3])[-len(COMMAND) :] == COMMAND


@not_windows
def test_a_terminal_is_chosen_by_key_or_path_and_known_by_its_name(tmp_path):
    here = machine(tmp_path)
    program(tmp_path / "bin/xterm")
    found = find_terminals(here)
    assert choose_terminal("", found, here).key == "xterm"
    assert choose_terminal("xterm", found, here) == found[0]
    own = choose_terminal(program(tmp_path / "own/konsole"), found, here)
    assert own.key == "konsole"
    unknown = choose_terminal(program(tmp_path / "own/rxvt"), found, here)
    assert arguments(unknown, OPENING, here) == [str(tmp_path / "own/rxvt"), "-e", *COMMAND]


def test_a_chosen_terminal_that_is_gone_is_named(tmp_path):
    here = machine(tmp_path)
    program(tmp_path / "bin/xterm")
    with pytest.raises(NoTerminal) as caught:
        choose_terminal("/gone/kitty", find_terminals(here), here)
    assert "/gone/kitty" in caught.value.message
    assert "xterm" in caught.value.next_step


@pytest.mark.parametrize(
    ("platform", "release", "says"),
    [
        ("linux", "ID=debian\n", "sudo apt-get install -y xterm"),
        ("linux", "ID=fedora\n", "sudo dnf install xterm"),
        ("linux", "", "package manager"),
        ("darwin", "", "Utilities"),
    ],
)
def test_no_terminal_says_how_to_get_one(tmp_path, platform, release, says):
    here = machine(tmp_path, platform=platform)
    if release:
        (tmp_path / "root/etc").mkdir()
        (tmp_path / "root/etc/os-release").write_text(release)
    with pytest.raises(NoTerminal) as caught:
        choose_terminal("", [], here)
    assert says in caught.value.next_step
