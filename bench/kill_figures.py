"""kill -9 at random moments, see ``tests/support/killing.py``: what was lost, half written or unsealed on disk must be 0."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from pathlib import Path

import figures
from figures import CannotRun, Figure, Values, measures

TRIALS = 1_000
"""Kills, unless ``--trials`` says otherwise."""


@measures(
    Figure("kills.trials", "", "times that a process was killed with SIGKILL in the middle of its work"),
    Figure("kills.acknowledged", "", "changes that it had acknowledged"),
    Figure("kills.interrupted", "", "changes in the middle of which it was killed"),
    Figure("kills.rotations", "", "replacements of the vault's key that it left unfinished"),
    Figure("kills.lost", "", "acknowledged changes that were lost", 0),
    Figure("kills.half", "", "things that were half written or not readable", 0),
    Figure("kills.unsealed", "", "times that plain bytes or a key were in a file", 0),
)
def kills(_wanted: frozenset[str]) -> Values:
    if not hasattr(os, "fork"):
        raise CannotRun("needs fork")
    from support.killing import Killing  # noqa: PLC0415 - tests are on the path only once the bench runs

    trials, seed = figures.trials or TRIALS, secrets.randbelow(1 << 30)
    with tempfile.TemporaryDirectory(prefix="tenantdock-bench-") as folder, Killing(Path(folder), seed) as harness:
        for _ in range(trials):
            harness.trial()
        counts = harness.counts
    for wrong in (*counts.lost, *counts.halves, *counts.unsealed)[:5]:
        print(f"seed {seed}: {wrong}", file=sys.stderr)
    return {
        "kills.trials": float(counts.kills),
        "kills.acknowledged": float(counts.acknowledged),
        "kills.interrupted": float(counts.interrupted),
        "kills.rotations": float(counts.unfinished_rotations),
        "kills.lost": float(len(counts.lost)),
        "kills.half": float(len(counts.halves)),
        "kills.unsealed": float(len(counts.unsealed)),
    }
