"""Shows windows on one screen, moves each to another of another density, and saves what is on that screen then.

``moved.py FOLDER [SCREEN]`` runs in a process of its own, because Qt takes its screens at the start only: made-up ones of the
offscreen platform, with ``QT_SCREEN_SCALE_FACTORS``. Without SCREEN nothing is moved. It prints a JSON object: for each window what
is wrong.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

sys.path.remove(str(Path(__file__).resolve().parent))  # there is another module called desktop
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop import pictures
from support.stage import Stage
from tenantdock.desktop.app import application

WINDOWS = (
    "main-3",
    "main-0",
    "main-busy",
    "main-search",
    "main-no-match",
    "main-groups-400",
    "main-many",
    "main-columns",
    "main-filter",
    "main-panel",
    "palette-400",
    "palette-found",
    "palette-portals",
    "signin-code",
    "refusal-alias",
    "error-details",
    "add-full",
    "add-malformed",
    "details-connection",
    "details-account",
    "settings-general",
    "settings-network",
    "guide-1-good",
    "sessions-3",
    "lock",
)
NOW = 1_795_000_000.0
_STILL = 6
_TRIES = 100


def main() -> None:
    """Take a picture of each window."""
    time.time = lambda: NOW  # what windows say of times stays the same
    os.environ["TENANTDOCK_MOTION"] = "less"
    folder = Path(sys.argv[1])
    folder.mkdir()
    studio = Stage(application())
    QApplication.setCursorFlashTime(0)
    studio.look()
    there = sys.argv[2] if len(sys.argv) > 2 else ""
    told: dict[str, str] = {}
    for name, window, end in pictures.windows(studio):
        if name in WINDOWS:
            window.show()
            _picture(studio, window)
            if there:
                place = next(each.geometry() for each in QGuiApplication.screens() if each.name() == there)
                window.move(place.topLeft() + QPoint(40, 40))
            image = _picture(studio, window)
            image.save(str(folder / f"{name}.png"))
            told[name] = f"{window.devicePixelRatioF()} {window.width()}x{window.height()}"
        window.hide()
        end()
        studio.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


def _picture(studio: pictures.Studio, window: QWidget) -> QImage:
    """Return what is on the screen of a window once it stands still."""
    image, same = QImage(), 0
    for _ in range(_TRIES):
        before, image = image, window.screen().grabWindow(window.winId()).toImage()
        same = same + 1 if image == before else 0
        if same == _STILL:
            break
        studio.settle()
    return image


if __name__ == "__main__":
    main()
