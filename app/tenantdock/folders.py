"""Where TenantDock keeps its files on each system, and where it finds those it was shipped with."""

from __future__ import annotations

from pathlib import Path


def data_folder(*, sandbox: bool) -> Path:
    """Return the folder of the person's data; practice data has one of its own.

    ``%LOCALAPPDATA%``, ``~/Library/Application Support`` or ``$XDG_DATA_HOME`` (``~/.local/share``). Local, not roaming: sealed
    files are of use only with this machine's keyring.
    """
    import platformdirs  # noqa: PLC0415 - the command line and --version start without it

    name = "TenantDock Practice" if sandbox else "TenantDock"
    return Path(platformdirs.user_data_dir(name, appauthor=False, roaming=False))


def resources() -> Path:
    """Return the folder of icons and PowerShell text: the packaged one if there is one, else the checkout's."""
    here = Path(__file__).resolve().parent
    packaged = here / "_resources"
    return packaged if packaged.is_dir() else here.parents[1] / "resources"
