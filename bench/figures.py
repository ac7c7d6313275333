"""What can be measured: the registry of figures, and how a measurement says that it cannot run here."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One number. *goal* is the most it may be, in *unit*; or *factor* times the figure *peer*, measured in the same run."""

    id: str
    unit: str
    says: str
    goal: float | None = None
    peer: str = ""
    factor: float | None = None


Values = dict[str, "float | str"]
"""By id: the number, or the reason why there is none."""
Measure = Callable[[frozenset[str]], Values]


@dataclass(frozen=True)
class Measurement:
    """A function that measures some figures in one go. It is given the ids that are wanted."""

    figures: tuple[Figure, ...]
    run: Measure


MEASUREMENTS: list[Measurement] = []
OPTIONS: dict[str, int] = {}
"""Numbers from the command line for random trials: seed (of what they are made), trial (the only one to run), jobs (processes)."""
trials: int | None = None
"""How often what is tried at random is tried (``--trials``); None: as often as the measurement says."""


class CannotRun(Exception):
    """A measurement's room or program is not here; the text says which."""


def measures(*figures: Figure) -> Callable[[Measure], Measure]:
    """Register the decorated function as what measures *figures*."""

    def register(run: Measure) -> Measure:
        MEASUREMENTS.append(Measurement(figures, run))
        return run

    return register


def every() -> dict[str, Figure]:
    """Return all figures by id, in the order in which they are measured."""
    return {figure.id: figure for measurement in MEASUREMENTS for figure in measurement.figures}


def chosen(names: Sequence[str]) -> set[str]:
    """Return the ids that *names* (ids, or beginnings of ids up to a dot) stand for, with the peers that their goals need.

    Raises :class:`KeyError` with a name that stands for none.
    """
    figures = every()
    if not names:
        return set(figures)
    found: set[str] = set()
    for name in names:
        ids = {each for each in figures if each == name or each.startswith(f"{name}.")}
        if not ids:
            raise KeyError(name)
        found |= ids
    return found | {figures[each].peer for each in found if figures[each].peer}


def measure(wanted: set[str]) -> Values:
    """Run every measurement that has a wanted figure."""
    values: Values = {}
    for measurement in MEASUREMENTS:
        ids = frozenset(figure.id for figure in measurement.figures) & wanted
        if not ids:
            continue
        try:
            values |= measurement.run(ids)
        except (CannotRun, ImportError) as why:
            values |= dict.fromkeys(ids, str(why))
    return {each: values.get(each, "not measured") for each in every() if each in wanted}


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile (nearest rank) of *values*."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-len(ordered) * percent // 100) - 1))]


def median(values: Sequence[float]) -> float:
    """Return the middle one of *values*."""
    return statistics.median(values)
