"""Listens to the desktop's portal as the program does, and prints what comes of it, a line for each change. Ends with its input."""

from __future__ import annotations

import os
import sys
import threading

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from tenantdock.desktop import motion
from tenantdock.desktop.app import application
from tenantdock.desktop.palettes import is_dark, is_high
from tenantdock.desktop.portal_looks import PortalLooks
from tenantdock.desktop.theme import theme


def say(what: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def accent(colour: QColor | None) -> None:
    """Take the accent as the theme does, and say what the windows' palette is then."""
    theme().take_accent(colour)
    told = colour.name() if colour is not None else "none"
    say(f"accent {told} {QApplication.palette().accent().color().name()}")


def less(wanted: bool) -> None:
    """Take the wish for less motion."""
    motion.take_portal(less=wanted)
    say(f"motion {'less' if motion.less_motion() else 'full'}")


def windows() -> str:
    """How the windows look now."""
    colours = QApplication.palette()
    return f"{'dark' if is_dark(colours) else 'light'} {'high' if is_high(colours) else 'usual'}"


def dark(wanted: bool | None) -> None:
    """Take light or dark."""
    theme().take_dark(wanted)
    say(f"windows {windows()}")


def contrast(wanted: bool) -> None:
    """Take the wish for contrast."""
    theme().take_contrast(wanted)
    say(f"windows {windows()}")


def main() -> None:
    """Run."""
    app = application()
    looks = PortalLooks(accent, dark, contrast, less, app)

    def wait() -> None:
        sys.stdin.read()
        QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

    threading.Thread(target=wait, daemon=True).start()
    app.exec()
    del looks


if __name__ == "__main__":
    main()
