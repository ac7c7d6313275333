"""Locks between processes, which the system releases when a process dies, however it dies."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tenantdock.vault.files import make_folder

if TYPE_CHECKING:
    from tenantdock.domain.cancel import Cancel

_WINDOWS: Final = os.name == "nt"
_PAUSE: Final = 0.005  # seconds between two tries; what the locks protect takes about a millisecond
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
_HELD: Final = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES})


class Busy(Exception):
    """Somebody else holds a lock, and goes on holding it."""


@contextlib.contextmanager
def held(path: Path, *, seconds: float | None = None, cancel: Cancel | None = None) -> Iterator[bool]:
    """Hold the lock of the file *path*, which is made when it is not there and stays. Not re-entrant, also between threads.

    Gives False, and holds nothing, where there are no locks: on some network drives, and on a disk so full that the file cannot be
    made (so nobody else has it either). Raises :class:`Busy` after *seconds* (None: waits for as long as it takes),
    :class:`Cancelled`, :class:`OSError`.
    """
    try:
        file = _opened(path)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        yield False
        return
    try:
        yield _wait(file, seconds, cancel)
    finally:
        os.close(file)  # which gives the lock back


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with contextlib.suppress(FileNotFoundError):
        return os.open(path, flags, 0o600)
    make_folder(path.parent)
    return os.open(path, flags, 0o600)


def _wait(file: int, seconds: float | None, cancel: Cancel | None) -> bool:
    try_, end = _system_lock(), time.monotonic() + (seconds or 0.0)
    while True:
        try:
            try_(file)
        except OSError as error:
            if error.errno and error.errno not in _HELD:  # wine's C library gives no reason
                return False
        else:
            return True
        if seconds is not None and time.monotonic() >= end:
            raise Busy
        if cancel is None:
            time.sleep(_PAUSE)
        else:
            cancel.wait(_PAUSE)


def _system_lock() -> Callable[[int], object]:
    """What tries to lock a file: it raises OSError when somebody else has it."""
    if sys.platform != "win32" and not _WINDOWS:
        import fcntl  # noqa: PLC0415  # not there on Windows

        return lambda file: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    msvcrt: Any = importlib.import_module("msvcrt")
    return lambda file: msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
