"""What was set counts from the first window on; a broken file is set aside, said, and stops nothing. The whole program."""

from __future__ import annotations

import json
import time

import pytest

from support.program import home, run, running

pytestmark = pytest.mark.timeout(120)


def data_with(tmp_path, text):
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "settings.json").write_text(text, "utf-8")
    return data


def leave(program, person, data):
    """Quit it as a person would, once it listens; what Qt's offscreen platform says of itself is no complaint."""
    end = time.monotonic() + 30
    while run(person, "--data", str(data), "quit").returncode:
        assert time.monotonic() < end, "it does not listen"
    assert program.wait() == 0
    assert [line for line in program.err.splitlines() if not line.startswith("This plugin does not support")] == []


def test_the_first_window_speaks_the_language_that_is_set(tmp_path):
    data = data_with(tmp_path, json.dumps({"format": 1, "language": "de", "theme": "dark"}))
    person = home(tmp_path, QT_QPA_PLATFORM="offscreen")
    with running(tmp_path / "run", person, ["--data", str(data)], watched=True) as program:
        program.sees("Noch keine Kunden")
        leave(program, person, data)


def test_a_broken_file_is_set_aside_and_said_and_the_guide_still_comes(tmp_path):
    data = data_with(tmp_path, '{"format": 1, "theme": "sepia"}')
    person = home(tmp_path, QT_QPA_PLATFORM="offscreen", TENANTDOCK_LANGUAGE="en")
    with running(tmp_path / "run", person, ["--data", str(data)], watched=True) as program:
        program.sees("set them aside and uses its defaults")
        program.sees("PowerShell and its modules", "guideDialog")
        kept = [each.name for each in data.glob("settings.json.damaged-*")]
        assert len(kept) == 1
        assert kept[0] in program.seen()
        program.click("guideSkip")
        leave(program, person, data)
