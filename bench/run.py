"""Measure and print a table: ``python3 dev.py bench [NAME ...] [--json FILE]``.

NAME is a figure's id or the beginning of one ("vault", "token.socket"). Goals are the most a figure may be. The exit code says
whether the run worked, not whether goals were met: a busy machine is no failure.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

import figures as registry
from figures import Figure, Values, chosen, every, measure
from machine import describe

SETS = (
    "vault_figures",
    "directory_figures",
    "token_figures",
    "kill_figures",
    "wrong_user",
    "desktop_figures",
    "list_figures",
    "import_figures",
    "palette_figures",
)
"""The modules that register figures, in the order in which they are measured."""


def main() -> int:
    """Run what was asked for."""
    sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))  # for support: displays, and named doubles
    for each in SETS:
        importlib.import_module(each)
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description="Measure TenantDock, beside its peers where they are installed."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a figure, or the beginning of some (default: all)")
    parser.add_argument("--trials", type=int, metavar="N", help="how often what is tried at random is tried")
    parser.add_argument("--seed", type=int, metavar="S", help="make the random trials from this number")
    parser.add_argument("--trial", type=int, metavar="I", help="run this one of the random trials alone, and say what came of it")
    parser.add_argument("--jobs", type=int, metavar="J", help="random trials: in so many processes (default: 2)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE")
    parser.add_argument("--list", action="store_true", help="list the figures and measure nothing")
    options = parser.parse_args()
    if options.trials is not None and options.trials < 1:
        parser.error("--trials takes a number from 1")
    registry.trials = options.trials
    numbers = {name: getattr(options, name) for name in ("seed", "trial", "jobs")}
    registry.OPTIONS.update({name: number for name, number in numbers.items() if number is not None})
    figures = every()
    if options.list:
        for figure in figures.values():
            print(f"{figure.id:24}{figure.unit:6}{figure.says}")
        return 0
    try:
        wanted = chosen(options.names)
    except KeyError as unknown:
        parser.error(f"no figure is called {unknown}; --list shows them")
    for line in describe():
        print(line)
    print(flush=True)
    values = measure(wanted)
    print(f"{'figure':24}{'value':>12} {'unit':6}{'goal':>12}{'peer':>12}  ")
    for each, value in values.items():
        print(_row(figures[each], value, values))
    if options.json is not None:
        found = {each: _entry(figures[each], value, values) for each, value in values.items() if not isinstance(value, str)}
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


def _peer(figure: Figure, values: Values) -> float | None:
    found = values.get(figure.peer)
    return found if isinstance(found, float) else None


def _goal(figure: Figure, values: Values) -> float | None:
    peer = _peer(figure, values)
    return figure.factor * peer if figure.factor is not None and peer is not None else figure.goal


def _entry(figure: Figure, value: float, values: Values) -> dict[str, float | str | None]:
    return {"value": value, "unit": figure.unit, "goal": _goal(figure, values), "peer": _peer(figure, values)}


def _row(figure: Figure, value: float | str, values: Values) -> str:
    if isinstance(value, str):
        return f"{figure.id:24}{'-':>12} {figure.unit:6}  skipped: {value}"
    goal = _goal(figure, values)
    verdict = "" if goal is None else "met" if value <= goal else "MISSED"
    return f"{figure.id:24}{value:12.6g} {figure.unit:6}{_shown(goal)}{_shown(_peer(figure, values))}  {verdict}"


def _shown(value: float | None) -> str:
    return f"{value:12.6g}" if value is not None else f"{'-':>12}"


if __name__ == "__main__":
    sys.exit(main())
