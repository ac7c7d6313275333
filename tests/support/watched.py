"""The program with eyes and hands for a test, where there is no screen: ``python -m support.watched FOLDER ARGUMENT...``.

It is the real program from ``main`` on. Added is one timer that writes what the windows say to ``FOLDER/seen.json`` and does what
``FOLDER/click`` wants, as somebody in front of it would: it clicks the button of that object name, types TEXT into the field NAME
for ``NAME=TEXT`` (or chooses what begins so), and does ``!COMMAND`` as a menu does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

EVERY_MS = 50


def _watch(folder: Path) -> None:
    from tenantdock import composition  # noqa: PLC0415 - after the arguments are known, as in the program

    make = composition._desktop

    def desktop(*arguments: Any, **options: Any) -> Any:
        from PySide6.QtCore import QTimer  # noqa: PLC0415

        made = make(*arguments, **options)
        timer = QTimer(made.window)
        timer.timeout.connect(lambda: _look(folder, made.command))
        timer.start(EVERY_MS)
        return made

    composition._desktop = desktop  # type: ignore[assignment]


def _look(folder: Path, command: Callable[[str], object]) -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget  # noqa: PLC0415

    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    seen = {}
    for window in shown:
        inside = [each for each in window.findChildren(QWidget) if each.isVisible()]
        texts = [each.text().replace("\u200b", "") for each in inside if isinstance(each, (QLabel, QAbstractButton))]
        seen[window.objectName()] = [text for text in texts if text]
    new = folder / "seen.new"
    new.write_text(json.dumps(seen), encoding="utf-8")
    new.replace(folder / "seen.json")
    wish = folder / "click"
    if wish.exists():
        name, types, text = wish.read_text(encoding="ascii").partition("=")
        if name.startswith("!"):
            wish.unlink()
            command(name.removeprefix("!"))
        for window in shown:
            for button in window.findChildren(QAbstractButton, name):
                if button.isVisible() and button.isEnabled():
                    wish.unlink()
                    button.click()
                    return
            for field in [*window.findChildren(QLineEdit, name), *window.findChildren(QComboBox, name)] if types else ():
                if field.isVisible() and field.isEnabled():
                    wish.unlink()
                    if isinstance(field, QLineEdit):
                        field.setText(text)
                    else:
                        field.setCurrentIndex(field.findText(text, Qt.MatchFlag.MatchStartsWith))
                    return


if __name__ == "__main__":
    _watch(Path(sys.argv[1]))
    from tenantdock.__main__ import main

    sys.exit(main(sys.argv[2:]))
