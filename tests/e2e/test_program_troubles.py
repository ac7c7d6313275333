"""What goes wrong around a running program: damaged files, a cloud that is gone, a browser that will not start, a kill.

Each is told with what to do, and nothing is lost. On the offscreen platform, with a scripted person for a browser.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.chromium import wait_for
from support.cloud import PracticeCloud
from support.keyring_session import PROGRAMS as KEYRING
from support.keyring_session import keyring_session
from support.program import (
    Program,
    command,
    gone,
    home,
    lazy_browser,
    missing,
    practice_page,
    practice_process,
    run,
    running,
    saved,
    scripted_browser,
)
from support.vault import damaged_files, sealed_files

pytestmark = pytest.mark.timeout(120)

ADMIN = "admin@northwind.example"
PIA = "pia@nordlicht.example"


class Desk:
    """A data folder, an environment without a PowerShell, and the program on both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.browser = folder / "browser"
        self.environment = home(folder, QT_QPA_PLATFORM="offscreen", BROWSER=str(scripted_browser(self.browser)))
        self.environment["PATH"] = ":".join(
            part for part in self.environment["PATH"].split(":") if not (Path(part) / "pwsh").exists()
        )

    @contextlib.contextmanager
    def program(self, **environment: str) -> Iterator[Program]:
        words = ["--sandbox", "--data", str(self.data)]
        with running(self.folder / "logs", {**self.environment, **environment}, words, watched=True) as program:
            # The endpoint opens a moment after the window
            wait_for("an answer", lambda: self.command("status").returncode == 0 or not program.running)
            yield program

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run(self.environment, "--sandbox", "--data", str(self.data), *words)

    def connect(self) -> None:
        told = self.command("connect", "northwind")
        assert told.returncode == 0, told.stderr

    def visits(self) -> int:
        file = self.browser / "visits"
        return len(file.read_text(encoding="ascii").splitlines()) if file.exists() else 0

    def quit(self, program: Program) -> None:
        """Quit, and see that nothing stays."""
        processes = program.tree()
        assert self.command("quit").returncode == 0
        assert program.wait() == 0
        assert not gone(processes)
        assert not list(self.data.rglob("socket"))
        assert "Traceback" not in program.err, program.err


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def kept(desk: Desk) -> Iterator[Desk]:
    """A desk with a real keyring, a saved customer, and a sealed sign-in of an earlier run."""
    saved(desk.data)
    with keyring_session(desk.environment) as inside:
        desk.environment = inside
        with desk.program() as program:
            program.sees("1 customer")
            desk.connect()
            program.sees(f"You are signed in as {ADMIN}.")
            assert sealed_files(desk.data / "vault")
            assert "kept in memory only" not in program.seen()
            desk.quit(program)
        assert desk.visits() == 1
        yield desk


needs_keyring = [
    pytest.mark.secret_service,
    pytest.mark.skipif(bool(missing(*KEYRING)), reason=missing(*KEYRING)),
]


class TestWithAKeyring:
    pytestmark = needs_keyring

    def test_a_restart_signs_in_silently(self, kept):
        with kept.program() as program:
            program.sees("1 customer")
            kept.connect()
            program.sees(f"You are signed in as {ADMIN}.")
            assert kept.visits() == 1
            kept.quit(program)

    def test_a_kill_while_somebody_is_signed_in_for_a_list_only_leaves_no_sign_in(self, kept):
        (ours,) = sealed_files(kept.data / "vault")
        kept.environment["BROWSER"] = str(scripted_browser(kept.folder / "pias", PIA))
        with kept.program() as program:
            program.sees("1 customer")
            account = ("importAccount=Another", f"importNewAccount={PIA}")
            for wish in ("!import_", "importFrom-gdap", *account, "customersImportGo"):
                program.click(wish)
            program.sees("are new", "customersImportDialog")
            assert kept.command().returncode == 0  # a second start shows the first one, and takes nothing from it
            assert len(sealed_files(kept.data / "vault")) == 2
            program.kill()
        assert len(sealed_files(kept.data / "vault")) == 2
        with kept.program() as program:
            program.sees("1 customer")
            wait_for("the sign-in without a customer to go", lambda: sealed_files(kept.data / "vault") == [ours])
            kept.connect()
            program.sees(f"You are signed in as {ADMIN}.")
            assert kept.visits() == 1
            kept.quit(program)
        assert sealed_files(kept.data / "vault") == [ours]

    def test_a_damaged_sealed_file_is_set_aside_and_told_and_one_signs_in_anew(self, kept):
        (name,) = sealed_files(kept.data / "vault")
        sealed = kept.data / "vault" / "sealed" / name
        content = bytearray(sealed.read_bytes())
        content[-1] ^= 1
        sealed.write_bytes(bytes(content))
        with kept.program() as program:
            program.sees("1 customer")
            kept.connect()
            assert "has been set aside" in program.sees("Sign in to this account again.", "errorDialog")
            assert kept.visits() == 1
            program.click("errorRetry")
            program.sees(f"You are signed in as {ADMIN}.")
            assert kept.visits() == 2
            assert len(damaged_files(kept.data / "vault")) == 1
            assert sealed_files(kept.data / "vault") == [name]
            kept.quit(program)

    def test_a_sign_in_that_was_revoked_opens_the_browser_again(self, kept):
        with kept.program() as program:
            program.sees("1 customer")
            command(practice_page(kept.data), "people", user=ADMIN, revoke=True)
            kept.connect()
            program.sees(f"You are signed in as {ADMIN}.")
            assert kept.visits() == 2
            kept.quit(program)


def test_without_a_keyring_nothing_is_sealed_and_the_window_says_so(desk):
    saved(desk.data)
    with desk.program() as program:
        said = program.sees("sign-ins are kept in memory only", "mainWindow")
        assert "not known to protect secrets" in said
        assert "PYTHON_KEYRING_BACKEND" in said  # what to do about it
        desk.connect()
        program.sees(f"You are signed in as {ADMIN}.")
        desk.quit(program)
    assert not list((desk.data / "vault").rglob("*"))
    # and so the next start asks again
    with desk.program() as program:
        program.sees("1 customer")
        desk.connect()
        program.sees(f"You are signed in as {ADMIN}.")
        assert desk.visits() == 2
        desk.quit(program)
    assert not list((desk.data / "vault").rglob("*"))


def test_without_a_powershell_one_is_signed_in_all_the_same_and_told_how_to_get_it(desk):
    saved(desk.data)
    with desk.program() as program:
        program.sees("1 customer")
        desk.connect()
        said = program.sees(f"You are signed in as {ADMIN}.", "signInDialog")
        if any(Path("/opt/microsoft/powershell").glob("*/pwsh")):
            pytest.skip("this machine has a PowerShell where TenantDock looks for it whatever PATH says")
        assert "No PowerShell was found" in said
        assert "powershell" in said.replace("No PowerShell", "").lower()
        desk.quit(program)


def test_a_corrupt_database_is_set_aside_and_told(desk):
    saved(desk.data)
    for name in ("directory.sqlite3-wal", "directory.sqlite3-shm"):
        (desk.data / name).unlink(missing_ok=True)
    (desk.data / "directory.sqlite3").write_bytes(b"SQLite format 3\0" + os.urandom(8192))
    with desk.program() as program:
        said = program.sees("set it aside", "mainWindow")
        assert "No customers yet" in said
        assert "no connections yet" in desk.command("list").stdout
        desk.quit(program)
    kept_aside = [path for path in desk.data.rglob("*") if "directory" in path.name and path.stat().st_size >= 8192]
    assert kept_aside, "the damaged file is gone"


def test_a_data_folder_that_cannot_be_written_is_told_on_the_terminal(desk):
    desk.data.write_text("a file where the folder should be", encoding="ascii")
    told = desk.command()
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert "--data" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_a_practice_cloud_that_is_gone_is_told_and_trying_again_works_once_it_is_back(desk):
    saved(desk.data)
    with desk.program() as program:
        program.sees("1 customer")
        practice = practice_process(program)
        practice.kill()
        gone([practice])
        desk.connect()
        said = program.sees("Try again", "errorDialog")
        assert "Traceback" not in said
        assert desk.visits() == 0
        back = PracticeCloud(desk.data / "practice-cloud")
        try:
            program.click("errorRetry")
            program.sees(f"You are signed in as {ADMIN}.")
            desk.quit(program)
        finally:
            back.stop()


def test_ports_that_are_taken_are_replaced(desk):
    saved(desk.data)
    with desk.program() as program:
        program.sees("1 customer")
        desk.quit(program)
    first = practice_page(desk.data)
    with contextlib.ExitStack() as stack:
        port = int(first.rsplit(":", 1)[1].strip("/"))
        stack.enter_context(socket.create_server(("127.0.0.1", port)))
        with desk.program() as program:
            program.sees("1 customer")
            assert practice_page(desk.data) != first
            desk.connect()
            program.sees(f"You are signed in as {ADMIN}.")
            desk.quit(program)


def test_a_browser_that_will_not_start_is_told_and_trying_again_works(desk):
    saved(desk.data)
    broken = desk.folder / "broken"
    broken.write_text("#!/bin/sh\nexit 7\n", encoding="ascii")
    broken.chmod(0o755)
    with desk.program(BROWSER=str(broken)) as program:
        program.sees("1 customer")
        desk.connect()
        said = program.sees("Try again", "errorDialog")
        assert "browser" in said
        assert "exit code 7" in said
        broken.write_text(f'#!/bin/sh\nexec {scripted_browser(desk.browser)} "$@"\n', encoding="ascii")
        program.click("errorRetry")
        program.sees(f"You are signed in as {ADMIN}.")
        desk.quit(program)


def test_where_there_is_no_browser_the_person_is_told_which_to_install(desk):
    saved(desk.data)
    (desk.folder / "empty").mkdir()
    with desk.program(BROWSER="", PATH=str(desk.folder / "empty")) as program:
        program.sees("1 customer")
        desk.connect()
        assert "Firefox" in program.sees("No browser was found", "errorDialog")
        desk.quit(program)


def test_the_wrong_user_is_refused_in_the_window_and_the_next_way_is_one_click(desk):
    fabrikam = "abd558e6-9dd8-4cb9-8cd5-2b7d593291f6"
    user = "admin@fabrikam.example"
    desk.environment["BROWSER"] = str(scripted_browser(desk.browser, user))
    saved(desk.data, user, fabrikam, "Fabrikam")
    with desk.program() as program:
        program.sees("1 customer")
        assert desk.command("connect", "fabrikam").returncode == 0
        said = program.sees("kiosk@fabrikam.example", "refusalDialog")
        assert "Nothing was stored" in said
        program.click("rung-fresh")
        program.sees(f"You are signed in as {user}.")
        desk.quit(program)


def test_cancelling_while_the_browser_is_open_leaves_no_listener(desk):
    saved(desk.data)
    with desk.program(BROWSER=str(lazy_browser(desk.browser))) as program:
        program.sees("1 customer")
        desk.connect()
        opened = wait_for("the browser", lambda: _text(desk.browser / "opened"))
        port = int(opened.split("redirect_uri=http%3A%2F%2Flocalhost%3A")[1].split("&")[0])
        with socket.create_connection(("127.0.0.1", port), 2):
            pass
        program.click("signInCancel")
        program.sees("Cancelled", "mainWindow")
        wait_for("the end of the listener", lambda: _refused(port), 5)
        desk.quit(program)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def _refused(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return False
    except ConnectionRefusedError:
        return True


def test_a_kill_in_the_middle_of_a_sign_in_loses_nothing_and_leaves_nothing(desk):
    saved(desk.data)
    with desk.program(BROWSER=str(lazy_browser(desk.browser))) as program:
        program.sees("1 customer")
        desk.connect()
        wait_for("the browser", lambda: _text(desk.browser / "opened"))
        processes = program.tree()
        program.kill()
        # The practice cloud sees the end of its standard input
        assert not gone(processes)
    assert desk.command("status").returncode == 3
    assert not [path for path in desk.data.rglob("*") if path.suffix in {".tmp", ".new", ".part"}]
    with contextlib.closing(sqlite3.connect(desk.data / "directory.sqlite3")) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with desk.program() as program:  # the socket that was left behind is no obstacle
        program.sees("1 customer")
        desk.connect()
        program.sees(f"You are signed in as {ADMIN}.")
        desk.quit(program)


def test_quitting_in_the_middle_of_a_sign_in_leaves_nothing(desk):
    saved(desk.data)
    with desk.program(BROWSER=str(lazy_browser(desk.browser))) as program:
        program.sees("1 customer")
        desk.connect()
        wait_for("the browser", lambda: _text(desk.browser / "opened"))
        began = time.monotonic()
        desk.quit(program)
        assert time.monotonic() - began < 10


def test_two_starts_at_once_become_one(desk):
    words = ["--sandbox", "--data", str(desk.data)]
    with (
        running(desk.folder / "logs", desk.environment, words) as one,
        running(desk.folder / "logs", desk.environment, words) as two,
    ):
        wait_for("one of them to give way", lambda: not one.running or not two.running)
        wait_for("an answer", lambda: desk.command("status").returncode == 0)
        assert one.running or two.running
        stays, goes = (one, two) if one.running else (two, one)
        # Either it showed the other one, or it says that there is one
        assert goes.process.returncode == 0 or "already running" in goes.err.lower(), goes.err
        assert "Traceback" not in goes.err + stays.err
        processes = [*goes.tree(), *stays.tree()]
        assert desk.command("quit").returncode == 0
        assert stays.wait() == 0
        assert not gone(processes)


def test_a_tour_on_a_folder_that_is_in_use_says_so(desk):
    with desk.program() as program:
        program.sees("No customers yet")
        told = desk.command("--tour")
        assert told.returncode == 1
        assert "already running" in told.stderr
        assert program.running
        desk.quit(program)
