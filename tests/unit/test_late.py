"""What is done later than Python would: nothing of it is another thing then."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = "import sys\nbefore = set(sys.modules)\nfrom tenantdock import late\nlate.begin()\n"
CLASSES = '''
from dataclasses import FrozenInstanceError, dataclass, field

@dataclass(frozen=True, order=True)
class Point:
    """A point."""
    x: int
    y: list = field(default_factory=list, hash=False, compare=False)

@dataclass(frozen=True, slots=True)
class Slotted:
    name: str = "n"

class Child(Point):
    pass

@dataclass
class Loose:
    """Not frozen."""
    me: object = None

def tried(function):
    try:
        return repr(function())
    except Exception as failure:
        return f"{type(failure).__name__}: {failure}"

loose = Loose()
loose.me = loose
point, child = Point(1, [2]), Child(3)
for twice in range(2):
    for what in (
        lambda: point, lambda: child, lambda: Slotted(), lambda: loose,
        lambda: (point == Point(1), point != Point(2), point == child, child == Child(3), Slotted() == Slotted("m"), point == 1),
        lambda: (hash(point) == hash(Point(1, [5])), hash(Slotted()) == hash(("n",)), hash(child) == hash((3,))),
        lambda: hash(loose), lambda: {point, Point(1)}, lambda: sorted([Point(2), Point(1)]),
        lambda: setattr(point, "x", 2), lambda: delattr(point, "x"), lambda: setattr(point, "z", 2), lambda: setattr(child, "z", 2),
        lambda: setattr(child, "x", 2), lambda: setattr(Slotted(), "name", ""), lambda: child.z,
        lambda: [getattr(each, name).__qualname__ for each in (Point, Slotted) for name in ("__eq__", "__hash__", "__repr__")],
        lambda: (Slotted.__doc__, Point.__doc__),
    ):
        print(tried(what))
'''


def printed(code):
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def test_data_classes_are_as_ever():
    assert printed(BEGIN + CLASSES) == printed(CLASSES)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="one text makes all methods of a class")
def test_a_method_that_nobody_calls_is_not_compiled_and_one_that_is_called_is_once():
    code = """
import dataclasses, sys
compiled = []
ordinary = dataclasses._create_fn
dataclasses._create_fn = lambda name, *args, **options: compiled.append(name) or ordinary(name, *args, **options)
late.begin()
@dataclasses.dataclass(frozen=True)
class Point:
    "A point."
    x: int
sys.modules["tenantdock.here"] = sys.modules["__main__"]
__name__ = "tenantdock.here"
@dataclasses.dataclass(frozen=True, slots=True)
class Ours:
    "Waits for its first object, too."
    x: int
    y: int = 2
    z: list = dataclasses.field(default_factory=list)
print(compiled)
compiled.clear()
assert [(each.x, each.y, each.z) for each in (Ours(1), Ours(1, y=3), Ours(x=1, z=[4]))] == [(1, 2, []), (1, 3, []), (1, 2, [4])]
for wrong in (lambda: Ours(), lambda: Ours(1, w=1), lambda: Ours(1, 2, 3, 4)):
    try:
        wrong()
    except TypeError as failure:
        print(failure)
for _ in range(3):
    assert Point(1) == Point(1) and repr(Point(1)) and hash(Point(1)) is not None
print(sorted(compiled))
"""
    assert printed(f"from tenantdock import late\n{code}") == [
        "['__init__']",
        "Ours.__init__() missing 1 required positional argument: 'x'",
        "Ours.__init__() got an unexpected keyword argument 'w'",
        "Ours.__init__() takes from 2 to 4 positional arguments but 5 were given",
        "['__eq__', '__hash__', '__init__', '__repr__']",
    ]


def test_the_modules_load_when_something_of_them_is_wanted():
    code = """
import logging, dataclasses, pathlib, threading, textwrap
from textwrap import dedent
print(type(sys.modules["urllib.parse"]).__name__)
import urllib.parse
print(urllib.parse.urlsplit("https://a/b").path, pathlib.PurePosixPath("/a b").as_uri(), type(urllib.parse).__name__)
print([name for name in ("linecache", "tokenize", "ast", "dis") if name in set(sys.modules) - before])
found = []
loose = [threading.Thread(target=lambda: found.append(dedent("  a") + textwrap.indent("b", " "))) for _ in range(8)]
for each in loose: each.start()
for each in loose: each.join()
print(found == ["a b"] * 8)
import inspect, traceback
print(inspect.signature(lambda a: a), dataclasses.inspect.isfunction(late.begin), sys.modules["inspect"] is not inspect)
try:
    1 / 0
except ZeroDivisionError:
    print(traceback.format_exc().splitlines()[-1])
import traceback as again
print(type(again).__name__, type(sys.modules["textwrap"]).__name__, hasattr(again, "no such thing"))
"""
    said = printed(BEGIN + code)
    assert said[:2] == ["_Late", "/b file:///a%20b module"]
    assert said[2:4] == ["[]", "True"]
    assert said[4:] == ["(a) True True", "ZeroDivisionError: division by zero", "module module False"]


def test_what_is_there_already_stays():
    assert printed(
        f"import inspect, textwrap\n{BEGIN}print(type(sys.modules['inspect']).__name__, sys.modules['textwrap'] is textwrap)"
    ) == ["module True"]
