"""Which language the windows speak: the system's, or the one that the person chose.

English is in the source and loads nothing. Other languages are ``tenantdock_<language>.qm`` in the shipped translations, with
Qt's own texts from PySide. Dates and numbers follow the system's own habits where they are of that language.
"""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tenantdock.desktop.texts import FILLED, FIXED, translated
from tenantdock.domain.said import speak_through
from tenantdock.shipped import resources

ENGLISH: Final = "en"
LANGUAGES: Final = {ENGLISH: "English", "de": "Deutsch"}
"""The languages there are, each by the name that those who speak it know."""
VARIABLE: Final = "TENANTDOCK_LANGUAGE"
"""The environment variable that overrides the setting: a language, ``pseudo``, or ``pseudo-rtl`` (for tests of the windows)."""

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
    known = {**FILLED, **FIXED}
    FILLED.clear()
    FIXED.clear()
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    for translator in translators:
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
    QGuiApplication.setLayoutDirection(_direction(language, wanted))
    if QApplication.topLevelWidgets():
        from tenantdock.desktop.retelling import tell_again  # noqa: PLC0415 - not needed for the first window

        tell_again(known)
    return language


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
