"""The memory that is given back after the start: whose it may be, and that a program lives on without it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tenantdock.desktop.footprint import untouched

MAPPED = """\
7f1000000000-7f1000100000 {rights} 00000000 fe:00 2603 {path}
Size:               1024 kB
Rss:                 512 kB
Private_Dirty:         {dirty} kB
Anonymous:             {anonymous} kB
Swap:                  {swap} kB
VmFlags: rd ex mr mw me
7f2000000000-7f2000100000 rw-p 00000000 00:00 0
Size:               1024 kB
Anonymous:             0 kB
Swap:                  0 kB
VmFlags: rd wr mr mw me
"""
LIVES_ON = """
import json, sys
from PySide6.QtWidgets import QApplication, QPushButton, QTreeView
from PySide6.QtGui import QStandardItemModel
from tenantdock.desktop import footprint

def resident():
    with open("/proc/self/smaps_rollup") as rollup:
        return next(int(line.split()[1]) for line in rollup if line.startswith("Rss:"))

app = QApplication([])
button, tree = QPushButton("Connect"), QTreeView()
tree.setModel(QStandardItemModel(5, 5))
pictures = [each.grab().toImage() for each in (button, tree)]
before = resident()
footprint.give_back()
after = resident()
again = [each.grab().toImage() for each in (button, tree)]
new = QPushButton("Connect").grab().toImage()
print(json.dumps({"before": before, "after": after, "same": again == pictures, "new": new == pictures[0]}))
"""


def lines(rights="r-xp", path="/opt/libQt6Gui.so.6", dirty=0, anonymous=0, swap=0):
    text = MAPPED.format(rights=rights, path=path, dirty=dirty, anonymous=anonymous, swap=swap)
    return [line.encode() + b"\n" for line in text.splitlines()]


@pytest.mark.parametrize("rights", ["r-xp", "r--p"])
@pytest.mark.parametrize("path", ["/opt/libQt6Gui.so.6", "/a b/PySide6/QtCore.abi3.so", "/usr/lib/libpython3.11.so.1.0"])
def test_untouched_code_and_constants_are_given_back(rights, path):
    assert list(untouched(lines(rights, path))) == [(0x7F1000000000, 0x7F1000100000)]


@pytest.mark.parametrize(
    "different",
    [
        {"anonymous": 4},  # relocated by the linker
        {"swap": 4},  # the same, swapped out
        {"dirty": 4},
        {"rights": "rw-p"},
        {"rights": "r--s"},
        {"rights": "---p"},
        {"path": "/usr/lib/gconv/UTF-16.so"},  # may be unloaded, and something else be there
        {"path": "/home/me/libQt6/notes.txt"},
        {"path": "[heap]"},
        {"path": ""},
    ],
)
def test_everything_else_stays(different):
    assert list(untouched(lines(**different))) == []


@pytest.mark.skipif(sys.platform != "linux", reason="counts pages as Linux does")
def test_a_program_paints_the_same_after_it_gave_back():
    ran = subprocess.run(
        [sys.executable, "-c", LIVES_ON],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["same"]
    assert found["new"]
    assert found["after"] < 0.9 * found["before"]
