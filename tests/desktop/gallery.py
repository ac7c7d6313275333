"""Draw every window and state in every look, with a page that shows them: python tests/desktop/gallery.py [--to DIR].

The windows and their states are those of ``pictures.py``. Each look is drawn by a process of its own: Qt takes its scale factor at
the start only, and a language or a palette then leaves nothing behind.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import pictures
from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler

from tenantdock.desktop.palettes import palette

DEFAULT = "pictures"


@dataclass(frozen=True)
class Look:
    """How a column of the gallery looks. *options* are those of ``Studio.look``; *high* is high contrast; *scale* the screen's."""

    options: dict[str, Any]
    says: str
    high: bool = False
    scale: float = 1.0


SAYS = {
    "light": "Light",
    "dark": "Dark",
    "large": "Font at 200 %",
    "rtl": "Right to left",
    "german": "German",
    "german-large": "German, font at 200 %",
    "pseudo": "Longer texts",
}
LOOKS: dict[str, Look] = {
    **{name: Look(options, SAYS.get(name, name)) for name, options in pictures.LOOKS.items()},
    "contrast": Look({}, "High contrast", high=True),
    "contrast-dark": Look({"dark": True}, "High contrast, dark", high=True),
    "scaled": Look({}, "Screen at 200 %", scale=2.0),
}


def draw(to: Path, name: str, only: str) -> int:
    """Draw one look in this process; return how many pictures."""
    look = LOOKS[name]
    qInstallMessageHandler(_say)
    studio = pictures.Studio(to)
    studio.look(**look.options)
    if look.high:
        studio.app.setPalette(palette(dark=look.options.get("dark", False), high=True))
    taken = 0
    for window_name, window, end in pictures.windows(studio):
        if only in f"{window_name}-{name}":
            studio.take(window, f"{window_name}-{name}")
            taken += 1
        window.hide()
        end()
        studio.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


def _say(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # Of itself the offscreen platform says this at each second window
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def index(folder: Path) -> Path:
    """Write the page that shows every picture in *folder*, a row for each window; return where it is."""
    found = sorted(path.stem for path in folder.glob("*.png"))
    # The longest name first: "contrast-dark" is no picture of "dark"
    looks = sorted(LOOKS, key=len, reverse=True)
    cells: dict[str, dict[str, str]] = {}
    for stem in found:
        look = next((each for each in looks if stem.endswith(f"-{each}")), None)
        if look is not None:
            cells.setdefault(stem.removesuffix(f"-{look}"), {})[look] = stem
    shown = [name for name in LOOKS if any(name in row for row in cells.values())]
    rows = "\n".join(_row(name, row, shown) for name, row in cells.items())
    heads = "".join(f"<th scope=col>{escape(LOOKS[name].says)}</th>" for name in shown)
    page = folder / "index.html"
    page.write_text(_PAGE.format(count=len(found), windows=len(cells), heads=heads, rows=rows), encoding="utf-8")
    return page


def _row(name: str, row: dict[str, str], shown: Iterable[str]) -> str:
    def cell(look: str) -> str:
        if look not in row:
            return "<td></td>"
        file = escape(f"{row[look]}.png", quote=True)
        alt = escape(f"{name}, {LOOKS[look].says}", quote=True)
        return f'<td><a href="{file}"><img src="{file}" alt="{alt}" loading=lazy></a></td>'

    return f'<tr id="{escape(name, quote=True)}"><th scope=row>{escape(name)}</th>{"".join(map(cell, shown))}</tr>'


_PAGE = """<!doctype html>
<html lang=en>
<meta charset=utf-8>
<meta name=viewport content="width=device-width">
<title>TenantDock: pictures</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 24px; background: Canvas; color: CanvasText }}
table {{ border-collapse: collapse }}
th {{ text-align: start; font-weight: 600; padding: 8px 12px; vertical-align: top }}
thead th {{ position: sticky; top: 0; background: Canvas; z-index: 1 }}
tbody th {{ position: sticky; inset-inline-start: 0; background: Canvas; white-space: nowrap }}
td {{ padding: 8px; vertical-align: top }}
tr + tr > * {{ border-top: 1px solid color-mix(in srgb, CanvasText 20%, Canvas) }}
img {{ width: 300px; height: auto; display: block; border: 1px solid color-mix(in srgb, CanvasText 25%, Canvas) }}
</style>
<h1>TenantDock: pictures</h1>
<p>{count} pictures of {windows} windows and states. Each opens in full size.</p>
<table>
<thead><tr><th scope=col>Window</th>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</html>
"""


def _scaled(to: Path, factor: float) -> dict[str, str]:
    """Return the environment of a screen with a scale factor, as large as such ones are: Qt's own offscreen one has 800 pixels."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": round(1440 * factor), "height": round(900 * factor)}
    config = to / "screen.json"
    config.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}), encoding="ascii")
    return {"QT_SCALE_FACTOR": str(factor), "QT_QPA_PLATFORM": f"offscreen:configfile={config.resolve()}"}


def _in_child(to: Path, name: str, only: str) -> int:
    scale = _scaled(to, LOOKS[name].scale) if LOOKS[name].scale != 1.0 else {}
    command = [sys.executable, str(Path(__file__).resolve()), "--to", str(to), "--only", only, "--look", name, "--child"]
    return subprocess.run(command, env={**os.environ, **scale}, check=False).returncode


def main(arguments: list[str]) -> int:
    """Draw what was asked for; return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description="Draw every window and state into a folder.")
    parser.add_argument("folder", nargs="?", metavar="DIR", help=f"where to (default: {DEFAULT})")
    parser.add_argument("--to", metavar="DIR", help="the same")
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="draw only what holds TEXT in its name, such as main-400 or -dark"
    )
    parser.add_argument("--look", action="append", choices=list(LOOKS), help="draw only this look (may be given more than once)")
    parser.add_argument("--jobs", type=int, default=max(1, min(4, os.cpu_count() or 1)), metavar="N", help="looks at a time")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    to = Path(options.to or options.folder or DEFAULT)
    wanted = options.look or list(LOOKS)
    if options.child:
        sys.stdout.write(f"{LOOKS[wanted[0]].says}: {draw(to, wanted[0], options.only)} pictures\n")
        sys.stdout.flush()
        os._exit(0)  # the pictures are saved; taking hundreds of windows down in an orderly way is nobody's need
    to.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(max(1, options.jobs)) as pool:
        failed = [
            name
            for name, code in zip(wanted, pool.map(lambda name: _in_child(to, name, options.only), wanted), strict=True)
            if code
        ]
    sys.stdout.write(f"{index(to)}\n")
    if failed:
        sys.stderr.write(f"Not drawn to the end: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
