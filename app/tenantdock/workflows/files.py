"""Files that a person chose: read and written with patience for what they can turn out to be."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from tenantdock.domain.errors import AlreadyThere, BadInput, StorageTrouble, TenantDockError
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line


def read(path: Path, most: int, choose: str) -> bytes:
    """Return the bytes of a file. *choose* says what to do instead of choosing what is no file, or has more than *most* bytes.

    Raises :class:`BadInput` for those, and :class:`StorageTrouble`.
    """
    name = one_line(path.name, 120)
    try:
        # A pipe or a device must neither block nor go on for ever
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(file, "rb") as stream:  # noqa: PTH123  # a descriptor
            if not stat.S_ISREG(os.fstat(file).st_mode):
                raise BadInput(said("{name} is no file.", name=name), next_step=choose)
            found = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise _trouble(error, said("{path} could not be read: {why}.", path=_where(path), why=_why(error))) from error
    if len(found) > most:
        raise BadInput(said("{name} is too large to be what is looked for.", name=name), next_step=choose)
    return found


def suffixed(path: Path, suffix: str) -> Path:
    """Return *path* with *suffix* (".txt") where it has no ending."""
    return path if path.suffix or not path.name else path.with_name(path.name + suffix)


def not_there(path: Path) -> None:
    """Raise :class:`AlreadyThere` where a file is at *path*, and :class:`StorageTrouble` where that cannot be seen."""
    try:
        # A folder cannot be written over: writing says so
        there = os.path.lexists(path) and not path.is_dir()
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    if there:
        raise AlreadyThere(
            said("{path} is there already.", path=_where(path)), next_step="Choose another name, or replace that file."
        )


def write(path: Path, contents: bytes, *, over: bool) -> None:
    """Write *contents* to *path* for this user only: all of it or nothing. A file that is there is replaced only with *over*.

    Raises :class:`AlreadyThere`, :class:`StorageTrouble`.
    """
    try:
        scratch = path.with_name(f".{path.name[:100]}.{os.urandom(8).hex()}.tmp")
        file = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with open(file, "wb") as stream:  # noqa: PTH123  # a descriptor
                stream.write(contents)
                stream.flush()
                os.fsync(file)
            if not over:
                not_there(path)
            scratch.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                scratch.unlink()
            raise
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error


def _where(path: Path) -> str:
    return one_line(str(path), 300)


def _why(error: OSError | ValueError) -> str:
    return one_line(getattr(error, "strerror", "") or str(error), 120)


def _unwritable(path: Path, error: OSError | ValueError) -> TenantDockError:
    return _trouble(error, said("{path} could not be written: {why}.", path=_where(path), why=_why(error)))


def _trouble(error: OSError | ValueError, message: str) -> TenantDockError:
    return StorageTrouble(
        message,
        next_step="Check the folder, its free space and your rights, or choose another place.",
        details=one_line(str(error)),
    )
