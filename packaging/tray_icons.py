"""Write resources/icons/tray.svg: the tray icon in each state, for light and dark panels, drawn on the pixels of each size.

One sheet for all: a row for each state on each panel, a column for each size. ``packaging/icons.py`` renders it. A state is told by
its shape, not by its colour alone.
"""

# ruff: noqa: INP001 - a script, not a package

from __future__ import annotations

from pathlib import Path
from typing import Final

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
STATES: Final = ("idle", "open", "attention", "offline", "locked")
SIZES: Final = {16: 0, 22: 24, 24: 56, 32: 88}
"""The sizes in pixels, each with its place from the left. As in ``tenantdock/desktop/tray_icons.py``."""
ROW: Final = 40
WIDTH: Final = 128
_TILE: Final = {"light": "#1769b3", "dark": "#2f86d6"}
_OFF: Final = {"light": "#6b7280", "dark": "#828b97"}
_RIM: Final = {"light": "#ffffff", "dark": "#111418"}
_EDGE: Final = {"light": "#0f4f8a", "dark": "#d6e9fb"}
_GREEN: Final = {"light": "#1f8a3b", "dark": "#3fc463"}
_AMBER: Final = {"light": "#c96a00", "dark": "#ffb02e"}
_RED: Final = {"light": "#c02a20", "dark": "#ff7a70"}


def icon(state: str, panel: str, size: int) -> str:
    """Return one icon as SVG elements, at the origin. Straight edges lie on whole pixels."""
    thick = {16: 2, 22: 3, 24: 3, 32: 4}[size]
    tile = _OFF[panel] if state == "offline" else _TILE[panel]
    edge = tile if state == "offline" else _EDGE[panel]
    shape = [
        f'<rect x="0.5" y="0.5" width="{size - 1}" height="{size - 1}" rx="{size * 0.21:.2f}" fill="{tile}" stroke="{edge}"/>',
        _padlock(size, thick) if state == "locked" else _prompt(size, thick, whole=state == "idle"),
    ]
    badge = {"open": _dot, "attention": _warning, "offline": _cross}.get(state)
    if badge is not None:
        shape.append(badge(size, panel))
    return "".join(shape)


def _prompt(size: int, thick: int, *, whole: bool) -> str:
    """The prompt: an angle, and what is typed where no badge is in its place."""
    left, top, reach = round(size * 0.25), round(size * 0.25), round(size * 0.25)
    half = thick / 2
    angle = f"M{left + half} {top}l{reach} {reach}l{-reach} {reach}"
    line = f'<path d="M{round(size * 0.56)} {round(size * 0.75) + thick % 2 / 2}h{round(size * 0.25)}"/>' if whole else ""
    style = f'fill="none" stroke="#ffffff" stroke-width="{thick}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<g {style}><path d="{angle}"/>{line}</g>'


def _padlock(size: int, thick: int) -> str:
    width = round(size * 0.28) * 2
    height, left, top = round(size * 0.36), (size - width) // 2, round(size * 0.47)
    inner = width / 2 - thick / 2 - {16: 0.5}.get(size, 1)
    middle = size / 2
    arch = f"M{middle - inner} {top}v{-round(size * 0.08)}a{inner} {inner} 0 0 1 {2 * inner} 0v{round(size * 0.08)}"
    stroke = {16: 2, 22: 2, 24: 2, 32: 3}[size]
    return (
        f'<path d="{arch}" fill="none" stroke="#ffffff" stroke-width="{stroke}"/>'
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="1" fill="#ffffff"/>'
    )


def _dot(size: int, panel: str) -> str:
    radius = {16: 4, 22: 5, 24: 6, 32: 7}[size]
    at = size - radius
    rim = f'<circle cx="{at}" cy="{at}" r="{radius}" fill="{_RIM[panel]}"/>'
    return f'{rim}<circle cx="{at}" cy="{at}" r="{radius - 1}" fill="{_GREEN[panel]}"/>'


def _warning(size: int, panel: str) -> str:
    side = {16: 10, 22: 12, 24: 14, 32: 18}[size]
    left, top, end = size - side, size - side, size
    middle = left + side / 2
    bar = 2 if size < 32 else 3  # noqa: PLR2004 - the largest
    high = round(side * 0.3)
    ink = "#111418" if panel == "dark" else "#ffffff"
    start = top + round(side * 0.36)
    # On the smallest a gap between bar and dot would make an A of the mark
    gap = 1 if size > 22 else 0  # noqa: PLR2004 - the second smallest
    return (
        f'<path d="M{middle} {top}L{end} {end}H{left}z" fill="{_RIM[panel]}" stroke="{_RIM[panel]}" stroke-linejoin="round"/>'
        f'<path d="M{middle} {top + 2}L{end - 1.5} {end - 1}H{left + 1.5}z" fill="{_AMBER[panel]}"/>'
        f'<rect x="{middle - bar / 2}" y="{start}" width="{bar}" height="{high}" fill="{ink}"/>'
        f'<rect x="{middle - bar / 2}" y="{start + high + gap}" width="{bar}" height="{bar}" fill="{ink}"/>'
    )


def _cross(size: int, panel: str) -> str:
    radius = {16: 4, 22: 5, 24: 6, 32: 8}[size]
    at, reach = size - radius, {16: 1.6, 22: 2.2, 24: 2.6, 32: 3.4}[size]
    ink = "#111418" if panel == "dark" else "#ffffff"
    cross = f"M{at - reach} {at - reach}L{at + reach} {at + reach}M{at + reach} {at - reach}L{at - reach} {at + reach}"
    return (
        f'<circle cx="{at}" cy="{at}" r="{radius}" fill="{_RIM[panel]}"/>'
        f'<circle cx="{at}" cy="{at}" r="{radius - 0.75}" fill="{_RED[panel]}"/>'
        f'<path d="{cross}" stroke="{ink}" stroke-width="{1.5 if size < 32 else 2.2}" stroke-linecap="round"/>'  # noqa: PLR2004
    )


def sheet() -> str:
    """Return the whole sheet."""
    rows = [(state, panel) for panel in ("light", "dark") for state in STATES]
    cells = [
        f'<g id="{state}-{panel}-{size}" transform="translate({left} {at * ROW})">{icon(state, panel, size)}</g>'
        for at, (state, panel) in enumerate(rows)
        for size, left in SIZES.items()
    ]
    size = f'width="{WIDTH}" height="{ROW * len(rows)}" viewBox="0 0 {WIDTH} {ROW * len(rows)}"'
    note = "<!-- Written by packaging/tray_icons.py -->"
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size}>', note, *cells, "</svg>", ""])


if __name__ == "__main__":
    (ICONS / "tray.svg").write_text(sheet(), encoding="ascii")
