"""Which keyrings are taken, and what their failures mean."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import keyring
import pytest
from keyring.backends import SecretService, Windows, chainer, fail, kwallet, libsecret, macOS, null
from keyring.backends.Windows import WinVaultKeyring
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError, PasswordSetError

from support.vault import PlaintextKeyring
from tenantdock.domain.errors import VaultLocked
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyStoreState, KeyStoreTrouble, OsKeyStore

REAL = [SecretService.Keyring, libsecret.Keyring, kwallet.DBusKeyring, macOS.Keyring, WinVaultKeyring]


@pytest.fixture
def chosen(monkeypatch):
    def choose(backend):
        monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
        return OsKeyStore()

    return choose


@pytest.fixture
def chain(monkeypatch, chosen):
    def choose(*members):
        backend = chainer.ChainerBackend()
        monkeypatch.setattr(chainer.ChainerBackend, "backends", list(members))
        return chosen(backend)

    return choose


@pytest.mark.parametrize("kind", REAL)
def test_real_keyrings_are_taken(chosen, kind, monkeypatch):
    monkeypatch.setattr(Windows, "win32cred", SimpleNamespace(CRED_PERSIST_LOCAL_MACHINE=2), raising=False)
    state = chosen(kind()).state()
    assert state.usable
    assert state.name in {"Secret Service", "KWallet", "macOS Keychain", "Windows Credential Manager"}


class Derived(SecretService.Keyring):
    """Could do anything with what it is given."""


class Impostor(PlaintextKeyring):
    """Claims another class's name."""


Impostor.__module__, Impostor.__qualname__ = "keyring.backends.SecretService", "Keyring"


@pytest.mark.parametrize("kind", [null.Keyring, fail.Keyring, PlaintextKeyring, Derived, Impostor, kwallet.DBusKeyringKWallet4])
def test_everything_else_is_refused_and_never_called(chosen, kind):
    keys = chosen(kind())
    state = keys.state()
    assert not state.usable
    assert "memory only" in state.reason
    assert state.next_step
    for call in (lambda: keys.get("s"), lambda: keys.set("s", Secret("SECRET")), lambda: keys.delete("s")):
        with pytest.raises(KeyStoreTrouble):
            call()
    assert not PlaintextKeyring.kept


@pytest.mark.parametrize(("platform", "word"), [("linux", "gnome-keyring"), ("win32", "VaultSvc"), ("darwin", "Keychain Access")])
def test_where_there_is_none_the_next_step_is_that_systems(chosen, monkeypatch, platform, word):
    monkeypatch.setattr(sys, "platform", platform)
    assert word in chosen(fail.Keyring()).state().next_step


def test_a_setting_that_chose_a_weak_one_is_named(chosen):
    state = chosen(null.Keyring()).state()
    assert "keyring.backends.null.Keyring" in state.reason
    assert "PYTHON_KEYRING_BACKEND" in state.next_step


WEAK = ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "support.vault.PlaintextKeyring"]


@pytest.mark.parametrize("name", WEAK)
def test_the_environment_cannot_smuggle_one_in(monkeypatch, name):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    assert not OsKeyStore().state().usable


def test_the_file_keyringrc_cannot_smuggle_one_in(monkeypatch, tmp_path):
    folder = tmp_path / "python_keyring"
    folder.mkdir()
    (folder / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.setattr(keyring.core.platform, "config_root", lambda: folder)
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    state = OsKeyStore().state()
    assert (state.usable, state.name) == (False, "keyring.backends.null.Keyring")


def test_a_setting_that_names_nothing_is_told(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.module.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    state = OsKeyStore().state()
    assert not state.usable
    assert "PYTHON_KEYRING_BACKEND" in state.next_step


def test_the_choice_is_made_once(chosen, monkeypatch):
    keys = chosen(null.Keyring())
    first = keys.state()
    monkeypatch.setattr(keyring, "get_keyring", SecretService.Keyring)
    assert keys.state() is first


# --- chains


def test_a_chain_with_one_bad_member_is_refused(chain):
    state = chain(SecretService.Keyring(), PlaintextKeyring()).state()
    assert not state.usable
    assert "ChainerBackend" in state.reason


def test_a_chain_of_nothing_is_no_keyring(chain):
    assert "no keyring" in chain().state().reason


def test_a_good_chain_writes_to_its_first_and_reads_from_all(chain, monkeypatch):
    first, second = SecretService.Keyring(), kwallet.DBusKeyring()
    kept: dict[int, str] = {id(second): "old"}
    for kind in (SecretService.Keyring, kwallet.DBusKeyring):
        monkeypatch.setattr(kind, "get_password", lambda self, service, username: kept.get(id(self)))
        monkeypatch.setattr(kind, "set_password", lambda self, service, username, value: kept.update({id(self): value}))
        monkeypatch.setattr(kind, "delete_password", lambda self, service, username: kept.pop(id(self)))
    keys = chain(first, second)
    assert keys.get("s") == Secret("old")
    # what the chain holds later does not count: these two were checked
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [PlaintextKeyring()])
    keys.set("s", Secret("new"))
    assert keys.get("s") == Secret("new")
    assert kept == {id(first): "new", id(second): "old"}
    keys.delete("s")
    assert not kept
    assert keys.get("s") is None


# --- Windows


def test_on_windows_secrets_stay_on_this_machine_and_no_old_one_is_kept(chosen, monkeypatch):
    """The double keeps what a set replaces under a second name, as the back end does (keyring/backends/Windows.py)."""
    kept: dict[str, str] = {}
    constants = SimpleNamespace(CRED_PERSIST_ENTERPRISE=3, CRED_PERSIST_LOCAL_MACHINE=2)
    monkeypatch.setattr(Windows, "win32cred", constants, raising=False)

    def set_password(self, service, username, value):
        if service in kept:
            kept[f"{username}@{service}"] = kept[service]
        kept[service] = value

    def delete_password(self, service, username):
        for name in (service, f"{username}@{service}"):
            kept.pop(name, None)

    monkeypatch.setattr(WinVaultKeyring, "get_password", lambda self, service, username: kept.get(service))
    monkeypatch.setattr(WinVaultKeyring, "set_password", set_password)
    monkeypatch.setattr(WinVaultKeyring, "delete_password", delete_password)
    backend = WinVaultKeyring()
    assert backend.persist == constants.CRED_PERSIST_ENTERPRISE
    keys = chosen(backend)
    keys.set("s", Secret("one"))
    keys.set("s", Secret("two"))
    assert kept == {"s": "two"}
    assert backend.persist == constants.CRED_PERSIST_LOCAL_MACHINE


# --- failures


class LockedException(Exception):  # SecretStorage's name
    pass


class PromptDismissedException(Exception):  # SecretStorage's name
    pass


def dismissed():
    error = InitError("Failed to create the collection")
    error.__cause__ = PromptDismissedException()
    return error


def unanswered(name):
    """As KWallet's back end has it, through dbus-python."""

    class DBusException(Exception):  # dbus-python's name
        def get_dbus_name(self):
            return f"org.freedesktop.DBus.Error.{name}"

    error = InitError("Failed to open keyring: SECRET")
    error.__cause__ = DBusException()
    return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyringLocked("Failed to unlock"), VaultLocked),
        (LockedException(), VaultLocked),
        (dismissed(), VaultLocked),
        (PasswordSetError("Cancelled by user"), VaultLocked),
        (PasswordDeleteError("Cancelled by user"), VaultLocked),
        (PasswordSetError("SECRET"), KeyStoreTrouble),
        (unanswered("NoReply"), VaultLocked),
        (unanswered("Timeout"), VaultLocked),
        (unanswered("ServiceUnknown"), KeyStoreTrouble),
        (InitError("no bus"), KeyStoreTrouble),
        (KeyringError("SECRET"), KeyStoreTrouble),
        (OSError("SECRET"), KeyStoreTrouble),
    ],
)
@pytest.mark.parametrize("method", ["get_password", "set_password", "delete_password"])
def test_failures_are_told_without_what_was_to_be_written(chosen, monkeypatch, error, told, method):
    def raise_(*args):
        raise error

    monkeypatch.setattr(SecretService.Keyring, "get_password", lambda *args: "there")
    monkeypatch.setattr(SecretService.Keyring, method, raise_)
    keys = chosen(SecretService.Keyring())
    calls = {"get_password": lambda: keys.get("s"), "set_password": lambda: keys.set("s", Secret("SECRET"))}
    with pytest.raises(told) as caught:
        calls.get(method, lambda: keys.delete("s"))()
    assert caught.value.next_step
    assert caught.value.__cause__ is None
    assert "SECRET" not in f"{caught.value} {caught.value.details}"


# --- KWallet


class Daemon:
    """kwalletd, as its back end sees it through D-Bus: openly a fake."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.calls: list[str] = []

    def isOpen(self, handle):  # noqa: N802 - its name
        self.calls.append("isOpen")
        return True

    def sync(self, handle, appid):
        self.calls.append("sync")

    def hasEntry(self, handle, folder, key, appid):  # noqa: N802
        return (folder, key) in self.kept

    def readPassword(self, handle, folder, key, appid):  # noqa: N802
        return self.kept[folder, key]

    def writePassword(self, handle, folder, key, value, appid):  # noqa: N802
        self.kept[folder, key] = value

    def removeEntry(self, handle, folder, key, appid):  # noqa: N802
        del self.kept[folder, key]


@pytest.fixture
def wallet(chosen):
    backend = kwallet.DBusKeyring()
    backend.handle, backend.iface = 1, Daemon()
    return chosen(backend), backend


def test_kwallet_has_what_was_changed_on_disk_at_once(wallet):
    keys, backend = wallet
    for change in (lambda: keys.set("s", Secret("x")), lambda: keys.delete("s")):
        backend.iface.calls.clear()
        change()
        assert backend.iface.calls[-2:] == ["sync", "isOpen"]
    backend.iface.kept["s", "key"] = "y"
    backend.iface.calls.clear()
    assert keys.get("s") == Secret("y")
    assert "sync" not in backend.iface.calls


def test_a_kwallet_that_was_started_again_is_looked_for(wallet, monkeypatch):
    keys, backend = wallet
    keys.set("s", Secret("x"))
    living = backend.iface

    class Gone(Daemon):
        def isOpen(self, handle):  # noqa: N802
            raise OSError("ServiceUnknown")

    def connected(self, service):
        if self.handle < 0:
            self.iface, self.handle = living, 2
        return self.iface.isOpen(self.handle)

    backend.iface = Gone()
    monkeypatch.setattr(kwallet.DBusKeyring, "connected", connected)
    assert keys.get("s") == Secret("x")
    assert backend.handle == 2


def test_a_kwallet_that_stays_away_or_is_locked_is_not_asked_again_and_again(wallet, monkeypatch):
    keys, backend = wallet
    asked = []

    def connected(self, service):
        asked.append(self.handle)
        raise errors[0]

    monkeypatch.setattr(kwallet.DBusKeyring, "connected", connected)
    errors = [OSError("ServiceUnknown")]
    with pytest.raises(KeyStoreTrouble):
        keys.get("s")
    assert asked == [1, -1]
    backend.handle = 1
    errors = [unanswered("NoReply")]
    with pytest.raises(VaultLocked):
        keys.get("s")
    assert asked == [1, -1, 1]


# --- asked of another process first


def told_by(answer, chosen, backend):
    asked = []
    chosen(backend)

    def ask():
        asked.append(answer)
        return answer

    return OsKeyStore(ask), asked


def test_a_usable_keyring_that_another_process_found_is_not_looked_for_again(chosen):
    usable = KeyStoreState(True, "Secret Service")
    keys, asked = told_by(usable, chosen, null.Keyring())
    assert keys.state() is usable
    assert keys.state() is usable
    assert len(asked) == 1


def test_no_secret_is_kept_on_the_word_of_another_process(chosen):
    keys, _ = told_by(KeyStoreState(True, "Secret Service"), chosen, null.Keyring())
    assert keys.state().usable
    for call in (lambda: keys.get("service"), lambda: keys.set("service", Secret("x")), lambda: keys.delete("service")):
        with pytest.raises(KeyStoreTrouble, match="not known to protect secrets"):
            call()
    assert not keys.state().usable


@pytest.mark.parametrize("answer", [None, KeyStoreState(False, "none", "There is none.", "Get one.")])
def test_this_process_looks_for_itself_when_another_found_none(chosen, answer):
    keys, asked = told_by(answer, chosen, SecretService.Keyring())
    assert keys.state() == KeyStoreState(True, "Secret Service")
    assert keys.state().usable
    assert len(asked) == 1
