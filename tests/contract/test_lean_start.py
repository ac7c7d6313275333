"""The lean start of PySide: less work before the first window, and nothing else of PySide is another."""

from __future__ import annotations

import enum
import json
import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tenantdock.desktop import lean

PRINTS = Path(__file__).resolve().parents[1] / "support" / "qt_enums.py"
UNCHECKED = """
import builtins, sys
ordinary = builtins.__import__
from tenantdock.desktop import lean
lean.begin()
import PySide6.QtWidgets
helpers = sorted(name for name in sys.modules if name.startswith("shibokensupport") and name != "shibokensupport.signature.mapping")
print(helpers, "zipfile" in sys.modules, builtins.__import__ is ordinary)
lean.over()
"""


def printed(*arguments):
    ran = subprocess.run(
        [sys.executable, str(PRINTS), *arguments], capture_output=True, text=True, timeout=60, check=False, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return without_addresses(json.loads(ran.stdout))


def without_addresses(found):
    return json.loads(re.sub(r"0x[0-9a-fA-F]{6,}", "an address", json.dumps(found)))


@pytest.fixture(scope="module")
def both():
    return printed(), printed("lean")


def test_this_release_of_pyside_was_tried():
    assert PySide6.__version__ in lean.TRIED, "run this file with it, and add it to lean.TRIED if all is well"


def test_every_enum_of_qt_is_the_same(both):
    ordinary, lean_ones = (each["enums"] for each in both)
    assert len(ordinary) > 600
    assert lean_ones == ordinary


@pytest.mark.parametrize("what", ["wrong arguments", "wrong keyword", "on a thread", "help"])
def test_errors_and_help_say_the_same(both, what):
    ordinary, lean_ones = (each["said"][what] for each in both)
    assert ordinary
    assert lean_ones == ordinary


def test_the_helpers_are_not_loaded_before_something_asks():
    ran = subprocess.run([sys.executable, "-c", UNCHECKED], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.split("\n")[0] == "[] False True"


def test_a_release_that_was_not_tried_loads_its_helpers_as_ever():
    ran = subprocess.run(
        [sys.executable, "-c", UNCHECKED.replace("lean.begin()", "lean.TRIED = frozenset(); lean.begin()")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "shibokensupport.signature.loader" in ran.stdout
    assert ran.stdout.split("\n")[0].endswith("True True")


def test_a_python_that_makes_enums_in_another_way_makes_them_itself(monkeypatch):
    assert lean._same_enums()
    monkeypatch.setattr(lean, "_add_members", lambda made, names: None)
    assert not lean._same_enums()


@pytest.mark.parametrize("kind", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
@pytest.mark.parametrize(
    "names",
    [
        [],
        [("A", 0), ("B", 1), ("C", 1), ("D", 3), ("E", 2)],
        [("Down", 8), ("Up", 4), ("Both", 12)],
        [("Every", 0xFFFF_FFFF), ("High", 1 << 31)],
        [("name", 1), ("value", 2)],
    ],
)
def test_enums_made_here_are_those_of_python(kind, names):
    options = {"module": None, "qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}
    made, ordinary = (make(kind, "Kind", list(names), **options) for make in (lean._enum, lean._ordinary_enum))
    assert without_addresses(lean.described(made)) == without_addresses(lean.described(ordinary))
    assert [each.name for each in made] == [each.name for each in ordinary]


def test_afterwards_enums_are_made_as_ever():
    lean.over()
    assert enum.EnumType.__dict__["_create_"] is lean._ordinary_enum
