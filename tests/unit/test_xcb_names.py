"""A function of a C library is looked up when it is called first: a name that is written wrong fails at that moment only, in
somebody's hands. So the names that are called are compared with those that are declared, which are looked up at once.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import tenantdock
from tenantdock import xcb

APP = Path(tenantdock.__file__).parent
FILES = sorted(path for path in APP.rglob("*.py") if "xcb_" in path.read_text("utf-8"))


def names(path):
    """The functions of xcb that a file declares, and those that it calls."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    said = {each.value for each in nodes if isinstance(each, ast.Constant) and re.fullmatch(r"xcb_\w+", str(each.value))}
    return said, {each.attr for each in nodes if isinstance(each, ast.Attribute) and each.attr.startswith("xcb_")}


def test_there_are_files_that_call_xcb():
    assert {path.name for path in FILES} >= {"xcb.py", "x11.py", "taskbar.py"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(APP).as_posix())
def test_every_function_that_is_called_is_declared(path):
    basics, _ = names(Path(xcb.__file__))
    declared, called = names(path)
    assert called - declared - basics == set()
