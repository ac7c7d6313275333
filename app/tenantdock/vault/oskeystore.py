"""The operating system's keyring, through the ``keyring`` package (read in 25.7.0)."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tenantdock.domain.errors import VaultLocked
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret
from tenantdock.vault.keystore import KeyStoreState, KeyStoreTrouble, unknown_store

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_T = TypeVar("_T")

USERNAME: Final = "key"
"""One user name for all: on Windows a second one under the same service would move the first secret."""

_ALLOWED: Final = {
    ("keyring.backends.Windows", "WinVaultKeyring"): "Windows Credential Manager",
    ("keyring.backends.macOS", "Keyring"): "macOS Keychain",
    ("keyring.backends.SecretService", "Keyring"): "Secret Service",
    ("keyring.backends.libsecret", "Keyring"): "Secret Service",
    ("keyring.backends.kwallet", "DBusKeyring"): "KWallet",
}
_WINDOWS: Final = ("keyring.backends.Windows", "WinVaultKeyring")
_KWALLET: Final = ("keyring.backends.kwallet", "DBusKeyring")
_CHAINER: Final = ("keyring.backends.chainer", "ChainerBackend")
_FAIL: Final = ("keyring.backends.fail", "Keyring")
_GET_ONE: Final = {
    "win32": "Start the Windows service Credential Manager (VaultSvc), then start TenantDock again.",
    "darwin": "Open Keychain Access and check that your login keychain is there, then start TenantDock again.",
}
_GET_ONE_LINUX: Final = (
    "Install gnome-keyring or KWallet (Debian, Ubuntu: sudo apt install gnome-keyring libsecret-1-0; Fedora: sudo dnf install "
    "gnome-keyring libsecret), sign in to your desktop again, then start TenantDock again."
)
_UNSET: Final = (
    "Remove the setting PYTHON_KEYRING_BACKEND and the file keyringrc.cfg of Python's keyring, then start TenantDock again."
)
_UNLOCK: Final = "Unlock your keyring when your system asks for it, then try again."


class OsKeyStore:
    """A :class:`~tenantdock.vault.keystore.KeyStore` that takes only keyrings of an allow-list of exact classes.

    Which keyring is used is the keyring package's choice, which an environment variable and a file can change. So the object that
    it chose is checked, not its name; the members of a chain are checked and then used one by one, so that a chain cannot
    change afterwards. Chosen at the first call and kept.

    *ask* finds the state in a cheaper way, or returns None. It only saves importing keyring while no secret is wanted: this process
    chooses and checks for itself when *ask* finds no usable keyring, and before any secret is read or written.
    """

    def __init__(self, ask: Callable[[], KeyStoreState | None] | None = None) -> None:
        self._lock = threading.Lock()
        self._ask = ask
        self._told: KeyStoreState | None = None
        self._state: KeyStoreState | None = None
        self._backends: list[KeyringBackend] = []

    def state(self) -> KeyStoreState:
        """Whether secrets are protected here."""
        with self._lock:
            if self._state is None and self._told is None and self._ask is not None:
                told = self._ask()
                self._told = told if told is not None and told.usable else None
            return self._state or self._told or self._choose()

    def get(self, service: str) -> Secret | None:
        """The secret, or None. Raises :class:`VaultLocked`, :class:`KeyStoreTrouble`."""
        for backend in self._usable():
            value = _asked(backend, said("read"), backend.get_password, service)
            if value is not None:
                return Secret(value)
        return None

    def set(self, service: str, value: Secret) -> None:
        """Save a secret, replacing what was there. Raises :class:`VaultLocked`, :class:`KeyStoreTrouble`."""
        first = self._usable()[0]
        if _is(first, _WINDOWS):
            self.delete(service)  # it keeps what a set replaces, under a second name
        _asked(first, said("write"), first.set_password, service, value.reveal())

    def delete(self, service: str) -> None:
        """Remove a secret. Nothing there is no error. Raises :class:`VaultLocked`, :class:`KeyStoreTrouble`."""
        for backend in self._usable():
            if _asked(backend, said("change"), backend.get_password, service) is not None:
                _asked(backend, said("change"), backend.delete_password, service)

    def _usable(self) -> list[KeyringBackend]:
        with self._lock:
            state = self._state or self._choose()
        if not state.usable:
            raise KeyStoreTrouble(state.reason, next_step=state.next_step)
        return self._backends

    def _choose(self) -> KeyStoreState:
        self._state, self._backends = _choose()
        return self._state


def _choose() -> tuple[KeyStoreState, list[KeyringBackend]]:
    import keyring  # noqa: PLC0415  # slow to import, and not needed before the first sealed file

    try:
        chosen: Any = keyring.get_keyring()
        backends: list[Any] = list(chosen.backends) if _is(chosen, _CHAINER) else [chosen]
    except Exception as error:  # noqa: BLE001  # a setting can name any module, which can raise anything
        reason = "Python's keyring cannot be started, so sign-ins are kept in memory only."
        return KeyStoreState(False, type(error).__name__, reason, _UNSET), []
    labels = [_label(backend) for backend in backends]
    if backends and all(labels):
        for backend in backends:
            if _is(backend, _WINDOWS):
                # Its default, enterprise, lets the secret roam to other machines with the person's profile
                backend.persist = "local machine"
        return KeyStoreState(True, labels[0]), backends
    name = f"{type(chosen).__module__}.{type(chosen).__qualname__}"
    if not backends or _is(chosen, _FAIL):
        reason = "This system has no keyring, so sign-ins are kept in memory only and are gone when TenantDock ends."
        return KeyStoreState(False, name, reason, _GET_ONE.get(sys.platform, _GET_ONE_LINUX)), []
    reason = unknown_store(name)
    return KeyStoreState(False, name, reason, _UNSET), []


def _asked(backend: KeyringBackend, what: str, call: Callable[..., _T], service: str, *secret: str) -> _T:
    """Return what a call of a back end gives. Raises :class:`VaultLocked`, :class:`KeyStoreTrouble`."""
    try:
        return _settled(backend, call(service, USERNAME, *secret))
    except Exception as error:  # noqa: BLE001  # each system's back end has exceptions of its own
        if not _connects_anew(backend, error):
            raise _told(error, what) from None
    try:
        return _settled(backend, call(service, USERNAME, *secret))
    except Exception as error:  # noqa: BLE001  # as above
        raise _told(error, what) from None


def _settled(backend: Any, result: _T) -> _T:
    """Return *result* once what was changed is on disk. KWallet waits some seconds, in which a kill would lose the new key."""
    if result is None and _is(backend, _KWALLET) and backend.handle >= 0:
        backend.iface.sync(backend.handle, backend.appid)
        backend.iface.isOpen(backend.handle)  # sync has no answer; this comes after it
    return result


def _connects_anew(backend: Any, error: Exception) -> bool:
    """Whether to try again: KWallet's back end goes on talking to a daemon that is gone, until it is told to look for one."""
    anew = _is(backend, _KWALLET) and backend.handle >= 0 and not _locked(error)
    if anew:
        backend.handle = -1
    return anew


def _label(backend: object) -> str:
    return next((label for where, label in _ALLOWED.items() if _is(backend, where)), "")


def _is(backend: object, where: tuple[str, str]) -> bool:
    """Whether *backend* is of exactly that class. A class can claim any name, so the names only pick what to compare with."""
    module, name = where
    kind = type(backend)
    return (kind.__module__, kind.__qualname__) == where and kind is getattr(importlib.import_module(module), name, None)


def _told(error: Exception, what: str) -> VaultLocked | KeyStoreTrouble:
    # SecretStorage tells a dismissed prompt and a lock as exceptions of its own, which keyring wraps on one path only
    causes = [each for each in (error, error.__cause__) if each is not None]
    names = {type(each).__name__ for each in causes}
    if _locked(error) or names & {"LockedException", "PromptDismissedException"}:
        return VaultLocked("Your keyring is locked, so saved sign-ins cannot be opened.", next_step=_UNLOCK)
    # Only the kind of failure: its text could hold what was to be written
    return KeyStoreTrouble(
        said("Your keyring failed to {what} TenantDock's key.", what=what),
        next_step="Check that your system's keyring works, then start TenantDock again.",
        details=" ".join(sorted(names)),
    )


def _locked(error: Exception) -> bool:
    from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError  # noqa: PLC0415  # as in _choose

    if isinstance(error, KeyringLocked):
        return True
    # KWallet's back end says so when its prompt was cancelled, except while reading
    if isinstance(error, (PasswordSetError, PasswordDeleteError)) and error.args == ("Cancelled by user",):
        return True
    # ... and D-Bus gives up after 25 s, while the prompt is still open
    names = {getattr(each, "get_dbus_name", str)() for each in (error, error.__cause__)}
    return bool(names & {"org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Timeout"})
