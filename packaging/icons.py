"""Render resources/icons/*.svg to the PNG files that the program loads. Run it after changing an SVG: python packaging/icons.py."""

# ruff: noqa: INP001 - a script, not a package

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
PROGRAM_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
TINTED_SIZE = 128
"""One-coloured icons are tinted and scaled down by the program; this is the icon of a button at 300 %, with a font of 200 %."""


def render(source: Path, target: Path, size: int) -> None:
    """Render one SVG to a square PNG of *size* pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    if not image.save(str(target)):
        sys.exit(f"cannot write {target}")


def render_sheet(source: Path, target: Path, scale: int) -> None:
    """Render a sheet of icons (see ``tray_icons.py``) at a whole multiple of its size."""
    renderer = QSvgRenderer(str(source))
    image = QImage(renderer.defaultSize() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not image.save(str(target)):
        sys.exit(f"cannot write {target}")


def main() -> None:
    """Render them all."""
    application = QGuiApplication([])
    for source in sorted(ICONS.glob("*.svg")):
        if source.stem == "tenantdock":
            for size in PROGRAM_SIZES:
                render(source, ICONS / f"{source.stem}-{size}.png", size)
        elif source.stem == "tray":
            for scale in (1, 2):
                render_sheet(source, ICONS / f"tray-{scale}.png", scale)
        else:
            render(source, ICONS / f"{source.stem}.png", TINTED_SIZE)
    application.quit()


if __name__ == "__main__":
    main()
