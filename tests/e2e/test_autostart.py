"""Starting at log-in, for real: the file that is written is valid, and what it starts is TenantDock in the tray."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import pytest

from support.display import PROGRAMS
from support.program import gone, home, missing, run, running
from tenantdock import ourselves
from tenantdock.autostart import DesktopEntry

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform != "linux", reason="XDG autostart"),
    pytest.mark.skipif(bool(missing("gio", "desktop-file-validate", *PROGRAMS)), reason=missing("gio", *PROGRAMS) or "validator"),
]


def until(condition, seconds=60.0):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)
    return found


def started(data):
    """The processes of a TenantDock on *data*."""
    found = []
    for each in psutil.process_iter(["cmdline"]):
        line = each.info["cmdline"] or []
        if str(data) in line and "--hidden" in line:
            found.append(each)
    return found


@pytest.fixture
def person(tmp_path, display):
    return {**home(tmp_path, display.environment), "QT_QPA_PLATFORM": "xcb"}


def test_the_file_is_valid_and_starts_it_in_the_tray_without_a_window(tmp_path, display, person):
    data = tmp_path / 'daten "50 %" $HOME'
    entry = DesktopEntry([*ourselves.command(), "--data", str(data), "--hidden"], person)
    entry.set(on=True)
    file = entry.state().where
    said = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout + said.stderr) == (0, "")

    # No pipe: what it starts would hold it open
    launcher = subprocess.run(["gio", "launch", file], env=person, stdout=subprocess.DEVNULL, timeout=60, check=False)
    assert launcher.returncode == 0
    processes = []
    try:
        until(lambda: run(person, "--data", str(data), "status").returncode == 0)
        processes = started(data)
        assert processes
        assert display.windows("TenantDock") == []

        # Once more, as a second log-in would: the one that runs is left alone
        again = run(person, "--data", str(data), "--hidden")
        assert again.returncode == 0, again.stderr
        assert display.windows("TenantDock") == []

        # And by hand: then its window comes
        shown = run(person, "--data", str(data))
        assert shown.returncode == 0, shown.stderr
        display.wait_for_window("TenantDock")
    finally:
        run(person, "--data", str(data), "quit")
        left = gone(processes)
        for each in left:
            each.kill()
    assert left == []


def test_without_a_tray_a_hidden_start_shows_its_window_after_all(tmp_path):
    """Or nobody could reach it."""
    data = tmp_path / "data"
    person = home(tmp_path, QT_QPA_PLATFORM="offscreen")
    with running(tmp_path / "run", person, ["--data", str(data), "--hidden"]) as program:
        until(lambda: run(person, "--data", str(data), "status").returncode == 0)
        until((data / "desktop.json").exists)
        # It said that there is no tray, in the window that it shows then
        until(lambda: "said-no-tray" in (data / "desktop.json").read_text("utf-8"))
        assert run(person, "--data", str(data), "quit").returncode == 0
        assert program.wait() == 0
        assert program.err == ""
