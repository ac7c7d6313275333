"""Windows on several screens, each with a density of its own: what is moved is as sharp as what began there, places are kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

SUPPORT = Path(__file__).resolve().parents[1] / "support"
ONE, TWO = "one", "two"
FRAME = 2
"""Pixels of the frame that the offscreen platform makes up."""


def run(tmp_path, script, factors, *arguments):
    """Run a script on made-up screens beside each other, each with its factor. Returns what it prints."""
    screens, left = [], 0
    for name, factor in factors.items():
        wide, high = round(1600 * factor), round(1000 * factor)
        screens.append(
            {"name": name, "x": left, "y": 0, "width": wide, "height": high}
            | dict.fromkeys(("logicalDpi", "logicalBaseDpi"), 96)
            | {"dpr": 1}
        )
        left += wide
    config = tmp_path / f"{'-'.join(factors)}.json"
    config.write_text(json.dumps({"screens": screens}), encoding="ascii")
    ran = subprocess.run(
        [sys.executable, str(SUPPORT / script), *arguments],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCREEN_SCALE_FACTORS": ";".join(f"{name}={factor}" for name, factor in factors.items()),
        },
        capture_output=True,
        text=True,
        timeout=220,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout)


@pytest.mark.timeout(460)
@pytest.mark.parametrize(("begins", "ends"), [(1, 1.5), (2, 1)])
def test_a_window_that_came_to_another_screen_looks_as_one_that_began_there(tmp_path, begins, ends):
    moved, began = tmp_path / "moved", tmp_path / "began"
    there = run(tmp_path, "moved.py", {ONE: begins, TWO: ends}, str(moved), TWO)
    # With both screens too: Qt hints no letters as soon as one of them is scaled
    here = run(tmp_path, "moved.py", {TWO: ends, ONE: begins}, str(began))
    assert there == here
    assert len(there) > 20
    assert {told.split()[0] for told in there.values()} == {str(float(ends))}
    blurred = [name for name in there if QImage(str(moved / f"{name}.png")) != QImage(str(began / f"{name}.png"))]
    assert blurred == []


@pytest.mark.parametrize("factor", [1, 1.5, 2])
def test_the_window_comes_back_to_the_screen_that_it_was_on(tmp_path, factor):
    screens = {ONE: 1, TWO: factor}
    before = run(tmp_path, "placed.py", screens, "", "1700", "60", str(tmp_path))
    assert (before["screen"], before["ratio"]) == (TWO, factor)
    after = run(tmp_path, "placed.py", screens, before["place"], "0", "0", str(tmp_path))
    assert {key: after[key] for key in ("screen", "ratio", "frame", "size")} == {
        key: before[key] for key in ("screen", "ratio", "frame", "size")
    }


@pytest.mark.parametrize("factor", [1, 1.5, 2])
def test_the_window_comes_to_the_screen_that_is_left(tmp_path, factor):
    before = run(tmp_path, "placed.py", {ONE: 1, TWO: factor}, "", "1700", "60", str(tmp_path))
    after = run(tmp_path, "placed.py", {ONE: 1}, before["place"], "0", "0", str(tmp_path))
    assert after["screen"] == ONE
    left, top, wide, high = after["frame"]
    room_left, room_top, room_wide, room_high = after["room"]
    assert room_left <= left
    assert room_top <= top
    assert left + wide <= room_left + room_wide + FRAME
    assert top + high <= room_top + room_high + FRAME
    assert after["size"] == before["size"]
