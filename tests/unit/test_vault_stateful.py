"""The vault against a model, under random seals, restarts, damage, lost keys, locks and full disks."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from support.fakes import FakeClock, MemoryKeyStore
from support.vault import MARKER, damaged_files, everything_in, sealed_files
from tenantdock.domain.errors import StorageTrouble, VaultLocked
from tenantdock.vault import KeyringVault

ACCOUNTS = st.sampled_from([digit * 32 for digit in "abc"])
PLAINS = st.binary(max_size=40).map(lambda tail: MARKER + tail)


def fails(number):
    def call(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    return call


class VaultMachine(RuleBasedStateMachine):
    """*kept* is what has to be there, *spoilt* whose next unseal has to be refused once, *aside* how many files were set aside of
    each account, *named* whether ``vault.id`` is there, *warm* whether the key is in memory.
    """

    @initialize()
    def start(self):
        self.root = Path(tempfile.mkdtemp())
        self.folder = self.root / "vault"
        self.keys = MemoryKeyStore()
        self.clock = FakeClock()
        self.kept: dict[str, bytes] = {}
        self.spoilt: set[str] = set()
        self.named = False
        self.aside: Counter[str] = Counter()
        self.reopen()

    def teardown(self):
        shutil.rmtree(self.root)

    @rule()
    def reopen(self):
        self.vault = KeyringVault(self.folder, self.keys, self.clock)
        self.warm = False

    @rule(account=ACCOUNTS, plain=PLAINS)
    def seal(self, account, plain):
        self.vault.seal(account, plain)
        self.kept[account] = plain
        self.spoilt.discard(account)
        self.warm = self.named = True

    @rule(account=ACCOUNTS)
    def unseal(self, account):
        if account in self.spoilt:
            with pytest.raises(StorageTrouble):
                self.vault.unseal(account)
            self.spoilt.discard(account)
            self.aside[account] += 1
            self.warm = True
            return
        assert self.vault.unseal(account) == self.kept.get(account)
        if account in self.kept:
            self.warm = self.named = True

    @rule(account=ACCOUNTS)
    def discard(self, account):
        self.vault.discard(account)
        self.kept.pop(account, None)
        self.spoilt.discard(account)
        self.aside[account] = 0

    @precondition(lambda self: self.kept and self.named)
    @rule(data=st.data())
    def tamper(self, data):
        account = data.draw(st.sampled_from(sorted(self.kept)))
        path = self.folder / "sealed" / f"{account}.sealed"
        blob = bytearray(path.read_bytes())
        how = data.draw(st.sampled_from(["flip", "cut", "grow", "swap"]))
        if how == "flip":
            blob[data.draw(st.integers(0, len(blob) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        elif how == "cut":
            del blob[data.draw(st.integers(0, len(blob) - 1)) :]
        elif how == "grow":
            blob += b"\0"
        else:
            others = sorted(set(self.kept) - {account})
            if not others:
                return
            blob = bytearray((self.folder / "sealed" / f"{others[0]}.sealed").read_bytes())
        path.write_bytes(blob)
        del self.kept[account]
        self.spoilt.add(account)

    @rule(account=ACCOUNTS, plain=PLAINS, where=st.sampled_from(["write", "fsync", "replace"]))
    def disk_is_full(self, account, plain, where):
        target = (Path, "replace") if where == "replace" else (os, where)
        with patch.object(*target, fails(errno.ENOSPC)), pytest.raises(StorageTrouble):
            self.vault.seal(account, plain)
        self.warm = self.warm or self.named  # the key was read before the disk was needed

    @precondition(lambda self: not self.warm)
    @rule(account=ACCOUNTS)
    def locked_keyring(self, account):
        self.keys.trouble = VaultLocked("Locked.", next_step="Unlock.")
        with pytest.raises(VaultLocked):
            self.vault.seal(account, b"never")
        assert self.vault.state().persistent
        self.keys.trouble = None

    @precondition(lambda self: self.kept and not self.spoilt)
    @rule()
    def lose_vault_id(self):
        (self.folder / "vault.id").unlink(missing_ok=True)
        self.named = False
        self.reopen()

    @precondition(lambda self: self.named)
    @rule(account=ACCOUNTS, plain=PLAINS)
    def lose_key(self, account, plain):
        """The key goes, TenantDock starts again and seals: everything else is set aside and told once."""
        self.keys.kept.clear()
        self.reopen()
        there = {*self.kept, *self.spoilt}
        self.vault.seal(account, plain)
        assert len(self.vault.reports) == bool(there)
        self.aside.update(there)
        for other in there - {account}:
            with pytest.raises(StorageTrouble):
                self.vault.unseal(other)
        self.kept, self.spoilt, self.warm = {account: plain}, set(), True

    @rule(leftover=st.binary(max_size=20))
    def leftover_of_a_kill(self, leftover):
        if (self.folder / "tmp").is_dir():
            (self.folder / "tmp" / "killed.tmp").write_bytes(leftover)
            self.reopen()

    @invariant()
    def nothing_unsealed_is_on_disk(self):
        assert MARKER not in everything_in(self.root)

    @invariant()
    def the_files_are_those_of_the_model(self):
        assert sealed_files(self.folder) == sorted(f"{account}.sealed" for account in {*self.kept, *self.spoilt})
        assert Counter(name.partition(".")[0] for name in damaged_files(self.folder)) == self.aside


TestVault = VaultMachine.TestCase
TestVault.settings = settings(
    max_examples=250,
    stateful_step_count=30,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
