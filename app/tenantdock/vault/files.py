"""Files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.said import said, sentences
from tenantdock.domain.text import one_line
from tenantdock.folders import INSIDE

T = TypeVar("T")

_WINDOWS: Final = os.name == "nt"
_WINDOWS_TRIES: Final = 20
_WINDOWS_PAUSE: Final = 0.05  # seconds; a virus scanner or an indexer holds a new file for about this long
_TRIES: Final = 3


def make_folder(folder: Path) -> None:
    """Make *folder* for this user only, and take others' rights away when it is there."""
    folder.mkdir(mode=INSIDE, parents=True, exist_ok=True)
    if not _WINDOWS and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def write_atomically(path: Path, data: bytes, scratch: Path) -> None:
    """Replace *path* with *data*, readable by this user only, and return when both are on disk.

    The data go to a new file in *scratch*, a folder on the same file system, first. A reader, or a kill at any moment, meets the
    old file or the new one. Raises :class:`OSError`; the old file is then as it was.
    """
    for _ in range(_TRIES - 1):
        with contextlib.suppress(FileNotFoundError):
            return _write(path, data, scratch)
        # No folder yet, or another process that cleans the scratch folder took the new file: make them again
        make_folder(scratch)
        make_folder(path.parent)
    return _write(path, data, scratch)


def _write(path: Path, data: bytes, scratch: Path) -> None:
    new = scratch / f"{path.name}.{os.urandom(8).hex()}.tmp"
    file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        try:
            _hold(file)
            view = memoryview(data)
            while view:
                view = view[os.write(file, view) :]
            os.fsync(file)
            if not _WINDOWS:
                new.replace(path)  # while the file is held, so that nobody takes it for a leftover
        finally:
            os.close(file)
        if _WINDOWS:
            patiently(lambda: new.replace(path))
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    sync_folder(path.parent)


def patiently(call: Callable[[], T]) -> T:
    """Return *call*'s result. On Windows, try for a second while another program has the file open without sharing it."""
    if _WINDOWS:
        for _ in range(_WINDOWS_TRIES - 1):
            try:
                return call()
            except PermissionError:
                time.sleep(_WINDOWS_PAUSE)
    return call()


def sync_folder(folder: Path) -> None:
    """Have the folder's entries on disk. Windows has no such call and writes them with the file (NTFS journal)."""
    if not _WINDOWS:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def clean(scratch: Path) -> None:
    """Remove what writers that were killed left in *scratch*, and nothing that a living one still writes."""
    for leftover in list(scratch.glob("*.tmp")):
        with contextlib.suppress(OSError):  # gone meanwhile, or still open (Windows refuses then)
            if _WINDOWS or _abandoned(leftover):
                leftover.unlink()


def _hold(file: int) -> None:
    if sys.platform != "win32" and not _WINDOWS:
        import fcntl  # noqa: PLC0415  # not there on Windows

        with contextlib.suppress(OSError):  # a file system without locks: clean() then leaves every file alone
            fcntl.flock(file, fcntl.LOCK_EX)


def _abandoned(path: Path) -> bool:
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415  # not there on Windows

        file = os.open(path, os.O_RDWR)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(file)
    return True


def trouble(error: OSError, path: Path, what: str) -> StorageTrouble:
    """Return what to tell the person when *what* (such as "save this sign-in") failed with *error* at *path*."""
    import errno  # noqa: PLC0415

    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        message, next_step = said("There is no room on the disk to {what}.", what=what), "Free some space and try again."
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        message = said("TenantDock may not {what} in its folder.", what=what)
        next_step = said("Check that you own {folder} and may write in it, and try again.", folder=path.parent)
    else:
        message, next_step = said("TenantDock could not {what}.", what=what), "Try again. If it keeps happening, check the disk."
    return StorageTrouble(
        message,
        next_step=sentences(next_step, said("What was saved before is still there.")),
        details=one_line(str(error)),
    )
