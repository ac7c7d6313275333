"""PySide's start without the work that the first window has no use for (bench/RESULTS.md says what that is worth).

With the first import of PySide6 its extension unpacks and compiles 3,600 lines of Python. They word TypeErrors, answer
:func:`inspect.signature` and switch ``from __feature__ import snake_case``; for the last they put a ``builtins.__import__`` in
place that reads the source text of every module imported from then on. Here they are loaded when something asks for them, and
the features stay off: nothing here uses them. (PySide6 6.11.3: ``signature.cpp`` and ``signature_globals.cpp`` of libshiboken, and
``signature_bootstrap.py``, ``loader.py``, ``mapping.py`` and ``feature.py`` inside it.)

The first use of a Qt class makes all enums of it: 230 with 4,000 members before the first window is painted, most of them in the
namespace Qt. :mod:`enum` checks each member as if a person had written it. :func:`_enum` makes the same classes of what the C++
compiler has checked already.

Wherever this Python or this PySide does something else than was seen here, theirs goes on as if this module were not there.
"""

from __future__ import annotations

import builtins
import enum
import functools
import gc
import importlib
import sys
import threading
from collections.abc import Callable, Iterable
from importlib.machinery import ModuleSpec
from types import ModuleType, SimpleNamespace
from typing import Any, Final

TRIED: Final = frozenset({"6.11.3"})
"""The releases of PySide that were tried with this. Others load their helpers as ever."""
_MAPPING: Final = "shibokensupport.signature.mapping"
_LOADER: Final = "shibokensupport.signature.loader"
_UNUSED: Final = frozenset({"keyword", "struct", "tempfile", "textwrap", "traceback"})
"""What PySide imports for its helpers."""
_UNPACKING: Final = {
    "base64": SimpleNamespace(b64decode=lambda _text: b""),
    "zipfile": SimpleNamespace(ZipFile=lambda _file: SimpleNamespace(filelist=())),
}
"""What its bootstrap opens the archive of the helpers with: here an empty one."""
_OF_A_CLASS: Final = frozenset({"__new__", "__dict__", "__weakref__"})
"""What a class has of its own, or, ``__new__``, would be wrapped if it were there when the class is made."""
_NUMBERS: Final = frozenset({int})
_ordinary_import: Final = builtins.__import__
_ordinary_enum: Final = enum.EnumType.__dict__["_create_"]


def begin() -> None:
    """Import PySide6.QtCore, and make its enums quickly from now on. To be called before anything else imports PySide6: once that
    is there it does nothing.
    """
    if "shiboken6" in sys.modules:
        return
    if _same_enums():
        enum.EnumType._create_ = _enum  # type: ignore[attr-defined] # private, but there since 3.11
    builtins.__import__ = _import
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - see above
    finally:
        builtins.__import__ = _ordinary_import


def over() -> None:
    """Have enums made as ever. To be called once the first window is painted; may be called without :func:`begin`."""
    enum.EnumType._create_ = _ordinary_enum  # type: ignore[attr-defined] # private, but there since 3.11


class _Late:
    """Stands for a module until something of it is wanted."""

    def __init__(self, load: Callable[[], ModuleType]) -> None:
        self._load = load

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


class _Loader(_Late):
    """Stands for PySide's own loader of its helpers, whose functions the extension takes at the start to call them later."""

    def pyside_type_init(self, *args: Any) -> Any:
        return self._load().pyside_type_init(*args)

    def create_signature(self, *args: Any) -> Any:
        return self._load().create_signature(*args)

    def seterror_argument(self, *args: Any) -> Any:
        return self._load().seterror_argument(*args)

    def make_helptext(self, *args: Any) -> Any:
        return self._load().make_helptext(*args)

    def finish_import(self, module: ModuleType) -> None:
        """Leave out the deprecated names that PySide adds to its modules (PySide6/support/deprecated.py)."""

    def feature_import(self, *_args: Any, **_options: Any) -> None:
        """Leave an import alone."""

    def feature_imported(self, module: ModuleType) -> None:
        """Leave the source of *module* unread."""

    def post_init(self) -> None:
        """Leave ``builtins.__import__`` as it is."""


class _Helpers:
    """PySide's helpers: their stand-ins, and how they are loaded after all."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._real: ModuleType | None = None
        self.loader = _Loader(self.load)  # what the bootstrap imports of their package
        # A wrong argument has the extension ask this one, by its name, for the names of types, before it asks the loader for a text
        self._mapping = ModuleType(_MAPPING)
        self._mapping.__dict__["update_mapping"] = self._update_mapping
        sys.modules[_MAPPING] = self._mapping

    def load(self) -> ModuleType:
        """Return PySide's loader, loaded."""
        with self._lock:
            if self._real is None:
                del sys.modules[_MAPPING]
                bootstrap = sys.modules["signature_bootstrap"]
                for name in _UNPACKING:
                    setattr(bootstrap, name, importlib.import_module(name))
                finders, finder = bootstrap.prepare_zipfile()
                into = _Into(finder, self._mapping)
                finders.insert(0, into)
                try:
                    self._real = importlib.import_module(_LOADER)
                finally:
                    finders.remove(into)
                    sys.modules.setdefault(_MAPPING, self._mapping)
            return self._real

    def _update_mapping(self) -> object:
        self.load()  # which puts the real one in the place of this
        return self._mapping.update_mapping()


class _Into:
    """Finds PySide's helpers as *finder* does, and fills the stand-in of one of them: the extension keeps its names for good."""

    def __init__(self, finder: Any, filled: ModuleType) -> None:
        self._finder = finder
        self._filled = filled

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self) if self._finder.find_spec(name, path, target) else None  # type: ignore[arg-type] # it is both

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._filled if spec.name == _MAPPING else None

    def exec_module(self, module: ModuleType) -> None:
        self._finder.exec_module(module)


def _import(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> Any:  # noqa: A002 - names of __import__
    """Import as ever, but what PySide's bootstrap wants of its helpers, and for unpacking them."""
    asks = globals.get("__name__") if globals else None
    if asks in {"shiboken6", "signature_bootstrap"} and getattr(sys.modules.get("shiboken6"), "__version__", None) in TRIED:
        if name in _UNPACKING:
            return _UNPACKING[name]
        if name in _UNUSED:
            return _Late(lambda: importlib.import_module(name))
        if name == "shibokensupport":
            return ModuleType(name)
        if name == "shibokensupport.signature" and fromlist == ("loader",):
            return _Helpers()
    return _ordinary_import(name, globals, locals, fromlist, level)


def _enum(cls: type[enum.Enum], class_name: str, names: Any, **options: Any) -> Any:
    """Make an enum as ``EnumType._create_`` does, faster for the lists of names and numbers that PySide gives."""
    plain = (
        type(names) is list
        and options.get("boundary") is enum.KEEP
        and options.get("module") is None
        and cls.__module__ == "enum"
        and _plain(cls, dict(names))
    )
    if not plain:
        return _ordinary_enum(cls, class_name, names, **options)
    namespace, new = _empty(cls)
    module = sys._getframe(2).f_globals["__name__"]  # noqa: SLF001 - as there: of whoever called EnumType.__call__
    own = {name: _anew(value) for name, value in namespace.items()} | {"__module__": module}
    made = type.__new__(enum.EnumType, class_name, (cls,), own)
    type.__setattr__(made, "__new__", new)
    _add_members(made, names)
    return made


def _plain(cls: type[enum.Enum], members: dict[str, Any]) -> bool:
    numbers, hidden = _NUMBERS.issuperset(map(type, members.values())), "\n_" in "\n".join(("", *members))
    return numbers and not hidden and _taken(cls).isdisjoint(members)


@functools.cache
def _empty(cls: type[enum.Enum]) -> tuple[dict[str, Any], Any]:
    """Return what :mod:`enum` puts into an enum of *cls* without members, and the ``__new__`` that it gives it afterwards."""
    namespace = dict(vars(_ordinary_enum(cls, "Empty", (), boundary=enum.KEEP)))
    return {name: value for name, value in namespace.items() if name not in _OF_A_CLASS}, namespace["__new__"]


def _anew(value: Any) -> Any:
    return value.copy() if type(value) in {list, dict} else value


@functools.cache
def _taken(cls: type[enum.Enum]) -> frozenset[str]:
    """The names that mean something in *cls* already, such as ``name``: Python gives members of that name a descriptor."""
    return frozenset(name for base in (*cls.__mro__, type(cls)) for name in vars(base))


def _add_members(made: Any, names: Iterable[tuple[str, int]]) -> None:
    """Give an enum without members those in *names*: what ``enum._proto_member.__set_name__`` leaves of each."""
    members, by_value, order = made._member_map_, made._value2member_map_, made._member_names_
    flag, number = issubclass(made, enum.Flag), made._member_type_ is int
    every = single = 0
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if number else object.__new__(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(order)
            by_value[value] = member
            if not flag:
                order.append(name)
            elif value and not value & (value - 1):
                order.append(name)
                single |= value
            every |= value
        members[name] = member
    if members:
        # All at once into the class's own dictionary; then one of them as ever, with which Python forgets what it has found in the
        # class so far. An enum's own __setattr__ would refuse what may be a member's name
        gc.get_referents(made.__dict__)[0].update(members)
        type.__setattr__(made, name, member)
    if flag:
        for attribute, mask in (("_flag_mask_", every), ("_singles_mask_", single), ("_all_bits_", 2 ** every.bit_length() - 1)):
            if attribute in vars(made):  # Python 3.11.2, Debian 12's, keeps no _singles_mask_
                type.__setattr__(made, attribute, mask)
        values = [members[name]._value_ for name in order]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_


def _same_enums() -> bool:
    """Whether this Python makes enums as it is done here."""
    names = [("Two", 2), ("One", 1), ("Both", 3), ("Again", 1), ("None_", 0)]
    for kind in (enum.Enum, enum.IntFlag):
        ours, theirs = (
            make(kind, "Sample", list(names), module=None, qualname=None, type=None, start=1, boundary=enum.KEEP)
            for make in (_enum, _ordinary_enum)
        )
        if described(ours) != described(theirs):
            return False
    return True


def described(made: Any) -> dict[str, str]:
    """Return everything that :mod:`enum` keeps of a class, as texts by name: two that are alike were made alike."""
    found = {f"{name}.{each}": repr(value) for name, member in made.__members__.items() for each, value in vars(member).items()}
    return found | {name: repr(value) for name, value in vars(made).items()}
