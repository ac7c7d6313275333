"""The practice cloud's own folder: keys, certificate, ports, sign-ins. For this user only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


class FolderTrouble(Exception):
    """The folder cannot be used. *message* says what happened, *next_step* what to do."""

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step


class Folder:
    """A private folder, made when it is missing. Raises :class:`FolderTrouble` when it cannot be made, read or written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            # On Windows it inherits the rights of the folder around it (see tenantdock.folders)
            path.mkdir(mode=0o700 if os.name == "posix" else 0o777, parents=True, exist_ok=True)
            if os.name == "posix":
                path.chmod(0o700)
        except OSError as error:
            raise _trouble(path, error) from None

    def read(self, name: str) -> bytes | None:
        """Return the content of a file, or None when there is none."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _trouble(self.path / name, error) from None

    def write(self, name: str, content: bytes) -> None:
        """Replace a file in one step, readable by this user only."""
        try:
            handle, temporary = tempfile.mkstemp(dir=self.path, prefix=f".{name}.")  # mkstemp makes files with mode 0600
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
                Path(temporary).replace(self.path / name)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(temporary).unlink()
                raise
        except OSError as error:
            raise _trouble(self.path / name, error) from None


def _trouble(path: Path, error: OSError) -> FolderTrouble:
    reason = error.strerror or type(error).__name__
    return FolderTrouble(
        f"The practice cloud cannot use {path}: {reason}.",
        "Give it a folder that you can write to, with --folder, or free some space.",
    )
