"""A function of Windows is looked up when it is called first: a name that is written wrong fails at that moment only, in somebody's
hands. So all of them are declared in one module, and that is compared with what is called, and with what Windows or wine has.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import tenantdock
from support.dll import WINE, exported
from tenantdock import winapi

APP = Path(tenantdock.__file__).parent
OWN = Path(winapi.__file__)
FILES = sorted(path for path in APP.rglob("*.py") if path != OWN)


def opened(node):
    """The library that an expression opens, or ""."""
    calls = [each for each in ast.walk(node) if isinstance(each, ast.Call) and ast.unparse(each.func) == "library"]
    named = calls and isinstance(calls[0].args[0], ast.Constant)  # xcb.py has one of the same name, with a list
    return str(calls[0].args[0].value) if named else ""


def called(path):
    """The functions of Windows that a file uses, each with its library."""
    tree = ast.parse(path.read_text("utf-8"))
    kept = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                whole = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
                pairs = zip(target.elts, node.value.elts, strict=True) if whole else [(target, node.value)]
                kept |= {ast.unparse(each): opened(value) for each, value in pairs if opened(value) and not is_used(value)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            direct = isinstance(node.value, ast.Call) and opened(node.value)
            if library := direct or kept.get(ast.unparse(node.value)):
                found.add((library, node.attr))
    return found


def is_used(value):
    """Whether an expression calls a function of the library and does not keep the library."""
    return any(isinstance(each, ast.Attribute) and opened(each.value) for each in ast.walk(value))


CALLED = {path: called(path) for path in FILES}
DECLARED = {(library, function) for library, functions in winapi.FUNCTIONS.items() for function in functions}


def test_what_is_called_is_declared_and_nothing_else_is():
    assert set().union(*CALLED.values()) == DECLARED


def test_those_who_call_windows_are_found():
    users = {path.name for path, found in CALLED.items() if found}
    assert users == {path.name for path in FILES if "winapi import" in path.read_text("utf-8")}


@pytest.mark.parametrize("word", ["windll", "WinDLL", "oledll", "LoadLibrary"])
def test_nobody_opens_a_library_of_windows_elsewhere(word):
    assert [path.name for path in FILES if word in path.read_text("utf-8")] == []


@pytest.mark.parametrize("name", winapi.FUNCTIONS)
def test_windows_has_each_function(name):
    if sys.platform == "win32":
        winapi.library(name)
        return
    folder = next((each for each in WINE if each.is_dir()), None)
    if folder is None:
        pytest.skip("wine is not here (Debian: apt-get install wine)")
    assert winapi.FUNCTIONS[name].keys() - exported(folder / f"{name}.dll") == set()


def test_a_library_comes_with_the_types(monkeypatch):
    class Loaded:
        def __init__(self, name, *, use_last_error) -> None:
            self.opened = (name, use_last_error)
            for function in winapi.FUNCTIONS[name]:
                setattr(self, function, type("Function", (), {})())

    monkeypatch.setattr(winapi.ctypes, "WinDLL", Loaded, raising=False)
    user32 = winapi.library("user32")
    assert user32.opened == ("user32", True)
    assert user32.SetForegroundWindow.argtypes == (winapi.wintypes.HWND,)
    assert user32.EnumWindows.restype is winapi.BOOL
    assert winapi.library("winhttp").WinHttpOpen.restype is winapi.POINTER, "a handle is no int of 32 bits"
