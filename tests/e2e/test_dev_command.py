"""``dev.py`` as a newcomer types it, in a checkout that is set up: nothing is installed again, and it starts what it should."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from support.chromium import wait_for
from support.program import home, run

DEV = Path(__file__).parents[2] / "dev.py"

pytestmark = pytest.mark.timeout(120)


def set_up() -> bool:
    spec = importlib.util.spec_from_file_location("dev_py", DEV)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return bool(module._read_stamp().get("run") == module._fingerprint("run"))


needs_set_up = pytest.mark.skipif(
    not set_up(), reason="the checkout was not set up by dev.py (or dev.py or the pins changed since)"
)


def dev(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEV), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture
def headless(tmp_path: Path) -> dict[str, str]:
    environment = home(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    return environment


@needs_set_up
def test_without_a_display_it_says_so_and_runs_the_tour(headless, tmp_path):
    pictures = tmp_path / "pictures"
    told = dev(headless, "run", "--pictures", str(pictures))
    assert told.returncode == 0, told.stdout + told.stderr
    first, *rest = told.stdout.splitlines()
    assert first.startswith("There is no display here, so the tour runs instead")
    assert rest[0].startswith("ok     1")
    assert rest[-1].startswith("The tour is done")
    assert list(pictures.glob("*.png"))


@needs_set_up
def test_a_second_start_installs_nothing(headless):
    stamp = DEV.parent / ".venv" / "tenantdock.json"
    before = stamp.stat().st_mtime_ns
    told = dev(headless, "run", "--version")
    assert told.stdout.splitlines()[-1].startswith("TenantDock ")
    assert "Install" not in told.stdout
    assert "Making" not in told.stdout
    assert stamp.stat().st_mtime_ns == before


@needs_set_up
def test_for_real_tenants_it_needs_a_display(headless):
    told = dev(headless, "run", "--real")
    assert told.returncode == 1
    assert "no display" in told.stderr
    assert len(told.stderr.splitlines()) == 1


@needs_set_up
@pytest.mark.display
def test_on_a_display_the_desktop_starts_on_the_practice_cloud_with_data_of_its_own(tmp_path, display):
    environment = home(tmp_path, display.environment)
    with subprocess.Popen(
        [sys.executable, str(DEV), "run"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            display.wait_for_window("^TenantDock.+practice cloud$")
            data = tmp_path / "home" / ".local" / "share" / "TenantDock Practice"
            wait_for("its data", (data / "directory.sqlite3").exists)
            wait_for("an answer", lambda: "practice cloud" in run(environment, "--sandbox", "status").stdout)
            # real tenants have data of their own, and nobody runs there
            assert run(environment, "status").returncode == 3
            assert run(environment, "--sandbox", "quit").returncode == 0
            assert process.wait(20) == 0
        finally:
            if process.poll() is None:
                process.kill()
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_an_unknown_command_shows_what_there_is(headless):
    told = dev(headless, "strat")
    assert told.returncode == 2
    assert "dev.py run" in told.stdout
    assert dev(headless, "help").returncode == 0


def test_an_older_python_is_told_so():
    """What a newcomer with an old Python sees: one line, not a syntax error in the middle of the file."""
    text = DEV.read_text(encoding="utf-8")
    # Python 3.8 can still parse it: the check itself has to be reached
    ast.parse(text, feature_version=(3, 8))
