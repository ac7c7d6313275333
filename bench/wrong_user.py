"""Random trials of the right account: ``python3 dev.py bench wrong_user --trials N [--seed S] [--jobs J]``.

``--trial I`` runs the single trial of a seed again and says what came of it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

import figures
from figures import OPTIONS, CannotRun, Figure, Values, measures

TRIALS = 2_000
_SHOWN = 10  # seconds between two lines of progress


def _split(sorts: Counter[str]) -> list[str]:
    """Lines that say how many trials told which lie, how they were refused, and of which sort they were."""
    lines = []
    for title, beginning in (("lies told", "lie "), ("refused", "refused as "), ("of them", "")):
        found = [(name, count) for name, count in sorts.most_common() if name.startswith(beginning)]
        lines.append(f"{title}: " + ", ".join(f"{name.removeprefix(beginning)} {count}" for name, count in found))
        sorts = sorts - Counter(dict(found))
    return lines


@measures(
    Figure("wrong_user.trials", "", "random sign-ins, against the practice cloud and a provider that lies"),
    Figure("wrong_user.accepted", "", "sign-ins that were taken"),
    Figure("wrong_user.refused", "", "sign-ins that were refused, failed or cancelled"),
    Figure("wrong_user.leaked", "", "trials with a token for the wrong account, handed out, in memory or sealed", 0),
    Figure("wrong_user.missed", "", "trials that should have succeeded and did not", 0),
)
def wrong_user(_wanted: frozenset[str]) -> Values:
    from support import trials  # noqa: PLC0415  # its rooms may be missing

    seed = OPTIONS.get("seed", int(time.time()))
    single = OPTIONS.get("trial")
    if single is not None:
        found = trials.one(seed, single)
        print(f"{found.what}\n{found.told}\n" + "\n".join([*found.leaks, *found.missed]))
        raise CannotRun("a single trial is no figure")
    shown = [0.0]

    def told(line: str) -> None:
        if time.monotonic() - shown[0] > _SHOWN:
            shown[0] = time.monotonic()
            print(f"  {line}", file=sys.stderr, flush=True)

    print(f"wrong_user: seed {seed}", flush=True)
    totals = trials.run(figures.trials or TRIALS, seed, jobs=OPTIONS.get("jobs") or 2, told=told)
    for problem in totals.problems:
        print(problem)
    print("\n".join(_split(totals.sorts)), flush=True)
    return {f"wrong_user.{name}": float(getattr(totals, name)) for name in ("trials", "accepted", "refused", "leaked", "missed")}
