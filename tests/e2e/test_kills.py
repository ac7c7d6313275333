"""kill -9 at fifty random moments: nothing acknowledged is lost, nothing is half written, nothing unsealed is ever on disk."""

from __future__ import annotations

import os
import random

import pytest

from support import killing
from support.killing import Killing
from support.killing_child import MARKER, FileKeyStore, vault_in

pytestmark = [pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"), pytest.mark.timeout(180)]

KILLS = 50


def test_fifty_kills_at_random_moments(tmp_path):
    seed = random.SystemRandom().randrange(1 << 30)
    with Killing(tmp_path, seed) as harness:
        for _ in range(KILLS):
            harness.trial()
            assert harness.counts.clean, (seed, harness.counts)
    counts = harness.counts
    assert counts.kills == KILLS
    assert counts.acknowledged > 2 * KILLS
    assert counts.interrupted > 5


# --- the harness finds what it looks for


def test_a_lost_change_is_found(tmp_path):
    with Killing(tmp_path, 1) as harness:
        harness.trial()
        vault = vault_in(tmp_path)
        vault.seal("0" * 32, b"x 1 0 ")
        harness._check_vault([harness._vault])
    assert harness.counts.lost


def test_a_half_written_file_is_found(tmp_path):
    with Killing(tmp_path, 1) as harness:
        harness.trial()
        vault_in(tmp_path).seal("0" * 32, b"x 1 0 ")
        path = tmp_path / "data" / "vault" / "sealed" / f"{'0' * 32}.sealed"
        path.write_bytes(path.read_bytes()[:-1])
        harness._check_vault([harness._vault])
    assert harness.counts.halves


@pytest.mark.parametrize("what", ["plain bytes", "a key"])
def test_what_is_not_sealed_is_found_wherever_it_is(tmp_path, what):
    with Killing(tmp_path, 1) as harness:
        harness.trial()
        vault_in(tmp_path).seal("0" * 32, b"x")
        store = FileKeyStore(tmp_path / "keyring")
        secret = MARKER if what == "plain bytes" else store.get(store.services()[0]).reveal().encode()
        (tmp_path / "data" / "vault" / "tmp" / "left").write_bytes(b"..." + secret)
        harness._look_for_plain_bytes()
    assert harness.counts.unsealed


def test_a_key_that_nobody_knows_is_found(tmp_path):
    with Killing(tmp_path, 1) as harness:
        harness.trial()
        vault_in(tmp_path).seal("0" * 32, b"x 1 0 ")
        (tmp_path / "keyring" / ("f" * 32)).write_text("x")
        harness._check_vault([harness._vault])
    assert any("nobody knows" in half for half in harness.counts.halves)


def test_a_directory_that_forgot_is_found(tmp_path):
    with Killing(tmp_path, 1) as harness:
        harness.trial()
        harness._check_directory([{"made up": {}}])
    assert any("the directory" in lost for lost in harness.counts.lost)
    assert killing._LONGEST_LIFE < 1
