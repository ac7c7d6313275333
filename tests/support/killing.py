"""Kills a process at random moments, and checks what it leaves against a model: nothing acknowledged is lost, nothing is half
written, nothing unsealed is ever on disk. For the tests and for ``dev.py bench kills``.
"""

from __future__ import annotations

import copy
import json
import os
import random
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from support.killing_child import ACCOUNTS, MARKER, FileKeyStore, directory_in, plain_of, vault_in
from support.vault import everything_in
from tenantdock.domain.errors import TenantDockError
from tenantdock.vault import KeyringVault

_LONGEST_LIFE = 0.08
"""Seconds from a worker's first announcement to its end, at most."""
_HISTORY = 5

Vault = dict[str, "tuple[int, int] | None"]
Directory = dict[str, dict[str, Any]]


@dataclass
class Counts:
    """What came out. The lists describe what must not be: *lost* what was acknowledged and is not there, *halves* what is there in
    part or not readable, *unsealed* files with plain bytes or a key in them.
    """

    kills: int = 0
    acknowledged: int = 0
    interrupted: int = 0
    rotations: int = 0
    unfinished_rotations: int = 0
    lost: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    unsealed: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not (self.lost or self.halves or self.unsealed)


class Killing:
    """The harness on *folder*. Use it with ``with``; each :meth:`trial` is one life and one kill."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.counts = Counts()
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311
        self._vault: Vault = dict.fromkeys(ACCOUNTS)
        self._directory: Directory = {}
        tests = Path(__file__).parents[1]
        self._nursery = subprocess.Popen(
            [sys.executable, "-m", "support.killing_child", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), *filter(None, [os.environ.get("PYTHONPATH")])])},
        )

    def __enter__(self) -> Self:
        assert self._next()["word"] == "ready"
        return self

    def __exit__(self, *exc_info: object) -> None:
        for stream in (self._nursery.stdin, self._nursery.stdout):
            assert stream is not None
            stream.close()
        self._nursery.wait(10)

    def _next(self) -> dict[str, Any]:
        assert self._nursery.stdout is not None
        line = self._nursery.stdout.readline()
        assert line, "the nursery is gone"
        told: dict[str, Any] = json.loads(line)
        return told

    def trial(self) -> None:
        """Let a worker live for a moment, kill it, and check everything."""
        told = self._one_life()
        vaults, directories = [self._vault], [self._directory]
        pending: dict[str, dict[str, Any]] = {}
        for each in told:
            if each["word"] == "start":
                pending[each["who"]] = each
            elif each["word"] == "done":
                self.counts.acknowledged += 1
                del pending[each["who"]]
                _apply(self._vault, self._directory, each)
                self.counts.rotations += each["how"] == "rotate"
            elif each["word"] == "read":
                wanted = self._vault[each["account"]]
                if each["plain"] != (None if wanted is None else list(wanted)):
                    self.counts.lost.append(f"the worker itself read {each['plain']}, not {wanted}, of {each['account']}")
            elif each["word"] == "failed":
                self.counts.halves.append(f"the worker's {each['how']} failed: {each['text']}")
        for each in pending.values():  # it may have come so far, or not
            self.counts.interrupted += 1
            vault, directory = copy.deepcopy(self._vault), copy.deepcopy(self._directory)
            _apply(vault, directory, each)
            vaults.append(vault)
            directories.append(directory)
        self.counts.kills += 1
        self._look_for_plain_bytes()
        self._check_vault(vaults)
        self._check_directory(directories)
        self._look_for_plain_bytes()

    def _one_life(self) -> list[dict[str, Any]]:
        assert self._nursery.stdin is not None
        self._nursery.stdin.write(f"{self._chance.randrange(1 << 40)}\n")
        self._nursery.stdin.flush()
        lines = [self._next()]
        # The worker can be quicker than its parent, which says who it is
        while lines[-1]["word"] != "born":
            lines.append(self._next())
        pid = lines[-1]["pid"]
        while not any(line["word"] == "start" for line in lines):
            lines.append(self._next())
        timer = threading.Timer(self._chance.random() * _LONGEST_LIFE, os.kill, [pid, signal.SIGKILL])
        timer.start()
        while lines[-1]["word"] != "dead":
            lines.append(self._next())
        timer.join()
        assert lines[-1]["signal"] == signal.SIGKILL, lines[-3:]
        return [line for line in lines if line["word"] not in {"born", "dead"}]

    def _look_for_plain_bytes(self) -> None:
        data = everything_in(self._folder / "data")
        keys = [path.read_bytes() for path in (self._folder / "keyring").glob("[!.]*")]
        for secret in (MARKER, *keys):
            if secret in data:
                found = [str(path) for path in (self._folder / "data").rglob("*") if path.is_file() and secret in path.read_bytes()]
                self.counts.unsealed.append(f"kill {self.counts.kills}: {found}")

    def _check_vault(self, allowed: list[Vault]) -> None:
        vault = vault_in(self._folder)
        goes_on = self._chance.random() < 0.5  # else the next worker finds the rotation as it was left
        if not goes_on:
            vault._go_on = lambda: None  # type: ignore[method-assign]
        found = self._read_all(vault)
        if found not in allowed:
            self.counts.lost.append(f"kill {self.counts.kills}: the vault has {found}, not one of {allowed}")
        self._vault = found
        folder = self._folder / "data" / "vault"
        ids = (folder / "vault.id").read_text().split() if (folder / "vault.id").exists() else []
        self.counts.unfinished_rotations += len(ids) > 1
        if vault._going_on is not None and goes_on:
            vault._going_on.join(30)
            ids = (folder / "vault.id").read_text().split()
            if len(ids) != 1:
                self.counts.halves.append(f"kill {self.counts.kills}: the rotation was not finished")
        known = {f"TenantDock/{each}" for each in ids}
        left = set(FileKeyStore(self._folder / "keyring").services()) - known
        if left and known:
            self.counts.halves.append(f"kill {self.counts.kills}: keys that nobody knows: {left}")
        litter = [*folder.glob("damaged/*"), *(folder.glob("tmp/*") if any(found.values()) else ())]
        if vault.reports or litter:
            self.counts.halves.append(f"kill {self.counts.kills}: {vault.reports} {litter}")

    def _read_all(self, vault: KeyringVault) -> Vault:
        found: Vault = {}
        for account in ACCOUNTS:
            try:
                plain = vault.unseal(account)
            except TenantDockError as error:
                self.counts.halves.append(f"kill {self.counts.kills}: {account}: {error.message} {error.details}")
                found[account] = None
                continue
            if plain is None:
                found[account] = None
                continue
            number, size = (int(part) for part in plain.split(b" ")[1:3])
            found[account] = number, size
            if plain != plain_of(number, size):
                self.counts.halves.append(f"kill {self.counts.kills}: {account} is not whole")
        return found

    def _check_directory(self, allowed: list[Directory]) -> None:
        directory = directory_in(self._folder)
        try:
            found: Directory = {
                one.id: {
                    "name": one.name,
                    "home": one.account.home_account_id,
                    "broker": one.account.broker,
                    "notes": [entry.text for entry in directory.history(one.id, _HISTORY)],
                }
                for one in directory.every()
            }
        finally:
            directory.close()  # else SQLite would not look at the log for what the next worker leaves in it
        if directory.reports:
            self.counts.halves.append(f"kill {self.counts.kills}: {directory.reports}")
        if found not in allowed:
            self.counts.lost.append(f"kill {self.counts.kills}: the directory has {found}, not one of {allowed}")
        self._directory = found


def _apply(vault: Vault, directory: Directory, what: dict[str, Any]) -> None:
    """Do to the model what was done."""
    how = what["how"]
    if how == "seal":
        vault[what["account"]] = tuple(what["plain"])
    elif how == "discard":
        vault[what["account"]] = None
    elif how == "add":
        directory |= {key: {"name": name, "home": "", "broker": False, "notes": []} for key, name in what["connections"]}
    elif how == "remove":
        del directory[what["id"]]
    elif how == "update":
        directory[what["id"]]["name"] = what["name"]
    elif how == "pin":
        directory[what["id"]]["home"] = what["home"]
    elif how == "broker":
        directory[what["id"]]["broker"] = what["on"]
    elif how == "note":
        directory[what["id"]]["notes"] = [what["text"], *directory[what["id"]]["notes"]][:_HISTORY]
