"""The vault: one sealed file per account, under a key from the keyring."""

from __future__ import annotations

import contextlib
import functools
import os
import threading
import time
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import StorageTrouble, TenantDockError, VaultLocked
from tenantdock.domain.ports import VaultState
from tenantdock.domain.said import said, said_count
from tenantdock.vault.files import clean, make_folder, patiently, sync_folder, trouble, write_atomically
from tenantdock.vault.keys import SUFFIX, VaultKeys
from tenantdock.vault.keystore import KeyStoreTrouble
from tenantdock.vault.locks import Busy, held
from tenantdock.vault.sealing import HEADER_BYTES, Damaged, account_bytes, seal, unseal, vault_id_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from tenantdock.domain.ports import Clock
    from tenantdock.domain.secret import Secret
    from tenantdock.vault.keystore import KeyStore

_LOCK_WAIT: Final = 30.0  # seconds; the other process may be waiting for a person at a keyring prompt
_STRIPES: Final = 16


class KeyringVault:
    """The :class:`~tenantdock.domain.ports.Vault` in *folder*, which is its own.

    ===================  =====================================================================
    ``vault.id``         which keys in the keyring are this folder's, see :class:`VaultKeys`
    ``vault.lock``       held while a key is made or replaced, so that one process does it
    ``sealed/*.sealed``  one file per account, see :mod:`tenantdock.vault.sealing`
    ``locks/``           each held by who changes one of a sixteenth of the accounts
    ``damaged/``         what was set aside, with the time in its name
    ``tmp/``             files that are being written
    ===================  =====================================================================

    Building one touches nothing; the key is read when the first file is sealed or unsealed, and kept in memory. Without a keyring
    that protects secrets nothing is written and all is kept in memory. *reports* collects what went wrong without stopping
    anything; *on_report* is called with each, on the thread that met it.

    **Replacing the key.** A new one is made and named in ``vault.id``, then every file is sealed anew, one at a time, then the old
    one leaves the keyring and ``vault.id``. Until then both open files. Who changes a file holds its lock and looks at ``vault.id``
    under it, so that nobody seals with the old key once every lock was free for a moment after the new one was named.
    """

    def __init__(
        self, folder: Path, keys: KeyStore, clock: Clock, *, on_report: Callable[[TenantDockError], None] | None = None
    ) -> None:
        self.reports: list[TenantDockError] = []
        self._on_report = on_report
        self._folder = folder
        self._sealed = folder / "sealed"
        self._scratch = folder / "tmp"
        self._store = keys
        self._keys = VaultKeys(folder, keys, self._set_lost_aside)
        self._clock = clock
        self._key_lock = threading.Lock()
        self._stripes = [threading.Lock() for _ in range(_STRIPES)]
        self._memory_only: VaultState | None = None
        self._memory: dict[str, bytes] = {}
        self._lost: dict[str, StorageTrouble] = {}
        self._refused: tuple[float, VaultLocked] | None = None
        self._met: VaultLocked | StorageTrouble | None = None
        self._going_on: threading.Thread | None = None

    def state(self) -> VaultState:
        """Whether the vault persists. Asks for no key, so nobody is prompted, and raises nothing.

        What the last call that needed the key met (a locked keyring, which is one that persists, or a full disk) is the *reason*
        until one succeeds.
        """
        store = self._store.state()
        if self._keys.ready:
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
        while True:
            key = self._open()
            with self._stripe(account_id):
                if key is None:
                    self._memory[account_id] = plain
                    return
                try:
                    with self._held(account_id):
                        if not self._keys.seals(key[1]):
                            continue  # to read the new key without the lock: the keyring may ask the person
                        write_atomically(path, seal(*key, account_id, plain), self._scratch)
                except OSError as error:
                    raise trouble(error, path, said("save this sign-in")) from error
                self._lost.pop(account_id, None)
                return

    def unseal(self, account_id: str) -> bytes | None:
        """Return what was sealed for an account, or None. Raises :class:`VaultLocked`, and :class:`StorageTrouble` once when the
        file is damaged or its key is gone, after setting it aside.
        """
        path = self._path(account_id)
        # Without a file no keyring is asked: an account that was never sealed costs no prompt
        if path.exists():
            self._open()
        with self._stripe(account_id):
            lost = self._lost.pop(account_id, None)
            if lost is not None:
                raise lost
            if not self._keys.ready:
                return self._memory.get(account_id)
            try:
                return self._unseal(account_id, path)
            except FileNotFoundError:
                return None
            except OSError as error:
                raise trouble(error, path, said("read this sign-in")) from error

    def discard(self, account_id: str) -> None:
        """Remove what was sealed for an account, also what was set aside. Needs no key. Raises :class:`StorageTrouble`."""
        path = self._path(account_id)
        with self._stripe(account_id):
            self._memory.pop(account_id, None)
            self._lost.pop(account_id, None)
            if not self._folder.exists():
                return
            try:
                with self._held(account_id):
                    gone = [path] if path.exists() else []
                    gone += (self._folder / "damaged").glob(f"{path.name}.*")
                    for each in gone:
                        patiently(functools.partial(each.unlink, missing_ok=True))
                    for folder in {each.parent for each in gone}:
                        sync_folder(folder)
            except OSError as error:
                raise trouble(error, path, said("remove this sign-in")) from error

    def prove(self) -> None:
        """Read the key from the keyring anew, so that a locked one asks the person. Raises :class:`VaultLocked`, and
        :class:`StorageTrouble` when the keyring fails or the key is gone. Without a keyring there is nothing to prove.
        """
        if self._memory_only is None and self._store.state().usable and not self._keys.prove():
            raise StorageTrouble(
                "TenantDock's key is not in your keyring any more.",
                next_step="Quit TenantDock and start it again: it says then which sign-ins are lost.",
            )

    def rotate(self, cancel: Cancel) -> int:
        """Make a new key, seal everything with it, and take the old one out of the keyring. Returns how many files were sealed.

        A kill, an error or a cancel at any point loses nothing: the next call goes on, and so does the next process that needs
        the key, on a thread of its own. Raises :class:`StorageTrouble`, :class:`VaultLocked`, :class:`Cancelled`.
        """
        cancel.check()
        if not self._keys.exist() or self._open() is None:
            return 0
        before = self._keys.current[1]
        try:
            with held(self._folder / "vault.lock", cancel=cancel) as alone:
                if not alone:
                    raise StorageTrouble(
                        "The key was not replaced: TenantDock's folder cannot be locked.",
                        next_step="Free some space if the disk is full, or move the folder to a local disk, then try again. "
                        "Everything that was saved is still there.",
                    )
                if not self._keys.load():
                    self._keys.make()
                if self._keys.current[1] != before and not self._keys.unfinished:
                    return 0  # another TenantDock replaced it while this one waited
                cancel.check()
                self._keys.begin()
                return self._finish(cancel)
        except OSError as error:
            raise trouble(error, self._folder / "vault.id", said("replace the key of the saved sign-ins")) from error

    def pack(self, plain: bytes, passphrase: Secret) -> bytes:
        """Return *plain* sealed by a passphrase, see :mod:`tenantdock.vault.packing`. Raises :class:`BadInput`."""
        from tenantdock.vault import packing  # noqa: PLC0415  # only for a move to another machine

        return packing.pack(plain, passphrase)

    def unpack(self, packed: bytes, passphrase: Secret) -> bytes:
        """Return what :meth:`pack` sealed, here or elsewhere. Raises :class:`BadInput`."""
        from tenantdock.vault import packing  # noqa: PLC0415  # as in pack

        return packing.unpack(packed, passphrase)

    def _finish(self, cancel: Cancel) -> int:
        """Seal anew what is under another key than the current one, then drop the others. Alone."""
        for number in range(_STRIPES):
            with held(self._lock_file(number), cancel=cancel):
                pass  # who began to seal before the new key was named is done now
        sealed = 0
        for name in [path.name for path in self._sealed.glob(f"*{SUFFIX}")]:
            cancel.check()
            sealed += self._seal_anew(name.removesuffix(SUFFIX), cancel)
        self._keys.finish()
        return sealed

    def _seal_anew(self, account_id: str, cancel: Cancel) -> bool:
        path, (cipher, vault_id) = self._sealed / f"{account_id}{SUFFIX}", self._keys.current
        with self._stripes[_stripe(account_id)], held(self._lock_file(_stripe(account_id)), cancel=cancel):
            try:
                with path.open("rb") as file:
                    if vault_id_of(file.read(HEADER_BYTES)) == vault_id:
                        return False
                plain = unseal(self._keys.cipher, account_id, patiently(path.read_bytes))
            except FileNotFoundError:
                return False
            except Damaged as damage:
                self._lost[account_id] = self._set_aside(path, damage)
                self._report(self._lost[account_id])
                return False
            write_atomically(path, seal(cipher, vault_id, account_id, plain), self._scratch)
            return True

    def _go_on(self) -> None:
        """Finish what a rotation that was killed left, unless another process does so."""
        try:
            with held(self._folder / "vault.lock", seconds=0.0) as alone:
                if alone and self._keys.load() and self._keys.unfinished:
                    self._finish(Cancel())
        except (Busy, VaultLocked):
            pass
        except OSError as error:
            self._report(trouble(error, self._folder / "vault.id", said("finish replacing the key of the saved sign-ins")))
        except StorageTrouble as error:
            self._report(error)

    def _unseal(self, account_id: str, path: Path) -> bytes:
        with contextlib.suppress(Damaged):
            return unseal(self._keys.cipher, account_id, patiently(path.read_bytes))
        # Once more while nobody can change it: it may have been sealed anew, and its old key dropped, while it was read
        with self._held(account_id):
            try:
                return unseal(self._keys.cipher, account_id, patiently(path.read_bytes))
            except Damaged as damage:
                raise self._set_aside(path, damage) from None

    def _path(self, account_id: str) -> Path:
        account_bytes(account_id)  # refuses what must not become a file's name
        return self._sealed / f"{account_id}{SUFFIX}"

    def _stripe(self, account_id: str) -> threading.Lock:
        """One account's files are used by one thread at a time; few locks serve any number of accounts."""
        return self._stripes[_stripe(account_id)]

    def _lock_file(self, stripe: int) -> Path:
        return self._folder / "locks" / f"{stripe:x}"

    @contextlib.contextmanager
    def _held(self, account_id: str) -> Iterator[None]:
        """One account's files are changed by one process at a time."""
        try:
            with held(self._lock_file(_stripe(account_id)), seconds=_LOCK_WAIT):
                yield
        except Busy:
            raise StorageTrouble(
                "Another TenantDock is using this sign-in and does not let go of it.",
                next_step="End the other TenantDock, then try again.",
            ) from None

    def _open(self) -> tuple[AESGCM, bytes] | None:
        """Return cipher and id of the key to seal with, or None in memory-only mode. Asks the keyring at the first call, and when
        another process replaced the key.
        """
        if self._keys.ready and not self._keys.changed():
            return self._keys.current
        arrived = time.perf_counter()  # Python 3.11's monotonic() stands still for 16 ms at a time on Windows
        with self._key_lock:
            if self._memory_only is not None:
                return None
            if not self._keys.ready or self._keys.changed():
                if self._refused is not None and self._refused[0] >= arrived:
                    # The person dismissed the prompt while this call waited behind it: do not ask again for each that waited
                    refused = self._refused[1]
                    raise VaultLocked(refused.message, next_step=refused.next_step)
                self._decide()
            return self._keys.current if self._keys.ready else None

    def _decide(self) -> None:
        store = self._store.state()
        if not store.usable:
            self._memory_only = VaultState(False, store.name, store.reason, store.next_step)
            return
        try:
            self._load()
            clean(self._scratch)
        except VaultLocked as locked:
            self._refused, self._met = (time.perf_counter(), locked), locked
            raise
        except KeyStoreTrouble as error:
            if self._keys.ready:
                raise
            # For this process it stays so: going back and forth would leave an old file where memory held a newer value
            self._memory_only = VaultState(False, store.name, error.message, error.next_step)
            self._report(error)
        except StorageTrouble as error:
            self._met = error
            raise
        except OSError as error:
            self._met = trouble(error, self._folder / "vault.id", said("set up the store for sign-ins"))
            raise self._met from error
        else:
            self._met = None
            if self._keys.unfinished and self._going_on is None:
                self._going_on = threading.Thread(target=self._go_on, name="tenantdock-vault", daemon=True)
                self._going_on.start()

    def _load(self) -> None:
        if self._keys.load():
            return
        make_folder(self._folder)
        try:
            with held(self._folder / "vault.lock", seconds=_LOCK_WAIT):
                self._keys.make()
        except Busy:
            raise StorageTrouble(
                "Another TenantDock is setting up the store for sign-ins.",
                next_step="Answer its keyring prompt, or end it, and try again.",
            ) from None

    def _set_lost_aside(self, there: Collection[bytes]) -> None:
        """The key is gone, so files under none of the keys that are *there* can never be opened: keep them, but out of the way."""
        lost = []
        for path in list(self._sealed.glob(f"*{SUFFIX}")):
            with path.open("rb") as file:
                found = vault_id_of(file.read(HEADER_BYTES))
            if found not in there:
                lost.append(path)
        for path in lost:
            self._move_aside(path)
            self._lost[path.name.removesuffix(SUFFIX)] = _key_is_gone(1)
        if lost:
            self._report(_key_is_gone(len(lost)))

    def _report(self, report: TenantDockError) -> None:
        self.reports.append(report)
        if self._on_report is not None:
            self._on_report(report)

    def _set_aside(self, path: Path, damage: Damaged) -> StorageTrouble:
        return StorageTrouble(
            "The saved sign-in of this account was damaged and has been set aside.",
            next_step="Sign in to this account again.",
            details=f"{self._move_aside(path)}: {damage}",
        )

    def _move_aside(self, path: Path) -> Path:
        stamp = datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y%m%dT%H%M%SZ")
        folder = self._folder / "damaged"
        make_folder(folder)
        kept = folder / f"{path.name}.damaged-{stamp}-{os.urandom(2).hex()}"
        patiently(lambda: path.replace(kept))
        return kept


def _stripe(account_id: str) -> int:
    return int(account_id[:8], 16) % _STRIPES


def _key_is_gone(count: int) -> StorageTrouble:
    return StorageTrouble(
        said_count(
            count,
            "A saved sign-in cannot be opened any more, because TenantDock's key is not in your keyring. The files were set aside.",
            "{n} saved sign-ins cannot be opened any more, because TenantDock's key is not in your keyring. "
            "The files were set aside.",
        ),
        next_step="Sign in again.",
    )
