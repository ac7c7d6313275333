"""Functions of the systems' own libraries are looked up when they are called first, most of them on systems where no test runs: a
name that is written wrong fails at that moment only, in somebody's hands. So each is written once more here, beside its source.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import mypy
import pytest

import tenantdock

APP = Path(tenantdock.__file__).parent
TYPESHED = Path(mypy.__file__).parent / "typeshed" / "stdlib"

FUNCTIONS = {
    # Events.h and CarbonEvents.h of Carbon's HIToolbox
    "Carbon": {
        "GetApplicationEventTarget",
        "InstallEventHandler",
        "RegisterEventHotKey",
        "RemoveEventHandler",
        "UnregisterEventHotKey",
    },
    # https://developer.apple.com/documentation/coregraphics/cgeventsource
    "ApplicationServices": {"CGEventSourceSecondsSinceLastEventType"},
    # https://developer.apple.com/documentation/corefoundation/cfnotificationcenter, .../cfstring
    "CoreFoundation": {
        "CFNotificationCenterAddObserver",
        "CFNotificationCenterGetDistributedCenter",
        "CFNotificationCenterRemoveEveryObserver",
        "CFStringCreateWithCString",
    },
    # https://developer.apple.com/documentation/objectivec/objective-c_runtime
    "libobjc": {"objc_getClass", "objc_msgSend", "sel_registerName"},
    # Xlib.h and scrnsaver.h
    "libX11": {"XCloseDisplay", "XDefaultRootWindow", "XOpenDisplay"},
    "libXss": {"XScreenSaverQueryExtension", "XScreenSaverQueryInfo"},
    # malloc(3), madvise(2), prctl(2)
    "None": {"free", "madvise", "prctl"},
}
LIBRARIES = {
    "composition.py": {"None"},
    "desktop/footprint.py": {"None"},
    "desktop/hotkeys/macos.py": {"Carbon"},
    "desktop/idle.py": {"ApplicationServices", "libX11", "libXss"},
    "desktop/motion.py": {"libobjc"},
    "desktop/screen_lock.py": {"CoreFoundation"},
}
"""Who uses which. Those of libxcb are in test_xcb_names.py, those of Windows in test_winapi_names.py."""
HOLDERS = {"_carbon", "carbon", "core", "runtime", "saver", "services", "x11"}
"""The names that such a library has in the program."""


def files(pattern):
    return {path.relative_to(APP).as_posix() for path in APP.rglob("*.py") if re.search(pattern, path.read_text("utf-8"))}


def last_name(node):
    """The last name of an expression: "_carbon" of ``self._carbon``, "CDLL" of ``ctypes.CDLL(None)``."""
    if isinstance(node, ast.Call):
        return last_name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def called(name):
    """The functions of foreign libraries that a file names, as attributes or to be looked up."""
    nodes = list(ast.walk(ast.parse((APP / name).read_text("utf-8"))))
    found = {each.attr for each in nodes if isinstance(each, ast.Attribute) and last_name(each.value) in {*HOLDERS, "CDLL"}}
    every = set().union(*FUNCTIONS.values())
    told = {each.value for each in nodes if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    camel = {each for each in told if re.fullmatch(r"(?:[A-Z][a-z]+){2,}W?|objc_\w+|sel_\w+", each)}
    # What is no function but looks like one is text in quotes elsewhere: the keys of a bus, say
    return found, {each for each in camel if each in every or name == "desktop/hotkeys/macos.py"}


def test_every_file_that_loads_a_library_is_known():
    loads = files(r"\bCDLL\(")
    assert loads - {"xcb.py", "desktop/hotkeys/x11.py"} == set(LIBRARIES)


@pytest.mark.parametrize("name", sorted(LIBRARIES))
def test_every_function_is_one_that_its_library_has(name):
    known = set().union(*(FUNCTIONS[each] for each in LIBRARIES[name]))
    attributes, texts = called(name)
    assert attributes | texts
    assert (attributes | texts) - known == set()


def test_nothing_is_listed_here_that_nobody_calls():
    found = [called(name) for name in LIBRARIES]
    assert set().union(*FUNCTIONS.values()) - {"free"} == set().union(*(attributes | texts for attributes, texts in found))


@pytest.mark.parametrize(
    ("name", "module", "holder"), [("autostart.py", "winreg", "registry"), ("vault/locks.py", "msvcrt", "msvcrt")]
)
def test_names_of_modules_that_only_windows_has(name, module, holder):
    stub = (TYPESHED / f"{module}.pyi").read_text("utf-8")
    there = set(re.findall(r"(?m)^\s*(?:def|class) (\w+)|^\s*(\w+): ", stub))
    nodes = ast.walk(ast.parse((APP / name).read_text("utf-8")))
    used = {each.attr for each in nodes if isinstance(each, ast.Attribute) and last_name(each.value).strip("_") == holder}
    assert used
    assert used - {each for pair in there for each in pair} == set()
