"""Where the agent of a data folder listens: the same answer for the agent and for everyone who looks for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

SOCKET_PATH_LIMIT: Final = 100
"""Bytes of a socket's path. Linux takes 108 with the closing zero, macOS 104 (``sun_path`` in sys/un.h)."""


def endpoint_name(folder: Path) -> str:
    """Return the endpoint of the data folder *folder*: a rooted socket path on Unix, a pipe's name (without ``\\\\.\\pipe\\``) on
    Windows. It depends on the folder and the user alone, so that agent and clients agree without a file to read.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would make the name depend on whether the folder exists yet
    if sys.platform == "win32":
        # As the system tells it (GetUserNameW), not as the environment does: Git Bash and others set USER and LOGNAME
        text = f"{os.getlogin()}\n{folder}".casefold()
        return f"tenantdock-{_digest(text)}"
    else:  # noqa: RET505 - for the type checker on Windows
        path = folder / "agent" / "socket"
        if len(os.fsencode(path)) > SOCKET_PATH_LIMIT:
            # Neither TMPDIR nor XDG_RUNTIME_DIR: they differ between a desktop and a shell of the same person (sudo, ssh, cron).
            # The folder is checked to be ours and closed to others before it is used, by the agent and by the client.
            path = Path(f"/tmp/tenantdock-{os.getuid()}/{_digest(os.fsencode(folder))}/socket")  # noqa: S108
        return str(path)


def trusted_folder(path: Path) -> bool:
    """Whether *path* is a real folder (no link) of this user that nobody else may enter. Unix only."""
    try:
        found = path.lstat()
    except OSError:
        return False
    import stat  # noqa: PLC0415 - the command line imports as little as it can

    ours = sys.platform != "win32" and found.st_uid == os.getuid()
    return ours and stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077


def _digest(text: str | bytes) -> str:
    import hashlib  # noqa: PLC0415 - with it comes OpenSSL's library, and most endpoints need none

    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return hashlib.sha256(data).hexdigest()[:24]
