"""What every test shares: no keyring or data of the person's is touched, and every skip is listed at the end."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

# Before anything imports Qt or keyring: tests that want a display or a keyring ask for one by fixture
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # without a screen Qt looks for fonts in a folder of its own there, which is not there
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"], "Fonts")))
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


_YOUNG = 10_000
"""Objects made in one test from which on two generations are looked through."""


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the folders that programs write to away from the person's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


def pytest_collection_finish() -> None:
    """Collect garbage on this thread alone, as the desktop does (desktop/garbage.py): workers must not destroy windows."""
    gc.disable()


def pytest_runtest_logfinish() -> None:
    """Collect what the last test left, as often as it would have been collected anyway."""
    gc.unfreeze()  # what the program set aside is garbage of a test, and hypothesis looks for what is referred to
    young, middle, _ = gc.get_count()
    _, often, seldom = gc.get_threshold()
    gc.collect(2 if gc.get_count()[2] > seldom else 1 if middle > often or young > _YOUNG else 0)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """List every skip, with its reason, as the last lines of the run."""
    yield
    skipped = terminalreporter.stats.get("skipped", [])
    terminalreporter.section(f"skipped: {len(skipped)}" if skipped else "nothing was skipped")
    for report in skipped:
        path, line, reason = report.longrepr if isinstance(report.longrepr, tuple) else (report.nodeid, 0, str(report.longrepr))
        where = report.nodeid or f"{Path(path).name}:{line}"
        terminalreporter.write_line(f"{where}: {reason.removeprefix('Skipped: ')}")
