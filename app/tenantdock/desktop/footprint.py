"""The memory of a program that waits in the tray: what only its start ran is given back."""

from __future__ import annotations

import ctypes
import mmap
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

_RANGE: Final = re.compile(
    rb"([0-9a-f]+)-([0-9a-f]+) r-[x-]p .*/(?:(?:libQt6|libpyside6|libshiboken6|libicu|libpython)[^/]*|[^/]*\.abi3\.so)\s*$"
)
"""Qt, PySide and Python: large, and never unloaded, so that nothing else can be at their place by the time they are given back."""
_OURS: Final = frozenset((b"Anonymous:", b"Swap:", b"Private_Dirty:", b"Shared_Dirty:"))
_SMAPS: Final = Path("/proc/self/smaps")


def give_back() -> None:
    """Have the system take back the pages that can be had again from the files of the program, mostly code of its start. What is
    used again is mapped again, from the file cache, at the first use. To be called on a worker; never raises.

    On Linux that are the untouched parts of our large libraries: unmapped by ``madvise(2)`` with ``MADV_DONTNEED``. On Windows the
    working set is emptied (https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-setprocessworkingsetsize). macOS
    has nothing of the kind.
    """
    if sys.platform == "win32":
        from tenantdock.winapi import SIZE, library  # noqa: PLC0415 - on Windows only

        kernel, everything = library("kernel32"), SIZE(-1)
        kernel.SetProcessWorkingSetSize(kernel.GetCurrentProcess(), everything, everything)
    elif sys.platform == "linux":
        try:
            madvise = ctypes.CDLL(None).madvise
            with _SMAPS.open("rb") as smaps:
                ranges = list(untouched(smaps))
        except (OSError, AttributeError):
            return  # a system without /proc, or with another C library: the memory stays with us
        madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
        for begin, end in ranges:
            madvise(begin, end - begin, mmap.MADV_DONTNEED)


def untouched(smaps: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """Yield the address ranges, from and to, in the lines of *smaps* (proc_pid_smaps(5)) that are mapped from our large libraries,
    may not be written to, and have no page that differs from the file, in memory or swapped out: what a linker has relocated stays.
    """
    found: tuple[int, int] | None = None
    for line in smaps:
        word, _, rest = line.partition(b" ")
        if not word.endswith(b":"):
            match = _RANGE.match(line)
            found = (int(match[1], 16), int(match[2], 16)) if match else None
        elif word in _OURS and rest.split()[0] != b"0":
            found = None
        elif word == b"VmFlags:" and found:  # the last line of each
            yield found
