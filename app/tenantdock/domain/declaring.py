"""Declares a setting once: with its field in a dataclass of :mod:`tenantdock.domain.settings`.

The field gives type and default, its place in the dataclasses the key; :func:`declared` adds what a person reads and how a value is
checked. The file (``directory/settings_json.py``), the settings window and its search are all made from that.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from typing import Any, Final, TypeVar, get_args, get_type_hints

from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import as_said, keep_said, said
from tenantdock.domain.text import one_line

_DECLARED: Final = "declared"
S = TypeVar("S", bound=Hashable)


class PageKey(enum.Enum):
    """The page of the settings window that a setting is on."""

    GENERAL = "general"
    CONSOLES = "consoles"
    BROWSERS = "browsers"
    LOCK = "lock"
    NETWORK = "network"
    CLIENTS = "clients"
    CLOUDS = "clouds"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Declaration:
    """One setting. *key* is its place: in :class:`~tenantdock.domain.settings.Settings` and in the file, with dots.

    *kind* is its type: ``bool``, ``int``, ``str``, an enumeration, or ``tuple`` for a list of texts; ``dict`` for what has an
    editor and a place in the file of its own. *label*, *about* (one sentence of help) and *words* (what else a person may search
    for) are texts of our own; *choices* are the values to choose from with their names, where they are always the same. *counts*
    says from when a change counts, and why not at once; "" where it does.
    """

    key: str
    kind: type
    default: Any
    page: PageKey
    label: str
    about: str = ""
    words: str = ""
    choices: Mapping[Any, str] | None = None
    counts: str = ""
    check: Callable[[Any], object] | None = None

    def __post_init__(self) -> None:
        keep_said(self, "label", "about", "words", "counts")

    def checked(self, value: object) -> Any:
        """Return *value* as it is kept. Raises :class:`BadInput`, whose field is the key, for another type and for what the
        declaration's own check refuses.
        """
        try:
            found = self._typed(value)
            if self.check is not None:
                self.check(found)
        except BadInput as wrong:
            wrong.field = self.key
            raise
        return found

    def _typed(self, value: object) -> Any:
        if self.kind is dict:
            return value  # its own class checks it
        if issubclass(self.kind, enum.Enum):
            try:
                return value if isinstance(value, self.kind) else self.kind(value)
            except ValueError:
                raise self._wrong(value) from None
        if self.kind is tuple and isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
            return tuple(value)
        if self.kind is tuple or not isinstance(value, self.kind) or (self.kind is int and isinstance(value, bool)):
            raise self._wrong(value)
        return value

    def _wrong(self, value: object) -> BadInput:
        return BadInput(
            said("{value!r} is not a value for \u201c{label}\u201d.", value=one_line(str(value), 60), label=self.label),
            next_step="Choose one of the values that the settings window offers.",
        )


def declared(
    default: Any = MISSING,
    *,
    page: PageKey,
    label: str,
    about: str = "",
    words: str = "",
    choices: Mapping[Any, str] | None = None,
    counts: str = "",
    check: Callable[[Any], object] | None = None,
    default_factory: Any = MISSING,
) -> Any:
    """Return a dataclass field that is a setting; see :class:`Declaration` for the rest."""
    texts = {"label": as_said(label), "about": as_said(about), "words": as_said(words), "counts": as_said(counts)}
    metadata = {_DECLARED: {"page": page, "choices": choices, "check": check, **texts}}
    if default_factory is not MISSING:
        return field(default_factory=default_factory, metadata=metadata)
    return field(default=default, metadata=metadata)


@functools.cache
def declarations(settings: Hashable) -> Mapping[str, Declaration]:
    """Return the settings of a dataclass and of the dataclasses in it, by key, in the order of their fields."""
    return {each.key: each for each in _found(settings, "")}


def _found(settings: Any, prefix: str) -> list[Declaration]:
    kinds = get_type_hints(settings)
    made: list[Declaration] = []
    for each in fields(settings):
        kind, key = kinds[each.name], f"{prefix}{each.name}"
        if _DECLARED in each.metadata:
            plain = tuple if kind == tuple[str, ...] else kind if isinstance(kind, type) and not get_args(kind) else dict
            made.append(Declaration(key, plain, _default(each), **each.metadata[_DECLARED]))
        elif isinstance(kind, type) and is_dataclass(kind):
            made += _found(kind, f"{key}.")
        else:
            raise TypeError(f"{settings.__name__}.{each.name} is not declared")
    return made


def _default(each: Field[Any]) -> Any:
    factory: Any = each.default_factory
    return factory() if each.default is MISSING else each.default


def made_of(settings: type[S], values: Mapping[str, object]) -> S:
    """Return *settings* made of values by key; what is missing has its default.

    Raises :class:`BadInput` for what cannot be a value, alone or together with the others.
    """
    known = declarations(settings)
    made: S = _made(settings, {key: known[key].checked(value) for key, value in values.items()}, "")
    return made


def _made(settings: Any, values: Mapping[str, object], prefix: str) -> Any:
    given = {}
    for each in fields(settings):
        key = f"{prefix}{each.name}"
        if key in values:
            given[each.name] = values[key]
        elif _DECLARED not in each.metadata:
            given[each.name] = _made(each.default_factory, values, f"{key}.")
    return settings(**given)


def value_of(settings: object, key: str) -> Any:
    """Return the value of a setting by its key."""
    return functools.reduce(getattr, key.split("."), settings)


def with_value(settings: S, key: str, value: object) -> S:
    """Return *settings* with another value. Raises :class:`BadInput`, whose field is the key."""
    found = declarations(type(settings))[key].checked(value)
    try:
        changed: S = _replaced(settings, key.split("."), found)
    except BadInput as wrong:
        wrong.field = key
        raise
    return changed


def _replaced(settings: Any, path: list[str], value: object) -> Any:
    inner = value if len(path) == 1 else _replaced(getattr(settings, path[0]), path[1:], value)
    return replace(settings, **{path[0]: inner})
