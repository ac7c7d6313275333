"""Who is at the other end: the process and its user, as the operating system tells them, never as the peer claims."""

from __future__ import annotations

import os
import socket
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# On Windows "/proc" would be a folder of the current drive, which anybody could make
_PROC: Final = sys.platform != "win32" and Path("/proc/self/stat").exists()


@dataclass(frozen=True, slots=True)
class Process:
    """A process, pinned: *started* tells it from a later one of the same *pid*. Its unit differs between systems, so it is only
    compared. *pid* is 0 where the system does not tell it.
    """

    pid: int
    started: float


class Stranger(Exception):
    """The peer is another user's process, or is gone already."""


def peer_process(descriptor: int) -> Process:
    """Return the process at the other end of a local socket (Unix: a file descriptor; Windows: a pipe's handle).

    Raises :class:`Stranger` when it is not this user's, or when the system does not say whose it is.
    """
    try:
        if sys.platform == "win32":
            pid = _windows_peer(descriptor)
            same = _windows_user(pid) == _windows_user(os.getpid())
        else:
            pid, uid = _unix_peer(descriptor)
            same = uid == os.getuid()
        if not same:
            raise Stranger
        return Process(pid, _started(pid) if pid else 0.0)
    except OSError:
        raise Stranger from None


def _started(pid: int) -> float:
    if _PROC:
        # Field 22, in ticks since boot (proc_pid_stat(5)); the name in field 2 may hold spaces and brackets. psutil would read the
        # same, but its import takes 40 ms of the first console's time
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        return float(stat.rpartition(")")[2].split()[19])
    return psutil_started(pid)


def psutil_started(pid: int) -> float:
    """Return when a process started, for systems without /proc. Raises :class:`Stranger` when it is gone or not ours to see."""
    import psutil  # noqa: PLC0415 - 40 ms

    try:
        return psutil.Process(pid).create_time()
    except psutil.Error:
        raise Stranger from None


if sys.platform == "win32":

    def _windows_peer(handle: int) -> int:
        import ctypes  # noqa: PLC0415 - Windows only

        from tenantdock.winapi import DWORD, library  # noqa: PLC0415 - Windows only

        pid = DWORD()
        if not library("kernel32").GetNamedPipeClientProcessId(handle, ctypes.byref(pid)):
            raise ctypes.WinError(ctypes.get_last_error())
        return pid.value

    def _windows_user(pid: int) -> str:
        import psutil  # noqa: PLC0415 - 40 ms

        try:
            return psutil.Process(pid).username()
        except psutil.Error:
            raise Stranger from None

else:

    def _unix_peer(descriptor: int) -> tuple[int, int]:
        """Return pid and uid of the process that connected: SO_PEERCRED of unix(7) on Linux; on macOS LOCAL_PEERPID and
        LOCAL_PEERCRED of sys/un.h at the level SOL_LOCAL (0).
        """
        with socket.socket(fileno=os.dup(descriptor)) as peer:
            if sys.platform == "darwin":
                (pid,) = struct.unpack("i", peer.getsockopt(0, 2, 4))
                # struct xucred: version, uid, and groups that do not matter here
                _, uid = struct.unpack_from("II", peer.getsockopt(0, 1, 128))
            else:
                pid, uid, _ = struct.unpack("iII", peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        return pid, uid
