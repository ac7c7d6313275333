"""The tour as a newcomer runs it: a child process, its exit code, a line for every step, a picture of every window."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.chromium import wait_for
from support.keyring_session import PROGRAMS as KEYRING
from support.keyring_session import keyring_session
from support.program import (
    DOUBLE,
    Program,
    command,
    gone,
    home,
    missing,
    practice_page,
    practice_process,
    running,
    with_path,
)
from support.vault import sealed_files

pytestmark = pytest.mark.timeout(120)

STEPS = 9
LINE = re.compile(r"^(ok|FAILED) +(\d+)  (.{1,36}?) +\d+\.\d\d s  (.+)$", re.MULTILINE)
NORTHWIND = "northwind.example"


def no_pwsh(environment: dict[str, str]) -> dict[str, str]:
    """PATH without any folder that has a PowerShell, so that the machine's own makes no difference."""
    folders = [folder for folder in environment["PATH"].split(":") if not (Path(folder) / "pwsh").exists()]
    return {**environment, "PATH": ":".join(folders)}


def tour(tmp_path: Path, environment: dict[str, str], pictures: bool = True):
    words = ["--sandbox", "--data", str(tmp_path / "data"), "--tour"]
    return running(tmp_path / "logs", environment, [*words, *(["--pictures", str(tmp_path / "pictures")] if pictures else [])])


def lines(program: Program) -> list[tuple[str, ...]]:
    return [match.groups() for match in LINE.finditer(program.out)]


def assert_done(program: Program, tmp_path: Path) -> dict[int, str]:
    """Every step went well and nothing else was said; returns what each proved."""
    assert program.wait(90) == 0, program.out + program.err
    told = lines(program)
    assert [(state, int(number)) for state, number, _, _ in told] == [("ok", number) for number in range(1, STEPS + 1)]
    assert len(program.out.splitlines()) == STEPS + 1
    assert program.out.splitlines()[-1].startswith(f"The tour is done: {STEPS} steps")
    assert program.err == ""
    for picture in assert_pictures(tmp_path):
        assert colours(picture) > 20, picture.name
    return {int(number): proven for _, number, _, proven in told}


def assert_pictures(tmp_path: Path) -> list[Path]:
    pictures = sorted((tmp_path / "pictures").glob("*.png"))
    names = " ".join(picture.stem for picture in pictures)
    for part in ("window", "add", "signing-in", "signed-in", "refused", "console", "signed-out"):
        assert part in names
    return pictures


def colours(picture: Path) -> int:
    from PySide6.QtGui import QImage  # noqa: PLC0415 - this process needs no Qt otherwise

    image = QImage(str(picture))
    assert image.width() > 200
    assert image.height() > 150
    points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return len({image.pixel(x, y) for x, y in points})


def test_offscreen_it_does_the_main_job_and_tells_each_step(tmp_path):
    environment = no_pwsh(home(tmp_path, QT_QPA_PLATFORM="offscreen"))
    with tour(tmp_path, environment) as program:
        proven = assert_done(program, tmp_path)
        assert not gone(program.tree())
    assert "Graph sees admin@northwind.example in Northwind Traders" in proven[3]
    assert "kiosk@fabrikam.example" in proven[5]
    assert "rung: fresh" in proven[6]
    assert "none here, and the person is told so" in proven[7]
    assert "No PowerShell" in proven[7] or "no display" in proven[7]
    # The null keyring of a test's environment protects nothing, so nothing was kept
    assert not list((tmp_path / "data" / "vault").rglob("*"))


@pytest.mark.display
@pytest.mark.skipif(bool(missing("xterm")), reason=missing("xterm"))
def test_on_a_display_a_console_opens_in_a_real_terminal_and_proves_itself(tmp_path, display):
    environment = with_path(no_pwsh(home(tmp_path, display.environment)), tmp_path / "bin", {"pwsh": DOUBLE})
    with tour(tmp_path, environment) as program:
        proven = assert_done(program, tmp_path)
        assert proven[1] == "a tray icon and the window"
        assert re.match(r"process \d+: Graph: admin@northwind.example in Northwind Traders", proven[7])
        # The terminal is the person's: it stays, and is closed with the test
        left = program.left()
        assert len(left) == 2
        assert all("xterm" in line or "pwsh" in line for line in left)


@pytest.mark.secret_service
@pytest.mark.skipif(bool(missing(*KEYRING)), reason=missing(*KEYRING))
def test_with_a_real_keyring_what_it_sealed_is_gone_after_it_signed_out(tmp_path):
    environment = no_pwsh(home(tmp_path, QT_QPA_PLATFORM="offscreen"))
    with keyring_session(environment) as inside, tour(tmp_path, inside) as program:
        seen = wait_for("a sealed file", lambda: sealed_files(tmp_path / "data" / "vault"))
        assert_done(program, tmp_path)
    left = sealed_files(tmp_path / "data" / "vault")
    assert seen[0] not in left  # the one who signed out
    assert len(left) == 1  # the one who did not
    assert list((tmp_path / "home").rglob("*.keyring"))


def test_it_needs_the_practice_cloud(tmp_path):
    with running(tmp_path / "logs", home(tmp_path), ["--tour"]) as program:
        assert program.wait() == 2
        assert "--sandbox" in program.err


def break_it(tmp_path: Path, after: int, how: Callable[[Program], None]) -> tuple[Program, tuple[str, ...]]:
    """Run the tour, break something once step *after* is done, and return its last step."""
    environment = no_pwsh(home(tmp_path, QT_QPA_PLATFORM="offscreen"))
    with tour(tmp_path, environment, pictures=False) as program:
        wait_for(f"step {after}", lambda: len(lines(program)) >= after)
        how(program)
        assert program.wait(90) == 1, program.out + program.err
        assert not gone(program.tree())
    return program, lines(program)[-1]


def test_a_token_service_that_fails_fails_the_step_that_signs_in(tmp_path):
    def fail(_: Program) -> None:
        command(practice_page(tmp_path / "data"), "faults", tenant=NORTHWIND, fault="server-error", at="token")

    program, (state, number, name, why) = break_it(tmp_path, 1, fail)
    assert (state, number, name) == ("FAILED", "3", "signs in in the browser")
    assert "503" in why
    assert "The tour is done" not in program.out
    assert "Traceback" not in program.err


def test_a_graph_that_lies_dead_is_no_proof(tmp_path):
    def fail(_: Program) -> None:
        command(practice_page(tmp_path / "data"), "faults", tenant=NORTHWIND, fault="server-error", at="api")

    _, (state, number, _, why) = break_it(tmp_path, 1, fail)
    assert (state, number) == ("FAILED", "3")
    assert "503" in why


def test_a_practice_cloud_that_dies_fails_the_tour(tmp_path):
    _, (state, number, _, why) = break_it(tmp_path, 1, lambda program: practice_process(program).kill())
    assert state == "FAILED"
    assert int(number) >= 2
    assert why


def test_a_picture_that_cannot_be_saved_fails_the_tour(tmp_path):
    (tmp_path / "pictures").write_text("a file where the folder should be", encoding="ascii")
    with tour(tmp_path, home(tmp_path, QT_QPA_PLATFORM="offscreen")) as program:
        assert program.wait(60) == 1
        assert lines(program)[-1][0] == "FAILED"
        assert "Traceback" not in program.err
