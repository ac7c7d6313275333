"""Windows on screens of 100 to 300 %."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCALED = Path(__file__).resolve().parents[1] / "support" / "scaled.py"


def shown(tmp_path, *screens, **environment):
    """Show windows in a process of its own, on made-up screens; return what is wrong with each."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": list(screens)}), encoding="ascii")
    ran = subprocess.run(
        [sys.executable, str(SCALED)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "SCALED_FOLDER": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return json.loads(ran.stdout)


def a_screen(width, height):
    return {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


@pytest.mark.parametrize("factor", [1, 1.5, 2, 3])
def test_every_scale_shows_whole_windows_and_sharp_icons(tmp_path, factor):
    # 1280 x 900 of device-independent pixels, whatever the scale
    found = shown(tmp_path, a_screen(round(1280 * factor), round(900 * factor)), QT_SCALE_FACTOR=str(factor))
    assert len(found) == 8
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
