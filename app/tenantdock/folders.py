"""Where TenantDock keeps its files on each system."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Final

from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line

_REAL: Final = "real-tenants.kind"
_PRACTICE: Final = "practice-cloud.kind"
_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH

_WINDOWS: Final = os.name == "nt"
INSIDE: Final = 0o777 if _WINDOWS else 0o700
"""Mode of a folder below the data folder, for this user only. On Windows what it inherits says so."""


def data_folder(*, sandbox: bool) -> Path:
    """Return the folder of the person's data; practice data has one of its own.

    ``%LOCALAPPDATA%``, ``~/Library/Application Support`` or ``$XDG_DATA_HOME`` (``~/.local/share``). Local, not roaming: sealed
    files are of use only with this machine's keyring.
    """
    name = "TenantDock Practice" if sandbox else "TenantDock"
    if sys.platform == "linux":
        # What platformdirs does, without the 4 ms that its import takes of the time to the first window; it knows the rare cases
        base, home = os.environ.get("XDG_DATA_HOME", ""), os.environ.get("HOME", "")
        if base.startswith("/"):
            return Path(base, name)
        if home.startswith("/"):
            return Path(home, ".local/share", name)
    import platformdirs  # noqa: PLC0415 - see above; the command line and --version start without it

    return Path(platformdirs.user_data_dir(name, appauthor=False, roaming=False))


def settle(folder: Path, *, sandbox: bool) -> None:
    """Make the data folder, for this user only, and mark it as one for real tenants or for the practice cloud.

    The mark is a file whose name says it, so that it is there whole or not at all. Raises :class:`StorageTrouble` when the folder
    is marked for the other kind, is not this user's, is one that everybody writes in, or cannot be made.
    """
    ours, others = (_PRACTICE, _REAL) if sandbox else (_REAL, _PRACTICE)
    try:
        folder.mkdir(mode=folder_mode(folder, windows=_WINDOWS), parents=True, exist_ok=True)
        if os.name == "posix":
            _close_to_others(folder)
        # Marked first, looked at then: of two that start at once, one for each, both see the other's mark
        if not (folder / ours).exists() and not (folder / others).exists():
            os.close(os.open(folder / ours, os.O_WRONLY | os.O_CREAT, 0o600))
        mixed = (folder / others).exists()
    except OSError as error:
        raise _unusable(folder, f"{error.strerror or type(error).__name__}.") from None
    if mixed and sandbox:
        raise StorageTrouble(
            said(
                "{folder} holds the data of real tenants. The practice cloud keeps its own apart from them.", folder=_shown(folder)
            ),
            title="Not a folder for practice",
            next_step="Leave out --data to use the practice cloud's own folder, or name another folder.",
        )
    if mixed:
        raise StorageTrouble(
            said("{folder} holds practice data. Real tenants are kept apart from it.", folder=_shown(folder)),
            title="Not a folder for real tenants",
            next_step="Add --sandbox to practise with it, or name another folder with --data.",
        )


def folder_mode(folder: Path, *, windows: bool) -> int:
    """Return the mode to make a data folder with, so that it is for this user only.

    In a profile on Windows it inherits that. Mode 0o700 would give it to its owner there (Python 3.12.4 and later), and what an
    elevated program makes is owned by the group Administrators: the person's next TenantDock, not elevated, could not read it.

    Sources: https://docs.python.org/3/library/os.html#os.mkdir; https://learn.microsoft.com/windows/win32/secauthz/owner-of-a-new-object
    """
    home = Path.home()
    return 0o777 if windows and home in Path(os.path.abspath(folder)).parents else 0o700  # noqa: PTH100 - it may not exist yet


def _close_to_others(folder: Path) -> None:
    found = folder.stat()
    if sys.platform != "win32" and found.st_uid != os.geteuid():
        raise _unusable(folder, said("It belongs to another user."))
    if found.st_mode & _OTHERS_WRITE:
        if found.st_mode & stat.S_ISVTX:
            raise _unusable(folder, said("Every user of this computer may write in it."))
        # Who may write here could put another database in the place of ours, and in it a command for the next console
        folder.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS_WRITE)


def _unusable(folder: Path, why: str) -> StorageTrouble:
    return StorageTrouble(
        said("TenantDock cannot keep its data in {folder}. {why}", folder=_shown(folder), why=why),
        title="The data folder cannot be used",
        next_step="Name a folder of your own with --data, or make this one yours and writable.",
    )


def _shown(folder: Path) -> str:
    return one_line(str(folder), 200)
