"""Texts of our own that a person reads, said in English and kept so that a window can say them in the person's language.

Most rooms know nothing of languages. What they say is English, and stays so in logs, on the command line and towards programs.
A :class:`Said` is that English text, and remembers the template and the values that it was made of: the desktop looks the
template up (Qt Linguist has it) and puts the values in again. Errors, findings and offers turn what they are given into one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Self

_NOTHING: Final[Mapping[str, object]] = {}


class Said(str):
    """An English text that can be said in another language.

    *template* is the text as translators see it, with names in braces; *values* go there, and may be :class:`Said` themselves.
    *number* chooses the form of the word where the text counts something; *one* and *template* are the English forms then.
    """

    __slots__ = ("number", "one", "template", "values")

    number: int | None
    one: str
    template: str
    values: Mapping[str, object]

    def __new__(
        cls,
        text: str,
        template: str | None = None,
        values: Mapping[str, object] = _NOTHING,
        number: int | None = None,
        one: str = "",
    ) -> Self:
        """Return *text*, which *template* gives with *values*; without them it is its own template."""
        made = super().__new__(cls, text)
        made.template = str(text) if template is None else template
        made.values = values
        made.number = number
        made.one = one
        return made


def said(template: str, /, **values: object) -> Said:
    """Return *template* with *values* put in, to be said in the person's language. ``dev.py translations`` finds these calls, so
    *template* is written where it is called. Without values braces are braces.
    """
    return Said(template.format_map(values) if values else template, template, values)


def said_count(number: int, one: str, many: str, /, **values: object) -> Said:
    """Return *one* or *many* for *number*, which is ``{n}`` in them, to be said in the person's language with as many forms as it
    has.
    """
    values = {**values, "n": number}
    return Said((one if number == 1 else many).format_map({**values, "n": f"{number:,}"}), many, values, number, one)


def sentences(*texts: str) -> Said:
    """Return *texts*, all of our own, one after the other, with a space between; empty ones are left out."""
    return _joined(" ", tuple(as_said(text) for text in texts))


def listed(*texts: str, between: str = ", ") -> Said:
    """Return *texts* as a list with commas, or another sign *between*."""
    return _joined(between, texts)


class _Speaker:
    """Who says a text in the person's language: the desktop, where there is one."""

    def __init__(self) -> None:
        self.translate: Callable[[str], str] = str
        self.language = "en"


_speaker: Final = _Speaker()


def speak_through(translate: Callable[[str], str], language: str) -> None:
    """Have :func:`aloud` say texts through *translate*, in *language* (such as "de"). Called by the desktop."""
    _speaker.translate, _speaker.language = translate, language


def aloud(text: str) -> str:
    """Return *text* in the person's language, for a page in the browser, say. From any thread."""
    return _speaker.translate(text)


def language() -> str:
    """Return the language of :func:`aloud`."""
    return _speaker.language


def as_said(text: str) -> Said:
    """Return *text* as one that can be translated: for plain texts of our own, never for a text from outside."""
    return text if isinstance(text, Said) else Said(text)


def keep_said(made: object, *names: str) -> None:
    """Make these attributes of a frozen dataclass texts that can be translated; for its ``__post_init__``."""
    for name in names:
        object.__setattr__(made, name, as_said(getattr(made, name)))


def _joined(between: str, texts: tuple[str, ...]) -> Said:
    parts = {f"t{at}": text for at, text in enumerate(text for text in texts if text)}
    return Said(between.join(parts.values()), between.join(f"{{{name}}}" for name in parts), parts)


class Unstopped(Said):
    """A text that loses the full stop at its end, in every language."""

    __slots__ = ()


def without_stop(text: str) -> Said:
    """Return *text* without the full stop at its end, in every language."""
    known = as_said(text)
    return Unstopped(known.rstrip("."), known.template, known.values, known.number, known.one)
