"""What Python does with each import and needs later, if ever: here it is done then (bench/RESULTS.md says what that is worth).

:mod:`dataclasses` writes the methods of each class as text and compiles them: seven for a frozen one, a fifth of all that is done
until the first window, for comparisons and reprs that the start never asks for. They are compiled when they are called first.

It also imports :mod:`inspect`, and with it Python's parser and disassembler, for classes without a docstring; :mod:`logging`
imports :mod:`traceback` for what goes wrong, :mod:`pathlib` imports :mod:`urllib.parse` for ``as_uri()``. They load when something
asks for them. :class:`importlib.util.LazyLoader` would do the same, but is not safe with threads before Python 3.12.3 (CPython
issue 114763).
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any, Final

MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "inspect": (),
    "textwrap": ("dedent",),
    "traceback": (),
    "urllib.parse": ("quote_from_bytes",),
}
"""The modules, none a package, and their functions that others take out at once, to call them later: QtCore 6.11 has a ``from
textwrap import dedent``, pathlib a ``from urllib.parse import quote_from_bytes``."""
METHODS: Final = frozenset({"__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
"""The methods that wait for their first call. In our own classes ``__init__`` does, too: others may be asked for its signature."""
_lock: Final = threading.Lock()


def begin() -> None:
    """Begin. To be called before anything imports :mod:`dataclasses`: modules that are there stay as they are."""
    for name, functions in MODULES.items():
        if name not in sys.modules:
            sys.modules[name] = stand_in = _Late(name)
            vars(stand_in).update((each, partial(_call, stand_in, each)) for each in functions)
            parent, _, child = name.rpartition(".")
            if parent:
                setattr(import_module(parent), child, stand_in)
    dataclasses: Any = import_module("dataclasses")
    compiles = getattr(dataclasses, "_create_fn", None)  # Python 3.11 and 3.12; from 3.13 on there is one text for all of a class
    if compiles is not None:
        dataclasses._create_fn = _compiling_later(compiles)  # noqa: SLF001 - see above


class _Late(ModuleType):
    """Stands for a module until something of it is wanted, and passes that on."""

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # which "from ... import ..." asks for
            raise AttributeError(name)
        return getattr(_loaded(self), name)


def _loaded(stand_in: ModuleType) -> ModuleType:
    with _lock:
        if sys.modules.get(stand_in.__name__) is stand_in:
            del sys.modules[stand_in.__name__]
    return import_module(stand_in.__name__)


def _call(stand_in: ModuleType, function: str, *args: Any, **options: Any) -> Any:
    return getattr(_loaded(stand_in), function)(*args, **options)


def _compiling_later(compiles: Callable[..., Any]) -> Callable[..., Any]:
    """Return what makes a method of a data class as *compiles* does, those in :data:`METHODS` with their first call."""

    def create(name: str, *args: Any, **options: Any) -> Any:
        ours = str((options.get("globals") or {}).get("__name__")).startswith(f"{__package__}.")
        if name not in METHODS and not (ours and name == "__init__"):
            return compiles(name, *args, **options)

        made: list[Any] = []

        def method(self: object, *given: Any, **named: Any) -> Any:
            if not made:
                real = compiles(name, *args, **options)
                real.__qualname__ = method.__qualname__
                made.append(real)
                for each in type(self).__mro__:
                    if vars(each).get(name) is method:  # not so where it is wrapped, as a repr is
                        type.__setattr__(each, name, real)
            return made[0](self, *given, **named)

        method.__name__ = name
        return method

    return create
