"""One sign-in sealed beside many: the cost must not grow with their number."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
from pathlib import Path

from figures import Figure, Values, measures, median
from support.fakes import MemoryKeyStore
from tenantdock.composition import SystemClock
from tenantdock.vault import KeyringVault

SIZES = (20, 1_000, 20_000)
RUNS = 60
PLAIN = secrets.token_bytes(6_000)
"""About what identity seals for an account with three services."""
_GOAL = 0.077
"""msal-extensions needs 77 ms for one more token at 1,000 (shared/facts/peers.md)."""


@measures(
    Figure("vault.add.20", "s", "one sign-in sealed, on disk, with 20 accounts there", _GOAL),
    Figure("vault.add.1000", "s", "the same with 1,000 accounts", peer="vault.add.20", factor=1.5),
    Figure("vault.add.20000", "s", "the same with 20,000 accounts", peer="vault.add.20", factor=1.5),
)
def vault_add(wanted: frozenset[str]) -> Values:
    # Rounds alternate between the sizes, so that a slow moment of the disk meets all of them
    sizes = [size for size in SIZES if f"vault.add.{size}" in wanted]
    root = Path(tempfile.mkdtemp(prefix="tenantdock-bench-"))
    try:
        vaults = {size: _filled(root / str(size), size) for size in sizes}
        times: dict[int, list[float]] = {size: [] for size in sizes}
        for _ in range(RUNS):
            for size, vault in vaults.items():
                account = secrets.token_hex(16)
                start = time.perf_counter()
                vault.seal(account, PLAIN)
                times[size].append(time.perf_counter() - start)
                vault.discard(account)
        return {f"vault.add.{size}": median(found) for size, found in times.items()}
    finally:
        shutil.rmtree(root)


def _filled(folder: Path, size: int) -> KeyringVault:
    vault = KeyringVault(folder, MemoryKeyStore(), SystemClock())
    first = f"{0:032x}"
    vault.seal(first, PLAIN)
    sealed = folder / "sealed"
    blob = (sealed / f"{first}.sealed").read_bytes()
    for number in range(1, size):  # copies stand for the others: none of them may be opened or listed
        (sealed / f"{secrets.token_hex(4)}{number:024x}.sealed").write_bytes(blob)
    return vault
