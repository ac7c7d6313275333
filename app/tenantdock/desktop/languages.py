"""Which language the windows speak: the system's, or the one that the person chose.

English is in the source and loads nothing. Other languages are ``tenantdock_<language>.qm`` in the shipped translations, with
Qt's own texts from PySide. Dates and numbers follow the system's own habits where they are of that language.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tenantdock.desktop.texts import KNOWN, again, translated
from tenantdock.domain.said import speak_through
from tenantdock.shipped import resources

ENGLISH: Final = "en"
LANGUAGES: Final = {ENGLISH: "English", "de": "Deutsch"}
"""The languages there are, each by the name that those who speak it know."""
VARIABLE: Final = "TENANTDOCK_LANGUAGE"
"""The environment variable that overrides the setting: a language, ``pseudo``, or ``pseudo-rtl`` (for tests of the windows)."""

_TEXTS: Final = (
    "text",
    "title",
    "windowTitle",
    "toolTip",
    "placeholderText",
    "accessibleName",
    "accessibleDescription",
)
_installed: list[QTranslator] = []


def language_of(wanted: str) -> str:
    """Return the language to speak for a setting: one of :data:`LANGUAGES`. "" or an unknown one is the system's, else English."""
    names = [wanted, *QLocale.system().uiLanguages()]
    return next((code for name in names if (code := name.replace("_", "-").partition("-")[0].lower()) in LANGUAGES), ENGLISH)


def speak(wanted: str = "") -> str:
    """Speak a language: in every window that is made from now on, and in those that are open. Returns it.

    *wanted* is a setting as :func:`language_of` takes it. On the GUI thread, with a QApplication.
    """
    wanted = os.environ.get(VARIABLE, "") or wanted
    pseudo = wanted.partition("-")[0] == "pseudo"
    language = ENGLISH if pseudo else language_of(wanted)
    before = _spoken()
    QLocale.setDefault(_locale(language))
    speak_through(translated, language)
    translators = [_pseudo(right_to_left=wanted.endswith("-rtl"))] if pseudo else _translators(language)
    if not translators and not _installed:
        return before
    known = dict(KNOWN)
    KNOWN.clear()
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    for translator in translators:
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
    QGuiApplication.setLayoutDirection(_direction(language, wanted))
    _tell_again(known)
    return language


def _tell_again(known: Mapping[str, str]) -> None:
    """Give the windows that are open their texts in the new language: those without values in them, which *known* leads back to
    English. What is made anew (rows, counts, messages) has the new language by itself, the next time it is made.
    """
    # Not allWidgets(): it also gives those that are half gone, and PySide crashes on them
    for window in QApplication.topLevelWidgets():
        for part in (window, *window.findChildren(QWidget), *window.findChildren(QAction)):
            for name in _TEXTS:
                shown = part.property(name)
                if isinstance(shown, str) and shown in known and not (name == "text" and isinstance(part, QLineEdit)):
                    getattr(part, f"set{name[0].upper()}{name[1:]}")(again(known[shown]))


def _spoken() -> str:
    return QLocale().name().partition("_")[0]


def _locale(language: str) -> QLocale:
    """The system's own way to write dates and numbers where it is of *language*, else that language's."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == language else QLocale(language)


def _direction(language: str, wanted: str) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if wanted.endswith("-rtl") else QLocale(language).textDirection()


def _translators(language: str) -> list[QTranslator]:
    """What says it in *language*, our own texts last: Qt asks the last one first."""
    if language == ENGLISH:
        return []
    found = []
    for name, folder in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"tenantdock_{language}", str(resources() / "translations")),
    ):
        translator = QTranslator()
        if translator.load(name, folder):
            found.append(translator)
    return found


def _pseudo(*, right_to_left: bool) -> QTranslator:
    from tenantdock.desktop.pseudo import Pseudo  # noqa: PLC0415 - for tests only

    return Pseudo(right_to_left=right_to_left)
