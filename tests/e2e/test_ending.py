"""How the whole program ends when the system asks it to: at once, in order, and with nothing left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator

import pytest

from support.program import Program, command, gone, home, practice_page, practice_process, run, running, saved

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals; on Windows the same code runs on console events"),
]


@pytest.fixture(autouse=True)
def signals_as_a_terminal_leaves_them() -> Iterator[None]:
    """Children inherit what is ignored, and a test run that was started with nohup or in the background ignores some."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    for number in before:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def started(program: Program, tmp_path) -> None:
    """Wait until the desktop answers."""
    end = time.monotonic() + 30
    while run(program_environment(tmp_path), "--sandbox", "--data", str(tmp_path / "data"), "status").returncode != 0:
        assert program.running, program.err
        assert time.monotonic() < end, "it does not answer"
        time.sleep(0.1)


def program_environment(tmp_path) -> dict[str, str]:
    return home(tmp_path, QT_QPA_PLATFORM="offscreen")


def desktop(tmp_path, environment=None):
    words = ["--sandbox", "--data", str(tmp_path / "data")]
    return running(tmp_path / "logs", environment or program_environment(tmp_path), words)


def assert_ended_in_order(program: Program, tmp_path) -> None:
    before = program.tree()
    assert program.wait(10) == 0
    assert not [each.cmdline() for each in gone(before, 5)]
    assert not list(tmp_path.rglob("socket"))
    # What the offscreen platform says of itself does not count
    said = [line for line in (program.out + program.err).splitlines() if not line.startswith("This plugin does not support")]
    assert said == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_as_its_menu_does(tmp_path, number):
    with desktop(tmp_path) as program:
        started(program, tmp_path)
        # To the whole group, as a terminal sends it. The cloud is in another: it must not go before the desktop
        assert os.getpgid(practice_process(program).pid) != os.getpgid(program.process.pid)
        os.killpg(program.process.pid, number)
        assert_ended_in_order(program, tmp_path)


def test_a_signal_while_somebody_signs_in_leaves_no_listener(tmp_path):
    connection = saved(tmp_path / "data")
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nenv > {tmp_path / "env"}\necho "$1" > {tmp_path / "address"}\n', encoding="utf-8")
    browser.chmod(0o755)
    with desktop(tmp_path, {**program_environment(tmp_path), "BROWSER": str(browser), "TENANTDOCK_OWN": "1"}) as program:
        started(program, tmp_path)
        told = run(program_environment(tmp_path), "--sandbox", "--data", str(tmp_path / "data"), "connect", "Northwind")
        assert told.returncode == 0, (connection, told)
        end = time.monotonic() + 20
        while not (tmp_path / "address").exists():
            assert time.monotonic() < end, program.err
            time.sleep(0.05)
        desktop_process = next(each for each in program.tree() if each.pid == program.process.pid)
        assert [each for each in desktop_process.net_connections("tcp") if each.status == "LISTEN"]
        given = (tmp_path / "env").read_text(encoding="utf-8").splitlines()
        assert not [line for line in given if line.startswith(("TENANTDOCK_", "QT_", "PYTHONPATH"))]
        os.kill(program.process.pid, signal.SIGTERM)
        assert_ended_in_order(program, tmp_path)


def test_a_cloud_that_hangs_does_not_keep_the_program(tmp_path):
    with desktop(tmp_path) as program:
        started(program, tmp_path)
        cloud = practice_process(program)
        cloud.suspend()
        os.kill(program.process.pid, signal.SIGTERM)
        assert program.wait(10) == 0
        assert not gone([cloud], 1)


def test_a_signal_that_was_ignored_at_the_start_stays_so(tmp_path):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # a child inherits it, as from nohup
    with contextlib.ExitStack() as stack:
        stack.callback(signal.signal, signal.SIGHUP, before)
        program = stack.enter_context(desktop(tmp_path))
        started(program, tmp_path)
        os.kill(program.process.pid, signal.SIGHUP)
        time.sleep(0.5)
        assert program.running
        os.kill(program.process.pid, signal.SIGTERM)
        assert program.wait(10) == 0


def test_the_cloud_ends_with_a_desktop_that_is_killed(tmp_path):
    with desktop(tmp_path) as program:
        started(program, tmp_path)
        command(practice_page(tmp_path / "data"), "reset")
        before = program.tree()
        program.kill()
        assert not gone(before, 10)
