"""Puts the main window back where it was: ``placed.py PLACE X Y`` prints where it is then, and its place as it would be kept.

In a process of its own, because Qt takes its screens at the start only. Without a PLACE the window is put to X, Y.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path.remove(str(Path(__file__).resolve().parent))  # there is another module called desktop
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desktop import pictures
from tenantdock.desktop.window import MainWindow


def main() -> None:
    """Print where the window is."""
    studio = pictures.Studio(Path(sys.argv[4]))
    window = MainWindow("TenantDock")
    if sys.argv[1]:
        window.restore_place(sys.argv[1])
        window.show()
    else:
        window.show()
        window.move(int(sys.argv[2]), int(sys.argv[3]))
    for _ in range(10):
        studio.settle()
    told = {
        "screen": window.screen().name(),
        "ratio": window.devicePixelRatioF(),
        "frame": window.frameGeometry().getRect(),
        "size": window.size().toTuple(),
        "room": window.screen().availableGeometry().getRect(),
        "place": window.place(),
    }
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
