"""One agent per data folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class FolderLock:
    """A lock on a file that the system releases when the process dies, however it dies.

    A few system calls instead of the package ``filelock``, whose import takes longer than a third of the time the desktop has to
    start (measured: 50 ms). The file stays: removing it would let two processes lock two files of one name.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd: int | None = None

    def acquire(self) -> bool:
        """Take the lock. Returns False when another process (or another lock here) has it. Raises :class:`OSError`."""
        fd = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            taken = _lock(fd)
        except BaseException:
            os.close(fd)
            raise
        if not taken:
            os.close(fd)
            return False
        self._fd = fd
        return True

    def release(self) -> None:
        """Give the lock back. Not held is no error."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


if sys.platform == "win32":

    def _lock(fd: int) -> bool:
        import errno  # noqa: PLC0415 - Windows only
        import msvcrt  # noqa: PLC0415 - Windows only

        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in {errno.EACCES, 0}:  # wine's C library gives no reason
                raise
            return False
        return True

else:

    def _lock(fd: int) -> bool:
        import fcntl  # noqa: PLC0415 - Unix only

        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
