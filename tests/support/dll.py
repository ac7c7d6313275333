"""What a Windows library offers, read from its file.

Source: https://learn.microsoft.com/windows/win32/debug/pe-format (The .edata Section).
"""

from __future__ import annotations

import struct
from pathlib import Path

WINE = [
    Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows"),
    Path("/usr/lib/wine/x86_64-windows"),
    Path("/usr/lib64/wine/x86_64-windows"),
]
"""Where distributions have wine's libraries for 64 bits."""


def exported(file: Path) -> set[str]:
    """Return the names of the functions that a library for 64 bits exports."""
    data = file.read_bytes()
    start = struct.unpack_from("<I", data, 0x3C)[0] + 4
    number, optional = struct.unpack_from("<2xH12xH", data, start)
    table = start + 20 + optional
    sections = [struct.unpack_from("<8xIIII", data, table + 40 * each) for each in range(number)]

    def place(address: int) -> int:
        for _, virtual, size, raw in sections:
            if virtual <= address < virtual + size:
                return address - virtual + raw
        raise ValueError(address)

    exports = place(struct.unpack_from("<I", data, start + 20 + 112)[0])
    count, _, names = struct.unpack_from("<III", data, exports + 24)
    places = struct.unpack_from(f"<{count}I", data, place(names))
    return {data[at : data.index(b"\0", at)].decode("ascii") for at in map(place, places)}
