"""Shows windows on screens of other densities, in a process of its own, because Qt takes its scale at the start only.

``scaled.py`` prints a JSON object: for each window what is wrong. Moving from one screen to another is in ``moved.py``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path.remove(str(Path(__file__).resolve().parent))  # there is another module called desktop
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop import pictures
from tenantdock.desktop.look import tinted
from tenantdock.desktop.parts import Button
from tenantdock.desktop.ticks import CheckBox

WINDOWS = (
    "main-3",
    "main-busy",
    "main-no-match",
    "signin-code",
    "refusal-alias",
    "error-details",
    "add-full",
    "details-connection",
)


def wrong_with(window: QWidget, factor: float) -> list[str]:
    """Return what is not as it should be in a window that is shown at *factor*."""
    found = []
    picture = window.grab()
    if picture.devicePixelRatio() != factor:
        found.append(f"painted at {picture.devicePixelRatio()}")
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        found.append(f"{window.size()} on a screen of {room.size()}")
    for widget in window.findChildren(QWidget):
        if isinstance(widget, Button) and widget.isVisible() and widget._icon_name:
            found += _blurred(widget, factor)
        if isinstance(widget, Button | CheckBox) and widget.isVisible() and widget.width() < widget.minimumSizeHint().width():
            found.append(f"{widget.objectName()} is cut")
    if _blank(picture.toImage()):
        found.append("nothing is painted")
    return found


def _blurred(button: Button, factor: float) -> list[str]:
    needed = round(button.fontMetrics().height() * 1.15 * factor)
    there = tinted(button._icon_name, button.palette().text().color()).availableSizes()[0].width()
    return [f"the icon of {button.objectName()} has {there} pixels and is painted on {needed}"] if there < needed else []


def _blank(image: QImage) -> bool:
    first = image.pixel(0, 0)
    return all(image.pixel(x, y) == first for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))


def shown(studio: pictures.Studio, factor: float) -> dict[str, list[str]]:
    """Walk through some windows; return what is wrong with each."""
    result = {}
    for name, window, end in pictures.windows(studio):
        if name in WINDOWS:
            window.show()
            studio.settle()
            result[name] = wrong_with(window, factor)
        window.hide()
        end()
        if name == WINDOWS[-1]:
            break
    return result


def main() -> None:
    """Print what is wrong."""
    studio = pictures.Studio(Path(os.environ["SCALED_FOLDER"]))
    factor = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    sys.stdout.write(json.dumps(shown(studio, factor)))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
