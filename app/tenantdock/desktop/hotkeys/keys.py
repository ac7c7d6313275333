"""Key combinations, and what each system calls their parts.

Sources: X11/keysymdef.h; learn.microsoft.com/windows/win32/inputdev/virtual-key-codes; Carbon's HIToolbox/Events.h (kVK_*, cmdKey);
specifications.freedesktop.org/shortcuts-spec (the portal's triggers).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from tenantdock.desktop.texts import tr
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.settings import DEFAULT_HOTKEY
from tenantdock.domain.text import one_line

DEFAULT: Final = DEFAULT_HOTKEY
"""What opens the palette unless the person chose something else."""

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT, _META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier
_ALL: Final = _CONTROL | _ALT | _SHIFT | _META
_NO_CODE: Final = -1
# Carbon's codes name places on an ANSI keyboard, not letters
_MAC_LETTERS: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (0, 11, 8, 2, 14, 3, 5, 4, 34, 38, 40, 37, 46, 45, 31, 35, 12, 15, 1, 17, 32, 9, 13, 7, 16, 6),
        strict=True,
    )
)
_MAC_DIGITS: Final = dict(zip("1234567890", (18, 19, 20, 21, 23, 22, 26, 28, 25, 29), strict=True))
_MAC_F: Final = (122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90)
_NAMED: Final = {
    Qt.Key.Key_Space: (0x20, 0x20, 49, "space"),
    Qt.Key.Key_Insert: (0xFF63, 0x2D, _NO_CODE, "Insert"),
    Qt.Key.Key_Pause: (0xFF13, 0x13, _NO_CODE, "Pause"),
    Qt.Key.Key_Home: (0xFF50, 0x24, 115, "Home"),
    Qt.Key.Key_End: (0xFF57, 0x23, 119, "End"),
    Qt.Key.Key_PageUp: (0xFF55, 0x21, 116, "Prior"),
    Qt.Key.Key_PageDown: (0xFF56, 0x22, 121, "Next"),
}


_EDITING: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class HotkeyTrouble(TenantDockError):
    """The combination cannot be had; the message says why."""

    code = "hotkey"
    default_title = "The key combination cannot be used"


@dataclass(frozen=True, slots=True)
class Combination:
    """One key with modifiers, as each system knows it. *mac_key* is -1 for a key that Apple's keyboards do not have."""

    shown: str
    keysym: int
    x_modifiers: int
    virtual_key: int
    win_modifiers: int
    mac_key: int
    mac_modifiers: int
    trigger: str


def combination(text: str) -> Combination:
    """Return the combination that *text* names, as in "Ctrl+Alt+Space".

    Raises :class:`HotkeyTrouble` for anything else, and for one that people type in the course of writing.
    """
    sequence = QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1:
        raise _unusable(text)
    keys = sequence[0]  # type: ignore[index, unused-ignore]  # PySide's stubs leave this out
    key, held = Qt.Key(keys.key()), keys.keyboardModifiers()
    codes = _codes(key)
    function_key = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F20
    if codes is None or held & ~_ALL or not (function_key or held & (_CONTROL | _ALT | _META)):
        raise _unusable(text)
    if held in {_CONTROL, _ALT, _CONTROL | _SHIFT} and codes[3] in _EDITING:
        raise _unusable(text)  # Ctrl+C would be gone from every program
    keysym, virtual, mac, name = codes
    names = [word for held_key, word in ((_CONTROL, "CTRL"), (_ALT, "ALT"), (_SHIFT, "SHIFT"), (_META, "LOGO")) if held & held_key]
    return Combination(
        shown=sequence.toString(QKeySequence.SequenceFormat.NativeText),
        keysym=keysym,
        x_modifiers=_sum(held, 4, 8, 1, 64),
        virtual_key=virtual,
        win_modifiers=_sum(held, 2, 1, 4, 8),
        mac_key=mac,
        mac_modifiers=_sum(held, 0x100, 0x800, 0x200, 0x1000),  # what Qt calls Ctrl is Command there, and Meta is Control
        trigger="+".join([*names, name]),
    )


def _codes(key: Qt.Key) -> tuple[int, int, int, str] | None:
    """Return X's keysym, Windows' virtual key, Carbon's key code and XKB's name of a key."""
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        letter = chr(key)
        return ord(letter.lower()), ord(letter), _MAC_LETTERS[letter], letter.lower()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return ord(chr(key)), ord(chr(key)), _MAC_DIGITS[chr(key)], chr(key)
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F20:
        number = key - Qt.Key.Key_F1
        return 0xFFBE + number, 0x70 + number, _MAC_F[number], f"F{number + 1}"
    return _NAMED.get(key)


def _sum(held: Qt.KeyboardModifier, control: int, alt: int, shift: int, meta: int) -> int:
    return sum(value for modifier, value in ((_CONTROL, control), (_ALT, alt), (_SHIFT, shift), (_META, meta)) if held & modifier)


def _unusable(text: str) -> HotkeyTrouble:
    return HotkeyTrouble(
        tr("\u201c{text}\u201d cannot open the palette from other programs.", text=one_line(text, 40)),
        next_step=tr("Choose Space or an F key with Ctrl or Alt, or a letter with two of Ctrl, Alt and the Windows key."),
    )
