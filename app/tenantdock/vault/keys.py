"""The keys of one vault: which there are, and their ciphers once the keyring gave them."""

from __future__ import annotations

import base64
import binascii
import contextlib
import os
import threading
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.secret import Secret
from tenantdock.vault.files import write_atomically
from tenantdock.vault.keystore import KeyStoreTrouble
from tenantdock.vault.sealing import HEADER_BYTES, ID_BYTES, KEY_BYTES, vault_id_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from tenantdock.vault.keystore import KeyStore

SUFFIX: Final = ".sealed"
_VOTED: Final = 4  # ids of a lost vault.id that are looked for in the keyring: a rotation leaves two
_Stamp = tuple[int, int, int]


def service_name(vault_id: bytes) -> str:
    """Return the name under which a key is in the keyring."""
    return f"TenantDock/{vault_id.hex()}"


class VaultKeys:
    """The keys of the vault in *folder*, in the keyring *store*. Thread-safe, except for what says "alone".

    ``vault.id`` holds their ids, 32 hex digits a line, not secret. What is sealed is sealed with the first. Others are on their way
    out (or were on their way in when a rotation was killed): files may still be under them, and the keyring may still have them.
    *lost* is called, alone, when the first one's key is gone for good, with the ids that can still be opened.
    """

    def __init__(self, folder: Path, store: KeyStore, lost: Callable[[Collection[bytes]], None]) -> None:
        self._folder = folder
        self._path = folder / "vault.id"
        self._scratch = folder / "tmp"
        self._store = store
        self._lost = lost
        self._lock = threading.Lock()
        self._ids: tuple[bytes, ...] = ()
        self._stamp: _Stamp | None = None
        self._ciphers: dict[bytes, AESGCM] = {}

    @property
    def ready(self) -> bool:
        """Whether there is a key to seal with in memory."""
        return bool(self._ids)

    @property
    def current(self) -> tuple[AESGCM, bytes]:
        """What seals now, and its id. Only when :attr:`ready`."""
        with self._lock:
            return self._ciphers[self._ids[0]], self._ids[0]

    @property
    def unfinished(self) -> bool:
        """Whether there are keys that a rotation has still to take out."""
        return len(self._ids) > 1

    def changed(self) -> bool:
        """Whether ``vault.id`` is another one than when it was read. One that went away is not: the next write makes it again."""
        return self._stat() not in {None, self._stamp}

    def seals(self, vault_id: bytes) -> bool:
        """Whether *vault_id* is the key to seal with, also by what other processes wrote."""
        return self._ids[0] == vault_id and not self.changed()

    def cipher(self, vault_id: bytes) -> AESGCM | None:
        """Return what opens files under *vault_id*; None when that is no key of this vault (any more), or it is lost. May ask the
        keyring.
        """
        found = self._ciphers.get(vault_id)
        if found is not None:
            return found
        ids, _ = self._read()
        return self._fetch(vault_id) if vault_id in ids else None

    def exist(self) -> bool:
        """Whether this vault has a key, as far as its folder tells."""
        return bool(self._read()[0]) or any((self._folder / "sealed").glob(f"*{SUFFIX}"))

    def load(self) -> bool:
        """Read which keys there are, and the first one. Returns False when it is not there: then :meth:`make`, alone."""
        while True:
            ids, stamp = self._read()
            if not ids:
                self._store.get(service_name(os.urandom(ID_BYTES)))  # a keyring that fails here leaves nothing on disk
                return False
            if self._fetch(ids[0]) is None:
                return False
            if self._use(ids, stamp):
                return True

    def prove(self) -> bool:
        """Read the first key from the keyring, whatever is in memory. Returns whether it is there; True where there is none yet."""
        ids, _ = self._read()
        return not ids or self._read_key(ids[0]) is not None

    def make(self) -> None:
        """Read the key, or make one. Alone among all processes."""
        ids, _ = self._read()
        if not ids:
            ids = self._ids_from_files() or (os.urandom(ID_BYTES),)
            self._save(ids)  # before the key: a kill in between must not leave one in the keyring that nobody knows
        if self._fetch(ids[0]) is None:
            self._lost([each for each in ids[1:] if self._fetch(each) is not None])
            self._new(ids[0])
        with self._lock:
            self._set(ids, self._stat())

    def begin(self) -> None:
        """Make another key, and seal with it from now on. Alone, after :meth:`load`.

        At any kill ``vault.id`` names every key that the keyring has.
        """
        ids, new = self._ids, os.urandom(ID_BYTES)
        self._write((*ids, new))
        try:
            self._new(new)
        except TenantDockError:
            # If this fails too, the id stays in vault.id, and the next rotation takes it out
            with contextlib.suppress(TenantDockError, OSError):
                self._store.delete(service_name(new))
                self._write(ids)
            raise
        self._write((new, *ids))

    def finish(self) -> None:
        """Take all but the first out of the keyring. Alone, and when no file is under them any more."""
        for old in self._ids[1:]:
            self._store.delete(service_name(old))
        self._write(self._ids[:1])

    def _new(self, vault_id: bytes) -> None:
        key = os.urandom(KEY_BYTES)
        self._store.set(service_name(vault_id), Secret(base64.b64encode(key).decode("ascii")))
        if self._read_key(vault_id) != key:
            raise KeyStoreTrouble(
                "Your keyring did not keep TenantDock's key.",
                next_step="Check that your system's keyring works, then start TenantDock again.",
            )
        self._fetch(vault_id)

    def _fetch(self, vault_id: bytes) -> AESGCM | None:
        """Put a key's cipher into memory."""
        key = self._read_key(vault_id)
        if key is None:
            return None
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # slow to import; not needed at start

        cipher = AESGCM(key)
        with self._lock:
            self._ciphers[vault_id] = cipher
        return cipher

    def _read_key(self, vault_id: bytes) -> bytes | None:
        saved = self._store.get(service_name(vault_id))
        if saved is None:
            return None
        with contextlib.suppress(binascii.Error, ValueError):
            key = base64.b64decode(saved.reveal(), validate=True)
            if len(key) == KEY_BYTES:
                return key
        return None

    def _read(self) -> tuple[tuple[bytes, ...], _Stamp | None]:
        """Return the ids in ``vault.id`` (none when it is damaged or not there), and what tells a change of it."""
        stamp = self._stat()  # before reading: a change in between is then seen as one
        try:
            ids = tuple(bytes.fromhex(line) for line in self._path.read_text("ascii").splitlines())
        except (FileNotFoundError, ValueError):
            return (), stamp
        return (ids if all(len(each) == ID_BYTES for each in ids) else ()), stamp

    def _use(self, ids: tuple[bytes, ...], stamp: _Stamp | None) -> bool:
        """Use what was read, unless it was replaced meanwhile: a rotation on another thread must not see its own ids go back."""
        with self._lock:
            current = self._stat() == stamp
            if current:
                self._set(ids, stamp)
            return current

    def _write(self, ids: tuple[bytes, ...]) -> None:
        with self._lock:
            self._save(ids)
            self._set(ids, self._stat())

    def _save(self, ids: tuple[bytes, ...]) -> None:
        write_atomically(self._path, b"".join(each.hex().encode("ascii") + b"\n" for each in ids), self._scratch)

    def _set(self, ids: tuple[bytes, ...], stamp: _Stamp | None) -> None:
        self._ids, self._stamp = ids, stamp
        self._ciphers = {each: cipher for each, cipher in self._ciphers.items() if each in ids}

    def _stat(self) -> _Stamp | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _ids_from_files(self) -> tuple[bytes, ...]:
        """The ids that most sealed files name, those with a key first, so that one damaged file cannot name it."""
        votes: Counter[bytes] = Counter()
        for path in (self._folder / "sealed").glob(f"*{SUFFIX}"):
            with path.open("rb") as file:
                found = vault_id_of(file.read(HEADER_BYTES))
            if found is not None:
                votes[found] += 1
        named = [each for each, _ in votes.most_common(_VOTED)]
        return tuple(each for each in named if self._fetch(each) is not None) or tuple(named[:1])
