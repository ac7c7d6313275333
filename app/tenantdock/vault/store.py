"""The vault: one sealed file per account, under a key from the keyring."""

from __future__ import annotations

import base64
import binascii
import contextlib
import functools
import os
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tenantdock.domain.errors import StorageTrouble, VaultLocked
from tenantdock.domain.ports import VaultState
from tenantdock.domain.secret import Secret
from tenantdock.vault.files import clean, make_folder, patiently, sync_folder, trouble, write_atomically
from tenantdock.vault.keystore import KeyStoreTrouble
from tenantdock.vault.sealing import HEADER_BYTES, ID_BYTES, KEY_BYTES, Damaged, account_bytes, seal, unseal, vault_id_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from tenantdock.domain.errors import TenantDockError
    from tenantdock.domain.ports import Clock
    from tenantdock.vault.keystore import KeyStore

SUFFIX: Final = ".sealed"
_LOCK_WAIT: Final = 30.0  # seconds; the other process may be waiting for a person at a keyring prompt
_STRIPES: Final = 16


def service_name(vault_id: bytes) -> str:
    """Return the name under which the key of a vault is in the keyring."""
    return f"TenantDock/{vault_id.hex()}"


class KeyringVault:
    """The :class:`~tenantdock.domain.ports.Vault` in *folder*, which is its own.

    ===================  =====================================================================
    ``vault.id``         32 hex digits, not secret: which key in the keyring is this folder's
    ``vault.lock``       held while a key is made, so that two processes make one
    ``sealed/*.sealed``  one file per account, see :mod:`tenantdock.vault.sealing`
    ``damaged/``         what was set aside, with the time in its name
    ``tmp/``             files that are being written
    ===================  =====================================================================

    Building one touches nothing; the key is read when the first file is sealed or unsealed, and kept in memory. Without a keyring
    that protects secrets nothing is written and all is kept in memory. *reports* collects what went wrong without stopping
    anything; *on_report* is called with each, on the calling thread.
    """

    def __init__(
        self, folder: Path, keys: KeyStore, clock: Clock, *, on_report: Callable[[TenantDockError], None] | None = None
    ) -> None:
        self.reports: list[TenantDockError] = []
        self._on_report = on_report
        self._folder = folder
        self._sealed = folder / "sealed"
        self._scratch = folder / "tmp"
        self._keys = keys
        self._clock = clock
        self._key_lock = threading.Lock()
        self._stripes = [threading.Lock() for _ in range(_STRIPES)]
        self._key: tuple[AESGCM, bytes] | None = None
        self._memory_only: VaultState | None = None
        self._memory: dict[str, bytes] = {}
        self._lost: set[str] = set()
        self._refused: tuple[float, VaultLocked] | None = None
        self._met: VaultLocked | StorageTrouble | None = None

    def state(self) -> VaultState:
        """Whether the vault persists. Asks for no key, so nobody is prompted, and raises nothing.

        What the last call that needed the key met (a locked keyring, which is one that persists, or a full disk) is the *reason*
        until one succeeds.
        """
        store = self._keys.state()
        if self._key is not None:
            return VaultState(True, store.name)
        if self._memory_only is not None:
            return self._memory_only
        if (met := self._met) is not None:
            return VaultState(isinstance(met, VaultLocked), store.name, met.message, met.next_step)
        return VaultState(store.usable, store.name, store.reason, store.next_step)

    def seal(self, account_id: str, plain: bytes) -> None:
        """Seal *plain* for an account; it is on disk when this returns. Raises :class:`StorageTrouble`, :class:`VaultLocked`; what
        was there before is then still there.
        """
        path = self._path(account_id)
        key = self._open()
        with self._stripe(account_id):
            if key is None:
                self._memory[account_id] = plain
                return
            try:
                write_atomically(path, seal(*key, account_id, plain), self._scratch)
            except OSError as error:
                raise trouble(error, path, "save this sign-in") from error
            self._lost.discard(account_id)

    def unseal(self, account_id: str) -> bytes | None:
        """Return what was sealed for an account, or None. Raises :class:`VaultLocked`, and :class:`StorageTrouble` once when the
        file is damaged or its key is gone, after setting it aside.
        """
        path = self._path(account_id)
        # Without a file no keyring is asked: an account that was never sealed costs no prompt
        key = self._open() if path.exists() else self._key
        with self._stripe(account_id):
            if account_id in self._lost:
                self._lost.discard(account_id)
                raise _key_is_gone(1)
            if key is None:
                return self._memory.get(account_id)
            try:
                return self._unseal(key, account_id, path)
            except FileNotFoundError:
                return None
            except OSError as error:
                raise trouble(error, path, "read this sign-in") from error

    def discard(self, account_id: str) -> None:
        """Remove what was sealed for an account, also what was set aside. Needs no key. Raises :class:`StorageTrouble`."""
        path = self._path(account_id)
        with self._stripe(account_id):
            self._memory.pop(account_id, None)
            self._lost.discard(account_id)
            try:
                gone = [path] if path.exists() else []
                gone += (self._folder / "damaged").glob(f"{path.name}.*")
                for each in gone:
                    patiently(functools.partial(each.unlink, missing_ok=True))
                if gone:
                    sync_folder(gone[0].parent)
            except OSError as error:
                raise trouble(error, path, "remove this sign-in") from error

    def pack(self, plain: bytes, passphrase: Secret) -> bytes:
        """Return *plain* sealed by a passphrase, see :mod:`tenantdock.vault.packing`. Raises :class:`BadInput`."""
        from tenantdock.vault import packing  # noqa: PLC0415  # only for a move to another machine

        return packing.pack(plain, passphrase)

    def unpack(self, packed: bytes, passphrase: Secret) -> bytes:
        """Return what :meth:`pack` sealed, here or elsewhere. Raises :class:`BadInput`."""
        from tenantdock.vault import packing  # noqa: PLC0415  # as in pack

        return packing.unpack(packed, passphrase)

    def _unseal(self, key: tuple[AESGCM, bytes], account_id: str, path: Path) -> bytes:
        try:
            return unseal(*key, account_id, patiently(path.read_bytes))
        except Damaged as damage:
            kept = self._set_aside(path)
            raise StorageTrouble(
                "The saved sign-in of this account was damaged and has been set aside.",
                next_step="Sign in to this account again.",
                details=f"{kept}: {damage}",
            ) from None

    def _path(self, account_id: str) -> Path:
        account_bytes(account_id)  # refuses what must not become a file's name
        return self._sealed / f"{account_id}{SUFFIX}"

    def _stripe(self, account_id: str) -> threading.Lock:
        """One account's files are used by one thread at a time; few locks serve any number of accounts."""
        return self._stripes[int(account_id[:8], 16) % _STRIPES]

    def _open(self) -> tuple[AESGCM, bytes] | None:
        """Return cipher and vault id, or None in memory-only mode. Asks the keyring at the first call."""
        if self._key is not None:
            return self._key
        arrived = time.monotonic()
        with self._key_lock:
            if self._key is None and self._memory_only is None:
                if self._refused is not None and self._refused[0] >= arrived:
                    # The person dismissed the prompt while this call waited behind it: do not ask again for each that waited
                    refused = self._refused[1]
                    raise VaultLocked(refused.message, next_step=refused.next_step)
                self._decide()
            return self._key

    def _decide(self) -> None:
        store = self._keys.state()
        if not store.usable:
            self._memory_only = VaultState(False, store.name, store.reason, store.next_step)
            return
        try:
            self._key = self._load()
            clean(self._scratch)
        except VaultLocked as locked:
            self._refused, self._met = (time.monotonic(), locked), locked
            raise
        except KeyStoreTrouble as error:
            # For this process it stays so: going back and forth would leave an old file where memory held a newer value
            self._memory_only = VaultState(False, store.name, error.message, error.next_step)
            self._report(error)
        except StorageTrouble as error:
            self._met = error
            raise
        except OSError as error:
            self._met = trouble(error, self._folder / "vault.id", "set up the store for sign-ins")
            raise self._met from error

    def _load(self) -> tuple[AESGCM, bytes]:
        vault_id = self._read_id()
        if vault_id is not None:
            key = self._read_key(vault_id)
            if key is not None:
                return _cipher(key), vault_id
        else:
            self._keys.get(service_name(os.urandom(ID_BYTES)))  # a keyring that fails here leaves nothing on disk
        from filelock import FileLock, Timeout  # noqa: PLC0415  # needed once in a vault's life

        make_folder(self._folder)
        try:
            with FileLock(self._folder / "vault.lock", timeout=_LOCK_WAIT, mode=0o600):
                return self._load_or_make()
        except Timeout:
            raise StorageTrouble(
                "Another TenantDock is setting up the store for sign-ins.",
                next_step="Answer its keyring prompt, or end it, and try again.",
            ) from None

    def _load_or_make(self) -> tuple[AESGCM, bytes]:
        """Read the key, or make one; alone among all processes."""
        saved = self._read_id()
        vault_id = saved or self._id_from_files() or os.urandom(ID_BYTES)
        key = self._read_key(vault_id)
        if key is None:
            self._set_all_aside()
            key = os.urandom(KEY_BYTES)
            self._keys.set(service_name(vault_id), Secret(base64.b64encode(key).decode("ascii")))
            if self._read_key(vault_id) != key:
                raise KeyStoreTrouble(
                    "Your keyring did not keep TenantDock's key, so sign-ins are kept in memory only.",
                    next_step="Check that your system's keyring works, then start TenantDock again.",
                )
        if saved is None:
            write_atomically(self._folder / "vault.id", vault_id.hex().encode("ascii") + b"\n", self._scratch)
        return _cipher(key), vault_id

    def _read_key(self, vault_id: bytes) -> bytes | None:
        saved = self._keys.get(service_name(vault_id))
        if saved is None:
            return None
        with contextlib.suppress(binascii.Error, ValueError):
            key = base64.b64decode(saved.reveal(), validate=True)
            if len(key) == KEY_BYTES:
                return key
        return None

    def _read_id(self) -> bytes | None:
        try:
            vault_id = bytes.fromhex((self._folder / "vault.id").read_text("ascii"))
        except (FileNotFoundError, ValueError):
            return None
        return vault_id if len(vault_id) == ID_BYTES else None

    def _id_from_files(self) -> bytes | None:
        """The id that most sealed files name, so that one damaged file cannot name it."""
        votes: Counter[bytes] = Counter()
        for path in self._sealed.glob(f"*{SUFFIX}"):
            with path.open("rb") as file:
                found = vault_id_of(file.read(HEADER_BYTES))
            if found is not None:
                votes[found] += 1
        return votes.most_common(1)[0][0] if votes else None

    def _set_all_aside(self) -> None:
        """The key is gone, so no sealed file can ever be opened: keep them, but out of the way."""
        paths = list(self._sealed.glob(f"*{SUFFIX}"))
        for path in paths:
            self._set_aside(path)
            self._lost.add(path.name.removesuffix(SUFFIX))
        if paths:
            self._report(_key_is_gone(len(paths)))

    def _report(self, report: TenantDockError) -> None:
        self.reports.append(report)
        if self._on_report is not None:
            self._on_report(report)

    def _set_aside(self, path: Path) -> Path:
        stamp = datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y%m%dT%H%M%SZ")
        folder = self._folder / "damaged"
        make_folder(folder)
        kept = folder / f"{path.name}.damaged-{stamp}-{os.urandom(2).hex()}"
        patiently(lambda: path.replace(kept))
        return kept


def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # slow to import; not needed at start

    return AESGCM(key)


def _key_is_gone(count: int) -> StorageTrouble:
    what = "A saved sign-in" if count == 1 else f"{count} saved sign-ins"
    return StorageTrouble(
        f"{what} cannot be opened any more, because TenantDock's key is not in your keyring. The files were set aside.",
        next_step="Sign in again.",
    )
