"""Customers dragged into a group with a real mouse, on a real display."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.display
TESTS = Path(__file__).resolve().parents[1]


class Window:
    """The window of ``support.filing_window``, and what it told last."""

    def __init__(self, environment) -> None:
        command = [sys.executable, "-m", "support.filing_window"]
        self.process = subprocess.Popen(command, cwd=TESTS, env=environment, stdout=subprocess.PIPE, text=True)
        self.told = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def end(self):
        self.process.terminate()
        self.process.wait(10)
        self._reader.join(10)
        self.process.stdout.close()

    def _read(self):
        for line in self.process.stdout:
            self.told = json.loads(line)

    def wait(self, so, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.told and so(self.told):
                return self.told
            time.sleep(0.02)
        raise AssertionError(f"after {seconds} s: {self.told}")


@pytest.fixture
def window(display):
    made = Window(display.environment)
    yield made
    made.end()


def test_selected_rows_are_dragged_into_a_group_with_the_mouse(window, display):
    told = window.wait(lambda told: True)
    (x, y), (other_x, other_y), (to_x, to_y) = (told["places"][name] for name in ("c4", "c5", "group"))
    display.xdotool("mousemove", str(x), str(y), "click", "1")
    display.xdotool("mousemove", str(other_x), str(other_y), "keydown", "ctrl", "click", "1", "keyup", "ctrl")
    told = window.wait(lambda told: told["selected"] == ["c4", "c5"])
    display.xdotool("mousedown", "1")
    for step in range(1, 11):
        at = (other_x + (to_x - other_x) * step // 10, other_y + (to_y - other_y) * step // 10)
        display.xdotool("mousemove", *map(str, at))
        time.sleep(0.05)
    display.xdotool("mousemove", str(to_x + 1), str(to_y))
    time.sleep(0.2)
    display.xdotool("mouseup", "1")
    told = window.wait(lambda told: told["groups"]["c4"] == "Europe")
    assert told["groups"] == {"c1": "Europe", "c2": "Europe", "c3": "", "c4": "Europe", "c5": "Europe", "c6": ""}
