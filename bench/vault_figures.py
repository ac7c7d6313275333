"""One account's sign-in sealed, read, renewed and removed beside many: neither time nor memory may grow with their number."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from figures import Figure, Values, measures, median
from support.fakes import MemoryKeyStore
from tenantdock.clock import SystemClock
from tenantdock.vault import KeyringVault

SIZES = (20, 1_000, 20_000)
RUNS = 60
PLAIN = secrets.token_bytes(6_000)
"""About what identity seals for an account with three services."""
_GOAL = 0.077
"""msal-extensions needs 77 ms for one more token at 1,000 (shared/facts/peers.md)."""
_WORK = ("add", "read", "renew", "remove")
_SAYS = {
    "add": "one new sign-in sealed, on disk",
    "read": "one sign-in read",
    "renew": "one sign-in sealed anew, on disk",
    "remove": "one sign-in removed, from the disk",
}


def _figures(work: str) -> tuple[Figure, ...]:
    first = Figure(f"vault.{work}.20", "s", f"{_SAYS[work]}, with 20 accounts there", _GOAL)
    more = (
        Figure(f"vault.{work}.{size}", "s", f"the same with {size:,} accounts", peer=first.id, factor=1.5) for size in SIZES[1:]
    )
    return (first, *more)


def _memory() -> tuple[Figure, ...]:
    first = Figure("vault.memory.20", "B", "most memory of Python's that this work takes, with 20 accounts there", 1_000_000)
    return (
        first,
        *(Figure(f"vault.memory.{size}", "B", f"the same with {size:,} accounts", peer=first.id, factor=1.5) for size in SIZES[1:]),
    )


@measures(*(figure for work in _WORK for figure in _figures(work)), *_memory())
def vault(wanted: frozenset[str]) -> Values:
    # Rounds alternate between the sizes, so that a slow moment of the disk meets all of them
    sizes = [size for size in SIZES if any(each.endswith(f".{size}") for each in wanted)]
    root = Path(tempfile.mkdtemp(prefix="tenantdock-bench-"))
    try:
        vaults = {size: _filled(root / str(size), size) for size in sizes}
        times: dict[str, list[float]] = {f"vault.{work}.{size}": [] for work in _WORK for size in sizes}
        for _ in range(RUNS):
            for size, each in vaults.items():
                for work, seconds in _round(each).items():
                    times[f"vault.{work}.{size}"].append(seconds)
        found = {each: median(seconds) for each, seconds in times.items()}
        found |= {f"vault.memory.{size}": _peak(each) for size, each in vaults.items()}
        return {each: value for each, value in found.items() if each in wanted}
    finally:
        shutil.rmtree(root)


def _round(vault: KeyringVault) -> dict[str, float]:
    """Do all four things to one account; return the seconds that each took."""
    account, other = secrets.token_hex(16), secrets.token_bytes(6_000)
    return {
        "add": _timed(lambda: vault.seal(account, PLAIN)),
        "read": _timed(lambda: vault.unseal(account)),
        "renew": _timed(lambda: vault.seal(account, other)),
        "remove": _timed(lambda: vault.discard(account)),
    }


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peak(vault: KeyringVault) -> float:
    """The most bytes of Python's that one round holds at once; a list of all accounts would be in it."""
    tracemalloc.start()
    try:
        _round(vault)
        return float(tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()


def _filled(folder: Path, size: int) -> KeyringVault:
    vault = KeyringVault(folder, MemoryKeyStore(), SystemClock())
    first = f"{0:032x}"
    vault.seal(first, PLAIN)
    sealed = folder / "sealed"
    blob = (sealed / f"{first}.sealed").read_bytes()
    for number in range(1, size):  # copies stand for the others: none of them may be opened or listed
        (sealed / f"{secrets.token_hex(4)}{number:024x}.sealed").write_bytes(blob)
    return vault
