"""Bytes sealed by a passphrase: what opens, what does not and says why, and what a hostile file may cost."""

from __future__ import annotations

import hashlib
import threading
import tracemalloc

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tenantdock.domain.errors import BadInput
from tenantdock.domain.secret import Secret
from tenantdock.vault import packing
from tenantdock.vault.packing import MAGIC, pack, unpack

GOOD = Secret("correct horse battery staple")
PLAIN = b"PLAINTEXT-MARKER-7f3a" * 20


@pytest.fixture(scope="module")
def packed():
    return pack(PLAIN, GOOD)


def resummed(blob: bytes) -> bytes:
    """*blob* with its SHA-256 mended, as somebody who changes a file on purpose would."""
    return blob[:-32] + hashlib.sha256(blob[:-32]).digest()


def changed(blob: bytes, at: int, value: int | None = None) -> bytes:
    new = bytearray(blob)
    new[at] = new[at] ^ 1 if value is None else value
    return bytes(new)


def test_what_was_packed_is_unpacked_and_does_not_show(packed):
    assert unpack(packed, GOOD) == PLAIN
    assert PLAIN[:21] not in packed
    assert b"horse" not in packed


def test_nothing_can_be_packed_too():
    assert unpack(pack(b"", GOOD), GOOD) == b""


def test_the_file_is_as_documented(packed):
    """Opened by another implementation of scrypt, from the documented offsets alone."""
    assert packed[:13] == b"TDPACKED" + bytes([1, 1, 17, 8, 1])
    key = Scrypt(salt=packed[13:29], length=32, n=2**17, r=8, p=1).derive(GOOD.reveal().encode())
    assert AESGCM(key).decrypt(packed[29:41], packed[41:-32], packed[:41]) == PLAIN
    assert packed[-32:] == hashlib.sha256(packed[:-32]).digest()


def test_two_files_of_the_same_share_nothing(packed):
    again = pack(PLAIN, GOOD)
    assert again[13:29] != packed[13:29]
    assert again[29:41] != packed[29:41]
    assert again[41:] != packed[41:]


def test_the_wrong_passphrase_is_told_as_one(packed):
    with pytest.raises(BadInput, match="does not open with this passphrase") as told:
        unpack(packed, Secret("correct horse battery stable"))
    assert "case and spaces count" in told.value.next_step
    assert "staple" not in str(told.value)


@pytest.mark.parametrize("at", [13, 30, 45, -33, -1])
def test_a_file_damaged_on_its_way_is_told_as_one(packed, at):
    with pytest.raises(BadInput, match="damaged on its way"):
        unpack(changed(packed, at), GOOD)


@pytest.mark.parametrize("length", [9, 40, 88])
def test_a_file_that_was_cut_is_damaged(packed, length):
    with pytest.raises(BadInput, match="damaged on its way"):
        unpack(packed[:length], GOOD)


@pytest.mark.parametrize("at", [13, 29, 41, -33])
def test_a_file_that_was_changed_on_purpose_does_not_open(packed, at):
    with pytest.raises(BadInput, match="does not open"):
        unpack(resummed(changed(packed, at)), GOOD)


def test_weaker_parameters_that_somebody_wrote_in_do_not_open_it(packed):
    with pytest.raises(BadInput, match="does not open"):
        unpack(resummed(changed(packed, 10, 15)), GOOD)


@pytest.mark.parametrize("junk", [b"", b"TDSEALED" + bytes(80), b"PK\3\4" + bytes(500)])
def test_another_kind_of_file_is_told_as_one(junk):
    with pytest.raises(BadInput, match="not a file that TenantDock packed"):
        unpack(junk, GOOD)


def test_a_newer_format_is_named(packed):
    with pytest.raises(BadInput, match="newer TenantDock"):
        unpack(changed(packed, 8, 2)[:20], GOOD)


@pytest.mark.parametrize(("at", "value"), [(9, 2), (10, 14), (10, 19), (10, 31), (10, 255), (11, 255), (11, 1), (12, 0), (12, 255)])
def test_a_hostile_file_costs_nothing(packed, monkeypatch, at, value):
    """The key would take up to 2**255 bytes; nothing is computed at all."""
    monkeypatch.setattr(hashlib, "scrypt", lambda *args, **kwargs: pytest.fail("computed"))
    tracemalloc.start()
    try:
        with pytest.raises(BadInput, match="refuses"):
            unpack(resummed(changed(packed, at, value)), GOOD)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


def test_the_most_that_a_file_may_ask_for_still_opens(monkeypatch):
    monkeypatch.setattr(packing._Cost, "__init__", lambda self, log_n=18, r=8, p=1: _set(self, log_n=log_n, r=r, p=p))
    assert unpack(pack(b"x", GOOD), GOOD) == b"x"


def _set(cost, **values):
    for name, value in values.items():
        object.__setattr__(cost, name, value)


def test_too_much_is_refused_on_both_ways(monkeypatch, packed):
    monkeypatch.setattr(packing, "MOST_BYTES", len(PLAIN) - 1)
    with pytest.raises(BadInput, match="too much"):
        pack(PLAIN, GOOD)
    with pytest.raises(BadInput, match="damaged"):
        unpack(packed, GOOD)


@pytest.mark.parametrize(
    ("weak", "said"),
    [
        ("", "too short"),
        ("Tr0ub4dor&3", "too short"),
        ("abababababab", "same few"),
        ("AaAaAbBbBcCcDd", "same few"),
        ("y" * 1025, "few"),
    ],
)
def test_a_weak_passphrase_is_refused_with_the_rule(weak, said):
    with pytest.raises(BadInput, match=said) as told:
        pack(PLAIN, Secret(weak))
    assert "12 characters" in told.value.next_step
    assert not weak or weak not in str(told.value)


def test_an_endless_passphrase_is_refused():
    with pytest.raises(BadInput, match="longer than 1024"):
        pack(PLAIN, Secret("abcdefgh" * 129))


def test_the_same_passphrase_typed_on_another_system_opens_it():
    """é as one character and as e with an accent, as macOS and Windows keyboards give them."""
    assert unpack(pack(b"x", Secret("caf\u00e9 au lait, merci")), Secret("cafe\u0301 au lait, merci")) == b"x"


def test_other_threads_run_while_the_key_is_made():
    """Without this the window would stand still: counted in ticks of another thread, not in time."""
    ticks, over = [], threading.Event()

    def tick():
        while not over.wait(0.005):
            ticks.append(None)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        pack(PLAIN, GOOD)
    finally:
        over.set()
        thread.join()
    assert len(ticks) > 5


def test_the_magic_is_not_that_of_a_sealed_file():
    assert MAGIC != b"TDSEALED"
