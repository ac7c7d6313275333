"""Launching with real child processes: what the terminal and the shell get, and what is told when they fail."""

from __future__ import annotations

import base64
import os
import threading
import time
from pathlib import Path

import pytest

from support.consoles import machine, recorded, recorder, script
from tenantdock.consoles import launcher
from tenantdock.consoles.bootstrap import bootstrap, encoded
from tenantdock.consoles.launcher import SystemConsoles
from tenantdock.domain.computer import Consoles, Launch
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.errors import LaunchFailed, NoPowerShell, NoTerminal
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Endpoint
from tenantdock.domain.settings import ConsolePreferences

TICKET = "tIcKeT-0123456789-abcdefghijklmnopqrstuvwxyz"
ENDPOINT = Endpoint("/run/tenantdock/agent.sock")


def launch(settings=None, title="Contoso \u00b7 admin@contoso.com"):
    return Launch(ENDPOINT, Secret(TICKET), "session", title, settings or ConsoleSettings())


@pytest.fixture
def shell(tmp_path):
    return recorder(tmp_path / "bin/pwsh", tmp_path / "shell.json")


@pytest.fixture
def terminal(tmp_path):
    """A terminal that runs the command it is given, as xterm does, and records its own arguments."""
    return script(
        tmp_path / "bin/xterm",
        f"""
        with open({str(tmp_path / "terminal.json")!r} + ".new", "w") as file:
            json.dump({{"argv": sys.argv, "pid": os.getpid(), "sid": os.getsid(0)}}, file)
        os.replace({str(tmp_path / "terminal.json")!r} + ".new", {str(tmp_path / "terminal.json")!r})
        command = sys.argv[sys.argv.index("-e") + 1:]
        os.execv(command[0], command)
        """,
    )


def test_it_is_a_consoles_port(tmp_path):
    port: Consoles = SystemConsoles(machine(tmp_path))
    assert port.shells() == []
    assert port.terminals() == []


@pytest.mark.usefixtures("terminal")
def test_the_shell_is_started_with_the_bootstrap_in_the_folder(tmp_path, shell):
    folder = tmp_path / "a folder"
    folder.mkdir()
    SystemConsoles(machine(tmp_path)).launch(launch(ConsoleSettings(folder=str(folder))))
    seen = recorded(tmp_path / "shell.json")
    argv = seen["argv"]
    assert argv[:-1] == [str(shell), "-NoLogo", "-NoExit", "-NoProfile", "-EncodedCommand"]
    text = base64.b64decode(argv[-1]).decode("utf-16-le")
    assert text.startswith(f"$n='{ENDPOINT.name}';$k='{TICKET}';")
    assert seen["cwd"] == str(folder)


@pytest.mark.usefixtures("terminal", "shell")
def test_the_terminal_lives_in_a_session_of_its_own(tmp_path):
    SystemConsoles(machine(tmp_path)).launch(launch())
    seen = recorded(tmp_path / "terminal.json")
    assert seen["sid"] == seen["pid"] != os.getsid(0)


@pytest.mark.usefixtures("terminal", "shell")
def test_the_title_is_one_line_whatever_the_name_holds(tmp_path):
    SystemConsoles(machine(tmp_path)).launch(launch(title="Con\x1b]0;evil\x07toso\nLtd; rm -rf /"))
    argv = recorded(tmp_path / "terminal.json")["argv"]
    title = argv[argv.index("-T") + 1]
    assert title == "Con\ufffd]0;evil\ufffdtoso Ltd; rm -rf /"


@pytest.mark.usefixtures("terminal", "shell")
def test_the_environment_is_the_persons_own(tmp_path):
    env = {
        "EDITOR": "vi",
        "TENANTDOCK_DATA": "x",
        "_PYI_ARCHIVE_FILE": "x",
        "LD_LIBRARY_PATH": "/bundle",
        "LD_LIBRARY_PATH_ORIG": "/mine",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_PLUGIN_PATH": "/bundle/qt",
    }
    SystemConsoles(machine(tmp_path, env=env, frozen=True)).launch(launch())
    seen = recorded(tmp_path / "shell.json")["env"]
    assert seen["EDITOR"] == "vi"
    assert seen["LD_LIBRARY_PATH"] == "/mine"
    assert not [name for name in seen if name.startswith(("TENANTDOCK", "_PYI", "QT_")) or name.endswith("_ORIG")]
    packed = encoded(bootstrap(ENDPOINT, Secret(TICKET)))
    assert not [value for value in seen.values() if TICKET in value or packed in value]


@pytest.mark.usefixtures("terminal", "shell")
def test_a_checkout_leaves_library_paths_and_a_real_platform_alone(tmp_path):
    env = {"LD_LIBRARY_PATH": "/mine", "QT_PLUGIN_PATH": "/mine/qt", "QT_QPA_PLATFORM": "wayland"}
    SystemConsoles(machine(tmp_path, env=env)).launch(launch())
    seen = recorded(tmp_path / "shell.json")["env"]
    assert {name: seen[name] for name in env} == env


@pytest.mark.usefixtures("terminal", "shell")
def test_a_missing_folder_becomes_the_home_folder(tmp_path):
    SystemConsoles(machine(tmp_path)).launch(launch(ConsoleSettings(folder=str(tmp_path / "gone"))))
    assert recorded(tmp_path / "shell.json")["cwd"] == str(tmp_path / "home")


@pytest.mark.usefixtures("shell")
def test_a_terminal_that_ends_at_once_with_an_error_is_told_with_its_last_line(tmp_path):
    recorder(tmp_path / "bin/xterm", tmp_path / "t.json", code=1, says="first\nxterm: Can't open display: :77\n\n")
    with pytest.raises(LaunchFailed) as caught:
        SystemConsoles(machine(tmp_path), grace=10).launch(launch())
    assert "xterm did not open a window. It ended at once with code 1. It said: xterm: Can't open display: :77" in str(caught.value)


@pytest.mark.usefixtures("shell")
@pytest.mark.parametrize("says", ["cannot run {}", "cannot run '{}'", "cannot run {}" + "\n" * 3, "{}"])
def test_what_a_terminal_says_about_its_arguments_does_not_show_the_ticket(tmp_path, says):
    # The last argument first: what follows is cut off anyway
    words = "' '.join([*sys.argv[-1:], *sys.argv])"
    script(tmp_path / "bin/xterm", f"sys.stderr.write({says!r}.format({words}) + 'x' * 3000)\nsys.exit(2)")
    with pytest.raises(LaunchFailed) as caught:
        SystemConsoles(machine(tmp_path), grace=10).launch(launch())
    text = str(caught.value)
    secret = encoded(bootstrap(ENDPOINT, Secret(TICKET)))
    assert not [at for at in range(len(secret) - 16) if secret[at : at + 16] in text]
    assert "code 2" in text


@pytest.mark.usefixtures("shell")
def test_a_terminal_that_hands_over_and_ends_well_is_no_failure(tmp_path):
    recorder(tmp_path / "bin/gnome-terminal", tmp_path / "t.json", code=0, says="a warning")
    started = time.monotonic()
    SystemConsoles(machine(tmp_path), grace=30).launch(launch())
    assert time.monotonic() - started < 29  # it did not wait for the whole grace time


@pytest.mark.usefixtures("shell")
def test_a_terminal_that_stays_is_left_running_and_reaped_at_its_end(tmp_path):
    recorder(tmp_path / "bin/xterm", tmp_path / "t.json", code=3, says="late", stays=0.8)
    SystemConsoles(machine(tmp_path), grace=0.2).launch(launch())
    pid = recorded(tmp_path / "t.json")["pid"]
    reapers = [thread for thread in threading.enumerate() if thread.name == "console-reaper"]
    assert reapers
    assert all(thread.daemon for thread in reapers)
    for thread in reapers:
        thread.join(20)
    assert not Path(f"/proc/{pid}").exists()  # not even as a zombie


@pytest.mark.usefixtures("shell")
def test_a_terminal_that_cannot_be_run_is_told(tmp_path):
    broken = tmp_path / "bin/xterm"
    broken.write_text("#!/does/not/exist\n")
    broken.chmod(0o755)
    with pytest.raises(LaunchFailed, match="It cannot be run: No such file or directory") as caught:
        SystemConsoles(machine(tmp_path)).launch(launch())
    assert caught.value.next_step


def test_check_and_launch_refuse_without_a_shell_or_a_terminal(tmp_path):
    consoles = SystemConsoles(machine(tmp_path))
    for call in (lambda: consoles.check(ConsoleSettings()), lambda: consoles.launch(launch())):
        with pytest.raises(NoPowerShell):
            call()
    recorder(tmp_path / "bin/pwsh", tmp_path / "shell.json")
    for call in (lambda: consoles.check(ConsoleSettings()), lambda: consoles.launch(launch())):
        with pytest.raises(NoTerminal):
            call()
    recorder(tmp_path / "bin/kitty", tmp_path / "t.json")
    consoles.check(ConsoleSettings())
    with pytest.raises(NoTerminal):
        consoles.check(ConsoleSettings(terminal="konsole"))
    with pytest.raises(NoPowerShell):
        consoles.check(ConsoleSettings(shell="/gone/pwsh"))  # noqa: S604 - a setting of ours


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_window_needs_a_display(tmp_path, shell, terminal, name):
    with pytest.raises(NoTerminal, match="no display"):
        SystemConsoles(machine(tmp_path, env={"DISPLAY": ""})).check(ConsoleSettings())
    SystemConsoles(machine(tmp_path, env={"DISPLAY": "", name: ":7"})).check(ConsoleSettings())


def test_what_is_installed_meanwhile_counts(tmp_path):
    consoles = SystemConsoles(machine(tmp_path))
    assert not consoles.shells()
    extra = recorder(tmp_path / "own/pwsh", tmp_path / "shell.json")
    assert not consoles.shells()
    assert [shell.path for shell in SystemConsoles(machine(tmp_path), extra_shells=[str(extra)]).shells()] == [str(extra)]
    recorder(tmp_path / "bin/pwsh", tmp_path / "shell.json")
    assert len(consoles.shells()) == 1


@pytest.mark.usefixtures("shell", "terminal")
def test_a_connection_without_a_choice_opens_in_what_is_set_and_one_that_is_gone_gives_way(tmp_path):
    here = machine(tmp_path)
    best, second = SystemConsoles(here).shells()[0].path, tmp_path / "second" / "pwsh"
    second.parent.mkdir()
    second.write_text("")
    second.chmod(0o755)
    for wished, chosen, expected in (
        (str(second), "", str(second)),
        (str(second), best, best),
        (str(tmp_path / "gone"), "", best),
        ("", "", best),
    ):
        consoles = SystemConsoles(
            here, extra_shells=[best, str(second)], wishes=lambda wished=wished: ConsolePreferences(wished, "no")
        )
        shell, terminal = consoles._choose(ConsoleSettings(shell=chosen))
        assert shell.path == expected
        assert terminal == consoles.terminals()[0]


def test_on_windows_nothing_that_is_started_ignores_ctrl_c(tmp_path, monkeypatch):
    """A new process group would, and hand it on. A Windows console gets the system's own handles, Windows Terminal none of ours."""
    started = []

    class Ended:
        def __init__(self, argv, **options) -> None:
            started.append((argv, options))

        def wait(self, _seconds):
            return 0

    monkeypatch.setattr(launcher.subprocess, "Popen", Ended)
    for program in ("pwsh.exe", "wt.exe"):
        script(tmp_path / "bin" / program, "")
    consoles = SystemConsoles(machine(tmp_path, platform="win32"))
    for terminal in ("conhost", "wt"):
        consoles.launch(launch(ConsoleSettings(terminal=terminal)))
    (shell, own), (terminal, other) = started
    assert (Path(shell[0]).name, own["creationflags"], own.keys() & {"stdin", "stdout", "stderr"}) == ("pwsh.exe", 0x10, set())
    assert (Path(terminal[0]).name, other["creationflags"]) == ("wt.exe", 0)
    assert other["stdin"] == launcher.subprocess.DEVNULL
