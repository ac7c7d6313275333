"""Browser profiles of TenantDock's own, one folder for each account: taking them away again."""

from __future__ import annotations

import os
import re
import shutil
import socket
import stat
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tenantdock.domain.errors import BadInput, StorageTrouble
from tenantdock.domain.said import said
from tenantdock.domain.text import one_line
from tenantdock.portals.known import all_own_profiles

_ACCOUNT_ID: Final = re.compile(r"[0-9a-f]{32}")
_LEAVING: Final = ".leaving-"
"""How the name of a folder starts that is being removed: no account's, so that no browser is started on it."""


class OwnProfileFolders:
    """The :class:`~tenantdock.domain.computer.OwnProfiles` below the folder *profiles*, which is TenantDock's own, and in the
    folders that stand for it where a browser in a sandbox (snap, flatpak) cannot reach it.
    """

    def __init__(self, profiles: Path, *, system: str = sys.platform, environment: Mapping[str, str] | None = None) -> None:
        self._folders = all_own_profiles(profiles, system, os.environ if environment is None else environment)

    def forget_profile(self, account_id: str) -> None:
        """Remove the profile folder of an account, with its cookies. None there is no error.

        Links are removed, never followed. What a removal that was killed left goes too. Raises :class:`StorageTrouble` while a
        browser uses it, or when it cannot be removed.
        """
        if not _ACCOUNT_ID.fullmatch(account_id):  # it becomes a path
            raise BadInput("The saved account has a damaged id.", next_step="Remove the account and add it again.")
        for root in self._folders:
            self._forget(root, account_id)

    def _forget(self, root: Path, account_id: str) -> None:
        folder = there = root / account_id
        try:
            self._refuse_in_use(folder)
            if os.path.lexists(folder):
                # First the name: a kill from here on leaves what the next removal finds, and no browser does
                there = folder.rename(root / f"{_LEAVING}{account_id}-{os.urandom(4).hex()}")
            for leaving in root.glob(f"{_LEAVING}*"):
                there = leaving
                _remove(leaving)
            if root.is_dir() and not any(root.iterdir()):
                root.rmdir()
        except OSError as error:
            raise StorageTrouble(
                "The browser profile of this account could not be removed.",
                next_step=said("Close its browser windows, then remove the folder {there} by hand.", there=there),
                details=one_line(str(error)),
            ) from None

    def _refuse_in_use(self, folder: Path) -> None:
        """A browser that runs would write it anew. Chromium's lock is a link to host-pid, Firefox' one to address:+pid."""
        for name in ("SingletonLock", "lock"):
            try:
                holder = (folder / name).readlink().as_posix()
            except OSError:
                continue
            host, _, pid = holder.replace(":+", "-").rpartition("-")
            ours = name == "lock" or host == socket.gethostname()
            if ours and pid.isdecimal() and _runs(int(pid[:20])):
                raise StorageTrouble(
                    "A browser window of this account is open, so its browser profile was not removed.",
                    next_step=said("Close the window, then remove the folder {folder} by hand.", folder=folder),
                )


def _runs(pid: int) -> bool:
    # On Windows there is no link, and the system refuses to remove what is open
    runs = False
    if sys.platform != "win32":
        try:
            os.kill(pid, 0)
        except OverflowError:  # no process has such a number
            runs = False
        except OSError as error:
            runs = isinstance(error, PermissionError)
        else:
            runs = True
    return runs


def _remove(path: Path) -> None:
    if sys.platform == "win32":  # a browser's paths may be as long as they can be without this, and ours here is longer
        path = Path(f"\\\\?\\{path.absolute()}")
    if not stat.S_ISDIR(path.lstat().st_mode):
        path.unlink()
    # Links in it are removed as links
    elif sys.version_info >= (3, 12):
        shutil.rmtree(path, onexc=_once_more)
    else:
        shutil.rmtree(path, onerror=_once_more)


def _once_more(remove: Callable[[str], object], path: str, error: object) -> None:
    """Remove what is marked read-only, which Windows refuses; anything else stays an error."""
    failure = error if isinstance(error, BaseException) else sys.exc_info()[1]
    if os.name != "nt" or not isinstance(failure, PermissionError) or remove not in {os.unlink, os.rmdir}:
        raise failure or OSError(path)
    os.chmod(path, stat.S_IWRITE)  # noqa: PTH101
    remove(path)
