"""The conformance suites of the Vault and KeyStore ports: the real ones, where they can run here, and the fakes."""

from __future__ import annotations

import threading

import keyring
import pytest
from keyring.backends.SecretService import Keyring as SecretServiceKeyring
from keyring.errors import PasswordDeleteError

from support.fakes import FakeClock, MemoryKeyStore, MemoryVault
from support.vault import ONE, TWO
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import BadInput, Cancelled
from tenantdock.domain.ports import Vault
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyringVault, KeyStore, KeyStoreState, OsKeyStore


@pytest.fixture(params=["sealed", "memory-only", "fake"])
def vault(request, tmp_path):
    unusable = KeyStoreState(False, "null", "There is no keyring.", "Get one.")
    made: dict[str, Vault] = {
        "sealed": KeyringVault(tmp_path / "v", MemoryKeyStore(), FakeClock()),
        "memory-only": KeyringVault(tmp_path / "v", MemoryKeyStore(unusable), FakeClock()),
        "fake": MemoryVault(),
    }
    return made[request.param]


def test_nothing_is_there_at_first(vault):
    assert vault.unseal(ONE) is None


@pytest.mark.parametrize("plain", [b"", b"x", bytes(range(256)) * 400])
def test_what_was_sealed_is_unsealed(vault, plain):
    vault.seal(ONE, plain)
    assert vault.unseal(ONE) == plain
    assert vault.unseal(ONE) == plain


def test_sealing_again_replaces(vault):
    vault.seal(ONE, b"old")
    vault.seal(ONE, b"new")
    assert vault.unseal(ONE) == b"new"


def test_accounts_are_apart(vault):
    vault.seal(ONE, b"one")
    vault.seal(TWO, b"two")
    vault.discard(ONE)
    assert vault.unseal(ONE) is None
    assert vault.unseal(TWO) == b"two"


def test_discarding_nothing_is_no_error(vault):
    vault.discard(ONE)
    vault.seal(ONE, b"x")
    vault.discard(ONE)
    vault.discard(ONE)
    assert vault.unseal(ONE) is None


@pytest.mark.parametrize("account_id", ["", "1" * 31, "1" * 33, "A" * 32, "../" + "1" * 29, "1" * 31 + "\n", "1" * 32 + "\n"])
def test_an_id_that_could_be_a_path_is_refused(vault, account_id):
    for call in (lambda: vault.seal(account_id, b"x"), lambda: vault.unseal(account_id), lambda: vault.discard(account_id)):
        with pytest.raises(BadInput):
            call()


def test_replacing_the_key_changes_nothing_that_is_seen(vault):
    vault.seal(ONE, b"one")
    vault.seal(TWO, b"two")
    vault.rotate(Cancel())
    assert (vault.unseal(ONE), vault.unseal(TWO)) == (b"one", b"two")
    vault.seal(ONE, b"new")
    vault.discard(TWO)
    assert (vault.unseal(ONE), vault.unseal(TWO)) == (b"new", None)


def test_replacing_the_key_can_be_cancelled(vault):
    vault.seal(ONE, b"one")
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(Cancelled):
        vault.rotate(cancel)
    assert vault.unseal(ONE) == b"one"


def test_what_was_packed_is_unpacked_with_the_same_passphrase_only(vault):
    passphrase = Secret("correct horse battery staple")
    packed = vault.pack(b"plain", passphrase)
    assert vault.unpack(packed, passphrase) == b"plain"
    for bad, other in ((packed, Secret("correct horse battery stable")), (b"junk", passphrase), (b"", passphrase)):
        with pytest.raises(BadInput):
            vault.unpack(bad, other)
    with pytest.raises(BadInput, match="too short"):
        vault.pack(b"plain", Secret("short"))


def test_state_says_why_it_does_not_persist_or_nothing(vault):
    state = vault.state()
    assert state.backend
    assert bool(state.reason) is bool(state.next_step) is not state.persistent


def test_threads_can_use_it_together(vault):
    troubles: list[BaseException] = []

    def work(number):
        try:
            for _ in range(10):
                vault.seal(ONE, bytes([number]) * 500)
                assert len(set(vault.unseal(ONE) or b"")) == 1
                vault.seal(f"{number:032x}", b"own")
                assert vault.unseal(f"{number:032x}") == b"own"
        except BaseException as error:  # noqa: BLE001  # the test asserts on it
            troubles.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not troubles


# --- key stores


class SecretServiceDouble:
    """Stands in for the three calls of the Secret Service back end; what decides is still that back end's exact class."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, _backend, service, username):
        return self.kept.get((service, username))

    def set_password(self, _backend, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, _backend, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("No such password!")


@pytest.fixture(params=["os", "fake"])
def keys(request, monkeypatch):
    if request.param == "fake":
        return MemoryKeyStore()
    double = SecretServiceDouble()
    for name in ("get_password", "set_password", "delete_password"):
        method = getattr(double, name)
        monkeypatch.setattr(SecretServiceKeyring, name, lambda *args, method=method: method(*args))
    monkeypatch.setattr(keyring, "get_keyring", SecretServiceKeyring)
    store: KeyStore = OsKeyStore()
    return store


def test_a_usable_store_has_a_name_and_nothing_to_say(keys):
    state = keys.state()
    assert (state.usable, bool(state.name), state.reason, state.next_step) == (True, True, "", "")


def test_a_secret_is_kept_replaced_and_removed(keys):
    assert keys.get("service") is None
    keys.set("service", Secret("one"))
    assert keys.get("service") == Secret("one")
    keys.set("service", Secret("two"))
    assert keys.get("service") == Secret("two")
    keys.delete("service")
    assert keys.get("service") is None
    keys.delete("service")


def test_services_are_apart(keys):
    keys.set("one", Secret("1"))
    keys.set("two", Secret("2"))
    keys.delete("one")
    assert keys.get("one") is None
    assert keys.get("two") == Secret("2")
