"""The windows that are open get their texts in another language, at once. Imported when the language changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar, QTabBar, QWidget

from tenantdock.desktop.fields import Choice
from tenantdock.desktop.parts import KEPT, Button, Label
from tenantdock.desktop.texts import Told

_TEXTS: Final = (
    "text",
    "title",
    "windowTitle",
    "toolTip",
    "placeholderText",
    "accessibleName",
    "accessibleDescription",
)


def tell_again(known: Mapping[str, Told]) -> None:
    """Give the windows that are open their texts anew. *known* has what was told before the change, by what it shows.

    Labels, buttons and lists to choose from remember what they were given, so that a name from outside is never taken for a text of
    ours. What windows make themselves (rows, counts, messages) they make again by themselves: Qt sends each a ``LanguageChange``.
    """
    # Not allWidgets(): it also gives those that are half gone, and PySide crashes on them
    for window in QApplication.topLevelWidgets():
        parts: list[Any] = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
        for part in parts:
            _tell_part(part, known)


def _tell_part(part: QWidget | QAction, known: Mapping[str, Told]) -> None:
    for name in _TEXTS:
        shown = part.property(name)
        if isinstance(shown, str) and (told := _told(part, name, shown, known)) is not None:
            fresh = told.again()
            getattr(part, f"set{name[0].upper()}{name[1:]}")(fresh)
            KEPT.setdefault(part, {})[name] = fresh
    if isinstance(part, QTabBar):
        for at in range(part.count()):
            if (told := known.get(part.tabText(at))) is not None:
                part.setTabText(at, told.again())
    elif isinstance(part, Choice):
        part.tell_again()


def _told(part: QWidget | QAction, name: str, shown: str, known: Mapping[str, Told]) -> Told | None:
    if name == "text" and isinstance(part, Label | Button):
        return part.told
    if name == "text" and isinstance(part, QLineEdit | QProgressBar):
        return None  # what a person typed, and how far something is
    if name == "accessibleName" and isinstance(part, Label) and shown == part.text():
        return None  # the label's own doing
    kept = KEPT.get(part, {}).get(name)
    return kept if kept == shown else known.get(shown)
